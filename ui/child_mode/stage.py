"""The middle of a page: words, which scroll where they are too many, and around them what stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.look import theme
from ui.widgets.scroll_page import PageBody

AROUND = 8
WIDEST = 840
_BESIDE_PICTURE = 520
_PICTURE_GAP = 20


class Stage(QWidget):
    """The words with their choices below them, as one group, a little above the middle; a picture to its left.

    Only words scroll: the choices and the picture stay where they are. Where the choices leave a quarter of the window
    or less to the words, or cut the heading, they go below them and scroll too. So they do as soon as not all words
    are in sight, where what is pressed is about these words.
    """

    moved = Signal()
    """The choices went into what scrolls, or came out of it."""

    def __init__(self, body: PageBody) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._body = body
        body.setParent(self)
        self._content = body.widget()
        assert self._content is not None
        self._content.installEventFilter(self)
        self._choices = QWidget(self)
        self.choices = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._choices)
        theme.space(self.choices, gap=8, edges=(0, 0, 0, 0))
        self.has_box = False
        """Whether what is chosen can also be said: where text is very big the two stand side by side."""
        self.answers_first = False
        """Whether the choices, where they scroll too, stand right below the heading: an answer is seen with it."""
        self.is_about_words = False
        """Whether what can be pressed decides about all the words: it comes after the last of them."""
        self.heading: QWidget | None = None
        """What is never cut."""
        self._picture: QWidget | None = None
        self._is_inside = False

    def in_order(self) -> list[QWidget]:
        """The parts in the order in which they are read."""
        parts = [self._picture, self._body, None if self._is_inside else self._choices]
        return [part for part in parts if part is not None]

    def show_beside(self, picture: QWidget) -> None:
        """To the left of the words."""
        picture.setParent(self)
        self._picture = picture

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return False

    def follow_look(self) -> None:
        """The look changed."""
        self.place()

    def place(self) -> None:
        """Give each part its place."""
        width, height = self.width(), self.height()
        left = self._place_picture(width, height)
        beside = self.has_box and self.choices.count() == 2 and theme.current().scale > theme.MOST
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self.choices.direction() != way:
            self.choices.setDirection(way)
        choices = min(width - left - 2 * theme.gap(AROUND), theme.px(WIDEST))
        needed = self._choices.heightForWidth(choices) if self.choices.count() else 0
        least = max(self.window().height() // 4 + 1, self._heading_needs(width - left))
        inside = height - needed < least or (
            self._shows_all_or_scrolls and self._hides_words(width - left, needed)
        )
        self._put_inside(bool(needed) and inside)
        if self._is_inside:
            self._body.setGeometry(left, 0, width - left, height)
            return
        words = min(self._wanted(width - left), height - needed)
        top = (height - words - needed) * 2 // 5
        self._body.setGeometry(left, top, width - left, words)
        self._choices.setGeometry(left + (width - left - choices) // 2, top + words, choices, needed)

    def _wanted(self, width: int) -> int:
        """So high is what scrolls, with the room for a scroll bar beside it: else one that is there for a moment keeps
        itself there."""
        assert self._content is not None
        bar = self._body.verticalScrollBar().sizeHint().width()
        return max(self._content.heightForWidth(width - each) for each in (0, bar))

    def _hides_words(self, width: int, needed: int) -> bool:
        """Whether words and choices are more than can be seen at once."""
        beneath = 0 if self._is_inside else needed + self._body.column.spacing()
        return self._wanted(width) + beneath > self.height()

    @property
    def _shows_all_or_scrolls(self) -> bool:
        """Whether no line of the words may be cut by what can be pressed: that goes among them instead."""
        return self.is_about_words or (self.answers_first and theme.current().scale > theme.MOST)

    def _heading_needs(self, width: int) -> int:
        """So high is the heading, with the space around it."""
        if self.heading is None:
            return 0
        across = min(width - 2 * theme.gap(AROUND), theme.px(WIDEST))
        return self.heading.heightForWidth(across) + 2 * theme.gap(AROUND)

    def _place_picture(self, width: int, height: int) -> int:
        """Gives where the words begin."""
        if self._picture is None:
            return 0
        size, gap = self._picture.sizeHint(), theme.gap(_PICTURE_GAP)
        words = min(width - size.width() - gap, theme.px(_BESIDE_PICTURE))
        left = max(0, width - size.width() - gap - words) // 2
        self._picture.setGeometry(left, max(0, height - size.height()) * 2 // 5, size.width(), size.height())
        return left + size.width() + gap

    def _put_inside(self, inside: bool) -> None:
        if inside == self._is_inside:
            return
        self._is_inside = inside
        if inside:
            place = 1 if self.answers_first else -1
            self._body.column.insertWidget(place, self._choices)
        else:
            self._body.column.removeWidget(self._choices)
            self._choices.setParent(self)
        self._choices.show()
        self.moved.emit()
