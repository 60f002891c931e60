"""Blank sheets to print at once: before a password, before anything is kept."""

from carer_app.paper.content import Sheet
from carer_app.use_cases.blank_sheets import blank_notes
from carer_app.words import _
from ui.parts.sheet_page import SheetPage


class BlankSheetPage(SheetPage):
    """The sheet for the meeting with lines to write on. It is about nobody."""

    def build_top(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("A blank sheet for the meeting"), _("Print it and write on it by hand. Nothing is kept here.")
        )

    def sheet(self) -> Sheet:
        return blank_notes()
