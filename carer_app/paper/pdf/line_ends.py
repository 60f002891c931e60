"""Where a line of words ends: after a space, but not within a name, a day or a number, and never before a last word
that would stand alone."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from carer_app.paper.pdf.faces import CHINESE
from carer_app.paper.pdf.lines_drawn import Glyph

_ROUNDING = 1e-9
_CLOSES = frozenset("，。、！？；：）」』】》〉,.!?;:)”’")
_ADDRESS = re.compile(r"[\w-]+\.[\w./-]*/")
_AFTER_IN_ADDRESS = frozenset("/-.")
_SHORT = 0.3
"""A last word that takes less of the line than this does not stand there alone."""
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_DAY = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_NAME_OR_DAY = (
    r"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|St)\.? (?=\w)|\b(?:Year|Page|page|room|Room|class|Class) (?=\d)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?={_MONTH}\b)"
)
_WEAKER = (
    r"(?<!\S)[“‘(]?[AaI] (?=\w)"
    rf"|\b{_MONTH} (?=\d{{4}}\b)|\b{_DAY} (?=\d{{1,2}}\b)|(?<=\S) (?=[·–] )"
    r"|\b\d+ (?=(?:am|pm|minutes?|hours?|days?|weeks?|weekdays?|months?|years?|school|pages?)\b)"
)
_GLUE = (re.compile(f"{_NAME_OR_DAY}|{_WEAKER}"), re.compile(_NAME_OR_DAY))
"""Which spaces end no line; where a line has no room for that, only the stronger."""


@dataclass(frozen=True)
class _Words:
    """One paragraph: its letters, how far in each ends, and after which of them a line may end."""

    glyphs: Sequence[Glyph]

    @cached_property
    def ends(self) -> list[float]:
        """How wide everything before each letter is, in ems."""
        return [0.0, *accumulate(glyph.width for glyph in self.glyphs)]

    @cached_property
    def spaces(self) -> list[int]:
        """Where a line may end in any words: with the place of what begins after it."""
        glyphs = self.glyphs
        return [
            place + 1
            for place, glyph in enumerate(glyphs)
            if (glyph.typed == " " and not _is_in_a_number(glyphs, place))
            or (glyph.font == CHINESE and not _is_closed_after(glyphs, place))
        ]

    @cached_property
    def text(self) -> str:
        """A character for each letter."""
        return "".join([glyph.typed[:1] or " " for glyph in self.glyphs])

    @cached_property
    def best(self) -> list[int]:
        """The same without what holds together."""
        return self._without(_GLUE[0])

    def breaks(self) -> Iterator[list[int]]:
        """The best; then with less that holds together; at last all of them, and those in addresses."""
        yield self.best
        yield self._without(_GLUE[1])
        yield self.spaces
        yield sorted({*self.spaces, *_in_addresses(self.text)})

    def _without(self, glue: re.Pattern[str]) -> list[int]:
        held = {found.end() for found in glue.finditer(self.text)}
        return [each for each in self.spaces if each not in held] if held else self.spaces

    def longest(self, start: int, width: float) -> int:
        """How many letters from this one on fit, with the spaces after them."""
        fits = bisect_right(self.ends, self.ends[start] + width + _ROUNDING) - 1
        while fits < len(self.glyphs) and self.glyphs[fits].typed == " ":
            fits += 1
        return fits

    def cut(self, start: int, fits: int) -> int:
        """Where the line from `start` ends: at the best place there is, within a word where there is none."""
        for breaks in self.breaks():
            at = bisect_right(breaks, fits) - 1
            if at >= 0 and breaks[at] > start:
                return breaks[at]
        return max(fits, start + 1)

    def not_alone(self, before: int, start: int, width: float) -> int:
        """Where the last line begins, so that no short word stands there alone: one word earlier, if that fits."""
        breaks, end = self.best, len(self.glyphs)
        at = bisect_right(breaks, start) - 1
        is_alone = (
            bisect_right(breaks, end - 1) - 1 == at and self.ends[end] - self.ends[start] < width * _SHORT
        )
        if not is_alone or at < 1 or breaks[at] != start:
            return start
        earlier = breaks[at - 1]
        keeps_two = at >= 2 and breaks[at - 2] > before
        fits = self.ends[end] - self.ends[earlier] <= width + _ROUNDING
        return earlier if keeps_two and fits else start


def broken(glyphs: Sequence[Glyph], width: float) -> Iterator[tuple[list[Glyph], bool]]:
    """Lines of at most `width` ems. With each, whether it had to end within a word."""
    words = _Words(glyphs)
    starts = [0]
    while (fits := words.longest(starts[-1], width)) < len(glyphs):
        start = words.cut(starts[-1], fits)
        while start < len(glyphs) and glyphs[start].typed == " ":
            start += 1
        if start >= len(glyphs):
            break
        starts.append(start)
    if len(starts) > 1:
        starts[-1] = words.not_alone(starts[-2], starts[-1], width)
    for start, end in zip(starts, [*starts[1:], len(glyphs)], strict=True):
        line = _without_end_spaces(glyphs[start:end])
        if line:
            yield line, end < len(glyphs) and glyphs[end - 1].typed != " "


def _is_in_a_number(glyphs: Sequence[Glyph], place: int) -> bool:
    around = glyphs[place - 1].typed + glyphs[place + 1].typed if 0 < place < len(glyphs) - 1 else ""
    return len(around) == 2 and around.isdigit()


def _is_closed_after(glyphs: Sequence[Glyph], place: int) -> bool:
    """Chinese has no spaces: a line ends after any letter, but does not begin with a mark that closes."""
    return place + 1 < len(glyphs) and glyphs[place + 1].typed in _CLOSES


def _in_addresses(text: str) -> Iterator[int]:
    """An address of a page is one long word: it may be broken where one of its parts ends."""
    for found in _ADDRESS.finditer(text):
        for place in range(found.start(), len(text)):
            if text[place] == " ":
                break
            if text[place] in _AFTER_IN_ADDRESS:
                yield place + 1


def _without_end_spaces(line: Sequence[Glyph]) -> list[Glyph]:
    end = len(line)
    while end and line[end - 1].typed == " ":
        end -= 1
    return list(line[:end])
