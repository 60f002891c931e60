"""Pages of a foreign PDF, read with PDFium. Imported in the reader process and nowhere else."""

import codecs
import contextlib
import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from carer_app.imports.reader import LONGEST_PT, MOST_PAGES, MOST_PIXELS

MOST_SIDE = 12_000
TEXT_ON_A_PAGE = 60_000
MOST_FIELDS = 500
FIELD_CHARACTERS = 5_000
A4 = (595.0, 842.0)
STEEPEST = 10.0

_KIND_OF_TROUBLE = {pdfium.FPDF_ERR_PASSWORD: "password", pdfium.FPDF_ERR_SECURITY: "password"}
_WORDS_TO_TYPE = (
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
)
_TO_TICK = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
# PDFium marks a hyphen at a line's end, and what has no character, in these ways.
_UNPRINTABLE = {code: None for code in range(32) if code not in (9, 10)} | {
    0xFFFE: None,
    0xFFFF: None,
    0x7F: None,
}

codecs.lookup("utf-16-le")  # found on disk the first time, and by then no file can be opened


class Trouble(Exception):
    """Why the PDF is not read: `password`, `damaged`, `too_many_pages`; `count` goes with the last."""

    def __init__(self, kind: str, count: int = 0) -> None:
        super().__init__(kind)
        self.kind = kind
        self.count = count


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

    def facts(self, number: int) -> dict[str, Any]:
        """Size in points, text, filled-in form fields; `readable` is false where the page is broken."""
        with self._page(number) as page:
            if not page:
                return {"size": A4, "text": "", "fields": [], "readable": False}
            return {"size": _size(page), "text": _text(page), "fields": self._fields(page), "readable": True}

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

    def _fields(self, page: Any) -> list[tuple[str, str | bool]]:
        """What was typed or ticked in a form: it is drawn, but it is not part of the page's text."""
        found: list[tuple[str, str | bool]] = []
        if not self._form:
            return found
        for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_FIELDS)):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
            label = self._said(pdfium.FPDFAnnot_GetFormFieldAlternateName, annotation)
            label = label or self._said(pdfium.FPDFAnnot_GetFormFieldName, annotation)
            if kind in _WORDS_TO_TYPE:
                if value := self._said(pdfium.FPDFAnnot_GetFormFieldValue, annotation):
                    found.append((label, value))
            elif kind in _TO_TICK and pdfium.FPDFAnnot_IsChecked(self._form, annotation):
                found.append((label, True))
            pdfium.FPDFPage_CloseAnnot(annotation)
        return found

    def _said(self, ask: Any, annotation: Any) -> str:
        size = min(ask(self._form, annotation, None, 0), 2 * FIELD_CHARACTERS)
        if size < 4:
            return ""
        room = (ctypes.c_ushort * (size // 2))()
        if ask(self._form, annotation, room, size) > size:
            return ""
        return _clean(bytes(room)).strip()


def _size(page: Any) -> tuple[float, float]:
    """In points. A size no paper could have becomes one that can be drawn."""
    sides = [float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page))]
    if not all(math.isfinite(side) and side > 0 for side in sides):
        return A4
    width, height = (min(max(side, 1.0), LONGEST_PT) for side in sides)
    return max(width, height / STEEPEST), max(height, width / STEEPEST)


def _pixels(width_pt: float, height_pt: float, pixels_wide: int) -> tuple[int, int]:
    wide = float(pixels_wide)
    high = wide * height_pt / width_pt
    shrink = min(1.0, MOST_SIDE / wide, MOST_SIDE / high, math.sqrt(MOST_PIXELS / (wide * high)))
    return max(1, int(wide * shrink)), max(1, int(high * shrink))


def _text(page: Any) -> str:
    """The words inside the page's edges, in the order the file has them."""
    reading = pdfium.FPDFText_LoadPage(page)
    if not reading:
        return ""
    try:
        edges = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(edges)):
            return ""
        inside = (reading, edges.left, edges.top, edges.right, edges.bottom)
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
