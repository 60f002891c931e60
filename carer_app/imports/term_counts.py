"""Days that the text itself counts, "37 days", "Total 193": where we count others, the carer is told so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.dates_problem import DatesProblem
from carer_app.domain.school_calendar import Period, SchoolCalendar, days_between
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_roles import season_of
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group
from carer_app.typed_dates import say_span
from carer_app.words import _

FEWEST_OF_A_STRETCH, FEWEST_OF_A_YEAR, MOST_OF_A_YEAR = 15, 180, 205
LONGEST_LINE = 120
OF_A_SCHOOL = 5
"""Training days of a year, where the text names none: schools count days with and without them."""
COUNT = re.compile(
    r"(?<![\d/.:])(\d{2,3})\s*(?:(?:school|pupil|teaching|working)\s+)?days?\b|\s(\d{2})\W*$", re.IGNORECASE
)
_OF_A_YEAR = re.compile(
    r"(?:\btotal|\bnumber of|\baltogether|\bin all|\bdays? in (?:the )?(?:school )?year)\D{0,40}?(\d{3})\b|"
    r"(?<![\d/.:])(\d{3})\s*(?:(?:school|pupil|teaching|working)\s+)?days?\b",
    re.IGNORECASE,
)


def contradicted_counts(
    made: Candidate, rows: Sequence[Row], outcomes: Mapping[tuple[int, int], Outcome]
) -> list[DatesProblem]:
    """A sentence for each count beside a stretch, and for each of a whole year, that is not what we count."""
    found = [each for row in rows for each in _of_a_row(made, row, outcomes)]
    years = sorted({school_year(last) for _first, last in made.periods})
    if len(years) == 1:
        found += [each for row in rows if (each := _of_a_year(made, row, years[0]) or _of_a_term(made, row))]
    return found


def _of_a_row(
    made: Candidate, row: Row, outcomes: Mapping[tuple[int, int], Outcome]
) -> Iterator[DatesProblem]:
    """The count of one stretch, or of all stretches in the line."""
    stretches = [days for group in row.groups if (days := _stretch(group, outcomes))]
    printed = [int(one or other) for one, other in COUNT.findall(row.beside)]
    if not stretches or not printed or len(row.groups) != len(stretches):
        return
    if len(printed) == len(stretches):
        pairs = [(days, [days]) for days in stretches]
    elif len(printed) == 1:
        pairs = [((stretches[0][0], stretches[-1][1]), stretches)]
    else:
        return
    for count, (whole, parts) in zip(printed, pairs, strict=True):
        ours = _counted(made, [piece for part in parts for piece in _pieces(made, part)])
        if count >= FEWEST_OF_A_STRETCH and count not in ours:
            yield _said(count, say_span(*whole, with_year=True), max(ours), whole, more=count < max(ours))


def _stretch(group: Group, outcomes: Mapping[tuple[int, int], Outcome]) -> Period | None:
    outcome = outcomes.get(group.keys[0]) if group.keys else None
    is_stretch = outcome is not None and outcome.fact.role == "period" and outcome.fate == "used"
    return (outcome.days[0], outcome.days[-1]) if outcome is not None and is_stretch else None


def _pieces(made: Candidate, whole: Period) -> list[Period]:
    """What was read inside a stretch that the text names: a term may have its half term inside."""
    inside = [(max(first, whole[0]), min(last, whole[1])) for first, last in made.periods]
    return [(first, last) for first, last in inside if first <= last]


def _counted(made: Candidate, periods: Sequence[Period]) -> set[int]:
    """The days of stretches as a school may count them: those of pupils, or with the training days."""
    calendar = SchoolCalendar(periods, made.inset_days, made.closed_days)
    days = {
        day
        for each in periods
        for day in days_between(*each)
        if day.weekday() < 5 and not is_bank_holiday(day)
    }
    pupils = calendar.pupil_days()
    with_training = pupils + len(days.intersection(made.inset_days))
    return {pupils, with_training, len(days)}


def _of_a_year(made: Candidate, row: Row, year: int) -> DatesProblem | None:
    found = _OF_A_YEAR.search(row.beside) if len(row.words) <= LONGEST_LINE else None
    count = int(found[1] or found[2]) if found else 0
    periods = [each for each in made.periods if school_year(each[1]) == year]
    if not FEWEST_OF_A_YEAR <= count <= MOST_OF_A_YEAR or not _is_whole(periods):
        return None
    ours = _counted(made, periods)
    unnamed = OF_A_SCHOOL if not made.inset_days else made.found.inset_unknown
    if count in ours or count in {each - unnamed for each in ours}:
        return None
    days = (periods[0][0], periods[-1][1])
    return _said(count, say_school_year(year), max(ours), days, more=count < max(ours))


def _of_a_term(made: Candidate, row: Row) -> DatesProblem | None:
    """ "Autumn term: 70 days", the heading of a term, in a text of one school year."""
    season = season_of(row.words) if not row.groups and len(row.words) <= LONGEST_LINE else None
    found = COUNT.search(row.words) if season else None
    count = int(found[1] or 0) if found else 0
    periods = [each for each in made.periods if each[0].month in _MONTHS.get(season or "", ())]
    if count < FEWEST_OF_A_TERM or len(periods) != HALVES or count in (ours := _counted(made, periods)):
        return None
    days = (periods[0][0], periods[-1][1])
    return _said(count, say_span(*days, with_year=True), max(ours), days, more=count < max(ours))


FEWEST_OF_A_TERM, HALVES = 45, 2
_MONTHS = {"autumn": (8, 9, 10, 11), "spring": (1, 2, 3), "summer": (4, 5, 6)}


def _is_whole(periods: Sequence[Period]) -> bool:
    return bool(periods) and periods[0][0].month in (8, 9) and periods[-1][1].month in (6, 7)


def _said(count: int, what: str, ours: int, days: tuple[date, ...], *, more: bool) -> DatesProblem:
    words = _("The text counts {count} days for {what}, and we count {ours}. Please check it.")
    if more:
        words = _(
            "The text counts {count} days for {what}, and we count {ours}. "
            "Perhaps a training day is missing. Please check it."
        )
    return DatesProblem("count", words.format(count=count, what=what, ours=ours), days)
