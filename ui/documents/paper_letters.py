"""The letters of a paper that is read: asked for page by page, a few at a time, and kept while it is on screen."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from carer_app.jobs import look_at_pdf
from ui.base.records import Records
from ui.widgets.letters_seen import LettersSeen

AT_A_TIME = 12


class PaperLetters(QObject):
    """`came` says that those of more pages are known. A page that cannot be read has none."""

    came = Signal()

    def __init__(self, records: Records, parent: QObject) -> None:
        super().__init__(parent)
        self._records = records
        self._data = b""
        self._count = 0
        self._known: dict[int, LettersSeen] = {}
        self._wanted: list[int] = []
        self._asked: tuple[int, ...] = ()

    def begin(self, data: bytes, count: int) -> None:
        """From now on it is this paper, of so many pages."""
        self._data, self._count = data, count
        self._known, self._wanted, self._asked = {}, [], ()

    def of(self, number: int) -> LettersSeen | None:
        """Those of a page, or None while they are not known."""
        return self._known.get(number)

    def give(self, known: dict[int, LettersSeen]) -> None:
        """Those that are known from elsewhere: a picture has none of its own."""
        self._known |= known
        self.came.emit()

    def missing(self) -> int:
        """How many pages are not known yet."""
        return self._count - len(self._known)

    def want(self, numbers: Iterable[int]) -> None:
        """Ask for these pages, before any that somebody asked for earlier."""
        new = [each for each in numbers if 1 <= each <= self._count and each not in self._known]
        self._wanted = [*new, *(each for each in self._wanted if each not in new)]
        self._ask()

    def want_all(self) -> None:
        """Ask for every page."""
        self.want(range(1, self._count + 1))

    def _ask(self) -> None:
        self._wanted = [each for each in self._wanted if each not in self._known and each not in self._asked]
        if self._asked or not self._wanted:
            return
        self._asked = tuple(self._wanted[:AT_A_TIME])
        there = partial(self._come_home, self._data, self._asked)
        self._records.run(partial(_lettered, self._data, self._asked), there, lambda _sentence: there({}))

    def _come_home(self, data: bytes, asked: tuple[int, ...], found: dict[int, LettersSeen]) -> None:
        if not isValid(self) or data is not self._data:
            return
        self._asked = ()
        nothing = LettersSeen("", b"")
        self._known = {number: found.get(number, nothing) for number in asked} | self._known
        self.came.emit()
        self._ask()


def _lettered(data: bytes, numbers: tuple[int, ...]) -> dict[int, LettersSeen]:
    told = look_at_pdf.letters(data, numbers)
    return {number: LettersSeen(page.said, page.boxes) for number, page in told.items()}
