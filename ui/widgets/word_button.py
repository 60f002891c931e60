"""What all our buttons share: exact words that wrap, keyboard focus plain to see, Enter as well as Space."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.widgets.focus_ring import FocusRing
from ui.widgets.wrapped_text import WrappedText

TARGET = 44
NARROWEST = 60


class WordButton(QPushButton):
    """What all our buttons share: exact words, wrapping, keyboard focus, Enter as well as Space."""

    _words = ""
    _icon_name: str | None = None
    _block: WrappedText | None = None
    _font_role = "strong"

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ring = FocusRing()
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
        self._block = None
        self.updateGeometry()
        self.update()

    def wrapped(self) -> WrappedText:
        """The words laid out in the button's font."""
        if self._block is None:
            role = self._font_role
            self._block = WrappedText(self._words, theme.font(role), theme.LINE_HEIGHT[role])
        return self._block

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring.key_used()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if not event.isAutoRepeat():
                self.click()
            return
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

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def follow_look(self) -> None:
        """The look changed."""
        self.restyle()
