"""Actions: who owes what, done or not, and the list for the child-in-care review."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Helped, HowFar, Owner
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.errors import NotAllowed
from carer_app.use_cases.lookup import find
from carer_app.use_cases.recording_the_meeting import check_due, known_names
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One agreed action. `days_late` is 0 unless it is late; `is_mine` where the carer owes it."""

    id: int
    child_id: int
    child: str
    what: str
    owner: Owner
    who: str
    due_on: date | None
    done_on: date | None
    agreed_on: date
    days_late: int
    is_mine: bool
    owner_name: str = ""
    is_open: bool = True
    how_far: HowFar = HowFar.TO_DO
    partly_on: date | None = None
    ended_on: date | None = None
    ended_why: str = ""
    why: str = ""
    how_we_know: str = ""
    helped: Helped = Helped.NOT_SAID


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """The actions one person or office owes."""

    owner: Owner
    rows: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class AddTo:
    """The meeting (`id`) that an action of one child is added to."""

    id: int
    child: str


def action_groups(
    session: Session, today: date, done: bool = False, keep: Collection[int] = ()
) -> list[ActionGroup]:
    """Open (or done) actions of all children, grouped by who owes them; mine first, then as in choices.Owner.

    Of `keep`, those that are being put right, each is there until it is done, also where it has ended meanwhile.
    """
    children = {child.id: child.name for child in session.scalars(select(Child))}
    wanted = ~AgreedAction.is_open if done else AgreedAction.is_open
    if keep:
        wanted |= AgreedAction.id.in_(keep) & AgreedAction.done_on.is_(None)
    actions = select(AgreedAction).where(wanted).order_by(AgreedAction.due_on, AgreedAction.id)
    rows = [
        _row(action, children[action.child_id], today)
        for action in session.scalars(actions)
        if action.child_id in children
    ]
    rows.sort(key=lambda row: (row.due_on is None, row.due_on or row.agreed_on))
    groups = ((owner, tuple(row for row in rows if row.owner == owner)) for owner in Owner)
    return [ActionGroup(owner, group) for owner, group in groups if group]


def where_to_add(session: Session) -> list[AddTo]:
    """Each child's last meeting that was held, in the order of the children."""
    newest: dict[int, AddTo] = {}
    held = (
        select(Meeting)
        .where(Meeting.held_on.is_not(None))
        .order_by(Meeting.child_id, Meeting.held_on, Meeting.id)
    )
    for meeting in session.scalars(held):
        newest[meeting.child_id] = AddTo(meeting.id, meeting.child.name)
    return list(newest.values())


def last_held(session: Session, child_id: int) -> int | None:
    """The child's last meeting that was held, to which one more action is added; None where there was none."""
    held = select(Meeting.id).where(Meeting.child_id == child_id, Meeting.held_on.is_not(None))
    return session.scalars(held.order_by(Meeting.held_on.desc(), Meeting.id.desc())).first()


def next_of_mine(session: Session, today: date) -> ActionRow | None:
    """What the carer has to do first: what is late, then what is due soonest; None where nothing is theirs."""
    groups = action_groups(session, today)
    return next((group.rows[0] for group in groups if group.owner == Owner.ME), None)


def actions_of_child(session: Session, child_id: int, today: date) -> list[ActionRow]:
    """Every action of one child, open first."""
    child = find(session, Child, child_id)
    actions = session.scalars(
        select(AgreedAction).where(AgreedAction.child_id == child_id).order_by(AgreedAction.id)
    )
    return sorted(
        (_row(action, child.name, today) for action in actions),
        key=lambda row: (not row.is_open, row.due_on is None, row.due_on or row.agreed_on),
    )


def actions_of_meeting(session: Session, meeting_id: int, today: date) -> list[ActionRow]:
    """What was agreed at one meeting, in the order it was written down."""
    meeting = find(session, Meeting, meeting_id)
    return [_row(action, meeting.child.name, today) for action in meeting.actions]


