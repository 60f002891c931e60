"""What a child is asked about school, at three ages: read from files in resources/child_questions."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, get_args

from carer_app.choices import OF_MY_DAY, ChildMark, Role
from carer_app.texts import facts
from carer_app.texts.reading import read_file
from carer_app.words import _
from resources import path

By = Literal["cards", "choose", "words"]
"""How a set is answered: picture cards, a question a page with marks where they fit, or one's own words on a page."""


@dataclass(frozen=True, slots=True)
class ChildQuestion:
    """One question. `marks`: up, in between or down may be chosen. `offers` are words a child may take, each with its
    drawing in `offer_drawings` where they have any; `lines` is how high the box is. `more`: asked only of a child who
    wants to say more. `short` and `drawing` stand on the card on which the answer is read back."""

    key: str
    words: str
    short: str
    marks: bool = False
    offers: tuple[str, ...] = ()
    lines: int = 2
    more: bool = False
    drawing: str = ""
    offer_drawings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Each word has a drawing, or none has."""
        if self.offer_drawings and len(self.offer_drawings) != len(self.offers):
            raise ValueError(_("“offer_drawings” needs one for each of “offers”"))


Told = Literal["what", "day", "who_comes", "seen", "hurt", "stop", "until_keep"]
"""What is said at the beginning, in pieces: each once, at every age."""


@dataclass(frozen=True, slots=True)
class TellingPage:
    """One page of the beginning: what it says, and its drawing where there is one. {child} is filled in."""

    heading: str
    says: tuple[Told, ...]
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class TellingWords:
    """What the first and the last pages say. {people}, {carer} and {worker} are filled in.

    `pages` are the first ones, in order. `until_keep` says that nothing is kept before Keep; `childline` what one can
    do there, before what it promises; `rubbed_out` what rubbing out does.
    """

    heading: str
    what: str
    who_comes: str
    seen: str
    stop: str
    until_keep: str
    hurt: str
    no_wrong: str
    end_hurt: str
    childline: str
    rubbed_out: str
    thanks: str
    after: tuple[str, ...]
    pages: tuple[TellingPage, ...] = field(metadata={"in_file": "page"})

    def __post_init__(self) -> None:
        """Everything that must be said is said, and once."""
        said = [each for page in self.pages for each in page.says]
        if sorted(said) != sorted(get_args(Told)):
            raise ValueError(
                _("the pages must say each of these once: {all}").format(all=", ".join(get_args(Told)))
            )


@dataclass(frozen=True, slots=True)
class DayPart:
    """One part of a school day: what is asked of it, its short name and its drawing, and what each mark says."""

    key: str
    asks: str
    short: str
    drawing: str
    up: str
    between: str
    down: str

    def says(self, mark: ChildMark) -> str:
        """The sentence that a mark makes of it: "Lunch is hard."; empty for what is no mark."""
        sentences = {ChildMark.UP: self.up, ChildMark.BETWEEN: self.between, ChildMark.DOWN: self.down}
        return sentences.get(mark, "")

    def question(self) -> ChildQuestion:
        """It is asked as any other question is."""
        key = f"{OF_MY_DAY}{self.key}"
        return ChildQuestion(key, self.asks, self.short, marks=True, lines=1, drawing=self.drawing)


@dataclass(frozen=True, slots=True)
class SchoolDay:
    """A school day from getting there to home time, as a strip of parts."""

    heading: str
    what: str
    parts: tuple[DayPart, ...] = field(metadata={"in_file": "part"})


@dataclass(frozen=True, slots=True)
class PersonDoes:
    """What somebody at the meeting does, for a child to read after the name."""

    role: Role
    does: str


@dataclass(frozen=True, slots=True)
class AgeSet:
    """Everything for one age. `shared`: what goes where is asked for "each" answer, or "once" for all.

    `card_question` is asked of each picture card, and `practice_question` of those to try it with; empty where there
    are none. `meeting` is what the meeting is called at this age, and `picture` what is asked of a drawing.
    """

    key: str
    title: str
    ages: tuple[int, int]
    by: By
    shared: Literal["each", "once"]
    telling: TellingWords
    questions: tuple[ChildQuestion, ...] = field(metadata={"in_file": "question"})
    meeting: str
    picture: str
    facts: tuple[str, ...]
    day: SchoolDay
    people: tuple[PersonDoes, ...] = field(metadata={"in_file": "person"})
    card_question: str = ""
    practice_question: str = ""

    def __post_init__(self) -> None:
        """Where it is answered by cards, there is what to ask of a card."""
        facts.known(self.facts)
        known = {each.role for each in self.people}
        if unsaid := set(Role) - known - {Role.CHILD, Role.FAMILY, Role.OTHER}:
            raise ValueError(_("nobody says what this one does: {role}").format(role=sorted(unsaid)[0]))
        if {bool(self.card_question), bool(self.practice_question)} != {self.by == "cards"}:
            raise ValueError(_("“card_question” and “practice_question” go with cards"))


@lru_cache(maxsize=1)
def age_sets() -> tuple[AgeSet, ...]:
    """The sets that come along, the youngest first."""
    read = (read_file(file, AgeSet) for file in path("child_questions").glob("*.toml"))
    return tuple(sorted(read, key=lambda each: each.ages))


def age_set(key: str) -> AgeSet:
    """The set of this name; the middle one where the name is not known any more."""
    return next((each for each in age_sets() if each.key == key), age_sets()[1])


def set_for(age: int | None) -> AgeSet:
    """The set that fits an age in whole years; the middle one where no age is known. The carer may choose another."""
    if age is None:
        return age_sets()[1]
    return next((each for each in age_sets() if age <= each.ages[1]), age_sets()[-1])
