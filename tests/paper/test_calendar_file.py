"""The meeting in the carer's own calendar."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar

from carer_app.paper.calendar_file import meeting_file

UID = UUID("0b9c9b0e-3c5c-4c9a-9a55-0e1f4f6f2a11")
WRITTEN = datetime(2026, 3, 10, 9, tzinfo=UTC)


def _event(data: bytes) -> Any:
    [event] = Calendar.from_ical(data).walk("VEVENT")
    return event


def test_a_meeting_names_nobody_unless_asked_to() -> None:
    data = meeting_file(UID, date(2026, 3, 18), time(14), WRITTEN)
    event = _event(data)
    assert str(event["SUMMARY"]) == "Meeting"
    assert "LOCATION" not in event
    assert "DESCRIPTION" not in event
    assert str(event["CLASS"]) == "PRIVATE"
    assert event["UID"] == str(UID)
    assert event.decoded("DTSTAMP") == WRITTEN


@pytest.mark.parametrize(
    ("day", "hour"), [(date(2026, 3, 18), 14), (date(2026, 7, 1), 13), (date(2026, 10, 26), 14)]
)
def test_the_time_is_the_clock_in_england_summer_and_winter(day: date, hour: int) -> None:
    event = _event(meeting_file(UID, day, time(14), WRITTEN))
    assert event.decoded("DTSTART") == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(hours=1)


def test_two_reminders() -> None:
    event = _event(meeting_file(UID, date(2026, 3, 18), time(14), WRITTEN))
    alarms = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
    assert alarms == [timedelta(days=-2), timedelta(hours=-2)]


def test_a_meeting_without_a_time_takes_the_day_and_wakes_nobody_at_midnight() -> None:
    event = _event(meeting_file(UID, date(2026, 3, 31), None, WRITTEN))
    assert event.decoded("DTSTART") == date(2026, 3, 31)
    assert event.decoded("DTEND") == date(2026, 4, 1)
    assert [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")] == [
        timedelta(days=-2, hours=8),
        timedelta(hours=8),
    ]


def test_a_moved_meeting_keeps_its_name_and_counts_up() -> None:
    first = _event(meeting_file(UID, date(2026, 3, 18), time(14), WRITTEN))
    moved = _event(meeting_file(UID, date(2026, 3, 20), time(9), WRITTEN, sequence=1))
    assert first["UID"] == moved["UID"]
    assert (first["SEQUENCE"], moved["SEQUENCE"]) == (0, 1)


def test_a_cancelled_meeting_rings_no_bell() -> None:
    event = _event(meeting_file(UID, date(2026, 3, 18), time(14), WRITTEN, sequence=2, cancelled=True))
    assert str(event["STATUS"]) == "CANCELLED"
    assert event.walk("VALARM") == []


@pytest.mark.parametrize("title", ["a, b; c\\d", "<b>Zoë & O’Łukasz</b> 🙂 محمد", "x" * 300, "BEGIN:VEVENT"])
def test_a_title_that_the_carer_chooses_comes_back_as_typed(title: str) -> None:
    event = _event(meeting_file(UID, date(2026, 3, 18), time(14), WRITTEN, title=title, where=title))
    assert str(event["SUMMARY"]) == str(event["LOCATION"]) == title


def test_a_title_cannot_smuggle_in_lines_of_its_own() -> None:
    title = "Meeting\r\nEND:VEVENT\x00\x07\nATTACH:x"
    event = _event(meeting_file(UID, date(2026, 3, 18), time(14), WRITTEN, title=title))
    assert "ATTACH" not in event
    assert str(event["SUMMARY"]) == "Meeting END:VEVENT ATTACH:x"


def test_the_same_facts_give_the_same_bytes() -> None:
    assert meeting_file(UID, date(2026, 3, 18), None, WRITTEN) == meeting_file(
        UID, date(2026, 3, 18), None, WRITTEN
    )


def test_a_clock_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        meeting_file(UID, date(2026, 3, 18), None, datetime(2026, 3, 10))
