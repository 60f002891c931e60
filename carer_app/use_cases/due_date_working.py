"""A date with everything that makes it one to trust: the rule, the fact, the counted days, and what is not certain."""

from dataclasses import dataclass
from datetime import date, timedelta

from carer_app.domain.pep_clocks import Clock
from carer_app.typed_dates import say_day
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One weekday of a count: its number, or why it was left out ("Half term")."""

    day: date
    number: int | None
    why: str


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """One due date and its working. `by` is None where something is missing; then `asks_for` says what, and
    `roughly` bounds it, as on every other page.

    `kind` is that of the clock ("first_pep", "new_school", "next_pep", "copy", "review" …), `title` its name on
    screen. `strip` holds every weekday that was looked at, in order; it is empty where months were counted.
    One that stands `beneath` never comes first: its rule is an old one, or the carer has put another in its place.
    """

    kind: str
    title: str
    by: date | None
    reason: str
    rule: str
    rule_source: str
    rule_checked_on: date | None
    asks_for: str
    needs_term_dates: bool
    uncertain: tuple[str, ...]
    strip: tuple[CountedDay, ...]
    beneath: bool = False
    roughly: str = ""

    @property
    def sentence(self) -> str:
        """The date and its working in one: "By Friday 14 November 2025: 20 school days after …"."""
        if self.by is None:
            return " ".join(part for part in (self.reason, self.asks_for) if part)
        return _("By {day}: {reason}").format(day=say_day(self.by), reason=_small(self.reason))


def worked_out(clock: Clock) -> WorkedOut:
    """What a clock says, for a screen or for paper."""
    return WorkedOut(
        kind=clock.kind,
        title=_TITLES[clock.kind],
        by=clock.by,
        reason=clock.reason,
        rule=clock.rule.name if clock.rule else "",
        rule_source=clock.rule.source if clock.rule else "",
        rule_checked_on=clock.rule.checked_on if clock.rule else None,
        asks_for=clock.missing,
        needs_term_dates=bool(clock.school_years),
        uncertain=clock.uncertain,
        strip=tuple(_strip(clock)),
        beneath=clock.beneath,
        roughly="" if clock.by else _(" or ").join(bound.words for bound in clock.bounds),
    )


_TITLES = {
    "first_pep_start": _("First PEP, begun by"),
    "first_pep": _("First PEP"),
    "new_school": _("PEP after a change of school"),
    "new_home": _("PEP after a move to another home"),
    "key_stage": _("PEP at a new key stage"),
    "next_pep": _("Next PEP"),
    "copy": _("Your copy of the PEP"),
    "review": _("Child-in-care review"),
    "ehcp_review": _("EHCP review"),
}

_WHY = {
    "break": _("Holiday"),
    "bank_holiday": _("Bank holiday"),
    "inset": _("Training day"),
    "closed": _("School is shut"),
}


def _strip(clock: Clock) -> list[CountedDay]:
    numbers = {day: number for number, day in enumerate(clock.counted, start=1)}
    days = [CountedDay(day, number, "") for day, number in numbers.items()]
    for out in clock.left_out:
        for ahead in range((out.last - out.first).days + 1):
            day = out.first + timedelta(days=ahead)
            if day.weekday() < 5 and day not in numbers:
                days.append(CountedDay(day, None, _WHY[out.why]))
    return sorted(days, key=lambda each: each.day)


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
