"""What a council's rule says, in the words of a carer."""

from carer_app.domain.authority_rules import AuthorityRules, DayCount, Rhythm
from carer_app.domain.left_out import in_a_row, say_days
from carer_app.domain.rule_changes import ENDS, KEY_STAGES, RHYTHM, STARTS
from carer_app.domain.year_group import YearGroup
from carer_app.typed_dates import MONTHS, say_short
from carer_app.words import _, plural


def sentence(rules: AuthorityRules, part: str) -> str:
    """One thing the rule says; empty where it does not speak of it."""
    if part == STARTS:
        return _starts(rules)
    if part == ENDS:
        return _ends(rules)
    name = part.split(".")[0]
    value = getattr(rules, name)
    if part == "new_home.days" and value is None:
        return _("A full PEP when the child moves to another home.") if rules.asks_at_new_home else ""
    if isinstance(value, DayCount):
        return _COUNTS[name].format(days=say_days(value.days, value.kind))
    if isinstance(value, Rhythm):
        return _RHYTHMS[name].format(how=how_often(value))
    if not value:
        return ""
    years = in_a_row(YearGroup(year).name for year in value)
    return _("A new PEP at the start of {years}.").format(years=years)


def _starts(rules: AuthorityRules) -> str:
    age: int | str | None = rules.from_age
    term = rules.from_term_after
    if age == 0:
        age = _("birth")
    if term == 0:
        words = _("PEPs start at any age, where the child goes to a nursery or school.")
        if age is not None:
            words = _("PEPs start at {age}. Where the child goes to a nursery, at any age.")
        return words.format(age=age)
    if term is not None:
        words = _("PEPs start with the term after the {nth} birthday.")
        if rules.asks_only_at_a_nursery:
            words = _("PEPs start with the term after the {nth} birthday, where the child goes to a nursery.")
        if age is not None:
            words = _(
                "PEPs start at {age}. Where the child goes to a nursery, with the term after the {nth} birthday."
            )
        return words.format(age=age, nth=NTH[term])
    if age is None:
        return ""
    words = _("PEPs start at {number}.")
    if rules.asks_only_at_a_nursery:
        words = _("PEPs start at {number}, before school only where the child goes to a nursery.")
        if rules.nursery_hours:
            words = _(
                "PEPs start at {number}, before school only where the child has {hours} hours a week at a nursery."
            )
    return words.format(number=age, hours=rules.nursery_hours)


def _ends(rules: AuthorityRules) -> str:
    if rules.until_age is not None:
        return _("PEPs go on until the child is {number}.").format(number=rules.until_age)
    if rules.until_year is not None:
        return _("PEPs go on to the end of Year {number}.").format(number=rules.until_year)
    return ""


def label_of(part: str) -> str:
    """What one part of a rule is called, beside its box and where it is not said."""
    return _LABELS[part]


NTH = {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth")}
_COUNTS = {
    "first_pep_start": _("First PEP: begun within {days} of coming into care."),
    "first_pep": _("First PEP: ready within {days} of coming into care."),
    "new_school": _("After a change of school: a PEP within {days} of starting there."),
    "new_home": _("After a move to another home: a PEP within {days}."),
    "copy_within": _("Your copy of the PEP: within {days} of the meeting."),
}
_RHYTHMS = {
    RHYTHM: _("Then {how}."),
    "early_years": _("Before Reception: {how}."),
    "post_16": _("After Year 11: {how}."),
}
_LABELS = {
    "first_pep_start.days": _("Days until the first PEP is begun"),
    "first_pep.days": _("Days until the first PEP is ready"),
    "new_school.days": _("Days after starting a new school"),
    "new_home.days": _("Days after a move to another home"),
    "copy_within.days": _("Days until your copy comes"),
    RHYTHM: _("How often PEPs are"),
    "early_years": _("How often PEPs are before Reception"),
    "post_16": _("How often PEPs are after Year 11"),
    KEY_STAGES: _("Classes with a new PEP at their start"),
    STARTS: _("When PEPs start"),
    ENDS: _("When PEPs stop"),
    # As earlier versions called them; they stand in what was changed.
    "rhythm.months": _("Months between two PEPs"),
    "rhythm.last_dates": _("The council’s last dates"),
    "early_years.months": _("Months between two PEPs before Reception"),
    "post_16.months": _("Months between two PEPs after Year 11"),
    "from_age": _("Age at which PEPs start"),
    "until_year": _("Last school year with PEPs"),
    "until_age": _("Age at which PEPs stop"),
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
