"""The questions of getting ready: read from files, so that a virtual school could send a better set.

A file holds the questions of one part: `part`, `title`, `why`, `source`, `checked_on`, and a list of `question`. Each
has `key`, `ask`, `why`, `label` (its name on paper) and `sheet` (where the answer is printed), and may have `chips`,
`ages` (from and to, both meant), `only` (for whom), `not_for_family`, and `facts`: what it says of law, rules or
numbers rests on them (resources/facts). Filled in are {child}, and {they} and its kind (`Pronoun`).
"""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from carer_app.choices import Part, Pronoun
from carer_app.texts import facts
from carer_app.texts.reading import Wrong, naming, read_file
from carer_app.words import _
from resources import path


class SheetSection(StrEnum):
    """Where an answer goes on paper."""

    GOING_WELL = "going_well"
    ASKS = "asks"
    AT_HOME = "at_home"
    MORE = "more"
    DATES = "dates"
    ADULTS = "adults"
    MINE = "mine"


class Only(StrEnum):
    """For which children a question is asked; everybody where nothing is said."""

    EVERYBODY = ""
    SEN = "sen"
    EHCP = "ehcp"
    NO_SCHOOL_PLACE = "no_school_place"


@dataclass(frozen=True, slots=True)
class AboutChild:
    """What decides which questions fit. `age` in whole years, None where no birthday is known."""

    age: int | None = None
    has_sen_support: bool = False
    has_ehcp: bool = False
    has_school_place: bool = True


@dataclass(frozen=True, slots=True)
class QuestionOfPart:
    """One question, with {child} where the name goes. `ages` holds the first and the last year of age."""

    key: str
    ask: str
    why: str
    label: str
    sheet: SheetSection
    chips: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    only: Only = Only.EVERYBODY
    not_for_family: bool = False
    facts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Short and plain enough for its place on screen and on paper."""
        facts.known(self.facts)
        if not _KEY.fullmatch(self.key):
            raise ValueError(_("it needs a “key” such as people.friends"))
        _short(self, "ask", "why", "label")
        if len(self.chips) > _MOST_CHIPS or len(set(self.chips)) != len(self.chips):
            raise ValueError(_("“chips” are up to {most} different texts").format(most=_MOST_CHIPS))
        if any(len(chip) > _LONGEST_CHIP for chip in self.chips):
            raise ValueError(_("“chips” are short texts"))
        for words in (self.ask, self.why, self.label, *self.chips):
            _plain(words)
        if self.ages is not None and not _YOUNGEST <= self.ages[0] <= self.ages[1] <= _OLDEST:
            raise ValueError(_("“ages” are from 3 to 18, the younger first"))

    def fits(self, child: AboutChild) -> bool:
        """Whether it is asked about this child. An unknown age fits every question."""
        if self.ages is not None and child.age is not None and not self.ages[0] <= child.age <= self.ages[1]:
            return False
        return {
            Only.EVERYBODY: True,
            Only.SEN: child.has_sen_support or child.has_ehcp,
            Only.EHCP: child.has_ehcp,
            Only.NO_SCHOOL_PLACE: not child.has_school_place,
        }[self.only]


@dataclass(frozen=True, slots=True)
class Theme:
    """The questions of one part of getting ready, and where they come from."""

    part: Part
    title: str
    why: str
    source: str
    checked_on: date
    questions: tuple[QuestionOfPart, ...] = field(metadata={"in_file": "question"})

    def __post_init__(self) -> None:
        """One of the parts that have questions, and at least one of them."""
        if self.part not in THEME_PARTS:
            raise ValueError(_("“part” must be one of: {parts}").format(parts=", ".join(THEME_PARTS)))
        if not self.questions:
            raise ValueError(_("there is no question"))
        _short(self, "title", "why", "source")
        for words in (self.title, self.why, self.source):
            _plain(words)


THEME_PARTS = (
    *(Part.GOING_WELL, Part.LEARNING, Part.OUT_OF_SCHOOL, Part.PEOPLE, Part.DAYS, Part.SUPPORT, Part.AHEAD),
)
"""The parts whose questions come from files."""

NEEDED = ("going_well.school", "going_well.home", "going_well.out_of_school")
"""The ten-minute way writes its answers under these keys."""

_KEY = re.compile(r"[a-z_]{2,30}\.[a-z0-9_]{2,30}")
_LONGEST = {"ask": 90, "why": 160, "label": 40, "title": 60, "source": 600}
_MOST_CHIPS, _LONGEST_CHIP = 8, 40
_YOUNGEST, _OLDEST = 3, 18
_FILLED = re.compile(rf"\{{(child|{'|'.join(Pronoun.THEY.forms)})\}}")


def with_name(words: str, child: str, pronoun: Pronoun = Pronoun.THEY) -> str:
    """The words with the child's name in place of {child}, and what stands for it; nothing else means anything."""
    said = {"child": child, **pronoun.forms}
    return _FILLED.sub(lambda found: said[found[1]], words)


@lru_cache(maxsize=1)
def themes() -> tuple[Theme, ...]:
    """The questions that come along, in the order of the parts."""
    return read_set(path("questions"))


def theme_of(part: Part) -> Theme:
    """The questions of one part."""
    return next(theme for theme in themes() if theme.part == part)


def question_of(key: str) -> QuestionOfPart | None:
    """A question by its key; None where no file has it (any more)."""
    return next((each for theme in themes() for each in theme.questions if each.key == key), None)


def read_set(folder: Path) -> tuple[Theme, ...]:
    """Every file of a folder as one set. Raises TextFileWrong."""
    read = [read_theme(file) for file in sorted(folder.glob("*.toml"))]
    with naming(folder):
        _whole(read)
    return tuple(sorted(read, key=lambda theme: THEME_PARTS.index(theme.part)))


def read_theme(file: Path) -> Theme:
    """One file. Raises TextFileWrong."""
    return read_file(file, Theme)


def _whole(themes: list[Theme]) -> None:
    for part in THEME_PARTS:
        if len([theme for theme in themes if theme.part == part]) != 1:
            raise Wrong(_("there must be one file for “{part}”").format(part=part.value))
    keys = [each.key for theme in themes for each in theme.questions]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise Wrong(_("the key “{key}” is there twice").format(key=twice))
    gone = next((key for key in NEEDED if key not in keys), None)
    if gone is not None:
        raise Wrong(_("the key “{key}” is missing, and the ten-minute way needs it").format(key=gone))


def _short(told: QuestionOfPart | Theme, *names: str) -> None:
    for name in names:
        if len(getattr(told, name)) > _LONGEST[name]:
            raise ValueError(_("“{name}” is too long").format(name=name))


def _plain(words: str) -> None:
    if re.search(r"[{}]", _FILLED.sub("", words)) or not words.isprintable():
        raise ValueError(_("there are braces or signs that do not belong there"))
