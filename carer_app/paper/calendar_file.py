"""Meetings and due dates as a file for the carer's own calendar. Says nothing about a child unless told to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from carer_app.words import _

_HERE = ZoneInfo("Europe/London")
_USUAL_LENGTH = timedelta(hours=1)
_REMINDERS = (timedelta(days=2), timedelta(hours=2))
_MORNING = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a calendar file.

    `uid` stays the same for ever, and `sequence` goes up by one each time it is moved, so that a calendar moves its
    entry instead of showing two. `on` and `at` are as on a clock in England; without `at` it is an all-day entry.
    Without a `title` it is called "Meeting", and names no child and no school.
    """

    uid: UUID
    on: date
    at: time | None = None
    sequence: int = 0
    title: str = ""
    where: str = ""
    lasts: timedelta = _USUAL_LENGTH
    cancelled: bool = False


def calendar_file(entries: Sequence[Entry], written_at: datetime) -> bytes:
    """Entries as the bytes of one .ics file, each with reminders two days and two hours before.

    An all-day entry has both at 8 in the morning: midnight two days before would wake somebody. `written_at` must
    know its time zone.
    """
    if written_at.tzinfo is None:
        raise ValueError("written_at needs a time zone")
    calendar = Calendar()
    calendar.add("prodid", "-//PEP Companion//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, written_at))
    written: bytes = calendar.to_ical()
    return written


def meeting_file(uid: UUID, on: date, at: time | None, written_at: datetime, **rest: Any) -> bytes:
    """One entry as a file: see Entry and `calendar_file`."""
    return calendar_file([Entry(uid, on, at, **rest)], written_at)


def _event(entry: Entry, written_at: datetime) -> Event:
    title = _one_line(entry.title) or _("Meeting")
    event = Event()
    event.add("uid", str(entry.uid))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", written_at.astimezone(UTC).replace(microsecond=0))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if _one_line(entry.where):
        event.add("location", _one_line(entry.where))
    if entry.at is None:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        reminders: tuple[timedelta, ...] = (_MORNING - _REMINDERS[0], _MORNING)
    else:
        start = datetime.combine(entry.on, entry.at, _HERE).astimezone(UTC)
        event.add("dtstart", start)
        event.add("dtend", start + entry.lasts)
        reminders = tuple(-before for before in _REMINDERS)
    if not entry.cancelled:
        for reminder in reminders:
            event.add_component(_alarm(reminder, title))
    return event


def _one_line(words: str) -> str:
    """Calendars stumble over control characters, and show a title on one line anyway."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def _alarm(trigger: timedelta, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", trigger)
    return alarm
