"""Photos that were left out, or were kept as a file: they come back as long as that can be undone."""

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from ui.base.page import Page
from ui.base.records import Undo
from ui.documents.photo_row import WaitingPhoto
from ui.documents.photos_in_order import PhotosInOrder
from ui.documents.photos_kept_safe import PhotoAside, PhotosKeptSafe


class PhotosLeftOut(QObject):
    """`on_back` is told which of them came back, once that is saved. `safe` is there before anything is left out."""

    safe: PhotosKeptSafe

    def __init__(
        self,
        page: Page,
        photos: PhotosInOrder,
        on_back: Callable[[list[WaitingPhoto]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._photos, self._on_back = page, photos, on_back
        self._undo: Callable[[], Undo | None] = _nothing

    def may_come_back(self) -> bool:
        """Whether there are any."""
        undo = self._undo()
        return undo is not None and self._page.records.can_be_undone is undo

    def go_with(self, undo: Undo | None) -> None:
        """They come back as long as this can be undone, and are forgotten with it."""
        if undo is not None:
            self._undo = ref(undo)

    def leave_out(
        self, words: str, before: tuple[WaitingPhoto, ...], aside: tuple[PhotoAside, ...] = ()
    ) -> None:
        """Nothing of it is stored, so nothing is taken back there; it is offered, said and forgotten as any change."""
        undo = Undo(words, self.bring_back, (before, aside))
        self.go_with(undo)
        self._page.records.change(_nothing_stored, undo=undo)

    def bring_back(
        self, _session: object, before: tuple[WaitingPhoto, ...], aside: tuple[PhotoAside, ...] = ()
    ) -> None:
        """As they were; what came meanwhile stands after them."""
        if isValid(self):
            self.safe.aside = aside or self.safe.aside
            back = self._photos.bring_back(before)
            QTimer.singleShot(0, self, lambda: self._on_back(back))  # what undoes it is under way


def _nothing() -> None:
    """No photo was left out yet."""


def _nothing_stored(_session: object) -> None:
    """No paper changes by it; what waits is noted by itself."""
