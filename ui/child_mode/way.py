"""The way through a sitting: its pages in order, and where each question is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from carer_app.choices import TakingPart
from carer_app.sitting import (
    COMING,
    DRAWING,
    MY_DAY,
    PILES,
    SIGN,
    TABLE,
    WHAT_WOULD_HELP,
    WHO,
    Sitting,
)
from carer_app.texts.cards import first_six
from ui.child_mode.asking import AskStep
from ui.child_mode.at_the_meeting import SignStep, TableStep
from ui.child_mode.coming import ComingStep, WhoStep, WouldHelpStep
from ui.child_mode.drawing import DrawingStep
from ui.child_mode.ending import EndStep, UnsaidStep
from ui.child_mode.own_words import MoreStep, OwnWordsStep
from ui.child_mode.reading_back import ReadBackStep
from ui.child_mode.school_day import DayStep
from ui.child_mode.sorting import PilesStep, PractiseStep, SortStep
from ui.child_mode.step import RoomStep

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

Make = Callable[["ChildRoom"], RoomStep]

QUESTIONS, DAY, MEETING = "questions", "day", "meeting"
"""The parts of the way in which one is told where one is; what is not a question is in none of them."""
CARDS, READ_BACK, UNSAID = "cards", "read back", "unsaid"
"""Where the cards are sorted, all is read back, and what nobody decided is asked about."""

_MOST_PAGES = 40
"""More than there can be things to read back."""


@dataclass(slots=True)
class ChildsWay:
    """The pages of a sitting in order, which one is shown, and where each question is asked."""

    pages: list[Make] = field(default_factory=list)
    where: dict[str, int] = field(default_factory=dict)
    at: int = 0
    parts: list[str] = field(default_factory=list)

    def add(self, make: Make, *keys: str, part: str = "") -> None:
        """One more page; `keys` are asked on it. It is counted among the others of its `part`, if it has one."""
        self.where |= {key: len(self.pages) for key in keys}
        self.pages.append(make)
        self.parts.append(part)

    @property
    def last(self) -> int:
        """The number of the last page, with Keep."""
        return len(self.pages) - 1

    @property
    def asked(self) -> int:
        """How many pages ask something."""
        return self.where.get(READ_BACK, 0)

    def counted(self, sitting: Sitting) -> tuple[int, int]:
        """Which question of its part this page is, of how many; (0, 0) where it is none. Each part begins anew."""
        part, passed_by = self.parts[self.at], self._passed_by_at_meeting(sitting)
        here = [at for at, each in enumerate(self.parts) if each == part and at not in passed_by]
        return (here.index(self.at) + 1, len(here)) if part and self.at in here else (0, 0)

    def beyond(self, step: int, sitting: Sitting, read_back: int) -> int:
        """The next page, or the one before. Where everything is decided nobody is asked again. `read_back`: on so many
        pages it is read back."""
        where, number = self.where, self.at + step
        passed_by = self._passed_by_at_meeting(sitting)
        passed_by |= {where[READ_BACK] + page for page in range(read_back, _MOST_PAGES)}
        if not sitting.unsaid():
            passed_by.add(where[UNSAID])
        while number in passed_by:
            number += step
        return number

    def _passed_by_at_meeting(self, sitting: Sitting) -> set[int]:
        keys = (TABLE, SIGN, WHAT_WOULD_HELP)
        return {self.where[key] for key in keys if key in self.where and not _may_come(sitting, key)}

    def where_left(self, sitting: Sitting) -> int:
        """The page with the last answer; with cards that are half sorted, the next card."""
        where = self.where
        reached = [where[key] for key, said in sitting.said.items() if key in where and (said or said.mark)]
        if CARDS in where and sitting.cards:
            left = [card for card in first_six() if card.key not in sitting.cards]
            reached.append(where[CARDS] if left else where[CARDS] + 1)
        return max(reached, default=0)


def way_of(sitting: Sitting) -> ChildsWay:
    """All pages of this sitting; it begins with the first."""
    way = ChildsWay()
    if sitting.has_drawing or sitting.answer(DRAWING):
        way.add(DrawingStep, DRAWING)
    for each in sitting.ways:
        if each == MY_DAY:
            for part in sitting.day():
                way.add(partial(DayStep, question=part), part.key, part=DAY)
        else:
            _add_asked(way, sitting)
    for question in sitting.helped():
        way.add(partial(AskStep, question=question), question.key, part=QUESTIONS)
    _add_meeting(way, sitting)
    way.where[READ_BACK] = len(way.pages)
    for page in range(_MOST_PAGES):
        way.add(partial(ReadBackStep, number=page))
    way.add(UnsaidStep, UNSAID)
    way.add(EndStep)
    return way


def _add_asked(way: ChildsWay, sitting: Sitting) -> None:
    """What is asked at this age: cards, questions, or boxes for one's own words."""
    asked = sitting.age_set
    if asked.by == "words":
        letter, *rest = [each.key for each in sitting.questions() if not each.more]
        for here in ([letter], rest):
            way.add(partial(OwnWordsStep, keys=here), *here, part=QUESTIONS)
        if more := [each.key for each in sitting.questions() if each.more]:
            way.add(partial(MoreStep, keys=more), *more, part=QUESTIONS)
    else:
        if asked.by == "cards":
            way.add(PractiseStep)
            way.add(SortStep, CARDS)
            way.add(PilesStep, *PILES.values())
        for question in sitting.questions():
            way.add(partial(AskStep, question=question), question.key, part=QUESTIONS)


def _add_meeting(way: ChildsWay, sitting: Sitting) -> None:
    """Coming, and who says it. For the youngest yes or no is enough: they are not asked to choose a speaker."""
    way.add(ComingStep, COMING, part=MEETING)
    way.add(TableStep, TABLE, part=MEETING)
    if sitting.age_set.by != "cards":
        way.add(SignStep, SIGN, part=MEETING)
        way.add(WouldHelpStep, WHAT_WOULD_HELP, part=MEETING)
        way.add(WhoStep, WHO, part=MEETING)


def _may_come(sitting: Sitting, key: str) -> bool:
    """Who said nothing about coming, or not this time, is not asked where to sit, nor what would help; words that are
    there stay. The youngest come to say hello: they are shown the table when they ask for it."""
    asked = sitting.coming in (TakingPart.ALL, TakingPart.PART, TakingPart.NOT_SURE)
    return (asked and sitting.age_set.by != "cards") or bool(sitting.said.get(key))
