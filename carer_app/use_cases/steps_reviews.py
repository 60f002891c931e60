"""The rules of Home about reviews: the child-in-care review and that of an EHCP."""

from datetime import date, timedelta

from carer_app.domain.care_reviews import FIRST_IS_PAST_MONTHS
from carer_app.domain.day_counts import add_months
from carer_app.typed_dates import say_day
from carer_app.use_cases.due_date_working import WorkedOut
from carer_app.use_cases.steps import SOON, TOMORROW, Situation, Step, StepDue, first_sentence
from carer_app.use_cases.whom_to_ask import TURN
from carer_app.words import _

BEFORE_A_REVIEW = timedelta(days=20)
LONG_GONE = timedelta(days=28)
WAYS_TO_ASK = (
    _("When was {child}’s last child-in-care review?"),
    _("Ask {who} when {child}’s child-in-care reviews are"),
)
ASKED_AGAIN_EVERY = 4
"""Where nothing is known of reviews it is asked in two ways, and after a pause again: they are half a year apart."""


def review_now(facts: Situation) -> StepDue | None:
    day = facts.other.said_review_on
    if day is None or day > facts.today + TOMORROW:
        return None
    words = _("{child}’s child-in-care review is tomorrow")
    if day == facts.today:
        words = _("{child}’s child-in-care review is today")
    return StepDue(
        Step.REVIEW_NOW,
        words.format(child=facts.name),
        _("The list for the review says what was agreed, what is done and what is open."),
        _("Review today") if day == facts.today else _("Review tomorrow"),
        "warn",
    )


def review(facts: Situation) -> StepDue | None:
    """The review that one was told of is within 20 days."""
    told = facts.other.said_review_on
    if told is None or not facts.today + TOMORROW < told <= facts.today + BEFORE_A_REVIEW:
        return None
    return StepDue(
        Step.REVIEW,
        _("Get the list for {child}’s review ready").format(child=facts.name),
        _("The child-in-care review is on {day}.").format(day=say_day(told)),
        _("Review on {day}").format(day=facts.short(told)),
        "info",
        line=_("{child}’s child-in-care review is on {day}.").format(child=facts.name, day=facts.short(told)),
    )


def review_day(facts: Situation) -> StepDue | None:
    """By the rule a review is due within 20 days, or was due, and nobody told the carer a day."""
    clock = facts.other.review
    by, told = clock.by if clock else None, facts.other.said_review_on
    if clock is not None and by is not None and told is not None and told > by:
        return _review_told_late(facts, clock, told, by)
    if clock is None or by is None or by > facts.today + BEFORE_A_REVIEW or _is_told_of_one(facts):
        return None
    if by < facts.today - LONG_GONE:
        return None
    why = _("It was due by {day}.") if by < facts.today else _("It is due by {day}.")
    return StepDue(
        Step.REVIEW_DAY,
        _("Ask {who} when {child}’s child-in-care review is").format(who=facts.worker, child=facts.name),
        f"{why.format(day=say_day(by))} {first_sentence(clock.reason)}",
        _("Review: no day yet"),
        "info",
    )


def _review_told_late(facts: Situation, clock: WorkedOut, told: date, by: date) -> StepDue | None:
    """The day that one was told comes after the one by the rule: asked early, it may still be moved."""
    if by > facts.today + TURN:
        return None
    is_due = _("By {rule} it is due by {by}.")
    line = _("{child}’s review on {day} is after {by}, when it is due by the rule.")
    if by < facts.today:
        is_due = _("By {rule} it was due by {by}.")
        line = _("{child}’s review on {day} is after {by}, when it was due by the rule.")
    why = (_("It is to be on {day}."), is_due, *(clock.uncertain[:1] or (first_sentence(clock.reason),)))
    return StepDue(
        Step.REVIEW_DAY,
        facts.by_turns(
            by - TURN,
            _("Ask {who} if the day of {child}’s child-in-care review is all right"),
            _("Ask {who} if {child}’s child-in-care review can be earlier"),
        ).format(who=facts.worker, child=facts.name),
        " ".join(why).format(day=say_day(told), by=say_day(by), rule=clock.rule),
        _("Review: after the day by the rule"),
        "info",
        line=line.format(child=facts.name, day=facts.short(told), by=facts.short(by)),
    )


def last_review(facts: Situation) -> StepDue | None:
    """After so long there were reviews, and the last one that is known, if any, is too old to count from."""
    ends = facts.child.care_ends_on
    if _is_told_of_one(facts) or (ends is not None and ends <= facts.today):
        return None
    by, care = (facts.other.review.by if facts.other.review else None), facts.child.came_into_care_on
    if by is not None:
        since: date | None = by + LONG_GONE
        was_held = by < facts.today - LONG_GONE
    elif facts.child.last_review_on is not None and (care is None or care <= facts.child.last_review_on):
        return None  # It is known; the next one would fall after care ends, and so is none.
    else:
        since = facts.child.added_on
        was_held = care is not None and add_months(care, FIRST_IS_PAST_MONTHS) <= facts.today
        was_held = was_held and facts.turn(since) % ASKED_AGAIN_EVERY < len(WAYS_TO_ASK)
    if not was_held:
        return None
    words = facts.by_turns(
        since,
        *WAYS_TO_ASK,
    )
    return StepDue(
        Step.LAST_REVIEW,
        words.format(child=facts.name, who=facts.worker),
        _("With the day of the last one we can work out the next. If you know the next one, type that."),
        _("A question"),
        "later",
    )


def _is_told_of_one(facts: Situation) -> bool:
    """Whether a day for a review is known, ahead or just gone by."""
    return facts.other.said_review_on is not None or review_held(facts) is not None


def review_held(facts: Situation) -> StepDue | None:
    """The day one was told for the review has gone by, some weeks ago at most: then the last one is asked for."""
    told, last = facts.child.review_on, facts.child.last_review_on
    if told is None or told >= facts.today or (last is not None and last >= told) or facts.turn(told):
        return None
    if facts.child.left_care_on is not None and facts.child.left_care_on <= facts.today:
        return None
    return StepDue(
        Step.REVIEW_HELD,
        _("Was {child}’s child-in-care review held?").format(child=facts.name),
        _("It was to be on {day}.").format(day=say_day(told)),
        _("After the review"),
        "info",
        line=_("Was {child}’s child-in-care review on {day} held?").format(
            child=facts.name, day=facts.short(told)
        ),
    )


def ehcp_review(facts: Situation) -> StepDue | None:
    clock = facts.other.ehcp_review
    if clock is None or clock.by is None or clock.by > facts.today + SOON:
        return None
    why = _("It is due by {day}.")
    if clock.by < facts.today:
        why = _("It was due by {day}. If it was held, put its day with {child}’s facts.")
    return StepDue(
        Step.EHCP_REVIEW,
        facts.by_turns(
            clock.by - SOON,
            _("Ask school when {child}’s EHCP review is"),
            _("Ask {who} about {child}’s EHCP review"),
        ).format(child=facts.name, who=facts.worker),
        why.format(day=say_day(clock.by), child=facts.name),
        _("EHCP review"),
        "info",
    )
