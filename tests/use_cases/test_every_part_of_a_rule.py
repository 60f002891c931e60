"""A carer can put every part of a council's rule right, and add what its page does not say."""

from datetime import date

import pytest

from carer_app.domain.rule_changes import PARTS, RuleChange
from carer_app.errors import NotAllowed
from carer_app.rules import shipped
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, council_page, council_rules
from carer_app.use_cases.council_page import RuleLine
from carer_app.use_cases.pep_dates import pep_due
from tests import builders
from tests.builders import TODAY

EACH = [
    ("first_pep_start.days", "10 working days", "First PEP: begun within 10 working days of coming into care."),
    ("first_pep_start.days", "4 weeks", "First PEP: begun within 28 days of coming into care."),
    ("first_pep.days", "30 school days", "First PEP: ready within 30 school days of coming into care."),
    ("new_school.days", "3 weeks", "After a change of school: a PEP within 21 days of starting there."),
    ("new_home.days", "15 working days", "After a move to another home: a PEP within 15 working days."),
    ("copy_within.days", "5 school days", "Your copy of the PEP: within 5 school days of the meeting."),
    ("rhythm", "months 6 months", "Then one every 6 months."),
    ("rhythm", "rounds september to december, jan to april and May to July",
     "Then one in each part of the year: September to December, January to April and May to July."),
    ("rhythm", "last_dates 20 march 2026, 3 july 2026",
     "Then one in each round that the council sets a last date for. "
     "The last dates we know: 20 March 2026 and 3 July 2026."),
    ("early_years", "months 4", "Before Reception: one every 4 months."),
    ("early_years", "each_term", "Before Reception: one in each school term."),
    ("post_16", "at_most_months 12", "After Year 11: never more than 12 months apart."),
    ("key_stage_years", "Reception, Year 7 and 11", "A new PEP at the start of Reception, Year 7 and Year 11."),
    ("key_stage_years", "r, y7, y11", "A new PEP at the start of Reception, Year 7 and Year 11."),
    ("key_stage_years", "3 7 10", "A new PEP at the start of Year 3, Year 7 and Year 10."),
    ("starts", "age 2", "PEPs start at 2."),
    ("starts", "age 0", "PEPs start at birth."),
    ("starts", "term 2nd", "PEPs start with the term after the second birthday, where the child goes to a nursery."),
    ("ends", "year 11", "PEPs go on to the end of Year 11."),
    ("ends", "age 25", "PEPs go on until the child is 25."),
]  # fmt: skip


def all_lines(vault: Vault, child: int) -> dict[str, RuleLine]:
    with vault.reading() as session:
        (rules,) = council_page.council_view(session, child, TODAY).rule_sets
    return {line.part: line for line in (*rules.lines, *rules.open_lines)}


def put(vault: Vault, part: str, text: str) -> None:
    with vault.work() as session:
        council_rules.change_number(session, "Borsetshire", "england_usual", part, text, TODAY)


def test_every_part_there_is_stands_on_the_page_said_or_not(vault: Vault) -> None:
    assert set(all_lines(vault, builders.add_child(vault, council="Borsetshire"))) == set(PARTS)


def test_every_part_is_among_those_that_are_tried_here() -> None:
    assert {part for part, _text, _words in EACH} == set(PARTS)


@pytest.mark.parametrize(("part", "typed", "words"), EACH)
def test_each_part_is_set_as_people_say_it_and_taken_back(
    vault: Vault, part: str, typed: str, words: str
) -> None:
    child = builders.add_child(vault, council="Borsetshire")
    before = all_lines(vault, child)[part]
    assert council_rules.what_is_wrong("Borsetshire", "england_usual", part, typed, TODAY) == ""
    put(vault, part, typed)
    now = all_lines(vault, child)[part]
    assert (now.words, now.is_said) == (words, True)
    if before.text != now.text:
        assert now.changed_on == TODAY
        with vault.reading() as session:
            (told,) = council_rules.history(session, "Borsetshire")
        assert told.startswith("10 March 2026: ")
    # What stands in the box gives the same again, and the way back leads where it says.
    put(vault, part, now.text)
    assert all_lines(vault, child)[part] == now
    put(vault, part, now.page_text if now.changed_on else before.text)
    assert all_lines(vault, child)[part] == before


@pytest.mark.parametrize(
    ("part", "typed", "wrong"),
    [
        ("new_home.days", "20", "Say which days"),
        ("key_stage_years", "Year 15", "Type the classes"),
        ("key_stage_years", "the big ones", "Type the classes"),
        ("rhythm", "rounds spring", "Type the parts of the year"),
        ("rhythm", "rounds december to march", "Parts of the year go"),
        ("rhythm", "", "number in figures"),
        ("first_pep.days", "", "number in figures"),
        ("starts", "age old", "number in figures"),
        ("starts", "term 9", "from 0 to 4"),
        ("ends", "age 40", "from 16 to 25"),
        ("ends", "year 20", "from 0 to 13"),
        ("early_years", "months 99", "from 1 to 24"),
    ],
)
def test_what_cannot_be_right_says_so_and_changes_nothing(
    vault: Vault, part: str, typed: str, wrong: str
) -> None:
    child = builders.add_child(vault, council="Borsetshire")
    before = all_lines(vault, child)
    assert wrong in council_rules.what_is_wrong("Borsetshire", "england_usual", part, typed, TODAY)
    with pytest.raises(NotAllowed, match=wrong):
        put(vault, part, typed)
    assert all_lines(vault, child) == before


