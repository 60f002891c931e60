"""Every council's numbers as its page gives them, copied by hand; what is borrowed is known as borrowed."""

import re
from datetime import date

import pytest

from carer_app import shipped
from carer_app.domain.authority_rules import AuthorityRules, DayCount, Rhythm
from resources import path
from tests.domain.ten_more_councils import LOOKED_AT, TEN_MORE

W, S, C = "working", "school", "calendar"
TERM = Rhythm("each_term")

# council: (first PEP begun, ready), rhythm, new school, from, until, copy. A dash in the page is None here.
TABLE: dict[str, tuple[str, tuple[object, ...]]] = {
    "southwark_2017": ("Southwark", (None, (20, S), Rhythm("months", 6), (20, S), 3, 11, (14, C))),
    "southwark_procedures": (
        "Southwark",
        (None, (10, W), Rhythm("at_most_months", 6), (20, S), None, None, None),
    ),
    "birmingham": ("Birmingham", ((10, W), (20, W), TERM, None, None, 18, None)),
    "oldham": ("Oldham", ((10, W), (20, W), TERM, None, None, 13, None)),
    "knowsley": ("Knowsley", (None, None, Rhythm("first_half_term"), None, 3, 18, None)),
    "lancashire": ("Lancashire", (None, (20, W), TERM, None, 2, None, (10, W))),
    "gateshead": (
        "Gateshead",
        (
            None,
            (20, W),
            Rhythm("last_dates", None, (date(2025, 11, 28), date(2026, 3, 20))),
            (10, W),
            3,
            13,
            None,
        ),
    ),
    "enfield": ("Enfield", (None, (20, W), TERM, (20, W), 3, 18, None)),
    "hammersmith_fulham": ("Hammersmith and Fulham", (None, (10, W), TERM, None, None, None, (20, W))),
    "leicestershire": ("Leicestershire", (None, None, TERM, None, 3, 18, None)),
    "cumbria": ("Cumbria", (None, (20, W), Rhythm("months", 6), None, None, None, None)),
    "kent_2019": ("Kent", (None, None, Rhythm("months", 6), None, None, None, None)),
    "cheshire_west": ("Cheshire West and Chester", (None, (20, W), TERM, None, None, None, None)),
    "st_helens": (
        "St Helens",
        (
            None,
            (20, W),
            Rhythm("last_dates", None, (date(2024, 11, 8), date(2025, 2, 28), date(2025, 6, 6))),
            None,
            2,
            None,
            None,
        ),
    ),
    "leeds": ("Leeds", (None, (20, S), Rhythm("months", 6), (20, S), None, None, None)),
    "brighton_hove": ("Brighton and Hove", (None, None, TERM, None, 4, 13, (10, W))),
    "devon": ("Devon", (None, None, Rhythm("at_most_months", 6), None, None, None, None)),
    "hull": ("Hull", (None, None, Rhythm("at_most_months", 6), None, 3, None, None)),
    "england_usual": ("England", ((10, W), (20, W), TERM, (20, W), 3, 18, (14, C))),
} | TEN_MORE
FIELDS = ("first_pep_start", "first_pep", "rhythm", "new_school", "from_age", "until", "copy_within")


def given(rules: AuthorityRules) -> tuple[object, ...]:
    """The numbers of a rule set that are its own."""
    found: list[object] = []
    for name in FIELDS:
        fields = ("until_age", "until_year") if name == "until" else (name,)
        own = [getattr(rules, each) for each in fields if each not in rules.borrowed]
        value = next((each for each in own if each is not None), None)
        found.append((value.days, value.kind) if isinstance(value, DayCount) else value)
    return tuple(found)


def test_all_rule_sets_are_in_the_table() -> None:
    assert {rules.key for rules in shipped.authority_rules()} == set(TABLE)


