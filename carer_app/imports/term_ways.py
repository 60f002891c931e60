"""The ways in which a page of school dates can be read. Each makes rows, or facts, that say what the page only shows.

Every way is tried, and judged by the year it gives; see `term_judging`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from carer_app.imports import term_roles
from carer_app.imports.school_events import is_plain, what_it_says
from carer_app.imports.term_cells import LONGEST_LABEL, cells_on_lines, edge_of, is_label
from carer_app.imports.term_days import Group, bare_years, month_alone
from carer_app.imports.term_facts import Fact, Found, joined
from carer_app.imports.term_header import with_seams
from carer_app.imports.term_headings import heads_reopenings
from carer_app.imports.term_roles import LISTED, Role
from carer_app.imports.term_rows import role_from
from carer_app.imports.term_seams import unglued
from carer_app.imports.term_side_by_side import years_side_by_side
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import school_years


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read a page: what it makes of the rows, and of the facts that come of them."""

    name: str
    rows: Callable[[Sequence[Row]], list[Row]]
    facts: Callable[[Found], Found] = lambda found: found


def as_it_stands(rows: Sequence[Row]) -> list[Row]:
    """The words beside a day, or the heading above it, say what it is."""
    return list(rows)


def labels_above(rows: Sequence[Row]) -> list[Row]:
    """Each day stands below its own label: "Term starts", and on the next line "2 September"."""
    found: list[Row] = []
    for row in rows:
        if row.is_bare and found and is_label(found[-1]):
            found[-1] = _labelled(row, found[-1])
        else:
            found.append(row)
    return found


def labels_below(rows: Sequence[Row]) -> list[Row]:
    """Each day stands above its own label: "2 September", and on the next line "Term starts"."""
    found: list[Row] = []
    for place, row in enumerate(rows):
        if found and found[-1].is_bare and is_label(row) and not _heads_a_list(rows, place):
            found[-1] = _labelled(found[-1], row)
        else:
            found.append(row)
    return found


def words_below(rows: Sequence[Row]) -> list[Row]:
    """A diary in which every day stands above its own words, whatever these are about, until the next day or term."""
    found: list[Row] = []
    days = [row for row in rows if row.is_bare]
    if len(days) < FEWEST_OF_A_DIARY or 2 * len(days) < sum(bool(row.groups) for row in rows):
        return list(rows)
    if any(row.is_bare and following.is_bare for row, following in pairwise(rows)):
        return list(rows)  # days below a heading, and no day with its words
    lines = 0
    for row in rows:
        lines = 0 if row.groups else lines + 1
        day = found[-1] if found and lines in (1, 2) and not _heads_a_part(row) else None
        if day is not None and day.is_bare:
            found[-1] = _labelled(day, row)
        elif day is not None and lines == 2 and day.groups:
            found[-1] = replace(day, words=f"{day.words}. {row.words}")
        else:
            found.append(row)
    return found


FEWEST_OF_A_DIARY = 4


def _heads_a_part(row: Row) -> bool:
    """Whether a line is the heading of a term, a month, or a year, and says nothing of a day."""
    words = row.words
    if month_alone(words) or school_years(words):
        return True
    of_a_term = term_roles.season_of(words) is not None or bool(bare_years(words))
    says = (
        term_roles.START,
        term_roles.END,
        term_roles.HALF,
        term_roles.HOLIDAY,
        term_roles.INSET,
        term_roles.CLOSED,
    )
    return of_a_term and not any(pattern.search(words) for pattern in says)


def _heads_a_list(rows: Sequence[Row], place: int) -> bool:
    """Whether a label belongs to the days below it, as the day above it belongs to a list of its own."""
    in_list = place > 1 and rows[place - 2].is_bare
    below = rows[place + 1 : place + 3]
    return in_list or (bool(below) and below[0].is_bare and not (len(below) > 1 and is_label(below[1])))


def day_then_label(rows: Sequence[Row]) -> list[Row]:
    """Several days in a line, each with its words after it: "2 September Term starts 24 October Term ends"."""
    return [_each_with_what_follows(row) if len(row.groups) > 1 else row for row in rows]


