"""Every reader of files from outside, whole files of each kind, and damage as it happens and as it is made."""

import copy
import io
import random
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from unittest import mock
from xml.etree import ElementTree

from PIL import Image, ImageDraw
from reportlab import rl_config
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from carer_app.imports import pictures, words_file
from carer_app.imports.documents import draw_pages, letters_of, look_into
from carer_app.imports.term_calendar import read_calendar_apart
from carer_app.jobs import photos_of_paper, read_term_dates, words_as_pdf
from carer_app.jobs.copy_against_record import agreed_in_pdf
from tests import photographed
from tests.imports import pep_like
from tests.imports.calendar_files import calendar, day
from tests.imports.mails import MAILS
from tests.imports.test_photo_places import from_a_phone, photo
from tests.imports.word_files import A_REPORT, document, links, paragraph, table, word_file

FOUND = Path(__file__).parent / "found"
"""Files that once made a reader answer with anything but a reading or a sentence: `reader.number`, as they were."""
SAFE = ("Your records are safe.", "Nothing was added.", "Nothing was taken from it.")
"""One of them is in every sentence about a file that was refused."""
DOCUMENT = "word/document.xml"
_ODD = (
    b"\0",
    b"\xff",
    b"\xff" * 4,
    b"\x80\0\0\0",
    b"\x7f\xff\xff\xff",
    b"-1",
    b"9" * 20,
    b"\xe2\x80\xae",
    b"%s",
)


@dataclass(frozen=True, slots=True)
class OutsideReader:
    """What the program does with such a file from beginning to end, and whole files of the kind."""

    read: Callable[[bytes], object]
    whole: Callable[[], tuple[bytes, ...]]


def _photo_of_paper(data: bytes) -> None:
    first = photos_of_paper.read_photos(data, data)[0]
    first = first.within(first.proposed()).turned().with_lighter_paper(True)
    assert look_into(photos_of_paper.to_pdf((first,))).pages


def _pdf(data: bytes) -> None:
    look_into(data, (1, 300))
    letters_of(data, [1, 2, 3])
    draw_pages(data, [1, 2], 300)
    agreed_in_pdf(data)


def _word(data: bytes) -> None:
    assert look_into(words_as_pdf.to_pdf(words_file.words_of_word(data))).pages


def _text(data: bytes) -> None:
    assert look_into(words_as_pdf.to_pdf(words_file.words_of_text(data))).pages


def _mail(data: bytes) -> None:
    assert look_into(words_as_pdf.to_pdf(words_file.words_of_mail(data))).pages


def _calendar(data: bytes) -> None:
    read_term_dates.read_dates(read_calendar_apart(data, date(2026, 3, 10)))


def _pasted(data: bytes) -> None:
    read_term_dates.read_text(data.decode("utf-8", "replace"), date(2026, 3, 10))


def _inside(part: str) -> Callable[[bytes], None]:
    """Damage in one part of a Word file whose archive is whole."""
    return lambda data: _word(_archive({DOCUMENT: document(*_BODY), **_PARTS, part: data}))


