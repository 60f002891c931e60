"""What all our push buttons share: words that wrap, in a font, and Enter as well as Space."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.look import theme
from ui.widgets.worded import Worded
from ui.widgets.wrapped_text import WrappedText

TARGET = 44
NARROWEST = 60


class WordButton(Worded, QPushButton):
    """What all our buttons share: exact words, wrapping, keyboard focus, Enter as well as Space."""

    _icon_name: str | None = None
    _font_role = "strong"
    _is_centred = False

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_up(text)

    def wrapped(self) -> WrappedText:
        """The words laid out in the button's font."""
        if self._block is None:
            role = self._font_role
            self._block = WrappedText(
                self._words, theme.font(role), theme.LINE_HEIGHT[role], self._is_centred
            )
        return self._block

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.ring.key_used()
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Qt sends the keyboard on from what is switched off: the next button would be told, though nobody went there.

        It stays where it was pressed; Tab goes on from there, and Enter and Space do nothing.
        """
        return not self.isEnabled() or super().focusNextPrevChild(following)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()
