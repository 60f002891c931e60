"""A text that says no year, or not that of all its dates: the weekdays tell it, or the carer is asked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from carer_app.domain.dates_problem import DatesProblem
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.imports.term_dating import own_base
from carer_app.imports.term_days import bare_years
from carer_app.imports.term_facts import Fact
from carer_app.imports.term_footers import says_a_year
from carer_app.imports.term_reading import PossibleAnswer, Question, TermReading
from carer_app.imports.term_text import Row
from carer_app.imports.term_walk import facts_in
from carer_app.imports.term_years import fit_in, without_heading
from carer_app.words import _

NEAR = (0, 1, -1)
FAR = (0, 1, -1, 2, -2, -3, -4, -5, -6, -7, -8, -9, -10)
"""School years from now on: those that a carer is likely to paste, and those that an old page may be of."""
MOST_ANSWERS = 3
FEWEST_WEEKDAYS = 2
LONGEST_QUOTE = 60
FEWEST_WEEKENDS = 2
MOST_SLIPS, RIGHT_FOR_A_WRONG = 2, 6


def asked_which_year(
    rows: Sequence[Row], near: date, read: Callable[[int], TermReading]
) -> TermReading | None:
    """The reading in the year that the weekdays tell, or the question which year it is; None where a year is said.

    Of a page that names a year, and beside none of its dates, the weekdays have to tell which school year it is.
    """
    facts = facts_in(rows).facts
    is_said = any(map(says_a_year, rows))
    if not facts or (is_said and any(map(_has_year, facts))):
        return None
    now = school_year(near)
    said = _years_said(rows) if is_said else set()
    fits = [now + step for step in FAR if _fits(facts, now + step)]
    fits = fits or [now + step for step in FAR if _hardly_misfits(facts, now + step)]
    fits = [year for year in fits if not said or {year, year + 1} & said]
    if is_said and len(fits) != 1:
        return None
    likely = [year for year in fits if year - now in NEAR]
    if len(likely) == 1 or len(fits) == 1:
        (year,) = likely or fits
        reading = read(year)
        if sum(each.kind == "weekend" for each in reading.problems) < FEWEST_WEEKENDS:
            return _said(year, reading)
        fits = []  # the weekdays of a few training days, and terms that would begin and end at weekends
    years = sorted((fits or [now + step for step in NEAR])[:MOST_ANSWERS])
    return _asked(years, now, read)


def _has_year(fact: Fact) -> bool:
    return fact.base is not None or own_base(fact) is not None


def _years_said(rows: Sequence[Row]) -> set[int]:
    """The calendar years that stand anywhere on a page, if beside none of its dates of school."""
    days = {day.year for row in rows for group in row.groups for day in group.days if day.year is not None}
    return days.union(*(bare_years(row.words) for row in rows))


def asked_which_year_apart(rows: Sequence[Row], read: Callable[[int], TermReading]) -> TermReading | None:
    """The question of which year the dates are that stand above or below those of another; None if nothing is open."""
    apart = without_heading(facts_in(rows).facts)
    if apart is None:
        return None
    first, years = apart
    answers = {year: read(year) for year in years}
    made = {(*each.periods, *each.inset_days, *each.closed_days) for each in answers.values()}
    if len(made) < len(answers):
        return None  # in whichever year, the same is made of the text
    line = first.line if len(first.line) <= LONGEST_QUOTE else f"{first.line[: LONGEST_QUOTE - 1].rstrip()}…"
    words = _(
        "The text does not say which year “{line}” and the dates after it are for. Which school year is it?"
    )
    choices = tuple(PossibleAnswer(say_school_year(year), answers[year]) for year in sorted(years))
    return replace(answers[years[0]], question=Question(words.format(line=line), choices))


def _fits(facts: Sequence[Fact], base: int) -> bool:
    """Whether every weekday of the text is as it is written in that school year."""
    right, wrong = fit_in(facts, base)
    return right >= FEWEST_WEEKDAYS and not wrong


def _hardly_misfits(facts: Sequence[Fact], base: int) -> bool:
    """Whether but for a slip or two every weekday of the text is as it is written in that school year."""
    right, wrong = fit_in(facts, base)
    return right >= RIGHT_FOR_A_WRONG * wrong and wrong <= MOST_SLIPS


def _said(year: int, reading: TermReading) -> TermReading:
    words = _(
        "The text does not say which year. Its weekdays are those of {year}, so we took that. Please check it."
    )
    years = sorted({year, *(school_year(last) for _first, last in reading.periods)})
    said = _(" and ").join(say_school_year(each) for each in years)
    told = DatesProblem("year", words.format(year=said))
    return replace(reading, problems=[told, *reading.problems])


def _asked(years: Sequence[int], now: int, read: Callable[[int], TermReading]) -> TermReading | None:
    """The question which of these years it is; None where fewer than two of them make anything of the text."""
    read_in = {year: reading for year in years if (reading := read(year)).periods or reading.inset_days}
    if len(read_in) < 2:
        return None
    answers = tuple(PossibleAnswer(say_school_year(year), reading) for year, reading in read_in.items())
    words = _("The text does not say which year. Which school year is it for?")
    nearest = min(read_in, key=lambda year: abs(year - now))
    return replace(read_in[nearest], question=Question(words, answers))