def tick_off(session: Session, action_id: int, on: date) -> None:
    """It is done."""
    find(session, AgreedAction, action_id).tick_off(on)


def untick(session: Session, action_id: int) -> None:
    """It is not done after all."""
    find(session, AgreedAction, action_id).untick()


def change_due(session: Session, action_id: int, due_on: date | None) -> None:
    """Set another date. Raises NotAllowed where it is before the meeting."""
    action = find(session, AgreedAction, action_id)
    check_due(due_on, action.agreed_on)
    action.due_on = due_on


def change_what(session: Session, action_id: int, what: str) -> None:
    """Say in other words what was agreed. Raises NotAllowed where it says nothing."""
    action = find(session, AgreedAction, action_id)
    if not what.strip():
        raise NotAllowed(_("Type what will happen."))
    action.what = what.strip()


def name_owner(session: Session, action_id: int, name: str) -> None:
    """Whose it is stays, and this is their name."""
    find(session, AgreedAction, action_id).owner_name = name.strip()


def known_name(session: Session, action_id: int, owner: Owner) -> str:
    """The name that goes with an owner, as far as the child's page has it."""
    return known_names(session, find(session, AgreedAction, action_id).meeting_id).get(owner, "")


def hand_on(session: Session, action_id: int, owner: Owner, name: str) -> None:
    """Somebody else does this now; by when, and what, stays. Raises NotAllowed for what is done: that stays theirs."""
    action = find(session, AgreedAction, action_id)
    action.must_not_be_done()
    action.owner, action.owner_name = owner, "" if owner == Owner.ME else name.strip()


def say_how_far(session: Session, action_id: int, how_far: HowFar, on: date) -> None:
    """How far it has come without being done. Raises NotAllowed once it is done."""
    find(session, AgreedAction, action_id).has_come(how_far, on)


def put_back(session: Session, action_id: int, partly_on: date | None, ended_on: date | None) -> None:
    """As it was before somebody said how far it has come."""
    action = find(session, AgreedAction, action_id)
    action.partly_on, action.ended_on = partly_on, ended_on


def say_helped(session: Session, action_id: int, helped: Helped) -> None:
    """Whether it helped the child, in the carer's eyes."""
    find(session, AgreedAction, action_id).helped = helped


def write_why(session: Session, action_id: int, words: str) -> None:
    """Why it was agreed."""
    find(session, AgreedAction, action_id).why = words


def write_how_we_know(session: Session, action_id: int, words: str) -> None:
    """How all will know that it worked."""
    find(session, AgreedAction, action_id).how_we_know = words


def write_why_it_ended(session: Session, action_id: int, words: str) -> None:
    """Why it will not happen. A child may ask for it."""
    find(session, AgreedAction, action_id).ended_why = words


def remove_action(session: Session, action_id: int, on: date) -> None:
    """Take an action out; `bring_action_back` undoes it."""
    find(session, AgreedAction, action_id).remove(on)


def bring_action_back(session: Session, action_id: int) -> None:
    find(session, AgreedAction, action_id, even_deleted=True).bring_back()


def _row(action: AgreedAction, child: str, today: date) -> ActionRow:
    owner = Owner(action.owner)
    return ActionRow(
        id=action.id,
        child_id=action.child_id,
        child=child,
        what=action.what,
        owner=owner,
        who=action.owner_name or owner.words(child),
        owner_name=action.owner_name,
        due_on=action.due_on,
        done_on=action.done_on,
        agreed_on=action.agreed_on,
        days_late=action.days_late(today),
        is_mine=action.is_mine,
        is_open=action.is_open,
        how_far=action.how_far,
        partly_on=action.partly_on,
        ended_on=action.ended_on,
        ended_why=action.ended_why,
        why=action.why,
        how_we_know=action.how_we_know,
        helped=Helped(action.helped),
    )
