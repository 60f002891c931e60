"""Made-up households for the demo, from resources/made_up. Nobody in them exists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from carer_app.choices import ConcernKind, Owner, ReplyMark, Role, Support, WhoseWords
from carer_app.texts.made_up_after import MadeUpAfter
from carer_app.texts.reading import read_file
from resources import path


@dataclass(frozen=True, slots=True)
class MadeUpMeeting:
    """The meeting that is got ready for."""

    day: date
    time: time
    place: str


@dataclass(frozen=True, slots=True)
class MadeUpView:
    """What a child said, and when."""

    words: str
    whose: WhoseWords
    on: date


@dataclass(frozen=True, slots=True)
class MadeUpConcern:
    """What is hard, in the words of its form."""

    kind: ConcernKind
    see: str
    ask: str
    who: str
    often: str = ""
    since: str = ""
    helps: str = ""
    think: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class MadeUpAction:
    """What somebody was to do."""

    what: str
    owner: Owner
    name: str
    done: date | None = None


@dataclass(frozen=True, slots=True)
class MadeUpBefore:
    """The meeting before."""

    held: date
    actions: tuple[MadeUpAction, ...]


@dataclass(frozen=True, slots=True)
class MadeUpReply:
    """What the child says of one thing on the sheet."""

    mark: ReplyMark
    words: str = ""


@dataclass(frozen=True, slots=True)
class MadeUpChild:
    """A child, and everything that was written for the meeting. `plain` are answers that are chosen."""

    name: str
    birthday: date
    council: str
    support: Support
    people: Mapping[Role, str]
    meeting: MadeUpMeeting
    after: MadeUpAfter
    questions: tuple[str, ...]
    answers: Mapping[str, str]
    plain: Mapping[str, str]
    school: str = ""
    class_name: str = ""
    has_school_place: bool = True
    would_change: str = ""
    asked_on: date | None = None
    before: MadeUpBefore | None = None
    views: tuple[MadeUpView, ...] = ()
    concerns: tuple[MadeUpConcern, ...] = field(default=(), metadata={"in_file": "concern"})
    replies: Mapping[str, MadeUpReply] = field(default_factory=dict, metadata={"in_file": "reply"})


@dataclass(frozen=True, slots=True)
class MadeUpHousehold:
    """A carer and the children."""

    title: str
    carer: str
    children: tuple[MadeUpChild, ...] = field(metadata={"in_file": "child"})


HOUSEHOLDS = (
    *("nursery_child", "year_5_with_ehcp", "year_10_with_options", "without_a_school_place", "two_siblings"),
)


def households() -> tuple[MadeUpHousehold, ...]:
    """All of them."""
    return tuple(household(name) for name in HOUSEHOLDS)


def household(name: str) -> MadeUpHousehold:
    """One of them by the name of its file. Raises TextFileWrong."""
    return read_file(path(f"made_up/{name}.toml"), MadeUpHousehold)
