"""The copy of a PEP laid beside what the carer wrote down that evening. Nothing is taken in by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Owner
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.stored_document import PaperPage
from carer_app.errors import NotADate
from carer_app.texts.copy_words import copy_words
from carer_app.typed_dates import read_day, say_day
from carer_app.use_cases import following_up, recording_the_meeting
from carer_app.use_cases.copy_alike import (
    is_day_named,
    is_named_in,
    is_the_same_person,
    says_the_same_much,
    who_at_its_start,
)
from carer_app.use_cases.copy_worded import says_the_same
from carer_app.use_cases.filing import SealedDocument, sealed_document
from carer_app.use_cases.lookup import find, own_name
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.words_to_ask import initial, without_name, without_others
from carer_app.words import _

HowCompared = Literal["differs", "worded", "only_copy", "only_mine", "same"]
_NO_WORDS = " .-–—/"
_OR = re.compile(r"\s*(?:[/,;]|\s[-–—]\s|\bor\b)\s*")
_BEFORE_A_DAY = re.compile(r"^\W*(?:due\s+)?(?:by|on|due)?\b:?\s*(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CopyAction:
    """What the copy has, in its own words; empty where it says nothing."""

    what: str
    who: str
    when: str
    page: int


@dataclass(frozen=True, slots=True)
class OwnAction:
    """What the carer wrote down. `who` is as Actions says it."""

    id: int
    what: str
    owner: Owner
    name: str
    who: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class MachineWords:
    """Words that a machine read from a picture: page, words, and where each stands (see `PaperPage.boxes`)."""

    page: int
    text: str
    boxes: str


@dataclass(frozen=True, slots=True)
class ToCompare:
    """All that is needed: `paper` is None where no copy is kept here, and `document_id` 0."""

    child: str
    document_id: int
    held_on: date | None
    paper: SealedDocument | None
    own: tuple[OwnAction, ...]
    machine: tuple[MachineWords, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One thing that was agreed. `differs` are sentences; `words` ask for it to be added to the copy. "worded" has
    other words, and nobody knows whether they mean the same.

    `day` is the day that the copy has and the records have not, where it is one that can be read.
    """

    id: str
    how: HowCompared
    own: OwnAction | None
    copy: CopyAction | None
    differs: tuple[str, ...] = ()
    words: str = ""
    day: date | None = None

    @property
    def says_nobody(self) -> bool:
        """Whether the copy does not say who does it."""
        return self.copy is not None and not (self.copy.who or who_at_its_start(self.copy.what))


def to_compare(session: Session, meeting_id: int, today: date) -> ToCompare:
    """What the carer wrote of one meeting, and the paper that is its copy."""
    meeting = find(session, Meeting, meeting_id)
    copy = meeting.copies[0] if meeting.copies else None
    document_id = copy.document_id if copy else None
    rows = following_up.actions_of_meeting(session, meeting_id, today)
    by_id = {action.id: action for action in meeting.actions}
    own = tuple(
        OwnAction(row.id, row.what, Owner(by_id[row.id].owner), by_id[row.id].owner_name, row.who, row.due_on)
        for row in rows
    )
    if document_id is None:
        return ToCompare(meeting.child.name, 0, meeting.held_on, None, own, ())
    pages = session.scalars(
        select(PaperPage)
        .where(PaperPage.document_id == document_id, PaperPage.by_machine)
        .order_by(PaperPage.page)
    )
    machine = tuple(MachineWords(page.page, page.text, page.boxes) for page in pages)
    return ToCompare(
        meeting.child.name, document_id, meeting.held_on, sealed_document(session, document_id), own, machine
    )


def compared(
    session: Session,
    meeting_id: int,
    found: Sequence[CopyAction],
    pairs: dict[int, int],
    today: date,
) -> tuple[ComparedRow, ...]:
    """What differs first, then what one of the two has alone, what has other words, and what is the same. `pairs` has
    the place in `found` of what is most like each own action, by its id."""
    known = to_compare(session, meeting_id, today)
    rows = []
    for own in known.own:
        if own.id in pairs:
            copy = found[pairs[own.id]]
            how, differs, day = _differences(own, copy, known.held_on or today)
            rows.append(ComparedRow(f"own {own.id}", how, own, copy, differs, day=day))
        else:
            words = _ask_to_add(session, find(session, Meeting, meeting_id).child, known, own)
            rows.append(ComparedRow(f"own {own.id}", "only_mine", own, None, words=words))
    for place, copy in enumerate(found):
        if place not in pairs.values():
            rows.append(ComparedRow(f"copy {place}", "only_copy", None, copy))
    order = ("differs", "only_copy", "only_mine", "worded", "same")
    return tuple(sorted(rows, key=lambda row: order.index(row.how)))


