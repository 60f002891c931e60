"""What a council's rule says, in the words of a carer."""

from carer_app.domain.authority_rules import AuthorityRules, DayCount, Rhythm
from carer_app.domain.left_out import in_a_row, say_days
from carer_app.domain.rule_changes import LAST_DATES, RHYTHM
from carer_app.domain.year_group import YearGroup
from carer_app.typed_dates import MONTHS, say_short
from carer_app.words import _, plural


def sentence(rules: AuthorityRules, part: str) -> str:
    """One thing the rule says; empty where it does not speak of it."""
    name = part.split(".")[0]
    value = getattr(rules, name)
    if part == RHYTHM:
        return _("Then {how}.").format(how=how_often(rules.rhythm))
    if part == LAST_DATES:
        return ""
    if part == "new_home.days" and value is None:
        return _("A full PEP when the child moves to another home.") if rules.asks_at_new_home else ""
    if value is None or value == ():
        return ""
    if isinstance(value, DayCount):
        return _COUNTS[name].format(days=say_days(value.days, value.kind))
    if isinstance(value, Rhythm):
        return _AGES[name].format(how=how_often(value))
    if name == "key_stage_years":
        years = in_a_row(YearGroup(year).name for year in value)
        return _("A new PEP at the start of {years}.").format(years=years)
    return _ENDS[name].format(number=value)


def number_label(part: str) -> str:
    """What a number is called beside its box."""
    return _LABELS[part]


_COUNTS = {
    "first_pep_start": _("First PEP: begun within {days} of coming into care."),
    "first_pep": _("First PEP: ready within {days} of coming into care."),
    "new_school": _("After a change of school: a PEP within {days} of starting there."),
    "new_home": _("After a move to another home: a PEP within {days}."),
    "copy_within": _("Your copy of the PEP: within {days} of the meeting."),
}
_AGES = {
    "early_years": _("Before Reception: {how}."),
    "post_16": _("After Year 11: {how}."),
}
_ENDS = {
    "from_age": _("PEPs start at {number}."),
    "until_year": _("PEPs go on to the end of Year {number}."),
    "until_age": _("PEPs go on until the child is {number}."),
}
_LABELS = {
    "first_pep_start.days": _("Days until the first PEP is begun"),
    "first_pep.days": _("Days until the first PEP is ready"),
    "new_school.days": _("Days after starting a new school"),
    "new_home.days": _("Days after a move to another home"),
    "copy_within.days": _("Days until your copy comes"),
    "rhythm.months": _("Months between two PEPs"),
    "early_years.months": _("Months between two PEPs before Reception"),
    "post_16.months": _("Months between two PEPs after Year 11"),
    "from_age": _("Age at which PEPs start"),
    "until_year": _("Last school year with PEPs"),
    "until_age": _("Age at which PEPs stop"),
    LAST_DATES: _("The council’s last dates"),
    RHYTHM: _("How often PEPs are"),
    "key_stage_years": _("Years with a new PEP at their start"),
}


def how_often(rhythm: Rhythm) -> str:
    """How PEPs follow one another, in the middle of a sentence."""
    if rhythm.kind == "months":
        return _("one every {months}").format(months=_months(rhythm))
    if rhythm.kind == "at_most_months":
        return _("never more than {months} apart").format(months=_months(rhythm))
    if rhythm.kind == "each_term":
        return _("one in each school term")
    if rhythm.kind == "first_half_term":
        return _("one in the first half of each school term")
    if rhythm.kind == "rounds":
        parts = (
            _("{first} to {last}").format(first=MONTHS[a - 1], last=MONTHS[b - 1]) for a, b in rhythm.rounds
        )
        return _("one in each part of the year: {parts}").format(parts=in_a_row(parts))
    days = in_a_row(say_short(day, with_year=True) for day in rhythm.last_dates) if rhythm.last_dates else ""
    known = _("The last dates we know: {days}").format(days=days) if days else _("We know none of its dates")
    return _("one in each round that the council sets a last date for. {known}").format(known=known)


def _months(rhythm: Rhythm) -> str:
    return plural("{count} month", "{count} months", rhythm.months or 0)
