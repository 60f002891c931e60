"""From what goes on a sheet to the bytes that are shown, printed and saved."""

from carer_app.paper.content import ActionsForReview, ChildSheet, MeetingSheet, MySheet, Sheet

FILE_NAMES = {
    MeetingSheet: "PEP notes.pdf",
    MySheet: "PEP notes with room to write.pdf",
    ChildSheet: "My sheet.pdf",
    ActionsForReview: "Actions for the review.pdf",
}
"""Suggested names for a saved sheet: no child's name in any of them."""


def make_pdf(sheet: Sheet, text_size: int = 12) -> bytes:
    """The PDF of a sheet. `text_size` in points. The same sheet gives the same bytes."""
    from carer_app.paper import pdf

    return pdf.make(sheet, text_size=text_size)


def missing_letters(sheet: Sheet) -> list[str]:
    """Letters and signs on the sheet that none of the fonts can print."""
    from carer_app.paper import pdf

    return pdf.missing_characters(sheet)
