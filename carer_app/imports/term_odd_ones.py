"""Days that are odd beside the others of their page: a holiday told otherwise, some children there before the rest."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import Period
from carer_app.domain.school_years import school_year
from carer_app.imports import term_roles
from carer_app.imports.school_events import is_for_some
from carer_app.imports.term_candidates import Candidate
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
    return [*_told_otherwise(made), *some_before_all(made.periods, not_used)]


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


# "Year 7 and 8 only", "Year 7 first day"; not "Year 6 SATs meeting"
_ARE_IN = re.compile(
    r"\bonly\b|\b(?:start|begin|return|back|first day|in school|attend|arrive|join)", re.IGNORECASE
)


def some_before_all(
    periods: Sequence[Period], told: Iterable[tuple[str, tuple[date, ...]]]
) -> Iterator[Found]:
    """Some of the children in school in the days before the first that is told of everybody, in autumn."""
    firsts = [first for first, _last in periods if first.month in (AUGUST, SEPTEMBER)]
    known = set(firsts)
    for words, days in told:
        later = [first for first in firsts if days and first - DAYS_BEFORE <= days[0] < first]
        is_off = term_roles.INSET.search(words) or term_roles.CLOSED.search(words)
        if later and later[0] in known and not is_off and is_for_some(words) and _ARE_IN.search(words):
            known.discard(later[0])
            sentence = _("Some children begin before {day}. Please check which day is the child’s first.")
            yield sentence.format(day=say_day(later[0])), (days[0], later[0])
