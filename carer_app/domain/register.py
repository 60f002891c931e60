"""The register: for each table the way to its child; for each column with words, whose they are and what may be done.

*What I hold*, names on sheets and the tests' canaries read it. So does whatever looks into the records by itself: a
search, a hand-over, erasing a child. A column that is not in it fails a test. Columns with days, numbers and yes or no
are not named one by one: they are facts, not searched, and go with their row.

A way is a foreign key that leads one step nearer to the child: `Note.child_id` of the row itself, or
`Schooling.school_id` of a row that names it. Several ways: any of them. What is half typed names a row of any table
(`Draft.about` and `about_id`). `use_cases/about_a_child.py` walks them.

What a child has begun and not kept is in no table. It lies beside the records under a name made of `calendar_uid` of
the child's meetings (`storage/child_drafts.py`), and is for nobody but the child: never searched, printed, given back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import InstrumentedAttribute

from carer_app.choices import PlainQuestion, WhoseWords
from carer_app.domain.agreed_action import ActionChange, AgreedAction
from carer_app.domain.asked_again import NotNow, Request
from carer_app.domain.base import Base
from carer_app.domain.between_meetings import ChildLetter, DaysWithoutSchool, Keepsake, ListLine
from carer_app.domain.calendar_entry import CalendarEntry
from carer_app.domain.care_review import CareReview, ReviewAnswer
from carer_app.domain.child import Child, Schooling
from carer_app.domain.draft import Draft
from carer_app.domain.household import Household, KnownNumbers, SaveCount, SecondPlace
from carer_app.domain.meeting import Attendee, Meeting, MeetingPutOff
from carer_app.domain.note import Note
from carer_app.domain.paper_choice import PaperChoice
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.person import Person
from carer_app.domain.preparation import (
    WISH_WORDS,
    Answer,
    ChildReply,
    ChildView,
    Concern,
    FinishedPart,
    HandedOut,
    NameOnPaper,
    SchoolQuestion,
    WhatHappened,
)
from carer_app.domain.rule_changes import RuleChange
from carer_app.domain.school import School, SchoolClosing, SchoolPeriod, SchoolYearNote
from carer_app.domain.stored_document import PaperPage, PaperSource, ReportFigure, StoredDocument


class Whose(StrEnum):
    """Whose words they are. A child's are exact: nobody changes them, and they are printed only as the child said."""

    CARER = "carer"
    CHILD = "child"
    PROFESSIONAL = "professional"
    """What school or a social worker said or agreed, as the carer wrote it down."""
    FACT = "fact"
    """Nobody's opinion: a name, a title, a choice of ours, something the program worked out."""
    BY_ROW = "by_row"
    """Each row says it itself: see `whose_row`."""


class Kind(StrEnum):
    """What stands in a column."""

    PROSE = "prose"
    NAME = "name"
    """What a person, a school or a council is called, and how to reach them."""
    CODE = "code"
    """One of our own fixed words: it is shown in other words, and says nothing to a search."""
    MACHINE = "machine"
    """For the program alone: a fingerprint, a key, a number of a calendar."""
    FILE = "file"
    """The bytes of a whole sheet."""


class MayPrint(StrEnum):
    """Whether it may stand on paper."""

    YES = "yes"
    NO = "no"
    AS_THE_CHILD_SAID = "as_the_child_said"
    """Only rows that the child did not keep off the sheet: `ChildView.is_printed`, `ChildReply.mark`."""


@dataclass(frozen=True, slots=True)
class RegisteredColumn:
    """One column: whose words, what kind, and whether it may be searched, printed, and given back to the service."""

    whose: Whose
    kind: Kind
    searched: bool
    printed: MayPrint
    given_back: bool


@dataclass(frozen=True, slots=True)
class RegisteredTable:
    """One table. No ways: it is about no child, but for the child's own."""

    noun: type[Base]
    ways: tuple[InstrumentedAttribute[Any], ...]
    columns: Mapping[str, RegisteredColumn] = field(default_factory=dict)

    @property
    def is_about_a_child(self) -> bool:
        return bool(self.ways) or self.noun is Child


