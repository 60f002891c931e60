"""Days on a page that goes from autumn to summer: one whose year is out of its order has a slip in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from carer_app.domain.day_counts import add_months
from carer_app.imports.term_years import LONGEST_RANGE, Dated

FARTHEST_APART = timedelta(weeks=26)
"""More than this between the days above and below, and they bear nothing out."""


def in_order(dated: Sequence[Dated]) -> list[Dated]:
    """The facts, with the year that the days above and below ask for where the written one cannot be."""
    return [_in_place(each, *_around(dated, place)) for place, each in enumerate(dated)]


def _around(dated: Sequence[Dated], place: int) -> tuple[date | None, date | None]:
    """The day above and the day below; None where there is none, or where it is doubtful itself."""
    above = dated[place - 1] if place else None
    below = dated[place + 1] if place + 1 < len(dated) else None
    last = (above.instead or above.days or (None,))[-1] if above else None
    first = (below.instead or below.days or (None,))[0] if below else None
    return last, first


def _in_place(each: Dated, above: date | None, below: date | None) -> Dated:
    if each.days is None or each.instead is not None or above is None or below is None:
        return each
    if not timedelta(0) <= below - above <= FARTHEST_APART:
        return each
    moved = tuple(_moved(each, place, above, below) for place in range(len(each.days)))
    if moved == each.days or list(moved) != sorted(moved):
        return each
    if each.fact.days[0].year is None:
        return replace(each, instead=moved, slip="weekday")  # "Friday 23 September" among the days of October
    return replace(each, instead=moved, by_order=True)


def _moved(each: Dated, place: int, above: date, below: date) -> date:
    """A day in the year in which it lies between those around it, if it may be moved at all."""
    assert each.days is not None
    day = each.days[place]
    if above <= day <= below or not _may_be_wrong(each, place):
        return day
    weekday = each.fact.days[place].weekday if place < len(each.fact.days) else None
    if each.fact.days[place].year is None:
        return _in_another_month(day, weekday, above, below)
    fits = [
        moved for moved in _a_year_off(day) if above <= moved <= below and weekday in (None, moved.weekday())
    ]
    return fits[0] if fits else day


def _may_be_wrong(each: Dated, place: int) -> bool:
    """Whether a weekday contradicts the day, or it makes a stretch that is far too long or runs backwards."""
    assert each.days is not None
    if place >= len(each.fact.days):
        return False
    weekday = each.fact.days[place].weekday
    if each.fact.days[place].year is None and weekday is None:
        return False
    if weekday is not None:
        return weekday != each.days[place].weekday()
    return each.fact.is_range and not timedelta(0) <= each.days[-1] - each.days[0] <= LONGEST_RANGE


def _in_another_month(day: date, weekday: int | None, above: date, below: date) -> date:
    """A day without a year, in the month beside where it has its weekday and lies between the days around it."""
    months = [add_months(day, step) for step in (1, -1)]
    fits = [moved for moved in months if above < moved < below and moved.weekday() == weekday]
    return fits[0] if fits else day


def _a_year_off(day: date) -> Iterator[date]:
    for months in (12, -12):
        yield add_months(day, months)
