"""What was asked so far, of whom, and whose turn it is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carer_app.choices import Owner, RequestAbout, Role
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.asked_again import Request
from carer_app.domain.child import Child
from carer_app.domain.ladders import AskedOnce, Ladder, LadderPerson, Ladders, Rung
from carer_app.rules import shipped
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.council_rules import rules_for
from carer_app.use_cases.lookup import find, meetings_of
from carer_app.use_cases.naming import in_a_sentence
from carer_app.use_cases.of_each_child import Children, of_each_child

ROLES = {
    "social worker": Role.SOCIAL_WORKER,
    "designated teacher": Role.DESIGNATED_TEACHER,
    "school": Role.DESIGNATED_TEACHER,
    "virtual school": Role.VIRTUAL_SCHOOL,
    "supervising social worker": Role.SUPERVISING_SOCIAL_WORKER,
}
"""Everybody a rule can name, and whom a carer asks then."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What somebody is asked for. `about_id` is the action, or the meeting whose copy it is; 0 where neither."""

    child_id: int
    about: RequestAbout
    about_id: int = 0


@dataclass(frozen=True, slots=True)
class Somebody:
    """One who can be asked. `name` is empty where nobody typed one; `who` stands inside a sentence."""

    name: str
    who: str
    role: Role | None


def who_arranges(session: Session, child: Child) -> Role:
    """By the rules of the child's council; the social worker where they do not say."""
    return ROLES.get(rules_for(session, child.council)[0].arranged_by, Role.SOCIAL_WORKER)


def who_writes(session: Session, child: Child) -> tuple[Role, Role]:
    """Who wrote the PEP, and who else has it."""
    role = ROLES.get(rules_for(session, child.council)[0].written_by, Role.DESIGNATED_TEACHER)
    return role, Role.SOCIAL_WORKER if role != Role.SOCIAL_WORKER else Role.DESIGNATED_TEACHER


def ladder_for(session: Session, matter: Matter) -> tuple[Ladders, Ladder | None]:
    """The order that counts for a child's council, and in it the ladder for this matter."""
    ladders = shipped.ladders_of(find(session, Child, matter.child_id).council)
    owner = None
    if matter.about == RequestAbout.ACTION:
        said = dict(_owners(session, matter.child_id)).get(matter.about_id)
        owner = Owner(said or find(session, AgreedAction, matter.about_id).owner)
    return ladders, ladders.of(matter.about, owner)


@of_each_child
def _owners(children: Children) -> Select[int, Any]:
    """Of each action of a child its id and who owes it."""
    query = select(AgreedAction.child_id, AgreedAction.id, AgreedAction.owner)
    its = query.where(AgreedAction.child_id.in_(children)).order_by(AgreedAction.id)
    return cast("Select[int, Any]", its)


def requests_of(session: Session, matter: Matter) -> list[Request]:
    """Everything that was asked or left out in this matter, oldest first. A day and minutes begin anew each time."""
    found = _by_matter(session, matter.child_id).get((matter.about, matter.about_id), [])
    since = None
    if matter.about == RequestAbout.MEETING_DATE:
        since = _last_held(session, matter.child_id)
    elif matter.about == RequestAbout.REVIEW_MINUTES:
        since = find(session, Child, matter.child_id).last_review_on
    return [each for each in found if since is None or each.asked_on > since]


@of_each_child
def all_requests_of(children: Children) -> Select[int, Request]:
    """Everything that was asked or left out for a child, oldest first."""
    query = select(Request.child_id, Request).where(Request.child_id.in_(children))
    return query.order_by(Request.asked_on, Request.id)


@answered_once
def _by_matter(session: Session, child_id: int) -> dict[tuple[str, int], list[Request]]:
    """The same by what it is about."""
    found: dict[tuple[str, int], list[Request]] = {}
    for each in all_requests_of(session, child_id):
        about_id = {RequestAbout.ACTION: each.action_id, RequestAbout.COPY: each.meeting_id}.get(
            RequestAbout(each.about)
        )
        found.setdefault((each.about, about_id or 0), []).append(each)
    return found


def as_asked(
    session: Session, matter: Matter, requests: Sequence[Request], ladder: Ladder
) -> list[AskedOnce]:
    """The same for the rule. Where somebody else has that place now, it is as if nobody had been asked there."""
    rungs = {rung.key: rung for rung in ladder.rungs}
    asked = []
    for each in requests:
        rung = rungs.get(each.rung)
        name = somebody(session, matter, rung).name if rung is not None else ""
        is_somebody_else = bool(name and each.name and name.casefold() != each.name.casefold())
        asked.append(
            AskedOnce(
                "" if is_somebody_else else each.rung,
                each.asked_on,
                None if is_somebody_else else each.answered_on,
                bool(each.left_out_because),
            )
        )
    return asked


def somebody(session: Session, matter: Matter, rung: Rung) -> Somebody:
    """Who it is, by name where one is known."""
    child = find(session, Child, matter.child_id)
    person = shipped.ladders_of(child.council).person(rung.person)
    role, name = _role_and_name(session, child, matter, person)
    if role is None:
        return Somebody(name, name or person.who, None)
    if not name and role in (Role.SUPERVISING_SOCIAL_WORKER, Role.SENCO):
        own = next((each for each in shipped.ladders_of(child.council).people if each.role == role), person)
        return Somebody(name, own.who, role)
    return Somebody(name, in_a_sentence(name, role), role)


def _role_and_name(
    session: Session, child: Child, matter: Matter, person: LadderPerson
) -> tuple[Role | None, str]:
    if person.key == "named":
        return _owner_now(child, find(session, AgreedAction, matter.about_id))
    role = person.role
    if person.key == "arranges":
        role = who_arranges(session, child)
    elif person.key in ("writer", "other_writer"):
        role = who_writes(session, child)[person.key == "other_writer"]
    known = child.person(role) if role is not None else None
    return role, known.name.strip() if known else ""


def _owner_now(child: Child, action: AgreedAction) -> tuple[Role | None, str]:
    """Who owes an action. Where that was a social worker or teacher who has left, it is who came after them."""
    name = action.owner_name.strip()
    roles = {Owner.SOCIAL_WORKER: Role.SOCIAL_WORKER, Owner.SCHOOL: Role.DESIGNATED_TEACHER}
    role = roles.get(Owner(action.owner))
    if role is None:
        return None, name
    now = child.person(role)
    if now is None:
        return role, name
    before = {each.name.casefold() for each in child.people if each.role == role and each is not now}
    has_left = role == Role.SOCIAL_WORKER or name.casefold() in before
    return role, now.name.strip() if has_left or not name else name


def _last_held(session: Session, child_id: int) -> date | None:
    return max(
        (meeting.held_on for meeting in meetings_of(session, child_id) if meeting.held_on), default=None
    )