CARERS = RegisteredColumn(Whose.CARER, Kind.PROSE, searched=True, printed=MayPrint.YES, given_back=True)
THEIRS = replace(CARERS, whose=Whose.PROFESSIONAL)
CHILDS = replace(CARERS, whose=Whose.CHILD, printed=MayPrint.AS_THE_CHILD_SAID)
OURS = replace(CARERS, whose=Whose.FACT, searched=False)
"""A sentence of ours, as it was said at the time."""
NAME = RegisteredColumn(Whose.FACT, Kind.NAME, searched=True, printed=MayPrint.YES, given_back=True)
CODE = RegisteredColumn(Whose.FACT, Kind.CODE, searched=False, printed=MayPrint.YES, given_back=True)
MACHINE = RegisteredColumn(Whose.FACT, Kind.MACHINE, searched=False, printed=MayPrint.NO, given_back=False)
SHEET = RegisteredColumn(Whose.FACT, Kind.FILE, searched=False, printed=MayPrint.YES, given_back=True)
HALF_TYPED = replace(CARERS, searched=False, printed=MayPrint.NO)
"""Not said yet: nobody finds it by searching, but it is given back before it is cleared."""
OF_THE_HOUSEHOLD = replace(NAME, searched=False, given_back=False)
"""About the carer, the service's yes, or a folder: it stays when a child goes."""


def _table(
    noun: type[Base], *ways: InstrumentedAttribute[Any], **columns: RegisteredColumn
) -> RegisteredTable:
    return RegisteredTable(noun, ways, columns)


ABOUT_A_CHILD = (
    _table(Child, name=NAME, support=CODE, council=NAME, last_review_was=CODE, pronoun=CODE),
    _table(School, Schooling.school_id, name=NAME),
    _table(Schooling, Schooling.child_id, class_name=NAME),
    _table(SchoolPeriod, SchoolPeriod.school_id),
    _table(SchoolClosing, SchoolClosing.school_id),
    _table(SchoolYearNote, SchoolYearNote.school_id, inset=CODE, source=OURS),
    _table(Person, Person.child_id, role=CODE, name=NAME, phone=NAME),
    _table(Note, Note.child_id, kind=CODE, seen=CARERS, think=CARERS, by=NAME),
    _table(
        Meeting, Meeting.child_id,
        place=NAME, calendar_uid=MACHINE, was_due_why=OURS, copy_due_why=OURS,
    ),
    _table(
        Attendee, Attendee.meeting_id,
        name=NAME, role=CODE, coming=CODE, invited=CODE, phone=NAME, child_calls=NAME, came=CODE,
    ),
    _table(MeetingPutOff, MeetingPutOff.meeting_id, why=THEIRS),
    _table(
        ChildView, ChildView.meeting_id,
        words=replace(CHILDS, whose=Whose.BY_ROW), whose_words=CODE, question=CODE,
        asked=replace(OURS, printed=MayPrint.AS_THE_CHILD_SAID),
        mark=replace(CHILDS, kind=Kind.CODE, searched=False),
    ),
    _table(
        WhatHappened, WhatHappened.view_id,
        at_the_meeting=THEIRS, now=THEIRS, who=NAME, cannot_because=THEIRS, ask_about_it=THEIRS,
    ),
    _table(
        Answer, Answer.meeting_id,
        question=CODE, text=replace(CARERS, whose=Whose.BY_ROW), aside=CODE, code=CODE,
    ),
    _table(NameOnPaper, NameOnPaper.meeting_id, name=replace(NAME, searched=False), on_paper=CODE),
    _table(
        Concern, Concern.meeting_id,
        kind=CODE, what_we_see=CARERS, what_helps=CARERS, we_ask_for=CARERS, ask_of=NAME,
        how_often=CARERS, since=CARERS, we_think=CARERS, child_says=CHILDS,
        not_agreed_because=THEIRS,
    ),
    _table(
        ChildReply, ChildReply.meeting_id,
        item=CODE, about=replace(CARERS, searched=False), mark=CODE, words=CHILDS,
    ),
    _table(SchoolQuestion, SchoolQuestion.meeting_id, text=CARERS, answer=THEIRS),
    _table(FinishedPart, FinishedPart.meeting_id, part=CODE),
    _table(HandedOut, HandedOut.meeting_id, kind=CODE, pdf=SHEET),
    _table(
        PaperChoice, PaperChoice.child_id,
        reader=CODE, names=CODE, kept_back=CODE, parts_off=CODE,
        words_off=replace(CARERS, searched=False, printed=MayPrint.NO),
    ),
    _table(CalendarEntry, CalendarEntry.child_id, what=CODE, uid=MACHINE),
    _table(
        AgreedAction, AgreedAction.child_id,
        what=THEIRS, owner=CODE, owner_name=NAME, why=THEIRS, how_we_know=THEIRS, ended_why=THEIRS, helped=CODE,
        at_home=CARERS,
    ),
    _table(
        ActionChange, ActionChange.action_id,
        what=CODE, was=replace(THEIRS, searched=False), now=replace(THEIRS, searched=False),
    ),
    _table(
        Request, Request.child_id,
        about=CODE, rung=CODE, name=NAME, how=CODE, left_out_because=CARERS, answer=THEIRS,
    ),
    _table(NotNow, NotNow.child_id, step=MACHINE),
    _table(CareReview, CareReview.child_id, chaired_by=NAME),
    _table(ReviewAnswer, ReviewAnswer.review_id, question=CODE, text=CARERS),
    _table(DaysWithoutSchool, DaysWithoutSchool.child_id, kind=CODE, reason=THEIRS),
    _table(ListLine, ListLine.child_id, which=CODE, line=CODE, text=CARERS),
    _table(ChildLetter, ChildLetter.child_id, text=CARERS),
    _table(Keepsake, Keepsake.child_id, kind=CODE),
    _table(PepCopy, PepCopy.meeting_id, place=CODE),
    _table(
        StoredDocument,
        StoredDocument.child_id, PepCopy.document_id, ChildView.drawing_id, Keepsake.document_id,
        title=NAME, fingerprint=MACHINE, seal_key=MACHINE, kind=CODE,
    ),
    _table(
        PaperPage, PaperPage.document_id, text=replace(THEIRS, printed=MayPrint.NO), boxes=MACHINE
    ),
    _table(
        PaperSource, PaperSource.document_id, digest=MACHINE, ending=MACHINE, fingerprint=MACHINE, seal_key=MACHINE
    ),
    _table(ReportFigure, ReportFigure.child_id, what=CODE, subject=THEIRS, value=THEIRS),
    _table(Draft, Draft.about_id, place=MACHINE, field=MACHINE, text=HALF_TYPED, about=MACHINE),
)  # fmt: skip
"""Every table with something about a child in it, in the order it is told. A school may be two children's, or nobody's
any more; a stored paper that is a council's leaflet is about none."""

