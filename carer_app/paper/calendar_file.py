"""The meeting as a calendar file for the carer's own calendar. Says nothing about a child unless told to."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from carer_app.words import _

_HERE = ZoneInfo("Europe/London")
_USUAL_LENGTH = timedelta(hours=1)
_REMINDERS = (timedelta(days=2), timedelta(hours=2))


def meeting_file(
    uid: UUID,
    on: date,
    at: time | None,
    written_at: datetime,
    *,
    sequence: int = 0,
    title: str = "",
    where: str = "",
    lasts: timedelta = _USUAL_LENGTH,
    cancelled: bool = False,
) -> bytes:
    """One event as the bytes of an .ics file, with reminders two days and two hours before.

    `uid` stays the same for one meeting for ever, and `sequence` goes up by one each time the meeting is moved,
    so that a calendar moves its entry instead of showing two. `on` and `at` are as on a clock in England; without
    `at` it is an all-day entry, whose second reminder comes at 8 in the morning. `written_at` must know its time zone.
    Without a `title` the entry is called "Meeting", and it names no child and no school.
    """
    if written_at.tzinfo is None:
        raise ValueError("written_at needs a time zone")
    event = Event()
    event.add("uid", str(uid))
    event.add("sequence", sequence)
    event.add("dtstamp", written_at.astimezone(UTC).replace(microsecond=0))
    event.add("summary", _one_line(title) or _("Meeting"))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    if _one_line(where):
        event.add("location", _one_line(where))
    if at is None:
        event.add("dtstart", on)
        event.add("dtend", on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        reminders: tuple[timedelta, ...] = (timedelta(days=-2), timedelta(hours=8))
    else:
        start = datetime.combine(on, at, _HERE).astimezone(UTC)
        event.add("dtstart", start)
        event.add("dtend", start + lasts)
        reminders = tuple(-before for before in _REMINDERS)
    if not cancelled:
        for reminder in reminders:
            event.add_component(_alarm(reminder))
    calendar = Calendar()
    calendar.add("prodid", "-//PEP Companion//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _one_line(words: str) -> str:
    """Calendars stumble over control characters, and show a title on one line anyway."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def _alarm(trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Meeting"))
    alarm.add("trigger", trigger)
    return alarm
