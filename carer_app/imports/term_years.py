"""Which year each written day lies in: as written, as its heading says, or as the days beside it tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from carer_app.domain.day_counts import add_months
from carer_app.imports.term_dating import (
    SEPTEMBER,
    all_fit,
    days_of,
    hardly_misfit,
    how_weekdays_fit,
    own_base,
    weekdays_fit,
)
from carer_app.imports.term_facts import Fact
from carer_app.imports.term_unheaded import STRETCHES, Unheaded, below, next_autumn, unheaded
from carer_app.imports.term_wrong_headings import with_years_of_their_days

LONGEST_RANGE = timedelta(weeks=26)


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact with its days: None where no year can be told, or where a day is none.

    Where the year cannot be right, `instead` are the days in the year that heading, order or weekdays ask for;
    `other_year` where that is so of everything below a heading, `slip` what was written wrongly,
    `by_order` where it is the days above and below that ask for it. `heading` is another year, that the heading says.
    """

    fact: Fact
    days: tuple[date, ...] | None
    instead: tuple[date, ...] | None = None
    other_year: bool = False
    slip: Literal["year", "weekday"] = "year"
    by_order: bool = False
    heading: int | None = None


def in_years(facts: Sequence[Fact], year: int | None = None) -> list[Dated]:
    """Each fact with its days.

    A day without a year takes that of its heading, else that of the facts beside it. Without any year in the whole
    text it is of the school year `year`, if one is given; that was told by the carer, and no weekday knows it better.
    """
    facts, wrong = with_years_of_their_days(facts)
    bases = _bases(facts, year)
    answered = _without_year(facts) if year is not None else range(0)
    better = list(_better_bases(facts, bases))
    better[answered.start : answered.stop] = bases[answered.start : answered.stop]
    found = [_dated(*each) for each in zip(facts, bases, better, strict=True)]
    return [replace(each, heading=wrong.get(each.fact.base or 0)) for each in found] if wrong else found


def _dated(fact: Fact, base: int | None, better: int | None) -> Dated:
    days = days_of(fact, base)
    if days is None:
        return Dated(fact, None)
    if better != base and all(written.year is None for written in fact.days):
        return Dated(fact, days, days_of(fact, better), other_year=True)
    if fact.base is not None and better is not None and _contradicts(fact, days, better):
        if _is_as_written(fact, days):
            return Dated(fact, days)
        written = tuple(replace(day, year=None) for day in fact.days)
        return Dated(fact, days, days_of(replace(fact, group=replace(fact.group, days=written)), better))
    may_be_nearer = fact.role == "half" or (fact.role == "holiday" and fact.group.runs_backwards)
    if may_be_nearer and (nearer := fact.group.in_one_month()) is not None:
        return Dated(fact, days, days_of(replace(fact, group=nearer), base), slip="weekday")
    return Dated(fact, days, _a_year_away(fact, days))


def _is_as_written(fact: Fact, days: Sequence[date]) -> bool:
    """Whether every day has its year and its right weekday: it is of that year, whatever the heading says."""
    return weekdays_fit(fact, days) == len(days) and all(written.year for written in fact.days)


def _a_year_away(fact: Fact, days: tuple[date, ...]) -> tuple[date, ...] | None:
    """The days a year later or earlier, where every one of several weekdays is wrong as written, and right then."""
    said = [written for written in fact.days if written.weekday is not None]
    if fact.is_range and days[-1] - days[0] > LONGEST_RANGE:
        return _nearer_together(fact, days)
    if len(said) < 2 or not any(written.year for written in said) or weekdays_fit(fact, days) != -len(said):
        return None
    for years in (1, -1):
        try:
            moved = tuple(day.replace(year=day.year + years) for day in days)
        except ValueError:
            continue
        if weekdays_fit(fact, moved) == len(said):
            return moved
    return None


