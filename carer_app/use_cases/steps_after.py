"""The rules of Home about what came of a meeting: what was agreed, who owes it, the copy; and what a child kept."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Owner, RequestAbout
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.meeting import Meeting
from carer_app.rules import shipped
from carer_app.typed_dates import say_short
from carer_app.use_cases.actions_read import ActionRead
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.asked_before import Matter, all_requests_of, somebody
from carer_app.use_cases.asking_again import whose_turn
from carer_app.use_cases.earlier_peps import STILL_FRESH
from carer_app.use_cases.following_up import left_to_do
from carer_app.use_cases.pep_copies import late_copies
from carer_app.use_cases.reading_kept import unread
from carer_app.use_cases.recording_the_meeting import after_the_meeting
from carer_app.use_cases.steps import FIRST_DAYS, NEARLY_TIME, SOON, Situation, Step, StepDue
from carer_app.use_cases.steps_asking import ask_words, asked_last
from carer_app.words import _, plural

JUST_HELD = timedelta(days=3)
"""So long after a PEP of which only the day was told, what was agreed there comes before all that is still unknown."""

LONG_LATE = timedelta(days=28)
"""An action of one's own that is later than this is a question of whether it still stands."""

COPY_TURNS = 3

COPY_SURELY_LATE = timedelta(days=35)
"""For a PEP held before PEP Companion was there. Every rule we know asks for the copy sooner, also over Christmas and
Easter: the longest is 20 working days."""


def kept_words(facts: Situation) -> StepDue | None:
    meeting_id = unread(facts.session, facts.child.id)
    if meeting_id is None:
        return None
    return StepDue(
        Step.KEPT_WORDS,
        _("{child} kept something. Read it today.").format(child=facts.name),
        _("Press “I have read it” when you have. If it worries you, Help says what to do."),
        _("Read it today"),
        "warn",
        meeting_id,
    )


def write_down(facts: Situation) -> StepDue | None:
    meeting, day = _held_last(facts)
    if day is None or day + STILL_FRESH < facts.today:
        return None
    if meeting is not None:
        state = after_the_meeting(facts.session, meeting.id)
        if state.actions or state.next_pep_on or state.has_school_said:
            return None
    why = _(
        "The meeting was on {day}. Three things are enough: who does what by when, the next date, and anything new."
    )
    return StepDue(
        Step.WRITE_DOWN,
        _("Write down what was agreed for {child}").format(child=facts.name),
        why.format(day=say_short(day)),
        _("After the meeting"),
        "info",
        meeting.id if meeting else None,
    )


def _held_last(facts: Situation) -> tuple[Meeting | None, date | None]:
    """The PEP that was held last, and its day. One just held, of which only the day was told, has no place yet."""
    told = facts.child.last_pep_on
    if told is not None and told + JUST_HELD >= facts.today and not _is_recorded(facts, told):
        return None, told
    meeting = facts.held[-1] if facts.held else None
    return meeting, meeting.held_on if meeting else None


def ask_for_copy(facts: Situation) -> StepDue | None:
    late = late_copies(facts.session, facts.child.id, facts.today)
    newest = next(late, None)
    if newest is not None:
        matter = Matter(facts.child.id, RequestAbout.COPY, newest.meeting_id)
        if not _is_worth_asking(facts, newest.expected_by):
            return None
        older = sum(1 for _row in late)
        if newest.is_a_question and not older:
            return _do_you_have_it(facts, newest.held_on, newest.meeting_id)
        words, why = (
            _("Ask for {child}’s PEP copy"),
            _("It was due by {day}. {senders} can send it."),
        )
        turn = whose_turn(facts.session, matter, facts.today)
        asked = asked_last(facts, matter)
        if asked and (turn is None or not turn.has_come(facts.today)):
            return None
        if turn is not None and (asked or facts.turn(newest.expected_by)):
            words = _("Ask {who} for {child}’s PEP copy")
            why = asked or _("It was due by {day}, and has not come yet.")
        who = somebody(facts.session, matter, turn.rung).who if turn else ""
        why = why.format(day=facts.short(newest.expected_by), senders=newest.senders)
        if older:
            why += " " + plural(
                "{count} older copy is not here either.",
                "{count} older copies are not here either.",
                older,
            )
        return StepDue(
            Step.ASK_FOR_COPY,
            words.format(child=facts.name, who=who),
            why,
            _("Not here yet"),
            "warn",
            newest.meeting_id,
            matter=matter,
        )
    before = facts.child.last_pep_on
    if before is None or before + COPY_SURELY_LATE >= facts.today or _is_recorded(facts, before):
        return None
    # In the first days what a date needs is asked for, and this after that.
    if facts.is_new or not _is_worth_asking(facts, _asked_since(facts, before)):
        return None
    return _do_you_have_it(facts, before)


def _asked_since(facts: Situation, held_on: date) -> date:
    """Since when Home asks for the copy of a PEP that was held before PEP Companion was there."""
    added = facts.child.added_on
    return max(held_on + COPY_SURELY_LATE, added + FIRST_DAYS if added else held_on)


def _is_worth_asking(facts: Situation, since: date) -> bool:
    """For about as long as it is from one PEP to the next, and again when a meeting is near."""
    day = facts.next_day
    return facts.turn(since) < COPY_TURNS or (day is not None and day <= facts.today + SOON)


def _do_you_have_it(facts: Situation, held_on: date, meeting_id: int | None = None) -> StepDue:
    return StepDue(
        Step.ASK_FOR_COPY,
        facts.by_turns(
            _asked_since(facts, held_on),
            _("Do you have the copy of {child}’s last PEP?"),
            _("Where is the copy of {child}’s last PEP?"),
        ).format(child=facts.name),
        _("It was held on {day}. Say where the copy is, or ask school or the social worker for it.").format(
            day=facts.short(held_on)
        ),
        _("A question"),
        "later",
        meeting_id,
    )


