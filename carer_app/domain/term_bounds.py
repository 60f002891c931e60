"""What all English school years have in common: it bounds a date while a school's own dates are not known."""

from dataclasses import dataclass
from datetime import date

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import ONE_DAY
from carer_app.domain.school_terms import Season, say_term
from carer_app.domain.school_years import school_year
from carer_app.typed_dates import say_short
from carer_app.words import _

MonthDay = tuple[int, int]
Between = tuple[MonthDay, MonthDay]


@dataclass(frozen=True, slots=True)
class Bound:
    """Between which two days something falls due, where the day itself is not known. `words` say the later one."""

    first: date
    last: date
    words: str


@dataclass(frozen=True, slots=True)
class SeasonBounds:
    """Between which days a term ends, and its first half."""

    half: Between
    ends: Between


@dataclass(frozen=True, slots=True)
class HolidayBounds:
    """Between which days a holiday lies, whatever the school, and the most weekdays that it takes."""

    within: Between
    most: int


@dataclass(frozen=True, slots=True)
class TermBounds:
    """England's numbers, as data: see resources/term_bounds. Each month and day is the same in every year."""

    name: str
    source: str
    checked_on: date
    spring_may_begin: MonthDay
    spring_from: MonthDay
    summer_may_begin: MonthDay
    summer_from: MonthDay
    autumn_from: MonthDay
    training_days: int
    holidays: tuple[HolidayBounds, ...]
    surely_shut: tuple[Between, ...]
    autumn: SeasonBounds
    spring: SeasonBounds
    summer: SeasonBounds

    def terms_of(self, day: date) -> tuple[tuple[Season, int], ...]:
        """The terms that a day can belong to, earliest first, each with the year in which its school year begins.

        One, but for the first days of January and some weeks around Easter. A day in a holiday belongs to the term
        before it.
        """
        year, at = school_year(day), (day.month, day.day)
        if at >= self.autumn_from or at < self.spring_may_begin:
            return (("autumn", year),)
        if at < self.spring_from:
            return ("autumn", year), ("spring", year)
        if at < self.summer_may_begin:
            return (("spring", year),)
        return (("summer", year),) if at >= self.summer_from else (("spring", year), ("summer", year))

    def term_ends(self, season: Season, year: int, *, first_half: bool = False) -> Bound:
        """Between which days a term ends, or its first half."""
        of: SeasonBounds = getattr(self, season)
        first, last = (_on(each, year) for each in (of.half if first_half else of.ends))
        words = (
            _("in the first half of the {term}, by {day} at the latest")
            if first_half
            else _("by the end of the {term}, at the latest {day}")
        )
        return Bound(first, last, words.format(term=say_term(season), day=say_short(last, with_year=True)))

    def school_days_after(self, event: date, days: int) -> Bound:
        """Between which days a number of school days after an event ends, whatever the school."""
        first, last = self._earliest(event, days), self._latest(event, days)
        words = _("between {first} and {last}")
        same_year = first.year == last.year
        return Bound(
            first,
            last,
            words.format(
                first=say_short(first, with_year=not same_year), last=say_short(last, with_year=True)
            ),
        )

    def _earliest(self, event: date, left: int) -> date:
        day = event
        while left:
            day += ONE_DAY
            left -= self._may_be_open(day)
        return day

    def _latest(self, event: date, left: int) -> date:
        """Every holiday as long and as soon as it can be, and all training days of each school year too."""
        day, year, within, still_shut = event, None, None, 0
        while left:
            day += ONE_DAY
            if school_year(day) != year:
                year = school_year(day)
                left += self.training_days
            holiday = next((each for each in self.holidays if _is_in(day, each.within)), None)
            if holiday is not within:
                within, still_shut = holiday, 0 if holiday is None else holiday.most
            if self._may_be_open(day) and not is_bank_holiday(day):
                left, still_shut = (left, still_shut - 1) if still_shut else (left - 1, 0)
        return day

    def _may_be_open(self, day: date) -> bool:
        return day.weekday() < 5 and not any(_is_in(day, each) for each in self.surely_shut)


def _is_in(day: date, within: Between) -> bool:
    """Whether a day lies between two of every year, which can be before and after the new year."""
    (first, last), at = within, (day.month, day.day)
    return first <= at <= last if first <= last else at >= first or at <= last


def _on(at: MonthDay, year: int) -> date:
    """A month and day in the school year that begins in a year."""
    return date(year if at >= (9, 1) else year + 1, *at)
