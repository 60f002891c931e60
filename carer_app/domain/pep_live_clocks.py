"""Which clocks run for a child by one rule set: what has begun and has not been answered by a PEP."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from carer_app.domain.authority_rules import AuthorityRules, DayCount, RuleSource
from carer_app.domain.day_counts import add_months
from carer_app.domain.pep_big_changes import LONG_AGO_MONTHS, key_stage, named, new_home
from carer_app.domain.pep_clocks import Clock, KnownTerms, days_clock, with_doubt
from carer_app.domain.pep_due import PepFacts
from carer_app.domain.pep_rhythms import rhythm_clocks
from carer_app.domain.pep_starts import needed_from, starts_by_term
from carer_app.domain.year_group import RECEPTION, year_number
from carer_app.typed_dates import say_day
from carer_app.words import _

USUAL_MONTHS = 6
IF_HELD_SINCE = _("If a PEP has been held since then, type its day. It changes this date.")
_AT_A_NURSERY = _("For a child too young for school, this council asks for it where they go to a nursery.")
_FOR_SO_MANY_HOURS = _(
    "For a child too young for school, this council asks for it where they have {hours} hours a week at a nursery."
)


def live_clocks(facts: PepFacts, rules: AuthorityRules, terms: KnownTerms, today: date) -> list[Clock]:
    """Every clock that runs for one child by one rule set, in no order."""
    care, held = facts.came_into_care, facts.last_pep
    starts_on = needed_from(facts, rules)
    clocks: list[Clock] = []
    if care and (held is None or held < care):
        clocks += _first_pep_clocks(facts, care, starts_on, rules, terms, today)
        if _only_at_a_nursery(facts, rules, today):
            words = _FOR_SO_MANY_HOURS if rules.nursery_hours else _AT_A_NURSERY
            clocks = [with_doubt(clock, words.format(hours=rules.nursery_hours)) for clock in clocks]
    clocks += _late_at_schools_left(facts, rules, terms, today, others=bool(clocks))
    clocks += _clocks_of_schools(facts, rules, terms, today, others=bool(clocks))
    home = new_home(facts, rules, terms, today)
    clocks += home.clocks
    if held and (care is None or held >= care):
        rhythm = rhythm_clocks(held, rules, terms, facts.birthday, facts.years_ahead, today)
        stage = key_stage(facts, held, rules, terms, today, min(clock.surely_by for clock in rhythm))
        # It stands beside whichever day leads: after a move in summer that is often the one of the new school.
        beside = [*clocks, *rhythm]
        for asked in (home, stage):
            beside = [with_doubt(clock, asked.doubt) if asked.doubt else clock for clock in beside]
        clocks = [*beside, *stage.clocks]
    return [_with_what_is_open(clock, rules) for clock in clocks]


def _clocks_of_schools(
    facts: PepFacts, rules: AuthorityRules, terms: KnownTerms, today: date, *, others: bool
) -> list[Clock]:
    """The clocks of the school of today and of those to come, in their order."""
    held, found = facts.last_pep, list[list[Clock]]()
    for starts, name in facts.schools:
        new: list[Clock] = []
        # Before a move to come, a PEP may be due of which we know nothing.
        is_told_of = starts <= today or held is not None or others or any(found)
        if is_told_of and _is_unanswered(facts, starts):
            new = _new_school_clock(facts, starts, name, rules, terms, today, others or any(found))
        found.append(new)
    for place, (leaves, _name) in enumerate(facts.schools[1:]):
        a_day_follows = any(clock.by for new in found[place + 1 :] for clock in new)
        beneath = a_day_follows and facts.schools[place][0] > today
        found[place] = [_until_left(clock, leaves, beneath=beneath) for clock in found[place]]
    return [clock for new in found for clock in new]


def _is_unanswered(facts: PepFacts, starts: date) -> bool:
    """Whether a school was started in care, and no PEP was held since."""
    care, held = facts.came_into_care, facts.last_pep
    return (care is None or starts > care) and (held is None or held < starts)


def _late_at_schools_left(
    facts: PepFacts, rules: AuthorityRules, terms: KnownTerms, today: date, *, others: bool
) -> list[Clock]:
    """What was late for certain when the child left a school stays late: only a PEP that is held answers it."""
    found: list[Clock] = []
    schools = [*facts.schools_before, *(facts.schools[:1] if facts.started_school else ())]
    for (starts, name), (leaves, _next) in pairwise(schools):
        if _is_unanswered(facts, starts):
            clocks = _new_school_clock(facts, starts, name, rules, terms, today, others or bool(found))
            found += [_still_late(clock, leaves) for clock in clocks if clock.surely_by < leaves]
    return found


def _still_late(clock: Clock, left: date) -> Clock:
    """Of a school that the child has left nobody types dates any more, so a bound becomes its last day."""
    words = _("The child left that school on {day}. The PEP was due before that, so it is still late.")
    if clock.by is None:
        at_the_latest = _(
            "We do not know all of that school’s dates. This is the latest day it can have been."
        )
        clock = replace(clock, by=clock.surely_by, missing="", school_years=(), bounds=())
        clock = with_doubt(clock, at_the_latest)
    return with_doubt(clock, words.format(day=say_day(left)))


def _with_what_is_open(clock: Clock, rules: AuthorityRules) -> Clock:
    """What the page leaves open stands beside its own number, not beside one of somebody else."""
    field = "rhythm" if clock.kind == "next_pep" else clock.kind
    sentence = rules.unsure.get(field, "")
    return with_doubt(clock, sentence) if sentence and clock.rule == rules.named else clock


def once_due(facts: PepFacts, rules: AuthorityRules, terms: KnownTerms, today: date) -> date | None:
    """The day by which a PEP was due a year or two ago, where no PEP is known: by then its clock no longer runs."""
    care, started = facts.came_into_care, facts.started_school
    if facts.last_pep:
        return None
    clocks: list[Clock] = []
    if care:
        starts_on = needed_from(facts, rules)
        event = max(care, starts_on) if starts_on else care
        clocks = _first_pep_clocks(facts, care, starts_on, rules, terms, event)
    elif started:
        clocks = _new_school_clock(facts, started, facts.school_name, rules, terms, started, others=True)
    until = [clock.surely_by for clock in clocks if clock.kind != "first_pep_start" and not clock.beneath]
    day = min(until, default=None)
    return day if day and day < today < add_months(day, LONG_AGO_MONTHS * 2) else None


def _only_at_a_nursery(facts: PepFacts, rules: AuthorityRules, today: date) -> bool:
    """Whether this child may be one for whom the rule asks nothing as long as they are at home."""
    if not rules.asks_only_at_a_nursery:
        return False
    born = facts.birthday
    return born is None or year_number(born, today, years_ahead=facts.years_ahead) < RECEPTION


def _until_left(clock: Clock, leaves: date, *, beneath: bool) -> Clock:
    """The clock of a school that the child leaves before its day comes stands, and says so.

    Where that school is still to come, its day can never apply: it stands `beneath` that of the school after it.
    """
    if (clock.by or clock.not_before) < leaves:
        return clock
    words = _("The child is to leave that school on {day}, before this day.")
    clock = with_doubt(clock, words.format(day=say_day(leaves)))
    return replace(clock, beneath=clock.beneath or beneath)


def _new_school_clock(
    facts: PepFacts,
    starts: date,
    name: str,
    rules: AuthorityRules,
    terms: KnownTerms,
    today: date,
    others: bool,
) -> list[Clock]:
    starts_on, held = needed_from(facts, rules), facts.last_pep
    if rules.new_school is None or (starts_on is not None and starts < starts_on):
        return []
    if held is None and add_months(starts, LONG_AGO_MONTHS) <= today:
        return []  # as with a first PEP: it is the day of the last that is to be asked for
    where = _("starting at {school}").format(school=name or _("a new school"))
    clocks = [
        replace(days_clock(starts, where, count, terms), kind="new_school", rule=rule, beneath=beneath)
        for count, rule, beneath in _each_number(rules, "new_school", today)
    ]
    return [_with_doubts(clock, facts, starts, rules, today, others) for clock in _differing(clocks, rules)]


def _with_doubts(
    clock: Clock, facts: PepFacts, starts: date, rules: AuthorityRules, today: date, others: bool
) -> Clock:
    held = facts.last_pep
    if facts.came_into_care is None:
        clock = with_doubt(clock, _("The day of coming into care is not known. It can change this date."))
    if held is None and (_was_due(clock, today) or _is_months_ago(starts, rules, today)):
        clock = with_doubt(clock, IF_HELD_SINCE)
    elif held is None and facts.came_into_care and clock.by and not others:
        clock = with_doubt(clock, _("The day of the last PEP is not known. It can change this date."))
    return clock


def _each_number(rules: AuthorityRules, field: str, today: date) -> list[tuple[DayCount, RuleSource, bool]]:
    """A number of a rule, and other numbers for the same thing on other pages of the council, each with its rule.

    What the carer set stands alone. The last says whether a date by it stands beneath.
    """
    numbers = [(getattr(rules, field), rules.whose(field))]
    if field not in rules.own_numbers:
        numbers += [(other.count, other.said) for other in rules.also if other.part == field]
    return [(count, rule, not rules.leads(field, today)) for count, rule in numbers]


def _differing(clocks: list[Clock], rules: AuthorityRules) -> list[Clock]:
    """Where pages of one council say different numbers, each date says that, and which other page it is."""
    if len(clocks) == 1:
        return clocks
    words = _(
        "The pages of {council} differ. The earlier day comes first. Ask the social worker which is right."
    )
    return [with_doubt(clock, words.format(council=rules.council)) for clock in clocks]


def _first_pep_clocks(
    facts: PepFacts,
    care: date,
    starts_on: date | None,
    rules: AuthorityRules,
    terms: KnownTerms,
    today: date,
) -> list[Clock]:
    turned_old_enough = starts_on is not None and care < starts_on
    event = starts_on if starts_on and turned_old_enough else care
    what = _("coming into care")
    if turned_old_enough:
        by_term = starts_by_term(facts, rules)
        what = _("the first term since the birthday began") if by_term else _("turning {age}")
        first_day, first_school = facts.first_school
        if by_term and event == first_day and first_school:
            what = _("starting at {school}")
        what = what.format(age=rules.from_age, school=first_school)
    clocks = [
        replace(
            _without_school(event, what, count, facts, terms), kind="first_pep", rule=rule, beneath=beneath
        )
        for count, rule, beneath in _each_number(rules, "first_pep", today)
    ]
    clocks = _differing(clocks, rules)
    if rules.first_pep_start:
        start = _without_school(event, what, rules.first_pep_start, facts, terms)
        clocks.append(named(start, "first_pep_start", "first_pep_start", rules, today))
    if turned_old_enough:
        doubt = _("The rule does not say when the first PEP is due for a child who turns {age} in care.")
        if starts_by_term(facts, rules):
            doubt = _(
                "Many councils ask for a PEP once a two-year-old goes to a nursery, others from {age} on. "
                "Ask the social worker."
            )
        doubt = doubt.format(age=3 if rules.from_age is None else rules.from_age)
        clocks = [with_doubt(clock, doubt) for clock in clocks]
    if add_months(event, LONG_AGO_MONTHS) <= today:
        return []  # by then there has been one, and it is the day of the last that is to be asked for
    # Nobody types a school's dates of years ago: then the day of the last PEP is the thing to ask for.
    is_months_ago = _is_months_ago(event, rules, today)
    if is_months_ago:
        clocks = [clock for clock in clocks if (clock.by or clock.bounds) and clock.kind == "first_pep"]
    return [
        with_doubt(clock, IF_HELD_SINCE)
        if is_months_ago or (clock.kind == "first_pep" and _was_due(clock, today))
        else clock
        for clock in clocks
    ]


def _was_due(clock: Clock, today: date) -> bool:
    """Whether its day has gone by for certain: a PEP may have been held of which nobody has told."""
    return clock.surely_by < today


def _is_months_ago(event: date, rules: AuthorityRules, today: date) -> bool:
    return add_months(event, rules.rhythm.months or USUAL_MONTHS) <= today


def _without_school(event: date, what: str, count: DayCount, facts: PepFacts, terms: KnownTerms) -> Clock:
    """The count of a first PEP; a child without a school place has no school days, so working days stand for them.

    Source: a PEP is needed without a school place too, and is about getting one (Birmingham's page, Hull's manual).
    """
    if facts.has_school or count.kind != "school":
        return days_clock(event, what, count, terms)
    clock = days_clock(event, what, DayCount(count.days, "working"), terms)
    return with_doubt(
        clock,
        _(
            "The rule counts school days. Without a school place there are none, so we counted working days: "
            "that is the earlier date. A PEP is needed all the same: it is about getting a place."
        ),
    )
