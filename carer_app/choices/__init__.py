"""Every fixed list that both the records and the screens use. The stored value never changes; the words may."""

from carer_app.choices.for_afterwards import (
    ActionDay,
    AfterPart,
    Came,
    Fate,
    Helped,
    HowAsked,
    HowFar,
    RequestAbout,
)
from carer_app.choices.for_between_meetings import ChildList, KeepsakeKind, WithoutSchool
from carer_app.choices.for_getting_ready import (
    ANSWERED_WITH_A_CHOICE,
    ANSWERED_WITH_A_DAY,
    Aside,
    ConcernKind,
    ForWhom,
    NoteKind,
    OnPaper,
    Part,
    PlainQuestion,
    ReadyGroup,
)
from carer_app.choices.for_keeping import MayKeep
from carer_app.choices.for_looking_back import PastKind
from carer_app.choices.for_meetings import (
    Coming,
    FamilyThere,
    Invited,
    Owner,
    Role,
    Suits,
    WhereIsTheCopy,
    WhichReview,
)
from carer_app.choices.for_papers import FigureKind, PaperKind
from carer_app.choices.for_school import InsetDays, Support, WhatDay
from carer_app.choices.for_the_child import (
    ChildMark,
    ChildsDoor,
    HasSeen,
    ReplyMark,
    Share,
    TakingPart,
    WhoSays,
    WhoseWords,
)
from carer_app.choices.pronouns import SHE_HE_THEY, Pronoun

__all__ = [
    "ANSWERED_WITH_A_CHOICE",
    "ANSWERED_WITH_A_DAY",
    "SHE_HE_THEY",
    "ActionDay",
    "AfterPart",
    "Aside",
    "Came",
    "ChildList",
    "ChildMark",
    "ChildsDoor",
    "Coming",
    "ConcernKind",
    "FamilyThere",
    "Fate",
    "FigureKind",
    "ForWhom",
    "HasSeen",
    "Helped",
    "HowAsked",
    "HowFar",
    "InsetDays",
    "Invited",
    "KeepsakeKind",
    "MayKeep",
    "NoteKind",
    "OnPaper",
    "Owner",
    "PaperKind",
    "Part",
    "PastKind",
    "PlainQuestion",
    "Pronoun",
    "ReadyGroup",
    "ReplyMark",
    "RequestAbout",
    "Role",
    "Share",
    "Suits",
    "Support",
    "TakingPart",
    "WhatDay",
    "WhereIsTheCopy",
    "WhichReview",
    "WhoSays",
    "WhoseWords",
    "WithoutSchool",
]
