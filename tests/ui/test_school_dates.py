"""A school’s dates on screen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from carer_app.choices import InsetDays
from carer_app.storage.vault import Vault
from carer_app.use_cases import dates_drafts, filling_dates, school_dates
from carer_app.use_cases.checking_dates import ReadDates
from tests import builders
from tests.ui.audit import settle
from tests.ui.children_pages import dates, journey, school_of
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import CheckDates, SchoolDates
from ui.children.school_dates import SchoolDatesPage
from ui.widgets.choice import Choices

Show = Callable[[Any], Any]


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, school: int) -> SchoolDatesPage:
    return page_of(house, show, school)


def page_of(house: House, show: Show, school: int) -> SchoolDatesPage:
    page: SchoolDatesPage = show(SchoolDatesPage(house, SchoolDates(school)))
    return page


def add_term(house: House, school: int, first: date, last: date) -> None:
    house.records.change(builders.open_on, school, (first, last))


def terms(house: House, school: int) -> list[tuple[date, date]]:
    return [(row.first_day, row.last_day) for row in dates(house, school).periods]


def days_off(house: House, school: int) -> list[tuple[date, bool]]:
    return [(row.day, row.is_inset) for row in dates(house, school).closings]


def test_what_is_known_is_said_and_counted(page: SchoolDatesPage, house: House, school: int) -> None:
    assert page.known.words() == "No dates yet."
    add_term(house, school, date(2026, 2, 23), date(2026, 3, 27))
    assert (
        page.known.words()
        == "The last day we know is Friday 27 March 2026. Some dates before it are missing."
    )
    assert page.counts.words() == (
        "We know 25 days of 2025/26 so far. Missing: the autumn term, the first half of the spring term, the summer "
        "term. In most schools a whole year has 190."
    )
    add_term(house, school, date(2025, 9, 2), date(2025, 12, 19))
    add_term(house, school, date(2026, 1, 5), date(2026, 2, 13))
    assert page.known.words() == "Dates are known until Friday 27 March 2026. After that day we cannot count."
    assert "; the summer term is missing." in page.counts.words()


def test_each_school_year_leads_to_its_boxes_and_back_to_what_was_begun(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    went = journey(page)
    said = [button.words() for button in page.by_hand.values()]
    assert said == ["Type the dates of 2025/26", "Type the dates of 2026/27"]
    add_term(house, school, date(2024, 9, 2), date(2024, 10, 18))
    add_term(house, school, date(2026, 2, 23), date(2026, 3, 27))
    form = house.records.read(filling_dates.form_of_stored, school, 2026)
    house.records.change(dates_drafts.keep_form, CheckDates(school, 2026).key, form)
    assert {year: button.words() for year, button in page.by_hand.items()} == {
        2024: "Change the dates of 2024/25",
        2025: "Change the dates of 2025/26",
        2026: "Go on with the dates of 2026/27",
    }
    for button in page.by_hand.values():
        button.click()
    assert set(went) == {CheckDates(school, year) for year in (2024, 2025, 2026)}


def test_dates_that_were_read_and_not_used_yet_are_led_back_to(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    went = journey(page)
    assert not page.go_on.isVisible()
    read = ReadDates(((date(2026, 2, 23), date(2026, 3, 27)),))
    house.records.change(dates_drafts.begin, CheckDates(school).key, read, "the text", house.today())
    assert page.go_on.isVisible()
    assert (page.go_on.kind(), page.paste.kind()) == ("main", "plain")
    page.go_on.click()
    assert went == [CheckDates(school)]


def test_not_knowing_the_training_days_is_kept(
    page: SchoolDatesPage, house: House, show: Show, school: int
) -> None:
    add_term(house, school, date(2025, 9, 1), date(2025, 10, 24))
    assert not dates(house, school).inset_days_known  # nobody has said anything yet
    shown = page.inset_fields[2025].widget
    assert isinstance(shown, Choices)
    assert shown.value() == InsetDays.NOT_KNOWN
    shown.row(InsetDays.KNOWN).click()
    assert dates(house, school).inset_days_known
    again = page_of(house, show, school).inset_fields[2025].widget
    assert isinstance(again, Choices)
    assert again.value() == InsetDays.KNOWN


def test_one_button_leads_on_and_never_two(page: SchoolDatesPage, house: House, school: int) -> None:
    def leads() -> list[str]:
        ways = (page.go_on, page.paste, page.done)
        return [each.words() for each in ways if each.kind() == "main" and each.isVisible()]

    assert leads() == ["Paste the dates from school"]
    house.records.change(school_dates.use_example, school, "riverside_2025_26")
    assert leads() == ["Continue"]
    read = ReadDates(((date(2025, 9, 1), date(2025, 10, 24)),))
    house.records.change(dates_drafts.begin, CheckDates(school).key, read, "the text", house.today())
    assert leads() == ["Go on checking the dates you pasted"]


def test_that_all_training_days_are_known_is_not_chosen_before_somebody_has_said_so(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    days = tuple(date(2025, 9, 1) + timedelta(days=number) for number in range(5))
    read = ReadDates(((date(2025, 9, 1), date(2025, 10, 24)),), days)
    form = filling_dates.form_of_read(read, "the text", house.today())
    house.records.change(dates_drafts.use, school, form, CheckDates(school).key)
    field = page.inset_fields[2025]
    assert isinstance(field.widget, Choices)
    assert field.widget.value() is None
    settle()
    assert "Nobody has said yet that these are all." in sentences(page)
    field.widget.row(InsetDays.KNOWN).click()
    assert field.widget.value() == InsetDays.KNOWN
    assert "Nobody has said yet" not in sentences(page)


def test_the_example_shows_its_source_before_it_is_used(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    shown = sentences(page)
    assert "Riverside Primary School 2025/26" in shown
    assert "Source: https://riverside.southwark.sch.uk/Term-Dates, looked at on" in shown
    assert not page.example.replaces.isVisible()
    (button,) = page.example.buttons.values()
    assert button.accessibleName() == "Use these dates: Riverside Primary School 2025/26"
    button.click()
    assert page.counts.words() == "In 2025/26 pupils come on 190 days. In most schools a whole year has 190."
    assert "riverside.southwark.sch.uk" in page.source.words()
    assert page.example.replaces.isVisible()


def test_taking_the_example_back_brings_the_dates_before(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    add_term(house, school, date(2024, 9, 2), date(2024, 10, 18))
    house.records.change(builders.open_on, school, inset=[date(2024, 9, 2)])
    before = terms(house, school), days_off(house, school)
    page.example.buttons["riverside_2025_26"].click()
    assert len(terms(house, school)) == 7  # the year before stays
    house.records.undo()
    assert (terms(house, school), days_off(house, school)) == before


def test_dates_that_ran_out_are_said(house: House, show: Show, school: int) -> None:
    add_term(house, school, date(2025, 1, 6), date(2025, 2, 14))
    page = page_of(house, show, school)
    assert page.known.words() == (
        "The dates here ended on Friday 14 February 2025. Add those for this school year."
    )


def test_a_school_that_is_gone_says_so(house: House, show: Show, vault: Vault) -> None:
    page = page_of(house, show, 99)
    assert page.is_gone
    assert not any(card.isVisible() for card in page.cards)
    assert not any(button.isVisible() for button in page.by_hand.values())


def test_the_page_is_called_after_the_school(house: House, show: Show, vault: Vault) -> None:
    child = builders.add_child(vault, "Jo", builders.NASTY)
    page = page_of(house, show, school_of(vault, child))
    assert page.accessibleName() == f"School dates: {builders.NASTY}"


def test_an_example_that_is_over_is_not_there_to_be_filled_in_as_if_to_come(
    house: House, show: Show, school: int
) -> None:
    days = [date(2026, 7, 20)]
    page = page_of(replace(house, today=lambda: days[-1]), show, school)
    assert "Bromley" not in sentences(page), "it ended in 2025"
    assert list(page.example.buttons) == ["riverside_2025_26"]
    days.append(date(2026, 7, 21))
    page.look_again()
    assert not page.example.isVisible()
    assert "Begin with an example" not in sentences(page)
