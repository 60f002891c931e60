"""Paper as it will be printed, each part of it a button that leads to where its words were written."""

from collections.abc import Hashable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.page_pictures import PagePicture
from ui.widgets.word_button import TARGET, WordButton

_PAPER, _INK = QColor("#FFFFFF"), QColor("#22282B")
_STEEPNESS = 842 / 595
"""A4, until there is a picture."""
_GAP = 16
_BESIDE = 0.055
"""Left and right of a part, in page widths: a part reaches a little over its words."""
_AROUND, _APART = 7, 8
"""A part reaches so far over its words, and lies so far from the next (100 % pixels)."""
_SETTLE_MS = 40


class PartPlace(Protocol):
    """The `number`th part (from 1) on a page (from 1), from `top` to `bottom` in page heights, counted down."""

    @property
    def number(self) -> int: ...
    @property
    def page(self) -> int: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...


class PaperPart(WordButton):
    """One part: named with its words, for who listens; on screen only a small word, the ring and the hover."""

    _font_role = "tag"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Change"), parent)
        self.is_read = self.is_drawn = False
        self.over = 0
        """So many pixels above its words it begins."""

    def mark(self, on: bool) -> None:
        """It is being read aloud, or no more."""
        if on != self.is_read:
            self.is_read = on
            self.update()

    def heightForWidth(self, width: int) -> int:
        return self.wrapped().height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.ring.shown:
            _frame(painter, box, _INK, 2)
            _frame(painter, box.adjusted(2, 2, -2, -2), theme.colour("focus_bg"), 2)
        elif self.underMouse() or self.isDown() or self.is_read:
            _frame(painter, box, _INK, 2)
        if self.is_drawn:
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        """At the right of the heading, where no words of the sheet are."""
        room = self.width()
        wide, high = self.wrapped().used_width(room), self.wrapped().height(room)
        edge = theme.px(8)
        left, top = self.width() - wide - 2 * edge, max(2, self.over - theme.px(3))
        ring = self.ring.shown
        if ring:
            painter.fillRect(QRectF(left - edge, top, wide + 2 * edge, high), theme.colour("focus_bg"))
        ink = theme.colour("focus_ink") if ring else _INK
        self.wrapped().draw(painter, left, top, room, ink)
        painter.fillRect(QRectF(left, top + high - theme.px(3), wide, max(1, theme.px(1))), ink)


class PaperInParts(QWidget):
    """Its pages below each other. `wanted(pixels)` asks for pictures so wide; `pressed(key)` names the part."""

    wanted = Signal(int)
    pressed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.parts: dict[Hashable, PaperPart] = {}
        self._pages: list[QImage] = []
        self._lies: dict[Hashable, list[PartPlace]] = {}
        self._asked_for = 0
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._ask_soon = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._ask_soon.timeout.connect(self._ask)

    def show_parts(self, opening: str, names: dict[Hashable, str]) -> None:
        """What it says, in order: the lines above its parts, and the words of each part. A part stays the same
        button as long as it is there. New pictures are asked for; until they come the old ones are shown."""
        self.setAccessibleDescription(opening)
        for gone in [key for key in self.parts if key not in names]:
            part = self.parts.pop(gone)
            part.hide()
            part.deleteLater()
        for key, name in names.items():
            if key not in self.parts:
                part = PaperPart(self)
                part.clicked.connect(lambda _on=False, key=key: self.pressed.emit(key))
                self.parts[key] = part
                part.show()
            self.parts[key].setAccessibleName(_("Change: {part}").format(part=name))
        self.parts = {key: self.parts[key] for key in names}
        for part in self.parts.values():
            part.raise_()  # a screen reader and Tab go by the order of the parts
        self._asked_for = 0
        self._lay_out()
        self._ask_soon.start()

    def show_pages(self, pictures: Sequence[PagePicture], places: Sequence[PartPlace]) -> None:
        """Show these pictures, which were drawn of what was last shown, and lay the parts where their words are."""
        self._pages = [
            # A copy, because the image would otherwise go on using memory that Python may give back.
            QImage(each.data, each.width, each.height, each.width * 4, QImage.Format.Format_RGB32).copy()
            for each in pictures
            if len(each.data) == each.width * each.height * 4
        ]
        self._lies = {
            key: [place for place in places if place.number == number]
            for number, key in enumerate(self.parts, start=1)
        }
        self.updateGeometry()
        self._lay_out()
        self.update()

    def in_order(self) -> list[PaperPart]:
        """The parts as they are read."""
        return list(self.parts.values())

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture."""
        return bool(self._pages)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(700), self.heightForWidth(theme.px(700)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(280))

    def heightForWidth(self, width: int) -> int:
        count = max(1, len(self._pages))
        return count * self._page_height(width) + (count - 1) * theme.px(_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._ask_soon.start()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.DevicePixelRatioChange):
            self._ask_soon.start()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index in range(max(1, len(self._pages))):
            page = self._page(index)
            painter.fillRect(page, _PAPER)
            if self._pages:
                painter.drawImage(QRectF(page), self._pages[index])
            else:
                painter.setPen(_INK)
                painter.setFont(theme.font("body"))
                top = page.adjusted(0, theme.px(40), 0, 0)
                middle = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
                painter.drawText(top, middle, _("Making the page…"))
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawRect(page.adjusted(0, 0, -1, -1))

    def _page_height(self, width: int) -> int:
        return round(width * _STEEPNESS)

    def _page(self, index: int) -> QRect:
        high = self._page_height(self.width())
        return QRect(0, index * (high + theme.px(_GAP)), self.width(), high)

    def _lay_out(self) -> None:
        """Each part a little over its words, big enough to press and apart from the next, however close they stand."""
        side, apart, least = round(self.width() * _BESIDE), theme.px(_APART), theme.px(TARGET)
        boxes = self._boxes()
        free = 0
        for number, (part, (heading, bottom)) in enumerate(zip(self.parts.values(), boxes, strict=True)):
            follows = boxes[number + 1][0] if number + 1 < len(boxes) else self.height()
            top = max(free, heading - theme.px(_AROUND))
            part.over = max(0, heading - top)
            bottom += min(theme.px(_AROUND), (follows - bottom - apart) // 2)
            bottom = max(bottom, top + least)
            part.setGeometry(side, top, self.width() - 2 * side, bottom - top)
            free = bottom + apart

    def _boxes(self) -> list[tuple[int, int]]:
        """From where to where the words of each part stand; below each other, what is not drawn yet."""
        step = self._page_height(self.width()) // (len(self.parts) + 1)
        boxes, ends = list[tuple[int, int]](), 0
        for key, part in self.parts.items():
            lies = self._lies.get(key, [])
            part.is_drawn = bool(lies)
            if lies:
                first, last = self._page(lies[0].page - 1), self._page(lies[-1].page - 1)
                ends = round(last.y() + lies[-1].bottom * last.height())
                boxes.append((round(first.y() + lies[0].top * first.height()), ends))
            else:
                boxes.append((ends + step // 3, ends + step))
                ends += step
        return boxes

    def _ask(self) -> None:
        wide = round(self.width() * self.devicePixelRatioF())
        if self.isVisible() and self.parts and wide != self._asked_for:
            self._asked_for = wide
            self.wanted.emit(wide)


def _frame(painter: QPainter, box: QRectF, colour: QColor, width: int) -> None:
    half = width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 4, 4)


give_role(PaperInParts, QAccessible.Role.Document)
