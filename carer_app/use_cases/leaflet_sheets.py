"""From leaflets and words to what goes on paper. Needs no records."""

from datetime import date

from carer_app.paper.content import Told
from carer_app.paper.sheets.leaflet_sheet import LeafletSheet
from carer_app.paper.sheets.words_sheet import WordsSheet
from carer_app.texts import facts
from carer_app.texts.glossary import Word, rests_on, words
from carer_app.texts.leaflets import Leaflet, OwnNumbers, leaflet
from carer_app.words import _

TO_WRITE_ON = "_" * 30
"""Where a number is not known, on paper."""


def leaflet_sheet(key: str, today: date, own: OwnNumbers | None = None) -> LeafletSheet:
    """One leaflet, as it is printed, with the carer's own numbers or room to write them."""
    read = leaflet(key)
    return LeafletSheet(
        title=read.title,
        for_whom=read.for_whom,
        told=tuple(
            Told(heading, lines) for heading, lines in read.told(own or OwnNumbers(), today, TO_WRITE_ON)
        ),
        end=end_of(read),
        footer=_("PEP Companion. For England."),
        text_size=read.text_size,
    )


def end_of(read: Leaflet) -> tuple[str, ...]:
    """The last lines of a leaflet, on screen and on paper: the day, and for grown-ups where it all comes from."""
    day = facts.as_we_had_them(read.facts)
    if read.for_children:
        return (day,)
    return (day, _("From: {sources}.").format(sources="; ".join(facts.sources(read.facts))))


def words_sheet(today: date) -> WordsSheet:
    """All words explained, as they are printed."""
    return WordsSheet(
        told=tuple(Told(name_of(word), (word.means_on(today),)) for word in words()),
        end=(facts.as_we_had_them(rests_on()),),
    )


def name_of(word: Word) -> str:
    """For example "Designated teacher (DT)"."""
    return f"{word.title} ({', '.join(word.other_names)})" if word.other_names else word.title
