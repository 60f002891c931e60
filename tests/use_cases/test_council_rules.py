"""The council's rules in words, and numbers put right: what changed and when, and the way back."""

from datetime import date

import pytest

from carer_app.domain.rule_changes import RuleChange
from carer_app.errors import NotAllowed
from carer_app.rules import shipped
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    council_page,
    council_rules,
    drafts,
    pep_copies,
    pep_dates,
    school_dates,
)
from carer_app.use_cases.council_page import CouncilView, RuleLine
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.pep_dates import pep_due
from tests import builders
from tests.builders import TODAY


def view(vault: Vault, child: int) -> CouncilView:
    with vault.reading() as session:
        return council_page.council_view(session, child, TODAY)


def line(vault: Vault, child: int, part: str) -> RuleLine:
    """A line of the rule set that came first in the files, said or not."""
    sets = view(vault, child).rule_sets
    rules = next((each for each in sets if each.key == "southwark_2017"), sets[0])
    return next(each for each in (*rules.lines, *rules.open_lines) if each.part == part)


def change(
    vault: Vault, part: str, text: str, council: str = "Southwark", key: str = "southwark_2017"
) -> None:
    with vault.work() as session:
        council_rules.change_number(session, council, key, part, text, TODAY)


def test_southwarks_two_rule_sets_in_words(vault: Vault) -> None:
    seen = view(vault, builders.add_child(vault))
    assert (seen.council, seen.own_rules) == ("Southwark", True)
    manual, page = seen.rule_sets  # the page is of 2017: it stands beneath
    assert [each.words for each in page.lines] == [
        "First PEP: ready within 20 school days of coming into care.",
        "Then one every 6 months.",
        "After a change of school: a PEP within 20 school days of starting there.",
        "PEPs start at 3.",
        "PEPs go on to the end of Year 11.",
        "Your copy of the PEP: within 14 days of the meeting.",
    ]
    assert page.people == (
        "Usually the social worker arranges the meeting.",
        "You can ring: social worker, designated teacher.",
    )
    assert page.standing == "This is an older page. Its dates never come first."
    assert manual.standing == ""
    assert [each.words for each in manual.lines][:2] == [
        "First PEP: ready within 10 working days of coming into care.",
        "Then never more than 6 months apart.",
    ]
    (of_copy,) = [line for line in manual.lines if line.part == "copy_within.days"]
    assert of_copy.whose == "our own number, as we found no page that gives one"
    assert manual.lines[-1].whose == of_copy.whose or manual.lines[-1].whose.startswith("What most councils")
    assert page.lines[0].whose == ""


@pytest.mark.parametrize("council", shipped.councils())
def test_a_borrowed_number_says_whose_it_is_in_the_same_words_everywhere(vault: Vault, council: str) -> None:
    """On the council's page, beside a date that was worked out, and on the page of the copy."""
    child = builders.add_child(
        vault, council=council, came_into_care_on=date(2026, 2, 3), started=date(2026, 2, 10)
    )
    with vault.work() as session:
        school = children.child_facts(session, child, TODAY).school_id
        assert school is not None
        school_dates.use_example(session, school, "riverside_2025_26")
    with vault.reading() as session:
        sets = council_page.council_view(session, child, TODAY).rule_sets
        working = pep_dates.pep_due(session, child, TODAY).working
    whose = {
        line.part.split(".")[0]: line.whose or rules.name for rules in reversed(sets) for line in rules.lines
    }
    others = {other.said.name for rules in shipped.rules_of(council) for other in rules.also}
    for found in working:
        named = {line.whose or rules.name for rules in sets for line in rules.lines}
        assert found.rule in named | others
        if len(sets) == 1 and found.kind in whose and found.rule not in others:
            assert found.rule == whose[found.kind]
    meeting = builders.add_meeting(vault, child, date(2026, 3, 9))
    builders.hold(vault, meeting)
    with vault.reading() as session:
        copy = pep_copies.copy_of(session, meeting, TODAY)
    assert copy is not None
    if len(sets) == 1:
        # Where the one page is old, England's rule stands in for the whole of it.
        old = shipped.rules_of(council)[0].is_old(TODAY)
        expected = shipped.usual_rules().whose("copy_within").name if old else whose["copy_within"]
        assert copy.why.endswith(f"Rule: {expected}.")


