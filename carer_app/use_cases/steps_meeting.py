"""The rules of Home about the meeting to come: its day, getting ready, and whether it was held."""

from datetime import date, timedelta

from carer_app.choices import Part, RequestAbout
from carer_app.domain.pep_big_changes import AT_A_NEW_HOME, NO_NUMBER, at_a_key_stage
from carer_app.domain.pep_live_clocks import IF_HELD_SINCE
from carer_app.domain.school_years import school_year
from carer_app.domain.year_group import year_group
from carer_app.typed_dates import say_day
from carer_app.use_cases.asked_before import Matter, somebody
from carer_app.use_cases.asking_again import whose_turn
from carer_app.use_cases.next_pep import sooner_by_rule
from carer_app.use_cases.steps import (
    NEARLY_TIME,
    SOON,
    Situation,
    Step,
    StepDue,
    TagKind,
    first_sentence,
    in_days,
)
from carer_app.use_cases.steps_asking import asked_last
from carer_app.use_cases.whom_to_ask import TURN, WhomToAsk, whom_to_ask
from carer_app.words import _


def nearly_time(facts: Situation) -> StepDue | None:
    return _prepare(facts, Step.NEARLY_TIME, NEARLY_TIME, "warn")


def get_ready(facts: Situation) -> StepDue | None:
    if facts.meeting_on is not None and facts.meeting_on <= facts.today + NEARLY_TIME:
        return None
    return _prepare(facts, Step.GET_READY, SOON, "info")


def _prepare(facts: Situation, step: Step, time: timedelta, kind: TagKind) -> StepDue | None:
    ready = facts.ready_within(time)
    if ready is None or ready.next_part is None:
        return None
    # Knowing the day and who comes is no beginning: that is typed when the meeting is made.
    begun = any(
        row.is_finished or (row.is_begun and row.part not in (Part.WHEN_WHERE, Part.WHO_COMES))
        for row in ready.parts
    )
    words = _("Carry on getting ready with {child}") if begun else _("Help {child} get ready")
    return StepDue(
        step,
        words.format(child=facts.name),
        _("Next: {part}").format(part=ready.next_part.words),
        in_days(facts.meeting_on, facts.today),
        kind,
        ready.meeting_id,
    )


def print_it(facts: Situation) -> StepDue | None:
    ready = facts.ready_within(NEARLY_TIME)
    if ready is None or ready.next_part is not None:
        return None
    return StepDue(
        Step.PRINT,
        _("Print the sheet for {child}’s meeting").format(child=facts.name),
        _("What matters most is ready. You can still add more."),
        in_days(facts.meeting_on, facts.today),
        "info",
        ready.meeting_id,
    )


def begin_now(facts: Situation) -> StepDue | None:
    if facts.agreed is None or facts.agreed > facts.today + NEARLY_TIME:
        return None
    return _begin(facts, Step.BEGIN_NOW, "warn")


def begin(facts: Situation) -> StepDue | None:
    if facts.agreed is None or not facts.today + NEARLY_TIME < facts.agreed <= facts.today + SOON:
        return None
    return _begin(facts, Step.BEGIN, "info")


def _begin(facts: Situation, step: Step, kind: TagKind) -> StepDue:
    assert facts.agreed is not None
    return StepDue(
        step,
        _("Help {child} get ready").format(child=facts.name),
        _("That day was agreed at the last meeting."),
        in_days(facts.agreed, facts.today),
        kind,
        facts.coming.id if facts.coming else None,
    )


def was_held(facts: Situation) -> StepDue | None:
    """A meeting's day has gone by, or the day that was agreed: nobody but the carer knows what became of it."""
    if facts.gone_by:
        meeting, day = facts.gone_by[-1], facts.gone_by[-1].on_day
        why = _("It was to be on {day}.")
    else:
        meeting, day = None, facts.agreed_before
        why = _("At the last meeting {day} was agreed for it.")
    if day is None:
        return None
    return StepDue(
        Step.WAS_HELD,
        facts.by_turns(
            day, _("Was {child}’s PEP meeting held?"), _("What happened with {child}’s PEP meeting?")
        ).format(child=facts.name),
        why.format(day=say_day(day)),
        _("After the meeting"),
        "info",
        meeting.id if meeting else None,
        _("Was {child}’s PEP meeting on {day} held?").format(child=facts.name, day=facts.short(day)),
    )


