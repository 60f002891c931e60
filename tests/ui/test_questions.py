"""Questions for school: the carer's own, ready ones, and their order."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carer_app.choices import Part
from carer_app.storage.vault import Vault
from carer_app.use_cases import preparing
from tests import builders
from tests.ui.audit import settle
from tests.ui.focus_chain import tab_stops
from tests.ui.preparing_pages import focused, part_page, sentences, write
from ui.base.house import House
from ui.preparation.questions import QuestionsPage

Show = Callable[[Any], Any]
BOOK, CLUB = (
    "How is reading going, and what should we read at home?",
    "What has changed since last time?",
)


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> QuestionsPage:
    page: QuestionsPage = show(part_page(house, QuestionsPage, meeting, Part.QUESTIONS))
    return page


def texts(house: House, meeting: int) -> list[str]:
    return [row.text for row in house.records.read(preparing.questions, meeting)]


def own(page: QuestionsPage, words: str) -> Any:
    page.add.click()
    row = page.rows.row(page.rows.ids()[-1])
    write(row.text, words)
    return row


def test_a_question_of_ones_own_is_saved_as_typed(page: QuestionsPage, house: House, meeting: int) -> None:
    row = own(page, "Which book?")
    assert focused(page) is row.text
    assert texts(house, meeting) == ["Which book?"]


def test_a_second_empty_question_is_not_made(page: QuestionsPage, house: House, meeting: int) -> None:
    page.add.click()
    page.add.click()
    assert texts(house, meeting) == [""]


def test_a_ready_question_is_added_once_and_leaves_the_bank(
    page: QuestionsPage, house: House, meeting: int
) -> None:
    page.bank[BOOK].button.setFocus()
    page.bank[BOOK].button.click()
    assert texts(house, meeting) == [BOOK]
    assert not page.bank[BOOK].isVisible()
    assert focused(page) is page.bank[CLUB].button
    page.rows.row(page.rows.ids()[0]).remove.click()
    assert page.bank[BOOK].isVisible()


def test_questions_are_numbered_for_everyone(page: QuestionsPage) -> None:
    own(page, "One")
    own(page, "Two")
    assert "Question 2" in sentences(page)
    second = page.rows.row(page.rows.ids()[1])
    assert second.text.accessibleName() == "Question 2"
    assert second.remove.accessibleName() == "Take out: Question 2"


def test_one_question_alone_cannot_be_moved(page: QuestionsPage) -> None:
    row = own(page, "One")
    assert not row.up.isVisible()
    own(page, "Two")
    assert row.up.isVisible()


def test_a_question_moves_by_its_buttons_and_keeps_the_keyboard(
    page: QuestionsPage, house: House, meeting: int
) -> None:
    for words in ("One", "Two", "Three"):
        own(page, words)
    third = page.rows.row(page.rows.ids()[2])
    third.up.setFocus()
    third.up.click()
    assert texts(house, meeting) == ["One", "Three", "Two"]
    assert focused(page) is third.up
    assert third.text.accessibleName() == "Question 2"
    third.down.click()
    assert texts(house, meeting) == ["One", "Two", "Three"]


def test_alt_and_an_arrow_move_the_question_one_is_typing(
    page: QuestionsPage, house: House, meeting: int
) -> None:
    first, second = own(page, "One"), own(page, "Two")
    page.window().activateWindow()
    second.text.setFocus()
    QTest.keyClicks(second.text, "!")
    QTest.keyClick(second.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(house, meeting) == ["Two!", "One"]
    assert focused(page) is second.text
    assert first.text.accessibleName() == "Question 2"
    QTest.keyClick(second.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(house, meeting) == ["One", "Two!"]


def test_tab_follows_the_new_order(page: QuestionsPage) -> None:
    first, second = own(page, "One"), own(page, "Two")
    second.up.click()
    assert tab_stops(second.remove)[0] is first.text


def test_at_the_edge_it_says_so(page: QuestionsPage, house: House, meeting: int) -> None:
    said: list[str] = []
    page.news.connect(said.append)
    first, second = own(page, "One"), own(page, "Two")
    first.up.click()
    second.down.click()
    assert said == ["This question is first already.", "This question is last already."]
    assert texts(house, meeting) == ["One", "Two"]


def test_a_removed_question_comes_back_in_its_place(page: QuestionsPage, house: House, meeting: int) -> None:
    for words in ("One", "Two", "Three"):
        own(page, words)
    second = page.rows.row(page.rows.ids()[1])
    second.remove.setFocus()
    second.remove.click()
    assert texts(house, meeting) == ["One", "Three"]
    house.records.undo()
    assert texts(house, meeting) == ["One", "Two", "Three"]
    assert [page.rows.row(each).text.text() for each in page.rows.ids()] == ["One", "Two", "Three"]


def test_ready_questions_are_shown_a_topic_at_a_time(page: QuestionsPage) -> None:
    settle()
    assert page.bank[BOOK].isVisible()
    page.topics.row("3").click()
    settle()
    assert not page.bank[BOOK].isVisible()
    friends = [words for words, ready in page.bank.items() if ready.isVisible()]
    assert "Who does Mia spend playtimes and lunch with?" in friends
    for words in friends:
        page.bank[words].button.click()
    assert page.all_taken.isVisible()
