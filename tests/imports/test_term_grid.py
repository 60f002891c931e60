"""A month printed as a grid: what stands beside a number is of that day, and runs over no other day."""

import pytest

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_grid import is_row, without_grid

NUMBERS = [str(number) for number in range(1, 31)]


def weeks(month: str, first: int, last: int, days: int, marks: dict[int, str]) -> list[str]:
    """A month of which the 1st is on weekday `first`; a row has `days` days of each week."""
    lines, row = [month], list[str]()
    for number in range(1, last + 1):
        weekday = (first + number - 1) % 7
        if weekday < days:
            row.append(f"{number} {marks.get(number, '')}".strip())
        if (weekday == 6 or number == last) and row:
            lines.append(" | ".join(row))
            row = []
    return lines


SEPTEMBER = {2: "Term starts", 17: "INSET", 18: "INSET", 21: "INSET", 24: "INSET", 30: "Strike: closed"}


@pytest.mark.parametrize("days", [5, 7])
def test_a_month_is_read_to_its_end_with_its_weekends_or_without(days: int) -> None:
    lines, unread = without_grid(weeks("September 2026", 1, 30, days, SEPTEMBER))
    assert lines == [
        "Term starts: 2 September 2026",
        "INSET: 17 September 2026 - 21 September 2026",
        "INSET: 24 September 2026",
        "Strike: closed: 30 September 2026",
    ]
    assert not unread


@pytest.mark.parametrize("days", [5, 7])
@pytest.mark.parametrize(
    ("month", "first", "last"), [("August 2026", 5, 31), ("February 2026", 6, 28), ("June 2026", 0, 30)]
)
def test_each_word_of_a_month_stays_with_its_own_day(month: str, first: int, last: int, days: int) -> None:
    school = [number for number in range(1, last + 1) if (first + number - 1) % 7 < 5]
    for number in school:
        lines, _unread = without_grid(weeks(month, first, last, days, {number: "INSET"}))
        assert lines == [f"INSET: {number} {month}"]


def test_the_days_of_the_months_beside_it_are_none_of_its_own() -> None:
    lines = weeks("October 2026", 3, 31, 7, {9: "INSET", 23: "Half term"})
    lines[1] = "28 INSET | 29 | 30 | " + lines[1]
    lines[-1] += " | 1 INSET"
    assert without_grid(lines)[0] == ["INSET: 9 October 2026", "Half term: 23 October 2026 - 23 October 2026"]


@pytest.mark.parametrize("year", [" 2026", ""])
def test_two_training_days_of_one_week_do_not_take_the_days_between_them(year: str) -> None:
    lines, _unread = without_grid(
        weeks(f"September{year}", 1, 30, 5, {21: "INSET", 24: "INSET", 25: "INSET"})
    )
    assert lines == [f"INSET: 21 September{year}", f"INSET: 24 September{year} - 25 September{year}"]


def test_a_mark_stands_for_what_the_legend_says() -> None:
    half_term = dict.fromkeys(range(26, 31), "H")
    lines = [
        *weeks("October 2026", 3, 31, 7, half_term | {5: "*"}),
        "H = Half term",
        "* - School closed",
        "Back soon",
    ]
    assert without_grid(lines)[0] == [
        "School closed: 5 October 2026",
        "Half term: 26 October 2026 - 30 October 2026",
        *("H = Half term", "* - School closed", "Back soon"),
    ]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([*NUMBERS[:7], "Term starts", *NUMBERS[7:]], ["Term starts: 7 September 2026"]),
        (
            ["31", *NUMBERS[:7], "Term starts", *NUMBERS[7:], "1", "2", "INSET"],
            ["Term starts: 7 September 2026", "INSET"],
        ),
        (["Mon Tue Wed Thu Fri", "1", "2", "Term starts", "3"], ["Term starts: 2 September 2026"]),
        (["Mon Tue Wed Thu Fri Sat Sun", *NUMBERS, "Half term"], ["Half term: 30 September 2026 - 30 September 2026"]),
        ([*NUMBERS, "Half term"], ["Half term: 30 September 2026 - 30 September 2026"]),
        ([*NUMBERS, "Half term", "See you soon"], ["Half term", "See you soon"]),
        ([*NUMBERS, "Half term until 2 November"], ["Half term until 2 November"]),
        ([*NUMBERS, "---", "Half term"], ["Half term"]),
        ([*NUMBERS[:20], "Half term"], ["Half term"]),
    ],
)  # fmt: skip
def test_what_stands_beneath_a_number_is_of_that_day_while_the_month_lasts(
    lines: list[str], wanted: list[str]
) -> None:
    found, _unread = without_grid(["September 2026", *lines])
    assert found == wanted


@pytest.mark.parametrize(
    "lines", [NUMBERS[:19], ["Mon Tue Wed Thu Fri", "1", "2"], ["2", *NUMBERS[:18], "INSET"], ["Term starts 2"]]
)  # fmt: skip
def test_a_month_with_fewer_numbers_is_no_grid_and_stays_as_it_stands(lines: list[str]) -> None:
    assert without_grid(["September 2026", *lines]) == (["September 2026", *lines], False)


def test_a_grid_without_any_word_is_told() -> None:
    assert without_grid(["September 2026", *NUMBERS]) == ([], True)
    sentence = (
        "There is a calendar of bare numbers. We cannot see what is marked in it. Please add what is missing."
    )
    assert read_pasted("\n".join(["September 2026", *NUMBERS])).not_understood == [sentence]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        *(("1 2 3 4", True), ("1 2 3", False), ("1 8 15", True), ("1 8", False), ("1 | 2 | 3 | 4", True)),
        *(("Mon 3 10 17 24", True), ("Tuesday 2 9 16 23 30", True), ("M 1 2 3 4", True), ("ab 1 2 3 4", False)),
        *(("Term 1 2 3 4", False), ("0 1 2 3 4", False), ("28 29 30 31", True), ("29 30 31 32", False), ("", False)),
        *(("26 27 28 29 30 31 1", True), ("1 2 3 4 9 20 25 31", True), ("1 2 3 4 9 20 25 31 5", False)),
    ],
)  # fmt: skip
def test_a_row_of_a_calendar_is_numbers_of_days_alone(line: str, is_one: bool) -> None:
    assert is_row(line) == is_one
