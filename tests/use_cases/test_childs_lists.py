"""The school card and the first week: what is kept of each line, and what is printed."""

from datetime import date

import pytest

from carer_app.choices import ChildList, Role
from carer_app.storage.vault import Vault
from carer_app.texts.child_lists import child_list, child_lists
from carer_app.use_cases import children, household
from carer_app.use_cases.childs_lists import (
    ListView,
    first_week_sheet,
    list_of,
    school_card_sheet,
    tick_line,
    write_line,
)
from tests import builders
from tests.builders import TODAY, do, read

CARD, WEEK = ChildList.SCHOOL_CARD, ChildList.FIRST_WEEK


@pytest.fixture
def child(vault: Vault) -> int:
    return builders.add_child(vault)


def view(vault: Vault, child: int, which: ChildList) -> ListView:
    found: ListView = read(vault, list_of, child, which, TODAY)
    return found


def test_a_line_keeps_its_words_and_its_day(vault: Vault, child: int) -> None:
    do(vault, write_line, child, WEEK, "calms", "Ten minutes alone")
    do(vault, tick_line, child, WEEK, "calms", date(2026, 3, 9))
    do(vault, tick_line, child, WEEK, "calms", TODAY)
    row = next(each for each in view(vault, child, WEEK).rows if each.id == "calms")
    assert (row.text, row.done_on, view(vault, child, WEEK).done) == (
        "Ten minutes alone",
        date(2026, 3, 9),
        1,
    )
    do(vault, tick_line, child, WEEK, "calms", None)
    assert view(vault, child, WEEK).done == 0


def test_two_children_have_lists_of_their_own(vault: Vault, child: int) -> None:
    leo = builders.add_child(vault, "Leo")
    do(vault, write_line, child, CARD, "ring_1", "Sam")
    assert [each.text for each in view(vault, leo, CARD).rows if each.text] == []


def test_a_line_that_is_on_no_list_is_refused(vault: Vault, child: int) -> None:
    with pytest.raises(ValueError, match="collects"):
        do(vault, write_line, child, WEEK, "collects", "Sam")


def test_the_card_prints_what_is_known_in_the_order_of_the_list(vault: Vault, child: int) -> None:
    for line, text in (
        ("ring_2", "Ms Ali, 0113 496 0000"),
        ("ring_1", "Sam, 07700 900123"),
        ("photos", "  "),
    ):
        do(vault, write_line, child, CARD, line, text)
    sheet = read(vault, school_card_sheet, child, TODAY)
    assert [(each.label, each.what) for each in sheet.lines] == [
        ("Ring first", "Sam, 07700 900123"),
        ("Then ring", "Ms Ali, 0113 496 0000"),
    ]
    assert sheet.title.startswith("Mia")
    assert "Mia" not in sheet.file_name + sheet.document_title


def test_the_first_week_on_paper_has_every_line_once_to_tick_done_heard_or_to_write_on(
    vault: Vault, child: int
) -> None:
    do(vault, tick_line, child, WEEK, "current_pep", TODAY)
    do(vault, write_line, child, WEEK, "calms", "Drawing by the window")
    do(vault, write_line, child, WEEK, "trusted", "  ")
    sheet = read(vault, first_week_sheet, child, TODAY)
    lines = (*sheet.done, *sheet.to_do, *(each.label for each in sheet.heard), *sheet.unheard)
    assert sorted(lines) == sorted(row.ask for row in view(vault, child, WEEK).rows)
    assert sheet.done == ("Ask for the PEP that there is",)
    assert [(each.label, each.what) for each in sheet.heard] == [
        ("What calms, and what upsets", "Drawing by the window")
    ]
    assert "A grown-up at school to go to" in sheet.unheard
    assert "Mia" not in sheet.file_name + sheet.document_title


def test_parental_responsibility_and_who_must_not_collect_are_blanks_and_no_line() -> None:
    asked = " ".join(each.ask.lower() for each_list in child_lists() for each in each_list.line)
    assert "responsibility" not in asked
    assert "must not" not in asked


def test_the_words_to_copy_name_no_child_and_who_is_asked(vault: Vault, child: int) -> None:
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    do(vault, household.set_own_name, "Sam")
    row = next(each for each in view(vault, child, WEEK).rows if each.id == "current_pep")
    assert row.to == "For Ms Ali"
    assert row.words.startswith("Hello Ms Ali,")
    assert row.words.endswith("Thank you,\nSam")
    told = [each.words for each in view(vault, child, WEEK).rows if each.words]
    assert len(told) >= 2
    assert not [words for words in told if "Mia" in words or "{" in words]


def test_where_nobody_is_known_nothing_stands_for_a_name(vault: Vault, child: int) -> None:
    row = next(each for each in view(vault, child, WEEK).rows if each.id == "school_knows")
    assert row.words.startswith("Hello,")
    assert row.words.endswith("Thank you")


def test_each_list_says_when_it_was_looked_up(vault: Vault, child: int) -> None:
    assert all(view(vault, child, each).known.startswith("Rules and numbers") for each in ChildList)
    assert len(child_list(CARD).line) == 9
