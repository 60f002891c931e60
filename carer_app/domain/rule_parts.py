"""What a council's rule is made of: where it was found, days to count, how PEPs follow one another."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from carer_app.errors import NotAllowed
from carer_app.words import _

DayKind = Literal["school", "working", "calendar"]
RhythmKind = Literal["months", "each_term", "first_half_term", "at_most_months", "rounds", "last_dates"]

PEPS_A_YEAR_IN_ENGLAND = 3
"""One in each school term. Source: resources/authority_rules/england_usual.toml."""


@dataclass(frozen=True, slots=True)
class RuleSource:
    """Which rule made a date: its name, where it was found, and the day that was looked at."""

    name: str
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class DayCount:
    """A number of days: school days, working days (Monday to Friday less bank holidays) or days of the calendar."""

    days: int
    kind: DayKind

    def __post_init__(self) -> None:
        """Refuse a count that no date could come of."""
        if not 1 <= self.days <= 400:
            raise NotAllowed(_("Days to count must be from 1 to 400."))
        if self.kind not in ("school", "working", "calendar"):
            raise NotAllowed(_("Days to count are school days, working days or days of the calendar."))


@dataclass(frozen=True, slots=True)
class AlsoSaid:
    """Another number for the same thing on another page of the same council. Both are shown, the earlier day leads."""

    part: str
    count: DayCount
    said: RuleSource


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How PEPs follow one another. Six different ways to count, as councils have them.

    "months": so many months after the last. "at_most_months": never more than so many months apart, so that
    the last school day before counts. "each_term": one in every term. "first_half_term": one in the first
    half of every term. "rounds": one in each part of the year, by its first and last month (`rounds`).
    "last_dates": by the council’s own dates (`last_dates`, in order). Of a list of dates `then` says what holds
    where it ends, and `valid_until` is its last day, if later than the last date.
    """

    kind: RhythmKind
    months: int | None = None
    last_dates: tuple[date, ...] = ()
    rounds: tuple[tuple[int, int], ...] = ()
    valid_until: date | None = None
    then: "Rhythm | None" = None

    def __post_init__(self) -> None:
        """Refuse a rhythm that no date could come of."""
        if self.kind not in RhythmKind.__args__:  # type: ignore[attr-defined]
            raise NotAllowed(_("PEPs come after months, each term, or by fixed dates."))
        if (self.months is not None) != (self.kind in ("months", "at_most_months")):
            raise NotAllowed(_("Only PEPs that come after months have a number of months."))
        if self.months is not None and not 1 <= self.months <= 24:
            raise NotAllowed(not_between(self.months, 1, 24))
        if bool(self.last_dates) and self.kind != "last_dates":
            raise NotAllowed(_("Only PEPs that come by fixed dates have such dates."))
        if list(self.last_dates) != sorted(set(self.last_dates)):
            raise NotAllowed(_("The council’s last dates must be in order, each of them once."))
        if bool(self.rounds) != (self.kind == "rounds") or any(
            not 1 <= first <= last <= 12 for first, last in self.rounds
        ):
            raise NotAllowed(_("Parts of the year go from one month to a later one in the same year."))

    @property
    def ends(self) -> date | None:
        """The last day on which this rhythm holds; None where it does not end."""
        return max((day for day in (self.valid_until, *self.last_dates[-1:]) if day), default=None)

    def on(self, today: date) -> "Rhythm":
        """The rhythm that holds on a day: a list of dates that has ended gives way to what comes after it."""
        if self.then is None or self.ends is None or today <= self.ends:
            return self
        return self.then

    @property
    def is_rarer_than_each_term(self) -> bool:
        """Whether a year of it has fewer PEPs than England’s guidance asks for."""
        return self.months is not None and self.months * PEPS_A_YEAR_IN_ENGLAND > 12


def not_between(number: int, least: int, most: int) -> str:
    """Why a number cannot be right, in a sentence."""
    return _("{number} cannot be right in this rule. It must be from {least} to {most}.").format(
        number=number, least=least, most=most
    )
