"""The sheets as PDF bytes. Preview, printer and saved file all get the same bytes from here."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

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
    WayBackSheet,
    WhatIHold,
    WordsSheet,
)
from carer_app.paper.pdf_adults import adults_rows, pocket_rows
from carer_app.paper.pdf_blank import blank_rows
from carer_app.paper.pdf_book import book_rows
from carer_app.paper.pdf_cards import cards_rows
from carer_app.paper.pdf_child import child_rows
from carer_app.paper.pdf_hold import hold_rows
from carer_app.paper.pdf_leaflet import leaflet_rows, words_rows
from carer_app.paper.pdf_meeting import meeting_rows, my_rows, notes_at_the_end
from carer_app.paper.pdf_pages import CARD_HEIGHT, CARD_WIDTH, Paper, pages_of, to_pdf
from carer_app.paper.pdf_parts import Pen, TextSize
from carer_app.paper.pdf_review import review_rows
from carer_app.paper.pdf_rows import Row
from carer_app.paper.pdf_slip import slip_rows
from carer_app.paper.pdf_text import missing_characters
from carer_app.paper.pdf_way_back import way_back_rows
from carer_app.words import _

__all__ = [
    "MAKERS",
    "TextSize",
    "actions_for_review",
    "adults_sheet",
    "blank_notes",
    "cards_to_cut",
    "child_book",
    "child_sheet",
    "leaflet_sheet",
    "meeting_sheet",
    "missing_characters",
    "my_sheet",
    "numbers_slip",
    "pocket_card",
    "way_back_sheet",
    "what_i_hold",
    "words_sheet",
]

_ROOM_FOR_NOTES = 14
_ON_A_CARD = (16.0, 14.0, 12.0, 11.0)


def meeting_sheet(content: MeetingSheet, text_size: TextSize = 12) -> bytes:
    """The sheet for everyone at the meeting."""
    paper = Paper(
        title=_("Notes for a PEP meeting"),
        running_head=content.title,
        footer=_("Private: about a child. For people at the meeting only. Shred or hand back after."),
        size=text_size,
    )
    return _printed(partial(meeting_rows, content), Pen(text_size), paper)


def my_sheet(content: MySheet, text_size: TextSize = 12) -> bytes:
    """The carer's own copy, with what to say and room for notes."""
    heading = _("My notes")
    beside = text_size <= _ROOM_FOR_NOTES
    paper = Paper(
        title=_("My notes for a PEP meeting"),
        running_head=content.sheet.title,
        footer=_("Private: about a child. My own copy. Lock it away or shred it after."),
        notes_heading=heading if beside else "",
        size=text_size,
    )
    if beside:
        return _printed(partial(my_rows, content), Pen(text_size).beside_notes(), paper)
    return _printed(lambda pen: my_rows(content, pen) + notes_at_the_end(heading, pen), Pen(text_size), paper)


def adults_sheet(content: AdultsSheet, text_size: TextSize = 12) -> bytes:
    """What the grown-ups should know before the child joins."""
    paper = Paper(
        title=_("For the adults at a PEP meeting"),
        running_head=content.title,
        footer=_("Private. For the adults only, not for the meeting table. Shred or hand back after."),
        size=text_size,
    )
    return _printed(partial(adults_rows, content), Pen(text_size), paper)


def pocket_card(content: PocketCard, text_size: TextSize = 12) -> bytes:
    """Three things to say, for the carer's own hand: a card to cut out, in letters as big as fit on it.

    It has one size whatever is chosen for sheets.
    """
    paper = Paper(
        title=_("Three things to say"),
        running_head=content.title,
        footer=_("Cut along the line. My own card. Shred it after."),
        cut_out=True,
    )
    for size in _ON_A_CARD:
        rows = pocket_rows(content, Pen(size, width=CARD_WIDTH))
        if sum(row.above + row.height for row in rows) <= CARD_HEIGHT:
            break
    return to_pdf(rows, paper)


def leaflet_sheet(content: LeafletSheet, text_size: TextSize = 12) -> bytes:
    """A leaflet. It names nobody."""
    paper = Paper(title=content.title, running_head=content.title, footer=content.footer, size=text_size)
    return _printed(partial(leaflet_rows, content), Pen(text_size), paper)


def words_sheet(content: WordsSheet, text_size: TextSize = 12) -> bytes:
    """The words explained. It names nobody."""
    footer = _("PEP Companion. Words for England.")
    paper = Paper(title=content.title, running_head=content.title, footer=footer, size=text_size)
    return _printed(partial(words_rows, content), Pen(text_size), paper)


