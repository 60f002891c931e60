"""What somebody is asked for: an action, a day, the copy, minutes; by when it was to be, and whether it came."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import Owner, RequestAbout
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.typed_dates import say_day
from carer_app.use_cases.asked_before import Matter, ladder_for
from carer_app.use_cases.lookup import find
from carer_app.use_cases.next_pep import due_words, next_pep_of
from carer_app.use_cases.pep_copies import CopyRow, copies_of_child
from carer_app.use_cases.pep_dates import last_pep_held
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class ThingAsked:
    """What is known of the thing itself. `due` is a sentence; `late_since` the day it was to be."""

    what: str
    due: str
    late_since: date | None
    promised_for: date | None
    is_done: bool
    is_over: bool
    speaks_of_safety: bool = False
    done_on: date | None = None


def asked_for(session: Session, child: Child, matter: Matter, today: date) -> ThingAsked:
    """What it is, by when it was to be, and whether it came."""
    if matter.about == RequestAbout.ACTION:
        return _of_action(session, find(session, AgreedAction, matter.about_id), child)
    if matter.about == RequestAbout.COPY:
        return _of_copy(session, matter, today)
    if matter.about == RequestAbout.MEETING_DATE:
        known = next_pep_of(session, child.id, today)
        what = _("a day for the next PEP meeting")
        return ThingAsked(
            what, due_words(known.due, today), None, None, known.is_a_meeting, known.is_a_meeting
        )
    return ThingAsked(_("the minutes of the review"), "", None, None, is_done=False, is_over=False)


def _of_action(session: Session, action: AgreedAction, child: Child) -> ThingAsked:
    due = ""
    if action.due_on is not None:
        due = _("It was agreed for {day}.").format(day=say_day(action.due_on))
    ladders, _ladder = ladder_for(session, Matter(child.id, RequestAbout.ACTION, action.id))
    waits = action.waits_for_pep(last_pep_held(session, child))
    is_over = waits or not action.is_open or action.owner in (Owner.ME, Owner.CHILD)
    return ThingAsked(
        action.what,
        due,
        action.due_on,
        action.due_on,
        action.done_on is not None,
        is_over,
        ladders.is_about_safety(f"{action.what} {action.why}"),
        action.done_on,
    )


def _of_copy(session: Session, matter: Matter, today: date) -> ThingAsked:
    what = _("the copy of the PEP")
    rows: list[CopyRow] = []
    if matter.about_id:
        rows = copies_of_child(session, find(session, Meeting, matter.about_id).child_id, today)
    row = next((each for each in rows if each.meeting_id == matter.about_id), None)
    if row is None:
        return ThingAsked(what, "", None, None, is_done=False, is_over=False)
    day = say_day(row.held_on)
    due = _("The meeting was on {day}.").format(day=day)
    if row.is_late:
        due += " " + _("It should have come by {day}.").format(day=say_day(row.expected_by))
    return ThingAsked(what, due, row.expected_by, None, row.has_come, row.has_come, done_on=row.received_on)
