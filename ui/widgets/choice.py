"""Choosing one of a few, and ticking."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.focus_ring import paint_box
from ui.widgets.marked_row import MARK, MarkedRow
from ui.widgets.wrap_row import WrapRow

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.32))


class Tick(MarkedRow, QCheckBox):
    """A tick box with its words; the whole row can be pressed."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, box = self.paint_row(painter), self.mark_box()
        on, plain = self.isChecked(), self.plain()
        fill = ("primary" if on else "surface") if plain else None
        paint_box(painter, box, fill, _edge(on, plain, ink), theme.px(2), radius=4)
        if on:
            pen = QPen(theme.colour("on_primary" if plain else ink), theme.px(3))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            side = box.width()
            painter.drawPolyline(
                QPolygonF([QPointF(box.x() + x * side, box.y() + y * side) for x, y in _TICK])
            )


class Radio(MarkedRow, QRadioButton):
    """One row of a `Choices`."""

    arrow = Signal(int)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up(text)

    def nextCheckState(self) -> None:
        # Qt lets go of the answer when the only one there is gets pressed again.
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt goes by where the rows lie: there is no way down from one that stands beside the next.
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.arrow.emit(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, box = self.paint_row(painter), self.mark_box()
        on, plain = self.isChecked(), self.plain()
        fill = "surface" if plain else None
        paint_box(painter, box, fill, _edge(on, plain, ink), theme.px(2), radius=MARK / 2)
        if on:
            inset = box.width() * 0.26
            dot = box.adjusted(inset, inset, -inset, -inset)
            paint_box(painter, dot, "primary" if plain else ink, None, 0, radius=MARK / 2)


class Choices(QWidget):
    """A few answers of which one can be chosen; nothing is chosen until somebody chooses.

    `options` are (value, words). `chosen` carries the value, and only when a person chose. `across`: side by side,
    where the answers are short and there are many such questions.
    """

    chosen = Signal(str)
    is_group = True
    """The question is told as the name of the group, not of its first answer."""

    def __init__(
        self, options: Sequence[tuple[str, str]], across: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: dict[str, Radio] = {}
        self._showing = False
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        for value, words in options:
            row = Radio(words)
            # Not `clicked`: a screen reader or a voice program does not click, it toggles.
            row.toggled.connect(partial(self._row_toggled, value))
            row.arrow.connect(partial(self._step_from, row))
            # Few screen readers count rows by themselves, and Orca does so only where it was asked to.
            row.setAccessibleDescription(
                _("{number} of {count}").format(number=len(self._rows) + 1, count=len(options))
            )
            self._rows[value] = row
            if not across:
                column.addWidget(row)
        if across:
            column.addWidget(WrapRow(*self._rows.values()))

    def value(self) -> str | None:
        """The value chosen, or None."""
        return next((value for value, row in self._rows.items() if row.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Show this value as chosen, or none; an unknown value shows none."""
        self._showing = True
        for name, row in self._rows.items():
            row.setAutoExclusive(False)
            row.setChecked(name == value)
        self._showing = False
        for row in self._rows.values():
            row.setAutoExclusive(True)
            if self.value() is None:
                row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Tab would come to the row chosen before

    def row(self, value: str) -> Radio:
        """The row of this value."""
        return self._rows[value]

    def rows(self) -> list[Radio]:
        """All rows, in order."""
        return list(self._rows.values())

    def take_name(self, name: str, description: str) -> None:
        """Name the group; each row keeps its own words."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def entry(self) -> QWidget:
        """The chosen row, or the first."""
        return self._rows[self.value() or next(iter(self._rows))]

    def _step_from(self, row: Radio, step: int) -> None:
        """To the answer before or after, round and round; where something was chosen already, that is chosen now."""
        rows = [each for each in self.rows() if not each.isHidden()]
        other = rows[(rows.index(row) + step) % len(rows)]
        other.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
        if self.value() is not None:
            other.click()

    def _row_toggled(self, value: str, on: bool) -> None:
        if on and not self._showing:
            self.chosen.emit(value)


def _edge(on: bool, plain: bool, ink: str) -> str:
    if not plain:
        return ink
    return "primary" if on else "border"


give_role(Choices, QAccessible.Role.Grouping)