def cards(rows: Sequence[Row]) -> list[Row]:
    """A card for each holiday: its name, and below it "First day" and "Last day" of the holiday."""
    found: list[Row] = []
    card = ""
    for row in rows:
        edge = edge_of(row.beside) or (edge_of(found[-1].words) if found and row.is_bare else "")
        if row.groups and edge and card:
            found.append(replace(row, hints=_edges_of_holiday(row, card, edge), is_told=True))
            continue
        if not row.groups and not edge_of(row.words) and is_label(row):
            holiday = what_it_says(row.words, True, 7).says in ("half", "holiday")
            card = row.words if holiday else ""
        found.append(row)
    return found


def times_of_day(rows: Sequence[Row]) -> list[Row]:
    """ "Half term: 4pm, Friday 16 October", and below it "8.55am, Monday 2 November": when it begins, and ends."""
    found: list[Row] = []
    off = False
    for row in rows:
        one = row.groups[0] if len(row.groups) == 1 and len(row.groups[0].days) == 1 else None
        if one is not None and off and row.is_bare:
            row = replace(row, hints=((one, "start"),), is_told=True)
            off = False
        elif one is not None and _names_a_holiday(row) and term_roles.IN_THE_EVENING.search(row.beside):
            row = replace(row, hints=((one, "end"),), is_told=True)
            off = True
        elif row.groups or not row.after_blank:
            off = False
        found.append(row)
    return found


def _names_a_holiday(row: Row) -> bool:
    """Whether a row says nothing but the name of a holiday, times of day apart."""
    words = _TIMES.sub(" ", row.beside).strip(" |,:-")
    return what_it_says(words, True, 7).says in ("half", "holiday") and is_plain(words)


_TIMES = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon)\b", re.IGNORECASE)


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
    return [_edge_of_summer(_with_pair(row, made, told)) for row in rows]


def _edge_of_summer(row: Row) -> Row:
    """ "Summer: 21 July" among holidays that close and re-open is when school closes; in September it re-opens."""
    if row.hints or len(row.groups) != 1 or len(row.groups[0].days) != 1 or not _SUMMER.fullmatch(row.beside):
        return row
    (day,) = row.groups[0].days
    role: Role | None = "start" if day.is_in_first_days() else "end" if day.month == JULY else None
    return replace(row, hints=((row.groups[0], role),), is_told=True) if role else row


JULY = 7
_SUMMER = re.compile(
    r"\W*summer(?: (?:holidays?|break|vacation))?(?: 20\d\d)?\W*(?:tbc|tba)?\W*", re.IGNORECASE
)


def _heads_in_order(rows: Sequence[Row], first: re.Pattern[str], second: re.Pattern[str]) -> bool:
    """Whether a heading names two columns in this order: "Holiday Closes Re-opens"."""
    for row in rows:
        one, other = first.search(row.words), second.search(row.words)
        if (
            one
            and other
            and not row.groups
            and len(row.words) <= LONGEST_LABEL
            and one.start() < other.start()
        ):
            return not first.search(row.words, other.start())
    return False


def closed_and_reopens(rows: Sequence[Row]) -> list[Row]:
    """Two days in a row are the first day on which school is closed, and the first on which it is open again."""
    if not (_says(rows, term_roles.START) and _says(rows, term_roles.FIRST_DAY_CLOSED)):
        return list(rows)
    return [_with_pair(row, _closed) for row in cells_on_lines(rows)]


def holidays(rows: Sequence[Row]) -> list[Row]:
    """Two days in a row are the first and the last of a holiday."""
    if not (_says(rows, term_roles.HOLIDAY) or _says(rows, term_roles.HALF)) or _has_reopenings(rows):
        return list(rows)
    return [_with_pair(row, lambda pair, row: ((pair, "holiday"),)) for row in rows]


def _has_reopenings(rows: Sequence[Row]) -> bool:
    """Whether a heading has a column of the days on which school is open again: they are no days of a holiday."""
    return any(not row.groups and heads_reopenings(row.words) for row in rows)


