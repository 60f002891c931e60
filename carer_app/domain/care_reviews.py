"""Child-in-care reviews and the annual review of an EHCP: when each is due, and holding one PEP with them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from carer_app.domain.authority_rules import DayCount, RuleSource
from carer_app.domain.day_counts import add_months
from carer_app.domain.pep_clocks import Clock, KnownTerms, days_clock, with_doubt
from carer_app.typed_dates import say_day
from carer_app.words import _, plural

FIRST_IS_PAST_MONTHS = 12
WhichReviewWas = Literal["first", "later", "not_known"]


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """England's rules for reviews, as data: see resources/review_rules. `together_weeks` is our own suggestion."""

    review: RuleSource
    first_review: DayCount
    second_review_months: int
    later_review_months: int
    ehcp: RuleSource
    ehcp_months: int
    together_weeks: int


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What is known of one child's reviews. `last_was` says which one `last_review` was."""

    came_into_care: date | None = None
    last_review: date | None = None
    last_was: WhichReviewWas = "not_known"


def next_review(facts: ReviewFacts, rules: ReviewRules, today: date) -> Clock | None:
    """When the next child-in-care review is due; None where neither fact is known.

    A year after coming into care the first review has been; then the day of the last one is what is needed.

    The first within 20 working days of coming into care, the second within 3 months of the first, then at most
    6 months apart. Source: Care Planning, Placement and Case Review Regulations 2010, regulation 33, as councils
    tell it (Oxfordshire's and Somerset's pages); the numbers are in `rules`.
    """
    care, last = facts.came_into_care, facts.last_review
    if last is None or (care is not None and last < care):
        if care is None or add_months(care, FIRST_IS_PAST_MONTHS) <= today:
            return None
        first = days_clock(care, _("coming into care"), rules.first_review, KnownTerms())
        return replace(first, kind="review", rule=rules.review)
    may_be_first = facts.last_was == "first" or (facts.last_was == "not_known" and _may_be_first(care, last))
    months = rules.second_review_months if may_be_first else rules.later_review_months
    what = _("the first review") if facts.last_was == "first" else _("the last review")
    clock = _months_after(last, what, months, rules.review)
    if may_be_first and facts.last_was == "not_known":
        clock = with_doubt(
            clock,
            _("If that was not the first review, the last day for the next one: {date}.").format(
                date=say_day(add_months(last, rules.later_review_months))
            ),
        )
    return replace(clock, kind="review")


def _may_be_first(care: date | None, last: date) -> bool:
    """Whether a review can have been the first: not a year after coming into care."""
    return care is None or last < add_months(care, FIRST_IS_PAST_MONTHS)


def next_ehcp_review(last: date, rules: ReviewRules) -> Clock:
    """When the next annual review of an EHCP is due: within 12 months of the last, or of the plan itself.

    Source: Children and Families Act 2014, section 44; the number is in `rules`.
    """
    clock = _months_after(last, _("the last EHCP review, or the plan,"), rules.ehcp_months, rules.ehcp)
    return replace(clock, kind="ehcp_review")


def one_meeting(pep_by: date | None, ehcp_by: date | None, rules: ReviewRules) -> str:
    """A suggestion to hold one PEP with the EHCP review, where they fall near each other; empty where not.

    Source: Brighton & Hove, Gateshead and Southwark ask for it where possible.
    """
    if pep_by is None or ehcp_by is None or abs((pep_by - ehcp_by).days) > rules.together_weeks * 7:
        return ""
    return _(
        "The EHCP review is due by {date}, close to the PEP. Many councils hold both as one meeting. "
        "You could ask school or the social worker."
    ).format(date=say_day(ehcp_by))


def _months_after(last: date, what: str, months: int, rule: RuleSource) -> Clock:
    by = add_months(last, months)
    reason = _("At most {months} after {what} on {date}.").format(
        months=plural("{count} month", "{count} months", months), what=what, date=say_day(last)
    )
    return Clock(by, by, reason, rule=rule, fact=what, fact_on=last)
