"""A PDF on a page: looked at, printed and saved, always the same bytes."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.errors import NotSaved
from carer_app.jobs import look_at_pdf
from carer_app.jobs.look_at_pdf import PdfToShow
from carer_app.words import _
from ui import dialogs, theme
from ui.page import Page
from ui.parts.printing import print_pages
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.page_viewer import PageViewer, Reply
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

VIEWER_HEIGHT = 620


class PdfView(QWidget):
    """Shows a PDF made or opened by a job, with Print and Save. `file_name` is suggested for saving.

    `waiting` is said meanwhile. `failed` carries the sentence where there is nothing to show.
    """

    failed = Signal(str)

    def __init__(self, page: Page, file_name: str, can_print: bool = True, waiting: str = "") -> None:
        super().__init__()
        self._page = page
        self._waiting = waiting or _("Making the page…")
        self.file_name = file_name
        self.shown: PdfToShow | None = None
        self.state = PlainLabel("", kind="hint")
        self.warning = PlainLabel("", kind="strong")
        self.print = Button(_("Print"), kind="main", icon="printer")
        self.save = Button(_("Save as PDF"), icon="save")
        self.not_locked = PlainLabel(
            _("A printed page or a saved PDF is not locked. Anyone who has it can read it."), kind="hint"
        )
        self.viewer = PageViewer(self._draw)
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        buttons = WrapRow(self.print, self.save)
        for widget in (self.state, self.warning, buttons, self.not_locked, self.viewer):
            column.addWidget(widget)
        buttons.setVisible(can_print)
        self.not_locked.setVisible(can_print)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        theme.signals.changed.connect(self._fit)
        self._fit()
        self._show_state(self._waiting)

    def make(self, job: Callable[[], PdfToShow]) -> None:
        """Run the job elsewhere and show what comes of it. The newest call wins."""
        self._job = job
        self._show_state(self._waiting)
        self._page.records.run(job, partial(self._on_made, job), self._on_failed)

    def _on_made(self, job: Callable[[], PdfToShow], made: PdfToShow) -> None:
        if job is not self._job:
            return
        self.shown = made
        self._show_state("")
        self.warning.setText(_what_to_know(made))
        self.warning.setVisible(bool(self.warning.words()))
        self.viewer.show_pages(made.pages)
        count = len(made.pages)
        announce(
            self, _("The page is ready.") if count == 1 else _("{count} pages are ready.").format(count=count)
        )

    def _on_failed(self, sentence: str) -> None:
        self.shown = None
        self._show_state(sentence)
        self.failed.emit(sentence)

    def _show_state(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))
        self.warning.setVisible(bool(self.warning.words()) and not text)
        self.print.setEnabled(not text)
        self.save.setEnabled(not text)
        self.viewer.setVisible(not text)

    def _draw(self, numbers: Sequence[int], pixels_wide: int, reply: Reply) -> None:
        if self.shown is None:
            reply([])
            return
        job = partial(look_at_pdf.draw, self.shown.data, tuple(numbers), pixels_wide)
        self._page.records.run(
            job,
            reply,
            lambda _sentence: reply([]),
        )

    def _on_print(self) -> None:
        if self.shown is not None:
            print_pages(self._page, self.shown)

    def _on_save(self) -> None:
        if self.shown is not None:
            dialogs.choose_where_to_save(
                self, _("Save as PDF"), _("PDF files (*.pdf)"), self.file_name, self._write
            )

    def _write(self, path: str) -> None:
        assert self.shown is not None
        data = self.shown.data
        self._page.records.run(
            partial(_write_file, Path(path), data),
            lambda name: self._page.said.emit(
                _("Saved as {name}. That file is not locked.").format(name=name)
            ),
        )

    def _fit(self) -> None:
        self.viewer.setMinimumHeight(
            theme.px(VIEWER_HEIGHT) if theme.current().scale <= 125 else theme.px(320)
        )


def _write_file(path: Path, data: bytes) -> str:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise NotSaved(
            _(
                "The file could not be saved there. Your records are safe. Choose another folder, or free some space."
            )
        ) from error
    return path.name


def _what_to_know(made: PdfToShow) -> str:
    lines = [made.warning] if made.warning else []
    if made.missing:
        lines.append(
            _("These signs cannot be printed and show as a box: {signs}").format(
                signs="  ".join(made.missing)
            )
        )
    return "\n".join(lines)
