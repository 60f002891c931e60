"""Which days a school is open to its pupils, and counting in those days."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from carer_app.domain.bank_holidays import bank_holidays, is_bank_holiday
from carer_app.domain.school_years import school_year, term_dates_missing
from carer_app.errors import TermDatesMissing, TermDatesWrong
from carer_app.typed_dates import say_day
from carer_app.words import _

Period = tuple[date, date]
WhyShut = Literal["weekend", "break", "bank_holiday", "inset", "closed"]

ONE_DAY = timedelta(days=1)
# No English school holiday is as long as this, so a longer stretch means that dates are missing.
LONGEST_HOLIDAY = timedelta(days=70)
SUMMER_TERM_CAN_END = (6, 24)
AUTUMN_TERM_STARTS_BY = (9, 15)


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """A school's known terms and the days inside them on which pupils stay at home.

    `periods` are inclusive (first, last) pairs, in any order; those that overlap are joined, and one
    that ends before it starts raises TermDatesWrong. A weekday inside a period is a school day unless
    it is a bank holiday in England, a training (INSET) day or another closed day.

    Source: a school meets on 190 days for pupils and 195 for teachers, so that five training days are
    not school days (SI 1999/3181); the detention regulations define "school day" as a day on which the
    school meets and "non-teaching day" apart from it (SI 2007/1304).
    """

    periods: Sequence[Period] = ()
    inset_days: Sequence[date] = ()
    closed_days: Sequence[date] = ()
    cuts: frozenset[date] = field(default=frozenset(), compare=False)
    """Edges of periods at which school went on, and only what is known of it ends: a child came or left that day."""
    _firsts: tuple[date, ...] = field(init=False, repr=False, compare=False)
    _shut: frozenset[date] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort what was given, so that two calendars with the same days are equal."""
        periods = _joined(self.periods)
        object.__setattr__(self, "periods", periods)
        object.__setattr__(self, "inset_days", tuple(sorted(set(self.inset_days))))
        object.__setattr__(self, "closed_days", tuple(sorted(set(self.closed_days))))
        object.__setattr__(self, "_firsts", tuple(first for first, _last in periods))
        object.__setattr__(self, "_shut", frozenset(self.inset_days) | frozenset(self.closed_days))

    def until(self, last: date) -> "SchoolCalendar":
        """The same calendar up to a day; what comes after it is not known."""
        periods = [(first, min(end, last)) for first, end in self.periods if first <= last]
        inset, closed = ([day for day in days if day <= last] for days in (self.inset_days, self.closed_days))
        cut = {last for first, end in self.periods if first <= last < end}
        return SchoolCalendar(periods, inset, closed, self.cuts | cut)

    def starting(self, first: date) -> "SchoolCalendar":
        """The same calendar from a day on; what comes before it is not known."""
        periods = [(max(begin, first), end) for begin, end in self.periods if end >= first]
        inset, closed = (
            [day for day in days if day >= first] for days in (self.inset_days, self.closed_days)
        )
        cut = {first for begin, end in self.periods if begin < first <= end}
        return SchoolCalendar(periods, inset, closed, self.cuts | cut)

    def __add__(self, other: "SchoolCalendar") -> "SchoolCalendar":
        """The days of both: of one school before a move, and of the other after it."""
        return SchoolCalendar(
            (*self.periods, *other.periods),
            (*self.inset_days, *other.inset_days),
            (*self.closed_days, *other.closed_days),
            self.cuts | other.cuts,
        )

    def is_school_day(self, day: date) -> bool:
        """True where pupils are known to attend; False on every other day, unknown days too."""
        return self.why_shut(day) is None

    def why_shut(self, day: date) -> WhyShut | None:
        """Why a day does not count; None on a school day. "break" is any weekday outside the periods."""
        if day.weekday() >= 5:
            return "weekend"
        period = self.period_up_to(day)
        if period is None or day > period[1]:
            return "break"
        if is_bank_holiday(day):
            return "bank_holiday"
        if day in self._shut:
            return "inset" if day in self.inset_days else "closed"
        return None

    def school_days(self) -> frozenset[date]:
        """Every day on which pupils are known to attend."""
        open_on = frozenset[date]().union(*(_open_days(*each) for each in self.periods))
        return open_on - self._shut

    def pupil_days(self, start: date | None = None, end: date | None = None) -> int:
        """How many school days there are from `start` to `end`, both included; all by default."""
        stretches = [(max(first, start or first), min(last, end or last)) for first, last in self.periods]
        return sum(
            weekdays_in(*each) - self._weekdays_shut(*each) for each in stretches if each[0] <= each[1]
        )

    def _weekdays_shut(self, first: date, last: date) -> int:
        years = range(first.year, last.year + 1)
        shut = self._shut.union(*(bank_holidays(year) for year in years))
        return sum(first <= day <= last and day.weekday() < 5 for day in shut)

    def school_day_after(self, event: date, n: int) -> date:
        """The nth school day after the event; the day after the event is the first that can count.

        Raises TermDatesMissing where the event lies before the first period, where the known dates
        run out, or where the count would cross more than ten weeks without a known school day.
        """
        return self.counted_days(event, n)[-1]

    def counted_days(self, event: date, n: int, *, shut_in_august: bool = False) -> list[date]:
        """The n school days after the event, in order: the working behind `school_day_after`.

        With `shut_in_august`, an event that lies before known dates but in the August just before a
        known autumn term is counted too: the school is taken to be shut until that term.
        """
        if n < 1:
            raise ValueError("n counts from 1")
        shut_until_term = shut_in_august and self.is_august_before_known_term(event)
        counted: list[date] = []
        for period in self._periods_after(event, shut_until_term):
            for day in days_between(max(period[0], event + ONE_DAY), period[1]):
                if self.is_school_day(day):
                    counted.append(day)
                    if len(counted) == n:
                        return counted
        raise self._missing(event, self.periods[-1][1] if self.periods else None)

    def is_august_before_known_term(self, event: date) -> bool:
        """True where nothing is known about the event's day, but a known autumn term follows it soon."""
        following = self._period_from(event)
        return (
            following is not None
            and not self.is_known(event)
            and date(event.year, 8, 1) <= event
            and following[0] <= date(event.year, *AUTUMN_TERM_STARTS_BY)
        )

    def last_school_day_until(self, day: date) -> date | None:
        """The last school day on or before a day; None where the dates around it are not known."""
        if not self.is_known(day):
            return None
        while day >= self.periods[0][0]:
            if self.is_school_day(day):
                return day
            day -= ONE_DAY
        return None

    def is_known(self, day: date) -> bool:
        """Whether a day lies inside what is known, or in a holiday between two parts of it."""
        before, after = self.period_up_to(day), self._period_from(day)
        if before is None:
            return False
        return day <= before[1] or (after is not None and not too_far(before[1], after[0]))

    def period_up_to(self, day: date) -> Period | None:
        """The last period that starts on or before a day."""
        place = bisect_right(self._firsts, day)
        return self.periods[place - 1] if place else None

    def _period_from(self, day: date) -> Period | None:
        place = bisect_right(self._firsts, day)
        return self.periods[place] if place < len(self.periods) else None

    def _periods_after(self, event: date, shut_until_term: bool) -> Iterator[Period]:
        before: Period | None = None
        for period in self.periods:
            if event < period[0]:
                event_between = before is None or before[1] < event
                crosses_unknown = before is None or too_far(before[1], period[0])
                if crosses_unknown and not (event_between and shut_until_term):
                    raise self._missing(event, before[1] if before else None)
            if event < period[1]:
                yield period
            before = period

    def _missing(self, event: date, ended: date | None) -> TermDatesMissing:
        known = {school_year(last) for _first, last in self.periods}
        day = event if ended is None else max(event, ended + ONE_DAY)
        year = school_year(day)
        year_is_over = day.month == 8 or (
            ended is not None
            and school_year(ended) == year
            and SUMMER_TERM_CAN_END <= (ended.month, ended.day) < (9, 1)
        )
        if year_is_over and year + 1 not in known:
            year += 1
        return term_dates_missing([year], the_rest=year in known)


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both included; none if last lies before first."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


@lru_cache(maxsize=1024)
def _open_days(first: date, last: date) -> frozenset[date]:
    """The days of a stretch on which any school is open: weekdays that are no bank holidays."""
    return frozenset(
        day for day in days_between(first, last) if day.weekday() < 5 and not is_bank_holiday(day)
    )


def weekdays_in(first: date, last: date) -> int:
    """How many days from first to last, both included, are a Monday to Friday; none if last lies before first."""
    weeks, rest = divmod(max((last - first).days + 1, 0), 7)
    return weeks * 5 + sum((first.weekday() + n) % 7 < 5 for n in range(rest))


def _joined(periods: Sequence[Period]) -> tuple[Period, ...]:
    joined: list[Period] = []
    for first, last in sorted(periods):
        if last < first:
            raise TermDatesWrong(
                _("A term cannot start on {first} and end on {last}. Please check both dates.").format(
                    first=say_day(first), last=say_day(last)
                )
            )
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)


def too_far(last: date, first: date) -> bool:
    """Whether so much lies between a last and a first school day that dates must be missing."""
    return first - last - ONE_DAY > LONGEST_HOLIDAY
