"""PDFs as councils' PEPs look: the same four things agreed, laid out in eight ways."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    PageBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

Thing = tuple[str, str, str]
AGREED: tuple[Thing, ...] = (
    (
        "Start a reading group with two other children, three times a week before lunch",
        "Mr Fox",
        "20 March 2026",
    ),
    ("Ask about a place at swimming on Saturdays", "Foster carer", "End of April"),
    ("Send the new laptop and show how it works", "Ms Ali (social worker)", "27/03/2026"),
    ("Use the quiet room when playtime is too loud", "Designated teacher", "Ongoing"),
)
"""What, who, by when."""

_STYLE = getSampleStyleSheet()["BodyText"]
_HEAD = getSampleStyleSheet()["Heading2"]
_INTRO = (
    "This plan was made at school. Mia likes art and reading to the dog. She has had a good term and was there for "
    "the first part of the meeting. Attendance is 96 per cent."
)
_AFTER = "Signed on behalf of the virtual school. The next meeting is in the autumn term."


def _words(text: str) -> Paragraph:
    return Paragraph(text, _STYLE)


def _made(flow: Sequence[Any], size: tuple[float, float] = A4) -> bytes:
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=size).build(list(flow))
    return out.getvalue()


def _table(rows: Sequence[Sequence[str]], widths: Sequence[float], lines: bool) -> Table:
    table = Table([[_words(cell) for cell in row] for row in rows], colWidths=list(widths), repeatRows=1)
    style: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if lines:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    table.setStyle(style)
    return table


def ruled_table() -> bytes:
    """Three columns with lines round every cell, words before and after."""
    rows = [("Action", "By whom", "By when"), *AGREED]
    return _made(
        [Paragraph("Personal Education Plan", _HEAD), _words(_INTRO), Spacer(1, 14),
         _table(rows, (260, 100, 90), True), Spacer(1, 20), _words(_AFTER)]
    )  # fmt: skip


def open_table() -> bytes:
    """No lines at all, the person first."""
    rows = [("Who", "What needs to happen", "When"), *((who, what, when) for what, who, when in AGREED)]
    return _made([_words(_INTRO), Spacer(1, 14), _table(rows, (110, 250, 90), False)])


def wide_table() -> bytes:
    """On its side: numbers, targets, why, how and cost beside who and when, heads in two lines."""
    rows = [("No", "Outcome/Target", "Why?", "Who will be responsible?", "When?", "PP+ Cost")]
    rows += [
        (str(number), what, "So that reading gets easier.", who, when, "£120")
        for number, (what, who, when) in enumerate(AGREED, start=1)
    ]
    return _made([_words(_INTRO), _table(rows, (30, 220, 150, 100, 90, 70), True)], landscape(A4))


def tick_boxes() -> bytes:
    """Each action with an empty box before it, a status column behind."""
    rows = [("Agreed action", "Lead", "Target date", "Status")]
    rows += [(f"□ {what}", who, when, "Open") for what, who, when in AGREED]
    return _made([_words(_INTRO), _table(rows, (220, 90, 90, 50), True)])


def under_labels() -> bytes:
    """A block for each target, a label on each line."""
    flow: list[Any] = [_words(_INTRO)]
    for number, (what, who, when) in enumerate(AGREED, start=1):
        flow += [Spacer(1, 12), _words(f"<b>Target {number}:</b> {what}")]
        flow += [_words(f"<b>By whom:</b> {who}"), _words(f"<b>By when:</b> {when}")]
        flow += [_words("<b>Success criteria:</b> It is seen by the next meeting.")]
    return _made([*flow, Spacer(1, 20), _words(_AFTER)])


def bulleted_list() -> bytes:
    """Sentences under a heading: who is to do what by when."""
    flow: list[Any] = [_words(_INTRO), Paragraph("Agreed actions", _HEAD)]
    flow += [_words(f"• {who} to {what[0].lower()}{what[1:]} by {when}.") for what, who, when in SENTENCES]
    return _made([*flow, Paragraph("Views of the school", _HEAD), _words(_AFTER)])


SENTENCES: tuple[Thing, ...] = tuple(
    (what, who, when) for what, who, when in AGREED if any(letter.isdigit() for letter in when)
)


def two_columns() -> bytes:
    """A page in two columns, as newsletters are: the table stands in the right one."""
    out = BytesIO()
    wide, high = A4
    frames = [Frame(40, 40, wide / 2 - 50, high - 80), Frame(wide / 2 + 10, 40, wide / 2 - 50, high - 80)]
    document = BaseDocTemplate(out, pagesize=A4)
    document.addPageTemplates([PageTemplate(frames=frames)])
    rows = [("Target", "Who", "By when"), *AGREED]
    filler = [_words(_INTRO) for _number in range(12)]
    document.build([*filler, FrameBreak(), _table(rows, (120, 60, 60), True)])
    return out.getvalue()


def over_two_pages() -> bytes:
    """The table goes on overleaf, its head said again."""
    rows = [("Actions to be taken", "Person responsible", "Timescale"), *AGREED]
    return _made(
        [
            _words(_INTRO),
            PageBreak(),
            *(_words(_INTRO) for _n in range(11)),
            _table(rows, (250, 110, 90), True),
        ]
    )


def no_actions() -> bytes:
    """A page of a PEP on which nothing was agreed: it has a table all the same."""
    rows = [
        ("Subject", "Level", "Date"),
        ("English", "Working towards", "May 2026"),
        ("Maths", "Expected", "May 2026"),
    ]
    return _made([_words(_INTRO), _table(rows, (200, 150, 100), True), _words(_AFTER)])


LAYOUTS: dict[str, Callable[[], bytes]] = {
    each.__name__: each
    for each in (
        ruled_table, open_table, wide_table, tick_boxes, under_labels, bulleted_list, two_columns, over_two_pages,
    )
}  # fmt: skip


def picture() -> bytes:
    """A page without a word of its own."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.rect(60, 60, 400, 600)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned(pages: int = 1) -> bytes:
    """Pages that are one picture each."""
    picture = ImageReader(Image.new("RGB", (60, 80), "white"))
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for _page in range(pages):
        canvas.drawImage(picture, 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return made.getvalue()