def numbers_slip(content: NumbersSlip, text_size: TextSize = 14) -> bytes:
    """Whom a child can talk to. It names no child."""
    paper = Paper(
        title=content.title,
        running_head=content.title,
        footer=_("For you to keep."),
        size=text_size,
    )
    return _printed(partial(slip_rows, content), Pen(text_size), paper)


def child_sheet(content: ChildSheet, text_size: TextSize = 18) -> bytes:
    """The child's own sheet, before or after the meeting."""
    paper = Paper(
        title=_("My school meeting"),
        running_head=content.title,
        footer=_("This sheet is yours."),
        size=text_size,
    )
    return _printed(partial(child_rows, content), Pen(text_size), paper)


def actions_for_review(content: ActionsForReview, text_size: TextSize = 12) -> bytes:
    """The list of agreed actions for the child's review."""
    paper = Paper(
        title=_("Actions for a review"),
        running_head=content.title,
        footer=_("Private: about a child. For people at the review only. Shred or hand back after."),
        size=text_size,
    )
    return _printed(partial(review_rows, content), Pen(text_size), paper)


def what_i_hold(content: WhatIHold, text_size: TextSize = 12) -> bytes:
    """What is stored about a child, for the fostering service or whoever may ask."""
    paper = Paper(
        title=_("What I hold"),
        running_head=content.title,
        footer=_("Private: about a child. Shred or hand back after."),
        size=text_size,
    )
    return _printed(partial(hold_rows, content), Pen(text_size), paper)


def dates(content: DatesSheet, text_size: TextSize = 12) -> bytes:
    """Dates and their working, for a carer who keeps nothing."""
    paper = Paper(
        title=_("Dates for a PEP"),
        running_head=content.title,
        footer=_(
            "Worked out by PEP Companion from the days that were typed. Please check with the social worker."
        ),
        size=text_size,
    )
    return _printed(partial(hold_rows, content), Pen(text_size), paper)


def blank_notes(content: BlankNotes, text_size: TextSize = 12) -> bytes:
    """The sheet for the meeting with lines to write on."""
    paper = Paper(
        title=_("Blank notes for a PEP meeting"),
        running_head=content.title,
        footer=_("Private when filled in. For people at the meeting only. Shred or hand back after."),
        size=text_size,
    )
    return _printed(partial(blank_rows, content), Pen(text_size), paper)


def way_back_sheet(content: WayBackSheet, text_size: TextSize = 14) -> bytes:
    """The carer's way back in, or the form to copy its code on."""
    paper = Paper(
        title=_("Way-back-in sheet"),
        running_head=content.title,
        footer=_("Private: this paper opens locked records. Lock it away."),
        size=text_size,
    )
    return _printed(partial(way_back_rows, content), Pen(text_size), paper)


def child_book(content: ChildBook, text_size: TextSize = 18) -> bytes:
    """What a child said over the years, and what came of it."""
    paper = Paper(
        title=_("My own book"), running_head=content.title, footer=_("This book is yours."), size=text_size
    )
    return _printed(partial(book_rows, content), Pen(text_size), paper)


def cards_to_cut(content: CardsToCut, text_size: TextSize = 12) -> bytes:
    """The picture cards. It names nobody."""
    footer = _("PEP Companion. Drawn for this program; free to copy.")
    paper = Paper(title=content.title, running_head=content.title, footer=footer, size=text_size)
    return _printed(partial(cards_rows, content), Pen(text_size), paper)


MAKERS: dict[type, Callable[..., bytes]] = {
    MeetingSheet: meeting_sheet,
    MySheet: my_sheet,
    AdultsSheet: adults_sheet,
    PocketCard: pocket_card,
    ChildSheet: child_sheet,
    NumbersSlip: numbers_slip,
    ActionsForReview: actions_for_review,
    WhatIHold: what_i_hold,
    DatesSheet: dates,
    LeafletSheet: leaflet_sheet,
    WordsSheet: words_sheet,
    BlankNotes: blank_notes,
    CardsToCut: cards_to_cut,
    ChildBook: child_book,
    WayBackSheet: way_back_sheet,
}
"""Which function prints which sheet."""


def _printed(rows: Callable[[Pen], list[Row]], pen: Pen, paper: Paper) -> bytes:
    """With room to write where that takes no page more, and with closer lines where they save one."""
    least = pages_of(snug := rows(replace(pen, snug=True)))
    for each in (replace(pen, spacious=True), pen):
        if pages_of(made := rows(each)) <= least:
            return to_pdf(made, paper)
    return to_pdf(snug, paper)
