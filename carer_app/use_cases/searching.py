"""Every line of the records that a carer may search for, with whose it is and where it stands.

What the child keeps off the sheet is found by the carer and said to be off; it is offered to no sheet. What was
removed, what is half typed, and what the child has begun and not kept, is not here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from carer_app.choices import (
    ChildList,
    ConcernKind,
    FigureKind,
    NoteKind,
    PaperKind,
    PlainQuestion,
    Role,
    WhoseWords,
)
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.asked_again import Request
from carer_app.domain.base import Base
from carer_app.domain.between_meetings import ChildLetter, DaysWithoutSchool, ListLine
from carer_app.domain.care_review import CareReview, ReviewAnswer
from carer_app.domain.child import Child, Schooling
from carer_app.domain.meeting import Attendee, Meeting, MeetingPutOff
from carer_app.domain.note import Note
from carer_app.domain.person import Person
from carer_app.domain.preparation import Answer, ChildReply, ChildView, Concern, SchoolQuestion, WhatHappened
from carer_app.domain.school import School
from carer_app.domain.stored_document import PaperPage, ReportFigure, StoredDocument
from carer_app.texts.child_lists import child_list
from carer_app.texts.question_sets import question_of, with_name
from carer_app.typed_dates import say_short, say_when
from carer_app.words import _

Row = Any
What = Callable[[Row], str]


@dataclass(frozen=True, slots=True)
class SearchLine:
    """One box of the records with words in it: `what` says what it is and of when, `words` are exact. It is said from
    what is `beside` the words, and of the few lines that are found and shown alone.

    `table` and `id` name its row, `meeting_id` the meeting it belongs to (None for none), `question` the key of the
    question it answers, the list that it stands on, or what was asked for (empty for none). Of what was asked for,
    `meeting_id` is the action or the meeting (0 for none); of a page of a paper it is the paper, `question` the page;
    of a figure it is its report. `box` is what its box on the page is kept for, as far as it is known: the row or the
    question, and which of several boxes.
    """

    table: str
    id: int
    child_id: int
    child: str
    words: str
    meeting_id: int | None
    question: str
    box: tuple[str | int, ...]
    beside: tuple[Any, ...]
    say: What = field(compare=False, repr=False)

    @property
    def what(self) -> str:
        return self.say(self.beside)


@dataclass(frozen=True, slots=True)
class _Searched:
    """How one table is searched: which boxes, the way to its child, and what a box is called.

    `meeting` is the column with the meeting (or the action) a row is about, `beside` what else is asked for. `box` are
    the columns that say which box of a page it is; `named`: each column of words has a box of its own name.
    """

    noun: type[Base]
    columns: tuple[str, ...]
    query: Callable[[Select[Any]], Select[Any]]
    what: What
    beside: tuple[Any, ...] = ()
    meeting: Any = None
    box: tuple[Any, ...] = ()
    named: bool = False


def everything_to_search(session: Session) -> list[SearchLine]:
    """All of it, in the order of the register; children who were put to one side, and what is theirs, are left out."""
    return [line for searched in SEARCHED for line in _lines(session, searched)]


def _lines(session: Session, searched: _Searched) -> Iterator[SearchLine]:
    noun: Any = searched.noun
    columns = [getattr(noun, name) for name in searched.columns]
    meeting = [] if searched.meeting is None else [searched.meeting]
    asked: Any = select(noun.id, Child.id, Child.name, *meeting, *searched.box, *columns, *searched.beside)
    found = session.execute(searched.query(asked.select_from(noun)).order_by(noun.id, Child.id))
    boxes = 3 + len(meeting)
    first = boxes + len(searched.box)
    last = first + len(columns)
    has_question = noun in (Answer, ListLine, Request, PaperPage)
    table, say = noun.__tablename__, searched.what
    for row in map(tuple, found):
        row_id, child_id, child = row[:3]
        meeting_id = row[3] if meeting else None
        box, beside = row[boxes:first], (child, *row[last:])
        question = str(beside[1]) if has_question else ""
        for column, words in zip(searched.columns, row[first:last], strict=True):
            if words.strip():
                where = (*box, column) if searched.named else box
                yield SearchLine(
                    table, row_id, child_id, child, words, meeting_id, question, where, beside, say
                )


def _of_child(noun: Any) -> Callable[[Select[Any]], Select[Any]]:
    return lambda asked: asked.join(Child, Child.id == noun.child_id)


def _of_meeting(noun: Any) -> Callable[[Select[Any]], Select[Any]]:
    return lambda asked: asked.join(Meeting, Meeting.id == noun.meeting_id).join(
        Child, Child.id == Meeting.child_id
    )


def _day(day: date | None) -> str:
    return say_short(day, with_year=True) if day is not None else _("no day yet")


def _meeting(held_on: date | None, on_day: date | None) -> str:
    return (
        _("meeting of {day}").format(day=_day(held_on or on_day))
        if held_on or on_day
        else _("meeting to come")
    )


def _view_what(row: Row) -> str:
    child, whose, said_on, on_the_sheet, taken_off_on = row
    said = _("{whose}, {when}").format(
        whose=WhoseWords(whose).words(child, _("me")), when=say_when(said_on, with_year=True)
    )
    return (
        said if on_the_sheet and taken_off_on is None else _("{said}. Kept off the sheet").format(said=said)
    )


def _line_what(which: str, line: str) -> str:
    name = {ChildList.SCHOOL_CARD: _("School card"), ChildList.FIRST_WEEK: _("First week")}[ChildList(which)]
    asks = {each.key: each.ask for each in child_list(ChildList(which)).line}
    return f"{name} · {asks[line]}" if line in asks else name


def _answer_what(row: Row) -> str:
    child, key, held_on, on_day = row
    question = question_of(key)
    if question is not None:
        label = with_name(question.label, child)
    elif key == PlainQuestion.COULD_NOT_GO:
        label = _("Why you could not go")
    elif key.startswith("meeting.") or key in (PlainQuestion.VIEWS_HEARD, PlainQuestion.CAME_OF_CHANGE):
        label = _("What was said there")
    else:
        label = _("Getting ready")
    return f"{label} · {_meeting(held_on, on_day)}"


_DAYS = (Meeting.held_on, Meeting.on_day)


def _at_meeting(noun: Any, columns: tuple[str, ...], what: str) -> _Searched:
    return _Searched(
        noun,
        columns,
        _of_meeting(noun),
        lambda row: f"{what} · {_meeting(*row[1:])}",
        _DAYS,
        meeting=Meeting.id,
    )


_IS_OF_NO_DAY = (
    select(StoredDocument.id)
    .where(StoredDocument.id == ReportFigure.document_id, StoredDocument.on_day.is_(None))
    .exists()
)
_IS_A_DRAWING = select(ChildView.id).where(ChildView.drawing_id == StoredDocument.id).exists()
"""What a child drew is with the child's own words, and found there."""


