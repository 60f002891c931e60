"""The one list of rules that choose what stands on a child's card: Home asks them in this order, Help shows them."""

from collections.abc import Callable
from dataclasses import dataclass

from carer_app.typed_dates import say_day
from carer_app.use_cases import (
    steps_after,
    steps_asking,
    steps_beside,
    steps_between,
    steps_meeting,
    steps_reviews,
    steps_schools,
)
from carer_app.use_cases.next_pep import sooner_by_rule
from carer_app.use_cases.steps import Situation, Step, StepDue, first_sentence
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class Rule:
    """`says` is the rule as Help lists it; `find` gives what is to be said where it holds."""

    step: Step
    says: str
    find: Callable[[Situation], StepDue | None]


RULES = (
    Rule(
        Step.KEPT_WORDS,
        _("The child kept something in their own part, and you have not read it"),
        steps_after.kept_words,
    ),
    Rule(Step.REVIEW_NOW, _("The child-in-care review is today or tomorrow"), steps_reviews.review_now),
    Rule(
        Step.NEARLY_TIME,
        _("The meeting is within a week, and there is something left to get ready"),
        steps_meeting.nearly_time,
    ),
    Rule(
        Step.PRINT,
        _("The meeting is within a week, and everything is ready to print"),
        steps_meeting.print_it,
    ),
    Rule(Step.BEGIN_NOW, _("The day agreed for the next PEP is within a week"), steps_meeting.begin_now),
    Rule(
        Step.WITHOUT_SCHOOL,
        _("The child is not in school full-time, and there is something to ask for or to tell"),
        steps_between.without_school,
    ),
    Rule(
        Step.WAS_HELD,
        _("The day of a meeting has gone by, and nobody has said if it was held"),
        steps_meeting.was_held,
    ),
    Rule(
        Step.WRITE_DOWN,
        _("The meeting has been, and what was agreed is not written down"),
        steps_after.write_down,
    ),
    Rule(
        Step.ASK_FOR_DATE,
        _(
            "The PEP has no date, and it is due within four weeks or late, was put off, or the child moved home"
        ),
        steps_meeting.ask_for_date,
    ),
    Rule(Step.AFTER_DUE, _("The meeting is after the day by which the PEP is due"), steps_meeting.after_due),
    Rule(
        Step.REVIEW_HELD,
        _("The day of a child-in-care review has gone by, and nobody has said if it was held"),
        steps_reviews.review_held,
    ),
    Rule(
        Step.MY_ACTION,
        _("Something you said you would do is due within a week, or its day has gone by"),
        steps_after.my_action,
    ),
    Rule(Step.ASK_FOR_COPY, _("The copy of a PEP has not come after two weeks"), steps_after.ask_for_copy),
    Rule(
        Step.OTHERS_LATE,
        _("The day of something that somebody else said yes to has gone by"),
        steps_after.others_late,
    ),
    Rule(
        Step.SCHOOL_PLACE,
        _("A school place was due 20 school days after coming into care, and there is none"),
        steps_schools.school_place,
    ),
    Rule(
        Step.REVIEW,
        _("The day of the child-in-care review is within 20 days"),
        steps_reviews.review,
    ),
    Rule(
        Step.REVIEW_DAY,
        _(
            "A child-in-care review is due within 20 days, or was due, and you have no day for it or a late one"
        ),
        steps_reviews.review_day,
    ),
    Rule(
        Step.GET_READY,
        _("The meeting is within four weeks, and there is something left to get ready"),
        steps_meeting.get_ready,
    ),
    Rule(Step.BEGIN, _("The day agreed for the next PEP is within four weeks"), steps_meeting.begin),
    Rule(
        Step.EHCP_REVIEW,
        _("The EHCP review is due within four weeks, or its day has gone by"),
        steps_reviews.ehcp_review,
    ),
    Rule(
        Step.NEW_SCHOOL,
        _(
            "A move to another school is within four weeks, or has been, or is usual now, and something about it "
            "is not known"
        ),
        steps_schools.new_school,
    ),
    Rule(
        Step.TERM_DATES,
        _("The school’s dates are missing and matter soon, or the child is new here, or they run out"),
        steps_schools.term_dates,
    ),
    Rule(Step.FACTS, _("We need one more date to work out when the PEP is due"), steps_beside.facts_needed),
    Rule(
        Step.COUNCIL,
        _("Nobody has said yet which council is responsible, or which took over from it"),
        steps_beside.council,
    ),
    Rule(
        Step.FIRST_WEEK,
        _("The child came within the last two weeks, and the list for the first week is not done"),
        steps_between.first_week,
    ),
    Rule(
        Step.LAST_REVIEW,
        _("There were child-in-care reviews, and the day of the last one is not known"),
        steps_reviews.last_review,
    ),
    Rule(
        Step.YEAR_DAY,
        _(
            "Another day of the child’s year is within four weeks: a form for a school, the EHCP, the SDQ, 16 or 18"
        ),
        steps_beside.year_day,
    ),
    Rule(
        Step.MY_OPEN_ACTION,
        _("Something you said you would do has no day, or is more than four weeks late"),
        steps_after.my_open_action,
    ),
    Rule(
        Step.ANSWER_AWAITED,
        _("You asked somebody for something, and no answer is written down"),
        steps_asking.answer_awaited,
    ),
    Rule(
        Step.THANK,
        _("Something that you asked for is done, and you may want to say thank you"),
        steps_asking.thank,
    ),
    Rule(
        Step.LETTER,
        _(
            "Half a year has gone by since your last letter to the child, or since the first PEP that we know of"
        ),
        steps_between.letter,
    ),
)

