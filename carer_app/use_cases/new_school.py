"""What a move to another school asks for: its dates, its designated teacher, and where the meeting is now."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import Role
from carer_app.domain.child import Child, Schooling
from carer_app.domain.day_counts import add_months
from carer_app.typed_dates import say_day
from carer_app.use_cases.children import set_person
from carer_app.use_cases.council_rules import rules_for
from carer_app.use_cases.lookup import find, meetings_of
from carer_app.use_cases.pep_dates import last_pep_held
from carer_app.use_cases.planning import elsewhere
from carer_app.words import _

TOLD_FOR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class NewSchool:
    """The school a child moves to, or has moved to in the last year, and what is not known of it.

    `teacher` is empty where nobody has named the designated teacher there; it can be asked only where the move was
    written down as one (`asks_teacher`). `place_of` is a meeting that is put down at another school than the child
    will be at, and `place_words` says so. `counting` says what the move does to the next date.
    """

    school_id: int
    school: str
    first_day: date
    has_begun: bool
    needs_dates: bool
    asks_teacher: bool
    teacher: str
    place_of: int | None
    place_words: str
    counting: str

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still to be said, in words that can stand in a list."""
        return tuple(
            words
            for words, is_missing in (
                (_("its dates"), self.needs_dates),
                (_("the designated teacher there"), self.asks_teacher and not self.teacher),
                (_("the place of the meeting"), self.place_of is not None),
            )
            if is_missing
        )


def new_school(session: Session, child_id: int, today: date) -> NewSchool | None:
    """The move that is ahead, or the newest of the last twelve months; None where there is none."""
    child = find(session, Child, child_id)
    to_come = child.school_to_come(today)
    schooling = to_come or child.schooling_on(today)
    if schooling is None or schooling is child.schoolings[0] or schooling.started_on is None:
        return None
    if add_months(schooling.started_on, TOLD_FOR_MONTHS) < today:
        return None
    teachers = [person for person in child.people if person.role == Role.DESIGNATED_TEACHER]
    teacher = child.teacher_on(schooling.started_on)
    place_of, words = _meeting_elsewhere(session, child)
    return NewSchool(
        school_id=schooling.school_id,
        school=schooling.school.name or _("the new school"),
        first_day=schooling.started_on,
        has_begun=to_come is None,
        needs_dates=not schooling.school.periods,
        asks_teacher=len(teachers) > 1,
        teacher=teacher.name if teacher else "",
        place_of=place_of,
        place_words=words,
        counting=_counting(session, child, schooling, today),
    )


def name_teacher_there(session: Session, child_id: int, first_day: date, name: str) -> None:
    """The designated teacher of the school where the child is from that day on."""
    set_person(session, child_id, Role.DESIGNATED_TEACHER, name, first_day)


def _meeting_elsewhere(session: Session, child: Child) -> tuple[int | None, str]:
    meetings = meetings_of(session, child.id)
    coming = [each for each in meetings if each.held_on is None and each.called_off_on is None]
    coming.sort(key=lambda meeting: meeting.on_day or date.min)
    return next(((meeting.id, words) for meeting in coming if (words := elsewhere(meeting))), (None, ""))


def _counting(session: Session, child: Child, schooling: Schooling, today: date) -> str:
    """What the move does to the next date, and why nothing changes where nothing does."""
    first, held = schooling.started_on, last_pep_held(session, child)
    assert first is not None
    if not any(rules.new_school for rules in rules_for(session, child.council)):
        return _("By the rules here a change of school does not change the date of the next PEP.")
    if held is not None and held >= first:
        return _(
            "The last PEP was on {held}, and the first day there was {first}. So a PEP has been held since the move, "
            "and the days are not counted again."
        ).format(held=say_day(held), first=say_day(first))
    if first > today:
        return _("From {first} the days to the next PEP are counted again.").format(first=say_day(first))
    return _("The days to the next PEP are counted from the first day there, {first}.").format(
        first=say_day(first)
    )
