"""The box for a day of a school year, and what is said beside it while it is read, typed and checked."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from carer_app.typed_dates import say_day
from carer_app.use_cases import dates_form
from carer_app.use_cases.checked_form import Beside
from carer_app.use_cases.dates_form import Box
from carer_app.words import _
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage

KEPT = _("Kept from the dates you use now.")
LOOKED = _("I have checked this")
WIDEST = 390
"""So wide is a box at most, at 100 %: two stand beside each other."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Box(DateField):
    """Up and down lead to the boxes above and below, as in a table; a box of one line has no use for them."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


def box_of(
    page: "CheckDatesPage", row_id: int, which: Box, year: int, label: str, opens: date
) -> tuple[DateField, Field]:
    """A box for a day of a school year. Enter leads on to the next box that needs a look."""
    box = _Box(lambda typed: dates_form.read_box(typed, year), say_day, page.today, opens=opens)
    box.changed.connect(lambda: page.changes.type_in(row_id, which, box.raw()))
    box.settled.connect(page.changes.settle)
    box.line.returnPressed.connect(lambda: page.going.go_on(row_id, which))
    box.stepped.connect(lambda by: page.going.step(row_id, which, by))
    return box, Field(label, box)


def show_text(box: DateField, text: str) -> None:
    """Show this text, unless it is there already: the cursor stays where it is."""
    if box.raw() != text:
        box.set_raw(text)


def said_of(besides: Sequence[Beside]) -> str:
    """What is to be checked, each sentence once."""
    return "\n".join(dict.fromkeys(each.sentence for each in besides))


def show_right(button: Button, is_asked: bool, typing: bool) -> None:
    """Offer to say that it is right as it is; while a day is typed it stays as it is, and nothing jumps."""
    if not typing:
        button.setVisible(is_asked)


def say_look(label: PlainLabel, said: str, typing: bool) -> None:
    """Say what is to be checked; while a day is typed it stays as it is, and nothing jumps."""
    if not typing:
        label.setText(said)
        label.setVisible(bool(said))


def say_wrong(field: Field, wrong: Sequence[Beside]) -> None:
    """Say beside the box what is wrong, or that nothing is; a box that is being typed in is left alone."""
    if field.entry().hasFocus() and not field.error():
        return
    if wrong:
        if field.error() != wrong[0].sentence:
            field.show_error(wrong[0].sentence)
    else:
        field.clear_error()