def _archive(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


@cache
def _scans() -> tuple[bytes, ...]:
    page = Image.new("RGB", (70, 90), "white")
    ImageDraw.Draw(page).rectangle((9, 9, 40, 20), fill="black")
    made = []
    for how in ({"compression": "tiff_lzw"}, {"compression": "tiff_deflate"}, {"compression": "jpeg"}, {}):
        scan = io.BytesIO()
        page.save(scan, "TIFF", save_all=True, append_images=[page.rotate(90)], **how)
        made.append(scan.getvalue())
    scan = io.BytesIO()
    page.convert("1").save(scan, "TIFF", compression="group4")
    return (*made, scan.getvalue(), photo("TIFF"))


@cache
def _pngs() -> tuple[bytes, ...]:
    made = []
    for kind in ("RGBA", "L", "P", "1", "I;16"):
        file = io.BytesIO()
        Image.new(kind, (40, 30)).save(file, "PNG")
        made.append(file.getvalue())
    return (photo("PNG"), *made)


@cache
def _jpegs() -> tuple[bytes, ...]:
    file = io.BytesIO()
    Image.effect_noise((60, 50), 60).convert("CMYK").save(file, "JPEG", progressive=True)
    return photo("JPEG"), photo("JPEG", way=6), file.getvalue()


@cache
def _pdfs() -> tuple[bytes, ...]:
    return (photographed.printed(), filled_in(), locked(), *(make() for make in pep_like.LAYOUTS.values()))


def filled_in() -> bytes:
    """A form of two pages with fields, a table of contents, a link and a picture; nothing in it is packed."""
    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=0)
    canvas.bookmarkPage("a")
    canvas.addOutlineEntry("Education", "a")
    canvas.drawString(72, 700, "What is going well?")
    canvas.acroForm.textfield(name="well", value="Mia reads", x=72, y=600, width=300, height=40)
    canvas.acroForm.checkbox(name="yes", checked=True, x=72, y=560)
    canvas.acroForm.choice(name="who", value="Mr Fox", options=["Mr Fox", "Ms Ali"], x=72, y=500)
    canvas.linkURL("http://127.0.0.1/", (72, 400, 200, 420))
    with mock.patch.object(rl_config, "useA85", 1):  # a picture in the page itself is drawn as letters
        canvas.drawInlineImage(Image.effect_noise((20, 20), 50).convert("RGB"), 72, 300)
    canvas.showPage()
    canvas.drawString(72, 700, "Targets")
    canvas.save()
    return made.getvalue()


def locked() -> bytes:
    """A PDF with a password of its own."""
    made = io.BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 700, "Mia")
    canvas.save()
    return made.getvalue()


