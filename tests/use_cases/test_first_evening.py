"""A child has just been added: Home asks for what a date needs, one by one, and later only for what matters soon."""

from datetime import date, timedelta

import pytest

from carer_app.domain.child import Child
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, for_home
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.for_home import NextStep, Step
from carer_app.use_cases.pep_dates import pep_due
from tests.builders import TODAY, do, open_on, read

SEPTEMBER = date(2026, 9, 5)


def card(vault: Vault, on: date) -> NextStep:
    (found,) = read(vault, for_home.home, on).steps
    return found  # type: ignore[no-any-return]


def add(vault: Vault, on: date, fact: FirstFact = FirstFact.NONE_YET, day: date | None = None) -> int:
    return do(vault, children.add_child, "Mia", fact, day, on, "uid-1")  # type: ignore[no-any-return]


def lines(found: NextStep) -> list[Step]:
    return [found.step, *(each.step for each in found.also)]


def test_a_name_alone_leads_to_one_date(vault: Vault) -> None:
    add(vault, SEPTEMBER)
    found = card(vault, SEPTEMBER)
    assert (found.step, found.words) == (Step.FACTS, "Tell us one date for Mia")
    assert Step.COUNCIL in lines(found)


def test_with_the_last_pep_she_is_led_to_the_school_its_dates_and_the_council(vault: Vault) -> None:
    """It stood quiet: “Nothing needs doing”, though three things were missing that a date is counted by."""
    child = add(vault, SEPTEMBER, FirstFact.LAST_PEP, date(2026, 6, 24))
    found = card(vault, SEPTEMBER)
    assert found.words == "Say which school Mia goes to"
    assert Step.COUNCIL in lines(found)
    do(vault, children.set_school, child, "Riverside")
    assert card(vault, SEPTEMBER).words == "Add the school’s dates"
    with vault.reading() as session:
        school = pep_due(session, child, SEPTEMBER).school_id
    with vault.work() as session:
        open_on(
            session,
            school,
            (date(2026, 9, 3), date(2026, 10, 23)),
            (date(2026, 11, 2), date(2026, 12, 18)),
            (date(2027, 1, 4), date(2027, 3, 25)),
        )
    assert lines(card(vault, SEPTEMBER)) == [Step.COUNCIL]
    do(vault, children.set_council, child, "Borsetshire")
    found = card(vault, SEPTEMBER)
    assert (found.step, found.why) == (
        Step.NOTHING,
        "Next: Mia’s PEP is due by 18 December. A PEP is due each term.",
    )
    assert card(vault, SEPTEMBER + timedelta(days=14)).words == "Do you have the copy of Mia’s last PEP?"


@pytest.mark.parametrize("days", [13, 14])
def test_after_two_weeks_only_what_matters_soon_is_asked_for(vault: Vault, days: int) -> None:
    child = add(vault, SEPTEMBER, FirstFact.LAST_PEP, date(2026, 9, 4))
    do(vault, children.set_school, child, "Riverside")
    found = card(vault, SEPTEMBER + timedelta(days=days))
    asked = {Step.TERM_DATES, Step.COUNCIL} & set(lines(found))
    assert asked == ({Step.TERM_DATES, Step.COUNCIL} if days < 14 else set())
    again = card(vault, date(2027, 1, 25))
    assert {Step.TERM_DATES, Step.COUNCIL} <= set(lines(again)), "from eight weeks before it can be due"


def test_who_puts_it_away_is_not_asked_until_then(vault: Vault) -> None:
    child = add(vault, SEPTEMBER, FirstFact.LAST_PEP, date(2026, 6, 24))
    do(vault, for_home.put_off, child, SEPTEMBER + timedelta(days=7), SEPTEMBER)
    assert card(vault, SEPTEMBER).hidden_until == SEPTEMBER + timedelta(days=7)


def test_who_was_added_long_ago_is_not_asked_anew(vault: Vault) -> None:
    """Nobody knows when a child was added before that was written down."""
    child = add(vault, SEPTEMBER, FirstFact.LAST_PEP, date(2026, 9, 4))
    with vault.work() as session:
        session.get_one(Child, child).added_on = None
    assert not {Step.TERM_DATES, Step.COUNCIL} & set(lines(card(vault, SEPTEMBER)))


@pytest.mark.parametrize(("care", "asks"), [(date(2026, 2, 20), False), (date(2025, 3, 10), True)])
def test_after_a_year_in_care_the_last_review_is_asked_for_where_none_is_known(
    vault: Vault, care: date, asks: bool
) -> None:
    """Home never spoke of reviews then: the first is long past, and nothing counts from care any more."""
    child = add(vault, TODAY, FirstFact.CAME_INTO_CARE, care)
    found = card(vault, TODAY)
    assert (Step.LAST_REVIEW in lines(found)) is asks
    if asks:
        said = {each.step: each.words for each in found.also}
        assert said[Step.LAST_REVIEW] == "When was Mia’s last child-in-care review?"
        assert found.step != Step.LAST_REVIEW, "what the PEP needs comes first"
    for which, day in ((ChildDate.LAST_REVIEW, date(2026, 1, 20)), (ChildDate.REVIEW, date(2026, 6, 1))):
        do(vault, children.set_date, child, which, day, TODAY)
        assert Step.LAST_REVIEW not in lines(card(vault, TODAY))
        do(vault, children.set_date, child, which, None, TODAY)


def test_a_year_in_care_and_no_pep_typed_does_not_begin_with_the_reviewing_officer(vault: Vault) -> None:
    """By its rule the first PEP was due in April. The carer came to it today, and nobody was asked before."""
    add(vault, TODAY, FirstFact.CAME_INTO_CARE, date(2025, 3, 24))
    found = card(vault, TODAY)
    assert found.words == "Ask the social worker for a day for Mia’s PEP meeting"
    assert found.why == (
        "It was due by 23 April 2025. The social worker or school sets the day. "
        "If a PEP has been held since then, type its day."
    )
