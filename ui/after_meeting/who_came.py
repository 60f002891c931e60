"""Who came to the meeting, and how the child was heard there."""

from carer_app.choices import PlainQuestion
from carer_app.use_cases import recording_the_meeting
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterMeeting, WhoCame
from ui.parts.kept_text import KeptText
from ui.widgets.buttons import Button
from ui.widgets.chips import Chips
from ui.widgets.field import Field
from ui.widgets.wrap_row import WrapRow


class WhoCamePage(Page):
    """All of it can stay empty."""

    max_width = 720

    def __init__(self, house: House, place: WhoCame) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        child = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id).child
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(_("Who came, and how {child} was heard").format(child=child))
        self._build_heard(child)
        done = Button(_("Continue"), kind="main")
        done.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        self.column.addWidget(WrapRow(done))

    def refresh(self) -> None:
        said = self.records.read(recording_the_meeting.what_school_said, self.meeting_id)
        self.heard.show_stored(said[PlainQuestion.VIEWS_HEARD])
        planned = self.records.read(recording_the_meeting.how_views_were_to_come, self.meeting_id)
        self.heard_field.set_hint(_("The plan was: {plan}.").format(plan=planned) if planned else "")

    def _build_heard(self, child: str) -> None:
        self.heard = KeptText(
            self.records,
            recording_the_meeting.write_school_said,
            self.meeting_id,
            PlainQuestion.VIEWS_HEARD,
            lines=2,
            spelling=True,
        )
        label = _("How was {child} heard at the meeting?").format(child=child)
        self.heard_field = Field(label, self.heard, optional=True)
        self.column.addWidget(self.heard_field)
        ways = (
            _("{child} said it there"),
            _("{child}’s sheet was read out"),
            _("I said it for {child}"),
            _("nobody asked"),
        )
        self.column.addWidget(Chips([way.format(child=child) for way in ways], self.heard))
