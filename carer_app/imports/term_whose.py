"""A page with the dates of two schools, or of a nursery beside its school: each apart; the carer says which."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from carer_app.imports import term_roles
from carer_app.imports.term_days import bare_years
from carer_app.imports.term_reading import DayInText, PossibleAnswer, Question, TermReading
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import school_years
from carer_app.imports.term_unknown_days import days_we_do_not_know
from carer_app.words import _

FEWEST_DAYS = 4
FEWEST_STRETCHES = 2
MOST_SCHOOLS = 5
LONGEST_NAME = 60
_A_SCHOOL = re.compile(
    r"\b(?:nursery|pre-?school|infants?|juniors?|primary|secondary|sixth form|6th form|early years|reception|college|"
    r"(?:middle|upper|lower|senior|high|main|whole|prep|preparatory|pre-?prep)(?: school)?|academy|school|"
    r"years? (?:r|\d{1,2})(?:\s?(?:-|to|and|&)\s?\d{1,2})?|key stage \d|ks\s?\d)\b",
    re.IGNORECASE,
)
_NO_NAME = (
    *(
        term_roles.START,
        term_roles.END,
        term_roles.HALF,
        term_roles.INSET,
        term_roles.BANK,
        term_roles.CLOSED,
    ),
    *(
        term_roles.UNKNOWN,
        re.compile(r"\d\s?(?:am|pm)\b|\bnoon\b|\bmid-?day\b|\d[.:]\d\d", re.IGNORECASE),
        re.compile(
            r"\b\d+\s?(?:\w+ )?(?:days|weeks|hours|sessions|pupils|children|students)\b|\b(?:number|total)\b",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:both|all|open(?:ing)? hours|the school day|holidays?)\b", re.IGNORECASE),
    ),
)


@dataclass(frozen=True, slots=True)
class SchoolRows:
    """The rows of one school, in the places of the whole page; `rows` of others stand there without their days."""

    name: str
    rows: tuple[Row, ...]


def schools_in(rows: Sequence[Row]) -> list[SchoolRows]:
    """The schools of which a page has dates, each with its rows; empty where it speaks of one."""
    found = _in_columns(rows) or _in_parts(rows)
    enough = [each for each in found if sum(len(row.groups) for row in each.rows) >= FEWEST_DAYS]
    return enough if 2 <= len(enough) <= MOST_SCHOOLS else []


def asked_of_schools(
    schools: Sequence[SchoolRows], rows: Sequence[Row], read: Callable[[Sequence[Row]], TermReading]
) -> TermReading | None:
    """The reading of the first school, with the question which is the child's; None where they are not two years."""
    readings = [read(school.rows) for school in schools]
    if not all(len(each.periods) >= FEWEST_STRETCHES for each in readings) or not _overlap(readings):
        return None
    names = _names(schools)
    whole = [_of_whole_page(each, school, rows) for each, school in zip(readings, schools, strict=True)]
    if all(_same(each, whole[0]) for each in whole):
        return None
    words = _("This page has dates for {names}. Which are the child’s?")
    answers = tuple(PossibleAnswer(name, each) for name, each in zip(names, whole, strict=True))
    said = _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
    return replace(whole[0], question=Question(words.format(names=said), answers))


def _of_whole_page(reading: TermReading, school: SchoolRows, rows: Sequence[Row]) -> TermReading:
    """One school's reading with the days of the others named; what it leaves open itself is asked next."""
    account = _with_the_others(reading.account, school, rows)
    theirs = [each.line for each in account if each not in reading.account]
    question = reading.question and replace(
        reading.question,
        answers=tuple(
            replace(each, reading=_of_whole_page(each.reading, school, rows))
            for each in reading.question.answers
        ),
    )
    return replace(
        reading,
        account=account,
        not_understood=list(dict.fromkeys([*reading.not_understood, *theirs])),
        question=question,
    )


def _same(one: TermReading, other: TermReading) -> bool:
    return (one.periods, one.inset_days, one.closed_days) == (
        other.periods,
        other.inset_days,
        other.closed_days,
    )


def _overlap(readings: Sequence[TermReading]) -> bool:
    """Whether every reading has stretches at the same time as the first: else they are one school's, term by term."""
    first, *others = readings
    return all(
        2 * sum(any(a <= end and begin <= b for a, b in first.periods) for begin, end in each.periods)
        >= len(each.periods)
        for each in others
    )


def _names(schools: Sequence[SchoolRows]) -> list[str]:
    return [each.name[:LONGEST_NAME] for each in schools]


def _name_in(words: str) -> str:
    """The school, or the part of one, that a short heading or the name of a column speaks of; "" for none."""
    words = words.strip(" |:-*•")
    if not 0 < len(words) <= LONGEST_NAME or not _A_SCHOOL.search(words):
        return ""
    if any(pattern.search(words) for pattern in _NO_NAME) or term_roles.season_of(words):
        return ""
    name = _YEARS_AND_DATES.sub(" ", words)
    return " ".join(name.strip(" |:-–()").split())


