"""The photos of a paper that wait, in the order of its pages, and what is done to that order."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.words import _
from ui.documents.photo_row import WaitingPhoto


class PhotosInOrder:
    """Each has a number that stays, wherever it is moved to."""

    def __init__(self) -> None:
        self._waiting: list[WaitingPhoto] = []
        self._numbers = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def all(self) -> tuple[WaitingPhoto, ...]:
        """As they are."""
        return tuple(self._waiting)

    def pages(self) -> tuple[PhotoOfPage, ...]:
        """Without their numbers."""
        return tuple(each.photo for each in self._waiting)

    def has(self, digest: str) -> bool:
        """Whether one of the file with this digest waits."""
        return any(each.photo.digest == digest for each in self._waiting)

    def of(self, number: int) -> WaitingPhoto:
        """One of them. Raises StopIteration where it was left out."""
        return next(each for each in self._waiting if each.id == number)

    def add(self, photo: PhotoOfPage, at: int | None = None) -> int:
        """A photo more, last or at this place; returns its number."""
        self._numbers += 1
        place = len(self._waiting) if at is None else at
        self._waiting.insert(place, WaitingPhoto(self._numbers, photo, b""))
        return self._numbers

    def change(self, number: int, photo: PhotoOfPage) -> None:
        """It is to look like this; how it looks now stays until that is made."""
        self._put(number, lambda each: replace(each, photo=photo))

    def looks(self, number: int, photo: PhotoOfPage, small: bytes, whole: bytes) -> bool:
        """How this photo looks was made. False where it was changed again meanwhile, or left out."""
        is_it = any(each.id == number and each.photo == photo for each in self._waiting)
        if is_it:
            self._put(number, lambda each: WaitingPhoto(number, photo, small, whole))
        return is_it

    def move(self, number: int, by: int) -> None:
        """Earlier (-1) or later (1)."""
        at = self._waiting.index(self.of(number))
        self._waiting.insert(at + by, self._waiting.pop(at))

    def take_out(self, number: int) -> None:
        """It waits no longer."""
        self._waiting.remove(self.of(number))

    def clear(self) -> None:
        """None waits any longer."""
        self._waiting.clear()

    def bring_back(self, before: Sequence[WaitingPhoto]) -> list[WaitingPhoto]:
        """As they were `before`; what came meanwhile stands after them. Returns those that had gone."""
        known = {each.id for each in before}
        now = {each.id: each for each in self._waiting}
        self._waiting = [now.get(each.id, each) for each in before]
        self._waiting += [each for each in now.values() if each.id not in known]
        return [each for each in before if each.id not in now]

    def place(self, number: int) -> str:
        """Which of how many."""
        at = self._waiting.index(self.of(number)) + 1
        return _("Photo {number} of {count}").format(number=at, count=len(self._waiting))

    def _put(self, number: int, how: Callable[[WaitingPhoto], WaitingPhoto]) -> None:
        self._waiting = [how(each) if each.id == number else each for each in self._waiting]
