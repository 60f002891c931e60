"""Reading a stored paper, page by page or as text."""

from functools import partial

from carer_app.jobs import file_document
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import filing
from carer_app.use_cases.filing import SealedDocument
from carer_app.words import _, plural
from ui.base import dialogs
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import Documents, PepCopyPlace, ReadDocument
from ui.documents.reading_tools import ReadingTools
from ui.widgets.buttons import Button
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class ReadDocumentPage(Page):
    """Opens the paper through the reader process. Nothing unlocked is left on the disk."""

    max_width = 960  # somebody else chose how small its words are

    def __init__(self, house: House, place: ReadDocument) -> None:
        self.document_id = place.document_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("PEP copy"))
        self.add_summary()
        self.about = PlainLabel("", kind="hint")
        self.column.addWidget(self.about)
        self.tools = ReadingTools(self)
        self.view = self.tools.view
        self.view.failed.connect(self._on_failed)
        self.go_on = Button("")
        self.go_on.clicked.connect(self._on_go_on)
        self.column.addWidget(WrapRow(self.go_on))
        self.column.addWidget(self.view, 1)
        self._shown: SealedDocument | None = None

    def refresh(self) -> None:
        paper = self.records.read(filing.sealed_document, self.document_id)
        self.go_on.is_removal = paper.is_leaflet
        self.go_on.setText(_("Take the leaflet out") if paper.is_leaflet else _("See where the copy is kept"))
        self.go_on.setAccessibleName(self.go_on.words())
        if paper.held_on is not None:
            day = say_short(paper.held_on, with_year=True)
            self.rename(_("{child}’s PEP of {day}").format(child=paper.child, day=day))
        else:
            self.rename(paper.title)
        pages = plural("{count} page", "{count} pages", paper.pages)
        self.about.setText(
            _("Stored here, locked, on {day} · {pages}").format(day=say_day(paper.added_on), pages=pages)
        )
        if self._shown is None or self._shown.fingerprint != paper.fingerprint:
            self.show_problems([])
            self.view.show()
            self.view.make(partial(file_document.open_stored, paper, self.records.papers))
        self._shown = paper

    def find_here(self) -> bool:
        return self.tools.find_here()

    def _on_failed(self, sentence: str) -> None:
        self.view.hide()
        self.show_problems([(sentence, self.go_on)])
        follow_reading_order(self)

    def _on_go_on(self) -> None:
        if self._shown is not None and self._shown.is_leaflet:
            self._ask_to_take_out()
        elif self._shown is not None and self._shown.meeting_id is not None:
            self.go.emit(PepCopyPlace(self._shown.meeting_id))
        else:
            self.go.emit(Documents())

    def _ask_to_take_out(self) -> None:
        dialogs.ShortQuestion(
            self,
            _("Take the leaflet out of PEP Companion?"),
            _("It cannot be brought back from here. If you still have the file, you can add it again."),
            [(_("Take the leaflet out"), self.take_out)],
            _("Keep it here"),
        ).open()

    def take_out(self) -> None:
        """The row and its only key go first, then the sealed bytes."""
        self.records.change(filing.take_leaflet_out, self.document_id, then=self._remove_bytes)

    def _remove_bytes(self, fingerprints: tuple[str, ...]) -> None:
        sealed = self.records.papers
        self.records.run(partial(sealed.remove, *fingerprints), lambda _done: self.go.emit(Documents()))
