"""A whole row that is one button: a subject, a detail below it, and how it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import theme
from ui.widgets.focus_ring import paint_box, paint_focus
from ui.widgets.tag import Tag
from ui.widgets.word_button import WordButton
from ui.widgets.wrapped_text import MarkedStretch, WrappedText

_PAD = 14
_GAP = 12
_ENOUGH = 220


class RowButton(WordButton):
    """Opens what it names. Its accessible name is "text, tag"; the detail is its description."""

    def __init__(
        self, text: str, detail: str = "", tag: Tag | None = None, parent: QWidget | None = None
    ) -> None:
        self._detail_words = detail
        self._detail: WrappedText | None = None
        self._tag: Tag | None = None
        self._marked: Sequence[tuple[int, int]] = ()
        super().__init__(text, parent)
        self.set_tag(tag)

    def show_as(self, text: str, detail: str = "", tag: Tag | None = None) -> None:
        """Say something else on the same row, without losing the keyboard's place."""
        self._detail_words = detail
        self.setText(text)
        self.set_tag(tag)

    def mark(self, marks: Sequence[tuple[int, int]]) -> None:
        """Show that these parts of the words are what was looked for, each with its start and length."""
        self._marked = marks
        self.update()

    def set_tag(self, tag: Tag | None) -> None:
        """Show how it stands, or nothing."""
        if self._tag is not None and self._tag is not tag:
            self._tag.hide()
            self._tag.deleteLater()
        self._tag = tag
        name = self._words
        if tag is not None:
            tag.setParent(self)
            tag.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            tag.show()
            name = f"{self._words}, {tag.words()}"
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._detail_words)
        self.restyle()

    def tag(self) -> Tag | None:
        """The tag shown on the row."""
        return self._tag

    def detail(self) -> str:
        """The words of the second line."""
        return self._detail_words

    def restyle(self) -> None:
        self._detail = None
        super().restyle()
        self._place_tag()

    def height_in(self, width: int) -> int:
        return self._layout(width)[2]

    def sizeHint(self) -> QSize:
        tag = self._tag.sizeHint().width() + theme.px(_GAP) if self._tag is not None else 0
        words = max(min(self.wrapped().natural_width, theme.px(620)), theme.px(_ENOUGH) if tag else 0)
        width = words + tag + self._sides()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(140), theme.px(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tag()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ring = self.ring.shown
        ink, quiet = ("focus_ink", "focus_ink") if ring else ("text", "muted")
        over = self.underMouse() or self.isDown()
        if ring:
            paint_focus(painter, QRectF(self.rect()))
        else:
            paint_box(painter, QRectF(self.rect()), "tint" if over else "surface", "border", 1)
        words, _tag, _height = self._layout(self.width())
        # The whole row stands on the ring's colour where it has the keyboard: a mark would not be seen there.
        marked = [
            MarkedStretch(start, length, theme.colour("focus_bg"), theme.colour("focus_ink"))
            for start, length in self._marked
            if not ring
        ]
        self.wrapped().draw(painter, words.x(), words.y(), words.width(), theme.colour(ink), *marked)
        if self._detail_words:
            top = words.y() + self.wrapped().height(words.width())
            self._wrapped_detail().draw(painter, words.x(), top, words.width(), theme.colour(quiet))
        icon = theme.px(theme.ICON_SIZE)
        left = self.width() - theme.px(_PAD) - icon
        painter.drawPixmap(left, (self.height() - icon) // 2, theme.pixmap("chevron-right", ink))

    def _wrapped_detail(self) -> WrappedText:
        if self._detail is None:
            self._detail = WrappedText(self._detail_words, theme.font("body"), theme.LINE_HEIGHT["body"])
        return self._detail

    def _sides(self) -> int:
        return 2 * theme.px(_PAD) + theme.px(theme.ICON_SIZE) + theme.px(_GAP)

    def _layout(self, width: int) -> tuple[QRect, QRect, int]:
        """Where the words and the tag go, and the height of the row, for this width."""
        pad, gap = theme.px(_PAD), theme.px(_GAP)
        room = max(1, width - self._sides())
        tag = self._tag.sizeHint() if self._tag is not None else QSize(0, 0)
        beside = self._tag is not None and room - tag.width() - gap >= theme.px(_ENOUGH)
        across = room - tag.width() - gap if beside else room
        words = self.wrapped().height(across)
        words += self._wrapped_detail().height(across) if self._detail_words else 0
        if self._tag is None or beside:
            height = max(theme.px(52), words + 2 * theme.px(10), tag.height() + 2 * theme.px(10))
            top = (height - words) // 2
            box = QRect(QPoint(pad + across + gap, (height - tag.height()) // 2), tag)
            return QRect(pad, top, across, words), box, height
        wide = min(tag.width(), room)
        tall = self._tag.heightForWidth(wide)
        below = theme.px(10) + words + theme.px(6)
        height = below + tall + theme.px(12)
        return QRect(pad, theme.px(10), across, words), QRect(pad, below, wide, tall), height

    def _place_tag(self) -> None:
        if self._tag is not None:
            self._tag.setGeometry(self._layout(self.width())[1])
