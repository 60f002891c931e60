"""Letters to the child: begun from good news, in the carer's words, printed and in the child's own book."""

from collections.abc import Callable
from typing import Any

import pytest

from carer_app.choices import NoteKind
from carer_app.storage.vault import Vault
from carer_app.use_cases import household, writing_notes, writing_to_the_child
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do
from tests.ui.preparing_pages import focused, sentences, write
from ui.base.house import House
from ui.base.places import ChildsBook, LettersPlace, LetterToPrint, Place
from ui.notes.letters import LettersPage
from ui.paper.one_sheet import OneSheetPage

Show = Callable[[Any], Any]


@pytest.fixture
def page(house: House, show: Show, vault: Vault) -> LettersPage:
    child = builders.add_child(vault)
    do(vault, household.set_own_name, "Sam")
    do(vault, writing_notes.add_note, child, NewNote(NoteKind.GOOD_NEWS, TODAY, "You sang alone."))
    page: LettersPage = show(LettersPage(house, LettersPlace(child)))
    return page


def rows(page: LettersPage) -> Any:
    return page.records.read(writing_to_the_child.letters, page.child_id)


def test_a_letter_is_begun_written_given_and_taken_back(page: LettersPage) -> None:
    assert page.accessibleName() == "Letters to Mia"
    went: list[Place] = []
    page.go.connect(went.append)
    page.begin.click()
    card = page.rows.row(page.rows.ids()[0])
    assert focused(page) is card.text
    assert card.text.textCursor().position() == len("Dear Mia,"), "words are not put before the greeting"
    assert "You sang alone." in card.text.text()
    assert not page.begin.isVisible(), "one at a time"
    card.text.clear()
    write(card.text, "Dear Mia, you are brave.")
    card.see.click()
    assert went == [LetterToPrint(page.child_id, page.rows.ids()[0])]
    card.give.click()
    assert rows(page)[0].given_on == TODAY
    assert card.words.words() == "Dear Mia, you are brave."
    assert not card.text.isVisible()
    assert page.begin.isVisible()
    assert page.records.undo()
    assert card.text.isVisible()
    assert rows(page)[0].given_on is None


def test_a_letter_that_is_taken_out_comes_back_with_undo(page: LettersPage) -> None:
    page.begin.click()
    page.rows.row(page.rows.ids()[0]).take_out.click()
    assert page.rows.ids() == []
    assert page.begin.isVisible()
    assert page.records.undo()
    assert len(page.rows.ids()) == 1


def test_an_empty_letter_says_so_and_stays(page: LettersPage) -> None:
    page.begin.click()
    card = page.rows.row(page.rows.ids()[0])
    problems: list[str] = []
    page.records.problem.connect(problems.append)
    card.text.clear()
    write(card.text, " ")
    card.give.click()
    assert problems == ["There are no words in this letter yet. Write a few first."]
    assert rows(page)[0].given_on is None


def test_the_way_there_is_the_childs_own_book(house: House, show: Show, page: LettersPage) -> None:
    book = show(OneSheetPage(house, ChildsBook(page.child_id)))
    went: list[Place] = []
    book.go.connect(went.append)
    [letters] = [each for each in book.leads if each.words() == "Letters to Mia"]
    letters.click()
    assert went == [LettersPlace(page.child_id)]
    nothing = show(OneSheetPage(house, LetterToPrint(page.child_id)))
    assert "There are no words in it yet." in sentences(nothing)
