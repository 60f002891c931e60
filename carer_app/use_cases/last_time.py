"""What comes along from the meeting before: what was said, what was agreed, and what of it is open."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Owner, PlainQuestion
from carer_app.domain.meeting import Meeting
from carer_app.typed_dates import say_short
from carer_app.use_cases.finding import carer_name, find
from carer_app.use_cases.summarising import mark_of, quotes_of
from carer_app.words import _

SAID_AT_SCHOOL: dict[PlainQuestion, str] = {
    PlainQuestion.LEARNING_SAID: _("Learning"),
    PlainQuestion.PEOPLE_SAID: _("People"),
    PlainQuestion.KIND_SAID: _("A kind thing"),
}
"""What school said last time, with the heading it gets."""


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """One thing that was agreed: what, who, and how it stands in words."""

    id: int
    what: str
    who: str
    state: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class LastTime:
    """The meeting before. `child_said` are quotes with whose words they are; `school_said` are heading and words."""

    held_on: date
    child_said: tuple[str, ...]
    school_said: tuple[tuple[str, str], ...]
    agreed: tuple[AgreedLine, ...]

    @property
    def open(self) -> tuple[AgreedLine, ...]:
        """What was agreed and is not done."""
        return tuple(line for line in self.agreed if line.is_open)


def last_time(session: Session, meeting_id: int, today: date) -> LastTime | None:
    """What comes along from the child's last meeting that was held before this one; None where there was none."""
    meeting = find(session, Meeting, meeting_id)
    query = select(Meeting).where(
        Meeting.child_id == meeting.child_id, Meeting.held_on.is_not(None), Meeting.id != meeting.id
    )
    held = [
        other
        for other in session.scalars(query.order_by(Meeting.held_on))
        if other.held_on is not None and (meeting.held_on is None or other.held_on < meeting.held_on)
    ]
    if not held:
        return None
    before = held[-1]
    assert before.held_on is not None
    child = meeting.child.name
    return LastTime(
        held_on=before.held_on,
        child_said=tuple(
            f"“{quote.words}” {quote.whose_line}".rstrip() for quote in quotes_of(before, carer_name(session))
        ),
        school_said=tuple(
            (heading, before.answer(question).strip())
            for question, heading in SAID_AT_SCHOOL.items()
            if before.answer(question).strip()
        ),
        agreed=tuple(
            AgreedLine(
                action.id,
                action.what,
                action.owner_name
                or (_("Me") if action.owner == Owner.ME else Owner(action.owner).words(child)),
                _state(action.done_on, action.due_on, action.days_late(today)),
                action.done_on is None,
            )
            for other in held
            for action in other.actions
            if action.deleted_on is None and (other is before or action.done_on is None)
        ),
    )


def _state(done_on: date | None, due_on: date | None, days_late: int) -> str:
    if done_on is not None:
        return _("done on {day}").format(day=say_short(done_on))
    if due_on is None:
        return mark_of(None, days_late).words
    due = _("was due {day}") if days_late else _("due {day}")
    return due.format(day=say_short(due_on))
