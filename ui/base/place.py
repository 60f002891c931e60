"""What a place is: somewhere in the application that one can go to, come back to, and half type something at."""

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, dataclass_transform

if TYPE_CHECKING:
    from carer_app.use_cases.drafts import DraftKey


@dataclass_transform(frozen_default=True)
class Place:
    """Somewhere in the application. `page` names the module and class that show it, imported when first needed.

    What stands annotated in a kind of place are its facts. They are given like those of a frozen dataclass, and two
    places of one kind with the same facts are the same place. Nothing is written for each kind as `dataclass` would:
    that took a third of a millisecond each, before the first page was on screen.
    """

    name: ClassVar[str]
    """What half-typed words are kept under, for good: a class may be called something else, its name stays."""
    page: ClassVar[str]
    side_bar: ClassVar[str] = ""
    is_closed_room: ClassVar[bool] = False
    """Whether nothing else can be reached from it, and leaving it locks."""
    is_read_with_child: ClassVar[bool] = False
    """Whether a child reads it beside the carer: no side bar, no keys to elsewhere, and out only to `leads_to`."""
    made_of: ClassVar[tuple[str, ...]] = ()
    """The names of what it is about, in their order."""

    def __init_subclass__(cls, name: str = "", is_shared: bool = False) -> None:
        """`is_shared`: no place, but what several have in common."""
        if name:
            cls.name = name
        elif not is_shared:
            raise TypeError(f"{cls.__name__} needs a name of its own: class {cls.__name__}(Place, name=…)")
        cls.made_of = (*cls.made_of, *cls.__annotations__)

    def __init__(self, *given: Any, **named: Any) -> None:
        facts = dict(zip(self.made_of, given, strict=False))
        if len(given) > len(self.made_of) or not named.keys() <= set(self.made_of) - facts.keys():
            raise TypeError(f"{type(self).__name__} is about {self.made_of}, not {given} and {named}")
        facts |= named
        for fact in self.made_of:
            self.__dict__[fact] = facts[fact] if fact in facts else getattr(type(self), fact)

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise AttributeError(f"{name} of a place stays as it is")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__qualname__}({facts})"

    @property
    def leads_to(self) -> "Place | None":
        """Where the way back leads whatever was there before; None for where the carer was."""
        return None

    @property
    def part_of(self) -> "Place | None":
        """The place that this one is a step of: once it leads there it is over, and Back does not lead into it."""
        return None

    @property
    def key(self) -> "DraftKey":
        """What half-typed words of this place are kept under: its name and its facts, and whom they are about."""
        from carer_app.use_cases.drafts import DraftKey

        facts = {name: value for name, value in self.__dict__.items() if name != "at"}
        about, about_id = next(
            ((OF[name], number) for name, number in facts.items() if name in OF and number), ("", 0)
        )
        return DraftKey(" ".join(map(str, (self.name, *facts.values()))), about, about_id)


OF = {
    "child_id": "child", "school_id": "school", "meeting_id": "meeting", "document_id": "stored_document",
    "sheet_id": "handed_out", "letter_id": "child_letter", "days_id": "days_without_school",
}  # fmt: skip
"""Which table a fact of a place names a row of. A fact called `at` is only where on the page somebody begins."""


class OfChild(Place, is_shared=True):
    """About a child."""

    child_id: int


class OfSchool(Place, is_shared=True):
    """About a school."""

    school_id: int


class OfMeeting(Place, is_shared=True):
    """About a meeting."""

    meeting_id: int


class OfDocument(Place, is_shared=True):
    """About a paper that is kept."""

    document_id: int
