"""The people of a child as its own part names them: who may be at the meeting, and whom to talk to."""

from datetime import date

from carer_app.choices import Coming, Role
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.sitting import URGENT, AtMeeting, ToTalkTo, capital
from carer_app.texts.numbers import numbers_for
from carer_app.use_cases.naming import to_the_child
from carer_app.words import _


def who_may_come(meeting: Meeting, carer: str) -> tuple[AtMeeting, ...]:
    """Who comes, as the child calls them, each once. Family is left to the social worker, and the child knows about
    itself."""
    told = {
        each.child_calls.strip()
        or (carer if each.role == Role.CARER else to_the_child(each.name, Role(each.role))): Role(each.role)
        for each in meeting.attendees
        if each.coming != Coming.NO and Role(each.role) not in (Role.CHILD, Role.FAMILY)
    }
    if not told:
        teacher = meeting.child.person(Role.DESIGNATED_TEACHER, meeting.day) or meeting.child.person(
            Role.TEACHER
        )
        worker = meeting.child.person(Role.SOCIAL_WORKER)
        told = {
            teacher.name if teacher else _("your teacher"): Role(teacher.role) if teacher else Role.TEACHER,
            worker.name if worker else _("your social worker"): Role.SOCIAL_WORKER,
            carer: Role.CARER,
        }
    return tuple(AtMeeting(who, role) for who, role in told.items())


def in_a_line(told: list[str]) -> str:
    """Them all in one line."""
    if len(told) > 2 and any(each[:1].islower() for each in told):
        return _(" and ").join(told)  # "Mr Fox, your social worker and Sam" would make one of two people
    return _listed(told, _("{names} and {last_one}"))


def to_talk_to(child: Child, on: date) -> tuple[tuple[ToTalkTo, ...], str]:
    """Whom to ring: danger first, then Childline, then the child's own people, then the rest. And whom to go to: people
    without a number, since few children in care have a telephone of their own."""
    known, by_name = [], []
    for role, who in (
        (Role.TEACHER, _("your teacher")),
        (Role.DESIGNATED_TEACHER, _("your teacher")),
        (Role.SOCIAL_WORKER, _("your social worker")),
        (Role.REVIEWING_OFFICER, _("the person who runs your review")),
    ):
        person = next((each for each in child.people_on(on) if each.role == role), None)
        name, phone = (person.name.strip(), person.phone.strip()) if person is not None else ("", "")
        if phone:
            known.append(ToTalkTo(f"{name}, {who}" if name else capital(who), phone))
        elif name or role in (Role.SOCIAL_WORKER, Role.REVIEWING_OFFICER):
            by_name.append(name or who)
    numbers = {
        each.key: ToTalkTo(each.name, each.number, each.key, each.hours, each.about, each.promise)
        for each in numbers_for("child")
    }
    urgent = [numbers.pop(key) for key in URGENT if key in numbers]
    told = [_("a teacher you trust"), *by_name, _("your advocate")]
    return (*urgent, *known, *numbers.values()), _listed(told, _("{names} or {last_one}"))


def _listed(names: list[str], joined: str) -> str:
    if len(names) == 1:
        return names[0]
    return joined.format(names=", ".join(names[:-1]), last_one=names[-1])
