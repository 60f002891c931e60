"""A calendar printed month by month, a number for each day: what is written beside a number is one line for each event.

What a school marks with a colour or a frame is gone when the page is copied. Where no words stand beside the numbers,
nothing can be read there, and the carer is told.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_days import groups, month_alone
from carer_app.typed_dates import MONTHS

FEWEST_NUMBERS = 20
FEWEST_UNDER_WEEKDAYS = 3
FEWEST_IN_A_ROW = 4
FEWEST_ROWS = 3
FEWEST_WEEKS_IN_A_ROW = 3
MOST_APART = 3
"""From one school day to the next, over a weekend."""
_NUMBER = re.compile(r"\s*\|?\s*(\d{1,2})\s*\|?\s*")
_WEEKDAYS = re.compile(
    r"(?:\W*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*){5,}\W*|(?:\W*\b[MTWFS]\b){5,}\W*", re.IGNORECASE
)
_ONE_WEEKDAY = re.compile(
    r"\W*(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|mo|tu|we|th|fr|sa|su)[a-z]{0,6}\W*", re.IGNORECASE
)
_CELL = re.compile(r"\s*(\d{1,2})\b[\s:.-]*(.*)")

Event = tuple[str, int, int]


def without_grid(lines: Sequence[str]) -> tuple[list[str], bool]:
    """The lines with every month that is printed as a grid written out, an event a line; other lines as they are.

    Also whether days stand there without any word: what was marked in such a grid, nobody can read in its text.
    """
    found: list[str] = []
    legend = _legend(lines)
    grids = told = bare = 0
    of_a_month = False
    place = 0
    while place < len(lines):
        month = month_alone(lines[place])
        block = _until_next_month(lines, place + 1) if month else []
        end = _end_of_numbers(block)
        events = list(_joined(_events(block[:end]) if end else _events_in_cells(block), month or (1, None)))
        if month is None or not (end or events):
            if _is_of_a_grid(lines, place):
                grids += is_row(lines[place]) and of_a_month
                bare += is_row(lines[place]) and not of_a_month
            else:
                of_a_month = month is not None
                found.append(lines[place])
            place += 1
            continue
        grids, told = grids + 1, told + bool(events)
        year = f" {month[1]}" if month[1] else ""
        name = f"{MONTHS[month[0] - 1]}{year}"
        for words, first, last in events:
            words = legend.get(words, words)
            off = what_it_says(words).says is None and what_it_says(words, True, 7).says in (
                "half",
                "holiday",
            )
            days = f"{first} {name}" if first == last and not off else f"{first} {name} - {last} {name}"
            found.append(f"{words}: {days}")
        found += [] if end else _without_weeks(block)
        place += 1 + (end or len(block))
    return found, bare > 0 or (grids > 0 and not told)


_LEGEND = re.compile(r"\W*([A-Z]{1,2}|\*)\s*[-=:]\s*([A-Za-z].{2,40})")


def _legend(lines: Sequence[str]) -> dict[str, str]:
    """What the marks of a grid stand for: "H = Holiday"."""
    return {said[1]: said[2].strip() for line in lines if (said := _LEGEND.fullmatch(line))}


def _is_of_a_grid(lines: Sequence[str], place: int) -> bool:
    """Whether a line is a row of bare numbers, the end of a month beneath one, or the weekdays or months above one."""
    line = lines[place]
    if is_row(line):
        return True
    beside = [lines[near] for near in (place - 1, place + 1) if 0 <= near < len(lines)]
    bare = not any(map(str.isalpha, line)) and any(map(str.isdigit, line))
    if bare and any(map(is_row, beside)):
        return all(int(figures) <= 31 for figures in re.findall(r"\d+", line))
    below = lines[place + 1 : place + 3]
    return (bool(_WEEKDAYS.fullmatch(line)) or _are_months(line)) and any(map(is_row, below))


def _are_months(line: str) -> bool:
    """Whether a line names several months side by side, and nothing else."""
    months = [month_alone(cell) for cell in line.split("|") if cell.strip()]
    return len(months) > 1 and all(months)


def _until_next_month(lines: Sequence[str], place: int) -> Sequence[str]:
    ends = (n for n in range(place, len(lines)) if month_alone(lines[n]) or _are_months(lines[n]))
    return lines[place : next(ends, len(lines))]


def _end_of_numbers(block: Sequence[str]) -> int:
    """How many lines of a block are a month's days, a number a line, with what is beneath them; 0 for no grid.

    What stands beneath the last number is its event if it is one short line without days of its own.
    """
    numbers = [place for place, line in enumerate(block) if _NUMBER.fullmatch(line)]
    headed = bool(block) and _WEEKDAYS.fullmatch(block[0]) is not None
    if len(numbers) < (FEWEST_UNDER_WEEKDAYS if headed else FEWEST_NUMBERS):
        return 0
    if not headed and _day_of(block[numbers[0]]) not in (1, *range(23, 32)):
        return 0
    last = numbers[-1]
    beneath = block[last + 1 :]
    told = [line for line in beneath[:2] if any(map(str.isalpha, line))]
    in_month = len(numbers) <= 31 and (headed or _day_of(block[last]) >= 28)
    return last + 2 if in_month and len(told) == 1 and len(beneath) <= 2 and not groups(told[0]) else last + 1


def _day_of(line: str) -> int:
    number = _NUMBER.fullmatch(line)
    return int(number[1]) if number else 0


def _events(block: Sequence[str]) -> Iterator[Event]:
    """What stands beneath the month's own days: from its first on, until the numbers begin again."""
    numbers = [number for line in block if (number := _day_of(line))]
    before = numbers.index(1) if 1 in numbers and min(numbers[: numbers.index(1)], default=31) > 22 else 0
    day = seen = 0
    over = False
    for line in block:
        if number := _day_of(line):
            seen += 1
            over = over or (day > 0 and number <= day)
            day = number if seen > before and not over else 0
        elif (
            day
            and any(map(str.isalpha, line))
            and not (_WEEKDAYS.fullmatch(line) or _ONE_WEEKDAY.fullmatch(line))
        ):
            yield line.strip(" |"), day, day


