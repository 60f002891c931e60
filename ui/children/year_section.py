"""One school year of the form: drawn and counted, its stretches, and its days without pupils."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from carer_app.typed_dates import say_day
from carer_app.use_cases import dates_form
from carer_app.use_cases.checked_form import Beside, CheckedYear
from carer_app.use_cases.dates_form import Box, name_words
from carer_app.words import _
from ui.children.box_of_a_day import LOOKED, said_of, say_look
from ui.children.day_off_row import DayOffRow, DayShown
from ui.children.stretch_row import StretchRow, StretchShown
from ui.children.year_card import DrawnYear
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage

ADD = _("Add more school days")


class YearSection(Card):
    """The boxes of a school year. What it comes to is drawn above them, and follows each change at once."""

    def __init__(self, page: "CheckDatesPage", year: CheckedYear) -> None:
        super().__init__(_("School year {year}").format(year=year.name))
        self._page, self.year = page, year.form.year
        self.year_name = year.name
        number = self.year
        self.drawn = DrawnYear(number, year.name)
        self.look = PlainLabel("", kind="strong")
        self.looked = Button(LOOKED, icon="check")
        self.looked.clicked.connect(lambda: page.changes.year_is_right(number))
        self.wanted = Tick(_("Use the dates of {year}").format(year=year.name))
        self.wanted.toggled.connect(self._on_wanted)
        self._showing = False
        self.pattern = Button(_("Begin with last year’s dates, moved"), icon="calendar-days")
        self.pattern.setAccessibleName(
            _("Begin with last year’s dates, moved: {year}").format(year=year.name)
        )
        self.pattern.clicked.connect(lambda: page.changes.fill_pattern(number))
        self.about_pattern = PlainLabel(
            _(
                "You can start from last year’s dates, to type less. "
                "Each part of the year counts only once you have checked it."
            ),
            kind="hint",
        )
        self.stretches: Rows[StretchShown] = Rows(self._stretch_row, lambda: self.add, gap=12)
        self.add = Button(ADD, icon="plus")
        self.add.setAccessibleName(_("{button}: {what}").format(button=ADD, what=year.name))
        self.add.clicked.connect(lambda: page.changes.add_stretch(number))
        self.days: Rows[DayShown] = Rows(
            lambda row_id: DayOffRow(page, row_id, number), lambda: self.training
        )
        self.training = Button(_("Add a training day"), icon="plus")
        self.training.setAccessibleName(_("Add a training day: {year}").format(year=year.name))
        self.training.clicked.connect(lambda: page.changes.add_day(number, is_inset=True))
        self.closed = Button(_("Add a day when school is closed"), icon="plus")
        self.closed.setAccessibleName(_("Add a day when school is closed: {year}").format(year=year.name))
        self.closed.clicked.connect(lambda: page.changes.add_day(number, is_inset=False))
        self.body.addWidget(self.wanted)
        self.all = Opens(year.name, words=_("See the dates"), when_open=_("Hide the dates"))
        self.body.addWidget(self.all)
        self.body.addStretch(1)  # while the days come in pieces, what is there already stays where it is
        self._is_folded: bool | None = None
        self._fold(False)
        for part in (
            self.drawn,
            self.look,
            WrapRow(self.looked),
            self.about_pattern,
            WrapRow(self.pattern),
            self.stretches,
            WrapRow(self.add),
            Heading(_("Training days and other days off"), level=3),
            PlainLabel(
                _("On training days (INSET days) pupils stay at home. Bank holidays are left out already."),
                kind="hint",
            ),
            self.days,
            WrapRow(self.training, self.closed),
        ):
            self.all.body.addWidget(part)

    def open(self) -> None:
        """Show the days: somebody is led to one of them."""
        self.all.open(True)

    def _fold(self, on: bool) -> None:
        """Put the days behind a press, or no longer; never while the keyboard is there."""
        at = cast(QWidget | None, self.window().focusWidget())
        if on and at is not None and self.all.inside.isAncestorOf(at):
            return
        if on != self._is_folded:
            self._is_folded = on
            self.all.button.setVisible(on)
            self.all.open(not on)

    def fill(
        self,
        year: CheckedYear,
        *,
        is_choice: bool,
        has_pattern: bool,
        can_split: Callable[[int], bool],
        typing: bool,
    ) -> Iterator[None]:
        """Show the year as it stands in the form, in pieces."""
        self._shown = year
        self._fold(self._page.lines_come_first)
        self._showing = True
        self.wanted.setChecked(year.form.is_wanted)
        self._showing = False
        self.wanted.setVisible(is_choice)
        self.drawn.show_year(year.counts, self._page.today())
        say_look(self.look, said_of(_of(year.look, 0)), typing)
        self.looked.setVisible(not self.look.isHidden())
        self.looked.setAccessibleName(_("{button}: {what}").format(button=LOOKED, what=year.name))
        self.looked.setAccessibleDescription(self.look.words())
        is_over = dates_form.is_over(self.year, self._page.today())
        is_empty = not any(each.first or each.last for each in year.form.stretches)
        offered = has_pattern and not is_over and is_empty
        self.pattern.setVisible(offered)
        self.about_pattern.setVisible(offered)
        counted = dict(year.pupil_days)
        yield from self.stretches.fill(
            [
                StretchShown(
                    each.id,
                    each,
                    _name(year, place),
                    year.name,
                    counted.get(each.id),
                    can_split(each.id),
                    *self._wrong_and_look(year, each.id),
                    _of(year.staff, each.id),
                    each.id in year.form.kept,
                    typing,
                )
                for place, each in enumerate(year.form.stretches)
            ]
        )
        yield from self.days.fill(
            [
                DayShown(
                    each.id,
                    each,
                    year.name,
                    *self._wrong_and_look(year, each.id),
                    each.id in year.form.kept,
                    typing,
                )
                for each in year.form.days_off
            ]
        )

    def _wrong_and_look(
        self, year: CheckedYear, row_id: int
    ) -> tuple[tuple[Beside, ...], tuple[Beside, ...]]:
        """What is shown in red beside a row, and what is only to be looked at: nobody typed yet what was read."""
        wrong = _of(year.wrong, row_id)
        red = tuple(each for each in wrong if self._page.red.is_red(self._page.given, each))
        calm = tuple(each for each in wrong if each not in red and year.form.is_wanted)
        return red, (*calm, *_of(year.look, row_id))

    def field(self, row_id: int, box: Box | None) -> Field | None:
        """The question with this box, if it stands here."""
        for rows in (self.stretches, self.days):
            if row_id in rows.ids():
                self.open()
                found: Field = rows.row(row_id).field(box)
                return found
        return None

    def boxes(self) -> list[tuple[int, Box]]:
        """Every box, in the order of the page."""
        return boxes_of(self._shown)

    def has(self, row_id: int) -> bool:
        """Whether this row stands here."""
        return row_id in self.stretches.ids() or row_id in self.days.ids()

    def focus_row(self, row_id: int) -> None:
        """Put the keyboard into a row."""
        rows = self.stretches if row_id in self.stretches.ids() else self.days
        rows.row(row_id).first_box().setFocus(Qt.FocusReason.OtherFocusReason)

    def lend_keyboard(self, row_id: int) -> None:
        """A row is to go: the list has the keyboard, and the window leads on to Undo; at last its button has."""
        rows, add = (
            (self.stretches, self.add) if row_id in self.stretches.ids() else (self.days, self.training)
        )
        (rows if len(rows.ids()) > 1 else add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _stretch_row(self, row_id: int) -> QWidget:
        stretch = next(each for each in self._shown.form.stretches if each.id == row_id)
        return StretchRow(self._page, row_id, stretch, self.year)

    def _on_wanted(self, on: bool) -> None:
        if not self._showing:
            self._page.changes.want_year(self.year, on)


def boxes_of(year: CheckedYear) -> list[tuple[int, Box]]:
    """Every box of a school year, in the order of the page."""
    found: list[tuple[int, Box]] = []
    for each in year.form.stretches:
        found += [(each.id, "first"), (each.id, "last")]
    return found + [(each.id, "day") for each in year.form.days_off]


def name_of(year: CheckedYear, row_id: int) -> str:
    """What a row is called on the page."""
    for place, each in enumerate(year.form.stretches):
        if each.id == row_id:
            return _name(year, place)
    off = next(each for each in year.form.days_off if each.id == row_id)
    day = dates_form.day_in(off.day, year.form.year)
    return say_day(day) if day is not None else off.day or _("A day off")


def _of(said: tuple[Beside, ...], row_id: int) -> tuple[Beside, ...]:
    return tuple(each for each in said if each.row_id == row_id)


def _name(year: CheckedYear, place: int) -> str:
    """The usual name; stretches without one are counted."""
    stretch = year.form.stretches[place]
    words = name_words(stretch.name)
    others = [each.id for each in year.form.stretches if not each.name]
    if stretch.name or len(others) < 2:
        return words
    return f"{words} {others.index(stretch.id) + 1}"
