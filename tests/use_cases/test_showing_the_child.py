"""Show the child what the carer wrote, and what the child says to it."""

from datetime import date
from typing import Any

import pytest

from carer_app.choices import Aside, FamilyThere, PlainQuestion, ReplyMark
from carer_app.storage.vault import Vault
from carer_app.use_cases import prepared_questions, preparing, showing_the_child, summarising
from carer_app.use_cases.showing_the_child import ShownItem
from tests import builders
from tests.builders import TODAY, do

ART = "answer:going_well.school"


@pytest.fixture
def meeting(vault: Vault) -> int:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    builders.prepare(vault, meeting)
    return meeting


def shown(vault: Vault, meeting: int) -> dict[str, ShownItem]:
    with vault.reading() as session:
        return {each.item: each for each in showing_the_child.what_i_wrote(session, meeting)}


def sheet(vault: Vault, meeting: int) -> Any:
    with vault.reading() as session:
        return summarising.meeting_sheet(session, meeting, TODAY)


def test_all_that_the_carer_wrote_for_everyone_is_shown_and_nothing_else(vault: Vault, meeting: int) -> None:
    do(vault, preparing.write_answer, meeting, "days.sleep", "Wakes at five.")
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_HOME, "For the adults.")
    do(vault, prepared_questions.set_aside, meeting, PlainQuestion.WELL_AT_HOME, Aside.ADULTS_ONLY)
    texts = "\n".join(each.text for each in shown(vault, meeting).values())
    for words in (
        "Loves art",
        "Cubs on Tuesdays",
        "In tears after lunch",
        "A buddy at playtime",
        "How is Mia doing",
    ):
        assert words in texts
    for words in ("Wakes at five", "For the adults", "Playtime is hard. They run off.", "Thank you"):
        assert words not in texts


def test_what_family_should_not_read_is_not_shown_while_family_may_come(vault: Vault, meeting: int) -> None:
    do(vault, preparing.write_answer, meeting, "days.getting_there", "By taxi.")
    assert "answer:days.getting_there" in shown(vault, meeting)
    do(vault, preparing.write_answer, meeting, PlainQuestion.FAMILY_THERE, FamilyThere.YES)
    assert "answer:days.getting_there" not in shown(vault, meeting)


@pytest.mark.parametrize(
    ("mark", "words", "line"),
    [
        (ReplyMark.RIGHT, "", "Mia: “That’s right.”"),
        (
            ReplyMark.DIFFERENT,
            "I like it on Mondays only",
            "Mia sees it differently: “I like it on Mondays only”",
        ),
        (ReplyMark.DIFFERENT, "  ", "Mia sees it differently."),
    ],
)
def test_the_childs_line_stands_beneath(
    vault: Vault, meeting: int, mark: ReplyMark, words: str, line: str
) -> None:
    for item in shown(vault, meeting):
        do(vault, showing_the_child.answer, meeting, item, mark, TODAY, words)
    made = sheet(vault, meeting)
    assert made.going_well[0].reply == line
    assert made.at_home[0].reply == line
    assert made.hard_now[0].reply == line


def test_please_do_not_say_this_one_takes_it_off_every_sheet_whatever_is_written_later(
    vault: Vault, meeting: int
) -> None:
    items = shown(vault, meeting)
    concern = next(item for item in items if item.startswith("concern:"))
    question = next(item for item in items if item.startswith("question:"))
    for item in (ART, concern, question):
        do(vault, showing_the_child.answer, meeting, item, ReplyMark.DO_NOT_SAY, TODAY)
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_SCHOOL, "Loves art, written again.")
    with vault.reading() as session:
        printed = repr(summarising.meeting_sheet(session, meeting, TODAY)) + repr(
            summarising.my_sheet(session, meeting, TODAY)
        )
        left_off = showing_the_child.left_off_for_the_child(session, meeting)
    for words in ("Loves art", "In tears after lunch", "A buddy at playtime", items[question].text):
        assert words not in printed
    assert left_off == ("School", "What makes school hard", "A question for school")
    do(vault, showing_the_child.take_back, meeting, ART)
    assert "written again" in repr(sheet(vault, meeting))


def test_a_change_afterwards_is_not_called_right_by_the_child(vault: Vault, meeting: int) -> None:
    do(vault, showing_the_child.answer, meeting, ART, ReplyMark.RIGHT, date(2026, 3, 9))
    assert not shown(vault, meeting)[ART].changed
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_SCHOOL, "Hates art.")
    assert shown(vault, meeting)[ART].changed
    assert sheet(vault, meeting).going_well[0].reply == ""


def test_seen_differently_says_that_it_was_about_earlier_words(vault: Vault, meeting: int) -> None:
    do(vault, showing_the_child.answer, meeting, ART, ReplyMark.DIFFERENT, TODAY, "Only on Mondays")
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_SCHOOL, "Loves art on Mondays.")
    assert sheet(vault, meeting).going_well[0].reply == (
        "Mia sees it differently: “Only on Mondays” (This was about earlier words.)"
    )
    do(vault, showing_the_child.answer, meeting, ART, ReplyMark.RIGHT, TODAY)
    assert sheet(vault, meeting).going_well[0].reply == "Mia: “That’s right.”"


def test_the_childs_words_are_kept_exactly_and_once(vault: Vault, meeting: int) -> None:
    words = "i dont like it ,it is to lowd"
    for _time in range(2):
        do(vault, showing_the_child.answer, meeting, ART, ReplyMark.DIFFERENT, TODAY, words)
    assert shown(vault, meeting)[ART].words == words
    assert len([item for item in shown(vault, meeting) if item == ART]) == 1
