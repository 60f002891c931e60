"""What Home asks and says of what is due: as it stands on a child's card, and where each of it leads."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carer_app.choices import Part
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, planning, putting_off, recording_the_meeting
from carer_app.use_cases import for_home as today_cases
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.for_home import Step
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.preparing_pages import focused, sentences
from tests.use_cases import what_is_due
from tests.use_cases.what_is_due import can_both_hold
from ui.base.house import House
from ui.base.places import AfterMeeting, EditChild, Home, Place, PreparePart, WhoseMeeting
from ui.home.home import HomePage
from ui.home.step_card import StepCard
from ui.home.whose_meeting import WhoseMeetingPage
from ui.preparation.child_says import ChildSaysPage

Show = Callable[[Any], Any]


@pytest.fixture
def child(vault: Vault) -> int:
    """A child for whom nothing is due."""
    return int(do(vault, what_is_due.quiet_child))


@pytest.fixture
def page(house: House, show: Show, child: int) -> HomePage:
    page: HomePage = show(HomePage(house, Home()))
    return page


@pytest.fixture
def went(page: HomePage) -> list[Place]:
    places: list[Place] = []
    page.go.connect(places.append)
    return places


def card_with(page: HomePage, *steps: Step) -> StepCard:
    page.records.change(what_is_due.make, 1, steps)
    return page.cards[1]


def stored(page: HomePage, meeting: int) -> planning.MeetingFacts:
    return page.records.read(planning.meeting_facts, meeting)


def test_everything_that_is_due_stands_on_the_card(page: HomePage, went: list[Place]) -> None:
    together: list[Step] = []
    for step in today_cases.STEP_RULES:
        if step != Step.FACTS and all(can_both_hold(step, other) for other in together):
            together.append(step)
    card = card_with(page, *together)
    (known,) = page.records.read(today_cases.home, TODAY).steps
    words = sentences(page)
    assert known.words in words
    assert known.meeting_words in words
    assert [line.words() for line in card.others.lines.values()] == [each.in_short for each in known.also]
    assert all(line.isVisible() for line in card.others.lines.values())
    for line in list(card.others.lines.values()):
        line.click()
    assert len(went) == len(known.also) >= 8


def test_a_meeting_whose_day_has_gone_by_was_held(page: HomePage, went: list[Place]) -> None:
    card = card_with(page, Step.WAS_HELD)
    assert card.words.words() == "Was Mia’s PEP meeting held?"
    assert card.why.words() == "It was to be on Monday 9 March 2026."
    card.main.click()
    assert went == [AfterMeeting(2)]
    assert stored(page, 2).is_over
    page.records.undo()
    assert not stored(page, 2).is_over
    assert card.words.words() == "Was Mia’s PEP meeting held?"


def test_a_meeting_that_was_put_off_keeps_what_is_ready_and_asks_for_its_day(
    page: HomePage, vault: Vault, went: list[Place]
) -> None:
    card = card_with(page, Step.WAS_HELD)
    page.records.change(recording_the_meeting.set_next_pep, 1, None)
    builders.prepare(vault, 2)
    card.no.click()
    assert went == [PreparePart(2, Part.WHEN_WHERE)]
    assert stored(page, 2).on_day is None
    assert card.words.words() == "Ask the social worker for a new day for Mia’s PEP meeting"
    [time] = page.records.read(putting_off.times_put_off, 2)
    assert (time.was_on, time.said_on) == (TODAY - timedelta(days=1), TODAY)
    page.records.undo()
    assert stored(page, 2).on_day == TODAY - timedelta(days=1)
    assert page.records.read(putting_off.times_put_off, 2) == []


@pytest.mark.parametrize("held", [True, False])
def test_a_day_that_was_only_agreed_and_has_gone_by_is_asked_about_too(
    page: HomePage, went: list[Place], held: bool
) -> None:
    page.records.change(recording_the_meeting.set_next_pep, 1, TODAY - timedelta(days=3))
    card = page.cards[1]
    assert card.words.words() == "Was Mia’s PEP meeting held?"
    assert card.why.words() == "At the last meeting Saturday 7 March 2026 was agreed for it."
    (card.main if held else card.no).click()
    assert went == [AfterMeeting(2) if held else PreparePart(2, Part.WHEN_WHERE)]
    assert "Was Mia’s PEP meeting held?" not in sentences(page)


def test_a_review_whose_day_has_gone_by_was_held_and_the_next_one_is_worked_out(page: HomePage) -> None:
    card = card_with(page, Step.REVIEW_HELD)
    card.main.click()
    facts = page.records.read(children.child_facts, 1, TODAY)
    assert (facts.last_review_on, facts.review_on) == (TODAY - timedelta(days=2), None)
    assert card.words.words() == "Nothing needs doing for Mia today."
    page.records.undo()
    assert card.words.words() == "Was Mia’s child-in-care review held?"


def test_a_review_that_has_another_day_is_put_right_among_the_facts(
    page: HomePage, went: list[Place]
) -> None:
    card_with(page, Step.REVIEW_HELD).no.click()
    assert went == [EditChild(1)]


def test_what_a_child_kept_leads_home_until_the_carer_says_that_they_read_it(
    page: HomePage, house: House, show: Show, went: list[Place]
) -> None:
    card = card_with(page, Step.KEPT_WORDS, Step.MY_ACTION)
    assert card.words.words() == "Mia kept something. Read it today."
    card.main.click()
    assert went == [PreparePart(1, Part.CHILD_SAYS)]
    says: ChildSaysPage = show(ChildSaysPage(house, PreparePart(1, Part.CHILD_SAYS)))
    assert card.words.words() == "Mia kept something. Read it today."  # looking changes nothing
    says.have_read.setFocus()
    QTest.keyClick(says.have_read, Qt.Key.Key_Space)
    assert not says.have_read.isVisible()
    assert focused(says) is says.add
    assert card.words.words() == "Do what me said"
    page.records.undo()
    assert says.have_read.isVisible()
    assert card.words.words() == "Mia kept something. Read it today."


def test_what_a_child_keeps_later_is_unread_again(page: HomePage) -> None:
    from carer_app.use_cases import reading_kept

    card = card_with(page, Step.KEPT_WORDS)
    page.records.change(reading_kept.say_read, 1)
    assert card.words.words() == "Nothing needs doing for Mia today."
    card_with(page, Step.KEPT_WORDS)
    assert card.words.words() == "Mia kept something. Read it today."


def test_the_meeting_is_on_the_card_whatever_leads(page: HomePage) -> None:
    card = card_with(page, Step.GET_READY, Step.MY_ACTION)
    page.records.change(planning.set_time, 2, None)
    assert card.words.words() == "Do what me said"
    assert card.meeting.words() == "PEP meeting: Tuesday 31 March 2026"


def test_the_day_that_was_agreed_is_on_the_card_whatever_leads(page: HomePage) -> None:
    card = card_with(page, Step.BEGIN_NOW, Step.KEPT_WORDS)
    assert card.meeting.words() == "Agreed for the next PEP meeting: Sunday 15 March 2026"


def test_a_card_that_was_put_off_comes_back_for_a_meeting_tomorrow_and_for_what_the_child_kept(
    page: HomePage,
) -> None:
    card = card_with(page, Step.GET_READY)
    page.records.change(today_cases.put_off, 1, TODAY + timedelta(days=60), TODAY)
    assert card.tag.words().startswith("Put off until")
    page.records.change(planning.set_day, 2, TODAY + timedelta(days=1))
    assert card.tag.words() == "Meeting tomorrow"
    page.records.change(planning.set_day, 2, TODAY + timedelta(days=21))
    card_with(page, Step.KEPT_WORDS)
    assert card.tag.words() == "Read it today"


def test_putting_off_says_where_the_card_went(page: HomePage, vault: Vault) -> None:
    undos: list[Any] = []
    page.records.undoable.connect(undos.append)
    card = card_with(page, Step.GET_READY)
    card.later.click()
    card.waits.tomorrow.click()
    assert undos[-1].words == "Put off until Wednesday 11 March 2026. The card stays here until then."
    builders.add_child(vault, "Jordan")
    page.records.changed.emit()
    page.cards[2].later.click()
    page.cards[2].waits.tomorrow.click()
    assert undos[-1].words == (
        "Put off until Wednesday 11 March 2026. Jordan’s card is the last one until then."
    )


def test_ten_minutes_are_offered_only_where_a_meeting_could_be(
    page: HomePage, house: House, show: Show, vault: Vault
) -> None:
    assert page.ten_minutes.isVisible()
    page.records.change(children.set_date, 1, ChildDate.LEFT_CARE, date(2026, 3, 1), TODAY)
    assert not page.ten_minutes.isVisible()
    second = do(vault, what_is_due.quiet_child, "Jordan")
    page.records.changed.emit()
    assert page.ten_minutes.isVisible()
    whose: WhoseMeetingPage = show(WhoseMeetingPage(house, WhoseMeeting()))
    assert list(whose.whose.rows) == [second]


def test_ten_minutes_do_not_put_a_meeting_down_for_a_day_nobody_named(page: HomePage, vault: Vault) -> None:
    page.records.change(recording_the_meeting.set_next_pep, 1, None)
    page.ten_minutes.click()
    assert read(vault, planning.meeting_facts, 2).on_day is None
