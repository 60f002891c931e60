"""From leaflets and words to what goes on paper. Needs no records."""

from carer_app.glossary import Word, words
from carer_app.leaflets import OwnNumbers, leaflet
from carer_app.paper.content import LeafletSheet, Told, WordsSheet
from carer_app.typed_dates import say_day
from carer_app.words import _

TO_WRITE_ON = "_" * 30
"""Where a number is not known, on paper."""


def leaflet_sheet(key: str, own: OwnNumbers | None = None) -> LeafletSheet:
    """One leaflet, as it is printed, with the carer's own numbers or room to write them."""
    read = leaflet(key)
    return LeafletSheet(
        title=read.title,
        for_whom=read.for_whom,
        told=tuple(
            Told(section.heading, section.lines)
            for section in read.sections_with(own or OwnNumbers(), TO_WRITE_ON)
        ),
        footer=_("PEP Companion. For England. Written on {day}.").format(day=say_day(read.written_on)),
    )


def words_sheet() -> WordsSheet:
    """All words explained, as they are printed."""
    return WordsSheet(told=tuple(Told(name_of(word), (word.means,)) for word in words()))


def name_of(word: Word) -> str:
    """For example "Designated teacher (DT)"."""
    return f"{word.title} ({', '.join(word.other_names)})" if word.other_names else word.title
