"""What school said at the meeting."""

from carer_app.choices import PlainQuestion
from carer_app.use_cases import recording_the_meeting
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterMeeting, WhatSchoolSaid
from ui.parts.kept_text import KeptText
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.wrap_row import WrapRow


class WhatSchoolSaidPage(Page):
    """Five boxes, all optional, saved as typed."""

    max_width = 720

    def __init__(self, house: House, place: WhatSchoolSaid) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        child = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id).child
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(
            _("What school said"),
            _("Write it while you remember. Short is fine, and any box can stay empty."),
        )
        self.texts: dict[PlainQuestion, KeptText] = {}
        for question, label, hint in (
            (
                PlainQuestion.LEARNING_SAID,
                _("How is {child} doing in learning?"),
                _("What goes well, what is hard, and how that is against what is expected."),
            ),
            (
                PlainQuestion.PEOPLE_SAID,
                _("How are things with people at school?"),
                _("Friends, teachers, playtimes."),
            ),
            (PlainQuestion.HELP_SAID, _("What help does {child} get, and does it work?"), ""),
            (
                PlainQuestion.KIND_SAID,
                _("What kind or proud thing was said about {child}?"),
                _("This goes on the sheet for {child}, so write the words as they were said."),
            ),
            (PlainQuestion.OTHER_SAID, _("Anything else, or anything that surprised you?"), ""),
        ):
            text = KeptText(
                self.records,
                recording_the_meeting.write_school_said,
                self.meeting_id,
                question,
                spelling=True,
            )
            self.texts[question] = text
            self.column.addWidget(
                Field(label.format(child=child), text, hint=hint.format(child=child), optional=True)
            )
        done = Button(_("Continue"), kind="main")
        done.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        self.column.addWidget(WrapRow(done))

    def refresh(self) -> None:
        stored = self.records.read(recording_the_meeting.what_school_said, self.meeting_id)
        for question, text in self.texts.items():
            text.show_stored(stored[question])
