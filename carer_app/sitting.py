"""One sitting in which a child says something about school, before any of it is kept.

It is nobody's record: it lives in one sealed draft, replaced on every change, until the child keeps it or rubs it out.
Knows the questions and nothing else, so that the child's part can use it.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from carer_app.choices import OF_MY_DAY, ChildMark, ChildsDoor, Role, Share, TakingPart, WhoSays, WhoseWords
from carer_app.seats import said_of_seats
from carer_app.texts.cards import cards
from carer_app.texts.child_questions import AgeSet, ChildQuestion, age_set
from carer_app.words import _

CARDS_LIKED, CARDS_BETWEEN, CARDS_NOT_LIKED = "cards_liked", "cards_between", "cards_not_liked"
COMING, WHO, WHAT_WOULD_HELP = "coming", "who", "what_would_help"
TABLE, SIGN = "table", "sign"
DIFFERS = "differs:"
"""Before the key of a question, where a child says that it is not how they said it, and how they say it."""
DRAWING = "drawing"
ASKED, MY_DAY = "asked", "day"
"""The ways to tell of school: what is asked at this age, or along a school day. A child may take both, in any order."""
HELPED = "action:"
"""Before the id of something that was agreed and done: the child is asked whether it helped."""
DID_IT_HELP = (_("It helped"), _("It helped a little"), _("It didn’t help"))
PILES = {ChildMark.UP: CARDS_LIKED, ChildMark.BETWEEN: CARDS_BETWEEN, ChildMark.DOWN: CARDS_NOT_LIKED}
"""Where a card can go, and what the pile is called when it is kept."""


@dataclass(slots=True)
class Said:
    """What was said to one question: a mark, exact words, whose words they are, and where they go.

    `chosen` are words of ours that the child took: they are never made to look like the child's own.
    """

    mark: ChildMark = ChildMark.NONE
    words: str = ""
    whose: WhoseWords | None = None
    share: Share = Share.NOT_SAID
    chosen: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        marked = self.mark in (ChildMark.UP, ChildMark.BETWEEN, ChildMark.DOWN)
        return bool(self.words.strip()) or bool(self.chosen) or marked


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to be read back and kept: the question as it was asked, and what was said.

    `chosen` are words of ours beside the child's own; where there are no others they are the `words`, as chosen.
    """

    key: str
    asked: str
    mark: ChildMark
    words: str
    whose: WhoseWords
    share: Share
    chosen: str = ""

    @property
    def picked(self) -> bool:
        """Whether the words are ours, and the child chose them."""
        return self.whose == WhoseWords.CHILD_CHOSE and bool(self.words)

    @property
    def has_mark(self) -> bool:
        """Whether something of ours was chosen: of a part of the day it is a sentence."""
        return self.picked or bool(self.chosen)

    def lines(self) -> tuple[str, ...]:
        """The mark, what was chosen, the exact words; of a part of the day in a line: "Lunch is hard. “Too loud.”"."""
        own, chose = ("", self.words) if self.picked else (self.words, self.chosen)
        if self.key.startswith(OF_MY_DAY):
            return (f"{chose} “{own}”" if chose and own else chose or own,)
        if self.key == TABLE:  # a sentence of the child's
            return tuple(text for text in (chose, own) if text)
        chose = chose or self.mark.words
        return tuple(text for text in (_("Chose: {words}").format(words=chose) if chose else "", own) if text)


