"""Adding a child."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest

from carer_app.choices import Pronoun
from carer_app.use_cases import children, lookup, planning
from carer_app.use_cases.children import FirstFact
from tests.builders import NASTY, TODAY
from tests.ui.children_pages import facts, journey
from ui.base.house import House
from ui.base.places import AddChild, ChildRecord
from ui.children.add_child import AddChildPage

Show = Callable[[Any], Any]


@pytest.fixture
def page(house: House, show: Show) -> AddChildPage:
    page: AddChildPage = show(AddChildPage(house, AddChild()))
    return page


def fill(page: AddChildPage, name: str, fact: FirstFact | None = None, day: str = "") -> None:
    """As a carer would, by keyboard and mouse."""
    QTest.keyClicks(page.name, name)
    if fact is not None:
        page.fact.row(fact.value).click()
    QTest.keyClicks(page.day.line, day)


def names(house: House) -> list[str]:
    return [row.name for row in house.records.read(children.list_children, TODAY)]


@pytest.mark.parametrize(
    ("fact", "typed", "field", "stored"),
    [
        (FirstFact.LAST_PEP, "3 November", "last_pep_on", date(2025, 11, 3)),
        (FirstFact.CAME_INTO_CARE, "3/2/26", "came_into_care_on", date(2026, 2, 3)),
        (FirstFact.NONE_YET, "", "last_pep_on", None),
    ],
)
def test_a_first_name_and_one_date_is_enough(
    page: AddChildPage, house: House, fact: FirstFact, typed: str, field: str, stored: date | None
) -> None:
    went = journey(page)
    fill(page, "Mia", fact, typed)
    page.add.click()
    (place,) = went
    assert isinstance(place, ChildRecord)
    child = facts(house, place.child_id)
    assert (child.name, getattr(child, field)) == ("Mia", stored)


def test_a_child_is_they_until_somebody_says_otherwise_and_it_stops_nobody(
    page: AddChildPage, house: House
) -> None:
    assert page.pronoun.value() == Pronoun.THEY
    fill(page, "Mia", FirstFact.NONE_YET)
    page.add.click()
    page.pronoun.row("he").click()
    fill(page, "Jo", FirstFact.NONE_YET)
    page.add.click()
    fill(page, "Sky", FirstFact.NONE_YET)
    page.add.click()
    rows = house.records.read(children.list_children, TODAY)
    assert [facts(house, row.id).pronoun for row in rows] == [Pronoun.THEY, Pronoun.HE, Pronoun.THEY]


def test_the_next_meeting_is_put_down_with_a_name_of_its_own_for_calendars(
    page: AddChildPage, house: House
) -> None:
    fill(page, "Mia", FirstFact.MEETING, "18 March")
    page.add.click()
    fill(page, "Jo", FirstFact.MEETING, "19 March")
    page.add.click()
    meetings = [facts(house, row.id).meetings[0] for row in house.records.read(children.list_children, TODAY)]
    assert [meeting.on_day for meeting in meetings] == [date(2026, 3, 18), date(2026, 3, 19)]
    uids = {house.records.read(planning.meeting_facts, meeting.id).calendar_uid for meeting in meetings}
    assert len(uids) == 2


@pytest.mark.parametrize("name", ["M", NASTY, "Wolfe" * 60])
def test_any_name_is_kept_as_typed(page: AddChildPage, house: House, name: str) -> None:
    page.name.setText(name)
    page.fact.row(FirstFact.NONE_YET.value).click()
    page.add.click()
    assert names(house) == [name]


def test_the_day_is_only_asked_for_where_one_is_known_and_says_which(page: AddChildPage) -> None:
    assert not page.day_field.isVisible()
    page.fact.row(FirstFact.LAST_PEP.value).click()
    assert page.day.line.accessibleName() == "Which day was the last PEP meeting?"
    page.fact.row(FirstFact.NONE_YET.value).click()
    assert not page.day_field.isVisible()


def test_a_day_typed_before_i_don_t_know_is_not_stored(page: AddChildPage, house: House) -> None:
    fill(page, "Mia", FirstFact.LAST_PEP, "3 November")
    page.fact.row(FirstFact.NONE_YET.value).click()
    went = journey(page)
    page.add.click()
    assert isinstance(went[0], ChildRecord)
    assert facts(house, went[0].child_id).last_pep_on is None


@pytest.mark.parametrize(
    ("name", "fact", "day", "sentence"),
    [
        ("", FirstFact.NONE_YET, "", "Type the name you use at home."),
        ("Mia", None, "", "Say what you know."),
        ("Mia", FirstFact.LAST_PEP, "", "Type the day, or choose"),
        ("Mia", FirstFact.LAST_PEP, "31 feb", "February 2026 has no 31st day."),
        ("Mia", FirstFact.LAST_PEP, "11 March 2026", "That day has not come yet."),
        ("Mia", FirstFact.CAME_INTO_CARE, "11 March 2026", "That day has not come yet."),
        ("Mia", FirstFact.MEETING, "9 March 2026", "That day has been."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    page: AddChildPage, house: House, name: str, fact: FirstFact | None, day: str, sentence: str
) -> None:
    went = journey(page)
    fill(page, name, fact, day)
    page.add.click()
    assert page._summary is not None
    assert [said.startswith(sentence) for said in page._summary.sentences()] == [True]
    assert (page.name.text(), page.day.raw()) == (name, day)
    assert (went, names(house)) == ([], [])


def test_a_problem_goes_away_once_it_is_put_right(page: AddChildPage, house: House) -> None:
    fill(page, "", FirstFact.NONE_YET)
    page.add.click()
    assert page.name_field.error()
    QTest.keyClicks(page.name, "Mia")
    page.add.click()
    assert not page.name_field.error()
    assert names(house) == ["Mia"]


def test_a_half_filled_form_is_there_again_after_a_sudden_end(
    page: AddChildPage, house: House, show: Show
) -> None:
    fill(page, "Mi", FirstFact.LAST_PEP, "3 Nove")
    again: AddChildPage = show(AddChildPage(house, AddChild()))
    assert (again.name.text(), again.day.raw()) == ("Mi", "3 Nove")
    assert again.fact.value() == FirstFact.LAST_PEP
    assert again.day_field.isVisible()


def test_the_form_is_empty_for_the_next_child_and_back_does_not_lead_to_it(
    page: AddChildPage, house: House, show: Show
) -> None:
    backs: list[bool] = []
    page.back.connect(lambda: backs.append(True))
    fill(page, "Mia", FirstFact.LAST_PEP, "3 November")
    page.add.click()
    assert backs == [True]
    for form in (page, show(AddChildPage(house, AddChild()))):
        assert (form.name.text(), form.day.raw(), form.fact.value()) == ("", "", None)


def test_enter_in_the_date_box_adds_the_child(page: AddChildPage, house: House) -> None:
    fill(page, "Mia", FirstFact.CAME_INTO_CARE, "3/2/26")
    QTest.keyClick(page.day.line, "\r")
    assert names(house) == ["Mia"]


def test_a_date_that_was_put_right_is_no_longer_called_wrong(page: AddChildPage) -> None:
    fill(page, "Mia", FirstFact.CAME_INTO_CARE, "31 feb")
    page.add.click()
    assert page._summary.sentences()
    page.day.line.clear()
    QTest.keyClicks(page.day.line, "3/2/26")
    assert page._summary.sentences() == []
    assert page.day_field.error() == ""


def test_the_carers_own_name_is_asked_on_the_first_evening_and_used_at_once(
    page: AddChildPage, house: House, show: Show
) -> None:
    page.own_name.setFocus()
    QTest.keyClicks(page.own_name, "Sam")
    fill(page, "Mia", FirstFact.NONE_YET)
    page.add.click()
    assert house.records.read(lookup.carer_name) == "Sam"
    again: AddChildPage = show(AddChildPage(house, AddChild()))
    assert again.own_name_field.isHidden()


def test_whoever_passes_over_their_own_name_adds_the_child_all_the_same(
    page: AddChildPage, house: House
) -> None:
    assert page.own_name_field.isVisible()
    fill(page, "Mia", FirstFact.NONE_YET)
    page.add.click()
    assert names(house) == ["Mia"]
