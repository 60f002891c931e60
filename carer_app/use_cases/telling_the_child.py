"""Telling the child about the meeting: the words for this meeting and age, and what was talked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import Coming, PlainQuestion, Role
from carer_app.domain.meeting import Attendee, Meeting
from carer_app.texts.scripts import About, LineToSay, Script, script_for, scripts
from carer_app.typed_dates import say_day
from carer_app.use_cases.lookup import find
from carer_app.use_cases.naming import to_the_child
from carer_app.words import _

NOT_TOLD = (Role.CHILD, Role.FAMILY)
"""Not named by the script: the child, and family, of whom the social worker is asked first."""


@dataclass(frozen=True, slots=True)
class Telling:
    """`fits` is the place of the script that fits the child's age; `lines` are of the script that was asked for."""

    fits: int
    title: str
    how: str
    lines: tuple[LineToSay, ...]
    talked_about: tuple[About, ...]


def telling(session: Session, meeting_id: int, today: date, which: int | None = None) -> Telling:
    """What to say, filled in for this meeting. `which` counts the scripts from 0; None takes the one that fits."""
    meeting = find(session, Meeting, meeting_id)
    fits = scripts().index(script_for(meeting.age_of_child(today)))
    script = scripts()[fits if which is None else which]
    return Telling(
        fits=fits,
        title=script.title,
        how=script.how,
        lines=tuple(
            LineToSay(line.about, words) for line in script.lines for words in _words(line, script, meeting)
        ),
        talked_about=tuple(About(each) for each in meeting.answer(PlainQuestion.TALKED_ABOUT).split()),
    )


def set_talked_about(session: Session, meeting_id: int, about: Sequence[About]) -> None:
    """What the carer and the child talked about."""
    meeting = find(session, Meeting, meeting_id)
    meeting.write_answer(PlainQuestion.TALKED_ABOUT, " ".join(each for each in About if each in about))


def _words(line: LineToSay, script: Script, meeting: Meeting) -> list[str]:
    if line.about == About.WHEN:
        return [script.on_day.replace("{day}", say_day(meeting.on_day)) if meeting.on_day else script.no_day]
    if line.about == About.WHO:
        return _who_comes(script, meeting.attendees)
    return [line.words]


def _who_comes(script: Script, attendees: Sequence[Attendee]) -> list[str]:
    """A line for each person who may come. Family is left to the social worker."""
    roles = [(Role(each.role), each) for each in attendees if each.coming != Coming.NO]
    lines = [
        _line(script, role, each) for role, each in roles if role in script.people and role not in NOT_TOLD
    ]
    if lines or any(each.role == Role.CARER for each in attendees):
        return lines
    return [script.people[Role.CARER].replace("{is_there}", _is_there(Role.CARER, Coming.NOT_KNOWN))]


def _line(script: Script, role: Role, attendee: Attendee) -> str:
    """Somebody without a name is said by what they do, and only once."""
    name = attendee.child_calls.strip() or attendee.name
    said = to_the_child(name, role)
    named = said == name.strip() or role == Role.CARER
    line = script.people[role if named else Role.OTHER]
    line = line.replace("{name}", said if named else said[:1].upper() + said[1:])
    return line.replace("{is_there}", _is_there(role, Coming(attendee.coming)))


def _is_there(role: Role, coming: Coming) -> str:
    """No more than is known: only who said yes will be there."""
    if coming in (Coming.YES, Coming.PART):
        return _("will be")
    return _("want to be") if role == Role.CARER else _("may be")
