"""Home: for each child the one next step and what else is due, and what others owe."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.domain.child import Child
from carer_app.errors import NotAllowed
from carer_app.use_cases import planning
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.childs_last_words import in_one_line
from carer_app.use_cases.dates_drafts import half_checked
from carer_app.use_cases.following_up import ActionRow, owed_by_others
from carer_app.use_cases.lookup import all_children, find, meetings_of
from carer_app.use_cases.new_school import new_school
from carer_app.use_cases.next_pep import Leads, days_gone_by, next_pep_of
from carer_app.use_cases.not_now import waiting
from carer_app.use_cases.of_each_child import together
from carer_app.use_cases.pep_dates import agreed_date, other_dates
from carer_app.use_cases.step_rules import MAY_WAIT, STEP_RULES, all_found, nothing
from carer_app.use_cases.steps import TOMORROW, Situation, Step, StepDue, TagKind
from carer_app.use_cases.steps_schools import dates_can_wait
from carer_app.words import _

__all__ = [
    "STEP_RULES",
    "HomeBegins",
    "HomeView",
    "NextStep",
    "Step",
    "StepDue",
    "bring_back",
    "home",
    "home_begins",
    "next_step",
    "plan_meeting",
    "put_off",
]

NEVER_WAITS = (Step.KEPT_WORDS, Step.REVIEW_NOW)
"""What a card that was put off comes back for; and for a meeting today or tomorrow."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One child's card on Home: the first thing that is due, and in `also` everything else that is.

    `tag_kind` is red ("over") only where it is the carer's own to do. `meeting_words` say the meeting or the day
    agreed for it, within four weeks. `meeting_on` is the day of the meeting to come, where one has a day; `may_meet`
    is False where no meeting can be. `hidden_until` is the day the carer put the card off to. `half_checked` is the
    year of the form of school dates that was begun (0: what was read from somewhere), None where none was.
    `dates_can_wait`: nothing needs doing, and the school's dates would make the date exact. `said` is what the child
    said last for the meeting to hear, where it fits one line. `matter` is what somebody is asked for; where the step
    `may_wait`, it does so under its `key`. `days_id` is the time without full-time school that it is about.
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
    meeting_words: str
    also: tuple[StepDue, ...]
    may_meet: bool
    half_checked: int | None = None
    dates_can_wait: bool = False
    said: str = ""
    matter: Matter | None = None
    may_wait: bool = False
    key: str = ""
    days_id: int | None = None


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on Home. `waiting` are the first open actions of others, soonest first, but for what waits for the
    next PEP; there are `all_waiting` of them."""

    steps: tuple[NextStep, ...]
    waiting: tuple[ActionRow, ...]
    all_waiting: int


@dataclass(frozen=True, slots=True)
class HomeBegins:
    """The cards that come first on Home, and whose cards there are in all. `may_any_meet` is so for all of them."""

    child_ids: tuple[int, ...]
    steps: tuple[NextStep, ...]
    may_any_meet: bool


def home(session: Session, today: date, known: Sequence[NextStep] = ()) -> HomeView:
    """A card for each child: what needs doing first, then where nothing does; those put off come last.

    What is `known` already, as `home_begins` gave it, is not worked out again.
    """
    children = all_children(session)
    together(session, [child.id for child in children])
    before = {step.child_id: step for step in known}
    steps = [before.get(child.id) or next_step(session, child, today) for child in children]
    return HomeView(tuple(sorted(steps, key=_place)), *owed_by_others(session, children, today))


def home_begins(session: Session, today: date, count: int) -> HomeBegins:
    """The first cards of `home`, so many or more, without working out what comes beneath them: that is seen later."""
    children = all_children(session)
    ids = tuple(child.id for child in children)
    together(session, ids[:count])
    steps: list[NextStep] = []
    first: list[NextStep] = []
    for child in children:
        if len(first) >= count and any(step.may_meet for step in steps):
            return HomeBegins(ids, tuple(first), True)
        if len(steps) == count:  # not all of these came first: now the others are asked about as well
            together(session, ids)
        steps.append(next_step(session, child, today))
        if _place(steps[-1]) == (False, False):
            first.append(steps[-1])
    return HomeBegins(ids, tuple(sorted(steps, key=_place)), any(step.may_meet for step in steps))


def _place(step: NextStep) -> tuple[bool, bool]:
    return step.hidden_until is not None, step.step == Step.NOTHING


def what_to_ask(session: Session, child_id: int, today: date) -> str:
    """What Home says is to be asked about the next PEP, with its reason; empty where it says something else."""
    step = next_step(session, find(session, Child, child_id), today)
    return f"{step.words}. {step.why}" if step.step == Step.ASK_FOR_DATE else ""


def next_step(session: Session, child: Child, today: date) -> NextStep:
    """What is due for a child: the first of the rules that holds is the step, the others stand beneath."""
    facts = situation(session, child, today)
    first, *also = all_found(facts) or (nothing(facts),)
    hidden = child.hidden_until if child.hidden_until and child.hidden_until > today else None
    day = facts.next_day
    if first.step in NEVER_WAITS or (day is not None and day <= today + TOMORROW):
        hidden = None
    return NextStep(
        child_id=child.id,
        child=child.name,
        step=first.step,
        words=first.words,
        why=first.why,
        tag=first.tag,
        tag_kind=first.tag_kind,
        meeting_id=first.meeting_id,
        meeting_on=facts.meeting_on,
        school_id=facts.due.school_id,
        hidden_until=hidden,
        meeting_words=facts.meeting_words,
        also=tuple(also),
        may_meet=facts.needs_pep or (facts.coming is not None and child.is_in_care(today)),
        half_checked=half_checked(session, facts.due.school_id) if facts.due.school_id else None,
        said=in_one_line(session, child.id),
        matter=first.matter,
        may_wait=first.step in MAY_WAIT,
        key=first.key,
        days_id=first.days_id,
        dates_can_wait=first.step == Step.NOTHING and day is None and bool(dates_can_wait(facts)),
    )


def situation(session: Session, child: Child, today: date) -> Situation:
    """What the rules look at, read once."""
    meetings = meetings_of(session, child.id)
    held = sorted((m for m in meetings if m.held_on is not None), key=lambda m: m.held_on or today)
    still_open = [
        m for m in meetings if m.held_on is None and m.called_off_on is None and not m.is_after_care
    ]
    without = [m for m in still_open if m.on_day is None]
    known = next_pep_of(session, child.id, today)
    coming = next((m for m in still_open if known.leads == Leads.MEETING and m.id == known.meeting_id), None)
    agreed = known.day if known.leads == Leads.AGREED else None
    return Situation(
        session=session,
        child=child,
        today=today,
        due=known.due,
        other=other_dates(session, child.id, today),
        coming=coming or next(reversed(without), None),
        gone_by=tuple(days_gone_by(session, child.id, today)),
        held=tuple(held),
        agreed=agreed,
        agreed_before=known.unrecorded_on if known.only_agreed else None,
        new_school=new_school(session, child.id, today),
        waits=waiting(session, child.id, today),
    )


def plan_meeting(session: Session, child_id: int, uid: str, today: date) -> int:
    """The meeting to get ready for, with the day that the last meeting agreed on, if it is ahead. Returns its id."""
    meeting_id = planning.plan_meeting(session, child_id, uid, today)
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
