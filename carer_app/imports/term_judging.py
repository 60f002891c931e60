"""Choosing among the ways of reading a text: the best, if it is clearly best; otherwise the carer is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from carer_app.domain.school_calendar import ONE_DAY, SchoolCalendar, days_between
from carer_app.imports.term_beside_holidays import beside_holidays
from carer_app.imports.term_beside_stretches import beside_stretches, shut_on
from carer_app.imports.term_candidates import Candidate, candidate
from carer_app.imports.term_dating import days_of
from carer_app.imports.term_days_in_doubt import days_in_doubt
from carer_app.imports.term_each_year import each_in_its_own_way
from carer_app.imports.term_facts import Found
from carer_app.imports.term_order import in_order
from carer_app.imports.term_roles import Role
from carer_app.imports.term_scoring import ScoreMark, marks_of, total
from carer_app.imports.term_text import Row
from carer_app.imports.term_walk import facts_in
from carer_app.imports.term_ways import WAYS
from carer_app.imports.term_years import Dated, in_years

CLEARLY = 2.0
"""By how many points the best way has to be better than one that gives other school days."""
REPAIR = 3.0
"""By how many points a year has to be better for a day to be read otherwise than it is written."""
MOST_DAYS_TO_WEIGH = 300
"""A text with more days than any school's is read in the plainest way alone."""
MOST_REPAIRS = 4
MOST_SAID_TWICE = 6


@dataclass(frozen=True, slots=True)
class Judged:
    """A way of reading with what speaks for it.

    `is_asked` where only the carer can tell: some children begin on one day, and some on another. `twice` are the
    two days on which a stretch is said to begin, or to end. `in_doubt` are days on which pupils may be off.
    """

    made: Candidate
    marks: tuple[ScoreMark, ...]
    total: float
    school_days: frozenset[date]
    is_asked: bool = False
    twice: tuple[date, ...] = ()
    in_doubt: tuple[date, ...] = ()


def judged(rows: Sequence[Row], year: int | None) -> list[Judged]:
    """Every way of reading the rows, the best first, and with it what it could mean where it says a thing twice."""
    is_long = sum(len(row.groups) for row in rows) > MOST_DAYS_TO_WEIGH
    ways = WAYS[:1] if is_long else WAYS
    found: list[Judged] = []
    seen: list[object] = []
    read: list[tuple[list[Row], Found]] = []
    for way in ways:
        own = way.rows(rows)
        said = next((found for others, found in read if others == own), None) or facts_in(own)
        read.append((own, said))
        facts = way.facts(said)
        if facts.facts not in seen:
            seen.append(facts.facts)
            found.append(_weighed(candidate(way.name, facts, in_order(in_years(facts.facts, year))), rows))
    best = _repaired(_year_by_year(max(found, key=_rank), found, rows), rows)
    others = chain(found, () if is_long else said_twice(best, rows))
    return [best, *sorted(others, key=lambda each: -each.total)]


DIARY = "words below"
"""Most of the page's days stand alone, each above its own words: so they do where another way is as good."""


def _rank(each: Judged) -> tuple[float, bool]:
    return each.total, each.made.way == DIARY


def _year_by_year(best: Judged, found: Sequence[Judged], rows: Sequence[Row]) -> Judged:
    """The best way for each school year by itself, where that is clearly better than one way for the whole page."""
    ways = [each.made for each in found if each is not best]
    if not ways:
        return best
    own = each_in_its_own_way(best.made, ways, lambda made: total(marks_of(made, rows)))
    if own is best.made:
        return best
    each_year = _weighed(own, rows)
    return each_year if each_year.total >= best.total + CLEARLY else best


def is_open(other: Judged, best: Judged) -> bool:
    """Whether another way gives other school days and is nearly as good, or only the carer can tell."""
    is_near = other.is_asked or other.total > best.total - CLEARLY
    return is_near and other.school_days != best.school_days and bool(other.school_days)


def _weighed(made: Candidate, rows: Sequence[Row]) -> Judged:
    calendar = SchoolCalendar(made.periods, made.inset_days, made.closed_days)
    marks = tuple(marks_of(made, rows))
    return Judged(made, marks, total(marks), calendar.school_days())


