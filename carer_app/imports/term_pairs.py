"""Ways to read: what the two days of a row are, where its own words leave that open."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from carer_app.imports import term_roles
from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_cells import LONGEST_LABEL, cells_on_lines
from carer_app.imports.term_facts import joined
from carer_app.imports.term_headings import heads_reopenings
from carer_app.imports.term_roles import LISTED, Role
from carer_app.imports.term_row_roles import SHORTEST_PERIOD, length
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group


def first_and_last_day(rows: Sequence[Row]) -> list[Row]:
    """Two days in a row are the first and the last of a stretch of school days."""
    if not _says(rows, term_roles.PERIOD):
        return list(rows)
    told = _heads_in_order(rows, term_roles.START, term_roles.END)
    return [_with_pair(row, lambda pair, row: ((pair, "period"),), told) for row in rows]


def closes_and_reopens(rows: Sequence[Row]) -> list[Row]:
    """Two days in a row are the last day before a holiday and the first after it."""
    told_by_heading = _has_reopenings(rows) and not _says(rows, term_roles.FIRST_DAY_CLOSED)
    if not (_says(rows, term_roles.START) and (_says(rows, term_roles.END) or told_by_heading)):
        return list(rows)
    told = _heads_in_order(rows, term_roles.END, term_roles.START)
    made = _closing if _says(rows, term_roles.END) else _shut
    aboves = ["", *(row.words for row in rows)]
    return [
        _opens_the_year(_edge_of_a_year(_with_pair(row, made, told), above), above)
        for row, above in zip(rows, aboves, strict=False)
    ]


def _opens_the_year(row: Row, above: str) -> Row:
    """A day alone in September, just below the heading "Closes | Re-opens", is when school opens for the year."""
    one = row.groups[0] if row.is_bare and len(row.groups) == 1 and len(row.groups[0].days) == 1 else None
    if one is None or row.hints or not one.days[0].is_in_first_days():
        return row
    is_headed = heads_reopenings(above) or what_it_says(above).says == "start"
    return replace(row, hints=((one, "start"),), is_told=True) if is_headed else row


FEWEST_FROM_FRIDAY = 3
_FRIDAY_TO_MONDAY = (4, 0)


def edges_of_a_year(rows: Sequence[Row]) -> list[Row]:
    """ "Summer 2027", and its one day in July, are the last day of school, where holidays go from Friday to Monday."""
    ranges = [group.days for row in rows for group in row.groups if group.is_range and len(group.days) == 2]
    from_friday = [days for days in ranges if (days[0].weekday, days[1].weekday) == _FRIDAY_TO_MONDAY]
    if len(from_friday) < FEWEST_FROM_FRIDAY:
        return list(rows)
    aboves = ["", *(row.words for row in rows)]
    return [_edge_of_a_year(row, above) for row, above in zip(rows, aboves, strict=False)]


def _edge_of_a_year(row: Row, above: str) -> Row:
    """ "Summer: 21 July" among holidays that close and re-open is when school closes; in September it re-opens."""
    words = above if row.is_bare else row.beside
    if row.hints or len(row.groups) != 1 or len(row.groups[0].days) != 1 or not _SUMMER.fullmatch(words):
        return row
    (day,) = row.groups[0].days
    role: Role | None = "start" if day.is_in_first_days() else "end" if day.month == JULY else None
    return replace(row, hints=((row.groups[0], role),), is_told=True) if role else row


JULY = 7
_SUMMER = re.compile(
    r"\W*(?:summer(?: (?:holidays?|break|vacation))?|autumn(?: term)?)(?: 20\d\d)?\W*(?:tbc|tba)?\W*",
    re.IGNORECASE,
)


def _heads_in_order(rows: Sequence[Row], first: re.Pattern[str], second: re.Pattern[str]) -> bool:
    """Whether a heading names two columns in this order: "Holiday Closes Re-opens"."""
    for words in _headings(rows):
        one, other = first.search(words), second.search(words)
        if one and other and one.start() < other.start():
            return not first.search(words, other.start())
    return False


def _headings(rows: Sequence[Row]) -> Iterator[str]:
    """The words of each line without days, and with those of the lines below it: a heading may be torn."""
    for place, _row in enumerate(rows):
        words = ""
        for part in rows[place : place + MOST_LINES_OF_A_HEADING]:
            if part.groups or len(part.words) > LONGEST_LABEL:
                break
            words = f"{words} {part.words}".strip()
            yield words


MOST_LINES_OF_A_HEADING = 3


def closed_and_reopens(rows: Sequence[Row]) -> list[Row]:
    """Two days in a row are the first day on which school is closed, and the first on which it is open again."""
    is_told = _says(rows, term_roles.FIRST_DAY_CLOSED) or any(map(_CLOSED_FROM.search, _headings(rows)))
    if not (_says(rows, term_roles.START) and is_told):
        return list(rows)
    return [_with_pair(row, _closed) for row in cells_on_lines(rows)]


# "Holiday Closed From Reopens"
_CLOSED_FROM = re.compile(r"\bclosed(?: from| on)?\W+re-?opens?\b", re.IGNORECASE)


def holidays(rows: Sequence[Row]) -> list[Row]:
    """Two days in a row are the first and the last of a holiday."""
    if not (_says(rows, term_roles.HOLIDAY) or _says(rows, term_roles.HALF)) or _has_reopenings(rows):
        return list(rows)
    return [_off_in_summer(_with_pair(row, lambda pair, row: ((pair, "holiday"),))) for row in rows]


def _off_in_summer(row: Row) -> Row:
    """ "Summer: 22 July" among holidays that are told by their days is the first of them."""
    one = row.groups[0] if len(row.groups) == 1 and len(row.groups[0].days) == 1 else None
    if one is None or row.hints or one.days[0].month != JULY or not _SUMMER.fullmatch(row.beside):
        return row
    return replace(row, hints=((one, "holiday_starts"),))


def _has_reopenings(rows: Sequence[Row]) -> bool:
    """Whether a heading has a column of the days on which school is open again: they are no days of a holiday."""
    return any(map(heads_reopenings, _headings(rows)))


def _says(rows: Sequence[Row], pattern: re.Pattern[str]) -> bool:
    """Whether any word of the page bears a way out; days alone are never read."""
    return any(pattern.search(row.beside) for row in rows)


def _with_pair(
    row: Row, made: Callable[[Group, Row], tuple[tuple[Group, Role], ...]], is_told: bool = False
) -> Row:
    """A row of two days that its own words leave open, read as a way would have it; any other as it is."""
    days = row.groups
    if len(days) != 2 or any(len(group.days) != 1 for group in days):
        return row
    between = row.words[days[0].end : days[1].at]
    told = row.words[: days[0].at], between, row.words[days[1].end :]
    if any(pattern.search(part) for part in told for pattern in (term_roles.START, term_roles.END)):
        return row
    if any(what_it_says(part).says in ("inset", "twilight") for part in told):
        return row
    if _NAMES_DAYS.search(told[0]) and not _NAMES_A_STRETCH.search(told[0]):
        return row  # "Study days: 2 October 24 November": two days, and not the weeks between them
    hints = made(joined(*days), row)
    if hints[0][1] == "period" and length(hints[0][0]) < SHORTEST_PERIOD:
        return row
    return replace(row, hints=hints, is_told=is_told)


_NAMES_DAYS = re.compile(r"\bdays\b", re.IGNORECASE)
_NAMES_A_STRETCH = re.compile(
    rf"{term_roles.HALF.pattern}|{term_roles.HOLIDAY.pattern}|{term_roles.PERIOD.pattern}", re.IGNORECASE
)


def _closing(pair: Group, row: Row) -> tuple[tuple[Group, Role], ...]:
    if what_it_says(row.words[: row.groups[0].at]).says in LISTED:
        return ((pair, "between"),)
    first, second = row.groups
    return ((first, "end"), (second, "start"))


def _closed(pair: Group, row: Row) -> tuple[tuple[Group, Role], ...]:
    made = _closing(pair, row)
    return tuple((group, "first_off" if role == "end" else role) for group, role in made)


def _shut(pair: Group, row: Row) -> tuple[tuple[Group, Role], ...]:
    made = _closing(pair, row)
    return tuple((group, "holiday_starts" if role == "end" else role) for group, role in made)
