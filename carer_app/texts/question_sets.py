"""The questions of getting ready: read from files, so that a virtual school could send a better set.

A file holds the questions of one part: `part`, `title`, `why`, `source`, `checked_on`, and a list of `question`. Each
has `key`, `ask`, `why`, `label` (its name on paper) and `sheet` (where the answer is printed), and may have `chips`,
`ages` (from and to, both meant), `only` (for whom), `not_for_family`, and `facts`: what it says of law, rules or
numbers rests on them (resources/facts). The one thing filled in is {child}.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from carer_app.choices import Part
from carer_app.errors import QuestionsRefused
from carer_app.texts import facts
from carer_app.words import _
from resources import path


class Printed(StrEnum):
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
class Question:
    """One question, with {child} where the name goes. `ages` holds the first and the last year of age."""

    key: str
    ask: str
    why: str
    label: str
    sheet: Printed
    chips: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    only: Only = Only.EVERYBODY
    not_for_family: bool = False
    facts: tuple[str, ...] = ()

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
    questions: tuple[Question, ...] = field(default=())


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


def with_name(words: str, child: str) -> str:
    """The words with the child's name in place of {child}; nothing else in them means anything."""
    return words.replace("{child}", child)


@lru_cache(maxsize=1)
def themes() -> tuple[Theme, ...]:
    """The questions that come along, in the order of the parts."""
    return read_set(path("questions"))


def theme_of(part: Part) -> Theme:
    """The questions of one part."""
    return next(theme for theme in themes() if theme.part == part)


def question_of(key: str) -> Question | None:
    """A question by its key; None where no file has it (any more)."""
    return next((each for theme in themes() for each in theme.questions if each.key == key), None)


def read_set(folder: Path) -> tuple[Theme, ...]:
    """Every file of a folder as one set. Raises QuestionsRefused with a sentence that says which file and what."""
    read = [read_theme(file) for file in sorted(folder.glob("*.toml"))]
    for part in THEME_PARTS:
        files = [theme for theme in read if theme.part == part]
        if len(files) != 1:
            raise _refused(folder.name, _("there must be one file for “{part}”").format(part=part.value))
    keys = [each.key for theme in read for each in theme.questions]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise _refused(folder.name, _("the key “{key}” is there twice").format(key=twice))
    gone = next((key for key in NEEDED if key not in keys), None)
    if gone is not None:
        raise _refused(
            folder.name, _("the key “{key}” is missing, and the ten-minute way needs it").format(key=gone)
        )
    return tuple(sorted(read, key=lambda theme: THEME_PARTS.index(theme.part)))


def read_theme(file: Path) -> Theme:
    """One file. Raises QuestionsRefused with a sentence that says what is wrong in it."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _refused(file.name, _("it cannot be read as text of the right form")) from error
    try:
        return _theme(table)
    except _Wrong as wrong:
        raise _refused(file.name, str(wrong)) from wrong


class _Wrong(ValueError):
    """What is wrong in a file, in words that go into a sentence."""


def _refused(name: str, what: str) -> QuestionsRefused:
    return QuestionsRefused(
        _("These questions cannot be used. In {name}, {what}. Nothing was changed.").format(
            name=name, what=what
        )
    )


def _theme(table: dict[str, Any]) -> Theme:
    where = _("the top of the file")
    _only_known(table, {"part", "title", "why", "source", "checked_on", "question"}, where)
    part = table.get("part")
    if part not in THEME_PARTS:
        raise _Wrong(_("“part” must be one of: {parts}").format(parts=", ".join(THEME_PARTS)))
    checked = table.get("checked_on")
    if not isinstance(checked, date) or isinstance(checked, datetime):
        raise _Wrong(_("“checked_on” must be a day, such as 2026-11-25"))
    rows = table.get("question")
    if not isinstance(rows, list) or not rows:
        raise _Wrong(_("there is no question"))
    return Theme(
        part=Part(part),
        title=_text(table, "title", where),
        why=_text(table, "why", where),
        source=_text(table, "source", where),
        checked_on=checked,
        questions=tuple(_question(row, number) for number, row in enumerate(rows, start=1)),
    )


def _question(row: Any, number: int) -> Question:
    where = _("question {number}").format(number=number)
    if not isinstance(row, dict):
        raise _Wrong(_("{where} is not a list of names and values").format(where=where))
    _only_known(row, set(Question.__slots__), where)
    if not _KEY.fullmatch(str(row.get("key", ""))):
        raise _Wrong(_("{where} needs a “key” such as people.friends").format(where=where))
    if not isinstance(row.get("not_for_family", False), bool):
        raise _Wrong(_("{where} has “not_for_family” that is neither true nor false").format(where=where))
    return Question(
        key=row["key"],
        ask=_text(row, "ask", where),
        why=_text(row, "why", where),
        label=_text(row, "label", where),
        sheet=Printed(_one_of(row, "sheet", Printed, where)),
        chips=_chips(row.get("chips", []), where),
        ages=_ages(row.get("ages"), where),
        only=Only(_one_of({"only": "", **row}, "only", Only, where)),
        not_for_family=row.get("not_for_family", False),
        facts=_facts(row.get("facts", []), where),
    )


def _facts(keys: Any, where: str) -> tuple[str, ...]:
    try:
        return facts.known(keys)
    except (TypeError, ValueError) as unknown:
        raise _Wrong(_("{where} has “facts” that nobody knows").format(where=where)) from unknown


def _only_known(table: dict[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise _Wrong(_("{where} has a name nobody knows: “{name}”").format(where=where, name=unknown[0]))


def _text(table: dict[str, Any], name: str, where: str) -> str:
    words = table.get(name)
    if not isinstance(words, str) or not words.strip():
        raise _Wrong(_("{where} has no “{name}”").format(where=where, name=name))
    if len(words) > _LONGEST.get(name, 90):
        raise _Wrong(_("{where} has a “{name}” that is too long").format(where=where, name=name))
    return _plain(words, where)


def _plain(words: str, where: str) -> str:
    if re.search(r"[{}]", words.replace("{child}", "")) or not words.isprintable():
        raise _Wrong(_("{where} has braces or signs that do not belong there").format(where=where))
    return words.strip()


def _one_of(table: dict[str, Any], name: str, of: Iterable[str], where: str) -> str:
    value = table.get(name)
    if value not in list(of):
        choices = ", ".join(each for each in of if each)
        raise _Wrong(
            _("{where} needs “{name}” to be one of: {choices}").format(
                where=where, name=name, choices=choices
            )
        )
    return str(value)


def _chips(chips: Any, where: str) -> tuple[str, ...]:
    fine = isinstance(chips, list) and len(chips) <= _MOST_CHIPS and len(set(map(str, chips))) == len(chips)
    if not fine or not all(isinstance(c, str) and 0 < len(c.strip()) <= _LONGEST_CHIP for c in chips):
        raise _Wrong(
            _("{where} needs “chips” to be up to {most} short and different texts").format(
                where=where, most=_MOST_CHIPS
            )
        )
    return tuple(_plain(chip, where) for chip in chips)


def _ages(ages: Any, where: str) -> tuple[int, int] | None:
    if ages is None:
        return None
    fine = isinstance(ages, list) and len(ages) == 2 and all(type(age) is int for age in ages)
    if not fine or not _YOUNGEST <= ages[0] <= ages[1] <= _OLDEST:
        raise _Wrong(_("{where} needs “ages” from 3 to 18, the younger first").format(where=where))
    return ages[0], ages[1]
