"""The rules of Home about a life between meetings: days without full-time school, a first week, a letter."""

from datetime import timedelta

from carer_app.choices import ChildList, WithoutSchool
from carer_app.use_cases.childs_lists import list_of
from carer_app.use_cases.next_letter import next_letter
from carer_app.use_cases.next_without_school import IS_BACK, next_without_school
from carer_app.use_cases.steps import FIRST_DAYS, Situation, Step, StepDue
from carer_app.use_cases.steps_schools import school_place
from carer_app.words import _


def without_school(facts: Situation) -> StepDue | None:
    """A child is not in school full-time: what is next, and from which day the law asks for more."""
    told_elsewhere = frozenset({WithoutSchool.NO_PLACE} if school_place(facts) else ())
    found = next_without_school(facts.session, facts.child.id, facts.today, told_elsewhere)
    if found is None:
        return None
    words = facts.by_turns(found.began, found.what, IS_BACK) if found.goes_on else found.what
    return StepDue(
        Step.WITHOUT_SCHOOL,
        words.format(child=facts.name, worker=facts.worker),
        f"{found.when} {found.day}".strip(),
        found.kind.words,
        "warn" if found.goes_on else "info",
        about=found.key,
        days_id=found.days_id,
    )


def first_week(facts: Situation) -> StepDue | None:
    """A child has just come, or may have: what helps with school in the first days, until it is ticked off."""
    child, today = facts.child, facts.today
    known = [day for day in (child.came_into_care_on, child.moved_home_on) if day is not None]
    if not known and (child.last_pep_on is not None or facts.held):
        return None  # whose last PEP is known has lived with somebody who knows them
    came = max(known, default=child.added_on)
    if came is None or not timedelta(0) <= today - came < FIRST_DAYS or not child.is_in_care(today):
        return None
    rows = list_of(facts.session, child.id, ChildList.FIRST_WEEK, today).rows
    if all(row.done_on is not None for row in rows if not row.has_box):
        return None
    words = _("{child} has just come: see what helps in the first week")
    why = _("Ask for the current PEP, and for the schools before. There are words to send.")
    if not known:
        words = _("Has {child} just come to you? See what helps in the first week")
    return StepDue(Step.FIRST_WEEK, words.format(child=facts.name), why, _("First week"), "later")


def letter(facts: Situation) -> StepDue | None:
    """Half a year has gone by: a letter to the child, for a few weeks."""
    due = next_letter(facts.session, facts.child.id, facts.today)
    if due is None or not due.is_named(facts.today):
        return None
    words = _("You could write {child} a letter").format(child=facts.name)
    why = _("{since} The letter begins with your good news, and you make it your own.").format(
        since=due.words(facts.today)
    )
    if due.begun_on is not None:
        words = _("Your letter to {child} is begun").format(child=facts.name)
        why = _(
            "You began it on {day}. Once you gave it to {child}, say so: then it is in {child}’s own book."
        ).format(day=facts.short(due.begun_on), child=facts.name)
    return StepDue(Step.LETTER, words, why, _("A letter"), "later")
