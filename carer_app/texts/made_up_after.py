"""What came of the meeting of a made-up household. Things are named by their place in their own list, from 1."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from carer_app.choices import Helped, HowAsked, NoteKind, Owner, Role, WithoutSchool


@dataclass(frozen=True, slots=True)
class MadeUpAgreed:
    """What was agreed. `for_ask` is which of the concerns asked for it; at most one of `done`, `partly` and `ended`."""

    what: str
    owner: Owner
    name: str = ""
    by: date | None = None
    for_ask: int = 0
    why: str = ""
    how_we_know: str = ""
    at_home: str = ""
    done: date | None = None
    partly: date | None = None
    ended: date | None = None
    ended_why: str = ""
    helped: Helped = Helped.NOT_SAID


@dataclass(frozen=True, slots=True)
class MadeUpNo:
    """Which of the concerns asked for what was not agreed, and why."""

    for_ask: int
    because: str


@dataclass(frozen=True, slots=True)
class MadeUpAsking:
    """The carer asked whose turn it was, for one of the things that were agreed; 0 is the copy."""

    agreed: int
    on: date
    how: HowAsked
    answer: str = ""
    answered: date | None = None
    thanked: date | None = None


@dataclass(frozen=True, slots=True)
class MadeUpToChild:
    """What came of one thing the child said: something that was agreed, or an honest no and who explains it."""

    said: int
    agreed: int = 0
    at_the_meeting: str = ""
    now: str = ""
    who: str = ""
    cannot_because: str = ""
    ask_about_it: str = ""


@dataclass(frozen=True, slots=True)
class MadeUpNote:
    """Something the carer saw on a day."""

    on: date
    kind: NoteKind
    words: str


@dataclass(frozen=True, slots=True)
class MadeUpOut:
    """Days without full-time school, and who was told when."""

    kind: WithoutSchool
    first: date
    last: date | None = None
    reason: str = ""
    in_writing: date | None = None
    social_worker: date | None = None
    virtual_school: date | None = None


@dataclass(frozen=True, slots=True)
class MadeUpAfter:
    """What came of the meeting until the day `on`, and the review after it.

    `answers` are the carer's for the review and `said` what was said at the meeting, by their keys; `answered` is what
    school said to each question, in its order, and `not_there` who was missing.
    """

    on: date
    held: date
    next_pep: date
    review: date
    chair: str
    actions: tuple[MadeUpAgreed, ...]
    answers: Mapping[str, str]
    said: Mapping[str, str]
    answered: tuple[str, ...]
    not_there: tuple[Role, ...] = ()
    no: tuple[MadeUpNo, ...] = ()
    asked: tuple[MadeUpAsking, ...] = ()
    to_child: tuple[MadeUpToChild, ...] = ()
    notes: tuple[MadeUpNote, ...] = ()
    out: tuple[MadeUpOut, ...] = ()
    came_of_change: str = ""
    letter: str = ""
    school_card: Mapping[str, str] = field(default_factory=dict)