def is_row(line: str) -> bool:
    """Whether a line is nothing but days of a calendar: a week, "1 2 3 4 5 6 7", or one weekday of a month."""
    words = re.findall(r"[^\W\d_]+", line)
    if any(not _ONE_WEEKDAY.fullmatch(word) and len(word) > 1 for word in words):
        return False
    numbers = [int(figures) for figures in re.findall(r"\d+", line)]
    if not numbers or any(not 1 <= number <= 31 for number in numbers):
        return False
    steps = [later - number for number, later in pairwise(numbers)]
    by_day = sum(step == 1 for step in steps) + 1
    by_week = sum(step == 7 for step in steps) + 1
    few_else = len(numbers) - 4
    return by_day >= max(FEWEST_IN_A_ROW, few_else) or by_week >= max(FEWEST_WEEKS_IN_A_ROW, few_else)


def _days_in_cells(line: str) -> list[tuple[int, str]]:
    """A week of a table, in each cell its day and what is written beside it: "1 Training | 2 Term starts"."""
    cells = [cell for cell in line.split("|") if cell.strip()]
    found = [(int(said[1]), said[2].strip()) for cell in cells if (said := _CELL.fullmatch(cell))]
    steps = [later - day for (day, _words), (later, _more) in pairwise(found)]
    return found if len(found) == len(cells) and sum(step != 1 for step in steps) <= 1 else []


def _weeks(block: Sequence[str]) -> dict[int, list[tuple[int, str]]]:
    """The lines of a month that are its weeks, if enough are; a last week may have one day."""
    weeks: dict[int, list[tuple[int, str]]] = {}
    day = 0
    for place, line in enumerate(block):
        week = _days_in_cells(line)
        if week and (len(week) >= FEWEST_IN_A_ROW or 0 < week[0][0] - day <= MOST_APART):
            weeks[place] = week
            day = week[-1][0]
    return weeks if sum(len(week) >= FEWEST_IN_A_ROW for week in weeks.values()) >= FEWEST_ROWS else {}


def _without_weeks(block: Sequence[str]) -> list[str]:
    weeks = _weeks(block)
    return [line for place, line in enumerate(block) if place not in weeks and not _WEEKDAYS.fullmatch(line)]


def _events_in_cells(block: Sequence[str]) -> Iterator[Event]:
    """What stands in the month's own days, from its first on; a week may be printed without its weekend."""
    day = 0
    for number, words in (cell for week in _weeks(block).values() for cell in week):
        if 0 < number - day <= MOST_APART:
            day = number
            if any(map(str.isalpha, words)) or words == "*":
                yield words, day, day


def _joined(events: Iterator[Event], month: tuple[int, int | None]) -> list[Event]:
    """Days with the same words, with no school day between them, as one event."""
    found: list[Event] = []
    for words, day, last in events:
        same = next((n for n, each in enumerate(found) if each[0].casefold() == words.casefold()), None)
        if same is not None and _follows(found[same][2], day, *month):
            found[same] = (found[same][0], found[same][1], last)
        else:
            found.insert(0, (words, day, last))
    return sorted(found, key=lambda event: (event[1], event[2]))


def _follows(before: int, day: int, month: int, year: int | None) -> bool:
    """Whether a day of a month is the next after another, or only a weekend lies between them."""
    if year is None or day <= before:
        return day == before + 1
    first = date(year, month, 1)
    return all((first + timedelta(days=between - 1)).weekday() > 4 for between in range(before + 1, day))
