"""A child's own book as rows on paper: big and friendly, meeting after meeting."""

from carer_app.paper.content import BookMeeting, ChildBook
from carer_app.paper.pdf_child import answer_rows
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import Cell, Row
from carer_app.typed_dates import say_day
from carer_app.words import _


def book_rows(book: ChildBook, pen: Pen) -> list[Row]:
    """Everything in the book, in order."""
    rows = [pen.title(book.title)]
    for meeting in book.meetings:
        rows += _meeting(meeting, pen)
    if book.achieved:
        rows.append(pen.heading(_("Things I did")))
        for year in book.achieved:
            rows += pen.told(year.label, "\n".join(year.lines))
    return rows


def _meeting(meeting: BookMeeting, pen: Pen) -> list[Row]:
    rows = [pen.heading(say_day(meeting.on) if meeting.on else _("A meeting"))]
    box = pen.in_panel()
    rows += [row for each in meeting.said for row in box.quote(each)]
    for answer in meeting.answers:
        rows += answer_rows(answer, pen)
    if meeting.kind_words:
        label = Cell(pen.left, pen.width, pen.words(_("Something good that was said"), bold=True))
        rows.append(pen.row(label, with_next=True))
        rows += [row for each in meeting.kind_words for row in pen.quote(each)]
    return rows
