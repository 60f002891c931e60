"""From pasted text to rows: the lines as they stand, each with its cells and the days in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from carer_app.imports import term_roles
from carer_app.imports.term_agenda import without_agenda
from carer_app.imports.term_cells_apart import with_weekdays, without_hours
from carer_app.imports.term_days import day_under_month, groups, month_alone
from carer_app.imports.term_grid import without_grid
from carer_app.imports.term_interleaved import beside_again, with_even_gaps
from carer_app.imports.term_markup import without_markup
from carer_app.imports.term_month_names import in_one_language
from carer_app.imports.term_parts import Habits, habits_of
from carer_app.imports.term_roles import Role
from carer_app.imports.term_seams import unglued, with_broken_rows, with_numbers_of_terms, with_torn_rows
from carer_app.imports.term_sheets import without_commas
from carer_app.imports.term_short_days import with_slashes
from carer_app.imports.term_staff_apart import staff_apart
from carer_app.imports.term_strides import with_rows_by_stride
from carer_app.imports.term_tokens import LONGEST_LINE, tidied
from carer_app.imports.term_torn import is_torn
from carer_app.imports.term_written_day import Group, WrittenDay
from carer_app.words import _

MOST_LINES = 2_000
MOST_LETTERS = 200_000
LONGEST_DAY = 60
AROUND = " |*•·-\t"


@dataclass(frozen=True)
class Row:
    """One line: `shown` as it stands, `words` as it is read, with "|" between its cells, and the days in it.

    `corner` is how many empty cells stand before its first word: a table's first corner is often empty. `hints` are
    what a way of reading makes of its days; `is_told` where words elsewhere on the page bear that out.
    """

    shown: str
    words: str
    groups: tuple[Group, ...] = ()
    after_blank: bool = False
    corner: int = 0
    hints: tuple[tuple[Group, Role], ...] = ()
    is_told: bool = False

    @cached_property
    def beside(self) -> str:
        """The words without the days."""
        words = self.words
        for group in reversed(self.groups):
            words = words[: group.at] + words[group.end :]
        return words

    @cached_property
    def is_bare(self) -> bool:
        """Whether the row holds days and nothing said of them."""
        says = any(map(str.isalpha, _JOINING.sub("", self.beside))) or _PICTURE in self.beside
        return bool(self.groups) and not says


_PICTURE = "!["
"""A picture beside a day says what it is, if only to those who see it."""
_JOINING = re.compile(
    r"\b(?:to|and|until|till|from|the|at|tbc|provisional|inclusive|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?)\b|\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon)\b",
    re.IGNORECASE,
)
"""What may stand beside a day without saying what it is: "from 2 September, 8.50am"."""


def rows_in(text: str) -> tuple[list[Row], str]:
    """The rows of a text, and a sentence where some of it was too long to be read."""
    whole = without_markup(text[:MOST_LETTERS])
    raw = whole.splitlines()
    cells = staff_apart(without_commas([line[:LONGEST_LINE] for line in raw[:MOST_LINES]]))
    plain, unread = without_grid(without_agenda([tidied(line) for line in with_even_gaps(cells)]))
    whole_rows = with_torn_rows(with_rows_by_stride(with_numbers_of_terms(plain)))
    lines = _unwrapped(beside_again(with_broken_rows(whole_rows)))
    spoken = [in_one_language(line) for line in with_slashes(lines)]
    habits = habits_of("\n".join(spoken))
    rows: list[Row] = []
    blank = False
    for line, words, is_hour in zip(lines, spoken, without_hours(lines), strict=True):
        if is_hour:
            continue
        if not any(letter.isalnum() for letter in line):
            blank = True
            continue
        rows.append(_row(line, words, len(rows), blank, habits))
        blank = False
    left = len(text) > MOST_LETTERS or len(raw) > MOST_LINES or any(len(line) > LONGEST_LINE for line in raw)
    words = _("The text is too long. We read the first {count} lines. Paste the dates alone.")
    said = [words.format(count=len(lines))] if left else []
    if unread:
        said.append(
            _(
                "There is a calendar of bare numbers. We cannot see what is marked in it. Please add what is missing."
            )
        )
    return _in_months_of_their_weekdays(_under_months(rows)), " ".join(said)


def _row(line: str, words: str, number: int, blank: bool, habits: Habits) -> Row:
    shown = line.strip(AROUND)
    words = with_weekdays(_STATUS.sub("", unglued(_INCLUSIVE.sub(" ", words).strip(AROUND))))
    found = [replace(group, keys=((number, place),)) for place, group in enumerate(groups(words, habits))]
    lead = line[: len(line) - len(line.lstrip(" |"))]
    return Row(shown, words, tuple(found), blank, lead.count("|"))


# "27 to 31 October (inclusive) - half term": both days of any range are meant
_INCLUSIVE = re.compile(r"\s*\((?:both )?(?:(?:dates|days) )?incl?(?:usive)?\.?\)\s*", re.IGNORECASE)
# A last column that only says whether school is open: the column before it says what begins or ends.
_STATUS = re.compile(r"(?<=[a-z])\s*\|\s*open\s*$", re.IGNORECASE)
_A_WEEKDAY = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?"
_OPEN_END = re.compile(
    rf"(?:\b(?:to|and|until|from|on|the|between)|[-&]|{_A_WEEKDAY},?|"
    r"\b\d{1,2}\s?(?:st|nd|rd|th))\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"\s*(?:\d|{_A_WEEKDAY}\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """Lines that were broken in the middle of a date, as in a PDF, put together again."""
    whole: list[str] = []
    for line in lines:
        if whole and len(whole[-1]) + len(line) < LONGEST_LINE:
            if (beside := _cell_by_cell(whole[-1], line)) is not None:
                whole[-1] = beside
                continue
            if _is_broken(whole[-1], line):
                whole[-1] = f"{whole[-1].rstrip()} {line.lstrip()}"
                continue
        whole.append(line)
    return whole


def _is_broken(before: str, line: str) -> bool:
    """Whether a line goes on with the date in which the one before it was broken."""
    return (
        bool(_OPEN_END.search(before) and _GOES_ON.match(line) and not _ends_whole(before))
        or _is_until(before, line)
        or _says_where_to(before, line)
        or _has_its_month(before, line)
        or is_torn(before, line)
    )


def _cell_by_cell(before: str, line: str) -> str | None:
    """Two rows of a table of which each cell goes on in the one below it; None where they are no such rows."""
    above, below = before.split("|"), line.split("|")
    if len(above) != len(below) or len(above) < 2 or not all(map(_is_broken, above, below)):
        return None
    return " | ".join(f"{one.strip()} {other.strip()}" for one, other in zip(above, below, strict=True))


_UNTIL = re.compile(r"\s*(?:until|till|to)\s+(?:the\s+)?(?:morning of\s+|start of\s+)?(?=\S)", re.IGNORECASE)


def _says_where_to(before: str, line: str) -> bool:
    """Whether a line goes on from words that move a day: "The INSET day has been moved", "to Friday 26 February"."""
    return _MOVED.search(before) is not None and _WHERE_TO.match(line) is not None


_MOVED = re.compile(
    r"\b(?:moved?|changed|re-?scheduled|re-?arranged|swapped|postponed|forward|back|now be|now on)\s*$", re.I
)
_WHERE_TO = re.compile(rf"\s*(?:from|to|until|on|is now)\s+(?:the\s+)?{_GOES_ON.pattern}", re.IGNORECASE)
# "Tuesday 1st September", and on the next line "2026 and Thursday 22nd July"
_YEAR_AND_MORE = re.compile(r"\s*20\d\d(?:\s+(?:and|to|until|&|-)\s|[.,;)])", re.IGNORECASE)
# "to Friday 30", and on the next line "October 2026"
_LACKS_MONTH = re.compile(
    rf"\S.*\s(?:{_A_WEEKDAY},?|to|and|until|from|on|-|between)\s+\d{{1,2}}\s*$", re.IGNORECASE
)
_A_MONTH_FIRST = re.compile(r"\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)


def _has_its_month(before: str, line: str) -> bool:
    """Whether a line begins with the month of the number that ends the one before it."""
    return _LACKS_MONTH.match(before) is not None and _A_MONTH_FIRST.match(line) is not None


def _is_until(before: str, line: str) -> bool:
    """Whether a line goes on from the day that ends the one before it: "until the morning of Monday, 29 October"."""
    if _YEAR_AND_MORE.match(line):
        return _ends_whole(before)
    said = _UNTIL.match(line)
    return said is not None and _GOES_ON.match(line[said.end() :]) is not None and _ends_whole(before)


def _ends_whole(line: str) -> bool:
    """Whether a line ends with a day that has its month: "Monday July 21st" goes on with nothing."""
    end = line.rstrip()[-LONGEST_DAY:]
    found = groups(end)
    return bool(found) and found[-1].end >= len(end)


def _under_months(rows: Sequence[Row]) -> list[Row]:
    """A diary: lines that begin with a day's number alone take the month of the heading above them."""
    month: tuple[int, int | None] | None = None
    found = []
    for number, row in enumerate(rows):
        if not row.groups and (said := month_alone(row.words)):
            month = said
        elif not row.groups and (said := month_alone(cell := row.words.partition("|")[0])):
            month, words = said, row.words[len(cell) + 1 :]  # "September | Wed 2 | Term starts"
            lead = len(cell) + 1 + len(words) - len(words.lstrip())
            if day := day_under_month(words.lstrip(), *month):
                row = replace(row, groups=(replace(day.moved(lead), keys=((number, 0),)),))
        elif month and not row.groups and (day := day_under_month(row.words, *month)):
            row = replace(row, groups=(replace(day, keys=((number, 0),)),))
        found.append(row)
    return found


_OFF = re.compile(rf"{term_roles.HALF.pattern}|\bholidays?\b|\bbreak\b", re.IGNORECASE)


def _in_months_of_their_weekdays(rows: Sequence[Row]) -> list[Row]:
    """A holiday without a month, "Monday 25th - Friday 29th Half Term", in that of the day above, if weekdays fit."""
    found = list(rows)
    day: WrittenDay | None = None
    for number, row in enumerate(rows):
        if day is not None and not row.groups and _OFF.search(row.words):
            group = day_under_month(row.words, day.month, day.year)
            if group is not None and group.is_range and _go_on_in_the_month_of(day, group):
                found[number] = replace(row, groups=(replace(group, keys=((number, 0),)),))
        day = found[number].groups[-1].days[-1] if found[number].groups else day
    return found


def _go_on_in_the_month_of(day: WrittenDay, group: Group) -> bool:
    """Whether days come after a day in its month, and every weekday of them is as far from it as it is written."""
    return all(
        each.month == day.month
        and each.weekday is not None
        and day.weekday is not None
        and each.day > day.day
        and (each.day - day.day) % 7 == (each.weekday - day.weekday) % 7
        for each in group.days
    )
