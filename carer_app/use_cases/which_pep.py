"""Which PEP a kept paper is the copy of, put right later: a paper becomes a copy, a copy another meeting's, or neither.

What a meeting says of its copy follows: one that gets the file has its copy, one that loses it has none again unless
the paper itself is there. `was` gives what `put_back` takes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import PaperKind, WhereIsTheCopy
from carer_app.domain.meeting import Meeting
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import NotAllowed
from carer_app.typed_dates import say_short
from carer_app.use_cases.lookup import find, meetings_of
from carer_app.use_cases.papers_put_right import is_in_the_book
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class PepToChoose:
    """A PEP that a paper may be the copy of. `is_lost`: without the file, its copy counts as not here."""

    meeting_id: int
    day: str
    is_lost: bool


@dataclass(frozen=True, slots=True)
class CopyWas:
    """What one meeting said of its copy; `place` is empty where it said nothing."""

    meeting_id: int
    place: str
    received_on: date | None
    document_id: int | None


@dataclass(frozen=True, slots=True)
class PaperWas:
    """A paper and what the meetings concerned said of their copies."""

    document_id: int
    kind: str
    title: str
    on_day: date | None
    for_meeting_id: int | None
    for_review_id: int | None
    copies: tuple[CopyWas, ...]


def copy_of_which(session: Session, document_id: int) -> int:
    """The meeting whose PEP this paper is the copy of; 0 for none."""
    meeting = _meeting_with(session, find(session, StoredDocument, document_id))
    return meeting.id if meeting is not None else 0


def peps_to_choose(session: Session, document_id: int) -> list[PepToChoose]:
    """The PEPs of its child that were held and have no other file as their copy, the newest first; none where the
    paper is no copy and is in the child's own book."""
    document = find(session, StoredDocument, document_id)
    if document.child_id is None or is_in_the_book(session, document_id):
        return []
    held = [
        (meeting.held_on, meeting)
        for meeting in meetings_of(session, document.child_id)
        if meeting.held_on is not None and _file_of(meeting) in (None, document_id)
    ]
    held.sort(key=lambda each: (each[0], each[1].id), reverse=True)
    return [
        PepToChoose(meeting.id, say_short(day, with_year=True), _place_of(meeting) == WhereIsTheCopy.HERE)
        for day, meeting in held
    ]


def was(session: Session, document_id: int, meeting_id: int) -> PaperWas:
    """How everything stands before the paper becomes the copy of that meeting's PEP (0: of none)."""
    document = find(session, StoredDocument, document_id)
    concerned = {copy_of_which(session, document_id), meeting_id} - {0}
    return PaperWas(
        document_id,
        document.kind,
        document.title,
        document.on_day,
        document.for_meeting_id,
        document.for_review_id,
        tuple(_was(find(session, Meeting, each)) for each in sorted(concerned)),
    )


def set_which_pep(session: Session, document_id: int, meeting_id: int) -> None:
    """It is the copy of that meeting's PEP, and of no other; of none for 0: then it is another paper, for the meeting
    it was the copy of. Raises NotAllowed where that PEP was not held, or has another file as its copy."""
    document = find(session, StoredDocument, document_id)
    before = _meeting_with(session, document)
    if (before.id if before is not None else 0) == meeting_id:
        return
    if meeting_id and meeting_id not in {each.meeting_id for each in peps_to_choose(session, document_id)}:
        raise NotAllowed(_("That PEP has a copy here already, or was not held. Nothing was changed."))
    if before is not None:
        _take_from(before)
    if meeting_id:
        meeting = find(session, Meeting, meeting_id)
        _give_to(meeting, document)
        document.kind, document.title, document.on_day = PaperKind.PEP_COPY, _("PEP copy"), meeting.held_on
        document.for_meeting_id = document.for_review_id = None
    else:
        document.kind, document.title = PaperKind.OTHER, PaperKind.OTHER.words
        document.for_meeting_id = before.id if before is not None else None


def put_back(session: Session, before: PaperWas) -> None:
    """Everything as it was."""
    document = find(session, StoredDocument, before.document_id)
    document.kind, document.title, document.on_day = before.kind, before.title, before.on_day
    document.for_meeting_id, document.for_review_id = before.for_meeting_id, before.for_review_id
    for each in before.copies:
        meeting = find(session, Meeting, each.meeting_id)
        if not each.place and meeting.copies:
            del meeting.copies[0]
        elif each.place:
            copy = _copy(meeting)
            copy.place, copy.received_on, copy.document_id = each.place, each.received_on, each.document_id


def _was(meeting: Meeting) -> CopyWas:
    copy = meeting.copies[0] if meeting.copies else None
    if copy is None:
        return CopyWas(meeting.id, "", None, None)
    return CopyWas(meeting.id, copy.place, copy.received_on, copy.document_id)


def _meeting_with(session: Session, document: StoredDocument) -> Meeting | None:
    meetings: Sequence[Meeting] = meetings_of(session, document.child_id) if document.child_id else ()
    return next((each for each in meetings if _file_of(each) == document.id), None)


def _file_of(meeting: Meeting) -> int | None:
    return meeting.copies[0].document_id if meeting.copies else None


def _place_of(meeting: Meeting) -> str:
    return meeting.copies[0].place if meeting.copies else WhereIsTheCopy.NOT_YET


def _copy(meeting: Meeting) -> PepCopy:
    if not meeting.copies:
        meeting.copies.append(PepCopy(place=WhereIsTheCopy.NOT_YET))
    return meeting.copies[0]


def _take_from(meeting: Meeting) -> None:
    copy = _copy(meeting)
    copy.document_id = None
    if copy.place == WhereIsTheCopy.HERE:
        copy.place, copy.received_on = WhereIsTheCopy.NOT_YET, None


def _give_to(meeting: Meeting, document: StoredDocument) -> None:
    """Its copy has come: on the day it was put in here, unless the paper itself came before."""
    copy = _copy(meeting)
    copy.document_id = document.id
    if copy.place == WhereIsTheCopy.NOT_YET:
        assert meeting.held_on is not None
        copy.place, copy.received_on = WhereIsTheCopy.HERE, max(document.added_on, meeting.held_on)
