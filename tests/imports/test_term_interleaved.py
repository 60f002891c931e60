"""Two years printed side by side, and headings in narrow cells: copied line by line they are put together again."""

from collections.abc import Sequence
from datetime import date
from itertools import product

import pytest

from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from carer_app.imports.term_torn import is_torn
from carer_app.typed_dates import MONTHS, WEEKDAYS
from tests.imports.two_year_pages import SEASONS, YEARS

BOTH = (YEARS[2025], YEARS[2026])


def school_days(reading: TermReading) -> set[date]:
    calendar = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    return {day for each in calendar.periods for day in days_between(*each) if calendar.is_school_day(day)}


WANTED = school_days(TermReading(periods=[*BOTH[0], *BOTH[1]]))


def column(year: int, heading: str, to: str, *, weekday: bool) -> list[str]:
    """One of the two years, as it stands in its own column."""

    def say(day: date) -> str:
        return (
            f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
            if weekday
            else (f"{day.day} {MONTHS[day.month - 1]}")
        )

    lines = [heading.format(a=year, b=(year + 1) % 100, c=year + 1)]
    for n, (first, last) in enumerate(BOTH[year - 2025]):
        if n % 2 == 0:
            lines.append(f"{SEASONS[n]} Term {first.year}")
        lines += [say(first), f"to {say(last)}"] if to == "below" else [f"{say(first)} {to} {say(last)}"]
    return lines


HEADINGS = ("TERM DATES {a}-{c}", "Academic Year {a}/{b}", "{a}/{b}")


@pytest.mark.parametrize(
    ("heading", "to", "weekday"), [*product(HEADINGS, ("to", "-", "below"), (True, False))]
)
def test_two_columns_are_read_side_by_side_and_in_turn(heading: str, to: str, weekday: bool) -> None:
    left, right = (column(year, heading, to, weekday=weekday) for year in (2025, 2026))
    beside = "\n".join(f"{one:<44}{other}" for one, other in zip(left, right, strict=True))
    tabs = "\n".join(f"{one}\t{other}" for one, other in zip(left, right, strict=True))
    in_turn = "\n".join(line for both in zip(left, right, strict=True) for line in both)
    for text in (beside, tabs, in_turn, in_turn.replace("\n", "\n\n"), f"School name\nWelcome\n{in_turn}"):
        assert school_days(read_pasted(text)) == WANTED, text


def test_a_line_too_many_in_one_of_the_columns_is_never_wrong_in_silence() -> None:
    left, right = (column(year, HEADINGS[0], "to", weekday=True) for year in (2025, 2026))
    for place in range(1, len(left)):
        more = [*left[:place], "INSET day Friday 5 December", *left[place:]]
        lines = [line for both in zip(more, [*right, ""], strict=True) for line in both if line]
        reading = read_pasted("\n".join(lines))
        handed_back = any(each.fate == "handed_back" for each in reading.account)
        right_days = WANTED - {date(2025, 12, 5)}
        assert school_days(reading) == right_days or reading.problems or reading.question or handed_back, (
            lines
        )


TORN = (
    ("Half term", "Half\nTerm"),
    ("Autumn Term", "Autumn\nTerm"),
    ("Spring Term", "Spring\nTerm"),
    ("Summer Term", "Summer\nTerm"),
    ("Academic Year 2025/26", "Academic Year\n2025/26"),
    ("INSET days", "INSET\ndays"),
)
WHOLE = """Academic Year 2025/26
Autumn Term
Wednesday 3rd September - Friday 19th December
Half term
Monday 27th - Friday 31st October
Spring Term
Monday 5th January - Friday 27th March
Half term
Monday 16th - Friday 20th February
Summer Term
Monday 13th April - Tuesday 21st July
Half term
Monday 25th - Friday 29th May
INSET days
Monday 1st September, Friday 8th May
"""


def torn_in(which: Sequence[tuple[str, str]], text: str) -> str:
    for whole, torn in which:
        text = text.replace(whole, torn)
    return text


@pytest.mark.parametrize("which", [*((each,) for each in TORN), TORN], ids=lambda which: which[0][0])
@pytest.mark.parametrize("change", [str, str.upper, str.lower])
def test_headings_torn_in_the_middle_are_read_like_whole_ones(
    which: Sequence[tuple[str, str]], change: type[str]
) -> None:
    reading = read_pasted(change(torn_in(which, WHOLE)))
    assert school_days(reading) == school_days(read_pasted(WHOLE))
    assert reading.inset_days == [date(2025, 9, 1), date(2026, 5, 8)]


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("Half", "day closure"),
        ("Autumn Term 3 September", "Term ends 19 December"),
        ("The school is open for half", "terms are set by the council"),
        ("INSET day 3 September", "days off"),
        ("School", "Term dates"),
    ],
)
def test_two_lines_that_are_whole_stay_two(before: str, line: str) -> None:
    assert not is_torn(before, line)
