"""After the meeting: when it was held, and the small jobs that follow."""

from datetime import date

from PySide6.QtCore import Qt

from carer_app.choices import Part, WhereIsTheCopy
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import recording_the_meeting, you_said
from carer_app.use_cases.recording_the_meeting import AfterTheMeeting
from carer_app.words import _, plural
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    AddActions,
    AfterMeeting,
    ChildSheetPlace,
    NextPepPlace,
    PepCopyPlace,
    PreparePart,
    WhatSchoolSaid,
    YouSaid,
)
from ui.base.records import Undo
from ui.parts.days import day_field
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.childs_words import tint
from ui.widgets.field import Field
from ui.widgets.rail import Rail
from ui.widgets.row_button import RowButton
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel

FIRST_JOBS = ("actions", "next", "said")
"""What is enough to begin with, in that order."""


class AfterMeetingPage(Page):
    """The list of jobs after one meeting; any order."""

    explains = True
    max_width = 760

    def __init__(self, house: House, place: AfterMeeting) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("After the meeting"))
        card = Card()
        self.held = day_field(self.today, near="past")
        self.held_field = Field(_("Which day was the meeting held?"), self.held)
        card.body.addWidget(self.held_field)
        self.as_planned = Button("", icon="check")
        self.not_held = Button(_("It did not happen: change the date"), kind="quiet")
        self.as_planned.clicked.connect(self._on_as_planned)
        self.not_held.clicked.connect(self._on_not_held)
        card.actions(self.as_planned, self.not_held)
        self.column.addWidget(card)
        StoredDay(self, "held", self.held_field, self.held, self._save_held)
        self.lead = PlainLabel(
            _(
                "Three things are enough to begin with: who does what by when, the next date, "
                "and anything that surprised you."
            )
        )
        self.rail = Rail()
        self.rail.body.addWidget(self.lead)
        self.next = Button("", kind="main", icon="chevron-right")
        self.next.clicked.connect(self._on_next)
        self.rail.actions(self.next)
        self.add_rail(self.rail)
        self.rows: dict[str, RowButton] = {}
        for key, place in (
            ("actions", AddActions(self.meeting_id)),
            ("next", NextPepPlace(self.meeting_id)),
            ("said", WhatSchoolSaid(self.meeting_id)),
            ("you_said", YouSaid(self.meeting_id)),
            ("copy", PepCopyPlace(self.meeting_id)),
            ("tell", ChildSheetPlace(self.meeting_id)),
        ):
            row = RowButton("")
            row.clicked.connect(self.go_to(place))
            self.rows[key] = row
            self.column.addWidget(row)

    def refresh(self) -> None:
        self.state = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id)
        self.rename(_("After {child}’s meeting").format(child=self.state.child))
        self.stored_days["held"].show(self.state.held_on)
        planned = self.state.planned_for
        self.as_planned.setVisible(
            self.state.held_on is None and planned is not None and planned <= self.today()
        )
        if planned is not None:
            self.as_planned.setText(_("It was held on {day}").format(day=say_day(planned)))
            self.as_planned.setAccessibleName(self.as_planned.words())
        self._show_rows(self.state)
        self._show_next()

    def _show_next(self) -> None:
        """The first job that is not begun; nothing where all are."""
        self.rail.heading.setText(self.state.child)
        tint(self.rail, self.state.child_id)
        waiting = (row for key, row in self.rows.items() if key in FIRST_JOBS and not row.detail())
        self._next = next(waiting, None)
        self.next.setVisible(self._next is not None)
        if self._next is not None:
            self.next.setText(_("Next: {job}").format(job=_in_a_sentence(self._next.words())))
            self.next.setAccessibleName(self.next.words())

    def _on_next(self) -> None:
        if self._next is not None:
            self._next.click()

    def _show_rows(self, state: AfterTheMeeting) -> None:
        count = plural("{count} action", "{count} actions", state.actions) if state.actions else ""
        self._show_row("actions", _("Write down who does what, by when"), count)
        next_day = say_day(state.next_pep_on) if state.next_pep_on else ""
        self._show_row("next", _("The date of the next PEP"), next_day)
        self._show_row(
            "said", _("What school said"), _("Something is written") if state.has_school_said else ""
        )
        self._show_you_said(state)
        self._show_copy(state)
        tell = _("Tell {child} what happened").format(child=state.child)
        self.rows["tell"].show_as(tell, _("A sheet to read together and to keep"))

    def _show_you_said(self, state: AfterTheMeeting) -> None:
        """Only where the child said something: nobody is asked about nothing."""
        said = self.records.read(you_said.said_to_the_meeting, self.meeting_id)
        answered = sum(row.is_answered for row in said)
        words = _("What happened with what {child} said").format(child=state.child)
        there = (
            plural("{count} thing is answered", "{count} things are answered", answered) if answered else ""
        )
        self._show_row("you_said", words, there)
        self.rows["you_said"].setVisible(bool(said))

    def _show_row(self, key: str, words: str, what_is_there: str) -> None:
        tag = None if what_is_there else Tag(_("Not started"), "later", "circle")
        self.rows[key].show_as(words, what_is_there, tag)

    def _show_copy(self, state: AfterTheMeeting) -> None:
        words = _("The copy of the PEP")
        if state.copy_place != WhereIsTheCopy.NOT_YET:
            self.rows["copy"].show_as(words, state.copy_place.words)
            return
        by = state.copy_expected_by
        if by is None:
            often = _("School or the social worker sends it. It often takes two to four weeks.")
            self.rows["copy"].show_as(words, often)
        elif by < self.today():
            late = _("It was due by {day}. School or the social worker sends it.").format(day=say_short(by))
            self.rows["copy"].show_as(words, late, Tag(_("Not here yet"), "warn", "clock"))
        else:
            waiting = _("It should come by {day}").format(day=say_short(by))
            self.rows["copy"].show_as(words, waiting, Tag(_("Waiting"), "info", "hourglass"))

    def _save_held(self, day: date | None) -> bool:
        if day is None:
            return self.records.change(recording_the_meeting.meeting_was_not_held, self.meeting_id)
        return self.records.change(recording_the_meeting.meeting_was_held, self.meeting_id, day, self.today())

    def _on_as_planned(self) -> None:
        self.held.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._save_held(self.state.planned_for)

    def _on_not_held(self) -> None:
        held_on = self.state.held_on
        if held_on is not None:
            undo = Undo(
                _("It says now that the meeting was not held."),
                recording_the_meeting.meeting_was_held,
                (self.meeting_id, held_on, self.today()),
            )
            self.records.change(recording_the_meeting.meeting_was_not_held, self.meeting_id, undo=undo)
        self.go.emit(PreparePart(self.meeting_id, Part.WHEN_WHERE))


def _in_a_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]
