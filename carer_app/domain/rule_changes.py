"""What the carer has put right in a council's rules, or added to them, with what it was and when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.authority_rules import AuthorityRules, DayCount, Rhythm
from carer_app.domain.base import Base
from carer_app.errors import NotAllowed
from carer_app.words import _

COUNTS = ("first_pep_start.days", "first_pep.days", "new_school.days", "new_home.days", "copy_within.days")
RHYTHM = "rhythm"
RHYTHMS = (RHYTHM, "early_years", "post_16")
KEY_STAGES, STARTS, ENDS = "key_stage_years", "starts", "ends"
PARTS = (
    *("first_pep_start.days", "first_pep.days", *RHYTHMS, "new_school.days", "new_home.days"),
    *(KEY_STAGES, STARTS, ENDS, "copy_within.days"),
)
"""Everything a rule can say, in the order it is told. Each can be put right, and added where it is not said."""

_NEVER_EMPTY = ("first_pep.days", RHYTHM)
_FIELDS = {STARTS: ("from_age", "from_term_after"), ENDS: ("until_age", "until_year")}
_OLDER = {
    "rhythm.months": "rhythm", "rhythm.last_dates": "rhythm", "early_years.months": "early_years",
    "post_16.months": "post_16", "from_age": STARTS, "until_year": ENDS, "until_age": ENDS,
}  # fmt: skip
"""Names that earlier versions stored, and the part each belongs to now."""


class RuleChange(Base):
    """One part of one council's rule set, as the carer changed it. The newest counts.

    `now` and `was` are, for days to count, the number and their kind ("20 school"; older rows have none); for a rhythm
    "months 6", "each_term", "rounds 9-12 1-4", "last_dates 2026-03-20 2026-07-03"; for years "0 7 11"; for the start
    "age 3", "term 2" or both; for the end "age 18" or "year 11". Nothing stands for what the rule does not say.
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
    """The rule set with what the carer set in it, oldest change first. A change that no longer fits is left out.

    What was put back to what the page says is the page's again, or the one it was borrowed from.
    """
    page = rules
    changes = list(changes)
    if not changes and not page.own_numbers:
        return page
    since: dict[str, date] = {}
    for change in changes:
        try:
            rules = with_part(rules, change.part, change.now)
        except (NotAllowed, ValueError):
            continue
        since.update(dict.fromkeys(fields_of(change.part), change.changed_on))
    for part in PARTS:
        if part_of(rules, part) == part_of(page, part):
            rules = replace(rules, **{name: getattr(page, name) for name in fields_of(part)})
    own = {name for name in since if getattr(rules, name) != getattr(page, name)}
    return replace(rules, borrowed=page.borrowed - own, own_numbers={name: since[name] for name in own})


def fields_of(part: str) -> tuple[str, ...]:
    """The fields of a rule set that a part is about."""
    part = _OLDER.get(part, part)
    return _FIELDS.get(part, (part.split(".")[0],))


def same_part(part: str) -> str:
    """The part that a stored name means."""
    return _OLDER.get(part, part)


def part_of(rules: AuthorityRules, part: str) -> str | None:
    """One part of a rule set as text, as `RuleChange` keeps it; None where the rule set does not say it."""
    part = same_part(part)
    if part in _FIELDS:
        said = zip(_UNITS[part], _FIELDS[part], strict=True)
        pairs = [f"{unit} {number}" for unit, name in said if (number := getattr(rules, name)) is not None]
        return " ".join(pairs) or None
    value = getattr(rules, part.split(".")[0], None)
    if isinstance(value, DayCount):
        return f"{value.days} {value.kind}"
    if isinstance(value, Rhythm):
        return _rhythm_text(value)
    return " ".join(map(str, value)) or None if isinstance(value, tuple) else None


def with_part(rules: AuthorityRules, part: str, text: str) -> AuthorityRules:
    """The rule set with one part changed, or added. Raises NotAllowed for what cannot be right."""
    if same_part(part) not in PARTS:
        raise NotAllowed(_("This rule has no such number. Nothing was changed."))
    if not text and same_part(part) in _NEVER_EMPTY:
        raise NotAllowed(_number_wanted())
    new = _READ.get(part, _in_days if part in COUNTS else _in_rhythm)(rules, part, text)
    return replace(rules, borrowed=rules.borrowed - set(new), **new)


