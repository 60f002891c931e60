"""Days without full-time school, counted in school days: no day twice, half a day as half, and what is not known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.school_calendar import ONE_DAY, days_between
from carer_app.domain.school_years import school_year
from carer_app.errors import TermDatesMissing

HALF, WHOLE = 1, 2
"""What one school day counts, in halves: a day of which only a part was missed is half a day.

Source: a lunchtime suspension counts as half a school day, as North Somerset’s page on exclusion tells it
(n-somerset.gov.uk, looked at on 30 November 2026).
"""


@dataclass(frozen=True, slots=True)
class OutOfSchool:
    """From the first day to the last, both included; `last` is None while it goes on. `kind` is a `WithoutSchool`."""

    kind: str
    first: date
    last: date | None = None
    part_of_day: bool = False


@dataclass(frozen=True, slots=True)
class DaysOut:
    """What was counted. `halves` by day; `not_known` are weekdays of which nobody knows if school was open.

    `unsure`: not all training days of a year are known, and one of them would not count.
    """

    halves: dict[date, int]
    not_known: tuple[date, ...] = ()
    unsure: bool = False

    @property
    def school_days(self) -> float:
        """How many school days it comes to."""
        return sum(self.halves.values()) / WHOLE

    @property
    def at_least(self) -> bool:
        """Whether it may be more: of some weekdays nobody knows."""
        return bool(self.not_known)

    def between(self, first: date, last: date) -> float:
        """How many of them lie from one day to another, both included: in a term, for example."""
        return sum(each for day, each in self.halves.items() if first <= day <= last) / WHOLE

    def in_year(self, year: int) -> float:
        """How many of them lie in the school year that begins in `year`."""
        return sum(each for day, each in self.halves.items() if school_year(day) == year) / WHOLE


def count(stretches: Iterable[OutOfSchool], terms: KnownTerms, today: date) -> DaysOut:
    """All school days of these, each once: the most that is said of it. What goes on counts up to today."""
    halves: dict[date, int] = {}
    not_known: set[date] = set()
    for each in stretches:
        worth = HALF if each.part_of_day else WHOLE
        for day in days_between(each.first, each.last or today):
            if terms.calendar is not None and terms.calendar.is_known(day):
                if terms.calendar.is_school_day(day):
                    halves[day] = max(worth, halves.get(day, 0))
            elif day.weekday() < 5:
                not_known.add(day)
    unsure = any(school_year(day) in terms.unsure_years for day in halves)
    return DaysOut(dict(sorted(halves.items())), tuple(sorted(not_known)), unsure)


def in_a_row(stretches: Sequence[OutOfSchool], terms: KnownTerms, today: date) -> list[list[date]]:
    """The whole school days that follow one another, in rows: two stretches with no school day between are one.

    Source: consecutive suspensions count together for the teaching from the sixth day (School Exclusions Hub,
    schoolexclusionshub.org.uk, looked at on 30 November 2026).
    """
    whole = [day for day, worth in count(stretches, terms, today).halves.items() if worth == WHOLE]
    rows: list[list[date]] = []
    for day in whole:
        follows = (
            rows and terms.calendar and not terms.calendar.pupil_days(rows[-1][-1] + ONE_DAY, day - ONE_DAY)
        )
        if follows:
            rows[-1].append(day)
        else:
            rows.append([day])
    return rows


def day_in_a_row(
    stretches: Sequence[OutOfSchool], terms: KnownTerms, today: date, number: int
) -> date | None:
    """The school day that is, or will be, the nth of the newest row; None where there is none or nobody knows.

    A stretch that goes on is taken to go on, so that the day can be told before it comes.
    """
    whole = [each for each in stretches if not each.part_of_day]
    rows = in_a_row(whole, terms, today)
    goes_on = [each for each in whole if each.last is None]
    if rows and len(rows[-1]) >= number:
        return rows[-1][number - 1]
    if not goes_on or terms.calendar is None:
        return None
    begun = max(each.first for each in goes_on)
    follows = rows and not terms.calendar.pupil_days(rows[-1][-1] + ONE_DAY, begun - ONE_DAY)
    first = rows[-1][0] if follows else begun
    try:
        return terms.calendar.school_day_after(first - ONE_DAY, number)
    except TermDatesMissing:
        return None
