"""The rules of Home about schools: a place, a move to another one, and the dates of term."""

from dataclasses import replace
from datetime import date, timedelta

from carer_app.domain.left_out import say_days
from carer_app.domain.school_calendar import LONGEST_HOLIDAY
from carer_app.domain.school_years import school_year
from carer_app.domain.year_group import RECEPTION, year_group
from carer_app.typed_dates import say_day
from carer_app.use_cases.childs_year import late_place, place_words
from carer_app.use_cases.council_rules import rules_for
from carer_app.use_cases.dates_drafts import half_checked
from carer_app.use_cases.pep_dates import last_pep_held
from carer_app.use_cases.steps import SOON, Situation, Step, StepDue
from carer_app.words import _

BEFORE_IT_CAN_BE_DUE = timedelta(weeks=8)
OFTEN_AT_ANOTHER_SCHOOL = (RECEPTION, 7, 12)
"""The classes that most children begin at a school they have not been to."""
NEW_FOR = timedelta(weeks=8)
"""So long after a move Home asks about the school. The child's page asks on, and Home once its dates matter."""


def school_place(facts: Situation) -> StepDue | None:
    """A child without a school was to have one by now."""
    late = late_place(facts.child, facts.today)
    if late is None:
        return None
    words = facts.by_turns(
        late.on,
        _("Ask again about a school place for {child}"),
        _("Ask the virtual school about a school place for {child}"),
    ).format(child=facts.name)
    why = " ".join((place_words(late), late.who, late.carer))
    return StepDue(Step.SCHOOL_PLACE, words, why, _("No school place"), "warn")


def new_school(facts: Situation) -> StepDue | None:
    """The child moves, or has moved: its dates, its teacher, and where the meeting is now."""
    new = facts.new_school
    if not facts.needs_pep:
        return None
    if new is None or new.first_day > facts.today + SOON:
        return _school_of_a_new_stage(facts)
    asked_already = facts.due.needs_term_dates and facts.due.school_id == new.school_id
    asked_already = asked_already and not _not_yet_needed(facts)
    missing = [
        each for each in new.missing if not (asked_already and each == new.missing[0] and new.needs_dates)
    ]
    if not missing or (new.place_of is None and new.first_day + NEW_FOR < facts.today):
        return None
    why = _("{child} goes there from {day}. Still to say: {missing}.")
    if new.has_begun:
        why = _("{child} has been there since {day}. Still to say: {missing}.")
    return StepDue(
        Step.NEW_SCHOOL,
        facts.by_turns(
            new.first_day - SOON, _("Tell us about {school}"), _("Say what is still missing about {school}")
        ).format(school=new.school),
        why.format(child=facts.name, day=say_day(new.first_day), missing=", ".join(missing)),
        _("New school"),
        "later",
        line=_("Tell us about {school}: {missing}.").format(school=new.school, missing=", ".join(missing)),
    )


def _school_of_a_new_stage(facts: Situation) -> StepDue | None:
    """A class begins that is often at another school, and nobody said which. The first day there starts a clock."""
    born, began = facts.child.birthday, date(school_year(facts.today + SOON), 9, 1)
    group = year_group(born, began, years_ahead=facts.child.years_ahead) if born else None
    if facts.due.asks_for and not facts.due.needs_term_dates:
        return None  # a first fact is asked for: one question after the other
    if group is None or group.number not in OFTEN_AT_ANOTHER_SCHOOL or facts.today > began + NEW_FOR:
        return None
    held = last_pep_held(facts.session, facts.child)
    if _is_at_school_then(facts, began) or not facts.child.is_in_care(began) or (held and held >= began):
        return None
    asking = [
        rules for rules in rules_for(facts.session, facts.child.council) if rules.leads("new_school", began)
    ]
    rule = min(asking, key=lambda each: each.new_school.days if each.new_school else 0, default=None)
    if rule is None or rule.new_school is None:
        return None
    why = _(
        "{year} is often at another school. Then a PEP is due {days} after the first day there. Rule: {rule}."
    )
    words = facts.by_turns(
        began - SOON,
        _("Which school does {child} go to in {year}?"),
        _("Say which school {child} goes to in {year}"),
    ).format(child=facts.name, year=group.name)
    days = say_days(rule.new_school.days, rule.new_school.kind)
    return StepDue(
        Step.NEW_SCHOOL,
        words,
        why.format(year=group.name, days=days, rule=rule.whose("new_school").name),
        _("A question"),
        "later",
    )


def _is_at_school_then(facts: Situation, began: date) -> bool:
    """Whether somebody said where the child is in the school year that begins on a day.

    A move that was written down says so, and so do dates of that year at the school of today; without a school place
    that is what is asked about.
    """
    if not facts.child.has_school_place or (facts.new_school and facts.new_school.first_day > began - SOON):
        return True
    there = facts.child.schooling_on(began)
    if there is None:
        return False
    began_there = there.started_on is not None and there.started_on > began - SOON
    return began_there or any(period.last_day > began + SOON for period in there.school.periods)


