"""The same evening: what was asked for on the sheet, so that typing up what was agreed is ticking."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import Owner
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import Concern
from carer_app.errors import NotFound
from carer_app.use_cases.lookup import carer_name, find
from carer_app.use_cases.on_the_sheet import concern_item, is_left_off
from carer_app.use_cases.recording_the_meeting import NewAction, add_action, known_names
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class AskedOnSheet:
    """One thing that was asked for. `who` is as it was typed; empty where nobody was named."""

    id: int
    what: str
    who: str
    by: date | None


@dataclass(frozen=True, slots=True)
class NotAgreed:
    """One thing that was asked for and not agreed, and why, as far as somebody said."""

    id: int
    what: str
    because: str


def asked_for(session: Session, meeting_id: int) -> list[AskedOnSheet]:
    """What was asked for and nobody has said yes or no to. What the child asked not to be said was not asked for."""
    meeting = find(session, Meeting, meeting_id)
    return [
        AskedOnSheet(concern.id, concern.we_ask_for.strip(), concern.ask_of.strip(), concern.ask_by)
        for concern in _asked(meeting)
        if concern.not_agreed_on is None and not _actions_of(meeting, concern)
    ]


def not_agreed(session: Session, meeting_id: int) -> list[NotAgreed]:
    """What was asked for and was not agreed."""
    return refused_at(find(session, Meeting, meeting_id))


def refused_at(meeting: Meeting) -> list[NotAgreed]:
    """The same of a meeting. What was agreed after all is not in it."""
    return [
        NotAgreed(concern.id, concern.we_ask_for.strip(), concern.not_agreed_because)
        for concern in _asked(meeting)
        if concern.not_agreed_on is not None and not _actions_of(meeting, concern)
    ]


def refuse(session: Session, meeting_id: int, concern_id: int, today: date) -> None:
    """What was asked for was not agreed."""
    _concern(find(session, Meeting, meeting_id), concern_id).refuse(today)


def take_back_no(session: Session, meeting_id: int, concern_id: int) -> None:
    """It stands among what was asked for again."""
    _concern(find(session, Meeting, meeting_id), concern_id).take_back_no()


def write_why_not(session: Session, concern_id: int, words: str) -> None:
    """Why it was not agreed, in the words of whoever said so."""
    find(session, Concern, concern_id).not_agreed_because = words


def agree(session: Session, meeting_id: int, concern_id: int, today: date) -> int:
    """What was asked for was agreed, as it was asked for; returns the action's id. Who and by when can be put right.

    A day before the meeting is not one to do it by. It stays with what was asked for, and is told with the action.
    """
    meeting = find(session, Meeting, meeting_id)
    asked = _concern(meeting, concern_id)
    for there_already in _actions_of(meeting, asked):
        return there_already.id
    owner = _owner_of(session, meeting, asked)
    named = asked.ask_of.strip() if owner not in (Owner.ME, Owner.CHILD) else ""
    held = meeting.held_on or meeting.on_day
    too_early = asked.ask_by is not None and held is not None and asked.ask_by < held
    due = None if too_early else asked.ask_by
    action_id = add_action(session, meeting_id, NewAction(asked.we_ask_for, owner, named, due), today)
    find(session, AgreedAction, action_id).concern_id = asked.id
    return action_id


def take_back(session: Session, meeting_id: int, concern_id: int, today: date) -> None:
    """It was not agreed after all: what `agree` wrote down is taken out, and it stands among what was asked for."""
    meeting = find(session, Meeting, meeting_id)
    for concern in meeting.concerns:
        if concern.id == concern_id:
            for action in _actions_of(meeting, concern):
                action.remove(today)


def _asked(meeting: Meeting) -> list[Concern]:
    return [
        concern
        for concern in meeting.concerns
        if concern.we_ask_for.strip() and not is_left_off(meeting, concern_item(concern))
    ]


def _actions_of(meeting: Meeting, concern: Concern) -> list[AgreedAction]:
    """What was agreed of it: ticked, or written down in the same words."""
    asked = _as_compared(concern.we_ask_for)
    return [
        action
        for action in meeting.actions
        if action.concern_id == concern.id
        or (action.concern_id is None and _as_compared(action.what) == asked)
    ]


def _concern(meeting: Meeting, concern_id: int) -> Concern:
    asked = next((each for each in meeting.concerns if each.id == concern_id), None)
    if asked is None:
        raise NotFound(_("That is no longer in your records. Nothing else was changed."))
    return asked


def _owner_of(session: Session, meeting: Meeting, asked: Concern) -> Owner:
    """Whose it is, from the name that was typed. A name that nobody knows is school's: it is they who were asked."""
    typed = _as_compared(asked.ask_of)
    if not typed:
        return Owner.SOMEONE_ELSE
    if typed in (_as_compared(carer_name(session)), _as_compared(_("Me"))):
        return Owner.ME
    if typed == _as_compared(meeting.child.name):
        return Owner.CHILD
    worker = known_names(session, meeting.id).get(Owner.SOCIAL_WORKER, "")
    is_worker = typed == _as_compared(worker) or _as_compared(_("Social worker")) in typed
    return Owner.SOCIAL_WORKER if is_worker else Owner.SCHOOL


def _as_compared(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")
