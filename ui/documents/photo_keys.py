"""Keys that work wherever one is among the photos of a paper. Help lists them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

if TYPE_CHECKING:
    from ui.documents.photo_pages import PhotoPages


class PhotoKeys(QObject):
    """The photo that the keyboard is at is turned or moved; all of them are kept."""

    def __init__(self, photos: "PhotoPages") -> None:
        super().__init__(photos)
        self._photos = photos
        for keys, do in (
            ("Ctrl+R", lambda: self._at_this_one(photos.turn)),
            ("Alt+Up", lambda: self._at_this_one(lambda number: photos.step(number, -1))),
            ("Alt+Down", lambda: self._at_this_one(lambda number: photos.step(number, 1))),
        ):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), photos, context=within).activated.connect(do)
        photos.installEventFilter(self)

    def eventFilter(self, _photos: QObject, event: QEvent) -> bool:
        """Ctrl+Enter, on either Enter key: a button that has the keyboard hands it on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._photos.keep_them.click()
            return True
        return False

    def _at_this_one(self, do: Callable[[int], None]) -> None:
        rows = self._photos.rows
        at = next((each for each in rows.ids() if rows.row(each).has_keyboard), None)
        if at is not None:
            do(at)
