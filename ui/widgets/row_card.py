"""A card of rows: a heading, then a row for each thing that can be opened, with hairlines between."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from ui.look import theme
from ui.widgets.card import CARD_EDGES, Card
from ui.widgets.focus_ring import paint_box, paint_focus
from ui.widgets.text import Heading
from ui.widgets.word_button import TARGET, WordButton
from ui.widgets.wrapped_text import WrappedText

_PAD, _GAP, _OVER = 12, 12, 6
"""Left and right of the words, between words and state, above and below (100 % pixels)."""
_COLUMN = 112
"""So wide is the column of states, unless one is longer."""
_BETWEEN = 8
"""Between two rows, with the hairline in the middle."""
_ENOUGH = 180
"""So wide at least are the words beside a state; else it comes beneath them."""


class GroupRow(WordButton):
    """Opens what it names, and says in a word how it stands. Its accessible name is "text, state"."""

    _font_role = "body"

    def __init__(self, text: str = "") -> None:
        self._state, self._icon = "", ""
        self._state_block: WrappedText | None = None
        super().__init__(text)

    def show_as(self, text: str, state: str = "", icon: str = "") -> None:
        """Say something else on the same row, without losing the keyboard's place."""
        self._state, self._icon = state, icon
        self.setText(text)
        self.setAccessibleName(f"{text}, {state}" if state else text)

    def state(self) -> str:
        """How it stands, in a word; empty where there is nothing to say."""
        return self._state

    def restyle(self) -> None:
        self._state_block = None
        super().restyle()

    def heightForWidth(self, width: int) -> int:
        return self._layout(width)[1]

    def sizeHint(self) -> QSize:
        room = min(self.wrapped().natural_width + self._state_room(), theme.px(620)) + self._sides()
        return QSize(room, self.heightForWidth(room))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(140), theme.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ring = self.ring.shown
        if ring:
            paint_focus(painter, QRectF(self.rect()))
        elif self.underMouse() or self.isDown():
            paint_box(painter, QRectF(self.rect()), "tint", None, 0)
        ink, quiet = ("focus_ink", "focus_ink") if ring else ("text", "muted")
        across, height, beside = self._layout(self.width())
        pad, icon = theme.gap(_PAD), theme.px(theme.ICON_SIZE)
        high = self.wrapped().height(across)
        top = (height - high) / 2 if beside else theme.px(_OVER)
        self.wrapped().draw(painter, pad, top, across, theme.colour(ink))
        right = self.width() - pad - icon
        painter.drawPixmap(right, (height - icon) // 2, theme.pixmap("chevron-right", ink))
        if not self._state:
            return
        words = self._state_words()
        room = self._state_room()
        left = right - room if beside else pad
        top = (height - words.height(room)) / 2 if beside else top + high
        painter.drawPixmap(
            left, round(top + (words.height(room) - icon) / 2), theme.pixmap(self._icon, quiet)
        )
        words.draw(painter, left + icon + theme.px(_GAP) // 2, top, room, theme.colour(quiet))

    def _state_words(self) -> WrappedText:
        if self._state_block is None:
            self._state_block = WrappedText(self._state, theme.font("body"), theme.LINE_HEIGHT["body"])
        return self._state_block

    def _state_room(self) -> int:
        """So many pixels the state takes beside the words, with its icon and the gaps round about."""
        if not self._state:
            return 0
        words = self._state_words().natural_width + theme.px(theme.ICON_SIZE) + theme.px(_GAP) * 3 // 2
        return max(words, theme.px(_COLUMN))  # so that short ones begin below each other

    def _sides(self) -> int:
        return 2 * theme.gap(_PAD) + theme.px(theme.ICON_SIZE) + theme.px(_GAP)

    def _layout(self, width: int) -> tuple[int, int, bool]:
        """How wide the words are, how high the row is, and whether the state stands beside the words."""
        room = max(1, width - self._sides())
        left = room - self._state_room()
        beside = left >= theme.px(_ENOUGH) or not self._state
        across = left if beside else room
        height = self.wrapped().height(across) + 2 * theme.px(_OVER)
        if not beside:
            height += self._state_words().height(self._state_room())
        return across, max(theme.px(TARGET), height), beside


class RowCard(Card):
    """Its rows reach to the edges of what is in the card, one hairline between two of them."""

    def __init__(self, heading: str, *rows: GroupRow) -> None:
        super().__init__()
        self.group_rows = rows
        left, top, right, _bottom = CARD_EDGES
        theme.space(self.body, gap=4, edges=(left - _PAD, top - 4, right - _PAD, 8))
        self.heading = Heading(heading, 2)
        over = QVBoxLayout()
        theme.space(over, edges=(_PAD, 0, _PAD, 0))
        over.addWidget(self.heading)
        self.body.addLayout(over)
        inside = QVBoxLayout()
        theme.space(inside, gap=_BETWEEN)
        for row in rows:
            inside.addWidget(row)
        self.body.addLayout(inside)

    def say(self, heading: str) -> None:
        """Call the group something else, for example when a name was read."""
        assert self.heading is not None
        self.heading.setText(heading)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        shown = [row for row in self.group_rows if not row.isHidden()]
        side = theme.gap(_PAD)
        for row in shown[1:]:
            box = row.geometry()
            above = box.y() - (theme.gap(_BETWEEN) + 1) // 2
            painter.fillRect(box.x() + side, above, box.width() - 2 * side, 1, theme.colour("hair"))
