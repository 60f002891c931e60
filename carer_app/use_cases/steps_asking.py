"""The rules of Home about what the carer asked somebody for: an answer that is awaited, and thanks."""

from datetime import timedelta

from sqlalchemy import Select, select

from carer_app.choices import RequestAbout
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.asked_again import Request
from carer_app.domain.ladders import Rung
from carer_app.typed_dates import say_short
from carer_app.use_cases.asked_before import Matter, all_requests_of, requests_of, somebody
from carer_app.use_cases.asking_again import whose_turn
from carer_app.use_cases.of_each_child import Children, of_each_child
from carer_app.use_cases.steps import Situation, Step, StepDue
from carer_app.use_cases.what_is_asked import asked_for
from carer_app.words import _

THANKS_WITHIN = timedelta(days=14)
"""So long after it is done Home offers words to say thank you with."""


QUIET = timedelta(days=3)
"""So long after asking Home does not ask whether an answer has come: people need a little time."""


def asked_last(facts: Situation, matter: Matter) -> str:
    """Whom the carer asked last in this matter, in a sentence; empty where nobody was asked."""
    asked = [each for each in requests_of(facts.session, matter) if not each.left_out_because]
    if not asked:
        return ""
    last = asked[-1]
    if last.answered_on is not None:
        return _("The answer of {day} has not helped yet.").format(day=facts.short(last.answered_on))
    if not last.name:
        return _("You asked on {day}, and no answer is written down.").format(day=facts.short(last.asked_on))
    return _("You asked {who} on {day}, and no answer is written down.").format(
        who=last.name, day=facts.short(last.asked_on)
    )


def ask_words(facts: Situation, matter: Matter, rung: Rung) -> str:
    """Ask them; or once more, where it is the one who was asked last."""
    asked = [each for each in requests_of(facts.session, matter) if not each.left_out_because]
    name = somebody(facts.session, matter, rung).name
    if asked and name and asked[-1].name.casefold() == name.casefold():
        return _("Ask {who} again about this: {what}")
    return _("Ask {who} about this: {what}")


def answer_awaited(facts: Situation) -> StepDue | None:
    """Somebody was asked: the answer can be written down, and from which day on the next one can be asked."""
    for matter in _matters(facts):
        asked = _newest(facts, matter)
        if asked.answered_on is not None or asked.asked_on + QUIET > facts.today:
            continue
        thing = asked_for(facts.session, facts.child, matter, facts.today)
        if thing.is_over or thing.speaks_of_safety:
            continue
        turn = whose_turn(facts.session, matter, facts.today)
        has_come = turn is not None and turn.has_come(facts.today)
        if has_come and _is_said_elsewhere(facts, matter):
            continue
        words = _("Has {who} answered?").format(who=asked.name) if asked.name else _("Has an answer come?")
        about = _("You asked on {day} about this: {what}.").format(
            day=facts.short(asked.asked_on), what=thing.what.rstrip(".")
        )
        line, why = f"{words} {about}", about
        if turn is not None and has_come:
            words = ask_words(facts, matter, turn.rung)
            words = words.format(who=somebody(facts.session, matter, turn.rung).who, what=thing.what)
        elif turn is not None:
            why += " " + _("You can ask again from {day}.").format(day=facts.short(turn.from_day))
        return StepDue(
            Step.ANSWER_AWAITED,
            words,
            why,
            _("Asked {day}").format(day=say_short(asked.asked_on)),
            "later",
            line=line,
            matter=matter,
        )
    return None


def thank(facts: Situation) -> StepDue | None:
    """What was asked for is done: nobody has to say thank you, and many like to."""
    for matter in _matters(facts):
        if Step.THANK.value + f":{matter.about_id}" in facts.waits:
            continue
        asked = _newest(facts, matter)
        if asked.thanked_on:
            continue
        thing = asked_for(facts.session, facts.child, matter, facts.today)
        if not thing.is_done or (thing.done_on or asked.asked_on) + THANKS_WITHIN < facts.today:
            continue
        who = asked.name or _("whoever helped")
        return StepDue(
            Step.THANK,
            _("You could thank {who}").format(who=who),
            _("You asked for this, and it has come: {what}").format(what=thing.what)
            if matter.about != RequestAbout.ACTION
            else _("You asked about this, and it is done: {what}").format(what=thing.what),
            _("Done"),
            "ok",
            line=_("You could thank {who} for this: {what}").format(who=who, what=thing.what),
            matter=matter,
        )
    return None


def _matters(facts: Situation) -> list[Matter]:
    """Everything that somebody was asked for, newest first."""
    asked = all_requests_of(facts.session, facts.child.id)
    if not asked:
        return []
    actions = {action.id for action in _asked_about(facts.session, facts.child.id)}
    found: dict[Matter, None] = {}
    for each in reversed(asked):
        about = RequestAbout(each.about)
        about_id = each.action_id if about == RequestAbout.ACTION else each.meeting_id
        if each.left_out_because or (about == RequestAbout.ACTION and about_id not in actions):
            continue
        found[Matter(facts.child.id, about, about_id or 0)] = None
    return list(found)


@of_each_child
def _asked_about(children: Children) -> Select[int, AgreedAction]:
    """Every action that somebody was asked about, but for those that were removed."""
    return (
        select(Request.child_id, AgreedAction)
        .select_from(Request)
        .join(AgreedAction, AgreedAction.id == Request.action_id)
        .where(Request.child_id.in_(children))
        .distinct()
    )


def _newest(facts: Situation, matter: Matter) -> Request:
    """Whom the carer asked last. Only of what somebody was asked for."""
    return next(each for each in reversed(requests_of(facts.session, matter)) if not each.left_out_because)


def _is_said_elsewhere(facts: Situation, matter: Matter) -> bool:
    """Whether another rule of Home asks for it once the next one's turn has come."""
    if matter.about == RequestAbout.ACTION:
        action = facts.session.get_one(AgreedAction, matter.about_id)
        return action.days_late(facts.today) > 0
    return matter.about in (RequestAbout.COPY, RequestAbout.MEETING_DATE)
