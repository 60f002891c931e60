"""A day that is the first or the last of a term and a training day: "Term starts: 1 September (INSET day)"."""

import re
from collections.abc import Sequence
from datetime import timedelta

from carer_app.imports.term_roles import INSET, Role
from carer_app.imports.term_rows import Read
from carer_app.imports.term_text import Row
from carer_app.imports.term_years import Dated

_NAMED = r"(?:(?:the|this|new|autumn|spring|summer|christmas|easter|michaelmas|lent|trinity|school|academic|full)\s+)*"
_A_TERM = rf"{_NAMED}(?:term|year)\b"
_TERM = r"(?<!half )(?<!half-)\bterm(?:\s+[1-6])?(?:\s+(?:date|day))?\s+(?:\w+\s+)?"
_OPENS = re.compile(
    rf"\b(?:start|beginning|(?:first|1st) day) of {_A_TERM}|{_TERM}(?:starts?|begins?|commences?|opens?)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    rf"\b(?:end|(?:last|final) day) of {_A_TERM}|{_TERM}(?:ends?|finish(?:es)?|closes?)\b", re.IGNORECASE
)
# "INSET day before the start of term": another day is the first
_BESIDE = re.compile(r"\b(?:before|after|prior|following|until)\b", re.IGNORECASE)
_SHUT = (
    r"(?:\W*(?:(?:school|academy|college|nursery) (?:is )?)?(?:closed|shut)(?: (?:to|for) (?:all )?"
    r"(?:pupils|students|children))?|\W*no (?:pupils|students|children)(?: in)?)?"
)
_ONLY_TRAINING = re.compile(
    rf"\W*(?:an? )?(?:in[\s-]?set|(?:staff|teacher) training|training|staff(?: only)?|pd|cpd)(?: day)?{_SHUT}\W*",
    re.IGNORECASE,
)


def with_training_at_edges(row: Row, reads: Sequence[Read]) -> list[Read]:
    """What was made of a row, and where its one day is both, of it the other too."""
    if len(reads) != 1 or len(row.groups) != 1 or row.hints:
        return list(reads)
    group, role, base = reads[0]
    if group.is_range or len(group.days) != 1 or _BESIDE.search(row.beside):
        return list(reads)
    also = _edge(row.beside) if role == "inset" else None
    if role in ("start", "end") and _ONLY_TRAINING.fullmatch(row.words, group.end):
        also = "inset"
    return [*reads, *([(group, also, base)] if also else [])]


def _edge(words: str) -> Role | None:
    """The edge that words beside a training day name; None where they name none, or both."""
    opens, closes = _OPENS.search(words), _CLOSES.search(words)
    if (opens is None) == (closes is None) or not INSET.search(words):
        return None
    return "start" if opens else "end"


STAGGERED = timedelta(days=14)


def without_edges_told_apart(dated: Sequence[Dated]) -> list[Dated]:
    """Without the first or last days that are for training, where another line tells that of the pupils near them."""
    training = {each.fact.group.keys for each in dated if each.fact.role == "inset"}
    of_training = [
        each for each in dated if each.fact.role in ("start", "end") and each.fact.group.keys in training
    ]
    apart = {id(each) for each in of_training if any(_is_of_pupils(other, each) for other in dated)}
    return [each for each in dated if id(each) not in apart]


def _is_of_pupils(other: Dated, each: Dated) -> bool:
    if other is each or other.fact.role != each.fact.role or not other.days or not each.days:
        return False
    inside = other.days[0] - each.days[0] if each.fact.role == "start" else each.days[0] - other.days[0]
    return timedelta(0) < inside <= STAGGERED
