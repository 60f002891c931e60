"""Reading a stored paper, as pages or as text."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from carer_app.storage.vault import Vault
from carer_app.use_cases import filing, pep_copies
from tests import builders
from ui.base.house import House
from ui.base.places import PepCopyPlace, ReadDocument
from ui.documents.read_document import ReadDocumentPage
from ui.parts.pdf_view import PdfView

Show = Callable[..., Any]
HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    number = builders.add_meeting(vault, builders.add_child(vault, "Mia"), HELD)
    builders.hold(vault, number, HELD)
    return number


@pytest.fixture
def document(vault: Vault, meeting: int) -> int:
    return builders.file_a_copy(vault, meeting)


def opened(page: Any, qtbot: QtBot) -> Any:
    qtbot.waitUntil(lambda: page.view.shown is not None, timeout=20_000)
    return page


def test_a_stored_copy_opens_with_its_page_and_says_when_it_was_added(
    house: House, show: Show, qtbot: QtBot, document: int
) -> None:
    page = show(ReadDocumentPage(house, ReadDocument(document)))
    assert page.accessibleName() == "Mia’s PEP of 9 March 2026"
    assert page.about.words() == "Stored here, locked, on Tuesday 10 March 2026 · 1 page"
    assert page.view.state.words() == "Opening the paper…"
    opened(page, qtbot)
    assert page.view.viewer.page() == 1
    assert page.view.shown.data == builders.A_PDF
    assert page.view.rail is None  # a stored copy is not saved again


def test_the_page_is_seen_before_its_words_are_read_and_stays_where_it_is(
    house: House, show: Show, qtbot: QtBot, document: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[Any, bool]] = []
    really = PdfView._on_made

    def noted(view: PdfView, job: object, made: Any) -> None:
        really(view, job, made)
        shown.append((made, view.shown is None))

    monkeypatch.setattr(PdfView, "_on_made", noted)
    page = show(ReadDocumentPage(house, ReadDocument(document)))
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    begun, waits_for_words = shown[0]
    assert waits_for_words
    assert [text for _width, _height, text in begun.pages] == [""]
    sheet = page.tools.pages._sheet(1)
    assert sheet.has_picture
    assert page.view.viewer.isVisible()
    assert page.view.state.isHidden()
    opened(page, qtbot)
    assert page.tools.pages._sheet(1) is sheet, "the pages were laid out once more"
    assert "Made by someone else" in page.view.shown.pages[0][2]


def test_the_words_can_be_read_by_a_screen_reader(
    house: House, show: Show, qtbot: QtBot, document: int
) -> None:
    page = opened(show(ReadDocumentPage(house, ReadDocument(document))), qtbot)
    page.view.viewer.read_as_text(True)
    text = next(box for box in page.findChildren(QPlainTextEdit) if box.isVisible())
    assert "Made by someone else" in text.toPlainText()


def test_reading_again_does_not_open_the_paper_again(
    house: House, show: Show, qtbot: QtBot, document: int
) -> None:
    page = opened(show(ReadDocumentPage(house, ReadDocument(document))), qtbot)
    shown = page.view.shown
    house.records.change(filing.take_back_permission)
    assert page.view.shown is shown
    assert page.view.viewer.isVisible()


def test_nothing_unlocked_is_left_on_the_disk(
    house: House, show: Show, qtbot: QtBot, document: int, tmp_path: Path
) -> None:
    opened(show(ReadDocumentPage(house, ReadDocument(document))), qtbot)
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"%PDF" not in file.read_bytes()


def test_a_damaged_paper_gets_its_sentence_and_a_way_to_add_it_again(
    house: House, show: Show, qtbot: QtBot, vault: Vault, document: int, meeting: int, tmp_path: Path
) -> None:
    sealed = next(file for name in vault.sealed.stored() for file in tmp_path.rglob(name))
    sealed.write_bytes(sealed.read_bytes()[:-3])
    page = show(ReadDocumentPage(house, ReadDocument(document)))
    qtbot.waitUntil(lambda: page._summary.isVisible(), timeout=20_000)
    assert "damaged or has gone missing" in page._summary.sentences()[0]
    assert not page.view.isVisible()
    went: list[object] = []
    page.go.connect(went.append)
    page._summary.links()[0].click()
    assert page.focusWidget() is page.go_on
    page.go_on.click()
    assert went == [PepCopyPlace(meeting)]


def test_a_file_that_was_taken_out_says_so(
    house: House, show: Show, qtbot: QtBot, document: int, meeting: int
) -> None:
    page = opened(show(ReadDocumentPage(house, ReadDocument(document))), qtbot)
    house.records.change(pep_copies.unregister_copy, meeting)
    assert page.is_gone
    assert not page.view.isVisible()
