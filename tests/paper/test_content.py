"""What goes on a sheet: nothing empty, numbered in order, said in plain words."""

import subprocess
import sys
from datetime import date

import pytest

from carer_app.paper.content import (
    AnswerToChild,
    DateToKnow,
    Difficulty,
    Item,
    Mark,
    Quote,
    Section,
    TextSize,
)
from carer_app.paper.pdf import make_pdf
from carer_app.paper.plain import lines_of_part
from carer_app.paper.sheets.actions_for_review import Owed, ReviewAction
from carer_app.paper.sheets.child_sheet import ChildSheet
from carer_app.paper.sheets.interpreter_sheet import InterpreterSheet
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.paper.sheets.my_sheet import MySheet
from tests.paper.sheets import in_order, meeting, review, text_of


def test_a_sheet_with_only_a_name_has_no_sections() -> None:
    assert MeetingSheet("Mia").sections() == ()
    assert MeetingSheet("Mia").opening_lines() == ()


def test_a_full_sheet_has_the_child_first_and_the_asks_before_the_homework() -> None:
    assert meeting().sections() == tuple(Section)
    assert list(Section).index(Section.CHILD_SAYS) == 0
    assert list(Section).index(Section.ASKS) < list(Section).index(Section.AT_HOME)


@pytest.mark.parametrize("blank", ["", "  ", "\n\t", "\u200f", "\u00a0\u200b"])
def test_blank_words_are_dropped(blank: str) -> None:
    sheet = MeetingSheet(
        child="Mia",
        child_says=(Quote(blank, "Mia typed this", date(2026, 3, 12)),),
        child_would_change=Quote(blank, "Mia typed this"),
        going_well=(Item(blank, "School"),),
        hard_now=(Difficulty(blank, blank),),
        questions=(blank,),
        dates=(DateToKnow(blank, date(2026, 3, 12)),),
    )
    assert sheet.sections() == ()


def test_what_helps_alone_is_worth_printing() -> None:
    assert MeetingSheet("Mia", hard_now=(Difficulty("", "Going in last"),)).sections() == (Section.HARD_NOW,)


def test_a_child_who_was_asked_and_added_nothing_is_respected() -> None:
    sheet = MeetingSheet("Mia", child_asked_on=date(2026, 3, 12))
    assert sheet.sections() == (Section.CHILD_SAYS,)
    assert sheet.no_words_line == "Asked on 12 March. Mia chose not to add words this time."


def test_the_same_child_with_words_is_not_said_to_have_none() -> None:
    assert (
        MeetingSheet("Mia", child_asked_on=date(2026, 3, 12), child_says=(Quote("Hi"),)).no_words_line == ""
    )


def test_the_opening_lines_say_when_who_wrote_it_and_how_the_child_takes_part() -> None:
    assert meeting().opening_lines() == (
        "Wednesday 18 March 2026, 2.00pm · Elm Park Primary, Year 5, Miss Kay’s class",
        "Written by Sam (foster carer) on 14 March · Mia has seen this: yes",
        "How Mia will take part: for the first part · she would like to speak first",
    )


def test_a_place_that_is_not_the_school_is_said() -> None:
    sheet = MeetingSheet("Mia", meeting_on=date(2026, 3, 18), where="by video call", school="Elm Park")
    assert sheet.opening_lines() == ("Wednesday 18 March 2026, by video call · Elm Park",)


def test_the_review_lists_what_is_late_first_and_says_so_in_words() -> None:
    school = review().owed[0].in_order()
    assert [action.mark for action in school] == [Mark.LATE, Mark.DONE]
    assert school[0].state_line == "Late by 3 days · was due by 27 March 2026"
    assert school[1].state_line == "Done on 20 March"
    assert ReviewAction("x").state_line == "To do"


def test_somebody_who_owes_nothing_is_not_listed() -> None:
    assert Owed("Me", (ReviewAction(" "),)).actions == ()
    assert not Owed("Me")


def test_an_answer_with_nothing_in_it_is_dropped_from_the_childs_sheet() -> None:
    assert ChildSheet(
        "Mia", answers=(AnswerToChild(Quote(""), who="Mr Fox"), AnswerToChild(Quote("Hi")))
    ).answers == (AnswerToChild(Quote("Hi")),)


def test_the_sheet_for_everyone_cannot_hold_the_carers_own_notes() -> None:
    assert not {"things_to_say", "who_comes"} & set(MeetingSheet.__dataclass_fields__)
    assert {"things_to_say", "who_comes"} < set(MySheet.__dataclass_fields__)


def test_knowing_what_goes_on_paper_loads_no_drawing_code() -> None:
    code = (
        "import sys, carer_app.paper.content; "
        "print([m for m in ('reportlab', 'icalendar', 'sqlalchemy', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("size", [12, 18])
def test_an_interpreter_has_every_line_with_a_number_of_its_own_and_room_beside_it(size: TextSize) -> None:
    sheet = InterpreterSheet(meeting())
    text = text_of(make_pdf(sheet, size))
    lines = [line for section in meeting().sections() for line in lines_of_part(meeting(), section)]
    assert len(lines) > 9
    numbered = [f"{number}. {line}" for number, line in enumerate(lines, start=1)]
    assert in_order(text, *(each for each in numbered))
    assert text.count("In the other language") >= len(meeting().sections())
    assert InterpreterSheet(MeetingSheet("Mia")).is_empty