def _read_by(title: str, by_machine: bool) -> str:
    return _("{paper}, read by a machine").format(paper=title) if by_machine else title


SEARCHED: tuple[_Searched, ...] = (
    _Searched(Child, ("name", "council"), lambda asked: asked, lambda _row: _("Name or council")),
    _Searched(
        School, ("name",),
        lambda asked: _of_child(Schooling)(asked.join(Schooling, Schooling.school_id == School.id)).distinct(),
        lambda _row: _("School"),
    ),
    _Searched(Schooling, ("class_name",), _of_child(Schooling), lambda _row: _("Class")),
    _Searched(Person, ("name", "phone"), _of_child(Person), lambda row: Role(row[1]).words, (Person.role,)),
    _Searched(
        Note, ("seen", "think", "by"), _of_child(Note),
        lambda row: _("{kind}, a note of {day}").format(kind=NoteKind(row[2]).words, day=_day(row[1])),
        (Note.on_day, Note.kind),
    ),
    _Searched(
        Meeting, ("place",), _of_child(Meeting), lambda row: _("Place · {meeting}").format(meeting=_meeting(*row[1:])),
        _DAYS, meeting=Meeting.id,
    ),
    _at_meeting(Attendee, ("name", "phone", "child_calls"), _("Who comes")),
    _at_meeting(MeetingPutOff, ("why",), _("Put off")),
    _Searched(
        ChildView, ("words",), _of_meeting(ChildView), _view_what,
        (ChildView.whose_words, ChildView.said_on, ChildView.on_the_sheet, ChildView.taken_off_on), meeting=Meeting.id,
    ),
    _Searched(
        WhatHappened, ("at_the_meeting", "now", "who", "cannot_because", "ask_about_it"),
        lambda asked: _of_meeting(ChildView)(asked.join(ChildView, ChildView.id == WhatHappened.view_id)),
        lambda row: _("What happened with what {child} said").format(child=row[0]), meeting=Meeting.id,
        box=(WhatHappened.view_id,), named=True,
    ),
    _Searched(
        Answer, ("text",), _of_meeting(Answer), _answer_what, (Answer.question, *_DAYS), meeting=Meeting.id,
        box=(Answer.question,),
    ),
    _Searched(
        Concern,
        ("what_we_see", "what_helps", "we_ask_for", "ask_of", "how_often", "since", "we_think", "child_says",
         "not_agreed_because"),
        _of_meeting(Concern), lambda row: f"{ConcernKind(row[1]).words} · {_meeting(*row[2:])}",
        (Concern.kind, *_DAYS), meeting=Meeting.id,
    ),
    _Searched(
        ChildReply, ("words",), _of_meeting(ChildReply),
        lambda row: _("What {child} answered to what I wrote").format(child=row[0]), meeting=Meeting.id,
    ),
    _at_meeting(SchoolQuestion, ("text", "answer"), _("A question for school")),
    _Searched(
        AgreedAction, ("what", "owner_name", "why", "how_we_know", "ended_why", "at_home"), _of_meeting(AgreedAction),
        lambda row: _("Agreed on {day}").format(day=_day(row[1])), (AgreedAction.agreed_on,), meeting=Meeting.id,
    ),
    _Searched(
        Request, ("name", "left_out_because", "answer"), _of_child(Request),
        lambda row: _("Asked on {day}").format(day=_day(row[2])), (Request.about, Request.asked_on),
        meeting=func.coalesce(Request.action_id, Request.meeting_id, 0),
    ),
    _Searched(
        CareReview, ("chaired_by",), _of_child(CareReview),
        lambda row: _("Review of {day}").format(day=_day(row[1] or row[2])), (CareReview.held_on, CareReview.on_day),
    ),
    _Searched(
        ReviewAnswer, ("text",),
        lambda asked: _of_child(CareReview)(asked.join(CareReview, CareReview.id == ReviewAnswer.review_id)),
        lambda row: _("For the review of {day}").format(day=_day(row[1] or row[2])),
        (CareReview.held_on, CareReview.on_day), box=(ReviewAnswer.question,),
    ),
    _Searched(
        DaysWithoutSchool, ("reason",), _of_child(DaysWithoutSchool),
        lambda row: _("Days without full-time school, from {day}").format(day=_day(row[1])),
        (DaysWithoutSchool.first_on,),
    ),
    _Searched(
        ListLine, ("text",), _of_child(ListLine), lambda row: _line_what(row[1], row[2]),
        (ListLine.which, ListLine.line), box=(ListLine.which, ListLine.line),
    ),
    _Searched(
        ChildLetter, ("text",), _of_child(ChildLetter),
        lambda row: _("A letter to {child}, {day}").format(child=row[0], day=_day(row[1])), (ChildLetter.begun_on,),
    ),
    _Searched(
        StoredDocument, ("title",), lambda asked: _of_child(StoredDocument)(asked).where(~_IS_A_DRAWING),
        lambda row: f"{PaperKind(row[1]).words} · {_day(row[2])}", (StoredDocument.kind, StoredDocument.on_day),
    ),
    _Searched(
        PaperPage, ("text",),
        lambda asked: _of_child(StoredDocument)(
            asked.join(StoredDocument, StoredDocument.id == PaperPage.document_id)
        ).where(~_IS_A_DRAWING),
        lambda row: _("Page {page} of {paper} · {day}").format(
            page=row[1], paper=_read_by(row[2], row[4]), day=_day(row[3])
        ),
        (PaperPage.page, StoredDocument.title, StoredDocument.on_day, PaperPage.by_machine),
        meeting=PaperPage.document_id,
    ),
    _Searched(
        ReportFigure, ("subject", "value"), _of_child(ReportFigure),
        lambda row: _("{what} from a report · {day}").format(
            what=FigureKind(row[1]).words, day=_("day not known") if row[3] else _day(row[2])
        ),
        (ReportFigure.what, ReportFigure.on_day, _IS_OF_NO_DAY), meeting=ReportFigure.document_id,
    ),
)  # fmt: skip
"""Every table with words to search, in the order of the register."""
