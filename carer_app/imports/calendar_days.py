"""Which whole days in England an event takes, whatever clock its file was written with."""

import re
import warnings
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.prop import vDuration
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from carer_app.imports.calendar_event import Trouble
from carer_app.imports.calendar_text import Property, RawEvent

LONGEST_DAYS = 200
FIRST_YEAR, LAST_YEAR = 1990, 2100
LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)
_DAY = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d))?)?(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_NOON = time(12)
# An event from ten or earlier until two or later takes the whole school day.
_MORNING, _AFTERNOON = 10 * 60, 14 * 60
_LAST_MINUTE = time(23, 59)


class BadDay(ValueError):
    """`trouble` says what is wrong with an event's days."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as it is written, with a clock or without; `zone` is None where it is the clock on the wall."""

    day: date
    clock: time | None = None
    zone: ZoneInfo | None = None
    is_utc: bool = False

    def in_england(self) -> datetime:
        wall = datetime.combine(self.day, self.clock or time())
        if self.clock is None:
            return wall
        if self.is_utc:
            return wall.replace(tzinfo=UTC).astimezone(LONDON).replace(tzinfo=None)
        if self.zone is not None:
            return wall.replace(tzinfo=self.zone).astimezone(LONDON).replace(tzinfo=None)
        return wall

    def day_beside(self, start: "Moment") -> date:
        """The day that this is on the clock that `start` was written with."""
        if self.clock is None or (self.is_utc, self.zone) == (start.is_utc, start.zone):
            return self.day
        there = UTC if start.is_utc and start.clock is not None else start.zone or LONDON
        own = UTC if self.is_utc else self.zone or LONDON
        return datetime.combine(self.day, self.clock, own).astimezone(there).date()


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days, first and last inside; `hours` where it is only part of one."""

    first: date
    last: date
    hours: tuple[int, int] | None = None


def warm_up() -> None:
    """Load every clock of the world, while files can still be opened."""
    for name in available_timezones():
        _zone(name)


def moment(written: Property | None) -> Moment:
    """A DTSTART, DTEND or RECURRENCE-ID. Raises BadDay where it is no day."""
    if written is None or not written.value.strip():
        raise BadDay("no_day")
    return moment_of(written.value, written.parameters)


def moment_of(value: str, parameters: dict[str, str]) -> Moment:
    """One day of a list, such as EXDATE's."""
    found = _DAY.fullmatch(value.strip())
    if found is None:
        raise BadDay("bad_day")
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        on = date(int(year), int(month), int(day))
        if not FIRST_YEAR <= on.year <= LAST_YEAR:
            raise ValueError(year)
        if hour is None:
            return Moment(on)
        if hour == "24" and not int(minute or 0) and not int(second or 0):
            on, hour = on + ONE_DAY, "00"
        clock = time(int(hour), int(minute or 0), min(int(second or 0), 59))
    except (ValueError, OverflowError) as problem:
        raise BadDay("bad_day") from problem
    if (zone or "").upper() == "Z":
        return Moment(on, clock, is_utc=True)
    return Moment(on, clock, _zone(parameters.get("TZID", "")))


@cache
def _zone(name: str) -> ZoneInfo | None:
    """The clock of that name, Windows' names too. One that nobody knows is the clock on the wall: schools are here."""
    name = name.strip(' "/')
    wanted = (name, WINDOWS_TO_OLSON.get(name, ""), "/".join(name.split("/")[-2:]))
    known = next((each for each in wanted if each in _names()), None)
    return None if known is None or known == "Europe/London" else ZoneInfo(known)


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())


def span_of(event: RawEvent, start: Moment) -> Span:
    """The days from `start` to the event's end. Raises BadDay."""
    end = moment(event.first("DTEND")) if event.first("DTEND") else None
    if end is None and event.first("DURATION") is not None:
        end = _after(start, event.value("DURATION"))
    span = _whole_days(start, end) or _by_the_clock(start.in_england(), (end or start).in_england())
    if span.last < span.first:
        raise BadDay("backwards")
    if span.last - span.first > timedelta(days=LONGEST_DAYS):
        raise BadDay("too_long")
    return span


def _after(start: Moment, duration: str) -> Moment:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            length = vDuration.from_ical(duration.strip().upper())  # type: ignore[no-untyped-call]
        if length < timedelta():
            raise BadDay("backwards")
        if start.clock is None:
            return Moment(start.day + timedelta(days=max(-(-length // ONE_DAY), 1)))
        end = datetime.combine(start.day, start.clock) + length
    except BadDay:
        raise
    except (ValueError, OverflowError) as problem:
        raise BadDay("bad_day") from problem
    return Moment(end.date(), end.time(), start.zone, start.is_utc)


def _whole_days(start: Moment, end: Moment | None) -> Span | None:
    """Days that are written as days, or as midnights of one and the same clock; None for anything else."""
    if start.clock is None:
        if end is None or end.day == start.day:
            return Span(start.day, start.day)
        return Span(start.day, end.day - ONE_DAY if end.clock in (None, time()) else end.day)
    if end is None:
        return Span(start.day, start.day) if start.clock == time() else None
    ends_a_day = end.clock is None or end.clock == time() or end.clock >= _LAST_MINUTE
    if start.clock == time() and ends_a_day and (start.zone, start.is_utc) == (end.zone, end.is_utc):
        last = end.day if end.clock is not None and end.clock >= _LAST_MINUTE else end.day - ONE_DAY
        return Span(start.day, max(last, start.day) if end.day >= start.day else last)
    return None


def _by_the_clock(start: datetime, end: datetime) -> Span:
    """Days in England that an event takes: those whose noon lies inside it, else the one that it begins on."""
    if end < start:
        raise BadDay("backwards")
    first = start.date() if start.time() <= _NOON else start.date() + ONE_DAY
    last = end.date() if end.time() > _NOON else end.date() - ONE_DAY
    if start.date() == end.date():
        hours = (start.hour * 60 + start.minute, end.hour * 60 + end.minute)
        is_whole = (hours[0] <= _MORNING and hours[1] >= _AFTERNOON) or (start == end and hours[0] == 0)
        return Span(start.date(), start.date(), None if is_whole else hours)
    if last < first:
        return Span(start.date(), start.date(), (start.hour * 60 + start.minute, 24 * 60))
    return Span(first, last)
