"""Actions: who owes what, done or not. What is put right or comes further is kept in the action's history.

Where a use case is given no day, nothing new is said: the last change is put right, or taken back (as Undo does).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from carer_app.choices import Fate, Helped, HowFar, Owner
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import Concern
from carer_app.use_cases.action_history import noted
from carer_app.use_cases.actions_read import ActionRead, read_actions
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.lookup import find
from carer_app.use_cases.of_each_child import Children, of_each_child
from carer_app.use_cases.recording_the_meeting import check_due, names_on

A_FEW = 5
"""So many of the things that others owe are told at first sight."""


@dataclass(frozen=True, slots=True)
class HowItStood:
    """By when an action is due, and the days on which it was agreed, done, partly done, ended, and moved to the next
    PEP."""

    due_on: date | None
    done_on: date | None
    partly_on: date | None
    ended_on: date | None
    moved_on: date | None
    agreed_on: date


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One agreed action. `days_late` is 0 unless it is late; `is_mine` where the carer owes it. What a review moved to
    the next PEP `waits_for_pep` until that was held, and is not late before. `asked_for_by` is the day by which it was
    asked for on the sheet, where that was before the meeting and nobody has said another."""

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
    at_home: str = ""
    helped: Helped = Helped.NOT_SAID
    moved_on: date | None = None
    waits_for_pep: bool = False
    asked_for_by: date | None = None

    @property
    def stood(self) -> HowItStood:
        """What brings it back to how it stands now."""
        return HowItStood(
            self.due_on, self.done_on, self.partly_on, self.ended_on, self.moved_on, self.agreed_on
        )


@dataclass(frozen=True, slots=True)
class Everybodys:
    """Very many actions, what is late first, those without a day last. The `row` of each is made when it is shown."""

    reads: Sequence[ActionRead]
    children: Mapping[int, str]
    row: Callable[[ActionRead], ActionRow]


@answered_once
def everybodys(session: Session, today: date, done: bool = False, keep: Collection[int] = ()) -> Everybodys:
    """Open (or done) actions of all children.

    Of `keep`, those that are being put right, each is there until it is done, also where it has ended meanwhile.
    """
    children = {child.id: child.name for child in session.scalars(select(Child))}
    open_ones = cast("ColumnElement[bool]", AgreedAction.is_open)
    wanted = ~open_ones if done else open_ones
    if keep:
        wanted |= AgreedAction.id.in_(keep) & AgreedAction.done_on.is_(None)
    held = last_peps(session)
    found = session.execute(read_actions(wanted).order_by(AgreedAction.due_on, AgreedAction.id))
    reads = [each for each in map(ActionRead._make, found) if each.child_id in children]
    reads.sort(key=lambda each: (each.due_on is None, each.due_on or each.agreed_on))

    @cache
    def row(read: ActionRead) -> ActionRow:
        return _row(read, children[read.child_id], today, held, read.ask_by)

    return Everybodys(reads, children, row)


@answered_once
def left_to_do(session: Session, child_id: int) -> list[ActionRead]:
    """What there is left to do for a child, in the order it was written down."""
    find(session, Child, child_id)
    return [ActionRead(*each) for each in _left_to_do(session, child_id)]


@of_each_child
def _left_to_do(children: Children) -> Select[int, Any]:
    wanted = AgreedAction.child_id.in_(children) & AgreedAction.is_open
    return cast("Select[int, Any]", read_actions(wanted, AgreedAction.child_id).order_by(AgreedAction.id))


def owed_by_others(
    session: Session, children: Sequence[Child], today: date
) -> tuple[tuple[ActionRow, ...], int]:
    """The first few things that others have to do for these children now, soonest first, and how many there are."""
    held, names = last_peps(session), {child.id: child.name for child in children}
    place = {str(owner): number for number, owner in enumerate(Owner)}
    owed = [
        action
        for child in children
        for action in left_to_do(session, child.id)
        if action.owner != Owner.ME and not action.waits_for_pep(held.get(child.id))
    ]
    owed.sort(
        key=lambda each: (
            each.due_on is None,
            each.due_on or each.agreed_on,
            place[each.owner],
            each.id,
        )
    )
    rows = (_row(each, names[each.child_id], today, held, each.ask_by) for each in owed[:A_FEW])
    return tuple(rows), len(owed)


def next_of_mine(session: Session, today: date) -> ActionRow | None:
    """What the carer has to do first: what is late, then what is due soonest; None where nothing is to do now."""
    all_of_them = everybodys(session, today, False, ())
    mine = (all_of_them.row(each) for each in all_of_them.reads if each.is_mine)
    return next((row for row in mine if not row.waits_for_pep), None)


def actions_of_child(session: Session, child_id: int, today: date) -> list[ActionRow]:
    """Every action of one child, open first."""
    child = find(session, Child, child_id)
    actions = session.scalars(
        select(AgreedAction).where(AgreedAction.child_id == child_id).order_by(AgreedAction.id)
    )
    held, asked_by = last_peps(session), _asked_for_by_of(session, child_id)
    return sorted(
        (_row(action, child.name, today, held, asked_by.get(action.id)) for action in actions),
        key=lambda row: (not row.is_open, row.due_on is None, row.due_on or row.agreed_on),
    )


