"""The child looks at what the carer wrote, and may answer."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest

from carer_app.choices import HasSeen, PlainQuestion, ReplyMark
from carer_app.storage.vault import Vault
from carer_app.use_cases import preparing, showing_the_child
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import ShowTheChild
from ui.preparation.show_the_child import ItemCard, ShowTheChildPage

Show = Callable[[Any], Any]
ART = "answer:going_well.school"


@pytest.fixture
def page(house: House, show: Show, vault: Vault) -> ShowTheChildPage:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    builders.prepare(vault, meeting)
    page: ShowTheChildPage = show(ShowTheChildPage(house, ShowTheChild(meeting)))
    settle()
    return page


def card(page: ShowTheChildPage, item: str = ART) -> ItemCard:
    return page.cards[item]


def stored(page: ShowTheChildPage, item: str = ART) -> tuple[ReplyMark | None, str]:
    found = page.records.read(showing_the_child.what_i_wrote, page.meeting_id)
    return next((each.mark, each.words) for each in found if each.item == item)


def test_everything_is_there_to_be_read_and_who_can_read_the_answers_is_said(page: ShowTheChildPage) -> None:
    words = sentences(page)
    assert "Loves art. Comes home telling us about it." in words
    assert "What we see: In tears after lunch twice a week since January." in words
    assert "The people at the meeting can read what you keep, and so can your carer." in words
    assert "This is not for telling about being hurt. It may be days before anybody reads it." in words
    assert "So talk to a person. Childline: 0800 1111. In danger: 999." in words


def test_what_the_child_can_say_is_a_press_away_and_stays_open_where_something_was_said(
    page: ShowTheChildPage,
) -> None:
    assert not card(page).marks.isVisible()
    card(page).say.button.click()
    assert card(page).marks.isVisible()
    assert not card(page, "answer:going_well.home").marks.isVisible()
    page.hide()
    page.show()
    settle()
    assert not card(page).marks.isVisible(), "nothing was said"
    card(page).marks.row(ReplyMark.RIGHT).click()
    page.hide()
    page.show()
    settle()
    assert card(page).marks.isVisible()
    assert card(page).said.isVisible()


def test_that_is_right_is_kept_with_one_press_and_taken_back_with_another(page: ShowTheChildPage) -> None:
    card(page).marks.row(ReplyMark.RIGHT).click()
    assert stored(page) == (ReplyMark.RIGHT, "")
    assert "It is printed under the words." in card(page).said.words()
    card(page).nothing.click()
    assert stored(page) == (None, "")
    assert not card(page).nothing.isVisible()


def test_the_childs_words_are_nothing_until_they_press_keep(page: ShowTheChildPage) -> None:
    card(page).marks.row(ReplyMark.DIFFERENT).click()
    assert card(page).box.isVisible()
    QTest.keyClicks(card(page).box, "only on mondays")
    card(page).box.flush()
    page.records.changed.emit()
    assert card(page).box.text() == "only on mondays"
    assert stored(page) == (None, "")
    card(page).keep.click()
    assert stored(page) == (ReplyMark.DIFFERENT, "only on mondays")


def test_what_is_rubbed_out_is_nowhere(page: ShowTheChildPage) -> None:
    card(page).marks.row(ReplyMark.DIFFERENT).click()
    QTest.keyClicks(card(page).box, "secret")
    card(page).nothing.click()
    assert card(page).box.text() == ""
    assert not card(page).box.isVisible()
    assert stored(page) == (None, "")


def test_please_do_not_say_it_is_answered_plainly(page: ShowTheChildPage) -> None:
    card(page).marks.row(ReplyMark.DO_NOT_SAY).click()
    assert card(page).said.words() == "This stays off the sheet. Mia asked for that on 10 March."


def test_what_changed_since_is_said(page: ShowTheChildPage) -> None:
    card(page).marks.row(ReplyMark.RIGHT).click()
    page.records.change(preparing.write_answer, page.meeting_id, PlainQuestion.WELL_AT_SCHOOL, "Hates art.")
    assert card(page).said.words() == "The words were changed since 10 March. Is it still right?"


def test_seen_goes_on_the_sheet(page: ShowTheChildPage) -> None:
    page.all_seen.click()
    answers = page.records.read(preparing.answers_of, page.meeting_id, "check")
    assert answers[PlainQuestion.CHILD_HAS_SEEN] == HasSeen.YES


def test_what_is_gone_from_the_sheet_is_gone_from_here(page: ShowTheChildPage) -> None:
    page.records.change(preparing.write_answer, page.meeting_id, PlainQuestion.WELL_AT_SCHOOL, "")
    assert ART not in page.cards
    assert "Loves art" not in sentences(page)


def test_words_that_were_not_kept_are_gone_when_the_page_is_left(page: ShowTheChildPage) -> None:
    card(page).marks.row(ReplyMark.DIFFERENT).click()
    QTest.keyClicks(card(page).box, "secret")
    page.hide()
    page.show()
    settle()
    assert card(page).box.text() == ""
    assert not card(page).box.isVisible()
    assert not card(page).marks.value()
    assert not card(page).box.document().isUndoAvailable()


def test_what_was_kept_before_is_there_again_after_a_change_that_was_not_kept(page: ShowTheChildPage) -> None:
    card(page).marks.row(ReplyMark.DIFFERENT).click()
    QTest.keyClicks(card(page).box, "only on mondays")
    card(page).keep.click()
    card(page).box.setFocus()
    QTest.keyClicks(card(page).box, " and fridays")
    page.hide()
    page.show()
    settle()
    assert card(page).box.text() == "only on mondays"
    assert stored(page) == (ReplyMark.DIFFERENT, "only on mondays")


def test_writing_goes_on_while_another_thing_is_answered(page: ShowTheChildPage) -> None:
    card(page).marks.row(ReplyMark.RIGHT).click()
    card(page).marks.row(ReplyMark.DIFFERENT).click()
    QTest.keyClicks(card(page).box, "half")
    card(page, "answer:going_well.home").marks.row(ReplyMark.RIGHT).click()
    assert card(page).box.isVisible()
    assert card(page).box.text() == "half"
    assert stored(page) == (ReplyMark.RIGHT, "")
