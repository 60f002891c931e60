"""A PDF on a page: looked at, printed and saved, always the same bytes."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.jobs import look_at_pdf
from carer_app.jobs.look_at_pdf import PdfBegun, PdfToShow
from carer_app.jobs.save_pdf import save_locked_pdf, save_pdf
from carer_app.words import _, plural
from ui.base import dialogs
from ui.base.page import Page
from ui.look import theme
from ui.parts.paper_rail import PaperRail
from ui.parts.password_form import suggest_words
from ui.parts.printing import print_pages
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.natural_width import keep_place
from ui.widgets.page_pictures import Draw, Reply
from ui.widgets.page_viewer import PageViewer
from ui.widgets.paper_stack import PaperStack
from ui.widgets.text import PlainLabel

EDGE, LEAST = 28, 400
"""So much of the window is left free beneath the pages; less than this (100 % pixels) is too little to read in."""


class PdfView(QWidget):
    """Shows a PDF made or opened by a job; with a `rail`, it is printed and saved. `file_name` is suggested for saving.

    `waiting` is said meanwhile. `failed` carries the sentence where there is nothing to show, `begun` comes once the
    pages are there (`opened`), `ready` once their words are as well (`shown`). `pages` makes those of a paper that is
    read. `handed_out` carries the bytes that went to a printer or into a file.
    """

    failed = Signal(str)
    begun = Signal()
    ready = Signal()
    handed_out = Signal(bytes)

    def __init__(
        self,
        page: Page,
        file_name: str,
        rail: PaperRail | None = None,
        waiting: str = "",
        pages: Callable[[Draw], PaperStack] | None = None,
    ) -> None:
        super().__init__()
        self._page = page
        self._waiting = waiting or _("Making the page…")
        self.file_name = file_name
        self.opened: PdfBegun | PdfToShow | None = None
        self.shown: PdfToShow | None = None
        self._is_making = False
        self._asked: Callable[[], None] | None = None
        self.state = PlainLabel("", kind="hint")
        self.warning = PlainLabel("", kind="strong")
        self.rail = rail
        self.password = PlainLabel("", kind="strong")
        self.how_to_open = Card(_("The password of the file you saved"))
        self.how_to_open.body.addWidget(self.password)
        self.how_to_open.body.addWidget(
            PlainLabel(
                _(
                    "Write it down now. It is not kept here. Tell it by phone or face to face, "
                    "and never in the same message as the file."
                )
            )
        )
        self.how_to_open.hide()
        self.viewer = PageViewer(self._draw, pages(self._draw) if pages is not None else None)
        keep_place(self.viewer)
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        # What is said while one waits stands where the pages will: nothing moves when they come.
        for widget in (self.warning, self.how_to_open, self.state, self.viewer):
            column.addWidget(widget)
        if rail is not None:
            keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), page)
            keys.activated.connect(rail.print.click)
            rail.print.clicked.connect(self.print_it)
            rail.save.clicked.connect(self._on_save)
            rail.lock.clicked.connect(self._on_lock)
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)
        for watched in (self.viewer, page.body.viewport()):
            watched.installEventFilter(self)
        theme.signals.changed.connect(self._fit)
        self._fit()
        self._show_state(self._waiting if rail is None else "")
        if rail is not None:
            rail.enable(False, is_made=True)

    def make(self, job: Callable[[], PdfToShow] | Callable[[], PdfBegun | PdfToShow]) -> None:
        """Run the job elsewhere and show what comes of it. The newest call wins.

        What is printed here is seen as it was until it is there anew; at first an empty sheet of paper lies there.
        """
        self._job: object = job
        self._is_making = True
        if self.rail is None:
            self.opened = None
            self._show_state(self._waiting)
        elif self.opened is None:
            self._show_state("")
            self.viewer.show_empty_paper()
            self.rail.enable(False, is_made=True)
        self._page.records.run(job, partial(self._on_made, job), partial(self._on_failed, job))

    def _on_made(self, job: object, made: PdfBegun | PdfToShow) -> None:
        if job is not self._job or not self._page.is_there:
            return
        if isinstance(made, PdfBegun):
            if self.rail is None:
                self._show_state("")
            self._show_pages(made)
            self._page.records.run(made.rest, partial(self._on_made, job), partial(self._on_failed, job))
            return
        self._is_making = False
        self._show_state("")
        self._warn(_what_to_know(made))
        if self.opened is not None and _sizes(self.opened) == _sizes(made):
            self.opened = made
            self.viewer.say_words([text for _width, _height, text in made.pages])
        else:
            self._show_pages(made)
        self.shown = made
        self.ready.emit()
        count = len(made.pages)
        ready = plural("The page is ready.", "{count} pages are ready.", count)
        announce(self, f"{ready} {self.warning.words()}".strip())
        asked, self._asked = self._asked, None
        if asked is not None:
            asked()

    def in_sight(self) -> tuple[int, int]:
        """The page that is looked at, and how many pixels wide it is drawn."""
        return self.viewer.in_sight()

    def _warn(self, words: str) -> None:
        """Above the pages where it comes with them; beneath them where they are looked at already, and do not move."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeWidget(self.warning)
        column.insertWidget(0 if self.opened is None else column.count(), self.warning)
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
        self._fit()

    def _show_pages(self, made: PdfBegun | PdfToShow) -> None:
        was_there = self.opened is not None and self.rail is not None
        self.opened = made
        pages: list[tuple[float, float, str | None]] = list(made.pages)
        if isinstance(made, PdfBegun):
            pages = [(*size, None) for size in _sizes(made)]
        self.viewer.show_pages(pages, in_place=was_there)
        if made.drawn is not None:
            self.viewer.set_image(made.drawn.number, made.drawn.width, made.drawn.height, made.drawn.data)
        self.begun.emit()

    def _on_failed(self, job: object, sentence: str) -> None:
        if job is not self._job or not self._page.is_there:
            return
        self.opened = self.shown = self._asked = None
        self._is_making = False
        self._show_state(sentence)
        self.failed.emit(sentence)

    def _show_state(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))
        self.warning.setVisible(bool(self.warning.words()) and not text)
        if self.rail is not None:
            self.rail.enable(not text)
        self.viewer.setVisible(not text)

    def _draw(self, numbers: Sequence[int], pixels_wide: int, reply: Reply) -> None:
        if self.opened is None:
            reply([])
            return
        job = partial(look_at_pdf.draw, self.opened.data, tuple(numbers), pixels_wide)
        self._page.records.run(job, reply, lambda _sentence: reply([]))

    def print_it(self) -> None:
        """Ask which printer, and print what is shown."""
        if self._is_there(self.print_it) and self.shown is not None:
            print_pages(self._page, self.shown, self.handed_out.emit)

    def _is_there(self, asked: Callable[[], None]) -> bool:
        """Whether what was chosen is what is shown. While it is still made, what was asked for is done after that."""
        self._asked = asked if self._is_making else None
        return not self._is_making

    def _on_save(self) -> None:
        if self._is_there(self._on_save) and self.shown is not None:
            save = partial(self.save_to, self.shown.data)
            dialogs.choose_where_to_save(self, _("Save as PDF"), _("PDF files (*.pdf)"), self.file_name, save)

    def _on_lock(self) -> None:
        if self._is_there(self._on_lock) and self.shown is not None:
            save = partial(self.save_locked_to, self.shown.data, suggest_words())
            dialogs.choose_where_to_save(
                self, _("Save with a password"), _("PDF files (*.pdf)"), self.file_name, save
            )

    def save_locked_to(self, data: bytes, password: str, path: str) -> None:
        """Write these bytes locked where the carer chose, and show the password once they are there."""
        saying = _("Saving the file. This can take a moment.")
        job = partial(save_locked_pdf, Path(path), data, password)
        self._page.records.run(job, partial(self._say_locked, data, password), saying=saying)

    def _say_locked(self, data: bytes, password: str, name: str) -> None:
        self.handed_out.emit(data)
        self.password.setText(password)
        self.how_to_open.show()
        self._page.said.emit(
            _("Saved as {name}. It opens with this password: {password}").format(name=name, password=password)
        )

    def save_to(self, data: bytes, path: str) -> None:
        """Write these bytes where the carer chose, and say how it went."""
        saying = _("Saving the file. This can take a moment.")
        self._page.records.run(
            partial(save_pdf, Path(path), data), partial(self._say_saved, data), saying=saying
        )

    def _say_saved(self, data: bytes, name: str) -> None:
        self.handed_out.emit(data)
        self._page.said.emit(_("Saved as {name}. That file is not locked.").format(name=name))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            # Once the page has come to rest: while it is laid out, a height that follows it would never settle.
            self._fit_soon.start()
        return False

    def _beneath(self) -> int:
        """How much room what is said beneath the pages takes, so that it is in sight."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        if self.warning.isHidden() or column.indexOf(self.warning) < column.indexOf(self.viewer):
            return 0
        return self.warning.heightForWidth(self.width()) + column.spacing()

    def _fit(self) -> None:
        """The pages fill what is left of the window; where little is left, a whole window to scroll to."""
        body = self._page.body
        sheet = body.widget()
        edge = theme.gap(EDGE)
        seen = body.viewport().height() - sum(body.covered())
        left = seen - edge - self._beneath()
        if sheet is not None and sheet.isAncestorOf(self.viewer):
            left -= self.viewer.mapTo(sheet, QPoint(0, 0)).y()
        if left < theme.px(LEAST):
            left = max(theme.px(320), seen - 2 * edge - self._beneath())
        self.viewer.setMinimumHeight(left)


def _sizes(made: PdfBegun | PdfToShow) -> list[tuple[float, float]]:
    return [(width, height) for width, height, _text in made.pages]


def _what_to_know(made: PdfToShow) -> str:
    lines = [made.warning] if made.warning else []
    if made.missing:
        lines.append(
            _("These signs cannot be printed and show as a box: {signs}").format(
                signs="  ".join(made.missing)
            )
        )
    return "\n".join(lines)
