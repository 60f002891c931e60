"""Papers of every kind on screen: added in one go, seen beside the PEP copies, and figures only as the carer types."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from carer_app.choices import FigureKind, PaperKind, RequestAbout
from carer_app.domain.care_review import CareReview
from carer_app.storage.vault import Vault
from carer_app.use_cases import filing, papers
from carer_app.use_cases.papers import NewPaper
from tests import builders
from tests.builders import TODAY
from tests.imports.word_files import A_REPORT
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import AboutPaper, AddPaper, AskAgain, Documents, ReadDocument
from ui.documents.about_paper import AboutPaperPage
from ui.documents.add_paper import AddPaperPage
from ui.documents.documents import DocumentsPage
from ui.documents.read_document import ReadDocumentPage
from ui.widgets.buttons import RowButton

Show = Callable[..., Any]


@pytest.fixture
def mia(vault: Vault) -> int:
    return builders.add_child(vault, "Mia")


@pytest.fixture
def allowed(vault: Vault, mia: int) -> int:
    vault.run(filing.allow_papers, "Ms Ali", TODAY)
    return mia


def kept(vault: Vault, child: int, *about: Any) -> int:
    sealed = vault.sealed.seal(builders.A_PDF)
    new = filing.NewDocument(sealed.fingerprint, sealed.key, len(builders.A_PDF), 1)
    number: int = vault.run(papers.add_paper, child, NewPaper(*about), new, TODAY)
    return number


def test_nothing_can_be_added_before_somebody_said_yes(house: House, show: Show, mia: int) -> None:
    page = show(AddPaperPage(house, AddPaper(mia)))
    assert page.second_yes.isVisible()
    assert not page.adding.isVisible()
    page.second_yes.who.setText("Ms Ali")
    page.second_yes.yes.click()
    assert page.adding.isVisible()
    assert not page.second_yes.isVisible()


def test_several_files_at_once_are_several_papers_of_one_kind(
    house: House, show: Show, vault: Vault, allowed: int, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(AddPaperPage(house, AddPaper(allowed)))
    (tmp_path / "spring.docx").write_bytes(A_REPORT)
    (tmp_path / "summer.pdf").write_bytes(builders.A_PDF)
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 cut")
    page.kind.row("report").click()
    page.more.open(True)
    page.day.set_raw("July 2025")
    page.bringing.take([str(each) for each in tmp_path.iterdir() if each.is_file()])
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=30_000)
    rows = page.records.read(papers.papers_of, allowed)
    assert [(row.kind, row.title) for row in rows] == [(PaperKind.REPORT, "School report")] * 2
    assert {row.on.year for row in rows} == {2025}
    assert page.day.raw() == "", "what was typed was for all of them"
    assert "damaged" in page._summary.sentences()[0]
    assert f"in the folder “{tmp_path.name}”" in page.stored.words()


def test_what_is_half_typed_stays(house: House, show: Show, allowed: int, qtbot: QtBot) -> None:
    page = show(AddPaperPage(house, AddPaper(allowed)))
    page.kind.row("letter").click()
    page.more.open(True)
    qtbot.keyClicks(page.title, "From the bus")
    again = show(AddPaperPage(house, AddPaper(allowed)))
    assert again.kind.value() == "letter"
    assert again.title.text() == "From the bus"
    assert again.more.is_open


def test_papers_and_missing_notes_of_a_review_are_rows_beside_the_copies(
    house: House, show: Show, vault: Vault, allowed: int
) -> None:
    with vault.work() as session:
        session.add(CareReview(child_id=allowed, held_on=date(2026, 2, 3)))
    report = kept(vault, allowed, PaperKind.REPORT, "Spring report", date(2026, 2, 6))
    page = show(DocumentsPage(house, Documents()))
    rows = {row.accessibleName(): row for row in page.findChildren(RowButton) if row.isVisible()}
    assert list(rows) == ["Notes of the review of 3 February 2026, Not here yet", "Spring report: Mia"]
    assert rows["Spring report: Mia"].detail() == "School report · 6 February 2026"
    went: list[object] = []
    page.go.connect(went.append)
    for row in rows.values():
        row.click()
    page.by_child[allowed].add.click()
    assert went == [AskAgain(allowed, RequestAbout.REVIEW_MINUTES), ReadDocument(report), AddPaper(allowed)]


def test_a_report_leads_to_its_figures_which_only_the_carer_types(
    house: House, show: Show, vault: Vault, allowed: int, qtbot: QtBot
) -> None:
    report = kept(vault, allowed, PaperKind.REPORT, "Spring report", date(2026, 2, 6))
    reading = show(ReadDocumentPage(house, ReadDocument(report)))
    went: list[object] = []
    reading.go.connect(went.append)
    assert reading.go_on.words() == "About this paper"
    reading.go_on.click()
    assert went == [AboutPaper(report)]
    page = show(AboutPaperPage(house, AboutPaper(report)))
    assert page.accessibleName() == "Spring report: Mia"
    assert not page.subject_field.isVisible()
    page.what.row(FigureKind.MARK).click()
    assert page.subject_field.isVisible()
    page.add.click()
    assert page._summary.sentences() == ["Type the subject first, for example Maths."]
    qtbot.keyClicks(page.subject, "Maths")
    qtbot.keyClicks(page.value, "5+")
    page.add.click()
    assert page.value.text() == ""
    (row,) = page.records.read(papers.figures_of, report)
    assert row.words == "Maths: 5+"
    assert "Maths: 5+ · Friday 6 February 2026" in sentences(page)
    page.rows.row(row.id).remove.click()
    assert page.records.read(papers.figures_of, report) == []
    page.records.undo()
    assert len(page.records.read(papers.figures_of, report)) == 1


def test_another_kind_of_paper_asks_for_no_figures_and_can_be_taken_out(
    house: House, show: Show, vault: Vault, allowed: int
) -> None:
    letter = kept(vault, allowed, PaperKind.LETTER)
    page = show(AboutPaperPage(house, AboutPaper(letter)))
    assert not page.figures.isVisible()
    went: list[object] = []
    page.go.connect(went.append)
    page.take_out.click()
    assert went == [Documents()]
    assert page.records.read(papers.papers_of, allowed) == []
    page.records.undo()
    assert len(page.records.read(papers.papers_of, allowed)) == 1


def test_a_word_file_can_be_saved_again_just_as_it_came(
    house: House, show: Show, vault: Vault, allowed: int, qtbot: QtBot, tmp_path: Path
) -> None:
    adding = show(AddPaperPage(house, AddPaper(allowed)))
    (tmp_path / "report.docx").write_bytes(A_REPORT)
    adding.bringing.take([str(tmp_path / "report.docx")])
    qtbot.waitUntil(lambda: not adding.bringing.is_busy, timeout=20_000)
    (row,) = adding.records.read(papers.papers_of, allowed)
    page = show(AboutPaperPage(house, AboutPaper(row.id)))
    (source,) = page.records.read(filing.kept_sources, row.id)
    assert page.as_it_came.rows.row(source.id).save.words() == "Save the Word file as it came"
    assert "What you save elsewhere is not locked." in sentences(page)
    with qtbot.waitSignal(page.said, timeout=20_000) as said:
        page.as_it_came.save_to(source, str(tmp_path / "again.docx"))
    assert "It is not locked there." in said.args[0]
    assert (tmp_path / "again.docx").read_bytes() == A_REPORT
