"""A button under a page that says when there is more below, and goes there: nobody misses a choice they cannot see."""

from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from carer_app.words import _
from ui.widgets.button import Button


class MoreBelow(Button):
    """Shown while something of `body` lies below what can be seen."""

    def __init__(self, body: QScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(_("More below"), icon="chevron-down", parent=parent)
        self._bar = body.verticalScrollBar()
        self._bar.rangeChanged.connect(self._look)
        self._bar.valueChanged.connect(self._look)
        self.clicked.connect(self._go_down)
        self._look()

    def _go_down(self) -> None:
        self._bar.setValue(self._bar.value() + max(self._bar.singleStep(), self._bar.pageStep() * 4 // 5))

    def _look(self, *_where: int) -> None:
        if isValid(self._bar):  # it is moved once more while the page goes
            self.setVisible(self._bar.value() < self._bar.maximum())