def term_dates(facts: Situation) -> StepDue | None:
    """The school's dates are needed and not there, or run out; what is half checked is to be gone on with."""
    found, school_id = _dates_needed(facts), facts.due.school_id
    if found is None or school_id is None or half_checked(facts.session, school_id) is None:
        return found
    school = next((s.school.name for s in facts.child.schoolings if s.school_id == school_id), "")
    words = _("You have begun to check the dates of {school}. They do not count yet.")
    words = words.format(school=school or _("the school"))
    return replace(found, words=_("Go on checking the school’s dates"), why=words, line=words)


def _dates_needed(facts: Situation) -> StepDue | None:
    schooling = next((s for s in facts.child.schoolings if s.school_id == facts.due.school_id), None)
    if not facts.needs_pep or not facts.child.has_school_place:
        return None
    if schooling is None:
        if not facts.due.needs_term_dates or _not_yet_needed(facts):
            return None
        words = _("Say which school {child} goes to").format(child=facts.name)
        why = _("We count in school days, so we need the school first, and then its term dates.")
        return StepDue(Step.TERM_DATES, words, why, _("No date yet"), "later")
    school = schooling.school.name or _("the school")
    ends = max((period.last_day for period in schooling.school.periods), default=None)
    line = _("Add the dates of {school}.").format(school=school)
    if facts.due.needs_term_dates:
        if _not_yet_needed(facts):
            return None
        why = facts.due.asks_for
        if facts.due.roughly and not _may_be_in_time(facts):
            is_due = _("The PEP is due {when}. {asks_for}")
            if facts.due.roughly_is_over:
                is_due = _("The PEP was due {when}. {asks_for}")
            why = is_due.format(when=facts.due.roughly, asks_for=why)
        elif _may_be_in_time(facts):
            why = _("We cannot tell yet if the meeting is in time. {asks_for}").format(asks_for=why)
            line = _("Add the dates of {school}. We cannot tell yet if the meeting is in time.").format(
                school=school
            )
        elif facts.due.due_on is not None and facts.due.due_on >= facts.today:
            is_due = _("The PEP is due by {day} at the latest. {asks_for}")
            why = is_due.format(day=facts.short(facts.due.due_on), asks_for=why)
        tag = _("It may be due sooner") if facts.due.due_on else no_date_yet(facts)
        words = facts.by_turns(
            _needed_since(facts),
            _("Add the school’s dates"),
            _("Find the school’s dates, often on its website"),
        )
        return StepDue(Step.TERM_DATES, words, why, tag, "later", line=line)
    if ends is None or not ends - SOON <= facts.today <= ends + SOON or _leaves_before_more(facts, ends):
        return None
    why = _("The dates of {school} that we know end on {day}. {how}")
    if ends < facts.today:
        why = _("The dates of {school} that we know ended on {day}. {how}")
    how = _("The next ones are often on its website.")
    if _may_be_the_last_year_there(facts, ends):
        how = _(
            "If {child} stays there, the next ones are often on its website. If not, say which school is next."
        )
    return StepDue(
        Step.TERM_DATES,
        _("Add the school’s next dates"),
        why.format(school=school, day=say_day(ends), how=how.format(child=facts.name)),
        _("Dates run out"),
        "later",
        line=_("Add the next dates of {school}.").format(school=school),
    )


def _may_be_the_last_year_there(facts: Situation, ends: date) -> bool:
    """Whether most children of that class go on to another school after it."""
    born = facts.child.birthday
    group = year_group(born, ends, years_ahead=facts.child.years_ahead) if born else None
    return group is not None and group.number + 1 in OFTEN_AT_ANOTHER_SCHOOL and facts.new_school is None


def _not_yet_needed(facts: Situation) -> bool:
    """Whether the dates change nothing yet: the PEP cannot be due for long, or the meeting is in time for certain."""
    earliest, day = facts.due.roughly_from, facts.next_day
    if earliest is None:
        return False
    is_far = earliest > facts.today + BEFORE_IT_CAN_BE_DUE and not facts.is_new
    return is_far or (day is not None and day <= earliest)


def dates_can_wait(facts: Situation) -> str:
    """What the school’s dates would do, where they are missing and nothing hangs on them yet; else empty."""
    if not facts.due.needs_term_dates or not facts.child.has_school_place:
        return ""
    words = _("With the school’s dates we can work out the exact day. That can wait.")
    if facts.due.due_on is not None:
        words = _("With the school’s dates we can tell if it is due sooner. That can wait.")
    return words


def _may_be_in_time(facts: Situation) -> bool:
    """Whether there is a day for the meeting, and it is not known to come too late."""
    day, by = facts.next_day, facts.due.surely_by
    return day is not None and (by is None or day <= by)


def no_date_yet(facts: Situation) -> str:
    """What is missing: the day of the meeting, or, where that is known, whether it is early enough."""
    return _("No date yet") if facts.next_day is None else _("Is it in time?")


def _needed_since(facts: Situation) -> date | None:
    """The day on which the dates began to matter."""
    earliest = facts.due.roughly_from
    return earliest - BEFORE_IT_CAN_BE_DUE if earliest is not None else None


def _leaves_before_more(facts: Situation, ends: date) -> bool:
    """Whether the child moves to another school before this one opens again."""
    new = facts.new_school
    return new is not None and not new.has_begun and new.first_day <= ends + LONGEST_HOLIDAY
