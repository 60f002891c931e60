"""One line of typing."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui import theme


class Line(QLineEdit):
    """A box for one line, at least 44 pixels high."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        # Qt counts the cursor of a new line as nowhere, and tells of a move when it is first come to. Orca takes the
        # move for all there is to say, and not the question: put the cursor somewhere now.
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(theme.px(320), max(hint.height(), theme.px(46)))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(theme.px(80), max(hint.height(), theme.px(46)))
