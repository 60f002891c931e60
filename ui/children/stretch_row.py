"""A part of the school year between two holidays, with the boxes of its first and its last day."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases import dates_form
from carer_app.use_cases.checked_form import Beside
from carer_app.use_cases.dates_form import Box, Stretch
from carer_app.words import _, plural
from ui.children.box_of_a_day import (
    KEPT,
    LOOKED,
    WIDEST,
    box_of,
    said_of,
    say_look,
    say_wrong,
    show_right,
    show_text,
)
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage

FIRST = {False: _("First day back"), True: _("First day, without pupils")}
LAST = {False: _("Last day before the holiday"), True: _("Last day, without pupils")}
"""What a box is called; where its day is one without pupils, so."""


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
        theme.space(both, gap=8, edges=(0, 0, 0, 0))
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
            field.setMaximumWidth(theme.px(WIDEST))

    def first_box(self) -> QWidget:
        """The first day."""
        return self.first.line

    def field(self, box: Box | None) -> Field:
        """The question with this box."""
        return self.last_field if box == "last" else self.first_field


def _short(text: str) -> str:
    """A day without its year, which the heading says."""
    words = text.split()
    return " ".join(words[:2]) if len(words) == 3 and words[2].isdigit() else text
