"""From what goes on a sheet to the bytes that are shown, printed and saved."""

from carer_app.paper.content import Sheet, TextSize


def make_pdf(sheet: Sheet, text_size: TextSize | None = None) -> bytes:
    """The PDF of a sheet, in its own text size where none is given (points). The same sheet gives the same bytes."""
    from carer_app.paper import pdf

    return pdf.make_pdf(sheet, text_size)


def missing_letters(sheet: Sheet) -> list[str]:
    """Letters and signs on the sheet that none of the fonts can print."""
    from carer_app.paper import pdf

    return pdf.missing_characters(sheet)
