"""What is asked of one child after the other, read of all of them at one go.

A page that shows several children says so first (`together`). Then each of these questions goes to the records once for
all of them, and not once a child; whoever asks about one child needs not know of it.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, wraps
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import BindParameter, Select, bindparam
from sqlalchemy.orm import Session

from carer_app.use_cases.answered_once import answered_once

T = TypeVar("T")
Children: TypeAlias = BindParameter[Any]
"""Whom a question is about."""
_TOGETHER = "together"


def together(session: Session, child_ids: Iterable[int]) -> None:
    """In this reading these children are asked about one after the other."""
    session.info[_TOGETHER] = tuple(child_ids)


def of_each_child(
    question: Callable[[Children], Select[int, T]],
) -> Callable[[Session, int], Sequence[T]]:
    """For a question about children: it selects whose each thing is, and the thing or what of it is wanted, in order.

    What becomes of it is asked with one child's id. The words of a question are always the same: they are put together
    once, and not for every reading.
    """

    @cache
    def in_words() -> Select[int, T]:
        return question(bindparam("children", expanding=True))

    @answered_once
    def of_these(session: Session, child_ids: tuple[int, ...]) -> dict[int, list[T]]:
        found: dict[int, list[T]] = {child_id: [] for child_id in child_ids}
        for row in session.execute(in_words(), {"children": child_ids}):
            rest: Any = row[1:]
            found[row[0]].append(rest[0] if len(rest) == 1 else rest)
        return found

    @wraps(question)
    def of_child(session: Session, child_id: int) -> Sequence[T]:
        children: tuple[int, ...] = session.info.get(_TOGETHER, ())
        return of_these(session, children if child_id in children else (child_id,))[child_id]

    return of_child
