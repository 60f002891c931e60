"""A table of what was agreed that says by a tick who does it: a column for each who may."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from carer_app.imports.placed_words import PlacedCell, PlacedLine, PlacedWord
from carer_app.texts.copy_words import copy_words

_ON = frozenset(("x", "v", "y", "yes", "✓", "✔", "√", "☑", "☒", "✗", "✘", "■", "●"))
_OFF = frozenset(("", "o", "n", "no", "-", "–", ".", "☐", "□", "○"))
_BOX = "[](){}|_"
_MOSTLY = 0.8


def heads_with_ticks(heads: Sequence[PlacedCell]) -> tuple[PlacedCell, ...]:
    """Those that are a part of whoever was there: “School”, “Carer”; none where there is but one."""
    found = tuple(each for each in heads if copy_words().owner_of(each.text))
    return found if len(found) > 1 else ()


def with_names(
    lines: Sequence[PlacedLine], name_of: Callable[[PlacedWord], str]
) -> tuple[PlacedLine, ...] | None:
    """The same lines with the name of its column for each tick, and no letter for an empty box; None where other words
    stand there: then it says something else. `name_of` is empty for a word of no such column."""
    marks = [_mark(word) for line in lines for word in line.words if name_of(word)]
    if not any(mark in _ON for mark in marks) or sum(map(_is_mark, marks)) < _MOSTLY * len(marks):
        return None
    told = []
    for line in lines:
        kept: list[PlacedWord] = []
        is_second = False
        for word in line.words:
            name, is_on = name_of(word), _mark(word) in _ON
            said = f"and {name}" if is_second else name
            kept.append(replace(word, text=said if is_on else "") if name else word)
            is_second = is_second or bool(name and is_on)
        told.append(PlacedLine(line.page, tuple(kept)))
    return tuple(told)


def _mark(word: PlacedWord) -> str:
    return word.text.strip(_BOX).casefold()


def _is_mark(mark: str) -> bool:
    return mark in _ON or mark in _OFF
