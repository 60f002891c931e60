"""What goes on each sheet, in order. Plain facts in plain words: no screen, no records, no drawing.

Whoever fills these classes may leave anything out. Blank words are dropped on the way in, so that a sheet
never shows an empty line, and `MeetingSheet.sections()` numbers only what is there.
"""

from carer_app.paper.content.about_nobody import (
    BlankNotes,
    CardsToCut,
    CardToCut,
    DatesSheet,
    LeafletSheet,
    WayBackSheet,
    WordsSheet,
)
from carer_app.paper.content.child import (
    Answer,
    BookMeeting,
    ChildBook,
    ChildSheet,
    NumbersSlip,
    ToRing,
    Yes,
)
from carer_app.paper.content.meeting import (
    AdultsSheet,
    Ask,
    DateToKnow,
    Difficulty,
    LastAction,
    MeetingSheet,
    MySheet,
    PocketCard,
    Section,
)
from carer_app.paper.content.printed import (
    Item,
    Mark,
    Quote,
    Told,
    when_words,
)
from carer_app.paper.content.records import (
    ActionsForReview,
    Owed,
    ReviewAction,
    WhatIHold,
)

__all__ = [
    "ActionsForReview",
    "AdultsSheet",
    "Answer",
    "Ask",
    "BlankNotes",
    "BookMeeting",
    "CardToCut",
    "CardsToCut",
    "ChildBook",
    "ChildSheet",
    "DateToKnow",
    "DatesSheet",
    "Difficulty",
    "Item",
    "LastAction",
    "LeafletSheet",
    "Mark",
    "MeetingSheet",
    "MySheet",
    "NumbersSlip",
    "Owed",
    "PocketCard",
    "Quote",
    "ReviewAction",
    "Section",
    "Sheet",
    "ToRing",
    "Told",
    "WayBackSheet",
    "WhatIHold",
    "WordsSheet",
    "Yes",
    "when_words",
]

Sheet = (
    MeetingSheet
    | MySheet
    | AdultsSheet
    | PocketCard
    | NumbersSlip
    | ChildSheet
    | ActionsForReview
    | WhatIHold
    | DatesSheet
    | LeafletSheet
    | WordsSheet
    | BlankNotes
    | CardsToCut
    | ChildBook
    | WayBackSheet
)
"""Everything that can be made into a PDF."""
