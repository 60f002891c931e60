"""The adults' sheet and the pocket card, as rows on paper."""

from carer_app.paper.content import AdultsSheet, PocketCard
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import Row


def adults_rows(sheet: AdultsSheet, pen: Pen) -> list[Row]:
    """Each thing under its own small heading: it is read in a minute before the meeting begins."""
    rows = [pen.title(sheet.title), *pen.opening(sheet.opening_lines())]
    for item in sheet.to_know:
        rows += pen.told(item.label, item.what)
    return rows


def pocket_rows(card: PocketCard, pen: Pen) -> list[Row]:
    """Three numbered lines, big."""
    box = pen.in_panel()
    rows = [pen.title(card.title), *pen.opening(card.opening_lines())]
    return [*rows, *(box.counted(number, thing) for number, thing in enumerate(card.things_to_say, start=1))]
