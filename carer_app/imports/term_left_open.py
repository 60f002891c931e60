"""What a page itself leaves open: a last day that is not yet certain, one day or another, a day off but for some."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from carer_app.imports import term_roles
from carer_app.imports.school_whom import is_for_some
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group
from carer_app.typed_dates import say_day
from carer_app.words import _

Outcomes = Mapping[tuple[int, int], Outcome]
Found = tuple[str, tuple[date, ...]]
"""A sentence, and the days it is about."""


def left_open(rows: Sequence[Row], outcomes: Outcomes) -> list[Found]:
    """A sentence for each day that its own line leaves open."""
    return [*_edge_not_yet_certain(rows, outcomes), *_open_to_some_on_a_day_off(rows, outcomes)]


def _edge_not_yet_certain(rows: Sequence[Row], outcomes: Outcomes) -> Iterator[Found]:
    """A first or last day of school that is not yet certain: "End of term 17 July TBC", "Thursday 17th or 18 July"."""
    for row in rows:
        for each, group in _used_edges(outcomes, row):
            behind = row.words[group.end :]
            if _ONE_OR_OTHER.search(row.words, 0, group.at) or _OR_ANOTHER.match(behind):
                words = _("The text gives {day} or another day. Please check it with school.")
            elif len(row.groups) == 1 and (_UNCERTAIN_BEHIND.match(behind) or _leaves_open(row, group)):
                words = _("The text says that {day} is not yet certain. Please check it with school.")
            else:
                continue
            yield words.format(day=say_day(each.days[0])), each.days


def _used_edges(outcomes: Outcomes, row: Row) -> Iterator[tuple[Outcome, Group]]:
    for group in row.groups:
        told = outcomes.get(group.keys[0])
        if told is not None and told.fate == "used" and told.fact.role in _EDGES:
            yield told, group


_UNCERTAIN = re.compile(
    rf"{term_roles.UNKNOWN.pattern}|\bprovisional(?:ly)?\b|\bsubject to confirmation\b|\bunconfirmed\b",
    re.IGNORECASE,
)
_EDGES = ("start", "end", "holiday_starts", "holiday_ends")
_A_NUMBER = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?\s+)?(?:the\s+)?(?:[12]?\d|3[01])(?:st|nd|rd|th)?\b"
)
_ONE_OR_OTHER = re.compile(rf"\b{_A_NUMBER}\s*(?:or|/)\s*(?:on )?$", re.IGNORECASE)
_OR_ANOTHER = re.compile(rf"\s*\(?(?:or|/)\s+(?:on )?{_A_NUMBER}(?![.:]\d|\s?[ap]m)", re.IGNORECASE)
_UNCERTAIN_BEHIND = re.compile(rf"[\s(\[*:–-]*(?:is |are )?(?:{_UNCERTAIN.pattern})", re.IGNORECASE)
# "INSET TBC, term ends 17 July", "17 July | TBC": what is to come is another day
_PARTING = re.compile(r"[|;,.]")


def _leaves_open(row: Row, group: Group) -> bool:
    """Whether the words just before a day say that it is not yet certain."""
    before = _PARTING.split(row.words[: group.at])[-1]
    return _UNCERTAIN.search(before) is not None and term_roles.INSET.search(before) is None


def _open_to_some_on_a_day_off(rows: Sequence[Row], outcomes: Outcomes) -> Iterator[Found]:
    """A day in a list of days off on which school is open to some: "5 June - now open for those who were told"."""
    below = False
    for row in rows:
        of_row = [each for group in row.groups if (each := outcomes.get(group.keys[0])) is not None]
        names_it = bool(_OF_SHUT_DAYS.search(row.beside))
        below = (below or names_it) if row.groups else names_it
        told = [each for each in of_row if each.fate == "used" and each.fact.role != "open"]
        if told or len(row.groups) != 1 or not (below and _is_for_some_alone(row.beside)):
            continue
        words = _("The line of {day} does not speak of everybody. Please check whether it is for the child.")
        days = tuple(day for each in of_row for day in each.days)
        group = row.groups[0]
        yield words.format(day=say_day(days[0]) if days else row.words[group.at : group.end]), days


def _is_for_some_alone(words: str) -> bool:
    return bool(_OPEN_TO_SOME.search(words) or (_ARE_IN.search(words) and is_for_some(words)))


# "2 September (all of Year 7 will be in from 11am)"
_ARE_IN = re.compile(r"\([^()]*(?:\b(?:is|are|be) in\b|\bin school\b|\battend)", re.IGNORECASE)
_OF_SHUT_DAYS = re.compile(rf"{term_roles.INSET.pattern}|{term_roles.CLOSED.pattern}", re.IGNORECASE)
_OPEN_TO_SOME = re.compile(
    r"\bopen\b[^.;|]*?\b(?:for|to)\b[^.;|]*?\b(?:some|those|only|key\s?workers?|vulnerable|booked|who|whose|"
    r"certain|invited)\b",
    re.IGNORECASE,
)
