"""What is asked of one child after the other, read of all of them at one go.

A page that shows several children says so first (`together`). Then each of these questions goes to the records once for
all of them, and not once a child; whoever asks about one child needs not know of it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import wraps
from typing import TypeVar

from sqlalchemy.orm import Session

from carer_app.use_cases.answered_once import answered_once

T = TypeVar("T")
_TOGETHER = "together"


def together(session: Session, child_ids: Iterable[int]) -> None:
    """In this reading these children are asked about one after the other."""
    session.info[_TOGETHER] = tuple(child_ids)


def of_each_child(
    read: Callable[[Session, Collection[int]], Iterable[tuple[int, T]]],
) -> Callable[[Session, int], Sequence[T]]:
    """For a question about children: `read` gives each thing with the child whose it is, in the order that is wanted.

    What becomes of it is asked with one child's id.
    """

    @answered_once
    def of_these(session: Session, child_ids: tuple[int, ...]) -> dict[int, list[T]]:
        found: dict[int, list[T]] = {child_id: [] for child_id in child_ids}
        for child_id, each in read(session, child_ids):
            found[child_id].append(each)
        return found

    @wraps(read)
    def of_child(session: Session, child_id: int) -> Sequence[T]:
        children: tuple[int, ...] = session.info.get(_TOGETHER, ())
        return of_these(session, children if child_id in children else (child_id,))[child_id]

    return of_child
