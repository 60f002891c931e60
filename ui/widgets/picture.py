"""Our drawings on screen: a picture with its words, and a button that is one, in the quiet colours of every look."""

import re
from functools import lru_cache
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.focus_ring import paint_box, paint_ring
from ui.widgets.word_button import TARGET, WordButton

_AROUND = 10
_AROUND_ALONE = 4
_WIDEST = 190
_FOR_TICK = 18
_TICK = ((0.2, 0.55), (0.42, 0.75), (0.8, 0.25))


_INK, _PAPER, _SHADE = "#222222", "#ffffff", "#d9d9d9"
"""The three shades in which every drawing is kept, for the paper that is printed."""
_KEPT_IN = re.compile("|".join((_INK, _PAPER, _SHADE)))
_HUES = ("hue_2", "hue_5", "hue_3")
_STRENGTH = 0.4
"""So much of a hue is in what was grey; the rest is the ground. None means more than another."""


@lru_cache(maxsize=256)
def _drawn(drawing: Path, size: int, ratio: float, ink: str, ground: str, hues: tuple[str, ...]) -> QPixmap:
    from PySide6.QtCore import QByteArray
    from PySide6.QtSvg import QSvgRenderer

    shades = cycle(hues)
    wears = {_INK: lambda: ink, _PAPER: lambda: ground, _SHADE: lambda: next(shades)}
    told = _KEPT_IN.sub(lambda found: wears[found[0]](), drawing.read_text(encoding="utf-8"))
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(told.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def drawn(drawing: Path, size: int) -> QPixmap:
    """A drawing as a picture, `size` pixels square, in the colours of the look in use; around it one sees through."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    ground = theme.colour("surface")
    hues = tuple(_mixed(theme.colour(hue), ground).name() for hue in _HUES)
    return _drawn(drawing, size, ratio, theme.colour("text").name(), ground.name(), hues)


def _mixed(hue: QColor, ground: QColor) -> QColor:
    def between(one: int, other: int) -> int:
        return round(_STRENGTH * one + (1 - _STRENGTH) * other)

    return QColor(
        between(hue.red(), ground.red()),
        between(hue.green(), ground.green()),
        between(hue.blue(), ground.blue()),
    )


class DrawnPicture(QWidget):
    """One drawing. Where its words stand beside it for everybody it has no name: they would be heard twice."""

    def __init__(self, size: int = 150, parent: QWidget | None = None) -> None:
        """`size` in 100 % pixels."""
        super().__init__(parent)
        self._drawing: Path | None = None
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme.picture_px(self._size) + 2 * theme.padding(_AROUND_ALONE)
        return QSize(side, side)

    def show_drawing(self, drawing: Path, words: str) -> None:
        """Show this one. `words` are for a listener, where they stand nowhere else."""
        self._drawing = drawing
        self.setAccessibleName(words)
        self.update()

    def follow_look(self) -> None:
        """The look changed."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)  # no edge and no ground of its own: it is nothing to press
        if self._drawing is not None:
            around = theme.padding(_AROUND_ALONE)
            paint_drawing(painter, self._drawing, around, around, theme.picture_px(self._size))


class PhotoView(QWidget):
    """A photograph (JPEG of our own making), as big as fits."""

    def __init__(self, data: bytes, name: str, size: int = 300, parent: QWidget | None = None) -> None:
        """`size` of its longer side in 100 % pixels; `name` is what a screen reader says."""
        super().__init__(parent)
        self._size = size
        self.show_photo(data, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_photo(self, data: bytes, name: str) -> None:
        """Show this one instead."""
        self._photo = QPixmap()
        self._photo.loadFromData(data)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.picture_px(self._size)
        return self._photo.size().scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)

    def follow_look(self) -> None:
        """The look changed."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._photo)


class PictureButton(WordButton):
    """A button with a drawing above its words. With `stays`, it stays pressed until it is pressed again, and `chosen`
    says so."""

    chosen = Signal(bool)
    _is_centred = True

    def __init__(
        self,
        text: str,
        drawing: Path | None,
        size: int = 60,
        stays: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`size` of the drawing in 100 % pixels. Without one, the words stand alone."""
        self._drawing, self._size = drawing, size if drawing is not None else 0
        super().__init__(text, parent)
        self.setCheckable(stays)
        self._showing = False
        # Not `clicked`: a screen reader or a voice program does not click, it toggles.
        self.toggled.connect(self._on_toggled)

    @property
    def has_picture(self) -> bool:
        """Whether there is a drawing on it."""
        return self._drawing is not None

    def show_chosen(self, on: bool) -> None:
        """Show it as chosen or not; `chosen` is for what a person did."""
        self._showing = True
        self.setChecked(on)
        self._showing = False

    def _on_toggled(self, on: bool) -> None:
        if not self._showing:
            self.chosen.emit(on)

    def sizeHint(self) -> QSize:
        words = min(self.wrapped().natural_width, theme.px(_WIDEST))
        if not self.has_picture:
            words += 2 * theme.px(_FOR_TICK)
        width = max(words, theme.picture_px(self._size), theme.px(TARGET)) + 2 * theme.padding(_AROUND)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            theme.picture_px(self._size) + 2 * theme.padding(_AROUND),
            self.heightForWidth(self.sizeHint().width()),
        )

    def height_in(self, width: int) -> int:
        words = self.wrapped().height(width - 2 * theme.padding(_AROUND))
        return theme.picture_px(self._size) + words + theme.padding(_AROUND) * 3

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        around, size = theme.padding(_AROUND), theme.picture_px(self._size)
        self.paint_ground(painter)
        # It may be made as high as another beside it.
        spare = max(0, self.height() - self.height_in(self.width())) // 2
        if self._drawing is not None:
            paint_drawing(painter, self._drawing, (self.width() - size) // 2, around + spare, size)
        if self.isChecked():
            self.paint_tick(painter, QPointF(self.width() - theme.picture_px(28), theme.picture_px(6)), 22)
        room = self.width() - 2 * around
        across = min(room, self.wrapped().natural_width)
        self.wrapped().draw(
            painter, (self.width() - across) / 2, size + 2 * around + spare, room, theme.colour("text")
        )

    def paint_ground(self, painter: QPainter) -> None:
        """What lies under it: a thick edge where it is chosen, and a ring where the keyboard is."""
        over = self.underMouse() or self.isDown()
        thick = 5 if self.isChecked() else 2
        edge = "primary" if self.isChecked() else "border"
        paint_box(painter, QRectF(self.rect()), "tint" if over else "surface", edge, thick)
        if self.ring.shown:  # a filled block would look chosen
            paint_ring(painter, QRectF(self.rect()))

    def paint_tick(self, painter: QPainter, at: QPointF, size: float) -> None:
        """What is chosen is seen without colour. `size` in 100 % pixels."""
        side = theme.picture_px(size)
        box = QRectF(at.x(), at.y(), side, side)
        paint_box(painter, box, "surface", "text", 2, radius=size / 2)
        pen = QPen(theme.colour("text"), theme.px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        inner = box.adjusted(4, 4, -4, -4)
        painter.drawPolyline(
            QPolygonF(
                [QPointF(inner.x() + x * inner.width(), inner.y() + y * inner.height()) for x, y in _TICK]
            )
        )


def paint_drawing(painter: QPainter, drawing: Path, left: int, top: int, size: int) -> None:
    """One drawing, in the colours of the look in use."""
    painter.drawPixmap(left, top, drawn(drawing, size))


for _kind in (DrawnPicture, PhotoView):
    give_role(_kind, QAccessible.Role.Graphic)
