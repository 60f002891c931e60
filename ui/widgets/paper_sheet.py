"""One page of paper on the screen: white whatever the colours around it, with its words for who listens."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.accessible import give_role

_PAPER = QColor("#FFFFFF")
_INK = QColor("#22282B")  # on white paper, so the same in every look
_STEEPEST = 10.0


class PaperSheet(QWidget):
    """A page that shows its picture once it has one. Its description is the page's text."""

    def __init__(
        self, number: int, count: int, width_pt: float, height_pt: float, text: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.number = number
        self.steepness = min(max(height_pt / width_pt, 1 / _STEEPEST), _STEEPEST)
        self.text = text
        self.drawn_for = 0
        self._picture = QImage()
        self.setAccessibleName(_("Page {number} of {count}").format(number=number, count=count))
        self.setAccessibleDescription(
            text or _("There are no words on this page that the computer can read.")
        )

    @property
    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def set_picture(self, picture: QImage, asked_for: int) -> None:
        """Show this picture, which was asked for at `asked_for` pixels across. A null one says it cannot be shown."""
        self._picture = picture
        self.drawn_for = asked_for
        self.update()

    def drop_picture(self) -> None:
        """Give the memory back; the picture is asked for again when the page comes near."""
        self._picture = QImage()
        self.drawn_for = 0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        if self.has_picture:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._picture)
        else:
            self._paint_words(painter)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_words(self, painter: QPainter) -> None:
        words = _("Page {number}") if not self.drawn_for else _("Page {number} cannot be shown.")
        edge = theme.px(16)
        painter.setPen(_INK)
        painter.setFont(theme.font("body"))
        painter.drawText(
            self.rect().adjusted(edge, edge, -edge, -edge),
            Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap,
            words.format(number=self.number),
        )


give_role(PaperSheet, QAccessible.Role.Paragraph)
