"""A council that asks for a PEP at any age, but only of a child who goes to a nursery or school."""

from dataclasses import replace
from datetime import date

import pytest

from carer_app import shipped
from carer_app.domain.deadlines import PepDue, PepFacts, next_pep
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.use_cases import rule_texts, rule_words

(DERBYSHIRE,) = shipped.rules_of("Derbyshire")
TODAY = date(2026, 3, 10)
DOUBT = "For a child too young for school, this council asks for it where they go to a nursery."


def due(birthday: date | None) -> PepDue:
    facts = PepFacts(came_into_care=date(2026, 3, 2), birthday=birthday)
    return next_pep(facts, [DERBYSHIRE], KnownTerms(None), TODAY)


@pytest.mark.parametrize("birthday", [date(2025, 6, 1), date(2023, 5, 1), date(2021, 9, 1), None])
def test_a_child_who_may_be_at_home_has_a_date_with_a_doubt(birthday: date | None) -> None:
    found = due(birthday)
    assert (found.state, found.by) == ("due", date(2026, 3, 30))
    assert DOUBT in found.uncertain


@pytest.mark.parametrize("birthday", [date(2021, 8, 31), date(2015, 5, 1), date(2009, 5, 1)])
def test_a_child_of_school_age_has_it_without(birthday: date) -> None:
    found = due(birthday)
    assert found.state == "due"
    assert DOUBT not in found.uncertain


def test_the_rule_says_it_in_words_wherever_it_is_said() -> None:
    said = "PEPs start at any age, where the child goes to a nursery or school."
    assert rule_words.sentence(DERBYSHIRE, "starts") == said
    both = replace(DERBYSHIRE, from_age=3)
    assert (
        rule_words.sentence(both, "starts")
        == "PEPs start at 3. Where the child goes to a nursery, at any age."
    )
    assert rule_texts.shown("starts", "term 0") == "at any age, at a nursery or school"
    assert rule_texts.shown("starts", "age 3 term 0") == "at 3 or at any age, at a nursery or school"


def test_a_two_year_old_in_care_before_the_nursery_is_counted_from_the_first_day_there() -> None:
    facts = PepFacts(
        came_into_care=date(2025, 12, 1),
        birthday=date(2023, 6, 10),
        school_name="Little Oaks",
        started_school=date(2026, 3, 2),
    )
    found = next_pep(facts, [shipped.usual_rules()], KnownTerms(None), TODAY)
    assert found.by == date(2026, 3, 30)
    assert found.reason.startswith("20 working days after starting at Little Oaks on Monday 2 March 2026.")
    assert found.uncertain[0].startswith("Many councils ask for a PEP once a two-year-old goes to a nursery")
