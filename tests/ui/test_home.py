"""Home, as a carer meets it: one next step for each child."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from carer_app.choices import RequestAbout
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    asking_again,
    changing_dates,
    children,
    dates_drafts,
    filling_dates,
    for_home,
    planning,
)
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.for_home import Step
from carer_app.use_cases.notices import NoticeKind
from tests import builders
from tests.ui.audit import settle
from tests.ui.children_pages import school_of
from tests.ui.preparing_pages import focused, sentences, type_day
from tests.use_cases import what_is_due
from ui.base.house import House
from ui.base.places import (
    Actions,
    AddChild,
    AfterMeeting,
    AskAgain,
    CheckDates,
    ChildRecord,
    Children,
    EditChild,
    GetReady,
    Home,
    Place,
    PutInDate,
    SchoolDates,
)
from ui.home.home import HomePage
from ui.home.step_card import StepCard
from ui.home.waiting import Waiting
from ui.widgets.buttons import Button
from ui.widgets.childs_words import ChildsWords
from ui.widgets.rail import Lies

Show = Callable[[Any], Any]


@pytest.fixture
def page(house: House, show: Show) -> HomePage:
    page: HomePage = show(HomePage(house, Home()))
    return page


@pytest.fixture
def went(page: HomePage) -> list[Place]:
    places: list[Place] = []
    page.go.connect(places.append)
    return places


def test_with_every_child_put_to_one_side_home_says_the_way_back_and_still_what_can_be_lost(
    page: HomePage, vault: Vault, went: list[Place]
) -> None:
    child = builders.add_child(vault)
    page.records.changed.emit()
    page.notices.cards[NoticeKind.MAY_KEEP].more.button.click()
    assert "Make a way-back-in sheet" in shown_words(page)
    page.records.change(children.delete_child, child, builders.TODAY)
    shown = shown_words(page)
    assert "Make a way-back-in sheet" in shown
    assert "No child is on the list now. You can bring one back on the page “Children”." in shown
    assert "No children added yet" not in shown
    (step,) = [each for each in page.aside.findChildren(Button) if each.isVisibleTo(page)]
    step.click()
    assert went == [Children()]


def shown_words(page: HomePage) -> str:
    links = [each.text() for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]
    return "\n".join((sentences(page), *links))


@pytest.fixture
def mia(page: HomePage, vault: Vault) -> StepCard:
    """A card for Mia, whose meeting is on 18 March."""
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    page.records.changed.emit()
    assert meeting == 1
    return page.cards[1]


def test_the_way_to_a_childs_page_stands_beside_the_name_and_ends_where_the_card_does(
    page: HomePage, vault: Vault, mia: StepCard
) -> None:
    builders.add_child(vault, "Jordan")
    page.records.changed.emit()
    page.resize(1140, 700)
    settle()
    jordan = next(card for card in page.cards.values() if card.step.child == "Jordan")
    assert jordan.heading is not None
    name, way = (each.mapTo(jordan, each.rect().center()) for each in (jordan.heading, jordan.see))
    assert abs(name.y() - way.y()) < 4
    assert way.x() > jordan.width() // 2
    assert page.first.isAncestorOf(mia.see), "what is said in the rail stands there"


def shown_names(card: StepCard) -> list[str]:
    return [button.accessibleName() for button in card.buttons if button.isVisible()]


@pytest.mark.parametrize("year", [0, 2025])
def test_while_dates_are_half_checked_home_says_so_and_leads_back_to_them(
    page: HomePage, went: list[Place], vault: Vault, year: int
) -> None:
    child = builders.do(vault, what_is_due.quiet_child)
    builders.do(vault, what_is_due.make, child, [Step.TERM_DATES])
    school = school_of(vault, child)
    if year:
        form = builders.read(vault, filling_dates.form_of_stored, school, year)
        builders.do(vault, dates_drafts.keep_form, CheckDates(school, year).key, form)
        page.records.changed.emit()
        page.cards[child].main.click()
        assert went == [SchoolDates(school)], "nothing was typed yet"
        form = changing_dates.type_in(form, 1, "first", "1 se")
        went.clear()
        builders.do(vault, dates_drafts.keep_form, CheckDates(school, year).key, form)
    else:
        builders.begin_checking(vault, school, "Staff")
    page.records.changed.emit()
    said = "You have begun to check the dates of Mia’s school. They do not count yet."
    assert said in sentences(page)
    assert page.cards[child].main.words() == "Go on checking"
    page.cards[child].main.click()
    assert went[-1] == CheckDates(school, year)


def test_a_card_has_only_the_buttons_of_its_step(page: HomePage, vault: Vault, mia: StepCard) -> None:
    for name in ("Jordan", "Ada"):
        builders.add_child(vault, name)
    page.records.changed.emit()
    assert len(page.cards) == 3
    for card in page.cards.values():
        assert card.buttons
        assert [button.words() for button in card.buttons if button.isHidden()] == []
        assert card.findChildren(ChildsWords) == []
    assert page.findChildren(Waiting) == []


def test_without_a_child_there_is_one_sentence_and_one_button(page: HomePage, went: list[Place]) -> None:
    assert "No children added yet. A first name and one date is enough." in sentences(page)
    assert not page.waiting.isVisible()
    QTest.keyClick(page.first_field(), Qt.Key.Key_Space)
    assert went == [AddChild()]


def test_each_card_says_whose_it_is_what_is_next_and_why(
    page: HomePage, mia: StepCard, went: list[Place]
) -> None:
    assert mia.words.words() == "Help Mia get ready" or mia.words.words() == "Carry on getting ready with Mia"
    assert mia.meeting.words() == "PEP meeting: Wednesday 18 March 2026, 2.00pm"
    assert mia.why.words() == "Next: Tell Mia about the meeting"
    assert [line.words() for line in mia.others.lines.values()] == [
        "We cannot tell yet if Mia’s meeting is in time. We need one of these days to work this out: coming into care, "
        "starting at this school, or the last PEP."
    ]
    assert (mia.tag.words(), mia.tag.kind) == ("Meeting in 8 days", "info")
    assert shown_names(mia) == ["Get ready: Mia", "Remind me later: Mia", "Open Mia’s page"]
    mia.main.click()
    mia.see.click()
    assert went == [GetReady(1), ChildRecord(1)]


def test_what_is_next_for_the_first_child_stays_in_sight_and_is_the_next_childs_when_that_is_put_off(
    page: HomePage, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    mia, jordan = builders.add_child(vault), builders.add_child(vault, "Jordan")
    page.records.changed.emit()
    first, second = page.cards[mia], page.cards[jordan]
    assert page.first.heading.words() == "First: Mia"
    for part in (first.main, first.later, first.waits):
        assert page.first.isAncestorOf(part), "what to be reminded of, and the press for it, stand together"
    for part in (second.main, second.later, second.waits):
        assert second.isAncestorOf(part)
    page.records.change(for_home.put_off, mia, date(2026, 3, 20), builders.TODAY)
    assert page.first.heading.words() == "First: Jordan"
    assert page.first.isAncestorOf(second.main)
    assert first.isAncestorOf(first.main)
    assert first.isAncestorOf(first.later)
    second.later.setFocus()
    page.resize(640, 760)
    settle()
    assert page.first.isAncestorOf(second.main)
    assert second.isAncestorOf(second.words)
    assert second.isAncestorOf(second.later)
    assert page.first.place.isAncestorOf(second), "the line is the beginning of the card"
    assert not page.first.place.isAncestorOf(first)
    assert focused(page) is second.later
    assert second.heading is not None
    assert not second.heading.isVisible(), "the line above it says whose card it is"
    page.resize(1000, 760)
    settle()
    assert second.isVisible() == bool(second.step.also), "each thing is said once"
    assert page.steps.indexOf(second) == 0
    assert focused(page) is second.later


@pytest.mark.parametrize("width", [1000, 640])
def test_what_else_may_become_of_a_step_looks_the_same_wherever_it_stands(
    page: HomePage, vault: Vault, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    children_here = [builders.add_child(vault), builders.add_child(vault, "Jordan")]
    page.records.changed.emit()
    page.resize(width, 760)
    settle()
    ways = [button for child in children_here for button in page.cards[child].ways.items()]
    assert any(button is page.cards[child].later for button in ways for child in children_here)
    assert {button.kind() for button in ways if isinstance(button, Button)} == {"quiet"}


def test_on_the_day_itself_the_carer_can_say_that_the_meeting_is_over(
    page: HomePage, mia: StepCard, went: list[Place]
) -> None:
    page.records.change(planning.set_day, 1, builders.TODAY)
    assert "The meeting is over: Mia" in shown_names(mia)
    mia.write.click()
    assert went == [AfterMeeting(1)]
    page.records.change(planning.set_day, 1, date(2026, 3, 11))
    assert "The meeting is over: Mia" not in shown_names(mia)


def test_getting_ready_is_one_press_away_whatever_is_due_before_it(
    page: HomePage, vault: Vault, went: list[Place]
) -> None:
    child = builders.add_child(vault, "Mia", came_into_care_on=date(2026, 2, 3))
    coming = builders.add_meeting(vault, child, date(2026, 3, 25))
    builders.prepare(vault, coming)
    page.refresh()
    card = page.cards[child]
    assert card.main.words() != "Get ready"
    assert not card.ready.isHidden()
    card.ready.click()
    assert went == [GetReady(coming)]
    builders.hold(vault, coming)
    page.refresh()
    assert page.cards[child].ready.isHidden()


def test_getting_ready_is_said_once(page: HomePage, vault: Vault) -> None:
    child = builders.add_child(vault, "Mia")
    builders.add_meeting(vault, child)
    page.refresh()
    card = page.cards[child]
    assert card.step.meeting_on is not None
    ways = [each for each in (card.main, card.ready) if not each.isHidden() and each.words() == "Get ready"]
    assert len(ways) == 1


def test_a_pep_without_a_date_leads_to_the_box_for_the_date(
    page: HomePage, vault: Vault, went: list[Place]
) -> None:
    builders.add_child(vault, "Jordan", last_pep_on=date(2025, 9, 4))
    page.records.changed.emit()
    card = page.cards[1]
    assert card.tag.words() == "No date yet"
    assert "Overdue" not in sentences(page)
    card.main.click()
    assert went == [PutInDate(1)]


def test_a_pep_without_a_date_has_words_to_ask_with_for_the_one_whom_the_card_names(
    page: HomePage, vault: Vault, went: list[Place]
) -> None:
    builders.add_child(vault, "Jordan", last_pep_on=date(2025, 7, 4))
    page.records.changed.emit()
    card = page.cards[1]
    assert card.words.words() == "Ask your supervising social worker about Jordan’s PEP meeting"
    assert card.ask.accessibleName() == "Words to ask with: Jordan"
    card.ask.click()
    assert went == [AskAgain(1, "meeting_date")]
    with vault.reading() as session:
        view = asking_again.ask_again(session, Matter(1, RequestAbout.MEETING_DATE), builders.TODAY)
    assert view.turn is not None
    assert (view.turn.who, view.turn.may_ask) == ("your supervising social worker", True)
    assert "was due by" in view.turn.words
    builders.add_meeting(vault, builders.add_child(vault, "Mia"), uid="uid-2")
    page.records.changed.emit()
    assert page.cards[2].ask.isHidden()


def test_a_child_with_no_dates_can_be_given_a_fact_or_a_meeting(
    page: HomePage, vault: Vault, went: list[Place]
) -> None:
    builders.add_child(vault, "Jordan")
    page.records.changed.emit()
    card = page.cards[1]
    card.main.click()
    card.date.click()
    assert went == [EditChild(1, "dates"), PutInDate(1)]


def test_remind_me_later_by_keyboard_moves_the_card_down_and_can_be_undone(
    page: HomePage, mia: StepCard
) -> None:
    mia.later.setFocus()
    QTest.keyClick(mia.later, Qt.Key.Key_Space)
    assert focused(page) is mia.waits.tomorrow
    QTest.keyClick(mia.waits.tomorrow, Qt.Key.Key_Space)
    assert not mia.waits.isVisible()
    assert focused(page) is mia.later
    assert mia.tag.words() == "Put off until Wednesday 11 March 2026"
    assert mia.later.words() == "Bring it back now"
    assert page.records.undo()
    assert mia.tag.words() == "Meeting in 8 days"


def test_the_card_can_wait_until_two_days_before_the_meeting_while_that_is_ahead(
    page: HomePage, mia: StepCard
) -> None:
    mia.later.click()
    assert mia.waits.before.accessibleName() == "2 days before the meeting, Monday 16 March 2026"
    mia.waits.before.click()
    assert mia.tag.words() == "Put off until Monday 16 March 2026"
    mia.later.click()
    page.records.change(planning.set_day, 1, date(2026, 3, 12))
    mia.later.click()
    assert mia.waits.isVisible()
    assert not mia.waits.before.isVisible()


def test_a_day_of_ones_own_is_typed_and_a_day_gone_by_is_not_taken(page: HomePage, mia: StepCard) -> None:
    mia.later.click()
    type_day(mia.waits.day.line, "today")
    assert mia.waits.field.error() == "Choose a day from tomorrow on."
    type_day(mia.waits.day.line, "31 feb")
    assert "31" in mia.waits.field.error()
    assert mia.waits.day.raw() == "31 feb"
    type_day(mia.waits.day.line, "14 march")
    assert mia.tag.words() == "Put off until Saturday 14 March 2026"


def test_escape_closes_the_choice_and_changes_nothing(page: HomePage, mia: StepCard) -> None:
    mia.later.click()
    QTest.keyClick(mia.waits.next_week, Qt.Key.Key_Escape)
    assert not mia.waits.isVisible()
    assert focused(page) is mia.later
    assert mia.tag.words() == "Meeting in 8 days"


def test_what_others_owe_is_listed_without_red_and_leads_to_all_actions(
    page: HomePage, vault: Vault, went: list[Place]
) -> None:
    builders.ordinary_household(vault)
    page.records.changed.emit()
    assert [line.words() for line in page.waiting.lines] == [
        "Mr Fox: Start a reading group, for Jordan · due 20 March",
        "Ms Ali: Send the PEP copy, for Jordan · no date",
    ]
    page.cards[2].main.click()
    assert went == [Actions()]


def test_school_dates_that_can_wait_are_one_quiet_press_away(
    page: HomePage, vault: Vault, went: list[Place]
) -> None:
    """A fresh carer: nobody says what school dates are for, and Home never leads to them."""
    child = builders.add_child(vault, council="Gateshead", last_pep_on=date(2026, 3, 5))
    other = builders.add_child(vault, "Lee", school="Elm Road", council="Kent", last_pep_on=date(2026, 3, 5))
    page.records.changed.emit()
    card = page.cards[child]
    assert card.why.words().endswith("With the school’s dates we can work out the exact day. That can wait.")
    card.dates.click()
    assert went == [SchoolDates(school_of(vault, child))]
    assert page.cards[other].dates.isHidden(), "its day is known"


def test_a_name_with_marks_shows_as_typed(page: HomePage, vault: Vault) -> None:
    builders.add_child(vault, builders.NASTY)
    page.records.changed.emit()
    assert page.first.heading.words() == builders.NASTY
    assert page.cards[1].see.words() == f"Open {builders.NASTY}’s page"


def test_the_line_above_outlives_the_card_that_it_began(
    page: HomePage, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    child = builders.add_child(vault, "Mia with a name that leaves no room for a day beside it")
    page.records.changed.emit()
    page.resize(760, 700)
    settle()
    assert page.first.lies == Lies.LINE
    page.records.change(children.delete_child, child, builders.TODAY)
    settle()
    page.records.change(children.bring_back, child)
    settle()
    assert page.tag.isVisible()
    assert page.first.heading.words().startswith("Mia with a name")
