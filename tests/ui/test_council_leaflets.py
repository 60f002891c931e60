"""Leaflets from the carer's council: kept locked with no child attached, read, and taken out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carer_app.domain.stored_document import StoredDocument
from carer_app.storage.vault import Vault
from carer_app.use_cases import councils_leaflets, filing, what_i_hold
from tests import builders
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import Documents, Place, ReadDocument
from ui.documents.documents import DocumentsPage
from ui.documents.read_document import ReadDocumentPage

Show = Callable[[Any], Any]
WAIT = 20_000


@pytest.fixture
def page(house: House, show: Show, vault: Vault) -> DocumentsPage:
    builders.add_child(vault)
    page: DocumentsPage = show(DocumentsPage(house, Documents()))
    return page


def keep(page: DocumentsPage, qtbot: QtBot, folder: Path) -> int:
    QTest.keyClicks(page.leaflets.title, "Handbook")
    file = folder / "mia's own file name.pdf"
    file.write_bytes(builders.A_PDF)
    page.leaflets.take_in(str(file))
    qtbot.waitUntil(lambda: bool(page.records.read(councils_leaflets.council_leaflets)), timeout=WAIT)
    return page.records.read(councils_leaflets.council_leaflets)[0].id


def test_it_needs_a_name_and_no_yes_and_takes_nothing_from_the_files_own_name(
    page: DocumentsPage, qtbot: QtBot, tmp_path: Path, vault: Vault
) -> None:
    page.leaflets.choose.click()
    assert "Type what it is called first." in sentences(page)
    assert not page.records.read(filing.permission).is_given
    document = keep(page, qtbot, tmp_path)
    assert [row.title for row in page.records.read(councils_leaflets.council_leaflets)] == ["Handbook"]
    assert page.leaflets.title.text() == ""
    with vault.reading() as session:
        assert what_i_hold.count(session, StoredDocument, 1) == 0
    went: list[Place] = []
    page.go.connect(went.append)
    page.leaflets.rows.row(document).click()
    assert went == [ReadDocument(document)]


def test_what_is_no_paper_is_refused_with_a_sentence_and_the_name_stays(
    page: DocumentsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    QTest.keyClicks(page.leaflets.title, "Handbook")
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"GIF89a\0\1")
    page.leaflets.take_in(str(file))
    qtbot.waitUntil(lambda: "PDF" in page.leaflets.problem.words(), timeout=WAIT)
    assert page.leaflets.title.text() == "Handbook"
    assert page.records.read(councils_leaflets.council_leaflets) == []


def test_it_is_read_and_taken_out_with_its_sealed_file(
    page: DocumentsPage, house: House, show: Show, qtbot: QtBot, tmp_path: Path, vault: Vault
) -> None:
    document = keep(page, qtbot, tmp_path)
    with vault.reading() as session:
        fingerprint = filing.sealed_document(session, document).fingerprint
    assert vault.sealed.stored() == {fingerprint}
    reading: ReadDocumentPage = show(ReadDocumentPage(house, ReadDocument(document)))
    qtbot.waitUntil(lambda: reading.view.shown is not None, timeout=WAIT)
    assert reading.accessibleName() == "Handbook"
    assert reading.go_on.words() == "Take the leaflet out"
    went: list[Place] = []
    reading.go.connect(went.append)
    reading.take_out()
    qtbot.waitUntil(lambda: went == [Documents()], timeout=WAIT)
    assert page.records.read(councils_leaflets.council_leaflets) == []
    assert vault.sealed.stored() == set()
