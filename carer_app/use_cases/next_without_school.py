"""What is next for a child who is not in school full-time: one thing, and from which day, on the school's calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from carer_app.choices import WithoutSchool
from carer_app.domain.between_meetings import DaysWithoutSchool
from carer_app.domain.child import Child
from carer_app.texts.without_school import MustHappen, must_happen_for
from carer_app.typed_dates import say_day, say_short, say_span
from carer_app.use_cases.days_without_school import rows_of
from carer_app.use_cases.lookup import find
from carer_app.use_cases.must_happen import Due, due_for
from carer_app.words import _

TO_TELL = timedelta(days=14)
"""So long after it ended Home asks who was told, and for the letter."""

SURELY_OVER = timedelta(days=28)
"""A suspension of which no end was told, and that began so long ago, is asked about: it may be over."""

IS_BACK = _("Is {child} back in school? Then put in the last day")
"""What is asked where it has gone on for long, and may be over."""


@dataclass(frozen=True, slots=True)
class NextWithoutSchool:
    """One thing. `what` is what Home says, with {child} and {worker} in it; `when` what it is about, `day` what is
    counted. `key` is of this time and this thing, so that “Not now” hides nothing else. `began` is its first day."""

    days_id: int
    kind: WithoutSchool
    key: str
    what: str
    when: str
    day: str
    began: date
    goes_on: bool


def next_without_school(
    session: Session, child_id: int, today: date, but_for: frozenset[WithoutSchool] = frozenset()
) -> NextWithoutSchool | None:
    """The next thing about the newest time that has one. Kinds in `but_for` are told elsewhere."""
    child = find(session, Child, child_id)
    if not child.is_in_care(today):
        return None
    rows = [row for row in rows_of(session, child_id) if row.kind not in but_for]
    return next((found for row in rows if (found := _next(session, row, today))), None)


def _next(session: Session, row: DaysWithoutSchool, today: date) -> NextWithoutSchool | None:
    goes_on = row.last_on is None or row.last_on >= today
    if row.last_on is not None and row.last_on + TO_TELL < today:
        return None
    kind = WithoutSchool(row.kind)
    due = {each.id: each for each in due_for(session, row.id, today)}
    rules = [rule for rule in must_happen_for({kind}) if rule.key in due]
    lines = [(rule, line) for rule in rules for line in rule.home]
    to_do = [found for found in lines if found[1].until and getattr(row, found[1].until) is None]
    standing = [
        found for found in lines if goes_on and not found[1].until and _has_begun(found[0], due, today)
    ]
    if not to_do and not standing:
        return None
    rule, line = to_do[0] if to_do else standing[-1]
    what = line.says
    if kind == WithoutSchool.SUSPENDED and row.last_on is None and row.first_on + SURELY_OVER <= today:
        what = IS_BACK
    return NextWithoutSchool(
        days_id=row.id,
        kind=kind,
        key=f"{row.id}.{rule.key}",
        what=what,
        when=_when(row, today),
        day=" ".join(_due_by(each, due[each.key], today) for each in rules if goes_on).strip(),
        began=row.first_on,
        goes_on=goes_on,
    )


def _has_begun(rule: MustHappen, due: Mapping[str, Due], today: date) -> bool:
    """What has a day of its own begins with it: before that comes what is done till then."""
    on = due[rule.key].on
    return not rule.from_day or (on is not None and on <= today)


def _when(row: DaysWithoutSchool, today: date) -> str:
    """In few words: its kind stands beside it."""
    first = say_short(row.first_on, with_year=row.first_on.year != today.year)
    if row.last_on is None:
        return (_("Since {day}.") if row.first_on <= today else _("From {day}.")).format(day=first)
    if row.last_on == row.first_on:
        return _("On {day}.").format(day=first)
    return f"{say_span(row.first_on, row.last_on, with_year=row.last_on.year != today.year)}."


def _due_by(rule: MustHappen, due: Due, today: date) -> str:
    """What has a day, as it was counted on the school's calendar; empty where it has none."""
    number = rule.from_day or rule.within
    if not number:
        return ""
    if due.on is None:
        by = (
            _("{what}: from school day {number}.") if rule.from_day else _("{what}: in {number} school days.")
        )
        return by.format(what=rule.title, number=number)
    by = _("{what} is due by {day}.") if due.on >= today else _("{what} was due by {day}.")
    if rule.from_day:
        by = _("{what} is due from {day}.") if due.on > today else _("{what} has been due since {day}.")
        if due.or_later and due.on > today:
            by = _("{what} is due from {day}, or a little later: not all training days are known.")
        elif due.or_later:
            by = _("{what} has been due since {day} or a little later: not all training days are known.")
    return by.format(what=rule.title, day=say_day(due.on))
