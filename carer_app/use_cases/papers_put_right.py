"""What is written down of a kept paper is put right: what it is, its name, its day, what it was for and whose it is.

Each change gives back what takes it back. A PEP copy is what its meeting says it is, and is not changed here.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import FigureKind, PaperKind
from carer_app.domain.between_meetings import Keepsake
from carer_app.domain.child import Child
from carer_app.domain.stored_document import ReportFigure, StoredDocument
from carer_app.errors import NotAllowed
from carer_app.use_cases.filing import known_digests
from carer_app.use_cases.lookup import find
from carer_app.use_cases.papers import KINDS_TO_ADD, what_for
from carer_app.words import _


def set_kind(session: Session, document_id: int, kind: PaperKind) -> None:
    """It is a paper of another kind. One that nobody gave a name is called what it is."""
    document = _to_change(session, document_id)
    if kind not in KINDS_TO_ADD:
        raise NotAllowed(_("A PEP copy is added on the page of its meeting."))
    if is_in_the_book(session, document_id):
        raise NotAllowed(_in_the_book())
    if document.title == PaperKind(document.kind).words:
        document.title = kind.words
    document.kind = kind


def call_it(session: Session, document_id: int, title: str) -> None:
    """Its name. Raises NotAllowed where that says nothing."""
    if not title.strip():
        raise NotAllowed(_("Type what it is called first."))
    _to_change(session, document_id).title = title.strip()


def set_day(session: Session, document_id: int, day: date | None) -> None:
    """The day that is on it, or none. The figures of a report are of the report's day."""
    document = _to_change(session, document_id)
    document.on_day = day
    if day is not None:
        for figure in _figures(session, document_id):
            figure.on_day = day


def days_of(session: Session, document_id: int) -> tuple[date | None, tuple[tuple[int, date], ...]]:
    """Its own day and that of each figure, as `put_days_back` takes them."""
    document = _to_change(session, document_id)
    return document.on_day, tuple((each.id, each.on_day) for each in _figures(session, document_id))


def put_days_back(
    session: Session, document_id: int, day: date | None, figures: tuple[tuple[int, date], ...]
) -> None:
    """The opposite of `set_day`."""
    _to_change(session, document_id).on_day = day
    for figure_id, was_on in figures:
        find(session, ReportFigure, figure_id, even_deleted=True).on_day = was_on


def key_of(session: Session, document_id: int) -> str:
    """What it was for, as the key of a `WhatFor`; empty for nothing."""
    document = _to_change(session, document_id)
    if document.for_meeting_id is not None:
        return f"meeting {document.for_meeting_id}"
    return f"review {document.for_review_id}" if document.for_review_id is not None else ""


def set_what_for(session: Session, document_id: int, key: str) -> None:
    """Which meeting or review it was for; an empty key for none. Raises NotAllowed for one of another child."""
    document = _to_change(session, document_id)
    if key and key not in {each.key for each in what_for(session, document.child_id or 0)}:
        raise NotAllowed(_("That meeting is not here any more. Nothing was changed."))
    noun, _space, number = key.partition(" ")
    document.for_meeting_id = int(number) if noun == "meeting" else None
    document.for_review_id = int(number) if noun == "review" else None


def set_whose(session: Session, document_id: int, child_id: int) -> None:
    """It is about another child: its figures go with it, and the meeting it was for is that child's no longer.

    Raises NotAllowed for what is in a child's own book, and where the other child has the same file.
    """
    document, child = _to_change(session, document_id), find(session, Child, child_id)
    if document.child_id == child.id:
        return
    if is_in_the_book(session, document_id):
        raise NotAllowed(_in_the_book())
    if known_digests(session, child_id) & {each.digest for each in document.sources}:
        raise NotAllowed(_("{child} has this paper already. Nothing was changed.").format(child=child.name))
    document.child_id, document.for_meeting_id, document.for_review_id = child.id, None, None
    for figure in _figures(session, document_id):
        figure.child_id = child.id


def put_whose_back(session: Session, document_id: int, child_id: int, key: str) -> None:
    """The opposite of `set_whose`, with what the paper was for."""
    set_whose(session, document_id, child_id)
    set_what_for(session, document_id, key)


def write_figure(session: Session, figure_id: int, box: str, words: str) -> None:
    """Another subject or value, just as it is typed. Raises NotAllowed where that says nothing."""
    figure = find(session, ReportFigure, figure_id)
    if not words.strip():
        raise NotAllowed(
            _("Type the subject first, for example Maths.")
            if box == "subject"
            else _("Type the figure first, just as the report has it.")
        )
    if box == "subject" and figure.what == FigureKind.MARK:
        figure.subject = words.strip()
    elif box == "value":
        figure.value = words.strip()


def is_in_the_book(session: Session, document_id: int) -> bool:
    """Whether it is in the child's own book, which says what it is and whose."""
    find(session, StoredDocument, document_id)
    return session.scalar(select(Keepsake.id).where(Keepsake.document_id == document_id)) is not None


def _to_change(session: Session, document_id: int) -> StoredDocument:
    document = find(session, StoredDocument, document_id)
    if document.kind == PaperKind.PEP_COPY or document.is_leaflet:
        raise NotAllowed(_("This is a PEP copy. It belongs to its meeting."))
    return document


def _figures(session: Session, document_id: int) -> Sequence[ReportFigure]:
    """Those that were taken out as well: they may come back."""
    query = select(ReportFigure).where(ReportFigure.document_id == document_id).order_by(ReportFigure.id)
    return session.scalars(query.execution_options(include_deleted=True)).all()


def _in_the_book() -> str:
    return _("This is in the child’s own book, and stays what it is there.")
