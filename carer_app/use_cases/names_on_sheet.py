"""Names on the sheet for everyone: found before printing, then kept, shortened to a letter, or taken out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy.orm import Session

from carer_app.choices import OnPaper, Role
from carer_app.domain.meeting import Meeting
from carer_app.domain.register import REGISTER, Kind
from carer_app.paper.content import Quote
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.use_cases.about_a_child import columns_of, rows_about
from carer_app.use_cases.lookup import find, own_name
from carer_app.use_cases.naming import beside_name
from carer_app.words import _
from resources import path


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name that stands on the sheet. `who` is the role of somebody known, else empty."""

    name: str
    who: str
    on_paper: OnPaper


SCANNED = (
    "child_has_seen_it",
    "taking_part",
    "child_says",
    "child_would_change",
    "going_well",
    "hard_now",
    "asks",
    "at_home",
    "more",
    "last_time",
    "questions",
    "dates",
)
"""Parts of the sheet in which names are looked for. Who is asked to do something is named on purpose."""

_NOT_SCANNED = {"who", "whose", "label", "mark", "asked"}
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Auntie|Aunty|Aunt|Uncle|Coach)\.?"
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w’'-]*"
_NAME = re.compile(rf"\b({_TITLE}\s+{_CAPITAL}(?:\s+{_CAPITAL})?)|\b({_CAPITAL})")
_BEFORE_SENTENCE = re.compile(r"(^|[.!?:;•\n“\"(]|\s[-–·])\s*$")
_ENDINGS = ("’s", "'s", "ing", "ed", "es", "ly", "er", "d", "s")
TAKEN_OUT = "[…]"


def names_on_sheet(session: Session, meeting_id: int, sheet: MeetingSheet) -> list[NameRow]:
    """The names found on a sheet, in the order they are met, with what the carer chose for each."""
    meeting = find(session, Meeting, meeting_id)
    known = _known(session, meeting)
    nobody = _words_of(meeting.child.name, own_name(session), sheet.school, sheet.where, sheet.class_name)
    found: list[str] = []
    for text in _texts(sheet):
        found += [name for name in names_in(text, frozenset(nobody)) if name not in found]
    chosen = {each.name: OnPaper(each.on_paper) for each in meeting.names_on_paper}
    return [NameRow(name, known.get(name, ""), chosen.get(name, OnPaper.KEEP)) for name in found]


def _known(session: Session, meeting: Meeting) -> dict[str, str]:
    """Everybody whom the child's records name with a role, and the role; how this meeting's list has them leads."""
    named: list[Any] = [
        row
        for noun, column, _said in columns_of(Kind.NAME)
        if column == "name" and "role" in REGISTER[noun].columns
        for row in rows_about(session, noun, meeting.child_id)
    ]
    ours = [row for row in named if row in meeting.attendees]
    return {row.name: beside_name(row.name, Role(row.role)) for row in [*named, *ours]}


def choose(session: Session, meeting_id: int, name: str, on_paper: OnPaper) -> None:
    """What happens to one name on the sheet for everyone."""
    find(session, Meeting, meeting_id).put_name_on_paper(name, on_paper)


def as_chosen(session: Session, meeting_id: int, sheet: MeetingSheet) -> MeetingSheet:
    """The sheet with each name as the carer chose. Changed words in a quote stand in square brackets."""
    meeting = find(session, Meeting, meeting_id)
    chosen = {
        each.name: OnPaper(each.on_paper) for each in meeting.names_on_paper if each.on_paper != OnPaper.KEEP
    }
    if not chosen:
        return sheet
    changed = {name: _changed(getattr(sheet, name), chosen, in_quotes=False) for name in SCANNED}
    return replace(sheet, **changed)


def names_in(text: str, nobody: frozenset[str] = frozenset()) -> Iterator[str]:
    """Names in a text: after a title always; else a word with a capital that is no common word.

    `nobody` are lower-case words that are not looked for, such as the child's own name.
    """
    for match in _NAME.finditer(text):
        titled, word = match.groups()
        if titled:
            yield _bare(titled)
            continue
        name = _bare(word)
        if len(name) < 2 or name.removesuffix("s").isupper() or name.casefold() in nobody:
            continue
        if _is_common(name.casefold(), _BEFORE_SENTENCE.search(text[: match.start()]) is not None):
            continue
        yield name


def _bare(name: str) -> str:
    """Without the ’s of belonging."""
    return re.sub(r"[’']s$", "", name).rstrip("’'-")


def is_everyday(word: str) -> bool:
    """Whether a word in small letters is also one that a sentence may begin with, or the name of no person."""
    return _is_common(word, begins_a_sentence=True)


def _is_common(word: str, begins_a_sentence: bool) -> bool:
    never, words = _common_words()
    if word in never:
        return True
    if not begins_a_sentence:
        return False
    stems = {word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)}
    return word in words or any(stem in words or f"{stem}e" in words for stem in stems)


@lru_cache(maxsize=1)
def _common_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words with a capital that are never a person, and words that a sentence may begin with."""
    file = path("words/not_names.txt").read_text(encoding="utf-8")
    never, _line, words = file.partition("\n---\n")
    return frozenset(_listed(never)), frozenset(_listed(words))


def _listed(text: str) -> list[str]:
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]


def _words_of(*texts: str) -> set[str]:
    return {word.casefold() for text in texts for word in re.findall(r"[\w’'-]+", text)}


def _texts(sheet: MeetingSheet) -> Iterator[str]:
    for name in SCANNED:
        yield from _texts_in(getattr(sheet, name))


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_SCANNED:
                yield from _texts_in(getattr(value, field.name))


def _changed(value: Any, chosen: dict[str, OnPaper], in_quotes: bool) -> Any:
    if isinstance(value, str):
        return _replaced(value, chosen, in_quotes)
    if isinstance(value, tuple):
        return tuple(_changed(each, chosen, in_quotes) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        quoted = in_quotes or isinstance(value, Quote)
        return replace(
            value,
            **{
                field.name: _changed(getattr(value, field.name), chosen, quoted or field.name == "reply")
                for field in fields(value)
                if field.name not in _NOT_SCANNED
            },
        )
    return value


def _replaced(text: str, chosen: dict[str, OnPaper], in_quotes: bool) -> str:
    # The longest first: “Mr Brown” before “Brown”.
    for name in sorted(chosen, key=len, reverse=True):
        short = _shortened(name, chosen[name], in_quotes)
        # One full stop is enough: "Plays with Jayden." becomes "Plays with J."
        at_the_end = r"\.?" if short.endswith(".") else ""
        # What stands in for a name is made of its letters: there is no backslash that `sub` could take for its own.
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w){at_the_end}", short, text)
    return text


def _shortened(name: str, on_paper: OnPaper, in_quotes: bool) -> str:
    """With the first letter of the last name, or the sign for taken out; in a quote one sees that it was changed."""
    if on_paper == OnPaper.TAKE_OUT:
        return TAKEN_OUT
    *titles, last = name.split()
    short = " ".join([*titles, f"{last[:1]}."])
    return f"[{short}]" if in_quotes else short


def line_about(names: list[NameRow]) -> str:
    """For example "On this sheet: Jayden, Mr Brown."; empty where there is no name."""
    return _("On this sheet: {names}.").format(names=", ".join(each.name for each in names)) if names else ""
