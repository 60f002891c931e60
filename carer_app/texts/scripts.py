"""What to say to a child about the meeting, for three ages: read from files in resources/scripts."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from carer_app.choices import Role
from carer_app.texts import facts
from carer_app.words import _
from resources import path

FILES = ("age_3_to_6", "age_7_to_10", "age_11_to_18")


class About(StrEnum):
    """What one line of a script is about; also what was talked about, in the records."""

    WHAT = "what"
    WHEN = "when"
    WHO = "who"
    SEEN = "seen"
    COMING = "coming"
    WITH = "with"
    TIME = "time"
    SPEAKS = "speaks"
    NOTHING = "nothing"
    HURT = "hurt"
    AFTER = "after"

    @property
    def words(self) -> str:
        return {
            About.WHAT: _("What a PEP is"),
            About.WHEN: _("When it is"),
            About.WHO: _("Who will be there, and what they do"),
            About.SEEN: _("Who can see what is written"),
            About.COMING: _("Coming for all, part or none of it"),
            About.WITH: _("Bringing someone"),
            About.TIME: _("Asking for another time"),
            About.SPEAKS: _("Choosing who speaks"),
            About.NOTHING: _("Saying nothing"),
            About.HURT: _("What I do if someone hurts them"),
            About.AFTER: _("Hearing what came of it"),
        }[self]


@dataclass(frozen=True, slots=True)
class Said:
    """One line to say. `words` are empty where they depend on the meeting: WHEN and WHO."""

    about: About
    words: str


@dataclass(frozen=True, slots=True)
class Script:
    """What to say at one age. `ages`: the first and the last year. `people`: a line for each role, with {name}."""

    title: str
    ages: tuple[int, int]
    how: str
    lines: tuple[Said, ...]
    on_day: str
    no_day: str
    people: Mapping[Role, str]
    facts: tuple[str, ...]


@lru_cache(maxsize=1)
def scripts() -> tuple[Script, ...]:
    """The scripts that come along, the youngest first."""
    return tuple(_read(name) for name in FILES)


def script_for(age: int | None) -> Script:
    """The script for a child of this age in whole years; the middle one where no age is known."""
    if age is None:
        return scripts()[1]
    return next((script for script in scripts() if age <= script.ages[1]), scripts()[-1])


def _read(name: str) -> Script:
    told = tomllib.loads(path(f"scripts/{name}.toml").read_text(encoding="utf-8"))
    return Script(
        title=told["title"],
        ages=(told["ages"][0], told["ages"][1]),
        how=told["how"],
        lines=tuple(Said(About(line["about"]), line["words"]) for line in told["say"]),
        on_day=told["on_day"],
        no_day=told["no_day"],
        people={Role(role): words for role, words in told["people"].items()},
        facts=facts.known(told["facts"]),
    )
