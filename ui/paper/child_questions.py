"""The questions for a child, on paper: about nobody until somebody writes on it."""

from carer_app.paper.content import Sheet
from carer_app.use_cases.blank_sheets import child_questions
from carer_app.words import _
from ui.base.house import House
from ui.base.places import QuestionsOnPaper
from ui.parts.sheet_page import SheetPage


class QuestionsOnPaperPage(SheetPage):
    """To answer by hand, at home, at school, or with the social worker."""

    def __init__(self, house: House, place: QuestionsOnPaper) -> None:
        self.set_key = place.set_key
        super().__init__(house, place)

    def build_top(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("The child’s questions on paper"),
            _(
                "For a child who would rather write by hand, or do it with somebody else. Nothing is kept here."
            ),
        )

    def sheet(self) -> Sheet:
        return child_questions(self.set_key)
