"""Four more PEP forms, unlike the others: a row torn by the end of a page, ticks that say who, cards, and label tables.

The same four things are agreed in each. What a machine reads of each as a scan is in the tests.
"""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.imports.pep_like import Thing
from tests.imports.word_files import paragraph, word_file
from tests.imports.word_peps import cell, p, rows

AGREED: tuple[Thing, ...] = (
    (
        "Phonics in a small group before lunch, and the same words sent home on Fridays",
        "School",
        "3 April 2026",
    ),
    ("Read together every evening, ten minutes, and write it in the yellow book", "Carer", "Ongoing"),
    ("Ask the nurse for a hearing test and tell school what comes of it", "Social worker", "27 March 2026"),
    ("A place to go to at playtime, with one friend", "School", "Half term"),
)
_STYLE = getSampleStyleSheet()["BodyText"]
_HEAD = getSampleStyleSheet()["Heading2"]


def _words(text: str) -> Paragraph:
    return Paragraph(text, _STYLE)


def _made(flow: Sequence[Any]) -> bytes:
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(list(flow))
    return out.getvalue()


def _ruled(table_rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> Table:
    table = Table(list(table_rows), colWidths=list(widths))
    table.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    )
    return table


def torn_row() -> bytes:
    """The end of the page goes through a row: its words go on overleaf, below no heads, and who and when stay above."""
    heads = ("What will happen", "Who will do this", "Date to be completed")
    what, who, when = AGREED[2]
    above, below = what[:32], what[33:]
    first = [[_words(each) for each in row] for row in (heads, *AGREED[:2], (above, who, when))]
    second = [[_words(each) for each in row] for row in ((below, "", ""), AGREED[3])]
    widths = (160, 90, 110)
    return _made(
        [Paragraph("Personal Education Plan", _HEAD), Spacer(1, 500), _ruled(first, widths), PageBreak(),
         _ruled(second, widths), _words("Signed: Ms Hill")]
    )  # fmt: skip


def ticks_for_who() -> bytes:
    """A column for each who may do it, and a tick in one of them."""
    parts = ("School", "Carer", "Social worker")
    body = [
        [_words(what), *("[X]" if part == who else "[ ]" for part in parts), _words(when)]
        for what, who, when in AGREED
    ]
    heads = ["Action", *parts, "By when"]
    return _made([Paragraph("Actions", _HEAD), _ruled([heads, *body], (200, 50, 50, 80, 90))])


def cards() -> bytes:
    """Four boxes, two beside two: in each an action, who, and by when."""

    def card(thing: Thing) -> list[Paragraph]:
        what, who, when = thing
        return [
            _words(f"<b>Action:</b> {what}"),
            _words(f"<b>Who:</b> {who}"),
            _words(f"<b>When:</b> {when}"),
        ]

    grid = [[card(AGREED[0]), card(AGREED[1])], [card(AGREED[2]), card(AGREED[3])]]
    return _made([Paragraph("What we agreed", _HEAD), _ruled(grid, (230, 230))])


def label_tables() -> bytes:
    """Word: a table for each action in a cell of the form, its labels at the left."""
    made = [
        rows(
            cell(paragraph("Action")) + cell(p(what)),
            cell(paragraph("Person responsible")) + cell(p(who)),
            cell(paragraph("Timescale")) + cell(p(when)),
            cell(paragraph("How will we know?")) + cell(p("It is seen at the next meeting.")),
        )
        for what, who, when in AGREED
    ]
    return word_file(
        paragraph("PEP", "Heading1"),
        rows(
            *(cell(paragraph(f"Target {n}")) + cell(each, "<w:p/>") for n, each in enumerate(made, start=1))
        ),
    )


LAYOUTS: dict[str, Callable[[], bytes]] = {
    each.__name__: each for each in (torn_row, ticks_for_who, cards, label_tables)
}
