"""Certificates and pictures: the yes first, then a photo, and it is in the child's own book."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from carer_app.choices import KeepsakeKind
from carer_app.storage.vault import Vault
from carer_app.use_cases import childs_kept_words, filing, keepsakes
from tests import builders
from tests.builders import TODAY, do
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import ChildsBook, KeepsakesPlace
from ui.documents.keepsakes import KeepsakesPage
from ui.paper.one_sheet import OneSheetPage

Show = Callable[[Any], Any]


@pytest.fixture
def page(house: House, show: Show, vault: Vault) -> KeepsakesPage:
    page: KeepsakesPage = show(KeepsakesPage(house, KeepsakesPlace(builders.add_child(vault))))
    return page


def rows(page: KeepsakesPage) -> Any:
    return page.records.read(keepsakes.keepsakes, page.child_id)


def test_the_yes_is_asked_first_and_paper_is_enough(page: KeepsakesPage) -> None:
    assert not page.adding.isVisible()
    assert "The paper in a folder is enough." in sentences(page)
    page.second_yes.yes.click()
    assert "who said yes" in page.second_yes.who_field.error()
    page.second_yes.who.setText("Ms Dean")
    page.second_yes.yes.click()
    assert page.adding.isVisible()
    assert not page.second_yes.isVisible()
    assert page.records.read(filing.permission).by == "Ms Dean"
    assert page.records.undo()
    assert not page.adding.isVisible()


def test_a_photo_is_sealed_stands_in_the_book_and_comes_out_of_it(
    page: KeepsakesPage, house: House, show: Show, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    do(vault, filing.allow_papers, "Ms Dean", TODAY)
    page.records.changed.emit()
    photo = tmp_path / "badge.png"
    Image.new("RGB", (60, 40), "teal").save(photo)
    page.kind.row(KeepsakeKind.PICTURE).click()
    page.what.setText("The badge page")
    page.take_in(str(photo))
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    assert (rows(page)[0].what, rows(page)[0].kind) == ("The badge page", KeepsakeKind.PICTURE)
    assert photo.read_bytes(), "the file stays where it is"
    assert page.what.text() == ""
    book = show(OneSheetPage(house, ChildsBook(page.child_id)))
    qtbot.waitUntil(lambda: book.view.shown is not None)
    assert b"DCTDecode" in book.view.shown.data, "the picture is on the page"
    page.rows.row(page.rows.ids()[0]).remove.click()
    assert rows(page) == []
    assert page.records.undo()
    assert len(rows(page)) == 1


def test_each_page_of_a_certificate_that_came_as_a_pdf_is_a_picture_in_the_book_and_no_pdf_is_kept(
    page: KeepsakesPage, house: House, show: Show, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    do(vault, filing.allow_papers, "Ms Dean", TODAY)
    page.records.changed.emit()
    certificate = tmp_path / "certificate.pdf"
    pages = [Image.new("RGB", (400, 300), colour) for colour in ("teal", "gold")]
    pages[0].save(certificate, save_all=True, append_images=pages[1:])
    page.what.setText("Swam 50 metres")
    page.take_in(str(certificate))
    qtbot.waitUntil(lambda: len(rows(page)) == 2)
    assert [row.what for row in rows(page)] == ["Swam 50 metres", "Swam 50 metres, page 2"]
    papers = page.records.read(childs_kept_words.drawings, page.child_id)
    kept = [vault.sealed.open(paper.fingerprint, paper.seal_key) for paper in papers.values()]
    assert all(data.startswith(b"\xff\xd8\xff") for data in kept)
    book = show(OneSheetPage(house, ChildsBook(page.child_id)))
    qtbot.waitUntil(lambda: book.view.shown is not None)
    assert book.view.shown.data.count(b"DCTDecode") >= 2


@pytest.mark.parametrize(("pages", "said"), [(5, "That PDF has 5 pages."), (0, "damaged")])
def test_a_pdf_that_is_a_whole_report_or_damaged_is_refused_with_a_sentence(
    page: KeepsakesPage, vault: Vault, tmp_path: Path, qtbot: QtBot, pages: int, said: str
) -> None:
    do(vault, filing.allow_papers, "Ms Dean", TODAY)
    page.records.changed.emit()
    report = tmp_path / "report.pdf"
    report.write_bytes(b"%PDF-1.7 no more")
    if pages:
        first, *more = [Image.new("RGB", (40, 30), "teal")] * pages
        first.save(report, save_all=True, append_images=more)
    page.take_in(str(report))
    qtbot.waitUntil(lambda: said in page.says.words())
    assert rows(page) == []


def test_what_is_no_picture_is_refused_with_a_sentence(
    page: KeepsakesPage, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    do(vault, filing.allow_papers, "Ms Dean", TODAY)
    page.records.changed.emit()
    wrong = tmp_path / "badge.png"
    wrong.write_bytes(b"no picture")
    page.take_in(str(wrong))
    qtbot.waitUntil(lambda: page.says.isVisible() and "Looking" not in page.says.words())
    assert rows(page) == []
