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
from carer_app.use_cases import filing, papers, papers_put_right
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
    (said,) = page._summary.sentences()
    assert said.startswith("“bad.pdf”: That PDF is damaged")
    assert said.endswith("What else you chose was taken in.")
    assert f"in the folder “{tmp_path.name}”" in page.stored.words()


def test_each_of_several_that_cannot_be_taken_in_is_named_and_no_name_plays_tricks(
    house: House, show: Show, allowed: int, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(AddPaperPage(house, AddPaper(allowed)))
    sent = tmp_path / "sent"
    (sent / "a folder.pdf").mkdir(parents=True)
    (sent / "new\nline\u202efdp.exe").write_bytes(b"MZ\0\0")
    page.kind.row("report").click()
    page.bringing.take([*map(str, sent.iterdir()), str(sent / "../gone.pdf")])
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=30_000)
    (said,) = page._summary.sentences()
    lines = sorted(line.split(":")[0] for line in said.split("\n"))
    assert lines == ["“a folder.pdf”", "“gone.pdf”", "“newlinefdp.exe”"]
    assert page.records.read(papers.papers_of, allowed) == []


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


def test_what_is_written_down_of_a_paper_is_changed_later_with_undo(
    house: House, show: Show, vault: Vault, allowed: int, qtbot: QtBot
) -> None:
    held = builders.add_meeting(vault, allowed, date(2026, 3, 2))
    builders.hold(vault, held, date(2026, 3, 2))
    jordan = builders.add_child(vault, "Jordan")
    number = kept(vault, allowed, PaperKind.REPORT, "", date(2026, 2, 6))
    page = show(AboutPaperPage(house, AboutPaper(number, "change")))
    change = page.put_right
    assert change.is_open
    assert page.where_to_begin() is change.title

    def now() -> tuple[str, str, date | None, str, str]:
        row = page.records.read(papers.paper, number)
        return row.kind.words, row.title, row.on, row.what_for, row.child

    as_it_was = now()
    change.kind.row(PaperKind.LETTER.value).click()
    assert now()[:2] == ("Letter", "Letter")
    assert not page.figures.isVisible()
    page.records.undo()
    assert now() == as_it_was
    change.day.set_raw("11 July 2025")
    change.day.settle()
    assert now()[2] == date(2025, 7, 11)
    page.records.undo()
    assert now() == as_it_was
    change.what_for.setCurrentIndex(1)
    change.what_for.activated.emit(1)
    assert now()[3] == "For the PEP of 2 March 2026"
    page.records.undo()
    assert now() == as_it_was
    change.whose.setCurrentIndex(change.whose.findData(jordan))
    change.whose.activated.emit(1)
    assert now()[4] == "Jordan"
    assert page.accessibleName() == "School report: Jordan"
    page.records.undo()
    assert now() == as_it_was
    change.title.selectAll()
    qtbot.keyClicks(change.title, "Spring report")
    change.title.flush()
    assert now()[1] == "Spring report"
    change.title.clear()
    change.title.flush()
    assert now()[1] == "Spring report"
    assert change.title.field.error() == "Type what it is called first."


def test_with_one_child_nobody_is_asked_whose_it_is_and_a_day_that_is_none_stays(
    house: House, show: Show, vault: Vault, allowed: int, qtbot: QtBot
) -> None:
    number = kept(vault, allowed, PaperKind.REPORT)
    page = show(AboutPaperPage(house, AboutPaper(number)))
    assert not page.put_right.is_open
    page.put_right.button.click()
    assert not page.put_right.whose_field.isVisible()
    assert not page.put_right.what_for_field.isVisible()
    qtbot.keyClicks(page.put_right.day.line, "Julember")
    page.put_right.day.settle()
    assert page.records.read(papers.paper, number).on is None
    again = show(AboutPaperPage(house, AboutPaper(number)))
    assert again.put_right.day.raw() == "Julember"
    assert again.put_right.is_open, "what is half typed is in sight"


