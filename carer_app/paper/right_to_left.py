"""Arabic and Hebrew on paper: letters joined, words in the right order. A small part of Unicode's rules (UAX 9).

The drawing library would need two more packages for this, and names and a few quoted words are all we print.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache

_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def joined(text: str) -> list[tuple[str, str]]:
    """`text` in reading order as (letter as drawn, letters as typed), Arabic letters in their joined forms."""
    drawn: list[tuple[str, str]] = []
    place = 0
    while place < len(text):
        letter = text[place]
        forms = _forms().get(letter)
        if forms is None:
            drawn.append((letter, letter))
            place += 1
            continue
        source, last = letter, place
        following = _next_letter(text, place)
        ligature = letter + text[following] if following is not None else ""
        if following == place + 1 and ligature in _forms():
            forms, source, last = _forms()[ligature], ligature, following
        before = _joins_left(text, _previous_letter(text, place))
        after = _joins_right(text, _next_letter(text, last)) and "initial" in forms
        name = {(0, 0): "isolated", (0, 1): "initial", (1, 0): "final", (1, 1): "medial"}[before, after]
        drawn.append((forms.get(name, letter), source))
        place = last + 1
    return drawn


def reads_right_to_left(text: str) -> bool:
    """Whether every letter is right-to-left. A mixed line keeps our left-to-right order."""
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    return bool(kinds & {"R", "AL"}) and "L" not in kinds


def visual_order(letters: Sequence[str], whole_line: bool) -> list[int]:
    """The order in which to draw `letters` from left to right, as indices.

    `whole_line` says that the line itself reads from right to left.
    """
    levels = _levels(letters, 1 if whole_line else 0)
    order = list(range(len(letters)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def mirrored(letter: str) -> str:
    """The bracket as it looks inside right-to-left words."""
    return letter.translate(_MIRROR)


def right_to_left_at(letters: Sequence[str], whole_line: bool) -> list[bool]:
    """For each letter, whether it is drawn as part of right-to-left words."""
    return [level % 2 == 1 for level in _levels(letters, 1 if whole_line else 0)]


def _levels(letters: Sequence[str], base: int) -> list[int]:
    """0 for left to right, 1 for right to left, 2 for numbers and Latin inside right to left."""
    kinds = [unicodedata.bidirectional(letter[0]) for letter in letters]
    sides: list[str] = []
    strong = "R" if base else "L"
    for kind in kinds:
        if kind in ("R", "AL", "L"):
            strong = "R" if kind != "L" else "L"
            sides.append(strong)
        elif kind in ("EN", "AN"):
            sides.append("N" if strong == "R" else "L")
        else:
            sides.append("?")
    levels: list[int] = []
    for place, side in enumerate(sides):
        if side == "?":
            within_number = kinds[place] in ("ES", "CS") and sides[place - 1 : place + 2 : 2] == ["N", "N"]
            side = "N" if within_number else _side_of_gap(sides, place, base)
        levels.append({"L": 2 * base, "R": 1, "N": 2}[side])
    return levels


def _side_of_gap(sides: Sequence[str], place: int, base: int) -> str:
    default = "R" if base else "L"
    left = next((side for side in reversed(sides[:place]) if side != "?"), default)
    right = next((side for side in sides[place:] if side != "?"), default)
    left, right = ("R" if side == "N" else side for side in (left, right))
    return left if left == right else default


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Each Arabic letter (and lam with alef) with its drawn forms, from Unicode's own table."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        name = kind.strip("<>")
        if name in ("isolated", "initial", "medial", "final"):
            source = "".join(chr(int(letter, 16)) for letter in letters)
            if len(source) == 1 or source[0] == "\u0644":
                forms.setdefault(source, {}).setdefault(name, chr(code))
    return forms


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn"


def _next_letter(text: str, place: int) -> int | None:
    return next((at for at in range(place + 1, len(text)) if not _is_mark(text[at])), None)


def _previous_letter(text: str, place: int) -> int | None:
    return next((at for at in range(place - 1, -1, -1) if not _is_mark(text[at])), None)


def _joins_left(text: str, place: int | None) -> bool:
    """Whether the letter at `place` reaches out to the letter after it."""
    return place is not None and (text[place] == "\u0640" or "initial" in _forms().get(text[place], {}))


def _joins_right(text: str, place: int | None) -> bool:
    """Whether the letter at `place` can be reached from the letter before it."""
    return place is not None and (text[place] == "\u0640" or "final" in _forms().get(text[place], {}))
