"""The bar that says, a minute before, that the records are going to lock."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

WARNING = _(
    "Locking in one minute. You have not typed anything for a while. Your work is saved. "
    "Press any key to stay open."
)


class LockWarning(QFrame):
    """Says so and offers both ways. It hurries nobody: any key or movement is an answer too."""

    stay = Signal()
    lock_now = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "warning")
        self._text = PlainLabel(WARNING, "strong")
        self.stay_button = Button(_("Stay open"), "main")
        self.lock_button = Button(_("Lock now"))
        self.stay_button.clicked.connect(self.stay)
        self.lock_button.clicked.connect(self.lock_now)
        row = QHBoxLayout(self)
        theme.space(row, edges=(16, 8, 12, 8))
        row.addWidget(WrapRow(self._text, self.stay_button, self.lock_button))
        self.hide()

    def warn(self) -> None:
        """A minute is left."""
        self._say(WARNING)

    def say_stays(self) -> None:
        """Somebody did something in time. The buttons stay where they are: one may be on its way to them."""
        self._say(_("PEP Companion stays open."))

    def text(self) -> str:
        """What is being said."""
        return self._text.words()

    def float_over(self, above: QWidget, window: QWidget) -> None:
        """A dialog has the keyboard and may cover the window: be on top of it, at the upper edge of the window."""
        self.setParent(above, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        room = window.screen().availableGeometry()
        corner = window.mapToGlobal(QPoint(0, 0))
        width = min(window.width(), room.width())
        self.ensurePolished()  # its edge has a width only now
        self.resize(width, self.heightForWidth(width))
        corner.setX(max(room.left(), min(corner.x(), room.right() - width)))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)

    def _say(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        # Said by what has the keyboard: a screen reader may not listen to a window behind a dialog.
        announce(QApplication.focusWidget() or self, text)


give_role(LockWarning, QAccessible.Role.StatusBar)