ABOUT_NOBODY = (
    _table(
        Household,
        carer_name=OF_THE_HOUSEHOLD, papers_allowed_by=OF_THE_HOUSEHOLD, keep_said_by=OF_THE_HOUSEHOLD,
        keep_answer=replace(CODE, given_back=False), sheet_group=MACHINE,
    ),
    _table(SecondPlace, path=OF_THE_HOUSEHOLD),
    _table(SaveCount),
    _table(KnownNumbers, drafts=MACHINE, earlier_ids=MACHINE),
    _table(
        RuleChange,
        council=OF_THE_HOUSEHOLD, rules_key=MACHINE, part=MACHINE,
        was=replace(CODE, given_back=False), now=replace(CODE, given_back=False),
    ),
)  # fmt: skip
"""Every other table."""

REGISTER: Mapping[type[Base], RegisteredTable] = {each.noun: each for each in (*ABOUT_A_CHILD, *ABOUT_NOBODY)}
"""The whole of it, by noun."""

_A_CHILDS = (PlainQuestion.WOULD_CHANGE, WISH_WORDS)
_SCHOOL_SAID = "meeting."


def whose_row(row: ChildView | Answer) -> Whose:
    """Whose words stand in a row of which the register says that each says it itself."""
    if isinstance(row, ChildView):
        return Whose.CARER if row.whose_words == WhoseWords.CARER_THINKS else Whose.CHILD
    if row.question in _A_CHILDS:
        return Whose.CHILD
    return Whose.PROFESSIONAL if row.question.startswith(_SCHOOL_SAID) else Whose.CARER
