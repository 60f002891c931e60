"""A button under a page that says when there is more below, and goes there: nobody misses a choice they cannot see."""

from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from carer_app.words import _
from ui.widgets.button import Button
from ui.widgets.natural_width import keep_place


class MoreBelow(Button):
    """Shown while something of `body` lies below what can be seen. Its place is kept while it is not, so that nothing
    beside it moves. `empty` pixels at the very end have nothing on them."""

    def __init__(self, body: QScrollArea, empty: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(_("More below"), icon="chevron-down", parent=parent)
        self._bar, self._empty = body.verticalScrollBar(), empty
        keep_place(self)
        self._bar.rangeChanged.connect(self._look)
        self._bar.valueChanged.connect(self._look)
        self.clicked.connect(self._go_down)
        self._look()

    @property
    def is_wanted(self) -> bool:
        """Whether there is something below to go to."""
        return self._bar.maximum() - self._bar.value() > self._empty

    def _go_down(self) -> None:
        self._bar.setValue(self._bar.value() + max(self._bar.singleStep(), self._bar.pageStep() * 4 // 5))

    def _look(self, *_where: int) -> None:
        if isValid(self._bar):  # it is moved once more while the page goes
            self.setVisible(self.is_wanted)
