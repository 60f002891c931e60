"""The rules that choose the next step for a child, and what each says: the first that holds is the step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Owner, Part, Role
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases.filing import copy_of
from carer_app.use_cases.pep_dates import PepDueView
from carer_app.use_cases.preparing import GettingReady, getting_ready
from carer_app.use_cases.recording_the_meeting import after_the_meeting
from carer_app.words import _, plural

NEARLY_TIME = timedelta(days=7)
BEGIN_BEFORE = timedelta(days=28)
SOON = timedelta(days=28)
STILL_FRESH = timedelta(days=28)
"""So long after a meeting it is worth asking what was agreed there."""

TagKind = Literal["over", "warn", "ok", "info", "later"]


class Step(StrEnum):
    """What the next step leads to."""

    ASK_FOR_DATE = "ask_for_date"
    NEARLY_TIME = "nearly_time"
    PRINT = "print"
    WRITE_DOWN = "write_down"
    ASK_FOR_COPY = "ask_for_copy"
    MY_ACTION = "my_action"
    GET_READY = "get_ready"
    BEGIN = "begin"
    TERM_DATES = "term_dates"
    FACTS = "facts"
    COUNCIL = "council"
    NOTHING = "nothing"


STEP_RULES = {
    Step.ASK_FOR_DATE: _(
        "The PEP is due within four weeks, or its day has gone by, and no meeting has a date"
    ),
    Step.NEARLY_TIME: _("The meeting is within a week, and there is something left to get ready"),
    Step.PRINT: _("The meeting is within a week, and everything is ready to print"),
    Step.WRITE_DOWN: _("The meeting has been, and what was agreed is not written down"),
    Step.ASK_FOR_COPY: _("The copy of the PEP has not come after two weeks"),
    Step.MY_ACTION: _("Something you said you would do is due within a week, or its day has gone by"),
    Step.GET_READY: _("The meeting is within four weeks, and there is something left to get ready"),
    Step.BEGIN: _("The day agreed for the next PEP is within four weeks"),
    Step.TERM_DATES: _("We need the school’s dates to work out when the PEP is due"),
    Step.FACTS: _("We need one more date to work out when the PEP is due"),
    Step.COUNCIL: _("Nobody has said yet which council is responsible"),
}
"""How the next step is chosen, first match first. Help shows the same list."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule says. `tag_kind` is red ("over") only where it is the carer's own to do."""

    step: Step
    words: str
    why: str
    tag: str
    tag_kind: TagKind
    meeting_id: int | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rules look at.

    `coming` is the meeting that was not held yet, `held` those that were, oldest first; `agreed` is the day
    agreed for the next PEP, while it is ahead and no meeting has a day.
    """

    session: Session
    child: Child
    today: date
    due: PepDueView
    coming: Meeting | None
    held: tuple[Meeting, ...]
    agreed: date | None

    @property
    def name(self) -> str:
        return self.child.name

    @property
    def meeting_on(self) -> date | None:
        """The day of the meeting to come; None where there is none or its day has gone by."""
        day = self.coming.on_day if self.coming else None
        return day if day is not None and day >= self.today else None

    def ready_within(self, time: timedelta) -> GettingReady | None:
        """The preparation of the meeting to come, if it is that near."""
        if self.coming is None or self.meeting_on is None or self.meeting_on > self.today + time:
            return None
        return getting_ready(self.session, self.coming.id)


def _ask_for_date(facts: Situation) -> Found | None:
    by, today = facts.due.due_on, facts.today
    if by is None or by > today + SOON or facts.agreed or (facts.coming and facts.coming.on_day):
        return None
    worker = facts.child.person(Role.SOCIAL_WORKER)
    words = _("Ask {who} when {child}’s PEP meeting will be").format(
        who=worker.name if worker else _("the social worker"), child=facts.name
    )
    why = _("No date yet. It was due by {day}. {who} sets it.")
    if by >= today:
        why = _("No date yet. It is due by {day}. {who} sets it.")
    why = why.format(day=say_short(by, with_year=by.year != today.year), who=facts.due.who_sets)
    return Found(
        Step.ASK_FOR_DATE,
        words,
        f"{why} {facts.due.reason}",
        _("No date yet"),
        "warn" if by < today else "info",
        facts.coming.id if facts.coming else None,
    )


def _nearly_time(facts: Situation) -> Found | None:
    return _prepare(facts, Step.NEARLY_TIME, NEARLY_TIME, "warn")


def _get_ready(facts: Situation) -> Found | None:
    return _prepare(facts, Step.GET_READY, BEGIN_BEFORE, "info")


def _prepare(facts: Situation, step: Step, time: timedelta, kind: TagKind) -> Found | None:
    ready = facts.ready_within(time)
    if ready is None or ready.next_part is None:
        return None
    # Knowing the day and who comes is no beginning: that is typed when the meeting is made.
    begun = any(
        row.is_finished or (row.is_begun and row.part not in (Part.WHEN_WHERE, Part.WHO_COMES))
        for row in ready.parts
    )
    words = _("Carry on getting ready with {child}") if begun else _("Help {child} get ready")
    why = _("Next: {part}").format(part=ready.next_part.words)
    return Found(
        step,
        words.format(child=facts.name),
        ". ".join(filter(None, (why, _is_it_in_time(facts)))),
        _in_days(facts.meeting_on, facts.today),
        kind,
        ready.meeting_id,
    )


def _is_it_in_time(facts: Situation) -> str:
    """What to know about the day of the meeting: after the day the PEP is due, or nobody can tell yet."""
    if facts.meeting_on is None:
        return ""
    if facts.due.state == "unknown":
        return _("We cannot tell yet if the meeting is in time. {what_is_needed}").format(
            what_is_needed=facts.due.asks_for
        )
    if facts.due.due_on is not None and facts.due.due_on < facts.meeting_on:
        words = _("The PEP is due by {day}, before the meeting. Ask the social worker if that is all right.")
        if facts.due.due_on < facts.today:
            words = _(
                "The PEP was due by {day}, before the meeting. Ask the social worker if that is all right."
            )
        return words.format(day=say_day(facts.due.due_on))
    return ""


def _begin(facts: Situation) -> Found | None:
    if facts.agreed is None or facts.agreed > facts.today + BEGIN_BEFORE:
        return None
    return Found(
        Step.BEGIN,
        _("Help {child} get ready").format(child=facts.name),
        _("The last meeting agreed on {day} for the next PEP.").format(day=say_day(facts.agreed)),
        _in_days(facts.agreed, facts.today),
        "info",
        facts.coming.id if facts.coming else None,
    )


def _print(facts: Situation) -> Found | None:
    ready = facts.ready_within(NEARLY_TIME)
    if ready is None or ready.next_part is not None:
        return None
    return Found(
        Step.PRINT,
        _("Print the sheet for {child}’s meeting").format(child=facts.name),
        _("What matters most is ready. You can still add more."),
        _in_days(facts.meeting_on, facts.today),
        "info",
        ready.meeting_id,
    )


def _write_down(facts: Situation) -> Found | None:
    meeting = facts.coming
    if meeting is None or meeting.on_day is None or meeting.on_day >= facts.today:
        meeting = facts.held[-1] if facts.held else None
    day = (meeting.held_on or meeting.on_day) if meeting else None
    if meeting is None or day is None or (meeting.held_on and day + STILL_FRESH < facts.today):
        return None
    if meeting.held_on:
        state = after_the_meeting(facts.session, meeting.id)
        if state.actions or state.next_pep_on or state.has_school_said:
            return None
    why = _(
        "The meeting was on {day}. Three things are enough: who does what by when, the next date, and anything new."
    )
    return Found(
        Step.WRITE_DOWN,
        _("Write down what was agreed for {child}").format(child=facts.name),
        why.format(day=say_short(day)),
        _("After the meeting"),
        "info",
        meeting.id,
    )


def _ask_for_copy(facts: Situation) -> Found | None:
    rows = [row for m in facts.held if (row := copy_of(facts.session, m.id, facts.today)) and row.is_late]
    if not rows:
        return None
    newest = rows[-1]
    return Found(
        Step.ASK_FOR_COPY,
        _("Ask for {child}’s PEP copy").format(child=facts.name),
        _("It was due by {day}. School or the social worker sends it.").format(
            day=say_short(newest.expected_by)
        ),
        _("Not here yet"),
        "warn",
        newest.meeting_id,
    )


def _my_action(facts: Situation) -> Found | None:
    mine = facts.session.scalars(
        select(AgreedAction)
        .where(
            AgreedAction.child_id == facts.child.id,
            AgreedAction.owner == Owner.ME,
            AgreedAction.done_on.is_(None),
            AgreedAction.due_on <= facts.today + NEARLY_TIME,
        )
        .order_by(AgreedAction.due_on)
    ).first()
    if mine is None or mine.due_on is None:
        return None
    late = mine.days_late(facts.today) > 0
    tag = _("Late, was due {day}") if late else _("Due by {day}")
    return Found(
        Step.MY_ACTION,
        mine.what,
        _("You said you would do this for {child}.").format(child=facts.name),
        tag.format(day=say_short(mine.due_on)),
        "over" if late else "warn",
        mine.meeting_id,
    )


def _term_dates(facts: Situation) -> Found | None:
    if not facts.due.needs_term_dates or not _asks_for_a_fact(facts):
        return None
    if facts.child.schooling is None:
        words = _("Say which school {child} goes to").format(child=facts.name)
        why = _("We count in school days, so we need the school first, and then its term dates.")
        return Found(Step.FACTS, words, why, _("No date yet"), "later")
    why = facts.due.asks_for
    if facts.due.roughly:
        words = (
            _("The PEP was due {when}. {asks_for}")
            if facts.due.roughly_is_over
            else _("The PEP is due {when}. {asks_for}")
        )
        why = words.format(when=facts.due.roughly, asks_for=why)
    return Found(Step.TERM_DATES, _("Add the school’s dates"), why, _("No date yet"), "later")


def _facts(facts: Situation) -> Found | None:
    if not _asks_for_a_fact(facts):
        return None
    words = _("Tell us one date for {child}").format(child=facts.name)
    return Found(Step.FACTS, words, facts.due.asks_for, _("No date yet"), "later")


def _council(facts: Situation) -> Found | None:
    if facts.due.council or facts.due.state in ("not_yet", "no_more"):
        return None
    return Found(
        Step.COUNCIL,
        _("Say which council is responsible for {child}").format(child=facts.name),
        _(
            "Each council has its own dates for PEPs. Until then we use what most councils in England ask for."
        ),
        _("A question"),
        "later",
    )


def _asks_for_a_fact(facts: Situation) -> bool:
    """Once a meeting has its day, the day by which it is due changes nothing: then nobody is asked."""
    return facts.due.state == "unknown" and facts.meeting_on is None and facts.agreed is None


def nothing(facts: Situation) -> Found:
    """What is said where no rule holds."""
    why = facts.due.reason
    if facts.meeting_on is not None:
        why = _("Next: {child}’s PEP meeting is on {day}.").format(
            child=facts.name, day=say_day(facts.meeting_on)
        )
    elif facts.agreed is not None:
        why = _("Next: {child}’s PEP meeting was agreed for {day}.").format(
            child=facts.name, day=say_day(facts.agreed)
        )
    elif facts.due.due_on is not None:
        next_one = (
            _("{child}’s PEP was due by {day}.")
            if facts.due.due_on < facts.today
            else _("Next: {child}’s PEP is due by {day}.")
        )
        next_one = next_one.format(child=facts.name, day=say_short(facts.due.due_on, with_year=True))
        why = f"{next_one} {facts.due.reason}"
    return Found(Step.NOTHING, _("Nothing needs doing today."), why, _("All done"), "ok")


def _in_days(day: date | None, today: date) -> str:
    assert day is not None
    days = (day - today).days
    if days == 0:
        return _("Meeting today")
    if days == 1:
        return _("Meeting tomorrow")
    return plural("Meeting in {count} day", "Meeting in {count} days", days)


RULES: tuple[Callable[[Situation], Found | None], ...] = (
    _ask_for_date,
    _nearly_time,
    _print,
    _write_down,
    _ask_for_copy,
    _my_action,
    _get_ready,
    _begin,
    _term_dates,
    _facts,
    _council,
)