def ask_for_date(facts: Situation) -> StepDue | None:
    """A PEP is due soon, or was due, or a meeting was put off, and there is no day for it."""
    if not facts.needs_pep or facts.next_day is not None or facts.gone_by or facts.agreed_before:
        return None
    by, today = facts.due.due_on, facts.today
    is_over = facts.due.roughly_is_over or (by is not None and by < today)
    matter = Matter(facts.child.id, RequestAbout.MEETING_DATE)
    if before := asked_last(facts, matter):
        return _ask_the_next(facts, matter, before, is_over)
    whom = whom_to_ask(facts.session, facts.child, facts.due.surely_by, today)
    sets = whom.how if whom.is_next else _("{who} sets the day.").format(who=facts.due.who_sets)
    is_due, last = _is_due(facts), _what_else(facts, whom)
    if is_due:
        sets = "" if last and (_has_no_place(facts) or facts.due.said_by_social_worker) else sets
        words = _("Ask {who} when {child}’s PEP meeting will be")
        if is_over:
            words = _how_to_ask(whom)
        elif facts.due.roughly_from is not None and facts.due.roughly_from <= today:
            words = _("Ask {who} if {child}’s PEP meeting has a day")
    elif _was_put_off(facts):
        is_due, last = _("The meeting has no day yet."), ""
        words = facts.by_turns(
            _turns_before(facts),
            _("Ask {who} when {child}’s PEP meeting will be"),
            _("Ask {who} for a new day for {child}’s PEP meeting"),
        )
    elif _is_asked_for_at_the_new_home(facts):
        is_due, last = _("This council asks for a full PEP when the child moves to another home."), ""
        words = _("Ask {who} about a full PEP for {child}")
    elif stage := _asked_for_at_the_key_stage(facts):
        is_due, last = stage, ""
        words = _("Ask {who} about a new PEP for {child}")
    else:
        return None
    return StepDue(
        Step.ASK_FOR_DATE,
        words.format(who=whom.who, child=facts.name),
        " ".join(part for part in (is_due, sets, last) if part),
        _("No date yet"),
        "warn" if is_over else "info",
        facts.coming.id if facts.coming else None,
        matter=matter,
    )


def _ask_the_next(facts: Situation, matter: Matter, before: str, is_over: bool) -> StepDue | None:
    """Somebody was asked: the next one once their turn has come, and nobody until then."""
    turn = whose_turn(facts.session, matter, facts.today)
    if turn is None or not turn.has_come(facts.today):
        return None
    who = somebody(facts.session, matter, turn.rung).who
    return StepDue(
        Step.ASK_FOR_DATE,
        _("Ask {who} about a day for {child}’s PEP meeting").format(who=who, child=facts.name),
        " ".join(part for part in (_is_due(facts), before) if part),
        _("No date yet"),
        "warn" if is_over else "info",
        facts.coming.id if facts.coming else None,
        matter=matter,
    )


def _is_about(facts: Situation) -> bool:
    """Whether something makes the due day itself unsure: that a PEP nobody told of may have been held does not."""
    return any(each != IF_HELD_SINCE for each in facts.due.uncertain)


def _is_due(facts: Situation) -> str:
    """By when it is or was due, in a sentence; empty while that is far off."""
    by, today, until = facts.due.due_on, facts.today, facts.due.surely_by
    can_be_due = facts.due.roughly_from or by
    if until is None or can_be_due is None or today < can_be_due - SOON:
        return ""
    if by is None:
        words = _("It is due {when}.")
        if facts.due.roughly_is_over:
            words = _("It was due {when}.")
        return words.format(when=facts.due.roughly)
    words = _("It was due by about {day}.") if _is_about(facts) else _("It was due by {day}.")
    if by >= today:
        words = _("It is due by about {day}.") if _is_about(facts) else _("It is due by {day}.")
        if facts.due.asks_for:
            words = _("It is due by {day} at the latest.")
    if facts.due.said_by_social_worker:
        words = _("The social worker said that it was due by {day}. The meeting has no day yet.")
        if by >= today:
            words = _("The social worker said that it is due by {day}. The meeting has no day yet.")
    return words.format(day=facts.short(by))


