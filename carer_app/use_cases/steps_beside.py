"""The rules of Home about what stands beside the meeting: reviews, the EHCP, school dates, facts, the council."""

from dataclasses import replace
from datetime import date, timedelta

from carer_app.domain.care_reviews import FIRST_IS_PAST_MONTHS
from carer_app.domain.day_counts import add_months
from carer_app.domain.school_calendar import LONGEST_HOLIDAY
from carer_app.domain.year_group import year_group
from carer_app.typed_dates import say_day
from carer_app.use_cases.childs_year import late_place, place_words, year_days
from carer_app.use_cases.dates_drafts import half_checked
from carer_app.use_cases.steps import SOON, TOMORROW, Found, Situation, Step, TagKind
from carer_app.words import _

BEFORE_A_REVIEW = timedelta(days=20)
LONG_GONE = timedelta(days=28)
BEFORE_IT_CAN_BE_DUE = timedelta(weeks=8)
BEFORE_A_COUNCIL_CAN_ASK = timedelta(weeks=12)
"""So long before the usual day no council asks for a PEP: the earliest is the first half of that term."""
WAYS_TO_ASK = (
    _("When was {child}’s last child-in-care review?"),
    _("Ask {who} when {child}’s child-in-care reviews are"),
)
ASKED_AGAIN_EVERY = 4
"""Where nothing is known of reviews it is asked in two ways, and after a pause again: they are half a year apart."""
LAST_YEARS = (6, 11)
NEW_FOR = timedelta(weeks=8)
"""So long after a move Home asks about the school. The child's page asks on, and Home once its dates matter."""


def review_now(facts: Situation) -> Found | None:
    day = facts.other.said_review_on
    if day is None or day > facts.today + TOMORROW:
        return None
    words = _("{child}’s child-in-care review is tomorrow")
    if day == facts.today:
        words = _("{child}’s child-in-care review is today")
    return Found(
        Step.REVIEW_NOW,
        words.format(child=facts.name),
        _("The list for the review says what was agreed, what is done and what is open."),
        _("Review today") if day == facts.today else _("Review tomorrow"),
        "warn",
    )


def review(facts: Situation) -> Found | None:
    """The review that one was told of is within 20 days."""
    told = facts.other.said_review_on
    if told is None or not facts.today + TOMORROW < told <= facts.today + BEFORE_A_REVIEW:
        return None
    return Found(
        Step.REVIEW,
        _("Get the list for {child}’s review ready").format(child=facts.name),
        _("The child-in-care review is on {day}.").format(day=say_day(told)),
        _("Review on {day}").format(day=facts.short(told)),
        "info",
        line=_("{child}’s child-in-care review is on {day}.").format(child=facts.name, day=facts.short(told)),
    )


def review_day(facts: Situation) -> Found | None:
    """By the rule a review is due within 20 days, or was due, and nobody told the carer a day."""
    clock = facts.other.review
    by = clock.by if clock else None
    if clock is None or by is None or by > facts.today + BEFORE_A_REVIEW or _is_told_of_one(facts):
        return None
    if by < facts.today - LONG_GONE:
        return None
    why = _("It was due by {day}.") if by < facts.today else _("It is due by {day}.")
    return Found(
        Step.REVIEW_DAY,
        _("Ask {who} when {child}’s child-in-care review is").format(who=facts.worker, child=facts.name),
        f"{why.format(day=say_day(by))} {clock.reason}",
        _("Review: no day yet"),
        "info",
    )


