"""Letters joined, stacked and put where their script wants them, by HarfBuzz: a word of any script as its glyphs."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

import uharfbuzz

from carer_app.paper.pdf.faces import BOLD, REGULAR, face, name_of_face

JOINERS: Final = "\u200c\u200d"
_AS_LETTERS_STAND_ALONE: Final = {"kern": False, "liga": False, "clig": False}
"""Our everyday words are drawn letter by letter; one with a loose accent among them looks the same."""


@dataclass(frozen=True, slots=True)
class GlyphInPlace:
    """A glyph of a face, `x` from the left of its letter and `y` above the line (ems), and what it says when copied."""

    number: int
    x: float
    y: float
    says: str


@dataclass(frozen=True, slots=True)
class ShapedLetter:
    """What cannot be parted: a letter with its accents, or a syllable. Glyphs from left to right.

    `font` is empty where no face of ours has it. `in_order`: each glyph says its own part of `typed`, in order; else
    only all of them together say it.
    """

    typed: str
    font: str
    width: float = 0.0
    glyphs: tuple[GlyphInPlace, ...] = ()
    in_order: bool = True

    def after(self, words: str) -> "ShapedLetter":
        """The same, saying these first."""
        said = next((at for at, glyph in enumerate(self.glyphs) if glyph.says), 0)
        glyphs = list(self.glyphs)
        glyphs[said] = replace(glyphs[said], says=words + glyphs[said].says)
        return replace(self, glyphs=tuple(glyphs))


@lru_cache(maxsize=4096)
def shaped(word: str, bold: bool) -> tuple[ShapedLetter, ...]:
    """A word (no spaces in it) in reading order."""
    return tuple(letter for run, font in _runs(word, bold) for letter in _letters(run, font))


@cache
def space_of(font: str) -> ShapedLetter:
    """A space of one face."""
    return next(_letters(" ", font))


def _runs(word: str, bold: bool) -> Iterator[tuple[str, str]]:
    """Parts of the word that one face has."""
    run, font = "", ""
    for letter in word:
        follows = (
            letter in JOINERS or unicodedata.category(letter)[0] == "M" or font not in ("", REGULAR, BOLD)
        )
        if run and follows and font and (letter in JOINERS or ord(letter) in face(font).letters):
            run += letter
            continue
        if run:
            yield run, font
        run, font = letter, name_of_face(letter, bold)
    if run:
        yield run, font


def _letters(run: str, name: str) -> Iterator[ShapedLetter]:
    run = run if name else run.strip(JOINERS)
    if not name:
        yield from (ShapedLetter(letter, "") for letter in run)
        return
    of = face(name)
    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(letter) for letter in run])
    buffer.guess_segment_properties()
    uharfbuzz.shape(of.font, buffer, _AS_LETTERS_STAND_ALONE if name in (REGULAR, BOLD) else {})
    by_start: dict[int, list[tuple[int, float, float, float]]] = {}
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        moved = (place.x_offset / of.per_em, place.y_offset / of.per_em, place.x_advance / of.per_em)
        by_start.setdefault(info.cluster, []).append((info.codepoint, *moved))
    starts = sorted(by_start)
    for start, end in zip(starts, [*starts[1:], len(run)], strict=True):
        yield _letter(run[start:end], name, by_start[start], buffer.direction == "rtl")


def _letter(
    typed: str, name: str, glyphs: list[tuple[int, float, float, float]], turned: bool
) -> ShapedLetter:
    if any(number == 0 for number, *_moved in glyphs):
        return ShapedLetter(typed, "")
    # A mark that takes no room would be taken for a letter of its own, or for a gap: what it stands on speaks for it.
    own = [at for at, (*_rest, advance) in enumerate(glyphs) if advance > 0] or [len(glyphs) - 1]
    says = [""] * len(glyphs)
    for at, said in zip(own, _said_by_each(typed, len(own), turned), strict=True):
        says[at] = said
    x, placed = 0.0, []
    for (number, right, up, advance), said in zip(glyphs, says, strict=True):
        placed.append(GlyphInPlace(number, x + right, up, said))
        x += advance
    return ShapedLetter(typed, name, x, tuple(placed), turned or len(own) <= len(typed))


def _said_by_each(typed: str, count: int, turned: bool) -> list[str]:
    """What each glyph says, so that together, from left to right, they say what was typed.

    What reads from right to left is said turned round: a reader of PDFs takes it as it is seen, and turns it.
    """
    if turned:
        return [""] * (count - 1) + [typed.replace("\u200c", "")[::-1]]
    letters = [*typed[: count - 1], typed[count - 1 :]] if len(typed) >= count else [*typed]
    return letters + [""] * (count - len(letters))
