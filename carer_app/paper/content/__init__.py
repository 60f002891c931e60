"""What sheets are made of. Plain facts in plain words: no screen, no records, no drawing.

Whoever fills a sheet may leave anything out. Blank words are dropped on the way in, so that a sheet never shows an
empty line. The sheets themselves are in `carer_app/paper/sheets/`, a file each; what stands on one, piece by piece,
is said in the words of `pieces`.
"""

from carer_app.paper.content.answer import AnswerToChild, Yes
from carer_app.paper.content.at_the_meeting import Ask, DateToKnow, Difficulty, LastAction, Section
from carer_app.paper.content.printed import Item, Mark, Quote, Told, when_words
from carer_app.paper.content.sheet import Sheet, TextSize

__all__ = [
    "AnswerToChild",
    "Ask",
    "DateToKnow",
    "Difficulty",
    "Item",
    "LastAction",
    "Mark",
    "Quote",
    "Section",
    "Sheet",
    "TextSize",
    "Told",
    "Yes",
    "when_words",
]
