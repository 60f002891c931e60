"""What one council asks for: how soon, how often, for whom. The numbers are data, never code."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from carer_app.domain.rule_parts import (
    AlsoSaid,
    DayCount,
    DayKind,
    Rhythm,
    RhythmKind,
    RuleSource,
    not_between,
)
from carer_app.errors import NotAllowed
from carer_app.typed_dates import say_short
from carer_app.words import _

UNSURE = ("first_pep", "new_school", "rhythm")
"""What a page can leave a sentence open about."""

__all__ = ["AlsoSaid", "AuthorityRules", "DayCount", "DayKind", "Rhythm", "RhythmKind", "RuleSource"]

PEOPLE = ("social worker", "designated teacher", "school", "virtual school", "supervising social worker")
"""Who a rule can name: as they are called in every council’s pages."""

FUNDED_FROM = 2
"""After this birthday a child in care can have a funded place. Source: `term_after_birthday` in pep_starts."""

LONG_AGO_YEARS = 3
"""What was looked at longer ago than this is old: three school years have begun since."""


@dataclass(frozen=True, slots=True)
class AuthorityRules:
    """One published rule set. `name` is shown beside each date that comes of it.

    A rule that the page does not give is None. `first_pep_start` is the day by which the first PEP must be begun,
    `first_pep` by which it must be ready. `key_stage_years` are the years at whose start a new PEP is due; 0 is
    Reception. `asks_at_new_home`: also when the child moves to another home, by `new_home` or else by `new_school`.
    `from_age` is a birthday; with `from_term_after` 2 PEPs start with the term after the second one, once the child
    goes to a nursery or the like; with 0 at any age, once they do. `only_at_a_nursery`: before school only for a child
    who does, for `nursery_hours` a week where they are given. `unsure` are sentences about what a page leaves open, by
    the field each is about; they stand beside a date by it. `until_year` 11 ends with Year 11, `until_age` 18 on that
    birthday. `also` are other numbers on other pages of the same council. `borrowed` are fields that the page leaves
    open; they hold what the rule set called `borrowed_from` says, which was found at `lender`. `ours` are
    fields for which no page that we found gives a number, so that it is one of ours. `own_numbers` are fields that the
    carer has put right, each with the day. `carer_there` is what the page says about the carer being
    at the meeting, in a sentence; empty where it says nothing.

    `old`: the page says of itself that it is an older one. After `valid_until` the whole of it has ended. An old or
    ended rule never leads: see `is_old`. `succeeded_by` are the councils that took over from one that is no more, and
    `replaces` the keys that earlier versions of this file had. `england` is what most councils ask for, to stand
    beside what is old or rarer; None in that rule set itself.

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
    asks_at_new_home: bool = False
    new_home: DayCount | None = None
    key_stage_years: tuple[int, ...] = ()
    early_years: Rhythm | None = None
    post_16: Rhythm | None = None
    from_age: int | None = None
    from_term_after: int | None = None
    until_year: int | None = None
    until_age: int | None = None
    only_at_a_nursery: bool = False
    nursery_hours: int | None = None
    unsure: Mapping[str, str] = field(default_factory=dict)
    copy_within: DayCount | None = None
    arranged_by: str = ""
    written_by: str = ""
    carers_may_ring: tuple[str, ...] = ()
    carer_there: str = ""
    note: str = ""
    old: bool = False
    valid_until: date | None = None
    succeeded_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    also: tuple[AlsoSaid, ...] = ()
    borrowed: frozenset[str] = field(default=frozenset())
    borrowed_from: str = ""
    lender: RuleSource | None = None
    ours: tuple[str, ...] = ()
    own_numbers: Mapping[str, date] = field(default_factory=dict)
    england: "AuthorityRules | None" = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """A rule without a source cannot be trusted by a carer, so there is none."""
        if not (self.key.strip() and self.council.strip() and self.name.strip() and self.source.strip()):
            raise NotAllowed(_("A rule needs its name and where it was found."))
        if not isinstance(self.checked_on, date):
            raise NotAllowed(_("A rule needs the day it was last checked."))
        for number, least, most in (
            (self.from_age, 0, 18),
            (self.from_term_after, 0, 4),
            (self.until_year, 0, 13),
            (self.until_age, 16, 25),
            (self.nursery_hours, 1, 50),
            *((year, 0, 13) for year in self.key_stage_years),
        ):
            if number is not None and not least <= number <= most:
                raise NotAllowed(not_between(number, least, most))
        for person in (self.arranged_by, self.written_by, *self.carers_may_ring):
            if person and person not in PEOPLE:
                raise NotAllowed(_("{person} is nobody a rule can name.").format(person=person))

        if unknown := set(self.unsure) - set(UNSURE):
            raise NotAllowed(
                _("Nothing can be left open in {parts}.").format(parts=", ".join(sorted(unknown)))
            )
        for other in self.also:
            if not isinstance(getattr(self, other.part, None), DayCount):
                raise NotAllowed(_("Two numbers for one thing need the thing itself in the rule."))

    def is_old(self, today: date) -> bool:
        """Whether this rule is an old one, by its own word, by its last day, or because nobody looked for years."""
        ended = self.valid_until is not None and today > self.valid_until
        return self.old or ended or today > _looked_at_long_ago(self.checked_on)

    def leads(self, name: str, today: date) -> bool:
        """Whether a date by this field can lead: an old rule cannot, but a number that the carer has put right can.

        England's always can, because there is nothing that could stand in for it.
        """
        return self.england is None or name in self.own_numbers or not self.is_old(today)

    @property
    def asks_only_at_a_nursery(self) -> bool:
        """Whether it asks nothing of a child who is too young for school and stays at home."""
        by_term = self.from_age is None and self.from_term_after is not None
        return self.only_at_a_nursery or (by_term and (self.from_term_after or 0) <= FUNDED_FROM)

    @property
    def named(self) -> RuleSource:
        """Name, source and day, to be shown beside a date."""
        return RuleSource(self.name, self.source, self.checked_on)

    def whose(self, name: str) -> RuleSource:
        """Whose number stands in one field, in the words that every page and sheet uses for it."""
        if name in self.own_numbers:
            return replace(self.named, name=self._set_by_you(name), source="")
        if name in self.ours:
            return replace(
                self.named, name=_("our own number, as we found no page that gives one"), source=""
            )
        if name not in self.borrowed:
            return self.named
        words = _("{lender} (we found nothing on this in {rule})").format(
            lender=self.borrowed_from, rule=self.name
        )
        return replace(self.lender or self.named, name=words)

    def _set_by_you(self, name: str) -> str:
        words = (
            _("a number you set on {day}")
            if isinstance(getattr(self, name), DayCount)
            else _("a rule you set on {day}")
        )
        return words.format(day=say_short(self.own_numbers[name], with_year=True))


@lru_cache(maxsize=256)
def _looked_at_long_ago(checked_on: date) -> date:
    """From the day after this one on. Every meeting of many years asks it of the same few rules."""
    return checked_on + relativedelta(years=LONG_AGO_YEARS)
