"""From leaflets and words to what goes on paper. Needs no records."""

from carer_app.glossary import Word, words
from carer_app.leaflets import leaflet
from carer_app.paper.content import LeafletSheet, Told, WordsSheet
from carer_app.typed_dates import say_day
from carer_app.words import _


def leaflet_sheet(key: str) -> LeafletSheet:
    """One leaflet, as it is printed."""
    read = leaflet(key)
    return LeafletSheet(
        title=read.title,
        for_whom=read.for_whom,
        told=tuple(Told(section.heading, section.lines) for section in read.sections),
        footer=_("PEP Companion. For England. Written on {day}.").format(day=say_day(read.written_on)),
    )


def words_sheet() -> WordsSheet:
    """All words explained, as they are printed."""
    return WordsSheet(told=tuple(Told(name_of(word), (word.means,)) for word in words()))


def name_of(word: Word) -> str:
    """For example "Designated teacher (DT)"."""
    return f"{word.title} ({', '.join(word.other_names)})" if word.other_names else word.title
