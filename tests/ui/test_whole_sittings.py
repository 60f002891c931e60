"""Two whole sittings, from entering to Finish: one by a finger, one by one switch. What is pressed, page by page."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from carer_app.choices import Role, Share
from carer_app.sitting import Kept
from carer_app.storage.vault import Vault
from carer_app.use_cases import childs_kept_words, household, planning
from tests import builders
from tests.builders import do, read
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from tests.ui.test_few_keys import OneSwitch
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme

Show = Callable[[Any], Any]
Transcript = list[tuple[str, str]]
TITLE_BAR, A_FINGER = 28, 64

READ_BACK = "This is what you said"

BY_TOUCH_AT_NINE: Transcript = [
    ("Hello Mia", "Next"),
    ("Who may be there", "Next"),
    ("Who can read it", "Next"),
    ("You choose", "Next"),
    ("How do you want to do it?", ALONE),
    ("What is going well at school?", "a lesson"),
    ("What is going well at school?", "Next"),
    ("What have you got better at, in school or out?", "reading"),
    ("What have you got better at, in school or out?", "Next"),
    ("Which lesson or part of the day is hardest?", "maths"),
    ("Which lesson or part of the day is hardest?", "Next"),
    ("When it is hard, what do adults do that helps? What doesn’t?", "Skip"),
    ("How are playtimes and lunch?", "Hard"),
    ("How are playtimes and lunch?", "Next"),
    (
        "Is there a place or a time at school when you don’t feel OK? Who at school could you go to then?",
        "Skip",
    ),
    ("What do you do after school, or wish you could do?", "a club"),
    ("What do you do after school, or wish you could do?", "Next"),
    ("If one thing at school could be different, what would it be?", "playtime"),
    ("If one thing at school could be different, what would it be?", "Next"),
    ("Do you want to come to the meeting?", "A part of it"),
    ("Do you want to come to the meeting?", "Next"),
    ("Where do you want to sit?", "Chair 2: empty"),
    ("Where do you want to sit?", "Chair 3: empty"),
    ("Where do you want to sit?", "Next"),
    ("How can you show that you want to stop?", "put my hand up"),
    ("How can you show that you want to stop?", "Next"),
    ("What would make it easier?", "have a break"),
    ("What would make it easier?", "Next"),
    ("Who should say your words at the meeting?", "Me"),
    ("Who should say your words at the meeting?", "Next"),
    (READ_BACK, "Next"),
    ("What goes on your sheet?", "Put them all on my sheet"),
    ("Keep it, or rub it out?", "Keep"),
    ("That was all. Thank you for telling us what you think.", "Finish"),
]
BY_ONE_SWITCH_AT_FIVE: Transcript = [
    ("Talk about school", "Next"),
    ("Who can see?", "Next"),
    ("Tell a grown-up", "Next"),
    ("You can stop", "Next"),
    ("Together or alone?", TOGETHER),
    ("Do you like this?", "I like it"),
    ("Do you like this?", "I don’t like it"),
    ("Do you like this at school?", "I like it"),
    ("Do you like this at school?", "I don’t like it"),
    ("Do you like this at school?", "I like it"),
    ("Do you like this at school?", "I don’t like it"),
    ("Do you like this at school?", "I like it"),
    ("Do you like this at school?", "In between"),
    ("These are your cards", "Next"),
    ("What helps", "a quiet place"),
    ("What helps", "Next"),
    ("For my teacher", "Skip"),
    ("Come to the talk?", "Yes, to say hello"),
    ("Come to the talk?", "Next"),
    (READ_BACK, "Next"),
    ("Show the grown-ups?", "Put it on my sheet"),
    ("Show the grown-ups?", "Next"),
    ("Keep it, or rub it out?", "Keep"),
    ("That was all. Thank you.", "Finish"),
]
"""What is pressed on which page. What is read back may be on several pages, each with Next."""


class OneFinger(Child):
    """A child at a screen that is touched. Only what is whole in sight and big enough is touched, at its middle."""

    def __init__(self, page: Any, screen: QPointingDevice) -> None:
        super().__init__(page)
        self.screen = screen
        self.transcript: Transcript = []

    def press(self, *words: str) -> None:
        for each in words:
            button = named(self, each)
            where = f"{each!r} on {self.step.accessibleName()!r}"
            assert button.visibleRegion().boundingRect() == button.rect(), f"{where} is not in sight"
            assert min(button.width(), button.height()) >= A_FINGER, f"{where} is too small"
            at = button.mapTo(self.page, button.rect().center())
            assert QRect(QPoint(0, 0), self.page.size()).contains(at)
            self.transcript.append((self.step.accessibleName(), each))
            QTest.touchEvent(self.page, self.screen).press(0, at, self.page).commit()
            QTest.touchEvent(self.page, self.screen).release(0, at, self.page).commit()
            settle()


def named(child: Child, words: str) -> QAbstractButton:
    """What is pressed: by its words, or by its name where it has none to see."""
    by_name = {
        each.accessibleName(): each for each in child.room.findChildren(QAbstractButton) if each.isVisible()
    }
    return {**by_name, **child.buttons()}[words]


class Switch(OneSwitch):
    """One switch, of which each press of Space is written down with what it was on."""

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        self.transcript: Transcript = []

    def key(self, key: Qt.Key, typed: str = "") -> None:
        if key == Qt.Key.Key_Space:
            self.transcript.append((self.step.accessibleName(), self.at()))
        super().key(key, typed)


@pytest.fixture
def enter(
    house: House, show: Show, vault: Vault, qapp: QApplication, qtbot: QtBot
) -> Iterator[Callable[[str], Any]]:
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    do(vault, planning.add_attendee, meeting, "Ms Ali", Role.SOCIAL_WORKER)
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE))

    def _enter(age: str) -> Any:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age)))
        page.resize(1366, 768 - TITLE_BAR)
        with qtbot.waitActive(page):
            page.activateWindow()
        settle()
        return page

    yield _enter
    theme.apply(qapp, theme.Look())


def play(child: OneFinger | Switch, sitting: Transcript, vault: Vault) -> tuple[Kept, ...]:
    """All of it, one after the other; gives what was kept, of which nothing was before Keep."""
    left: list[bool] = []
    child.page.leave_room.connect(lambda: left.append(True))
    before = vault.saves
    for page, words in sitting:
        assert child.step.accessibleName() == page
        assert (vault.saves == before) is (words != "Finish"), "nothing is kept before Keep"
        child.press(words)
        while child.step.accessibleName() == page == READ_BACK:
            child.press(words)
    assert [pressed for pressed, after in pairwise([*child.transcript, ()]) if pressed != after] == sitting
    assert left == [True]
    found: tuple[Kept, ...] = read(vault, childs_kept_words.kept_words, 1)
    return found


def test_a_whole_sitting_by_touch_at_nine(enter: Callable[[str], Any], vault: Vault) -> None:
    kept = play(OneFinger(enter("7_to_10"), QTest.createTouchDevice()), BY_TOUCH_AT_NINE, vault)
    said = {each.question: each.words for each in kept}
    assert said["table"] == "I sit next to Sam."
    assert said["sign"] == "put my hand up"
    assert all(each.share == Share.SHEET for each in kept)


def test_a_whole_sitting_by_one_switch_at_five(enter: Callable[[str], Any], vault: Vault) -> None:
    child = Switch(enter("3_to_6"))
    child.room.focus_step()
    settle()
    kept = play(child, BY_ONE_SWITCH_AT_FIVE, vault)
    assert {each.question for each in kept} == {"cards_liked", "cards_between", "cards_not_liked", "helps"}
    assert all(each.share == Share.SHEET for each in kept)
    assert child.keys <= 60, child.keys