def _in_days(rules: AuthorityRules, part: str, text: str) -> dict[str, Any]:
    name = part.split(".")[0]
    if not text:
        return {name: None}
    count, _space, kind = text.partition(" ")
    before: DayCount | None = getattr(rules, name)
    if not kind and before is None:
        raise NotAllowed(_("Say which days: 20 school days, 10 working days, 28 days or 4 weeks."))
    known: Any = kind or (before.kind if before else "")
    return {name: DayCount(_number(count), known)}


def _in_rhythm(rules: AuthorityRules, part: str, text: str) -> dict[str, Any]:
    before: Rhythm | None = getattr(rules, part)
    then = before.then if before and before.kind == "last_dates" else before
    return {part: rhythm_of(text, then) if text else None}


def _in_months(rules: AuthorityRules, part: str, text: str) -> dict[str, Any]:
    name = part.split(".")[0]
    before: Rhythm | None = getattr(rules, name)
    kind = before.kind if before and before.months else "months"
    return _in_rhythm(rules, name, f"{kind} {text}")


def _in_last_dates(rules: AuthorityRules, _part: str, text: str) -> dict[str, Any]:
    return _in_rhythm(rules, RHYTHM, f"last_dates {text}")


def _in_years(_rules: AuthorityRules, part: str, text: str) -> dict[str, Any]:
    return {part: tuple(sorted({_number(each) for each in text.split()}))}


def _in_pairs(_rules: AuthorityRules, part: str, text: str) -> dict[str, Any]:
    words = text.split()
    said = dict(zip(words[::2], words[1::2], strict=True)) if len(words) % 2 == 0 else {"": ""}
    if set(said) - set(_UNITS[part]) or (part == ENDS and len(said) > 1):
        raise NotAllowed(_number_wanted())
    return {
        name: _number(said[unit]) if unit in said else None
        for unit, name in zip(_UNITS[part], _FIELDS[part], strict=True)
    }


def _in_older_pair(rules: AuthorityRules, part: str, text: str) -> dict[str, Any]:
    return _in_pairs(rules, same_part(part), f"{'year' if part == 'until_year' else 'age'} {text}")


_UNITS = {STARTS: ("age", "term"), ENDS: ("age", "year")}
_READ: dict[str, Callable[[AuthorityRules, str, str], dict[str, Any]]] = {
    **dict.fromkeys(("rhythm.months", "early_years.months", "post_16.months"), _in_months),
    **dict.fromkeys(("from_age", "until_year", "until_age"), _in_older_pair),
    "rhythm.last_dates": _in_last_dates, KEY_STAGES: _in_years, STARTS: _in_pairs, ENDS: _in_pairs,
}  # fmt: skip


def _rhythm_text(rhythm: Rhythm) -> str:
    days = " ".join(day.isoformat() for day in rhythm.last_dates)
    rounds = " ".join(f"{first}-{last}" for first, last in rhythm.rounds)
    return f"{rhythm.kind} {rhythm.months or days or rounds}".strip()


def rhythm_of(text: str, then: Rhythm | None = None) -> Rhythm:
    """The rhythm that was written down so: see RuleChange. `then` holds where a list of dates ends.

    Raises NotAllowed for one that no date could come of.
    """
    kind, _space, rest = text.partition(" ")
    known: Any = kind  # what is no kind is refused by Rhythm itself
    if kind in ("months", "at_most_months"):
        return Rhythm(known, _number(rest))
    if kind == "last_dates":
        days = tuple(sorted({date.fromisoformat(day) for day in rest.split()}))
        return Rhythm(known, last_dates=days, then=then)
    if kind == "rounds":
        parts = (each.partition("-") for each in rest.split())
        return Rhythm(known, rounds=tuple((_number(first), _number(last)) for first, _dash, last in parts))
    return Rhythm(known)


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise NotAllowed(_number_wanted()) from None


def _number_wanted() -> str:
    return _("Type a number in figures, for example 20. Nothing was changed.")
