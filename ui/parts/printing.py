"""Printing a PDF: the same bytes as on screen, drawn for the printer by the reader process."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtWidgets import QDialog

from carer_app.jobs import look_at_pdf
from carer_app.jobs.look_at_pdf import PageImage, PdfToShow
from carer_app.words import _
from ui.base import dialogs

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.base.page import Page

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
DRAWN_AT_ONCE = 2
"""A page drawn for the printer takes some 35 MB."""


def print_pages(page: "Page", shown: PdfToShow, printed: Callable[[bytes], object] | None = None) -> None:
    """Ask which printer, then print. Where there is no printer, say what to do instead.

    `printed` is called with the bytes once they are with the printer.
    """
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        page.went_wrong.emit(_("No printer was found. Save as PDF, and print it somewhere else."))
        return
    printer = new_printer()
    dialog = QPrintDialog(printer, page.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, len(shown.pages) > 1)
    # Where nothing is kept, a printer is a printer and not a file.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, not page.records.forgets)
    dialog.setMinMax(1, len(shown.pages))
    dialogs.let_lock_through(dialog, page.window())
    dialog.accepted.connect(lambda: Printing(page, printer, shown, printed).start())
    QDialog.open(dialog)


def new_printer() -> "QPrinter":
    """The usual printer, set to A4 without margins of its own: ours are on the sheet. No child's name in its queue."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName("PEP")
    return printer


class Printing:
    """One run of pages to one printer: a few are drawn elsewhere, put on paper, then the next few."""

    def __init__(
        self,
        page: "Page",
        printer: "QPrinter",
        shown: PdfToShow,
        printed: Callable[[bytes], object] | None = None,
    ) -> None:
        self._page = page
        self._printer = printer
        self._shown = shown
        self._printed = printed
        self._painter = QPainter()
        self._left = pages_wanted(printer, len(shown.pages))
        self._begun = False

    def start(self) -> None:
        """Print; says on the page how it went."""
        if self._painter.begin(self._printer):
            self._draw_some()
        else:
            self._say_no_answer()

    def _draw_some(self) -> None:
        numbers, self._left = self._left[:DRAWN_AT_ONCE], self._left[DRAWN_AT_ONCE:]
        if not numbers:
            self._painter.end()
            if self._printed is not None:
                self._printed(self._shown.data)
            self._page.said.emit(_("Sent to the printer. Fetch it soon, so that nobody else reads it."))
            return
        widest = max(self._shown.pages[number - 1][0] for number in numbers)
        pixels_wide = round(widest / POINTS_PER_INCH * DOTS_PER_INCH)
        job = partial(look_at_pdf.draw, self._shown.data, numbers, pixels_wide)
        self._page.records.run(job, self._put_on_paper, self._stop)

    def _put_on_paper(self, images: Sequence[PageImage]) -> None:
        for image in images:
            if self._begun and not self._printer.newPage():
                self._printer.abort()
                self._painter.end()
                self._say_no_answer()
                return
            self._begun = True
            picture = QImage(
                image.data, image.width, image.height, 4 * image.width, QImage.Format.Format_RGB32
            )
            sheet = QRectF(self._painter.viewport())
            scale = min(sheet.width() / image.width, sheet.height() / image.height)
            self._painter.drawImage(QRectF(0, 0, image.width * scale, image.height * scale), picture)
        self._draw_some()

    def _stop(self, sentence: str) -> None:
        self._printer.abort()
        self._painter.end()
        self._page.went_wrong.emit(sentence)

    def _say_no_answer(self) -> None:
        self._page.went_wrong.emit(
            _("The printer did not answer. Your records are safe. Check the printer, then try again.")
        )


def pages_wanted(printer: "QPrinter", count: int) -> tuple[int, ...]:
    """The numbers of the pages to print: all of them, or from one to another as chosen in the dialog."""
    if printer.printRange() != printer.PrintRange.PageRange:
        return tuple(range(1, count + 1))
    first, last = max(1, printer.fromPage()), min(count, printer.toPage() or count)
    return tuple(range(first, last + 1))