def last_review(facts: Situation) -> Found | None:
    """After so long there were reviews, and the last one that is known, if any, is too old to count from."""
    if _is_told_of_one(facts) or not facts.child.is_in_care(facts.today):
        return None
    by, care = (facts.other.review.by if facts.other.review else None), facts.child.came_into_care_on
    if by is not None:
        since: date | None = by + LONG_GONE
        was_held = by < facts.today - LONG_GONE
    elif facts.child.last_review_on is not None and (care is None or care <= facts.child.last_review_on):
        return None  # It is known; the next one would fall after care ends, and so is none.
    else:
        since = facts.child.added_on
        was_held = care is not None and add_months(care, FIRST_IS_PAST_MONTHS) <= facts.today
        was_held = was_held and facts.turn(since) % ASKED_AGAIN_EVERY < len(WAYS_TO_ASK)
    if not was_held:
        return None
    words = facts.by_turns(
        since,
        *WAYS_TO_ASK,
    )
    return Found(
        Step.LAST_REVIEW,
        words.format(child=facts.name, who=facts.worker),
        _("With the day of the last one we can work out the next. If you know the next one, type that."),
        _("A question"),
        "later",
    )


def _is_told_of_one(facts: Situation) -> bool:
    """Whether a day for a review is known, ahead or just gone by."""
    return facts.other.said_review_on is not None or review_held(facts) is not None


def review_held(facts: Situation) -> Found | None:
    """The day one was told for the review has gone by, some weeks ago at most: then the last one is asked for."""
    told, last = facts.child.review_on, facts.child.last_review_on
    if told is None or told >= facts.today or (last is not None and last >= told) or facts.turn(told):
        return None
    if facts.child.left_care_on is not None and facts.child.left_care_on <= facts.today:
        return None
    return Found(
        Step.REVIEW_HELD,
        _("Was {child}’s child-in-care review held?").format(child=facts.name),
        _("It was to be on {day}.").format(day=say_day(told)),
        _("After the review"),
        "info",
        line=_("Was {child}’s child-in-care review on {day} held?").format(
            child=facts.name, day=facts.short(told)
        ),
    )


def ehcp_review(facts: Situation) -> Found | None:
    clock = facts.other.ehcp_review
    if clock is None or clock.by is None or clock.by > facts.today + SOON:
        return None
    why = _("It is due by {day}.")
    if clock.by < facts.today:
        why = _("It was due by {day}. If it was held, put its day with {child}’s facts.")
    return Found(
        Step.EHCP_REVIEW,
        facts.by_turns(
            clock.by - SOON,
            _("Ask school when {child}’s EHCP review is"),
            _("Ask {who} about {child}’s EHCP review"),
        ).format(child=facts.name, who=facts.worker),
        why.format(day=say_day(clock.by), child=facts.name),
        _("EHCP review"),
        "info",
    )


def school_place(facts: Situation) -> Found | None:
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
    return Found(Step.SCHOOL_PLACE, words, why, _("No school place"), "warn")


def year_day(facts: Situation) -> Found | None:
    """A form for a school, the SDQ and the like: the next of the other days of the child's year."""
    day = next(iter(year_days(facts.child, facts.today, facts.today + SOON)), None)
    if day is None:
        return None
    short = facts.short(day.on)
    return Found(
        Step.YEAR_DAY,
        _("{what}: by {day}").format(what=day.title, day=short),
        f"{day.who} {day.carer}",
        _("By {day}").format(day=short),
        "info",
        line=_("{what}: by {day}.").format(what=day.title, day=short),
    )


def new_school(facts: Situation) -> Found | None:
    """The child moves, or has moved: its dates, its teacher, and where the meeting is now."""
    new = facts.new_school
    if not facts.needs_pep or new is None or new.first_day > facts.today + SOON:
        return None
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
    return Found(
        Step.NEW_SCHOOL,
        facts.by_turns(
            new.first_day - SOON, _("Tell us about {school}"), _("Say what is still missing about {school}")
        ).format(school=new.school),
        why.format(child=facts.name, day=say_day(new.first_day), missing=", ".join(missing)),
        _("New school"),
        "later",
        line=_("Tell us about {school}: {missing}.").format(school=new.school, missing=", ".join(missing)),
    )


