"""Pages of a foreign PDF, read with PDFium. Imported in the reader process and nowhere else."""

import contextlib
import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from carer_app.imports import pdf_letters
from carer_app.imports.page_limits import LONGEST_PT, MOST_PAGES, MOST_PIXELS
from carer_app.imports.pdf_put_on import PutOn
from carer_app.imports.pdf_words import plain_text, text_of

MOST_SIDE = 12_000
MOST_WARMING = 900
MOST_PARTS = 500
A4 = (595.0, 842.0)
STEEPEST = 10.0
MUCH_OF_IT = 0.4

_KIND_OF_TROUBLE = {pdfium.FPDF_ERR_PASSWORD: "password", pdfium.FPDF_ERR_SECURITY: "password"}
_PICTURES = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
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
        return plain_text(buffer.raw[: min(size, len(buffer))]).replace("\n", " ").strip()

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
            fields, notes, pinned = PutOn(self._form).of(page)
            return {
                "size": _size(page), "text": text_of(page), "fields": fields, "notes": notes, "holds_files": pinned,
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
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_PARTS)):
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
