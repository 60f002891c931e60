"""Words as they lie on paper: which font has each letter, where lines end, what no font can show.

Text never meets a mark-up parser here: "<b>" is three characters like any others. `on_paper` is the one place
through which everything people wrote passes.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper import right_to_left
from carer_app.paper.content.sheet import Sheet
from resources import path

_REGULAR, _BOLD = "Andika-Regular", "Andika-Bold"
_OTHER_SCRIPTS = ("NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansEthiopic-Regular")
_NO_FONT = ""
_BOX_WIDTH = 0.72
_STANDS_FOR_MISSING = "?"
_INVISIBLE: Final = 3
_BYTE_ORDER = "\ufeff"
_SPACES = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\t": " ", "\u3000": " "}

_SCRIPTS = {
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "ETHIOPIC": "Ethi",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "DEVANAGARI": "Deva",
}

Span = tuple[str, bool]
"""Words, and whether they are bold."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter with its accents: as drawn, as typed, in which font (empty where none has it), how wide at 1 pt."""

    drawn: str
    typed: str
    font: str
    width: float


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
        letters = [glyph.drawn for glyph in self.glyphs]
        order = right_to_left.visual_order(letters, self.right_to_left)
        turned = right_to_left.right_to_left_at(letters, self.right_to_left)
        run, font, start = "", _NO_FONT, x
        for at in order:
            glyph = self.glyphs[at]
            drawn = right_to_left.mirrored(glyph.drawn) if turned[at] else glyph.drawn
            if glyph.font != font:
                _draw_run(canvas, start, y, run, font, size)
                run, font, start = "", glyph.font, x
            if glyph.font == _NO_FONT:
                _draw_box(canvas, x, y, size, glyph.typed)
            else:
                run += drawn
            x += glyph.width * size
        if run and not (self.ends_in_a_word or self.right_to_left):
            run += " "  # unseen; else whoever hears the paper hears the last word and the next line's first as one
        _draw_run(canvas, start, y, run, font, size)


def lines_of(spans: Sequence[Span], width: float, size: float) -> list[TextLine]:
    """The lines of these words at `size` points in `width` points. A word too long for a line is cut where it must."""
    lines: list[TextLine] = []
    for paragraph in _paragraphs(spans):
        whole = right_to_left.reads_right_to_left("".join(text for text, _bold in paragraph))
        glyphs = [glyph for text, bold in paragraph for glyph in _glyphs(text, bold)]
        lines += [TextLine(tuple(line), whole, in_word) for line, in_word in _broken(glyphs, width / size)]
    return lines


def main_font() -> str:
    """The name of the everyday font, loaded."""
    _font(_REGULAR)
    return _REGULAR


def missing_characters(content: Sheet) -> list[str]:
    """Every character of this sheet that no font of ours has, once each, in order. They print as a box."""
    missing: dict[str, None] = {}
    for text in _texts(content):
        for glyph in _glyphs(on_paper(text).replace("\n", " "), bold=False):
            if glyph.font == _NO_FONT:
                missing.setdefault(glyph.typed)
    return list(missing)


def on_paper(text: str) -> str:
    """What people wrote, ready to be drawn: accents joined to letters, odd spaces and control characters gone."""
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
    for drawn, typed in right_to_left.joined(text):
        if typed == "\u200c":
            continue
        if glyphs and unicodedata.category(drawn) in ("Mn", "Me") and _has(glyphs[-1].font, drawn):
            last = glyphs[-1]
            width = last.width + _width(last.font, drawn)
            glyphs[-1] = Glyph(last.drawn + drawn, last.typed + typed, last.font, width)
            continue
        font = _font_with(drawn, bold)
        if font == _NO_FONT and drawn != typed and _font_with(typed[0], bold):
            drawn, font = typed, _font_with(typed[0], bold)
        width = _width(font, drawn) if font else _BOX_WIDTH
        glyphs.append(Glyph(drawn, typed, font, width))
    return glyphs


def _broken(glyphs: Sequence[Glyph], width: float) -> list[tuple[list[Glyph], bool]]:
    """Lines of at most `width` ems, broken after spaces where there are any, and not within a telephone number.

    With each, whether it had to be broken within a word.
    """
    lines: list[tuple[list[Glyph], bool]] = []
    line: list[Glyph] = []
    used = 0.0
    after_space = 0
    for place, glyph in enumerate(glyphs):
        if not line and lines and glyph.typed == " ":
            continue
        # A second time where what went on to the next line is itself too long for it.
        while line and used + glyph.width > width and glyph.typed != " ":
            cut = after_space or len(line)
            lines.append((_without_end_spaces(line[:cut]), not after_space))
            line = line[cut:]
            used = sum(each.width for each in line)
            after_space = 0
        line.append(glyph)
        used += glyph.width
        if glyph.typed == " " and not _is_in_a_number(glyphs, place):
            after_space = len(line)
    return [each for each in (*lines, (_without_end_spaces(line), False)) if each[0]]


def _is_in_a_number(glyphs: Sequence[Glyph], place: int) -> bool:
    around = glyphs[place - 1].typed + glyphs[place + 1].typed if 0 < place < len(glyphs) - 1 else ""
    return len(around) == 2 and around.isdigit()


def _without_end_spaces(line: list[Glyph]) -> list[Glyph]:
    end = len(line)
    while end and line[end - 1].typed == " ":
        end -= 1
    return line[:end]


def _draw_run(canvas: Canvas, x: float, y: float, run: str, font: str, size: float) -> None:
    if not run:
        return
    script = next((name for name in map(_script, run) if name), "")
    canvas.setFont(font, size)
    if script:
        canvas.addLiteral(f"/Span <</Lang (und-{script})>> BDC")
    canvas.drawString(x, y, run)
    if script:
        canvas.addLiteral("EMC")


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
    canvas.setLineWidth(max(0.6, size * 0.05))
    canvas.rect(left, y, side, side * 1.15, stroke=1, fill=0)
    canvas.line(left, y, left + side, y + side * 1.15)
    canvas.line(left, y + side * 1.15, left + side, y)
    spoken = typed if ord(typed[0]) <= 0xFFFF else _STANDS_FOR_MISSING
    canvas.addLiteral(f"/Span <</ActualText <{(_BYTE_ORDER + spoken).encode('utf-16-be').hex()}>>> BDC")
    canvas.setFont(_REGULAR, size)
    canvas.drawString(left, y, _STANDS_FOR_MISSING, mode=_INVISIBLE)
    canvas.addLiteral("EMC")
    canvas.restoreState()


def _font_with(letter: str, bold: bool) -> str:
    for name in (_BOLD if bold else _REGULAR, *_OTHER_SCRIPTS):
        if _has(name, letter):
            return name
    return _NO_FONT


def _has(name: str, letter: str) -> bool:
    return name != _NO_FONT and ord(letter[0]) in _font(name).face.charToGlyph


def _width(name: str, text: str) -> float:
    face = _font(name).face
    return float(sum(face.charWidths.get(ord(letter), face.defaultWidth) for letter in text)) / 1000


@cache
def _font(name: str) -> TTFont:
    font = TTFont(name, str(path(f"fonts/{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font


def _is_unseen(letter: str) -> bool:
    """Control and direction marks, and the marks that only ask for a coloured picture. The Persian ZWNJ stays."""
    if letter == "\u200c":
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
