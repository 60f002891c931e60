"""The days of an event that repeats, with those that were left out, added, moved and called off.

`recurring-ical-events` lays them out, day by day and never by the clock. What it is given is built here from what was
read, and only from rules that come round for certain: one that never does would be looked for until the year 9999.
"""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

import recurring_ical_events
from icalendar import Calendar, Event
from icalendar.prop import vRecur

from carer_app.imports.calendar_days import FIRST_YEAR, LAST_YEAR, ONE_DAY, BadDay, Moment, Span, moment_of
from carer_app.imports.calendar_event import SchoolEvent, Trouble
from carer_app.imports.calendar_text import Property, RawEvent

MOST_OF_ONE = 400
MOST_LISTED = 1_000
MOST_RULES = 4
YEARS = 6
_SIX_YEARS = timedelta(days=YEARS * 366)
_WEEKDAYS = frozenset(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
_PARTS = frozenset(
    ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS")
)


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its days: as it was written, and as they are in England."""

    event: RawEvent
    start: Moment
    span: Span
    trouble: Trouble = ""

    @property
    def shift(self) -> timedelta:
        """From the day that was written to the day in England: a day, for a midnight that is one only here."""
        return self.span.first - self.start.day

    @property
    def is_repeated(self) -> bool:
        return any(name in self.event.properties for name in ("RRULE", "RDATE"))

    def told(self, first: date | None = None, trouble: Trouble = "", title: str = "") -> SchoolEvent:
        """What is told of it on the day `first`, or on its own."""
        begin = first or self.span.first
        return SchoolEvent(
            title=self.event.title or title,
            first=begin,
            last=begin + (self.span.last - self.span.first),
            hours=self.span.hours,
            trouble=trouble or self.trouble,
            line=self.event.line,
            repeats=self.is_repeated and first is None,
        )


@dataclass(frozen=True, slots=True)
class Series:
    """What was laid out: each day with the event that it is of; `cut` where it goes on after the last of them."""

    days: tuple[tuple[Placed, date], ...]
    cut: bool = False


def lay_out(master: Placed, changes: Sequence[Placed], horizon: date) -> Series:
    """Every day of a repeated event. Raises BadDay("repeat") where its rule is none that is surely read rightly.

    One without an end is read up to `horizon`, six years back at most.
    """
    rules = [_rule(written.value, master) for written in master.event.properties.get("RRULE", [])]
    if len(rules) > MOST_RULES or "EXRULE" in master.event.properties:
        raise BadDay("repeat")
    is_endless = any(rule.is_endless(master.start.day) for rule in rules)
    begin = master.start.day
    window = (horizon - _SIX_YEARS, horizon) if is_endless else (begin - _SIX_YEARS, begin + _SIX_YEARS)
    calendar = Calendar()
    together = [master, *changes]
    for number, placed in enumerate(together):
        calendar.add_component(_component(placed, number, [rule.text for rule in rules], master))
    found: list[tuple[Placed, date]] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number, day in islice(_occurrences(calendar, *window), MOST_OF_ONE + 1):
            found.append((together[number], day + (together[number].shift if number == 0 else timedelta())))
    too_many = len(found) > MOST_OF_ONE
    return Series(tuple(found[:MOST_OF_ONE]), too_many or (is_endless and bool(found)))


def _occurrences(calendar: Calendar, first: date, last: date) -> Iterator[tuple[int, date]]:
    """Which event, on which of its written days."""
    for series in recurring_ical_events.of(calendar).series:
        for occurrence in series.between(first, last + ONE_DAY):
            component = occurrence.as_component(keep_recurrence_attributes=False)
            yield int(component["X-NUMBER"]), component["DTSTART"].dt


def _component(placed: Placed, number: int, rules: Sequence[str], master: Placed) -> Event:
    """The event as days alone, for the library."""
    event = Event()
    is_master = placed is master
    begin = placed.start.day if is_master else placed.span.first
    event.add("uid", "one")
    event.add("x-number", str(number))
    event.add("dtstart", begin)
    event.add("dtend", begin + (placed.span.last - placed.span.first) + ONE_DAY)
    event.add("sequence", number)
    if not is_master:
        recurrence = placed.event.first("RECURRENCE-ID")
        assert recurrence is not None
        changed = moment_of(recurrence.value, recurrence.parameters).day_beside(master.start)
        whole = recurrence.parameters.get("RANGE", "").upper() == "THISANDFUTURE"
        event.add("recurrence-id", changed, parameters={"RANGE": "THISANDFUTURE"} if whole else {})
        return event
    for rule in rules:
        event.add("rrule", vRecur.from_ical(rule))
    for name in ("RDATE", "EXDATE"):
        days = _listed(placed.event.properties.get(name, []), master)
        if days:
            event.add(name, days)
    return event


def _listed(written: Sequence[Property], master: Placed) -> list[date]:
    """The days of RDATE or EXDATE, on the clock of the event."""
    values = [
        (value, each.parameters) for each in written for value in each.value.split(",") if value.strip()
    ]
    if len(values) > MOST_LISTED:
        raise BadDay("too_often")
    return sorted({moment_of(value.split("/")[0], kept).day_beside(master.start) for value, kept in values})


@dataclass(frozen=True, slots=True)
class _Rule:
    text: str
    count: int | None
    until: date | None

    def is_endless(self, start: date) -> bool:
        if self.count is not None:
            return self.count > MOST_OF_ONE
        return self.until is None or self.until > start + _SIX_YEARS


def _rule(value: str, master: Placed) -> _Rule:
    """A rule whose end is a day. Raises BadDay where it is not sure to come round, or repeats within a day."""
    parts: dict[str, str] = {}
    for part in value.upper().replace(" ", "").strip(";").split(";"):
        name, _equals, said = part.partition("=")
        if name not in _PARTS or name in parts or not said:
            raise BadDay("repeat")
        parts[name] = said
    if "COUNT" in parts and "UNTIL" in parts:
        raise BadDay("repeat")
    until = _until(parts["UNTIL"], master) if "UNTIL" in parts else None
    try:
        count = int(parts["COUNT"]) if "COUNT" in parts else None
        comes = _comes_round(parts, master.start.day)
    except ValueError as problem:
        raise BadDay("repeat") from problem
    if not comes or (count is not None and count < 1) or master.start.day.year < FIRST_YEAR:
        raise BadDay("repeat")
    if until is not None:
        parts["UNTIL"] = f"{until:%Y%m%d}"
    return _Rule(";".join(f"{name}={said}" for name, said in parts.items()), count, until)


def _until(value: str, master: Placed) -> date:
    """The last day on which it may come. By the clock, a day that it would come too late on is not one."""
    if value[:4].isdecimal() and int(value[:4]) > LAST_YEAR:
        return date(LAST_YEAR, 12, 31)  # some programs write an endless repeat as one until the year 9999
    end = moment_of(value, {})
    day = end.day_beside(master.start)
    start = master.start
    if end.clock is None or start.clock is None:
        return day
    same = Moment(day, start.clock, start.zone, start.is_utc).in_england()
    return day if same <= end.in_england() else day - ONE_DAY


def _comes_round(parts: dict[str, Any], start: date) -> bool:
    """Whether such a rule has a day in every year, or as often as its interval says. Only plain ones are taken."""
    often, interval = parts.get("FREQ"), int(parts.get("INTERVAL", "1"))
    weekdays = [str(day) for day in parts["BYDAY"].split(",")] if "BYDAY" in parts else []
    months = {int(month) for month in parts["BYMONTH"].split(",")} if "BYMONTH" in parts else set()
    days = {int(day) for day in parts["BYMONTHDAY"].split(",")} if "BYMONTHDAY" in parts else set()
    places = {int(place) for place in parts["BYSETPOS"].split(",")} if "BYSETPOS" in parts else set()
    if (
        not 1 <= interval <= 120
        or not months <= set(range(1, 13))
        or parts.get("WKST", "MO") not in _WEEKDAYS
    ):
        return False
    if any(not 1 <= abs(day) <= 28 for day in days) or (days and weekdays) or len(weekdays) > 40:
        return False
    plain = all(day in _WEEKDAYS for day in weekdays)
    counted = all(
        day[-2:] in _WEEKDAYS and (not day[:-2] or 1 <= abs(int(day[:-2])) <= 4) for day in weekdays
    )
    if often in ("DAILY", "WEEKLY"):
        filters = bool(months or (often == "DAILY" and weekdays))
        return plain and not days and not places and (interval == 1 or not filters)
    if often not in ("MONTHLY", "YEARLY") or not counted:
        return False
    if places and not (plain and weekdays and all(1 <= abs(place) <= 4 for place in places)):
        return False
    if not weekdays and not days and start.day > 28 and months and start.month not in months:
        return False
    if often == "MONTHLY":
        return not months or interval == 1
    return bool(months) or not (weekdays or days)
