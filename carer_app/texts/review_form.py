"""What a carer is asked before a child-in-care review: read from resources/review_form."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from carer_app.choices import NoteKind
from carer_app.texts.reading import read_file
from carer_app.words import _
from resources import path


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One question. `label` stands on paper; notes of the kinds in `notes` are offered for its answer."""

    key: str
    ask: str
    label: str
    hint: str = ""
    notes: tuple[NoteKind, ...] = ()


@dataclass(frozen=True, slots=True)
class FormPart:
    """A page of questions."""

    title: str
    questions: tuple[FormQuestion, ...] = field(metadata={"in_file": "question"})


@dataclass(frozen=True, slots=True)
class ReviewQuestions:
    """The whole form, with where it comes from."""

    source: str
    address: str
    checked_on: date
    parts: tuple[FormPart, ...] = field(metadata={"in_file": "part"})

    def __post_init__(self) -> None:
        """An answer is kept under the key of its question, so each is there once."""
        keys = [question.key for question in self.questions]
        if len(set(keys)) != len(keys):
            raise ValueError(_("a key is there twice"))

    @property
    def questions(self) -> tuple[FormQuestion, ...]:
        """Every question, in the order it is asked."""
        return tuple(question for part in self.parts for question in part.questions)


@lru_cache(maxsize=1)
def review_form() -> ReviewQuestions:
    """The form that comes along."""
    return read_file(path("review_form/england.toml"), ReviewQuestions)
