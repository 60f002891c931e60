"""Sheets as they were handed out: looked at again, just as they were."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from carer_app.jobs import look_at_pdf
from carer_app.typed_dates import say_day
from carer_app.use_cases import handing_out
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import HandedOutPlace, HandedOutSheet
from ui.look import theme
from ui.parts.paper_rail import PaperRail
from ui.parts.pdf_view import PdfView
from ui.widgets.buttons import RowButton
from ui.widgets.text import PlainLabel


class HandedOutPage(Page):
    """One row a sheet, the newest first."""

    def __init__(self, house: House, place: HandedOutPlace) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back to check"))
        self.add_heading(
            _("Sheets as handed out"),
            _(
                "When you print or save a sheet, it is kept here as it was. What you write later does not change it."
            ),
        )
        self.nothing = PlainLabel(_("Nothing was printed or saved yet."))
        self.column.addWidget(self.nothing)
        self._list = QVBoxLayout()
        theme.space(self._list, gap=8)
        self.column.addLayout(self._list)
        self.rows: dict[int, RowButton] = {}

    def refresh(self) -> None:
        sheets = self.records.read(handing_out.sheets_handed_out, self.meeting_id)
        self.nothing.setVisible(not sheets)
        for place, sheet in enumerate(sheets):
            if sheet.id in self.rows:
                continue
            row = self.rows[sheet.id] = RowButton(sheet.words, say_day(sheet.made_on))
            row.setAccessibleName(f"{sheet.words}, {say_day(sheet.made_on)}")
            row.clicked.connect(self.go_to(HandedOutSheet(sheet.id)))
            self._list.insertWidget(place, row)


class HandedOutSheetPage(Page):
    """One sheet, to look at and to print again."""

    def __init__(self, house: House, place: HandedOutSheet) -> None:
        self.sheet_id = place.sheet_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("A sheet as it was handed out"))
        self.about = PlainLabel("", kind="hint")
        self.column.addWidget(self.about)
        self.rail = PaperRail(self.records.forgets)
        self.add_rail(self.rail)
        self.view = PdfView(self, _("PEP notes as handed out.pdf"), self.rail)
        self.column.addWidget(self.view, 1)
        self._made = False

    def refresh(self) -> None:
        row, pdf = self.records.read(handing_out.handed_out, self.sheet_id)
        self.about.setText(_("{who} · {day}").format(who=row.words, day=say_day(row.made_on)))
        if not self._made:
            self._made = True
            self.view.make(partial(look_at_pdf.show_pdf, pdf))
