"""What one council asks for: how soon, how often, for whom. The numbers are data, never code."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from carer_app.errors import NotAllowed
from carer_app.words import _

DayKind = Literal["school", "working"]


@dataclass(frozen=True, slots=True)
class DayCount:
    """A number of days to count: school days, or working days (Monday to Friday less bank holidays)."""

    days: int
    kind: DayKind

    def __post_init__(self) -> None:
        """Refuse a count that no date could come of."""
        if not 1 <= self.days <= 400:
            raise NotAllowed(_("Days to count must be from 1 to 400."))
        if self.kind not in ("school", "working"):
            raise NotAllowed(_("Days to count are school days or working days."))


@dataclass(frozen=True, slots=True)
class AuthorityRules:
    """One published rule set. `name` is shown beside each date that comes of it.

    A rule that the page does not give is None. Raises NotAllowed without a name, a source and the
    day it was checked, or with a number that cannot be right.
    """

    key: str
    council: str
    name: str
    source: str
    checked_on: date
    first_pep: DayCount
    new_school: DayCount | None = None
    months_between: int | None = None
    from_age: int | None = None
    until_year: int | None = None
    copy_within_days: int | None = None
    arranged_by: str = ""

    def __post_init__(self) -> None:
        """A rule without a source cannot be trusted by a carer, so there is none."""
        if not (self.key.strip() and self.name.strip() and self.source.strip()):
            raise NotAllowed(_("A rule needs its name and where it was found."))
        if not isinstance(self.checked_on, date):
            raise NotAllowed(_("A rule needs the day it was last checked."))
        for number, least, most in (
            (self.months_between, 1, 24),
            (self.from_age, 0, 18),
            (self.until_year, 0, 13),
            (self.copy_within_days, 1, 400),
        ):
            if number is not None and not least <= number <= most:
                raise NotAllowed(
                    _("{number} cannot be right in this rule. It must be from {least} to {most}.").format(
                        number=number, least=least, most=most
                    )
                )