@dataclass(slots=True)
class Sitting:
    """Everything said so far. `cards` are sorted by key; `set_key` and `door` say how it is done. `done` is what was
    agreed before and is done, by its key: each is asked about."""

    set_key: str
    door: ChildsDoor = ChildsDoor.TOGETHER
    said: dict[str, Said] = field(default_factory=dict)
    cards: dict[str, ChildMark] = field(default_factory=dict)
    coming: TakingPart = TakingPart.NOT_SAID
    who: WhoSays = WhoSays.NOT_SAID
    who_name: str = ""
    share_all: Share = Share.NOT_SAID
    has_drawing: bool = False
    """Whether a photograph of a drawing was handed in. It is in memory only: a draft does not have it."""
    done: dict[str, str] = field(default_factory=dict)
    wants_more: bool = False
    """Whether the child asked for the questions that are there for who wants to say more."""
    ways: list[str] = field(default_factory=lambda: [ASKED])
    """How the child tells of school: `ASKED`, `MY_DAY`, or both in their order."""
    seats: list[str] = field(default_factory=list)
    """Who sits at which place of the table, from the door round it; "" where nobody was put."""

    @property
    def age_set(self) -> AgeSet:
        return age_set(self.set_key)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said yet."""
        nothing = (TakingPart.NOT_SAID, WhoSays.NOT_SAID)
        sorted_ones = [mark for mark in self.cards.values() if mark in PILES]
        return not any(self.said.values()) and not sorted_ones and (self.coming, self.who) == nothing

    def questions(self) -> list[ChildQuestion]:
        """What is asked. More only of a child who wants to say more, or has."""
        asked = self.age_set.questions
        if self.wants_more or any(each.more and self.said.get(each.key) for each in asked):
            return list(asked)
        return [each for each in asked if not each.more]

    def day(self) -> list[ChildQuestion]:
        """The parts of a school day, from the first to the last."""
        return [part.question() for part in self.age_set.day.parts]

    def helped(self) -> list[ChildQuestion]:
        """Whether each thing helped that people said yes to last time. The youngest are not asked to look back."""
        if self.age_set.by == "cards":
            return []
        asked = _("Last time people said yes to this: “{what}”. Did it help?")
        return [
            ChildQuestion(key, asked.format(what=what), _("Did it help?"), offers=DID_IT_HELP)
            for key, what in self.done.items()
        ]

    def begin_with(self, way: str) -> None:
        """This way comes first; another one stays where something was said on it."""
        days = {part.key for part in self.day()}
        of_day = any(said for key, said in self.said.items() if key in days)
        asked = {each.key for each in self.age_set.questions}
        of_asked = bool(self.cards) or any(said for key, said in self.said.items() if key in asked)
        others = [each for each, is_said in ((ASKED, of_asked), (MY_DAY, of_day)) if is_said and each != way]
        self.ways = [way, *others]

    def answer(self, key: str) -> Said:
        """What was said to this question; made when first needed."""
        return self.said.setdefault(key, Said())

    def say(self, key: str, words: str) -> None:
        """Words to one question. Whose they are goes by the door through which they first came."""
        said = self.answer(key)
        said.words = words
        if words.strip() and said.whose is None:
            said.whose = self._by_door
        if words.strip() and said.mark in (ChildMark.SKIP, ChildMark.NOT_SURE):
            said.mark = ChildMark.NONE

    def choose(self, key: str, offer: str, on: bool) -> None:
        """One of the words offered to a question is taken, or let go again."""
        said = self.answer(key)
        said.chosen = [each for each in said.chosen if each != offer] + [offer] * on
        if on and said.mark in (ChildMark.SKIP, ChildMark.NOT_SURE):
            said.mark = ChildMark.NONE

    def sit(self, place: int, who: str, places: int) -> None:
        """Somebody sits there from now on, and nowhere else; "" leaves the place empty. It becomes a sentence."""
        before, said = self.seated, self.answer(TABLE)
        seats = [("" if each == who else each) for each in self.seats]
        seats += [""] * (max(places, place + 1) - len(seats))
        seats[place] = who
        self.seats = seats if any(seats) else []
        said.chosen = [each for each in (self.seated, *said.chosen) if each and each != before]
        if said.chosen and said.mark in (ChildMark.SKIP, ChildMark.NOT_SURE):
            said.mark = ChildMark.NONE

    @property
    def seated(self) -> str:
        """Who sits where, as the child would say it; empty where nobody does."""
        return said_of_seats(self.seats)

    def pass_over(self, key: str, mark: ChildMark) -> None:
        """Skip, or not sure. It rubs nothing out."""
        said = self.answer(key)
        if not said:
            said.mark = mark

    def sort(self, card: str, mark: ChildMark) -> None:
        """A card goes to a pile. Skip and not sure leave one that was sorted where it is."""
        if mark in PILES or self.cards.get(card) not in PILES:
            self.cards[card] = mark

    def rub_out(self, key: str) -> None:
        """What was said to it is gone."""
        self.said.pop(key, None)
        if key == DRAWING:
            self.has_drawing = False
        if key == TABLE:
            self.seats = []
        piles = {pile: mark for mark, pile in PILES.items()}
        if key in piles:
            self.cards = {card: mark for card, mark in self.cards.items() if mark != piles[key]}

    def things(self) -> list[Thing]:
        """Everything there is to read back, in the order it was asked."""
        return [*self._of_drawing(), *self._of_cards(), *self._of_questions()]

    def unsaid(self) -> list[Thing]:
        """What nobody has decided about: on the sheet, or off it."""
        return [thing for thing in self.things() if thing.share == Share.NOT_SAID]

    def on_sheet(self) -> int:
        """How many things are on the sheet."""
        return sum(thing.share == Share.SHEET for thing in self.things())

    def decide(self, key: str, share: Share) -> None:
        """Where one thing goes."""
        self.answer(key).share = share

    def _of_drawing(self) -> Iterator[Thing]:
        said = self.said.get(DRAWING, Said())
        words = said.words.strip()
        if self.has_drawing or words:
            whose = self.whose(said) if words else WhoseWords.CHILD_DREW
            yield Thing(
                DRAWING,
                self.age_set.picture,
                ChildMark.NONE,
                words,
                whose,
                self._share(said.share),
            )

    def _of_cards(self) -> Iterator[Thing]:
        for key, mark, asked in (
            (CARDS_LIKED, ChildMark.UP, _("Which of these do you like at school?")),
            (CARDS_BETWEEN, ChildMark.BETWEEN, _("Which are in between?")),
            (CARDS_NOT_LIKED, ChildMark.DOWN, _("Which of these don’t you like?")),
        ):
            named = [card.words for card in cards() if self.cards.get(card.key) == mark]
            if named:
                share = self.said[key].share if key in self.said else Share.NOT_SAID
                words = ", ".join(named)  # the question says which pile it was
                yield Thing(key, asked, ChildMark.NONE, words, WhoseWords.CHILD_CHOSE, self._share(share))

    def _of_questions(self) -> Iterator[Thing]:
        asked = {each.key: each.words for each in self.age_set.questions}
        asked |= {each.key: each.words for each in (*self.day(), *self.helped())}
        asked[TABLE] = _("Where do you want to sit?")
        asked[SIGN] = _("How can you show that you want to stop?")
        asked[WHAT_WOULD_HELP] = _("What would make the meeting easier for you?")
        for key, words in asked.items():
            said = self.said.get(key)
            if said:
                yield self._thing(key, words, said)

    def _thing(self, key: str, asked: str, said: Said) -> Thing:
        own, chosen, mark = said.words.strip(), _in_a_line(key, said.chosen), said.mark
        if part := next((each for each in self.age_set.day.parts if each.question().key == key), None):
            chosen, mark = part.says(mark), ChildMark.NONE
        if chosen and mark in PILES:  # a mark is chosen from words of ours, too
            chosen, mark = f"{mark.words}, {chosen}", ChildMark.NONE
        if not own:
            return Thing(key, asked, mark, chosen, WhoseWords.CHILD_CHOSE, self._share(said.share))
        return Thing(key, asked, mark, own, self.whose(said), self._share(said.share), chosen)

    def whose(self, said: Said) -> WhoseWords:
        """Whose words these are: as was said, or as the door has it."""
        if not said.words.strip():
            return WhoseWords.CHILD_CHOSE
        return said.whose or self._by_door

    @property
    def _by_door(self) -> WhoseWords:
        return WhoseWords.CHILD_SAID if self.door == ChildsDoor.TOGETHER else WhoseWords.CHILD_TYPED

    def _share(self, share: Share) -> Share:
        """Asked once for the youngest, else of each. Nobody's answer is "off"."""
        return self.share_all if self.age_set.shared == "once" else share

    # The draft

    def as_bytes(self) -> bytes:
        """For the sealed draft."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()


def sitting_from(data: bytes) -> Sitting | None:
    """A sitting from its draft; None where it cannot be understood, for example by an older version."""
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        return _sitting(json.loads(data))
    return None


def _sitting(told: dict[str, Any]) -> Sitting:
    return Sitting(
        set_key=str(told["set_key"]),
        door=ChildsDoor(told["door"]),
        said={
            str(key): Said(
                ChildMark(each["mark"]),
                str(each["words"]),
                WhoseWords(each["whose"]) if each["whose"] else None,
                Share(each["share"]),
                [str(offer) for offer in each.get("chosen", ())],
            )
            for key, each in told["said"].items()
        },
        cards={str(key): ChildMark(mark) for key, mark in told["cards"].items()},
        coming=TakingPart(told["coming"]),
        who=WhoSays(told["who"]),
        who_name=str(told["who_name"]),
        share_all=Share(told["share_all"]),
        done={str(key): str(what) for key, what in told.get("done", {}).items()},
        wants_more=bool(told.get("wants_more")),
        seats=[str(name) for name in told.get("seats", ())],
        ways=[way for way in told.get("ways", ()) if way in (ASKED, MY_DAY)] or [ASKED],
    )


@dataclass(frozen=True, slots=True)
class Left:
    """A sitting that somebody left, by its number, and the day when something was last said in it. No word of it."""

    number: int
    on: date


# What the room is given


URGENT = ("emergency", "childline")
"""The numbers that stand before everything else, by their keys."""


@dataclass(frozen=True, slots=True)
class ToTalkTo:
    """Somebody to ring. `key` names one of the numbers that come along; empty for people the child knows."""

    who: str
    number: str
    key: str = ""
    hours: str = ""
    about: str = ""
    promise: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """Something the child kept: on the sheet, off it, or nobody said. Off since `taken_off_on` where it was on.

    `happened` is what came of it at the meeting, a line each, where it was on the sheet. `question` is the key of what
    was asked; `differently` is how the child says it instead. `said` stands over words that somebody else wrote down.
    """

    id: int
    asked: str
    mark: str
    words: str
    said_on: date
    share: Share
    taken_off_on: date | None
    added: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()
    question: str = ""
    differently: tuple[str, ...] = ()
    said: str = ""

    @property
    def on_sheet(self) -> bool:
        """Whether it is printed."""
        return self.share == Share.SHEET


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of the child's own book: words, and a picture by the number of its paper; 0 where there is none. `drawing`
    is the one of ours that says what kind of page it is."""

    heading: str
    lines: tuple[str, ...] = ()
    picture: int = 0
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """Somebody who may be at the meeting, as they are named to the child. What they do goes by their role."""

    who: str
    role: Role

    @property
    def mine(self) -> str:
        """As the child speaks of them: "my teacher"."""
        return " ".join(_("my") if word == _("your") else word for word in self.who.split(" "))


