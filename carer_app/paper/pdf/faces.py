"""The typefaces that come along, and which of them has a letter. HarfBuzz reads them; they are never changed."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import uharfbuzz

from resources import path

REGULAR: Final = "Andika-Regular"
BOLD: Final = "Andika-Bold"
_FOR_ALL: Final = "NotoSans-Regular"
_BY_SCRIPT: Final = {
    "ARABIC": "NotoSansArabic-Regular",
    "BENGALI": "NotoSansBengali-Regular",
    "DEVANAGARI": "NotoSansDevanagari-Regular",
    "ETHIOPIC": "NotoSansEthiopic-Regular",
    "GURMUKHI": "NotoSansGurmukhi-Regular",
    "HEBREW": "NotoSansHebrew-Regular",
    "TAMIL": "NotoSansTamil-Regular",
}
CHINESE: Final = "NotoSansSC-Regular"
_PICTURES: Final = "NotoEmoji-Regular"


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One typeface. Its own units are `per_em` to the size of its letters."""

    name: str
    font: Any
    letters: frozenset[int]
    per_em: int

    def advance(self, glyph: int) -> int:
        """How wide a glyph is by itself, in the face's own units."""
        return int(self.font.get_glyph_h_advance(glyph))


@cache
def face(name: str) -> Face:
    """A typeface of ours, read when first needed."""
    read = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path(f"fonts/{name}.ttf"))))
    return Face(name, uharfbuzz.Font(read), frozenset(read.unicodes), int(read.upem))


@cache
def name_of_face(letter: str, bold: bool) -> str:
    """The first face that has this letter, or "" where none has."""
    script = unicodedata.name(letter, "").split(" ")[0]
    is_wide = unicodedata.east_asian_width(letter) in "WF"
    own = _BY_SCRIPT.get(script, CHINESE if is_wide else "")
    names = (BOLD if bold else REGULAR, _FOR_ALL, own, _PICTURES)
    return next((name for name in names if name and ord(letter) in face(name).letters), "")
