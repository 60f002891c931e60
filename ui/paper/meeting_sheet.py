"""The sheet for the meeting: for everyone, or the carer's own with room for notes."""

from PySide6.QtWidgets import QWidget

from carer_app.choices import ForWhom
from carer_app.jobs.sheets import CHILD_TEXT_SIZE
from carer_app.paper.content import Sheet
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
        self.for_whom.chosen.connect(self._on_for_whom)

    def more_choices(self) -> list[QWidget]:
        return [Field(_("Who is it for?"), self.for_whom)]

    def sheet(self) -> Sheet:
        who = ForWhom(self.for_whom.value() or ForWhom.EVERYONE)
        if who == ForWhom.CHILD:
            return self.records.read(summarising.child_sheet, self.meeting_id)
        if who == ForWhom.MINE:
            return self.records.read(summarising.my_sheet, self.meeting_id, self.today())
        return self.records.read(summarising.meeting_sheet, self.meeting_id, self.today())

    def _on_for_whom(self, who: str) -> None:
        """A child's own sheet starts big; the others start so that they fit one page."""
        big = who == ForWhom.CHILD
        self.sizes.set_value(str(CHILD_TEXT_SIZE if big else self.text_size))
        self.refresh()
