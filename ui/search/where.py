"""Where a line that was found stands on screen."""

from collections.abc import Callable

from carer_app.choices import ChildList, Part, PlainQuestion
from carer_app.texts.question_sets import question_of
from carer_app.use_cases.searching import SearchLine
from ui.base.places import (
    AboutPaper,
    Actions,
    AfterMeeting,
    AskAgain,
    AskQuestion,
    CareReviewPlace,
    CheckAndPrint,
    ChildRecord,
    Documents,
    EditChild,
    FirstWeek,
    HelpAgreed,
    LettersPlace,
    NotAsPlanned,
    NotesOf,
    Place,
    PreparePart,
    ReadDocument,
    ReviewFormPlace,
    SchoolCardPlace,
    TimeWithoutSchool,
    WhatSchoolSaid,
    WhoCame,
    YouSaid,
)


def place_of(line: SearchLine, found: str = "") -> Place:
    """The place that shows this line; the child's own page where no other does. `found` is marked on a paper."""
    if line.table == "paper_page":
        assert line.meeting_id is not None
        return ReadDocument(line.meeting_id, f"{line.question} {found}".strip())
    place = _BY_TABLE.get(line.table)
    return place(line) if place is not None else ChildRecord(line.child_id)


def _part(part: Part) -> Callable[[SearchLine], Place]:
    return lambda line: PreparePart(_meeting(line), part)


def _answer(line: SearchLine) -> Place:
    group = line.question.partition(".")[0]
    if question_of(line.question) is not None:
        return AskQuestion(_meeting(line), line.question)
    if group in set(Part):
        return PreparePart(_meeting(line), Part(group))
    places = {"meeting": WhatSchoolSaid, "check": CheckAndPrint}
    return _BY_QUESTION.get(line.question, places.get(group, AfterMeeting))(_meeting(line))


def _list(line: SearchLine) -> Place:
    return (SchoolCardPlace if line.question == ChildList.SCHOOL_CARD else FirstWeek)(line.child_id)


def _meeting(line: SearchLine) -> int:
    assert line.meeting_id is not None
    return line.meeting_id


_BY_QUESTION: dict[str, Callable[[int], Place]] = {
    PlainQuestion.VIEWS_HEARD: WhoCame,
    PlainQuestion.COULD_NOT_GO: NotAsPlanned,
    PlainQuestion.CAME_OF_CHANGE: YouSaid,
    PlainQuestion.AT_HOME_SAID: HelpAgreed,
    PlainQuestion.EXTRA_SAID: HelpAgreed,
    PlainQuestion.OTHER_SAID: AfterMeeting,
}
_BY_TABLE: dict[str, Callable[[SearchLine], Place]] = {
    "school": lambda line: EditChild(line.child_id, "school"),
    "schooling": lambda line: EditChild(line.child_id, "school"),
    "note": lambda line: NotesOf(line.child_id),
    "meeting": _part(Part.WHEN_WHERE),
    "attendee": _part(Part.WHO_COMES),
    "meeting_put_off": lambda line: NotAsPlanned(_meeting(line)),
    "child_view": _part(Part.CHILD_SAYS),
    "what_happened": lambda line: YouSaid(_meeting(line)),
    "answer": _answer,
    "concern": _part(Part.HARD_NOW),
    "child_reply": _part(Part.CHILD_SAYS),
    "school_question": _part(Part.QUESTIONS),
    "agreed_action": lambda _line: Actions(),
    "request": lambda line: AskAgain(line.child_id, line.question, _meeting(line)),
    "care_review": lambda line: CareReviewPlace(line.child_id),
    "review_answer": lambda line: ReviewFormPlace(line.child_id),
    "days_without_school": lambda line: TimeWithoutSchool(line.child_id, line.id),
    "list_line": _list,
    "child_letter": lambda line: LettersPlace(line.child_id),
    "stored_document": lambda line: ReadDocument(line.id),
    "paper_page": lambda line: ReadDocument(_meeting(line)),
    "report_figure": lambda line: AboutPaper(_meeting(line)) if line.meeting_id else Documents(),
}
