"""When each child's next PEP, review and EHCP review are due, and why, from what is stored."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import Support, WhichReview
from carer_app.domain.care_reviews import (
    ReviewFacts,
    WhichReviewWas,
    next_ehcp_review,
    next_review,
    one_meeting,
)
from carer_app.domain.child import Child
from carer_app.domain.deadlines import PepDue, PepFacts, SaidDate, bound_now, copy_due, next_pep
from carer_app.domain.meeting import Meeting
from carer_app.domain.pep_clocks import Clock, KnownTerms
from carer_app.domain.school_calendar import ONE_DAY
from carer_app.rules import shipped
from carer_app.typed_dates import say_day
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.council_rules import rules_for
from carer_app.use_cases.due_date_working import WorkedOut, worked_out
from carer_app.use_cases.lookup import find, meetings_of
from carer_app.use_cases.whom_to_ask import who_sets
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class PepDueView:
    """The answer for one child. `due_on` None: not known (then `asks_for` says what is needed) or none needed.

    `state` is "due", "unknown", "not_yet" or "no_more". `said_by_social_worker`: the date was given to the carer; then
    `computed_on` stands beside it, or `computed_surely_by` where there is a bound only. `working`
    is everything that was worked out, earliest first, each with its own rule; the first that has not passed leads.
    `council` is empty where nobody has said which it is; `own_rules` is False where England's usual rules stand in for
    the council's own; `council_is_gone` where others have taken over from it.
    `who_sets` are those who set the date, to begin a sentence with: "Ms Ali or school". `roughly` bounds
    it, where no day can be given: "by the end of the spring term, at the latest 24 April 2026"; it is not due before
    `roughly_from`, and `roughly_is_over` once it was due for certain. Where there is a day and `asks_for` something
    all the same, it is due by that day at the latest, and not before `roughly_from`. `surely_by` is the day, or the
    last of the bound.
    `also_uncertain` is what is not certain about the answer and stands beside none of the `working`.
    `facts_used` are the days that everything was counted from, each in words. `school_id` is the school whose dates
    are to be asked for. `once_due` is the day by which a PEP was due so long ago that the day of the last is asked for.
    """

    due_on: date | None
    state: str
    reason: str
    rule: str
    rule_source: str
    rule_checked_on: date
    asks_for: str
    needs_term_dates: bool
    uncertain: tuple[str, ...]
    said_by_social_worker: bool
    computed_on: date | None
    computed_surely_by: date | None
    working: tuple[WorkedOut, ...]
    council: str
    own_rules: bool
    council_is_gone: bool
    who_sets: str
    roughly: str
    roughly_from: date | None
    surely_by: date | None
    roughly_is_over: bool
    also_uncertain: tuple[str, ...]
    facts_used: tuple[str, ...]
    school_id: int | None
    once_due: date | None


@dataclass(frozen=True, slots=True)
class OtherDates:
    """The dates beside the PEP. `said_review_on`, which the carer was given, leads while it is not over.

    `review_on` is the day that leads, told or by rule; None where there is none. `review_words` and `review_why` say
    it, also after that day. `together` suggests one meeting.
    """

    review: WorkedOut | None
    said_review_on: date | None
    review_on: date | None
    review_words: str
    review_why: str
    ehcp_review: WorkedOut | None
    ehcp_words: str
    together: str


@dataclass(frozen=True, slots=True)
class CopyExpected:
    """By when the copy of a PEP should come, and the working in words."""

    by: date
    why: str


@answered_once
def pep_due(session: Session, child_id: int, today: date) -> PepDueView:
    """When the next PEP of one child is due by the rules of the responsible council, and why."""
    child = find(session, Child, child_id)
    rules = rules_for(session, child.council)
    facts = _facts(child, last_pep_held(session, child), today)
    answer = next_pep(facts, rules, known_terms(child, today), today)
    beside = answer.worked_out if answer.said else None
    return PepDueView(
        due_on=answer.by,
        state=answer.state,
        reason=answer.reason,
        rule=answer.rule.name,
        rule_source=answer.rule.source,
        rule_checked_on=answer.rule.checked_on,
        asks_for=_asks_for(answer, child),
        needs_term_dates=bool(answer.school_years),
        uncertain=answer.uncertain,
        said_by_social_worker=answer.said is not None,
        computed_on=beside.by if beside else None,
        computed_surely_by=beside.surely_by if beside and (beside.by or beside.bounds) else None,
        working=tuple(worked_out(_as_it_stands(clock, child, today)) for clock in answer.clocks),
        also_uncertain=tuple(
            doubt
            for doubt in answer.uncertain
            if not any(doubt in clock.uncertain for clock in answer.clocks)
        ),
        council=child.council,
        own_rules=rules[0].key != shipped.USUAL,
        council_is_gone=bool(rules[0].succeeded_by),
        who_sets=who_sets(session, child),
        roughly=answer.roughly,
        roughly_from=answer.roughly_from,
        surely_by=answer.by or answer.roughly_until,
        roughly_is_over=answer.roughly_until is not None and answer.roughly_until < today,
        facts_used=answer.facts_used,
        school_id=_school_to_ask(child, today),
        once_due=answer.once_due,
    )


def _asks_for(answer: PepDue, child: Child) -> str:
    """What is needed to work it out. Nobody can type the dates of a school that there is not."""
    if not answer.school_years or child.has_school_place:
        return answer.missing
    no_place = _no_place(child)
    return no_place if answer.by is None else _("It may be due sooner. {why}").format(why=no_place)


def _as_it_stands(clock: Clock, child: Child, today: date) -> Clock:
    """The same clock; it asks for no dates of a school that there is not, and has the one bound that is said now."""
    if clock.bounds:
        clock = replace(clock, bounds=(bound_now(clock.bounds, today),))
    if not clock.school_years or child.has_school_place:
        return clock
    return replace(clock, missing=_no_place(child), school_years=())


def _no_place(child: Child) -> str:
    words = _("{child} has no school place, so there are no term dates to count with.")
    return words.format(child=child.name)


def _facts(child: Child, held: date | None, today: date) -> PepFacts:
    schooling, to_come = child.schooling_on(today), child.school_to_come(today)
    later = child.schools_to_come(today)[1:]
    before = child.schoolings[: child.schoolings.index(schooling)] if schooling else []
    moves = child.moves
    return PepFacts(
        came_into_care=child.came_into_care_on,
        started_school=schooling.started_on if schooling else None,
        school_name=schooling.school.name if schooling else "",
        moves_on=to_come.started_on if to_come else None,
        moves_to=to_come.school.name if to_come else "",
        later_moves=tuple((each.started_on, each.school.name) for each in later if each.started_on),
        last_pep=held,
        birthday=child.birthday,
        said=_said(child),
        years_ahead=child.years_ahead,
        has_school=child.has_school_place,
        left_care=child.left_care_on,
        moved_home=moves[-1] if moves else None,
        moved_home_before=moves[:-1],
        schools_before=tuple((each.started_on, each.school.name) for each in before if each.started_on),
    )


def _school_to_ask(child: Child, today: date) -> int | None:
    """The school whose dates are to be asked for: the one to come, once those of today's school are known."""
    now, to_come = child.schooling_on(today), child.school_to_come(today)
    if now and to_come and now.school.periods and not to_come.school.periods:
        return to_come.school_id
    return now.school_id if now else None


