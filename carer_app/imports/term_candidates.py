"""One way of reading a text, carried through to whole years: its facts, its stretches, and what does not fit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from carer_app.domain.school_calendar import Period
from carer_app.imports.term_facts import Found
from carer_app.imports.term_taking import Taken
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
    made = Candidate(way, found, list(dated))
    for each in made.dated:
        made.taken.take(each)
    made.taken.take_staff_days()
    made.taken.say_another_year()
    made.periods = made.taken.periods()
    return made
