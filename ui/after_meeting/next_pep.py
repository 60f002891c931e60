"""The date agreed for the next PEP."""

from datetime import date

from carer_app.use_cases import recording_the_meeting
from carer_app.use_cases.next_pep import day_words
from carer_app.use_cases.pep_dates import pep_due
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterMeeting, NextPepPlace
from ui.parts.days import day_field
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.foot import Foot
from ui.widgets.text import PlainLabel


class NextPepPage(Page):
    """One date, with the date the rule gives beside it."""

    def __init__(self, house: House, place: NextPepPlace) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(_("The date of the next PEP"))
        self.when = day_field(self.today)
        field = Field(
            _("When is the next PEP meeting?"),
            self.when,
            hint=_("If nobody said a date, leave it empty, and ask school or the social worker."),
            optional=True,
        )
        self.column.addWidget(field)
        StoredDay(self, "next_pep", field, self.when, save=self._save)
        self.rule = Card(_("What the rule says"))
        self.rule_by = PlainLabel("", kind="strong")
        self.rule_why = PlainLabel("", kind="hint")
        self.rule.body.addWidget(self.rule_by)
        self.rule.body.addWidget(self.rule_why)
        self.column.addWidget(self.rule)
        done = Button(_("Continue"), kind="main")
        done.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        self.add_rail(Foot(done))

    def refresh(self) -> None:
        state = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id)
        self.stored_days["next_pep"].show(state.next_pep_on)
        due = self.records.read(pep_due, state.child_id, self.today())
        by = (
            _("By {day}").format(day=day_words(due))
            if due.due_on
            else due.roughly[:1].upper() + due.roughly[1:]
        )
        self.rule_by.setText(by or due.asks_for or due.reason)
        why = (due.reason, due.asks_for) if by else ()
        self.rule_why.setText(" ".join(part for part in (*why, f"({due.rule})", *due.uncertain) if part))

    def _save(self, day: date | None) -> bool:
        return self.records.change(recording_the_meeting.set_next_pep, self.meeting_id, day)