def test_a_date_by_what_the_carer_added_says_whose_it_is(vault: Vault) -> None:
    child = builders.add_child(
        vault, council="Oldham", last_pep_on=date(2025, 6, 16), birthday=date(2014, 3, 1),
        came_into_care_on=date(2020, 1, 8), started=date(2025, 1, 6),
    )  # fmt: skip
    for part, text in (("key_stage_years", "Year 7"), ("new_school.days", "10 working days")):
        with vault.work() as session:
            council_rules.change_number(session, "Oldham", "oldham", part, text, TODAY)
    with vault.reading() as session:
        due = pep_due(session, child, date(2025, 9, 3))
    (stage,) = [each for each in due.working if each.kind == "key_stage"]
    assert stage.rule == "a number you set on 10 March 2026"


def test_a_rhythm_the_carer_set_leads_and_englands_stands_beneath(vault: Vault) -> None:
    child = builders.add_child(vault, council="Oldham", last_pep_on=date(2026, 1, 12))
    with vault.work() as session:
        council_rules.change_number(session, "Oldham", "oldham", "rhythm", "months 6", TODAY)
    with vault.reading() as session:
        due = pep_due(session, child, TODAY)
    assert (due.due_on, due.rule) == (date(2026, 7, 12), "a rule you set on 10 March 2026")


def test_numbers_kept_under_a_key_that_a_file_had_before_still_count(vault: Vault) -> None:
    """A carer had changed Kent's six months to four. Kent's file has another name now, and another rhythm."""
    child = builders.add_child(vault, council="Kent", last_pep_on=date(2026, 1, 12))
    change = {"council": "Kent", "rules_key": "kent_2019", "changed_on": date(2026, 2, 1)}
    with vault.work() as session:
        session.add(RuleChange(**change, part="rhythm.months", was="6", now="4"))
        session.add(RuleChange(**change, part="until_age", was="18", now="19"))
    with vault.reading() as session:
        due = pep_due(session, child, TODAY)
        (rules,) = council_page.council_view(session, child, TODAY).rule_sets
    assert (due.due_on, due.rule) == (date(2026, 5, 12), "a rule you set on 1 February 2026")
    assert "PEPs go on until the child is 19." in [line.words for line in rules.lines]


def test_a_child_of_a_council_that_is_no_more_is_asked_which_one_took_over(vault: Vault) -> None:
    child = builders.add_child(vault, council="Cumbria", last_pep_on=date(2026, 1, 12))
    with vault.reading() as session:
        seen = council_page.council_view(session, child, TODAY)
    assert seen.succeeded_by == ("Cumberland", "Westmorland and Furness")
    assert seen.gone == (
        "Cumbria ended on 31 March 2023. Cumberland and Westmorland and Furness took over. Which one is it for this "
        "child? The social worker knows. Until then, it is what most councils in England ask for."
    )
    assert [rules.key for rules in seen.rule_sets] == ["england_usual", "cumbria"]
    assert seen.rule_sets[-1].standing.startswith("This ended on 31 March 2023.")
    with vault.work() as session:
        children.set_council(session, child, "Cumberland")
    with vault.reading() as session:
        assert council_page.council_view(session, child, TODAY).gone == ""


def test_what_two_pages_of_one_council_say_stands_there_with_both_numbers(vault: Vault) -> None:
    child = builders.add_child(vault, council="Gateshead")
    line = all_lines(vault, child)["new_school.days"]
    assert line.words == "After a change of school: a PEP within 10 working days of starting there."
    assert line.also == (
        "Another page says 20 working days: Gateshead’s ePEP guidance, 2025, section 14. "
        "Both count, and the earlier day comes first.",
    )


def test_a_list_of_dates_that_has_ended_is_said_on_the_page(vault: Vault) -> None:
    child = builders.add_child(vault, council="St Helens")
    with vault.reading() as session:
        (rules,) = council_page.council_view(session, child, date(2026, 11, 29)).rule_sets
    assert rules.standing == (
        "Its list of last dates ended on 6 June 2025. "
        "From then on it is one in each school term, until you type new ones."
    )


@pytest.mark.parametrize("council", [*shipped.councils(), "Cumbria", ""])
def test_every_line_of_every_council_can_be_typed_again_as_it_stands(vault: Vault, council: str) -> None:
    child = builders.add_child(vault, council=council)
    with vault.reading() as session:
        sets = council_page.council_view(session, child, TODAY).rule_sets
    for rules in sets:
        for line in rules.lines:
            if line.text:
                assert council_rules.what_is_wrong(council, rules.key, line.part, line.text, TODAY) == ""
