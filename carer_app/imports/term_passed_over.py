"""A holiday of a week or more that was left out as an everyday event: it is never passed over without a word."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import days_between
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group

FEWEST_DAYS = 5
LONGEST = timedelta(weeks=9)
_A_HOLIDAY = re.compile(
    r"\bholidays?\b(?! (?:clubs?|camps?|courses?|activit|bookings?|scheme))|\bhols\b|\bvacation\b",
    re.IGNORECASE,
)


def is_a_holiday_passed_over(row: Row, group: Group, outcome: Outcome | None) -> bool:
    """Whether days that were left out are a range of which their own line says "holiday"."""
    if outcome is not None and outcome.fate != "left_out":
        return False
    return group.is_range and len(row.groups) == 1 and _A_HOLIDAY.search(row.beside) is not None


def is_a_week_of(school_days: frozenset[date], days: Sequence[date]) -> bool:
    """Whether the stretch from the first of some days to the last is a week of school days, or more."""
    if not timedelta(0) <= days[-1] - days[0] <= LONGEST:
        return False
    open_days = [
        day for day in days_between(days[0], days[-1]) if day.weekday() < 5 and not is_bank_holiday(day)
    ]
    return len(open_days) >= FEWEST_DAYS and school_days.issuperset(open_days)
