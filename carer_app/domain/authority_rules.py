"""What one council asks for: how soon, how often, for whom. The numbers are data, never code."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from carer_app.errors import NotAllowed
from carer_app.words import _

DayKind = Literal["school", "working", "calendar"]
RhythmKind = Literal["months", "each_term", "first_half_term", "at_most_months", "last_dates"]

PEOPLE = ("social worker", "designated teacher", "school", "virtual school", "supervising social worker")
"""Who a rule can name: as they are called in every council’s pages."""


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
class Rhythm:
    """How PEPs follow one another. Five different ways to count, as councils have them.

    "months": so many months after the last. "at_most_months": never more than so many months apart, so that
    the last school day before counts. "each_term": one in every term. "first_half_term": one in the first
    half of every term. "last_dates": by the council’s own dates (`last_dates`, in order).
    """

    kind: RhythmKind
    months: int | None = None
    last_dates: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a rhythm that no date could come of."""
        if self.kind not in ("months", "each_term", "first_half_term", "at_most_months", "last_dates"):
            raise NotAllowed(_("PEPs come after months, each term, or by fixed dates."))
        if (self.months is not None) != (self.kind in ("months", "at_most_months")):
            raise NotAllowed(_("Only PEPs that come after months have a number of months."))
        if self.months is not None and not 1 <= self.months <= 24:
            raise NotAllowed(_not_between(self.months, 1, 24))
        if bool(self.last_dates) and self.kind != "last_dates":
            raise NotAllowed(_("Only PEPs that come by fixed dates have such dates."))
        if list(self.last_dates) != sorted(set(self.last_dates)):
            raise NotAllowed(_("The council’s last dates must be in order, each of them once."))


@dataclass(frozen=True, slots=True)
class AuthorityRules:
    """One published rule set. `name` is shown beside each date that comes of it.

    A rule that the page does not give is None. `first_pep_start` is the day by which the first PEP must be
    begun, `first_pep` by which it must be ready. `key_stage_years` are the years at whose start a new PEP is
    due. `until_year` 11 ends with Year 11, `until_age` 18 on that birthday. `borrowed` are fields that the page
    leaves open; they hold what the rule set called `borrowed_from` says, which was found at `lender`. `own_numbers` are
    fields that the carer has put right. `carer_there` is what the page says about
    the carer being at the meeting, in a sentence; empty where it says nothing.

    Raises NotAllowed without a name, a source and the day it was checked, or with a number that cannot be right.
    """

    key: str
    council: str
    name: str
    source: str
    checked_on: date
    first_pep: DayCount
    rhythm: Rhythm
    first_pep_start: DayCount | None = None
    new_school: DayCount | None = None
    key_stage_years: tuple[int, ...] = ()
    early_years: Rhythm | None = None
    post_16: Rhythm | None = None
    from_age: int | None = None
    until_year: int | None = None
    until_age: int | None = None
    copy_within: DayCount | None = None
    arranged_by: str = ""
    written_by: str = ""
    carers_may_ring: tuple[str, ...] = ()
    carer_there: str = ""
    note: str = ""
    borrowed: frozenset[str] = field(default=frozenset())
    borrowed_from: str = ""
    lender: RuleSource | None = None
    own_numbers: frozenset[str] = field(default=frozenset())

    def __post_init__(self) -> None:
        """A rule without a source cannot be trusted by a carer, so there is none."""
        if not (self.key.strip() and self.council.strip() and self.name.strip() and self.source.strip()):
            raise NotAllowed(_("A rule needs its name and where it was found."))
        if not isinstance(self.checked_on, date):
            raise NotAllowed(_("A rule needs the day it was last checked."))
        for number, least, most in (
            (self.from_age, 0, 18),
            (self.until_year, 0, 13),
            (self.until_age, 16, 25),
            *((year, 1, 13) for year in self.key_stage_years),
        ):
            if number is not None and not least <= number <= most:
                raise NotAllowed(_not_between(number, least, most))
        for person in (self.arranged_by, self.written_by, *self.carers_may_ring):
            if person and person not in PEOPLE:
                raise NotAllowed(_("{person} is nobody a rule can name.").format(person=person))

    @property
    def named(self) -> RuleSource:
        """Name, source and day, to be shown beside a date."""
        return RuleSource(self.name, self.source, self.checked_on)

    def whose(self, name: str) -> RuleSource:
        """Whose number stands in one field, in the words that every page and sheet uses for it."""
        if name in self.own_numbers:
            return replace(self.named, name=_("Your own number, in place of: {rule}").format(rule=self.name))
        if name not in self.borrowed:
            return self.named
        words = _("{lender} (not said in: {rule})").format(lender=self.borrowed_from, rule=self.name)
        return replace(self.lender or self.named, name=words)


def _not_between(number: int, least: int, most: int) -> str:
    return _("{number} cannot be right in this rule. It must be from {least} to {most}.").format(
        number=number, least=least, most=most
    )
