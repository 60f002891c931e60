"""The words of a PDF's page, as PDFium tells them. Imported in the reader process and nowhere else."""

import codecs
import ctypes
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

TEXT_ON_A_PAGE = 60_000
# PDFium marks a hyphen at a line's end, and what has no character, in these ways.
_UNPRINTABLE = {code: None for code in range(32) if code not in (9, 10)} | {
    0xFFFE: None,
    0xFFFF: None,
    0x7F: None,
}

codecs.lookup("utf-16-le")  # found on disk the first time, and by then no file can be opened


def text_of(page: Any) -> str:
    """The words inside the page's edges, in the order the file has them."""
    edges = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(edges)):
        return ""
    return words_in(page, edges)


def words_in(page: Any, box: Any) -> str:
    """Those inside a box."""
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
        return plain_text(bytes(room)).strip()
    finally:
        pdfium.FPDFText_ClosePage(reading)


def plain_text(utf16: bytes) -> str:
    """What PDFium says, with its own signs taken out."""
    said = utf16[: len(utf16) // 2 * 2].decode("utf-16-le", "ignore")
    return said.replace("\r\n", "\n").replace("\r", "\n").translate(_UNPRINTABLE)
