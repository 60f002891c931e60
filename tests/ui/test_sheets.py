"""Sheets: one PDF that is looked at, printed and saved."""

import os
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from carer_app.choices import Aside, FamilyThere, ForWhom, PlainQuestion, WhoseWords
from carer_app.jobs import look_at_pdf, save_pdf
from carer_app.jobs.look_at_pdf import PdfToShow
from carer_app.storage.vault import Vault
from carer_app.use_cases import handing_out, hearing_the_child, planning, prepared_questions, preparing
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import sentences
from ui.base import dialogs, places
from ui.base.house import House
from ui.base.places import (
    ChildSheetPlace,
    HandedOutPlace,
    HandedOutSheet,
    MeetingSheetPlace,
    Place,
    ReviewList,
)
from ui.paper.handed_out import HandedOutPage, HandedOutSheetPage
from ui.paper.meeting_sheet import MeetingSheetPage
from ui.paper.one_sheet import SHEETS, OneSheetPage
from ui.paper.sheet_page import SheetPage
from ui.parts.printing import Printing, new_printer, pages_wanted

Show = Callable[[Any], Any]
WAIT = 20_000


@pytest.fixture
def meeting(vault: Vault) -> int:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    builders.prepare(vault, meeting)
    return meeting


@pytest.fixture
def page(house: House, show: Show, meeting: int, qtbot: QtBot) -> MeetingSheetPage:
    page: MeetingSheetPage = show(MeetingSheetPage(house, MeetingSheetPlace(meeting)))
    return made(qtbot, page)


@pytest.fixture
def said(page: MeetingSheetPage) -> list[str]:
    heard: list[str] = []
    page.said.connect(heard.append)
    page.went_wrong.connect(heard.append)
    page.records.problem.connect(heard.append)
    return heard


def made(qtbot: QtBot, page: Any) -> Any:
    qtbot.waitUntil(lambda: page.rail.print.isEnabled(), timeout=WAIT)
    return page


def again(qtbot: QtBot, page: SheetPage, change: Callable[[], object]) -> PdfToShow:
    before = page.view.shown
    change()
    qtbot.waitUntil(lambda: page.view.shown is not before, timeout=WAIT)
    return showing(page)


def showing(page: SheetPage) -> PdfToShow:
    assert page.view.shown is not None
    return page.view.shown


def text_of(data: bytes) -> str:
    return "\n".join(each.extract_text() for each in PdfReader(BytesIO(data)).pages)


def test_what_is_looked_at_printed_and_saved_are_the_same_bytes(
    page: MeetingSheetPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    seen = showing(page).data
    drawn: list[bytes] = []
    draw = look_at_pdf.draw

    def draw_and_remember(data: bytes, numbers: Any, wide: int) -> Any:
        drawn.append(data)
        return draw(data, numbers, wide)

    monkeypatch.setattr(look_at_pdf, "draw", draw_and_remember)
    file = tmp_path / "PEP notes.pdf"
    page.view.save_to(seen, str(file))
    printer = to_file(tmp_path / "printed.pdf")
    Printing(page, printer, showing(page)).start()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=WAIT)
    assert file.read_bytes() == seen
    assert drawn
    assert set(drawn) == {seen}
    assert said[0] == f"Saved as PEP notes.pdf in the folder {tmp_path.name}. That file is not locked."
    assert said[1].startswith("Sent to the printer.")