def test_a_paper_of_another_child_that_has_it_already_stays_where_it_is(
    house: House, show: Show, vault: Vault, allowed: int
) -> None:
    jordan = builders.add_child(vault, "Jordan")
    source = (filing.NewSource("d" * 64),)
    new = filing.NewDocument("e" * 64, b"k" * 32, 9, 1, source)
    number = vault.run(papers.add_paper, allowed, NewPaper(PaperKind.OTHER), new, TODAY)
    other = filing.NewDocument("f" * 64, b"k" * 32, 9, 1, source)
    vault.run(papers.add_paper, jordan, NewPaper(PaperKind.OTHER), other, TODAY)
    page = show(AboutPaperPage(house, AboutPaper(number, "change")))
    page.put_right.whose.setCurrentIndex(page.put_right.whose.findData(jordan))
    page.put_right.whose.activated.emit(1)
    assert page.records.read(papers.paper, number).child == "Mia"
    assert page.put_right.whose.currentText() == "Mia"


def test_a_figure_asks_for_the_day_of_its_report_first(
    house: House, show: Show, vault: Vault, allowed: int, qtbot: QtBot
) -> None:
    report = kept(vault, allowed, PaperKind.REPORT)
    page = show(AboutPaperPage(house, AboutPaper(report)))
    qtbot.keyClicks(page.value, "61%")
    page.add.click()
    assert page._summary.sentences() == [papers.needs_its_day()]
    assert page.put_right.day.isVisible()
    assert page.value.text() == "61%"
    vault.run(papers_put_right.set_day, report, date(2025, 7, 11))
    house.records.changed.emit()
    page.add.click()
    assert [row.on for row in page.records.read(papers.figures_of, report)] == [date(2025, 7, 11)]


def test_a_figure_is_put_right_where_it_stands(
    house: House, show: Show, vault: Vault, allowed: int, qtbot: QtBot
) -> None:
    report = kept(vault, allowed, PaperKind.REPORT, "Spring report", date(2026, 2, 6))
    mark = vault.run(papers.add_figure, report, FigureKind.MARK, "Maths", "5")
    page = show(AboutPaperPage(house, AboutPaper(report)))
    line = page.rows.row(mark)
    assert line.change.accessibleName() == "Change: Maths: 5"
    line.change.click()
    assert line.subject.field.isVisible()
    qtbot.keyClicks(line.value, "+")
    line.value.flush()
    assert page.records.read(papers.figures_of, report)[0].words in ("Maths: 5+", "Maths: +5")
    line.value.clear()
    line.value.flush()
    assert line.value.field.error() == "Type the figure first, just as the report has it."
    assert page.records.read(papers.figures_of, report)[0].value.strip("+") == "5"


def test_the_list_leads_to_changing_a_paper(house: House, show: Show, vault: Vault, allowed: int) -> None:
    number = kept(vault, allowed, PaperKind.REPORT, "Spring report")
    page = show(DocumentsPage(house, Documents()))
    line = page.by_child[allowed].papers.row(number)
    assert line.change.accessibleName() == "Change: Spring report: Mia"
    went: list[object] = []
    page.go.connect(went.append)
    line.change.click()
    assert went == [AboutPaper(number, "change")]


def test_of_many_files_that_cannot_be_taken_in_the_first_say_why_and_each_is_named(
    house: House, show: Show, allowed: int, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(AddPaperPage(house, AddPaper(allowed)))
    files = [tmp_path / f"{number:02}.pdf" for number in range(12)]
    for file in files:
        file.write_bytes(b"")
    page.bringing.take([str(each) for each in files])
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=60_000)
    (sentence,) = page._summary.sentences()
    assert sentence.count("That file is empty.") == 8
    assert sentence.endswith("Nor was this taken in: “08.pdf”, “09.pdf”, “10.pdf”, “11.pdf”.")
