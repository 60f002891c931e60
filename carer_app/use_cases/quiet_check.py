"""A quiet look before printing, at what virtual schools look for in a PEP. It suggests and never blocks.

Source: quality checks that virtual schools publish: the child's own words, a strength, a
wish that somebody can say yes to, last time's actions, a date for the next PEP, and that the child has seen it.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from carer_app.choices import HasSeen, Part, PlainQuestion, Pronoun
from carer_app.domain.meeting import Meeting
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.use_cases import on_the_sheet
from carer_app.use_cases.last_time import agreed_before
from carer_app.use_cases.lookup import find
from carer_app.use_cases.vague_wishes import is_vague
from carer_app.words import _


class LooksFor(StrEnum):
    """One thing that people look for on a sheet."""

    OWN_WORDS = "own_words"
    HOW_IT_IS_SAID = "how_it_is_said"
    STRENGTH = "strength"
    ASK = "ask"
    WHO = "who"
    LAST_TIME = "last_time"
    NEXT_DATE = "next_date"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What could still be done, and in which part; `part` is None where it is done on the same page or afterwards."""

    about: LooksFor
    words: str
    part: Part | None = None


_HOW_IT_IS_SAID = (PlainQuestion.WHO_SAYS_IT, PlainQuestion.VIEWS_HOW)
"""What says that there are words of the child to be said."""


def suggestions(session: Session, meeting_id: int, sheet: MeetingSheet) -> list[Suggestion]:
    """What could still make this sheet stronger, what matters most first. An empty list is the usual end."""
    meeting = find(session, Meeting, meeting_id)
    child = meeting.child.name
    asks = on_the_sheet.concerns_for_adults(meeting) + on_the_sheet.concerns_printed(meeting)
    asks = [concern for concern in asks if concern.we_ask_for.strip()]
    found: list[Suggestion] = []
    if not (sheet.child_says or sheet.child_would_change or sheet.child_asked_on):
        found.append(
            Suggestion(
                LooksFor.OWN_WORDS,
                _(
                    "There is nothing yet in {child}’s own words. If {they} would rather not, say that you asked."
                ).format(child=child, **Pronoun(meeting.child.pronoun).forms),
                Part.CHILD_SAYS,
            )
        )
    if sheet.no_words_line and any(meeting.answer(each).strip() for each in _HOW_IT_IS_SAID):
        found.append(
            Suggestion(
                LooksFor.HOW_IT_IS_SAID,
                _(
                    "It says how {child}’s words are brought to the meeting, and that {child} added none. "
                    "Ask {them} once more, or change the one that is not so."
                ).format(child=child, **Pronoun(meeting.child.pronoun).forms),
                Part.TELL_THE_CHILD,
            )
        )
    if not sheet.going_well:
        found.append(
            Suggestion(
                LooksFor.STRENGTH,
                _("What goes well is still empty. One thing is enough."),
                Part.GOING_WELL,
            )
        )
    if not asks and not sheet.asks:
        found.append(Suggestion(LooksFor.ASK, _("What you ask for is still empty."), Part.HARD_NOW))
    elif any(is_vague(concern.we_ask_for) or not concern.ask_of.strip() for concern in asks):
        found.append(
            Suggestion(
                LooksFor.WHO,
                _("What you ask for is easier to say yes to with who does what, and by when."),
                Part.HARD_NOW,
            )
        )
    if any(action.is_open for action in agreed_before(session, meeting)):
        found.append(
            Suggestion(
                LooksFor.LAST_TIME,
                _(
                    "Some actions from last time are still open. Ask about them at the meeting: they are on the sheet."
                ),
            )
        )
    if meeting.next_pep_on is None:
        found.append(Suggestion(LooksFor.NEXT_DATE, _("Ask for the next PEP date before you all leave.")))
    seen = HasSeen(meeting.answer(PlainQuestion.CHILD_HAS_SEEN) or "")
    if (
        seen in (HasSeen.NOT_SAID, HasSeen.NOT_YET)
        and not meeting.answer(PlainQuestion.NOT_SEEN_BECAUSE).strip()
    ):
        found.append(Suggestion(LooksFor.SEEN, _("Has {child} seen what you wrote?").format(child=child)))
    return found
