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


def end_meant(session: Session, child_id: int, said: SaidOfTerm, today: date) -> date | None:
    """The next such end from today on. None where it is not known: the end of a later term is not guessed."""
    calendar = known_terms(find(session, Child, child_id), today).calendar
    now = term_of(calendar, today) if calendar else None
    if calendar is None or now is None:
        return None
    near = (now, season_after(*now))
    for term in (
        each for year in (school_year(today), school_year(today) + 1) for each in terms(calendar, year)
    ):
        end = term.half if said == "half_term" else term.last
        is_meant = (term.season, term.year) in near if said in ("term", "half_term") else term.season == said
        if is_meant and end is not None and end >= today:
            return end
    return None


def end_meant_after(session: Session, meeting_id: int, said: SaidOfTerm, today: date) -> date | None:
    """The same for the child of a meeting."""
    return end_meant(session, find(session, Meeting, meeting_id).child_id, said, today)
