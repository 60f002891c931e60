"""Words on a page: headings and plain text, never markup."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.wrapped_text import MarkedStretch, WrappedText

Kind = Literal["body", "hint", "strong", "error", "bar"]
_COLOUR = {"body": "text", "hint": "muted", "strong": "text", "error": "over", "bar": "muted"}
_HEADING = {1: "h1", 2: "h2", 3: "strong"}
_NARROWEST = 80


class PlainLabel(QLabel):
    """Text exactly as typed, wrapped at about 70 characters; long words are broken, never cut off."""

    _widest = 620
    _most = 0
    _words = ""
    _role = "body"
    _colour = "text"
    _block: WrappedText | None = None
    _marked: tuple[int, int] | None = None
    _is_centred = False

    def __init__(self, text: str = "", kind: Kind = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(_grows_with_width())
        self.set_kind(kind)
        self.setText(text)

    def set_kind(self, kind: Kind) -> None:
        """Show the words as body text, a hint, strong text, an error, or as in a bar."""
        self._kind: Kind = kind
        role = "bar" if kind == "bar" else "strong" if kind in ("strong", "error") else "body"
        self._set_style(role, _COLOUR[kind])

    def kind(self) -> Kind:
        """What sort of text this is."""
        return self._kind

    def setText(self, text: str) -> None:
        """Show these words instead."""
        self._words = text
        self._block = None
        super().setText(text)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The words as typed."""
        return self._words

    def heightForWidth(self, width: int) -> int:
        return (self._block or self._wrapped()).height(min(width, self._most))

    def sizeHint(self) -> QSize:
        width = min(self._wrapped().natural_width, self._most)
        return QSize(width, self._wrapped().height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._wrapped().natural_width, theme.px(_NARROWEST)), self._wrapped().height(1e6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = min(self.width(), self._most)
        marked = []
        if self._marked is not None:
            marked = [MarkedStretch(*self._marked, theme.colour("focus_bg"), theme.colour("focus_ink"))]
        spare = self.width() - min(width, self._wrapped().natural_width)
        left = max(spare, 0) / 2 if self._is_centred else 0
        self._wrapped().draw(painter, left, 0, width, theme.colour(self._colour), *marked)

    def centre(self) -> None:
        """Each of its lines stands in the middle."""
        self._is_centred, self._block = True, None
        self.update()

    def mark(self, start: int, length: int) -> None:
        """Show that this part of the words is being read aloud, or was looked for; none where `length` is 0."""
        self._marked = (start, length) if length else None
        self.update()

    def marked(self) -> str:
        """The words that are marked; empty where none are."""
        start, length = self._marked or (0, 0)
        return self._words[start : start + length]

    def follow_look(self) -> None:
        """The look changed."""
        self._set_style(self._role, self._colour)

    def _set_style(self, role: str, colour: str) -> None:
        self._role, self._colour = role, colour
        self._block = None
        self._most = theme.px(self._widest)
        self.setFont(theme.font(role))
        self.updateGeometry()
        self.update()

    def _wrapped(self) -> WrappedText:
        if self._block is None:
            height = theme.LINE_HEIGHT[self._role]
            self._block = WrappedText(self._words, theme.font(self._role), height, self._is_centred)
        return self._block


class Heading(PlainLabel):
    """A heading that a screen reader announces as one. Exactly one of level 1 on each page."""

    _widest = 960

    def __init__(self, text: str, level: Literal[1, 2, 3] = 1, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.level = level
        self._set_style(_HEADING[level], "text")

    def enlarge(self) -> None:
        """A name, which the whole page is about."""
        self._set_style("name", "text")

    def be_small(self) -> None:
        """On a page that has much to show at once."""
        self._set_style("h2", "text")

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)  # with a role of our own, Qt no longer reads the label's text


def _grows_with_width() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


give_role(Heading, QAccessible.Role.Heading)
