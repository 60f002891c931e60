"""When and where the meeting is, and the file for the carer's own calendar."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from carer_app.choices import Part, Pronoun
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, planning, putting_off
from carer_app.use_cases.planning import MeetingFacts
from tests import builders
from tests.ui.audit import settle
from tests.ui.opening import in_sight
from tests.ui.preparing_pages import all_sentences, focused, part_page, sentences, type_day, write
from ui.base.house import House
from ui.meetings.when_where import WhenWherePage
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.text import Heading

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault), on_day=None, at=None)


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> WhenWherePage:
    page: WhenWherePage = show(part_page(house, WhenWherePage, meeting, Part.WHEN_WHERE))
    return page


def facts(house: House, meeting: int) -> MeetingFacts:
    return house.records.read(planning.meeting_facts, meeting)


def test_a_typed_day_is_kept_and_said_back_with_its_weekday(
    page: WhenWherePage, house: House, meeting: int
) -> None:
    type_day(page.day.line, "18/3/26")
    assert facts(house, meeting).on_day == date(2026, 3, 18)
    assert "Wednesday 18 March 2026" in sentences(page)


def test_the_ready_words_are_in_sight_beside_the_page_however_long_it_is(page: WhenWherePage) -> None:
    page.resize(1140, 700)
    settle()
    assert page.rail.isAncestorOf(page.ready_words)
    bar = page.body.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert bar.value() > 300
    assert in_sight(page.ready_words)


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("2", time(14), "2.00pm, in the afternoon"),
        ("9.15", time(9, 15), "9.15am, in the morning"),
        ("18:30", time(18, 30), "6.30pm, in the evening"),
    ],
)
def test_a_typed_time_is_kept_and_said_back(
    page: WhenWherePage, house: House, meeting: int, typed: str, kept: time, shown: str
) -> None:
    type_day(page.time.line, typed)
    assert facts(house, meeting).at_time == kept
    assert shown in sentences(page)


def test_an_emptied_day_or_time_is_no_longer_known(page: WhenWherePage, house: House, meeting: int) -> None:
    type_day(page.day.line, "18 march")
    type_day(page.time.line, "2pm")
    type_day(page.day.line, "")
    type_day(page.time.line, "")
    assert (facts(house, meeting).on_day, facts(house, meeting).at_time) == (None, None)


@pytest.mark.parametrize(("box", "typed"), [("day", "31 feb"), ("time", "27 o'clock")])
def test_what_cannot_be_read_is_kept_as_typed_with_a_sentence(
    page: WhenWherePage, house: House, show: Show, meeting: int, box: str, typed: str
) -> None:
    type_day(getattr(page, box).line, typed)
    assert (facts(house, meeting).on_day, facts(house, meeting).at_time) == (None, None)
    again = show(part_page(house, WhenWherePage, meeting, Part.WHEN_WHERE))
    assert getattr(again, box).raw() == typed
    assert getattr(again, box).problem() in sentences(again)
    type_day(again.day.line, "18 march")
    type_day(again.time.line, "2pm")
    assert again.drafts() == {}
    assert (facts(house, meeting).on_day, facts(house, meeting).at_time) == (date(2026, 3, 18), time(14))


def test_a_half_typed_day_is_there_after_a_crash(
    page: WhenWherePage, house: House, show: Show, meeting: int
) -> None:
    page.day.line.setFocus()
    QTest.keyClicks(page.day.line, "18 mar")
    again = show(part_page(house, WhenWherePage, meeting, Part.WHEN_WHERE))
    assert again.day.raw() == "18 mar"


def test_typing_a_day_is_not_disturbed_by_saving(page: WhenWherePage) -> None:
    page.day.line.setFocus()
    QTest.keyClicks(page.day.line, "1/4")
    assert page.day.raw() == "1/4"
    QTest.keyClicks(page.day.line, "/2026")
    assert page.day.raw() == "1/4/2026"


def test_the_place_is_the_school_until_one_types_another(
    page: WhenWherePage, house: House, meeting: int
) -> None:
    assert page.where.text() == "Riverside Primary"
    page.where.clear()
    write(page.where, "By phone")
    assert facts(house, meeting).place == "By phone"


def test_a_day_that_has_gone_by_points_to_what_comes_after(page: WhenWherePage) -> None:
    assert not page.gone.isVisible()
    type_day(page.day.line, "9 march")
    assert page.gone.isVisible()
    type_day(page.day.line, "10 march")
    assert not page.gone.isVisible()


def test_the_page_speaks_of_the_child_as_was_said(page: WhenWherePage, house: House) -> None:
    assert "not in a lesson they love?" in sentences(page)
    facts = house.records.read(planning.meeting_facts, page.meeting_id)
    house.records.change(children.set_pronoun, facts.child_id, Pronoun.SHE)
    settle()
    assert "not in a lesson she loves?" in sentences(page)


def test_the_calendar_file_can_be_saved_once_the_day_is_known(page: WhenWherePage) -> None:
    assert not page.save.isVisible()
    assert "When the day is known" in all_sentences(page)
    type_day(page.day.line, "18 march")
    assert page.save.isVisible()
    assert "No name and no school is in it." in all_sentences(page)


def test_the_calendar_file_lands_where_the_carer_chose_and_says_what_went_in(
    page: WhenWherePage, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    type_day(page.day.line, "18 march")
    type_day(page.time.line, "2pm")
    with qtbot.waitSignal(page.said) as said:
        page.save_to(str(tmp_path / "meeting.ics"))
    assert said.args == [
        "Saved. The file says: Meeting, Wednesday 18 March 2026 at 2.00pm. No name and no school is in it."
    ]
    written = (tmp_path / "meeting.ics").read_bytes()
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert event["summary"] == "Meeting"
    assert b"Mia" not in written
    assert b"Riverside" not in written
    assert event["dtstamp"].dt == datetime(2026, 3, 10, tzinfo=UTC), (
        "the stamp comes from the day, not from a clock"
    )


def test_a_folder_that_cannot_be_written_to_is_said(
    page: WhenWherePage, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    type_day(page.day.line, "18 march")
    with qtbot.waitSignal(house.records.problem) as problem:
        page.save_to(str(tmp_path / "not here" / "meeting.ics"))
    assert "could not be saved there" in problem.args[0]


def test_the_suggested_file_name_holds_no_name(page: WhenWherePage, qtbot: QtBot) -> None:
    type_day(page.day.line, "18 march")
    page.save.click()
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog))
    assert [Path(each).name for each in dialog.selectedFiles()] == ["meeting.ics"]
    dialog.reject()


def test_a_time_that_cannot_be_read_does_not_go_missing_when_one_goes_on(page: WhenWherePage) -> None:
    went = []
    page.go.connect(went.append)
    type_day(page.time.line, "teatime")
    page.carry_on.click()
    assert went == []
    (summary,) = page.findChildren(ErrorSummary)
    assert focused(page) is summary
    summary.links()[0].click()
    assert focused(page) is page.time.line
    type_day(page.time.line, "half two")
    assert summary.sentences() == []
    page.carry_on.click()
    assert len(went) == 1


def test_a_moved_meeting_asks_for_its_time_and_the_move_can_be_undone(
    page: WhenWherePage, house: House, meeting: int
) -> None:
    type_day(page.day.line, "18 March 2026")
    type_day(page.time.line, "2pm")
    assert not page.same.isVisible()
    type_day(page.day.line, "25 March 2026")
    assert (facts(house, meeting).on_day, facts(house, meeting).at_time) == (date(2026, 3, 25), None)
    assert "Before the move it was at 2.00pm. Is it at the same time on the new day?" in sentences(page)
    page.same.click()
    assert facts(house, meeting).at_time == time(14)
    assert not page.same.isVisible()
    type_day(page.day.line, "26 March 2026")
    assert house.records.undo()
    assert (facts(house, meeting).on_day, facts(house, meeting).at_time) == (date(2026, 3, 25), time(14))


def test_a_bad_day_and_a_bad_time_are_both_told_and_go_one_by_one(page: WhenWherePage) -> None:
    type_day(page.day.line, "31 february")
    type_day(page.time.line, "teatime")
    page.carry_on.click()
    (summary,) = page.findChildren(ErrorSummary)
    assert [sentence.split(" ")[0] for sentence in summary.sentences()] == ["February", "We"]
    assert "31st day" in page.day.answer()
    assert "teatime" in page.time.answer()
    type_day(page.day.line, "18 march")
    assert len(summary.sentences()) == 1
    assert page.day.answer() == "Wednesday 18 March 2026"
    assert "teatime" in page.time.answer()


def test_the_summary_is_read_before_the_boxes_it_speaks_of(page: WhenWherePage) -> None:
    """A screen reader goes by the order of the parts, and the summary is made late."""
    type_day(page.time.line, "teatime")
    page.carry_on.click()
    (summary,) = page.findChildren(ErrorSummary)
    parent = summary.parentWidget()
    assert parent is not None
    parts = [part for part in parent.children() if isinstance(part, QWidget) and not part.isHidden()]
    holder = next(part for part in parts if part.isAncestorOf(page.time))
    heading = next(part for part in parts if isinstance(part, Heading))
    assert parts.index(heading) < parts.index(summary) < parts.index(holder)


def test_another_meeting_of_the_household_on_that_day_is_said_and_goes_with_the_day(
    page: WhenWherePage, vault: Vault, meeting: int
) -> None:
    other = builders.add_child(vault, "Leo")
    builders.add_meeting(vault, other, date(2026, 3, 18), uid="leos")
    assert not page.also.isVisible()
    type_day(page.day.line, "18/3/26")
    assert page.also.words().startswith("Leo has a meeting that day")
    type_day(page.day.line, "19/3/26")
    assert not page.also.isVisible()


def test_a_meeting_that_was_put_off_says_from_which_day(page: WhenWherePage, meeting: int) -> None:
    assert not page.put_off.isVisible()
    type_day(page.day.line, "18/3/26")
    page.records.change(putting_off.put_off_meeting, meeting, builders.TODAY)
    type_day(page.day.line, "25/3/26")
    assert page.put_off.words() == "Put off from 18 March 2026."
    assert page.put_off.isVisible()
