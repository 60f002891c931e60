"""What a sheet is made of, piece by piece, in reading order. Each piece knows what it is and holds its words.

How it looks is the business of `carer_app.paper.pdf`: no font, no colour and no width is known here. `apart` is the
room above a piece in heights of a letter, where the usual room is not enough to show that something new begins.
"""

from dataclasses import dataclass
from enum import IntEnum

from carer_app.paper.content.printed import Item, Mark, Printed, Quote, Told
from carer_app.paper.content.year_drawn import YearDrawn

Span = tuple[str, bool]
"""Words, and whether they are bold."""


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of the whole sheet."""

    words: str


@dataclass(frozen=True, slots=True)
class SheetOpening:
    """The lines under the title. The first says when, or for whom, and stands out."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SmallHeading:
    """The heading of a line or two; it stays with what follows."""

    words: str
    apart: float | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in a sentence or more. `small` words may stand back."""

    spans: tuple[Span, ...]
    apart: float | None = None
    small: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's exact words, with a picture where one was drawn, and whose they are. `label` goes before them."""

    quote: Quote
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """The child's line beneath something that the carer wrote."""

    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list in no order."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """A list whose lines are numbered from 1."""

    lines: tuple[str, ...]
    apart: float | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A list of things with a label each. The labels stand in a column of their own unless `in_column` is false."""

    items: tuple[Item, ...]
    in_column: bool = True


@dataclass(frozen=True, slots=True)
class Marked:
    """How far something has come, as a shape, and its words. Without a mark they stand at the same edge."""

    mark: Mark | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ShortThings:
    """A list of short things: two to a line where there is room."""

    things: tuple[Marked | Paragraph, ...]


@dataclass(frozen=True, slots=True)
class ToTick:
    """A list of things with a box to tick before each and a line to write on below."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FillIn:
    """A label, with what is known or a line to write it on: at most `widest` heights of a letter wide, or any width."""

    label: str
    known: str = ""
    widest: float = 0.0


@dataclass(frozen=True, slots=True)
class LastLines:
    """Two lines that somebody fills in before leaving the room: side by side where there is room."""

    first: FillIn
    second: FillIn


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty lines to write on, as many as `count`. Unless they stay `together`, the next page may have the rest."""

    count: int
    together: bool = True


class Room(IntEnum):
    """How much room a page has for lines to write on: none, one line for all things of a kind, or one for each."""

    NONE = 0
    FOR_ALL = 1
    FOR_EACH = 2


@dataclass(frozen=True, slots=True)
class RoomFor:
    """A label and a line to write on, left out unless the page has just so much room."""

    label: str
    room: Room = Room.FOR_EACH


@dataclass(frozen=True, slots=True)
class Pair:
    """A name with what is said of it in small words, and what belongs to it: empty where somebody writes it in."""

    name: str
    belongs: str = ""
    small: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """A table of two columns without a head: names, which take `share` of the width, and what belongs to them."""

    rows: tuple[Pair, ...]
    share: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its head. It takes `share` of the width, `letters` times the height of a letter, or what is left.

    What is `to_fill_in` at the meeting has boxes.
    """

    head: str
    share: float = 0.0
    letters: float = 0.0
    to_fill_in: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One cell for each column, and what is said of the row beneath it."""

    cells: tuple[str, ...]
    beneath: "tuple[Piece, ...]" = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head. Where words are too big for columns, its cells stand below each other with their heads.

    A `numbered` one counts its rows from `first`.
    """

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    numbered: bool = False
    first: int = 1


@dataclass(frozen=True, slots=True)
class Decision:
    """Something agreed: how far it has come, in a shape and in words, and what is `asked` in the box beside it."""

    mark: Mark
    what: str
    state: str
    note: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """A table under its heading: what was agreed, and a box to write in. `head` is that of the boxes."""

    heading: str
    rows: tuple[Decision, ...]
    head: str = ""


@dataclass(frozen=True, slots=True)
class CodeGroups:
    """A code in numbered groups, a box for each letter; an empty group has empty boxes."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture(Printed):
    """A drawing (SVG, 96 by 96) and the words that say what it shows."""

    words: str
    drawing: str


@dataclass(frozen=True, slots=True)
class PicturesToCut:
    """Pictures with their words below, to cut out, so many `across`. One without a drawing is a place to stick on."""

    pictures: tuple[Picture, ...]
    across: int = 3


@dataclass(frozen=True, slots=True)
class PicturesBeside:
    """Drawings side by side, their words below: for who does not read yet."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class PhotographedPage(Printed):
    """A page of paper that was photographed, as big as a page of ours lets it be; `words` say what it is."""

    words: str
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Pieces that belong together under a heading. A numbered part is set in; `in_box` puts it in the soft box."""

    heading: str
    pieces: "tuple[Piece, ...]"
    number: int = 0
    in_box: bool = False


Piece = (
    Title
    | SheetOpening
    | SheetPart
    | SmallHeading
    | Paragraph
    | Quotation
    | Reply
    | Points
    | Steps
    | Labelled
    | Marked
    | ShortThings
    | ToTick
    | FillIn
    | LastLines
    | WritingLines
    | RoomFor
    | Pairs
    | Table
    | Decisions
    | CodeGroups
    | PicturesToCut
    | PicturesBeside
    | PhotographedPage
    | YearDrawn
)
"""Everything that can stand on a sheet."""


def words(text: str, apart: float | None = None) -> Paragraph:
    """A paragraph in which nothing is bold."""
    return Paragraph(((text, False),), apart)


def strong(text: str, apart: float | None = None) -> Paragraph:
    """A paragraph that is bold from end to end."""
    return Paragraph(((text, True),), apart)


def small(text: str, apart: float | None = None) -> Paragraph:
    """A paragraph that may stand back."""
    return Paragraph(((text, False),), apart, small=True)


def told(label: str, text: str) -> tuple[SmallHeading, Paragraph]:
    """A small heading and the words below it."""
    return SmallHeading(label, 0.6), words(text, 0.0)


def parts_of(told: tuple[Told, ...]) -> tuple[SheetPart, ...]:
    """What is told, each under its heading."""
    return tuple(SheetPart(each.label, tuple(words(line) for line in each.lines)) for each in told)


def small_print(lines: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Small and last: the day, and where it comes from."""
    return tuple(small(line, 0.0 if place else 1.0) for place, line in enumerate(lines))
