"""The ways to what happens between meetings: from Home and the child's page, and what getting ready takes over."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from carer_app.choices import WithoutSchool
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, days_without_school, planning, writing_to_the_child
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.days_since_meeting import ASKED_IN
from carer_app.use_cases.for_home import Step
from tests.builders import TODAY, do
from tests.use_cases.what_is_due import quiet_child
from ui.base.house import House
from ui.base.places import (
    AskQuestion,
    ChildRecord,
    DaysWithoutSchoolPlace,
    FirstWeek,
    Home,
    LettersPlace,
    ShortWayPlace,
    TimeWithoutSchool,
    WhoseDays,
)
from ui.between_meetings.whose_days import WhoseDaysPage
from ui.children.child_record import ChildRecordPage
from ui.home.home import HomePage
from ui.notes.letters import LettersPage
from ui.preparation.ask import AskPage
from ui.preparation.short_way_school import HardestPage

Show = Callable[[Any], Any]
LONG_AGO = date(2025, 9, 1)


@pytest.fixture
def child(vault: Vault) -> int:
    return int(do(vault, quiet_child))


def journey(page: Any) -> list[object]:
    went: list[object] = []
    page.go.connect(went.append)
    return went


def letter(vault: Vault, child: int) -> None:
    letter = do(vault, writing_to_the_child.begin_letter, child, LONG_AGO)
    do(vault, writing_to_the_child.give_letter, letter, LONG_AGO)


def test_out_of_school_is_one_press_from_home_and_with_two_children_says_whose(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    home = show(HomePage(house, Home()))
    went = journey(home)
    home.out.click()
    other = do(vault, quiet_child, "Jordan")
    home.records.changed.emit()
    home.out.click()
    assert went == [DaysWithoutSchoolPlace(child), WhoseDays()]
    whose = show(WhoseDaysPage(house, WhoseDays()))
    went = journey(whose)
    for row in whose.whose.rows.values():
        row.click()
    assert went == [DaysWithoutSchoolPlace(child), DaysWithoutSchoolPlace(other)]


def test_each_of_the_three_steps_leads_where_it_says_as_a_card_and_as_a_line(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    letter(vault, child)
    home = show(HomePage(house, Home()))
    went = journey(home)
    card = home.cards[child]
    assert card.main.words() == "Write the letter"
    assert not card.not_now.isHidden()
    card.main.click()
    do(vault, children.set_date, child, ChildDate.MOVED_HOME, TODAY, TODAY)
    days = do(vault, days_without_school.add_days, child, WithoutSchool.SUSPENDED, TODAY)
    home.records.changed.emit()
    assert card.main.words() == "What must happen"
    card.main.click()
    for step in (Step.FIRST_WEEK, Step.LETTER):
        card.others.lines[step].click()
    assert went == [
        LettersPlace(child),
        TimeWithoutSchool(child, days),
        FirstWeek(child),
        LettersPlace(child),
    ]


def test_the_childs_page_says_that_it_is_time_for_a_letter_and_leads_to_them(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page = show(ChildRecordPage(house, ChildRecord(child)))
    went = journey(page)
    assert page.keep.due.isHidden()
    letter(vault, child)
    page.records.changed.emit()
    assert page.keep.due.words() == (
        "You could write Mia a letter. "
        "Half a year or more has gone by since your last letter, of Monday 1 September 2025."
    )
    page.keep.letters.click()
    assert went == [LettersPlace(child)]


def test_the_page_of_letters_says_from_which_day_the_next_one_is_and_why(
    house: House, show: Show, child: int
) -> None:
    page = show(LettersPage(house, LettersPlace(child)))
    assert page.next.words() == (
        "The next one can wait until Thursday 10 September 2026. "
        "Then it is half a year since you added Mia here, on Tuesday 10 March 2026."
    )


def test_days_out_of_school_are_a_fact_to_press_where_getting_ready_asks_for_them(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    days = do(vault, days_without_school.add_days, child, WithoutSchool.SUSPENDED, date(2026, 3, 2))
    do(vault, days_without_school.set_last, days, date(2026, 3, 4))
    meeting = do(vault, planning.plan_meeting, child, "uid-next")
    do(vault, planning.set_day, meeting, TODAY + timedelta(days=14))
    hard = show(HardestPage(house, ShortWayPlace(meeting, 3)))
    assert [each.words() for each in hard.from_days.buttons.values()] == [
        "Suspended, 2 to 4 March 2026: 3 school days."
    ]
    ask = show(AskPage(house, AskQuestion(meeting, ASKED_IN)))
    ask.from_days.buttons[WithoutSchool.SUSPENDED].click()
    assert ask.box.text() == "Suspended, 2 to 4 March 2026: 3 school days."
    assert ask.from_days.isHidden()
    other = show(AskPage(house, AskQuestion(meeting, "days.away")))
    assert other.from_days.isHidden()
