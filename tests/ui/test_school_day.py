"""My school day: a mark and a word for each part of it, or neither, which become plain sentences and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carer_app.choices import ChildMark, Share
from carer_app.paper import pdf
from carer_app.storage.vault import Vault
from carer_app.texts.cards import drawing
from carer_app.texts.child_questions import AgeSet, age_sets
from carer_app.use_cases import (
    childs_book,
    childs_kept_words,
    household,
    planning,
    reporting_back,
    summarising,
)
from tests import builders
from tests.builders import TODAY, do, read
from tests.paper.sheets import text_of
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child, heard
from ui.base.house import House
from ui.base.places import ChildsOwnPart, HandOver, SchoolDayOnPaper
from ui.child_mode.beginning import DoorsStep
from ui.child_mode.ending import EndStep
from ui.child_mode.read_back_card import OnMySheet
from ui.child_mode.reading_back import ReadBackStep
from ui.child_mode.school_day import DayDoorStep, DayStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.preparation.hand_over import HandOverPage
from ui.widgets.word_button import WordButton

Show = Callable[[Any], Any]
Enter = Callable[[str], Child]
DAY = "My school day"
AGES = [asked.key for asked in age_sets()]
SECRET = "Zanzibar words nobody kept"


@pytest.fixture
def meeting(vault: Vault) -> int:
    do(vault, household.set_own_name, "Sam")
    meeting: int = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    return meeting


@pytest.fixture
def enter(house: House, show: Show, meeting: int) -> Enter:
    def _enter(set_key: str = "7_to_10") -> Child:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, set_key)))
        settle()
        return Child(page)

    return _enter


def kept(vault: Vault, meeting: int) -> tuple[childs_kept_words.Kept, ...]:
    child = read(vault, planning.meeting_facts, meeting).child_id
    found: tuple[childs_kept_words.Kept, ...] = read(vault, childs_kept_words.kept_words, child)
    return found


def marks(child: Child) -> dict[ChildMark, str]:
    """What each mark is called at this age."""
    by_cards = child.room.sitting.age_set.by == "cards"
    return {
        mark: mark.likes if by_cards else mark.words
        for mark in (ChildMark.UP, ChildMark.BETWEEN, ChildMark.DOWN)
    }


def into_the_day(enter: Enter, set_key: str, door: str = ALONE) -> Child:
    child = enter(set_key)
    child.press(DAY)
    assert isinstance(child.step, DayDoorStep)
    child.press(door)
    assert isinstance(child.step, DayStep)
    return child


def to_the_reading_back(child: Child) -> None:
    while not isinstance(child.step, ReadBackStep):
        child.press("Skip" if "Skip" in child.buttons() else "Next")


# What comes along


@pytest.mark.parametrize("asked", age_sets(), ids=lambda asked: asked.key)
def test_the_day_has_the_same_five_parts_at_every_age_each_with_a_picture_and_a_sentence_for_each_mark(
    asked: AgeSet,
) -> None:
    parts = asked.day.parts
    assert [part.key for part in parts] == ["getting_there", "lessons", "playtime", "lunch", "home_time"]
    for part in parts:
        said = [part.says(mark) for mark in (ChildMark.UP, ChildMark.BETWEEN, ChildMark.DOWN)]
        assert len(set(said)) == 3
        assert all(sentence.endswith(".") for sentence in said)
        assert part.says(ChildMark.SKIP) == part.says(ChildMark.NONE) == ""
        assert drawing(part.drawing).is_file()
    assert len({part.drawing for part in parts}) == 5


# Telling of it


@pytest.mark.parametrize("set_key", AGES)
def test_marks_and_words_become_plain_sentences_that_are_kept_by_keep_and_stand_on_the_sheet(
    enter: Enter, vault: Vault, meeting: int, set_key: str
) -> None:
    child = into_the_day(enter, set_key)
    named, parts = marks(child), child.room.sitting.age_set.day.parts
    child.press("Skip", named[ChildMark.UP], "Next", "Next", named[ChildMark.DOWN])
    child.write("Too loud.")
    child.press("Next")
    child.write("I walk with Ayesha.")
    to_the_reading_back(child)
    seen = child.sees()
    assert parts[1].up in seen
    assert f"{parts[3].down} “Too loud.”" in seen
    assert "Chose:" not in seen
    assert kept(vault, meeting) == ()
    if child.room.sitting.age_set.shared == "once":
        child.press("Put it on my sheet", "Next", "Keep")
    else:
        child.press("Next", "Put them all on my sheet", "Keep")
    assert [(one.mark, one.words) for one in reversed(kept(vault, meeting))] == [
        ("", parts[1].up),
        (parts[3].down, "Too loud."),
        ("", "I walk with Ayesha."),
    ]
    sheet = read(vault, summarising.whole_sheet, meeting, TODAY)
    lines = [quote.in_a_line for quote in sheet.child_says]
    assert [line for line in lines if parts[2].short in line] == [], "what was left is not there"
    assert f"{parts[3].asks} {parts[3].down} “Too loud.”" in lines[1]
    assert lines[0].startswith(f"{parts[1].asks} {parts[1].up} Mia chose this")
    own = text_of(pdf.make_pdf(read(vault, reporting_back.child_sheet, meeting)))
    assert f"{parts[3].down} “Too loud.”" in own


def test_each_part_goes_on_the_sheet_or_stays_off_it_by_one_touch(
    enter: Enter, vault: Vault, meeting: int
) -> None:
    child = into_the_day(enter, "7_to_10")
    child.press("Good", "Next", "Hard")
    child.write(SECRET)
    to_the_reading_back(child)
    first, second = (each for each in child.step.findChildren(OnMySheet))
    first.click()
    second.click()
    second.click()
    child.press("Next", "Keep")
    assert [one.share for one in reversed(kept(vault, meeting))] == [Share.SHEET, Share.OFF]
    child_id = read(vault, planning.meeting_facts, meeting).child_id
    for way_out in (
        read(vault, summarising.whole_sheet, meeting, TODAY),
        read(vault, reporting_back.child_sheet, meeting),
        read(vault, childs_book.childs_book, child_id),
    ):
        assert SECRET not in repr(way_out)
        assert "Getting to school is good" in repr(way_out)


def test_nothing_of_it_is_chosen_beforehand_counted_or_called_a_score(enter: Enter) -> None:
    child = into_the_day(enter, "7_to_10")
    for _part in range(5):
        chosen = [b for b in child.buttons().values() if b.isCheckable() and b.isChecked()]
        assert chosen == []
        child.press("Good")
        assert not any(word in child.sees().lower() for word in ("score", "points", "well done", "out of"))
        child.press("Next")


def test_a_part_is_changed_and_rubbed_out_where_it_is_read_back(enter: Enter) -> None:
    child = into_the_day(enter, "7_to_10")
    child.press("Skip", "Skip", "Skip", "Hard")
    to_the_reading_back(child)
    child.press("Change")
    assert child.step.accessibleName() == "How is lunch?"
    assert child.step.strip is None  # type: ignore[attr-defined]
    child.press("In between", "Back to what I said")
    assert "Lunch is in between." in child.sees()
    child.press("Rub it out")
    assert "Lunch is in between." not in child.sees()


# The strip


def test_any_part_is_taken_from_the_strip_and_words_that_are_typed_stay(enter: Enter) -> None:
    child = into_the_day(enter, "7_to_10")
    child.write("The bus is full.")
    child.press("Lunch")
    assert child.step.accessibleName() == "How is lunch?"
    child.press("Hard", "Getting to school")
    strip = child.step.strip  # type: ignore[attr-defined]
    said = [part.accessibleName() for part in strip.parts.values()]
    assert said == ["Getting to school", "Lessons", "Playtime", "Lunch: Hard", "Home time"]
    assert next(part.accessibleDescription() for part in strip.parts.values()) == "this one now"
    assert child.step.text.text() == "The bus is full."  # type: ignore[attr-defined]


def test_the_strip_is_one_stop_for_tab_and_the_arrows_go_along_it(enter: Enter, qtbot: QtBot) -> None:
    child = into_the_day(enter, "3_to_6")
    with qtbot.waitActive(child.page):
        child.page.activateWindow()
    child.step.setFocus()
    passed = list[str]()
    while "Next" not in passed:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget().accessibleName() or child_words())
    assert [name for name in passed if name in ("Getting to school", "Learning time", "Home time")] == [
        "Getting to school"
    ]
    strip = child.step.strip  # type: ignore[attr-defined]
    next(iter(strip.parts.values())).setFocus()
    for key, name in (
        (Qt.Key.Key_Right, "Learning time"),
        (Qt.Key.Key_Left, "Getting to school"),
        (Qt.Key.Key_Left, "Home time"),
    ):
        QTest.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget().accessibleName() == name
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle()
    assert child.step.accessibleName() == "Do you like home time?"


def child_words() -> str:
    """What the button says that has the keyboard; nothing where it is no button."""
    now = QApplication.focusWidget()
    return now.words() if isinstance(now, WordButton) else ""


def test_a_whole_day_is_told_with_tab_and_space_alone(enter: Enter, qtbot: QtBot) -> None:
    """As with one switch."""
    child = into_the_day(enter, "7_to_10")
    with qtbot.waitActive(child.page):
        child.page.activateWindow()
    pressed = 0
    while isinstance(child.step, DayStep):
        child.room.focus_step()
        for wanted in ("Hard", "Next"):
            while child_words() != wanted:
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
                pressed += 1
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
            settle()
            pressed += 1
    assert [said.mark for said in child.room.sitting.said.values() if said] == [ChildMark.DOWN] * 5
    assert pressed <= 5 * 8 + 1, (
        "a mark is three stops away, and Next another four; at the end there is one more way"
    )


def test_a_mark_says_its_words_and_that_it_is_chosen(enter: Enter) -> None:
    child = into_the_day(enter, "3_to_6")
    child.press("I don’t like it")
    interface = QAccessible.queryAccessibleInterface(child.buttons()["I don’t like it"])
    assert interface.text(QAccessible.Text.Name) == "I don’t like it"
    assert interface.state().checked


# Beside the other ways


@pytest.mark.parametrize("set_key", AGES)
def test_it_is_one_more_way_and_either_leads_to_the_other(enter: Enter, set_key: str) -> None:
    """What is told on one way stays where the child begins again on another."""
    child = into_the_day(enter, set_key)
    for part in range(5):
        assert ("The questions, too" in child.buttons()) is (part == 4)
        child.press("The questions, too" if part == 4 else "Next")
    assert not isinstance(child.step, DayStep)
    assert child.room.sitting.ways == ["day", "asked"]
    other = enter(set_key)
    other.press(TOGETHER)
    while "My day, too" not in other.buttons():
        other.press("Skip" if "Skip" in other.buttons() else "Next")
    other.press("My day, too")
    assert isinstance(other.step, DayStep)


def test_who_begins_again_on_another_way_loses_nothing(enter: Enter) -> None:
    child = into_the_day(enter, "7_to_10")
    child.press("Hard", "Go back")
    assert isinstance(child.step, DoorsStep)
    child.press(ALONE)
    assert child.step.accessibleName() == "What is going well at school?"
    to_the_reading_back(child)
    assert "Getting to school is hard." in child.sees()
    child.press("Change")
    assert isinstance(child.step, DayStep)


def test_nobody_who_takes_another_way_meets_it(enter: Enter) -> None:
    for set_key in AGES:
        child = enter(set_key)
        child.press(TOGETHER)
        while not isinstance(child.step, EndStep):
            assert not isinstance(child.step, DayStep)
            child.go_on()


# Nothing is kept before Keep


def test_what_is_not_kept_waits_for_the_child_alone_and_is_rubbed_out_without_a_trace(
    enter: Enter, vault: Vault, meeting: int, tmp_path: Path
) -> None:
    child = into_the_day(enter, "7_to_10", TOGETHER)
    child.press("Hard")
    child.write(SECRET)
    child.page.hide()
    again = enter("7_to_10")
    assert SECRET not in "\n".join(heard(again.page))
    again.press("Go on")
    assert isinstance(again.step, DayStep)
    assert again.step.text.text() == SECRET
    assert again.room.sitting.ways == ["day"]
    again.press("Stop for now", "Rub it all out", "Yes, rub it all out")
    assert [each for each in tmp_path.rglob("*") if ".draft" in each.name] == []
    assert kept(vault, meeting) == ()
    assert not any(SECRET.encode() in each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())


@pytest.mark.parametrize("set_key", AGES)
@pytest.mark.parametrize("screen", [(1366, 768), (1024, 700)], ids=str)
def test_the_whole_day_is_in_sight_and_the_ways_on_do_not_move(
    enter: Enter, qapp: QApplication, set_key: str, screen: tuple[int, int]
) -> None:
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE))
    try:
        child = into_the_day(enter, set_key)
        child.page.resize(screen[0], screen[1] - 28)
        settle()
        places = set[tuple[int, int]]()
        for _part in range(5):
            assert child.step.body.verticalScrollBar().maximum() == 0
            at = child.buttons()["Next"].mapTo(child.page, QPoint(0, 0))
            places.add((at.x(), at.y()))
            child.press("Next")
        assert len(places) == 1
    finally:
        theme.apply(qapp, theme.Look())


# On paper


def test_the_carer_finds_the_day_on_paper_beside_the_cards_in_the_words_of_the_age(
    house: House, show: Show, meeting: int
) -> None:
    page: HandOverPage = show(HandOverPage(house, HandOver(meeting)))
    gone: list[Any] = []
    page.go.connect(gone.append)
    page.which.row("3_to_6").click()
    page.day.click()
    assert gone == [SchoolDayOnPaper("3_to_6")]


def test_from_the_letter_the_day_comes_first_and_the_letter_and_the_rest_after_it(enter: Enter) -> None:
    child = enter("11_to_16")
    child.press(ALONE)
    child.write("More science.")
    child.press("My day, too")
    assert child.step.accessibleName() == "How is getting there?"
    child.press(*["Next"] * 5)
    assert child.step.accessibleName() == "In my own words"
    assert "My day, too" not in child.buttons()
    child.press("Next", "Next")
    assert child.step.accessibleName() == "Do you want to come to the meeting?"
    to_the_reading_back(child)
    assert "More science." in child.sees()


def test_where_words_are_big_the_strip_is_one_line_of_pictures_that_still_say_their_names(
    enter: Enter, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE * 2))
    try:
        child = into_the_day(enter, "7_to_10")
        child.page.resize(1366, 740)
        settle()
        strip = child.step.strip  # type: ignore[attr-defined]
        parts = list(strip.parts.values())
        assert len({part.y() for part in parts}) == 1
        assert all(part.height() == part.width() for part in parts)
        assert [part.accessibleName() for part in parts][:2] == ["Getting to school", "Lessons"]
    finally:
        theme.apply(qapp, theme.Look())
