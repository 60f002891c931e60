"""What stands beneath the actions after a meeting: the next date, what surprised, and what can be added."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import PlainQuestion
from carer_app.use_cases import recording_the_meeting
from carer_app.use_cases.next_pep import day_words
from carer_app.use_cases.pep_dates import pep_due
from carer_app.use_cases.recording_the_meeting import AfterTheMeeting
from carer_app.words import _
from ui.after_meeting.add_more import AddMore
from ui.base.places import NextPepPlace
from ui.look import theme
from ui.parts.days import day_field
from ui.parts.kept_text import KeptText
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from ui.after_meeting.after_meeting import AfterMeetingPage


class RestOfEvening(QWidget):
    """Made once what is above it is drawn, where it is not seen with that."""

    def __init__(self, page: "AfterMeetingPage", meeting_id: int) -> None:
        super().__init__()
        self._page, self._meeting_id = page, meeting_id
        self.when = day_field(page.today)
        self.when_field = Field(_("When is the next PEP meeting?"), self.when, optional=True)
        StoredDay(page, "next_pep", self.when_field, self.when, self._save_next)
        why = Button(_("Why this day?"), kind="quiet")
        why.clicked.connect(page.go_to(NextPepPlace(meeting_id)))
        self.surprised = KeptText(
            page.records,
            recording_the_meeting.write_school_said,
            meeting_id,
            PlainQuestion.OTHER_SAID,
            spelling=True,
        )
        self.more = AddMore(page, meeting_id)
        column = QVBoxLayout(self)
        theme.space(column, gap=16, edges=(0, 0, 0, 0))
        for part in (
            Heading(_("2. The next date"), 2),
            self.when_field,
            why,
            Heading(_("3. What surprised me"), 2),
            Field(_("What surprised you?"), self.surprised, optional=True),
            self.more,
        ):
            column.addWidget(part)

    def show_rest(self, state: AfterTheMeeting) -> None:
        """Read what is written there."""
        self._page.stored_days["next_pep"].show(state.next_pep_on)
        self._show_rule(state)
        said = self._page.records.read(recording_the_meeting.what_school_said, self._meeting_id)
        self.surprised.show_stored(said[PlainQuestion.OTHER_SAID])
        self.more.show_rows(state)

    def _show_rule(self, state: AfterTheMeeting) -> None:
        """The day that the rule gives stands beside the box; why, on the child's page."""
        due = self._page.records.read(pep_due, state.child_id, self._page.today())
        by = _("The rule says: by {day}.").format(day=day_words(due)) if due.due_on else ""
        self.when_field.set_hint(by)

    def _save_next(self, day: date | None) -> bool:
        return self._page.records.change(recording_the_meeting.set_next_pep, self._meeting_id, day)
