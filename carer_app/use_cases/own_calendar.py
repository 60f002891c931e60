"""The carer's own calendar: which days go into it, each under a name that stays, so that a calendar moves them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.calendar_entry import CalendarEntry
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.use_cases.filing import copy_of
from carer_app.use_cases.finding import find
from carer_app.use_cases.pep_dates import other_dates, pep_due
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """One entry for a calendar. `what` says to the carer what it is; it does not go into the file.

    `cancelled` where it was in a file before and is off now.
    """

    what: str
    uid: str
    sequence: int
    on_day: date
    at_time: time | None
    cancelled: bool
    is_meeting: bool


def coming_entries(session: Session, child_id: int, today: date) -> list[tuple[str, date]]:
    """What would go into the file now, in words and with its day: to be shown before anything is written."""
    child = find(session, Child, child_id)
    meetings = [
        (_("Meeting"), m.on_day) for m in _meetings(session, child) if m.on_day and m.called_off_on is None
    ]
    return sorted(
        [*meetings, *((words, day) for _what, words, day in _due(session, child, today))], key=lambda e: e[1]
    )


def entries_to_write(
    session: Session, child_id: int, today: date, new_uid: Callable[[], str], *, due_dates: bool
) -> list[OwnEntry]:
    """The entries of one child's file; what is given out is noted, so that the next file moves or cancels it.

    Nothing that was never given out is cancelled. Without `due_dates` only meetings go into the file, and due dates
    that were given out before are taken out of the calendar again.
    """
    child = find(session, Child, child_id)
    entries = [
        OwnEntry(
            _("Meeting"),
            m.calendar_uid,
            m.calendar_sequence,
            m.on_day,
            m.at_time,
            m.called_off_on is not None,
            True,
        )
        for m in _meetings(session, child)
        if m.on_day is not None
    ]
    wanted = {what: (words, day) for what, words, day in _due(session, child, today)} if due_dates else {}
    known = {
        row.what: row
        for row in session.scalars(select(CalendarEntry).where(CalendarEntry.child_id == child_id))
    }
    for what, (words, day) in wanted.items():
        row = known.get(what)
        if row is None:
            row = CalendarEntry(child_id=child_id, what=what, uid=new_uid(), sequence=0, on_day=day)
            session.add(row)
        row.write(day)
        entries.append(OwnEntry(words, row.uid, row.sequence, day, None, False, False))
    for what, row in known.items():
        if what not in wanted and row.on_day is not None:
            day = row.on_day
            row.write(None)
            entries.append(OwnEntry(_("Taken out"), row.uid, row.sequence, day, None, True, False))
    return entries


def _meetings(session: Session, child: Child) -> list[Meeting]:
    """Meetings that have not been held."""
    return list(
        session.scalars(
            select(Meeting)
            .where(Meeting.child_id == child.id, Meeting.held_on.is_(None))
            .order_by(Meeting.id)
        )
    )


def _due(session: Session, child: Child, today: date) -> list[tuple[str, str, date]]:
    """The due dates that lie ahead: a name that stays, words for the carer, the day."""
    found: list[tuple[str, str, date]] = []
    due = pep_due(session, child.id, today)
    if due.due_on is not None:
        found.append(("next_pep", _("PEP due"), due.due_on))
    other = other_dates(session, child.id, today)
    review = other.said_review_on or (other.review.by if other.review else None)
    if review is not None:
        found.append(("review", _("Child-in-care review"), review))
    if other.ehcp_review is not None and other.ehcp_review.by is not None:
        found.append(("ehcp_review", _("EHCP review due"), other.ehcp_review.by))
    held = session.scalars(select(Meeting).where(Meeting.child_id == child.id, Meeting.held_on.is_not(None)))
    for meeting in held:
        copy = copy_of(session, meeting.id, today)
        if copy is not None and not copy.has_come:
            found.append((f"copy:{meeting.id}", _("Copy of the PEP due"), copy.expected_by))
    return [(what, words, day) for what, words, day in found if day >= today]
