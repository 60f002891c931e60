"""What a grown-up reads out to the youngest, in a quiet place of its own on the page: the child has the picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.focus_ring import paint_box
from ui.widgets.text import PlainLabel

_NARROW = 1250
"""Pixels."""


class GrownUpWords(QWidget):
    """Lines to read out, below each other, after a word that says whose they are to read; where words are very big in a
    narrow room, below it."""

    def __init__(self, room: QWidget) -> None:
        super().__init__()
        self._room = room
        row, self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self), QVBoxLayout()
        self._row = row
        theme.space(self._lines, gap=4)
        row.addWidget(PlainLabel(_("Grown-up:"), "hint"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._lines, 1)
        self.follow_look()

    def follow_look(self) -> None:
        """The look changed."""
        is_narrow = theme.current().scale > theme.MOST and self._room.width() < _NARROW
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != way:
            self._row.setDirection(way)
        around = 0 if is_narrow else 4
        theme.space(self._row, gap=0 if is_narrow else 12, edges=(12, around, 12, around))

    def add(self, line: PlainLabel) -> None:
        """One more line."""
        self._lines.addWidget(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.follow_look()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), QRectF(self.rect()), "sunken", "hair", 1, radius=12)
