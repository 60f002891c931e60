"""Papers of every kind beside the PEP copies: whose, of which day, for which meeting; figures typed from a report."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carer_app.choices import FigureKind, PaperKind
from carer_app.domain.between_meetings import Keepsake
from carer_app.domain.care_review import CareReview
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView
from carer_app.domain.stored_document import ReportFigure, StoredDocument
from carer_app.errors import NotAllowed
from carer_app.typed_dates import say_short
from carer_app.use_cases import drafts
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.filing import NewDocument, must_be_allowed, to_records
from carer_app.use_cases.lookup import find, meetings_of
from carer_app.use_cases.of_each_child import Children, of_each_child
from carer_app.words import _

KINDS_TO_ADD = tuple(kind for kind in PaperKind if kind != PaperKind.PEP_COPY)
"""A PEP copy is added where its meeting is."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One stored paper. `on` is its own day, as well as it is known; `what_for` the meeting or review it was for."""

    id: int
    child_id: int
    child: str
    kind: PaperKind
    title: str
    on: date | None
    added_on: date
    what_for: str
    stays_because: str = ""
    """Why it cannot be taken out here; empty where it can."""


@dataclass(frozen=True, slots=True)
class MissingMinutes:
    """A review that was held, and of which no notes are here."""

    id: int
    child_id: int
    held_on: date


@dataclass(frozen=True, slots=True)
class WhatFor:
    """A meeting or a review that a paper may be for: its key, and what it is called."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure from a report, exactly as the carer typed it. Where `is_undated`, nobody knows the day of its report."""

    id: int
    what: FigureKind
    subject: str
    value: str
    on: date
    is_undated: bool = False

    @property
    def words(self) -> str:
        """What it is of, and what it is."""
        return f"{self.subject or self.what.words}: {self.value}"


@dataclass(frozen=True, slots=True)
class NewPaper:
    """What is known of a paper that is to be kept. `what_for` is a key of `WhatFor`, or empty."""

    kind: PaperKind
    title: str = ""
    on: date | None = None
    what_for: str = ""


def papers_of(session: Session, child_id: int) -> list[PaperRow]:
    """Every paper of a child but the PEP copies and what the child drew: by kind, the newest first."""
    child = find(session, Child, child_id)
    order = list(PaperKind)
    rows = [_row(session, each, child) for each in _papers(session, child_id)]
    return sorted(
        rows, key=lambda row: (order.index(row.kind), -(row.on or row.added_on).toordinal(), row.id)
    )


@of_each_child
def _papers(children: Children) -> Select[int, StoredDocument]:
    drawn = select(ChildView.id).where(ChildView.drawing_id == StoredDocument.id).exists()
    query = select(StoredDocument.child_id, StoredDocument).where(
        StoredDocument.child_id.in_(children), StoredDocument.kind != PaperKind.PEP_COPY, ~drawn
    )
    return cast("Select[int, StoredDocument]", query.order_by(StoredDocument.id))


def paper(session: Session, document_id: int) -> PaperRow:
    """One of them. Raises NotFound for what is no paper of a child."""
    document = find(session, StoredDocument, document_id)
    return _row(session, document, find(session, Child, document.child_id or 0))


def what_for(session: Session, child_id: int) -> list[WhatFor]:
    """The meetings and reviews of a child that a paper may be for, the newest first."""
    find(session, Child, child_id)
    meetings = session.scalars(select(Meeting).where(Meeting.child_id == child_id)).all()
    reviews = session.scalars(select(CareReview).where(CareReview.child_id == child_id)).all()
    dated = [
        *((_day_of(each), f"meeting {each.id}", _("The PEP of {day}")) for each in meetings),
        *((_day_of(each), f"review {each.id}", _("The review of {day}")) for each in reviews),
    ]
    known = [(day, key, words) for day, key, words in dated if day is not None]
    known.sort(key=lambda each: each[0], reverse=True)
    return [WhatFor(key, words.format(day=say_short(day, with_year=True))) for day, key, words in known]


def add_paper(
    session: Session,
    child_id: int,
    known: NewPaper,
    new: NewDocument,
    today: date,
    draft_place: DraftKey = NOWHERE,
) -> int:
    """A paper is sealed: put it in the records. Returns its id. Raises NotAllowed without the second yes.

    What was half typed at `draft_place` is whole now.
    """
    must_be_allowed(session)
    child = find(session, Child, child_id)
    noun, _space, number = known.what_for.partition(" ")
    document = to_records(
        session, new, known.title.strip() or known.kind.words, today,
        child_id=child.id, kind=known.kind, on_day=known.on,
        for_meeting_id=int(number) if noun == "meeting" else None,
        for_review_id=int(number) if noun == "review" else None,
    )  # fmt: skip
    drafts.forget(session, draft_place)
    return document.id


