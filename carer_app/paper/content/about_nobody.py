"""What is about nobody by name: dates, leaflets, words explained, a blank sheet, the way-back-in sheet."""

from dataclasses import dataclass
from datetime import date

from carer_app.paper.content.printed import Printed, Told
from carer_app.typed_dates import say_day
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class DatesSheet(Printed):
    """Dates that were worked out from days alone: about nobody by name."""

    as_of: date
    told: tuple[Told, ...] = ()

    @property
    def title(self) -> str:
        return _("Dates for a PEP")

    def opening_lines(self) -> tuple[str, ...]:
        return (_("Worked out on {day}").format(day=say_day(self.as_of)),)


@dataclass(frozen=True, slots=True)
class LeafletSheet(Printed):
    """A leaflet: about nobody. A line that begins with "- " is a point of a list. `end`: the day, and the sources."""

    title: str
    for_whom: str = ""
    told: tuple[Told, ...] = ()
    end: tuple[str, ...] = ()
    footer: str = ""


@dataclass(frozen=True, slots=True)
class WordsSheet(Printed):
    """Words explained: about nobody. `end`: the day on which they were looked at."""

    told: tuple[Told, ...] = ()
    end: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return _("Words explained")


@dataclass(frozen=True, slots=True)
class BlankNotes(Printed):
    """The sheet for the meeting with lines to write on, for somebody who keeps nothing on a computer.

    `parts` are the headings, with how many lines each has; `told` are lines to read first.
    """

    title: str
    to_fill_in: tuple[str, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WayBackSheet(Printed):
    """The paper that opens the records when the password is forgotten; without groups, a form to copy them on."""

    groups: tuple[str, ...] = ()
    made_on: date | None = None

    @property
    def title(self) -> str:
        return _("Way-back-in sheet")


@dataclass(frozen=True, slots=True)
class CardToCut(Printed):
    """One card: its words, and its drawing (SVG, 96 by 96)."""

    words: str
    drawing: str


@dataclass(frozen=True, slots=True)
class CardsToCut(Printed):
    """Picture cards to cut out and sort on the table: about nobody."""

    how: str
    cards: tuple[CardToCut, ...] = ()

    @property
    def title(self) -> str:
        return _("Picture cards about school")