@pytest.mark.parametrize("rules", shipped.authority_rules(), ids=lambda rules: rules.key)
def test_each_number_is_the_one_of_the_page(rules: AuthorityRules) -> None:
    council, numbers = TABLE[rules.key]
    assert (rules.council, given(rules)) == (council, numbers)
    assert rules.checked_on == (LOOKED_AT if rules.key in TEN_MORE else date(2026, 11, 23))
    assert len(rules.source) > 20


@pytest.mark.parametrize("key", TABLE)
def test_each_file_begins_with_what_the_page_says(key: str) -> None:
    """Who looks again has the page's own words before them, and for the newer files its address."""
    first, *lines = path(f"authority_rules/{key}.toml").read_text(encoding="utf-8").splitlines()
    assert first.startswith("# ")
    assert len(first) > 25
    if key in TEN_MORE:
        assert "“" in first, "the page's own words"
        for source in (line for line in lines if line.startswith("source = ")):
            assert re.search(r"[a-z]\.(uk|co\.uk|gov\.uk|org\.uk)/", source), "the page's address"


def test_the_youngest_the_oldest_and_key_stages_have_rules_of_their_own() -> None:
    by_key = {rules.key: rules for rules in shipped.authority_rules()}
    assert by_key["leicestershire"].early_years == Rhythm("months", 6)
    assert by_key["leicestershire"].post_16 == Rhythm("months", 12)
    assert by_key["kent_2019"].key_stage_years == (3, 7, 10)
    assert [key for key, rules in by_key.items() if rules.key_stage_years] == ["kent_2019"]


def test_every_rhythm_there_is_occurs() -> None:
    kinds = {rules.rhythm.kind for rules in shipped.authority_rules()}
    assert kinds == {"months", "each_term", "first_half_term", "at_most_months", "last_dates"}


def test_what_a_page_leaves_open_is_filled_and_said() -> None:
    usual = shipped.usual_rules()
    knowsley = next(rules for rules in shipped.authority_rules() if rules.key == "knowsley")
    assert knowsley.first_pep == usual.first_pep
    assert {"first_pep", "new_school", "copy_within"} <= knowsley.borrowed
    # A page that does not speak of a day to begin by does not ask for one.
    assert knowsley.first_pep_start is None
    gateshead = next(rules for rules in shipped.authority_rules() if rules.key == "gateshead")
    assert (gateshead.until_year, gateshead.until_age) == (13, None)
    assert not usual.borrowed


def test_a_council_is_found_by_its_name_and_any_other_gets_englands_rules() -> None:
    assert [rules.key for rules in shipped.rules_of("Southwark")] == [
        "southwark_2017",
        "southwark_procedures",
    ]
    assert [rules.key for rules in shipped.rules_of(" southwark ")] == [
        "southwark_2017",
        "southwark_procedures",
    ]
    for name in ("", "Borsetshire", "England"):
        assert shipped.rules_of(name) == (shipped.usual_rules(),)
    assert "England" not in shipped.councils()
    assert len(shipped.councils()) == 17 + len(TEN_MORE)


def test_staffordshire_contradicts_itself_and_both_numbers_are_told() -> None:
    """Its virtual school's page says 20 days, its handbook for carers “10 days (14 school days)”.

    Nobody can count by that as it stands. Ten working days are fourteen days, and the earlier of what it can mean.
    """
    (rules,) = shipped.rules_of("Staffordshire")
    assert rules.first_pep == DayCount(20, "working")
    (other,) = rules.also
    assert (other.part, other.count) == ("first_pep", DayCount(10, "working"))
    assert "fosterforstaffordshire.co.uk" in other.said.source
    assert "“20 days”" in rules.note
    assert "“10 days (14 school days)”" in rules.note


def test_hertfordshires_page_is_an_older_one_and_never_leads() -> None:
    (rules,) = shipped.rules_of("Hertfordshire")
    assert rules.is_old(LOOKED_AT)
    assert [rules.key for rules in shipped.all_rules() if rules.key in TEN_MORE and rules.old] == [
        "hertfordshire"
    ]
