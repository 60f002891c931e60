"""A paper is read: found in, turned, copied from, gone through by page and by part, and printed."""

import io
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from carer_app.choices import PaperKind
from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import NoWordReader
from carer_app.imports import words_by_tesseract, words_in_pictures
from carer_app.jobs import file_document, photos_of_paper, read_papers
from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.storage import sealed_files
from carer_app.storage.vault import Vault
from carer_app.use_cases import filing, paper_words, pep_copies
from carer_app.use_cases.filing import NewDocument
from tests import builders
from tests.imports import pep_like
from tests.ui.audit import settle
from tests.ui.opening import in_sight
from ui.base.house import House
from ui.base.places import Documents, Home, ReadDocument, SearchPlace
from ui.base.records import Undo
from ui.documents.documents import DocumentsPage
from ui.documents.read_document import ReadDocumentPage
from ui.look import theme
from ui.parts.for_a_minute import ForAMinute
from ui.search.search import SearchPage
from ui.shell.window import Window
from ui.shell.words_of_papers import WordsOfPapers
from ui.widgets.tab_order import in_reading_order
from ui.widgets.tag import Tag

Show = Callable[..., Any]
HELD = date(2026, 3, 9)
PARTS = ("Education", "Reading", "Health", "Actions")


def a_paper() -> bytes:
    """Four pages with a table of contents; "reading" stands on two of them."""
    paper = io.BytesIO()
    canvas = Canvas(paper)
    for number, part in enumerate(PARTS, start=1):
        canvas.bookmarkPage(part)
        canvas.addOutlineEntry(part, part, 1 if part == "Reading" else 0)
        canvas.setFont("Helvetica", 14)
        canvas.drawString(72, 760, f"{part} of Mia, page {number}")
        if number in (2, 4):
            canvas.drawString(72, 720, "Reading every day with Mr Fox.")
        canvas.showPage()
    canvas.save()
    return paper.getvalue()


@pytest.fixture
def document(vault: Vault) -> int:
    meeting = builders.add_meeting(vault, builders.add_child(vault, "Mia"), HELD)
    builders.hold(vault, meeting, HELD)
    builders.do(vault, filing.allow_papers, "Ms Ali", HELD)
    data = a_paper()
    sealed = vault.sealed.seal(data)
    new = NewDocument(sealed.fingerprint, sealed.key, len(data), len(PARTS))
    return int(builders.do(vault, pep_copies.register_copy, meeting, new, HELD))


@pytest.fixture
def page(house: House, show: Show, qtbot: QtBot, document: int) -> Any:
    shown = show(ReadDocumentPage(house, ReadDocument(document)))
    shown.resize(1000, 900)
    qtbot.waitUntil(lambda: shown.view.shown is not None, timeout=20_000)
    qtbot.waitUntil(lambda: shown.tools.letters.of(1) is not None, timeout=20_000)
    return shown


def looked_for(page: Any, qtbot: QtBot, words: str) -> Any:
    find = page.tools.find
    assert page.find_here()
    qtbot.keyClicks(find.box, words)
    qtbot.waitUntil(lambda: page.tools.letters.missing() == 0 and not find._soon.isActive(), timeout=20_000)
    return find


