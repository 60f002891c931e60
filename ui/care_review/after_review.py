"""After the child-in-care review: it was held, and each open action stays, ends, is done, or goes to the next PEP."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Fate, RequestAbout
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import action_put_right, after_review, at_the_review, following_up
from carer_app.use_cases.after_review import FateRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterReview, AskAgain, CareReviewPlace, ChildRecord
from ui.base.records import Undo
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import day_field
from ui.parts.kept_text import KeptText
from ui.parts.rows import Rows
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow


class AfterReviewPage(Page):
    """One sitting: what nobody says anything of stays as it is."""

    def __init__(self, house: House, place: AfterReview) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("After the review"))
        self.held = day_field(self.today, near="past")
        self.held_field = Field(_("Which day was it held?"), self.held)
        StoredDay(self, "held", self.held_field, self.held, self._save_held)
        self.as_planned = Button("", icon="check")
        self.as_planned.clicked.connect(self._on_as_planned)
        self.put_off = Button(_("It was put off: change the day"), kind="quiet")
        self.put_off.clicked.connect(self.go_to(CareReviewPlace(self.child_id)))
        self.was_held = PlainLabel("")
        self.column.addWidget(self.was_held)
        self.column.addWidget(WrapRow(self.as_planned, self.put_off))
        self.column.addWidget(self.held_field)
        self.heading = Heading(_("What was decided"), 2)
        self.say = PlainLabel("")
        self.column.addWidget(self.heading)
        self.column.addWidget(self.say)
        self.to_decisions = Button(_("Continue"), kind="main")
        self.to_decisions.clicked.connect(self._on_to_decisions)
        self.done = Button(_("Continue"), kind="main")
        self.done.clicked.connect(self.go_to(ChildRecord(self.child_id)))
        self.rows: Rows[FateRow] = Rows(lambda action_id: _FateBox(self, action_id), self.done, gap=24)
        self.column.addWidget(self.rows)
        self.minutes = Button(_("Ask for the minutes"), kind="quiet")
        self.minutes.clicked.connect(self.go_to(AskAgain(self.child_id, RequestAbout.REVIEW_MINUTES)))
        self.column.addWidget(WrapRow(self.to_decisions, self.done, self.minutes))

    def refresh(self) -> None:
        today = self.today()
        state = self.records.read(after_review.after_the_review, self.child_id, today)
        self._planned, self._held_on = state.planned_for, state.held_on
        self.rename(_("After {child}’s review").format(child=state.child))
        self.was_held.setText(
            _("It was held on {day}.").format(day=say_day(state.held_on)) if state.held_on else ""
        )
        is_over = state.held_on is not None
        self.was_held.setVisible(is_over)
        self.held_field.setVisible(not is_over)
        self.stored_days["held"].show(None)
        self.as_planned.setVisible(not is_over and state.planned_for is not None)
        self.put_off.setVisible(not is_over and state.planned_for is not None)
        if state.planned_for is not None:
            self.as_planned.setText(_("It was held on {day}").format(day=say_day(state.planned_for)))
            self.as_planned.setAccessibleName(self.as_planned.words())
        self.say.setText(_said(state.rows, is_over))
        self.heading.setVisible(is_over)
        self.minutes.setVisible(is_over)
        # A press on what leads away, with the day still being typed, would leave before anything can be decided.
        had_keyboard = self.window().focusWidget() is self.to_decisions
        self.done.setVisible(is_over)
        self.to_decisions.setVisible(not is_over)
        self.rows.show_rows(state.rows if is_over else ())
        if is_over and had_keyboard:
            (self.rows.first_box(0) if self.rows.ids() else self.done).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def decide(self, row: FateRow, fate: Fate) -> None:
        """Decided of one action, on the day of the review; Undo brings back how it stood."""
        assert self._held_on is not None
        words = _("{fate}: {what}").format(fate=fate.words, what=row.what)
        undo = Undo(words, following_up.put_back, (row.id, row.stood))
        self.records.change(following_up.decide, row.id, fate, self._held_on, undo=undo)

    def _save_held(self, day: date | None) -> bool:
        if day is None:
            return True
        before = self.records.read(at_the_review.reviews_before, self.child_id)
        words = _("The review was held on {day}.").format(day=say_day(day))
        return self.records.change(
            at_the_review.review_was_held,
            self.child_id,
            day,
            self.today(),
            undo=Undo(words, at_the_review.take_back_review, (before,)),
        )

    def _on_to_decisions(self) -> None:
        """Keep the day that is typed; where none is there, it is asked for."""
        self.flush()
        if not self.to_decisions.isVisibleTo(self):
            return
        wrong = self.held_field.error() or _("Type the day it was held.")
        self.held_field.show_error(wrong)
        self.held.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_as_planned(self) -> None:
        """The button goes, and the keyboard goes on to the first thing to decide."""
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._save_held(self._planned) and self.rows.ids():
            self.rows.first_box(0).setFocus(Qt.FocusReason.OtherFocusReason)


class _FateBox(QWidget):
    """One action with what can become of it; why it ended, where it did."""

    def __init__(self, page: AfterReviewPage, action_id: int) -> None:
        super().__init__()
        self._page = page
        self.what = PlainLabel("", kind="strong")
        self.who = PlainLabel("", kind="hint")
        self.fate = ChoicesAcross([(fate.value, fate.words) for fate in Fate])
        self.fate_field = Field(_("What was decided?"), self.fate)
        write = action_put_right.write_why_it_ended
        self.why = KeptText(page.records, write, action_id, page.today(), lines=1, spelling=True)
        self.why_field = Field(_("Why did it end?"), self.why, optional=True)
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        for part in (self.what, self.who, self.fate_field, self.why_field):
            column.addWidget(part)
        self.fate.chosen.connect(self._on_chosen)

    def show_row(self, _number: int, row: FateRow) -> None:
        self._row = row
        self.what.setText(row.what)
        by = _("by {day}").format(day=say_short(row.due_on)) if row.due_on else _("no date was said")
        self.who.setText(" · ".join(filter(None, (row.who, by, _since(row)))))
        self.fate.set_value(row.fate)
        self.why.show_stored(row.ended_why)
        self.why_field.setVisible(row.fate == Fate.ENDED)
        for field in (self.fate_field, self.why_field):
            field.call(row.what)

    def first_box(self) -> QWidget:
        return self.fate.entry()

    def _on_chosen(self, fate: str) -> None:
        if fate != self._row.fate:
            self._page.decide(self._row, Fate(fate))


def _since(row: FateRow) -> str:
    """From which day it is so; it can be put right with the action."""
    said = {
        Fate.DONE: (_("done on {day}"), row.stood.done_on),
        Fate.ENDED: (_("ended on {day}"), row.stood.ended_on),
        Fate.NEXT_PEP: (_("moved on {day}"), row.stood.moved_on),
    }
    words, day = said.get(row.fate, ("", None))
    return words.format(day=say_short(day)) if day else ""


def _said(rows: tuple[FateRow, ...], is_over: bool) -> str:
    if not is_over:
        return _("First say on which day it was held. Then say of each open action what was decided.")
    if not rows:
        return _("No actions are open. There is nothing to decide.")
    return _("What you say nothing of stays as it is.")
