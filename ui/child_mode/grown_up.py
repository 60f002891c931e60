"""What a grown-up reads out to the youngest, in a quiet place of its own on the page: the child has the picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.focus_ring import paint_box
from ui.widgets.text import PlainLabel


class GrownUpWords(QWidget):
    """Lines to read out, below each other, after a word that says whose they are to read."""

    def __init__(self) -> None:
        super().__init__()
        row, self._lines = QHBoxLayout(self), QVBoxLayout()
        theme.space(row, gap=12, edges=(12, 4, 12, 4))
        theme.space(self._lines, gap=4)
        row.addWidget(PlainLabel(_("Grown-up:"), "hint"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._lines, 1)

    def add(self, line: PlainLabel) -> None:
        """One more line."""
        self._lines.addWidget(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), QRectF(self.rect()), "sunken", "hair", 1, radius=12)
