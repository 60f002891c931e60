"""What was written of asking somebody is put right: the way, the days, the answer, why somebody was left out."""

from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import HowAsked
from carer_app.domain.asked_again import Request
from carer_app.errors import NotAllowed
from carer_app.use_cases.lookup import find
from carer_app.use_cases.writing_requests import must_be_said, must_come_after, must_have_come
from carer_app.words import _

ChangesWords = Callable[[Session, int, str], None]
ChangesDay = Callable[[Session, int, date, date], None]


def change_how(session: Session, request_id: int, how: HowAsked | None) -> None:
    """They were asked in another way."""
    find(session, Request, request_id).how = how or ""


def change_asked_on(session: Session, request_id: int, on: date, today: date) -> None:
    """They were asked, or left out, on another day. Raises NotAllowed for a day ahead, or one after the answer."""
    request = find(session, Request, request_id)
    must_have_come(on, today)
    if request.answered_on is not None:
        must_come_after(request.answered_on, on)
    request.asked_on = on


def change_answer(session: Session, request_id: int, answer: str) -> None:
    """They said it in other words. Raises NotAllowed without any."""
    must_be_said(answer)
    find(session, Request, request_id).answer = answer.strip()


def change_answered_on(session: Session, request_id: int, on: date, today: date) -> None:
    """They answered on another day. Raises NotAllowed for a day ahead, or one before they were asked."""
    request = find(session, Request, request_id)
    must_have_come(on, today)
    must_come_after(on, request.asked_on)
    request.answered_on = on


def change_because(session: Session, request_id: int, because: str) -> None:
    """They were left out for another reason. Raises NotAllowed without one."""
    if not because.strip():
        raise NotAllowed(_("Say why in a word or two."))
    find(session, Request, request_id).left_out_because = because.strip()
