"""The rules of Home about the meeting to come: its day, getting ready, and whether it was held."""

from datetime import timedelta

from carer_app.choices import Part
from carer_app.domain.pep_live_clocks import IF_HELD_SINCE
from carer_app.typed_dates import say_day
from carer_app.use_cases.steps import NEARLY_TIME, SOON, Found, Situation, Step, TagKind, in_days
from carer_app.words import _

ASK_THE_NEXT = timedelta(weeks=8)
"""So long after the day by which it was due, without one for the meeting, somebody else can be asked."""

ASK_THE_ONE_AFTER = timedelta(weeks=16)


def nearly_time(facts: Situation) -> Found | None:
    return _prepare(facts, Step.NEARLY_TIME, NEARLY_TIME, "warn")


def get_ready(facts: Situation) -> Found | None:
    if facts.meeting_on is not None and facts.meeting_on <= facts.today + NEARLY_TIME:
        return None
    return _prepare(facts, Step.GET_READY, SOON, "info")


def _prepare(facts: Situation, step: Step, time: timedelta, kind: TagKind) -> Found | None:
    ready = facts.ready_within(time)
    if ready is None or ready.next_part is None:
        return None
    # Knowing the day and who comes is no beginning: that is typed when the meeting is made.
    begun = any(
        row.is_finished or (row.is_begun and row.part not in (Part.WHEN_WHERE, Part.WHO_COMES))
        for row in ready.parts
    )
    words = _("Carry on getting ready with {child}") if begun else _("Help {child} get ready")
    return Found(
        step,
        words.format(child=facts.name),
        _("Next: {part}").format(part=ready.next_part.words),
        in_days(facts.meeting_on, facts.today),
        kind,
        ready.meeting_id,
    )


def print_it(facts: Situation) -> Found | None:
    ready = facts.ready_within(NEARLY_TIME)
    if ready is None or ready.next_part is not None:
        return None
    return Found(
        Step.PRINT,
        _("Print the sheet for {child}’s meeting").format(child=facts.name),
        _("What matters most is ready. You can still add more."),
        in_days(facts.meeting_on, facts.today),
        "info",
        ready.meeting_id,
    )


def begin_now(facts: Situation) -> Found | None:
    if facts.agreed is None or facts.agreed > facts.today + NEARLY_TIME:
        return None
    return _begin(facts, Step.BEGIN_NOW, "warn")


def begin(facts: Situation) -> Found | None:
    if facts.agreed is None or not facts.today + NEARLY_TIME < facts.agreed <= facts.today + SOON:
        return None
    return _begin(facts, Step.BEGIN, "info")


def _begin(facts: Situation, step: Step, kind: TagKind) -> Found:
    assert facts.agreed is not None
    return Found(
        step,
        _("Help {child} get ready").format(child=facts.name),
        _("The last meeting agreed on {day} for the next PEP.").format(day=say_day(facts.agreed)),
        in_days(facts.agreed, facts.today),
        kind,
        facts.coming.id if facts.coming else None,
    )


def was_held(facts: Situation) -> Found | None:
    """A meeting's day has gone by, or the day that was agreed: nobody but the carer knows what became of it."""
    if facts.gone_by:
        meeting, day = facts.gone_by[-1], facts.gone_by[-1].on_day
        why = _("It was to be on {day}.")
    else:
        meeting, day = None, facts.agreed_before
        why = _("The meeting before agreed on {day} for it.")
    if day is None:
        return None
    return Found(
        Step.WAS_HELD,
        _("Was {child}’s PEP meeting held?").format(child=facts.name),
        why.format(day=say_day(day)),
        _("After the meeting"),
        "info",
        meeting.id if meeting else None,
        _("Was {child}’s PEP meeting on {day} held?").format(child=facts.name, day=facts.short(day)),
    )


