"""Home asks for what is not known, and for what a council asks for; never for what was typed."""

from datetime import date

import pytest

from carer_app.domain.child import Child
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, today
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.today import NextStep, Step
from tests import builders
from tests.builders import do, read
from tests.use_cases.test_which_date_leads import NEXT_YEAR


def child_of(vault: Vault, council: str, **dates: date) -> int:
    child = builders.add_child(vault, council=council, came_into_care_on=date(2024, 5, 1))
    for which, day in dates.items():
        do(vault, children.set_date, child, ChildDate[which], day, date(2026, 9, 30))
    with vault.work() as session:
        session.get_one(Child, child).added_on = date(2026, 9, 30)
        school = children.child_facts(session, child, builders.TODAY).school_id
        assert school is not None
        builders.open_on(session, school, *NEXT_YEAR)
    return child


def home(vault: Vault, on: date) -> NextStep:
    (found,) = read(vault, today.home, on).steps
    assert isinstance(found, NextStep)
    return found


def steps(vault: Vault, on: date) -> set[Step]:
    found = home(vault, on)
    return {found.step, *(each.step for each in found.also)}


@pytest.mark.parametrize(
    ("last", "asks"), [(date(2026, 9, 20), False), (date(2024, 4, 1), True), (None, True)]
)
def test_a_review_that_was_typed_is_not_asked_for_before_care_ends(
    vault: Vault, last: date | None, asks: bool
) -> None:
    """One from before the child came into care says nothing of the reviews since."""
    child = child_of(vault, "Leeds", LAST_PEP=date(2026, 9, 10), LEFT_CARE=date(2026, 12, 17))
    do(vault, children.set_date, child, ChildDate.LAST_REVIEW, last, date(2026, 9, 30))
    mornings = (date(2026, 10, 2), date(2026, 11, 10), date(2026, 12, 16))
    assert any(Step.LAST_REVIEW in steps(vault, on) for on in mornings) is asks


@pytest.mark.parametrize(
    ("birthday", "on", "asks"),
    [
        (date(2011, 3, 2), date(2026, 10, 2), True),  # Year 11
        (date(2011, 3, 2), date(2026, 10, 27), False),  # eight weeks on
        (date(2012, 3, 2), date(2026, 10, 2), False),  # Year 10
    ],
)
def test_a_pep_that_a_council_asks_for_in_a_class_is_asked_about(
    vault: Vault, birthday: date, on: date, asks: bool
) -> None:
    child_of(vault, "Kent", LAST_PEP=date(2026, 7, 10), BIRTHDAY=birthday, LAST_REVIEW=date(2026, 7, 1))
    found = home(vault, on)
    words = "This council asks for a new PEP at a new key stage. Year 11 is one."
    assert found.why.startswith(words) is asks
    if asks:
        assert (found.step, found.words) == (
            Step.ASK_FOR_DATE,
            "Ask the social worker about a new PEP for Mia",
        )


def test_home_asks_which_council_took_over(vault: Vault) -> None:
    child = child_of(vault, "Cumbria", LAST_PEP=date(2026, 6, 10))
    found = home(vault, date(2026, 10, 2))
    said = {each.step: each for each in (found, *found.also)}
    assert said[Step.COUNCIL].why.startswith("Cumbria is no more: others took over.")
    do(vault, children.set_council, child, "Cumberland")
    assert Step.COUNCIL not in steps(vault, date(2026, 10, 2))
