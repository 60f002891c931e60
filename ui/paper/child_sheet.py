"""The child's own sheet: friendly, big, and without a word that was not meant for them."""

from collections.abc import Callable
from functools import partial

from carer_app.jobs import childs_drawing
from carer_app.jobs.look_at_pdf import PdfToShow
from carer_app.paper.content import Sheet, TextSize
from carer_app.use_cases import own_voice, planning, reporting_back
from carer_app.words import _
from ui.base.house import House
from ui.base.places import ChildSheet
from ui.parts.sheet_page import SheetPage


class ChildSheetPage(SheetPage):
    """What the child said, who said yes to what, and when the next meeting is."""

    def __init__(self, house: House, place: ChildSheet) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build_top(self) -> None:
        child = self.records.read(planning.meeting_facts, self.meeting_id).child
        self.add_back_link(_("Back"))
        self.add_heading(
            _("A sheet for {child}").format(child=child),
            _("Read it together first. It says what {child} said, and what people said yes to.").format(
                child=child
            ),
        )

    def sheet(self) -> Sheet:
        return self.records.read(reporting_back.child_sheet, self.meeting_id)

    def job(self, sheet: Sheet, size: TextSize) -> Callable[[], PdfToShow]:
        papers = self.records.read(own_voice.drawings, self._child_id())
        return partial(childs_drawing.show_sheet, sheet, size, papers, self.records.papers)

    def _child_id(self) -> int:
        return self.records.read(planning.meeting_facts, self.meeting_id).child_id
