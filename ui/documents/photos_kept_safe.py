"""What waits among the photos of a page is noted in the locked records, so that it is there again after locking."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid

from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.jobs.photos_that_wait import NotOpened, as_they_wait, open_waiting
from carer_app.use_cases import waiting_photos
from carer_app.use_cases.waiting_photos import SealedPhoto
from ui.base.page import Page
from ui.documents.photo_words import lost_while_waiting, not_just_now

Opened = tuple[tuple[int, PhotoOfPage], ...]
"""Photos that are here again, and where each stands among those that are."""


@dataclass(frozen=True)
class PhotoAside:
    """A photo that waits and was not opened, where it stood, and why."""

    at: int
    photo: SealedPhoto
    why: NotOpened


class PhotosKeptSafe(QObject):
    """Of what cannot be opened nothing is taken away by itself: it waits on until somebody leaves it out.

    Sealed files go once nothing can bring their photo back. `is_undoable`: what was left out still may."""

    def __init__(self, page: Page, is_undoable: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._is_undoable = page, is_undoable
        self._noted: tuple[tuple[SealedPhoto, ...], frozenset[str]] = ((), frozenset())
        self._over: set[str] = set()
        self.aside: tuple[PhotoAside, ...] = ()
        self._looked = self._is_opening = False
        page.records.undo_ended.connect(self._take_away)

    def note(self, photos: tuple[PhotoOfPage, ...], how: frozenset[str]) -> None:
        """These wait now, and no others."""
        now = (self._with_aside(as_they_wait(photos)), how)
        if now == self._noted or self._is_opening:  # what waits there is not among them yet
            return
        records, before = self._page.records, self._names()
        if records.change(waiting_photos.note_waiting, self._page.place.key, *now, announce=False):
            self._noted = now
            self._over = (self._over | before) - self._names()
            self._take_away()

    def come_back(self, then: Callable[[Opened, frozenset[str]], None]) -> None:
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

        def on_opened(photos: tuple[PhotoOfPage | NotOpened, ...]) -> None:
            if isValid(self):
                self._is_opening = False
                whole = [each for each in photos if not isinstance(each, NotOpened)]
                self.aside = tuple(
                    PhotoAside(at, sealed, why)
                    for at, (sealed, why) in enumerate(zip(waiting, photos, strict=True))
                    if isinstance(why, NotOpened)
                )
                then(tuple(enumerate(whole)), how)

        records.run(partial(open_waiting, waiting, records.papers), on_opened)

    def try_again(self, then: Callable[[Opened], None]) -> None:
        """Open what could not be opened, once more."""
        records, aside = self._page.records, self.aside

        def on_opened(photos: tuple[PhotoOfPage | NotOpened, ...]) -> None:
            if not isValid(self) or self.aside is not aside:  # they were left out meanwhile
                return
            still: list[PhotoAside] = []
            here: list[tuple[int, PhotoOfPage]] = []
            for each, photo in zip(aside, photos, strict=True):
                if isinstance(photo, NotOpened):
                    still.append(PhotoAside(each.at, each.photo, photo))
                else:
                    here.append((each.at - len(still), photo))
            self.aside = tuple(still)
            then(tuple(here))

        records.run(partial(open_waiting, [each.photo for each in aside], records.papers), on_opened)

    def not_opened(self) -> str:
        """What is said of those that were not opened; empty where all were."""
        lost = sum(each.why == NotOpened.DAMAGED for each in self.aside)
        later = len(self.aside) - lost
        return "\n".join(
            [*([lost_while_waiting(lost)] if lost else []), *([not_just_now(later)] if later else [])]
        )

    def _with_aside(self, photos: tuple[SealedPhoto, ...]) -> tuple[SealedPhoto, ...]:
        all_of_them = list(photos)
        for each in self.aside:
            all_of_them.insert(each.at, each.photo)
        return tuple(all_of_them)

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
