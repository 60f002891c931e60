"""Shaped letters in a PDF: of each face only the glyphs that were drawn, and what each says when copied or read aloud.

One font a face and document (ISO 32000-1, 9.7): its codes are given as glyphs are drawn, so the same sheet always gives
the same bytes. The drawing library knows fonts by letters only, and shaped glyphs are more than letters.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final
from weakref import WeakKeyDictionary

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.pdf.faces import face
from carer_app.paper.pdf.shaping import ShapedLetter

_BYTE_ORDER: Final = "\ufeff"
_IS_SYMBOLIC: Final = 4
_UPRIGHT_STEM: Final = 80
_NOTHING: Final = "\u200b"
_TO_CAPITALS: Final = str.maketrans("0123456789", "ABCDEFGHIJ")
_MAP: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{lists}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_NOT_DRAWN_FROM: Final = ("GDEF", "GSUB", "GPOS", "kern", "DSIG", "cmap", "STAT", "post", "name", "OS/2")


def draw_shaped(canvas: Canvas, x: float, y: float, size: float, letters: Sequence[ShapedLetter]) -> None:
    """Letters of one face beside each other, the first with its left end at x on the line at y."""
    font = _font_of(canvas, letters[0].font)
    write = [f"BT /{font.name} {size:g} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm"]
    shown: list[str] = []

    def show() -> None:
        if shown:
            write.append(f"[{''.join(shown)}] TJ")
            shown.clear()

    beside: list[str] = []
    pen = start = up = 0.0
    for letter in letters:
        if not letter.in_order:
            show()
            write.append(f"/Span <</ActualText <{_utf16(_BYTE_ORDER + letter.typed)}>>> BDC")
        for glyph in letter.glyphs:
            if letter.in_order and not glyph.says:
                beside.append(
                    font.drawn_as_lines(glyph.number, x + (start + glyph.x) * size, y + glyph.y * size, size)
                )
                continue
            if glyph.y != up:
                show()
                up = glyph.y
                write.append(f"{up * size:.3f} Ts")
            left = start + glyph.x
            if abs(pen - left) > 0.0005:
                shown.append(f"{(pen - left) * 1000:.0f}")
                pen = left
            shown.append(f"<{font.code(glyph.number, glyph.says):04x}>")
            pen += font.advance(glyph.number)
        if not letter.in_order:
            show()
            write.append("EMC")
        start += letter.width
    show()
    write.append("0 Ts ET" if up else "ET")
    canvas.addLiteral(" ".join([*write, *beside]))


class _FontOfDocument:
    """The glyphs of one face that one document draws."""

    def __init__(self, of: str, number: int) -> None:
        self.name = f"S{number}"
        self._face = face(of)
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: int, says: str) -> int:
        """The number under which a glyph that says this is drawn: the next one when it is new."""
        return self._codes.setdefault((glyph, says), len(self._codes) + 1)

    def advance(self, glyph: int) -> float:
        """How wide it is to a PDF reader, in ems."""
        return round(self._face.advance(glyph) * 1000 / self._face.per_em) / 1000

    def drawn_as_lines(self, glyph: int, x: float, y: float, size: float) -> str:
        """The outline of a glyph that says nothing of its own: text would always say something."""
        lines: list[tuple[str, tuple[float, ...]]] = []
        self._face.font.draw_glyph(glyph, _PEN, lines)
        scale = size / self._face.per_em
        written = []
        for way, points in lines:
            places = [each * scale + (y if at % 2 else x) for at, each in enumerate(points)]
            written.append(" ".join([*(f"{each:.3f}" for each in places), way]))
        return " ".join([*written, "f"]) if written else ""

    def addObjects(self, document: Any) -> None:  # reportlab calls it by this name when it saves
        """Put the font into the document, which has been drawn."""
        wanted = uharfbuzz.SubsetInput()
        wanted.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update(number for number, _says in self._codes)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _NOT_DRAWN_FROM)
        wanted.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        plan = uharfbuzz.SubsetPlan(self._face.font.face, wanted)
        program = bytes(plan.execute().blob.data)
        places = plan.old_to_new_glyph_mapping
        to_glyphs = b"\0\0" + b"".join(places[number].to_bytes(2, "big") for number, _says in self._codes)
        widths = [round(self.advance(number) * 1000) for number, _says in self._codes]
        tag = f"{int(self.name[1:]):06d}".translate(_TO_CAPITALS)
        name = PDFName(f"{tag}+{self._face.name}")
        glyphs = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "DW": 0,
                "W": PDFArray([1, PDFArray(widths)]),
                "CIDToGIDMap": document.Reference(_stream(to_glyphs)),
                "FontDescriptor": document.Reference(self._described(document, name, program)),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(glyphs)]),
                "ToUnicode": document.Reference(_stream(_map_of(self._codes))),
            }
        )

    def _described(self, document: Any, name: Any, program: bytes) -> PDFDictionary:
        about = self._face.font.get_font_extents("ltr")
        high, low = (round(each * 1000 / self._face.per_em) for each in (about.ascender, about.descender))
        file = _stream(program)
        file.dictionary["Length1"] = len(program)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _IS_SYMBOLIC,
                "FontBBox": PDFArray([-1000, low, 3000, high]),
                "ItalicAngle": 0,
                "Ascent": high,
                "Descent": low,
                "CapHeight": high,
                "StemV": _UPRIGHT_STEM,
                "FontFile2": document.Reference(file),
            }
        )


def _pen() -> Any:
    """What takes down an outline: ways to go (as a PDF names them) with their points."""

    def curve(c1: float, c2: float, x: float, y: float, lines: list[tuple[str, tuple[float, ...]]]) -> None:
        # A PDF knows curves with two points only. The first third of each leads to the same curve.
        x0, y0 = lines[-1][1][-2:]
        ends = (x0 + 2 * (c1 - x0) / 3, y0 + 2 * (c2 - y0) / 3, x + 2 * (c1 - x) / 3, y + 2 * (c2 - y) / 3)
        lines.append(("c", (*ends, x, y)))

    pen = uharfbuzz.DrawFuncs()
    pen.set_move_to_func(lambda x, y, lines: lines.append(("m", (x, y))))
    pen.set_line_to_func(lambda x, y, lines: lines.append(("l", (x, y))))
    pen.set_quadratic_to_func(curve)
    return pen


def _font_of(canvas: Canvas, of: str) -> _FontOfDocument:
    document: Any = canvas._doc  # type: ignore[attr-defined]
    fonts = _FONTS.setdefault(document, {})
    if of not in fonts:
        fonts[of] = _FontOfDocument(of, len(fonts) + 1)
        document.delayedFonts.append(fonts[of])
    return fonts[of]


def _stream(content: bytes) -> PDFStream:
    return PDFStream(PDFDictionary(), content, filters=[PDFZCompress])


def _map_of(codes: Iterable[tuple[int, str]]) -> bytes:
    """What each code says, from 1 up: at most a hundred in one list, as a reader may ask."""
    said = [f"<{code:04x}> <{_utf16(says or _NOTHING)}>" for code, (_glyph, says) in enumerate(codes, 1)]
    lists = [said[at : at + 100] for at in range(0, len(said), 100)]
    lines = [f"{len(each)} beginbfchar\n" + "\n".join(each) + "\nendbfchar" for each in lists]
    return _MAP.format(lists="\n".join(lines)).encode()


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex()


_PEN: Final = _pen()
_FONTS: "WeakKeyDictionary[Any, dict[str, _FontOfDocument]]" = WeakKeyDictionary()
