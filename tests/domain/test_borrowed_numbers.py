"""What England fills in for a council is what England asks for: its numbers never stand for something else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from carer_app.domain.authority_rules import AuthorityRules
from carer_app.domain.deadlines import copy_due
from carer_app.domain.pep_clocks import Clock, KnownTerms
from carer_app.domain.pep_due import PepFacts
from carer_app.domain.pep_live_clocks import live_clocks
from carer_app.rules import shipped
from tests.domain.test_pep_rhythms import RIVERSIDE
from tests.domain.test_term_bounds import BOUNDS

TODAY = date(2025, 11, 20)
TERMS = KnownTerms(RIVERSIDE, bounds=BOUNDS)
A_YEAR_OF_STARTS = {
    "coming into care": PepFacts(came_into_care=date(2025, 11, 3), birthday=date(2014, 3, 1)),
    "a new school": PepFacts(
        came_into_care=date(2022, 1, 3), last_pep=date(2025, 10, 1), started_school=date(2025, 11, 3)
    ),
    "a new home": PepFacts(
        came_into_care=date(2022, 1, 3), last_pep=date(2025, 10, 1), moved_home=date(2025, 11, 3)
    ),
    **{
        f"a new class, born in {born}": PepFacts(
            came_into_care=date(2022, 1, 3), last_pep=date(2025, 7, 1), birthday=date(born, 3, 1)
        )
        for born in range(2008, 2022)
    },
}


def number_is_borrowed(clock: Clock, rules: AuthorityRules) -> bool:
    named = (rules.borrowed_from or "nobody", "our own number")
    return clock.rule is not None and clock.rule.name.startswith(named)


@pytest.mark.parametrize("rules", shipped.all_rules(), ids=lambda rules: rules.key)
def test_a_number_that_no_page_gives_is_called_ours_wherever_it_stands(rules: AuthorityRules) -> None:
    """“What most councils ask for” was said of 14 days for the copy, which no council’s page gives."""
    own = (
        rules.copy_within is not None and rules.key != "england_usual" and "copy_within" not in rules.borrowed
    )
    clock = copy_due(TODAY, rules, TERMS)
    if clock is None or own:
        assert clock is None or clock.rule == rules.named
        return
    assert clock.rule is not None
    assert (clock.rule.name, clock.rule.source) == (
        "our own number, as we found no page that gives one",
        "",
    )
    assert "most councils" not in clock.rule.name
    put_right = replace(rules, own_numbers={"copy_within": TODAY})
    assert put_right.whose("copy_within").name == "a number you set on 20 November 2025"
    assert "ours" not in rules.whose("rhythm").name


@pytest.mark.parametrize("rules", shipped.all_rules(), ids=lambda rules: rules.key)
def test_a_clock_with_englands_number_is_one_that_england_has(rules: AuthorityRules) -> None:
    """Kent asks for a PEP in Year 7 and gives no days: England’s twenty for a new school were taken for it."""
    for facts in A_YEAR_OF_STARTS.values():
        england = live_clocks(facts, shipped.usual_rules(), TERMS, TODAY)
        for clock in live_clocks(facts, rules, TERMS, TODAY):
            if number_is_borrowed(clock, rules):
                assert (clock.kind, clock.by) in {(each.kind, each.by) for each in england}
    held_on = TODAY - timedelta(days=3)
    copy, of_england = (copy_due(held_on, each, TERMS) for each in (rules, shipped.usual_rules()))
    if copy is not None and number_is_borrowed(copy, rules):
        assert of_england is not None
        assert copy.by == of_england.by


@pytest.mark.parametrize("rules", shipped.all_rules(), ids=lambda rules: rules.key)
def test_what_a_council_asks_for_without_a_number_is_said_beside_the_next_pep(rules: AuthorityRules) -> None:
    for what, facts in A_YEAR_OF_STARTS.items():
        clocks = live_clocks(facts, rules, TERMS, TODAY)
        kinds = {clock.kind for clock in clocks}
        doubts = [" ".join(clock.uncertain) for clock in clocks if clock.kind == "next_pep"]
        if what == "a new home" and rules.asks_at_new_home and "new_home" not in kinds:
            assert all("moves to another home. It gives no number of days" in said for said in doubts)
        said_of_class = [said for said in doubts if "key stage" in said]
        assert ("key_stage" in kinds) + bool(said_of_class) <= 1
        if not rules.key_stage_years:
            assert not said_of_class