@answered_once
def other_dates(session: Session, child_id: int, today: date) -> OtherDates:
    """When the next child-in-care review and EHCP review of one child are due, and why."""
    child = find(session, Child, child_id)
    if not child.is_in_care(today):
        words = _("Child-in-care review: none any more")
        why = _("Care ended on {date}.").format(date=say_day(child.left_care_on or today))
        return OtherDates(None, None, None, words, why, None, "", "")
    rules = shipped.review_rules()
    review = next_review(
        ReviewFacts(child.came_into_care_on, child.last_review_on, _which(child.last_review_was)),
        rules,
        today,
    )
    ehcp = (
        next_ehcp_review(child.ehcp_review_on, rules)
        if child.ehcp_review_on and child.support == Support.EHCP
        else None
    )
    said = child.review_on if child.review_on and child.review_on >= today else None
    ends = child.care_ends_on or date.max
    ends_first = any(day and day >= ends for day in (said, review.by if review else None))
    review = review if review and (review.by is None or review.by < ends) else None
    ehcp = _while_in_care(child, ehcp)
    said = said if said and said < ends else None
    pep_by = pep_due(session, child_id, today).due_on
    ehcp_ahead = ehcp.by if ehcp and ehcp.by and ehcp.by >= today else None
    words, why = _review_words(child, said, review, today)
    if ends <= today:
        words = _("Child-in-care review: none any more")
        why = _("Being in care ended at 18, on {date}.").format(date=say_day(ends))
    elif ends_first and said is None and review is None:
        words = _("Child-in-care review: none before care ends")
        why = _("Care ends on {date}.").format(date=say_day(ends))
    return OtherDates(
        review=worked_out(review) if review else None,
        said_review_on=said,
        review_on=said or (review.by if review else None),
        review_words=words,
        review_why=why,
        ehcp_review=worked_out(ehcp) if ehcp else None,
        ehcp_words=_ehcp_words(ehcp, today),
        together=one_meeting(pep_by, ehcp_ahead, rules),
    )


