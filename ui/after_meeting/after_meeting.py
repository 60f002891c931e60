"""After the meeting: three things the same evening, and the small jobs that follow."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import PlainQuestion
from carer_app.typed_dates import say_day
from carer_app.use_cases import recording_the_meeting
from carer_app.use_cases.following_up import ActionRow
from carer_app.use_cases.recording_the_meeting import AfterTheMeeting
from carer_app.words import _, plural
from ui.after_meeting.add_more import AddMore, tell_words
from ui.after_meeting.agreed_there import AgreedThere
from ui.after_meeting.rest_of_evening import RestOfEvening
from ui.base.house import House
from ui.base.places import AfterMeeting, NotAsPlanned
from ui.look import theme
from ui.parts.days import day_field
from ui.parts.kept_text import KeptText
from ui.parts.page_with_actions import PageWithActions
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.childs_words import tint
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.rail import Rail
from ui.widgets.row_button import RowButton
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class AfterMeetingPage(PageWithActions):
    """The three things that are enough for the same evening, on one page; what is more, behind it in any order."""

    explains = True

    def __init__(self, house: House, place: AfterMeeting) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("After the meeting"))
        held = QWidget()
        self._held_part = QVBoxLayout(held)
        theme.space(self._held_part, gap=0, edges=(0, 0, 0, 0))
        self.column.addWidget(held)
        self._is_changing = False
        self.rail = Rail()
        self.rail.say_when(_("Three things are enough for this evening."))
        self.next = Button("", kind="main", icon="chevron-right")
        self.next.clicked.connect(self._on_next)
        self.rail.actions(self.next)
        self.add_rail(self.rail)
        self.add_summary()
        self.agreed = AgreedThere(self, self.meeting_id)
        self.column.addWidget(self.agreed)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)
        self._rest: RestOfEvening | None = None

    @property
    def rest(self) -> RestOfEvening:
        """What stands beneath the actions. Whoever asks does not meet the page half filled."""
        self.fill_whole()
        assert self._rest is not None
        return self._rest

    @property
    def when(self) -> DateField:
        """The next date."""
        return self.rest.when

    @property
    def surprised(self) -> KeptText:
        """What surprised the carer there."""
        return self.rest.surprised

    @property
    def more(self) -> AddMore:
        """What can be added."""
        return self.rest.more

    @property
    def rows(self) -> dict[str, RowButton]:
        """A row for each job beneath."""
        return self.more.rows

    @cached_property
    def held_box(self) -> QWidget:
        """Made while nobody has said the day, or when it is to be changed."""
        box = QWidget()
        column = QVBoxLayout(box)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        self.held = day_field(self.today, near="past")
        self.held_field = Field(_("Which day was the meeting held?"), self.held)
        self.as_planned = Button("", icon="check")
        self.not_held = Button(_("It did not go as planned"), kind="quiet")
        self.as_planned.clicked.connect(self._on_as_planned)
        self.not_held.clicked.connect(self.go_to(NotAsPlanned(self.meeting_id)))
        column.addWidget(WrapRow(self.as_planned, self.not_held))
        column.addWidget(self.held_field)
        StoredDay(self, "held", self.held_field, self.held, self._save_held)
        self._held_part.addWidget(box)
        return box

    @cached_property
    def held_line(self) -> QWidget:
        """Made once the day is said: it is one line, and the boxes are away until they are wanted."""
        self.was_held = PlainLabel("")
        self.change_held = Button(_("Change the day"), kind="quiet")
        self.change_held.clicked.connect(self._on_change_held)
        line = WrapRow(self.was_held, self.change_held)
        self._held_part.insertWidget(0, line)
        return line

    def action_rows(self) -> list[Rows[ActionRow]]:
        self.fill_whole()
        return [self.agreed.rows]

    def refresh(self) -> None:
        self.state = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id)
        self.rename(_("After {child}’s meeting").format(child=self.state.child))
        self._show_held(self.state)
        self._show_next(self.state)
        self.removed.look()
        self.fill_in_pieces(self._fill(self.state))

    def _fill(self, state: AfterTheMeeting) -> Iterator[None]:
        """What was agreed, and what is beneath: it comes once the first of the actions are drawn, where it is not seen
        with them."""
        yield from self.agreed.fill(state.child)
        if self._rest is None:
            self._rest = RestOfEvening(self, self.meeting_id)
            self._rest.show_rest(state)
            self.column.addWidget(self._rest)
            self._rest.show()  # the layout would show it later; the keyboard may go there now
        else:
            self._rest.show_rest(state)
        yield

    def _show_held(self, state: AfterTheMeeting) -> None:
        is_said = state.held_on is not None and "held" not in self.drafts()
        is_line = is_said and not (self._has_keyboard_in_box() or self._is_changing)
        if is_line or "held_line" in self.__dict__:
            self.held_line.setVisible(is_line)
            if state.held_on is not None:
                self.was_held.setText(_how_it_was(state.held_on, state.due_before))
        if not is_line or "held_box" in self.__dict__:
            self.held_box.setVisible(not is_line)
            self._fill_held_box(state)

    def _has_keyboard_in_box(self) -> bool:
        at = cast(QWidget | None, self.focusWidget())
        return at is not None and "held_box" in self.__dict__ and self.held_box.isAncestorOf(at)

    def _fill_held_box(self, state: AfterTheMeeting) -> None:
        self.stored_days["held"].show(state.held_on)
        planned = state.planned_for
        self.as_planned.setVisible(state.held_on is None and planned is not None and planned <= self.today())
        if planned is not None:
            self.as_planned.setText(_("It was held on {day}").format(day=say_day(planned)))
            self.as_planned.setAccessibleName(self.as_planned.words())

    def _show_next(self, state: AfterTheMeeting) -> None:
        """The first of the three that is not there yet; then the child is told."""
        self.rail.heading.setText(state.child)
        tint(self.rail, state.child_id)
        jobs: tuple[tuple[bool, str, Callable[[], QWidget]], ...] = (
            (bool(state.actions), _("Next: who does what"), self.agreed.first_box),
            (state.next_pep_on is not None, _("Next: the next date"), lambda: self.when.line),
            (PlainQuestion.OTHER_SAID in state.said, _("Next: what surprised you"), lambda: self.surprised),
        )
        left = [(words, box) for is_there, words, box in jobs if not is_there]
        next_one: tuple[str, Callable[[], QWidget] | None] = (
            left[0] if left else (tell_words(state.child), None)
        )
        words, self._next_box = next_one
        self.next.setText(words)
        self.next.setAccessibleName(words)

    def _on_next(self) -> None:
        if self._next_box is None:
            self.rows["tell"].click()
            return
        self._next_box().setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_held(self, day: date | None) -> bool:
        self._is_changing = False
        if day is None:
            return self.records.change(recording_the_meeting.meeting_was_not_held, self.meeting_id)
        return self.records.change(recording_the_meeting.meeting_was_held, self.meeting_id, day, self.today())

    def _on_change_held(self) -> None:
        self._is_changing = True
        self._show_held(self.state)
        follow_reading_order(self)
        self.held.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_as_planned(self) -> None:
        """The first thing to write is what was agreed."""
        self.agreed.first_box().setFocus(Qt.FocusReason.OtherFocusReason)
        self._save_held(self.state.planned_for)


def _how_it_was(day: date, due_before: int) -> str:
    """The day, and a question where something agreed there is due before it."""
    held = _("It was held on {day}.").format(day=say_day(day))
    if not due_before:
        return held
    asks = plural(
        "{count} action is due before that. Which day is right?",
        "{count} actions are due before that. Which day is right?",
        due_before,
    )
    return f"{held} {asks}"
