"""What is read back: each thing that was said with its picture, what it is about, and its exact words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from carer_app.choices import OF_MY_DAY, TakingPart, WhoSays, WhoseWords
from carer_app.sitting import (
    CARDS_BETWEEN,
    CARDS_LIKED,
    CARDS_NOT_LIKED,
    COMING,
    MY_DAY,
    PILES,
    SIGN,
    TABLE,
    WHAT_WOULD_HELP,
    WHO,
    RoomWords,
    Sitting,
    Thing,
    capital,
)
from carer_app.texts.child_questions import ChildQuestion
from carer_app.words import _

_PILES = {CARDS_LIKED: "mark_up", CARDS_BETWEEN: "mark_between", CARDS_NOT_LIKED: "mark_down"}
_AT_MEETING = {
    TABLE: (_("Where I sit"), "table"),
    SIGN: (_("My sign for stopping"), "stop"),
    WHAT_WOULD_HELP: (_("What makes it easier"), "coming_someone"),
}
"""What is asked of the meeting: its short name and its drawing."""
_COMING = {
    TakingPart.ALL: "coming_all",
    TakingPart.PART: "coming_part",
    TakingPart.NOT_THIS_TIME: "coming_not",
    TakingPart.NOT_SURE: "not_sure",
}


@dataclass(frozen=True, slots=True)
class SaidHere:
    """One thing as it stands on its card. `thing` is None for what the meeting is told beside the words; `told` says
    so, once."""

    key: str
    about: str
    lines: tuple[str, ...]
    drawing: str
    thing: Thing | None = None
    whose: str = ""
    told: str = ""
    parts: tuple[SaidHere, ...] = ()
    """Where it is the whole school day: each part of it."""

    @property
    def says_itself(self) -> bool:
        """Whether its line is a sentence that says what it is about: “Lunch is hard.”"""
        if self.thing is None:
            return self.key in (COMING, WHO)
        return self.key.startswith(OF_MY_DAY) and self.thing.has_mark


def said_here(sitting: Sitting, words: RoomWords) -> list[SaidHere]:
    """All that is read back, in its order."""
    here = said_of(sitting, words, sitting.things())
    if sitting.age_set.shared == "once":
        here = _with_day_as_one(here)
    return here + _beside(sitting, words)


def said_of(sitting: Sitting, words: RoomWords, things: list[Thing]) -> list[SaidHere]:
    """These things as they are read back."""
    return [_of_thing(sitting, words, thing) for thing in things]


def _with_day_as_one(here: list[SaidHere]) -> list[SaidHere]:
    """The school day on one card: where each part of it does not go on the sheet by itself, and all is whose all is."""
    parts = tuple(said for said in here if said.key.startswith(OF_MY_DAY))
    whose = {said.whose for said in parts if said.whose}
    if len(parts) < 2 or len(whose) > 1:
        return here
    lines = tuple(line for said in parts for line in said.lines)
    day = SaidHere(MY_DAY, _("My school day"), lines, parts[0].drawing, None, "".join(whose), parts=parts)
    at = here.index(parts[0])
    return [*here[:at], day, *here[at + len(parts) :]]


def _of_thing(sitting: Sitting, words: RoomWords, thing: Thing) -> SaidHere:
    asked = _asked(sitting, thing.key)
    is_ours = thing.whose == WhoseWords.CHILD_CHOSE  # its line says "Chose"
    whose = "" if is_ours else capital(thing.whose.to_the_child(words.carer))
    short = asked.short if asked is not None else _AT_MEETING.get(thing.key, ("", ""))[0]
    picture = picture_of(sitting, thing.key)
    pile = next((mark for mark, key in PILES.items() if key == thing.key), None)
    about = pile.likes if pile is not None else short or thing.asked
    return SaidHere(thing.key, about, thing.lines(), picture, thing, whose)


def _asked(sitting: Sitting, key: str) -> ChildQuestion | None:
    every = (*sitting.age_set.questions, *sitting.day())
    return next((each for each in every if each.key == key), None)


def picture_of(sitting: Sitting, key: str) -> str:
    """The drawing that goes with what was asked; empty where there is none, and at the age without pictures."""
    asked = _asked(sitting, key)
    if asked is not None:
        return asked.drawing
    beside = _AT_MEETING.get(key, ("", ""))[1] if sitting.age_set.by != "words" else ""
    return _PILES.get(key, beside)


def most_are(here: list[SaidHere]) -> str:
    """Whose most of the words are: said once for all; on a card only where it is somebody else's."""
    whose = [said.whose for said in here if said.whose]
    return max(whose, key=whose.count, default="")


def _beside(sitting: Sitting, words: RoomWords) -> list[SaidHere]:
    meeting = sitting.age_set.meeting
    young = sitting.age_set.by == "cards"
    says = _("You want {name} to say it for you.")
    coming = {
        TakingPart.ALL: _("You want to come to the whole meeting."),
        TakingPart.PART: _("You want to come and say hello.")
        if young
        else _("You want to come to a part of the meeting."),
        TakingPart.NOT_THIS_TIME: _("You don’t want to come this time."),
        TakingPart.NOT_SURE: _("You are not sure yet about coming."),
    }.get(sitting.coming, "")
    who = {
        WhoSays.ME: _("You want to say it yourself."),
        WhoSays.CARER: says.format(name=words.carer),
        WhoSays.SOCIAL_WORKER: says.format(name=words.social_worker),
        WhoSays.SOMEONE_ELSE: says.format(name=sitting.who_name.strip() or _("someone else")),
    }.get(sitting.who, "")
    told = words.fill(_("{carer} can read it and tell them."))
    picture = "coming_all" if young and sitting.coming == TakingPart.PART else _COMING.get(sitting.coming, "")
    here = [
        SaidHere(key, about, (line,), name if sitting.age_set.by != "words" else "")
        for key, about, line, name in (
            (COMING, _("Coming to the {meeting}").format(meeting=meeting), coming, picture),
            (WHO, _("Who says it"), who, "coming_someone"),
        )
        if line
    ]
    return [*here[:-1], *(replace(each, told=told) for each in here[-1:])]
