"""What is known of one child's PEPs, and the answer to "when is the next one due?"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from carer_app.domain.authority_rules import AuthorityRules, RuleSource
from carer_app.domain.pep_clocks import Clock

State = Literal["due", "unknown", "not_yet", "no_more"]


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date for the next PEP that somebody gave. `by` starts a sentence: "The social worker", "Ms Ali"."""

    day: date
    by: str
    told_on: date | None = None


@dataclass(frozen=True, slots=True)
class PepFacts:
    """What is known of one child. `last_pep` is a PEP that was held; one still to come does not count.

    `moves_on` and `moves_to` are a move to another school that is ahead, `later_moves` those after it, and
    `schools_before` those that the child has left, each from its first day there, in their order. `years_ahead`
    is -1 for a child taught one year below their age. `has_school` is False for a child without a school
    place, who still needs a PEP.
    """

    came_into_care: date | None = None
    started_school: date | None = None
    school_name: str = ""
    moves_on: date | None = None
    moves_to: str = ""
    later_moves: tuple[tuple[date, str], ...] = ()
    last_pep: date | None = None
    birthday: date | None = None
    said: SaidDate | None = None
    years_ahead: int = 0
    has_school: bool = True
    left_care: date | None = None
    moved_home: date | None = None
    moved_home_before: tuple[date, ...] = ()
    schools_before: tuple[tuple[date, str], ...] = ()

    @property
    def schools(self) -> list[tuple[date, str]]:
        """The first day at the school of today, and at those to come, in their order."""
        all_of_them = (
            (self.started_school, self.school_name), (self.moves_on, self.moves_to), *self.later_moves
        )  # fmt: skip
        return [(starts, name) for starts, name in all_of_them if starts is not None]

    @property
    def first_school(self) -> tuple[date | None, str]:
        """The first day at the first school or nursery that is written down; a move does not make it later."""
        return min(self.schools_before, default=(self.started_school, self.school_name))


@dataclass(frozen=True, slots=True)
class PepDue:
    """The answer. `by` is None where it cannot be worked out ("unknown") or no PEP is needed.

    `missing` asks for what is needed; `school_years` are those whose term dates it asks for. Where there is a day all
    the same, it is due by then at the latest and may be due sooner. `rules` are all rules
    asked, `rule` the one that the answer comes from. Where somebody gave a date, `by` is theirs and `worked_out`
    stands beside it; otherwise `worked_out` is the clock that leads. `clocks` are all live clocks, earliest first.
    `roughly` bounds it, where no day can be given: "by the end of the spring term, at the latest 24 April 2026". It
    is not due before `roughly_from`, and was due for certain after `roughly_until`. `roughly_from` is there too where
    it may be due sooner than its day. `once_due` is the day by which a PEP was due so long ago that the day of the last
    one is asked for.
    """

    by: date | None
    state: State
    rule: RuleSource
    rules: tuple[RuleSource, ...]
    reason: str
    facts_used: tuple[str, ...] = ()
    missing: str = ""
    school_years: tuple[int, ...] = ()
    uncertain: tuple[str, ...] = ()
    worked_out: Clock | None = None
    clocks: tuple[Clock, ...] = ()
    said: SaidDate | None = None
    roughly: str = ""
    roughly_from: date | None = None
    roughly_until: date | None = None
    once_due: date | None = None


def unanswered(rules: Sequence[AuthorityRules]) -> PepDue:
    """An answer that says by which rules, and nothing else yet."""
    return PepDue(
        by=None,
        state="unknown",
        rule=rules[0].named,
        rules=tuple(each.named for each in rules),
        reason="",
    )
