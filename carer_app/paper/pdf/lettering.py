"""Words as they lie on paper: which font has each letter, where lines end, what no font can show.

Text never meets a mark-up parser here: "<b>" is three characters like any others. `on_paper` is the one place
through which everything people wrote passes.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache, lru_cache
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from sys import maxsize
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.content.sheet import Sheet
from carer_app.paper.pdf.faces import BOLD, REGULAR
from carer_app.paper.pdf.reading_order import as_it_stands, mirrored, reads_right_to_left
from carer_app.paper.pdf.shaped_fonts import draw_shaped
from carer_app.paper.pdf.shaping import JOINERS, ShapedLetter, shaped, space_of
from resources import path

_NO_FONT = ""
_BOX_WIDTH = 0.72
_ROUNDING = 1e-9
_STANDS_FOR_MISSING = "?"
_INVISIBLE: Final = 3
_FROM_LEFT_TO_RIGHT, _FROM_RIGHT_TO_LEFT = "\u200e", "\u200f"
_BYTE_ORDER = "\ufeff"
_SPACES = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\t": " ", "\u3000": " "}

_SCRIPTS = {
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "ETHIOPIC": "Ethi",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "TAMIL": "Taml",
    "CJK": "Hani",
}

Span = tuple[str, bool]
"""Words, and whether they are bold."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter: as typed, in which font (empty where none has it), how wide at 1 pt, and its shape if it has one."""

    typed: str
    font: str
    width: float
    shape: ShapedLetter | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a paragraph, in reading order."""

    glyphs: tuple[Glyph, ...]
    right_to_left: bool = False
    ends_in_a_word: bool = False

    def width(self, size: float) -> float:
        """How wide it is in points with letters of `size` points."""
        return size * sum(glyph.width for glyph in self.glyphs)

    def draw(self, canvas: Canvas, x: float, y: float, size: float) -> None:
        """Draw with the left end of the base line at x, y."""
        runs = self._runs(x, size)
        for run in runs:
            if run.font == _NO_FONT:
                _draw_box(canvas, run.x, y, size, run.glyphs[0].typed)
            else:
                run.draw(canvas, y, size, and_a_space=run is runs[-1] and not self.ends_in_a_word)

    def _runs(self, x: float, size: float) -> "list[_Run]":
        """What is drawn at once, in the order in which it is read."""
        runs: list[_Run] = []
        if not self.right_to_left and all(glyph.shape is None and glyph.font for glyph in self.glyphs):
            for font, letters in groupby(self.glyphs, key=attrgetter("font")):
                runs.append(_Run(font, x, False, list(letters)))
                x += size * sum(glyph.width for glyph in runs[-1].glyphs)
            return runs
        before: tuple[object, ...] = ()
        for at, turned in as_it_stands([glyph.typed for glyph in self.glyphs], self.right_to_left):
            glyph = self.glyphs[at]
            kind = (glyph.font, glyph.shape is None, turned, turned and glyph.typed == " ")
            if kind != before or glyph.font == _NO_FONT:
                runs.append(_Run(glyph.font, x, turned))
            before = kind
            runs[-1].glyphs.append(glyph)
            runs[-1].first = min(runs[-1].first, at)
            x += glyph.width * size
        for run, after in pairwise(runs):
            run.ends_before_a_mark = (
                run.turned and not after.turned and unicodedata.bidirectional(after.glyphs[0].typed[0]) != "L"
            )
        return sorted(runs, key=attrgetter("first"))


@dataclass(slots=True)
class _Run:
    """Letters beside each other in one font; `first` is the place in the line of that which is read first."""

    font: str
    x: float
    turned: bool
    glyphs: list[Glyph] = field(default_factory=list)
    first: int = maxsize
    ends_before_a_mark: bool = False

    def draw(self, canvas: Canvas, y: float, size: float, and_a_space: bool) -> None:
        """Draw it. The space is unseen; without, whoever hears the paper hears two lines' words as one."""
        text = "".join(mirrored(glyph.typed) if self.turned else glyph.typed for glyph in self.glyphs)
        script = next((name for name in map(_script, text) if name), "")
        if script:
            canvas.addLiteral(f"/Span <</Lang (und-{script})>> BDC")
        shapes = [glyph.shape for glyph in self.glyphs if glyph.shape]
        if shapes and self.turned and len(shapes[0].typed) > 1:
            # A mark before the first letter, as it is seen, would not say which way it runs.
            shapes[0] = shapes[0].after(_FROM_RIGHT_TO_LEFT)
        if shapes:
            left = self.x
            if and_a_space:
                space = space_of(self.font)
                left -= space.width * size if self.turned else 0
                shapes = [space, *shapes] if self.turned else [*shapes, space]
            draw_shaped(canvas, left, y, size, shapes)
        else:
            _draw_plain(
                canvas, self.x, y, size, self.font, f"{text} " if and_a_space and not self.turned else text
            )
        if script:
            canvas.addLiteral("EMC")
        if self.ends_before_a_mark:
            # Readers of a PDF tell the order from the letters alone, and would take what follows along.
            end = self.x + size * sum(each.width for each in self.glyphs)
            _draw_plain(canvas, end, y, size, REGULAR, _FROM_LEFT_TO_RIGHT)


def lines_of(spans: Sequence[Span], width: float, size: float) -> list[TextLine]:
    """The lines of these words at `size` points in `width` points. A word too long for a line is cut where it must."""
    return list(_lines_of(tuple(spans), width / size))


