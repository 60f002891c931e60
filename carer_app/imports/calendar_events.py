"""What a calendar file says, event by event. Runs in the reader process: the file is somebody else's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from carer_app.imports import calendar_days
from carer_app.imports.calendar_days import BadDay, Span, moment, span_of
from carer_app.imports.calendar_event import BadCalendar, SchoolEvent, Trouble
from carer_app.imports.calendar_groups import Groups
from carer_app.imports.calendar_repeats import Placed
from carer_app.imports.calendar_text import RawEvent, taken_apart

__all__ = ["BadCalendar", "events_in", "warm_up"]


def events_in(data: bytes, matters: Callable[[str], bool] = lambda title: True) -> list[SchoolEvent]:
    """Every event of a file on each of its days, in the order of the days; nothing is dropped without being named.

    Repeats are laid out only where the title `matters`; any other event is told once. Raises BadCalendar.
    """
    calendar = taken_apart(data)
    found: list[SchoolEvent] = []
    groups = Groups(matters)
    for event in calendar.events:
        trouble = _trouble(event, calendar.is_cancelled)
        try:
            placed = _placed(event, trouble)
        except BadDay as bad:
            groups.lost(event)
            found.append(
                SchoolEvent(event.title, None, None, trouble=trouble or bad.trouble, line=event.line)
            )
            continue
        if trouble and not event.is_change:
            found.append(placed.told())
        else:
            groups.add(placed)
    found += groups.events()
    unique = dict.fromkeys(found)
    return sorted(unique, key=lambda each: (each.first or date.max, each.last or date.max, each.line))


def warm_up(matters: Callable[[str], bool]) -> None:
    """Load everything that reading may need, while files can still be opened."""
    calendar_days.warm_up()
    sample = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Half term – Zoë\r\n"
        "DTSTART;TZID=GMT Standard Time:20251027T000000\r\nDURATION:P1W\r\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20251231T000000Z\r\nEXDATE:20251103\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        events_in(sample.encode(encoding), matters)


def _trouble(event: RawEvent, is_cancelled: bool) -> Trouble:
    """What is wrong with an event on its own."""
    if event.is_broken:
        return "broken"
    if is_cancelled or event.value("STATUS").upper() in ("CANCELLED", "CANCELED"):
        return "cancelled"
    if event.value("STATUS").upper() == "TENTATIVE":
        return "unsure"
    return "" if event.title or event.is_change else "no_title"


def _placed(event: RawEvent, trouble: Trouble) -> Placed:
    """The event with its days. One day of a repeated event that was changed beyond reading still has that day."""
    changed = moment(event.first("RECURRENCE-ID")) if event.is_change else None
    try:
        start = moment(event.first("DTSTART"))
        return Placed(event, start, span_of(event, start), trouble)
    except BadDay as bad:
        if changed is None:
            raise
        day = changed.in_england().date()
        return Placed(event, replace(changed, day=day, clock=None), Span(day, day), trouble or bad.trouble)