def _nearer_together(fact: Fact, days: tuple[date, ...]) -> tuple[date, ...] | None:
    """A stretch of more than a year with its first day a year later, or its last a year earlier, if weekdays ask so."""
    first, last = days[0], days[-1]
    for moved in ((add_months(first, 12), last), (first, add_months(last, -12))):
        if timedelta(0) <= moved[1] - moved[0] <= LONGEST_RANGE and weekdays_fit(fact, moved) > weekdays_fit(
            fact, days
        ):
            return moved
    return None


def _bases(facts: Sequence[Fact], year: int | None) -> list[int | None]:
    """The school year of each fact: its heading's, its own, or that of the nearest fact before or after it."""
    own = _as_the_days_beside(facts, [_base_of(fact) for fact in facts])
    if all(base is None for base in own):
        return _of_a_year_and_the_next(facts, year)
    before, after = list(own), list(own)
    for place in range(1, len(own)):
        before[place] = before[place] if before[place] is not None else before[place - 1]
    for place in range(len(own) - 2, -1, -1):
        after[place] = after[place] if after[place] is not None else after[place + 1]
    turned = _turned(facts, own)
    found = [_nearer(*each) for each in zip(facts, before, after, turned, strict=True)]
    if (apart := unheaded(facts, own)) is not None:
        told = _told_by_weekdays(facts, apart)
        found[apart.begin : apart.end] = [year if told is None else told] * (apart.end - apart.begin)
    return found


def _as_the_days_beside(facts: Sequence[Fact], own: Sequence[int | None]) -> list[int | None]:
    """The same years, but of a day without one that stands between two with theirs, both of another than its heading's.

    "Term dates for 2026/27 are provisional" may stand above the dates of the year before.
    """
    found = list(own)
    written = [own_base(fact) for fact in facts]
    for place in range(1, len(facts) - 1):
        beside, fact = written[place - 1], facts[place]
        if beside is None or fact.base is None or written[place] is not None:
            continue
        if beside == written[place + 1] != fact.base and all_fit([fact], beside) >= all_fit(
            [fact], fact.base
        ):
            found[place] = beside
    return found


def _of_a_year_and_the_next(facts: Sequence[Fact], year: int | None) -> list[int | None]:
    """The year of facts that have none; of a second year below the first, told at other days, what its weekdays say."""
    found = [year] * len(facts)
    if (apart := below(facts, found)) is not None:
        found[apart.begin :] = [_told_by_weekdays(facts, apart)] * (apart.end - apart.begin)
    elif year is not None and (turn := next_autumn(facts)) is not None:
        for place in range(turn, len(facts)):
            earlier, later = (all_fit([facts[place]], each) for each in (year, year + 1))
            found[place] = year + (later > earlier)
    return found


def fit_in(facts: Sequence[Fact], year: int) -> tuple[int, int]:
    """How many weekdays of a text without a year are as written in a school year, and how many are not."""
    pairs = zip(facts, _of_a_year_and_the_next(facts, year), strict=True)
    counts = [how_weekdays_fit([fact], base) for fact, base in pairs if base is not None]
    return sum(right for right, _wrong in counts), sum(wrong for _right, wrong in counts)


def _without_year(facts: Sequence[Fact]) -> range:
    """Where the facts stand whose year only the carer can tell."""
    own = [_base_of(fact) for fact in facts]
    if all(base is None for base in own):
        return range(len(facts))
    apart = unheaded(facts, own)
    is_open = apart is not None and _told_by_weekdays(facts, apart) is None
    return range(apart.begin, apart.end) if apart is not None and is_open else range(0)


def without_heading(facts: Sequence[Fact]) -> tuple[Fact, tuple[int, ...]] | None:
    """The first of the facts that stand above, or below, another year, with the years that they may be of.

    None where there are none, or where their weekdays tell of which year they are.
    """
    apart = unheaded(facts, [_base_of(fact) for fact in facts])
    if apart is None or _told_by_weekdays(facts, apart) is not None:
        return None
    return facts[apart.begin], apart.years