def add_from_copy(session: Session, meeting_id: int, copy: CopyAction, today: date) -> int:
    """What only the copy has is written down too, as the copy says it; returns its id. Words for a day that cannot be
    read stay with what is to be done."""
    day, what = _day_and_what(find(session, Meeting, meeting_id), copy, today)
    who = copy.who or who_at_its_start(copy.what)
    owner = Owner(copy_words().owner_of(who) or Owner.SOMEONE_ELSE)
    new = NewAction(what, owner, who if owner == Owner.SOMEONE_ELSE else "", day)
    return recording_the_meeting.add_action(session, meeting_id, new, today)


def take_back_from_copy(session: Session, meeting_id: int, copy: CopyAction, today: date) -> None:
    """It is not written down here after all; the newest that is as the copy says it goes."""
    meeting = find(session, Meeting, meeting_id)
    _day, what = _day_and_what(meeting, copy, today)
    newest = next((each for each in reversed(meeting.actions) if each.what == what), None)
    if newest is not None:
        newest.remove(today)


def _day_and_what(meeting: Meeting, copy: CopyAction, today: date) -> tuple[date | None, str]:
    day = day_in(copy.when, meeting.held_on or today)
    return day, copy.what if day is not None or not _says_when(copy.when) else f"{copy.what} ({copy.when})"


def day_in(words: str, held_on: date) -> date | None:
    """The day these words say, counted from the meeting; None where they say none to the day ("End of April")."""
    day = _day_said(words, held_on)
    return day if day is not None and day >= held_on else None


def _day_said(words: str, held_on: date) -> date | None:
    """The same, also where it lies before the meeting."""
    if not any(letter.isdigit() for letter in words):
        return None
    try:
        return read_day(_BEFORE_A_DAY.sub("", words), held_on, near="future")
    except NotADate:
        return None


def _differences(
    own: OwnAction, copy: CopyAction, held_on: date
) -> tuple[HowCompared, tuple[str, ...], date | None]:
    said = []
    day = day_in(copy.when, held_on)
    mine = _("You wrote {mine}.").format(mine=say_day(own.due_on)) if own.due_on else _("You wrote no day.")
    if day is not None and day != own.due_on:
        said.append(_("The copy says by {copy}.").format(copy=say_day(day)) + " " + mine)
    elif not _says_when(copy.when) and own.due_on and not is_day_named(own.due_on, copy.what):
        said.append(_("The copy has no day.") + " " + mine)
    elif day is None and not _is_the_same_time(own, copy, held_on):
        said.append(_("The copy says by when: {copy}.").format(copy=copy.when.rstrip(". ")) + " " + mine)
    both = _("The copy says: {copy}. You wrote: {mine}.")
    who = copy.who or who_at_its_start(copy.what)
    if who and not is_the_same_person(own.owner, own.name, who):
        said.append(both.format(copy=who, mine=own.who))
    says_nobody = not who and (own.owner != Owner.SOMEONE_ELSE or bool(own.name))
    how: HowCompared = "differs" if said else "same"
    if says_nobody:
        how = "worded" if how == "same" and is_named_in(own.owner, own.name, copy.what) else "differs"
        said.append(_("The copy does not say clearly who does it. You wrote: {mine}.").format(mine=own.who))
    if not says_the_same(own.owner, own.what, own.due_on, copy.what, copy.when):
        said.append(both.format(copy=copy.what.rstrip(". "), mine=own.what.rstrip(". ")))
        if how != "differs":
            is_like = says_the_same_much(own.what, own.due_on, copy.what, copy.when)
            how = "worded" if is_like else "differs"
    return how, tuple(said), day if day != own.due_on else None


def _says_when(when: str) -> bool:
    return bool(when.strip(_NO_WORDS)) and when.casefold().strip(_NO_WORDS) not in copy_words().no_day.words


def _names_no_day(when: str) -> bool:
    return not _says_when(when) or when.strip(_NO_WORDS) in copy_words().no_end.words


def _is_the_same_time(own: OwnAction, copy: CopyAction, held_on: date) -> bool:
    """Whether words that are no day from the meeting on say what the carer wrote: nothing, or the same words."""
    when = copy.when.casefold().strip(_NO_WORDS)
    if not _says_when(when) or re.search(rf"(?<!\w){re.escape(when)}(?!\w)", own.what.casefold()):
        return True
    if own.due_on is None and all(_names_no_day(part) for part in _OR.split(when)):
        return True
    return own.due_on is not None and _day_said(copy.when, held_on) == own.due_on


def _ask_to_add(session: Session, child: Child, known: ToCompare, own: OwnAction) -> str:
    """Words to ask with that something agreed be added. Each child of the household is an initial."""
    what = without_others(session, child, without_name(own.what.rstrip("."), child.name))
    day = say_day(known.held_on) if known.held_on else _("the meeting")
    words = _(
        "Hello, I have the copy of {child}’s PEP of {day}. This was agreed and I cannot find it there: {what}. "
        "Could it be added, please?"
    ).format(child=initial(child.name), day=day, what=what)
    return "\n\n".join(part for part in (words, own_name(session)) if part)
