"""Leaflets from the carer's own council: kept locked, about no child, so no yes is needed for them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from shiboken6 import isValid

from carer_app.jobs import file_document
from carer_app.typed_dates import say_day
from carer_app.use_cases import councils_leaflets
from carer_app.use_cases.councils_leaflets import LeafletRow
from carer_app.use_cases.filing import NewDocument
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.base.places import ReadDocument
from ui.documents.not_taken_in import NotTakenIn
from ui.parts.rows import Rows
from ui.widgets.buttons import Button, RowButton
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel

DRAFT = "leaflet_title"


class CouncilLeaflets(Card):
    """Name it, choose the file, read it here. A file that is about a child is added with the child's papers."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Leaflets from your council"))
        self._page = page
        self._busy = False
        self.body.addWidget(
            PlainLabel(
                _("For handbooks and leaflets that are about no child. Papers about a child are added above.")
            )
        )
        self.title = Line()
        self.title.textEdited.connect(partial(page.keep_draft, DRAFT))
        self.title_field = Field(
            _("What is it called?"), self.title, hint=_("For example “Handbook for carers”.")
        )
        self.choose = Button(_("Choose a file"), icon="file-plus")
        self.choose.clicked.connect(self._on_choose)
        self.rows: Rows[LeafletRow] = Rows(partial(LeafletButton, page), self.choose, gap=8)
        self.body.addWidget(self.rows)
        self.not_taken = NotTakenIn(page, self._has_title)
        self.not_taken.again.connect(lambda paths: self.take_in(paths[0]))
        self.body.addWidget(self.not_taken)
        self.body.addWidget(self.title_field)
        self.actions(self.choose)
        self.problem = PlainLabel("", kind="error")
        self.problem.hide()
        self.body.addWidget(self.problem)

    def show_leaflets(self) -> None:
        """Read again what is kept."""
        self.rows.show_rows(self._page.records.read(councils_leaflets.council_leaflets))
        self.not_taken.look()
        typed = self._page.drafts().get(DRAFT, "")
        if self.title.text() != typed:
            self.title.setText(typed)

    def take_in(self, path: str) -> None:
        """Read, check and seal the chosen file elsewhere, then register it."""
        if self._busy:
            return
        self._busy = True
        self._say(_("Taking it in and locking it. This can take a moment."), "hint")
        (noted,) = self.not_taken.begin([path])
        work = partial(file_document.take_in, Path(path), self._page.records.papers)
        self._page.records.run(work, partial(self._on_taken_in, noted), partial(self._on_refused, noted))

    def _has_title(self) -> bool:
        wrong = "" if self.title.text().strip() else _("Type what it is called first.")
        if wrong:
            self.title_field.show_error(wrong)
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.title_field.clear_error()
        return not wrong

    def _on_choose(self) -> None:
        if self._has_title() and not self._busy:
            dialogs.choose_file(self, _("Choose a file"), dialogs.PAPERS, self.take_in)

    def _on_taken_in(self, noted: str, new: NewDocument) -> None:
        self._busy = False
        if not isValid(self):
            return
        self._say("", "hint")
        page = self._page
        if page.records.change(
            councils_leaflets.register_leaflet, self.title.text(), new, page.today(), page.place.key
        ):
            page.said.emit(_("The leaflet is stored here, locked."))
        self.not_taken.is_through(noted)

    def _on_refused(self, noted: str, sentence: str) -> None:
        self._busy = False
        if isValid(self):
            self.not_taken.is_through(noted)
        if isValid(self) and self._page.isVisible():
            self._say(sentence, "error")
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._page.records.problem.emit(sentence)

    def _say(self, words: str, kind: str) -> None:
        self.problem.set_kind(kind)  # type: ignore[arg-type]  # one of two
        self.problem.setText(words)
        self.problem.setVisible(bool(words))


class LeafletButton(RowButton):
    """One leaflet; pressing it opens it."""

    def __init__(self, page: Page, document_id: int) -> None:
        super().__init__("")
        self.clicked.connect(page.go_to(ReadDocument(document_id)))

    def show_row(self, _number: int, row: LeafletRow) -> None:
        """Its name and the day."""
        self.show_as(row.title, _("Stored here, locked, on {day}").format(day=say_day(row.added_on)))

    def first_box(self) -> RowButton:
        """The row itself."""
        return self
