"""The other days of a child's year, on the page of dates and from Home."""

from collections.abc import Callable
from datetime import date
from typing import Any

from carer_app.choices import Support
from carer_app.storage.vault import Vault
from carer_app.use_cases import children
from carer_app.use_cases.for_home import Step
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import all_sentences
from ui.base.house import House
from ui.base.places import DatesOf, Home
from ui.children.dates_of import DatesOfPage
from ui.home.home import HomePage
from ui.widgets.text import Heading

Show = Callable[[Any], Any]


def a_child(vault: Vault, birthday: date = date(2015, 10, 20), **dates: date) -> int:
    child = builders.add_child(
        vault, birthday=birthday, came_into_care_on=date(2024, 5, 1), last_pep_on=date(2026, 2, 20), **dates
    )
    with vault.work() as session:
        children.set_support(session, child, Support.NONE)
    return child


def headings(page: Any) -> list[str]:
    return [each.words() for each in page.findChildren(Heading) if each.isVisibleTo(page)]


def test_the_days_stand_by_month_with_who_does_it_and_whose_rule_it_is(
    house: House, show: Show, vault: Vault
) -> None:
    page: DatesOfPage = show(DatesOfPage(house, DatesOf(a_child(vault))))
    settle()
    assert [each for each in headings(page) if each[:5] in ("Other", "March", "Octob")] == [
        "Other days in the next twelve months",
        "March 2026",
        "October 2026",
    ]
    shown = all_sentences(page)
    for part in (
        "Saturday 31 October 2026: The form for secondary school",
        "The social worker fills it in. It is not for the carer to do.",
        "Say which schools you and Mia would like",
        "Source: GOV.UK, “School admissions: how to apply”",
        "We looked at it on 29 November 2026.",
    ):
        assert part in shown


def test_home_says_it_four_weeks_before_and_leads_to_the_months(
    house: House, show: Show, vault: Vault
) -> None:
    child = a_child(vault)
    home: HomePage = show(HomePage(house, Home()))
    assert "The questionnaire on feelings (SDQ): by 31 March" in all_sentences(home)
    went: list[Any] = []
    home.go.connect(went.append)
    home.cards[child].main.click()
    assert went == [DatesOf(child, "year")]
    page: DatesOfPage = show(DatesOfPage(house, went[0]))
    settle()
    page.resize(1000, 500)
    page.focus_first()
    settle()
    at = page.focusWidget()
    assert isinstance(at, Heading)
    assert at.words() == "Other days in the next twelve months"
    top = at.mapTo(page.body.viewport(), at.rect().topLeft()).y()
    assert 0 <= top < 40, "it begins at the top of what is seen"


def test_a_school_place_that_is_late_is_said_and_not_only_before_its_day(
    house: House, show: Show, vault: Vault
) -> None:
    child = builders.add_child(vault, school="", came_into_care_on=date(2026, 1, 5))
    with vault.work() as session:
        children.set_school_place(session, child, False)
    page = show(DatesOfPage(house, DatesOf(child)))
    settle()
    shown = all_sentences(page)
    assert "A school place was due by Monday 2 February 2026. The social worker finds it" in shown
    home: HomePage = show(HomePage(house, Home()))
    assert (
        home.cards[child].others.lines[Step.SCHOOL_PLACE].text() == "Ask again about a school place for Mia"
    )


def test_without_a_birthday_the_page_says_what_it_would_tell(house: House, show: Show, vault: Vault) -> None:
    child = builders.add_child(vault, came_into_care_on=date(2024, 5, 1))
    page = show(DatesOfPage(house, DatesOf(child)))
    settle()
    shown = all_sentences(page)
    assert "With Mia’s birthday we can say more: forms for a school, the SDQ, 16 and 18." in shown