def ask_for_date(facts: Situation) -> Found | None:
    """A PEP is due soon, or was due, or a meeting was put off, and there is no day for it."""
    if not facts.needs_pep or facts.next_day is not None or facts.gone_by or facts.agreed_before:
        return None
    by, today = facts.due.due_on, facts.today
    who_sets = facts.due.who_sets
    can_be_due = facts.due.roughly_from or by
    if by is not None and can_be_due is not None and can_be_due <= today + SOON:
        why = _("No date yet. It was due by {day}. {who} sets it.")
        if by >= today:
            why = _("No date yet. It is due by {day}. {who} sets it.")
            if facts.due.asks_for:
                why = _("No date yet. It is due by {day} at the latest. {who} sets it.")
        if facts.due.said_by_social_worker:
            why = _(
                "The social worker said that it was due by {day}. The meeting has no day yet. {who} sets it."
            )
            if by >= today:
                why = _(
                    "The social worker said that it is due by {day}. The meeting has no day yet. {who} sets it."
                )
        reason = "" if facts.due.said_by_social_worker else facts.due.reason
        why = f"{why.format(day=facts.short(by), who=who_sets)} {reason}".rstrip()
    elif by is None and facts.due.roughly_is_over:
        why = _("No date yet. It was due {when}. {who} sets it.").format(when=facts.due.roughly, who=who_sets)
    elif _was_put_off(facts):
        why = _("The meeting has no day yet. {who} sets it.").format(who=who_sets)
    elif by is None and facts.due.roughly_from and facts.due.roughly_from <= today + SOON:
        why = _("No date yet. It is due {when}. {who} sets it.").format(when=facts.due.roughly, who=who_sets)
    else:
        return None
    if by is None and not facts.child.has_school_place:
        place = _("{child} has no school place. A PEP is needed all the same: it is about getting a place.")
        why = f"{why} {place.format(child=facts.name)}"
    if IF_HELD_SINCE in facts.due.uncertain:
        why = f"{why} {IF_HELD_SINCE}"
    words = _("Ask {who} when {child}’s PEP meeting will be").format(who=facts.worker, child=facts.name)
    if asks_next := _whom_to_ask_next(facts):
        words, how = asks_next
        why = f"{why} {how}"
    return Found(
        Step.ASK_FOR_DATE,
        words,
        why,
        _("No date yet"),
        "warn" if facts.due.roughly_is_over or (by is not None and by < today) else "info",
        facts.coming.id if facts.coming else None,
    )


def _whom_to_ask_next(facts: Situation) -> tuple[str, str] | None:
    """After weeks without an answer there is somebody else to ask; nobody is to blame for that."""
    by = facts.due.surely_by
    if by is None or by + ASK_THE_NEXT > facts.today:
        return None
    if by + ASK_THE_ONE_AFTER > facts.today:
        words = _("Ask the virtual school about {child}’s PEP meeting")
        how = _(
            "It was due 8 weeks ago or more. If nobody has a day yet, the virtual school can help to find one."
        )
    else:
        words = _("Ask the reviewing officer about {child}’s PEP meeting")
        how = _(
            "It was due 16 weeks ago or more. The PEP is part of the care plan, and the reviewing officer looks at "
            "that. They can ask for a day too."
        )
    return words.format(child=facts.name), how


def _was_put_off(facts: Situation) -> bool:
    """Whether the open meeting once had a day, or its time and place were spoken of, or it stands for an agreed day."""
    if facts.coming is None or facts.coming.on_day is not None:
        return False
    agreed = facts.held[-1].next_pep_on if facts.held else None
    return facts.coming.calendar_sequence > 0 or (agreed is not None and agreed < facts.today)


def after_due(facts: Situation) -> Found | None:
    """The meeting comes after the day by which the PEP is due: asked early, it may still be moved."""
    by, day = facts.due.surely_by, facts.next_day
    if by is None or day is None or day <= by:
        return None
    at_the_latest = _("{day} at the latest")
    due_by = say_day(by) if facts.due.due_on else at_the_latest.format(day=say_day(by))
    is_due = _("The meeting is on {meeting}. The PEP is due by {day}, before that.")
    in_short = _(
        "The meeting on {meeting} is after {day}, when the PEP is due. Ask {who} if that is all right."
    )
    if by < facts.today:
        in_short = _(
            "The meeting on {meeting} is after {day}, when the PEP was due. Ask {who} if that is all right."
        )
        is_due = _("The meeting is on {meeting}. The PEP was due by {day}, before that.")
    return Found(
        Step.AFTER_DUE,
        _("Ask {who} if the day of {child}’s meeting is all right").format(
            who=facts.worker, child=facts.name
        ),
        _(
            "{is_due} If a later day is all right, put it with {child}’s facts, as the day you were told."
        ).format(is_due=is_due.format(meeting=say_day(day), day=due_by), child=facts.name),
        _("After the day it is due"),
        "info",
        facts.coming.id if facts.coming and facts.meeting_on else None,
        in_short.format(meeting=facts.short(day), day=facts.short(by), who=facts.worker),
    )
