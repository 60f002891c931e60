"""Words read from a picture by Windows itself (Windows.Media.Ocr). In the reader process and nowhere else.

Written from Microsoft's and PyWinRT's documentation, and tried with stand-ins only: not yet on a Windows computer.
"""

from typing import Any

from carer_app.imports.page_limits import PER_MILLE
from carer_app.imports.words_by_tesseract import Word


def words_in(width: int, height: int, pixels: bytes) -> list[Word]:
    """The words of a picture of BGRx bytes; none where Windows has no reader for the languages it is set to."""
    from winrt.windows.graphics.imaging import BitmapPixelFormat, SoftwareBitmap
    from winrt.windows.media.ocr import OcrEngine

    engine = OcrEngine.try_create_from_user_profile_languages()
    if engine is None or max(width, height) > OcrEngine.max_image_dimension:
        return []
    bitmap = SoftwareBitmap.create_copy_from_buffer(pixels, BitmapPixelFormat.BGRA8, width, height)
    return words_of(engine.recognize_async(bitmap).get(), width, height)


def words_of(result: Any, width: int, height: int) -> list[Word]:
    """Its answer: lines of words, each with a box in pixels."""
    found: list[Word] = []
    for number, line in enumerate(result.lines):
        for word in line.words:
            box = word.bounding_rect
            sides = (
                box.x / width,
                box.y / height,
                (box.x + box.width) / width,
                (box.y + box.height) / height,
            )
            text = "".join(word.text.split())
            if text:
                found.append((number, text, *(round(PER_MILLE * min(max(side, 0), 1)) for side in sides)))
    return found
