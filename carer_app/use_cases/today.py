"""Home: one next step for each child, chosen by rule, and what others owe."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Owner
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.errors import NotAllowed
from carer_app.use_cases import planning
from carer_app.use_cases.finding import find
from carer_app.use_cases.following_up import ActionRow, action_groups
from carer_app.use_cases.next_pep import Leads, coming_meeting, next_pep_of
from carer_app.use_cases.pep_dates import agreed_date
from carer_app.use_cases.step_rules import RULES, STEP_RULES, Situation, Step, TagKind, nothing
from carer_app.words import _

__all__ = [
    "STEP_RULES",
    "HomeView",
    "NextStep",
    "Step",
    "bring_back",
    "home",
    "next_step",
    "plan_meeting",
    "put_off",
]


@dataclass(frozen=True, slots=True)
class NextStep:
    """One child's card on Home.

    `tag_kind` is red ("over") only where it is the carer's own to do. `meeting_on` is the day of the meeting
    to come, where one has a day. `hidden_until` is the day the carer put the card off to.
    """

    child_id: int
    child: str
    step: Step
    words: str
    why: str
    tag: str
    tag_kind: TagKind
    meeting_id: int | None
    meeting_on: date | None
    school_id: int | None
    hidden_until: date | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on Home. `waiting` are the open actions of others, soonest first."""

    steps: tuple[NextStep, ...]
    waiting: tuple[ActionRow, ...]


def home(session: Session, today: date) -> HomeView:
    """One next step for each child: what needs doing first, then where nothing does; those put off come last."""
    steps = [next_step(session, child, today) for child in session.scalars(select(Child).order_by(Child.id))]
    steps.sort(key=lambda step: (step.hidden_until is not None, step.step == Step.NOTHING))
    waiting = [
        row for group in action_groups(session, today) if group.owner != Owner.ME for row in group.rows
    ]
    waiting.sort(key=lambda row: (row.due_on is None, row.due_on or row.agreed_on))
    return HomeView(tuple(steps), tuple(waiting))


def next_step(session: Session, child: Child, today: date) -> NextStep:
    """The one next step of a child: the first of the rules that holds."""
    meetings = session.scalars(select(Meeting).where(Meeting.child_id == child.id).order_by(Meeting.id)).all()
    held = sorted((m for m in meetings if m.held_on is not None), key=lambda m: m.held_on or today)
    known = next_pep_of(session, child.id, today)
    coming = coming_meeting(session, child.id, today)
    agreed = known.day if known.leads == Leads.AGREED else None
    facts = Situation(session, child, today, known.due, coming, tuple(held), agreed)
    found = next((answer for rule in RULES if (answer := rule(facts)) is not None), None) or nothing(facts)
    hidden = child.hidden_until if child.hidden_until and child.hidden_until > today else None
    return NextStep(
        child_id=child.id,
        child=child.name,
        step=found.step,
        words=found.words,
        why=found.why,
        tag=found.tag,
        tag_kind=found.tag_kind,
        meeting_id=found.meeting_id,
        meeting_on=facts.meeting_on,
        school_id=child.schooling.school_id if child.schooling else None,
        hidden_until=hidden,
    )


def plan_meeting(session: Session, child_id: int, uid: str, today: date) -> int:
    """The meeting to get ready for, with the day that the last meeting agreed on, if it is ahead. Returns its id."""
    meeting_id = planning.plan_meeting(session, child_id, uid)
    if planning.meeting_facts(session, meeting_id).on_day is None:
        planning.set_day(session, meeting_id, agreed_date(session, child_id, today))
    return meeting_id


def put_off(session: Session, child_id: int, until: date, today: date) -> None:
    """Remind me later: the card moves down until that day. Raises NotAllowed for a day that is not ahead."""
    if until <= today:
        raise NotAllowed(_("Choose a day from tomorrow on. The card stays where it is."))
    find(session, Child, child_id).hidden_until = until


def bring_back(session: Session, child_id: int) -> None:
    """The card goes back where it was."""
    find(session, Child, child_id).hidden_until = None
