"""You said, and what happened: for each thing the child said to the meeting, what came of it. An honest no as well.

Source: what children in care say of their PEPs, that nobody told them what came of what they said; and the Fostering
Services National Minimum Standards, 1.5: children are told what was decided and why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carer_app.choices import Owner, PlainQuestion
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView, WhatHappened
from carer_app.errors import NotFound
from carer_app.paper.content import AnswerToChild, Quote, Yes
from carer_app.sitting import DIFFERS
from carer_app.typed_dates import say_short
from carer_app.use_cases.lookup import carer_name, find
from carer_app.use_cases.of_each_child import Children, of_each_child
from carer_app.use_cases.on_the_sheet import change_to_the_child, quote
from carer_app.words import _

FIELDS = ("at_the_meeting", "now", "who", "cannot_because", "ask_about_it")


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One thing the child said, and what was written about it. `id` is that of the thing said."""

    id: int
    said: Quote
    texts: dict[str, str]
    by_when: date | None
    action_id: int | None = None
    action: Yes | None = None

    @property
    def is_answered(self) -> bool:
        """Whether there is something to tell the child."""
        return self.action is not None or any(
            self.texts[field].strip() for field in ("at_the_meeting", "now", "cannot_because")
        )


@dataclass(frozen=True, slots=True)
class WouldChange:
    """The one thing at school that the child would change, and what came of it, as far as it is written."""

    words: str
    came: str


def would_change(session: Session, meeting_id: int) -> WouldChange | None:
    """It is no thing of its own in the records, so it has one box. None where nothing stands there."""
    meeting = find(session, Meeting, meeting_id)
    words = meeting.answer(PlainQuestion.WOULD_CHANGE).strip()
    return WouldChange(words, meeting.answer(PlainQuestion.CAME_OF_CHANGE)) if words else None


def said_to_the_meeting(session: Session, meeting_id: int) -> list[SaidRow]:
    """Everything the child put on the sheet for this meeting. What is off the sheet was not the meeting's to hear."""
    return _said(session, find(session, Meeting, meeting_id), "")


def _said(session: Session, meeting: Meeting, child: str) -> list[SaidRow]:
    """`child` is what the child is called in it; empty for the name used at home."""
    child, carer = child or meeting.child.name, carer_name(session)
    rows = []
    of_views = {each.view_id: each for each in _ever_happened(session, meeting.child_id)}
    for view in meeting.views:
        if not view.is_printed or not quote(view, child, carer) or view.question.startswith(DIFFERS):
            continue  # what came of words is told once, however the child says them now
        happened = of_views.get(view.id)
        action = _action_of(session, meeting, happened)
        rows.append(
            SaidRow(
                view.id,
                quote(view, child, carer),
                {field: getattr(happened, field) if happened else "" for field in FIELDS},
                happened.by_when if happened else None,
                action.id if action else None,
                as_yes(action, carer) if action else None,
            )
        )
    return rows


def agreed_for_it(session: Session, meeting_id: int) -> list[tuple[int, str]]:
    """What was agreed, to say which of it came of something: its id and its words.

    What was agreed at this meeting comes first. What was agreed at another, or put in for it later, can have come of
    the same words, and says on which day.
    """
    meeting = find(session, Meeting, meeting_id)
    here = [(action.id, action.what) for action in meeting.actions]
    others = [action for action in _actions_of(session, meeting) if action.meeting_id != meeting_id]
    words = _("{what} · agreed {day}")
    return here + [
        (action.id, words.format(what=action.what, day=say_short(action.agreed_on, with_year=True)))
        for action in others
    ]


def set_action(session: Session, view_id: int, action_id: int | None) -> None:
    """What was agreed because of what the child said, at any meeting; None where nothing was. Of the same child."""
    happened = _of(session, view_id) or _new(session, view_id)
    if action_id is not None:
        meeting = find(session, Meeting, find(session, ChildView, view_id).meeting_id)
        if action_id not in [action.id for action in _actions_of(session, meeting)]:
            raise NotFound(_("That is no longer in your records. Nothing else was changed."))
    happened.action_id = action_id


def as_yes(action: AgreedAction, carer: str) -> Yes:
    """Something that was agreed, in words for the child to read: "Me" would be the child."""
    owner = Owner(action.owner)
    who = (
        _("You")
        if owner == Owner.CHILD
        else action.owner_name or (carer if owner == Owner.ME else owner.words(""))
    )
    return Yes(
        action.what, who, action.due_on, action.done_on, action.ended_on, action.ended_why, action.partly_on
    )


def _action_of(session: Session, meeting: Meeting, happened: WhatHappened | None) -> AgreedAction | None:
    """What was agreed because of it, at any meeting; what was taken out was not agreed."""
    if happened is None or happened.action_id is None:
        return None
    return next((each for each in _actions_of(session, meeting) if each.id == happened.action_id), None)


def _actions_of(session: Session, meeting: Meeting) -> Sequence[AgreedAction]:
    return _ever_agreed(session, meeting.child_id)


@of_each_child
def _ever_agreed(children: Children) -> Select[int, AgreedAction]:
    """Everything that was ever agreed for a child, the newest meeting first."""
    query = select(AgreedAction.child_id, AgreedAction).where(AgreedAction.child_id.in_(children))
    return query.order_by(AgreedAction.agreed_on.desc(), AgreedAction.id)


@of_each_child
def _ever_happened(children: Children) -> Select[int, WhatHappened]:
    """What became of everything that a child said."""
    return (
        select(Meeting.child_id, WhatHappened)
        .select_from(WhatHappened)
        .join(ChildView, ChildView.id == WhatHappened.view_id)
        .join(Meeting, Meeting.id == ChildView.meeting_id)
        .where(Meeting.child_id.in_(children))
    )


def write_what_happened(session: Session, view_id: int, field: str, text: str) -> None:
    """One of FIELDS, as it is typed."""
    if field not in FIELDS:
        raise ValueError(field)
    setattr(_of(session, view_id) or _new(session, view_id), field, text)


def set_by_when(session: Session, view_id: int, day: date | None) -> None:
    """By when it is to be done; None where nobody said."""
    (_of(session, view_id) or _new(session, view_id)).by_when = day


def answers(session: Session, meeting_id: int) -> tuple[AnswerToChild, ...]:
    """For the child to read, on their sheet and in their book: only what was answered, in the order it was said."""
    meeting = find(session, Meeting, meeting_id)
    came, change = meeting.answer(PlainQuestion.CAME_OF_CHANGE), change_to_the_child(meeting)
    last = (AnswerToChild(change, now=came),) if change is not None and came.strip() else ()
    return (*answers_by_view(session, meeting_id).values(), *last)


def answers_by_view(session: Session, meeting_id: int) -> dict[int, AnswerToChild]:
    """The same, by the thing that was said."""
    return {
        row.id: AnswerToChild(you_said=row.said, by_when=row.by_when, action=row.action, **row.texts)
        for row in _said(session, find(session, Meeting, meeting_id), _("You"))
        if row.is_answered
    }


def _of(session: Session, view_id: int) -> WhatHappened | None:
    return session.scalars(select(WhatHappened).where(WhatHappened.view_id == view_id)).one_or_none()


def _new(session: Session, view_id: int) -> WhatHappened:
    find(session, ChildView, view_id)
    made = WhatHappened(
        view_id=view_id, at_the_meeting="", now="", who="", by_when=None, cannot_because="", ask_about_it=""
    )
    session.add(made)
    return made
