"""Days without full-time school: what it comes to, each time, and one more to write down."""

from datetime import date

from PySide6.QtWidgets import QWidget

from carer_app.choices import WithoutSchool
from carer_app.use_cases import days_without_school
from carer_app.use_cases.days_without_school import OutRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import DaysOnPaper, DaysWithoutSchoolPlace, TimeWithoutSchool
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import day_field
from ui.parts.few_lines import FewLines
from ui.parts.half_typed import HalfTyped
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.buttons import Button, RowButton
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class DaysWithoutSchoolPage(Page):
    """The newest first. What was half typed of one more is kept."""

    def __init__(self, house: House, place: DaysWithoutSchoolPlace) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Days without full-time school"),
            _("Write down each time, half a day too. It is counted on the school’s own calendar."),
        )
        self.add_summary()
        self.total = PlainLabel("", kind="strong")
        self.doubts = FewLines()
        self.on_paper = Button(_("A page to hand over"), icon="printer")
        self.on_paper.clicked.connect(self.go_to(DaysOnPaper(self.child_id)))
        self.add = Button(_("Write it down"), kind="main", icon="plus")
        self.rows: Rows[OutRow] = Rows(lambda _id: _TimeRow(self), self.add, gap=12, at_once=10)
        self.kind = ChoicesAcross([(each.value, each.words) for each in WithoutSchool])
        self.kind_field = Field(_("What is it?"), self.kind)
        self.day = day_field(self.today, "past")
        self.day_field = Field(_("From which day?"), self.day)
        self.new = Card(_("One more"))
        for part in (self.kind_field, self.day_field):
            self.new.body.addWidget(part)
        self.new.actions(self.add)
        self.removed = RemovedLink(self)
        for each in (self.total, self.doubts, WrapRow(self.on_paper), self.rows, self.new, self.removed):
            self.column.addWidget(each)
        self.half_typed = HalfTyped(self.records, self.place.key, {"day": self.day})
        self.kind.chosen.connect(lambda value: self.half_typed.keep("kind", value))
        self.day.line.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)

    def refresh(self) -> None:
        view = self.records.read(days_without_school.days_out, self.child_id, self.today())
        self.rename(_("{child}: days without full-time school").format(child=view.child))
        self.total.setText(view.total)
        self.total.setVisible(bool(view.total))
        self.doubts.show_lines(view.doubts)
        self.on_paper.setVisible(bool(view.rows))
        self.rows.show_rows(view.rows)
        assert self.new.heading is not None
        self.new.heading.setText(_("One more time") if view.rows else _("The first time"))
        kept = self.half_typed.show()
        self.kind.set_value(kept.get("kind") or None)
        self.removed.look()

    def _on_add(self) -> None:
        kind, day = self.kind.value(), self.day.value()
        problems: list[tuple[str, QWidget]] = []
        for field, wrong in (
            (self.kind_field, "" if kind else _("Choose what it is.")),
            (self.day_field, "" if day else self.day.problem() or _("Type the first day.")),
        ):
            if wrong:
                field.show_error(wrong)
                problems.append((wrong, field.widget))
            else:
                field.clear_error()
        if not self.show_problems(problems) and kind and day:
            self._take(WithoutSchool(kind), day)

    def _take(self, kind: WithoutSchool, day: date) -> None:
        def written_down(days_id: int) -> None:
            self.half_typed.clear()
            self.go.emit(TimeWithoutSchool(self.child_id, days_id))

        self.records.change(
            days_without_school.add_days, self.child_id, kind, day, self.place.key, then=written_down
        )


class _TimeRow(RowButton):
    """One time; leads to all that is known of it."""

    def __init__(self, page: DaysWithoutSchoolPage) -> None:
        super().__init__("")
        self._row: OutRow | None = None
        self._page = page
        self.clicked.connect(self._open)

    def show_row(self, _number: int, row: OutRow) -> None:
        """Nothing changes where the row is the same."""
        if row == self._row:
            return
        self._row = row
        words = _("{what}, {when}").format(what=row.kind.words, when=row.when)
        self.show_as(words, " · ".join(part for part in (row.how_long, _first(row.reason)) if part))

    def first_box(self) -> QWidget:
        return self

    def _open(self) -> None:
        assert self._row is not None
        self._page.go.emit(TimeWithoutSchool(self._page.child_id, self._row.id))


def _first(reason: str) -> str:
    line = " ".join(reason.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"


_LONGEST = 80
"""So much of a reason stands in a row; the rest is a press away."""
