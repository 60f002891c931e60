"""The file for the carer's own calendar, and calling a meeting off."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from pytestqt.qtbot import QtBot

from carer_app.choices import Part
from carer_app.storage.vault import Vault
from carer_app.use_cases import planning
from tests import builders
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import ChildRecord, GetReady, OwnCalendar, PreparePart
from ui.children.child_record import ChildRecordPage
from ui.meetings.when_where import WhenWherePage
from ui.own_calendar.own_calendar import NAMED, OwnCalendarPage
from ui.preparation.get_ready import GetReadyPage
from ui.widgets.buttons import RowButton

Show = Callable[[Any], Any]


@pytest.fixture
def mia(vault: Vault) -> int:
    child = builders.add_child(vault, last_pep_on=date(2025, 11, 3))
    builders.add_meeting(vault, child, date(2026, 3, 18), time(14))
    return child


@pytest.fixture
def page(house: House, show: Show, mia: int) -> OwnCalendarPage:
    made: OwnCalendarPage = show(OwnCalendarPage(house, OwnCalendar(mia)))
    return made


def saved(page: Any, qtbot: QtBot, file: Path) -> list[Any]:
    with qtbot.waitSignal(page.said, timeout=20_000):
        page.save_to(str(file))
    return list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def test_what_goes_in_is_shown_first_and_nothing_names_the_child(
    page: OwnCalendarPage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert (
        page.entries.words()
        == "Wednesday 18 March 2026: Meeting\nFriday 24 April 2026: PEP due, at the latest"
    )
    events = saved(page, qtbot, tmp_path / "dates.ics")
    assert sorted(str(event["SUMMARY"]) for event in events) == ["Date to remember", "Meeting"]
    assert b"Mia" not in (tmp_path / "dates.ics").read_bytes()
    assert b"PEP due" not in (tmp_path / "dates.ics").read_bytes()
    again = saved(page, qtbot, tmp_path / "again.ics")
    assert {event["UID"] for event in again} == {event["UID"] for event in events}


def test_the_name_goes_in_only_where_it_was_chosen(
    page: OwnCalendarPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.title.row(NAMED).click()
    events = saved(page, qtbot, tmp_path / "dates.ics")
    assert [str(event["SUMMARY"]) for event in events] == ["Meeting about Mia", "PEP due, at the latest: Mia"]


def test_a_reminder_says_no_more_than_the_entry(page: OwnCalendarPage, qtbot: QtBot, tmp_path: Path) -> None:
    for event in saved(page, qtbot, tmp_path / "dates.ics"):
        assert {str(alarm["DESCRIPTION"]) for alarm in event.walk("VALARM")} == {str(event["SUMMARY"])}


def test_due_dates_can_stay_out(page: OwnCalendarPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.due.click()
    assert page.entries.words() == "Wednesday 18 March 2026: Meeting"
    assert len(saved(page, qtbot, tmp_path / "dates.ics")) == 1


def test_without_a_date_there_is_nothing_to_save(house: House, show: Show, vault: Vault) -> None:
    child = builders.add_child(vault, "Jordan")
    page: OwnCalendarPage = show(OwnCalendarPage(house, OwnCalendar(child)))
    assert page.entries.words() == "There is no date to come yet."
    assert not page.save.isEnabled()


def test_what_is_off_is_shown_and_taken_out_though_nothing_is_to_come(
    page: OwnCalendarPage, house: House, qtbot: QtBot, tmp_path: Path, mia: int
) -> None:
    page.due.click()
    saved(page, qtbot, tmp_path / "dates.ics")
    house.records.change(planning.call_off, 1, house.today())
    assert page.entries.words() == "There is no date to come yet."
    assert page.out.words() == "Taken out of your calendar:\nWednesday 18 March 2026: Meeting"
    assert page.save.isEnabled()
    with qtbot.waitSignal(house.records.problem, timeout=20_000):
        page.save_to(str(tmp_path / "nowhere" / "dates.ics"))
    assert page.out.isVisible()
    with qtbot.waitSignal(page.said, timeout=20_000) as said:
        page.save_to(str(tmp_path / "dates.ics"))
    assert "It takes 1 date out of your calendar." in said.args[0]
    (event,) = Calendar.from_ical((tmp_path / "dates.ics").read_bytes()).walk("VEVENT")
    assert str(event["STATUS"]) == "CANCELLED"
    assert not page.out.isVisible()
    assert not page.save.isEnabled()


def test_a_place_that_cannot_be_written_to_is_said(
    page: OwnCalendarPage, house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(house.records.problem, timeout=20_000) as problem:
        page.save_to(str(tmp_path / "nowhere" / "dates.ics"))
    assert "could not be saved there" in problem.args[0]


def test_a_meeting_is_called_off_and_takes_place_after_all(
    house: House, show: Show, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path
) -> None:
    page: WhenWherePage = show(WhenWherePage(house, PreparePart(1, Part.WHEN_WHERE)))
    page.off.click()
    assert "This meeting was called off on Tuesday 10 March 2026." in sentences(page)
    assert not page.off.isVisible()
    assert page.save.accessibleName() == "Take it out of my calendar"
    (event,) = saved(page, qtbot, tmp_path / "meeting.ics")
    assert str(event["STATUS"]) == "CANCELLED"
    assert house.records.undo()
    assert house.records.read(planning.meeting_facts, 1).called_off_on is None
    page.off.click()
    page.on_again.click()
    assert page.off.isVisible()
    assert page.save.accessibleName() == "Save to my calendar"
    assert house.records.read(planning.meeting_facts, 1).calendar_sequence >= 4


def test_a_meeting_saved_from_its_own_page_is_taken_out_by_the_childs_file(
    house: House, show: Show, mia: int, qtbot: QtBot, tmp_path: Path
) -> None:
    meeting: WhenWherePage = show(WhenWherePage(house, PreparePart(1, Part.WHEN_WHERE)))
    saved(meeting, qtbot, tmp_path / "meeting.ics")
    meeting.off.click()
    page: OwnCalendarPage = show(OwnCalendarPage(house, OwnCalendar(mia)))
    assert page.out.words() == "Taken out of your calendar:\nWednesday 18 March 2026: Meeting"


def test_getting_ready_for_a_meeting_that_is_off_says_so(house: House, show: Show, mia: int) -> None:
    page: GetReadyPage = show(GetReadyPage(house, GetReady(1)))
    assert not page.off.isVisible()
    house.records.change(planning.call_off, 1, house.today())
    assert "This meeting was called off." in sentences(page)
    assert not page.be_there.isVisible()
    assert not page.next.isVisible()


def test_a_meeting_to_come_stands_above_one_that_is_off(house: House, show: Show, mia: int) -> None:
    house.records.change(planning.call_off, 1, house.today())
    house.records.change(planning.plan_meeting, mia, "uid-2")
    house.records.change(planning.set_day, 2, date(2026, 3, 12))
    page: ChildRecordPage = show(ChildRecordPage(house, ChildRecord(mia)))
    rows = page.meetings.rows.findChildren(RowButton)
    assert [row.accessibleName().partition(",")[0] for row in sorted(rows, key=lambda row: row.y())] == [
        "Thursday 12 March 2026",
        "Wednesday 18 March 2026",
    ]
    assert page.next_pep.when.words() == "The meeting is on Thursday 12 March 2026"
