"""What was doubted of a school's stored dates when they were used: looked at, or not yet. Kept a school year each."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from carer_app.use_cases import drafts
from carer_app.use_cases.dates_form import ReaderSaid
from carer_app.use_cases.drafts import DraftKey

FIELD = "doubts"
"""The field of the page of school dates: what is not settled there is kept as what is half typed is."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """Of one school year: `said` is still to be looked at, and the sentences of `looked` are not said again.

    `is_supposed` says that its training days may be all, and nobody has said that they are.
    """

    said: tuple[ReaderSaid, ...] = ()
    looked: tuple[str, ...] = ()
    is_supposed: bool = False


def place_of(school_id: int) -> DraftKey:
    """What the doubts of a school are kept under: the key of the page they are shown on."""
    return DraftKey(f"school_dates {school_id}", "school", school_id)


def kept(session: Session, school_id: int) -> str:
    """All of it as it is stored, for Undo."""
    return drafts.of_place(session, place_of(school_id)).get(FIELD, "")


def put_back(session: Session, school_id: int, before: str) -> None:
    """What was `kept` before, and nothing else."""
    drafts.keep(session, place_of(school_id), FIELD, before)


def of_year(session: Session, school_id: int, year: int) -> Doubts:
    """What is doubted of one school year."""
    told = _all(session, school_id).get(str(year))
    if told is None:
        return Doubts()
    said = tuple(
        ReaderSaid(each["sentence"], _days(each["days"]), _days(each["held"]), each["lacks_edge"])
        for each in told["said"]
    )
    return Doubts(said, tuple(told["looked"]), told.get("is_supposed", False))


def keep(session: Session, school_id: int, year: int, doubts: Doubts) -> None:
    """This is what is doubted of a school year from now on."""
    told = _all(session, school_id)
    told.pop(str(year), None)
    if doubts != Doubts():
        told[str(year)] = asdict(doubts)
    text = json.dumps(told, default=date.isoformat, ensure_ascii=False) if told else ""
    drafts.keep(session, place_of(school_id), FIELD, text)


def look_at(session: Session, school_id: int, year: int, sentence: str) -> None:
    """The carer looked at what this sentence says: it is not said again while it stays the same."""
    doubts = of_year(session, school_id, year)
    said = tuple(each for each in doubts.said if each.sentence != sentence)
    keep(session, school_id, year, replace(doubts, said=said, looked=(*doubts.looked, sentence)))


def _all(session: Session, school_id: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(kept(session, school_id) or "{}")
    return found


def _days(told: Sequence[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(each) for each in told)
