"""What every sheet says of itself. Its file in `carer_app/paper/sheets/` is all there is: nothing lists the sheets."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Literal

from carer_app.paper.content.pieces import Piece
from carer_app.paper.content.printed import Printed
from carer_app.words import _

TextSize = Literal[12, 14, 18]
"""How big words on paper can be, in points."""

FOR_WHO_WORKS_WITH_THE_CHILD = _(
    "Private: about a child. For the people who work with this child only. Shred or hand back after."
)
"""The foot of what is handed over about one child."""


class Sheet(Printed, ABC):
    """A frozen dataclass of what is on one kind of sheet, which says in `pieces` what stands where."""

    __slots__ = ()

    if (
        TYPE_CHECKING
    ):  # each sheet has these, as a field, a property or one sentence for all sheets of its kind

        @property
        def title(self) -> str:
            """The heading of the sheet, and of each further page. It may name the child."""

        @property
        def document_title(self) -> str:
            """What the file and the window that shows it are called inside. It never names anybody."""

        @property
        def footer(self) -> str:
            """At the foot of each page: whose paper it is, and what to do with it afterwards."""

        @property
        def file_name(self) -> str:
            """The name offered when it is saved. It never names anybody."""

    @property
    def text_size(self) -> TextSize:
        """How big its words are unless somebody chooses, in points."""
        return 12

    @property
    def notes_heading(self) -> str:
        """The heading of a column for notes on each page; empty where there is none."""
        return ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to print yet."""
        return False

    @property
    def shows_drawings(self) -> bool:
        """Whether what the child drew is on it as a picture; elsewhere it says that there is a drawing."""
        return False

    @property
    def is_the_childs(self) -> bool:
        """Whether it is the child's own to keep: then their own words stand out."""
        return False

    @property
    def is_card(self) -> bool:
        """Whether it is a card to cut out, in letters as big as fit on it: then it has no text size of its own."""
        return False

    @abstractmethod
    def pieces(self) -> tuple[Piece, ...]:
        """Everything on it, in reading order."""
