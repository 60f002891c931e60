"""From what goes on a sheet to the bytes that are shown, printed and saved."""

from typing import Literal

from carer_app.paper.content import (
    ActionsForReview,
    AdultsSheet,
    BlankNotes,
    CardsToCut,
    ChildBook,
    ChildSheet,
    DatesSheet,
    LeafletSheet,
    MeetingSheet,
    MySheet,
    NumbersSlip,
    PocketCard,
    Sheet,
    WayBackSheet,
    WhatIHold,
    WordsSheet,
)

TextSize = Literal[12, 14, 18]
CHILD_TEXT_SIZE: TextSize = 18

FILE_NAMES: dict[type, str] = {
    MeetingSheet: "PEP notes.pdf",
    MySheet: "PEP notes with room to write.pdf",
    AdultsSheet: "For the adults only.pdf",
    LeafletSheet: "Leaflet.pdf",
    WordsSheet: "Words explained.pdf",
    NumbersSlip: "People I can talk to.pdf",
    PocketCard: "Three things to say.pdf",
    ChildSheet: "My school meeting.pdf",
    ActionsForReview: "Actions for a review.pdf",
    WhatIHold: "What I hold.pdf",
    DatesSheet: "PEP dates.pdf",
    BlankNotes: "Blank PEP notes.pdf",
    CardsToCut: "Picture cards.pdf",
    ChildBook: "My own book.pdf",
    WayBackSheet: "Way-back-in sheet.pdf",
}
"""Suggested names for a saved sheet: no child's name in any of them."""


def make_pdf(sheet: Sheet, text_size: TextSize) -> bytes:
    """The PDF of a sheet. `text_size` in points. The same sheet gives the same bytes."""
    from carer_app.paper import pdf

    return pdf.MAKERS[type(sheet)](sheet, text_size)


def missing_letters(sheet: Sheet) -> list[str]:
    """Letters and signs on the sheet that none of the fonts can print."""
    from carer_app.paper import pdf

    return pdf.missing_characters(sheet)
