"""What goes on one paper for one reader: chosen, kept for the next time, and said in a plain list."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import KeptBack, NamesAs, Reader
from carer_app.domain.child import Child
from carer_app.domain.paper_choice import PaperChoice, as_lines
from carer_app.paper.content import Section, Sheet
from carer_app.paper.content.kept_back import fold
from carer_app.paper.content.pieces import FillIn, LastLines, RoomFor, SheetOpening, SmallHeading, Title
from carer_app.paper.sheets.chosen_sheet import ChosenSheet, chosen, parts_on
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.texts.words_that_tell import words_that_tell
from carer_app.use_cases.lookup import find
from carer_app.use_cases.names_on_sheet import names_in
from carer_app.use_cases.words_kept_back import NAMES, OWN, all_names, swapping_for
from carer_app.words import _, plural

_OUR_OWN = (Title, SheetOpening, SmallHeading, FillIn, LastLines, RoomFor)
_OUR_FIELDS = {"heading", "head", "label", "whose", "asked", "mark", "state", "shows", "picture", "drawing"}


@dataclass(frozen=True, slots=True)
class WhatGoes:
    """A sheet as it was chosen, and what was chosen.

    `parts` are the headings of all its parts, those of `parts_off` are left out. `left_out` says all of it in words,
    and `to_read` are lines that may still tell what is kept back: the records do not know.
    """

    sheet: ChosenSheet
    names: NamesAs
    kept_back: tuple[KeptBack, ...]
    parts: tuple[str, ...]
    parts_off: tuple[str, ...]
    words_off: tuple[str, ...]
    left_out: tuple[str, ...]
    to_read: tuple[str, ...]


def what_goes(session: Session, child_id: int, reader: Reader, sheet: Sheet) -> WhatGoes:
    """The sheet for this reader."""
    child = find(session, Child, child_id)
    choice = _choice(session, child_id, reader)
    parts = parts_on(sheet)
    off = tuple(each for each in parts if _key(each, child.name) in choice.all_parts_off)
    swapping = swapping_for(session, child, choice)
    made = chosen(sheet, frozenset(off), swapping)
    taken = swapping.taken
    left_out = [
        each.words(child.name)
        if taken[each]
        else _("{what} (not on this sheet)").format(what=each.words(child.name))
        for each in choice.all_kept_back
    ]
    left_out += [_("the part “{part}”").format(part=each) for each in off]
    left_out += [NamesAs(choice.names).words(child.name)] if taken[NAMES] else []
    left_out += (
        [plural("{count} line you took out", "{count} lines you took out", taken[OWN])] if taken[OWN] else []
    )
    return WhatGoes(
        sheet=made,
        names=NamesAs(choice.names),
        kept_back=choice.all_kept_back,
        parts=parts,
        parts_off=off,
        words_off=choice.all_words_off,
        left_out=tuple(left_out),
        to_read=tuple(_to_read(session, child, choice, made)),
    )


@dataclass(frozen=True, slots=True)
class ForTheForm:
    """The sheet for the meeting as it may be copied into a council's form, and what was left out of it."""

    sheet: MeetingSheet
    left_out: tuple[str, ...]


def for_the_form(session: Session, child_id: int, reader: Reader, sheet: MeetingSheet) -> ForTheForm:
    """What this reader gets on paper, field by field: nothing that is off their paper is copied either."""
    what = what_goes(session, child_id, reader, sheet)
    child = find(session, Child, child_id)
    for section in sheet.sections():
        if sheet.heading(section) in what.parts_off:
            sheet = _without(sheet, section)
    return ForTheForm(
        swapping_for(session, child, _choice(session, child_id, reader)).through(sheet), what.left_out
    )


def _without(sheet: MeetingSheet, section: Section) -> MeetingSheet:
    if section == Section.CHILD_SAYS:
        return replace(sheet, child_says=(), child_would_change=None, child_asked_on=None)
    nothing: dict[str, Any] = {section.value: ()}
    return replace(sheet, **nothing)


def name_as(session: Session, child_id: int, reader: Reader, names: NamesAs) -> None:
    """How names stand on what this reader gets."""
    _kept(session, child_id, reader).names = names


def keep_back(session: Session, child_id: int, reader: Reader, what: Collection[KeptBack]) -> None:
    """What this reader is not told."""
    _kept(session, child_id, reader).kept_back = as_lines(each for each in KeptBack if each in what)


def leave_out(session: Session, child_id: int, reader: Reader, heading: str, is_out: bool) -> None:
    """Whether a part is left out; parts of other sheets stay as they were chosen."""
    choice = _kept(session, child_id, reader)
    key = _key(heading, find(session, Child, child_id).name)
    others = [each for each in choice.all_parts_off if each != key]
    choice.parts_off = as_lines([*others, *([key] if is_out else [])])


def take_out(session: Session, child_id: int, reader: Reader, words: str) -> None:
    """A line, or words, that this reader does not get, wherever they stand."""
    choice = _kept(session, child_id, reader)
    choice.words_off = as_lines([*choice.all_words_off, words])


def put_back(session: Session, child_id: int, reader: Reader, words: str) -> None:
    """The line stands on the sheet again."""
    choice = _kept(session, child_id, reader)
    choice.words_off = as_lines(each for each in choice.all_words_off if each != words)


def _stored(session: Session, child_id: int, reader: Reader) -> PaperChoice | None:
    query = select(PaperChoice).where(PaperChoice.child_id == child_id, PaperChoice.reader == reader)
    return session.scalars(query).first()


def _choice(session: Session, child_id: int, reader: Reader) -> PaperChoice:
    return _stored(session, child_id, reader) or PaperChoice.at_first(child_id, reader)


def _kept(session: Session, child_id: int, reader: Reader) -> PaperChoice:
    find(session, Child, child_id)
    stored = _stored(session, child_id, reader)
    if stored is None:
        stored = PaperChoice.at_first(child_id, reader)
        session.add(stored)
    return stored


def _key(heading: str, child: str) -> str:
    """A heading as it is kept: the child may be called something else tomorrow."""
    return heading.replace(child, "{child}")


def _to_read(session: Session, child: Child, choice: PaperChoice, sheet: ChosenSheet) -> Iterator[str]:
    kept = choice.all_kept_back
    if not kept and choice.names != NamesAs.ALL_LETTERS:
        return
    hints = [re.escape(word) for each in kept for word in getattr(words_that_tell(), each.value)]
    hint = re.compile(rf"(?<!\w)(?:{'|'.join(hints)})(?!\w)" if hints else r"(?!)")
    known = frozenset(part for name in all_names(session, child) for part in fold(name)[0].split())
    seen: set[str] = set()
    for text in _their_words(sheet.left):
        for line in text.splitlines():
            if (
                line.strip()
                and line not in seen
                and (hint.search(fold(line)[0]) or any(names_in(line, known)))
            ):
                seen.add(line)
                yield line.strip()


def _their_words(value: Any) -> Iterator[str]:
    """What people wrote; headings and labels are ours."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _their_words(each)
    elif is_dataclass(value) and not isinstance(value, (type, *_OUR_OWN)):
        for each in fields(value):
            if each.name not in _OUR_FIELDS:
                yield from _their_words(getattr(value, each.name))
