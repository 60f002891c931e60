"""How well a way of reading fits: what the text itself proves, and what English school years are like.

Each mark is kept with its name, so that a test, or a person, can see why a way won.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import Period, SchoolCalendar, days_between
from carer_app.domain.school_years import school_year
from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_counts import COUNT
from carer_app.imports.term_text import Row

PLAINEST = "as it stands"
MOST_TRAINING = 9
"""A school has five, and some add a few; what takes more for training days mistakes a column."""
FRIDAY, MONDAY = 4, 0
SHORTEST, LONGEST = timedelta(weeks=3), timedelta(weeks=9, days=4)
# Where each of the five holidays lies, whatever the school: first and last day that it can touch.
HOLIDAYS = (
    ("October", (10, 13), (11, 7)),
    ("Christmas", (12, 22), (1, 2)),
    ("February", (2, 8), (2, 28)),
    ("Easter", (3, 24), (4, 25)),
    ("May", (5, 24), (6, 6)),
)


@dataclass(frozen=True, slots=True)
class ScoreMark:
    """One reason for a way of reading, or against it."""

    name: str
    points: float


def marks_of(made: Candidate, rows: Sequence[Row]) -> list[ScoreMark]:
    """Everything that speaks for a way of reading and against it."""
    return [
        *_from_the_text(made),
        *(mark for row in rows for mark in _from_printed_counts(made, row)),
        *(mark for year in _years(made) for mark in _from_a_year(made, year)),
        *(mark for period in made.periods for mark in _from_a_stretch(period)),
        *(mark for before, after in pairwise(made.periods) for mark in _from_a_break(before, after)),
    ]


def total(marks: Sequence[ScoreMark]) -> float:
    return sum(mark.points for mark in marks)


_COSTS = {"missing": -3.0, "overlap": -3.0, "reversed": -3.0, "year": -1.5, "weekday": -1.0}


def _from_the_text(made: Candidate) -> Iterator[ScoreMark]:
    used = {
        key for outcome in made.taken.outcomes if outcome.fate == "used" for key in outcome.fact.group.keys
    }
    yield ScoreMark("days used", 2.0 * len(used))
    for problem in made.taken.problems:
        yield ScoreMark(problem.kind, _COSTS.get(problem.kind, -1.0))
    if made.way == PLAINEST:
        yield ScoreMark("the plainest way", 1.5)
    weekends = [each for each in made.taken.holidays if _from_friday_to_monday(each)]
    if len(weekends) >= FEWEST_WEEKENDS and 2 * len(weekends) > len(made.taken.holidays):
        yield ScoreMark("holidays from a Friday to a Monday", -2.0 * len(weekends))
    for _day in (*made.taken.spare_starts, *made.taken.spare_ends):
        yield ScoreMark("begins or ends once more", -1.5)
    for day in (*made.taken.starts, *made.taken.ends):
        if day.weekday() > FRIDAY:
            yield ScoreMark("begins or ends at a weekend", -1.5)
    for fact in made.found.facts:
        if not fact.is_sure:
            yield ScoreMark("no word says so", -0.5)
    for year, count in Counter(map(school_year, made.inset_days)).items():
        if count > MOST_TRAINING:
            yield ScoreMark(f"too many training days, {year}", -2.0 * (count - MOST_TRAINING))
    for day in made.inset_days:
        if day.weekday() > FRIDAY:
            yield ScoreMark("training at a weekend", -2.0)
        elif made.periods and not any(first <= day <= last for first, last in made.periods):
            yield ScoreMark(
                "training outside", -1.0
            )  # a page of training days alone is no worse for having more


FEWEST_WEEKENDS = 3
SHORTEST_HOLIDAY = timedelta(days=7)


def _from_friday_to_monday(holiday: Period) -> bool:
    """Whether a holiday would begin on a Friday and end on a Monday: those are rather days of school."""
    first, last = holiday
    return (
        first.weekday() == FRIDAY
        and last.weekday() == MONDAY
        and last - first >= SHORTEST_HOLIDAY
        and not (is_bank_holiday(first) or is_bank_holiday(last))
    )


def _from_printed_counts(made: Candidate, row: Row) -> Iterator[ScoreMark]:
    """A count of days printed beside a stretch: 35 where there are 35 is proof."""
    found = COUNT.search(row.beside) if row.groups else None
    if found is None:
        return
    printed = int(found[1] or found[2])
    keys = {key for group in row.groups for key in group.keys}
    for outcome in made.taken.outcomes:
        if (
            outcome.fact.role != "period"
            or outcome.fate != "used"
            or not keys.intersection(outcome.fact.group.keys)
        ):
            continue
        first, last = outcome.days[0], outcome.days[-1]
        open_days = sum(
            day.weekday() <= FRIDAY and not is_bank_holiday(day) for day in days_between(first, last)
        )
        fits = any(abs(open_days - less - printed) == 0 for less in range(6))
        yield ScoreMark("printed count", 2.0 if fits else -1.0)


def _years(made: Candidate) -> list[int]:
    return sorted({school_year(last) for _first, last in made.periods})


def _from_a_year(made: Candidate, year: int) -> Iterator[ScoreMark]:
    periods = [period for period in made.periods if school_year(period[1]) == year]
    for name, (month, day), (last_month, last_day) in HOLIDAYS:
        first = date(year + (month < 8), month, day)
        last = date(year + (last_month < 8), last_month, last_day)
        before = any(end < last and end > first - timedelta(weeks=10) for _begin, end in periods)
        after = any(begin > first and begin < last + timedelta(weeks=10) for begin, _end in periods)
        across = any(begin <= first and last <= end for begin, end in periods)
        if across:
            yield ScoreMark(f"school all through {name}", -3.0 if name in ("Christmas", "Easter") else -1.5)
        elif before and after:
            yield ScoreMark(f"a holiday, {name}", 1.5)
    if len(periods) >= 5 and periods[0][0].month in (8, 9) and periods[-1][1].month == 7:
        count = SchoolCalendar(periods, made.inset_days, made.closed_days).pupil_days()
        yield ScoreMark(
            "days of a year", 3.0 if 185 <= count <= 195 else 1.0 if 180 <= count <= 200 else -3.0
        )


def _from_a_stretch(period: Period) -> Iterator[ScoreMark]:
    first, last = period
    length = last - first
    yield ScoreMark("length of a stretch", 1.0 if SHORTEST <= length <= LONGEST else -2.0)
    if first.weekday() > FRIDAY or last.weekday() > FRIDAY:
        yield ScoreMark("begins or ends at a weekend", -2.0)


def _from_a_break(before: Period, after: Period) -> Iterator[ScoreMark]:
    if after[0] - before[1] > timedelta(weeks=9):
        return
    if before[1].weekday() == FRIDAY:
        yield ScoreMark("breaks up on a Friday", 0.75)
    if after[0].weekday() == MONDAY or is_bank_holiday(after[0] - timedelta(days=1)):
        yield ScoreMark("back on a Monday", 0.75)
    if after[0] - before[1] <= timedelta(days=4):
        yield ScoreMark("no holiday between", -2.0)
