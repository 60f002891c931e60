"""Home: one next step for each child, chosen by rule, and what others owe."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Owner, Role, WhereIsTheCopy
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.typed_dates import say_short
from carer_app.use_cases.filing import CopyRow, copy_of
from carer_app.use_cases.finding import find
from carer_app.use_cases.following_up import ActionRow, action_groups
from carer_app.use_cases.pep_dates import PepDueView, pep_due
from carer_app.use_cases.preparing import getting_ready
from carer_app.words import _

READY_BEFORE = timedelta(days=7)
BEGIN_BEFORE = timedelta(days=28)
SOON = timedelta(days=28)


class Step(StrEnum):
    """What the next step leads to. The order here is the order of the rules; Help shows the same list."""

    ASK_FOR_DATE = "ask_for_date"
    WRITE_DOWN = "write_down"
    GET_READY = "get_ready"
    ASK_FOR_COPY = "ask_for_copy"
    MY_ACTION = "my_action"
    TERM_DATES = "term_dates"
    FACTS = "facts"
    PLAN = "plan"
    NOTHING = "nothing"


STEP_RULES = {
    Step.ASK_FOR_DATE: _("The PEP is due soon or the day has passed, and no meeting has a date"),
    Step.WRITE_DOWN: _("The meeting has been, and what was agreed is not written down"),
    Step.GET_READY: _("A meeting is coming, and there is something left to get ready"),
    Step.ASK_FOR_COPY: _("The copy of the PEP has not come after two weeks"),
    Step.MY_ACTION: _("Something you said you would do is due"),
    Step.TERM_DATES: _("We need the school’s dates to work out when the PEP is due"),
    Step.FACTS: _("We need one more fact to work out when the PEP is due"),
}
"""How the next step is chosen, first match first."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One child's card on Home. `tag_kind` is over, warn, info, ok or later; red only where it is the carer's own."""

    child_id: int
    child: str
    step: Step
    words: str
    why: str
    tag: str
    tag_kind: str
    meeting_id: int | None
    school_id: int | None
    hidden_until: date | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on Home. `waiting` are the open actions of others, soonest first."""

    steps: tuple[NextStep, ...]
    waiting: tuple[ActionRow, ...]


def home(session: Session, today: date) -> HomeView:
    """One next step for each child; those put off come last."""
    steps = [next_step(session, child, today) for child in session.scalars(select(Child).order_by(Child.id))]
    steps.sort(key=lambda step: (step.hidden_until is not None, step.step == Step.NOTHING))
    waiting = [
        row for group in action_groups(session, today) if group.owner != Owner.ME for row in group.rows
    ]
    waiting.sort(key=lambda row: (row.due_on is None, row.due_on or row.agreed_on))
    return HomeView(tuple(steps), tuple(waiting))


def put_off(session: Session, child_id: int, until: date | None) -> None:
    """Remind me later: the card moves down until that day. None brings it back now."""
    find(session, Child, child_id).hidden_until = until


def next_step(session: Session, child: Child, today: date) -> NextStep:
    """The one next step of a child: the first of Step's rules that holds."""
    meetings = session.scalars(select(Meeting).where(Meeting.child_id == child.id).order_by(Meeting.id)).all()
    coming = next((m for m in reversed(meetings) if m.held_on is None), None)
    due = pep_due(session, child.id, today)
    found = (
        _ask_for_date(child, coming, due, today)
        or _write_down(child, coming, today)
        or _get_ready(session, child, coming, today)
        or _ask_for_copy(session, child, meetings, today)
        or _my_action(session, child, today)
        or _missing(child, due)
        or _nothing(child, due)
    )
    hidden = child.hidden_until if child.hidden_until and child.hidden_until > today else None
    return NextStep(child.id, child.name, *found, child.schooling.school_id if child.schooling else None, hidden)


_Found = tuple[Step, str, str, str, str, int | None]


