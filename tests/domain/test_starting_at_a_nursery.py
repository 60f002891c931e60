"""A council that asks for a PEP at any age, but only of a child who goes to a nursery or school."""

from dataclasses import replace
from datetime import date

import pytest

from carer_app.domain.deadlines import PepDue, PepFacts, next_pep
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.errors import NotAllowed
from carer_app.rules import shipped
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


@pytest.mark.parametrize("council", ["Enfield", "Gateshead"])
def test_an_age_that_is_only_for_a_nursery_is_said_as_such(council: str) -> None:
    (rules,) = shipped.rules_of(council)
    facts = PepFacts(came_into_care=date(2026, 3, 2), birthday=date(2022, 9, 15))
    found = next_pep(facts, [rules], KnownTerms(None), TODAY)
    assert found.state == "due"
    assert DOUBT in found.uncertain
    said = f"PEPs start at {rules.from_age}, before school only where the child goes to a nursery."
    assert rule_words.sentence(rules, "starts") == said
    older = next_pep(replace(facts, birthday=date(2015, 5, 1)), [rules], KnownTerms(None), TODAY)
    assert DOUBT not in older.uncertain


def test_a_term_after_the_third_birthday_is_for_every_child() -> None:
    """Essex: “between 3 years and one term and 18 years”. At three it was due a term too soon."""
    (essex,) = shipped.rules_of("Essex")
    facts = PepFacts(came_into_care=date(2026, 3, 2), birthday=date(2023, 2, 10))
    found = next_pep(facts, [essex], KnownTerms(None), TODAY)
    assert (found.state, found.reason) == (
        "not_yet",
        "By this rule PEPs start with the term after the birthday. That is on Wednesday 1 April 2026.",
    )
    assert not any("put it down as the school" in doubt for doubt in found.uncertain)
    assert rule_words.sentence(essex, "starts") == "PEPs start with the term after the third birthday."
    assert rule_texts.shown("starts", "term 3") == "with the term after the third birthday"
    then = next_pep(facts, [essex], KnownTerms(None), date(2026, 4, 1))
    assert then.reason.startswith(
        "20 working days after the first term since the birthday began on Wednesday 1 April 2026."
    )


def test_a_child_who_began_at_a_nursery_before_three_has_peps_in_leicestershire_from_then() -> None:
    (rules,) = shipped.rules_of("Leicestershire")
    at_home = PepFacts(came_into_care=date(2026, 3, 2), birthday=date(2024, 1, 10))
    assert next_pep(at_home, [rules], KnownTerms(None), TODAY).state == "not_yet"
    at_a_nursery = replace(at_home, school_name="Little Oaks", started_school=date(2026, 1, 5))
    assert next_pep(at_a_nursery, [rules], KnownTerms(None), TODAY).by == date(2026, 3, 30)


def test_what_a_page_leaves_open_stands_beside_its_own_number_only() -> None:
    (enfield,) = shipped.rules_of("Enfield")
    moved = PepFacts(
        came_into_care=date(2022, 1, 5), last_pep=date(2026, 1, 20), started_school=date(2026, 2, 23)
    )
    said = enfield.unsure["new_school"]
    assert said in next_pep(moved, [enfield], KnownTerms(None), TODAY).uncertain
    own = replace(enfield, own_numbers={"new_school": TODAY})
    assert said not in next_pep(moved, [own], KnownTerms(None), TODAY).uncertain
    with pytest.raises(NotAllowed):
        replace(enfield, unsure={"until_age": "Perhaps."})


def test_the_hours_that_birmingham_asks_for_stand_in_its_rule_and_beside_its_date() -> None:
    """They stood in a note only, where no date says them."""
    (rules,) = shipped.rules_of("Birmingham")
    found = next_pep(
        PepFacts(came_into_care=date(2026, 3, 2), birthday=date(2023, 5, 1)), [rules], KnownTerms(None), TODAY
    )
    assert any(each.endswith("where they have 15 hours a week at a nursery.") for each in found.uncertain)
    said = "PEPs start at 2, before school only where the child has 15 hours a week at a nursery."
    assert rule_words.sentence(rules, "starts") == said
    with pytest.raises(NotAllowed):
        replace(rules, nursery_hours=0)


def test_st_helens_asks_for_it_before_two_of_a_child_who_goes_to_a_nursery() -> None:
    (rules,) = shipped.rules_of("St Helens")
    at_home = PepFacts(came_into_care=date(2026, 3, 2), birthday=date(2024, 11, 1))
    there = replace(at_home, school_name="Little Oaks", started_school=date(2026, 1, 12))
    assert next_pep(at_home, [rules], KnownTerms(None), TODAY).state == "not_yet"
    assert next_pep(there, [rules], KnownTerms(None), TODAY).by == date(2026, 3, 30)
