"""One way of reading a text, carried through to whole years: its facts, its stretches, and what does not fit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from carer_app.domain.school_calendar import Period
from carer_app.domain.term_checks import DatesProblem, in_order_of_days, problems_in
from carer_app.imports.term_account import account, days_we_do_not_know
from carer_app.imports.term_facts import Found
from carer_app.imports.term_reading import TermReading
from carer_app.imports.term_taking import Taken
from carer_app.imports.term_text import Row
from carer_app.imports.term_years import Dated, in_years
from carer_app.words import _


@dataclass(slots=True)
class Candidate:
    """What one way makes of a text."""

    way: str
    found: Found
    dated: list[Dated] = field(default_factory=list)
    taken: Taken = field(default_factory=Taken)
    periods: list[Period] = field(default_factory=list)

    @property
    def inset_days(self) -> list[date]:
        return sorted(self.taken.inset)

    @property
    def closed_days(self) -> list[date]:
        return sorted(self.taken.closed - self.taken.inset)


def candidate(way: str, found: Found, near: date | None) -> Candidate:
    """Carry the facts of one way through to stretches of school days."""
    made = Candidate(way, found, in_years(found.facts, near))
    for dated in made.dated:
        made.taken.take(dated)
    made.taken.say_another_year()
    made.periods = made.taken.periods()
    return made


def as_reading(made: Candidate, rows: Sequence[Row], cut: str) -> TermReading:
    """What a candidate would have the carer look at."""
    taken = made.taken
    problems = list(taken.problems)
    if made.dated and all(dated.days is None for dated in made.dated):
        words = _(
            "The text does not say which year. Add the school year to its first line, for example 2025/26."
        )
        problems.append(DatesProblem("year", words))
    problems += problems_in(made.periods, made.inset_days, sorted(taken.closed), mentioned=taken.mentioned)
    shown = [line for _group, line in made.found.left]
    shown += [outcome.fact.line for outcome in taken.outcomes if outcome.fate == "handed_back"]
    shown += [row.shown for row in rows if days_we_do_not_know(row)]
    outcomes = {key: outcome for outcome in taken.outcomes for key in outcome.fact.group.keys}
    return TermReading(
        periods=made.periods,
        inset_days=made.inset_days,
        closed_days=made.closed_days,
        inset_unknown=max(made.found.inset_unknown, made.found.inset_total - len(taken.inset), 0),
        twilight=len(taken.twilight),
        problems=in_order_of_days(problems),
        not_understood=list(dict.fromkeys([*shown, *([cut] if cut else [])])),
        account=account(rows, outcomes, {}),
    )
