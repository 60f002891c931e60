"""Whom to ask, one after the other, when something does not come: the next one, and from which day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from carer_app.choices import Owner, RequestAbout, Role
from carer_app.words import _

A_WEEK = timedelta(days=7)
"""Nobody is asked for one thing more often than that. Source: our own, from practice."""

REVIEW_IS_NEAR = timedelta(days=20)
"""So long before a review whoever runs it need not be waited for."""

AfterSchoolDays = Callable[[date, int], date]
"""The day so many school days after another."""


@dataclass(frozen=True, slots=True)
class AskedOnce:
    """Whose turn it was and on which day; `answered_on` where they answered. Left out: nobody was asked then."""

    rung: str
    on: date
    answered_on: date | None = None
    is_left_out: bool = False


class MayRing(StrEnum):
    """Whether a foster carer may ask somebody directly, as far as a page says so."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class LadderPerson:
    """Somebody who can be asked. `through` is who passes it on where the carer does not ask them directly."""

    key: str
    who: str
    why: str
    role: Role | None = None
    may_ring: MayRing = MayRing.YES
    through: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """One person's turn: so many school days `after` the one before was asked, with which words."""

    key: str
    person: str
    words: str
    after: int = 0
    extra: str = ""
    near_review: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """All rungs for one kind of thing."""

    about: RequestAbout
    rungs: tuple[Rung, ...]
    owner: Owner | None = None

    def __post_init__(self) -> None:
        """Refuse rungs that cannot be told apart, or none."""
        if not self.rungs or len({rung.key for rung in self.rungs}) != len(self.rungs):
            raise ValueError(_("each step needs a key of its own"))
        if any(not 0 <= rung.after <= 60 for rung in self.rungs):
            raise ValueError(_("school days to wait are from 0 to 60"))


@dataclass(frozen=True, slots=True)
class Message:
    """Words to copy."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class MayAsk:
    """What a council's page says of one person: may carers ask them directly; and if not, who passes it on."""

    person: str
    may_ring: MayRing
    by: str = ""

    def __post_init__(self) -> None:
        """Refuse a no without a way, and a way round where there is none needed."""
        if (self.may_ring == MayRing.NO) != bool(self.by):
            raise ValueError(_("whoever may not be asked directly needs somebody who passes it on"))


@dataclass(frozen=True, slots=True)
class Ladders:
    """The order of one council, or our own for every council (`council` is empty).

    `nothing_found` are councils whose pages were looked for, and said nothing about it.
    """

    key: str
    name: str
    source: str
    checked_on: date
    council: str = ""
    says: str = ""
    safety_words: tuple[str, ...] = ()
    safety_phrases: tuple[str, ...] = ()
    not_safety: tuple[str, ...] = ()
    people: tuple[LadderPerson, ...] = ()
    ladder: tuple[Ladder, ...] = ()
    messages: tuple[Message, ...] = ()
    contact: tuple[MayAsk, ...] = ()
    nothing_found: tuple[str, ...] = ()

    def with_gaps_from(self, general: "Ladders") -> "Ladders":
        """What the council's page leaves open is as in our own order. Raises ValueError for a name nobody knows."""
        own = {(each.about, each.owner) for each in self.ladder}
        told = {each.person: each for each in self.contact}
        people = {each.key: each for each in (*general.people, *self.people)}
        whole = replace(
            self,
            safety_words=self.safety_words or general.safety_words,
            safety_phrases=self.safety_phrases or general.safety_phrases,
            not_safety=self.not_safety or general.not_safety,
            people=tuple(_as_told(each, told.get(each.key)) for each in people.values()),
            ladder=(*self.ladder, *(each for each in general.ladder if (each.about, each.owner) not in own)),
            messages=tuple({each.key: each for each in (*general.messages, *self.messages)}.values()),
        )
        whole.look()
        return whole

    def look(self) -> None:
        """Raise ValueError where a rung names a person or words that are not there."""
        people, messages = {each.key for each in self.people}, {each.key for each in self.messages}
        named = {rung.person for each in self.ladder for rung in each.rungs}
        named |= {each.person for each in self.contact}
        named |= {each.through for each in self.people if each.through}
        said = {rung.words for each in self.ladder for rung in each.rungs}
        if unknown := sorted((named - people) | (said - messages)):
            raise ValueError(_("a step names what nobody knows: {names}").format(names=", ".join(unknown)))

    def of(self, about: RequestAbout, owner: Owner | None = None) -> Ladder | None:
        """The ladder for one thing; None for what nobody is asked for."""
        return next((each for each in self.ladder if (each.about, each.owner) == (about, owner)), None)

    def person(self, key: str) -> LadderPerson:
        """Somebody by key."""
        return next(each for each in self.people if each.key == key)

    def words(self, key: str) -> str:
        """Words to copy, by key."""
        return next(each.words for each in self.messages if each.key == key)

    def is_about_safety(self, words: str) -> bool:
        """Whether words speak of somebody being hurt or not safe: that is never asked for, it is rung about at once."""
        said = f" {' '.join(_only_words(words))} "
        for phrase in self.not_safety:
            said = said.replace(f" {phrase} ", " ")
        told_in_several = any(f" {phrase} " in said for phrase in self.safety_phrases)
        return told_in_several or not set(said.split()).isdisjoint(self.safety_words)


def _only_words(text: str) -> list[str]:
    return "".join(each if each.isalnum() or each == "-" else " " for each in text.casefold()).split()


def _as_told(person: LadderPerson, told: MayAsk | None) -> LadderPerson:
    return person if told is None else replace(person, may_ring=told.may_ring, through=told.by)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is, and from which day they may be asked."""

    rung: Rung
    from_day: date

    def has_come(self, today: date) -> bool:
        """Whether they may be asked now."""
        return self.from_day <= today


def next_turn(
    ladder: Ladder,
    asked: Sequence[AskedOnce],
    *,
    late_since: date | None,
    promised_for: date | None,
    is_done: bool,
    review_on: date | None,
    today: date,
    after: AfterSchoolDays,
    goes_on: bool = False,
) -> Turn | None:
    """The one whose turn is next: never two, never sooner than a week after the one before, and none once it is done.

    An answer stops it, unless the carer says that nothing came of it (`goes_on`). `late_since` is the day by which it
    was to be: the day after is the first; None where nobody said one. What was asked up to the day that somebody
    promised it for belongs to the promise before, and it begins anew. None also where everybody was asked.
    """
    if is_done:
        return None
    since = [each for each in asked if promised_for is None or each.on > promised_for]
    really = [each for each in since if not each.is_left_out]
    last = max(really, key=lambda each: each.on, default=None)
    if last is not None and last.answered_on is not None and not goes_on:
        return None
    places = {rung.key: place for place, rung in enumerate(ladder.rungs)}
    passed = max((places.get(each.rung, -1) for each in since), default=-1)
    if passed + 1 >= len(ladder.rungs):
        return None
    rung = ladder.rungs[passed + 1]
    before = max((each.on for each in asked if not each.is_left_out), default=None)
    from_day = late_since + timedelta(days=1) if late_since is not None else today
    if before is not None:
        from_day = max(from_day, before + A_WEEK)
    is_near = review_on is not None and review_on <= today + REVIEW_IS_NEAR
    if last is not None and not (rung.near_review and is_near):
        from_day = max(from_day, after(last.on, rung.after))
    return Turn(rung, from_day)
