"""Home asks for what is not known, and for what a council asks for; never for what was typed."""

import re
from datetime import date

import pytest

from carer_app.choices import WhichReview
from carer_app.domain.child import Child
from carer_app.storage.vault import Vault
from carer_app.use_cases import changing_school, children, for_home
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.for_home import NextStep, Step
from carer_app.use_cases.pep_dates import other_dates
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
    (found,) = read(vault, for_home.home, on).steps
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


@pytest.mark.parametrize(
    ("birthday", "on", "asked"),
    [
        (date(2022, 3, 10), date(2026, 8, 10), "Which school does Mia go to in Reception?"),
        (date(2022, 3, 10), date(2026, 10, 12), "Say which school Mia goes to in Reception"),
        (date(2015, 3, 10), date(2026, 9, 8), "Which school does Mia go to in Year 7?"),
        (date(2022, 3, 10), date(2026, 7, 20), ""),  # not yet
        (date(2021, 3, 10), date(2026, 9, 8), ""),  # Year 1
    ],
)
def test_where_a_class_is_often_at_another_school_home_asks_which_and_names_the_rule(
    vault: Vault, birthday: date, on: date, asked: str
) -> None:
    child = builders.add_child(vault, council="", came_into_care_on=date(2024, 5, 1), birthday=birthday)
    do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 6, 10), date(2026, 6, 12))

    def question() -> list[str]:
        found = home(vault, on)
        return [each.words for each in (found, *found.also) if each.step == Step.NEW_SCHOOL]

    assert question() == ([asked] if asked else [])
    if asked:
        found = home(vault, on)
        (why,) = [each.why for each in (found, *found.also) if each.step == Step.NEW_SCHOOL]
        assert why.endswith(
            "Then a PEP is due 20 working days after the first day there. "
            "Rule: What most councils in England ask for."
        )
        if on >= date(2026, 9, 8):
            do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 9, 7), on)
            assert asked not in question(), "a PEP that was held since answers what would be counted"
            do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 6, 10), on)
        do(vault, changing_school.change_school, child, "Brook Primary", date(2026, 9, 3), on)
        assert asked not in question()


def test_dates_of_the_new_year_at_the_same_school_answer_which_school_it_is(vault: Vault) -> None:
    child_of(vault, "", LAST_PEP=date(2026, 6, 10), BIRTHDAY=date(2022, 3, 10))
    assert Step.NEW_SCHOOL not in steps(vault, date(2026, 9, 8))


def test_a_review_told_for_a_day_after_the_one_by_the_rule_is_asked_about(vault: Vault) -> None:
    child = child_of(vault, "", LAST_PEP=date(2026, 9, 10), LAST_REVIEW=date(2026, 5, 12))
    do(vault, children.set_last_review_was, child, WhichReview.LATER)
    do(vault, children.set_date, child, ChildDate.REVIEW, date(2026, 12, 8), date(2026, 9, 30))
    for on, is_due, asks in (
        (date(2026, 10, 2), "it is due", "if the day of Mia’s child-in-care review is all right"),
        (date(2026, 11, 20), "it was due", "if Mia’s child-in-care review can be earlier"),
    ):
        found = home(vault, on)
        (late,) = [each for each in (found, *found.also) if each.step == Step.REVIEW_DAY]
        assert late.words == f"Ask the social worker {asks}"
        rule = "By England’s rules for child-in-care reviews"
        assert f"{rule} {is_due} by Thursday 12 November 2026." in late.why
        assert is_due in read(vault, other_dates, child, on).review_why
    [line] = [each.in_short for each in home(vault, date(2026, 12, 1)).also if each.step == Step.REVIEW_DAY]
    assert line == "Mia’s review on 8 December is after 12 November, when it was due by the rule."
    do(vault, children.set_date, child, ChildDate.REVIEW, date(2026, 11, 12), date(2026, 9, 30))
    assert Step.REVIEW_DAY not in steps(vault, date(2026, 10, 2))


def test_why_a_first_review_is_asked_about_is_three_sentences_and_no_counting(vault: Vault) -> None:
    """With how its days are counted it was five; that stands on the child's page."""
    child = child_of(vault, "", CAME_INTO_CARE=date(2026, 8, 3))
    asked = home(vault, date(2026, 8, 25))
    (ask,) = [each for each in (asked, *asked.also) if each.step == Step.REVIEW_DAY]
    do(vault, children.set_date, child, ChildDate.REVIEW, date(2026, 9, 10), date(2026, 8, 26))
    told = home(vault, date(2026, 8, 27))
    (late,) = [each for each in (told, *told.also) if each.step == Step.REVIEW_DAY]
    for each in (ask, late):
        assert len(re.findall(r"[.?](?: |$)", each.why)) <= 3, each.why
        assert "is day 1" not in each.why
    assert "20 working days after" in ask.why


def test_from_18_on_no_review_is_asked_for_or_said_to_be_due(vault: Vault) -> None:
    child = child_of(vault, "", LAST_PEP=date(2026, 9, 10), BIRTHDAY=date(2008, 11, 14))
    assert Step.LAST_REVIEW in steps(vault, date(2026, 10, 2))
    do(vault, children.set_date, child, ChildDate.LAST_REVIEW, date(2026, 6, 20), date(2026, 9, 30))
    before, after = (read(vault, other_dates, child, date(2026, 11, day)) for day in (13, 14))
    assert (before.review_words, before.review_why) == (
        "Child-in-care review: none before care ends",
        "Care ends on Saturday 14 November 2026.",
    )
    assert (after.review_words, after.review_on) == ("Child-in-care review: none any more", None)
    assert after.review_why == "Being in care ended at 18, on Saturday 14 November 2026."
    do(vault, children.set_date, child, ChildDate.LAST_REVIEW, None, date(2026, 9, 30))
    asked = {on: steps(vault, on) for on in (date(2026, 11, 14), date(2027, 1, 20), date(2027, 4, 20))}
    assert not [on for on, found in asked.items() if found & {Step.LAST_REVIEW, Step.REVIEW_DAY}]
