"""A child's own book, to print and give to them."""

from collections.abc import Callable
from functools import partial

from carer_app.jobs import childs_drawing
from carer_app.jobs.look_at_pdf import PdfToShow
from carer_app.paper.content import Sheet, TextSize
from carer_app.paper.sheets.child_book import ChildBook
from carer_app.use_cases import childs_book, own_voice
from carer_app.words import _
from ui.base.house import House
from ui.base.places import ChildsBook
from ui.parts.sheet_page import SheetPage


class ChildsBookPage(SheetPage):
    """What the child said over the years, what came of it, and what they achieved."""

    def __init__(self, house: House, place: ChildsBook) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build_top(self) -> None:
        child = self.records.read(childs_book.childs_book, self.child_id).child
        self.add_back_link(_("Back"))
        self.add_heading(
            _("{child}’s own book").format(child=child),
            _("For {child} to keep. What {child} keeps off the sheet is not in it.").format(child=child),
        )

    def sheet(self) -> Sheet:
        return self.records.read(childs_book.childs_book, self.child_id)

    def nothing_on(self, sheet: Sheet) -> str:
        assert isinstance(sheet, ChildBook)
        return _("There is nothing in it yet. It fills with each meeting.") if sheet.is_empty else ""

    def job(self, sheet: Sheet, size: TextSize) -> Callable[[], PdfToShow]:
        papers = self.records.read(own_voice.drawings, self.child_id)
        return partial(childs_drawing.show_sheet, sheet, size, papers, self.records.papers)
