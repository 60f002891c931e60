"""A meeting was put off, once or more: what it was put off from, why, and its new day."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from carer_app.choices import PlainQuestion
from carer_app.domain.meeting import Meeting, MeetingPutOff
from carer_app.errors import NotAllowed
from carer_app.use_cases import planning
from carer_app.use_cases.lookup import find
from carer_app.use_cases.recording_the_meeting import meeting_was_held
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class TimePutOff:
    """One time that a meeting was put off. `was_on` is the day it was put down for, where it had one."""

    id: int
    was_on: date | None
    said_on: date
    why: str


@dataclass(frozen=True, slots=True)
class DayOfMeeting:
    """When a meeting is, and whether it was held: what there is to bring back."""

    meeting_id: int
    on_day: date | None
    at_time: time | None
    held_on: date | None

    @property
    def can_be_put_off(self) -> bool:
        """Whether it has a day at all."""
        return self.on_day is not None or self.held_on is not None


def times_put_off(session: Session, meeting_id: int) -> list[TimePutOff]:
    """Each time it was put off, the first first."""
    meeting = find(session, Meeting, meeting_id)
    return [TimePutOff(each.id, each.was_on, each.said_on, each.why) for each in meeting.put_offs]


def why_could_not_go(session: Session, meeting_id: int) -> str:
    """Why the carer could not go, where that is written down."""
    return find(session, Meeting, meeting_id).answer(PlainQuestion.COULD_NOT_GO)


def write_why_could_not_go(session: Session, meeting_id: int, words: str) -> None:
    """Keep why the carer could not go."""
    find(session, Meeting, meeting_id).write_answer(PlainQuestion.COULD_NOT_GO, words)


def put_off_from(session: Session, meeting_id: int) -> str:
    """The days it was put off from, in a sentence; empty where it never was."""
    return find(session, Meeting, meeting_id).put_off_from


def day_of(session: Session, meeting_id: int) -> DayOfMeeting:
    """When it is now."""
    meeting = find(session, Meeting, meeting_id)
    return DayOfMeeting(meeting.id, meeting.on_day, meeting.at_time, meeting.held_on)


def put_off_meeting(session: Session, meeting_id: int, today: date) -> None:
    """It did not take place on its day. Raises NotAllowed where it has none."""
    if not day_of(session, meeting_id).can_be_put_off:
        raise NotAllowed(_("This meeting has no day to put off. Type its new day, or ask for one."))
    find(session, Meeting, meeting_id).put_off(today)


def take_back(session: Session, before: DayOfMeeting, today: date) -> None:
    """Undo `put_off_meeting`."""
    find(session, Meeting, before.meeting_id).take_back_put_off(before.on_day, before.at_time)
    if before.held_on is not None:
        meeting_was_held(session, before.meeting_id, before.held_on, today)


def write_why(session: Session, put_off_id: int, words: str) -> None:
    """Why it was put off."""
    find(session, MeetingPutOff, put_off_id).why = words


def set_new_day(session: Session, meeting_id: int, day: date | None, today: date) -> None:
    """The day it was put off to. Raises NotAllowed for one that has been."""
    if day is not None and day < today:
        raise NotAllowed(
            _("That day has been. If the meeting was held then, say so on the page after the meeting.")
        )
    planning.set_day(session, meeting_id, day)
