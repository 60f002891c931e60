"""The page that lays the copy beside what was written: read in the background, taken in by nobody but the carer."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from carer_app.errors import DocumentRefused
from carer_app.jobs import copy_against_record
from carer_app.jobs.copy_against_record import CopyRead
from carer_app.storage.vault import Vault
from carer_app.use_cases import comparing_copy, paper_words
from carer_app.use_cases.comparing_copy import CopyAction
from carer_app.use_cases.paper_words import WordsOfPage
from tests import builders
from tests.builders import TODAY, read
from tests.imports import pep_like
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import CopyCompared, PepCopyPlace, Place, ReadDocument
from ui.documents.copy_compared import CopyComparedPage
from ui.documents.pep_copy import PepCopyPage

Show = Callable[[Page], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    meeting: int = builders.ordinary_household(vault)["over"]
    return meeting


def page_of(house: House, show: Show, qtbot: QtBot, meeting: int) -> CopyComparedPage:
    page: CopyComparedPage = show(CopyComparedPage(house, CopyCompared(meeting)))
    qtbot.waitUntil(lambda: page._reading is None or page._found is not None)
    return page


def machine_words() -> WordsOfPage:
    """What a machine reads where a picture shows a list of actions."""
    words: list[str] = []
    boxes: list[tuple[int, int, int, int]] = []
    for line, row in enumerate(
        (("Action", "Who", "When"), ("Build a raft", "Mr Fox", "20 March"), ("Buy a kite", "Ms Ali", "1 May"))
    ):
        for column, cell in enumerate(row):
            for place, word in enumerate(cell.split()):
                left, top = 80 + 300 * column + 70 * place, 100 + 40 * line
                words.append(word)
                boxes.append((left, top, left + 62, top + 14))
    return WordsOfPage(1, " ".join(words), by_machine=True, boxes=tuple(boxes))


def said(rows: Any) -> list[tuple[str, str]]:
    return [(rows.row(number).tag.text(), rows.row(number).what.words()) for number in rows.ids()]


def test_without_a_copy_it_says_so_and_leads_to_where_one_is_kept(
    house: House, show: Show, qtbot: QtBot, meeting: int
) -> None:
    page = page_of(house, show, qtbot, meeting)
    assert page.told.words() == "No copy is kept here yet, so there is nothing to compare."
    went: list[Place] = []
    page.go.connect(went.append)
    page.to_copy.click()
    assert went == [PepCopyPlace(meeting)]
    assert not page.read.isVisible()


def test_a_copy_is_read_compared_and_one_thing_written_down_with_undo(
    house: House, show: Show, qtbot: QtBot, vault: Vault, meeting: int
) -> None:
    builders.file_a_copy(vault, meeting, pep_like.ruled_table())
    page = page_of(house, show, qtbot, meeting)
    assert "things to look at" in page.told.words()
    kinds = {kind for kind, _what in said(page.rows)}
    assert kinds <= {"Not the same", "Other words: look", "Only in the copy", "Not found in the copy"}
    assert ("In both", "Start a reading group") not in said(page.same), (
        "the copy says with whom and how often"
    )
    before = len(read(vault, comparing_copy.to_compare, meeting, TODAY).own)
    card = next(
        page.rows.row(number) for number in page.rows.ids() if "laptop" in page.rows.row(number).what.words()
    )
    card.add.click()
    own = read(vault, comparing_copy.to_compare, meeting, TODAY).own
    assert len(own) == before + 1
    assert own[-1].what == "Send the new laptop and show how it works"
    assert house.records.undo() is not None
    assert len(read(vault, comparing_copy.to_compare, meeting, TODAY).own) == before


def test_the_day_of_the_copy_is_taken_with_undo(
    house: House, show: Show, qtbot: QtBot, vault: Vault, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.file_a_copy(vault, meeting, pep_like.ruled_table())
    found = (CopyAction("Start a reading group", "Mr Fox", "27 March 2026", 1),)
    monkeypatch.setattr(copy_against_record, "agreed_in_paper", lambda *_known: CopyRead(found, ()))
    page = page_of(house, show, qtbot, meeting)
    card = page.rows.row(page.rows.ids()[0])
    assert card.tag.text() == "Not the same"
    card.take_day.click()
    assert ("In both", "Start a reading group") in said(page.same)
    assert house.records.undo() is not None
    assert said(page.rows)[0] == ("Not the same", "Start a reading group")


def test_words_that_ask_for_it_are_copied_for_a_minute(
    house: House, show: Show, qtbot: QtBot, vault: Vault, meeting: int
) -> None:
    builders.file_a_copy(vault, meeting, pep_like.ruled_table())
    page = page_of(house, show, qtbot, meeting)
    card = next(
        page.rows.row(number)
        for number in page.rows.ids()
        if page.rows.row(number).tag.text() == "Not found in the copy"
    )
    card.copy.click()
    assert "Could it be added, please?" in QGuiApplication.clipboard().text()
    assert "Jordan" not in QGuiApplication.clipboard().text()


def test_a_copy_without_a_list_says_that_none_was_found(
    house: House, show: Show, qtbot: QtBot, vault: Vault, meeting: int
) -> None:
    builders.file_a_copy(vault, meeting, pep_like.no_actions())
    page = page_of(house, show, qtbot, meeting)
    assert page.told.words() == "No list of actions was found in the copy."
    went: list[Place] = []
    page.go.connect(went.append)
    page.read.click()
    assert [type(place) for place in went] == [ReadDocument]


def test_a_photographed_copy_is_compared_again_when_its_words_are_known(
    house: House, show: Show, qtbot: QtBot, vault: Vault, meeting: int
) -> None:
    builders.file_a_copy(vault, meeting, pep_like.scanned())
    page = page_of(house, show, qtbot, meeting)
    assert page.told.words() == "The words on these pages are not known yet."
    document = read(vault, comparing_copy.to_compare, meeting, TODAY).document_id
    house.records.change(paper_words.keep_words, document, (WordsOfPage(1, "Nothing", by_machine=True),))
    qtbot.waitUntil(lambda: page.told.words() == "No list of actions was found in the copy.")
    house.records.change(paper_words.keep_words, document, (machine_words(),))
    qtbot.waitUntil(lambda: page.told.words().endswith("to look at."))
    assert page.rows.ids()


def test_after_a_copy_could_not_be_read_nothing_old_is_said_of_it(
    house: House, show: Show, qtbot: QtBot, vault: Vault, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_known: object) -> None:
        raise DocumentRefused("It cannot be read.")

    builders.file_a_copy(vault, meeting, pep_like.ruled_table())
    monkeypatch.setattr(copy_against_record, "agreed_in_paper", refused)
    page: CopyComparedPage = show(CopyComparedPage(house, CopyCompared(meeting)))
    qtbot.waitUntil(lambda: page._reading is None)
    assert not page.told.isVisible()
    assert page.told.words() == ""


def test_the_copys_own_page_leads_here_where_one_is_kept(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    page: PepCopyPage = show(PepCopyPage(house, PepCopyPlace(meeting)))
    assert not page.compare.isVisible()
    builders.file_a_copy(vault, meeting, pep_like.ruled_table())
    page._stale = True
    page.show_now()
    assert page.compare.isVisible()
    went: list[Place] = []
    page.go.connect(went.append)
    page.compare.click()
    assert went == [CopyCompared(meeting)]


def test_where_the_copy_names_nobody_it_is_said_before_it_is_written_down(
    house: House, show: Show, qtbot: QtBot, vault: Vault, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.file_a_copy(vault, meeting, pep_like.ruled_table())
    found = (CopyAction("Chess club with Mr Fox", "", "27 March 2026", 1),)
    monkeypatch.setattr(copy_against_record, "agreed_in_paper", lambda *_known: CopyRead(found, ()))
    page = page_of(house, show, qtbot, meeting)
    card = page.rows.row(next(each for each in page.rows.ids() if page.rows.row(each).add.isVisibleTo(page)))
    assert any("The copy does not say clearly who does it" in each.words() for each in card.lines.lines)


@pytest.mark.parametrize("found", [(), (CopyAction("Chess club", "Mr Fox", "27 March 2026", 1),)])
def test_of_a_very_long_copy_it_is_said_how_far_it_was_looked_through(
    house: House, show: Show, qtbot: QtBot, vault: Vault, meeting: int, monkeypatch: pytest.MonkeyPatch,
    found: tuple[CopyAction, ...],
) -> None:  # fmt: skip
    builders.file_a_copy(vault, meeting, pep_like.ruled_table())
    monkeypatch.setattr(copy_against_record, "agreed_in_paper", lambda *_known: CopyRead(found, (), 64))
    page = page_of(house, show, qtbot, meeting)
    assert page.told.words().endswith("It was looked through as far as page 64 only.")


def test_a_copy_knows_whether_all_of_it_was_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    assert copy_against_record.agreed_in_pdf(pep_like.over_two_pages()).up_to == 0
    monkeypatch.setattr(copy_against_record, "MOST_READ", 1)
    assert copy_against_record.agreed_in_pdf(pep_like.over_two_pages()).up_to == 1
