"""The second part of a PEP copy's page: a file that was sent, kept here locked, once somebody said yes."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from carer_app.jobs import file_document, photos_of_paper
from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import filing
from carer_app.use_cases.filing import CopyRow, NewDocument, Permission
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.base.places import ReadDocument
from ui.base.records import Undo
from ui.documents.photo_pages import PhotoPages
from ui.documents.second_yes import SecondYes
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class KeptFile(Card):
    """Asks for the yes, then for a PDF, then shows what is stored."""

    def __init__(self, page: Page, meeting_id: int) -> None:
        super().__init__(_("Keep a file they sent you here, locked"))
        self._page = page
        self._meeting_id = meeting_id
        self._row: CopyRow | None = None
        self._busy = False
        self._stored_just_now = False
        self.permission = SecondYes(page)
        self.who, self.who_field, self.yes = (
            self.permission.who,
            self.permission.who_field,
            self.permission.yes,
        )
        self.body.addWidget(self.permission)
        self._build_choosing()
        self._build_stored()

    def show_file(self, row: CopyRow) -> None:
        """Show the step that comes next. The keyboard follows where the step it was in goes away."""
        self._row = row
        allowed = self._page.records.read(filing.permission)
        had_keyboard = self._keyboard()
        stored = row.document_id is not None
        self.permission.setVisible(not allowed.is_given)
        self.choosing.setVisible(allowed.is_given and not stored)
        self.stored.setVisible(stored)
        self.another.setVisible(allowed.is_given)
        self.another_of_photos.setVisible(allowed.is_given)
        if not allowed.is_given and self.photos.is_waiting:
            self.photos.let_go()
        self.permission.show_typed()
        self.said_yes.setText(_who_said(allowed))
        self._show_stored(row)
        if had_keyboard is not None and not had_keyboard.isVisibleTo(self):
            self._first_button(stored, allowed.is_given).setFocus()

    def take_in(self, path: str) -> None:
        """Read, check and seal the chosen file elsewhere, then register it."""
        if self._busy:
            return
        self._page.show_problems([])
        self._show_busy(True)
        work = partial(file_document.take_in, Path(path), self._page.records.papers)
        self._page.records.run(work, self._on_taken_in, self._on_refused)

    def _build_choosing(self) -> None:
        self.said_yes = PlainLabel("")
        self.choose = Button(_("Choose a PDF"), kind="main", icon="file-plus")
        self.choose.clicked.connect(self._on_choose)
        self.not_allowed = Button(_("It is not allowed after all"), kind="quiet")
        self.not_allowed.clicked.connect(self._on_not_allowed)
        self.photos = PhotoPages(self._page)
        self.photos.keep.connect(self._on_keep_photos)
        self.photos.changed.connect(lambda: follow_reading_order(self._page))
        self.choose_photos = Button(_("Choose photos of it"), icon="file-plus")
        self.choose_photos.clicked.connect(self.photos.choose)
        self.choosing = _step(
            self.said_yes,
            PlainLabel(
                _(
                    "A PDF, or photos of the paper: at most {most} MB each. A locked copy is made here. "
                    "To bring photos from a phone, join it to this computer by its cable and choose them there."
                ).format(most=file_document.MOST_MEGABYTES),
                kind="hint",
            ),
            WrapRow(self.choose, self.choose_photos, self.not_allowed),
        )
        self.body.addWidget(self.choosing)
        self.body.addWidget(self.photos)
        self.working = PlainLabel("", kind="strong")
        self.working.hide()
        self.body.addWidget(self.working)

    def _build_stored(self) -> None:
        self.here = PlainLabel("", kind="strong")
        self.not_locked = PlainLabel(
            _("It is stored here, locked. The one you chose is still where it was, and it is not locked.")
        )
        self.another_of_photos = Button(_("Choose photos instead"))
        self.another_of_photos.clicked.connect(self.photos.choose)
        self.read = Button(_("Read it"), kind="main", icon="book-open")
        self.read.clicked.connect(self._on_read)
        self.another = Button(_("Choose another PDF"))
        self.another.clicked.connect(self._on_choose)
        self.take_out = Button(_("Take the file out"), kind="quiet")
        self.take_out.is_removal = True
        self.take_out.clicked.connect(self._on_take_out)
        self.stored = _step(
            self.here,
            self.not_locked,
            WrapRow(self.read, self.another, self.another_of_photos, self.take_out),
        )
        self.body.addWidget(self.stored)

    def _show_stored(self, row: CopyRow) -> None:
        self.not_locked.setVisible(self._stored_just_now)
        self.here.setVisible(not self._stored_just_now)
        if row.document_id is None:
            self._stored_just_now = False
            return
        paper = self._page.records.read(filing.sealed_document, row.document_id)
        self.here.setText(_("Stored here, locked, on {day}.").format(day=say_day(paper.added_on)))

    def _on_not_allowed(self) -> None:
        said = self._page.records.read(filing.permission)
        self._page.records.change(
            filing.take_back_permission,
            undo=Undo(_("The yes was taken back."), filing.allow_papers, (said.by, said.on)),
        )

    def _on_choose(self) -> None:
        if not self._busy:
            dialogs.choose_file(self, _("Choose a PDF"), _("PDF files (*.pdf *.PDF)"), self.take_in)

    def _on_keep_photos(self, pages: tuple[PhotoOfPage, ...]) -> None:
        if self._busy:
            return
        self._page.show_problems([])
        self._show_busy(True)
        work = partial(photos_of_paper.keep, pages, self._page.records.papers)
        self._page.records.run(work, self._on_photos_kept, self._on_refused)

    def _on_photos_kept(self, new: NewDocument) -> None:
        self.photos.let_go()
        self._on_taken_in(new)

    def _on_taken_in(self, new: NewDocument) -> None:
        page = self._page
        self._show_busy(False)
        before = page.records.read(filing.copy_of, self._meeting_id, page.today())
        self._stored_just_now = True
        self._stored_just_now = page.records.change(
            filing.register_copy,
            self._meeting_id,
            new,
            page.today(),
            undo=Undo(_("The PEP copy is stored here, locked."), filing.put_copy_back, (before,)),
        )

    def _on_refused(self, sentence: str) -> None:
        self._show_busy(False)
        if isValid(self) and self._page.isVisible():
            button = self.another if self.stored.isVisible() else self.choose
            self._show_problem(sentence, button)
        else:
            self._page.records.problem.emit(sentence)

    def _on_read(self) -> None:
        if self._row is not None and self._row.document_id is not None:
            self._page.go.emit(ReadDocument(self._row.document_id))

    def _on_take_out(self) -> None:
        dialogs.ShortQuestion(
            self,
            _("Take the file out of PEP Companion?"),
            _(
                "It cannot be brought back from here. If you still have the file they sent you, you can add it again."
            ),
            [(_("Take the file out"), self._take_out)],
            _("Keep it here"),
        ).open()

    def _take_out(self) -> None:
        self._page.records.change(filing.unregister_copy, self._meeting_id, then=self._remove_bytes)

    def _remove_bytes(self, fingerprints: tuple[str, ...]) -> None:
        if fingerprints:
            records = self._page.records
            records.run(partial(records.papers.remove, *fingerprints), self._on_taken_out)

    def _on_taken_out(self, _done: None) -> None:
        self._page.said.emit(_("The file was taken out. It cannot be opened here any more."))

    def _show_problem(self, sentence: str, control: QWidget) -> None:
        self._page.show_problems([(sentence, control)])
        follow_reading_order(self._page)

    def _show_busy(self, busy: bool) -> None:
        self._busy = busy
        if not isValid(self):
            return
        text = _("Taking it in and locking it. This can take a moment.") if busy else ""
        self.working.setText(text)
        self.working.setVisible(busy)
        if busy:
            announce(self, text)

    def _keyboard(self) -> QWidget | None:
        """The control of this card that the keyboard is in."""
        focused: QWidget | None = self._page.focusWidget()
        return focused if focused is not None and self.isAncestorOf(focused) else None

    def _first_button(self, stored: bool, allowed: bool) -> QWidget:
        if stored:
            return self.read
        return self.choose if allowed else self.who


def _step(*parts: QWidget) -> QWidget:
    step = QWidget()
    column = QVBoxLayout(step)
    theme.space(column, gap=12, edges=(0, 0, 0, 0))
    for part in parts:
        column.addWidget(part)
    return step


def _who_said(allowed: Permission) -> str:
    if allowed.on is None:
        return ""
    return _("{who} said yes. You wrote that down on {day}.").format(
        who=allowed.by, day=say_short(allowed.on, with_year=True)
    )
