"""One paper that is kept: what it is, and what a carer types from it."""

from PySide6.QtWidgets import QWidget

from carer_app.choices import FigureKind, PaperKind
from carer_app.jobs import file_document
from carer_app.typed_dates import say_day
from carer_app.use_cases import papers
from carer_app.use_cases.papers import FigureRow, PaperRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AboutPaper, Documents, ReadDocument
from ui.base.records import Undo
from ui.documents.as_it_came import AsItCame
from ui.documents.figure_line import FigureLine
from ui.documents.paper_put_right import PaperPutRight
from ui.documents.which_pep import WhichPep
from ui.parts.choices_across import ChoicesAcross
from ui.parts.half_typed import HalfTyped
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class AboutPaperPage(Page):
    """Nothing is read from a report by itself: a figure is here only if the carer types it."""

    def __init__(self, house: House, place: AboutPaper) -> None:
        self.document_id, self._is_to_change = place.document_id, place.at == "change"
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("A paper"))
        self.add_summary()
        self.facts = PlainLabel("")
        self.column.addWidget(self.facts)
        self.read = Button(_("Read it"), kind="main", icon="book-open")
        self.read.clicked.connect(self.go_to(ReadDocument(self.document_id)))
        self.take_out = Button(_("Take the paper out"), kind="quiet")
        self.take_out.is_removal = True
        self.take_out.clicked.connect(self._on_take_out)
        self.column.addWidget(WrapRow(self.read, self.take_out))
        self.stays = PlainLabel("", kind="hint")
        self.as_it_came = AsItCame(self, self.read)
        self.put_right = PaperPutRight(self, self.document_id)
        self.column.addWidget(self.stays)
        self.column.addWidget(self.put_right)
        self.which_pep = WhichPep(self)
        self.column.addWidget(self.which_pep)
        self.column.addWidget(self.as_it_came)
        self.figures = Card(_("Figures from this report"))
        self._build_figures()
        self.column.addWidget(self.figures)
        self.put_right.open(self._is_to_change)

    def refresh(self) -> None:
        paper = self.records.read(papers.paper, self.document_id)
        file_document.may_be_opened_soon()
        self.rename(_("{paper}: {child}").format(paper=paper.title, child=paper.child))
        self.facts.setText(_facts(paper))
        self.take_out.setVisible(not paper.stays_because)
        self.stays.setText(paper.stays_because)
        self.stays.setVisible(bool(paper.stays_because))
        self.as_it_came.show_paper(self.document_id)
        self.put_right.setVisible(paper.kind != PaperKind.PEP_COPY)
        if paper.kind != PaperKind.PEP_COPY:
            self.put_right.show_paper(paper)
        self.which_pep.show_paper(self.document_id)
        self.figures.setVisible(paper.kind == PaperKind.REPORT)
        typed = self.half_typed.show()
        self.what.set_value(typed.get("what", FigureKind.ATTENDANCE.value))
        self._show_subject()
        self.rows.show_rows(self.records.read(papers.figures_of, self.document_id))

    def where_to_begin(self) -> QWidget | None:
        """Whoever comes to change it begins there."""
        return self.put_right.title if self._is_to_change else super().where_to_begin()

    def take_figure_out(self, row: FigureRow) -> None:
        """With Undo."""
        undo = Undo(_("Taken out: {what}").format(what=row.words), papers.bring_figure_back, (row.id,))
        self.records.change(papers.take_figure_out, row.id, self.today(), undo=undo)

    def _build_figures(self) -> None:
        self.what = ChoicesAcross([(kind.value, kind.words) for kind in FigureKind])
        self.what.chosen.connect(self._on_what)
        self.subject, self.value = Line(), Line()
        self.subject_field = Field(_("Which subject?"), self.subject, hint=_("For example Maths."))
        self.value_field = Field(
            _("What does the report say?"),
            self.value,
            hint=_("Type it just as it is there: 94%, or 8 years 2 months."),
        )
        self.add = Button(_("Add this figure"))
        self.add.clicked.connect(self._on_add)
        self.value.returnPressed.connect(self._on_add)
        self.rows: Rows[FigureRow] = Rows(
            lambda row_id: FigureLine(self, row_id, self.take_figure_out),
            self.add,
            gap=8,
            table="report_figure",
        )
        for part in (self.rows, Field(_("What is it?"), self.what), self.subject_field, self.value_field):
            self.figures.body.addWidget(part)
        self.figures.actions(self.add)
        self.half_typed = HalfTyped(
            self.records, self.place.key, {"subject": self.subject, "value": self.value}
        )

    def _on_what(self, what: str) -> None:
        self.half_typed.keep("what", what)
        self._show_subject()

    def _show_subject(self) -> None:
        self.subject_field.setVisible(self.what.value() == FigureKind.MARK)

    def _on_add(self) -> None:
        what = FigureKind(self.what.value() or FigureKind.ATTENDANCE)
        self.subject_field.clear_error()
        self.value_field.clear_error()
        self.put_right.day_field.clear_error()
        field, box = self.value_field, self.value
        sentence = _("Type the figure first, just as the report has it.")
        if what == FigureKind.MARK and not self.subject.text().strip():
            field, box = self.subject_field, self.subject
            sentence = _("Type the subject first, for example Maths.")
        if not box.text().strip():
            field.show_error(sentence)
            self.show_problems([(sentence, box)])
            return
        if self.records.read(papers.paper, self.document_id).on is None:
            self.put_right.open(True)
            self.put_right.day_field.show_error(papers.needs_its_day())
            self.show_problems([(papers.needs_its_day(), self.put_right.day)])
            return
        self.show_problems([])
        made: list[int] = []
        self.records.change(
            papers.add_figure,
            self.document_id,
            what,
            self.subject.text(),
            self.value.text(),
            self.place.key,
            then=made.append,
        )
        if made:
            self.half_typed.clear()
            self.said.emit(_("Added."))

    def _gone(self, _done: None) -> None:
        self.go.emit(Documents())

    def _on_take_out(self) -> None:
        paper = self.records.read(papers.paper, self.document_id)
        undo = Undo(_("Taken out: {what}").format(what=paper.title), papers.bring_paper_back, (paper.id,))
        self.records.change(papers.take_paper_out, paper.id, self.today(), undo=undo, then=self._gone)


def _facts(paper: PaperRow) -> str:
    said = [] if paper.title == paper.kind.words else [paper.kind.words]  # the heading has it
    if paper.on is not None:
        said.append(say_day(paper.on))
    if paper.what_for:
        said.append(paper.what_for)
    said.append(_("stored here, locked, on {day}").format(day=say_day(paper.added_on)))
    words = " · ".join(said)
    return f"{words[:1].upper()}{words[1:]}."
