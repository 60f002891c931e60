"""Reading a stored paper, page by page or as text."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.jobs import file_document, read_papers
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import councils_leaflets, filing, paper_words
from carer_app.use_cases.filing import SealedDocument
from carer_app.use_cases.paper_words import PlaceOfReading, WordsAre, WordsOfPage
from carer_app.words import _, plural
from ui.base import dialogs
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AboutPaper, Documents, PepCopyPlace, ReadDocument
from ui.documents.reading_tools import ReadingTools
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

KEEP_MS = 700


class ReadDocumentPage(Page):
    """Opens the paper through the reader process. Nothing unlocked is left on the disk."""

    max_width = 960  # somebody else chose how small its words are

    def __init__(self, house: House, place: ReadDocument) -> None:
        self.document_id = place.document_id
        self._at = place.at
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("PEP copy"))
        self.add_summary()
        self.about = PlainLabel("", kind="hint")
        self.go_on = Button("")
        self.go_on.clicked.connect(self._on_go_on)
        self.head = QWidget()
        head = QVBoxLayout(self.head)
        theme.space(head, gap=16, edges=(0, 0, 0, 0))
        head.addWidget(self.about)
        head.addWidget(WrapRow(self.go_on))
        self.tools = ReadingTools(self)
        self.view = self.tools.view
        self.view.failed.connect(self._on_failed)
        self.view.begun.connect(self._on_begun)
        self.view.ready.connect(self._on_ready)
        self.tools.moved.connect(self._on_moved)
        self.by_machine = PlainLabel("", kind="hint")
        self.by_machine.hide()
        self.column.addWidget(self.by_machine)
        self.column.addWidget(self.view, 1)
        self.view.viewer.tools.folded.connect(self._place_head)
        self._place_head()
        self._shown: SealedDocument | None = None
        self._words: dict[int, WordsOfPage] = {}
        self._not_opened: read_papers.NotLooked | None = None
        self._is_placed = False
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keep_soon.timeout.connect(self._keep_place)

    def refresh(self) -> None:
        paper = self.records.read(filing.sealed_document, self.document_id)
        self.go_on.is_removal = paper.is_leaflet
        self.go_on.setText(
            _("Take the leaflet out")
            if paper.is_leaflet
            else _("About this paper")
            if paper.meeting_id is None
            else _("See where the copy is kept")
        )
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
        words = self.records.read(paper_words.words_of, self.document_id)
        not_opened = self.records.not_opened.get(self.document_id)
        if (words, not_opened) != (self._words, self._not_opened):
            self._words, self._not_opened = words, not_opened
            self._say_words()
        if self._shown is None or self._shown.fingerprint != paper.fingerprint:
            self.show_problems([])
            self.view.show()
            self._place_head()
            first = (self._first_page(), self.tools.pages.sharp())
            self.view.make(partial(file_document.begin_stored, paper, self.records.papers, first))
        self._shown = paper

    def _place_head(self) -> None:
        """What is said of the paper stands above it; where text is big, among the tools, and the paper is in sight."""
        tools = self.view.viewer.tools
        if tools.is_folded and not self.view.isHidden():
            tools.hold(self.head)
        else:
            self.column.insertWidget(self.column.indexOf(self.by_machine), self.head)
            self.head.show()
            self.head.stackUnder(self.by_machine)
        follow_reading_order(self)

    def _first_page(self) -> int:
        page = self._at.partition(" ")[0]
        if page.isdecimal():
            return int(page)
        return self.records.read(paper_words.place_of_reading, self.document_id).page or 1

    def _on_begun(self) -> None:
        """The pages are there, and are seen where reading stopped, or at the page that was asked for."""
        before = self.records.read(paper_words.place_of_reading, self.document_id)
        page = self._at.partition(" ")[0]
        self.tools.open_at(before.page, before.zoom, before.turns)
        if page.isdecimal():
            self.view.viewer.go_to(int(page))
        self._is_placed = True

    def _on_ready(self) -> None:
        self._say_words()
        page, _space, marked = self._at.partition(" ")
        if page.isdecimal() and marked:
            self.tools.find_here(marked, int(page))

    def _say_words(self) -> None:
        """What is known of the words, also while the paper is on screen: behind the pages, and in the text."""
        self.tools.take_words(self._words)
        shown = self.view.shown
        they_are = WordsAre.KNOWN
        if shown is not None and shown.has_pictures:
            is_read_here = not (self.records.is_read_only or self.records.forgets) and read_papers.can_read()
            they_are = self.records.read(paper_words.words_are, self.document_id, is_read_here)
        if self._not_opened is not None and they_are == WordsAre.TO_BE_READ:
            they_are = WordsAre.NOT_READ
        self.tools.find.say_words_are(they_are)
        said = []
        if any(each.by_machine and each.text for each in self._words.values()):
            said.append(_("A machine read the words on some of these pages. Some of them may be wrong."))
        if self._not_opened is not None:
            said.append(self._not_opened.says)
        elif they_are == WordsAre.TO_BE_READ:
            said.append(_("The words on these pages are being read. You can go on meanwhile."))
        elif they_are == WordsAre.NOT_READ and not read_papers.can_read():
            said.append(
                _("The words in a picture cannot be found here: no program on this computer reads them.")
            )
        elif they_are == WordsAre.NOT_READ:
            said.append(_("Some pages are pictures whose words are not read here. They cannot be found."))
        self.by_machine.setText(" ".join(said))
        self.by_machine.setVisible(bool(said))

    def _on_moved(self) -> None:
        if self._is_placed:
            self._keep_soon.start()

    def _keep_place(self) -> None:
        """Where reading stopped is kept by itself, and nobody is told."""
        self._keep_soon.stop()
        if self.records.is_open and not self.records.is_read_only and not self.is_gone:
            place = PlaceOfReading(*self.tools.place())
            self.records.change(
                paper_words.remember_place, self.document_id, place, announce=False, ends_undo=False
            )

    def note_where(self) -> None:
        super().note_where()
        if self._keep_soon.isActive():
            self._keep_place()

    def focus_first(self) -> None:
        """Where text is big, the paper has the room above the heading too."""
        super().focus_first()
        if self._heading is not None and self.tools.viewer.tools.is_folded and not self.is_gone:
            self.body.open_at(self._heading, self._heading)

    def find_here(self) -> bool:
        return self.tools.find_here()

    def _on_failed(self, sentence: str) -> None:
        self.view.hide()
        self._place_head()
        self.show_problems([(sentence, self.go_on)])
        follow_reading_order(self)

    def _on_go_on(self) -> None:
        if self._shown is not None and self._shown.is_leaflet:
            self._ask_to_take_out()
        elif self._shown is not None and self._shown.meeting_id is not None:
            self.go.emit(PepCopyPlace(self._shown.meeting_id))
        else:
            self.go.emit(AboutPaper(self.document_id))

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
        self.records.change(councils_leaflets.take_leaflet_out, self.document_id, then=self._remove_bytes)

    def _remove_bytes(self, fingerprints: tuple[str, ...]) -> None:
        sealed = self.records.papers
        self.records.run(partial(sealed.remove, *fingerprints), lambda _done: self.go.emit(Documents()))
