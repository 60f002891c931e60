"""What came of one meeting on paper, for the carer alone. Nothing empty goes along."""

from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import Came, Owner
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.meeting import Meeting
from carer_app.paper.content import Item
from carer_app.paper.sheets.my_afterwards import AgreedForMe, MyAfterwards
from carer_app.use_cases.following_up import last_peps
from carer_app.use_cases.last_time import SAID_AT_SCHOOL, state_in_words
from carer_app.use_cases.lookup import find
from carer_app.use_cases.the_same_evening import refused_at
from carer_app.use_cases.who_was_there import who_was_there
from carer_app.words import _


def my_afterwards(session: Session, meeting_id: int, today: date) -> MyAfterwards:
    """What was agreed with home's part in it, the noes, the answers to the carer's questions, and what was said."""
    meeting = find(session, Meeting, meeting_id)
    last_pep = last_peps(session).get(meeting.child_id) or today
    return MyAfterwards(
        child=meeting.child.name,
        held_on=meeting.held_on,
        as_of=today,
        next_pep_on=meeting.next_pep_on,
        agreed=tuple(_agreed(action, meeting.child.name, today, last_pep) for action in meeting.actions),
        not_agreed=tuple(Item(no.because or _("Nobody said why."), no.what) for no in refused_at(meeting)),
        answered=tuple(Item(each.answer, each.text) for each in meeting.questions if each.answer.strip()),
        said=(
            Item(", ".join(_missing(session, meeting_id)), _("Not there")),
            *(Item(meeting.answer(question), label) for question, label in SAID_AT_SCHOOL.items()),
        ),
    )


def _missing(session: Session, meeting_id: int) -> list[str]:
    return [each.who for each in who_was_there(session, meeting_id) if each.came == Came.NO]


def _agreed(action: AgreedAction, child: str, today: date, last_pep: date) -> AgreedForMe:
    state = state_in_words(action, today, last_pep)
    owner = Owner(action.owner)
    return AgreedForMe(
        what=action.what,
        who=_("Me") if owner == Owner.ME else action.owner_name or owner.words(child),
        state=f"{state[:1].upper()}{state[1:]}",
        at_home=action.at_home,
        how_we_know=action.how_we_know,
    )
