"""Every council's numbers as its page gives them, copied by hand; what is borrowed is known as borrowed."""

import re
from datetime import date
from typing import get_args

import pytest

from carer_app.domain.authority_rules import AuthorityRules, DayCount, Rhythm, RhythmKind
from carer_app.rules import shipped
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
    "birmingham": ("Birmingham", ((10, W), (20, W), TERM, (20, S), 2, 13, None)),
    "oldham": ("Oldham", ((10, W), (20, W), TERM, None, None, 18, None)),
    "knowsley": ("Knowsley", (None, (20, W), Rhythm("first_half_term"), None, 3, 13, None)),
    "lancashire": ("Lancashire", (None, (20, W), TERM, None, 2, 18, None)),
    "gateshead": (
        "Gateshead",
        (
            None,
            (20, W),
            Rhythm(
                "last_dates",
                last_dates=(date(2025, 11, 28), date(2026, 3, 20)),
                valid_until=date(2026, 3, 20),
                then=TERM,
            ),
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
    "cumberland": ("Cumberland", (None, (20, W), TERM, None, None, None, None)),
    "westmorland_furness": ("Westmorland and Furness", (None, None, None, None, None, None, None)),
    "kent": (
        "Kent",
        (None, None, Rhythm("rounds", rounds=((9, 12), (1, 4), (5, 7))), None, None, None, None),
    ),
    "cheshire_west": ("Cheshire West and Chester", (None, (20, W), TERM, None, 0, 18, None)),
    "st_helens": (
        "St Helens",
        (
            None,
            (20, W),
            Rhythm(
                "last_dates",
                last_dates=(date(2024, 11, 8), date(2025, 2, 28), date(2025, 6, 6)),
                valid_until=date(2025, 6, 6),
                then=TERM,
            ),
            None,
            2,
            None,
            None,
        ),
    ),
    "leeds": ("Leeds", (None, (20, W), None, None, 3, 18, None)),
    "leeds_older": ("Leeds", (None, (20, S), Rhythm("months", 6), (20, S), None, None, None)),
    "brighton_hove": ("Brighton and Hove", (None, None, TERM, None, 4, 18, None)),
    "devon": ("Devon", (None, None, Rhythm("at_most_months", 6), None, None, None, None)),
    "hull": ("Hull", (None, None, Rhythm("at_most_months", 6), None, 3, None, None)),
    "hull_transition": ("Hull", (None, None, TERM, None, 4, None, None)),
    "england_usual": ("England", ((10, W), (20, W), TERM, (20, W), 3, 18, (14, C))),
} | TEN_MORE
# What else a page says that only some say; what is not named here no other page says.
KEY_STAGES = {"kent": (0, 7, 11)} | dict.fromkeys(("nottinghamshire", "staffordshire"), (1, 3, 7, 10))
AT_A_NURSERY = {"birmingham", "enfield", "gateshead"}
HOURS_THERE = {"birmingham": 15}
LEFT_OPEN = {"enfield": {"new_school"}}
AT_A_NEW_HOME = {"kent", "staffordshire"}
OLD = {"leeds_older", "southwark_2017", "hertfordshire"}
ENDED = {"cumbria": (date(2023, 3, 31), ("Cumberland", "Westmorland and Furness"))}
FROM_TERM_AFTER = {"england_usual": 2, "essex": 3} | dict.fromkeys(
    ("derbyshire", "leicestershire", "st_helens", "staffordshire", "suffolk"), 0
)
OTHER_NUMBER = {
    "birmingham": ("first_pep", 20, S),
    "gateshead": ("new_school", 20, W),
    "cheshire_west": ("first_pep", 10, W),
    "staffordshire": ("first_pep", 10, W),
}

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
    assert rules.checked_on >= LOOKED_AT  # none was left unread when all were read again
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
            assert re.search(r"[a-z]\.[a-z]+/", source), "the page's address"


def test_the_youngest_the_oldest_and_key_stages_have_rules_of_their_own() -> None:
    by_key = {rules.key: rules for rules in shipped.authority_rules()}
    assert by_key["leicestershire"].early_years == Rhythm("months", 6)
    assert by_key["leicestershire"].post_16 == Rhythm("months", 12)
    assert {
        key: rules.key_stage_years for key, rules in by_key.items() if rules.key_stage_years
    } == KEY_STAGES


@pytest.mark.parametrize("rules", shipped.authority_rules(), ids=lambda rules: rules.key)
def test_what_ends_is_old_contradicts_itself_or_asks_for_more_is_what_the_page_says(
    rules: AuthorityRules,
) -> None:
    key = rules.key
    assert (rules.old, rules.asks_at_new_home) == (key in OLD, key in AT_A_NEW_HOME)
    assert (rules.valid_until, rules.succeeded_by) == ENDED.get(key, (None, ()))
    also = [(each.part, each.count.days, each.count.kind) for each in rules.also]
    assert also == ([OTHER_NUMBER[key]] if key in OTHER_NUMBER else [])
    own_term = None if "from_term_after" in rules.borrowed else rules.from_term_after
    assert own_term == FROM_TERM_AFTER.get(key)
    assert (rules.only_at_a_nursery, set(rules.unsure)) == (key in AT_A_NURSERY, LEFT_OPEN.get(key, set()))
    assert rules.nursery_hours == HOURS_THERE.get(key)


def test_every_rhythm_there_is_occurs() -> None:
    kinds = {rules.rhythm.kind for rules in shipped.authority_rules()}
    assert kinds == set(get_args(RhythmKind))


def test_what_a_page_leaves_open_is_filled_and_said() -> None:
    usual = shipped.usual_rules()
    leicestershire = next(rules for rules in shipped.authority_rules() if rules.key == "leicestershire")
    assert leicestershire.first_pep == usual.first_pep
    assert {"first_pep", "new_school", "copy_within"} <= leicestershire.borrowed
    # A page that does not speak of a day to begin by does not ask for one.
    assert leicestershire.first_pep_start is None
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


def test_a_council_that_is_no_more_still_opens_and_cannot_be_chosen() -> None:
    assert [rules.key for rules in shipped.rules_of("Cumbria")] == ["cumbria"]
    assert "Cumbria" not in shipped.councils()
    for rules in shipped.authority_rules():
        assert set(rules.succeeded_by) <= set(shipped.councils())


def test_no_key_that_records_may_hold_has_gone() -> None:
    """A carer's own numbers are kept by the key of their rule set."""
    first_version = {
        *("birmingham", "brighton_hove", "cheshire_west", "cumbria", "devon", "enfield", "england_usual"),
        *("gateshead", "hammersmith_fulham", "hull", "kent_2019", "knowsley", "lancashire", "leeds"),
        *("leicestershire", "oldham", "southwark_2017", "southwark_procedures", "st_helens"),
    }
    known = {key for rules in shipped.authority_rules() for key in (rules.key, *rules.replaces)}
    assert first_version <= known


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
