"""Words as they lie on paper: which font has each letter, where lines end, what no font can show.

Text never meets a mark-up parser here: "<b>" is three characters like any others. `on_paper` is the one place
through which everything people wrote passes.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache

from carer_app.paper.content.sheet import Sheet
from carer_app.paper.pdf.faces import BOLD, REGULAR
from carer_app.paper.pdf.line_ends import broken
from carer_app.paper.pdf.lines_drawn import NO_FONT, Glyph, TextLine, font_named
from carer_app.paper.pdf.reading_order import reads_right_to_left
from carer_app.paper.pdf.shaping import JOINERS, ShapedLetter, shaped

_BOX_WIDTH = 0.72
_SPACES = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\t": " ", "\u3000": " "}

Span = tuple[str, bool]
"""Words, and whether they are bold."""


def lines_of(spans: Sequence[Span], width: float, size: float) -> list[TextLine]:
    """The lines of these words at `size` points in `width` points. A word too long for a line is cut where it must."""
    return list(_lines_of(tuple(spans), width / size))


@lru_cache(maxsize=2048)
def _lines_of(spans: tuple[Span, ...], width: float) -> tuple[TextLine, ...]:
    lines: list[TextLine] = []
    for paragraph in _paragraphs(spans):
        whole = reads_right_to_left("".join(text for text, _bold in paragraph))
        glyphs = [glyph for text, bold in paragraph for glyph in _glyphs(text, bold)]
        lines += [TextLine(tuple(line), whole, in_word) for line, in_word in broken(glyphs, width)]
    return tuple(lines)


def forget_words() -> None:
    """Words are kept while one sheet is made, which sets most of them several times; then nothing of them is."""
    _lines_of.cache_clear()
    shaped.cache_clear()


def main_font() -> str:
    """The name of the everyday font, loaded."""
    font_named(REGULAR)
    return REGULAR


def missing_characters(content: Sheet) -> list[str]:
    """Every character of this sheet that no font of ours has, once each, in order. They print as a box."""
    missing: dict[str, None] = {}
    for text in _texts(content):
        for glyph in _glyphs(on_paper(text).replace("\n", " "), bold=False):
            if glyph.font == NO_FONT:
                missing.setdefault(glyph.typed)
    forget_words()
    return list(missing)


def on_paper(text: str) -> str:
    """What people wrote, ready to be drawn: accents joined to letters, odd spaces and control characters gone."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = []
    for letter in text:
        letter = _SPACES.get(letter, "\n" if letter in "\u2028\u2029\v\f\x85" else letter)
        if letter == "\n" or not _is_unseen(letter):
            kept.append(letter)
    return "".join(kept)


def _paragraphs(spans: Sequence[Span]) -> list[list[Span]]:
    paragraphs: list[list[Span]] = [[]]
    for text, bold in spans:
        first, *others = on_paper(text).split("\n")
        paragraphs[-1].append((first, bold))
        paragraphs += [[(each, bold)] for each in others]
    return [paragraph for paragraph in paragraphs if "".join(text for text, _bold in paragraph).strip()]


def _glyphs(text: str, bold: bool) -> list[Glyph]:
    glyphs: list[Glyph] = []
    for place, word in enumerate(text.split(" ")):
        if place:
            glyphs.append(_letter(" ", bold))
        if all(letter in _letters_of(bold) for letter in word):
            glyphs += [_letter(letter, bold) for letter in word]
        else:
            glyphs += [_shaped(letter, bold) for letter in shaped(word, bold)]
    return glyphs


@cache
def _letter(letter: str, bold: bool) -> Glyph:
    """A letter that stands alone in our everyday face."""
    font = BOLD if bold else REGULAR
    return Glyph(letter, font, _width(font, letter))


@cache
def _letters_of(bold: bool) -> frozenset[str]:
    """What our everyday face has and needs no shaping."""
    letters = map(chr, font_named(BOLD if bold else REGULAR).face.charToGlyph)
    return frozenset(
        letter for letter in letters if unicodedata.category(letter)[0] != "M" and letter not in JOINERS
    )


def _shaped(letter: ShapedLetter, bold: bool) -> Glyph:
    if len(letter.typed) == 1 and letter.typed in _letters_of(bold):
        return _letter(letter.typed, bold)
    if not letter.font:
        return Glyph(letter.typed, NO_FONT, _BOX_WIDTH)
    return Glyph(letter.typed, letter.font, letter.width, letter)


def _width(name: str, text: str) -> float:
    face = font_named(name).face
    return float(sum(face.charWidths.get(ord(letter), face.defaultWidth) for letter in text)) / 1000


def _is_unseen(letter: str) -> bool:
    """Control and direction marks, and the marks that only ask for a coloured picture. What joins or parts stays."""
    if letter in JOINERS:
        return False
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs") or 0xFE00 <= ord(letter) <= 0xFE0F


def _texts(content: object) -> Iterable[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, tuple):
        for each in content:
            yield from _texts(each)
    elif is_dataclass(content):
        for field in fields(content):
            yield from _texts(getattr(content, field.name))
