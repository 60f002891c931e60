"""The reading that was chosen, beside its text: what became of each group of days in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row

Key = tuple[int, int]
Found = tuple[str, tuple[date, ...]]
"""A sentence, and the days it is about."""


@dataclass(frozen=True, slots=True)
class ReadingBesideText:
    """The chosen reading beside its text: what became of each group of days in it, by where it stands."""

    made: Candidate
    rows: Sequence[Row]
    outcomes: Mapping[Key, Outcome]

    def of_row(self, row: Row) -> list[Outcome]:
        """What became of the days of a row, those that were read."""
        return [told for group in row.groups if (told := self.outcomes.get(group.keys[0])) is not None]

    def used(self, row: Row, *roles: str) -> list[Outcome]:
        """The days of a row that were used as one of these."""
        return [each for each in self.of_row(row) if each.fate == "used" and each.fact.role in roles]