_YEARS_AND_DATES = re.compile(
    r"\b20\d\d(?:\s?[/-]\s?\d{2,4})?\b|\b(?:term|holiday|school)?\s?dates?\b|\bfor\b|\b(?:school|academic) year\b",
    re.IGNORECASE,
)


def _in_parts(rows: Sequence[Row]) -> list[SchoolRows]:
    """A heading for each school, with its dates below it."""
    heads = {
        place: name
        for place, row in enumerate(rows)
        if not row.groups and "|" not in row.words and (name := _name_in(row.words))
    }
    below = {place: _days_below(rows, place, heads) for place in heads}
    total = {name: sum(below[place] for place in heads if heads[place] == name) for name in heads.values()}
    heads = {place: name for place, name in heads.items() if below[place] and total[name] >= FEWEST_DAYS}
    names = list(dict.fromkeys(name.casefold() for name in heads.values()))
    if len(names) < 2:
        return []
    shared = _said_to_all(rows, max(heads))
    whose: list[str] = []
    now = ""
    for place in range(len(rows)):
        now = heads[place].casefold() if place in heads else now
        whose.append("" if place in shared else now)
    shown = {name.casefold(): name for name in reversed(list(heads.values()))}
    return [
        SchoolRows(
            shown[name],
            tuple(
                row if of in ("", name) else _without_days(row) for row, of in zip(rows, whose, strict=True)
            ),
        )
        for name in names
    ]


def _said_to_all(rows: Sequence[Row], last_head: int) -> set[int]:
    """The rows that hold for every school: headings of terms and years, and training days that only the end lists."""
    shared = {
        place
        for place, row in enumerate(rows)
        if not row.groups
        and (term_roles.season_of(row.words) or school_years(row.words) or bare_years(row.words))
    }
    training = [place for place, row in enumerate(rows) if term_roles.INSET.search(row.words)]
    if training and training[0] > last_head and not rows[training[0]].groups:
        shared |= set(range(training[0], len(rows)))
    return shared


def _days_below(rows: Sequence[Row], place: int, heads: dict[int, str]) -> int:
    end = min((other for other in heads if other > place), default=len(rows))
    return sum(len(row.groups) for row in rows[place + 1 : end])


def _without_days(row: Row) -> Row:
    return replace(row, words="", groups=(), corner=0)


def _in_columns(rows: Sequence[Row]) -> list[SchoolRows]:
    """A column for each school: "Infants | Juniors", and below them their days."""
    for place, row in enumerate(rows):
        if row.groups or ("|" not in row.words and not row.corner):
            continue
        cells = ["" for _corner in range(row.corner)] + row.words.split("|")
        columns = {number: name for number, cell in enumerate(cells) if number and (name := _name_in(cell))}
        if len(columns) >= 2 and len(set(columns.values())) == len(columns):
            return [
                SchoolRows(
                    name,
                    tuple(
                        _of_column(each, number, columns) if n > place else each
                        for n, each in enumerate(rows)
                    ),
                )
                for number, name in columns.items()
            ]
    return []


def _of_column(row: Row, number: int, columns: dict[int, str]) -> Row:
    """A row without the cells of the other schools."""
    raw = row.words.split("|")
    if len(raw) + row.corner <= max(columns):
        return row
    at = list(chain([0], _ends(raw)))
    others = [n - row.corner for n in columns if n != number]
    groups = tuple(
        group
        for group in row.groups
        if not any(at[n] <= group.at < at[n + 1] for n in others if 0 <= n < len(raw))
    )
    words = "|".join(" " * len(cell) if n in others else cell for n, cell in enumerate(raw))
    return replace(row, words=words, groups=groups)


def _ends(cells: Sequence[str]) -> list[int]:
    ends, at = [], 0
    for cell in cells:
        at += len(cell) + 1
        ends.append(at)
    return ends


def _with_the_others(
    account: Sequence[DayInText], school: SchoolRows, rows: Sequence[Row]
) -> list[DayInText]:
    """Every day of the page in its order: those of the other schools are left out."""
    left = list(account)
    whole: list[DayInText] = []
    for row, mine in zip(rows, school.rows, strict=True):
        known = len(mine.groups) + len(days_we_do_not_know(mine))
        whole, left = [*whole, *left[:known]], left[known:]
        theirs = [group for group in row.groups if group not in mine.groups]
        whole += [
            DayInText(
                row.shown,
                row.words[group.at : group.end],
                (),
                "left_out",
                _("It is about another school, or part of it."),
            )
            for group in theirs
        ]
    return [*whole, *left]
