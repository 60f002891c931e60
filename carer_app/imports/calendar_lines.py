"""What a calendar file says, event by event. Runs in the reader process: the file is somebody else's.

Lines are taken apart by `icalendar`; repeated events are laid out by `dateutil`, never further than a school needs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice, takewhile

from dateutil.rrule import rrule, rruleset, rrulestr
from icalendar.parser import Contentlines

MOST_EVENTS = 5_000
MOST_REPEATS = 60
YEARS_OF_REPEATS = 6
_WHOLE_DAYS = re.compile(r"\bFREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)\b", re.IGNORECASE)
LONGEST_DAYS = 200
LONGEST_SUMMARY = 300
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?")
# When the clocks in England are an hour ahead; a time written in UTC near midnight is the next day then.
_SUMMER_MONTHS = range(4, 11)


class BadCalendar(Exception):
    """The file cannot be read: `kind` is "no_calendar", "too_many", "bad_line" or "encoding", `line` where."""

    def __init__(self, kind: str, line: int = 0) -> None:
        super().__init__(kind)
        self.kind, self.line = kind, line


@dataclass(frozen=True, slots=True)
class SchoolEvent:
    """One event as whole days, first and last inside. A timed event is its days in England."""

    summary: str
    first: date
    last: date


def events_in(data: bytes) -> list[SchoolEvent]:
    """Every event that is not cancelled, in the order of the days; equal ones once. Raises BadCalendar."""
    text = _decoded(data)
    if text.upper().count("BEGIN:VEVENT") > MOST_EVENTS:
        raise BadCalendar("too_many")
    if "BEGIN:VCALENDAR" not in text.upper():
        raise BadCalendar("no_calendar")
    found = {event for properties in _properties(text) for event in _events(properties)}
    return sorted(found, key=lambda event: (event.first, event.last, event.summary))


def warm_up() -> None:
    """Load everything that reading may need, while files can still be opened."""
    sample = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Half term – Zoë\r\nDTSTART;VALUE=DATE:20251027\r\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20251231T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        events_in(sample.encode(encoding))


def _decoded(data: bytes) -> str:
    """UTF-8 as the format asks; else what other programs write. A file of zero bytes in between is none of these."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise BadCalendar("encoding")


def _properties(text: str) -> Iterator[dict[str, str]]:
    """The properties of each event. A line that is none raises BadCalendar with its number, counted as unfolded."""
    event: dict[str, str] | None = None
    depth = 0
    for number, line in enumerate(Contentlines.from_ical(text), start=1):  # type: ignore[no-untyped-call]
        if not line.strip():
            continue
        try:
            name, _parameters, value = line.parts()
        except ValueError as problem:
            raise BadCalendar("bad_line", number) from problem
        name = name.upper()
        if name == "BEGIN" and value.upper() == "VEVENT":
            event, depth = {}, 0
        elif name == "BEGIN":
            depth += 1
        elif name == "END" and value.upper() == "VEVENT" and event is not None:
            yield event
            event = None
        elif name == "END":
            depth -= 1
        elif event is not None and depth == 0:  # not what belongs to an alarm inside
            event.setdefault(name, value)


def _events(properties: dict[str, str]) -> list[SchoolEvent]:
    summary = " ".join(_unescaped(properties.get("SUMMARY", "")).split())[:LONGEST_SUMMARY]
    first, last = _first_and_last(properties)
    if not summary or first is None or last is None or properties.get("STATUS", "").upper() == "CANCELLED":
        return []
    length = last - first
    if length < timedelta(0) or length > timedelta(days=LONGEST_DAYS):
        return []
    return [SchoolEvent(summary, day, day + length) for day in _repeats(properties.get("RRULE", ""), first)]


def _first_and_last(properties: dict[str, str]) -> tuple[date | None, date | None]:
    """The days of an event: an all-day end is the day after the last one; without an end it is one day."""
    first = _day(properties.get("DTSTART", ""))
    if first is None:
        return None, None
    end = _day(properties.get("DTEND", ""))
    if end is None or end == first:
        return first, first
    is_whole_day = "T" not in properties.get("DTEND", "")
    at_midnight = properties.get("DTEND", "").upper().endswith("T000000")
    return first, end - timedelta(days=1) if is_whole_day or at_midnight else end


def _day(value: str) -> date | None:
    written = _DAY.fullmatch(value.strip())
    if written is None:
        return None
    year, month, day = (int(part) for part in written.groups()[:3])
    try:
        found = date(year, month, day)
        if written[7] is None:
            return found
        moment = datetime(year, month, day, int(written[4]), int(written[5]), tzinfo=UTC)
        return (moment + timedelta(hours=moment.month in _SUMMER_MONTHS)).date()
    except (ValueError, OverflowError):
        return None


def _repeats(rule: str, first: date) -> list[date]:
    """The first days of a repeated event: at most sixty in six years, and no repeat within a day."""
    if not _WHOLE_DAYS.search(rule):
        return [first]
    start = datetime(first.year, first.month, first.day)
    try:
        days = rrulestr(rule, dtstart=start, ignoretz=True)
        last = start + timedelta(days=YEARS_OF_REPEATS * 366)
        inside = takewhile(lambda each: each <= last, _until(days, last))
        return [moment.date() for moment in islice(inside, MOST_REPEATS)]
    except (ValueError, TypeError, OverflowError):
        return [first]


def _until(days: rrule | rruleset, last: datetime) -> Iterator[datetime]:
    """The same repeats with an end, so that one which never comes is not looked for until the year 9999."""
    if not isinstance(days, rrule):
        return iter(days)
    count, until = days._count, days._until  # type: ignore[attr-defined]  # they have no public names
    return islice(days.replace(count=None, until=min(until, last) if until else last), count)


def _unescaped(text: str) -> str:
    return re.sub(r"\\([nN,;\\])", lambda found: " " if found[1] in "nN" else found[1], text)
