"""A list of rows on a page, each kept by its id so that the keyboard never loses its place."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from carer_app.words import _
from ui import theme
from ui.widgets.accessible import give_role, has_role
from ui.widgets.buttons import Button
from ui.widgets.let_go import let_go


class HasId(Protocol):
    """Something read from the records that fills one row."""

    @property
    def id(self) -> int: ...


Read = TypeVar("Read", bound=HasId)


class Row(Protocol):
    """What a row can do, beside being a widget."""

    def show_row(self, number: int, row: Any) -> None:
        """Show what was read; `number` counts the rows from 1."""

    def first_box(self) -> QWidget:
        """Where the keyboard goes when it comes to this row."""


class Rows(QWidget, Generic[Read]):
    """Makes, fills, moves and takes away rows. `make(id)` gives a new widget that is also a `Row`.

    When a row goes that has the keyboard, the next row gets it, but never a button that would take that away too: the
    list itself then, from where the window leads on to Undo. `otherwise` gets it when the last row goes.
    """

    def __init__(
        self, make: Callable[[int], Any], otherwise: QWidget | Callable[[], QWidget], gap: int = 16
    ) -> None:
        super().__init__()
        self._make = make
        self._otherwise = otherwise
        self._rows: dict[int, Any] = {}
        self._items: dict[int, QWidget] = {}
        self._places_said: dict[int, str] = {}
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=gap, edges=(0, 0, 0, 0))

    def show_rows(self, rows: Sequence[Read]) -> None:
        """Show exactly these, in this order."""
        for _piece in self.fill(rows):
            pass

    def fill(self, rows: Sequence[Read]) -> Iterator[None]:
        """The same in pieces, a new row each. A list that was empty is seen once it is filled: it is laid out once."""
        self._take_away([row_id for row_id in self._rows if row_id not in {row.id for row in rows}])
        if not self._rows:
            self.hide()
        for place, read in enumerate(rows):
            widget = self._rows.get(read.id)
            if widget is None:
                yield
                widget = self._rows[read.id] = self._make(read.id)
                self._items[read.id] = _as_item(widget)
            item = self._items[read.id]
            if self._column.indexOf(item) != place:
                self._column.insertWidget(place, item)
                # The layout would show it later; the keyboard is to go there now.
                item.show()
                widget.show()
            widget.show_row(place + 1, read)
            self._say_place(read.id, place + 1, len(rows))
        yield
        self.setVisible(bool(rows))

    def row(self, row_id: int) -> Any:
        """The widget of one row."""
        return self._rows[row_id]

    def ids(self) -> list[int]:
        """The rows on screen, from the top."""
        return sorted(self._rows, key=lambda row_id: self._column.indexOf(self._items[row_id]))

    def first_box(self, place: int) -> QWidget:
        """Where the keyboard goes in the row at this place: 0 is the first, -1 the last."""
        box: QWidget = self._rows[self.ids()[place]].first_box()
        return box

    def focus_row(self, row_id: int) -> None:
        """Put the keyboard into a row."""
        row = self._rows.get(row_id)
        if row is not None:
            row.first_box().setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_place(self, row_id: int, number: int, count: int) -> None:
        """A listener hears which of how many it is where they come to it, unless that box has a hint of its own."""
        box = self._rows[row_id].first_box()
        said, words = (
            self._places_said.get(row_id, ""),
            _("{number} of {count}").format(number=number, count=count),
        )
        if box.accessibleDescription() in ("", said) and said != words:
            box.setAccessibleDescription(words)
        self._places_said[row_id] = words

    def _take_away(self, gone: Sequence[int]) -> None:
        order = self.ids()
        for row_id in gone:
            place = order.index(row_id)
            order.remove(row_id)
            widget = self._rows.pop(row_id)
            self._places_said.pop(row_id, None)
            focused = cast(QWidget | None, self.window().focusWidget())
            if focused is not None and widget.isAncestorOf(focused):
                left = [each for each in order if each not in gone]
                near = next((each for each in order[place:] if each in left), left[-1] if left else None)
                self._go_to(None if near is None else self._rows[near].first_box())
            item = self._items.pop(row_id)
            self._column.removeWidget(item)
            let_go(item)

    def _go_to(self, box: QWidget | None) -> None:
        if box is None:
            box = self._otherwise if isinstance(self._otherwise, QWidget) else self._otherwise()
        elif isinstance(box, Button) and box.is_removal:
            box = self
        box.setFocus(Qt.FocusReason.OtherFocusReason)


class _Item(QWidget):
    """An item of a list that is one button."""

    def __init__(self, button: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(button)


def _as_item(row: QWidget) -> QWidget:
    """What stands in the list for this row; screen readers count items, and a button has a role of its own."""
    if isinstance(row, QAbstractButton):
        return _Item(row)
    if not has_role(type(row)):
        give_role(type(row), QAccessible.Role.ListItem)
    return row


give_role(_Item, QAccessible.Role.ListItem)
give_role(Rows, QAccessible.Role.List)
