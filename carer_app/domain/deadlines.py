"""When the next PEP is due, by which rule, from which facts, and how it was worked out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from carer_app.domain.authority_rules import AuthorityRules
from carer_app.domain.day_counts import add_months, working_day_after
from carer_app.domain.pep_asked_for import ends_before, last_word, not_needed, while_asked_for
from carer_app.domain.pep_big_changes import AT_A_NEW_HOME
from carer_app.domain.pep_clocks import Clock, KnownTerms, days_clock
from carer_app.domain.pep_due import PepDue, PepFacts, SaidDate, unanswered
from carer_app.domain.pep_facts_used import facts_used
from carer_app.domain.pep_live_clocks import live_clocks, once_due
from carer_app.domain.term_bounds import Bound
from carer_app.typed_dates import say_day
from carer_app.words import _

FEWEST_WEEKS_BETWEEN = timedelta(weeks=8)
"""No rule we know holds two PEPs of one child closer together than most of a school term."""
LEADS = ("first_pep", "new_school", "new_home", "key_stage", "next_pep")

__all__ = [
    "PepDue",
    "PepFacts",
    "SaidDate",
    "add_months",
    "bound_now",
    "copy_due",
    "next_pep",
    "working_day_after",
]


def next_pep(facts: PepFacts, rules: Sequence[AuthorityRules], terms: KnownTerms, today: date) -> PepDue:
    """When the next PEP is due for a child by one council's rule sets, of which there is at least one.

    The clocks: coming into care until a PEP is held after it; starting a new school, or a new key stage where the
    rule says so, until a PEP is held after that; and the rhythm after the last PEP held in care. The earliest of
    all rule sets that are not old leads; where all of them are old, England's stand in. Where one cannot be worked
    out, a day that is certain leads still, as the latest, and it is said that it may be due sooner; or a bound leads,
    where that lies before every certain day. A PEP is needed as long as one of them asks for it.
    """
    if facts.last_pep and facts.last_pep > today:
        facts = replace(facts, last_pep=None)
    answer = _answer(facts, england_first_where_old(rules, today), terms, today)
    return replace(answer, facts_used=facts_used(facts, answer.clocks, today))


def _answer(facts: PepFacts, rules: Sequence[AuthorityRules], terms: KnownTerms, today: date) -> PepDue:
    answer = unanswered(rules)
    ends = facts.left_care
    if facts.left_care and facts.left_care <= today:
        reason = _("Care ended on {date}, so no PEP is needed any more.").format(
            date=say_day(facts.left_care)
        )
        return replace(answer, state="no_more", reason=reason)
    asked = [
        (each, [while_asked_for(clock, facts, each) for clock in live_clocks(facts, each, terms, today)])
        for each in rules
    ]
    refused = [not_needed(facts, each, today, _leading(clocks), answer) for each, clocks in asked]
    decide = [each.england is None or not each.is_old(today) for each in rules]
    needed = [clocks for (_rules, clocks), no in zip(asked, refused, strict=True) if no is None]
    if not any(no is None and decides for no, decides in zip(refused, decide, strict=True)):
        needed = []
    clocks = _in_order(clock for each in (needed or [clocks for _rules, clocks in asked]) for clock in each)
    leading = _leading(clocks)
    said = _said_for_next(facts)
    if said and ends and said.day >= ends:
        return replace(answer, state="no_more", reason=ends_before(ends))
    if said:
        reason = _("{who} gave this date.").format(who=said.by)
        rule = leading.rule if leading and leading.rule else answer.rule
        return replace(
            answer,
            by=said.day,
            state="due",
            rule=rule,
            reason=reason,
            uncertain=_moved_since_told(facts, said, leading),
            worked_out=leading,
            clocks=clocks,
            said=said,
        )
    if not needed:
        last = zip(rules, refused, decide, strict=True)
        return last_word(facts, [(each, no) for each, no, decides in last if decides])
    if leading is None:
        days = [once_due(facts, each, terms, today) for each in rules if not each.is_old(today)]
        once = min((day for day in days if day), default=None)
        return replace(answer, missing=_what_to_ask(facts, once), once_due=once)
    if ends and (leading.by or leading.not_before) >= ends:
        return replace(answer, state="no_more", reason=ends_before(ends))
    answer = replace(
        answer,
        rule=leading.rule or answer.rule,
        reason=leading.reason,
        missing=leading.missing,
        school_years=leading.school_years,
        uncertain=(*leading.uncertain, *_passed_over(facts, said, today)),
        worked_out=leading,
        clocks=clocks,
    )
    if leading.by is not None:
        return _with_what_may_be_sooner(replace(answer, by=leading.by, state="due"), leading)
    return _bounded(answer, leading.bounds, today)


def _with_what_may_be_sooner(answer: PepDue, leading: Clock) -> PepDue:
    """A certain day leads; a clock that cannot be worked out may still be earlier, and what it needs is asked for."""
    open_clocks = [clock for clock in _that_lead(answer.clocks) if clock.by is None]
    open_clocks = [clock for clock in open_clocks if clock.not_before < leading.surely_by]
    if not open_clocks:
        return answer
    first = min(open_clocks, key=lambda clock: clock.not_before)
    missing = _("It may be due sooner. {asks_for}").format(asks_for=first.missing)
    return replace(answer, missing=missing, school_years=first.school_years, roughly_from=first.not_before)


def _bounded(answer: PepDue, bounds: Sequence[Bound], today: date) -> PepDue:
    """No day can be given; it is said by when at the latest, where that is known."""
    if not bounds:
        return answer
    words = bound_now(bounds, today).words
    return replace(answer, roughly=words, roughly_from=bounds[0].first, roughly_until=bounds[-1].last)


def bound_now(bounds: Sequence[Bound], today: date) -> Bound:
    """Of the bounds of a clock, earliest first, the one that is said: the first that has not gone by, or the last."""
    return next((each for each in bounds if each.last >= today), bounds[-1])


def england_first_where_old(rules: Sequence[AuthorityRules], today: date) -> Sequence[AuthorityRules]:
    """What is not old comes first. Where everything is old, England's comes before it."""
    in_order = sorted(rules, key=lambda each: each.is_old(today))
    england = in_order[0].england
    return [england, *in_order] if england is not None and in_order[0].is_old(today) else in_order


