"""Six pages of a sheet, tagged, beside the same words as bare paragraphs: same faces, same size, no tags, no lists."""

import time
from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from carer_app.paper import pdf
from carer_app.paper.content import Item
from carer_app.paper.sheets.meeting_sheet import MeetingSheet

RUNS = 15
PAGES = 6
SAID = (
    "She reads to Miss Kay every Tuesday and on most other days as well, and has finished two books by herself this "
    "term. She tells us about them at tea, and would like to choose the next one in the school library."
)
STYLE = ParagraphStyle("words", fontName="Andika-Regular", fontSize=12, leading=16)


def made() -> list[tuple[float, float]]:
    """Pairs of seconds of work (ours, bare)."""
    items = tuple(Item(f"{number}. {SAID}", "School") for number in range(1, 69))
    sheet = MeetingSheet("Mia", going_well=items, questions=tuple(f"{SAID} {n}" for n in range(1, 13)))
    first = pdf.make_pdf(sheet, 12)
    assert len(PdfReader(BytesIO(first)).pages) == PAGES
    texts = [f"<font name='Andika-Bold'>{item.label}</font> {item.what}" for item in items]
    texts += sheet.questions
    return [(_worked(lambda: pdf.make_pdf(sheet, 12)), _worked(lambda: _bare(texts))) for _run in range(RUNS)]


def _bare(texts: list[str]) -> bytes:
    made = BytesIO()
    SimpleDocTemplate(made).build([Paragraph(text, STYLE) for text in texts])
    return made.getvalue()


def _worked(work: Callable[[], bytes]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
