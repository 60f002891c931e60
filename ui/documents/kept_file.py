"""The second part of a PEP copy's page: a file that was sent, kept here locked, once somebody said yes."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import filing, pep_copies, waiting_photos
from carer_app.use_cases.filing import NewDocument, Permission
from carer_app.use_cases.pep_copies import CopyRow
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.base.places import ReadDocument
from ui.base.records import Undo
from ui.documents.as_it_came import AsItCame
from ui.documents.named_no_more import let_go_of
from ui.documents.photo_row import WaitingPhoto
from ui.documents.second_yes import SecondYes
from ui.documents.taking_in import TakingIn
from ui.documents.which_pep import WhichPep
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from carer_app.storage.vault import Session


class KeptFile(Card):
    """Asks for the yes, then for a file or photos, then shows what is stored."""

    def __init__(self, page: Page, meeting_id: int) -> None:
        super().__init__(_("Keep a file they sent you here, locked"))
        self._page, self._records = page, page.records
        self._meeting_id = meeting_id
        self._row: CopyRow | None = None
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
        self.bringing.allow(allowed.is_given, is_offered=not stored)
        self.permission.show_typed()
        self.said_yes.setText(_who_said(allowed))
        self._show_stored(row)
        if had_keyboard is not None and not had_keyboard.isVisibleTo(self):
            self._first_button(stored, allowed.is_given).setFocus()

    def show_only_what_waits(self) -> None:
        """The day of the meeting was taken away meanwhile: photos of its copy still wait here, and are nowhere else."""
        self._row = None
        waits = self._page.records.read(waiting_photos.is_anything_waiting, self._page.place.key)
        self.setVisible(waits and not self._page.records.forgets)
        for part in (self.permission, self.choosing, self.stored):
            part.hide()
        self.bringing.allow(
            False, until=_("First say which day the meeting was held. Then they can be kept.")
        )

    def take_in(self, path: str) -> None:
        """Read, check and seal the chosen file elsewhere, then register it."""
        self.bringing.take([path])

    def _build_choosing(self) -> None:
        self.said_yes = PlainLabel("")
        self.not_allowed = Button(_("It is not allowed after all"), kind="quiet")
        self.not_allowed.clicked.connect(self._on_not_allowed)
        self.choosing = _step(self.said_yes, WrapRow(self.not_allowed))
        self.bringing = TakingIn(self._page, self._known, self._keep, one=True)
        self.bringing.refused.connect(self._on_refused)
        self.choose, self.photos, self.working = (
            self.bringing.choose,
            self.bringing.photos,
            self.bringing.working,
        )
        self.body.addWidget(self.choosing)

    def _build_stored(self) -> None:
        self.here = PlainLabel("", kind="strong")
        self.not_locked = PlainLabel("")
        self.read = Button(_("Read it"), kind="main", icon="book-open")
        self.read.clicked.connect(self._on_read)
        self.another = Button(_("Choose another file or photos"))
        self.another.clicked.connect(self.bringing.ask)
        self.take_out = Button(_("Take the file out"), kind="quiet")
        self.take_out.is_removal = True
        self.take_out.clicked.connect(self._on_take_out)
        self.as_it_came = AsItCame(self._page, self.read)
        self.which_pep = WhichPep(self._page)
        self.stored = _step(
            self.here,
            self.not_locked,
            WrapRow(self.read, self.another, self.take_out),
            self.as_it_came,
            self.which_pep,
        )
        self.body.addWidget(self.stored)
        self.body.addWidget(self.bringing)

    def _show_stored(self, row: CopyRow) -> None:
        self.not_locked.setText(still_there(self.bringing.where_it_lies))
        self.not_locked.setVisible(self._stored_just_now)
        self.here.setVisible(not self._stored_just_now)
        self.as_it_came.show_paper(row.document_id)
        self.which_pep.show_paper(row.document_id)
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

    def _keep(self, new: NewDocument) -> bool:
        page = self._page
        before = page.records.read(pep_copies.copy_of, self._meeting_id, page.today())
        words, made_of = _("The PEP copy is stored here, locked."), self.bringing.to_be_kept
        self._stored_just_now = True
        self._stored_just_now = page.records.change(
            pep_copies.register_copy,
            self._meeting_id,
            new,
            page.today(),
            undo=Undo(words, self._put_back, (before, made_of)),
        )
        return self._stored_just_now

    def _put_back(self, session: "Session", before: CopyRow, made_of: tuple[WaitingPhoto, ...]) -> None:
        """As it was before; the photos wait again, as they were put right."""
        let_go_of(self._records, pep_copies.put_copy_back(session, before))
        if made_of and isValid(self):
            self.photos.bring_back(session, made_of)

    def _on_refused(self, sentence: str) -> None:
        button = self.another if self.stored.isVisible() else self.choose
        self._page.show_problems([(sentence, button)])
        follow_reading_order(self._page)

    def _on_read(self) -> None:
        if self._row is not None and self._row.document_id is not None:
            self._page.go.emit(ReadDocument(self._row.document_id))

    def _on_take_out(self) -> None:
        dialogs.ShortQuestion(
            self,
            _("Take the file out of PEP Companion?"),
            _(
                "It cannot be brought back from here. Backups made until now still hold it. "
                "If you still have the file they sent you, you can add it again."
            ),
            [(_("Take the file out"), self._take_out)],
            _("Keep it here"),
        ).open()

    def _take_out(self) -> None:
        self._page.records.change(pep_copies.unregister_copy, self._meeting_id, then=self._remove_bytes)

    def _remove_bytes(self, fingerprints: tuple[str, ...]) -> None:
        if fingerprints:
            records = self._page.records
            records.run(partial(records.papers.remove, *fingerprints), self._on_taken_out)

    def _on_taken_out(self, _done: None) -> None:
        self._page.said.emit(_("The file was taken out. It cannot be opened here any more."))

    def _known(self) -> frozenset[str]:
        child_id = self._row.child_id if self._row is not None else 0
        return self._page.records.read(filing.known_digests, child_id)

    def _keyboard(self) -> QWidget | None:
        """The control of this card that the keyboard is in."""
        focused: QWidget | None = self._page.focusWidget()
        return focused if focused is not None and self.isAncestorOf(focused) else None

    def _first_button(self, stored: bool, allowed: bool) -> QWidget:
        if stored:
            return self.read
        return self.choose if allowed else self.who


def still_there(folder: str) -> str:
    """That what was chosen is still unlocked somewhere, and where: the name of a `folder`, or empty."""
    still = _("It is stored here, locked. What you chose is still where it was, and it is not locked.")
    if not folder:
        return still
    return still + _(" It is in the folder “{folder}”. You can take it out there.").format(folder=folder)


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