def take_paper_out(session: Session, document_id: int, on: date) -> None:
    """It is among the papers no longer; `bring_paper_back` undoes it."""
    row = paper(session, document_id)
    if row.stays_because:
        raise NotAllowed(row.stays_because)
    find(session, StoredDocument, document_id).remove(on)


def bring_paper_back(session: Session, document_id: int) -> None:
    """It is among them again."""
    find(session, StoredDocument, document_id, even_deleted=True).bring_back()


def missing_minutes(session: Session, child_id: int) -> list[MissingMinutes]:
    """The reviews of a child that were held and whose notes are not here, the newest first."""
    held = [(each.held_on, each.id) for each in _reviews(session, child_id) if each.held_on is not None]
    here = _reviews_with_notes(session)
    return [
        MissingMinutes(review_id, child_id, held_on)
        for held_on, review_id in sorted(held, reverse=True)
        if review_id not in here
    ]


@of_each_child
def _reviews(children: Children) -> Select[int, CareReview]:
    query = select(CareReview.child_id, CareReview).where(CareReview.child_id.in_(children))
    return query.order_by(CareReview.id)


@answered_once
def _reviews_with_notes(session: Session) -> set[int | None]:
    query = select(StoredDocument.for_review_id).where(StoredDocument.kind == PaperKind.REVIEW_MINUTES)
    return set(session.scalars(query))


@answered_once
def _in_books(session: Session) -> set[int]:
    """The papers that are in a child's own book."""
    return set(session.scalars(select(Keepsake.document_id)))


def figures_of(session: Session, document_id: int) -> list[FigureRow]:
    """What the carer typed from one report, in the order it was typed."""
    is_undated = find(session, StoredDocument, document_id).on_day is None
    query = select(ReportFigure).where(ReportFigure.document_id == document_id).order_by(ReportFigure.id)
    return [
        FigureRow(each.id, FigureKind(each.what), each.subject, each.value, each.on_day, is_undated)
        for each in session.scalars(query)
    ]


def add_figure(
    session: Session,
    document_id: int,
    what: FigureKind,
    subject: str,
    value: str,
    draft_place: DraftKey = NOWHERE,
) -> int:
    """A figure is kept exactly as it was typed, and is of the report's day. Returns its id. Raises NotAllowed where
    something is missing."""
    if what == FigureKind.MARK and not subject.strip():
        raise NotAllowed(_("Type the subject first, for example Maths."))
    if not value.strip():
        raise NotAllowed(_("Type the figure first, just as the report has it."))
    document = find(session, StoredDocument, document_id)
    if document.on_day is None:
        raise NotAllowed(needs_its_day())
    figure = ReportFigure(
        child_id=document.child_id,
        document_id=document.id,
        what=what,
        subject=subject.strip() if what == FigureKind.MARK else "",
        value=value.strip(),
        on_day=document.on_day,
    )
    session.add(figure)
    drafts.forget(session, draft_place)
    session.flush()
    return figure.id


def needs_its_day() -> str:
    """Why no figure can be added yet: it would stand at a day that it is not of."""
    return _("Type the day that is on the report first. Roughly is fine: July 2025.")


def take_figure_out(session: Session, figure_id: int, on: date) -> None:
    """It is kept no longer; `bring_figure_back` undoes it."""
    find(session, ReportFigure, figure_id).remove(on)


def bring_figure_back(session: Session, figure_id: int) -> None:
    """It is there again."""
    find(session, ReportFigure, figure_id, even_deleted=True).bring_back()


def _row(session: Session, document: StoredDocument, child: Child) -> PaperRow:
    return PaperRow(
        document.id,
        child.id,
        child.name,
        PaperKind(document.kind),
        document.title,
        document.on_day,
        document.added_on,
        _what_it_was_for(session, document),
        _why_it_stays(session, document),
    )


def _why_it_stays(session: Session, document: StoredDocument) -> str:
    if document.kind == PaperKind.PEP_COPY:
        return _("It can be taken out on the page of the copy.")
    if document.id in _in_books(session):
        return _("This is in the child’s own book. It can be taken out there.")
    return ""


def _what_it_was_for(session: Session, document: StoredDocument) -> str:
    if document.for_meeting_id is not None:
        meetings = meetings_of(session, document.child_id or 0)
        day = next((_day_of(each) for each in meetings if each.id == document.for_meeting_id), None)
        return _("For the PEP of {day}").format(day=say_short(day, with_year=True)) if day else ""
    if document.for_review_id is not None:
        reviews = _reviews(session, document.child_id or 0)
        day = next((_day_of(each) for each in reviews if each.id == document.for_review_id), None)
        return _("For the review of {day}").format(day=say_short(day, with_year=True)) if day else ""
    return ""


def _day_of(event: Meeting | CareReview) -> date | None:
    return event.held_on or event.on_day
