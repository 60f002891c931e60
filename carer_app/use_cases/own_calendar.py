"""The carer's own calendar: which days go into it, each under a name that stays, so that a calendar moves them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.calendar_entry import CalendarEntry
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.use_cases.childs_year import A_YEAR, title_of, year_days
from carer_app.use_cases.lookup import find
from carer_app.use_cases.next_pep import Leads, next_pep_of
from carer_app.use_cases.pep_copies import copy_of
from carer_app.use_cases.pep_dates import other_dates, pep_due
from carer_app.words import _

_MEETING, _AGREED, _YEAR = "meeting", "agreed", "year"


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """One entry for a calendar. `key` names it for good; `words` say to the carer what it is.

    `cancelled` where it was in a file before and is off now; `on_day` is then the day last written. `uid` is empty
    for a due date that was never in a file.
    """

    key: str
    words: str
    uid: str
    sequence: int
    on_day: date
    at_time: time | None
    cancelled: bool

    @property
    def is_meeting(self) -> bool:
        return self.key.startswith((f"{_MEETING}:", f"{_AGREED}:"))


def own_entries(
    session: Session, child_id: int, today: date, *, due_dates: bool, year: bool = False
) -> list[OwnEntry]:
    """What goes into one child's file now, soonest first: the days ahead, and what is taken out again.

    Only what was in a file before is taken out, and only while its day is ahead. Without `due_dates` only meetings go
    in, and due dates that were in a file before are taken out; `year` is for the other days of the child's year.
    """
    child = find(session, Child, child_id)
    meetings = {_key(m): m for m in _meetings(session, child)}
    known = _known(session, child_id)
    entries = [
        _meeting_entry(m, known.get(_key(m)))
        for m in meetings.values()
        if _is_ahead(m, today) and not m.is_after_care
    ]
    dates = _agreed(session, child, today) + (_due(session, child, today) if due_dates else [])
    if year:
        dates += [
            (f"{_YEAR}:{day.key}", day.title, day.on) for day in year_days(child, today, today + A_YEAR)
        ]
    entries += [_due_entry(key, words, day, known.get(key)) for key, words, day in dates]
    wanted = {entry.key for entry in entries}
    for key, row in known.items():
        meeting = meetings.get(key)
        if key in wanted or row.on_day is None or row.on_day < today:
            continue
        if row.on_day in [each.held_on for each in meetings.values()] and row.what.startswith(
            (_MEETING, _AGREED)
        ):
            continue
        sequence = max(row.sequence + 1, meeting.calendar_sequence if meeting else 0)
        at = meeting.at_time if meeting is not None and meeting.on_day == row.on_day else None
        entries.append(OwnEntry(key, _words(key), row.uid, sequence, row.on_day, at, True))
    return sorted(entries, key=lambda entry: (entry.on_day, entry.key))


def entries_to_write(
    session: Session,
    child_id: int,
    today: date,
    new_uid: Callable[[], str],
    *,
    due_dates: bool,
    year: bool = False,
) -> list[OwnEntry]:
    """The entries of one child's file. Those that go in are noted, so that the next file moves or cancels them.

    Those that are taken out stay noted until `taken_out` says that the file was written.
    """
    known = _known(session, child_id)
    for entry in own_entries(session, child_id, today, due_dates=due_dates, year=year):
        if entry.cancelled:
            continue
        row = known.get(entry.key)
        if row is None:
            row = CalendarEntry(
                child_id=child_id,
                what=entry.key,
                uid=entry.uid or new_uid(),
                sequence=entry.sequence,
                on_day=entry.on_day,
            )
            session.add(row)
        row.write(entry.on_day)
        row.sequence = max(row.sequence, entry.sequence)
    session.flush()
    return own_entries(session, child_id, today, due_dates=due_dates, year=year)


def taken_out(session: Session, child_id: int, entries: Sequence[OwnEntry]) -> None:
    """The file was written: what it cancels need not be cancelled again."""
    find(session, Child, child_id)
    known = _known(session, child_id)
    for entry in entries:
        row = known.get(entry.key)
        if entry.cancelled and row is not None:
            row.write(None)
            row.sequence = max(row.sequence, entry.sequence)


def meeting_was_saved(session: Session, meeting_id: int) -> None:
    """A file of this one meeting was written: the child's file knows then what to move or to cancel."""
    meeting = find(session, Meeting, meeting_id)
    if meeting.on_day is None:
        return
    row = _known(session, meeting.child_id).get(_key(meeting))
    if row is None:
        row = CalendarEntry(
            child_id=meeting.child_id, what=_key(meeting), uid=meeting.calendar_uid, sequence=0
        )
        session.add(row)
    row.on_day = None if meeting.called_off_on else meeting.on_day
    row.sequence = max(row.sequence, meeting.calendar_sequence)


