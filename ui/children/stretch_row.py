"""A stretch of school days with its two boxes, and a day without pupils with its one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day
from carer_app.use_cases import dates_form
from carer_app.use_cases.checked_form import Beside
from carer_app.use_cases.dates_form import Box, DayOff, Stretch
from carer_app.words import _, plural
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage

INSET, CLOSED = "inset", "closed"
FIRST = {False: _("First day back"), True: _("First day, without pupils")}
LAST = {False: _("Last day before the holiday"), True: _("Last day, without pupils")}
"""What a box is called; where its day is one without pupils, so."""
KEPT = _("Kept from the dates you use now.")
LOOKED = _("I have checked this")
_WIDEST, _LEAST = 390, 96
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class StretchShown:
    """A stretch with what is said beside it. `staff` tells where a day of its boxes is one without pupils; `is_kept`
    that the source says nothing of it."""

    id: int
    stretch: Stretch
    name: str
    year: str
    pupil_days: int | None
    can_split: bool
    wrong: tuple[Beside, ...]
    look: tuple[Beside, ...]
    staff: tuple[Beside, ...] = ()
    is_kept: bool = False
    typing: bool = False


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day without pupils with what is said beside it."""

    id: int
    off: DayOff
    year: str
    wrong: tuple[Beside, ...]
    look: tuple[Beside, ...]
    is_kept: bool = False
    typing: bool = False


class StretchRow(QWidget):
    """First and last day; what does not fit stands between the name and the boxes, and below them what to say to it."""

    def __init__(self, page: "CheckDatesPage", row_id: int, stretch: Stretch, year: int) -> None:
        super().__init__()
        self._page, self.row_id = page, row_id
        self.name = Heading("", level=3)
        self.count = PlainLabel("", kind="hint")
        self.right = Button(_("This is right"), icon="check")
        self.right.clicked.connect(self._on_right)
        self.kept = PlainLabel(KEPT, kind="hint")
        self.out = Button(_("Take out"), kind="quiet", icon="x")
        self.out.is_removal = True
        self.out.clicked.connect(lambda: page.changes.take_out(row_id, self.name.words()))
        self.look = PlainLabel("", kind="strong")
        self.split = Button(_("Put a half term in"), icon="plus")
        self.split.clicked.connect(lambda: page.changes.split(row_id, self.name.words()))
        opens = dates_form.usual_first(stretch.name, year)
        self.first, self.first_field = box_of(page, row_id, "first", year, FIRST[False], opens)
        self.last, self.last_field = box_of(page, row_id, "last", year, LAST[False], opens)
        self.days = QWidget()
        both = QVBoxLayout(self.days)
        theme.space(both, gap=4, edges=(0, 0, 0, 0))
        both.addWidget(WrapRow(self.first_field, self.last_field, at_top=True))
        both.addWidget(WrapRow(self.right))
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 4, 0, 4))
        top = WrapRow(self.name, self.count, self.kept, self.split, self.out)
        for part in (top, self.look, self.days):
            column.addWidget(part)
        theme.signals.changed.connect(self._narrow)
        self._narrow()

    def show_row(self, _number: int, row: StretchShown) -> None:
        """Show the stretch as it stands. A box that is being typed in is left alone."""
        self.name.setText(row.name)
        count = (
            plural("{count} day for pupils", "{count} days for pupils", row.pupil_days)
            if row.pupil_days is not None
            else ""
        )
        later = " ".join(each.sentence for each in row.staff)
        self.count.setText(_("{count}. {sentence}").format(count=count, sentence=later) if later else count)
        self.count.setVisible(row.pupil_days is not None)
        self.kept.setVisible(row.is_kept)
        moved = self._is_moved = bool(row.stretch.moved)
        about = _("{stretch}, {year}").format(stretch=row.name, year=row.year)
        days = _("{first} to {last}").format(first=_short(row.stretch.first), last=_short(row.stretch.last))
        words = _("This is right: {what}") if moved else LOOKED
        self.right.setText(words.format(what=days))
        self.right.setAccessibleName(
            words.format(what=f"{days}, {about}")
            if moved
            else _("{button}: {what}").format(button=words, what=about)
        )
        self.out.setAccessibleName(_("Take out: {what}").format(what=about))
        self.split.setVisible(row.can_split)
        self.split.setAccessibleName(_("Put a half term in: {what}").format(what=about))
        pattern = _("Last year’s days, moved. They do not count yet.") if moved else ""
        say_look(self.look, "\n".join(filter(None, (pattern, said_of(row.look)))), row.typing)
        show_right(self.right, moved or any(each.asks for each in row.look), row.typing)
        kept = KEPT if row.is_kept else ""
        for field, box, text, which, called in (
            (self.first_field, self.first, row.stretch.first, "first", FIRST),
            (self.last_field, self.last, row.stretch.last, "last", LAST),
        ):
            staff = [each.sentence for each in row.staff if each.box == which]
            field.set_label(called[bool(staff)])
            field.call(about)
            near = [each.sentence for each in row.look if each.box in (which, None)]
            field.say_beside(" ".join(filter(None, (pattern, *near, *staff, kept))))
            show_text(box, text)
            say_wrong(field, [each for each in row.wrong if each.box == which])

    def _on_right(self) -> None:
        if self._is_moved:
            self._page.changes.moved_is_right(self.row_id)
        else:
            self._page.changes.row_is_right(self.row_id)

    def _narrow(self) -> None:
        """The two boxes stay beside each other, however long what is said beneath them."""
        for field in (self.first_field, self.last_field):
            field.setMaximumWidth(theme.px(_WIDEST))

    def first_box(self) -> QWidget:
        """The first day."""
        return self.first.line

    def field(self, box: Box | None) -> Field:
        """The question with this box."""
        return self.last_field if box == "last" else self.first_field