def _while_in_care(child: Child, clock: Clock | None) -> Clock | None:
    """Nothing falls due after care has ended."""
    return clock if clock and (clock.by is None or child.is_in_care(clock.by)) else None


def _review_words(child: Child, said: date | None, review: Clock | None, today: date) -> tuple[str, str]:
    """The child-in-care review in a headline, and what stands below it."""
    if said is not None:
        sooner = ""
        if review is not None and review.by is not None and review.by < said:
            sooner = _("By the rule it is due sooner, by {day}.")
            if review.by < today:
                sooner = _("By the rule it was due sooner, by {day}.")
            sooner = sooner.format(day=say_day(review.by))
        return _("Child-in-care review: {day}").format(day=say_day(said)), sooner
    told, last = child.review_on, child.last_review_on
    gone = ""
    if told is not None and told < today and (last is None or last < told):
        gone = _(
            "You were told of a review on {day}. That day has gone by. If it was held, put the day under "
            "“Day of the last review”."
        ).format(day=say_day(told))
    if review is not None and review.by is not None:
        words = (
            _("Child-in-care review: it was due by {day}")
            if review.by < today
            else _("Child-in-care review: due by {day}")
        )
        why = (review.reason, *review.uncertain, gone)
        return words.format(day=say_day(review.by)), " ".join(part for part in why if part)
    return _("Child-in-care review: no day yet"), gone


def copy_expected(session: Session, meeting: Meeting) -> CopyExpected:
    """By when the copy of the PEP of a meeting that was held should come, and why.

    What was written down when the meeting was recorded stays, whatever is learnt about the rules later.
    """
    assert meeting.held_on is not None
    if meeting.copy_due_on is not None:
        return CopyExpected(meeting.copy_due_on, meeting.copy_due_why)
    # What an old page says of the copy never leads: then it is what most councils say.
    rules = [
        each
        for each in rules_for(session, meeting.child.council)
        if each.leads("copy_within", meeting.held_on)
    ]
    terms = known_terms(meeting.child, meeting.held_on)
    clocks = [clock for each in rules if (clock := copy_due(meeting.held_on, each, terms)) and clock.by]
    found = min(clocks, key=lambda clock: clock.by or date.max, default=None)
    if found is None:
        found = copy_due(meeting.held_on, shipped.usual_rules(), terms)
    assert found is not None
    assert found.by is not None
    assert found.rule is not None
    return CopyExpected(
        found.by, _("{reason} Rule: {rule}.").format(reason=found.reason, rule=found.rule.name)
    )


