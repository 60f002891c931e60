"""From which day a child needs PEPs: a birthday, or the term after one where the child goes to a nursery."""

from datetime import date

from carer_app.domain.authority_rules import AuthorityRules
from carer_app.domain.pep_due import PepFacts
from carer_app.domain.year_group import nth_birthday

_FUNDED_TERMS = ((1, 1), (4, 1), (9, 1))


def age_reached(facts: PepFacts, age: int | None) -> date | None:
    """The day the child reaches an age; None where the birthday or the age is not known."""
    return nth_birthday(facts.birthday, age) if facts.birthday and age is not None else None


def needed_from(facts: PepFacts, rules: AuthorityRules) -> date | None:
    """The day from which this rule asks for PEPs; None where the rule or the birthday does not say."""
    by_age = age_reached(facts, rules.from_age)
    by_term = term_after_birthday(facts, rules.from_term_after) if goes_somewhere(facts) else None
    if rules.from_age is None and by_term is None:
        by_term = term_after_birthday(facts, rules.from_term_after)
    first_day, _name = facts.first_school
    if by_age and by_term and first_day:
        by_term = max(by_term, first_day)
    return min((day for day in (by_age, by_term) if day is not None), default=None)


def starts_by_term(facts: PepFacts, rules: AuthorityRules) -> bool:
    """Whether it is a term that PEPs start with, or the first day at a nursery in it, and not a birthday."""
    starts = needed_from(facts, rules)
    return starts is not None and starts != age_reached(facts, rules.from_age)


def goes_somewhere(facts: PepFacts) -> bool:
    """Whether the child goes to a school or a nursery that is written down."""
    return facts.has_school and bool(facts.school_name or facts.started_school)


def term_after_birthday(facts: PepFacts, age: int | None) -> date | None:
    """The first day of the funded term after a birthday: 1 January, 1 April or 1 September.

    Source: Cambridgeshire’s virtual school, “Early years” (cambslearntogether.co.uk): born 1 January to 31 March, from
    1 April; 1 April to 31 August, from 1 September; 1 September to 31 December, from 1 January.
    Seen on 29 November 2026.
    """
    birthday = age_reached(facts, age)
    if birthday is None:
        return None
    days = (date(year, *at) for year in (birthday.year, birthday.year + 1) for at in _FUNDED_TERMS)
    return next(day for day in days if day > birthday)
