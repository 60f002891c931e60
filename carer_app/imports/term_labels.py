"""Ways to read: a label stands above its day, below it, or behind it in the same line."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from carer_app.imports import term_roles
from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_beside import ANOTHER_DAY
from carer_app.imports.term_cells import is_label
from carer_app.imports.term_days import bare_years, month_alone
from carer_app.imports.term_headings import heads_reopenings
from carer_app.imports.term_roles import Role, day_role, holds
from carer_app.imports.term_row_roles import role_from
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import school_years
from carer_app.imports.term_written_day import Group


def labels_above(rows: Sequence[Row]) -> list[Row]:
    """Each day stands below its own label: "Term starts", and on the next line "2 September"."""
    found: list[Row] = []
    for row in rows:
        if row.is_bare and found and is_label(found[-1]) and not heads_reopenings(found[-1].words):
            found[-1] = labelled(row, found[-1])
        else:
            found.append(row)
    return found


def labels_below(rows: Sequence[Row]) -> list[Row]:
    """Each day stands above its own label: "2 September", and on the next line "Term starts"."""
    found: list[Row] = []
    for place, row in enumerate(rows):
        is_heading = bool(school_years(row.words)) or _heads_a_list(rows, place)  # "Term dates 2025/26"
        if found and found[-1].is_bare and is_label(row) and not is_heading:
            found[-1] = labelled(found[-1], row)
        else:
            found.append(row)
    return found


def list_at_the_top(rows: Sequence[Row]) -> list[Row]:
    """A text that begins with days alone, each with the same words of a day off below it: "2 June", "INSET day".

    Nothing stands above the first of them, and what follows the last of these words is no day that they could head.
    """
    end = 0
    while end + 1 < len(rows) and rows[end].is_bare and _says_the_same(rows[end + 1], rows[1]):
        end += 2
    is_list = end > 0 and what_it_says(rows[1].words).says in term_roles.LISTED
    if not is_list or (end < len(rows) and rows[end].is_bare):
        return list(rows)
    return [
        *(labelled(day, label) for day, label in zip(rows[:end:2], rows[1:end:2], strict=True)),
        *rows[end:],
    ]


def _says_the_same(row: Row, other: Row) -> bool:
    return not row.groups and row.words.casefold() == other.words.casefold()


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
        day = found[-1] if found and lines in (1, 2) and not heads_a_part(row) else None
        if day is not None and day.is_bare:
            found[-1] = labelled(day, row)
        elif day is not None and lines == 2 and day.groups:
            found[-1] = replace(day, words=f"{day.words}. {row.words}")
        else:
            found.append(row)
    return found


FEWEST_OF_A_DIARY = 4


def heads_a_part(row: Row) -> bool:
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
    in_turn = place > 2 and rows[place - 3].is_bare and is_label(rows[place - 2])
    if in_turn and len(below) > 1 and not below[1].groups and below[1].words != rows[place].words:
        return False  # day, label, day, label: and the next day has words of its own below it
    has_words = len(below) > 1 and (is_label(below[1]) or _says_an_edge(rows[place], below[1]))
    return in_list or (bool(below) and below[0].is_bare and not has_words)


def _says_an_edge(label: Row, following: Row) -> bool:
    """Whether a label is that of one day, a first or a last, and the day below it has other words of its own."""
    is_of_one = day_role(label.words) in ("start", "end") and not holds(term_roles.INSET, label.words)
    return is_of_one and not following.groups and not following.after_blank and not heads_a_part(following)


def day_then_label(rows: Sequence[Row]) -> list[Row]:
    """Several days in a line, each with its words after it: "2 September Term starts 24 October Term ends"."""
    return [_each_with_what_follows(row) if len(row.groups) > 1 else row for row in rows]


def labelled(day: Row, label: Row) -> Row:
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
        own = ANOTHER_DAY.split(row.words[group.end : end])[0]
        role = role_from(own, group)
        if role is None:
            return row
        hints.append((group, role))
    return replace(row, hints=tuple(hints), is_told=True)
