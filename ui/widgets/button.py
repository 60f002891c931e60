"""A button whose words wrap instead of being cut, and the quiet ones that read as links."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.look import theme
from ui.widgets.focus_ring import paint_box, paint_focus
from ui.widgets.natural_width import keep_natural_width
from ui.widgets.word_button import NARROWEST, TARGET, WordButton

Kind = Literal["plain", "main", "danger", "quiet"]
_WIDEST = 480
_GAP = 10


class Button(WordButton):
    """A button: `main` once in a group, `danger` for what cannot be taken back, `quiet` reads as a link.

    `icon` is a Lucide name. `name` is for screen readers where the words alone do not say enough;
    it must contain them.
    """

    _padding = 10
    _beside_words = 20
    _at_least = (0, 0)

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        icon: str | None = None,
        name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._kind: Kind = kind
        self._icon_name = icon
        self.is_removal = kind == "danger" or icon == "trash-2"
        """Whether it takes something away: the keyboard never comes to it by itself."""
        super().__init__(text, parent)
        if name is not None:
            self.setAccessibleName(name)

    def kind(self) -> Kind:
        """How much the button stands out."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Change how much the button stands out."""
        self._kind = kind
        self.restyle()

    def set_icon(self, icon: str | None) -> None:
        """Show this Lucide icon before the words, or none."""
        self._icon_name = icon
        self.restyle()

    def be_narrow(self) -> None:
        """Less room beside the words: for a bar that shall stay on one line."""
        self._beside_words = 12
        self.restyle()

    def be_in_a_bar(self, small: bool = False) -> None:
        """Narrow, and above `theme.MOST` its words grow no more: the bar leaves room for the page. `small`: they stop
        growing before."""
        role = "small bar" if small else "bar"
        if self._font_role != role:
            self._font_role = role
            self.be_narrow()

    def be_large(self, wide: int, high: int) -> None:
        """At least so wide and so high (100 % pixels): for the one choice of a page."""
        self._at_least = (wide, high)
        self.restyle()

    def restyle(self) -> None:
        self._hint: QSize | None = None
        super().restyle()

    def sizeHint(self) -> QSize:
        if self._hint is None:
            width = max(
                self._natural_width() if self._words else 0, self._least(), theme.px(self._at_least[0])
            )
            self._hint = QSize(width, self.heightForWidth(width))
        return QSize(self._hint)

    def minimumSizeHint(self) -> QSize:
        width = min(self.sizeHint().width(), self._sides() + theme.px(NARROWEST))
        return QSize(width, self._least())

    def height_in(self, width: int) -> int:
        if not self._words:
            return self._least()
        # In a column the button is asked about the column's width but keeps its own.
        width = min(width, max(self._least(), self._natural_width()))
        around = 2 * theme.padding(9) + 4
        return max(
            self._least(),
            theme.padding(self._at_least[1]),
            self.wrapped().height(width - self._sides()) + around,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        keep_natural_width(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, ink = self._colours()
        if self.ring.shown:
            paint_focus(painter, QRectF(self.rect()))
        else:
            paint_box(painter, QRectF(self.rect()), fill, edge, 2, dashed=not self.isEnabled())
        self._paint_words(painter, ink)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        icon = theme.px(self._icon_size()) if self._icon_name else 0
        gap = theme.padding(_GAP) if icon and self._words else 0
        room = self.width() - self._sides()
        used = self.wrapped().used_width(room) if self._words else 0
        # What reads as a link begins where the text around it does, also where its words wrap.
        left = (
            theme.padding(self._padding) if self._kind == "quiet" else (self.width() - icon - gap - used) / 2
        )
        if self._icon_name:
            picture = theme.pixmap(self._icon_name, ink, self._icon_size())
            painter.drawPixmap(round(left), round((self.height() - icon) / 2), picture)
        if self._words:
            top = (self.height() - self.wrapped().height(room)) / 2
            self.wrapped().draw(painter, left + icon + gap, top, room, theme.colour(ink))
            if self._kind == "quiet":
                self._underline(painter, left + icon + gap, top, room, ink)

    def _underline(self, painter: QPainter, left: float, top: float, room: int, ink: str) -> None:
        thick = max(1, theme.px(1))
        for line in self.wrapped().lines(room):
            y = top + line.bottom() - theme.px(1)
            painter.fillRect(QRectF(left + line.left(), y, line.width(), thick), theme.colour(ink))

    def _colours(self) -> tuple[str | None, str | None, str]:
        over = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return "sunken", "border", "muted"
        if self.ring.shown:
            return None, None, "focus_ink"
        if self._kind == "main":
            return ("primary_hover" if over else "primary"), None, "on_primary"
        if self._kind == "danger":
            return ("over_bg" if over else "surface"), "over", "over"
        if self._kind == "quiet":
            return ("tint" if over else None), None, "link"
        return ("tint" if over else "surface"), "border", "text"

    def _sides(self) -> int:
        icon = theme.px(self._icon_size()) + theme.padding(_GAP) if self._icon_name and self._words else 0
        return 2 * theme.padding(self._padding if self._kind == "quiet" else self._beside_words) + icon

    def _icon_size(self) -> int:
        """In 100 % pixels: where words grow less its icon does too."""
        usual = theme.font("strong").pixelSize()
        return round(theme.ICON_SIZE * theme.font(self._font_role).pixelSize() / usual)

    def _natural_width(self) -> int:
        return min(self._sides() + self.wrapped().natural_width, theme.px(_WIDEST))

    def _least(self) -> int:
        return theme.padding(TARGET)


class Link(Button):
    """A quiet button whose words start where the text around it starts."""

    _padding = 4

    def __init__(self, text: str, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, "quiet", icon=icon, parent=parent)


class BackLink(Link):
    """The way back, above a page's heading."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, icon="arrow-left", parent=parent)
