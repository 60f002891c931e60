"""Files that somebody chose and that are being taken in: noted until each is through, so that none is lost in silence.

Where the records are locked meanwhile, or the program ends, the page says afterwards which were not taken in. Only
where they are is noted; of a picture that was pasted, only that there was one.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from carer_app.use_cases import drafts
from carer_app.use_cases.drafts import DraftKey

COMING_IN = "files"
"""The last word of the place under which they are noted."""


@dataclass(frozen=True, slots=True)
class NotThrough:
    """One of them: `field` tells it from the others, `path` is empty for a picture that was pasted."""

    field: str
    path: str


def note(session: Session, place: DraftKey, paths: Sequence[str]) -> list[str]:
    """These are being taken in, after what is noted already. Returns the field of each."""
    key = place.part(COMING_IN)
    last = max((int(field) for field in drafts.of_place(session, key) if field.isdecimal()), default=0)
    fields = [f"{number:06}" for number in range(last + 1, last + 1 + len(paths))]
    for field, path in zip(fields, paths, strict=True):
        drafts.keep(session, key, field, json.dumps(path))
    return fields


def is_through(session: Session, place: DraftKey, field: str) -> None:
    """It was taken in, or the carer was told why not."""
    drafts.keep(session, place.part(COMING_IN), field, "")


def not_through(session: Session, place: DraftKey) -> tuple[NotThrough, ...]:
    """Everything that is noted there, in its order."""
    noted = drafts.of_place(session, place.part(COMING_IN))
    return tuple(NotThrough(field, _path(text)) for field, text in sorted(noted.items()))


def forget(session: Session, place: DraftKey) -> None:
    """The carer was told, and leaves them out."""
    drafts.forget(session, place.part(COMING_IN))


def _path(text: str) -> str:
    try:
        return str(json.loads(text))
    except ValueError:
        return ""
