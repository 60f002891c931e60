"""A child's own book: big and friendly, meeting after meeting."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.answer import AnswerToChild, not_answered
from carer_app.paper.content.pieces import Piece, Quotation, SheetPart, SmallHeading, Title, parts_of, told
from carer_app.paper.content.printed import Printed, Quote, Told
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_day
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class BookMeeting(Printed):
    """One meeting in the child's own book, called what it was called then. `said` is what has no answer beside it."""

    on: date | None
    said: tuple[Quote, ...] = ()
    answers: tuple[AnswerToChild, ...] = ()
    kind_words: tuple[Quote, ...] = ()
    meeting: str = "meeting"

    def needs(self) -> tuple[str, ...]:
        return ("said", "answers", "kind_words")

    def part(self) -> SheetPart:
        """Everything of this meeting under its day."""
        pieces: list[Piece] = []
        for answer in self.answers:
            pieces += answer.pieces(self.meeting)
        pieces += not_answered(self.said)
        if self.kind_words:
            pieces.append(SmallHeading(_("Something good that was said")))
            pieces += [Quotation(each) for each in self.kind_words]
        return SheetPart(say_day(self.on) if self.on else _("A meeting"), tuple(pieces))


@dataclass(frozen=True, slots=True)
class ChildBook(Sheet):
    """What a child said and what came of it, over the years, letters to them, and what they achieved by year."""

    child: str
    meetings: tuple[BookMeeting, ...] = ()
    achieved: tuple[Told, ...] = ()
    letters: tuple[Told, ...] = ()
    pictures: tuple[Quote, ...] = ()

    document_title = _("My own book")
    footer = _("This book is yours.")
    file_name = "My own book.pdf"
    text_size = 18
    shows_drawings = True
    is_the_childs = True

    @property
    def title(self) -> str:
        return _("{child}’s own book").format(child=self.child)

    @property
    def is_empty(self) -> bool:
        return not (self.meetings or self.achieved or self.letters or self.pictures)

    def pieces(self) -> tuple[Piece, ...]:
        parts = [meeting.part() for meeting in self.meetings]
        parts += parts_of(self.letters)
        if self.achieved:
            years = [piece for year in self.achieved for piece in told(year.label, "\n".join(year.lines))]
            parts.append(SheetPart(_("Things I did"), tuple(years)))
        if self.pictures:
            shown = tuple(Quotation(each) for each in self.pictures)
            parts.append(SheetPart(_("Certificates and pictures"), shown))
        return (Title(self.title), *parts)
