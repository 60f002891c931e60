"""The next PEP of one child as one fact: the same day and the same words on every page, sheet and in the calendar."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from sqlalchemy.orm import Session

from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.typed_dates import say_day
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.lookup import find, meetings_of
from carer_app.use_cases.pep_dates import PepDueView, agreed_at, last_pep_held, pep_due
from carer_app.words import _


class Leads(StrEnum):
    """What is known best of the next PEP: a meeting with a day, the day agreed last time, or when it is due."""

    MEETING = "meeting"
    AGREED = "agreed"
    DUE = "due"
    WAS_DUE = "was_due"
    ROUGHLY = "roughly"
    UNKNOWN = "unknown"
    NOT_YET = "not_yet"
    NO_MORE = "no_more"


@dataclass(frozen=True, slots=True)
class NextPep:
    """Which day leads, and how it is said.

    `day` is None where no day can be given. `words` is the headline and `why` what stands below it; `too_late` asks
    about a meeting that comes after the due day. `meeting_id` is the meeting being got ready for, with or without a
    day, `agreed_at` the meeting that agreed on the day.
    `unrecorded_on` is the newest day of a meeting, set or agreed, that has gone by, of which nobody said whether it was
    held; `only_agreed` where it was agreed and no meeting was put down for it.
    `care_has_ended`: nothing is to be got ready for any more. A meeting that is put down for a day after care has
    ended never leads: no PEP is owed then; `why` asks about it.
    """

    leads: Leads
    day: date | None
    at_time: time | None
    meeting_id: int | None
    agreed_at: int | None
    unrecorded_on: date | None
    due: PepDueView
    words: str
    why: str
    too_late: str
    care_has_ended: bool = False
    only_agreed: bool = False

    @property
    def is_a_meeting(self) -> bool:
        """Whether a day for the meeting itself is known, and not only one by which it is due."""
        return self.leads in (Leads.MEETING, Leads.AGREED)


@answered_once
def next_pep_of(session: Session, child_id: int, today: date) -> NextPep:
    """The next PEP of one child. A meeting with a day ahead leads, then the day agreed last time, then the due day."""
    child = find(session, Child, child_id)
    due = pep_due(session, child_id, today)
    coming = coming_meeting(session, child_id, today)
    after_care = _after_care(session, child, today)
    agreed = agreed_at(session, child_id, today)
    leads, day = _leads(child, coming, agreed, due, today)
    gone_by = days_gone_by(session, child_id, today)
    agreed_before = agreed_day_gone_by(session, child, today)
    return NextPep(
        leads=leads,
        day=day,
        at_time=coming.at_time if coming and leads == Leads.MEETING else None,
        meeting_id=coming.id if coming else None,
        agreed_at=agreed.id if agreed and leads == Leads.AGREED else None,
        unrecorded_on=gone_by[-1].on_day if gone_by else agreed_before,
        due=due,
        words=_headline(leads, day, due) if child.is_in_care(today) else _("No PEP is needed any more"),
        why="\n".join(part for part in (_why(leads, due, today), after_care) if part),
        too_late=_too_late(leads, day, due, today),
        care_has_ended=not child.is_in_care(today),
        only_agreed=not gone_by and agreed_before is not None,
    )


def coming_meeting(session: Session, child_id: int, today: date) -> Meeting | None:
    """The meeting that is being got ready for: the next one with a day ahead, or else the newest that is open."""
    still_open = [meeting for meeting in _still_open(session, child_id) if not meeting.is_after_care]
    ahead = [meeting for meeting in still_open if meeting.on_day is not None and meeting.on_day >= today]
    return min(ahead, key=lambda meeting: meeting.on_day or today, default=next(iter(still_open), None))


def days_gone_by(session: Session, child_id: int, today: date) -> list[Meeting]:
    """The meetings whose day has gone by, and of which nobody said what became of them, earliest first."""
    gone_by = [
        meeting
        for meeting in _still_open(session, child_id)
        if meeting.on_day is not None and meeting.on_day < today and not meeting.is_after_care
    ]
    return sorted(gone_by, key=lambda meeting: (meeting.on_day or today, meeting.id))


def agreed_day_gone_by(session: Session, child: Child, today: date) -> date | None:
    """The day that the last meeting agreed on, where it has gone by and nothing was said of it since."""
    meetings = meetings_of(session, child.id)
    held = sorted((m for m in meetings if m.held_on is not None), key=lambda m: m.held_on or today)
    before = held[-1].next_pep_on if held else None
    if before is None or before >= today or not child.is_in_care(before):
        return None
    if any(not meeting.is_after_care for meeting in _still_open(session, child.id)):
        return None
    last = held[-1].held_on
    assert last is not None
    off = any(m.called_off_on is not None and m.on_day and m.on_day > last for m in meetings)
    return None if off or last_pep_held(session, child) != last else before


def _still_open(session: Session, child_id: int) -> list[Meeting]:
    """The newest first."""
    meetings = reversed(meetings_of(session, child_id))
    return [each for each in meetings if each.held_on is None and each.called_off_on is None]


def _after_care(session: Session, child: Child, today: date) -> str:
    """Asks about a meeting ahead that is put down for a day after care has ended."""
    days = [meeting.on_day for meeting in _still_open(session, child.id) if meeting.is_after_care]
    day = min((each for each in days if each and each >= today), default=None)
    if day is None:
        return ""
    words = _("A meeting is put down for {day}. Care ends before that. If the meeting is off, call it off.")
    if not child.is_in_care(today):
        words = _("A meeting is put down for {day}. Care has ended. If the meeting is off, call it off.")
    return words.format(day=say_day(day))


def _leads(
    child: Child, coming: Meeting | None, agreed: Meeting | None, due: PepDueView, today: date
) -> tuple[Leads, date | None]:
    if not child.is_in_care(today):
        return Leads.NO_MORE, None
    if coming is not None and coming.on_day is not None and coming.on_day >= today:
        return Leads.MEETING, coming.on_day
    if agreed is not None and agreed.next_pep_on is not None and child.is_in_care(agreed.next_pep_on):
        return Leads.AGREED, agreed.next_pep_on
    if due.due_on is not None:
        return (Leads.DUE if due.due_on >= today else Leads.WAS_DUE), due.due_on
    if due.state in (Leads.NOT_YET, Leads.NO_MORE):
        return Leads(due.state), None
    return (Leads.ROUGHLY if due.roughly else Leads.UNKNOWN), None


def _headline(leads: Leads, day: date | None, due: PepDueView) -> str:
    words = {
        Leads.MEETING: _("The meeting is on {day}"),
        Leads.AGREED: _("Agreed for {day}"),
        Leads.DUE: _("Due by {by}"),
        Leads.WAS_DUE: _("It was due by {by}"),
        Leads.ROUGHLY: _("It was due {when}") if due.roughly_is_over else _("Due {when}"),
        Leads.UNKNOWN: _("We cannot work out the date yet"),
        Leads.NOT_YET: _("No PEP is needed yet by this rule"),
        Leads.NO_MORE: _("No more PEPs by this rule"),
    }[leads]
    return words.format(day=say_day(day) if day else "", by=day_words(due), when=due.roughly)


def due_words(due: PepDueView, today: date) -> str:
    """When the PEP is due, in a sentence that is right also after that day; empty where neither day nor bound is."""
    if due.due_on is None:
        words = _("It was due {when}.") if due.roughly_is_over else _("It is due {when}.")
        return words.format(when=due.roughly) if due.roughly else ""
    words = _("It was due by {day}.") if due.due_on < today else _("It is due by {day}.")
    return words.format(day=day_words(due))


def day_words(due: PepDueView) -> str:
    """The day by which it is due, and whether that is the latest only; empty where there is none."""
    if due.due_on is None:
        return ""
    words = _("{day} at the latest") if due.asks_for else "{day}"
    return words.format(day=say_day(due.due_on))


def sooner_by_rule(due: PepDueView, today: date) -> str:
    """Where somebody gave a day that is later than the one by the rules: what the rules say. Else empty."""
    by = due.computed_surely_by
    if not due.said_by_social_worker or by is None or due.due_on is None or by >= due.due_on:
        return ""
    words = _("By the rules it is due sooner, by {day}.")
    if by < today:
        words = _("By the rules it was due sooner, by {day}.")
    day = say_day(by)
    return words.format(day=day if due.computed_on else _("{day} at the latest").format(day=day))


def _why(leads: Leads, due: PepDueView, today: date) -> str:
    agreed = _("This day was agreed at the last meeting.") if leads == Leads.AGREED else ""
    if leads in (Leads.MEETING, Leads.AGREED):
        by = due_words(due, today)
        by = _joined(by, due.reason) if by else ""
        return "\n".join(part for part in (agreed, by) if part)
    return "\n".join(part for part in (due.reason, due.asks_for) if part)


def _too_late(leads: Leads, day: date | None, due: PepDueView, today: date) -> str:
    by = due.surely_by
    if leads not in (Leads.MEETING, Leads.AGREED) or day is None or by is None or day <= by:
        return ""
    words = _(
        "The meeting on {day} comes after {due}, when the PEP is due. Ask the social worker if that is all right."
    )
    if by < today:
        words = _(
            "The meeting on {day} comes after {due}, when the PEP was due. "
            "Ask the social worker if that is all right."
        )
    return words.format(day=say_day(day), due=say_day(by))


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
