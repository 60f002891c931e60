"""Days that are odd beside the others of their page: a holiday told otherwise, some children there before the rest."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.domain.school_years import school_year
from carer_app.imports.school_events import is_everyday
from carer_app.imports.school_whom import is_for_some
from carer_app.imports.term_beside import SENTENCE_ENDS
from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_dating import days_of
from carer_app.imports.term_facts import Fact
from carer_app.imports.term_first_of_some import some_after_all, some_before_all
from carer_app.imports.term_row_roles import is_closed_for_a_holiday
from carer_app.imports.term_school_days import weekday_after, weekday_before
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row
from carer_app.typed_dates import say_day
from carer_app.words import _

Found = tuple[str, tuple[date, ...]]
"""A sentence, and the days it is about."""
Outcomes = Mapping[tuple[int, int], Outcome]
FRIDAY, JULY, AUGUST, SEPTEMBER = 4, 7, 8, 9
FEWEST_OTHERS = 2
DAYS_BEFORE = timedelta(days=6)


def odd_ones(made: Candidate, rows: Sequence[Row], outcomes: Outcomes) -> list[Found]:
    """A sentence for each day that is not as the days beside it are."""
    told = ((row.beside, outcomes.get(group.keys[0])) for row in rows for group in row.groups)
    not_used = [(words, each.days) for words, each in told if each is not None and each.fate != "used"]
    of_some = [*not_used, *_without_a_role(made, rows, outcomes)]
    return [
        *_told_otherwise(made),
        *_edges_inside(made, rows, outcomes),
        *_goes_on_from_above(rows, outcomes),
        *_closed_for_a_holiday(rows, outcomes),
        *some_before_all(made.periods, of_some),
        *some_after_all(_first_days_of_pupils(made), of_some),
    ]


def _without_a_role(made: Candidate, rows: Sequence[Row], outcomes: Outcomes) -> Iterator[Found]:
    """The words beside days of some of the children that were not read at all, in each autumn that they may be of."""
    years = sorted({school_year(last) for _first, last in made.periods})
    for row in rows:
        left = [group for group in row.groups if group.keys[0] not in outcomes]
        for group in left if is_for_some(row.beside) else ():
            found = {days_of(Fact("start", group, year, None, row.shown), year) for year in years}
            yield from ((row.beside, days) for days in found if days)


EDGE_NEAR = timedelta(days=21)


def _edges_inside(made: Candidate, rows: Sequence[Row], outcomes: Outcomes) -> Iterator[Found]:
    """A first or last day of all the children that lies near the edge of a stretch, and was not taken for it.

    "First day of teaching 5 September", of a term that is said to go from 25 August.
    """
    for row in rows:
        for group in row.groups:
            told = outcomes.get(group.keys[0])
            if told is None or not _is_spare(told, made):
                continue
            own = f"{SENTENCE_ENDS.split(row.words[: group.at])[-1]} {SENTENCE_ENDS.split(row.words[group.end :])[0]}"
            of_all = not (is_for_some(own) or is_everyday(own) or _EARLY.search(own))
            if len(told.days) == 1 and of_all and _is_beside_an_edge(told.fact.role, told.days[0], made):
                words = (
                    _("The text has {day} as a first day too. Please check which one is right for the child.")
                    if told.fact.role == "start"
                    else _(
                        "The text has {day} as a last day too. Please check which one is right for the child."
                    )
                )
                yield words.format(day=say_day(told.days[0])), told.days


def _is_spare(told: Outcome, made: Candidate) -> bool:
    """Whether a first or last day was left out, or begins or ends a stretch that has begun, or ended, before."""
    spare = made.taken.spare_starts if told.fact.role == "start" else made.taken.spare_ends
    is_again = told.fate == "used" and len(told.days) == 1 and told.days[0] in spare
    return told.fact.role in ("start", "end") and (told.fate == "left_out" or is_again)


_EARLY = re.compile(r"\bearly\b|\bfinish(?:es|ing)? at\b|\b(?:opens?|closes?) at\b", re.IGNORECASE)


def _is_beside_an_edge(role: str, day: date, made: Candidate) -> bool:
    """Whether a day lies among school days, with more of them on its other side, and near the edge of a stretch."""
    calendar = SchoolCalendar(made.periods, made.inset_days, made.closed_days)
    beside = weekday_before(day) if role == "start" else weekday_after(day)
    if not (calendar.is_school_day(day) and calendar.is_school_day(beside)):
        return False
    first, last = next(each for each in calendar.periods if each[0] <= day <= each[1])
    return (day - first if role == "start" else last - day) <= EDGE_NEAR


def _goes_on_from_above(rows: Sequence[Row], outcomes: Outcomes) -> Iterator[Found]:
    """A day off in a line that was torn from an everyday event: "Year 5 first aid", and below it "training 3 May"."""
    for before, row in pairwise(rows):
        told = [each for group in row.groups if (each := outcomes.get(group.keys[0])) is not None]
        is_torn = row.words.lstrip()[:1].islower() and not (row.after_blank or before.groups)
        if (
            not is_torn
            or len(told) != 1
            or told[0].fate != "used"
            or told[0].fact.role not in ("inset", "closed")
        ):
            continue
        whole = f"{before.words} {row.beside}"
        if is_everyday(whole) or is_for_some(whole):
            words = _("We took {day} as a day off. Its line says more than that. Please check it.")
            yield words.format(day=say_day(told[0].days[0])), told[0].days


def _closed_for_a_holiday(rows: Sequence[Row], outcomes: Outcomes) -> Iterator[Found]:
    """A Friday that is called closed for a holiday, and was taken for the last day before it."""
    for row in rows:
        for group in row.groups:
            told = outcomes.get(group.keys[0])
            if told is None or told.fate != "used" or not is_closed_for_a_holiday(row.beside, group):
                continue
            words = _("Please check whether {day} is the last day of school, or the first day off.")
            yield words.format(day=say_day(told.days[0])), told.days


def _told_otherwise(made: Candidate) -> Iterator[Found]:
    """A last day of school in the midst of a week, where of the other holidays the first day off is told.

    Of "Christmas holiday", "Wednesday 20 December" the words "First day" may have been lost.
    """
    edges = [
        (each.fact.role, each.days[0])
        for each in made.taken.outcomes
        if each.fate == "used" and each.days and not each.fact.is_range and each.days[0].month != JULY
    ]
    for year in sorted({school_year(day) for _role, day in edges}):
        own = [(role, day) for role, day in edges if school_year(day) == year]
        ends = [day for role, day in own if role == "end"]
        off = [day for role, day in own if role in ("first_off", "holiday_starts")]
        if len(off) < FEWEST_OTHERS or len(ends) > 1:
            continue
        for day in ends:
            if day.weekday() != FRIDAY and not is_bank_holiday(day + timedelta(days=1)):
                words = _(
                    "Of other holidays the text gives the first day off. Please check whether {day} is the last "
                    "day of school, or the first day off."
                )
                yield words.format(day=say_day(day)), (day,)


def _first_days_of_pupils(made: Candidate) -> list[date]:
    """The first day in each autumn on which pupils are in."""
    calendar = SchoolCalendar(made.periods, made.inset_days, made.closed_days)
    autumns = [each for each in made.periods if each[0].month in (AUGUST, SEPTEMBER)]
    return [
        next((day for day in days_between(*each) if calendar.is_school_day(day)), each[0]) for each in autumns
    ]
