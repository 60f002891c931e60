"""A school’s dates on screen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest

from carer_app.choices import InsetDays
from carer_app.storage.vault import Vault
from carer_app.use_cases import school_dates
from tests import builders
from tests.ui.children_pages import dates, school_of, undoable
from tests.ui.preparing_pages import focused, sentences
from ui.children.school_dates import SchoolDatesPage
from ui.page import House
from ui.places import SchoolDates
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


def add_term(page: SchoolDatesPage, first: str, last: str) -> None:
    QTest.keyClicks(page.period_form.first.line, first)
    QTest.keyClicks(page.period_form.last.line, last)
    page.period_form.add.click()


def add_day(page: SchoolDatesPage, day: str, why: str = "inset") -> None:
    QTest.keyClicks(page.closing_form.day.line, day)
    page.closing_form.why.row(why).click()
    page.closing_form.add.click()


def problems(page: SchoolDatesPage) -> list[str]:
    assert page._summary is not None
    return page._summary.sentences()


def terms(house: House, school: int) -> list[tuple[date, date]]:
    return [(row.first_day, row.last_day) for row in dates(house, school).periods]


def days_off(house: House, school: int) -> list[tuple[date, bool]]:
    return [(row.day, row.is_inset) for row in dates(house, school).closings]


def test_a_term_is_added_and_the_form_waits_for_the_next(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    assert page.known.words() == "No dates yet."
    add_term(page, "23 February 2026", "27 March")
    assert terms(house, school) == [(date(2026, 2, 23), date(2026, 3, 27))]
    assert page.known.words() == "Dates are known until Friday 27 March 2026. After that day we cannot count."
    assert page.counts.words() == "In 2025/26 pupils come on 25 days. In most schools a whole year has 190."
    assert (page.period_form.first.raw(), page.period_form.last.raw()) == ("", "")
    assert focused(page) is page.period_form.first.line


def test_the_last_day_without_a_year_is_the_next_such_day_after_the_first(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    add_term(page, "1 September 2025", "24 October")
    add_term(page, "3 November 2025", "19 Dec")
    assert terms(house, school)[1] == (date(2025, 11, 3), date(2025, 12, 19))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("", "27 March 2026", "Type the first day back."),
        ("23 February 2026", "", "Type the last day before the holiday."),
        ("31 feb", "27 March 2026", "February 2026 has no 31st day."),
        ("27 March 2026", "23 February 2026", "The last day must not be before the first day."),
    ],
)
def test_a_term_that_cannot_be_right_is_asked_about_and_stays_typed(
    page: SchoolDatesPage, house: House, school: int, first: str, last: str, said: str
) -> None:
    add_term(page, first, last)
    assert [sentence.startswith(said) for sentence in problems(page)] == [True]
    assert (page.period_form.first.raw(), page.period_form.last.raw()) == (first, last)
    assert terms(house, school) == []


def test_a_term_that_overlaps_is_refused_and_stays_typed(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    told: list[str] = []
    house.records.problem.connect(told.append)
    add_term(page, "23 February 2026", "27 March 2026")
    add_term(page, "2 March 2026", "30 March 2026")
    assert "overlap" in told[0]
    assert page.period_form.first.raw() == "2 March 2026"
    assert len(terms(house, school)) == 1


def test_a_removed_term_can_be_brought_back_and_the_keyboard_keeps_its_place(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    add_term(page, "1 September 2025", "24 October 2025")
    add_term(page, "3 November 2025", "19 December 2025")
    before, undos = terms(house, school), undoable(house)
    first = page.periods.row(page.periods.ids()[0])
    assert first.remove.accessibleName() == "Take out: 1 September to 24 October 2025"
    first.remove.setFocus()
    first.remove.click()
    assert terms(house, school) == before[1:]
    assert focused(page) is page.periods, "one more press must not take out the next one"
    assert undos[-1].words == "Taken out: 1 September to 24 October 2025."
    house.records.undo()
    assert terms(house, school) == before


def test_training_days_and_closed_days_are_told_apart(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    add_term(page, "5 January 2026", "13 February 2026")
    add_day(page, "5 January 2026")
    add_day(page, "8 January 2026", "closed")
    assert days_off(house, school) == [(date(2026, 1, 5), True), (date(2026, 1, 8), False)]
    rows = [page.closings.row(row) for row in page.closings.ids()]
    assert [row.dates.words() for row in rows] == [
        "Training day: Monday 5 January 2026",
        "Closed: Thursday 8 January 2026",
    ]
    assert dates(house, school).pupil_days == 28


def test_a_removed_training_day_comes_back_as_one(page: SchoolDatesPage, house: House, school: int) -> None:
    add_day(page, "5 January 2026")
    add_day(page, "8 January 2026", "closed")
    before = days_off(house, school)
    for row in page.closings.ids():
        page.closings.row(row).remove.click()
        assert len(days_off(house, school)) == 1
        house.records.undo()
        assert days_off(house, school) == before


def test_a_day_off_typed_twice_is_said_to_be_there(page: SchoolDatesPage, house: House, school: int) -> None:
    add_day(page, "5 January 2026")
    add_day(page, "5 January 2026", "closed")
    assert problems(page) == ["That day is on the list already."]
    assert days_off(house, school) == [(date(2026, 1, 5), True)]


def test_bank_holidays_need_not_be_typed_and_one_that_is_says_so(page: SchoolDatesPage) -> None:
    assert "Bank holidays in England are left out already" in sentences(page)
    add_term(page, "13 April 2026", "22 May 2026")
    add_day(page, "4 May 2026", "closed")
    (row,) = page.closings.ids()
    assert page.closings.row(row).note.words() == "A bank holiday, so it is left out already"


def test_not_knowing_the_training_days_is_kept(
    page: SchoolDatesPage, house: House, show: Show, school: int
) -> None:
    add_term(page, "1 September 2025", "24 October 2025")
    assert not dates(house, school).inset_days_known  # nobody has said anything yet
    shown = page.inset_fields[2025].widget
    assert isinstance(shown, Choices)
    assert shown.value() == InsetDays.NOT_KNOWN
    shown.row(InsetDays.KNOWN).click()
    assert dates(house, school).inset_days_known
    again = page_of(house, show, school).inset_fields[2025].widget
    assert isinstance(again, Choices)
    assert again.value() == InsetDays.KNOWN


def test_the_example_shows_its_source_before_it_is_used(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    shown = sentences(page)
    assert "Riverside Primary School 2025/26" in shown
    assert "Source: https://riverside.southwark.sch.uk/Term-Dates, looked at on" in shown
    assert not page.example.replaces.isVisible()
    _bromley, button = page.example.buttons
    assert button.accessibleName() == "Use these dates: Riverside Primary School 2025/26"
    button.click()
    assert page.counts.words() == "In 2025/26 pupils come on 190 days. In most schools a whole year has 190."
    assert "riverside.southwark.sch.uk" in page.example.taken.words()
    assert page.example.replaces.isVisible()


def test_taking_the_example_back_brings_the_dates_before(
    page: SchoolDatesPage, house: House, school: int
) -> None:
    add_term(page, "2 September 2024", "18 October 2024")
    add_day(page, "2 September 2024")
    before = terms(house, school), days_off(house, school)
    page.example.buttons[1].click()
    assert len(terms(house, school)) == 7  # the year before stays
    house.records.undo()
    assert (terms(house, school), days_off(house, school)) == before


def test_dates_that_ran_out_are_said(house: House, show: Show, school: int) -> None:
    house.records.change(school_dates.add_period, school, date(2025, 1, 6), date(2025, 2, 14))
    page = page_of(house, show, school)
    assert page.known.words() == (
        "The dates here ended on Friday 14 February 2025. Add those for this school year."
    )


def test_half_typed_dates_are_there_again_after_a_sudden_end(
    page: SchoolDatesPage, house: House, show: Show, school: int
) -> None:
    QTest.keyClicks(page.period_form.first.line, "23 Feb")
    QTest.keyClicks(page.closing_form.day.line, "5 Ja")
    page.closing_form.why.row("closed").click()
    again = page_of(house, show, school)
    assert (again.period_form.first.raw(), again.closing_form.day.raw()) == ("23 Feb", "5 Ja")
    assert again.closing_form.why.value() == "closed"


def test_adding_one_thing_keeps_what_is_half_typed_in_the_other_form(
    page: SchoolDatesPage, house: House, show: Show, school: int
) -> None:
    QTest.keyClicks(page.closing_form.day.line, "5 Ja")
    add_term(page, "23 February 2026", "27 March 2026")
    assert page.closing_form.day.raw() == "5 Ja"
    assert page_of(house, show, school).closing_form.day.raw() == "5 Ja"


def test_a_school_that_is_gone_says_so(house: House, show: Show, vault: Vault) -> None:
    page = page_of(house, show, 99)
    assert page.gone.isVisible()
    assert not any(card.isVisible() for card in page.cards)


def test_the_page_is_called_after_the_school(house: House, show: Show, vault: Vault) -> None:
    child = builders.add_child(vault, "Jo", builders.NASTY)
    page = page_of(house, show, school_of(vault, child))
    assert page.accessibleName() == f"School dates: {builders.NASTY}"


def test_an_example_of_a_year_that_is_over_says_that_it_does_not_help_to_count(
    house: House, show: Show, school: int
) -> None:
    assert "These dates ended on 20 July 2026." not in sentences(page_of(house, show, school))
    later = replace(house, today=lambda: date(2026, 11, 23))
    assert "These dates ended on 20 July 2026." in sentences(page_of(later, show, school))