@lru_cache(maxsize=2048)
def _lines_of(spans: tuple[Span, ...], width: float) -> tuple[TextLine, ...]:
    lines: list[TextLine] = []
    for paragraph in _paragraphs(spans):
        whole = reads_right_to_left("".join(text for text, _bold in paragraph))
        glyphs = [glyph for text, bold in paragraph for glyph in _glyphs(text, bold)]
        lines += [TextLine(tuple(line), whole, in_word) for line, in_word in _broken(glyphs, width)]
    return tuple(lines)


def forget_words() -> None:
    """Words are kept while one sheet is made, which sets most of them several times; then nothing of them is."""
    _lines_of.cache_clear()
    shaped.cache_clear()


def main_font() -> str:
    """The name of the everyday font, loaded."""
    _font(REGULAR)
    return REGULAR


def missing_characters(content: Sheet) -> list[str]:
    """Every character of this sheet that no font of ours has, once each, in order. They print as a box."""
    missing: dict[str, None] = {}
    for text in _texts(content):
        for glyph in _glyphs(on_paper(text).replace("\n", " "), bold=False):
            if glyph.font == _NO_FONT:
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
    letters = map(chr, _font(BOLD if bold else REGULAR).face.charToGlyph)
    return frozenset(
        letter for letter in letters if unicodedata.category(letter)[0] != "M" and letter not in JOINERS
    )


def _shaped(letter: ShapedLetter, bold: bool) -> Glyph:
    if len(letter.typed) == 1 and letter.typed in _letters_of(bold):
        return _letter(letter.typed, bold)
    if not letter.font:
        return Glyph(letter.typed, _NO_FONT, _BOX_WIDTH)
    return Glyph(letter.typed, letter.font, letter.width, letter)


def _broken(glyphs: Sequence[Glyph], width: float) -> list[tuple[list[Glyph], bool]]:
    """Lines of at most `width` ems, broken after spaces where there are any, and not within a telephone number.

    With each, whether it had to be broken within a word.
    """
    lines: list[tuple[list[Glyph], bool]] = []
    ends = [0.0, *accumulate(glyph.width for glyph in glyphs)]
    spaces = [place for place, glyph in enumerate(glyphs) if glyph.typed == " "]
    breaks = [place + 1 for place in spaces if not _is_in_a_number(glyphs, place)]
    start, end = 0, len(glyphs)
    while start < end:
        fits = bisect_right(ends, ends[start] + width + _ROUNDING) - 1
        while fits < end and glyphs[fits].typed == " ":
            fits += 1
        if fits >= end:
            lines.append((_without_end_spaces(glyphs[start:]), False))
            break
        at = bisect_right(breaks, fits) - 1
        in_a_word = at < 0 or breaks[at] <= start
        cut = max(fits, start + 1) if in_a_word else breaks[at]
        lines.append((_without_end_spaces(glyphs[start:cut]), in_a_word))
        start = cut
        while start < end and glyphs[start].typed == " ":
            start += 1
    return [each for each in lines if each[0]]


def _is_in_a_number(glyphs: Sequence[Glyph], place: int) -> bool:
    around = glyphs[place - 1].typed + glyphs[place + 1].typed if 0 < place < len(glyphs) - 1 else ""
    return len(around) == 2 and around.isdigit()


def _without_end_spaces(line: Sequence[Glyph]) -> list[Glyph]:
    end = len(line)
    while end and line[end - 1].typed == " ":
        end -= 1
    return list(line[:end])


def _draw_plain(canvas: Canvas, x: float, y: float, size: float, name: str, text: str) -> None:
    """Letters that stand alone. The library's own way writes the same with three times the work."""
    document = canvas._doc  # type: ignore[attr-defined]
    font = _font(name)
    shown = " ".join(
        f"{font.getSubsetInternalName(subset, document)} {size:g} Tf <{said.hex()}> Tj"
        for subset, said in font.splitString(text, document)
    )
    # The way to a next line, which none takes, tells whoever takes out the words that a line ends here.
    canvas.addLiteral(f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm {1.2 * size:g} TL {shown} T* ET")


@cache
def _script(letter: str) -> str:
    """The script of a letter that is in none of English's (ISO 15924); which language it is, nobody said."""
    return _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "")


def _draw_box(canvas: Canvas, x: float, y: float, size: float, typed: str) -> None:
    """A crossed box: something stands here that this paper cannot show.

    Copied or read aloud it is what was typed. Pdfium loses what lies beyond U+FFFF when told so, so there it is "?".
    """
    left, side = x + 0.07 * size, 0.58 * size
    canvas.saveState()
    canvas.setStrokeColor(canvas._fillColorObj)  # type: ignore[attr-defined]
    canvas.setLineWidth(max(0.6, size * 0.05))
    canvas.rect(left, y, side, side * 1.15, stroke=1, fill=0)
    canvas.line(left, y, left + side, y + side * 1.15)
    canvas.line(left, y + side * 1.15, left + side, y)
    spoken = typed if ord(typed[0]) <= 0xFFFF else _STANDS_FOR_MISSING
    canvas.addLiteral(f"/Span <</ActualText <{(_BYTE_ORDER + spoken).encode('utf-16-be').hex()}>>> BDC")
    canvas.setFont(REGULAR, size)
    canvas.drawString(left, y, _STANDS_FOR_MISSING, mode=_INVISIBLE)
    canvas.addLiteral("EMC")
    canvas.restoreState()


def _width(name: str, text: str) -> float:
    face = _font(name).face
    return float(sum(face.charWidths.get(ord(letter), face.defaultWidth) for letter in text)) / 1000


@cache
def _font(name: str) -> TTFont:
    font = TTFont(name, str(path(f"fonts/{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font


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
