"""Ready words, and whether the time suits everybody."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from carer_app.choices import Part, PlainQuestion, Role, Suits
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, household, planning
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import answer, part_page, sentences
from ui.base.house import House
from ui.base.places import Place, ReadyWordsPlace
from ui.meetings.ready_words import ReadyWordsPage
from ui.meetings.when_where import WhenWherePage
from ui.parts.for_a_minute import ForAMinute, watch_copies

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    child = builders.add_child(vault)
    with vault.work() as session:
        children.set_person(session, child, Role.SOCIAL_WORKER, "Ms Ali")
        household.set_own_name(session, "Sam")
    return builders.add_meeting(vault, child)


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> ReadyWordsPage:
    page: ReadyWordsPage = show(ReadyWordsPage(house, ReadyWordsPlace(meeting)))
    settle()
    return page


def test_the_words_are_filled_in_for_this_meeting_and_name_no_child(page: ReadyWordsPage) -> None:
    words = page.cards["not_invited"].text.words()
    assert words.startswith("Hello Ms Ali,")
    assert "the PEP meeting on Wednesday 18 March 2026" in words
    assert words.endswith("Thank you,\nSam")
    assert page.cards["not_invited"].to.words() == "For Ms Ali, who usually arranges the meeting"
    everything = sentences(page)
    assert "Mia" not in everything
    assert "{" not in everything


def test_without_a_day_or_names_the_words_still_make_sense(
    page: ReadyWordsPage, house: House, meeting: int
) -> None:
    house.records.change(planning.set_day, meeting, None)
    house.records.change(children.set_person, 1, Role.SOCIAL_WORKER, "")
    words = page.cards["fell_through"].text.words()
    assert words.startswith("Hello,")
    assert "The next PEP meeting did not take place." in words


def test_they_are_copied_as_shown(page: ReadyWordsPage) -> None:
    heard: list[str] = []
    page.said.connect(heard.append)
    page.cards["by_phone"].copy.click()
    assert QGuiApplication.clipboard().text() == page.cards["by_phone"].text.words()
    assert heard == ["Copied: I can’t be there in person. Paste it within a minute."]


def test_after_a_minute_it_is_on_the_clipboard_no_more_unless_something_else_was_copied(
    page: ReadyWordsPage, house: House
) -> None:
    clipboard = QGuiApplication.clipboard()
    page.cards["by_phone"].copy.click()
    minute = house.records.findChild(ForAMinute)
    assert minute.timer.isActive()
    assert minute.timer.interval() == 60_000
    minute.timer.timeout.emit()
    assert clipboard.text() == ""
    page.cards["by_phone"].copy.click()
    clipboard.setText("from elsewhere")
    minute.timer.timeout.emit()
    assert clipboard.text() == "from elsewhere"


def test_what_was_copied_by_hand_goes_when_locked(page: ReadyWordsPage, house: House) -> None:
    clipboard = QGuiApplication.clipboard()
    watch_copies(house.records)
    clipboard.setText("Mia cried")
    house.records.close()
    assert clipboard.text() == ""


def test_what_another_program_copied_stays_when_locked(
    page: ReadyWordsPage, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    watch_copies(house.records)
    clipboard.setText("Mia cried")
    monkeypatch.setattr(type(clipboard), "ownsClipboard", lambda _self: False)
    clipboard.setText("a list of shopping")
    house.records.close()
    assert clipboard.text() == "a list of shopping"


def test_lists_of_what_was_copied_are_asked_to_leave_it_out(page: ReadyWordsPage) -> None:
    page.cards["by_phone"].copy.click()
    held = QGuiApplication.clipboard().mimeData()
    assert bytes(held.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_it_is_gone_from_the_clipboard_when_the_records_are_locked(
    page: ReadyWordsPage, house: House
) -> None:
    page.cards["by_phone"].copy.click()
    house.records.closed.emit()
    assert QGuiApplication.clipboard().text() == ""


def test_ten_more_say_the_right_they_rest_on_its_limit_the_source_and_the_day(page: ReadyWordsPage) -> None:
    assert not page.else_.is_open
    page.else_.button.click()
    more = [card for card in page.cards.values() if page.else_.isAncestorOf(card)]
    assert len(more) == 10
    for card in more:
        card.fold.button.click()
        assert card.right.words().startswith("What it rests on: "), card.right.words()
        assert card.limit.words().startswith("Its limit: ")
        assert "November 2026" in card.known.words()
        assert card.known.words().startswith("From: ")
        assert not card.known.words().startswith("From: .")
        assert "{" not in card.text.words()
    assert page.cards["not_invited"].right.isHidden()


def test_a_time_that_does_not_suit_is_fine_to_change_and_the_words_are_one_press_away(
    house: House, show: Show, meeting: int
) -> None:
    where: WhenWherePage = show(part_page(house, WhenWherePage, meeting, Part.WHEN_WHERE))
    assert not where.does_not_suit.isVisible()
    where.suits[PlainQuestion.SUITS_CHILD].row(Suits.NO).click()
    assert answer(house, meeting, Part.WHEN_WHERE, PlainQuestion.SUITS_CHILD) == Suits.NO
    assert where.does_not_suit.isVisible()
    went: list[Place] = []
    where.go.connect(went.append)
    where.ready_words.click()
    assert went == [ReadyWordsPlace(meeting)]
    where.suits[PlainQuestion.SUITS_CHILD].row(Suits.YES).click()
    assert not where.does_not_suit.isVisible()
