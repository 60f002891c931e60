"""A name of three hundred letters is on every paper that follows from a meeting, whole and inside its edge."""

from datetime import date

import pytest

from carer_app.choices import Came, ChildList, HowAsked, Owner, RequestAbout, Role
from carer_app.jobs.make_pdf import make_pdf
from carer_app.paper.content import Sheet
from carer_app.paper.pdf import rows_on
from carer_app.paper.pdf.cells import PAGE_WIDTH, SIDE
from carer_app.paper.pdf.pen import Pen
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    action_put_right,
    agreed_on_paper,
    asking_again,
    asking_on_paper,
    at_the_review,
    children,
    childs_lists,
    household,
    preparing,
    recording_the_meeting,
    reporting_back,
    who_was_there,
    writing_requests,
)
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read
from tests.paper.sheets import text_of

HELD = date(2026, 3, 2)
A_HAIR = 0.5
NAMES = {
    "words": ("A very long name that somebody typed " * 9)[:300].strip(),
    "one word": "Wolfeschlegelstein" * 16 + "a",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_it_is_whole_and_inside_the_edge(vault: Vault, name: str) -> None:
    for which, sheet in _sheets(vault, name).items():
        text = "".join(text_of(make_pdf(sheet)).split())
        assert "".join(name.split()) in text, which
        for row in rows_on(sheet, Pen(sheet.text_size)):
            for cell in row.cells:
                assert SIDE + cell.x + cell.width <= PAGE_WIDTH - SIDE + A_HAIR, which


def _sheets(vault: Vault, name: str) -> dict[str, Sheet]:
    child = builders.add_child(vault, name)
    meeting = builders.add_meeting(vault, child, HELD)
    do(vault, household.set_own_name, name)
    for role in (
        Role.SOCIAL_WORKER,
        Role.SUPERVISING_SOCIAL_WORKER,
        Role.REVIEWING_OFFICER,
        Role.VIRTUAL_SCHOOL,
    ):
        do(vault, children.set_person, child, role, name)
    do(vault, preparing.add_question, meeting, name)
    do(vault, who_was_there.somebody_else_came, meeting, name)
    do(vault, recording_the_meeting.meeting_was_held, meeting, HELD, TODAY)
    for there in read(vault, who_was_there.who_was_there, meeting):
        do(vault, who_was_there.say_came, there.id, Came.NO)
    [question] = read(vault, recording_the_meeting.questions_asked, meeting)
    do(vault, recording_the_meeting.write_answer_to, question.id, name)
    new = NewAction(name, Owner.SOCIAL_WORKER, name, date(2026, 3, 4))
    action = do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    do(vault, action_put_right.write_at_home, action, TODAY, name)
    matter = Matter(child, RequestAbout.ACTION, action)
    turn = read(vault, asking_again.ask_again, matter, TODAY).turn
    asked = do(vault, writing_requests.asked, matter, turn.rung, turn.name, HowAsked.EMAIL, TODAY, TODAY)
    do(vault, writing_requests.answered, asked, name, TODAY, TODAY)
    do(vault, children.set_date, child, ChildDate.REVIEW, date(2026, 3, 20), TODAY)
    do(vault, at_the_review.name_chair, child, name)
    do(vault, childs_lists.write_line, child, ChildList.SCHOOL_CARD, "collects", name)
    return {
        "mine": read(vault, agreed_on_paper.my_afterwards, meeting, TODAY),
        "the child's": read(vault, reporting_back.child_sheet, meeting),
        "for the review": read(vault, reporting_back.actions_for_review, child, TODAY),
        "whom to ask": read(vault, asking_on_paper.in_turn_sheet, matter),
        "school card": read(vault, childs_lists.school_card_sheet, child, TODAY),
    }