def actions_of_meeting(session: Session, meeting_id: int, today: date) -> list[ActionRow]:
    """What was agreed at one meeting, in the order it was written down."""
    meeting = find(session, Meeting, meeting_id)
    held = last_peps(session)
    child = meeting.child.name
    return [_row(action, child, today, held, _asked_for_by(session, action)) for action in meeting.actions]


def last_peps(session: Session) -> dict[int, date]:
    """The day of each child's last PEP that was held."""
    held = select(Meeting).where(Meeting.held_on.is_not(None)).order_by(Meeting.held_on)
    return {each.child_id: each.held_on for each in session.scalars(held) if each.held_on is not None}


def tick_off(session: Session, action_id: int, on: date) -> None:
    """It is done."""
    with noted(session, action_id, on) as action:
        action.tick_off(on)


def untick(session: Session, action_id: int, on: date | None = None) -> None:
    """It is not done after all."""
    with noted(session, action_id, on) as action:
        action.untick()


def change_due(session: Session, action_id: int, due_on: date | None, on: date | None = None) -> None:
    """Set another date. Raises NotAllowed where it is before the meeting."""
    with noted(session, action_id, on) as action:
        check_due(due_on, action.agreed_on)
        action.be_due(due_on)


def known_name(session: Session, action_id: int, owner: Owner, today: date) -> str:
    """The name that goes with an owner now, as far as the child's page has it: at the school of today."""
    child = find(session, Child, find(session, AgreedAction, action_id).child_id)
    return names_on(child, today).get(owner, "")


def hand_on(session: Session, action_id: int, owner: Owner, name: str, on: date | None = None) -> None:
    """Somebody else does this now; by when, and what, stays. Raises NotAllowed for what is done: that stays theirs."""
    with noted(session, action_id, on) as action:
        action.must_not_be_done()
        action.owner, action.owner_name = owner, "" if owner == Owner.ME else name.strip()


def say_how_far(session: Session, action_id: int, how_far: HowFar, on: date) -> None:
    """How far it has come without being done. Raises NotAllowed once it is done."""
    with noted(session, action_id, on) as action:
        action.has_come(how_far, on)


def decide(session: Session, action_id: int, fate: Fate, on: date) -> None:
    """What a review decided of it: nothing else that was decided holds any more."""
    with noted(session, action_id, on) as action:
        action.decide(fate, on)


def put_back(session: Session, action_id: int, stood: HowItStood) -> None:
    """As it was before somebody said by when, how far it has come, or what was decided."""
    with noted(session, action_id, None) as action:
        action.due_on, action.agreed_on = stood.due_on, stood.agreed_on
        action.done_on, action.partly_on = stood.done_on, stood.partly_on
        action.ended_on, action.to_next_pep_on = stood.ended_on, stood.moved_on


def say_helped(session: Session, action_id: int, helped: Helped, on: date | None = None) -> None:
    """Whether it helped the child, in the carer's eyes."""
    with noted(session, action_id, on) as action:
        action.helped = helped


def remove_action(session: Session, action_id: int, on: date) -> None:
    """Take an action out; `bring_action_back` undoes it."""
    find(session, AgreedAction, action_id).remove(on)


def bring_action_back(session: Session, action_id: int) -> None:
    find(session, AgreedAction, action_id, even_deleted=True).bring_back()


def _row(
    action: AgreedAction | ActionRead,
    child: str,
    today: date,
    last_peps: Mapping[int, date],
    ask_by: date | None,
) -> ActionRow:
    owner = Owner(action.owner)
    waits = action.waits_for_pep(last_peps.get(action.child_id))
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
        days_late=0 if waits else action.days_late(today),
        is_mine=action.is_mine,
        is_open=action.is_open,
        how_far=action.how_far,
        partly_on=action.partly_on,
        ended_on=action.ended_on,
        ended_why=action.ended_why,
        why=action.why,
        how_we_know=action.how_we_know,
        at_home=action.at_home,
        helped=Helped(action.helped),
        moved_on=action.to_next_pep_on,
        waits_for_pep=waits,
        asked_for_by=ask_by if _is_asked_before(action, ask_by) else None,
    )


def _is_asked_before(action: AgreedAction | ActionRead, ask_by: date | None) -> bool:
    """Who ticks what was asked for says nothing of a day that lies before the meeting: it is said, and asked about."""
    return ask_by is not None and ask_by < action.agreed_on and action.due_on is None and action.is_open


def _asked_for_by_of(session: Session, child_id: int) -> dict[int, date | None]:
    """Of each action of a child that was asked for on the sheet by some day."""
    query = (
        select(AgreedAction.id, Concern.ask_by)
        .join(Concern, Concern.id == AgreedAction.concern_id)
        .where(AgreedAction.child_id == child_id)
    )
    return {row.id: row.ask_by for row in session.execute(query)}


def _asked_for_by(session: Session, action: AgreedAction) -> date | None:
    asked = session.get(Concern, action.concern_id) if action.concern_id is not None else None
    return asked.ask_by if asked else None
