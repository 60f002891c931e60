"""What comes along from the meeting before: what was said, what was agreed, and what of it is open."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import HowFar, Owner, PlainQuestion
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.meeting import Meeting
from carer_app.paper.content import Mark
from carer_app.typed_dates import say_short
from carer_app.use_cases.following_up import ActionRow
from carer_app.use_cases.lookup import carer_name, find
from carer_app.use_cases.on_the_sheet import quotes_of
from carer_app.use_cases.the_same_evening import NotAgreed, refused_at
from carer_app.words import _

SAID_AT_SCHOOL: dict[PlainQuestion, str] = {
    PlainQuestion.VIEWS_HEARD: _("How the child was heard"),
    PlainQuestion.LEARNING_SAID: _("Learning"),
    PlainQuestion.ATTENDANCE_SAID: _("Attendance"),
    PlainQuestion.BEHAVIOUR_SAID: _("Behaviour"),
    PlainQuestion.PEOPLE_SAID: _("People"),
    PlainQuestion.HELP_SAID: _("Help"),
    PlainQuestion.EXTRA_SAID: _("Extra help"),
    PlainQuestion.NEXT_SAID: _("Next steps"),
    PlainQuestion.AT_HOME_SAID: _("How home can help"),
    PlainQuestion.KIND_SAID: _("A kind thing"),
    PlainQuestion.OTHER_SAID: _("Anything else"),
}
"""What school said last time: every question of that page, with a short heading."""


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """One thing that was agreed: what, who, how it stands in words, and what home does for it."""

    id: int
    what: str
    who: str
    state: str
    is_open: bool
    at_home: str = ""


@dataclass(frozen=True, slots=True)
class LastTime:
    """The meeting before. `child_said` are quotes with whose words they are; `school_said` are heading and words;
    `not_agreed` is what was asked for and got a no, with why; `answered` are the carer's questions and the answers."""

    held_on: date
    child_said: tuple[str, ...]
    school_said: tuple[tuple[str, str], ...]
    agreed: tuple[AgreedLine, ...]
    not_agreed: tuple[str, ...] = ()
    answered: tuple[tuple[str, str], ...] = ()

    @property
    def open(self) -> tuple[AgreedLine, ...]:
        """What was agreed and is not done."""
        return tuple(line for line in self.agreed if line.is_open)


def held_before(session: Session, meeting: Meeting) -> list[Meeting]:
    """The child's meetings that were held before this one, the oldest first; before one to come: all that were held."""
    query = select(Meeting).where(
        Meeting.child_id == meeting.child_id, Meeting.held_on.is_not(None), Meeting.id != meeting.id
    )
    return [
        other
        for other in session.scalars(query.order_by(Meeting.held_on))
        if other.held_on is not None and (meeting.held_on is None or other.held_on < meeting.held_on)
    ]


def agreed_before(session: Session, meeting: Meeting) -> list[AgreedAction]:
    """What the meeting before this one agreed, and what is still open from those before it."""
    held = held_before(session, meeting)
    return [action for other in held for action in other.actions if other is held[-1] or action.is_open]


def last_time(session: Session, meeting_id: int, today: date) -> LastTime | None:
    """What comes along from the child's last meeting that was held before this one; None where there was none."""
    meeting = find(session, Meeting, meeting_id)
    held = held_before(session, meeting)
    if not held or held[-1].held_on is None:
        return None
    before, before_on, child = held[-1], held[-1].held_on, meeting.child.name
    return LastTime(
        held_on=before_on,
        child_said=tuple(quote.in_a_line for quote in quotes_of(before, carer_name(session))),
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
                state_in_words(action, today, before_on),
                action.is_open,
                action.at_home.strip(),
            )
            for action in agreed_before(session, meeting)
        ),
        not_agreed=tuple(_with_why(no) for no in refused_at(before)),
        answered=tuple(
            (each.text.strip(), each.answer.strip()) for each in before.questions if each.answer.strip()
        ),
    )


def _with_why(no: NotAgreed) -> str:
    what, because = no.what.rstrip("."), no.because.strip()
    return _("{what}: {because}").format(what=what, because=because) if because else what


def mark_of(action: AgreedAction | ActionRow, days_late: int) -> Mark:
    """How far an action has come, as a mark on paper. A child has nothing "to do": it is still to come."""
    if action.done_on is not None:
        return Mark.DONE
    if action.how_far == HowFar.WILL_NOT:
        return Mark.ENDED
    if action.owner == Owner.CHILD:
        return Mark.TO_COME
    if days_late:
        return Mark.LATE
    return Mark.PARTLY if action.how_far == HowFar.PARTLY else Mark.OPEN


def why_it_ended(action: AgreedAction | ActionRow) -> str:
    """That it will not happen, and why, as far as somebody said."""
    words = Mark.ENDED.words
    return f"{words}: {action.ended_why}" if action.ended_why.strip() else words


def state_in_words(action: AgreedAction, today: date, last_pep: date) -> str:
    """How an action stands, to be put behind it: "done on 2 March", "was due 4 March"."""
    if action.done_on is not None:
        return _("done on {day}").format(day=say_short(action.done_on))
    if action.how_far == HowFar.WILL_NOT:
        return why_it_ended(action)
    if action.to_next_pep_on is not None and action.waits_for_pep(last_pep):
        return _("moved here at the review on {day}").format(day=say_short(action.to_next_pep_on))
    late = action.days_late(today)
    said = mark_of(action, late).words
    if action.due_on is not None:
        said = (_("was due {day}") if late else _("due {day}")).format(day=say_short(action.due_on))
    return f"{Mark.PARTLY.words}, {said}" if action.how_far == HowFar.PARTLY and action.due_on else said
