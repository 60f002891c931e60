"""The child's own sheet, before the meeting and after it: big, plain and friendly."""

from dataclasses import dataclass
from datetime import date, time

from carer_app.paper.content.answer import AnswerToChild, Yes, not_answered
from carer_app.paper.content.pieces import (
    Picture,
    PicturesBeside,
    Piece,
    Quotation,
    SheetOpening,
    SheetPart,
    Steps,
    Title,
    WritingLines,
    words,
)
from carer_app.paper.content.printed import Quote, comma, when_words
from carer_app.paper.content.sheet import Sheet, TextSize
from carer_app.typed_dates import say_day
from carer_app.words import _

NO_ANSWER = _("Nobody has written here yet what came of this. You can ask.")


@dataclass(frozen=True, slots=True)
class ChildSheet(Sheet):
    """The child's own sheet, before the meeting (what I said, what happens next) or after it (what happened).

    `meeting` is what the meeting is called at the child's age. Who writes as adults do has words of their
    size; `pictures` show the others what happens next.
    """

    child: str
    after_the_meeting: bool = False
    meeting_on: date | None = None
    meeting_at: time | None = None
    where: str = ""
    child_says: tuple[Quote, ...] = ()
    happens_next: tuple[str, ...] = ()
    answers: tuple[AnswerToChild, ...] = ()
    kind_words: tuple[Quote, ...] = ()
    yeses: tuple[Yes, ...] = ()
    next_meeting_on: date | None = None
    people_to_ask: tuple[str, ...] = ()
    meeting: str = "meeting"
    text_size: TextSize = 18
    pictures: tuple[Picture, ...] = ()

    document_title = _("My school meeting")
    footer = _("This sheet is yours.")
    file_name = "My school meeting.pdf"
    shows_drawings = True
    is_the_childs = True

    @property
    def title(self) -> str:
        heading = (
            _("{child}: what happened at the {meeting}") if self.after_the_meeting else _("{child}’s sheet")
        )
        return heading.format(child=self.child, meeting=self.meeting)

    @property
    def when_line(self) -> str:
        """When and where, for example "Wednesday 18 March 2026, 2.00pm, the library"; empty where nothing is known."""
        return comma(when_words(self.meeting_on, self.meeting_at), self.where)

    def pieces(self) -> tuple[Piece, ...]:
        pieces: list[Piece] = [Title(self.title)]
        if self.when_line:
            pieces.append(SheetOpening((self.when_line,)))
        for answer in self.answers:
            pieces += answer.pieces(self.meeting)
        pieces += self._said()
        if self.yeses:
            pieces.append(SheetPart(_("Who said yes to what"), tuple(yes.piece() for yes in self.yeses)))
        if self.kind_words:
            said = tuple(Quotation(quote) for quote in self.kind_words)
            pieces.append(SheetPart(_("Something good that was said"), said))
        if self.happens_next:
            shown = (PicturesBeside(self.pictures),) if self.pictures else ()
            pieces.append(SheetPart(_("What happens next"), (*shown, Steps(self.happens_next))))
        if self.next_meeting_on:
            next_one = _("{day} was agreed for the next {meeting}.")
            pieces.append(
                words(next_one.format(meeting=self.meeting, day=say_day(self.next_meeting_on)), 0.8)
            )
        if self.people_to_ask:
            ask = _("You can ask {names} about anything on this sheet.")
            pieces.append(words(ask.format(names=_any_of(self.people_to_ask)), 0.8))
        pieces.append(SheetPart(_("I want to add"), (WritingLines(2),)))
        return tuple(pieces)

    def _said(self) -> list[Piece]:
        """What the child said, and apart from it what others think they would say. Nothing came of it yet."""
        pieces: list[Piece] = [*not_answered(self.child_says)]
        if pieces and self.after_the_meeting:
            pieces.append(words(NO_ANSWER, 0.4))
        return pieces


def _any_of(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return _("{names} or {last}").format(names=", ".join(names[:-1]), last=names[-1])
