"""Everything the room can ask for."""

from typing import Protocol

from carer_app.choices import Share, WhoseWords
from carer_app.sitting import BookPage, Kept, Left, Sitting


class Outside(Protocol):
    """What is outside the room, as far as it knows. Where a truth is given back, it says whether it worked."""

    # What is said and not kept yet
    def left(self) -> tuple[Left, ...]:
        """The sittings that were begun and not kept, the newest first."""

    def open(self, left: Left) -> Sitting | None:
        """One of them, and from now on that is where words go; None where it cannot be read."""

    def begin_anew(self) -> None:
        """From now on words go into a draft of their own."""

    def write(self, sitting: Sitting) -> bool:
        """Replace the draft by all that was said so far."""

    def wipe(self) -> bool:
        """Rub the draft out."""

    # What is kept
    def keep(self, sitting: Sitting) -> bool:
        """Make records of it, once; the draft goes."""

    def photo(self) -> bytes:
        """The photograph of a drawing that was handed in, as a file; empty where there is none. In memory only."""

    def drop_photo(self) -> None:
        """Forget that photograph."""

    def kept(self) -> tuple[Kept, ...]:
        """What this child kept before, also for other meetings."""

    def put_on(self, view_id: int) -> bool:
        """Let a kept thing stand on the child's sheet again."""

    def take_off(self, view_id: int) -> bool:
        """Keep a kept thing off the child's sheet."""

    def add(self, view_id: int, words: str, share: Share, whose: WhoseWords) -> bool:
        """Keep more about a kept thing, beside it."""

    def say_differently(self, view_id: int, words: str, share: Share, whose: WhoseWords) -> bool:
        """Keep how the child says something, beside how it stands there."""

    # What came of it
    def what_happened(self) -> tuple[Kept, ...]:
        """What was said to the meeting that was held last, each with what came of it."""

    def written_for_me(self) -> tuple[Kept, ...]:
        """What the carer wrote down for this meeting as words of the child; nothing else that the carer wrote."""

    def book(self) -> tuple[BookPage, ...]:
        """The child's own book, page by page."""

    def picture(self, number: int) -> bytes:
        """A picture of the book by its number, as a file; empty where it cannot be opened."""

    # On paper, how big, and out
    def print_questions(self) -> None:
        """At once, to the usual printer."""

    def print_day(self) -> None:
        """The school day to cut out and stick, to the usual printer."""

    def print_slip(self) -> None:
        """The telephone numbers, to the usual printer."""

    def text_size(self) -> int:
        """In per cent of the room's usual size."""

    def set_text_size(self, size: int) -> None:
        """In per cent; kept apart from the carer's own."""

    def wear(self, colours: str) -> None:
        """Until one leaves, in this part alone."""

    def leave(self) -> None:
        """Out, to the lock page."""
