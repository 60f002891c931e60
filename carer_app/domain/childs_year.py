"""The other days in a child's year by which somebody has something to do: forms for a school, the EHCP, 16 and 18."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from carer_app.domain.authority_rules import RuleSource
from carer_app.domain.day_counts import add_months, working_day_after
from carer_app.domain.year_group import may_leave_school_on, nth_birthday, year_group
from carer_app.typed_dates import say_day
from carer_app.words import _

When = Literal["on", "in_care_on", "no_school", "review", "leaving", "birthday"]
Plan = Literal["with", "without", "either"]


@dataclass(frozen=True, slots=True)
class YearDayRule:
    """One such day, as data: see resources/year_days, where each name is told.

    `who` does it and `carer` is the carer's own part; in these, in `why` and in `doubt` "{child}" stands for the name.
    `plan` says whether it is for children with an EHCP, without one, or either.
    """

    key: str
    title: str
    when: When
    who: str
    carer: str
    why: str
    rule: RuleSource
    plan: Plan = "either"
    doubt: str = ""
    month: int = 0
    day: int = 0
    year_groups: tuple[int, ...] = ()
    days: int = 0
    months: int = 0
    from_age: int = 0
    until_age: int = 0

    def __post_init__(self) -> None:
        """Refuse a day that nobody could work out, or whose words or source are missing."""
        needed = {
            "on": (self.month, self.day, self.year_groups),
            "in_care_on": (self.month, self.day, self.months, self.from_age, self.until_age),
            "no_school": (self.days,),
            "review": (self.months, self.until_age),
            "leaving": (),
            "birthday": (self.until_age,),
        }
        words = (self.key, self.title, self.who, self.carer, self.why, self.rule.name, self.rule.source)
        if self.when not in needed or self.plan not in get_args(Plan):
            raise ValueError(f"{self.key}: no such kind")
        if not all(needed[self.when]) or not all(each.strip() for each in words):
            raise ValueError(f"{self.key}: something is missing")


@dataclass(frozen=True, slots=True)
class YearFacts:
    """What is known of one child. `has_plan` is about the EHCP, and None where nobody has said."""

    birthday: date | None = None
    years_ahead: int = 0
    came_into_care: date | None = None
    left_care: date | None = None
    has_plan: bool | None = None
    plan_looked_at: date | None = None
    has_school: bool = True


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day on which something is due for a child. `doubts` are what is not certain about it, each a sentence."""

    on: date
    rule: YearDayRule
    doubts: tuple[str, ...] = ()


def days_between(
    facts: YearFacts, rules: Sequence[YearDayRule], first: date, last: date
) -> tuple[YearDay, ...]:
    """The days from `first` to `last`, both inside, soonest first; none before care began or from its end on."""
    found = [
        day
        for rule in rules
        if _is_for(rule, facts)
        for day in _FIND[rule.when](rule, facts, first, last)
        if first <= day.on <= last and _is_in_care(facts, day.on)
    ]
    return tuple(sorted(found, key=lambda each: each.on))


def _is_for(rule: YearDayRule, facts: YearFacts) -> bool:
    """A rule for children with an EHCP is for those known to have one; the others are for all not known to."""
    if rule.plan == "with":
        return facts.has_plan is True
    return rule.plan == "either" or facts.has_plan is not True


def _is_in_care(facts: YearFacts, day: date) -> bool:
    begun = facts.came_into_care is None or facts.came_into_care <= day
    return begun and (facts.left_care is None or day < facts.left_care)


def _on(rule: YearDayRule, facts: YearFacts, first: date, last: date) -> Iterator[YearDay]:
    if facts.birthday is None:
        return
    for day in _each_year(rule, first, last):
        group = year_group(facts.birthday, day, years_ahead=facts.years_ahead)
        if group is not None and group.number in rule.year_groups:
            doubts: tuple[str, ...] = (rule.doubt,) if rule.doubt else ()
            if facts.has_plan is None and rule.plan == "without":
                doubts += (_("A child with an EHCP has another way, and another day."),)
            yield YearDay(day, rule, doubts)


def _in_care_on(rule: YearDayRule, facts: YearFacts, first: date, last: date) -> Iterator[YearDay]:
    if facts.birthday is None or facts.came_into_care is None:
        return
    for day in _each_year(rule, first, last):
        old_enough = nth_birthday(facts.birthday, rule.from_age) <= day
        young_enough = day < nth_birthday(facts.birthday, rule.until_age)
        if old_enough and young_enough and add_months(facts.came_into_care, rule.months) <= day:
            yield YearDay(day, rule)


def _no_school(rule: YearDayRule, facts: YearFacts, _first: date, _last: date) -> Iterator[YearDay]:
    care = facts.came_into_care
    if facts.has_school or care is None:
        return
    words = _(
        "Counted from coming into care on {day}. Without a school there are no school days, so we counted working days."
    )
    yield YearDay(working_day_after(care, rule.days), rule, (words.format(day=say_day(care)),))


def _review(rule: YearDayRule, facts: YearFacts, _first: date, _last: date) -> Iterator[YearDay]:
    if facts.birthday is None or facts.plan_looked_at is None:
        return
    day = add_months(facts.plan_looked_at, rule.months)
    if day < nth_birthday(facts.birthday, rule.until_age):
        words = _("{months} months after the last EHCP review, or the plan, on {day}.")
        yield YearDay(day, rule, (words.format(months=rule.months, day=say_day(facts.plan_looked_at)),))


def _leaving(rule: YearDayRule, facts: YearFacts, _first: date, _last: date) -> Iterator[YearDay]:
    if facts.birthday is not None:
        yield YearDay(may_leave_school_on(facts.birthday), rule)


def _birthday(rule: YearDayRule, facts: YearFacts, _first: date, _last: date) -> Iterator[YearDay]:
    if facts.birthday is not None:
        yield YearDay(nth_birthday(facts.birthday, rule.until_age), rule)


def _each_year(rule: YearDayRule, first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        yield date(year, rule.month, rule.day)


_FIND: dict[When, Callable[[YearDayRule, YearFacts, date, date], Iterator[YearDay]]] = {
    "on": _on,
    "in_care_on": _in_care_on,
    "no_school": _no_school,
    "review": _review,
    "leaving": _leaving,
    "birthday": _birthday,
}
