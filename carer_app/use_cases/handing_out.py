"""Sheets as they were handed out: kept with their day, so that nobody has to remember what the others were given."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import ForWhom
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import HandedOut
from carer_app.use_cases.lookup import find

HOLD_IT_ALL = (ForWhom.EVERYONE, ForWhom.MINE)
"""The sheets with everything that was got ready for a meeting; the others hold a part of it."""


@dataclass(frozen=True, slots=True)
class HandedOutRow:
    id: int
    meeting_id: int
    for_whom: ForWhom
    words: str
    made_on: date


def keep(session: Session, meeting_id: int, for_whom: ForWhom, today: date, pdf: bytes) -> None:
    """Keep a sheet that was printed or saved. The very same sheet for the same people is kept once."""
    find(session, Meeting, meeting_id)
    same = select(HandedOut.id).where(
        HandedOut.meeting_id == meeting_id, HandedOut.kind == for_whom, HandedOut.pdf == pdf
    )
    if session.scalars(same).first() is None:
        session.add(HandedOut(meeting_id=meeting_id, kind=for_whom, made_on=today, pdf=pdf))


def is_any_left(session: Session) -> bool:
    """Whether a meeting is being got ready for of which no sheet was printed or saved yet."""
    printed = select(HandedOut.meeting_id).where(HandedOut.kind.in_(HOLD_IT_ALL))
    query = select(Meeting.id).join(Child, Child.id == Meeting.child_id)
    return session.scalars(query.where(Meeting.id.not_in(printed)).limit(1)).first() is not None


def sheets_handed_out(session: Session, meeting_id: int) -> list[HandedOutRow]:
    """What was handed out for a meeting, the newest first."""
    child = find(session, Meeting, meeting_id).child.name
    # Without the bytes: each sheet is some 50 kB.
    query = select(HandedOut.id, HandedOut.kind, HandedOut.made_on).where(HandedOut.meeting_id == meeting_id)
    return [
        HandedOutRow(row_id, meeting_id, ForWhom(kind), ForWhom(kind).words(child), made_on)
        for row_id, kind, made_on in session.execute(query.order_by(HandedOut.id.desc()))
    ]


def handed_out(session: Session, handed_out_id: int) -> tuple[HandedOutRow, bytes]:
    """One sheet and its bytes. Raises NotFound."""
    sheet = find(session, HandedOut, handed_out_id)
    child = find(session, Meeting, sheet.meeting_id).child.name
    kind = ForWhom(sheet.kind)
    return HandedOutRow(sheet.id, sheet.meeting_id, kind, kind.words(child), sheet.made_on), sheet.pdf
