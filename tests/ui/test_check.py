"""Check before printing: everything played back, with a way to change each part."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from carer_app.choices import HasSeen, Part, PlainQuestion
from carer_app.paper.content import Section
from carer_app.storage.vault import Vault
from carer_app.use_cases import household, preparing
from tests import builders
from tests.ui.preparing_pages import sentences, write
from ui.page import House
from ui.paper.check import CheckPage
from ui.places import CheckAndPrint, MeetingSheet, Place, PreparePart

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> CheckPage:
    page: CheckPage = show(CheckPage(house, CheckAndPrint(meeting)))
    return page


@pytest.fixture
def went(page: CheckPage) -> list[Place]:
    places: list[Place] = []
    page.go.connect(places.append)
    return places


def shown(page: CheckPage) -> list[Section]:
    return [section for section, card in page.cards.items() if card.isVisible()]


def played_back(page: CheckPage) -> str:
    QGuiApplication.processEvents()  # new lines come on screen with the next round of events
    return sentences(page)


def test_with_nothing_written_there_is_nothing_to_print_and_it_says_what_to_do(page: CheckPage) -> None:
    assert "There is nothing on the sheet yet." in sentences(page)
    assert shown(page) == []
    assert not page.see.isEnabled()


def test_what_was_written_is_played_back_in_order_and_whose_words(page: CheckPage, vault: Vault) -> None:
    builders.prepare(vault, page.meeting_id)
    page.records.changed.emit()
    assert shown(page) == [
        Section.CHILD_SAYS, Section.GOING_WELL, Section.HARD_NOW, Section.ASKS, Section.AT_HOME, Section.QUESTIONS,
    ]  # fmt: skip
    words = played_back(page)
    assert "“Playtime is hard. They run off.” Mia said this, the foster carer wrote it down, 8 March" in words
    assert (
        "In tears after lunch twice a week since January. What helps: A job to do with one friend." in words
    )
    assert "A buddy at playtime. (Mr Fox)" in words
    assert "not filled in" not in words.lower()


def test_each_part_can_be_changed_from_here(page: CheckPage, vault: Vault, went: list[Place]) -> None:
    builders.prepare(vault, page.meeting_id)
    page.records.changed.emit()
    names = [page.cards[section].change.accessibleName() for section in shown(page)]
    assert names[0] == "Change: Mia says"
    assert len(set(names)) == len(names)
    page.cards[Section.ASKS].change.click()
    page.see.click()
    assert went == [PreparePart(page.meeting_id, Part.HARD_NOW), MeetingSheet(page.meeting_id)]


def test_a_long_list_gets_a_kind_word_but_is_printed_whole(page: CheckPage, vault: Vault) -> None:
    for number in range(4):
        page.records.change(preparing.add_question, page.meeting_id, f"Question {number}")
    card = page.cards[Section.QUESTIONS]
    assert card.many.isVisible()
    assert "Question 3" in played_back(page)


def test_the_carers_name_and_whether_the_child_has_seen_it_go_into_the_opening_lines(page: CheckPage) -> None:
    write(page.who, "Sam")
    assert page.records.read(household.own_name) == "Sam"
    page.seen.row(HasSeen.YES).click()
    assert "Written by Sam (foster carer) on 10 March · Mia has seen this: yes" in page.head.words()


def test_the_three_things_are_kept_as_typed(page: CheckPage) -> None:
    write(page.three, "Thank you for the reading group.")
    stored = page.records.read(preparing.answers_of, page.meeting_id, "check")
    assert stored[PlainQuestion.THREE_THINGS] == "Thank you for the reading group."