def _repaired(best: Judged, rows: Sequence[Row]) -> Judged:
    """With a day in the month beside where its weekday is right, if only then the year is one."""
    wrong = [dated for dated in best.made.dated if _has_wrong_weekday(dated)][:MOST_REPAIRS]
    for dated in wrong:
        for instead in _months_beside(dated):
            tried = [
                replace(each, instead=instead, slip="weekday") if each is dated else each
                for each in best.made.dated
            ]
            better = _weighed(candidate(best.made.way, best.made.found, tried), rows)
            if better.total >= best.total + REPAIR:
                best = better
    return best


def _has_wrong_weekday(dated: Dated) -> bool:
    if dated.days is None or dated.instead is not None or len(dated.fact.days) != 1:
        return False
    written = dated.fact.days[0].weekday
    return written is not None and written != dated.days[0].weekday()


def _months_beside(dated: Dated) -> Iterator[tuple[date, ...]]:
    """The same day of a month or two before, or after, where the weekday is as it is written."""
    (written,) = dated.fact.days
    if dated.days is None:
        return
    for step in (1, -1, 2, -2):
        years, month = divmod(written.month - 1 + step, 12)
        month, year = month + 1, dated.days[0].year + years
        moved = replace(written, month=month, year=year)
        days = days_of(replace(dated.fact, group=replace(dated.fact.group, days=(moved,))), None)
        if days and days[0].weekday() == written.weekday:
            yield days


def said_twice(best: Judged, rows: Sequence[Row]) -> Iterator[Judged]:
    """Where a stretch begins twice, or ends twice: the year with the other of the two days."""
    taken = best.made.taken
    for spare in taken.spare_ends[:MOST_SAID_TWICE]:
        first = max((day for day in taken.ends if day < spare), default=None)
        dropped = [each for each in best.made.dated if not _gives(each, "end", first)]
        if first is not None and len(dropped) < len(best.made.dated):
            other = _weighed(candidate(best.made.way, best.made.found, dropped), rows)
            yield replace(other, twice=(first, spare))
    for spare in taken.spare_starts[:MOST_SAID_TWICE]:
        begins = max((day for day, _last in best.made.periods if day <= spare), default=spare)
        there = [day for day in taken.starts & best.school_days if begins <= day < spare]
        first = max(there, default=None)
        if first is None:
            continue
        told = [each for each in best.made.dated if _gives(each, "start", first)]
        is_asked = any(each.fact.for_some for each in told)
        while is_asked and (earlier := max((day for day in there if day < first), default=None)):
            also = [each for each in best.made.dated if _gives(each, "start", earlier)]
            if not all(each.fact.for_some for each in also):
                break
            first, told = earlier, also  # several classes come in one after another
        all_begin = not is_asked or any(
            each.fact.role == "period" and not each.fact.for_some and each.days and each.days[0] == first
            for each in best.made.dated
        )
        if all_begin and all(each.fact.for_some for each in best.made.dated if _gives(each, "start", spare)):
            continue  # all are there from the first day on, and some begin later
        shut = shut_on(days_between(first, spare - ONE_DAY), told[0]) if is_asked else ()
        dated = (
            [*best.made.dated, *shut] if is_asked else [each for each in best.made.dated if each not in told]
        )
        other = _weighed(candidate(best.made.way, best.made.found, dated), rows)
        yield replace(other, is_asked=is_asked, twice=(first, spare))
    for days, off in beside_holidays(best.made):
        if best.school_days.issuperset(days):
            yield replace(
                _weighed(candidate(best.made.way, best.made.found, [*best.made.dated, off]), rows),
                twice=days,
            )
    for may_be_off in days_in_doubt(best.made, rows, best.school_days):
        other = _weighed(candidate(best.made.way, best.made.found, [*best.made.dated, *may_be_off]), rows)
        doubted = tuple(sorted(day for each in may_be_off for day in each.days or ()))
        yield replace(other, is_asked=True, in_doubt=doubted)
    for edges in beside_stretches(best.made, best.school_days):
        other = _weighed(candidate(best.made.way, best.made.found, [*best.made.dated, *edges.shut]), rows)
        yield replace(other, is_asked=edges.by_class, twice=edges.days)


def _gives(dated: Dated, role: Role, day: date | None) -> bool:
    return dated.fact.role == role and dated.days is not None and day in dated.days