MAY_WAIT = frozenset(
    {
        *(Step.ASK_FOR_DATE, Step.ASK_FOR_COPY, Step.OTHERS_LATE, Step.ANSWER_AWAITED, Step.THANK),
        *(Step.REVIEW, Step.REVIEW_DAY, Step.LAST_REVIEW),
        *(Step.WITHOUT_SCHOOL, Step.FIRST_WEEK, Step.LETTER),
    }
)
"""What the carer can say “Not now” to, while everything else of the child stays where it is."""

STEP_RULES = {rule.step: rule.says for rule in RULES}
"""The same list, as Help shows it."""


def all_found(facts: Situation) -> tuple[StepDue, ...]:
    """What holds for a child and need not wait, most important first."""
    found = (rule.find(facts) for rule in RULES)
    return tuple(each for each in found if each is not None and each.key not in facts.waits)


def nothing(facts: Situation) -> StepDue:
    """What is said where no rule holds."""
    why = facts.due.reason
    if facts.meeting_words:
        why = ""
    elif facts.meeting_on is not None:
        why = _("Next: {child}’s PEP meeting is on {day}.").format(
            child=facts.name, day=say_day(facts.meeting_on)
        )
    elif facts.agreed is not None:
        why = _("Next: {child}’s PEP meeting was agreed for {day}.").format(
            child=facts.name, day=say_day(facts.agreed)
        )
    elif facts.due.due_on is not None:
        next_one = (
            _("{child}’s PEP was due by {day}.")
            if facts.due.due_on < facts.today
            else _("Next: {child}’s PEP is due by {day} at the latest.")
            if facts.due.asks_for
            else _("Next: {child}’s PEP is due by {day}.")
        )
        next_one = next_one.format(child=facts.name, day=facts.short(facts.due.due_on))
        more = steps_schools.dates_can_wait(facts) or first_sentence(facts.due.reason)
        why = " ".join(part for part in (next_one, more, sooner_by_rule(facts.due, facts.today)) if part)
    elif facts.due.roughly:
        next_one = _("Next: {child}’s PEP is due {when}.").format(child=facts.name, when=facts.due.roughly)
        why = f"{next_one} {steps_schools.dates_can_wait(facts) or facts.due.asks_for}"
    return StepDue(
        Step.NOTHING,
        _("Nothing needs doing for {child} today.").format(child=facts.name),
        why,
        _("All done"),
        "ok",
    )
