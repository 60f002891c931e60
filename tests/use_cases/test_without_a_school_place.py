"""A child without a school place: by when a PEP is due is said all the same, and no term dates are asked for."""

from datetime import date

import pytest

from carer_app.storage.vault import Vault
from carer_app.use_cases import children, for_home
from carer_app.use_cases.for_home import Step
from carer_app.use_cases.next_pep import next_pep_of
from tests import builders
from tests.builders import do, read

NO_PLACE = "Mia has no school place. A PEP is needed all the same: it is about getting a place."


def child_without_a_place(vault: Vault) -> int:
    child = builders.add_child(vault, school="", council="Birmingham", last_pep_on=date(2025, 11, 20))
    do(vault, children.set_school_place, child, False)
    return child


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (date(2026, 3, 10), "It is due by the end of the spring term, at the latest 24 April 2026."),
        (date(2026, 5, 10), "It was due by the end of the spring term, at the latest 24 April 2026."),
    ],
)
def test_home_says_by_when_and_that_a_pep_is_about_getting_a_place(vault: Vault, on: date, says: str) -> None:
    child_without_a_place(vault)
    (card,) = read(vault, for_home.home, on).steps
    assert card.step == Step.ASK_FOR_DATE
    assert says in card.why
    assert card.why.endswith(NO_PLACE)


def test_home_does_not_ask_months_before_it_can_be_due(vault: Vault) -> None:
    child_without_a_place(vault)
    (card,) = read(vault, for_home.home, date(2026, 1, 12)).steps
    assert Step.ASK_FOR_DATE not in {card.step, *(each.step for each in card.also)}


def test_nobody_is_asked_for_the_term_dates_of_a_school_that_there_is_not(vault: Vault) -> None:
    found = read(vault, next_pep_of, child_without_a_place(vault), date(2026, 3, 10))
    assert found.due.asks_for == "Mia has no school place, so there are no term dates to count with."
