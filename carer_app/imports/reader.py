"""The reader: a process of its own that opens foreign files; the one holding the records never does.

It is started for one question, answers it and ends; or it is told to wait first, and gets ready meanwhile. It gets the
file's bytes on standard input, never a name, and writes only to standard output. `reader_limits.py` says what it is
kept from, system by system.
Type faces that a PDF names but does not carry are drawn with PDFium's own: this computer's cannot be opened from here.

A message is a JSON heading and bytes, each with its length before it. The question is one message: what to do, the PDF.
The answer is a message for each page, then `{"done": true}`, or one `{"trouble": kind}`.
"""

import json
import os
import struct
import sys
from typing import Any, BinaryIO

from carer_app.imports.page_limits import ALL_TEXT, MOST_PAPER_SIDE, MOST_WIDE

_PATIENT = 10
OF_A_PDF = ("look", "letters", "draw")
LENGTHS = struct.Struct(">IQ")  # of the heading, of the bytes after it


def pack(heading: dict[str, Any], size: int) -> bytes:
    """A message up to its bytes, of which there will be `size`."""
    words = json.dumps(heading).encode("ascii")
    return LENGTHS.pack(len(words), size) + words


def main() -> int:
    """Answer one question on standard output. Returns the exit code: 2 where nobody asked a whole question."""
    from carer_app.imports import reader_limits

    reader_limits.limit_memory_and_time()
    answer = sys.stdout.buffer
    try:
        try:
            heading, data = _question(sys.stdin.buffer)
            is_ahead = heading.get("do") == "wait"
            if is_ahead:  # for a PDF: all that needs is read in, and the doors are shut before it comes
                from carer_app.imports import pdf_pages

                reader_limits.shut_the_doors()
                pdf_pages.warm_up()
                heading, data = _question(sys.stdin.buffer)
        except (ValueError, struct.error):
            return 2
        if heading.get("do") == "calendar":
            _calendar(data, answer)
            answer.flush()
            return 0
        if heading.get("do") == "picture":
            side, frame = min(max(int(heading["side"]), 1), MOST_PAPER_SIDE), int(heading["frame"])
            _picture(data, side, frame, answer)
            answer.flush()
            return 0
        if heading.get("do") == "without_place":
            _without_place(data, answer)
            answer.flush()
            return 0
        if heading.get("do") in ("word", "text", "mail"):
            _blocks(data, str(heading["do"]), answer)
            answer.flush()
            return 0
        if heading.get("do") == "read_picture":
            _read_picture(heading, data, answer)
            answer.flush()
            return 0
        # Late, so that the memory limit holds for it too and no other process ever loads it.
        from carer_app.imports import pdf_pages

        if not is_ahead:
            reader_limits.shut_the_doors()
        try:
            pdf = pdf_pages.Pdf(data)
            if heading["do"] == "look":
                _look(pdf, heading.get("first"), answer)
            elif heading["do"] == "letters":
                _letters(pdf, heading["pages"], answer)
            else:
                _draw(pdf, heading["pages"], heading["width"], answer)
        except pdf_pages.Trouble as trouble:
            answer.write(pack({"trouble": trouble.kind, "count": trouble.count}, 0))
    except MemoryError:
        answer.write(pack({"trouble": "too_heavy"}, 0))
    answer.flush()
    return 0


def _question(asked: BinaryIO) -> tuple[dict[str, Any], bytes]:
    size_of_heading, size = LENGTHS.unpack(asked.read(LENGTHS.size))
    heading: dict[str, Any] = json.loads(asked.read(size_of_heading))
    return heading, asked.read(size)


def _calendar(data: bytes, answer: BinaryIO) -> None:
    from carer_app.imports import calendar_events, reader_limits
    from carer_app.imports.calendar_judging import matters

    calendar_events.warm_up(matters)
    reader_limits.shut_the_doors()
    try:
        events = calendar_events.events_in(data, matters)
    except calendar_events.BadCalendar as bad:
        answer.write(pack({"trouble": bad.kind}, 0))
        return
    answer.write(pack({"events": [event.told() for event in events]}, 0))
    answer.write(pack({"done": True}, 0))


def _picture(data: bytes, most_side: int, frame: int, answer: BinaryIO) -> None:
    from carer_app.imports import picture_pixels, reader_limits

    picture_pixels.warm_up()
    reader_limits.shut_the_doors()
    try:
        frames, width, height, pixels = picture_pixels.pixels_of(data, most_side, frame)
    except picture_pixels.BadPicture as bad:
        answer.write(pack({"trouble": bad.kind}, 0))
        return
    answer.write(pack({"frames": frames, "width": width, "height": height}, len(pixels)))
    answer.write(pixels)
    answer.write(pack({"done": True}, 0))


