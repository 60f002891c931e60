"""Tables that came with each cell on a line of its own, put together again; and what lines without days are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from carer_app.imports.school_events import is_everyday, is_plain, what_it_says
from carer_app.imports.school_titles import says_its_day_off_plainly
from carer_app.imports.term_days import bare_years
from carer_app.imports.term_roles import INSET
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import school_years
from carer_app.imports.term_written_day import Group

LONGEST_LABEL = 60


def cells_on_lines(rows: Sequence[Row]) -> list[Row]:
    """A table of which each cell came on a line of its own: its columns' names, then a label and its days."""
    found: list[Row] = []
    rows = _brackets_after_days(rows)
    place = 0
    columns = 2
    may_lack = 0
    below_edges = False
    while place < len(rows):
        below_edges = below_edges or _are_edges(rows[place])
        heads = _heads_on_lines(rows, place)
        days = _bare_below(rows, place, columns)
        if heads:
            columns = max(2, heads - (not _is_edge(rows[place])))
            may_lack = int(_is_training(rows[place + heads - 1]))
            found.append(
                replace(_put_together(rows[place : place + heads]), corner=int(heads == columns > 2))
            )
            place += heads
        elif (days > 1 and columns - may_lack <= days <= columns) or (
            days == 1 and _is_short_label(rows[place])
        ):
            empty = 1 if days == 1 and rows[place + 1].after_blank else 0
            found.append(_put_together(rows[place : place + 1 + days], empty))
            place += 1 + days
        elif below_edges and _lacks_its_last_day(rows, place):
            found.append(_put_together(rows[place : place + 2]))
            place += 2
        else:
            found.append(rows[place])
            place += 1
    return found


def _are_edges(row: Row) -> bool:
    """Whether a line has the names of two columns: "First day of term | Last day of term"."""
    says = [what_it_says(cell).says for cell in row.words.split("|") if cell.strip()]
    return not row.groups and says == ["start", "end"]


def _lacks_its_last_day(rows: Sequence[Row], place: int) -> bool:
    """Whether a row has its label and first day, and the line below its last: "Spring 1 | 7 January", "14 February"."""
    row, *below = rows[place : place + 3]
    label, _bar, day = row.words.partition("|")
    is_first = (
        len(row.groups) == 1
        and not row.is_bare
        and row.groups[0].at > len(label)
        and "|" not in day.strip(" |")
    )
    last = below[0] if below else None
    is_last = last is not None and last.is_bare and len(last.groups) == 1 and "|" not in last.words
    return is_first and is_last and not (len(below) > 1 and below[1].is_bare)


def _brackets_after_days(rows: Sequence[Row]) -> list[Row]:
    """The rows with what stands in brackets between a label and its days behind these days."""
    found: list[Row] = []
    waiting: Row | None = None
    for row in rows:
        if waiting is not None and not row.is_bare:
            found.append(waiting)
            waiting = None
        if found and not found[-1].groups and _is_in_brackets(row):
            waiting = row
        else:
            found.append(row)
    return [*found, *([waiting] if waiting is not None else [])]


def _is_in_brackets(row: Row) -> bool:
    has_days = bool(row.groups) or any(map(str.isdigit, row.words))
    return has_days and row.words.startswith("(") and row.words.endswith(")")


def _bare_below(rows: Sequence[Row], place: int, columns: int) -> int:
    """How many days stand below a label, a line each; 0 for a list of training days, and for more than the columns."""
    if rows[place].groups or what_it_says(rows[place].words).says in ("inset", "twilight"):
        return 0
    if is_everyday(rows[place].words) and not is_label(rows[place]):
        return 0  # "Parents evenings", and two days below it
    below = rows[place + 1 : place + 2 + columns]
    days = next((n for n, row in enumerate(below) if not row.is_bare or len(row.groups) != 1), len(below))
    return days if days <= columns else 0


def _is_short_label(row: Row) -> bool:
    return len(row.words) <= LONGEST_LABEL and is_label(row) and not edge_of(row.words)


def _heads_on_lines(rows: Sequence[Row], place: int) -> int:
    """How many lines from here on are the names of columns; the first of them may be that of the labels."""
    edges = columns = 0
    for row in rows[place : place + MOST_COLUMNS]:
        if row.groups or len(row.words) > LONGEST_LABEL:
            break
        is_column = _is_edge(row) or (edges > 0 and _is_half_term(row)) or (edges == 2 and _is_training(row))
        if not is_column and columns == 0 and row is rows[place]:
            continue
        if not is_column:
            break
        edges += _is_edge(row)
        columns += 1
    if edges < 2 or (edges > 2 and edges == columns):
        return 0
    return columns if _is_edge(rows[place]) else columns + 1


MOST_COLUMNS = 6


def _is_edge(row: Row) -> bool:
    return what_it_says(row.words).says in ("start", "end") or bool(edge_of(row.words))


def _is_training(row: Row) -> bool:
    """Whether a line names a column of training days, of which not every term has one."""
    return what_it_says(row.words).says == "inset" and is_plain(row.words)


def _is_half_term(row: Row) -> bool:
    return what_it_says(row.words, True, 7).says == "half"


def _put_together(rows: Sequence[Row], corner: int = 0) -> Row:
    """Several lines as one row of a table; `corner` empty cells after the label."""
    words = ""
    groups: list[Group] = []
    for number, row in enumerate(rows):
        words += " | " * (number > 0) + "| " * (corner if number == 1 else 0)
        groups += [group.moved(len(words)) for group in row.groups]
        words += row.words
    shown = " | ".join(row.shown for row in rows)
    return replace(rows[0], words=words, shown=shown, groups=tuple(groups), corner=0)


_A_LIST = re.compile(rf"\W*(?:{INSET.pattern}) (?:days|dates)\b", re.IGNORECASE)


def is_label(row: Row) -> bool:
    """Whether a row without days says what a day, or days, are."""
    if row.groups or len(row.words) > LONGEST_LABEL:
        return False
    says = what_it_says(row.words).is_enough or what_it_says(row.words, True, 7).is_enough
    if _A_LIST.match(row.words) and bare_years(row.words):
        return False  # "INSET days 2023": all days below it are of that year, and not the first alone
    return says and (_heads_a_year(row.words) or says_its_day_off_plainly(row.words))


def _heads_a_year(words: str) -> bool:
    """Whether words are the heading of a list: "INSET dates for the academic year 2026 - 2027"."""
    return _A_LIST.match(words) is not None and bool(school_years(words))


_STARTS = frozenset(
    ("first day", "start", "starts", "begins", "from", "first", "start date", "opens", "starts on")
)
_ENDS = frozenset(
    ("last day", "end", "ends", "finish", "finishes", "to", "last", "end date", "until", "ends on")
)


def edge_of(words: str) -> str:
    """ "start" or "end" where a row says nothing but that."""
    said = " ".join(words.casefold().replace("|", " ").strip(" :-").split())
    return "start" if said in _STARTS else "end" if said in _ENDS else ""