def _ask_for_date(child: Child, coming: Meeting | None, due: PepDueView, today: date) -> _Found | None:
    if due.due_on is None or (coming is not None and coming.on_day is not None):
        return None
    if due.due_on > today + SOON:
        return None
    worker = child.person(Role.SOCIAL_WORKER)
    who = worker.name if worker else _("The social worker")
    words = _("Ask {who} when {child}’s PEP meeting will be").format(
        who=worker.name if worker else _("the social worker"), child=child.name
    )
    day = say_short(due.due_on, with_year=due.due_on.year != today.year)
    if due.due_on < today:
        why = _("It was due by {day}. {who} or school sets the date.").format(day=day, who=who)
        tag, kind = _("No date yet"), "warn"
    else:
        why = _("It is due by {day}. {who} or school sets the date.").format(day=day, who=who)
        tag, kind = _("No date yet"), "info"
    return Step.ASK_FOR_DATE, words, f"{why} {due.reason}", tag, kind, coming.id if coming else None


def _write_down(child: Child, coming: Meeting | None, today: date) -> _Found | None:
    if coming is None or coming.on_day is None or coming.on_day >= today:
        return None
    return (
        Step.WRITE_DOWN,
        _("Write down what was agreed for {child}").format(child=child.name),
        _("The meeting was on {day}. Three things are enough: who does what by when, the next date, and anything new.").format(
            day=say_short(coming.on_day)
        ),
        _("After the meeting"),
        "info",
        coming.id,
    )


def _get_ready(session: Session, child: Child, coming: Meeting | None, today: date) -> _Found | None:
    if coming is None or coming.on_day is None or not today <= coming.on_day <= today + BEGIN_BEFORE:
        return None
    days = (coming.on_day - today).days
    ready = getting_ready(session, coming.id)
    begun = any(row.is_begun or row.is_finished for row in ready.parts if row.words)
    following = ready.next_part
    words = _("Help {child} get ready") if not begun else _("Carry on getting ready with {child}")
    why = _("Next: {part}").format(part=following.words) if following else _("All parts are finished. Print the sheet.")
    tag = _("Meeting today") if days == 0 else _("Meeting tomorrow") if days == 1 else _("Meeting in {days} days").format(days=days)
    kind = "warn" if timedelta(days=days) <= READY_BEFORE else "info"
    return Step.GET_READY, words.format(child=child.name), why, tag, kind, coming.id


def _ask_for_copy(session: Session, child: Child, meetings: "list[Meeting] | object", today: date) -> _Found | None:
    held = [m for m in meetings if m.held_on is not None]  # type: ignore[attr-defined]
    late: list[CopyRow] = [row for m in held if (row := copy_of(session, m.id, today)) and row.is_late]
    if not late:
        return None
    row = late[-1]
    assert row.place == WhereIsTheCopy.NOT_YET
    return (
        Step.ASK_FOR_COPY,
        _("Ask for {child}’s PEP copy").format(child=child.name),
        _("It was due by {day}, about two weeks after the meeting. School or the social worker sends it.").format(
            day=say_short(row.expected_by)
        ),
        _("Not here yet"),
        "warn",
        row.meeting_id,
    )


def _my_action(session: Session, child: Child, today: date) -> _Found | None:
    mine = session.scalars(
        select(AgreedAction)
        .where(
            AgreedAction.child_id == child.id,
            AgreedAction.owner == Owner.ME,
            AgreedAction.done_on.is_(None),
            AgreedAction.due_on <= today + READY_BEFORE,
        )
        .order_by(AgreedAction.due_on)
    ).first()
    if mine is None or mine.due_on is None:
        return None
    late = mine.days_late(today)
    tag = _("Due by {day}").format(day=say_short(mine.due_on)) if not late else _("Late, was due {day}").format(day=say_short(mine.due_on))
    return Step.MY_ACTION, mine.what, _("You said you would do this for {child}.").format(child=child.name), tag, "over" if late else "warn", mine.meeting_id


def _missing(child: Child, due: PepDueView) -> _Found | None:
    if due.state != "unknown":
        return None
    if due.needs_term_dates:
        return Step.TERM_DATES, _("Add the school’s dates"), due.asks_for, _("No date yet"), "later", None
    words = _("Tell us one date for {child}").format(child=child.name)
    return Step.FACTS, words, due.asks_for, _("No date yet"), "later", None


def _nothing(child: Child, due: PepDueView) -> _Found:
    if due.due_on is not None:
        words = _("Nothing needs doing today.")
        why = _("Next: {child}’s PEP is due by {day}.").format(child=child.name, day=say_short(due.due_on, with_year=True))
        return Step.NOTHING, words, f"{why} {due.reason}", _("All done"), "ok", None
    return Step.NOTHING, _("Nothing needs doing today."), due.reason, _("All done"), "ok", None