def copy_due(held_on: date, rules: AuthorityRules, terms: KnownTerms) -> Clock | None:
    """By when the carer should have the copy of a PEP; None where the rule does not say."""
    if rules.copy_within is None:
        return None
    clock = days_clock(held_on, _("the meeting"), rules.copy_within, terms)
    return replace(clock, kind="copy", rule=rules.whose("copy_within"))


def _leading(clocks: Sequence[Clock]) -> Clock | None:
    """The earliest certain day, unless something else is due for certain before it."""
    return min(
        _that_lead(clocks),
        key=lambda clock: (clock.surely_by, clock.by is None, clock.not_before),
        default=None,
    )


def _that_lead(clocks: Sequence[Clock]) -> list[Clock]:
    # The day by which a first PEP must be begun is no day by which it is due, so that one never leads.
    live = [clock for clock in clocks if clock.kind in LEADS]
    return [clock for clock in live if not clock.beneath]


def _in_order(clocks: Iterable[Clock]) -> tuple[Clock, ...]:
    ordered = sorted(clocks, key=lambda clock: (clock.by is None, clock.by or clock.not_before))
    seen: dict[tuple[str, date | None, str], Clock] = {}
    for clock in ordered:
        seen.setdefault((clock.kind, clock.by, clock.reason), clock)
    return tuple(seen.values())


def _said_for_next(facts: PepFacts) -> SaidDate | None:
    """The day somebody gave, unless it was given before the last PEP was held, and for that one.

    One that was held on that day or later, or a little before it. Where nobody wrote down when the day was given, it is
    taken to have been before.
    """
    said, held = facts.said, facts.last_pep
    if said is None or held is None:
        return said
    given_before = said.told_on is None or held > said.told_on
    meant_for_that_one = held >= said.day or (given_before and said.day < held + FEWEST_WEEKS_BETWEEN)
    return None if meant_for_that_one else said


def _moved_since_told(facts: PepFacts, said: SaidDate, leading: Clock | None) -> tuple[str, ...]:
    """Who gave the day before the child moved to another home did not know of what is asked for then."""
    moved = facts.moved_home
    if leading is None or moved is None or (said.told_on is not None and said.told_on >= moved):
        return ()
    return tuple(doubt for doubt in leading.uncertain if doubt == AT_A_NEW_HOME)


def _passed_over(facts: PepFacts, said: SaidDate | None, today: date) -> tuple[str, ...]:
    """A day ahead that somebody gave, and that does not lead, is not left out without a word."""
    if facts.said is None or said is not None or facts.said.day < today:
        return ()
    words = _(
        "{who} gave {day}, and then a PEP was held. So we took that day to be for that PEP. "
        "If it is for the next one, type it again."
    )
    return (words.format(who=facts.said.by, day=say_day(facts.said.day)),)


def _what_to_ask(facts: PepFacts, once: date | None) -> str:
    if once is not None:
        return _(
            "When was the last PEP? One was due by {day}. If PEPs have been held since, type the last one’s day. "
            "If there has not been one yet, it is time to ask for one."
        ).format(day=say_day(once))
    if (facts.came_into_care or facts.started_school) and not facts.last_pep:
        return _(
            "When was the last PEP? With that day we can work out the next one. "
            "If there has not been one yet, it is time to ask for one."
        )
    return _(
        "We need one of these days to work this out: "
        "coming into care, starting at this school, or the last PEP."
    )
