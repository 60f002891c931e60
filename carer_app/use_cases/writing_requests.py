"""What a carer writes down of asking: asked whom, when and how; left out, and why; the answer; thanks."""

from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import HowAsked, RequestAbout
from carer_app.domain.asked_again import Request
from carer_app.domain.child import Child
from carer_app.errors import NotAllowed
from carer_app.use_cases import drafts
from carer_app.use_cases.asked_before import Matter, requests_of
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import find
from carer_app.words import _


def asked(
    session: Session,
    matter: Matter,
    rung: str,
    name: str,
    how: HowAsked,
    on: date,
    today: date,
    draft_place: DraftKey = NOWHERE,
) -> int:
    """Somebody was asked. Returns the request's id. Raises NotAllowed for a day that has not come yet."""
    must_have_come(on, today)
    drafts.forget(session, draft_place)
    return _add(session, matter, rung, name, on, how=how)


def left_out(
    session: Session,
    matter: Matter,
    rung: str,
    name: str,
    because: str,
    today: date,
    draft_place: DraftKey = NOWHERE,
) -> int:
    """Nobody was asked there, for a reason. Raises NotAllowed without one."""
    if not because.strip():
        raise NotAllowed(_("Say why in a word or two. Then it is the next person’s turn."))
    drafts.forget(session, draft_place)
    return _add(session, matter, rung, name, today, left_out_because=because.strip())


def answered(
    session: Session, request_id: int, answer: str, on: date, today: date, draft_place: DraftKey = NOWHERE
) -> None:
    """They answered. Raises NotAllowed without words, for a day ahead, or one before they were asked."""
    request = find(session, Request, request_id)
    must_be_said(answer)
    must_have_come(on, today)
    must_come_after(on, request.asked_on)
    request.answer, request.answered_on = answer.strip(), on
    drafts.forget(session, draft_place)


def not_answered(session: Session, request_id: int) -> None:
    """Undo `answered`."""
    request = find(session, Request, request_id)
    request.answer, request.answered_on = "", None


def thanked(session: Session, request_id: int, on: date | None) -> None:
    """They were thanked on a day; or not after all."""
    find(session, Request, request_id).thanked_on = on


def take_newest_back(session: Session, matter: Matter, today: date) -> None:
    """Undo `asked` and `left_out`: the newest that was written down goes."""
    newest = max(requests_of(session, matter), key=lambda each: each.id, default=None)
    if newest is not None:
        newest.remove(today)


def _add(
    session: Session,
    matter: Matter,
    rung: str,
    name: str,
    on: date,
    how: HowAsked | None = None,
    left_out_because: str = "",
) -> int:
    find(session, Child, matter.child_id)
    request = Request(
        child_id=matter.child_id,
        about=matter.about,
        action_id=matter.about_id if matter.about == RequestAbout.ACTION else None,
        meeting_id=matter.about_id or None if matter.about == RequestAbout.COPY else None,
        rung=rung,
        name=name.strip(),
        asked_on=on,
        how=how or "",
        left_out_because=left_out_because,
    )
    session.add(request)
    session.flush()
    return request.id


def must_be_said(answer: str) -> None:
    """Raise NotAllowed for an answer without words."""
    if not answer.strip():
        raise NotAllowed(_("Type what they said. A few words are enough."))


def must_come_after(answered_on: date, asked_on: date) -> None:
    """Raise NotAllowed where the answer would be before they were asked."""
    if answered_on < asked_on:
        raise NotAllowed(_("The answer cannot come before the day you asked. Look at the day once more."))


def must_have_come(on: date, today: date) -> None:
    """Raise NotAllowed for a day that has not come yet."""
    if on > today:
        raise NotAllowed(_("That day has not come yet. Choose today or a day before."))
