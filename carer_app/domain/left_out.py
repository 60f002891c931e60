"""The days that a count of days skips, and why, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import ONE_DAY, Period, SchoolCalendar, days_between
from carer_app.typed_dates import say_short, say_span
from carer_app.words import _, plural

# Only the summer holiday is longer than this; elsewhere a half term may have been forgotten.
LONGEST_SHORT_HOLIDAY = timedelta(days=35)

Why = Literal["break", "bank_holiday", "inset", "closed"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Weekdays that were not counted: one break between terms, or one single day."""

    why: Why
    first: date
    last: date


def school_days_left_out(calendar: SchoolCalendar, event: date, until: date) -> list[LeftOut]:
    """The weekdays after the event and up to `until` on which pupils stay at home, in order."""
    out: list[LeftOut] = []
    for day in days_between(event + ONE_DAY, until):
        why = calendar.why_shut(day)
        if why is None or why == "weekend":
            continue
        last = out[-1] if out else None
        if why == "break" and last and last.why == "break" and _same_break(calendar, last.last, day):
            out[-1] = LeftOut("break", last.first, day)
        else:
            out.append(LeftOut(why, day, day))
    return out


def working_days_left_out(event: date, until: date) -> list[LeftOut]:
    """The bank holidays on weekdays after the event and up to `until`, in order."""
    return [
        LeftOut("bank_holiday", day, day)
        for day in days_between(event + ONE_DAY, until)
        if day.weekday() < 5 and is_bank_holiday(day)
    ]


def doubtful_breaks(calendar: SchoolCalendar, event: date, until: date) -> list[Period]:
    """Breaks of more than five weeks outside summer between two days: a half term may be missing."""
    found: list[Period] = []
    for (_start, ended), (starts, _end) in zip(calendar.periods, calendar.periods[1:], strict=False):
        first, last = ended + ONE_DAY, starts - ONE_DAY
        is_summer = first <= date(last.year, 8, 1) <= last
        if first <= until and last > event and starts - first > LONGEST_SHORT_HOLIDAY and not is_summer:
            found.append((first, last))
    return found


def say_left_out(days: Sequence[LeftOut]) -> str:
    """One sentence: "Half term (27 to 31 October) and the training day on 24 October are left out."

    Empty where nothing was left out. Weekends are never named.
    """
    phrases = [
        f"{_break_name(each)} ({say_span(each.first, each.last)})" for each in days if each.why == "break"
    ]
    single = len(days) == 1
    for why, one, many in (
        ("inset", _("the training day on {days}"), _("the training days on {days}")),
        ("closed", _("the day school is shut on {days}"), _("the days school is shut on {days}")),
        ("bank_holiday", _("the bank holiday on {days}"), _("the bank holidays on {days}")),
    ):
        dates = [say_short(each.first) for each in days if each.why == why]
        if dates:
            phrases.append((one if len(dates) == 1 else many).format(days=in_a_row(dates)))
    if not phrases:
        return ""
    sentence = _("{things} is left out.") if single else _("{things} are left out.")
    said = sentence.format(things=in_a_row(phrases))
    return said[0].upper() + said[1:]


def in_a_row(words: Iterable[str]) -> str:
    """A list as it is spoken: "a", "a and b", "a, b and c"."""
    *firsts, last = words
    return _("{firsts} and {last}").format(firsts=", ".join(firsts), last=last) if firsts else last


def say_days(days: int, kind: Literal["school", "working", "calendar"]) -> str:
    """A length of time as rules write it: "20 school days", "1 working day", "14 days"."""
    if kind == "calendar":
        return plural("{count} day", "{count} days", days)
    if kind == "school":
        return plural("{count} school day", "{count} school days", days)
    return plural("{count} working day", "{count} working days", days)


def _same_break(calendar: SchoolCalendar, earlier: date, later: date) -> bool:
    return calendar.period_up_to(earlier) == calendar.period_up_to(later)


def _break_name(left_out: LeftOut) -> str:
    first, last = left_out.first, left_out.last
    if first.month == 12 or last.month == 1:
        return _("the Christmas holiday")
    if first.month in (7, 8) or last.month in (8, 9):
        return _("the summer holiday")
    if first.month in (3, 4):
        return _("the Easter holiday")
    return _("half term")
