"""What became of every day that stands in a text: used, left out for a reason, or handed back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from carer_app.imports.term_facts import Fact
from carer_app.imports.term_lexing import Group, groups
from carer_app.imports.term_reading import DayInText, Fate
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fact with what it was read as, and why it was not used."""

    fact: Fact
    days: tuple[date, ...]
    fate: Fate
    reason: str = ""


def account(lines: Sequence[str], outcomes: Sequence[Outcome]) -> list[DayInText]:
    """Every day of the text in its order, each with its outcome; one that no fact was made of is handed back."""
    rest = list(outcomes)
    found = []
    for line in lines:
        for group in groups(line):
            outcome = next((each for each in rest if _is_of(each, line, group)), None)
            written = line[group.at : group.end]
            if outcome is None:
                words = _("We did not understand what this day is.")
                found.append(DayInText(line, written, (), "handed_back", words))
            else:
                found.append(DayInText(line, written, outcome.days, outcome.fate, outcome.reason))
    return found


def _is_of(outcome: Outcome, line: str, group: Group) -> bool:
    said = {(day.day, day.month) for day in outcome.fact.days}
    return line in outcome.fact.line and {(day.day, day.month) for day in group.days} <= said
