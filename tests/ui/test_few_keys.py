"""The child's part by keys: where the keyboard begins, a key for each choice, and how few are needed."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carer_app.choices import ChildMark, Share, TakingPart
from carer_app.storage.vault import Vault
from carer_app.use_cases import childs_kept_words, household, planning
from tests import builders
from tests.builders import do, read
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.asking import AskStep
from ui.child_mode.child_text import ChildText
from ui.child_mode.ending import EndStep
from ui.child_mode.reading_back import ReadBackStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.widgets.worded import Worded

Show = Callable[[Any], Any]
TITLE_BAR = 28
OneSwitchIn = Callable[[str], "OneSwitch"]


class OneSwitch(Child):
    """A child with one switch: Tab to the next thing, or Space to press what is reached. All is counted."""

    keys = 0

    def key(self, key: Qt.Key, typed: str = "") -> None:
        now = QApplication.focusWidget()
        assert now is not None
        self.keys += 1
        assert self.keys < 100, self.step.accessibleName()
        QTest.keyClick(now, typed or key)  # type: ignore[call-overload]
        settle()

    def press(self, *words: str) -> None:
        for each in words:
            wanted = self.buttons()[each]
            for _tab in range(60):
                if self.now() is wanted:
                    break
                self.key(Qt.Key.Key_Tab)
            assert self.now() is wanted, f"{each!r} is not reached on {self.step.accessibleName()!r}"
            self.key(Qt.Key.Key_Space)

    def now(self) -> QWidget | None:
        return QApplication.focusWidget()

    def at(self) -> str:
        """The words of what has the keyboard; the name of the page where the page itself has it."""
        now = self.now()
        return now.words() if isinstance(now, Worded) else now.accessibleName() if now is not None else ""


@pytest.fixture
def enter(house: House, show: Show, vault: Vault, qapp: QApplication, qtbot: QtBot) -> Iterator[OneSwitchIn]:
    """Into the room at its usual text, with the keyboard."""
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE))

    def _enter(age: str) -> OneSwitch:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age)))
        page.resize(1366, 768 - TITLE_BAR)
        with qtbot.waitActive(page):
            page.activateWindow()
        child = OneSwitch(page)
        child.room.focus_step()
        settle()
        return child

    yield _enter
    theme.apply(qapp, theme.Look())


def to_the_doors(child: OneSwitch) -> None:
    """Space and Space again: each page of the beginning has the keyboard at Next."""
    while TOGETHER not in child.buttons():
        assert child.at() == "Next", child.step.accessibleName()
        child.key(Qt.Key.Key_Space)


def test_a_child_of_five_needs_less_than_25_keys_for_six_cards_and_two_answers(
    enter: OneSwitchIn, vault: Vault
) -> None:
    child = enter("3_to_6")
    to_the_doors(child)
    child.press(TOGETHER)
    while not isinstance(child.step, ReadBackStep):
        child.key(Qt.Key.Key_Space)  # the first choice, and then Next
    child.press(Share.SHEET.words, "Next", "Keep")
    said = read(vault, childs_kept_words.kept_words, 1)
    assert "friends" in said[-1].words
    assert all(one.on_sheet for one in said)
    assert child.keys < 25, child.keys


def test_a_child_of_nine_needs_less_than_25_keys_for_six_answers(enter: OneSwitchIn, vault: Vault) -> None:
    child = enter("7_to_10")
    to_the_doors(child)
    child.press(TOGETHER)
    for number in range(6):
        assert isinstance(child.step, AskStep)
        if child.step.findChildren(ChildText)[0] is child.now():
            child.write("I like art.")  # what is typed is not counted
            child.press("Next" if number < 5 else "That’s all")
        else:
            child.key(Qt.Key.Key_Space)
            child.press("Next" if number < 5 else "That’s all")
    while "Put them all on my sheet" not in child.buttons():
        child.press("Next")
    child.press("Put them all on my sheet", "Keep")
    said = read(vault, childs_kept_words.kept_words, 1)
    assert len(said) == 6
    assert all(one.on_sheet for one in said)
    assert child.keys < 25, child.keys


def test_the_keyboard_begins_at_the_first_choice_and_space_and_space_go_on(enter: OneSwitchIn) -> None:
    child = enter("7_to_10")
    to_the_doors(child)
    assert child.at() == TOGETHER
    child.press(ALONE)
    first = child.step
    assert child.at() == "a lesson"
    assert child.room.sitting.is_empty, "to go there chooses nothing"
    child.key(Qt.Key.Key_Space)
    assert child.at() == "Next"
    assert child.now().accessibleDescription() == "Chosen: a lesson"  # type: ignore[union-attr]
    child.key(Qt.Key.Key_Backtab)
    assert child.at() == "a lesson"
    child.key(Qt.Key.Key_Right)
    child.key(Qt.Key.Key_Space)
    child.key(Qt.Key.Key_Tab)
    assert child.at() == "That’s all"
    child.key(Qt.Key.Key_Tab)
    assert child.at() == "my teacher", "who wants more than one comes to the next"
    child.key(Qt.Key.Key_Left)
    child.key(Qt.Key.Key_Space)
    assert child.at() == "friends", "what is let go of leads nowhere"
    assert child.room.sitting.answer("going_well").chosen == ["a lesson"]
    child.key(Qt.Key.Key_Return)
    assert child.step is not first, "Enter is Next"


def test_1_to_3_mark_an_answer_enter_goes_on_and_letters_go_into_the_box(enter: OneSwitchIn) -> None:
    child = enter("7_to_10")
    to_the_doors(child)
    child.press(ALONE, *["Next"] * 4)
    assert child.step.accessibleName() == "How are playtimes and lunch?"
    child.key(Qt.Key.Key_3, "3")
    assert child.room.sitting.answer("playtimes").mark == ChildMark.DOWN
    assert child.at() == "Next"
    child.key(Qt.Key.Key_2, "2")
    child.key(Qt.Key.Key_9, "9")
    assert child.room.sitting.answer("playtimes").mark == ChildMark.BETWEEN
    for letter in "we":
        child.key(Qt.Key.Key_A, letter)
    child.key(Qt.Key.Key_1, "1")
    box = child.step.findChildren(ChildText)[0]
    assert box.text() == "we1", "in the box a number is a number"
    box.flush()
    assert child.room.sitting.answer("playtimes").mark == ChildMark.BETWEEN
    QTest.keyClick(child.step, Qt.Key.Key_Return)
    assert child.step.accessibleName() != "How are playtimes and lunch?"


def test_the_youngest_sort_with_1_to_3_and_each_next_card_begins_at_the_first_pile(
    enter: OneSwitchIn,
) -> None:
    child = enter("3_to_6")
    to_the_doors(child)
    child.press(TOGETHER)
    for number in "31313113":
        assert child.at() == "I like it"
        child.key(Qt.Key.Key_1, number)
    assert list(child.room.sitting.cards.values()) == ["down", "up", "down", "up", "up", "down"]
    assert child.at() == "Next"


def test_the_youngest_who_only_presses_the_one_key_puts_nothing_on_the_sheet(enter: OneSwitchIn) -> None:
    child = enter("3_to_6")
    to_the_doors(child)
    child.press(TOGETHER)
    while not isinstance(child.step, EndStep):
        child.key(Qt.Key.Key_Space)
    assert child.room.sitting.things()
    assert child.room.sitting.share_all != Share.SHEET
    for _press in range(4):
        child.key(Qt.Key.Key_Space)
    assert isinstance(child.step, EndStep), "and nothing is kept by it"


def test_what_goes_on_the_sheet_and_keep_are_never_where_the_keyboard_begins(enter: OneSwitchIn) -> None:
    """Whoever holds the one key down, or presses it once too often, has decided nothing."""
    child = enter("7_to_10")
    to_the_doors(child)
    child.press(ALONE)
    child.key(Qt.Key.Key_Space)
    child.press("That’s all", "Next")
    assert "Put them all on my sheet" in child.buttons()
    assert child.now() is child.step
    child.key(Qt.Key.Key_Space)
    assert child.room.sitting.unsaid()
    child.press("Next")
    assert isinstance(child.step, EndStep)
    assert child.now() is child.step
    child.key(Qt.Key.Key_Return)
    assert isinstance(child.step, EndStep)


def test_that_is_all_goes_to_what_was_said_and_nothing_that_was_not_asked_is_lost(enter: OneSwitchIn) -> None:
    child = enter("7_to_10")
    to_the_doors(child)
    child.press(ALONE)
    child.write("I like art.")
    child.press("That’s all")
    assert child.step.accessibleName() == "This is what you said"
    child.press("Go back", "Go back", "Yes, all of it", "That’s all")
    assert child.room.sitting.coming == TakingPart.ALL
    assert "You want to come to the whole meeting." in child.sees()
