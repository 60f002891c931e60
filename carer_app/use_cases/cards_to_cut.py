"""The picture cards as a sheet to cut out and sort on the table. Needs no records."""

from carer_app.choices import ChildMark
from carer_app.paper.content.pieces import Picture
from carer_app.paper.sheets.cards_to_cut import CardsToCut
from carer_app.texts.cards import cards, drawing, practice
from carer_app.words import _

_MORE: dict[str, str] = {
    "mark_up": ChildMark.UP.likes,
    "mark_between": ChildMark.BETWEEN.likes,
    "mark_down": ChildMark.DOWN.likes,
    "coming_all": _("I come to all of it"),
    "coming_part": _("I come to a part"),
    "coming_not": _("Not this time"),
    "coming_someone": _("Someone says it for me"),
}
"""What the piles are called on the table, and the cards for coming to the meeting."""


def cards_to_cut() -> CardsToCut:
    """The whole pack, the marks, two cards to practise with, and those for coming."""
    pack = [(card.words, card.drawing) for card in (*cards(), *practice())]
    marks = [(words, drawing(key)) for key, words in _MORE.items()]
    return CardsToCut(
        how=_("Cut along the lines. Show one at a time: six are enough. The child puts each where it goes."),
        cards=tuple(Picture(words, file.read_text(encoding="utf-8")) for words, file in (*pack, *marks)),
    )
