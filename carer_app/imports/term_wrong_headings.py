"""A heading of one school year above days that are all written with the years of another: the days are believed."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from carer_app.imports.term_dating import own_base
from carer_app.imports.term_facts import Fact

FEWEST = 4
AUGUST = 8


def with_years_of_their_days(facts: Sequence[Fact]) -> tuple[list[Fact], dict[int, int]]:
    """The facts, below a wrong heading with the school year of their days; and of each such year its heading's."""
    found: list[Fact] = []
    wrong: dict[int, int] = {}
    for (base, _heading), same in groupby(facts, key=lambda fact: (fact.base, fact.heading)):
        block = list(same)
        year = _their_year(block)
        if base is not None and year is not None and year != base:
            wrong[year] = base
            block = [replace(fact, base=year) for fact in block]
        found += block
    return found, wrong


def _their_year(block: Sequence[Fact]) -> int | None:
    """The one school year of several days that have their years, and no weekday; None where there are others."""
    if len(block) < FEWEST or any(
        day.year is None or day.weekday is not None for fact in block for day in fact.days
    ):
        return None
    years = {own_base(fact) for fact in block}
    halves = {day.month > AUGUST for fact in block for day in fact.days}
    return years.pop() if len(years) == 1 and len(halves) == 2 else None
