"""The meeting did not go as planned: it was put off, the carer could not go, or somebody was missing."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import planning, putting_off, who_was_there
from carer_app.use_cases.putting_off import TimePutOff
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterMeeting, NotAsPlanned, ReadyWordsPlace, WhoCame
from ui.base.records import Undo
from ui.look import theme
from ui.parts.days import day_field
from ui.parts.kept_text import KeptText
from ui.parts.rows import Rows
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class NotAsPlannedPage(Page):
    """What happened is one press; what to do now stands beneath it."""

    def __init__(self, house: House, place: NotAsPlanned) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        self.child = facts.child
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(_("It did not go as planned"), _("That happens. What you got ready is kept."))
        self.add_summary()
        happened = Card()  # three like things, at one edge
        self.column.addWidget(happened)
        self._build_put_off(happened)
        points = (
            _("Ask school or the social worker what was agreed, and when the next meeting is."),
            _("Ask for the copy of the PEP."),
            _("Say in writing what you wanted to say. Your sheet is still here."),
            _("Ask {child} how it was."),
        )
        self.not_there = Button(_("I was not there"))
        self.not_there.clicked.connect(self._on_not_there)
        lines = "\n".join(f"• {point.format(child=self.child)}" for point in points)
        self.why_not = KeptText(
            self.records, putting_off.write_why_could_not_go, self.meeting_id, lines=1, spelling=True
        )
        why = Field(_("Why could you not go?"), self.why_not, optional=True)
        self.could_not_go = Opens(
            "", why, PlainLabel(lines), WrapRow(self.not_there), words=_("I could not go")
        )
        happened.body.addWidget(self.could_not_go)
        self.missing = Button(_("Somebody was missing"), kind="quiet", icon="chevron-right")
        self.missing.clicked.connect(self.go_to(WhoCame(self.meeting_id)))
        happened.body.addWidget(WrapRow(self.missing))

    def refresh(self) -> None:
        self.now = self.records.read(putting_off.day_of, self.meeting_id)
        times = self.records.read(putting_off.times_put_off, self.meeting_id)
        self.rows.show_rows(times)
        why = self.records.read(putting_off.why_could_not_go, self.meeting_id)
        self.why_not.show_stored(why)
        if why:
            self.could_not_go.open(True)
        self.put_off.setVisible(self.now.can_be_put_off)
        is_waiting = bool(times) and self.now.held_on is None
        self.new_day_box.setVisible(is_waiting)
        self.ask.setVisible(self.now.on_day is None)
        self.stored_days["new_day"].show(self.now.on_day)

    def _build_put_off(self, card: Card) -> None:
        self.put_off = Button(_("It was put off"), kind="quiet", icon="calendar")
        self.put_off.clicked.connect(self._on_put_off)
        self.rows: Rows[TimePutOff] = Rows(
            lambda row_id: _TimeRow(self, row_id), self.put_off, gap=8, table="meeting_put_off"
        )
        self.rows.setAccessibleName(_("Put off so far"))
        self.new_day = day_field(self.today)
        self.new_day_field = Field(_("When is it now?"), self.new_day, optional=True)
        StoredDay(self, "new_day", self.new_day_field, self.new_day, self._save_new_day)
        self.ask = Button(_("Ask for a new day"), kind="main")
        self.ask.clicked.connect(self.go_to(ReadyWordsPlace(self.meeting_id)))
        self.new_day_box = QWidget()
        column = QVBoxLayout(self.new_day_box)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        column.addWidget(self.new_day_field)
        column.addWidget(WrapRow(self.ask))
        for part in (self.rows, self.new_day_box, WrapRow(self.put_off)):
            card.body.addWidget(part)

    def _on_put_off(self) -> None:
        words = _("{child}’s meeting has no day now. What you got ready is kept.").format(child=self.child)
        undo = Undo(words, putting_off.take_back, (self.now, self.today()))
        if self.records.change(putting_off.put_off_meeting, self.meeting_id, self.today(), undo=undo):
            self.new_day.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_new_day(self, day: date | None) -> bool:
        return self.records.change(putting_off.set_new_day, self.meeting_id, day, self.today())

    def _on_not_there(self) -> None:
        before = tuple(self.records.read(who_was_there.who_was_there, self.meeting_id))
        undo = Undo(_("You were not there."), who_was_there.put_back, (self.meeting_id, before))
        self.records.change(who_was_there.i_was_not_there, self.meeting_id, undo=undo)
        self.go.emit(AfterMeeting(self.meeting_id))


class _TimeRow(QWidget):
    """One time that it was put off, and why."""

    def __init__(self, page: NotAsPlannedPage, put_off_id: int) -> None:
        super().__init__()
        self.why = KeptText(page.records, putting_off.write_why, put_off_id, lines=1, spelling=True)
        self.field = Field("", self.why)
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        column.addWidget(self.field)

    def show_row(self, _number: int, row: TimePutOff) -> None:
        """From which day, and when that was said."""
        said = say_short(row.said_on, with_year=True)
        words = _("Put off on {day}. Why? (optional)").format(day=said)
        if row.was_on is not None:
            words = _("It was to be on {was}. Put off on {day}. Why? (optional)").format(
                was=say_day(row.was_on), day=said
            )
        self.field.set_label(words)
        self.why.show_stored(row.why)

    def first_box(self) -> QWidget:
        """Why."""
        return self.why
