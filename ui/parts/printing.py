"""Printing a PDF: the same bytes as on screen, drawn for the printer by the reader process."""

from functools import partial
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

from carer_app.imports.documents import MOST_DRAWN, PageImage
from carer_app.jobs import look_at_pdf
from carer_app.jobs.look_at_pdf import PdfToShow
from carer_app.words import _
from ui import dialogs

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.page import Page

DOTS_PER_INCH = 200
POINTS_PER_INCH = 72


def print_pages(page: "Page", shown: PdfToShow) -> None:
    """Ask which printer, then print. Where there is no printer, say what to do instead."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        page.said.emit(_("No printer was found. Save as PDF, and print it somewhere else."))
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName("PEP")
    dialog = QPrintDialog(printer, page.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialogs.let_lock_through(dialog, page.window())
    dialog.accepted.connect(lambda: _draw_for(page, printer, shown))
    dialog.open()


def _draw_for(page: "Page", printer: "QPrinter", shown: PdfToShow) -> None:
    numbers = tuple(range(1, len(shown.pages) + 1))[:MOST_DRAWN]
    wide = round(max(width for width, _height, _text in shown.pages) / POINTS_PER_INCH * DOTS_PER_INCH)
    page.records.run(
        partial(look_at_pdf.draw, shown.data, numbers, wide), lambda images: send_to(printer, images, page.said.emit)
    )


def send_to(printer: "QPrinter", images: list[PageImage], say: Callable[[str], object]) -> None:
    """Put drawn pages on paper, each as large as the sheet allows."""
    painter = QPainter()
    if not painter.begin(printer):
        say(_("The printer did not answer. Your records are safe. Check the printer and try again."))
        return
    for position, image in enumerate(images):
        if position:
            printer.newPage()
        picture = QImage(image.data, image.width, image.height, 4 * image.width, QImage.Format.Format_RGB32)
        sheet = QRectF(painter.viewport())
        scale = min(sheet.width() / image.width, sheet.height() / image.height)
        painter.drawImage(QRectF(0, 0, image.width * scale, image.height * scale), picture)
    painter.end()
    say(_("Sent to the printer."))
