"""The weekdays beside a day on which a school may be open, and stretches that only sum up others."""

from collections.abc import Callable, Collection
from datetime import date

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import ONE_DAY, Period

MOST_AT_AN_EDGE = 3
"""More training days in a row than this fill a week of holiday; they are no edge of a stretch of school days."""


def without_wholes(spans: list[Period]) -> list[Period]:
    """Stretches without those that only sum up others: "Autumn term" beside its two halves."""
    kept = sorted(set(spans))
    return [
        whole
        for whole in kept
        if not any(
            whole != part
            and whole[0] <= part[0]
            and part[1] <= whole[1]
            and (whole[0] == part[0] or whole[1] == part[1])
            for part in kept
        )
    ]


def weekday_before(day: date) -> date:
    day -= ONE_DAY
    while day.weekday() > 4 or is_bank_holiday(day):
        day -= ONE_DAY
    return day


def weekday_after(day: date) -> date:
    day += ONE_DAY
    while day.weekday() > 4 or is_bank_holiday(day):
        day += ONE_DAY
    return day


def training_beside(edge: date, step: Callable[[date], date], training: Collection[date]) -> list[date]:
    """The training days next to the edge of a stretch, nearest first; none where they fill more than an edge."""
    found: list[date] = []
    while len(found) <= MOST_AT_AN_EDGE and (day := step(found[-1] if found else edge)) in training:
        found.append(day)
    return found if len(found) <= MOST_AT_AN_EDGE else []
