"""The sheet for the meeting: for everyone, or the carer's own with room for notes."""

from typing import Any

from carer_app.choices import ForWhom
from carer_app.use_cases import planning, summarising
from carer_app.words import _
from ui.page import House
from ui.paper.sheet_page import SheetPage
from ui.places import MeetingSheet
from ui.widgets.choice import Choices
from ui.widgets.field import Field


class MeetingSheetPage(SheetPage):
    """Choose who it is for; what you see is what is printed."""

    def __init__(self, house: House, place: MeetingSheet) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build_top(self) -> None:
        child = self.records.read(planning.meeting_facts, self.meeting_id).child
        self.add_back_link(_("Back to check"))
        self.add_heading(_("The sheet for the meeting"), _("This is exactly what is printed."))
        self.for_whom = Choices([(who.value, who.words(child)) for who in ForWhom])
        self.for_whom.set_value(ForWhom.EVERYONE)
        self.for_whom.chosen.connect(lambda _who: self.refresh())
        self.column.addWidget(Field(_("Who is it for?"), self.for_whom))

    def sheet(self) -> Any:
        who = ForWhom(self.for_whom.value() or ForWhom.EVERYONE)
        if who == ForWhom.CHILD:
            return self.records.read(summarising.child_sheet, self.meeting_id)
        make = summarising.my_sheet if who == ForWhom.MINE else summarising.meeting_sheet
        return self.records.read(make, self.meeting_id, self.today())
