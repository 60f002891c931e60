"""What came of a meeting, on the carer's own paper: with home's part and the answers, which no other sheet has."""

from datetime import date

import pytest

from carer_app.choices import Came, ConcernKind, Owner, PlainQuestion, RequestAbout
from carer_app.paper import pdf
from carer_app.paper.content import Sheet
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    action_put_right,
    agreed_on_paper,
    asking_again,
    asking_on_paper,
    childs_book,
    planning,
    preparing,
    recording_the_meeting,
    reporting_back,
    summarising,
    the_same_evening,
    who_was_there,
    writing_to_the_child,
)
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read
from tests.paper.sheets import text_of

HELD = date(2026, 3, 9)
HOME, ANSWER, REASON = "quincehome", "quinceanswer", "quincereason"


@pytest.fixture
def held(vault: Vault) -> tuple[int, int, int]:
    """A child, a meeting that was held with everything written down, and what was agreed there."""
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, HELD)
    do(vault, preparing.add_question, meeting, "How is reading going?")
    concern = do(vault, preparing.add_concern, meeting, ConcernKind.SUBJECT)
    do(vault, preparing.write_concern, concern, "we_ask_for", "Fractions practice at home")
    do(vault, recording_the_meeting.meeting_was_held, meeting, HELD, TODAY)
    [question] = read(vault, recording_the_meeting.questions_asked, meeting)
    do(vault, recording_the_meeting.write_answer_to, question.id, ANSWER)
    do(vault, the_same_evening.refuse, meeting, concern, TODAY)
    do(vault, the_same_evening.write_why_not, concern, REASON)
    new = NewAction("A buddy at playtime", Owner.SCHOOL, "Mr Fox", date(2026, 3, 9))
    action = do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    do(vault, action_put_right.write_at_home, action, TODAY, HOME)
    do(
        vault,
        recording_the_meeting.write_school_said,
        meeting,
        PlainQuestion.EXTRA_SAID,
        "The reading group.",
    )
    return child, meeting, action


def words(sheet: Sheet) -> str:
    return " ".join(text_of(pdf.make_pdf(sheet)).split())


def test_it_has_what_was_agreed_with_homes_part_the_noes_and_the_answers(
    vault: Vault, held: tuple[int, int, int]
) -> None:
    _child, meeting, _action = held
    do(vault, planning.suggest_attendees, meeting)
    missing = read(vault, who_was_there.who_was_there, meeting)[0]
    do(vault, who_was_there.say_came, missing.id, Came.NO)
    on_paper = words(read(vault, agreed_on_paper.my_afterwards, meeting, TODAY))
    for there in (
        "Mia · what came of the PEP meeting", "Held on Monday 9 March 2026",
        "A buddy at playtime Mr Fox Was due 9 March",
        f"At home: {HOME}", f"How is reading going? {ANSWER}", f"Fractions practice at home: {REASON}",
        "Extra help The reading group.", f"Not there {missing.who}",
    ):  # fmt: skip
        assert there in on_paper, there


def test_homes_part_and_the_answers_are_on_no_sheet_that_others_get(
    vault: Vault, held: tuple[int, int, int]
) -> None:
    child, meeting, action = held
    do(vault, writing_to_the_child.begin_letter, child, TODAY)
    matter = Matter(child, RequestAbout.ACTION, action)
    sheets: list[Sheet] = [
        read(vault, reporting_back.child_sheet, meeting),
        read(vault, childs_book.childs_book, child),
        read(vault, writing_to_the_child.letter_on_paper, child),
        read(vault, summarising.meeting_sheet, meeting, TODAY),
        read(vault, summarising.adults_sheet, meeting, TODAY),
        read(vault, asking_on_paper.in_turn_sheet, matter),
        read(vault, reporting_back.actions_for_review, child, TODAY),
    ]
    coming = builders.add_meeting(vault, child, date(2026, 4, 20), uid="uid-coming")
    sheets.append(read(vault, summarising.meeting_sheet, coming, TODAY))
    asked = read(vault, asking_again.ask_again, matter, TODAY)
    assert asked.turn is not None
    told = [*(words(sheet) for sheet in sheets), asked.turn.words, asked.turn.words_by_name]
    for canary in (HOME, ANSWER, REASON):
        assert not [each for each in told if canary in each]


def test_a_no_without_a_reason_says_that_nobody_gave_one(vault: Vault, held: tuple[int, int, int]) -> None:
    _child, meeting, _action = held
    [no] = read(vault, the_same_evening.not_agreed, meeting)
    do(vault, the_same_evening.write_why_not, no.id, "")
    on_paper = words(read(vault, agreed_on_paper.my_afterwards, meeting, TODAY))
    assert "Fractions practice at home: Nobody said why." in on_paper


def test_there_is_no_page_while_nothing_is_written_down(vault: Vault) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault), HELD)
    do(vault, recording_the_meeting.meeting_was_held, meeting, HELD, TODAY)
    assert read(vault, agreed_on_paper.my_afterwards, meeting, TODAY).is_empty
