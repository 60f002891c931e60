"""The plain words of a mail that was saved as a file, as blocks. Imported in the reader process and nowhere else.

Nothing in it is run or fetched, and no page of it is drawn. What was attached is only named: it stays in the mail.
"""

import codecs
import email
import re
from email.header import decode_header, make_header
from email.message import Message
from html.parser import HTMLParser

from carer_app.imports.page_limits import MOST_TOLD
from carer_app.imports.word_blocks import BadWords, Block
from carer_app.words import _

_HEADS = ("From", "To", "Cc", "Date")
_ALPHABETS = ("utf-8", "us-ascii", "latin-1", "cp1252", "iso8859-15", "utf-16", "utf-7")
_MOST_PARTS, _MOST_HEAD = 500, 1_000
_A_LINE = ("p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote")
_SPACE = re.compile(r"\s+")
_LONGEST_FIELD, _MOST_STROKES = 16 * 1024, 50_000
"""Of what a part says of itself, and of lines that may part one from another: beyond them reading would take long."""
_ABOUT_A_PART = re.compile(rb"^content-[a-z-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_BRACKETED = re.compile(r"<!\[[^>]*>")
_UNSEEN = ("script", "style", "head", "title")
_SAMPLE = (
    b"From: =?utf-8?q?Ms_Ali?= <a@example.com>\nSubject: =?utf-8?b?UEVQ?=\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n"
    b"Content-Transfer-Encoding: quoted-printable\n\nA=20b\n--x\nContent-Type: text/html\n"
    b"Content-Transfer-Encoding: base64\n\nPHA+QTwvcD4=\n--x\nContent-Type: application/pdf; name=a.pdf\n\n--x--\n"
)


def warm_up() -> None:
    """Find everything that reading needs while files may still be opened."""
    for name in _ALPHABETS:
        codecs.lookup(name)
    blocks_of_mail(_SAMPLE)


def blocks_of_mail(data: bytes) -> list[Block]:
    """What it is about, from whom and when, its words, and the names of what was attached. Raises BadWords."""
    lines = data.replace(b"\r\n", b"\n")
    if lines.count(b"\n--") > _MOST_STROKES or any(
        len(each[0]) > _LONGEST_FIELD for each in _ABOUT_A_PART.finditer(lines)
    ):
        raise BadWords("too_big")
    try:
        mail = email.message_from_bytes(data)
        plain, pages, attached = _parts(mail)
        subject = _head(mail, "Subject")
        heads = [f"{name}: {said}" for name in _HEADS if (said := _head(mail, name))]
        body = "\n\n".join(plain) if any(each.strip() for each in plain) else "\n\n".join(map(_seen, pages))
    except (BadWords, MemoryError):
        raise
    except Exception as problem:  # whatever a foreign file can do to who reads it: this process ends with it
        raise BadWords("damaged") from problem
    if len(body) > MOST_TOLD:
        raise BadWords("too_big")
    stretches = "\n".join(line.rstrip() for line in body.split("\n")).split("\n\n")
    words = [each.strip("\n") for each in stretches if each.strip()]
    if not words and not attached:
        raise BadWords("no_words")
    blocks: list[Block] = [("heading", subject)] if subject else []
    blocks += [("words", "\n".join(heads))] if heads else []
    return [
        *blocks,
        *(("words", each) for each in words),
        *(("item", _("Attached: {name}").format(name=name)) for name in attached),
    ]


def _parts(mail: Message) -> tuple[list[str], list[str], list[str]]:
    """Its plain words, its words as pages of the web, and what else is in it, by name."""
    plain, pages, attached = list[str](), list[str](), list[str]()
    for number, part in enumerate(mail.walk()):
        if number > _MOST_PARTS:
            raise BadWords("too_big")
        if part.is_multipart():
            continue
        name, kind = part.get_filename(), part.get_content_type()
        if name or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            attached.append(_line(_decoded_head(name or kind)))
        else:
            (pages if kind == "text/html" else plain).append(_words(part))
    return plain, pages, attached


def _words(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        text = data.decode(part.get_content_charset("utf-8"), "replace")
    except (LookupError, OSError, ValueError):  # an alphabet that is not at hand here
        text = data.decode("latin-1")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in text if letter in "\n\t" or letter.isprintable() or letter == "\xa0")


def _head(mail: Message, name: str) -> str:
    said = mail.get(name)
    return _line(_decoded_head(str(said))) if said is not None else ""


def _decoded_head(said: str) -> str:
    try:
        return str(make_header(decode_header(said)))
    except (LookupError, OSError, ValueError):
        return said


def _line(said: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in said).strip()[:_MOST_HEAD]


class _SeenWords(HTMLParser):
    """What somebody would read of a page of the web."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _UNSEEN
        if tag in _A_LINE:
            self.said.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "p":
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append(_SPACE.sub(" ", data))


def _with_ends(page: str) -> str:
    """The same, without the beginnings of what never ends: for each the reader of pages would look to the very end."""
    last = page.rfind(">") + 1
    page = page[:last] + page[last:].replace("<", " ")
    last = page.rfind("-->") + 1
    return _BRACKETED.sub("", page[:last] + page[last:].replace("<!--", " "))


def _seen(page: str) -> str:
    reading = _SeenWords()
    reading.feed(_with_ends(page))
    reading.close()
    return "\n".join(line.strip() for line in "".join(reading.said).split("\n"))
