"""Bringing papers in: chosen, dropped on the page or pasted; one or several; photos wait until they are put right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from carer_app.jobs import file_document, photos_of_paper
from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.jobs.photos_that_wait import seal_to_wait
from carer_app.use_cases.filing import NewDocument
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.documents.not_taken_in import NotTakenIn, shown_name
from ui.documents.photo_pages import PhotoPages
from ui.documents.photo_row import WaitingPhoto
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.drops import Drops
from ui.widgets.opens import Opens
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from carer_app.storage.sealed_files import SealedFiles

FROM_A_PHONE = (
    _("Join the phone to this computer with its charging cable."),
    _("If the phone asks, tap “Allow” or “File transfer”."),
    _("Press “Choose a file or photos”. The phone stands in the list at the side, under its own name."),
    _("Its photos are in a folder called “DCIM”."),
    _("Is it not in the list? Copy the photos into your Pictures folder first, and choose them there."),
)

_MOST_WHYS = 8
"""So many sentences say why; of what else could not be taken in, the name is said."""

Brought = NewDocument | tuple[PhotoOfPage, ...]
Waits = tuple[Callable[[], Callable[[], Brought]], Path | None, str]
"""What makes the work once its turn has come, the file, where it is one, and what it is noted as."""


class TakingIn(QWidget):
    """`keep` is given each paper, read and locked already, and says whether it is kept now; `refused` carries a
    sentence; `done` is said when all of them are through. Where only `one` is wanted, several
    files are several photos. `may_keep` is asked before anything is locked, and says itself what is to be put right.

    `known` says what is here already. Everything is read elsewhere, one file after the other, in the order of names;
    what is chosen meanwhile comes after them.
    """

    refused = Signal(str)
    done = Signal()

    def __init__(
        self,
        page: Page,
        known: Callable[[], frozenset[str]],
        keep: Callable[[NewDocument], bool],
        may_keep: Callable[[], bool] = lambda: True,
        one: bool = False,
    ) -> None:
        super().__init__()
        self._page, self._known, self._one = page, known, one
        self._keep, self._may_keep = keep, may_keep
        self._left: list[Waits] = []
        self._is_reading = self._are_several = False
        self._wrong: list[str] = []
        self._also_wrong: list[str] = []
        self._came = 0
        self._folder = ""
        self.to_be_kept: tuple[WaitingPhoto, ...] = ()
        """The photos that the paper which is kept just now was made of."""
        self.choose = Button(_("Choose a file or photos"), kind="main", icon="file-plus")
        self.choose.clicked.connect(self.ask)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Open), page).activated.connect(self._on_open)
        self.paste = Button(_("Paste a picture"))
        self.paste.clicked.connect(self._on_paste)
        self.drops = Drops(page)
        self.drops.files.connect(self.take)
        self.drops.picture.connect(self._on_picture)
        self.from_a_phone = Opens(
            "",
            *(PlainLabel(f"{number}. {line}") for number, line in enumerate(FROM_A_PHONE, start=1)),
            words=_("How do photos come from a phone?"),
            when_open=_("Close"),
        )
        self.offer = _step(
            PlainLabel(
                _(
                    "PDF, Word, text, mails or photos: at most {most} MB each. You can also drop them on this page. "
                    "A locked copy is made here."
                ).format(most=file_document.MOST_MEGABYTES),
                kind="hint",
            ),
            WrapRow(self.choose, self.paste),
            self.from_a_phone,
        )
        self.photos = PhotoPages(page)
        self.photos.keep.connect(self._on_keep_photos)
        self.photos.changed.connect(lambda: follow_reading_order(page))
        self.photos.wanted.connect(self.ask)
        self.not_taken = NotTakenIn(page, may_keep)
        self.not_taken.again.connect(self._on_again)
        self.working = PlainLabel("", kind="strong")
        self.working.hide()
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        for part in (self.not_taken, self.offer, self.photos, self.working):
            column.addWidget(part)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._is_reading

    @property
    def holds_something(self) -> bool:
        """Whether anything is here that is kept nowhere else yet."""
        return self._is_reading or self.photos.holds_something

    @property
    def where_it_lies(self) -> str:
        """The name of the folder the last file came from; empty for what was pasted."""
        return self._folder

    def allow(self, on: bool, is_offered: bool = True, until: str = "") -> None:
        """Whether anything may come in: where not, what waits waits on, and what is dropped falls through.

        A yes that is taken back may be given again, and a picture that was pasted is nowhere else. `until` says what
        must be first, where that is no yes.
        """
        self.drops.is_open = on
        self.offer.setVisible(on and is_offered)
        self.photos.allow(on, until)
        self.photos.come_back()
        self.not_taken.look(on)

    def ask(self) -> None:
        """Ask which files."""
        if self._may_keep():
            dialogs.choose_files(self, _("Choose a file or photos"), dialogs.PAPERS, self.take)

    def _on_open(self) -> None:
        if self.drops.is_open:
            self.ask()

    def take(self, paths: list[str]) -> None:
        """Read these, however they came."""
        if not paths or not self._may_keep():
            return
        only_photos = self._one and len(paths) > 1
        files = sorted(paths)
        noted = self.not_taken.begin(files)
        self._begin(
            [
                (partial(self._bring, Path(each), only_photos), Path(each), field)
                for each, field in zip(files, noted, strict=True)
            ]
        )

    def _bring(self, path: Path, only_photos: bool) -> Callable[[], Brought]:
        """What is known is asked when its turn has come: the same file may have come just before."""
        papers = self._page.records.papers
        return partial(
            _brought, partial(file_document.bring, path, papers, self._known(), only_photos), papers
        )

    def _on_paste(self) -> None:
        if not self.drops.paste():
            self.refused.emit(
                _("There is no picture to paste. Copy one first, in the program that shows it.")
            )

    def _on_picture(self, data: bytes) -> None:
        papers = self._page.records.papers
        read = partial(photos_of_paper.read_photos, data, data)
        (field,) = self.not_taken.begin([""])
        self._begin([(lambda: partial(_brought, read, papers), None, field)])

    def _on_again(self, files: list[str]) -> None:
        self.choose.setFocus()
        self.take(files)

    def _on_keep_photos(self, pages: tuple[PhotoOfPage, ...], as_they_came: bool) -> None:
        if self._is_reading:  # more may come, and would belong to them
            announce(self, self.working.words())
        elif self._may_keep():
            papers, known = self._page.records.papers, self._known()
            self._begin(
                [(lambda: partial(photos_of_paper.keep, pages, papers, known, as_they_came), None, "")]
            )

    def _on_brought(self, path: Path | None, field: str, brought: Brought) -> None:
        if path is not None:
            self._folder = "".join(letter for letter in path.parent.name if letter.isprintable())
        if not isValid(self):
            pass  # the page is gone, and with it what it would be kept as
        elif not isinstance(brought, NewDocument):
            if why_not := self.photos.add(brought):
                self._note_wrong(path, why_not)
            else:
                self._came += 1
        elif self._keep_it(brought, self.photos.as_they_are() if path is None else ()):
            self._came += 1
            if path is None and isValid(self):
                self.photos.let_go()
        self._through(field)
        self._go_on()

    def _through(self, field: str) -> None:
        if isValid(self):
            self.not_taken.is_through(field)

    def _keep_it(self, new: NewDocument, made_of: tuple[WaitingPhoto, ...]) -> bool:
        self.to_be_kept = made_of
        is_kept = self._keep(new)
        self.to_be_kept = ()
        return is_kept

    def _on_refused(self, path: Path | None, field: str, sentence: str) -> None:
        self._through(field)
        self._note_wrong(path, sentence)
        self._go_on()

    def _note_wrong(self, path: Path | None, sentence: str) -> None:
        name = shown_name(path) if path is not None and self._are_several else ""
        if name and len(self._wrong) >= _MOST_WHYS:
            self._also_wrong.append(_("“{name}”").format(name=name))
            return
        self._wrong.append(_("“{name}”: {why}").format(name=name, why=sentence) if name else sentence)

    def _say_wrong(self, sentence: str) -> None:
        if isValid(self) and self.photos.is_waiting and self._page.isVisible():
            self.photos.say_wrong(sentence)
        elif isValid(self) and self._page.isVisible():
            self.refused.emit(sentence)
        else:
            self._page.records.problem.emit(sentence)

    def _begin(self, work: list[Waits]) -> None:
        if self._is_reading:
            self._left += work
            self._are_several = True
            announce(self, self.working.words())
            return
        self._left, self._is_reading, self._wrong, self._came = work, True, [], 0
        self._also_wrong = []
        self._are_several = len(work) > 1
        self._page.show_problems([])
        text = _("Taking it in and locking it. This can take a moment.")
        self.working.setText(text)
        self.working.show()
        announce(self, text)
        self._go_on()

    def _go_on(self) -> None:
        """The next one, in its order. What could not be taken in is said when all are through."""
        if self._left and isValid(self):
            make, path, field = self._left.pop(0)
            self._page.records.run(
                make(), partial(self._on_brought, path, field), partial(self._on_refused, path, field)
            )
            return
        self._is_reading = False
        if isValid(self):
            self.working.hide()
        if self._wrong:
            others = [_("Nor was this taken in: {files}.").format(files=", ".join(self._also_wrong))]
            others = others if self._also_wrong else []
            others += [_("What else you chose was taken in.")] if self._came else []
            self._say_wrong("\n".join((*self._wrong, *others)))
        self.done.emit()


def _brought(bring: Callable[[], Brought], papers: "SealedFiles") -> Brought:
    """What was brought in; photos are sealed at once, so that they can wait."""
    brought = bring()
    return brought if isinstance(brought, NewDocument) else seal_to_wait(brought, papers)


def _step(*parts: QWidget) -> QWidget:
    step = QWidget()
    column = QVBoxLayout(step)
    theme.space(column, gap=12, edges=(0, 0, 0, 0))
    for part in parts:
        column.addWidget(part)
    return step