def _what_else(facts: Situation, whom: WhomToAsk) -> str:
    """One more sentence: what can change the date, or what it is counted from."""
    if _has_no_place(facts):
        words = _("{child} has no school place. A PEP is needed all the same: it is about getting a place.")
        return words.format(child=facts.name)
    if IF_HELD_SINCE in facts.due.uncertain:
        return first_sentence(IF_HELD_SINCE)
    if facts.due.said_by_social_worker:
        return sooner_by_rule(facts.due, facts.today)
    if facts.due.due_on is None or whom.is_next:
        return ""
    return first_sentence(facts.due.reason)


def _has_no_place(facts: Situation) -> bool:
    return facts.due.due_on is None and not facts.child.has_school_place


def _how_to_ask(whom: WhomToAsk) -> str:
    """After weeks without an answer there is somebody else to ask; nobody is to blame for that."""
    if whom.again:
        return _("Ask {who} again about {child}’s PEP meeting")
    if whom.is_next:
        return _("Ask {who} about {child}’s PEP meeting")
    return _("Ask {who} for a day for {child}’s PEP meeting")


def _is_asked_for_at_the_new_home(facts: Situation) -> bool:
    is_new = any(moved <= facts.today < moved + TURN for moved in facts.child.moves)
    return AT_A_NEW_HOME in facts.due.uncertain and is_new


def _asked_for_at_the_key_stage(facts: Situation) -> str:
    """That the council asks for a PEP in the class which began not long ago; empty where it does not, or is far."""
    born, began = facts.child.birthday, date(school_year(facts.today), 9, 1)
    group = year_group(born, began, years_ahead=facts.child.years_ahead) if born else None
    if group is None or facts.today >= began + TURN:
        return ""
    asks = at_a_key_stage(group.name)
    return asks if f"{asks} {NO_NUMBER}" in facts.due.uncertain else ""


def _turns_before(facts: Situation) -> date | None:
    """A day from which the weeks up to the due day are whole turns."""
    until = facts.due.surely_by
    return until - TURN * 13 if until is not None else None


def _was_put_off(facts: Situation) -> bool:
    """Whether the open meeting once had a day, or its time and place were spoken of, or it stands for an agreed day."""
    if facts.coming is None or facts.coming.on_day is not None:
        return False
    agreed = facts.held[-1].next_pep_on if facts.held else None
    return facts.coming.calendar_sequence > 0 or (agreed is not None and agreed < facts.today)


def after_due(facts: Situation) -> StepDue | None:
    """The meeting comes after the day by which the PEP is due: asked early, it may still be moved."""
    by, day = facts.due.surely_by, facts.next_day
    if by is None or day is None or day <= by:
        return None
    doubt = "{day}"
    if facts.due.due_on is None or facts.due.asks_for:
        doubt = _("{day} at the latest")
    elif _is_about(facts):
        doubt = _("about {day}")
    due_by, due_short = (doubt.format(day=words) for words in (say_day(by), facts.short(by)))
    is_due = _("The PEP is due by {day}.")
    in_short = _(
        "The meeting on {meeting} is after {day}, when the PEP is due. Ask {who} if that is all right."
    )
    words = facts.by_turns(
        _turns_before(facts),
        _("Ask {who} if the day of {child}’s meeting is all right"),
        _("Ask {who} if {child}’s meeting can be earlier"),
    )
    whom = whom_to_ask(facts.session, facts.child, by, facts.today)
    after = "" if facts.meeting_words else _("The meeting is after that, on {day}.").format(day=say_day(day))
    if_so = _("If that is all right, put the day you are told with {child}’s facts.").format(child=facts.name)
    if by < facts.today:
        in_short = _(
            "The meeting on {meeting} is after {day}, when the PEP was due. Ask {who} if that is all right."
        )
        is_due = _("The PEP was due by {day}.")
        words = _("Ask {who} if {child}’s late meeting is all right")
        if whom.is_next:
            words = _("Ask {who} if {child}’s late meeting can be sooner")
    return StepDue(
        Step.AFTER_DUE,
        words.format(who=whom.who, child=facts.name),
        " ".join(part for part in (is_due.format(day=due_by), after, if_so) if part),
        _("Later than due"),
        "info",
        facts.coming.id if facts.coming and facts.meeting_on else None,
        in_short.format(meeting=facts.short(day), day=due_short, who=whom.who),
    )
