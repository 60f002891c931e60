"""When each child's next PEP is due, and why, from what is stored."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app import shipped
from carer_app.choices import Role
from carer_app.domain.child import Child
from carer_app.domain.deadlines import PepFacts, SaidDate, next_pep
from carer_app.domain.meeting import Meeting
from carer_app.use_cases.finding import find
from carer_app.words import _

FEWEST_WEEKS_BETWEEN = timedelta(weeks=8)
"""No rule we know holds two PEPs of one child closer together than most of a school term."""


@dataclass(frozen=True, slots=True)
class PepDueView:
    """The answer for one child. `due_on` None: not known (then `asks_for` says what is needed) or none needed.

    `state` is "due", "unknown", "not_yet" or "no_more". `said_by_social_worker`: the date was given to the
    carer; then `computed_on` and `computed_reason` stand beside it.
    """

    due_on: date | None
    state: str
    reason: str
    rule: str
    rule_source: str
    rule_checked_on: date
    asks_for: str
    needs_term_dates: bool
    uncertain: tuple[str, ...]
    said_by_social_worker: bool
    computed_on: date | None
    computed_reason: str


def pep_due(session: Session, child_id: int, today: date) -> PepDueView:
    """When the next PEP of one child is due, by the Southwark page's rule, and why."""
    child = find(session, Child, child_id)
    rules = shipped.usual_rules()
    schooling = child.schooling
    calendar = schooling.school.calendar() if schooling else None
    held = last_pep_held(session, child)
    answer = next_pep(
        PepFacts(
            came_into_care=child.came_into_care_on,
            started_school=schooling.started_on if schooling else None,
            school_name=schooling.school.name if schooling else "",
            last_pep=held,
            birthday=child.birthday,
            said=_said(child, held),
        ),
        rules,
        calendar,
        today,
        inset_known=schooling.school.inset_days_known if schooling else True,
    )
    beside = answer.worked_out if answer.said else None
    return PepDueView(
        due_on=answer.by,
        state=answer.state,
        reason=answer.reason,
        rule=answer.rule_name,
        rule_source=answer.rule_source,
        rule_checked_on=answer.rule_checked_on,
        asks_for=answer.missing,
        needs_term_dates=bool(answer.school_years),
        uncertain=answer.uncertain,
        said_by_social_worker=answer.said is not None,
        computed_on=beside.by if beside else None,
        computed_reason=beside.reason if beside else "",
    )


def last_pep_held(session: Session, child: Child) -> date | None:
    """The newest PEP meeting that was held: recorded here, or typed as a fact."""
    recorded = session.scalars(
        select(Meeting.held_on).where(Meeting.child_id == child.id, Meeting.held_on.is_not(None))
    ).all()
    known = [day for day in (*recorded, child.last_pep_on) if day is not None]
    return max(known, default=None)


def agreed_date(session: Session, child_id: int, today: date) -> date | None:
    """The day that the newest meeting agreed on for the next PEP, while it is ahead."""
    held = session.scalars(
        select(Meeting)
        .where(Meeting.child_id == child_id, Meeting.held_on.is_not(None))
        .order_by(Meeting.held_on)
    ).all()
    agreed = held[-1].next_pep_on if held else None
    return agreed if agreed is not None and agreed >= today else None


def _said(child: Child, held: date | None) -> SaidDate | None:
    """The day the social worker gave, unless the PEP it was given for has been held, a little before that day."""
    day = child.social_worker_says_by
    if day is None or (held is not None and held < day < held + FEWEST_WEEKS_BETWEEN):
        return None
    worker = child.person(Role.SOCIAL_WORKER)
    return SaidDate(day, worker.name if worker else _("The social worker"))
