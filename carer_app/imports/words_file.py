"""Word files, plain text and mails: read by the reader process, and only what it was found to say comes back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from carer_app.errors import DocumentRefused
from carer_app.imports.page_limits import MOST_BLOCKS, MOST_CELLS, MOST_TOLD
from carer_app.imports.reader_process import ask
from carer_app.words import _

_SECONDS = 15.0
_MOST_ANSWER = 8 * MOST_TOLD + 100 * MOST_BLOCKS
_KINDS = ("heading", "words", "item")
_ZIP, _OLD_WORD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OUTLOOK = "__substg1.0_".encode("utf-16-le")
_IN_A_MAIL = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|delivered-to|x-[a-z-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)
_FIRST_LINE = re.compile(rb"\s*(?:from |[a-z][a-z-]*:)", re.IGNORECASE)
_LONGEST_HEAD = 64 * 1024
ENDINGS = (".docx", ".docm", ".dotx", ".dotm")
"""Of a Word file; with an m where it may hold macros."""


@dataclass(frozen=True, slots=True)
class WordBlock:
    """A heading, some words or a line of a list; a table has `rows` of cells, all as many, instead of `text`."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def is_word(data: bytes) -> bool:
    """Whether it begins as a Word file does, also one of before 2007 or one locked with a password."""
    return data.startswith((_ZIP, _OLD_WORD))


def is_mail(data: bytes) -> bool:
    """Whether it begins as a mail does that was saved as a file: with lines that only programs write."""
    head = data[:_LONGEST_HEAD].replace(b"\r\n", b"\n").lstrip().partition(b"\n\n")[0]
    return all(each.search(head) for each in (_IN_A_MAIL, _FROM)) and _FIRST_LINE.match(head) is not None


def is_drawing(data: bytes) -> bool:
    """Whether it is a drawing in lines (SVG): it may hold programs and links, and is never drawn here."""
    begins = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return begins.startswith(b"<svg") or (begins.startswith((b"<?xml", b"<!")) and b"<svg" in begins)


def words_of_mail(data: bytes) -> tuple[WordBlock, ...]:
    """The plain words of a mail. Raises DocumentRefused."""
    return _read("mail", data)[0]


def instead_of_drawing() -> tuple[WordBlock, ...]:
    """What stands on the page of a drawing."""
    return (
        WordBlock("heading", _("A drawing that is not shown here")),
        WordBlock(
            "words",
            _(
                "This file is a drawing made of lines (SVG). PEP Companion keeps it locked, as it came, and never "
                "opens it. You can save it where you want, and open it in the program it was made with."
            ),
        ),
    )


def words_of_word(data: bytes) -> tuple[WordBlock, ...]:
    """The words of a Word file. Raises DocumentRefused."""
    return read_word(data)[0]


def read_word(data: bytes) -> tuple[tuple[WordBlock, ...], str]:
    """The words of a Word file, and the ending of its name that goes with what it says it is: with another, Word does
    not open it. Raises DocumentRefused."""
    if data.startswith(_OLD_WORD) and _OUTLOOK in data:
        raise DocumentRefused(
            _(
                "That is a mail saved by Outlook. Nothing was added. "
                "Open it in Outlook, print it as a PDF, and choose that one."
            )
        )
    if data.startswith(_OLD_WORD):
        raise DocumentRefused(
            _(
                "That is an older Word file, or one that is locked with a password. Nothing was added. "
                "Open it in Word, save it as a PDF, and choose that one."
            )
        )
    return _read("word", data)


def words_of_text(data: bytes) -> tuple[WordBlock, ...]:
    """The words of a text file. Raises DocumentRefused."""
    return _read("text", data)[0]


def _read(which: str, data: bytes) -> tuple[tuple[WordBlock, ...], str]:
    messages = ask({"do": which}, data, _SECONDS, _MOST_ANSWER)
    try:
        trouble = messages[-1][0].get("trouble")
        if trouble is None:
            ending = messages[0][0].get("ending")
            return _blocks(messages[0][0]["blocks"]), ending if ending in ENDINGS else ENDINGS[0]
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(_sentence("damaged")) from problem
    raise DocumentRefused(_sentence(str(trouble)))


def _blocks(told: Any) -> tuple[WordBlock, ...]:
    """As the reader tells it; ValueError or TypeError where it cannot be."""
    if not isinstance(told, list) or not 0 < len(told) <= MOST_BLOCKS + 1:
        raise ValueError
    blocks = tuple(_block(each) for each in told)
    if (
        sum(len(each.text) + sum(len(cell) for row in each.rows for cell in row) for each in blocks)
        > 2 * MOST_TOLD
    ):
        raise ValueError
    return blocks


def _block(told: Sequence[Any]) -> WordBlock:
    kind, said = told
    if kind == "table":
        rows = tuple(tuple(_plain(cell) for cell in row) for row in said)
        if not rows or not 1 <= len(rows[0]) <= MOST_CELLS or len({len(row) for row in rows}) != 1:
            raise ValueError
        return WordBlock("table", rows=rows)
    if kind not in _KINDS:
        raise ValueError
    return WordBlock(str(kind), _plain(said))


def _plain(text: object) -> str:
    """Text that every part of the application can hold: no half characters, nothing that turns what is beside it."""
    if not isinstance(text, str):
        raise TypeError
    kept = "".join(letter for letter in text if letter in "\n\t" or letter.isprintable() or letter.isspace())
    return kept.encode("utf-8", "replace").decode("utf-8")


def _sentence(trouble: str) -> str:
    match trouble:
        case "locked":
            return _(
                "That Word file is locked with a password, so it cannot be opened here. Nothing was added. "
                "Ask for a copy without a password."
            )
        case "too_big" | "too_heavy":
            return _(
                "There is more in that file than can be read here safely. Nothing was added. "
                "Save it as a PDF in the program it was made with, and choose that one."
            )
        case "no_words":
            return _(
                "There are no words in that file that can be read here. Nothing was added. "
                "If it holds pictures, save it as a PDF in the program it was made with, and choose that one."
            )
        case "not_word" | "not_text":
            return not_taken()
        case _other:
            return _(
                "That file is damaged and cannot be opened. Nothing was added. Ask for it to be sent again."
            )


def not_taken() -> str:
    """What is said of a file of another kind."""
    return _(
        "That kind of file cannot be kept here. Nothing was added. "
        "Open it in the program it was made with, save it as a PDF, and choose that one."
    )
