"""By the end of term: which day that is at the child's school, as far as its dates are known."""

from datetime import date

from sqlalchemy.orm import Session

from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.school_terms import season_after, term_of, terms
from carer_app.domain.school_years import school_year
from carer_app.spoken_days import SaidOfTerm
from carer_app.use_cases.lookup import find
from carer_app.use_cases.pep_dates import known_terms


def ends_meant(session: Session, child_id: int, said: SaidOfTerm, today: date) -> tuple[date, ...]:
    """The next such end from today on. None where it is not known: the end of a later term is not guessed."""
    end = _end_from(find(session, Child, child_id), said, today, today)
    return (end,) if end else ()


def ends_meant_after(session: Session, meeting_id: int, said: SaidOfTerm, today: date) -> tuple[date, ...]:
    """The same for the child of a meeting. What was agreed in one term and is written down in the next may mean either
    end: then there are two, and whoever types is asked."""
    meeting = find(session, Meeting, meeting_id)
    child = find(session, Child, meeting.child_id)
    agreed_on = min(meeting.held_on or today, today)
    begins = (agreed_on, today) if said in ("term", "half_term") else (agreed_on,)
    ends = (_end_from(child, said, since, today) for since in begins)
    return tuple(sorted({end for end in ends if end}))


def _end_from(child: Child, said: SaidOfTerm, since: date, today: date) -> date | None:
    calendar = known_terms(child, today).calendar
    now = term_of(calendar, since) if calendar else None
    if calendar is None or now is None:
        return None
    near = (now, season_after(*now))
    for term in (
        each for year in (school_year(since), school_year(since) + 1) for each in terms(calendar, year)
    ):
        end = term.half if said == "half_term" else term.last
        is_meant = (term.season, term.year) in near if said in ("term", "half_term") else term.season == said
        if is_meant and end is not None and end >= since:
            return end
    return None
