"""One line of typing."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.look import theme
from ui.widgets.redo_key import is_redone

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Line(QLineEdit):
    """A box for one line, at least 44 pixels high, and `across` wide where there is room for more (100 % pixels)."""

    across = 320

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._is_shown = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.textChanged.connect(self._on_changed)

    def setText(self, text: str | None) -> None:
        """Show these words: nobody typed them."""
        self._is_shown = True
        super().setText(text)
        self._is_shown = False

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def _on_changed(self, text: str) -> None:
        """What a screen reader or dictation puts here comes by Qt's own way, which tells nobody that it was typed: then
        it would be kept nowhere, and be gone when the page is read again. What is typed with keys is told by Qt."""
        if not self._is_shown and not self.isModified():
            self.textEdited.emit(text)

    def event(self, event: QEvent) -> bool:
        return is_redone(self, event) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is nothing to choose in an empty line. Qt would still tell of a move of the cursor, and Orca takes
        that for all there is to say: whoever comes by Tab would not hear the question."""
        if event.reason() in _BY_KEYS and not self.text():
            event = QFocusEvent(event.type(), Qt.FocusReason.OtherFocusReason)
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(theme.px(self.across), max(hint.height(), theme.px(46)))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(theme.px(80), max(hint.height(), theme.px(46)))
