"""Days without full-time school since the last meeting, as facts that the carer may choose to say at the next one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import WithoutSchool
from carer_app.domain.between_meetings import DaysWithoutSchool
from carer_app.domain.days_out import OutOfSchool, count
from carer_app.domain.meeting import Meeting
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.school_calendar import ONE_DAY
from carer_app.use_cases.days_without_school import as_counted, rows_of, say_counted, what_and_when
from carer_app.use_cases.last_time import held_before
from carer_app.use_cases.lookup import find
from carer_app.use_cases.pep_dates import known_terms
from carer_app.use_cases.writing_notes import LOOKS_BACK
from carer_app.words import _

ASKED_IN = "days.not_full"
"""The question of getting ready that asks for just this."""


@dataclass(frozen=True, slots=True)
class FactToSay:
    """Of one kind, all of it in a sentence: when, and how many school days. Why it was is not in it."""

    kind: WithoutSchool
    words: str


def days_since_meeting(session: Session, meeting_id: int, today: date) -> tuple[FactToSay, ...]:
    """A fact for each kind, on the school's calendar; none of a kind that was said already, however many days ago."""
    meeting = find(session, Meeting, meeting_id)
    held = held_before(session, meeting)
    since = held[-1].held_on if held and held[-1].held_on else (meeting.on_day or today) - LOOKS_BACK
    until = min(meeting.on_day or today, today)
    child, terms = meeting.child, known_terms(meeting.child, today)
    rows = [
        row
        for row in reversed(rows_of(session, child.id))
        if (row.last_on is None or row.last_on > since) and row.first_on <= until
    ]
    written = _written(meeting)
    facts = (
        _fact(kind, [row for row in rows if row.kind == kind], since, terms, today) for kind in WithoutSchool
    )
    return tuple(fact for fact in facts if fact is not None and not _is_said(fact, written))


def _is_said(fact: FactToSay, written: str) -> bool:
    known = (_("{what}, "), _("{what}: "), _("{what} since "), _("{what} from "), _("{what} on "))
    return any(words.format(what=fact.kind.words) in written for words in known)


def _fact(
    kind: WithoutSchool, rows: Sequence[DaysWithoutSchool], since: date, terms: KnownTerms, today: date
) -> FactToSay | None:
    if not rows:
        return None
    counted = count([_from(as_counted(row), since) for row in rows], terms, today)
    days = say_counted(counted)
    if len(rows) > 1:
        words = _("{what}: {count} times, {days} since the last meeting.")
    elif rows[0].first_on <= since:
        words = _("{when}. Since the last meeting: {days}.")
    else:
        words = _("{when}: {days}.")
    when = what_and_when(rows[0], today)
    return FactToSay(kind, words.format(what=kind.words, when=when, count=len(rows), days=days))


def _from(out: OutOfSchool, since: date) -> OutOfSchool:
    """What was before the last meeting was told there."""
    return OutOfSchool(out.kind, max(out.first, since + ONE_DAY), out.last, out.part_of_day)


def _written(meeting: Meeting) -> str:
    return "\n".join(
        [
            *(answer.text for answer in meeting.answers),
            *(concern.what_we_see for concern in meeting.concerns),
        ]
    )
