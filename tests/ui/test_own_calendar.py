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
from ui.meetings.when_where import WhenWherePage
from ui.own_calendar.own_calendar import NAMED, OwnCalendarPage
from ui.page import House
from ui.places import OwnCalendar, PreparePart

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
    assert page.entries.words() == "Wednesday 18 March 2026: Meeting\nSunday 3 May 2026: PEP due"
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
    assert {str(event["SUMMARY"]) for event in events} == {"Meeting about Mia"}


def test_due_dates_can_stay_out(page: OwnCalendarPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.due.click()
    assert page.entries.words() == "Wednesday 18 March 2026: Meeting"
    assert len(saved(page, qtbot, tmp_path / "dates.ics")) == 1


def test_without_a_date_there_is_nothing_to_save(house: House, show: Show, vault: Vault) -> None:
    child = builders.add_child(vault, "Jordan")
    page: OwnCalendarPage = show(OwnCalendarPage(house, OwnCalendar(child)))
    assert page.entries.words() == "There is no date to come yet."
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
    (event,) = saved(page, qtbot, tmp_path / "meeting.ics")
    assert str(event["STATUS"]) == "CANCELLED"
    assert house.records.undo()
    assert house.records.read(planning.meeting_facts, 1).called_off_on is None
    page.off.click()
    page.on_again.click()
    assert page.off.isVisible()
    assert house.records.read(planning.meeting_facts, 1).calendar_sequence >= 4
