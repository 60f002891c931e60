"""A page of boxes about one meeting, all optional, saved as typed."""

from typing import ClassVar

from carer_app.choices import PlainQuestion
from carer_app.use_cases import recording_the_meeting
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterMeeting, HelpAgreed, WhatSchoolSaid
from ui.parts.kept_text import KeptText
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.foot import Foot


class PageOfBoxes(Page):
    """Each such page says its heading and which boxes: the question it is kept under, its label and a hint."""

    heading: ClassVar[str]
    intro: ClassVar[str] = ""
    boxes: ClassVar[tuple[tuple[PlainQuestion, str, str], ...]]

    def __init__(self, house: House, place: WhatSchoolSaid | HelpAgreed) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        child = self.records.read(recording_the_meeting.after_the_meeting, self.meeting_id).child
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(self.heading, self.intro)
        self.texts: dict[PlainQuestion, KeptText] = {}
        for question, label, hint in self.boxes:
            text = KeptText(
                self.records,
                recording_the_meeting.write_school_said,
                self.meeting_id,
                question,
                lines=2,
                spelling=True,
            )
            self.texts[question] = text
            self.column.addWidget(
                Field(label.format(child=child), text, hint=hint.format(child=child), optional=True)
            )
        self.build_beneath()
        done = Button(_("Continue"), kind="main")
        done.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        self.add_rail(Foot(done))

    def build_beneath(self) -> None:
        """What else stands on the page, beneath the boxes."""

    def refresh(self) -> None:
        stored = self.records.read(recording_the_meeting.what_school_said, self.meeting_id)
        for question, text in self.texts.items():
            text.show_stored(stored[question])