_LIST = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>'
_BODY = (
    paragraph("Report", "Heading1"),
    _LIST,
    table(("Target", "Who"), ("Read", "School")),
    paragraph("", inside='<w:hyperlink r:id="rId1"><w:r><w:t>page</w:t></w:r></w:hyperlink>'),
    paragraph("", inside='<w:r><w:footnoteReference w:id="1"/></w:r>'),
)  # fmt: skip
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS: dict[str, str | bytes] = {
    "word/numbering.xml": (
        f'<w:numbering xmlns:w="{_SPACE}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt '
        'w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ),
    "word/footnotes.xml": (
        f'<w:footnotes xmlns:w="{_SPACE}"><w:footnote w:id="1">{paragraph("note")}</w:footnote></w:footnotes>'
    ),
    "word/_rels/document.xml.rels": links("http://127.0.0.1:9/"),
}
_TEXT = "Dear carer,\r\n\r\nMia’s target: £5 for Zoë by 24 April.\r\n" * 8
_DATES = "\n".join(f"{what}\t{when}" for what, when in photographed.TERM_DATES)


def _calendars() -> tuple[bytes, ...]:
    shipped = sorted((Path(pep_like.__file__).parent / "calendars").glob("*.ics"))
    rule = f"UID:a\n{day('INSET day', date(2025, 9, 1))}\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20250908"
    ends = day("Term ends", date(2025, 12, 19))
    return (
        calendar(day("Term starts", date(2025, 9, 2)), ends, rule),
        *(each.read_bytes() for each in shipped),
    )


OUTSIDE: dict[str, OutsideReader] = {
    "jpeg": OutsideReader(_photo_of_paper, _jpegs),
    "png": OutsideReader(_photo_of_paper, _pngs),
    "tiff": OutsideReader(_photo_of_paper, _scans),
    "heic": OutsideReader(_photo_of_paper, lambda: (from_a_phone(), photo("HEIF"))),
    "as_it_came": OutsideReader(
        pictures.without_place, lambda: (*_jpegs(), *_pngs()[:1], *_scans(), from_a_phone())
    ),
    "pdf": OutsideReader(_pdf, _pdfs),
    "word": OutsideReader(_word, lambda: (A_REPORT, word_file(*_BODY, **_PARTS))),
    "word_document": OutsideReader(_inside(DOCUMENT), lambda: (document(*_BODY).encode(),)),
    **{
        f"word_{part.rpartition('/')[2].partition('.')[0]}": OutsideReader(
            _inside(part), lambda whole=whole: (str(whole).encode(),)  # type: ignore[misc]
        )
        for part, whole in _PARTS.items()
        if not part.endswith(".rels")
    },
    "word_links": OutsideReader(
        _inside("word/_rels/document.xml.rels"), lambda: (links("http://127.0.0.1:9/").encode(),)
    ),
    "text": OutsideReader(_text, lambda: (_TEXT.encode(), _TEXT.encode("cp1252"), _TEXT.encode("utf-16"))),
    "mail": OutsideReader(_mail, lambda: MAILS),
    "calendar": OutsideReader(_calendar, _calendars),
    "pasted": OutsideReader(_pasted, lambda: (_DATES.encode(), _TEXT.encode())),
}  # fmt: skip


def damaged(chance: random.Random, wholes: tuple[bytes, ...]) -> bytes:
    """One of them, changed: bytes, numbers, pieces left out, doubled or taken from another; cut short. Of XML mostly
    its elements, so that it stays XML."""
    data = bytearray(chance.choice(wholes))
    if data.startswith((b"<w:", b"<Rel")) and chance.random() < 0.7:
        return _with_other_elements(chance, bytes(data))
    for _time in range(chance.choice((1, 1, 1, 2, 5))):
        at, size = chance.randrange(len(data) + 1), chance.choice((1, 4, 30, 400))
        match chance.randrange(6):
            case 0 if at < len(data):
                data[at] = chance.randrange(256)
            case 1 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case 2:
                data[at : at + size] = chance.choice(_ODD)
            case 3:
                del data[at : at + size]
            case 4:
                data[at:at] = data[at : at + size] * chance.choice((1, 2, 50))
            case _:
                other = chance.choice(wholes)
                there = chance.randrange(len(other) + 1)
                data[at : at + size] = other[there : there + size]
    if chance.random() < 0.1:
        del data[chance.randrange(len(data) + 1) :]
    return _as_png(data) if chance.random() < 0.7 else bytes(data)


def _with_other_elements(chance: random.Random, data: bytes) -> bytes:
    root = ElementTree.fromstring(data)
    for _time in range(chance.choice((1, 2, 6))):
        inside = [each for each in root.iter() if len(each)]
        if not inside:
            break
        parent = chance.choice(inside)
        child = chance.choice(list(parent))
        match chance.randrange(5):
            case 0:
                parent.remove(child)
            case 1:
                chance.choice(inside).append(copy.deepcopy(child))
            case 2:
                for name in child.attrib:
                    child.set(name, chance.choice(("", "-1", "9" * 30, "\u202e", "x", "1", "0")))
            case 3:
                child.tag = chance.choice([each.tag for each in root.iter()])
            case _:
                for _deeper in range(chance.choice((3, 60))):
                    outer = ElementTree.Element(chance.choice((parent.tag, child.tag)))
                    outer.append(copy.deepcopy(child))
                    child = outer
                parent.append(child)
        if sum(1 for _each in root.iter()) > 5_000:
            break
    return ElementTree.tostring(root)


def _as_png(data: bytearray) -> bytes:
    """With right checksums where it is a PNG, so that damage gets further than the first look."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return bytes(data)
    at = 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if at + 12 + size > len(data):
            break
        data[at + 8 + size : at + 12 + size] = zlib.crc32(data[at + 4 : at + 8 + size]).to_bytes(4, "big")
        at += 12 + size
    return bytes(data)
