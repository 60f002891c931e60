"""Within one reading the same question has the same answer, so it is worked out once."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy.orm import Session

P = ParamSpec("P")
T = TypeVar("T")
ANSWERED = "answered"
"""Where a session that cannot save keeps what it answered (`storage/sessions.py`); one that can save has none."""


def answered_once(work_out: Callable[Concatenate[Session, P], T]) -> Callable[Concatenate[Session, P], T]:
    """For a question that many ask of one reading, and that is answered from the records and its arguments alone."""

    @wraps(work_out)
    def answer(session: Session, *args: P.args, **kwargs: P.kwargs) -> T:
        answered: dict[Hashable, Any] | None = session.info.get(ANSWERED)
        if answered is None:
            return work_out(session, *args, **kwargs)
        question = (work_out, args, tuple(sorted(kwargs.items())) if kwargs else ())
        if question not in answered:
            answered[question] = work_out(session, *args, **kwargs)
        return cast(T, answered[question])

    return cast(Callable[Concatenate[Session, P], T], answer)
