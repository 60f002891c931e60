"""From when until when a rule asks for PEPs, and what is said before and after."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from carer_app.domain.authority_rules import FUNDED_FROM, AuthorityRules
from carer_app.domain.pep_clocks import Clock, with_doubt
from carer_app.domain.pep_due import PepDue, PepFacts
from carer_app.domain.pep_starts import age_reached, needed_from, term_after_birthday
from carer_app.domain.school_calendar import ONE_DAY
from carer_app.domain.year_group import year_group_ends
from carer_app.typed_dates import say_day, say_short
from carer_app.words import _


def not_needed(
    facts: PepFacts, rules: AuthorityRules, today: date, leading: Clock | None, answer: PepDue
) -> PepDue | None:
    """Why this rule asks for no PEP now; None where it asks for one."""
    starts = needed_from(facts, rules)
    if starts and today < starts and facts.last_pep is None:
        return _not_yet(facts, rules, starts, today, answer)
    ends, reason = end_of(facts, rules, today)
    if ends is None or (today <= ends and (leading is None or leading.not_before <= ends)):
        return None
    doubt = _("The social worker knows what comes next.")
    if rules.until_year is not None and rules.until_year <= 11:
        doubt = _("Many councils go on until 18. The social worker knows what comes next.")
    return replace(
        answer, state="no_more", rule=rules.whose(_end_field(rules)), reason=reason, uncertain=(doubt,)
    )


def _not_yet(facts: PepFacts, rules: AuthorityRules, starts: date, today: date, answer: PepDue) -> PepDue:
    """No PEP by this rule yet. From the first funded term on a nursery can make a difference, and that is said."""
    reason = _("By this rule PEPs start at {age}. That is on {date}.")
    field = "from_age"
    if rules.from_age is None or starts != age_reached(facts, rules.from_age):
        field = "from_term_after"
        reason = _("By this rule PEPs start with the term after the birthday. That is on {date}.")
    said = replace(
        answer,
        state="not_yet",
        rule=rules.whose(field),
        reason=reason.format(age=rules.from_age, date=say_day(starts)),
    )
    funded = term_after_birthday(facts, FUNDED_FROM)
    if funded is None or today < funded or starts <= funded:
        return said
    if rules.from_term_after is not None and rules.from_term_after <= FUNDED_FROM:
        doubt = _(
            "Does the child go to a nursery or a childminder? Then a PEP is needed: put it down as the school."
        )
    else:
        doubt = _(
            "In many councils a two-year-old who goes to a nursery has a PEP. Ask the social worker whether one is due."
        )
    return replace(said, uncertain=(doubt,))


def while_asked_for(clock: Clock, facts: PepFacts, rules: AuthorityRules) -> Clock:
    """The same clock; a bound never lies after the last day in care, or the last on which the rule asks for PEPs."""
    ends, why = end_of(facts, rules)
    left = facts.left_care - ONE_DAY if facts.left_care else None
    if left and (ends is None or left < ends):
        ends, why = left, _("Care ends on {date}.").format(date=say_day(left + ONE_DAY))
    if ends is None or clock.by or not clock.bounds or not clock.not_before <= ends < clock.bounds[-1].last:
        return clock
    at_the_latest = _("by {day} at the latest").format(day=say_short(ends, with_year=True))
    bounds = [
        each if each.last <= ends else replace(each, last=ends, words=at_the_latest)
        for each in clock.bounds
        if each.first <= ends
    ]
    doubt = _("{why} If it is due after that day, none is needed.").format(why=why)
    return with_doubt(replace(clock, bounds=tuple(bounds)), doubt)


def ends_before(ends: date) -> str:
    """Care ends first."""
    return _("Care ends on {date}, before another PEP is due.").format(date=say_day(ends))


def last_word(facts: PepFacts, refused: Sequence[tuple[AuthorityRules, PepDue | None]]) -> PepDue:
    """Of rule sets that all ask for no PEP: the one that begins first, or goes on longest."""
    answers = [(rules, no) for rules, no in refused if no is not None]
    not_yet = [
        (rules.from_age or 0, place) for place, (rules, no) in enumerate(answers) if no.state == "not_yet"
    ]
    if not_yet:
        return answers[min(not_yet)[1]][1]
    return max(answers, key=lambda each: end_of(facts, each[0])[0] or date.min)[1]


def _end_field(rules: AuthorityRules) -> str:
    return "until_age" if rules.until_age is not None else "until_year"


def end_of(facts: PepFacts, rules: AuthorityRules, today: date = date.max) -> tuple[date | None, str]:
    """The last day on which this rule asks for PEPs, and why."""
    if facts.birthday is None:
        return None, ""
    if rules.until_age is not None:
        ends = age_reached(facts, rules.until_age)
        assert ends is not None
        words = (
            _("By this rule PEPs stop at {age}. That was on {date}.")
            if ends < today
            else _("By this rule PEPs stop at {age}. That is on {date}.")
        )
        return ends, words.format(age=rules.until_age, date=say_day(ends))
    if rules.until_year is not None:
        ends = year_group_ends(facts.birthday, rules.until_year, years_ahead=facts.years_ahead)
        words = (
            _("By this rule PEPs stop at the end of Year {year}. That was {date}.")
            if ends < today
            else _("By this rule PEPs stop at the end of Year {year}. That is {date}.")
        )
        return ends, words.format(year=rules.until_year, date=say_day(ends))
    return None, ""
