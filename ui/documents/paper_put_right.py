"""What is written down of a kept paper, put right where it stands: each thing is saved as it is chosen or typed."""

from datetime import date

from carer_app.choices import PaperKind
from carer_app.use_cases import children, papers, papers_put_right
from carer_app.use_cases.papers import KINDS_TO_ADD, PaperRow
from carer_app.words import _
from ui.base.page import Page
from ui.base.records import Undo
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import past_day_field
from ui.parts.filled_combo import fill_combo
from ui.parts.kept_text import KeptAndSaid
from ui.parts.stored_day import StoredDay
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.opens import Opens


class PaperPutRight(Opens):
    """Behind a press, because most papers are right. Undo takes back what was chosen."""

    def __init__(self, page: Page, document_id: int) -> None:
        self._page, self._id = page, document_id
        self.kind = ChoicesAcross([(kind.value, kind.words) for kind in KINDS_TO_ADD])
        self.kind.chosen.connect(self._on_kind)
        self.kind_field = Field(_("What is it?"), self.kind)
        self.title = KeptAndSaid(page.records, papers_put_right.call_it, document_id, lines=1, spelling=True)
        self.title.field = Field(_("What do you call it?"), self.title)
        self.day = past_day_field(page.today, about=True)
        self.day_field = Field(
            _("Which day is on it?"), self.day, hint=_("Roughly is fine: July 2025."), optional=True
        )
        self._stored_day = StoredDay(page, "on_day", self.day_field, self.day, self._save_day)
        self.what_for = Combo()
        self.what_for.activated.connect(self._on_what_for)
        self.what_for_field = Field(_("Which meeting was it for?"), self.what_for, optional=True)
        self.whose = Combo()
        self.whose.activated.connect(self._on_whose)
        self.whose_field = Field(_("Whose is it?"), self.whose)
        super().__init__(
            "",
            self.kind_field, self.title.field, self.day_field, self.what_for_field, self.whose_field,
            words=_("Change what it is, its day or whose it is"),
            when_open=_("Done changing"),
        )  # fmt: skip

    def show_paper(self, paper: PaperRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        read = self._page.records.read
        self.kind.set_value(paper.kind)
        self.title.show_stored(paper.title)
        self._stored_day.show(paper.on)
        if self._stored_day.is_unread():
            self.open(True)
        options = [
            (_("None of them"), ""),
            *((each.words, each.key) for each in read(papers.what_for, paper.child_id)),
        ]
        fill_combo(self.what_for, options, read(papers_put_right.key_of, self._id))
        self.what_for_field.setVisible(len(options) > 1)
        everybody = read(children.list_children, self._page.today())
        fill_combo(self.whose, [(each.name, each.id) for each in everybody], paper.child_id)
        is_in_the_book = read(papers_put_right.is_in_the_book, self._id)
        self.kind_field.setVisible(not is_in_the_book)
        self.whose_field.setVisible(len(everybody) > 1 and not is_in_the_book)

    def _on_kind(self, kind: str) -> None:
        before = self._paper().kind
        if kind != before:
            undo = Undo(
                _("It is now: {kind}").format(kind=PaperKind(kind).words),
                papers_put_right.set_kind,
                (self._id, before),
            )
            self._page.records.change(papers_put_right.set_kind, self._id, PaperKind(kind), undo=undo)

    def _save_day(self, day: date | None) -> bool:
        before = self._page.records.read(papers_put_right.days_of, self._id)
        words = _("The day was changed: {paper}").format(paper=self._paper().title)
        undo = Undo(words, papers_put_right.put_days_back, (self._id, *before))
        return self._page.records.change(papers_put_right.set_day, self._id, day, undo=undo)

    def _on_what_for(self, _place: int) -> None:
        before, key = self._page.records.read(papers_put_right.key_of, self._id), self.what_for.currentData()
        if key != before:
            words = _("What it was for was changed: {paper}").format(paper=self._paper().title)
            undo = Undo(words, papers_put_right.set_what_for, (self._id, before))
            self._page.records.change(papers_put_right.set_what_for, self._id, key, undo=undo)

    def _on_whose(self, _place: int) -> None:
        paper, child_id = self._paper(), self.whose.currentData()
        if child_id == paper.child_id:
            return
        key = self._page.records.read(papers_put_right.key_of, self._id)
        words = _("It is now about {child}: {paper}").format(
            child=self.whose.currentText(), paper=paper.title
        )
        undo = Undo(words, papers_put_right.put_whose_back, (self._id, paper.child_id, key))
        if not self._page.records.change(papers_put_right.set_whose, self._id, child_id, undo=undo):
            self.show_paper(paper)

    def _paper(self) -> PaperRow:
        return self._page.records.read(papers.paper, self._id)
