"""The page about days without full-time school that is handed over."""

from datetime import date

from sqlalchemy.orm import Session

from carer_app.domain.child import Child
from carer_app.paper.content import Told
from carer_app.paper.sheets.days_out_sheet import DaysOutSheet, TimeOut
from carer_app.texts import facts
from carer_app.typed_dates import say_short
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.days_without_school import FOR_A_PART, OutRow, days_out
from carer_app.use_cases.lookup import carer_with_role, find
from carer_app.use_cases.must_happen import Due, due_now
from carer_app.words import _


@answered_once
def days_out_sheet(session: Session, child_id: int, today: date) -> DaysOutSheet:
    """All that is written down for a child, the newest first, and what must happen now."""
    child, view = find(session, Child, child_id), days_out(session, child_id, today)
    due = due_now(session, child_id, today)
    schooling = child.schooling_on(today)
    keys = tuple(key for each in due for key in each.facts)
    return DaysOutSheet(
        child=child.name,
        as_of=today,
        written_by=carer_with_role(session),
        school=schooling.school.name if schooling and child.has_school_place else "",
        total=view.total,
        doubts=view.doubts,
        times=tuple(_time(each) for each in view.rows),
        must_happen=tuple(_told(each) for each in due),
        small_print=(facts.as_we_had_them(keys),) if keys else (),
    )


def _time(row: OutRow) -> TimeOut:
    what = row.kind.words
    if row.part_of_day and row.kind not in FOR_A_PART:
        what = _("{what}, part of each day").format(what=what)
    return TimeOut(row.when, what, row.how_long, _who_was_told(row), row.reason)


def _who_was_told(row: OutRow) -> tuple[str, ...]:
    words = {
        "in_writing_on": _("in writing on {day}"),
        "social_worker_told_on": _("social worker on {day}"),
        "virtual_school_told_on": _("virtual school on {day}"),
    }
    return tuple(words[each].format(day=say_short(day)) for each, day in row.told.items() if day is not None)


def _told(due: Due) -> Told:
    return Told(due.title, (due.says, due.when))
