"""In which order the letters of a line stand, from left to right (Unicode's UAX 9, by `python-bidi`)."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from bidi import get_display

# Tag characters: whatever stands before them keeps its own way to run (their class is BN, boundary neutral).
_FIRST_TAGS: Final = [chr(code) for code in range(0xE0020, 0xE0050)]
_SECOND_TAGS: Final = [chr(code) for code in range(0xE0050, 0xE0080)]
_TURNS: Final = frozenset(("R", "AL", "AN"))
_MIRROR: Final = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def reads_right_to_left(text: str) -> bool:
    """Whether every letter is right-to-left. A mixed line keeps our left-to-right order."""
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    return bool(kinds & {"R", "AL"}) and "L" not in kinds


def as_it_stands(letters: Sequence[str], whole_line: bool) -> list[tuple[int, bool]]:
    """From left to right: which letter stands there (as an index), and whether among right-to-left words.

    `whole_line` says that the line itself reads from right to left. Each letter may be several characters long.
    """
    many = len(_SECOND_TAGS)
    is_plain = not whole_line and not any(
        unicodedata.bidirectional(letter[0]) in _TURNS for letter in letters
    )
    if is_plain or len(letters) > many * many:  # so long is no line
        return [(at, False) for at in range(len(letters))]
    # The library gives the text back in order, not the order. So each letter takes its number along, in two tags:
    # where the second comes before the first, the letter was turned round.
    tagged = "".join(
        f"{letter[0]}{_FIRST_TAGS[at // many]}{_SECOND_TAGS[at % many]}" for at, letter in enumerate(letters)
    )
    order: list[tuple[int, bool]] = []
    before = ""
    # At the end of a line tags would fall back to its own way to run, so it ends in a letter of that way.
    base, end = ("R", "\u200f") if whole_line else ("L", "\u200e")
    for tag in get_display(tagged + end, base_dir=base):
        if before in _NUMBERS and tag in _NUMBERS:
            turned = before in _SECONDS
            first, second = (tag, before) if turned else (before, tag)
            order.append((_NUMBERS[first] * many + _NUMBERS[second], turned))
            before = ""
        else:
            before = tag
    return order


def mirrored(letter: str) -> str:
    """The bracket as it looks inside right-to-left words."""
    return letter.translate(_MIRROR)


_SECONDS: Final = frozenset(_SECOND_TAGS)
_NUMBERS: Final = {tag: at for tags in (_FIRST_TAGS, _SECOND_TAGS) for at, tag in enumerate(tags)}
