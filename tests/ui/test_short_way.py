"""The ten-minute way: nothing moves from under the mouse while one types."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest

from carer_app.choices import WhoseWords
from carer_app.storage.vault import Vault
from carer_app.use_cases import hearing_the_child, summarising
from tests import builders
from tests.builders import read
from tests.ui.audit import settle
from ui.base.house import House
from ui.base.places import ShortWayPlace
from ui.preparation.short_way_child import ChildWantsPage
from ui.preparation.short_way_school import AsksPage, HardestPage

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> ChildWantsPage:
    made: ChildWantsPage = show(ChildWantsPage(house, ShortWayPlace(meeting, 1)))
    settle()
    return made


def test_continue_stays_where_it_is_when_the_first_words_are_typed(page: ChildWantsPage) -> None:
    before = page.carry_on.mapTo(page, page.carry_on.rect().topLeft())
    QTest.keyClicks(page.words, "I like art")
    page.words.flush()
    settle()
    assert page.carry_on.mapTo(page, page.carry_on.rect().topLeft()) == before


def test_what_is_an_answer_too_stands_with_the_question_and_goes_once_there_are_words(
    page: ChildWantsPage,
) -> None:
    answers = [page.will_ask, page.rather_not]
    assert all(each.isVisible() and not page.rail.isAncestorOf(each) for each in answers)
    QTest.keyClicks(page.words, "I like art")
    page.words.flush()
    settle()
    assert not any(each.isVisible() for each in answers)


@pytest.mark.parametrize("first", ["words", "whose"])
def test_whose_words_they_are_may_be_chosen_before_or_after_they_are_typed(
    page: ChildWantsPage, vault: Vault, meeting: int, first: str
) -> None:
    if first == "whose":
        page.whose.row(WhoseWords.CHILD_WITH_HELP).click()
    QTest.keyClicks(page.words, "I like art")
    page.words.flush()
    if first == "words":
        page.whose.row(WhoseWords.CHILD_WITH_HELP).click()
    settle()
    [view] = read(vault, hearing_the_child.views, meeting)
    assert (view.words, view.whose_words) == ("I like art", WhoseWords.CHILD_WITH_HELP)
    assert page.whose.value() == WhoseWords.CHILD_WITH_HELP


def test_what_is_hardest_can_be_kept_for_the_adults_sheet_on_the_way(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    page: HardestPage = show(HardestPage(house, ShortWayPlace(meeting, 3)))
    page.for_adults.click()
    QTest.keyClicks(page.boxes["what_we_see"], "Holds on to my leg")
    page.boxes["what_we_see"].flush()
    assert not read(vault, summarising.meeting_sheet, meeting, builders.TODAY).hard_now
    [item] = read(vault, summarising.adults_sheet, meeting, builders.TODAY).to_know
    assert (item.label, item.what) == ("What is hard", "Holds on to my leg")
    assert page.for_adults.isChecked()


def test_another_thing_to_ask_for_comes_when_it_is_asked_for_and_nothing_moves_before(
    house: House, show: Show, meeting: int
) -> None:
    page: AsksPage = show(AsksPage(house, ShortWayPlace(meeting, 4)))
    settle()
    before = page.carry_on.mapTo(page, page.carry_on.rect().topLeft())
    QTest.keyClicks(page.cards[0].what, "More help")
    page.cards[0].what.flush()
    settle()
    assert page.carry_on.mapTo(page, page.carry_on.rect().topLeft()) == before
    assert [card.isVisible() for card in page.cards] == [True, False, False]
    for number in (1, 2):
        page.another.click()
        settle()
        assert page.focusWidget() is page.cards[number].what
    assert not page.another.isVisible()
