"""A child's year: the days beside the PEP and the reviews on which something is due, who does it, and why."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from sqlalchemy.orm import Session

from carer_app.choices import Pronoun, Support
from carer_app.domain.child import Child
from carer_app.domain.childs_year import YearDay, YearFacts, days_between
from carer_app.domain.school_calendar import ONE_DAY
from carer_app.rules import shipped
from carer_app.texts.question_sets import with_name
from carer_app.typed_dates import MONTHS, say_day
from carer_app.use_cases.lookup import find
from carer_app.words import _

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class YearDayView:
    """One day in words. `key` names it for good, with its year: "secondary_form:2026". `who` does it."""

    key: str
    on: date
    title: str
    who: str
    carer: str
    why: str
    doubts: tuple[str, ...]
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class MonthView:
    """The days of one month, soonest first; `title` as "October 2026"."""

    title: str
    days: tuple[YearDayView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """The twelve months from today. `asks_for` says what would tell more; empty where nothing is missing.

    `late` says that a school place was due and is not there, in words; empty where that is not so.
    """

    months: tuple[MonthView, ...]
    asks_for: str
    late: str


def childs_year(session: Session, child_id: int, today: date) -> YearView:
    """The other days of the twelve months from today, by month."""
    child = find(session, Child, child_id)
    months: dict[str, list[YearDayView]] = {}
    for each in year_days(child, today, today + A_YEAR):
        title = _("{month} {year}").format(month=MONTHS[each.on.month - 1], year=each.on.year)
        months.setdefault(title, []).append(each)
    late = late_place(child, today)
    return YearView(
        tuple(MonthView(title, tuple(days)) for title, days in months.items()),
        _what_is_missing(child, today),
        " ".join((place_words(late), late.who, late.carer)) if late else "",
    )


def place_words(late: YearDayView) -> str:
    """That a school place was due and is not there."""
    return _("A school place was due by {day}.").format(day=say_day(late.on))


def year_days(child: Child, first: date, last: date) -> tuple[YearDayView, ...]:
    """The other days of one child from `first` to `last`, soonest first."""
    return tuple(_said(day, child) for day in days_between(_facts(child), shipped.year_days(), first, last))


def late_place(child: Child, today: date) -> YearDayView | None:
    """The day by which a child without a school was to have one, where it has gone by not a year ago."""
    if child.has_school_place or not child.is_in_care(today):
        return None
    gone = year_days(child, today - A_YEAR, today - ONE_DAY)
    return next((day for day in gone if day.key.startswith("school_place:")), None)


def title_of(key: str) -> str:
    """What a day is called, by its key; empty where there is no such rule any more."""
    name = key.partition(":")[0]
    return next((rule.title for rule in shipped.year_days() if rule.key == name), "")


def _facts(child: Child) -> YearFacts:
    return YearFacts(
        birthday=child.birthday,
        years_ahead=child.years_ahead,
        came_into_care=child.came_into_care_on,
        left_care=child.left_care_on,
        has_plan=None if child.support == Support.NOT_KNOWN else child.support == Support.EHCP,
        plan_looked_at=child.ehcp_review_on,
        has_school=child.has_school_place,
    )


def _said(day: YearDay, child: Child) -> YearDayView:
    rule = day.rule
    said = partial(with_name, child=child.name, pronoun=Pronoun(child.pronoun))
    return YearDayView(
        key=f"{rule.key}:{day.on.year}",
        on=day.on,
        title=rule.title,
        who=said(rule.who),
        carer=said(rule.carer),
        why=said(rule.why),
        doubts=tuple(said(doubt) for doubt in day.doubts),
        source=rule.rule.source,
        checked_on=rule.rule.checked_on,
    )


def _what_is_missing(child: Child, today: date) -> str:
    if not child.is_in_care(today):
        return ""
    if child.birthday is None:
        return _("With {child}’s birthday we can say more: forms for a school, the SDQ, 16 and 18.").format(
            child=child.name
        )
    if child.came_into_care_on is None:
        return _("With the day of coming into care we can say more: the SDQ comes after 12 months.")
    return ""
