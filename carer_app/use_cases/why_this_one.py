"""Why it is this one’s turn: whom the carer asked before, through whom they are asked, and whose order it is."""

from sqlalchemy.orm import Session

from carer_app.domain.asked_again import Request
from carer_app.domain.child import Child
from carer_app.domain.ladders import LadderPerson, Ladders, MayRing, Rung
from carer_app.typed_dates import say_short
from carer_app.use_cases.asked_before import Matter, ladder_for, somebody
from carer_app.words import _


def why_now(session: Session, matter: Matter, who: str, requests: list[Request]) -> str:
    """Whom the carer asked before, and that it is the turn of this one, or of the same one again. Else empty."""
    really = [each for each in requests if not each.left_out_because]
    last = max(really, key=lambda each: (each.asked_on, each.id), default=None)
    if last is None:
        return ""
    ladder = ladder_for(session, matter)[1]
    rungs = {rung.key: rung for rung in ladder.rungs} if ladder else {}
    before = last.name or (somebody(session, matter, rungs[last.rung]).who if last.rung in rungs else "")
    day = say_short(last.asked_on)
    if before == who:
        return _("You asked {who} on {day}. Ask once more before you ask anybody else.").format(
            who=who, day=day
        )
    return _("You asked {before} on {day}. Now it is the turn of {who}.").format(
        before=before or _("somebody"), day=day, who=who
    )


def passed_on(session: Session, matter: Matter, ladders: Ladders, person: LadderPerson) -> str:
    """Through whom somebody is asked, where not directly; or that we do not know if carers may. Else empty."""
    if person.through:
        who = somebody(session, matter, Rung(person.through, person.through, "")).who
        return _("Ask them through {who}.").format(who=who)
    if person.may_ring == MayRing.NOT_KNOWN:
        return _("We do not know if carers may ask them directly. The social worker can tell you.")
    return ""


def whose_order(child: Child, ladders: Ladders) -> str:
    """Whether the order is a council’s or our own, in a sentence."""
    if ladders.says:
        return _("{council_says} The rest of the order is our own.").format(council_says=ladders.says)
    looked = child.council.strip().casefold() in (each.casefold() for each in ladders.nothing_found)
    if looked:
        return _("We found no order from {council}. This one is ours, and nobody’s rule.").format(
            council=child.council
        )
    if child.council:
        return _("We did not look for an order from {council}. This one is ours, and nobody’s rule.").format(
            council=child.council
        )
    return _("This order is our own, and nobody’s rule.")
