"""A term that begins day by day: "Years 7 & 12 - Tuesday 3 September", and below it "All year groups - Wednesday"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from carer_app.imports.school_events import what_it_says
from carer_app.imports.school_whom import is_for_some, says_only_for_whom
from carer_app.imports.term_roles import INSET
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group

LONGEST_HEADING = 60
_SOME = re.compile(
    r"\W*(?:years?|yrs?)\s(?:r|\d{1,2})(?:\s?(?:,|&|and|-|to)\s?(?:years?\s)?(?:r|\d{1,2}))*(?: only)?\W*",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\W*(?:all (?:other )?(?:year groups?|years|pupils|students|children|classes)|whole school|everyone)\W*",
    re.IGNORECASE,
)


def day_by_day(rows: Sequence[Row]) -> list[Row]:
    """The rows with the first days of some years, and of all, told as such; all others as they are."""
    found = [part for row in rows for one in _in_one_cell(row) for part in _on_one_line(one)]
    for place, row in enumerate(found[1:], 1):
        before = found[place - 1]
        if not _is_first_day(row, _ALL):
            continue
        if _is_first_day(before, _SOME):
            found[place - 1] = _as_first_day(before)
        elif not (before.groups and INSET.search(before.words)):
            continue
        found[place] = _as_first_day(row)
    return _below_a_beginning(found)


def _on_one_line(row: Row) -> list[Row]:
    """ "First day of term: 4 September - Year 7 only 5 September - All year groups": two rows, a first day each."""
    if len(row.groups) != 2 or row.hints:
        return [row]
    first, second = row.groups
    lead, between, behind = (
        row.words[: first.at],
        row.words[first.end : second.at],
        row.words[second.end :],
    )
    whom = _SOME.fullmatch(between.strip(_AROUND)) and _ALL.fullmatch(behind.strip(_AROUND))
    if not whom or what_it_says(lead).says != "start":
        return [row]
    words = lead + row.words[second.at :]
    return [
        _as_first_day(replace(row, words=row.words[: second.at], groups=(first,))),
        _as_first_day(replace(row, words=words, groups=(second.moved(len(lead) - second.at),))),
    ]


def _in_one_cell(row: Row) -> list[Row]:
    """ "Autumn | Yr 12: 3 September Yr 7: 4 September All years: 5 September | 24 October": a row for each."""
    if len(row.groups) < 2 or row.hints:
        return [row]
    label_ends = row.words.rfind("|", 0, row.groups[0].at) + 1
    cell_ends = row.words.find("|", row.groups[0].at)
    inside = [group for group in row.groups if cell_ends < 0 or group.end <= cell_ends]
    starts = [label_ends, *(group.end for group in inside)]
    whom = [row.words[at : group.at] for at, group in zip(starts, inside, strict=False)]
    if not label_ends or len(inside) < 2 or not all(map(_is_in_first_days, inside)):
        return [row]
    if not all(map(is_for_some, whom[:-1])) or not _ALL_ARE_IN.search(whom[-1]):
        return [row]
    some = [
        _as_first_day(
            replace(
                row,
                words=f"{who}{row.words[group.at : group.end]}",
                groups=(group.moved(len(who) - group.at),),
            )
        )
        for who, group in zip(whom[:-1], inside[:-1], strict=True)
    ]
    all_begin = inside[-1]
    by = label_ends - all_begin.at
    groups = tuple(group.moved(by) for group in row.groups[len(inside) - 1 :])
    rest = replace(row, words=row.words[:label_ends] + row.words[all_begin.at :], groups=groups)
    if len(groups) == 2 and len(groups[1].days) == 1:
        return [*some, replace(rest, hints=((groups[0], "start"), (groups[1], "end")), is_told=True)]
    return [*some, rest if len(groups) > 1 else _as_first_day(rest)]


_ALL_ARE_IN = re.compile(
    r"\b(?:all|the) (?:other |remaining )?(?:years?|year groups|pupils|students|children|classes)\b|"
    r"\beverybody\b|\beveryone\b|\bwhole school\b",
    re.IGNORECASE,
)


def _is_in_first_days(group: Group) -> bool:
    return len(group.days) == 1 and group.days[0].is_in_first_days()


_AROUND = " -|:;,()"


def _below_a_beginning(rows: Sequence[Row]) -> list[Row]:
    """The rows with the first days of several parts of the school, below "Term begins", told as such."""
    found = list(rows)
    below = False
    for place, row in enumerate(rows):
        if not row.groups:
            below = len(row.words) <= LONGEST_HEADING and what_it_says(row.words).says == "start"
        elif (
            below
            and _is_of_some(row)
            and (_is_of_some(rows[place - 1]) or _is_of_some(*rows[place + 1 : place + 2]))
        ):
            found[place] = _as_first_day(row)
        else:
            below = False
    return found


def _is_of_some(row: Row | None = None) -> bool:
    """Whether a row is one of the first days, and for whom."""
    return row is not None and _is_one_first_day(row) and not row.hints and says_only_for_whom(row.beside)


def _as_first_day(row: Row) -> Row:
    return replace(row, hints=((row.groups[0], "start"),), is_told=True)


def _is_first_day(row: Row, who: re.Pattern[str]) -> bool:
    """Whether a row says nothing but who comes on one day on which terms begin."""
    return _is_one_first_day(row) and who.fullmatch(row.beside) is not None


def _is_one_first_day(row: Row) -> bool:
    is_one = len(row.groups) == 1 and len(row.groups[0].days) == 1
    return is_one and row.groups[0].days[0].is_in_first_days()