def holidays_with_their_edges(found: Found) -> Found:
    """ "Half term: Friday 24 October to Monday 3 November": the last school day, and the first."""
    told = [fact for fact in found.facts if fact.role in ("half", "holiday") and len(fact.days) == 2]
    if 2 * sum(_from_friday_to_monday(fact) for fact in told) <= len(told):
        return found
    facts: list[Fact] = []
    for fact in found.facts:
        if fact in told:
            first, last = fact.days
            facts += [
                replace(fact, role="end", group=Group((first,), False, keys=fact.group.keys)),
                replace(fact, role="start", group=Group((last,), False, keys=fact.group.keys)),
            ]
        else:
            facts.append(fact)
    return replace(found, facts=facts)


def half_terms_of_school(found: Found) -> Found:
    """ "Last day of half term" on a Friday in October: of the half term of school, not of the holiday."""
    roles: dict[Role, Role] = {"holiday_ends": "end", "holiday_starts": "start"}
    facts = [
        replace(fact, role=roles[fact.role])
        if fact.role in roles and _OF_HALF_TERM.search(unglued(fact.line))
        else fact
        for fact in found.facts
    ]
    return replace(found, facts=facts)


_OF_HALF_TERM = re.compile(
    r"\b(?:day|end) of (?:the )?(?:\w+ )?half[\s-]?term\b(?! (?:hol|break))", re.IGNORECASE
)


WAYS = (
    Way("as it stands", as_it_stands),
    Way("labels above", labels_above),
    Way("labels below", labels_below),
    Way("words below", words_below),
    Way("day, then its label", day_then_label),
    Way("cards", cards),
    Way("a cell a line", cells_on_lines),
    Way("first and last day", first_and_last_day),
    Way("closes and re-opens", closes_and_reopens),
    Way("closed and re-opens", closed_and_reopens),
    Way("holidays", holidays),
    Way("times of day", times_of_day),
    Way("holidays with their edges", as_it_stands, holidays_with_their_edges),
    Way("half terms of school", as_it_stands, half_terms_of_school),
    Way("half terms of school above", labels_above, half_terms_of_school),
    Way("half terms of school below", labels_below, half_terms_of_school),
    Way("columns without seams", with_seams),
    Way("years side by side", years_side_by_side),
    Way("cards with labels below", lambda rows: labels_below(cards(rows))),
)


def _says(rows: Sequence[Row], pattern: re.Pattern[str]) -> bool:
    """Whether any word of the page bears a way out; days alone are never read."""
    return any(pattern.search(row.beside) for row in rows)


def _labelled(day: Row, label: Row) -> Row:
    """A row with the words of another before its days."""
    words = f"{label.words}: "
    return replace(
        day,
        words=words + day.words,
        shown=f"{day.shown}: {label.shown}",
        groups=tuple(group.moved(len(words)) for group in day.groups),
    )


def _each_with_what_follows(row: Row) -> Row:
    ends = [group.at for group in row.groups[1:]] + [len(row.words)]
    hints: list[tuple[Group, Role]] = []
    for group, end in zip(row.groups, ends, strict=True):
        role = role_from(row.words[group.end : end], group)
        if role is None:
            return row
        hints.append((group, role))
    return replace(row, hints=tuple(hints), is_told=True)


def _edges_of_holiday(row: Row, card: str, edge: str) -> tuple[tuple[Group, Role], ...]:
    if what_it_says(card).says in LISTED:
        return ()
    role: Role = "first_off" if edge == "start" else "holiday_ends"
    return tuple((group, role) for group in row.groups)


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
    return replace(row, hints=made(joined(*days), row), is_told=is_told)


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


def _from_friday_to_monday(fact: Fact) -> bool:
    first, last = fact.days[0], fact.days[-1]
    if (first.year, first.month) == (last.year, last.month) and first.day > last.day:
        return False
    return len(fact.days) == 2 and first.weekday in (None, 2, 3, 4) and last.weekday in (None, 0, 1, 2)
