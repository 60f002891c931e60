"""Rules that are true today: what has ended never leads, and a rule beside another never makes a date later."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.domain.authority_rules import AuthorityRules, DayCount
from carer_app.domain.deadlines import PepDue, PepFacts, next_pep
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.pep_starts import term_after_birthday
from carer_app.rules import shipped

ALL = shipped.all_rules()
BY_KEY = {rules.key: rules for rules in ALL}
RIVERSIDE = next(terms for terms in shipped.term_dates() if terms.key == "riverside_2025_26").calendar()
TERMS = KnownTerms(RIVERSIDE, bounds=shipped.term_bounds())
NO_TERMS = KnownTerms(bounds=shipped.term_bounds())
TODAY = date(2026, 11, 29)

days = st.dates(date(2024, 9, 1), date(2027, 8, 31))
facts_of = st.builds(
    PepFacts,
    came_into_care=st.none() | days,
    started_school=st.none() | days,
    school_name=st.sampled_from(["", "Elm Park"]),
    last_pep=st.none() | days,
    birthday=st.none() | st.dates(date(2008, 1, 1), date(2024, 12, 31)),
)
known = st.sampled_from([TERMS, NO_TERMS])


def due(facts: PepFacts, *keys: str, today: date = TODAY, terms: KnownTerms = NO_TERMS) -> PepDue:
    return next_pep(facts, [BY_KEY[key] for key in keys], terms, today)


def surely_by(answer: PepDue) -> date:
    if answer.state in ("not_yet", "no_more") or answer.worked_out is None:
        return date.max
    return answer.by or answer.roughly_until or date.max


@pytest.mark.parametrize("rules", ALL, ids=lambda rules: rules.key)
@settings(max_examples=60, deadline=None)
@given(facts=facts_of, today=st.dates(date(2022, 1, 1), date(2032, 12, 31)), terms=known)
def test_no_rule_that_is_old_or_has_ended_ever_leads(
    rules: AuthorityRules, facts: PepFacts, today: date, terms: KnownTerms
) -> None:
    answer = next_pep(facts, [rules], terms, today)
    leading = answer.worked_out
    if leading is not None and rules.is_old(today) and rules.england is not None:
        assert leading.rule is not None
        assert leading.rule.source == rules.england.source
        assert answer.rule.source == rules.england.source
    if leading is not None and leading.kind == "next_pep" and rules.rhythm.ends and today > rules.rhythm.ends:
        of_the_list = "sets the last day for each round" in leading.reason
        assert not of_the_list or (leading.by is not None and leading.by <= rules.rhythm.ends)


@settings(max_examples=300, deadline=None)
@given(
    facts=facts_of,
    one=st.sampled_from(ALL),
    other=st.sampled_from(ALL),
    today=st.dates(date(2024, 9, 1), date(2027, 8, 31)),
    terms=known,
)
def test_a_rule_beside_another_never_makes_the_date_later(
    facts: PepFacts, one: AuthorityRules, other: AuthorityRules, today: date, terms: KnownTerms
) -> None:
    if one.is_old(today):
        return  # an old one gives way to whatever stands beside it
    alone = surely_by(next_pep(facts, [one], terms, today))
    both = surely_by(next_pep(facts, [one, other], terms, today))
    assert both <= alone


@pytest.mark.parametrize("key", ["devon", "hull", "southwark_procedures"])
def test_englands_rhythm_stands_beside_every_rarer_one_and_the_earlier_leads(key: str) -> None:
    """Last PEP on 3 November 2025: six months are 3 May, and Riverside's spring term ends on 27 March."""
    answer = due(PepFacts(last_pep=date(2025, 11, 3)), key, today=date(2025, 12, 1), terms=TERMS)
    assert (answer.by, answer.rule) == (date(2026, 3, 27), shipped.usual_rules().named)
    assert answer.reason.endswith(
        "England’s guidance asks for more PEPs than the rule of this council, so it counts too."
    )
    assert {clock.rule for clock in answer.clocks} == {answer.rule, BY_KEY[key].whose("rhythm")}
    # Without the school's dates it is bounded all the same: no spring term ends after 24 April.
    answer = due(PepFacts(last_pep=date(2025, 11, 3)), key, today=date(2025, 12, 1))
    assert (answer.by, answer.roughly_until) == (None, date(2026, 4, 24))


def test_no_rarer_rhythm_is_without_england_beside_it() -> None:
    for rules in ALL:
        for rhythm in filter(None, (rules.rhythm, rules.early_years, rules.post_16)):
            assert rules.england is not None or not rhythm.is_rarer_than_each_term, rules.key


