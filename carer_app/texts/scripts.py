"""What to say to a child about the meeting, for three ages: read from files in resources/scripts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from carer_app.choices import Role
from carer_app.texts import facts
from carer_app.texts.reading import read_file
from carer_app.words import _
from resources import path


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
class LineToSay:
    """One line to say. `words` are empty where they depend on the meeting: WHEN and WHO."""

    about: About
    words: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """What to say at one age. `ages`: the first and the last year. `people`: a line for each role, with {name}."""

    title: str
    ages: tuple[int, int]
    how: str
    lines: tuple[LineToSay, ...] = field(metadata={"in_file": "say"})
    on_day: str
    no_day: str
    people: Mapping[Role, str]
    facts: tuple[str, ...]

    def __post_init__(self) -> None:
        """Nothing is silent but what depends on the meeting."""
        facts.known(self.facts)
        if any(bool(line.words) is (line.about in (About.WHEN, About.WHO)) for line in self.lines):
            raise ValueError(_("every line has “words” but “when” and “who”"))


@lru_cache(maxsize=1)
def scripts() -> tuple[Script, ...]:
    """The scripts that come along, the youngest first."""
    read = (read_file(file, Script) for file in path("scripts").glob("*.toml"))
    return tuple(sorted(read, key=lambda script: script.ages))


def script_for(age: int | None) -> Script:
    """The script for a child of this age in whole years; the middle one where no age is known."""
    if age is None:
        return scripts()[1]
    return next((script for script in scripts() if age <= script.ages[1]), scripts()[-1])
