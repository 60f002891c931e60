"""What waits among the photos of a page is noted in the locked records, so that it is there again after locking."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid

from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.jobs.photos_that_wait import as_they_wait, open_waiting
from carer_app.use_cases import waiting_photos
from carer_app.use_cases.waiting_photos import SealedPhoto
from carer_app.words import plural
from ui.base.page import Page


class PhotosKeptSafe(QObject):
    """Sealed files go once nothing can bring their photo back. `is_undoable`: what was left out still may."""

    def __init__(self, page: Page, is_undoable: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._is_undoable = page, is_undoable
        self._noted: tuple[tuple[SealedPhoto, ...], frozenset[str]] = ((), frozenset())
        self._over: set[str] = set()
        self._looked = self._is_opening = False
        page.records.undo_ended.connect(self._take_away)

    def note(self, photos: tuple[PhotoOfPage, ...], how: frozenset[str]) -> None:
        """These wait now, and no others."""
        now = (as_they_wait(photos), how)
        if now == self._noted or self._is_opening:  # what waits there is not among them yet
            return
        records, before = self._page.records, self._names()
        if records.change(waiting_photos.note_waiting, self._page.place.key, *now, announce=False):
            self._noted = now
            self._over = (self._over | before) - self._names()
            self._take_away()

    def come_back(self, then: Callable[[tuple[PhotoOfPage | None, ...], frozenset[str]], None]) -> None:
        """Open what waited when the records were locked, once."""
        if self._looked:
            return
        self._looked = True
        records, key = self._page.records, self._page.place.key
        waiting = records.read(waiting_photos.waiting, key)
        if not waiting:
            return
        how = records.read(waiting_photos.how_they_wait, key)
        self._noted, self._is_opening = (waiting, how), True

        def on_opened(photos: tuple[PhotoOfPage | None, ...]) -> None:
            if isValid(self):
                self._is_opening = False
                then(photos, how)

        records.run(partial(open_waiting, waiting, records.papers), on_opened)

    def take_away(self, photos: tuple[PhotoOfPage, ...]) -> None:
        """These do not come to wait: what was sealed of them goes."""
        self._over |= {name for each in as_they_wait(photos) for name in each.fingerprints}
        self._take_away()

    def _names(self) -> set[str]:
        return {name for each in self._noted[0] for name in each.fingerprints}

    def _take_away(self) -> None:
        records = self._page.records
        if self._over and records.is_open and not self._is_undoable():
            over, self._over = self._over, set()
            records.run(partial(records.papers.remove, *over), _done)


def _done(_nothing: None) -> None:
    """They are gone."""


def lost_while_waiting(count: int) -> str:
    """So many that waited cannot be opened, and what to do."""
    return plural(
        "{count} photo that waited here cannot be opened any more. Choose it again where you took it from.",
        "{count} photos that waited here cannot be opened any more. Choose them again where you took them from.",
        count,
    )
