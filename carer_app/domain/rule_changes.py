"""Numbers in a council's rules that the carer has put right, with what they were and when."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.authority_rules import AuthorityRules, DayCount, Rhythm
from carer_app.domain.base import Base
from carer_app.errors import NotAllowed
from carer_app.words import _

NUMBERS = (
    *("first_pep_start.days", "first_pep.days", "new_school.days", "copy_within.days"),
    *("rhythm.months", "early_years.months", "post_16.months", "from_age", "until_year", "until_age"),
)
"""Every number that can be edited, as field or field.part."""

LAST_DATES = "rhythm.last_dates"

RHYTHM = "rhythm"
"""How PEPs follow one another as a whole: "months 6", "each_term", "last_dates 2026-03-20 2026-07-03"."""


class RuleChange(Base):
    """One number, or the council's last dates, as the carer changed it for one council's rule set. The newest counts.

    `now` and `was` are the number in figures, days to count with their kind ("20 school"; older rows have none), days
    as 2026-03-20 with a space between, or a rhythm: see RHYTHM.
    """

    __tablename__ = "rule_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    council: Mapped[str]
    rules_key: Mapped[str]
    part: Mapped[str]
    was: Mapped[str]
    now: Mapped[str]
    changed_on: Mapped[date]


@dataclass(frozen=True, slots=True)
class ChangedNumber:
    """What was changed in a rule set, for those who only count: see RuleChange."""

    part: str
    was: str
    now: str
    changed_on: date


def changed(rules: AuthorityRules, changes: Iterable[ChangedNumber]) -> AuthorityRules:
    """The rule set with the carer's numbers in it, oldest change first. A change that no longer fits is left out.

    A number that was put back to what the page says is the page's again, or the one it was borrowed from.
    """
    page = rules
    for change in changes:
        try:
            rules = with_part(rules, change.part, change.now)
        except (NotAllowed, ValueError):
            continue
    own = {each.name for each in fields(page) if getattr(rules, each.name) != getattr(page, each.name)}
    own -= {"borrowed"}
    return replace(rules, borrowed=page.borrowed - own, own_numbers=frozenset(own))


def part_of(rules: AuthorityRules, part: str) -> str | None:
    """A number of a rule set as text, its rhythm, or its last dates; None where this rule set has none."""
    if part == RHYTHM:
        return _rhythm_text(rules.rhythm)
    name, _dot, inner = part.partition(".")
    value = getattr(rules, name, None)
    if isinstance(value, DayCount):
        return f"{value.days} {value.kind}"
    if inner and value is not None:
        value = getattr(value, inner)
    if value is None or (part == LAST_DATES and rules.rhythm.kind != "last_dates"):
        return None
    if isinstance(value, tuple):
        return " ".join(each.isoformat() if isinstance(each, date) else str(each) for each in value)
    return str(value)


def with_part(rules: AuthorityRules, part: str, text: str) -> AuthorityRules:
    """The rule set with one number changed. Raises NotAllowed for a number that cannot be right or is not in it."""
    if part not in (*NUMBERS, LAST_DATES, RHYTHM) or part_of(rules, part) is None:
        raise NotAllowed(_("This rule has no such number. Nothing was changed."))
    name, _dot, inner = part.partition(".")
    if part == LAST_DATES:
        days = tuple(sorted({date.fromisoformat(day) for day in text.split()}))
        return _replaced(rules, name, replace(rules.rhythm, last_dates=days))
    if part == RHYTHM:
        return _replaced(rules, name, rhythm_of(text))
    inside = getattr(rules, name)
    if isinstance(inside, DayCount):
        count, _space, kind = text.partition(" ")
        new: Any = {"days": _number(count)} | ({"kind": kind} if kind else {})
        return _replaced(rules, name, replace(inside, **new))
    number = _number(text)
    if not inner:
        return _replaced(rules, name, number)
    return _replaced(rules, name, replace(inside, months=number))


def _rhythm_text(rhythm: Rhythm) -> str:
    days = " ".join(day.isoformat() for day in rhythm.last_dates)
    return f"{rhythm.kind} {rhythm.months or days}".strip()


def rhythm_of(text: str) -> Rhythm:
    """The rhythm that was written down so: see RHYTHM. Raises NotAllowed for one that no date could come of."""
    kind, _space, rest = text.partition(" ")
    months = _number(rest) if kind in ("months", "at_most_months") else None
    days = tuple(sorted({date.fromisoformat(day) for day in rest.split()})) if kind == "last_dates" else ()
    known: Any = kind  # what is no kind is refused by Rhythm itself
    return Rhythm(known, months, days)


def _replaced(rules: AuthorityRules, name: str, value: object) -> AuthorityRules:
    new: dict[str, Any] = {name: value, "borrowed": rules.borrowed - {name}}
    return replace(rules, **new)


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise NotAllowed(_("Type a number in figures, for example 20. Nothing was changed.")) from None