def _known(session: Session, child_id: int) -> dict[str, CalendarEntry]:
    rows = session.scalars(select(CalendarEntry).where(CalendarEntry.child_id == child_id))
    return {row.what: row for row in rows}


def _meetings(session: Session, child: Child) -> list[Meeting]:
    return list(session.scalars(select(Meeting).where(Meeting.child_id == child.id).order_by(Meeting.id)))


def _is_ahead(meeting: Meeting, today: date) -> bool:
    is_coming = meeting.held_on is None and meeting.called_off_on is None
    return is_coming and meeting.on_day is not None and meeting.on_day >= today


def _key(meeting: Meeting) -> str:
    return f"{_MEETING}:{meeting.id}"


def _meeting_entry(meeting: Meeting, row: CalendarEntry | None) -> OwnEntry:
    assert meeting.on_day is not None
    key, sequence = _key(meeting), meeting.calendar_sequence
    if row is not None:
        sequence = max(sequence, row.sequence + (row.on_day != meeting.on_day))
    return OwnEntry(key, _words(key), meeting.calendar_uid, sequence, meeting.on_day, meeting.at_time, False)


def _due_entry(key: str, words: str, day: date, row: CalendarEntry | None) -> OwnEntry:
    if row is None:
        return OwnEntry(key, words, "", 0, day, None, False)
    sequence = row.sequence + (row.on_day != day)
    return OwnEntry(key, words, row.uid, sequence, day, None, False)


def _words(key: str) -> str:
    if key.startswith(f"{_YEAR}:"):
        return title_of(key.partition(":")[2]) or _("Date to remember")
    return {
        _MEETING: _("Meeting"),
        _AGREED: _("Next PEP, as agreed"),
        "next_pep": _("PEP due"),
        "review": _("Child-in-care review due"),
        "ehcp_review": _("EHCP review due"),
        "copy": _("Copy of the PEP due"),
    }[key.partition(":")[0]]


def _agreed(session: Session, child: Child, today: date) -> list[tuple[str, str, date]]:
    """The day that the last meeting agreed on, while no meeting of its own has a day."""
    known = next_pep_of(session, child.id, today)
    if known.leads != Leads.AGREED or known.day is None or known.agreed_at is None:
        return []
    key = f"{_AGREED}:{known.agreed_at}"
    return [(key, _words(key), known.day)]


def _due(session: Session, child: Child, today: date) -> list[tuple[str, str, date]]:
    """The due dates that lie ahead while the child is in care: a name that stays, what it is, and the day."""
    other = other_dates(session, child.id, today)
    review = _("Child-in-care review") if other.said_review_on else _words("review")
    due = pep_due(session, child.id, today)
    # Where no exact day can be given, the last one that it can be is better than no word in the calendar.
    pep = _words("next_pep") if due.due_on and not due.asks_for else _("PEP due, at the latest")
    found: list[tuple[str, str, date | None]] = [
        ("next_pep", pep, due.surely_by),
        ("review", review, other.review_on),
        ("ehcp_review", _words("ehcp_review"), other.ehcp_review.by if other.ehcp_review else None),
    ]
    for meeting in _meetings(session, child):
        copy = copy_of(session, meeting.id, today)
        if copy is not None and not copy.has_come:
            found.append((f"copy:{meeting.id}", _words("copy"), copy.expected_by))
    return [
        (key, words, day)
        for key, words, day in found
        if day is not None and day >= today and child.is_in_care(day)
    ]
