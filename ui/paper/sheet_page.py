"""What the pages that show a sheet share: the sheet itself, its text size, print and save."""

from collections.abc import Callable
from functools import partial
from typing import Any

from carer_app.choices import Reader
from carer_app.jobs import childs_drawing, look_at_pdf
from carer_app.paper.content import Sheet, TextSize
from carer_app.use_cases import children, childs_kept_words, choosing_for_paper, planning
from ui.base.page import Page
from ui.paper.what_goes_on import WhatGoesOn
from ui.parts.paper_rail import PaperRail
from ui.parts.pdf_view import PdfView
from ui.parts.text_sizes import TextSizes
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel


class SheetPage(Page):
    """Shows one sheet, made again whenever what it says has changed."""

    place: Any
    first_size = 0
    """The text size that the first sheet begins in; 0 for its own."""

    def build(self) -> None:
        self.build_top()
        self.sizes = TextSizes()
        self.sizes.chosen.connect(lambda _size: self.refresh())
        self.sizes_field = self.sizes.field()
        self.rail = PaperRail(self.records.forgets)
        others = self.more_choices()
        self._is_one_kind = not others
        reader = self.first_reader()
        self.goes = None
        if reader is not None:
            self.goes = WhatGoesOn(self.records, *self.child(), reader, self.refresh)
        self.rail.choose_here(*others, self.sizes_field, *([self.goes] if self.goes is not None else []))
        self.add_rail(self.rail)
        self.nothing = PlainLabel("")
        self.column.addWidget(self.nothing)
        self.first = self.first_step()
        if self.first is not None:
            self.first.hide()
            self.column.addWidget(self.first)
        self.view = PdfView(self, "sheet.pdf", self.rail)
        self.column.addWidget(self.view, 1)
        self._shown: tuple[type[Sheet], Sheet, int] | None = None

    def build_top(self) -> None:
        """The way back, the heading, and what can be chosen."""
        raise NotImplementedError

    def more_choices(self) -> list[Field]:
        """What can be chosen beside the text size."""
        return []

    def first_reader(self) -> Reader | None:
        """Who usually gets the sheet; None where nothing of it can be left out."""
        return None

    def sheet(self) -> Sheet:
        """What goes on the sheet now, before anything is left out."""
        raise NotImplementedError

    def nothing_on(self, sheet: Sheet) -> str:
        """Why there is no page to show, and what to do; empty where there is one."""
        return ""

    def first_step(self) -> Button | None:
        """Where what goes on it is written, for a sheet with nothing on it."""
        return None

    def job(self, sheet: Sheet, size: TextSize) -> Callable[[], look_at_pdf.PdfBegun | look_at_pdf.PdfToShow]:
        """What makes the PDF, elsewhere, and draws first the page that is looked at."""
        first = self.view.in_sight()
        if not sheet.shows_drawings:
            return partial(look_at_pdf.begin_sheet, sheet, size, first)
        child_id, _name = self.child()
        papers = self.records.read(childs_kept_words.drawings, child_id)
        return partial(childs_drawing.begin_sheet, sheet, size, papers, self.records.papers, first)

    def child(self) -> tuple[int, str]:
        """Whom the place is about, by the child or by one of the child's meetings: the id, and the name."""
        if hasattr(self.place, "meeting_id"):
            facts = self.records.read(planning.meeting_facts, self.place.meeting_id)
            return facts.child_id, facts.child
        return self.place.child_id, self.records.read(children.child_name, self.place.child_id)

    def refresh(self) -> None:
        sheet = self.sheet()
        kind = type(sheet)
        if self.goes is not None:
            what = self.records.read(choosing_for_paper.what_goes, self.child()[0], self.goes.reader, sheet)
            self.goes.goes(what)
            sheet = what.sheet
        if self._shown is None or kind is not self._shown[0]:
            # Each kind of sheet begins in its own size.
            first = self.first_size if self._shown is None else 0
            self.sizes.set_value(str(first or sheet.text_size))
        size: Any = int(self.sizes.value() or sheet.text_size)
        if (kind, sheet, size) == self._shown:
            return
        self._shown = (kind, sheet, size)
        why = self.nothing_on(sheet)
        self.nothing.setText(why)
        self.nothing.setVisible(bool(why))
        if self.first is not None:
            self.first.setVisible(bool(why))
        self.view.setVisible(not why)
        self.rail.offer(not why)
        self.rail.setVisible(not why or not self._is_one_kind)
        self.sizes_field.setVisible(not why and not sheet.is_card)
        if self.goes is not None:
            self.goes.setVisible(not why)
        if why:
            return
        self.view.file_name = sheet.file_name
        self.view.make(self.job(sheet, size))