@dataclass(frozen=True, slots=True)
class RoomWords:
    """Every word the room may show that is not in its own files, and one child alone. Nothing that the carer wrote for
    others, but `done`: what people said yes to and is done, as it stands on the child's own sheet, by the key of its
    question.

    `my_carer` and `my_social_worker` are for words of the child; where there are names, all say the name.
    `together_first`: the child is of an age at which most do it with a grown-up. `to_talk_to` are numbers, for danger
    first; `also_to_talk_to` are people without one.
    """

    child: str
    carer: str
    my_carer: str
    set_key: str
    together_first: bool
    day: str
    people: str
    social_worker: str
    my_social_worker: str
    to_talk_to: tuple[ToTalkTo, ...]
    also_to_talk_to: str
    checked_on: date
    done: tuple[tuple[str, str], ...] = ()
    reads_itself: bool = False
    """Whether each page begins to be read aloud: only for the youngest, and only where the carer said so."""
    at_meeting: tuple[AtMeeting, ...] = ()

    def fill(self, text: str) -> str:
        """A sentence with {child}, {carer}, {worker} and {people} filled in; it begins with a capital letter."""
        filled = text.replace("{child}", self.child)
        filled = filled.replace("{people}", self.people).replace("{carer}", self.carer)
        filled = filled.replace("{worker}", self.social_worker)
        return capital(filled)


def _in_a_line(key: str, chosen: list[str]) -> str:
    """What was chosen, in one line. Of the table it begins with a sentence, and the rest stands after it."""
    seated = [each for each in chosen if key == TABLE and each.endswith(".")]
    rest = ", ".join(each for each in chosen if each not in seated)
    return " ".join(part for part in (*seated, capital(rest) if seated else rest) if part)


def capital(sentence: str) -> str:
    """With a capital letter at its beginning."""
    return sentence[:1].upper() + sentence[1:]
