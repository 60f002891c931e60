"""A line of words as it is drawn: each letter in its font and place, so that it is taken out again as typed."""

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, pairwise
from operator import attrgetter
from sys import maxsize
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.pdf.faces import REGULAR
from carer_app.paper.pdf.reading_order import as_it_stands, mirrored
from carer_app.paper.pdf.shaped_fonts import draw_shaped
from carer_app.paper.pdf.shaping import ShapedLetter, space_of
from resources import path

NO_FONT: Final = ""
"""The font of a letter that no face of ours has."""
_STANDS_FOR_MISSING: Final = "?"
_INVISIBLE: Final = 3
_FROM_LEFT_TO_RIGHT, _FROM_RIGHT_TO_LEFT = "\u200e", "\u200f"
_BYTE_ORDER: Final = "\ufeff"
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
            if run.font == NO_FONT:
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
            if kind != before or glyph.font == NO_FONT:
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


@cache
def font_named(name: str) -> TTFont:
    """One of our everyday faces, as the drawing library reads it."""
    font = TTFont(name, str(path(f"fonts/{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font


def _draw_plain(canvas: Canvas, x: float, y: float, size: float, name: str, text: str) -> None:
    """Letters that stand alone. The library's own way writes the same with three times the work."""
    document = canvas._doc  # type: ignore[attr-defined]
    font = font_named(name)
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
