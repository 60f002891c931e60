"""Bringing papers in: chosen, dropped on the page or pasted; one or several; photos wait until they are put right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from carer_app.jobs import file_document, photos_of_paper
from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.use_cases.filing import NewDocument
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.documents.photo_pages import PhotoPages
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.drops import Drops
from ui.widgets.opens import Opens
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

FROM_A_PHONE = (
    _("Join the phone to this computer with its charging cable."),
    _("If the phone asks, tap “Allow” or “File transfer”."),
    _("Press “Choose a file or photos”. The phone stands in the list at the side, under its own name."),
    _("Its photos are in a folder called “DCIM”."),
    _("Is it not in the list? Copy the photos into your Pictures folder first, and choose them there."),
)

_LONGEST_NAME = 60
Brought = NewDocument | tuple[PhotoOfPage, ...]


class TakingIn(QWidget):
    """`taken` carries each paper, read and locked already; `refused` a sentence; `done` is said
    when all of them are through. Where only `one` is wanted, several
    files are several photos.

    `known` says what is here already. Everything is read elsewhere, one file after the other, in the order of names.
    """

    taken = Signal(object)
    refused = Signal(str)
    done = Signal()

    def __init__(self, page: Page, known: Callable[[], frozenset[str]], one: bool = False) -> None:
        super().__init__()
        self._page, self._known, self._one = page, known, one
        self._left: list[tuple[Callable[[], Brought], Path | None]] = []
        self._is_reading = self._are_several = False
        self._wrong: list[str] = []
        self._came = 0
        self._folder = ""
        self.choose = Button(_("Choose a file or photos"), kind="main", icon="file-plus")
        self.choose.clicked.connect(self.ask)
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
                    "PDF, Word, text or photos: at most {most} MB each. You can also drop them on this page. "
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
        self.working = PlainLabel("", kind="strong")
        self.working.hide()
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        for part in (self.offer, self.photos, self.working):
            column.addWidget(part)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._is_reading

    @property
    def where_it_lies(self) -> str:
        """The name of the folder the last file came from; empty for what was pasted."""
        return self._folder

    def allow(self, on: bool) -> None:
        """Whether anything may come in: where not, nothing waits either, and what is dropped falls through."""
        self.drops.is_open = on
        if not on and self.photos.is_waiting:
            self.photos.let_go()

    def ask(self) -> None:
        """Ask which files."""
        if not self._is_reading:
            dialogs.choose_files(self, _("Choose a file or photos"), dialogs.PAPERS, self.take)

    def take(self, paths: list[str]) -> None:
        """Read these, however they came."""
        if self._is_reading or not paths:
            return
        bring = partial(file_document.bring, sealed_files=self._page.records.papers, known=self._known())
        only_photos = self._one and len(paths) > 1
        self._begin(
            [(partial(bring, Path(each), only_photos=only_photos), Path(each)) for each in sorted(paths)]
        )

    def _on_paste(self) -> None:
        if not self._is_reading and not self.drops.paste():
            self.refused.emit(
                _("There is no picture to paste. Copy one first, in the program that shows it.")
            )

    def _on_picture(self, data: bytes) -> None:
        if not self._is_reading:
            self._begin([(partial(photos_of_paper.read_photos, data, data), None)])

    def _on_keep_photos(self, pages: tuple[PhotoOfPage, ...], as_they_came: bool) -> None:
        if self._is_reading:
            return
        papers, known = self._page.records.papers, self._known()
        self._begin([(partial(photos_of_paper.keep, pages, papers, known, as_they_came), None)])

    def _on_brought(self, path: Path | None, brought: Brought) -> None:
        self._came += 1
        if path is not None:
            self._folder = "".join(letter for letter in path.parent.name if letter.isprintable())
        if isinstance(brought, NewDocument):
            if path is None and isValid(self):
                self.photos.let_go()
            self.taken.emit(brought)
        elif isValid(self):
            self.photos.add(brought)
        self._go_on()

    def _on_refused(self, path: Path | None, sentence: str) -> None:
        name = _shown_name(path) if path is not None and self._are_several else ""
        self._wrong.append(_("“{name}”: {why}").format(name=name, why=sentence) if name else sentence)
        self._go_on()

    def _say_wrong(self, sentence: str) -> None:
        if isValid(self) and self.photos.is_waiting and self._page.isVisible():
            self.photos.say_wrong(sentence)
        elif isValid(self) and self._page.isVisible():
            self.refused.emit(sentence)
        else:
            self._page.records.problem.emit(sentence)

    def _begin(self, work: list[tuple[Callable[[], Brought], Path | None]]) -> None:
        self._left, self._is_reading, self._wrong, self._came = work, True, [], 0
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
            work, path = self._left.pop(0)
            self._page.records.run(work, partial(self._on_brought, path), partial(self._on_refused, path))
            return
        self._is_reading = False
        if isValid(self):
            self.working.hide()
        if self._wrong:
            others = [_("What else you chose was taken in.")] if self._came else []
            self._say_wrong("\n".join((*self._wrong, *others)))
        self.done.emit()


def _shown_name(path: Path) -> str:
    """A name may hold anything: a new line, or a sign that turns round what follows."""
    return "".join(letter for letter in path.name if letter.isprintable())[:_LONGEST_NAME]


def _step(*parts: QWidget) -> QWidget:
    step = QWidget()
    column = QVBoxLayout(step)
    theme.space(column, gap=12, edges=(0, 0, 0, 0))
    for part in parts:
        column.addWidget(part)
    return step
