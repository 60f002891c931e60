"""Choosing the council, and putting a number of its rules right."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest

from carer_app.rules import shipped
from carer_app.storage.vault import Vault
from carer_app.use_cases import children
from carer_app.use_cases.next_pep import next_pep_of
from tests import builders
from tests.builders import TODAY
from tests.ui.audit import same_names, settle
from tests.ui.children_pages import journey, school_of, use_riverside
from tests.ui.preparing_pages import all_sentences, focused
from ui.base.house import House
from ui.base.places import CouncilRules, DatesOf, EditChild, SchoolDates
from ui.children.dates_of import DatesOfPage
from ui.council_rules.council_rules import ANOTHER, CouncilRulesPage

Show = Callable[[Any], Any]


@pytest.fixture
def mia(vault: Vault) -> int:
    return builders.add_child(vault, council="", came_into_care_on=date(2026, 3, 2))


@pytest.fixture
def page(house: House, show: Show, mia: int) -> CouncilRulesPage:
    made: CouncilRulesPage = show(CouncilRulesPage(house, CouncilRules(mia)))
    return made


def choose(page: CouncilRulesPage, value: str) -> None:
    page.choice.setCurrentIndex(page.choice.findData(value))
    page.choice.activated.emit(page.choice.currentIndex())


def council(house: House, child: int) -> str:
    return house.records.read(children.child_facts, child, TODAY).council


def test_until_it_is_known_englands_rules_stand_in_and_say_so(page: CouncilRulesPage) -> None:
    assert page.accessibleName() == "Which council is responsible for Mia?"
    assert page.choice.currentText() == "I don’t know yet"
    assert "Until you know, this is what most councils in England ask for." in all_sentences(page)
    assert not page.name_field.isVisible()


def test_a_council_is_chosen_and_both_its_rules_are_there(
    page: CouncilRulesPage, house: House, mia: int
) -> None:
    choose(page, "Southwark")
    assert council(house, mia) == "Southwark"
    assert list(page.cards) == ["southwark_procedures", "southwark_2017"]
    assert page.earliest.isVisible()
    assert same_names(page) == []
    went = journey(page)
    page.done.click()
    assert went == [DatesOf(mia)]


@pytest.mark.parametrize("name", shipped.councils())
def test_each_council_is_found_by_typing_and_its_rules_say_whose_they_are(
    page: CouncilRulesPage, house: House, mia: int, name: str
) -> None:
    """Also where the name has a space in it, and however long the page takes to follow."""
    page.choice.setFocus()
    QTest.keyClicks(page.choice, name)
    assert not page.choice.view().isVisible()
    assert page.choice.currentText() == name
    assert council(house, mia) == name
    settle()
    own = shipped.rules_of(name)
    assert {rules.key for rules in own} <= set(page.cards)
    for rules in own:
        assert rules.source in all_sentences(page)
        assert rules.note in all_sentences(page)
    assert same_names(page) == []


def test_another_council_is_typed_and_gets_englands_rules(
    page: CouncilRulesPage, house: House, mia: int
) -> None:
    choose(page, ANOTHER)
    assert page.name_field.isVisible()
    QTest.keyClicks(page.name, "Borsetshire")
    page.flush()
    assert council(house, mia) == "Borsetshire"
    assert page.choice.currentText() == "Another council"
    assert "We do not have the rules of Borsetshire." in all_sentences(page)
    choose(page, "Leeds")
    assert not page.name_field.isVisible()


def test_a_number_is_put_right_and_undone(page: CouncilRulesPage, house: House) -> None:
    choose(page, "Leeds")
    row = page.cards["leeds"].lines["first_pep.days"]
    row.change.click()
    assert focused(page) is row.box
    assert row.box.text() == "20 working days"
    row.box.selectAll()
    QTest.keyClicks(row.box, "0")
    row.save.click()
    assert "from 1 to 400" in row.field.error()
    row.box.selectAll()
    QTest.keyClicks(row.box, "15")
    row.save.click()
    assert not row.form.isVisible()
    assert row.words.words() == "First PEP: ready within 15 working days of coming into care."
    assert row.about.words() == "You changed this on 10 March 2026. The page says 20 working days."
    assert "was 20 working days, and is 15 working days" in page.history.words()
    row.back.click()
    assert row.words.words() == "First PEP: ready within 20 working days of coming into care."
    assert house.records.undo()
    assert row.words.words() == "First PEP: ready within 15 working days of coming into care."


def test_how_often_peps_are_is_put_right_by_choosing(page: CouncilRulesPage, house: House) -> None:
    choose(page, "Leeds")
    settle()
    row = page.cards["leeds"].lines["rhythm"]
    before = row.words.words()
    row.change.click()
    row.ways.row("each_term").setChecked(True)
    assert not row.field.isVisible()
    row.save.click()
    assert row.words.words() == "Then one in each school term."
    row.change.click()
    row.ways.row("at_most_months").setChecked(True)
    assert row.field.isVisible()
    row.save.click()
    assert "number in figures" in row.field.error()
    QTest.keyClicks(row.box, "4 months")
    row.save.click()
    assert row.words.words() == "Then never more than 4 months apart."
    assert house.records.undo()
    assert row.words.words() == "Then one in each school term."
    row.back.click()
    assert row.words.words() == before


def test_four_weeks_are_taken_as_days_to_count(page: CouncilRulesPage) -> None:
    choose(page, "Leeds")
    row = page.cards["leeds"].lines["copy_within.days"]
    row.change.click()
    row.box.selectAll()
    QTest.keyClicks(row.box, "4 weeks")
    row.save.click()
    assert row.words.words() == "Your copy of the PEP: within 28 days of the meeting."


def test_what_is_half_typed_is_there_again_and_leaving_it_keeps_nothing(
    page: CouncilRulesPage, house: House, show: Show, mia: int
) -> None:
    row = page.cards["england_usual"].lines["first_pep.days"]
    row.change.click()
    row.box.selectAll()
    QTest.keyClicks(row.box, "1")
    again: CouncilRulesPage = show(CouncilRulesPage(house, CouncilRules(mia)))
    settle()
    kept = again.cards["england_usual"].lines["first_pep.days"]
    assert kept.form.isVisible()
    assert kept.box.text() == "1"
    kept.leave.click()
    assert not kept.form.isVisible()
    last: CouncilRulesPage = show(CouncilRulesPage(house, CouncilRules(mia)))
    assert not last.cards["england_usual"].lines["first_pep.days"].form.isVisible()


def test_the_dates_page_shows_each_rule_its_days_and_the_way_to_put_them_right(
    house: House, show: Show, vault: Vault
) -> None:
    child = builders.add_child(
        vault, "Amira", came_into_care_on=date(2025, 10, 9), last_review_on=date(2026, 3, 2)
    )
    school = school_of(vault, child)
    use_riverside(vault, school)
    page: DatesOfPage = show(DatesOfPage(house, DatesOf(child)))
    settle()
    shown = all_sentences(page)
    for part in (
        "Council responsible: Southwark.",
        "Came into care: Thursday 9 October 2025",
        "By Friday 14 November 2025",
        "Day 1 is Friday 10 October 2025. Day 20 is Friday 14 November 2025.",
        "Left out: Training day, 24 October; Holiday, 27 to 31 October.",
        "Rule: Southwark Council’s page, 2017.",
        "review on Monday 2 March 2026.",
    ):
        assert part in shown
    for source in (
        "Southwark Council, “Personal education plans”",
        "Southwark Children’s Services procedures",
    ):
        assert shown.count(source) == 1, "each source is said once"
    assert shown.count("It never comes first.") == 1
    went = journey(page)
    page.change_facts.click()
    page.change_school.click()
    page.change_rules.click()
    assert went == [EditChild(child, "dates"), SchoolDates(school), CouncilRules(child)]


def test_where_there_is_no_day_the_dates_page_says_what_every_other_page_says(
    house: House, show: Show, vault: Vault
) -> None:
    """“No day yet”, where the child’s page and Home said by when at the latest."""
    child = builders.add_child(vault, "Amira", council="Gateshead", last_pep_on=date(2026, 3, 5))
    page = show(DatesOfPage(house, DatesOf(child)))
    settle()
    shown = all_sentences(page)
    when = "by the end of the summer term, at the latest 31 July 2026"
    assert f"No exact day yet: {when}" in shown
    assert when in house.records.read(next_pep_of, child, builders.TODAY).words


def test_the_social_workers_date_leads_on_the_dates_page(house: House, show: Show, vault: Vault) -> None:
    child = builders.add_child(
        vault, "Amira", council="", last_pep_on=date(2025, 11, 3), social_worker_says_by=date(2026, 4, 1),
        review_on=date(2026, 4, 22),
    )  # fmt: skip
    page = show(DatesOfPage(house, DatesOf(child)))
    settle()
    shown = all_sentences(page)
    assert "The social worker gave this date. So this day comes first: Wednesday 1 April 2026." in shown
    assert "Nobody has said yet which council is responsible" in shown
    assert "the next child-in-care review is on Wednesday 22 April 2026. That day comes first." in shown
    assert show(DatesOfPage(house, DatesOf(99))).is_gone


def test_the_way_on_to_the_dates_comes_before_the_rules(page: CouncilRulesPage) -> None:
    choose(page, "Southwark")
    settle()
    assert page.cards
    below = page.done.mapTo(page, page.done.rect().bottomLeft()).y()
    assert all(card.mapTo(page, card.rect().topLeft()).y() > below for card in page.cards.values())


def test_what_a_page_does_not_say_is_added_with_its_kind_of_day_and_taken_away_again(
    page: CouncilRulesPage, house: House
) -> None:
    choose(page, "Oldham")
    card = page.cards["oldham"]
    assert "new_home.days" not in card.lines
    card.more.click()
    settle()
    row = card.lines["new_home.days"]
    assert row.isVisible()
    assert not card.more.isVisible()
    assert row.words.words() == "Days after a move to another home: not said here."
    assert same_names(page) == []
    row.change.click()
    QTest.keyClicks(row.box, "20")
    row.save.click()
    assert "Say which days" in row.field.error()
    QTest.keyClicks(row.box, " school days")
    row.save.click()
    assert row.words.words() == "After a move to another home: a PEP within 20 school days."
    assert row.about.words() == "You added this on 10 March 2026. The page does not say it."
    row.back.click()
    assert row.words.words() == "Days after a move to another home: not said here."
    assert house.records.undo()
    assert row.words.words() == "After a move to another home: a PEP within 20 school days."


def test_a_part_with_several_ways_asks_for_one_before_it_is_saved(page: CouncilRulesPage) -> None:
    choose(page, "Oldham")
    card = page.cards["oldham"]
    card.more.click()
    row = card.lines["early_years"]
    row.change.click()
    row.save.click()
    assert row.ways_field is not None
    assert row.ways_field.error() == "Choose one of these first."
    row.ways.row("each_term").setChecked(True)
    row.save.click()
    assert row.words.words() == "Before Reception: one in each school term."
    ends = card.lines["ends"]
    ends.change.click()
    assert ends.ways.value() == "age"
    ends.ways.row("year").setChecked(True)
    ends.box.selectAll()
    QTest.keyClicks(ends.box, "13")
    ends.save.click()
    assert ends.words.words() == "PEPs go on to the end of Year 13."


def test_a_child_of_cumbria_is_asked_which_council_took_over(
    house: House, show: Show, vault: Vault, mia: int
) -> None:
    with vault.work() as session:
        children.set_council(session, mia, "Cumbria")
    page: CouncilRulesPage = show(CouncilRulesPage(house, CouncilRules(mia)))
    settle()
    assert page.choice.currentText() == "Cumbria"
    assert "Cumbria ended on 31 March 2023." in page.which.words()
    page.successors["Westmorland and Furness"].click()
    assert council(house, mia) == "Westmorland and Furness"
    assert page.choice.currentText() == "Westmorland and Furness"
    assert page.choice.findData("Cumbria") == -1
    assert not page.successors["Cumberland"].isVisible()
    assert house.records.undo()
    assert page.choice.currentText() == "Cumbria"