def test_printing_to_a_file_gives_the_same_pages_on_a4(
    page: MeetingSheetPage, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    biggest = again(qtbot, page, lambda: page.sizes.row("18").click())
    assert len(biggest.pages) > 1
    file = tmp_path / "printed.pdf"
    Printing(page, to_file(file), biggest).start()
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
    printed = PdfReader(file)
    assert len(printed.pages) == len(biggest.pages)
    assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [595, 842]
    assert len(printed.pages[-1].images) == 1


@pytest.mark.usefixtures("qapp")
def test_only_the_pages_asked_for_are_printed() -> None:
    printer = new_printer()
    assert pages_wanted(printer, 3) == (1, 2, 3)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert pages_wanted(printer, 3) == (2, 3)


@pytest.mark.usefixtures("qapp")
def test_the_printers_list_of_jobs_holds_no_name() -> None:
    assert new_printer().docName() == "PEP"


def test_without_a_printer_it_says_what_to_do_instead(
    page: MeetingSheetPage, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    page.rail.print.click()
    assert said == ["No printer was found. Save as PDF, and print it somewhere else."]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_said_and_nothing_breaks(
    page: MeetingSheetPage, said: list[str], tmp_path: Path
) -> None:
    Printing(page, to_file(tmp_path / "no such folder" / "printed.pdf"), showing(page)).start()
    assert said == ["The printer did not answer. Your records are safe. Check the printer, then try again."]


def test_a_place_that_cannot_be_written_to_gives_a_sentence_and_the_old_file_stays(
    page: MeetingSheetPage, qtbot: QtBot, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "PEP notes.pdf"
    old.write_bytes(b"what was there before")
    page.view.save_to(showing(page).data, str(tmp_path / "no such folder" / "PEP notes.pdf"))
    qtbot.waitUntil(lambda: len(said) == 1, timeout=WAIT)

    def full(*_args: Any) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    page.view.save_to(showing(page).data, str(old))
    qtbot.waitUntil(lambda: len(said) == 2, timeout=WAIT)
    assert {sentence.split(".")[0] for sentence in said} == {"The file could not be saved there"}
    assert "Your records are safe." in said[0]
    assert old.read_bytes() == b"what was there before"
    assert [file.name for file in tmp_path.iterdir() if "vault" not in file.name] == ["PEP notes.pdf"]


def test_a_saved_sheet_is_for_the_carers_eyes_unless_they_share_it(tmp_path: Path) -> None:
    save_pdf.save_pdf(tmp_path / "PEP notes.pdf", b"%PDF-")
    if os.name == "posix":
        assert (tmp_path / "PEP notes.pdf").stat().st_mode & 0o077 == 0


def test_a_sheet_saved_with_a_password_opens_with_it_and_with_nothing_else(
    page: MeetingSheetPage, qtbot: QtBot, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        dialogs, "choose_where_to_save", lambda _page, _title, _kinds, name, save: save(str(tmp_path / name))
    )
    assert not page.view.how_to_open.isVisible()
    page.rail.lock.click()
    qtbot.waitUntil(lambda: len(said) == 1, timeout=WAIT)
    password = page.view.password.words()
    assert page.view.how_to_open.isVisible()
    assert len(password.split()) == 3
    assert said[0].endswith(password)
    saved = (tmp_path / page.view.file_name).read_bytes()
    assert [PdfReader(BytesIO(saved)).decrypt(wrong) for wrong in ("", password[:-1], password.upper())] == [
        0,
        0,
        0,
    ]
    # Among what can be read: in a hundred thousand sealed bytes three letters turn up by chance.
    assert not re.search(rb"[ -~]{4}Mia[ -~]{4}", saved)
    reader = PdfReader(BytesIO(saved), password=password)
    assert [each.extract_text() for each in reader.pages] == [
        each.extract_text() for each in PdfReader(BytesIO(showing(page).data)).pages
    ]
    assert reader.trailer["/Encrypt"]["/R"] == 6  # AES-256
    assert "/StructTreeRoot" in reader.root_object
    page.rail.lock.click()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=WAIT)
    assert page.view.password.words() != password


def test_signs_that_no_font_has_are_named_before_printing(page: MeetingSheetPage, qtbot: QtBot) -> None:
    assert not page.view.warning.isVisible()
    strange = "I drew \N{EGYPTIAN HIEROGLYPH A001} and Zoë"
    made_again = again(
        qtbot,
        page,
        lambda: page.records.change(
            hearing_the_child.add_view, page.meeting_id, WhoseWords.CHILD_TYPED, builders.TODAY, strange
        ),
    )
    assert made_again.missing == ("\N{EGYPTIAN HIEROGLYPH A001}",)
    assert page.view.warning.isVisible()
    assert "cannot be printed" in page.view.warning.words()
    assert "\N{EGYPTIAN HIEROGLYPH A001}" in page.view.warning.words()


def test_each_version_has_its_own_words_size_and_a_file_name_without_a_child(
    page: MeetingSheetPage, qtbot: QtBot
) -> None:
    names = [page.view.file_name]
    everyones = text_of(showing(page).data)
    mine = again(qtbot, page, lambda: page.for_whom.row(ForWhom.MINE).click())
    names.append(page.view.file_name)
    assert text_of(mine.data) != everyones
    assert "A buddy at playtime." in everyones
    childs = again(qtbot, page, lambda: page.for_whom.row(ForWhom.CHILD).click())
    names.append(page.view.file_name)
    assert page.sizes.value() == "18"
    assert "In tears" not in text_of(childs.data)
    again(qtbot, page, lambda: page.for_whom.row(ForWhom.EVERYONE).click())
    assert page.sizes.value() == "12"
    assert names == ["PEP notes.pdf", "PEP notes with room to write.pdf", "My school meeting.pdf"]


def test_a_sheet_is_not_made_again_when_nothing_on_it_changed(page: MeetingSheetPage) -> None:
    before = showing(page)
    page.records.changed.emit()
    assert page.view.shown is before
    assert page.rail.print.isEnabled()


def test_what_was_saved_or_printed_is_kept_as_it_was_and_shown_again(
    page: MeetingSheetPage, house: House, show: Show, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    seen = showing(page).data
    page.view.save_to(seen, str(tmp_path / "PEP notes.pdf"))
    printer = to_file(tmp_path / "printed.pdf")
    Printing(page, printer, showing(page), page.view.handed_out.emit).start()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=WAIT)
    [row] = page.records.read(handing_out.sheets_handed_out, page.meeting_id)
    assert (row.for_whom, row.made_on) == (ForWhom.EVERYONE, builders.TODAY)
    page.records.change(
        preparing.write_answer, page.meeting_id, PlainQuestion.WELL_AT_SCHOOL, "Written later."
    )
    shelf: HandedOutPage = show(HandedOutPage(house, HandedOutPlace(page.meeting_id)))
    assert list(shelf.rows) == [row.id]
    again_shown: Any = show(HandedOutSheetPage(house, HandedOutSheet(row.id)))
    made(qtbot, again_shown)
    assert again_shown.view.shown.data == seen


def test_a_sheet_with_nothing_on_it_is_not_shown_but_says_what_to_do(
    page: MeetingSheetPage, qtbot: QtBot, house: House
) -> None:
    page.for_whom.row(ForWhom.ADULTS).click()
    assert not page.view.isVisible()
    assert "There is nothing for the adults only." in sentences(page)
    page.for_whom.row(ForWhom.POCKET).click()
    assert "three things" in sentences(page)
    house.records.change(preparing.write_answer, page.meeting_id, PlainQuestion.THREE_THINGS, "Thank you.")
    again(qtbot, page, lambda: None)
    assert page.view.isVisible()
    assert "Thank you." in text_of(showing(page).data)
    assert page.view.file_name == "Three things to say.pdf"


def test_with_family_there_the_adults_sheet_says_who_must_not_get_it(
    page: MeetingSheetPage, house: House
) -> None:
    page.for_whom.row(ForWhom.ADULTS).click()
    assert not page.family.isVisible()
    house.records.change(
        preparing.write_answer, page.meeting_id, PlainQuestion.FAMILY_THERE, FamilyThere.NOT_SURE
    )
    assert page.family.isVisible()
    page.for_whom.row(ForWhom.EVERYONE).click()
    assert not page.family.isVisible()


def test_what_is_for_the_adults_only_is_on_their_sheet_and_on_no_other(
    page: MeetingSheetPage, qtbot: QtBot, house: House
) -> None:
    house.records.change(
        prepared_questions.set_aside, page.meeting_id, PlainQuestion.WELL_AT_HOME, Aside.ADULTS_ONLY
    )
    words = {
        who: text_of(again(qtbot, page, page.for_whom.row(who).click).data)
        for who in (ForWhom.MINE, ForWhom.ADULTS, ForWhom.CHILD, ForWhom.EVERYONE)
    }
    assert [who for who, text in words.items() if "Reads to the dog" in text] == [ForWhom.ADULTS]


def test_the_childs_sheet_after_the_meeting_is_big_and_friendly(
    house: House, show: Show, meeting: int, vault: Vault, qtbot: QtBot
) -> None:
    builders.hold(vault, meeting)
    page = made(qtbot, show(OneSheetPage(house, ChildSheetPlace(meeting))))
    assert page.accessibleName() == "A sheet for Mia"
    assert page.sizes.value() == "18"
    words = text_of(showing(page).data)
    assert "what happened at the meeting" in words
    assert "Start a reading group" in words


def test_the_review_list_says_what_is_late_and_for_whom(
    house: House, show: Show, meeting: int, vault: Vault, qtbot: QtBot
) -> None:
    builders.hold(vault, meeting)
    page = made(qtbot, show(OneSheetPage(house, ReviewList(1))))
    assert "The list for Mia’s review" in sentences(page)
    words = text_of(showing(page).data)
    assert "Late by 1 day" in words
    assert "Mr Fox" in words


def test_each_place_that_shows_one_sheet_says_which() -> None:
    kinds = {kind for kind in vars(places).values() if isinstance(kind, type) and issubclass(kind, Place)}
    shown = {kind for kind in kinds if getattr(kind, "page", "") == "ui.paper.one_sheet:OneSheetPage"}
    assert len(shown) > 8
    assert shown == set(SHEETS)


def test_a_childs_book_with_nothing_in_it_says_so_and_a_name_in_braces_stays_a_name(
    house: House, show: Show, vault: Vault
) -> None:
    child = builders.add_child(vault, "Mia {child}")
    page = show(OneSheetPage(house, places.ChildsBook(child)))
    assert page.accessibleName() == "Mia {child}’s own book"
    assert not page.view.isVisible()
    said = sentences(page)
    assert "There is nothing in it yet. It fills with each meeting." in said
    assert "For Mia {child} to keep. What Mia {child} keeps off the sheet is not in it." in said


def to_file(file: Path) -> QPrinter:
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def test_the_paper_begins_in_sight_and_print_stands_beside_it(page: MeetingSheetPage) -> None:
    page.window().resize(1366, 728)
    settle()
    paper = page.view.viewer.mapTo(page, QPoint(0, 0))
    assert paper.y() < 728 / 2
    for beside in (page.for_whom, page.sizes, page.rail.print, page.rail.save, page.rail.lock):
        at = beside.mapTo(page, QPoint(0, 0))
        assert at.x() > paper.x() + page.view.viewer.width()
        assert at.y() + beside.height() < 728


def test_while_a_sheet_is_made_it_is_said_why_it_cannot_be_printed_yet_and_nothing_moves(
    page: MeetingSheetPage,
) -> None:
    rail = page.view.rail
    assert rail is not None
    parts = (rail, rail.not_locked, rail.print, rail.save, rail.lock)
    before = [each.geometry() for each in parts], rail.not_locked.words()
    rail.enable(False, is_made=True)
    settle()
    assert rail.not_locked.words() == "The page is being made. Then you can print or save it."
    assert [each.geometry() for each in parts] == before[0]
    rail.enable(True)
    settle()
    assert ([each.geometry() for each in parts], rail.not_locked.words()) == before


def test_without_a_sheet_and_for_the_card_no_text_size_is_offered(
    page: MeetingSheetPage, house: House
) -> None:
    assert page.sizes_field.isVisible()
    page.for_whom.row(ForWhom.POCKET).click()
    assert not page.sizes_field.isVisible(), "there is no card yet"
    house.records.change(preparing.write_answer, page.meeting_id, PlainQuestion.THREE_THINGS, "Thank you.")
    assert not page.sizes_field.isVisible(), "a card has the size of a card"
    page.for_whom.row(ForWhom.EVERYONE).click()
    assert page.sizes_field.isVisible()


FILLS_BY_ITSELF = {places.YearsOnPaper}


def test_a_sheet_that_is_empty_yet_leads_to_where_it_is_written(
    house: House, show: Show, meeting: int
) -> None:
    child = house.records.read(planning.meeting_facts, meeting).child_id
    may_be_empty = {kind: one for kind, one in SHEETS.items() if one.nothing and kind not in FILLS_BY_ITSELF}
    assert all(one.first or one.leads for one in may_be_empty.values())
    page = show(OneSheetPage(house, places.CarersPartPlace(child)))
    went: list[Any] = []
    page.go.connect(went.append)
    assert page.first.isVisible()
    page.first.click()
    assert went == [places.ReviewFormPlace(child)]
    full = show(OneSheetPage(house, places.MyAfterwardsPlace(meeting)))
    assert full.first.isVisible() == bool(full.nothing.words())
