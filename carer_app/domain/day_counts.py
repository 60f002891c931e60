"""Counting in working days and in months."""

from datetime import date

from dateutil.relativedelta import relativedelta

from carer_app.domain.bank_holidays import FIRST_YEAR, LAST_YEAR, is_bank_holiday
from carer_app.domain.school_calendar import ONE_DAY
from carer_app.errors import NotAllowed
from carer_app.words import _


def working_day_after(event: date, n: int) -> date:
    """The nth working day after the event; the day after the event is the first that can count.

    Source: councils' pages do not say what a working day is; it is taken as Monday to Friday less
    England's bank holidays. Raises NotAllowed where the bank holidays are not known (after 2100).
    """
    return working_days(event, n)[-1]


def working_days(event: date, n: int) -> list[date]:
    """The n working days after the event, in order: the working behind `working_day_after`."""
    if n < 1:
        raise ValueError("n counts from 1")
    counted: list[date] = []
    day = event
    while len(counted) < n:
        day += ONE_DAY
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise NotAllowed(_("Bank holidays are known until 2100 only, so we cannot count these days."))
        if day.weekday() < 5 and not is_bank_holiday(day):
            counted.append(day)
    return counted


def add_months(day: date, n: int) -> date:
    """The same day n months later, or the month's last day where it has no such day."""
    return day + relativedelta(months=n)
