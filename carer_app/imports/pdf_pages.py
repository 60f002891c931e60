"""Pages of a foreign PDF, read with PDFium. Imported in the reader process and nowhere else."""

import codecs
import contextlib
import ctypes
import math
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from carer_app.imports import pdf_letters
from carer_app.imports.page_limits import LONGEST_PT, MOST_PAGES, MOST_PIXELS

MOST_SIDE = 12_000
MOST_WARMING = 900
TEXT_ON_A_PAGE = 60_000
MOST_FIELDS = 500
FIELD_CHARACTERS = 5_000
BESIDE = 160.0
"""Points right of a dot in which the words that go with it begin."""
A4 = (595.0, 842.0)
STEEPEST = 10.0
MUCH_OF_IT = 0.4

_KIND_OF_TROUBLE = {pdfium.FPDF_ERR_PASSWORD: "password", pdfium.FPDF_ERR_SECURITY: "password"}
_TO_CHOOSE = (pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_PICTURES = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
_CROSSED_OUT, _WRITTEN_ON = "crossed_out", "note"
_NOT_SEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_PART_OF_ANOTHER = (pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET)
# What programs write for "this one" where nobody gave the answer a word.
_NO_WORD = re.compile(r"(on|off|choice|option|button|group|radio)?[\s_-]*\d*", re.IGNORECASE)
# PDFium marks a hyphen at a line's end, and what has no character, in these ways.
_UNPRINTABLE = {code: None for code in range(32) if code not in (9, 10)} | {
    0xFFFE: None,
    0xFFFF: None,
    0x7F: None,
}

_OURS = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj
4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
5 0 obj<</Length 40>>stream
BT /F 12 Tf 50 700 Td (Reading 123) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
"""

codecs.lookup("utf-16-le")  # found on disk the first time, and by then no file can be opened


class Trouble(Exception):
    """Why the PDF is not read: `password`, `damaged`, `too_many_pages`; `count` goes with the last."""

    def __init__(self, kind: str, count: int = 0) -> None:
        super().__init__(kind)
        self.kind = kind
        self.count = count


def warm_up() -> None:
    """Before a file comes: what PDFium makes ready when it first draws a page and reads it. This page is ours."""
    ours = Pdf(_OURS)
    ours.draw(1, MOST_WARMING)
    ours.facts(1)


class Pdf:
    """An open PDF. Page numbers count from 1."""

    def __init__(self, data: bytes) -> None:
        pdfium.FPDF_InitLibrary()
        self._data = data  # PDFium reads from this memory for as long as it is open
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._document:
            raise Trouble(_KIND_OF_TROUBLE.get(pdfium.FPDF_GetLastError(), "damaged"))
        self.page_count = int(pdfium.FPDF_GetPageCount(self._document))
        if self.page_count < 1:
            raise Trouble("damaged")
        if self.page_count > MOST_PAGES:
            raise Trouble("too_many_pages", self.page_count)
        self._form_info: Any = None
        self._form = self._open_form()

    def title(self) -> str:
        """The title its maker gave it, often empty or a file name."""
        buffer = ctypes.create_string_buffer(1_000)
        size = pdfium.FPDF_GetMetaText(self._document, b"Title", buffer, len(buffer))
        return _clean(buffer.raw[: min(size, len(buffer))]).replace("\n", " ").strip()

    def is_made_for_adobe_only(self) -> bool:
        """A form whose real pages only Adobe's own reader can build; others show "Please wait"."""
        return bool(pdfium.FPDF_GetFormType(self._document) == pdfium.FORMTYPE_XFA_FULL)

    def holds_files(self) -> bool:
        """Whether other files are inside: a portfolio, or attachments."""
        return bool(pdfium.FPDFDoc_GetAttachmentCount(self._document) > 0)

    def sizes(self) -> list[tuple[float, float]]:
        """The size of every page in points, as `facts` has it, without reading what is on it."""
        found, size = [], pdfium.FS_SIZEF()
        for index in range(self.page_count):
            is_told = pdfium.FPDF_GetPageSizeByIndexF(self._document, index, ctypes.byref(size))
            found.append(_that_can_be_drawn(size.width, size.height) if is_told else A4)
        return found

    def facts(self, number: int) -> dict[str, Any]:
        """Size in points, text, filled-in form fields, notes put on the page; `readable` is false where it is broken.

        A note is what kind it is ("note", "crossed_out"), how far down the page it is (0 to 1) and its words.
        `holds_files` is true where a file is pinned to the page, `picture` where one picture takes much of it.
        """
        with self._page(number) as page:
            if not page:
                return {"size": A4, "text": "", "fields": [], "notes": [], "readable": False}
            fields, notes, pinned = self._put_on(page)
            return {
                "size": _size(page), "text": _text(page), "fields": fields, "notes": notes, "holds_files": pinned,
                "picture": _is_picture(page), "readable": True,
            }  # fmt: skip

    def outline(self) -> list[tuple[int, str, int]]:
        """Its table of contents: how deep, the words, the page."""
        return pdf_letters.outline_of(self._document)

    def letters(self, number: int) -> tuple[str, bytes]:
        """The letters of a page, and where each stands (`pdf_letters.letters_of`); none where it is broken."""
        with self._page(number) as page:
            return pdf_letters.letters_of(page) if page else ("", b"")

    def draw(self, number: int, pixels_wide: int) -> tuple[int, int, bytes] | None:
        """Width, height and BGRx bytes, or nothing where the page is broken."""
        with self._page(number) as page:
            if not page:
                return None
            width, height = _pixels(*_size(page), pixels_wide)
            bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, None, 0)
            if not bitmap:
                raise MemoryError
            try:
                pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
                place = (bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
                pdfium.FPDF_RenderPageBitmap(*place)
                if self._form:
                    pdfium.FPDF_FFLDraw(self._form, *place)
                stride = pdfium.FPDFBitmap_GetStride(bitmap)
                first = pdfium.FPDFBitmap_GetBuffer(bitmap)
                if not first or stride != width * 4:
                    raise MemoryError
                return width, height, ctypes.string_at(first, stride * height)
            finally:
                pdfium.FPDFBitmap_Destroy(bitmap)

    def _open_form(self) -> Any:
        if pdfium.FPDF_GetFormType(self._document) == pdfium.FORMTYPE_NONE:
            return None
        self._form_info = pdfium.FPDF_FORMFILLINFO(version=2)
        return pdfium.FPDFDOC_InitFormFillEnvironment(self._document, ctypes.byref(self._form_info))

    @contextlib.contextmanager
    def _page(self, number: int) -> Iterator[Any]:
        page = pdfium.FPDF_LoadPage(self._document, number - 1)
        if page and self._form:
            pdfium.FORM_OnAfterLoadPage(page, self._form)
        try:
            yield page
        finally:
            if page and self._form:
                pdfium.FORM_OnBeforeClosePage(page, self._form)
            if page:
                pdfium.FPDF_ClosePage(page)

    def _put_on(self, page: Any) -> tuple[list[tuple[str, str | bool]], list[tuple[str, float, str]], bool]:
        """What was typed, ticked or chosen in a form, and notes: drawn, or opened with a click, but not in the text."""
        fields: list[tuple[str, str | bool]] = []
        notes: list[tuple[str, float, str]] = []
        pinned = False
        for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_FIELDS)):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            try:
                if pdfium.FPDFAnnot_GetFlags(annotation) & _NOT_SEEN:
                    continue
                kind = pdfium.FPDFAnnot_GetSubtype(annotation)
                pinned = pinned or kind == pdfium.FPDF_ANNOT_FILEATTACHMENT
                if kind == pdfium.FPDF_ANNOT_WIDGET and self._form:
                    fields += self._field(page, annotation)
                elif kind not in _PART_OF_ANOTHER:
                    notes += _notes(page, annotation, kind)
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)
        return fields, notes, pinned

    def _field(self, page: Any, annotation: Any) -> list[tuple[str, str | bool]]:
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
        label = self._said(pdfium.FPDFAnnot_GetFormFieldAlternateName, annotation)
        label = label or self._said(pdfium.FPDFAnnot_GetFormFieldName, annotation)
        value: str | bool = ""
        if kind == pdfium.FPDF_FORMFIELD_TEXTFIELD:
            value = self._said(pdfium.FPDFAnnot_GetFormFieldValue, annotation)
        elif kind in _TO_CHOOSE:
            value = self._chosen(annotation)
        elif kind == pdfium.FPDF_FORMFIELD_CHECKBOX:
            value = bool(pdfium.FPDFAnnot_IsChecked(self._form, annotation))
        elif kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON and pdfium.FPDFAnnot_IsChecked(self._form, annotation):
            value = self._answer(page, annotation) or True
        return [(label, value)] if value else []

    def _chosen(self, annotation: Any) -> str:
        """What a list shows: the words of what is chosen, not what the file calls it; or what was typed instead."""
        count = min(pdfium.FPDFAnnot_GetOptionCount(self._form, annotation), MOST_FIELDS)
        chosen = [
            self._said(pdfium.FPDFAnnot_GetOptionLabel, annotation, index)
            for index in range(count)
            if pdfium.FPDFAnnot_IsOptionSelected(self._form, annotation, index)
        ]
        return ", ".join(filter(None, chosen)) or self._said(pdfium.FPDFAnnot_GetFormFieldValue, annotation)

    def _answer(self, page: Any, annotation: Any) -> str:
        """Which of several answers has the dot: its word in the form, or else the words just right of it."""
        word = self._said(pdfium.FPDFAnnot_GetFormFieldExportValue, annotation)
        return word if word and not _NO_WORD.fullmatch(word) else _words_beside(page, annotation)

    def _said(self, ask: Any, annotation: Any, *which: int) -> str:
        return _words_of(partial(ask, self._form, annotation, *which))


