"""The whole order for one thing on a page, with blanks for names, days and answers."""

from sqlalchemy.orm import Session

from carer_app.choices import RequestAbout
from carer_app.domain.child import Child
from carer_app.domain.ladders import Rung
from carer_app.paper.sheets.in_turn_sheet import InTurnSheet, PersonInTurn
from carer_app.typed_dates import say_short
from carer_app.use_cases.asked_before import Matter, ladder_for, somebody
from carer_app.use_cases.lookup import find
from carer_app.use_cases.why_this_one import passed_on, whose_order
from carer_app.words import _, plural


def in_turn_sheet(session: Session, matter: Matter) -> InTurnSheet:
    """What it is about is said without any name: the page may lie on a table."""
    child = find(session, Child, matter.child_id)
    ladders, ladder = ladder_for(session, matter)
    rungs = ladder.rungs if ladder is not None else ()
    checked = _("Looked at on {day}. Source: {source}.")
    return InTurnSheet(
        what=_what(matter.about),
        people=tuple(_person(session, matter, place, rung) for place, rung in enumerate(rungs)),
        order=(
            whose_order(child, ladders),
            checked.format(day=say_short(ladders.checked_on, with_year=True), source=ladders.source),
        ),
    )


def _person(session: Session, matter: Matter, place: int, rung: Rung) -> PersonInTurn:
    ladders, ladder = ladder_for(session, matter)
    person, whom = ladders.person(rung.person), somebody(session, matter, rung)
    who = whom.name or whom.who
    who, why = f"{who[:1].upper()}{who[1:]}", person.why
    when = _("On the day after it is late.")
    if place:
        when = plural("After {count} school day.", "After {count} school days.", rung.after)
    if ladder is not None and place and _is_same(session, matter, ladder.rungs[place - 1], rung):
        who, why = _("{who} once more").format(who=who), ""
    also = (passed_on(session, matter, ladders, person), rung.extra)
    return PersonInTurn(f"{who}.", when, " ".join(part for part in (why, *also) if part))


def _is_same(session: Session, matter: Matter, before: Rung, rung: Rung) -> bool:
    """Also where one person has two places: whoever said yes can be the designated teacher."""
    if before.person == rung.person:
        return True
    names = [somebody(session, matter, each).name.strip().casefold() for each in (before, rung)]
    return bool(names[0]) and names[0] == names[1]


def _what(about: RequestAbout) -> str:
    return {
        RequestAbout.MEETING_DATE: _("For a day for the PEP meeting"),
        RequestAbout.ACTION: _("For something that was agreed at the PEP meeting"),
        RequestAbout.COPY: _("For the copy of the PEP"),
        RequestAbout.REVIEW_MINUTES: _("For the minutes of the review"),
    }.get(about, _("For what has not come"))