def _read_picture(heading: dict[str, Any], pixels: bytes, answer: BinaryIO) -> None:
    """The pixels are our own drawing. The program that reads them is the system's, and has to open its own files."""
    from carer_app.imports import reader_limits

    width, height = int(heading["width"]), int(heading["height"])
    try:
        if width < 1 or height < 1 or len(pixels) != width * height * 4:
            raise ValueError
        if sys.platform == "win32":
            from carer_app.imports import words_by_windows as reader_of_words
        elif sys.platform == "darwin":
            from carer_app.imports import words_by_macos as reader_of_words
        else:
            from carer_app.imports import words_by_tesseract as reader_of_words
        reader_limits.write_nothing_and_send_nothing()
        if sys.platform != "win32":
            os.nice(_PATIENT)  # whoever works meanwhile comes first
        words = reader_of_words.words_in(width, height, pixels)
    except (ImportError, OSError):
        answer.write(pack({"trouble": "no_word_reader"}, 0))
        return
    except (RuntimeError, ValueError):
        answer.write(pack({"trouble": "damaged"}, 0))
        return
    answer.write(pack({"words": words}, 0))
    answer.write(pack({"done": True}, 0))


def _without_place(data: bytes, answer: BinaryIO) -> None:
    from carer_app.imports import picture_places, reader_limits

    reader_limits.shut_the_doors()
    try:
        kept = picture_places.without_place(data)
    except (ArithmeticError, LookupError, ValueError):
        answer.write(pack({"trouble": "damaged"}, 0))
        return
    answer.write(pack({}, len(kept)))
    answer.write(kept)
    answer.write(pack({"done": True}, 0))


def _blocks(data: bytes, which: str, answer: BinaryIO) -> None:
    from carer_app.imports import reader_limits, word_blocks

    read = word_blocks.blocks_of_word if which == "word" else word_blocks.blocks_of_text
    if which == "mail":
        from carer_app.imports import mail_blocks

        mail_blocks.warm_up()
        read = mail_blocks.blocks_of_mail
    else:
        word_blocks.warm_up()
    reader_limits.shut_the_doors()
    try:
        blocks = read(data)
    except word_blocks.BadWords as bad:
        answer.write(pack({"trouble": bad.kind}, 0))
        return
    ending = word_blocks.ending_of_word(data) if which == "word" else ""
    answer.write(pack({"blocks": blocks, "ending": ending}, 0))
    answer.write(pack({"done": True}, 0))


def _look(pdf: Any, first: list[int] | None, answer: BinaryIO) -> None:
    """`first` is a page, and how wide to draw it at once: whoever wants to read sees it before all words are read."""
    about = {"title": pdf.title(), "pages": pdf.page_count, "adobe": pdf.is_made_for_adobe_only()}
    about["outline"] = pdf.outline()
    if first is not None:
        about["sizes"] = pdf.sizes()
    answer.write(pack({**about, "holds_files": pdf.holds_files()}, 0))
    if first is not None:
        _draw_each(pdf, first[:1], first[1], answer)
        answer.flush()
    room = ALL_TEXT
    for number in range(1, pdf.page_count + 1):
        facts = pdf.facts(number)
        facts["text"] = facts["text"][:room]
        room -= len(facts["text"])
        answer.write(pack(facts, 0))
    answer.write(pack({"done": True}, 0))


def _letters(pdf: Any, numbers: list[int], answer: BinaryIO) -> None:
    for number in numbers:
        if 1 <= number <= pdf.page_count:
            said, boxes = pdf.letters(number)
            answer.write(pack({"number": number, "said": said}, len(boxes)))
            answer.write(boxes)
    answer.write(pack({"done": True}, 0))


def _draw(pdf: Any, numbers: list[int], pixels_wide: int, answer: BinaryIO) -> None:
    _draw_each(pdf, numbers, pixels_wide, answer)
    answer.write(pack({"done": True}, 0))


def _draw_each(pdf: Any, numbers: list[int], pixels_wide: int, answer: BinaryIO) -> None:
    for number in numbers:
        if not 1 <= number <= pdf.page_count:
            continue
        drawn = pdf.draw(number, min(max(pixels_wide, 1), MOST_WIDE))
        if drawn is not None:
            width, height, pixels = drawn
            answer.write(pack({"number": number, "width": width, "height": height}, len(pixels)))
            answer.write(pixels)
