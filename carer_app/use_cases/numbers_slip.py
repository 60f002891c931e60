"""The slip with numbers that every child gets. Making it leaves nothing behind in the records."""

from sqlalchemy.orm import Session

from carer_app.choices import Role
from carer_app.domain.child import Child
from carer_app.paper.sheets.numbers_slip import NumbersSlip, ToRing
from carer_app.texts import facts
from carer_app.texts.numbers import numbers_for
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.lookup import find
from carer_app.words import _


@answered_once
def numbers_slip(session: Session, child_id: int) -> NumbersSlip:
    """People the child knows first (a teacher before anyone: few children in care have a telephone of their own)."""
    child = find(session, Child, child_id)
    worker, reviewer = child.person(Role.SOCIAL_WORKER), child.person(Role.REVIEWING_OFFICER)
    numbers = numbers_for("child")
    return NumbersSlip(
        people=(
            ToRing(_("A teacher I trust")),
            _known(_("My social worker"), worker.name if worker else ""),
            _known(_("The person who runs my review"), reviewer.name if reviewer else ""),
            ToRing(_("My advocate")),
            ToRing(_("Someone else I trust")),
        ),
        numbers=tuple(ToRing(each.name, each.number, each.hours, each.about) for each in numbers),
        checked_on=facts.checked_on(key for each in numbers for key in each.facts),
    )


def _known(who: str, name: str) -> ToRing:
    return ToRing(f"{who}: {name}" if name else who)
