"""What is next for a child who is not in school full-time: one thing, and from which day, on the school's calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from carer_app.choices import WithoutSchool
from carer_app.domain.between_meetings import DaysWithoutSchool
from carer_app.domain.child import Child
from carer_app.texts.without_school import MustHappen, must_happen_for
from carer_app.typed_dates import say_day
from carer_app.use_cases.days_without_school import row_of, rows_of
from carer_app.use_cases.lookup import find
from carer_app.use_cases.must_happen import Due, due_for
from carer_app.words import _

TO_TELL = timedelta(days=14)
"""So long after it ended Home asks who was told, and for the letter."""

SURELY_OVER = timedelta(days=28)
"""A suspension of which no end was told, and that began so long ago, is asked about: it may be over."""


@dataclass(frozen=True, slots=True)
class NextWithoutSchool:
    """One thing. `what` is what Home says, with {child} and {worker} in it; `when` what it is about, `day` what is
    counted. `key` is of this time and this thing, so that “Not now” hides nothing else. `began` is its first day."""

    days_id: int
    kind: WithoutSchool
    key: str
    what: str
    when: str
    ask: str
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
    said, kind = row_of(session, row.id, today), WithoutSchool(row.kind)
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
    what, ask = line.says, rule.ask
    if kind == WithoutSchool.SUSPENDED and row.last_on is None and row.first_on + SURELY_OVER <= today:
        what, ask = _("Is {child} back in school?"), _("If so, put in the last day.")
    return NextWithoutSchool(
        days_id=row.id,
        kind=kind,
        key=f"{row.id}.{rule.key}",
        what=what,
        when=_("{what}, {when}.").format(what=kind.words, when=said.when),
        ask=ask,
        day=" ".join(_due_by(each, due[each.key], today) for each in rules if goes_on).strip(),
        began=row.first_on,
        goes_on=goes_on,
    )


def _has_begun(rule: MustHappen, due: Mapping[str, Due], today: date) -> bool:
    """What has a day of its own begins with it: before that comes what is done till then."""
    on = due[rule.key].on
    return not rule.from_day or (on is not None and on <= today)


def _due_by(rule: MustHappen, due: Due, today: date) -> str:
    """What has a day, as it was counted on the school's calendar; empty where it has none."""
    if not rule.from_day and not rule.within:
        return ""
    what = rule.title[:1].lower() + rule.title[1:]
    if due.on is None or due.or_later:
        return _("Due: {what}. {when}").format(what=what, when=due.when)
    by = _("Due: {what}, by {day}.")
    if rule.from_day:
        by = _("Due: {what}, since {day}.") if due.on <= today else _("Due: {what}, from {day}.")
    return by.format(what=what, day=say_day(due.on))