def test_a_number_of_ones_own_says_so_in_the_heading_and_beside_the_date(vault: Vault) -> None:
    child = builders.add_child(vault, council="Borsetshire", came_into_care_on=date(2026, 2, 3))
    with vault.work() as session:
        school = children.child_facts(session, child, TODAY).school_id
        assert school is not None
        school_dates.use_example(session, school, "riverside_2025_26")
        council_rules.change_number(session, "Borsetshire", "england_usual", "first_pep.days", "15", TODAY)
    with vault.reading() as session:
        (rules,) = council_page.council_view(session, child, TODAY).rule_sets
        due = pep_dates.pep_due(session, child, TODAY)
    assert rules.name == "What you set yourself, and for the rest: What most councils in England ask for"
    assert due.rule == "a number you set on 10 March 2026"


@pytest.mark.parametrize(
    ("council", "words"),
    [
        ("Knowsley", "Then one in the first half of each school term."),
        ("Birmingham", "First PEP: begun within 10 working days of coming into care."),
        ("Birmingham", "PEPs go on to the end of Year 13."),
        ("Birmingham", "After a change of school: a PEP within 20 school days of starting there."),
        ("Lancashire", "PEPs go on until the child is 18."),
        ("Leicestershire", "Before Reception: one every 6 months."),
        ("Leicestershire", "After Year 11: one every 12 months."),
        ("Kent", "A new PEP at the start of Reception, Year 7 and Year 11."),
        (
            "Kent",
            "Then one in each part of the year: September to December, January to April and May to July.",
        ),
        ("Kent", "A full PEP when the child moves to another home."),
        (
            "Gateshead",
            "Then one in each round that the council sets a last date for. "
            "The last dates we know: 28 November 2025 and 20 March 2026.",
        ),
        ("Borsetshire", "Then one in each school term."),
        ("", "Then one in each school term."),
    ],
)
def test_every_kind_of_rule_has_its_sentence(vault: Vault, council: str, words: str) -> None:
    seen = view(vault, builders.add_child(vault, council=council))
    assert words in [each.words for each in seen.rule_sets[0].lines]
    assert seen.own_rules is (council in council_rules.councils())


def test_a_changed_number_counts_and_says_what_the_page_says(vault: Vault) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 9, 12))
    change(vault, "rhythm.months", "4")
    changed = line(vault, child, "rhythm")
    assert (changed.words, changed.page_says) == ("Then one every 4 months.", "one every 6 months")
    assert changed.changed_on == TODAY
    with vault.reading() as session:
        assert pep_due(session, child, TODAY).due_on == date(2026, 1, 12)
        assert council_rules.history(session, "Southwark") == [
            "10 March 2026: How often PEPs are was one every 6 months, and is one every 4 months."
        ]


def test_going_back_to_the_page_is_a_change_of_its_own(vault: Vault) -> None:
    child = builders.add_child(vault)
    change(vault, "first_pep.days", "15")
    change(vault, "first_pep.days", "20")
    back = line(vault, child, "first_pep.days")
    assert (back.page_says, back.changed_on) == ("", None)
    with vault.reading() as session:
        assert council_rules.history(session, "Southwark") == [
            "10 March 2026: Days until the first PEP is ready was 15 school days, and is 20 school days.",
            "10 March 2026: Days until the first PEP is ready was 20 school days, and is 15 school days.",
        ]
    change(vault, "first_pep.days", "20")  # nothing changes
    with vault.reading() as session:
        assert len(council_rules.history(session, "Southwark")) == 2


def test_the_councils_next_last_date_is_typed_as_people_write_it(vault: Vault) -> None:
    child = builders.add_child(vault, council="Gateshead", last_pep_on=date(2026, 3, 9))
    with vault.reading() as session:
        due = pep_due(session, child, TODAY)
        assert (due.due_on, due.needs_term_dates) == (None, True)
        assert due.uncertain == (
            "The last dates we know of this council end on Friday 20 March 2026. "
            "So this is its rule without the list. School or the social worker knows the new dates.",
        )
    part = "rhythm.last_dates"
    assert line(vault, child, "rhythm").number == "28 November 2025, 20 March 2026"
    change(vault, part, "28 November 2025, 20 March 2026, 3 july", "Gateshead", "gateshead")
    with vault.reading() as session:
        assert pep_due(session, child, TODAY).due_on == date(2026, 7, 3)
    assert line(vault, child, "rhythm").page_says.endswith(
        "The last dates we know: 28 November 2025 and 20 March 2026"
    )