class DayOffRow(QWidget):
    """A day without pupils, and why."""

    def __init__(self, page: "CheckDatesPage", row_id: int, year: int) -> None:
        super().__init__()
        self.row_id = row_id
        opens = dates_form.usual_first("", year)
        self.day, self.day_field = box_of(page, row_id, "day", year, _("Day"), opens)
        self.why = ChoicesAcross([(INSET, _("Training day")), (CLOSED, _("School closed"))])
        self.why.chosen.connect(lambda value: page.changes.say_kind(row_id, value == INSET))
        self.out = Button(_("Take out"), kind="quiet", icon="x")
        self.out.is_removal = True
        self.out.clicked.connect(lambda: page.changes.take_out(row_id, self.day.answer() or self.day.raw()))
        self.look = PlainLabel("", kind="strong")
        self.right = Button(LOOKED, icon="check")
        self.right.clicked.connect(lambda: page.changes.row_is_right(row_id))
        self.kept = PlainLabel(KEPT, kind="hint")
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        column.addWidget(WrapRow(self.look, self.right))
        column.addWidget(WrapRow(self.day_field, self.why, self.out, self.kept))
        theme.signals.changed.connect(self._line_up)
        self._line_up()

    def _line_up(self) -> None:
        """The answers stand below one another; with the biggest text there is no room for that."""
        self.setMinimumHeight(theme.px(_LEAST))  # rows never lie over each other while a page lays itself out
        self.day_field.setMaximumWidth(theme.px(_WIDEST))
        self.day_field.setMinimumWidth(theme.px(_WIDEST) if theme.current().scale <= 150 else 0)

    def show_row(self, number: int, row: DayShown) -> None:
        """Show the day as it stands. A box that is being typed in is left alone."""
        about = _("{number}, {year}").format(number=number, year=row.year)
        said = said_of(row.look)
        say_look(self.look, said, row.typing)
        show_right(self.right, any(each.asks for each in row.look), row.typing)
        self.right.setAccessibleName(_("{button}: {what}").format(button=LOOKED, what=about))
        self.kept.setVisible(row.is_kept)
        self.day_field.call(about)
        self.day_field.say_beside(" ".join(filter(None, (said, KEPT if row.is_kept else ""))))
        self.why.take_name(_("What is it? {about}").format(about=about), "")
        show_text(self.day, row.off.day)
        self.why.set_value(INSET if row.off.is_inset else CLOSED)
        say_wrong(self.day_field, row.wrong)
        self.out.setAccessibleName(_("Take out: {what}").format(what=f"{about}, {row.off.day}"))

    def first_box(self) -> QWidget:
        """The day."""
        return self.day.line

    def field(self, _box: Box | None) -> Field:
        """The question with this box."""
        return self.day_field


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


def _short(text: str) -> str:
    """A day without its year, which the heading says."""
    words = text.split()
    return " ".join(words[:2]) if len(words) == 3 and words[2].isdigit() else text


def show_text(box: DateField, text: str) -> None:
    """Show this text, unless it is there already: the cursor stays where it is."""
    if box.raw() != text:
        box.set_raw(text)


def said_of(besides: Sequence[Beside]) -> str:
    """What is to be looked at, each sentence once."""
    return "\n".join(dict.fromkeys(each.sentence for each in besides))


def show_right(button: Button, is_asked: bool, typing: bool) -> None:
    """Offer to say that it is right as it is; while a day is typed it stays as it is, and nothing jumps."""
    if not typing:
        button.setVisible(is_asked)


def say_look(label: PlainLabel, said: str, typing: bool) -> None:
    """Say what is to be looked at; while a day is typed it stays as it is, and nothing jumps."""
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