def test_kents_three_reviews_each_end_with_their_part_of_the_year() -> None:
    for held, by in (
        (date(2026, 9, 20), date(2027, 4, 30)),
        (date(2027, 2, 1), date(2027, 7, 31)),
        (date(2027, 6, 1), date(2027, 12, 31)),
    ):
        answer = due(PepFacts(last_pep=held), "kent", today=held + timedelta(days=1))
        assert (answer.by, answer.rule.name) == (by, "Virtual School Kent’s page")


def test_kent_asks_for_a_full_pep_in_reception_year_7_and_year_11_and_no_more_in_year_10() -> None:
    def stages(birthday: date) -> list[str]:
        facts = PepFacts(last_pep=date(2026, 6, 10), birthday=birthday)
        answer = due(facts, "kent", today=date(2026, 9, 10))
        assert [clock.kind for clock in answer.clocks] == ["next_pep"], (
            "its page gives no number of days for it"
        )
        assert answer.by == date(2026, 12, 31)
        return [said for said in answer.uncertain if "key stage" in said]

    for birthday, year in (
        (date(2022, 1, 1), "Reception"),
        (date(2015, 1, 1), "Year 7"),
        (date(2011, 1, 1), "Year 11"),
    ):
        assert stages(birthday) == [
            f"This council asks for a new PEP at a new key stage. {year} is one. "
            "It gives no number of days. Ask the social worker when it will be."
        ]
    assert stages(date(2012, 1, 1)) == []


def test_gateshead_says_ten_days_and_twenty_of_a_new_school_and_the_earlier_leads() -> None:
    facts = PepFacts(
        came_into_care=date(2020, 1, 8), started_school=date(2026, 11, 2), last_pep=date(2026, 6, 10)
    )
    answer = due(facts, "gateshead")
    both = [
        (clock.by, clock.rule.name) for clock in answer.clocks if clock.kind == "new_school" and clock.rule
    ]
    assert both == [
        (date(2026, 11, 16), "Gateshead’s ePEP guidance, 2025"),
        (date(2026, 11, 30), "Gateshead’s ePEP guidance, 2025, section 14"),
    ]
    assert answer.by == date(2026, 11, 16)
    assert (
        "The pages of Gateshead differ. The earlier day comes first. Ask the social worker which is right."
        in (answer.uncertain)
    )


@pytest.mark.parametrize("key", ["gateshead", "st_helens"])
def test_a_list_of_dates_that_has_ended_falls_back_to_each_term_by_itself(key: str) -> None:
    answer = due(PepFacts(last_pep=date(2026, 9, 20)), key)
    assert (answer.roughly_until, answer.state) == (date(2027, 4, 24), "unknown")
    assert any("list of last dates ended on" in sentence for sentence in answer.uncertain)


@pytest.mark.parametrize("key", ["gateshead", "st_helens"])
def test_a_last_date_that_was_missed_is_late_also_after_the_list_has_ended(key: str) -> None:
    """It became a date a month ahead on the day after the end of the list."""
    rules = [rules for rules in shipped.all_rules() if rules.key == key]
    *_others, before, last = rules[0].rhythm.last_dates
    facts = PepFacts(last_pep=before - timedelta(days=7))
    for today in (last, last + timedelta(days=1), last + timedelta(days=120)):
        assert next_pep(facts, rules, KnownTerms(bounds=shipped.term_bounds()), today).by == last


def test_cumbrias_own_rule_stands_beneath_englands() -> None:
    answer = due(PepFacts(last_pep=date(2026, 9, 20)), "cumbria")
    assert answer.rule == shipped.usual_rules().named
    assert [clock.beneath for clock in answer.clocks] == [True, False]


@pytest.mark.parametrize(
    ("birthday", "first"),
    [
        (date(2024, 1, 1), date(2026, 4, 1)),
        (date(2024, 3, 31), date(2026, 4, 1)),
        (date(2024, 4, 1), date(2026, 9, 1)),
        (date(2024, 8, 31), date(2026, 9, 1)),
        (date(2024, 9, 1), date(2027, 1, 1)),
        (date(2024, 12, 31), date(2027, 1, 1)),
    ],
)
def test_a_funded_term_begins_after_the_second_birthday(birthday: date, first: date) -> None:
    assert term_after_birthday(PepFacts(birthday=birthday), 2) == first


