"""What everything pressed by its words shares: the words as typed, wrapping, and the keyboard's focus plain to see."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.widgets.focus_ring import FocusRing
from ui.widgets.wrapped_text import WrappedText

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class Worded(_Base):
    """Mixed into a Qt button, before it; call `set_up` first thing."""

    _block: WrappedText | None = None
    _heights: dict[int, int] | None = None
    _words = ""

    def set_up(self, text: str) -> None:
        """Make the button ready, with its words."""
        self.ring = FocusRing()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show these words; an "&" is an "&", never a shortcut."""
        self._words = text
        super().setText(text.replace("&", "&&"))
        self.restyle()

    def words(self) -> str:
        """The words as typed."""
        return self._words

    def restyle(self) -> None:
        """Measure again: the words, the text size or the look changed."""
        self._block = self._heights = None
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Layouts ask for the same few widths many times over."""
        if self._heights is None:
            self._heights = {}
        if width not in self._heights:
            self._heights[width] = self.height_in(width)
        return self._heights[width]

    def height_in(self, width: int) -> int:
        """How high it is in so much room, worked out."""
        raise NotImplementedError

    def follow_look(self) -> None:
        """The look changed."""
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring.key_used()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ring.mouse_used()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring.came(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring.left()
        super().focusOutEvent(event)