def test_what_is_found_is_marked_and_one_goes_on_and_back(page: Any, qtbot: QtBot) -> None:
    find = looked_for(page, qtbot, "reading")
    assert find.told.words() == "1 of 3, on page 2"
    assert page.view.viewer.page() == 2
    qtbot.keyClick(find.box, Qt.Key.Key_Return)
    qtbot.keyClick(find.box, Qt.Key.Key_Return)
    assert find.told.words() == "3 of 3, on page 4"
    qtbot.keyClick(find.box, Qt.Key.Key_Return)
    assert find.told.words() == "1 of 3, on page 2"
    qtbot.keyClick(find.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert find.told.words() == "3 of 3, on page 4"
    marked = [sheet.number for sheet in page.tools.pages._sheets if sheet._hits or sheet._now]
    assert marked == [2, 4]
    qtbot.keyClick(find.box, Qt.Key.Key_Escape)
    assert find.isHidden()
    assert not any(sheet._hits or sheet._now for sheet in page.tools.pages._sheets)
    assert page.window().focusWidget() is page.tools.pages


@pytest.fixture
def twice_as_big(qapp: QApplication, page: Any) -> Iterator[Any]:
    """The page where text is twice as big, in the window of a small screen."""
    theme.apply(qapp, theme.Look("light", 200))
    page.resize(1026, 728)
    page.focus_first()
    settle()
    yield page
    theme.apply(qapp, theme.Look())


def test_where_text_is_twice_as_big_half_of_the_window_is_paper_also_while_one_finds(
    twice_as_big: Any, qtbot: QtBot
) -> None:
    page = twice_as_big

    def seen() -> int:
        settle()
        return int(page.tools.pages.visibleRegion().boundingRect().height())

    assert seen() >= page.height() / 2
    find = looked_for(page, qtbot, "reading")
    assert seen() >= page.height() / 2
    assert all(in_sight(each) for each in (find.box, find.next, find.close_it))
    find.close_it.click()
    assert seen() >= page.height() / 2


def test_where_text_is_twice_as_big_every_tool_is_behind_one_press_and_as_before_at_the_usual_size(
    twice_as_big: Any, qapp: QApplication
) -> None:
    page, tools = twice_as_big, twice_as_big.tools
    others = (tools.turn, tools.print, tools.number, page.go_on, page.about)
    assert not any(each.isVisible() for each in others)
    tools.viewer.tools.more.click()
    settle()
    assert all(each.isVisible() for each in others)
    assert tools.viewer.tools.more.accessibleDescription() == "open"
    tools.viewer.tools.more.click()
    tools._to_number()
    assert page.focusWidget() is tools.number
    theme.apply(qapp, theme.Look())
    settle()
    assert all(each.isVisible() for each in others)
    assert not tools.viewer.tools.more.isVisible()
    order = [
        each
        for each in in_reading_order(page)
        if each in (page.go_on, tools.turn, tools.find_it, tools.print)
    ]
    assert order == [page.go_on, tools.turn, tools.find_it, tools.print]


def test_the_mark_is_where_the_word_is_seen(page: Any, qtbot: QtBot) -> None:
    looked_for(page, qtbot, "every day")
    sheet = page.tools.pages._sheet(2)
    qtbot.waitUntil(lambda: sheet.has_picture, timeout=20_000)
    at = sheet.on_screen(sheet._now[0])
    marked = sheet.grab().toImage()
    ratio = marked.devicePixelRatio()
    inside = marked.pixelColor(round((at.left() + 1) * ratio), round((at.top() + 2) * ratio))
    assert inside.blue() < 150
    assert inside.red() > 200


def test_what_is_not_there_is_said(page: Any, qtbot: QtBot) -> None:
    assert looked_for(page, qtbot, "zebra").told.words() == "Nothing in this paper has “zebra”."
    assert not page.tools.find.next.isEnabled()


def test_looking_for_words_once_more_goes_to_the_whole_search(page: Any) -> None:
    assert page.find_here()
    assert page.window().focusWidget() is page.tools.find.box
    assert not page.find_here()


def test_words_are_found_in_the_text_too(page: Any, qtbot: QtBot) -> None:
    page.view.viewer.read_as_text(True)
    find = looked_for(page, qtbot, "fox") if page.tools.letters.missing() == 0 else page.tools.find
    page.find_here()
    find.box.setText("fox")
    find._look_anew()
    assert find.told.words() == "1 of 2"
    assert page.view.viewer.words.textCursor().selectedText() == "Fox"


def test_a_turned_page_keeps_its_place_and_its_marks(page: Any, qtbot: QtBot) -> None:
    looked_for(page, qtbot, "reading")
    pages = page.tools.pages
    upright = pages._sheet(2).steepness
    page.tools.turn.click()
    assert pages._sheet(2).steepness == pytest.approx(1 / upright)
    assert pages.page() == 2
    sheet = pages._sheet(2)
    qtbot.waitUntil(lambda: sheet.has_picture, timeout=20_000)
    there = sheet.on_screen(sheet._now[0])
    assert there.height() > there.width()
    for _turn in range(3):
        page.tools.turn.click()
    assert pages.turns() == 0


def test_one_goes_to_a_page_by_its_number(page: Any, qtbot: QtBot) -> None:
    tools = page.tools
    qtbot.keyClicks(tools.number, "3")
    qtbot.keyClick(tools.number, Qt.Key.Key_Return)
    assert page.view.viewer.page() == 3
    tools.number.setText("9")
    qtbot.keyClick(tools.number, Qt.Key.Key_Return)
    assert tools.wrong.words() == "There are 4 pages. Type a number up to that."
    assert page.view.viewer.page() == 3


def test_the_papers_own_contents_lead_to_its_parts(page: Any) -> None:
    parts = page.tools.parts
    assert [parts.itemText(row).strip() for row in range(parts.count())] == ["The beginning", *PARTS]
    parts.activated.emit(3)
    assert page.view.viewer.page() == 3


def test_words_marked_with_the_mouse_are_copied_for_a_minute(page: Any, qtbot: QtBot) -> None:
    pages, letters = page.tools.pages, page.tools.letters.of(1)
    start, end = letters.find("of mia")[0]
    sheet = pages._sheet(1)

    def at(letter: int) -> QPoint:
        point = sheet.on_screen(letters.rects(letter, letter + 1)[0]).center().toPoint() + sheet.pos()
        return QPoint(pages.widget().mapTo(pages.viewport(), point))

    assert page.tools.copy.isHidden()
    qtbot.mousePress(pages.viewport(), Qt.MouseButton.LeftButton, pos=at(start))
    qtbot.mouseMove(pages.viewport(), at(end - 1))
    QApplication.processEvents()
    qtbot.mouseRelease(pages.viewport(), Qt.MouseButton.LeftButton, pos=at(end - 1))
    if pages.chosen() != "of Mia":  # without a real mouse no button is held while it moves
        pages.choose((1, start, end))
    assert pages.chosen() == "of Mia"
    said: list[str] = []
    page.said.connect(said.append)
    qtbot.keyClick(pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "of Mia"
    assert said == ["Copied. You can paste it for a minute. After that it is gone."]
    page.records.findChild(ForAMinute).timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == ""
    assert page.tools.copy.isVisible()


def test_words_of_the_text_are_copied_for_a_minute_too(page: Any, qtbot: QtBot) -> None:
    page.view.viewer.read_as_text(True)
    words = page.view.viewer.words
    qtbot.keyClick(words, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Reading every day" in QGuiApplication.clipboard().text()
    page.records.findChild(ForAMinute).timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == ""


def test_all_words_of_a_page_are_chosen_by_key(page: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(page.tools.pages, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.tools.pages.chosen() == "Education of Mia, page 1"


def test_the_keyboard_is_not_lost_with_a_button_that_goes(page: Any) -> None:
    page.tools.pages.choose_page()
    page.tools.copy.setFocus()
    page.tools.pages.choose(None)
    assert page.window().focusWidget() is page.tools.pages


def opened(house: House, show: Show, qtbot: QtBot, place: ReadDocument) -> Any:
    page = show(ReadDocumentPage(house, place))
    page.resize(1000, 900)
    qtbot.waitUntil(lambda: page.view.shown is not None, timeout=20_000)
    return page


def test_it_opens_where_reading_stopped(
    house: House, show: Show, qtbot: QtBot, page: Any, document: int
) -> None:
    page.view.viewer.go_to(3)
    page.tools._step_zoom(1)
    page.tools.turn.click()
    page.note_where()
    again = opened(house, show, qtbot, ReadDocument(document))
    assert again.tools.place() == (3, 125, 1)


def test_the_page_one_comes_to_is_there_with_the_paper(
    house: House, show: Show, qtbot: QtBot, document: int
) -> None:
    page = show(ReadDocumentPage(house, ReadDocument(document, "3")))
    drawn: list[list[int]] = []
    page.view.ready.connect(lambda: drawn.append(page.tools.pages.pictures_held()))
    page.view.ready.connect(lambda: drawn.append([page.view.shown.drawn.number]))
    qtbot.waitUntil(lambda: len(drawn) == 2, timeout=20_000)
    assert drawn == [[3], [3]]


def test_what_only_looks_keeps_no_place(
    house: House, show: Show, qtbot: QtBot, vault: Vault, document: int
) -> None:
    saves = vault.saves
    page = opened(house, show, qtbot, ReadDocument(document))
    page.note_where()
    assert vault.saves == saves


def test_from_the_search_it_opens_on_the_page_with_the_word_marked(
    house: House, show: Show, qtbot: QtBot, document: int
) -> None:
    page = opened(house, show, qtbot, ReadDocument(document, "4 Reading"))
    qtbot.waitUntil(lambda: page.tools.letters.missing() == 0, timeout=20_000)
    assert page.tools.find.told.words() == "3 of 3, on page 4"
    assert page.view.viewer.page() == 4


def words_read(house: House, document: int) -> None:
    boxes = ((100, 100, 200, 120), (220, 100, 400, 120))
    words = paper_words.WordsOfPage(1, "xylophone lessons", by_machine=True, boxes=boxes)
    house.records.change(paper_words.keep_words, document, (words,))


def test_words_that_a_machine_read_lie_behind_their_page_and_are_said_to_be_that(
    house: House, page: Any, document: int, qtbot: QtBot
) -> None:
    assert page.by_machine.isHidden()
    words_read(house, document)
    assert page.by_machine.words().startswith("A machine read the words")
    sheet = page.tools.pages._sheet(1)
    assert sheet.accessibleDescription().startswith("A machine read these words")
    assert "xylophone lessons" in page.view.viewer.words.toPlainText()
    find = looked_for(page, qtbot, "lessons")
    assert find.told.words() == "1 of 1, on page 1"
    assert sheet._now[0].left() == pytest.approx(0.22, abs=0.01)
    assert sheet._now[0].right() == pytest.approx(0.4, abs=0.01)


def test_where_nothing_reads_pictures_one_line_says_so(
    house: House, show: Show, qtbot: QtBot, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (400, 500), "white").save(picture, "PNG")
    paper = io.BytesIO()
    canvas = Canvas(paper)
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    canvas.save()
    meeting = builders.add_meeting(vault, builders.add_child(vault, "Mia"), HELD)
    builders.hold(vault, meeting, HELD)
    builders.do(vault, filing.allow_papers, "Ms Ali", HELD)
    sealed = vault.sealed.seal(paper.getvalue())
    new = NewDocument(sealed.fingerprint, sealed.key, len(paper.getvalue()), 1)
    number = int(builders.do(vault, pep_copies.register_copy, meeting, new, HELD))
    monkeypatch.setattr(words_by_tesseract, "PLACES", ())
    page = opened(house, show, qtbot, ReadDocument(number))
    assert page.by_machine.words() == (
        "The words in a picture cannot be found here: no program on this computer reads them."
    )


@pytest.mark.parametrize("kind", [PaperKind.CERTIFICATE, PaperKind.CHILDS_WORK, PaperKind.PEP_COPY])
def test_pictures_are_said_to_be_read_only_where_they_are_going_to_be(
    house: House, show: Show, qtbot: QtBot, vault: Vault, kind: PaperKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault, "Mia"), HELD)
    builders.hold(vault, meeting, HELD)
    builders.do(vault, filing.allow_papers, "Ms Ali", HELD)
    data = pep_like.scanned()
    sealed = vault.sealed.seal(data)
    new = NewDocument(sealed.fingerprint, sealed.key, len(data), 1)
    number = int(builders.do(vault, pep_copies.register_copy, meeting, new, HELD))
    with vault.work() as session:
        session.get_one(StoredDocument, number).kind = kind
    monkeypatch.setattr(read_papers, "can_read", lambda: True)
    page = opened(house, show, qtbot, ReadDocument(number))
    find = looked_for(page, qtbot, "Mia")
    if kind == PaperKind.PEP_COPY:
        assert page.by_machine.words().startswith("The words on these pages are being read.")
        assert find.told.words() == "Nothing has “Mia” so far. Some words are still being read."
        words = paper_words.WordsOfPage(1, "", by_machine=True)
        house.records.change(paper_words.keep_words, number, (words,))
        assert find.told.words() == "Nothing in this paper has “Mia”."
        assert page.by_machine.isHidden()
    else:
        assert page.by_machine.words() == (
            "Some pages are pictures whose words are not read here. They cannot be found."
        )
        assert find.told.words().startswith("Nothing has “Mia” where the words are known.")


def test_where_what_reads_pictures_does_not_work_no_page_is_said_to_hold_no_words(
    house: House, vault: Vault, document: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault, "Noor"), HELD)
    builders.hold(vault, meeting, HELD)
    jpeg = io.BytesIO()
    Image.new("RGB", (400, 500), "white").save(jpeg, "JPEG")
    photographed = builders.do(
        vault,
        pep_copies.register_copy,
        meeting,
        photos_of_paper.keep((PhotoOfPage(jpeg.getvalue()),), vault.sealed),
        HELD,
    )

    def broken(*_all: object) -> None:
        words_in_pictures._NOT_WHOLE.add(sys.platform)
        raise NoWordReader("That program does not work.")

    monkeypatch.setattr(words_in_pictures, "_NOT_WHOLE", set())
    monkeypatch.setattr(words_in_pictures, "words_of", broken)
    by_and_by = WordsOfPapers(house.records)
    by_and_by.look()
    qtbot.waitUntil(lambda: house.records.read(paper_words.words_of, document) != {}, timeout=20_000)
    assert house.records.read(paper_words.words_of, photographed) == {}


def test_papers_become_known_by_and_by_and_a_lock_in_between_loses_nothing(
    house: House, vault: Vault, document: int, qtbot: QtBot
) -> None:
    by_and_by = WordsOfPapers(house.records)
    by_and_by.look()
    qtbot.waitUntil(lambda: house.records.read(paper_words.to_read) == [], timeout=20_000)
    words = house.records.read(paper_words.words_of, document)
    assert "Reading every day with Mr Fox." in words[2].text
    assert house.records.can_be_undone is None
    by_and_by.look()
    assert not by_and_by._is_busy


def test_a_paper_that_cannot_be_read_for_a_moment_is_not_said_to_be_damaged(
    house: House, show: Show, document: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that looks for viruses holds it; a minute later it is read."""
    listed = show(DocumentsPage(house, Documents()))
    reading = show(ReadDocumentPage(house, ReadDocument(document)))
    by_and_by = WordsOfPapers(house.records)

    def held(_path: Path, _most: int) -> bytes:
        raise PermissionError(13, "held by another program")

    def tags() -> set[str]:
        return {tag.words() for tag in listed.findChildren(Tag) if not tag.isHidden()}

    with monkeypatch.context() as busy:
        busy.setattr(sealed_files, "read_safely", held)
        by_and_by.look()
        qtbot.waitUntil(lambda: document in house.records.not_opened, timeout=20_000)
    listed.show_now()
    assert "Not read just now" in tags()
    assert "Damaged or missing" not in tags()
    assert "It may well be whole" in house.records.not_opened[document].says
    by_and_by.try_again()
    qtbot.waitUntil(lambda: house.records.not_opened == {}, timeout=20_000)
    assert house.records.read(paper_words.words_of, document) != {}
    listed.show_now()
    assert "Not read just now" not in tags()
    reading.show_now()
    assert "just now" not in reading.by_machine.words()
    house.records.close()


def test_a_damaged_paper_is_not_being_read_but_said_to_be_damaged(
    house: House, show: Show, vault: Vault, document: int, qtbot: QtBot, tmp_path: Path
) -> None:
    sealed = next(file for name in vault.sealed.stored() for file in tmp_path.rglob(name))
    sealed.write_bytes(sealed.read_bytes()[:-3])
    search = show(SearchPage(house, SearchPlace()))
    listed = show(DocumentsPage(house, Documents()))
    by_and_by = WordsOfPapers(house.records)
    by_and_by.look()
    qtbot.waitUntil(lambda: document in house.records.not_opened, timeout=20_000)
    assert "damaged or has gone missing" in house.records.not_opened[document].says
    assert not by_and_by._is_busy
    assert any(tag.words() == "Damaged or missing" for tag in listed.findChildren(Tag))
    search.show_now()
    search.box.setText("trombone")
    qtbot.waitUntil(lambda: search._is_filled, timeout=20_000)
    search.look()
    assert "could not be opened, so it was not looked through" in search.told.words()
    assert "whose words are not known" not in search.told.words()
    house.records.close()
    assert house.records.not_opened == {}


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("size", [(1024, 600), (1280, 720)])
def test_what_was_found_is_in_sight_also_where_a_message_stands_beneath_the_page(
    house: House, document: int, qtbot: QtBot, size: tuple[int, int], when: str
) -> None:
    """The paper goes on beneath the message: a third of its height was below what one sees."""
    window = Window(house)
    qtbot.addWidget(window)
    window.start_at(Home())
    window.resize(*size)
    window.show()

    def say() -> None:
        window.house.records.change(lambda _session: None, undo=Undo("Stored here. " * 9, print, ()))

    if when == "before":
        say()
    window.go(ReadDocument(document, "2 Reading"))
    page: Any = window.page
    pages = page.tools.pages
    qtbot.waitUntil(lambda: pages._now is not None, timeout=20_000)
    if when == "after":
        say()
    settle()
    assert window.message_bar.isVisible()
    assert pages._now[0] == 2
    sheet = pages._sheet(2)
    at = sheet.mapTo(pages, sheet.on_screen(pages._rects(pages._now)[0]).center().toPoint())
    assert pages.visibleRegion().boundingRect().contains(at)
    window.let_go_of_pages()


def test_what_is_found_wrong_with_a_paper_that_is_being_read_moves_nothing(
    house: House, show: Show, qtbot: QtBot, vault: Vault, monkeypatch: pytest.MonkeyPatch, document: int
) -> None:
    """That there are more files in it is known only once all of it is looked through; by then it is being read."""
    may_go_on, begin = threading.Event(), file_document.begin_stored

    def slowly(*asked: Any) -> Any:
        begun = begin(*asked)

        def rest() -> Any:
            may_go_on.wait(20)
            return replace(begun.rest(), warning="There are more files inside this PDF.")

        return replace(begun, rest=rest)

    monkeypatch.setattr(file_document, "begin_stored", slowly)
    page = show(ReadDocumentPage(house, ReadDocument(document)))
    page.resize(1000, 900)
    qtbot.waitUntil(lambda: page.view.opened is not None, timeout=20_000)
    settle()
    viewer = page.view.viewer
    before = viewer.mapTo(page, QPoint(0, 0))
    may_go_on.set()
    qtbot.waitUntil(lambda: page.view.shown is not None, timeout=20_000)
    settle()
    assert viewer.mapTo(page, QPoint(0, 0)) == before
    assert page.view.warning.words() == "There are more files inside this PDF."
    assert in_sight(page.view.warning)
