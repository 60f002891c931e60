"""What a program can see of the letters in a PDF/UA-1 (the Matterhorn Protocol's 10 and 31): drawn, told, and there."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import uharfbuzz

NO_LETTER = frozenset(("\0", "\ufeff", "\ufffe"))
"""What no code may be said to be (31-027 to 31-030 ask for a letter)."""


def wrong_with_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """A sentence for everything amiss with the faces and the codes that the pages draw with."""
    drawn: dict[str, set[int]] = {}
    fonts: dict[str, Any] = {}
    for page in pdf.pages:
        fonts |= dict(page.obj.Resources.get("/Font", {}).items())
        font = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = str(operands[0])
            elif str(operator) in ("Tj", "TJ"):
                drawn.setdefault(font, set()).update(_codes(operands[0], fonts[font]))
    for name, font in fonts.items():
        yield from (f"{name}: {each}" for each in _wrong_with(font, drawn.get(name, set())))


def _codes(shown: Any, font: Any) -> Iterator[int]:
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            said = bytes(part)
            wide = 2 if font.Subtype == "/Type0" else 1
            yield from (int.from_bytes(said[at : at + wide], "big") for at in range(0, len(said), wide))


def _wrong_with(font: Any, drawn: set[int]) -> Iterator[str]:
    is_shaped = font.Subtype == "/Type0"
    of = font.DescendantFonts[0] if is_shaped else font
    about = of.get("/FontDescriptor")
    if about is None or "/FontFile2" not in about:
        yield "(31) it is not in the file"
        return
    if "/ToUnicode" not in font:
        yield "(10) its letters cannot be told"
        return
    if of.BaseFont != font.BaseFont or about.FontName != font.BaseFont:
        yield "(31) it has two names"
    said = _told(font.ToUnicode.read_bytes())
    for code in sorted(drawn):
        words = said.get(code, "")
        if not words or set(words) & NO_LETTER:
            yield f"(10) nobody can tell what {code} says"
    if 0 in drawn:
        yield "(31) it draws what no face has"
    if is_shaped:
        yield from _wrong_with_shaped(of, about.FontFile2.read_bytes(), drawn)


def _wrong_with_shaped(of: Any, program: bytes, drawn: set[int]) -> Iterator[str]:
    about = of.CIDSystemInfo
    if (str(about.Registry), str(about.Ordering)) != ("Adobe", "Identity"):
        yield "(31) its codes are somebody else's"
    face = uharfbuzz.Face(uharfbuzz.Blob(program))
    font = uharfbuzz.Font(face)
    places, widths = of.CIDToGIDMap.read_bytes(), list(of.W[1])
    for code in sorted(drawn):
        glyph = int.from_bytes(places[2 * code : 2 * code + 2], "big")
        if not 0 < glyph < face.glyph_count:
            yield f"(31) {code} is drawn by nothing"
        elif abs(font.get_glyph_h_advance(glyph) * 1000 / face.upem - float(widths[code - 1])) > 1:
            yield f"(31) {code} is said to be as wide as it is not"


def _told(map_: bytes) -> dict[int, str]:
    """Of each code, what it says."""
    told: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", map_, re.DOTALL):
        for code, said in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            told[int(code, 16)] = bytes.fromhex(said.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", map_, re.DOTALL):
        for first, _last, several in re.findall(
            rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\[(.*?)\]", block, re.DOTALL
        ):
            for after, said in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", several)):
                told[int(first, 16) + after] = bytes.fromhex(said.decode()).decode("utf-16-be")
        for first, last, start in re.findall(
            rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block
        ):
            for after in range(int(last, 16) - int(first, 16) + 1):
                told[int(first, 16) + after] = chr(int(start, 16) + after)
    return told