def _notes(page: Any, annotation: Any, kind: int) -> list[tuple[str, float, str]]:
    words = _words_of(partial(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents"))
    found = [(_WRITTEN_ON, _how_far_down(page, annotation), words)] if words else []
    if kind == pdfium.FPDF_ANNOT_STRIKEOUT and (struck := _words_in(page, _box(annotation))):
        found.insert(0, (_CROSSED_OUT, _how_far_down(page, annotation), struck))
    return found


def _words_of(ask: Any) -> str:
    """What PDFium says when asked twice: for the size in bytes, then for the words."""
    size = min(ask(None, 0), 2 * FIELD_CHARACTERS)
    if size < 4:
        return ""
    room = (ctypes.c_ushort * (size // 2))()
    if ask(room, size) > size:
        return ""
    return _clean(bytes(room)).strip()


def _box(annotation: Any) -> Any:
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(box))
    return box


def _how_far_down(page: Any, annotation: Any) -> float:
    """From 0 at the top of the page to 1 at its foot."""
    edges, box = pdfium.FS_RECTF(), _box(annotation)
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(edges)) or edges.top <= edges.bottom:
        return 0.0
    down = (edges.top - box.top) / (edges.top - edges.bottom)
    return min(max(down, 0.0), 1.0) if math.isfinite(down) else 0.0


def _words_beside(page: Any, annotation: Any) -> str:
    """The words on the same line just right of it, as far as the next thing that can be pressed."""
    box = _box(annotation)
    box.left, box.right = box.right, box.right + BESIDE
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_FIELDS)):
        if other := pdfium.FPDFPage_GetAnnot(page, index):
            next_to = _box(other)
            pdfium.FPDFPage_CloseAnnot(other)
            if next_to.bottom < box.top and box.bottom < next_to.top and box.left <= next_to.left < box.right:
                box.right = next_to.left
    words = _words_in(page, box).split("\n", 1)[0]
    return re.split(r"\s{2,}", words.strip(), maxsplit=1)[0]


