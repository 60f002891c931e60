"""A list of rows on a page, each kept by its id so that the keyboard never loses its place."""

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from carer_app.words import _, plural
from ui.look import theme
from ui.widgets.accessible import give_role, has_role
from ui.widgets.buttons import Button
from ui.widgets.let_go import let_go
from ui.widgets.tab_order import follow_reading_order


class HasId(Protocol):
    """Something read that fills one row. Whatever its `id` is, a number or a key of ours, it stays the same."""

    @property
    def id(self) -> Hashable: ...


Read = TypeVar("Read", bound=HasId)


class Rows(QWidget, Generic[Read]):
    """Makes, fills, moves and takes away rows. `make(id)` gives a new widget with `show_row(number, row)`, which shows
    what was read (`number` counts the rows from 1), and `first_box()`: where the keyboard goes in that row.

    When a row goes that has the keyboard, the next row gets it, but never a button that would take that away too: the
    list itself then, from where the window leads on to Undo. `otherwise` gets it when the last row goes.

    With `at_once`, a longer list shows so many rows first and the others on request, so that a page of many years opens
    as fast as one of a few weeks. Rows that `held` names, or that have the keyboard or are unfolded (`is_unfolded`),
    are shown wherever they stand: nothing half typed is out of sight.

    `table` names the table of the records that the rows, with their ids, are of: what was searched for is shown in no
    row but its own.
    """

    def __init__(
        self,
        make: Callable[[Any], Any],
        otherwise: QWidget | Callable[[], QWidget],
        gap: int = 16,
        at_once: int = 0,
        held: Callable[[], Collection[Any]] = tuple,
        table: str = "",
    ) -> None:
        super().__init__()
        self.table = table
        self._make = make
        self._otherwise = otherwise
        self._rows: dict[Hashable, Any] = {}
        self._items: dict[Hashable, QWidget] = {}
        self._places_said: dict[Hashable, str] = {}
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=gap, edges=(0, 0, 0, 0))
        self.hide()  # an empty list would take the room between two parts, until a later piece fills it
        self._most, self._held = at_once, held
        self._read: Sequence[Read] = ()
        self.more: Button | None = None
        """Shows the rows that are not on screen yet; made for the first list that is that long."""

    def show_rows(self, rows: Sequence[Read]) -> None:
        """Show exactly these, in this order."""
        for _piece in self.fill(rows):
            pass

    def fill(self, rows: Sequence[Read]) -> Iterator[None]:
        """The same in pieces, a new row each. A list that was empty is seen once it is filled: it is laid out once."""
        self._read = rows
        seen = list(self._seen())
        here = {read.id for _number, read in seen}
        self._take_away([row_id for row_id in self._rows if row_id not in here])
        if not self._rows:
            self.hide()
        for place, (number, read) in enumerate(seen):
            widget = self._rows.get(read.id)
            if widget is None:
                yield
                widget = self._rows[read.id] = self._make(read.id)
                self._items[read.id] = _as_item(widget)
            item = self._items[read.id]
            widget.show_row(number, read)  # before it is seen: it is measured once
            if self._column.indexOf(item) != place:
                self._column.insertWidget(place, item)
                # The layout would show it later; the keyboard is to go there now.
                item.show()
                widget.show()
            self._say_place(read.id, number, len(rows))
        yield
        self._offer_more(len(rows) - len(seen))
        self.setVisible(bool(rows))
        yield

    def row(self, row_id: Hashable) -> Any:
        """The widget of one row."""
        return self._rows[row_id]

    def ids(self) -> list[Any]:
        """The rows on screen, from the top."""
        return sorted(self._rows, key=lambda row_id: self._column.indexOf(self._items[row_id]))

    def first_box(self, place: int) -> QWidget:
        """Where the keyboard goes in the row at this place: 0 is the first, -1 the last."""
        box: QWidget = self._rows[self.ids()[place]].first_box()
        return box

    def focus_row(self, row_id: Hashable) -> None:
        """Put the keyboard into a row."""
        row = self._rows.get(row_id)
        if row is not None:
            row.first_box().setFocus(Qt.FocusReason.OtherFocusReason)

    def _seen(self) -> Iterator[tuple[int, Read]]:
        """What is on screen, each with its number in the whole list."""
        most = self._most or len(self._read)
        yield from enumerate(self._read[:most], start=1)
        if most >= len(self._read):
            return
        stay = {*self._held(), *(row_id for row_id, row in self._rows.items() if _stays(row))}
        if stay:  # else nobody looks at what is not on screen
            for number, read in enumerate(self._read[most:], start=most + 1):
                if read.id in stay:
                    yield number, read

    def _offer_more(self, count: int) -> None:
        if self.more is None:
            if not count:
                return
            self.more = Button("", kind="quiet", icon="chevron-down")
            self.more.clicked.connect(self._show_more)
            # The last item of the list: a list holds nothing but items.
            self._column.addWidget(_Item(self.more), 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setText(
            plural("Show more ({count} is not shown)", "Show more ({count} are not shown)", count)
        )
        about = self.accessibleName()
        self.more.setAccessibleName(f"{self.more.words()}: {about}" if about else "")
        item = self.more.parentWidget()
        assert item is not None
        item.setVisible(bool(count))

    def show_more(self) -> bool:
        """As many again as there are, without moving the keyboard. False where all of them are shown."""
        if not self._most or self.more is None or len(self._rows) >= len(self._read):
            return False
        self._most *= 2
        self.show_rows(self._read)
        return True

    def _show_more(self) -> None:
        """As many again as there are. The keyboard goes on in the first of them."""
        before = set(self._rows)
        self._most *= 2
        self.show_rows(self._read)
        first = next((row_id for row_id in self.ids() if row_id not in before), None)
        follow_reading_order(self)
        if first is not None:
            self.focus_row(first)

    def _say_place(self, row_id: Hashable, number: int, count: int) -> None:
        """A listener hears which of how many it is where they come to it, unless that box has a hint of its own."""
        box = self._rows[row_id].first_box()
        said, words = (
            self._places_said.get(row_id, ""),
            _("{number} of {count}").format(number=number, count=count),
        )
        if box.accessibleDescription() in ("", said) and said != words:
            box.setAccessibleDescription(words)
        self._places_said[row_id] = words

    def _take_away(self, gone: Sequence[Hashable]) -> None:
        order = self.ids()
        for row_id in gone:
            place = order.index(row_id)
            order.remove(row_id)
            widget = self._rows.pop(row_id)
            self._places_said.pop(row_id, None)
            if _has_keyboard(widget):
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


def _stays(row: Any) -> bool:
    """Whether somebody is at it."""
    unfolded = getattr(row, "is_unfolded", None)
    return _has_keyboard(row) or (unfolded is not None and unfolded())


def _has_keyboard(row: QWidget) -> bool:
    focused = cast(QWidget | None, row.window().focusWidget())
    return focused is not None and (row is focused or row.isAncestorOf(focused))


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
