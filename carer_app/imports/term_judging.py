"""Choosing among the ways of reading a text: the best, if it is clearly best; otherwise the carer is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.imports.term_candidates import Candidate, candidate
from carer_app.imports.term_scoring import Mark, marks_of, total
from carer_app.imports.term_text import Row
from carer_app.imports.term_walk import facts_in
from carer_app.imports.term_ways import WAYS

CLEARLY = 2.0
"""By how many points the best way has to be better than one that gives other school days."""
MOST_DAYS_TO_WEIGH = 300
"""A text with more days than any school's is read in the plainest way alone."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A way of reading with what speaks for it."""

    made: Candidate
    marks: tuple[Mark, ...]

    @property
    def total(self) -> float:
        return total(self.marks)

    @property
    def school_days(self) -> frozenset[date]:
        calendar = SchoolCalendar(self.made.periods, self.made.inset_days, self.made.closed_days)
        return frozenset(
            day
            for first, last in calendar.periods
            for day in days_between(first, last)
            if calendar.is_school_day(day)
        )


def judged(rows: Sequence[Row], near: date | None) -> list[Judged]:
    """Every way of reading the rows that gives other facts than those before it, the best first."""
    ways = WAYS if sum(len(row.groups) for row in rows) <= MOST_DAYS_TO_WEIGH else WAYS[:1]
    found: list[Judged] = []
    seen: list[object] = []
    for way in ways:
        facts = way.facts(facts_in(way.rows(rows)))
        if facts.facts in seen:
            continue
        seen.append(facts.facts)
        made = candidate(way.name, facts, near)
        found.append(Judged(made, tuple(marks_of(made, rows))))
    return sorted(found, key=lambda each: -each.total)
