"""What the tests of the eight parts share."""

from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from carer_app.choices import Part
from carer_app.use_cases import preparing
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import PreparePart
from ui.widgets.opens import Opens
from ui.widgets.saved_text import SavedText
from ui.widgets.text import PlainLabel


def part_page(house: House, kind: type[Any], meeting: int, part: Part) -> Any:
    """The page of one part."""
    return kind(house, PreparePart(meeting, part))


def write(text: SavedText, words: str) -> None:
    """Type into a box and leave it."""
    text.setFocus()
    QTest.keyClicks(text, words)
    text.flush()


def type_day(line: QWidget, typed: str) -> None:
    """Type a day or a time and press Enter."""
    line.setFocus()
    line.clear()  # type: ignore[attr-defined]  # a QLineEdit
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, "\r")


def sentences(page: Page) -> str:
    """All words shown on a page."""
    return "\n".join(label.words() for label in page.findChildren(PlainLabel) if label.isVisibleTo(page))


def open_everything(page: Page) -> None:
    """Press whatever opens more of the page."""
    for each in page.findChildren(Opens):
        each.open(True)


def all_sentences(page: Page) -> str:
    """All words of a page, those too that are a press away."""
    open_everything(page)
    return sentences(page)


def answer(house: House, meeting: int, part: Part, question: str) -> str:
    """What is stored for a plain question."""
    return house.records.read(preparing.answers, meeting, part).get(question, "")


def focused(page: Page) -> QWidget | None:
    """Where the keyboard is, or will be once the window is in front."""
    return page.window().focusWidget()
