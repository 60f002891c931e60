"""One way of reading a text, carried through to whole years: its facts, its stretches, and what does not fit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import Period
from carer_app.imports.school_events import is_everyday
from carer_app.imports.term_facts import Found
from carer_app.imports.term_taking import Taken
from carer_app.imports.term_training_at_edges import without_edges_told_apart
from carer_app.imports.term_years import Dated


@dataclass(slots=True)
class Candidate:
    """What one way makes of a text."""

    way: str
    found: Found
    dated: list[Dated]
    taken: Taken = field(default_factory=Taken)
    periods: list[Period] = field(default_factory=list)

    @property
    def inset_days(self) -> list[date]:
        return sorted(self.taken.inset)

    @property
    def closed_days(self) -> list[date]:
        return sorted(self.taken.closed - self.taken.inset)


def candidate(way: str, found: Found, dated: Sequence[Dated]) -> Candidate:
    """Carry the facts of one way through to stretches of school days."""
    dated = without_edges_told_apart(dated)
    made = Candidate(way, found, dated)
    doubtful = [each for each in dated if each.fact.is_doubtful]
    inside = {id(each) for each in _inside_without(doubtful, way, found, dated)} if doubtful else set()
    inside |= {id(each) for each in doubtful if _is_beside_one_that_is_sure(each, dated)}
    inside |= {id(each) for each in doubtful if _is_at_the_other_edge(each, dated)}
    for each in made.dated:
        if id(each) in inside:
            made.taken.leave_out(each)
        else:
            made.taken.take(each)
    return _finished(made)


def _inside_without(doubtful: Sequence[Dated], way: str, found: Found, dated: Sequence[Dated]) -> list[Dated]:
    """What lies in the midst of school days that the others make: without all that is doubtful, or without it alone.

    "School finishes at 2pm" may stand in a term whose own first day is said of Year 7.
    """
    apart = set(map(id, doubtful))
    inside = _inside(doubtful, _made(way, found, [each for each in dated if id(each) not in apart]).periods)
    known = set(map(id, inside))
    for each in [each for each in doubtful if id(each) not in known][:MOST_DOUBTFUL]:
        others = [other for other in dated if other is not each and id(other) not in known]
        if each.fact.role == "end" and _inside([each], _made(way, found, others).periods):
            inside.append(each)
            known.add(id(each))
    return inside


def _is_beside_one_that_is_sure(doubtful: Dated, dated: Sequence[Dated]) -> bool:
    """Whether a line of plain words tells the first day, or last, near one that may be about anything: mock exams."""
    role, days = doubtful.fact.role, doubtful.days
    if days is None or role not in ("start", "end") or doubtful.fact.for_some:
        return False
    return any(
        each.fact.role == role
        and not (each.fact.is_doubtful or each.fact.for_some)
        and each.days is not None
        and 0 < abs((each.days[0] - days[0]).days) <= NEAR
        for each in dated
    )


def _is_at_the_other_edge(doubtful: Dated, dated: Sequence[Dated]) -> bool:
    """Whether a beginning of anything stands on a last day of plain words, or an end of anything on a first one."""
    days, role = doubtful.days, doubtful.fact.role
    if days is None or len(days) != 1 or role not in ("start", "end"):
        return False
    other, edge = ("end", -1) if role == "start" else ("start", 0)
    return any(
        each.days is not None
        and not (each.fact.is_doubtful or each.fact.for_some)
        and (each.fact.role == other or (each.fact.role == "period" and each.fact.is_range))
        and each.days[edge] == days[0]
        for each in dated
    )


MOST_DOUBTFUL = 8
LONGEST = timedelta(weeks=10)
"""In a longer stretch something is missing, and what seems to lie within it may be that."""
NEAR = 7


def _made(way: str, found: Found, dated: Sequence[Dated]) -> Candidate:
    made = Candidate(way, found, list(dated))
    made.taken.opens_after_training = False  # what the others say, and no guess beside it
    for each in dated:
        made.taken.take(each)
    return _finished(made)


def _finished(made: Candidate) -> Candidate:
    made.taken.take_staff_days()
    made.taken.let_moved_days_go()
    made.taken.say_another_year()
    made.periods = made.taken.periods()
    return made


def _inside(doubtful: Sequence[Dated], periods: Sequence[Period]) -> list[Dated]:
    """What may be no date of the terms, and lies on a day on which school is open before it and after it."""
    return [
        each
        for each in doubtful
        if each.days
        and not (each.fact.role == "bank" and is_bank_holiday(each.days[0]))
        and any(_lies_in(each, first, last) for first, last in periods if last - first <= LONGEST)
    ]


def _lies_in(dated: Dated, first: date, last: date) -> bool:
    """Whether days lie within a stretch. Its own first or last day may be told again; no training is taken off it."""
    days = dated.days or ()
    if dated.fact.role == "inset":
        return bool(days) and first <= days[0] and days[-1] <= last
    if dated.fact.role in ("half", "holiday") and dated.fact.is_range and is_everyday(dated.fact.line):
        return (
            bool(days) and first < days[0] and days[-1] <= last
        )  # "Ski trip (half term)", the week before it
    return bool(days) and first < days[0] and days[-1] < last
