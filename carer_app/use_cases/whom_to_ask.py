"""Whom to ask for the day of a PEP: whoever arranges it, and after weeks without one somebody else, one at a time."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from carer_app.choices import Role
from carer_app.domain.child import Child
from carer_app.rules import shipped
from carer_app.use_cases.asked_before import who_arranges
from carer_app.use_cases.naming import in_a_sentence
from carer_app.words import _

TURN = timedelta(weeks=8)
"""So long one person is asked, and so long one sentence stands at most."""

IN_TURN = (Role.SOCIAL_WORKER, Role.SUPERVISING_SOCIAL_WORKER, Role.REVIEWING_OFFICER, Role.VIRTUAL_SCHOOL)
"""Who can help to find a day. Whoever arranges it comes first, and again when all were asked."""


@dataclass(frozen=True, slots=True)
class WhomToAsk:
    """`who` stands inside a sentence. `is_next`: somebody was asked before; `again`: they themselves, too."""

    role: Role
    who: str
    is_next: bool
    again: bool

    @property
    def how(self) -> str:
        """What somebody who does not arrange it can do, in a sentence."""
        return {
            Role.REVIEWING_OFFICER: _(
                "The PEP is part of the care plan, and the reviewing officer looks at that."
            ),
            Role.SUPERVISING_SOCIAL_WORKER: _("Your supervising social worker can ask for you."),
            Role.VIRTUAL_SCHOOL: _("The virtual school can help to find a day."),
        }.get(self.role, _("The social worker can help to find a day."))


def whom_to_ask(session: Session, child: Child, by: date | None, today: date) -> WhomToAsk:
    """Whom to ask for a day now, where a PEP is or was due `by` a day and the meeting has none.

    For a carer who has just come to it, nobody was asked before.
    """
    first = who_arranges(session, child)
    not_directly = {each.role for each in shipped.ladders_of(child.council).people if each.through}
    in_turn = (first, *(role for role in IN_TURN if role != first and role not in not_directly))
    since = max(by, child.added_on or by) if by is not None else today
    turn = max(0, (today - since) // TURN)
    role = in_turn[turn % len(in_turn)]
    return WhomToAsk(role, _who(child, role), turn > 0, turn >= len(in_turn))


def who_sets(session: Session, child: Child) -> str:
    """Who sets the day, to begin a sentence with: "Ms Ali or school"."""
    role = who_arranges(session, child)
    who = _who(child, role)
    who = who[:1].upper() + who[1:]
    return _("{worker} or school").format(worker=who) if role == Role.SOCIAL_WORKER else who


def _who(child: Child, role: Role) -> str:
    person = child.person(role)
    if person is None and role == Role.SUPERVISING_SOCIAL_WORKER:
        return _("your supervising social worker")
    return in_a_sentence(person.name if person else "", role)
