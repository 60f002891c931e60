"""After the meeting: when it was held, and the five small jobs that follow."""

from carer_app.choices import WhereIsTheCopy
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import recording_the_meeting
from carer_app.use_cases.recording_the_meeting import AfterTheMeeting
from carer_app.words import _, plural
from ui.page import House, Page
from ui.parts.days import day_field
from ui.parts.stored_day import StoredDay
from ui.places import AddActions, AfterMeeting, ChildSheet, GetReady, NextPep, PepCopy, WhatSchoolSaid
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.row_button import RowButton
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel


class AfterMeetingPage(Page):
    """The list of jobs after one meeting; any order."""

    max_width = 760

    def __init__(self, house: House, place: AfterMeeting) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("After the meeting"))
        self.add_summary()
        card = Card()
        self.held = day_field(self.today, near="past")
        self.held_field = Field(_("Which day was the meeting held?"), self.held)
        card.body.addWidget(self.held_field)
        self.not_held = Button(_("It did not happen: change the date"), kind="quiet")
        self.not_held.clicked.connect(self.go_to(GetReady(self.meeting_id)))
        card.actions(self.not_held)
        self.column.addWidget(card)
        StoredDay(
            self,
            "held",
            self.held_field,
            self.held,
            save=lambda day: self._save_held(day),
        )
        self.lead = PlainLabel(
            _("Tonight three things are enough: who does what by when, the next date, and anything that surprised you.")
        )
        self.column.addWidget(self.lead)
        self.rows: dict[str, RowButton] = {}
        for key, place in (
            ("actions", AddActions(self.meeting_id)),
            ("next", NextPep(self.meeting_id)),
            ("said", WhatSchoolSaid(self.meeting_id)),
            ("copy", PepCopy(self.meeting_id)),
            ("tell", ChildSheet(self.meeting_id)),
        ):
            row = RowButton("")
            row.clicked.connect(self.go_to(place))
            self.rows[key] = row
            self.column.addWidget(row)

    def refresh(self) -> None:
        state = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id)
        self.rename(_("After {child}’s meeting").format(child=state.child))
        self.stored_days["held"].show(state.held_on)
        self._show_rows(state)

    def _show_rows(self, state: AfterTheMeeting) -> None:
        count = plural("{count} action", "{count} actions", state.actions) if state.actions else ""
        self.rows["actions"].show_as(
            _("Write down who does what, by when"), count, None if count else _not_started()
        )
        self.rows["next"].show_as(
            _("The date of the next PEP"),
            say_day(state.next_pep_on) if state.next_pep_on else "",
            None if state.next_pep_on else _not_started(),
        )
        self.rows["said"].show_as(
            _("What school said"),
            _("Something is written") if state.has_school_said else "",
            None if state.has_school_said else _not_started(),
        )
        copy_here = state.copy_place != WhereIsTheCopy.NOT_YET
        expected = (
            _("It should come by {day}").format(day=say_short(state.copy_expected_by)) if state.copy_expected_by else ""
        )
        self.rows["copy"].show_as(
            _("The copy of the PEP"),
            state.copy_place.words if copy_here else expected,
            None if copy_here else Tag(_("Waiting"), "info", "hourglass"),
        )
        self.rows["tell"].show_as(_("Tell {child} what happened").format(child=state.child), _("A sheet to keep"))

    def _save_held(self, day: object) -> bool:
        if day is None:
            return self.records.change(recording_the_meeting.meeting_was_not_held, self.meeting_id)
        return self.records.change(recording_the_meeting.meeting_was_held, self.meeting_id, day, self.today())


def _not_started() -> Tag:
    return Tag(_("Not started"), "later", "circle")
