"""Two school years on one page may be written in two manners: each is read in the way that is best for it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from carer_app.domain.school_years import school_year
from carer_app.imports.term_candidates import Candidate, candidate
from carer_app.imports.term_dating import goes_over_summer
from carer_app.imports.term_years import Dated

FEWEST_STRETCHES = 2
LATE_AUGUST = (8, 20)
"""From this day on a day belongs to the school year to come."""


def each_in_its_own_way(
    best: Candidate, ways: Sequence[Candidate], weigh: Callable[[Candidate], float]
) -> Candidate:
    """The page with each of its school years read as is best for that year; the best way itself where it has one."""
    years = sorted({year for each in best.dated if (year := _year_of(each)) is not None})
    chosen = {year: _best_of_year(year, best, ways, weigh) for year in years}
    if len(years) < 2 or all(way is best for way in chosen.values()):
        return best
    dated = list(chain.from_iterable(_of_year(way, year) for year, way in chosen.items()))
    dated += [each for each in best.dated if _year_of(each) is None]
    return _together(best, list(chosen.values()), _each_once(dated))


def _best_of_year(
    year: int, best: Candidate, ways: Sequence[Candidate], weigh: Callable[[Candidate], float]
) -> Candidate:
    """The best way for one year; of a year with a day or two at its edge alone nothing can be told."""
    found = [(way, candidate(way.way, way.found, _of_year(way, year))) for way in (best, *ways)]
    years = [(way, made) for way, made in found if len(made.periods) >= FEWEST_STRETCHES]
    return max(years, key=lambda each: weigh(each[1]))[0] if years else best


def _of_year(way: Candidate, year: int) -> list[Dated]:
    return [each for each in way.dated if _year_of(each) == year]


def _year_of(dated: Dated) -> int | None:
    days = dated.instead or dated.days
    if not days or goes_over_summer(dated.fact, days):
        return None
    return days[0].year if _is_late_august(days[0]) else school_year(days[0])


def _is_late_august(day: date) -> bool:
    return day.month == 8 and (day.month, day.day) >= LATE_AUGUST


def _each_once(dated: Iterable[Dated]) -> list[Dated]:
    """Without days that one way has in one year, and another in another: the first of them counts."""
    taken: dict[tuple[int, int], int | None] = {}
    found = []
    for each in dated:
        keys, year = each.fact.group.keys, _year_of(each)
        if all(taken.get(key, year) == year for key in keys):
            taken.update(dict.fromkeys(keys, year))
            found.append(each)
    return sorted(found, key=lambda each: each.fact.group.keys)


def _together(best: Candidate, chosen: Sequence[Candidate], dated: Sequence[Dated]) -> Candidate:
    """What the ways make of their years; a day is left only where none of them has a use for it."""
    used = {key for each in dated for key in each.fact.group.keys}
    ways = {id(way): way for way in (best, *chosen)}.values()
    left = {
        (group.keys if group is not None else (), line): (group, line)
        for way in ways
        for group, line in way.found.left
        if group is None or not used.intersection(group.keys)
    }
    lost = [
        (each.fact.group, each.fact.line)
        for way in ways
        for each in way.dated
        if not used.intersection(each.fact.group.keys)
    ]
    left |= {(group.keys, line): (group, line) for group, line in lost}
    found = replace(best.found, facts=[each.fact for each in dated], left=list(left.values()))
    return candidate(best.way, found, dated)