FEWEST_WEEKDAYS = 2


def _told_by_weekdays(facts: Sequence[Fact], apart: Unheaded) -> int | None:
    """The year of which the weekdays of facts without a heading are; None where they tell none."""
    own, first = facts[apart.begin : apart.end], apart.years[0]
    near = (first, first + 1, first - 1, first + 2, first - 2)
    fits = [each for each in near if all_fit(own, each) >= FEWEST_WEEKDAYS and hardly_misfit(own, each)]
    return max(fits, key=lambda each: all_fit(own, each), default=None)


def _base_of(fact: Fact) -> int | None:
    return fact.base if fact.base is not None else own_base(fact)


def _nearer(fact: Fact, before: int | None, after: int | None, turned: bool) -> int | None:
    """The school year of the facts before, unless only the one of those after has the weekdays right.

    Without weekdays the year turns where the days go from summer to autumn again.
    """
    if before is None or after is None or before == after:
        return after if before is None else before
    earlier, later = all_fit([fact], before), all_fit([fact], after)
    return after if later > earlier or (later == earlier and turned and after == before + 1) else before


def _turned(facts: Sequence[Fact], own: Sequence[int | None]) -> list[bool]:
    """Of each fact without a year, whether a September came after a summer since the last fact that has one."""
    found: list[bool] = []
    turned, last = False, 0
    for fact, base in zip(facts, own, strict=True):
        month = (fact.days[0].month - SEPTEMBER) % 12
        turned = base is None and (turned or month <= 3 < 8 <= last)
        found.append(turned)
        last = month
    return found


def _better_bases(facts: Sequence[Fact], bases: Sequence[int | None]) -> Iterator[int | None]:
    """The years once more: where a heading's year has the weekdays below it wrong, and the next has them right.

    Training days go with the terms that stand around them, and terms not with a list of training days.
    """
    pairs = list(zip(facts, bases, strict=True))
    above: int | None = None
    for (base, season), same in groupby(pairs, key=lambda pair: (pair[1], pair[0].season)):
        block = [fact for fact, _base in same]
        if base is not None and season != "autumn" and above == base + 1 and _may_go_on(block, base + 1):
            yield from (above for _fact in block)
            continue
        terms = [fact for fact in block if fact.role in STRETCHES]
        of_terms = _better_base(terms, base)
        of_lists = of_terms if _have_weekdays(terms) else _better_base(block, base)
        above = of_terms if terms else of_lists
        yield from (of_terms if fact.role in STRETCHES else of_lists for fact in block)


def _better_base(block: Sequence[Fact], base: int | None) -> int | None:
    below = [fact for fact in block if all(written.year is None for written in fact.days)]
    if base is None or all_fit(below, base) >= 0:
        return base
    fits = [year for year in (base + 1, base - 1) if all_fit(below, year) >= 2 and hardly_misfit(below, year)]
    return fits[0] if fits else base


def _may_go_on(block: Sequence[Fact], base: int) -> bool:
    """Whether a term headed with the year before that of the term above it goes on from that one by its weekdays."""
    below = [fact for fact in block if all(written.year is None for written in fact.days)]
    right, wrong = how_weekdays_fit(below, base)
    return right > 0 and right - wrong >= all_fit(below, base - 1)


def _have_weekdays(facts: Sequence[Fact]) -> bool:
    return any(written.weekday is not None for fact in facts for written in fact.days)


def _contradicts(fact: Fact, days: Sequence[date], base: int) -> bool:
    """Whether days cannot lie in a school year. Its table may begin with the summer holiday before it."""
    first = date(base, 8, 15)
    of_summer = fact.role in ("first_off", "holiday", "holiday_starts") and days[0].month in (7, 8)
    if of_summer or (fact.season != "summer" and weekdays_fit(fact, days) > 0):
        first = date(base, 7, 1)
    return any(not first <= day <= date(base + 1, 9, 10) for day in days)
