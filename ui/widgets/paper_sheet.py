"""One page of paper on the screen: white whatever the colours around it, with its words for who listens."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.accessible import give_role

_PAPER = QColor("#FFFFFF")
_INK = QColor("#22282B")  # on white paper, so the same in every look
_STEEPEST = 10.0
# On white paper too: they are laid over the letters, which stay as dark as they were.
_HIT, _HIT_NOW, _CHOSEN = QColor("#FFE98A"), QColor("#FFC233"), QColor("#B9D7F5")


class PaperSheet(QWidget):
    """A page that shows its picture once it has one. Its description is the page's text."""

    def __init__(
        self, number: int, count: int, width_pt: float, height_pt: float, text: str | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.number = number
        self._upright = min(max(height_pt / width_pt, 1 / _STEEPEST), _STEEPEST)
        self.turns = 0
        self.drawn_for = 0
        self._picture = QImage()
        self._hits: Sequence[QRectF] = ()
        self._now: Sequence[QRectF] = ()
        self._chosen: Sequence[QRectF] = ()
        self.setAccessibleName(_("Page {number} of {count}").format(number=number, count=count))
        self.show_words(text)

    def show_words(self, text: str | None) -> None:
        """What is on the page, for who listens; nothing while that is not known yet (None)."""
        none = _("There are no words on this page that the computer can read.")
        self.setAccessibleDescription("" if text is None else text or none)

    @property
    def steepness(self) -> float:
        """How high it is for its width, as it is shown."""
        return 1 / self._upright if self.turns % 2 else self._upright

    def sharp(self, pixels_wide: int) -> int:
        """How wide its picture is to be where the page is shown this wide."""
        return round(pixels_wide * self.steepness) if self.turns % 2 else pixels_wide

    def turn(self, turns: int) -> None:
        """Show it turned, in quarters to the right. Its picture is asked for again."""
        self.turns = turns % 4
        self.drop_picture()

    def show_hits(self, hits: Sequence[QRectF], now: Sequence[QRectF]) -> None:
        """Mark what was found, and the one that is looked at; each side of the page is 1."""
        self._hits, self._now = hits, now
        self.update()

    def show_chosen(self, chosen: Sequence[QRectF]) -> None:
        """Mark what somebody chose to copy."""
        self._chosen = chosen
        self.update()

    def on_screen(self, part: QRectF) -> QRectF:
        """Where a part of the page lies in this widget, in pixels."""
        return self._to_screen().mapRect(part)

    def on_page(self, point: QPointF) -> QPointF:
        """Which point of the page is at these pixels."""
        return self._to_screen().inverted()[0].map(point)

    @property
    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def set_picture(self, picture: QImage, asked_for: int) -> None:
        """Show this picture, which was asked for at `asked_for` pixels across. A null one says it cannot be shown."""
        if self.turns and not picture.isNull():
            picture = picture.transformed(QTransform().rotate(90 * self.turns))
        self._picture = picture
        self.drawn_for = asked_for
        self.update()

    def look_like(self, before: "PaperSheet") -> None:
        """Until this page is drawn, what was there before it is seen."""
        self._picture = before._picture

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
        elif self.drawn_for:
            self._paint_words(painter)
        self._paint_marks(painter)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_marks(self, painter: QPainter) -> None:
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for parts, colour in ((self._chosen, _CHOSEN), (self._hits, _HIT), (self._now, _HIT_NOW)):
            for part in parts:
                painter.fillRect(self.on_screen(part), colour)
        painter.restore()
        painter.setPen(QPen(_INK, 2))  # which one is looked at is not said by its colour alone
        for part in self._now:
            painter.drawRect(self.on_screen(part).adjusted(-2, -2, 2, 2))

    def _to_screen(self) -> QTransform:
        turned = {
            0: QTransform(1, 0, 0, 1, 0, 0), 1: QTransform(0, 1, -1, 0, 1, 0),
            2: QTransform(-1, 0, 0, -1, 1, 1), 3: QTransform(0, -1, 1, 0, 0, 1),
        }[self.turns]  # fmt: skip
        return turned * QTransform.fromScale(max(1, self.width()), max(1, self.height()))

    def _paint_words(self, painter: QPainter) -> None:
        edge = theme.px(16)
        painter.setPen(_INK)
        painter.setFont(theme.font("body"))
        painter.drawText(
            self.rect().adjusted(edge, edge, -edge, -edge),
            Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap,
            _("Page {number} cannot be shown.").format(number=self.number),
        )


give_role(PaperSheet, QAccessible.Role.Paragraph)
