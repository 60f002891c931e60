"""Where each letter of a page stands, and a PDF's table of contents. In the reader process and nowhere else."""

import ctypes
from array import array
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from carer_app.imports.page_limits import ALONG, MOST_LETTERS, MOST_OUTLINE

_DEEPEST = 6
_TITLE = 200
_NO_BOX = (0, 0, 0, 0)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


def letters_of(page: Any) -> tuple[str, bytes]:
    """The letters of a page in the file's order, and for each the box round it: left, top, right and bottom, counted
    from the top left corner of the page as it is shown, of which each side is `ALONG` long. Nothing that lies outside
    the page is told."""
    reading = pdfium.FPDFText_LoadPage(page)
    if not reading:
        return "", b""
    try:
        return _letters(page, reading, min(pdfium.FPDFText_CountChars(reading), MOST_LETTERS))
    finally:
        pdfium.FPDFText_ClosePage(reading)


def _letters(page: Any, reading: Any, count: int) -> tuple[str, bytes]:
    said: list[str] = []
    boxes = array("H")
    rect = pdfium.FS_RECTF()
    there = ctypes.byref(rect)
    code_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    x0, y0, x_across, y_across, x_up, y_up = _as_shown(page)
    high = 0
    for index in range(count):
        code = code_of(reading, index)
        if not 32 < code < 0x7F:
            if code in _HIGH:
                high = code
                continue
            if code in _LOW and high:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            letter = _readable(code)
            if not letter:
                continue
        else:
            letter, high = chr(code), 0
        if letter == "\n" or not box_of(reading, index, there):
            boxes.extend(_NO_BOX)
            said.append(letter)
            continue
        one, other = (
            x0 + rect.left * x_across + rect.top * x_up,
            x0 + rect.right * x_across + rect.bottom * x_up,
        )
        left, right = (one, other) if one < other else (other, one)
        one, other = (
            y0 + rect.left * y_across + rect.top * y_up,
            y0 + rect.right * y_across + rect.bottom * y_up,
        )
        top, bottom = (one, other) if one < other else (other, one)
        if left >= 0 and right <= ALONG and top >= 0 and bottom <= ALONG:
            boxes.extend((int(left), int(top), int(right), int(bottom)))
        elif right > 0 and bottom > 0 and left < ALONG and top < ALONG:
            boxes.extend(int(min(max(side, 0), ALONG)) for side in (left, top, right, bottom))
        else:
            continue  # not on the page
        said.append(letter)
    return "".join(said), boxes.tobytes()


def _as_shown(page: Any) -> tuple[float, ...]:
    """How a place on the page becomes one as it is shown, turned and cut: where 0, 0 is, and a step across and up."""
    far = 1000.0
    zero, across, up = _shown(page, 0.0, 0.0), _shown(page, far, 0.0), _shown(page, 0.0, far)
    steps = (across[0] - zero[0], across[1] - zero[1], up[0] - zero[0], up[1] - zero[1])
    return (*zero, *(step / far for step in steps))


def _shown(page: Any, across: float, up: float) -> tuple[int, int]:
    x, y = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, ALONG, ALONG, 0, across, up, x, y)
    return x.value, y.value


def _readable(code: int) -> str:
    """The letter, a space or a new line; nothing for what has no sign of its own. A hyphen at a line's end is soft."""
    if code in (0x02, 0xFFFE):
        return "\u00ad"
    if code == 0x0A:
        return "\n"
    if code == 0x09 or code == 0xA0:
        return " "
    if code < 32 or code in _HIGH or code in _LOW or code in (0x7F, 0xFFFF) or code > 0x10FFFF:
        return ""
    return chr(code)


def outline_of(document: Any) -> list[tuple[int, str, int]]:
    """The table of contents that its maker gave it: how deep (from 0), the words, and the page (from 1)."""
    found: list[tuple[int, str, int]] = []
    waiting = [(0, pdfium.FPDFBookmark_GetFirstChild(document, None))]
    seen = 0
    while waiting and len(found) < MOST_OUTLINE and seen < 4 * MOST_OUTLINE:
        depth, mark = waiting.pop()
        if not mark:
            continue
        seen += 1  # a table that goes round in a circle ends too
        title, number = _title(mark), _number(document, mark)
        if title and number >= 0:
            found.append((depth, title, number + 1))
        waiting.append((depth, pdfium.FPDFBookmark_GetNextSibling(document, mark)))
        if depth < _DEEPEST:
            waiting.append((depth + 1, pdfium.FPDFBookmark_GetFirstChild(document, mark)))
    return found


def _title(mark: Any) -> str:
    size = min(pdfium.FPDFBookmark_GetTitle(mark, None, 0), 2 * _TITLE)
    if size < 4:
        return ""
    room = ctypes.create_string_buffer(size)
    if pdfium.FPDFBookmark_GetTitle(mark, room, size) > size:
        return ""
    words = room.raw.decode("utf-16-le", "ignore")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def _number(document: Any, mark: Any) -> int:
    where = pdfium.FPDFBookmark_GetDest(document, mark)
    return int(pdfium.FPDFDest_GetDestPageIndex(document, where)) if where else -1