def test_a_two_year_old_at_a_nursery_has_a_pep_due_and_elsewhere_the_nursery_is_asked_about() -> None:
    facts = PepFacts(birthday=date(2024, 3, 1), came_into_care=date(2026, 11, 2), school_name="Little Oaks")
    answer = due(facts, "england_usual")
    assert (answer.state, answer.by) == ("due", date(2026, 11, 30))
    nowhere = due(replace(facts, school_name=""), "england_usual")
    assert nowhere.state == "not_yet"
    assert nowhere.uncertain == (
        "Does the child go to a nursery or a childminder? Then a PEP is needed: put it down as the school.",
    )
    # A council whose page says three: its rule stands, and what others do is said.
    three = due(facts, "surrey")
    assert three.state == "not_yet"
    assert "In many councils a two-year-old who goes to a nursery has a PEP." in three.uncertain[0]
    # Before that term begins nothing needs asking.
    young = due(replace(facts, birthday=date(2025, 3, 1)), "england_usual")
    assert (young.state, young.uncertain) == ("not_yet", ())


def test_who_came_into_care_before_the_term_is_counted_from_the_term() -> None:
    facts = PepFacts(birthday=date(2024, 3, 1), came_into_care=date(2026, 1, 5), school_name="Little Oaks")
    answer = due(facts, "england_usual", today=date(2026, 4, 10))
    assert answer.worked_out is not None
    assert answer.worked_out.fact_on == date(2026, 4, 1)
    assert any("Many councils ask for a PEP once a two-year-old goes" in each for each in answer.uncertain)


def test_starting_a_class_is_no_day_at_a_school_where_the_child_was_not_yet() -> None:
    """She started on 2 November at a school whose year began on 3 September: Year 11 began for her elsewhere."""
    calendar = replace(
        RIVERSIDE, periods=[(date(2026, 9, 3), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18))]
    )
    facts = PepFacts(
        birthday=date(2011, 3, 1),
        last_pep=date(2026, 6, 10),
        started_school=date(2026, 11, 2),
        came_into_care=date(2020, 1, 8),
    )
    rules = replace(BY_KEY["kent"], own_numbers={"new_school": TODAY})
    answer = next_pep(facts, [rules], KnownTerms(calendar, bounds=shipped.term_bounds()), TODAY)
    (stage,) = [clock for clock in answer.clocks if clock.kind == "key_stage"]
    assert stage.fact_on == date(2026, 9, 1)


MOVED_HOME = PepFacts(
    came_into_care=date(2024, 1, 8), last_pep=date(2026, 10, 5), moved_home=date(2026, 11, 2)
)
# Held since, long ago, or before care: nothing is asked for.
NOT_SINCE = (
    replace(MOVED_HOME, last_pep=date(2026, 11, 20)),
    replace(MOVED_HOME, moved_home=date(2025, 11, 20)),
    replace(MOVED_HOME, moved_home=date(2024, 1, 8)),
)
ASKS_AT_A_NEW_HOME = (
    "This council asks for a full PEP when the child moves to another home. "
    "It gives no number of days. Ask the social worker when it will be."
)


@pytest.mark.parametrize("key", ["kent", "staffordshire"])
def test_a_council_that_asks_for_a_pep_at_a_new_home_without_a_number_has_no_day_for_it_and_says_so(
    key: str,
) -> None:
    answer = due(MOVED_HOME, key)
    assert "new_home" not in {clock.kind for clock in answer.clocks}
    assert ASKS_AT_A_NEW_HOME in answer.uncertain
    for other in NOT_SINCE:
        assert ASKS_AT_A_NEW_HOME not in due(other, key).uncertain


@pytest.mark.parametrize("key", ["kent", "staffordshire"])
def test_a_move_to_another_home_starts_the_days_that_the_carer_set_for_a_new_school(key: str) -> None:
    rules = replace(BY_KEY[key], own_numbers={"new_school": TODAY})
    answer = next_pep(MOVED_HOME, [rules], NO_TERMS, TODAY)
    assert (answer.by, answer.reason) == (
        date(2026, 11, 30),
        "20 working days after moving to another home on Monday 2 November 2026. The day after is day 1.",
    )
    assert any("We took that of a new school" in sentence for sentence in answer.uncertain)
    for other in NOT_SINCE:
        assert "new_home" not in {clock.kind for clock in next_pep(other, [rules], NO_TERMS, TODAY).clocks}


def test_a_council_that_says_nothing_of_a_new_home_has_no_clock_for_it() -> None:
    facts = PepFacts(
        came_into_care=date(2024, 1, 8), last_pep=date(2026, 10, 5), moved_home=date(2026, 11, 2)
    )
    assert "new_home" not in {clock.kind for clock in due(facts, "oldham").clocks}
    told = replace(BY_KEY["oldham"], new_home=DayCount(10, "working"))
    answer = next_pep(facts, [told], NO_TERMS, TODAY)
    assert answer.by == date(2026, 11, 16)
