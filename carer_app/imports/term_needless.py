"""What need not be said of a reading: what is over, what another sentence says, and a count that no rule asks for."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from carer_app.domain.dates_problem import DatesProblem
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.domain.school_years import school_year
from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_text import Row

FEWEST_OF_OTHERS = 160
"""Independent schools and colleges owe nobody 190 days; with fewer than this something is missing at those too."""
_OF_OTHERS = re.compile(
    r"\b(?:michaelmas|lent (?:term|half)|trinity term|boarders|boarding|exeats?|pre-?prep|prep school|enrol(?:l)?ment|"
    r"adult (?:learners|education)|higher education|apprentice\w*|full[- ]time courses?)\b",
    re.IGNORECASE,
)


def needed(problems: Sequence[DatesProblem], made: Candidate, rows: Sequence[Row]) -> list[DatesProblem]:
    """The problems that somebody can do something about, each said once."""
    of_others = any(_OF_OTHERS.search(row.words) for row in rows)
    doubted = [each for each in problems if each.kind in ("unused", "overlap", "reversed")]
    return [
        each
        for each in problems
        if not (
            _is_over(each, made, doubted)
            or _is_said_elsewhere(each, problems)
            or (of_others and not doubted and _is_enough_for_others(each, made))
        )
    ]


def _is_over(problem: DatesProblem, made: Candidate, doubted: Sequence[DatesProblem]) -> bool:
    """Whether a term is missing that lies before all days of a page, which goes on into the next school year."""
    if problem.kind != "missing" or problem.lacks_edge or not problem.days or not made.periods:
        return False
    first, last = made.periods[0][0], made.periods[-1][1]
    before = any(day < first for each in doubted for day in each.days)
    return problem.days[-1] < first and school_year(last) > school_year(problem.days[0]) and not before


def _is_said_elsewhere(problem: DatesProblem, problems: Sequence[DatesProblem]) -> bool:
    """Whether days that were not used are those that are called neither school nor holiday."""
    return problem.kind == "unused" and any(
        each.kind == "missing" and len(each.days) > 1 and set(each.days).issuperset(problem.days)
        for each in problems
    )


def _is_enough_for_others(problem: DatesProblem, made: Candidate) -> bool:
    if problem.kind != "count" or len(problem.days) != EDGES_OF_A_YEAR:
        return False
    periods = list(_of_year(problem.days[-1], made))
    calendar = SchoolCalendar(periods, made.inset_days, made.closed_days)
    return (
        bool(periods)
        and problem.days == (periods[0][0], periods[-1][1])
        and FEWEST_OF_OTHERS <= calendar.pupil_days() < MOST
    )


EDGES_OF_A_YEAR = 2
MOST = 190


def _of_year(day: date, made: Candidate) -> Iterator[tuple[date, date]]:
    year = school_year(day)
    return (period for period in made.periods if school_year(period[1]) == year)
