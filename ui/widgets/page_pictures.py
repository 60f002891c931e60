"""Pictures of pages: what one is, who draws them, and how they come to the pages that asked for them."""

import weakref
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import shiboken6


class PagePicture(Protocol):
    """A drawn page: `number` from 1, `data` of width * height * 4 bytes (blue, green, red, unused)."""

    @property
    def number(self) -> int: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def data(self) -> bytes: ...


Reply = Callable[[Sequence[PagePicture]], None]
Draw = Callable[[list[int], int, Reply], None]


class TakesPictures(Protocol):
    """What shows them."""

    def take(self, papers: int, asked: list[int], sharp: int, pictures: Sequence[PagePicture]) -> None: ...


def deliver_to(stack: TakesPictures, papers: int, asked: list[int], sharp: int) -> Reply:
    """What brings pictures to it. Holds no viewer alive: one that was closed, as locking does, gets nothing more."""
    return partial(_deliver, weakref.ref(stack), papers, asked, sharp)


def _deliver(
    stack: "weakref.ref[TakesPictures]",
    papers: int,
    asked: list[int],
    sharp: int,
    pictures: Sequence[PagePicture],
) -> None:
    still = stack()
    if still is not None and shiboken6.isValid(still):
        still.take(papers, asked, sharp, pictures)