def _size(page: Any) -> tuple[float, float]:
    """In points."""
    return _that_can_be_drawn(float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page)))


def _that_can_be_drawn(*sides: float) -> tuple[float, float]:
    """A size no paper could have becomes one that can be drawn."""
    if not all(math.isfinite(side) and side > 0 for side in sides):
        return A4
    width, height = (min(max(side, 1.0), LONGEST_PT) for side in sides)
    return max(width, height / STEEPEST), max(height, width / STEEPEST)


def _is_picture(page: Any) -> bool:
    """Whether a single picture, or a drawing of many parts, takes at least two fifths of the page."""
    wide, high = _size(page)
    sides = [ctypes.c_float() for _side in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_FIELDS)):
        part = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(part) not in _PICTURES:
            continue
        if pdfium.FPDFPageObj_GetBounds(part, *sides):
            left, bottom, right, top = (side.value for side in sides)
            if (right - left) * (top - bottom) >= MUCH_OF_IT * wide * high:
                return True
    return False


def _pixels(width_pt: float, height_pt: float, pixels_wide: int) -> tuple[int, int]:
    wide = float(pixels_wide)
    high = wide * height_pt / width_pt
    shrink = min(1.0, MOST_SIDE / wide, MOST_SIDE / high, math.sqrt(MOST_PIXELS / (wide * high)))
    return max(1, int(wide * shrink)), max(1, int(high * shrink))


def _text(page: Any) -> str:
    """The words inside the page's edges, in the order the file has them."""
    edges = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(edges)):
        return ""
    return _words_in(page, edges)


def _words_in(page: Any, box: Any) -> str:
    reading = pdfium.FPDFText_LoadPage(page)
    if not reading:
        return ""
    try:
        inside = (reading, box.left, box.top, box.right, box.bottom)
        size = min(pdfium.FPDFText_GetBoundedText(*inside, None, 0), TEXT_ON_A_PAGE)
        if size <= 0:
            return ""
        room = (ctypes.c_ushort * size)()
        pdfium.FPDFText_GetBoundedText(*inside, room, size)
        return _clean(bytes(room)).strip()
    finally:
        pdfium.FPDFText_ClosePage(reading)


def _clean(utf16: bytes) -> str:
    said = utf16[: len(utf16) // 2 * 2].decode("utf-16-le", "ignore")
    return said.replace("\r\n", "\n").replace("\r", "\n").translate(_UNPRINTABLE)