def _is_recorded(facts: Situation, day: date) -> bool:
    return any(meeting.held_on is not None and meeting.held_on >= day for meeting in facts.held)


def my_action(facts: Situation) -> StepDue | None:
    for mine in _open_actions(facts, mine=True):
        if mine.due_on is None or not facts.today - LONG_LATE <= mine.due_on <= facts.today + NEARLY_TIME:
            continue
        late = mine.days_late(facts.today) > 0
        tag = (_("Late, was due {day}") if late else _("Due by {day}")).format(day=say_short(mine.due_on))
        return StepDue(
            Step.MY_ACTION,
            mine.what,
            _("You said you would do this."),
            tag,
            "over" if late else "warn",
            mine.meeting_id,
            _("You said you would do this by {day}: {what}").format(
                day=facts.short(mine.due_on), what=mine.what
            ),
        )
    return None


def my_open_action(facts: Situation) -> StepDue | None:
    for mine in _open_actions(facts, mine=True):
        if mine.due_on is not None and mine.due_on >= facts.today - LONG_LATE:
            continue
        tag, line = _("No day was said"), _("You said you would do this, and no day was said: {what}")
        if mine.due_on is not None:
            tag = _("Late, was due {day}").format(day=facts.short(mine.due_on))
            line = _("You said you would do this by {day}: {what}")
        return StepDue(
            Step.MY_OPEN_ACTION,
            facts.by_turns(
                mine.due_on + LONG_LATE if mine.due_on else mine.agreed_on,
                _("Still to do, or done: {what}"),
                _("Is this done by now: {what}"),
            ).format(what=mine.what),
            _("You said you would do this for {child}. If it is done, or not needed now, say so.").format(
                child=facts.name
            ),
            tag,
            "over" if mine.due_on else "later",
            mine.meeting_id,
            line.format(day=facts.short(mine.due_on) if mine.due_on else "", what=mine.what),
        )
    return None


def others_late(facts: Situation) -> StepDue | None:
    late = [each for each in _open_actions(facts, mine=False) if each.days_late(facts.today)]
    asked = {each.action_id for each in all_requests_of(facts.session, facts.child.id)}
    # Of these alone the rows are needed, by whoever says whose turn it is: all at one go, and held meanwhile.
    rows = select(AgreedAction).where(AgreedAction.id.in_([each.id for each in late if each.id in asked]))
    _held = facts.session.scalars(rows).all() if len(asked) > 1 else ()
    due = [
        each
        for each in late
        if _key(each) not in facts.waits and (each.id not in asked or _may_be_asked_about(facts, each))
    ]
    if not due:
        return None
    first = _late(facts, due[0])
    if len(due) == 1:
        return first
    more = plural("{count} more is late.", "{count} more are late.", len(due) - 1)
    return replace(first, why=f"{first.why} {more}", line=f"{first.line} {more}")


def _key(action: ActionRead) -> str:
    """What somebody else's late action waits under."""
    return f"{Step.OTHERS_LATE}:{action.id}"


def _may_be_asked_about(facts: Situation, action: ActionRead) -> bool:
    """Not while whoever was asked has time to answer; at once where it is about safety."""
    matter = Matter(facts.child.id, RequestAbout.ACTION, action.id)
    if not asked_last(facts, matter) or _is_about_safety(facts, action):
        return True
    turn = whose_turn(facts.session, matter, facts.today)
    return turn is not None and turn.has_come(facts.today)


def _is_about_safety(facts: Situation, action: ActionRead) -> bool:
    return shipped.ladders_of(facts.child.council).is_about_safety(f"{action.what} {action.why}")


def _late(facts: Situation, action: ActionRead) -> StepDue:
    """Somebody else's late action that they may be asked about."""
    assert action.due_on is not None
    matter = Matter(facts.child.id, RequestAbout.ACTION, action.id)
    who = action.owner_name or Owner(action.owner).words(facts.name)
    words = facts.by_turns(action.due_on, "{what}", _("Ask about this: {what}"))
    said = _("{who} agreed to do this by {day}. You could ask.").format(
        who=who, day=facts.short(action.due_on)
    )
    if _is_about_safety(facts, action):
        words, said = "{what}", _("If anybody is not safe, do not wait. Ring your fostering service now.")
    elif before := asked_last(facts, matter):
        turn = whose_turn(facts.session, matter, facts.today)
        assert turn is not None
        words, said = ask_words(facts, matter, turn.rung), before
        who = somebody(facts.session, matter, turn.rung).who
    return StepDue(
        Step.OTHERS_LATE,
        words.format(what=action.what, who=who),
        said,
        _("Was due {day}").format(day=facts.short(action.due_on)),
        "info",
        action.meeting_id,
        f"{action.what}: {said}",
        matter,
    )


def _open_actions(facts: Situation, *, mine: bool) -> list[ActionRead]:
    """The open actions of the carer, or of everybody else, soonest first; those without a day last. What a
    review moved to the next PEP waits for it."""
    last_pep = max((meeting.held_on for meeting in facts.held if meeting.held_on), default=None)
    return _open_now(facts.session, facts.child.id, last_pep)[mine]


@answered_once
def _open_now(session: Session, child_id: int, last_pep: date | None) -> dict[bool, list[ActionRead]]:
    now = [each for each in left_to_do(session, child_id) if not each.waits_for_pep(last_pep)]
    now.sort(key=lambda each: (each.due_on or date.max, each.id))
    return {mine: [each for each in now if each.is_mine == mine] for mine in (True, False)}
