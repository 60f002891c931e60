"""The rules of Home about what else is to be known: the other days of the year, a first fact, the council."""

from datetime import timedelta

from carer_app.typed_dates import say_day
from carer_app.use_cases.childs_year import year_days
from carer_app.use_cases.steps import SOON, Situation, Step, StepDue, TagKind
from carer_app.use_cases.steps_schools import no_date_yet
from carer_app.words import _

BEFORE_A_COUNCIL_CAN_ASK = timedelta(weeks=12)
"""So long before the usual day no council asks for a PEP: the earliest is the first half of that term."""


def year_day(facts: Situation) -> StepDue | None:
    """A form for a school, the SDQ and the like: the next of the other days of the child's year."""
    day = next(iter(year_days(facts.child, facts.today, facts.today + SOON)), None)
    if day is None:
        return None
    short = facts.short(day.on)
    return StepDue(
        Step.YEAR_DAY,
        _("{what}: by {day}").format(what=day.title, day=short),
        f"{day.who} {day.carer}",
        _("By {day}").format(day=short),
        "info",
        line=_("{what}: by {day}.").format(what=day.title, day=short),
    )


def facts_needed(facts: Situation) -> StepDue | None:
    if not facts.due.asks_for or facts.due.needs_term_dates:
        return None
    words = facts.by_turns(
        max(filter(None, (facts.due.once_due, facts.child.added_on)), default=None),
        _("Tell us one date for {child}"),
        _("Ask {who} for one date for {child}"),
    ).format(child=facts.name, who=facts.worker)
    why, line = facts.due.asks_for, ""
    if facts.due.once_due is not None:
        why = _(
            "A PEP was due by {day}. If PEPs have been held since, type the last one’s day. If not, it is time to ask."
        ).format(day=say_day(facts.due.once_due))
    if facts.next_day is not None:
        why = _("We cannot tell yet if the meeting is in time. {asks_for}").format(asks_for=why)
        line = _("We cannot tell yet if {child}’s meeting is in time. {asks_for}").format(
            child=facts.name, asks_for=facts.due.asks_for
        )
    kind: TagKind = "warn" if facts.due.once_due else "later"
    return StepDue(Step.FACTS, words, why, no_date_yet(facts), kind, line=line)


def council(facts: Situation) -> StepDue | None:
    can_be_due = facts.due.roughly_from or facts.due.due_on
    is_far = can_be_due is not None and can_be_due > facts.today + BEFORE_A_COUNCIL_CAN_ASK
    is_known = facts.due.council and not facts.due.council_is_gone
    if is_known or not facts.needs_pep or (is_far and not facts.is_new):
        return None
    words = facts.by_turns(
        can_be_due - BEFORE_A_COUNCIL_CAN_ASK if can_be_due and is_far is False else None,
        _("Say which council is responsible for {child}"),
        _("Ask {who} which council is responsible for {child}"),
    )
    why = _(
        "Each council has its own dates for PEPs. Until then we use what most councils in England ask for."
    )
    if facts.due.council_is_gone:
        why = _(
            "{council} is no more: others took over. Until then we use what most councils in England ask for."
        )
    return StepDue(
        Step.COUNCIL,
        words.format(child=facts.name, who=facts.worker),
        why.format(council=facts.due.council),
        _("A question"),
        "later",
    )