def term_dates(facts: Situation) -> Found | None:
    """The school's dates are needed and not there, or run out; what is half checked is to be gone on with."""
    found, school_id = _dates_needed(facts), facts.due.school_id
    if found is None or school_id is None or half_checked(facts.session, school_id) is None:
        return found
    school = next((s.school.name for s in facts.child.schoolings if s.school_id == school_id), "")
    words = _("You have begun to check the dates of {school}. They do not count yet.")
    words = words.format(school=school or _("the school"))
    return replace(found, words=_("Go on checking the school’s dates"), why=words, line=words)


def _dates_needed(facts: Situation) -> Found | None:
    schooling = next((s for s in facts.child.schoolings if s.school_id == facts.due.school_id), None)
    if not facts.needs_pep or not facts.child.has_school_place:
        return None
    if schooling is None:
        if not facts.due.needs_term_dates or _not_yet_needed(facts):
            return None
        words = _("Say which school {child} goes to").format(child=facts.name)
        why = _("We count in school days, so we need the school first, and then its term dates.")
        return Found(Step.TERM_DATES, words, why, _("No date yet"), "later")
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
        tag = _("It may be due sooner") if facts.due.due_on else _no_date_yet(facts)
        words = facts.by_turns(
            _needed_since(facts),
            _("Add the school’s dates"),
            _("Find the school’s dates, often on its website"),
        )
        return Found(Step.TERM_DATES, words, why, tag, "later", line=line)
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
    return Found(
        Step.TERM_DATES,
        _("Add the school’s next dates"),
        why.format(school=school, day=say_day(ends), how=how.format(child=facts.name)),
        _("Dates run out"),
        "later",
        line=_("Add the next dates of {school}.").format(school=school),
    )


def _may_be_the_last_year_there(facts: Situation, ends: date) -> bool:
    """Whether most children of that class go on to another school after it: Years 6 and 11."""
    born = facts.child.birthday
    group = year_group(born, ends, years_ahead=facts.child.years_ahead) if born else None
    return group is not None and group.number in LAST_YEARS and facts.new_school is None


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


def _no_date_yet(facts: Situation) -> str:
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


def facts_needed(facts: Situation) -> Found | None:
    if not facts.due.asks_for or facts.due.needs_term_dates:
        return None
    words = facts.by_turns(
        max(filter(None, (facts.due.once_due, facts.child.added_on)), default=None),
        _("Tell us one date for {child}"),
        _("Ask {who} for one date for {child}"),
    ).format(child=facts.name, who=facts.worker)
    why, line = facts.due.asks_for, ""
    if facts.due.once_due is not None:
        why = _(
            "One was due by {day}. If PEPs have been held since, type the last one’s day. If not, it is time to ask."
        ).format(day=say_day(facts.due.once_due))
    if facts.next_day is not None:
        why = _("We cannot tell yet if the meeting is in time. {asks_for}").format(asks_for=why)
        line = _("We cannot tell yet if {child}’s meeting is in time. {asks_for}").format(
            child=facts.name, asks_for=facts.due.asks_for
        )
    kind: TagKind = "warn" if facts.due.once_due else "later"
    return Found(Step.FACTS, words, why, _no_date_yet(facts), kind, line=line)


def council(facts: Situation) -> Found | None:
    can_be_due = facts.due.roughly_from or facts.due.due_on
    is_far = can_be_due is not None and can_be_due > facts.today + BEFORE_A_COUNCIL_CAN_ASK
    is_known = facts.due.council and not facts.due.council_is_gone
    if is_known or not facts.needs_pep or (is_far and not facts.is_new):
        return None
    words = facts.by_turns(
        can_be_due - BEFORE_A_COUNCIL_CAN_ASK if can_be_due and is_far is False else None,
        _("Say which council is responsible for {child}"),
        _("Ask {who} which council is responsible for {child}"),
    )
    why = _(
        "Each council has its own dates for PEPs. Until then we use what most councils in England ask for."
    )
    if facts.due.council_is_gone:
        why = _(
            "{council} is no more: others took over. Until then we use what most councils in England ask for."
        )
    return Found(
        Step.COUNCIL,
        words.format(child=facts.name, who=facts.worker),
        why.format(council=facts.due.council),
        _("A question"),
        "later",
    )
