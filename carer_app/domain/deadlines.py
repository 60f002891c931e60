"""When the next PEP is due, by which rule, from which facts, and how it was worked out."""

from dataclasses import replace
from datetime import date, timedelta

from carer_app.domain.authority_rules import AuthorityRules
from carer_app.domain.day_counts import add_months, working_day_after
from carer_app.domain.pep_clocks import Clock, KnownTerms, days_clock, months_clock, with_doubt
from carer_app.domain.pep_due import PepDue, PepFacts, SaidDate, unanswered
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.domain.year_group import nth_birthday, year_group_ends
from carer_app.typed_dates import say_day
from carer_app.words import _

__all__ = ["PepDue", "PepFacts", "SaidDate", "add_months", "copy_due", "next_pep", "working_day_after"]


def next_pep(
    facts: PepFacts,
    rules: AuthorityRules,
    calendar: SchoolCalendar | None,
    today: date,
    *,
    inset_known: bool = True,
) -> PepDue:
    """When the next PEP is due for a child by one council's rules.

    The clocks: coming into care until a PEP is held after it; starting a new school after coming into
    care until a PEP is held after that; a number of months after the last PEP held in care. The earliest
    leads. Where one that cannot be worked out could be earlier than the others, no date is given.

    Source: Southwark Council's page "Personal education plans" (2017) has these three clocks; the
    numbers are in `rules`, with that rule set's own source.
    """
    if facts.last_pep and facts.last_pep > today:
        facts = replace(facts, last_pep=None)
    answer = unanswered(facts, rules)
    clocks = _live_clocks(facts, rules, KnownTerms(calendar, inset_known), today)
    # A clock without a date may still be the earliest; then a later date would be a wrong one.
    leading = min(clocks, key=lambda clock: (clock.not_before, clock.by is None), default=None)
    if said := _said_for_next(facts):
        reason = _("{who} gave this date.").format(who=said.by)
        return replace(
            answer, by=said.day, state="due", reason=reason, worked_out=leading, clocks=clocks, said=said
        )
    if not_needed := _not_needed(facts, rules, today, leading, answer):
        return not_needed
    if leading is None:
        return replace(answer, missing=_what_to_ask(facts))
    return replace(
        answer,
        by=leading.by,
        state="due" if leading.by else "unknown",
        reason=leading.reason,
        missing=leading.missing,
        school_years=leading.school_years,
        uncertain=leading.uncertain,
        worked_out=leading,
        clocks=clocks,
    )


def copy_due(held_on: date, rules: AuthorityRules) -> date | None:
    """The day by which the carer should have the copy of a PEP; None where the rule does not say.

    Source: Southwark Council's page (2017): handed over straight after, or sent within about two weeks.
    """
    if rules.copy_within_days is None:
        return None
    return held_on + timedelta(days=rules.copy_within_days)


def _live_clocks(facts: PepFacts, rules: AuthorityRules, terms: KnownTerms, today: date) -> tuple[Clock, ...]:
    care, school = facts.came_into_care, facts.started_school
    held = facts.last_pep
    needed_from = _age_reached(facts, rules.from_age)
    clocks: list[Clock] = []
    if care and (held is None or held < care):
        clocks += _first_pep_clock(care, needed_from, rules, terms, today)
    if (
        school
        and rules.new_school
        and (care is None or school > care)
        and (held is None or held < school)
        and (needed_from is None or school >= needed_from)
    ):
        where = _("starting at {school}").format(school=facts.school_name or _("a new school"))
        clock = days_clock(school, where, rules.new_school, terms)
        if care is None:
            clock = with_doubt(clock, _("The day of coming into care is not known. It can change this date."))
        elif held is None and clock.by and not clocks:
            clock = with_doubt(clock, _("The day of the last PEP is not known. It can change this date."))
        clocks.append(clock)
    if held and rules.months_between and (care is None or held >= care):
        clocks.append(months_clock(held, rules.months_between, terms))
    return tuple(sorted(clocks, key=lambda clock: (clock.by is None, clock.by or clock.not_before)))


def _first_pep_clock(
    care: date, needed_from: date | None, rules: AuthorityRules, terms: KnownTerms, today: date
) -> list[Clock]:
    turned_old_enough = needed_from is not None and care < needed_from
    event = needed_from if needed_from and turned_old_enough else care
    what = _("turning {age}").format(age=rules.from_age) if turned_old_enough else _("coming into care")
    clock = days_clock(event, what, rules.first_pep, terms)
    if turned_old_enough:
        clock = with_doubt(
            clock,
            _("The rule does not say when the first PEP is due for a child who turns {age} in care.").format(
                age=rules.from_age
            ),
        )
    # Nobody types a school's dates of years ago: then the day of the last PEP is the thing to ask for.
    long_ago = rules.months_between is not None and add_months(event, rules.months_between) <= today
    if not long_ago:
        return [clock]
    if clock.by is None:
        return []
    return [with_doubt(clock, _("If a PEP has been held since then, type its day. It changes this date."))]


def _said_for_next(facts: PepFacts) -> SaidDate | None:
    said, held = facts.said, facts.last_pep
    if said is None or held is None:
        return said
    meant_for_that_one = held >= said.day or (said.told_on is not None and held > said.told_on)
    return None if meant_for_that_one else said


def _not_needed(
    facts: PepFacts, rules: AuthorityRules, today: date, leading: Clock | None, answer: PepDue
) -> PepDue | None:
    starts = _age_reached(facts, rules.from_age)
    if starts and today < starts and facts.last_pep is None:
        reason = _("By this rule PEPs start at {age}. That is on {date}.").format(
            age=rules.from_age, date=say_day(starts)
        )
        return replace(answer, state="not_yet", reason=reason)
    if facts.birthday is None or rules.until_year is None:
        return None
    ends = year_group_ends(facts.birthday, rules.until_year, years_ahead=facts.years_ahead)
    if today <= ends and (leading is None or leading.not_before <= ends):
        return None
    reason = _("By this rule PEPs stop at the end of Year {year}. That is {date}.").format(
        year=rules.until_year, date=say_day(ends)
    )
    doubt = _("Many councils go on until 18. The social worker knows what comes next.")
    return replace(answer, state="no_more", reason=reason, uncertain=(doubt,))


def _age_reached(facts: PepFacts, age: int | None) -> date | None:
    return nth_birthday(facts.birthday, age) if facts.birthday and age is not None else None


def _what_to_ask(facts: PepFacts) -> str:
    if facts.came_into_care and not facts.last_pep:
        return _(
            "When was the last PEP? With that day we can work out the next one. "
            "If there has not been one yet, it is time to ask for one."
        )
    return _(
        "We need one of these days to work this out: "
        "coming into care, starting at this school, or the last PEP."
    )
