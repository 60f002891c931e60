"""What the pages that show a sheet share: the sheet itself, its text size, print and save."""

from collections.abc import Callable
from functools import partial
from typing import Any, get_args

from carer_app.jobs import childs_drawing, look_at_pdf
from carer_app.paper.content import Sheet, TextSize
from carer_app.use_cases import children, childs_kept_words, planning
from carer_app.words import _
from ui.base.page import Page
from ui.parts.choices_across import ChoicesAcross
from ui.parts.pdf_view import PdfView
from ui.widgets.field import Field
from ui.widgets.rail import Rail
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class SheetPage(Page):
    """Shows one sheet, made again whenever what it says has changed."""

    place: Any
    first_size = 0
    """The text size that the first sheet begins in; 0 for its own."""

    def build(self) -> None:
        self.build_top()
        self.sizes = ChoicesAcross([(str(size), str(size)) for size in get_args(TextSize)])
        self.sizes.chosen.connect(lambda _size: self.refresh())
        self.sizes_field = Field(_("Text size on paper"), self.sizes)
        self.view = PdfView(self, "sheet.pdf")
        rail = self.make_rail()
        if rail is None:
            self.column.addWidget(WrapRow(self.sizes_field))
        else:
            rail.body.addWidget(self.sizes_field)
            self.view.put_buttons(rail)
            self.add_rail(rail)
        self.nothing = PlainLabel("")
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.view)
        self._shown: tuple[Sheet, int] | None = None

    def build_top(self) -> None:
        """The way back, the heading, and what can be chosen."""
        raise NotImplementedError

    def make_rail(self) -> Rail | None:
        """What stands beside the sheet, for a page where more can be chosen than the text size."""
        return None

    def sheet(self) -> Sheet:
        """What goes on the sheet now."""
        raise NotImplementedError

    def nothing_on(self, sheet: Sheet) -> str:
        """Why there is no page to show, and what to do; empty where there is one."""
        return ""

    def job(self, sheet: Sheet, size: TextSize) -> Callable[[], look_at_pdf.PdfToShow]:
        """What makes the PDF, elsewhere."""
        if not sheet.shows_drawings:
            return partial(look_at_pdf.show_sheet, sheet, size)
        child_id, _name = self.child()
        papers = self.records.read(childs_kept_words.drawings, child_id)
        return partial(childs_drawing.show_sheet, sheet, size, papers, self.records.papers)

    def child(self) -> tuple[int, str]:
        """Whom the place is about, by the child or by one of the child's meetings: the id, and the name."""
        if hasattr(self.place, "meeting_id"):
            facts = self.records.read(planning.meeting_facts, self.place.meeting_id)
            return facts.child_id, facts.child
        return self.place.child_id, self.records.read(children.child_name, self.place.child_id)

    def refresh(self) -> None:
        sheet = self.sheet()
        if self._shown is None or type(sheet) is not type(self._shown[0]):
            # Each kind of sheet begins in its own size.
            first = self.first_size if self._shown is None else 0
            self.sizes.set_value(str(first or sheet.text_size))
        size: Any = int(self.sizes.value() or sheet.text_size)
        if (sheet, size) == self._shown:
            return
        self._shown = (sheet, size)
        why = self.nothing_on(sheet)
        self.nothing.setText(why)
        self.nothing.setVisible(bool(why))
        for part in (self.view, self.view.print, self.view.save, self.view.lock):
            part.setVisible(not why)
        self.sizes_field.setVisible(not why and not sheet.is_card)
        if why:
            return
        self.view.file_name = sheet.file_name
        self.view.make(self.job(sheet, size))