@pytest.mark.parametrize(
    ("part", "text", "wrong"),
    [
        ("first_pep.days", "0", "from 1 to 400"),
        ("first_pep.days", "twenty", "number in figures"),
        ("first_pep.days", "4 moons", "4 weeks"),
        ("first_pep.days", "60 weeks", "from 1 to 400"),
        ("rhythm.months", "30", "from 1 to 24"),
        ("rhythm", "months 30", "from 1 to 24"),
        ("rhythm", "months", "number in figures"),
        ("rhythm", "each_moon", "PEPs come after months"),
        ("until_year", "99", "from 0 to 13"),
    ],
)
def test_a_number_that_cannot_be_right_changes_nothing(
    vault: Vault, part: str, text: str, wrong: str
) -> None:
    before = view(vault, builders.add_child(vault))
    assert wrong in council_rules.what_is_wrong("Southwark", "southwark_2017", part, text, TODAY)
    with pytest.raises(NotAllowed, match=wrong):
        change(vault, part, text)
    assert view(vault, 1) == before
    assert council_rules.what_is_wrong("Southwark", "southwark_2017", "first_pep.days", " 15 ", TODAY) == ""
    assert council_rules.what_is_wrong("Gateshead", "gateshead", "rhythm.last_dates", "31 feb", TODAY)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("15", "15 school days"),
        ("28 days", "28 days"),
        ("4 weeks", "28 days"),
        ("10 Working Days", "10 working days"),
        ("30 school days", "30 school days"),
        ("1 week", "7 days"),
    ],
)
def test_days_are_taken_with_their_kind_as_people_say_them(vault: Vault, typed: str, words: str) -> None:
    child = builders.add_child(vault)
    change(vault, "first_pep.days", typed)
    now = line(vault, child, "first_pep.days")
    assert now.words == f"First PEP: ready within {words} of coming into care."
    assert (now.number, now.page_says) == (words, "20 school days")
    change(vault, "first_pep.days", now.text)
    assert line(vault, child, "first_pep.days") == now


@pytest.mark.parametrize(
    ("council", "key", "typed", "words"),
    [
        ("Southwark", "southwark_2017", "each_term", "Then one in each school term."),
        ("Southwark", "southwark_2017", "first_half_term", "Then one in the first half of each school term."),
        ("Southwark", "southwark_2017", "at_most_months 4 months", "Then never more than 4 months apart."),
        ("Borsetshire", "england_usual", "months 6", "Then one every 6 months."),
        ("Gateshead", "gateshead", "each_term", "Then one in each school term."),
    ],
)
def test_how_often_peps_are_can_be_put_right_and_put_back(
    vault: Vault, council: str, key: str, typed: str, words: str
) -> None:
    child = builders.add_child(vault, council=council)
    before = line(vault, child, "rhythm")
    change(vault, "rhythm", typed, council, key)
    now = line(vault, child, "rhythm")
    assert (now.words, now.page_text) == (words, before.text)
    change(vault, "rhythm", now.page_text, council, key)
    assert line(vault, child, "rhythm") == before


def test_what_was_changed_before_days_had_their_kind_still_counts(vault: Vault) -> None:
    child = builders.add_child(vault)
    with vault.work() as session:
        for part, was, now in (("first_pep.days", "20", "15"), ("rhythm.months", "6", "4")):
            session.add(
                RuleChange(
                    council="Southwark",
                    rules_key="southwark_2017",
                    part=part,
                    was=was,
                    now=now,
                    changed_on=TODAY,
                )
            )
    assert line(vault, child, "first_pep.days").words.startswith("First PEP: ready within 15 school days")
    assert line(vault, child, "rhythm").words == "Then one every 4 months."
    assert line(vault, child, "rhythm").changed_on == TODAY


def test_what_was_half_typed_is_let_go_when_it_is_whole(vault: Vault) -> None:
    with vault.work() as session:
        drafts.keep(session, DraftKey("box"), "number", "1")
        council_rules.change_number(
            session, "", "england_usual", "first_pep.days", "15", TODAY, DraftKey("box")
        )
    with vault.reading() as session:
        assert drafts.of_place(session, DraftKey("box")) == {}
        assert council_rules.history(session, "")
        assert council_rules.history(session, "Southwark") == []
