"""The social worker changed: one act that hands on what is open. What the one before did stays theirs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Coming, Invited, Owner, Role
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.child import Child
from carer_app.domain.meeting import Attendee, Meeting
from carer_app.domain.preparation import Concern
from carer_app.errors import NotAllowed
from carer_app.use_cases import drafts
from carer_app.use_cases.action_history import noted
from carer_app.use_cases.children import set_person, set_phone
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import find
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class OpenWithWorker:
    """What goes along to the next social worker. `actions` are what they said yes to and is not done: id and words."""

    name: str
    phone: str
    actions: tuple[tuple[int, str], ...]
    meetings: int


@dataclass(frozen=True, slots=True)
class WorkerBefore:
    """Everything as it was, so that the whole act can be undone."""

    name: str
    phone: str
    actions: tuple[tuple[int, str], ...]
    invited: tuple[tuple[int, str, str, str, str, str], ...]
    asks: tuple[tuple[int, str], ...]


def open_with_worker(session: Session, child_id: int) -> OpenWithWorker:
    """The social worker of now, and what is open with them."""
    child = find(session, Child, child_id)
    name, phone = _now(child)
    return OpenWithWorker(
        name=name,
        phone=phone,
        actions=tuple((action.id, action.what) for action in _open_actions(session, child, name)),
        meetings=len({each.meeting_id for each in _invited(session, child, name)}),
    )


def as_it_is(session: Session, child_id: int, stays_with_old: Collection[int] = ()) -> WorkerBefore:
    """Everything that `worker_changed` would change, as it is now."""
    child = find(session, Child, child_id)
    name, phone = _now(child)
    actions = [each for each in _open_actions(session, child, name) if each.id not in stays_with_old]
    return WorkerBefore(
        name,
        phone,
        tuple((each.id, each.owner_name) for each in actions),
        tuple(
            (each.id, each.name, each.phone, each.child_calls, each.coming, each.invited)
            for each in _invited(session, child, name)
        ),
        tuple((each.id, each.ask_of) for each in _asks(session, child, name)),
    )


def worker_changed(
    session: Session,
    child_id: int,
    name: str,
    phone: str,
    on: date,
    stays_with_old: Collection[int] = (),
    draft_place: DraftKey = NOWHERE,
) -> None:
    """Somebody else is the social worker now. Open actions, requests and invitations go to them.

    The actions in `stays_with_old` stay with the one before. Without a name the role stands in until it is known.
    Raises NotAllowed where nothing would change.
    """
    child, name, phone = find(session, Child, child_id), name.strip(), phone.strip()
    old, _old_phone = _now(child)
    if _same(name, old):
        raise NotAllowed(_("Type the name of the new social worker. Nothing was changed."))
    actions = [each for each in _open_actions(session, child, old) if each.id not in stays_with_old]
    invited, asks = _invited(session, child, old), _asks(session, child, old)
    _be_worker(session, child_id, name, phone)
    for each in actions:
        with noted(session, each.id, on) as action:
            action.owner_name = name
    for attendee in invited:
        attendee.name = name or Role.SOCIAL_WORKER.words
        attendee.phone, attendee.child_calls = phone, ""
        attendee.coming, attendee.invited = Coming.NOT_KNOWN, Invited.NOT_KNOWN
    for concern in asks:
        concern.ask_of = name or Role.SOCIAL_WORKER.words
    drafts.forget(session, draft_place)


def put_worker_back(session: Session, child_id: int, before: WorkerBefore) -> None:
    """Undo `worker_changed`, whole. What was taken out meanwhile stays out."""
    _be_worker(session, child_id, before.name, before.phone)
    for action_id, owner in before.actions:
        if (there := session.get(AgreedAction, action_id)) is not None and not there.is_removed:
            with noted(session, action_id, None) as action:
                action.owner_name = owner
        elif there is not None:
            there.owner_name = owner
    for attendee_id, name, phone, calls, coming, invited in before.invited:
        if (attendee := session.get(Attendee, attendee_id)) is not None:
            attendee.name, attendee.phone, attendee.child_calls = name, phone, calls
            attendee.coming, attendee.invited = coming, invited
    for concern_id, ask_of in before.asks:
        if (concern := session.get(Concern, concern_id)) is not None:
            concern.ask_of = ask_of


def _now(child: Child) -> tuple[str, str]:
    person = next((each for each in child.people if each.role == Role.SOCIAL_WORKER), None)
    return (person.name, person.phone) if person is not None else ("", "")


def _be_worker(session: Session, child_id: int, name: str, phone: str) -> None:
    set_phone(session, child_id, Role.SOCIAL_WORKER, phone)
    set_person(session, child_id, Role.SOCIAL_WORKER, name)


def _open_actions(session: Session, child: Child, old: str) -> list[AgreedAction]:
    """What the social worker said they would do and is not done, under their name."""
    query = select(AgreedAction).where(AgreedAction.child_id == child.id, AgreedAction.is_open)
    return [
        action
        for action in session.scalars(query.order_by(AgreedAction.id))
        if old and _same(action.owner_name, old) and action.owner in (Owner.SOCIAL_WORKER, Owner.SOMEONE_ELSE)
    ]


def _invited(session: Session, child: Child, old: str) -> list[Attendee]:
    """The social worker on the lists of meetings to come."""
    query = select(Attendee).where(
        Attendee.meeting_id.in_(_to_come(session, child)), Attendee.role == Role.SOCIAL_WORKER
    )
    return [each for each in session.scalars(query) if _same(each.name, old or Role.SOCIAL_WORKER.words)]


def _asks(session: Session, child: Child, old: str) -> list[Concern]:
    """What the carer wants to ask of them at a meeting to come."""
    query = select(Concern).where(Concern.meeting_id.in_(_to_come(session, child)))
    return [each for each in session.scalars(query) if old and _same(each.ask_of, old)]


def _to_come(session: Session, child: Child) -> list[int]:
    query = select(Meeting.id).where(
        Meeting.child_id == child.id, Meeting.held_on.is_(None), Meeting.called_off_on.is_(None)
    )
    return list(session.scalars(query))


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