def keep_what_was_true(session: Session, meeting: Meeting, today: date) -> None:
    """Write down, with a meeting that was held, when it was due and when its copy is."""
    held_on, meeting.held_on, meeting.copy_due_on = meeting.held_on, None, None
    due = pep_due(session, meeting.child_id, today)
    meeting.was_due_on = due.due_on
    meeting.was_due_why = (
        _("{reason} Rule: {rule}.").format(reason=due.reason, rule=due.rule) if due.due_on else ""
    )
    meeting.held_on = held_on
    copy = copy_expected(session, meeting)
    meeting.copy_due_on, meeting.copy_due_why = copy.by, copy.why


def known_terms(child: Child, today: date) -> KnownTerms:
    """The dates of the child's schools, as far as they are known: of each while the child is there.

    A move takes no date away: of the school before stays what was before it, and of one to come counts what is after.
    """
    now, to_come, bounds = child.schooling_on(today), child.schools_to_come(today), shipped.term_bounds()
    if now is None:
        return KnownTerms(bounds=bounds)
    until = [*child.schoolings[: child.schoolings.index(now) + 1], *to_come]
    calendar, unsure, leaves_on = None, frozenset[int](), None
    for schooling in reversed(until):
        terms = schooling.school.known_terms()
        there = terms.calendar
        if there and leaves_on:
            there = there.until(leaves_on - ONE_DAY)
        if there and schooling is not until[0] and schooling.started_on:
            there = there.starting(schooling.started_on)
        calendar = there + calendar if there and calendar else there or calendar
        unsure |= terms.unsure_years
        if schooling.started_on is None:
            break  # Nobody knows from when on the school before does not count.
        leaves_on = schooling.started_on
    return KnownTerms(calendar, unsure, bounds)


def last_pep_held(session: Session, child: Child) -> date | None:
    """The newest PEP meeting that was held: recorded here, or typed as a fact."""
    recorded = (meeting.held_on for meeting in meetings_of(session, child.id))
    return max((day for day in (*recorded, child.last_pep_on) if day is not None), default=None)


def agreed_date(session: Session, child_id: int, today: date) -> date | None:
    """The day that the newest meeting agreed on for the next PEP, while it is ahead and not called off."""
    meeting = agreed_at(session, child_id, today)
    return meeting.next_pep_on if meeting else None


def agreed_at(session: Session, child_id: int, today: date) -> Meeting | None:
    """The newest meeting that was held, where it agreed on a day that is ahead and not called off."""
    meetings = meetings_of(session, child_id)
    held = sorted(
        (m for m in meetings if m.held_on is not None), key=lambda meeting: meeting.held_on or today
    )
    agreed = held[-1].next_pep_on if held else None
    if agreed is None or agreed < today:
        return None
    # It may have been moved to a later day before it was called off.
    off = any(m.called_off_on is not None and m.on_day is not None and m.on_day >= agreed for m in meetings)
    return None if off else held[-1]


def _said(child: Child) -> SaidDate | None:
    """The day the social worker gave, and when. By role: the one who gave it may have left since."""
    day = child.social_worker_says_by
    return SaidDate(day, _("The social worker"), child.social_worker_told_on) if day else None


def _ehcp_words(ehcp: Clock | None, today: date) -> str:
    if ehcp is None or ehcp.by is None:
        return ""
    words = _("EHCP review: it was due by {day}.") if ehcp.by < today else _("EHCP review: due by {day}.")
    return words.format(day=say_day(ehcp.by))


def _which(stored: str) -> WhichReviewWas:
    return "first" if stored == WhichReview.FIRST else "later" if stored == WhichReview.LATER else "not_known"
