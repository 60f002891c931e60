"""What else is due, beneath what comes first: one quiet line each, and every line leads where it says."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.buttons import Link
from ui.widgets.text import PlainLabel


@dataclass(frozen=True, slots=True)
class DueLine:
    """`key` tells the lines apart; `name` is what a screen reader says, with the words in it."""

    key: Hashable
    words: str
    name: str


class AlsoDue(QWidget):
    """Hidden where there is nothing else. `otherwise` gets the keyboard when the line that had it goes."""

    def __init__(self, take: Callable[[Hashable], None], otherwise: QWidget) -> None:
        super().__init__()
        self._take = take
        self._otherwise = otherwise
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=8, edges=(0, 0, 0, 0))
        self._also = PlainLabel(_("Also:"), kind="hint")
        self._column.addWidget(self._also)
        self.lines: dict[Hashable, Link] = {}

    def show_lines(self, lines: Sequence[DueLine]) -> None:
        """Show exactly these, in this order."""
        wanted = {line.key for line in lines}
        for key in [key for key in self.lines if key not in wanted]:
            link = self.lines.pop(key)
            if self.window().focusWidget() is link:
                self._otherwise.setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        for place, line in enumerate(lines, start=1):
            link = self.lines.get(line.key) or self._new(line.key)
            if self._column.indexOf(link) != place:
                self._column.insertWidget(place, link, 0, Qt.AlignmentFlag.AlignLeft)
                link.show()
            link.setText(line.words)
            link.setAccessibleName(line.name)
        self.setVisible(bool(lines))

    def introduce(self, on: bool) -> None:
        """Whether it begins with "Also:"; not where a heading says so."""
        self._also.setVisible(on)

    def _new(self, key: Hashable) -> Link:
        link = self.lines[key] = Link("")
        link.clicked.connect(partial(self._on_line, key))
        return link

    def _on_line(self, key: Hashable, *_pressed: object) -> None:
        self._take(key)
