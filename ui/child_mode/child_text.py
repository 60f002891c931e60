"""The box for a child's own words: they stay in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence

from ui.widgets.saved_text import SavedText

_KEPT_AWAY = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)


class ChildText(SavedText):
    """A box for a child's exact words. Nothing goes from it to the clipboard or comes from there, and nothing is
    marked as wrong."""

    def __init__(self, save: Callable[[str], None], lines: int = 3) -> None:
        super().__init__(save, lines)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)

    def createMimeDataFromSelection(self) -> QMimeData:
        return QMimeData()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        return

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(keys) for keys in _KEPT_AWAY):
            event.accept()
            return
        super().keyPressEvent(event)
