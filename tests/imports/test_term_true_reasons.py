"""Why a day was left out is true: it is called an everyday event only where its words name one."""

from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted

YEAR = "Term dates 2025/26\nAutumn term: 2 September 2025 to 19 December 2025\n"
EVERYDAY = "It is an everyday event, while school is open."


@pytest.mark.parametrize(
    "line",
    [
        "Apprenticeships: start on Monday 13 April 2026",
        "Full time courses: start on Monday 13 April 2026",
        "Zibble flonk: Monday 13 April 2026",
        "Monday 13 April 2026 (evening)",
        "Monday 13 April 2026 (12.45pm)",
    ],
)
def test_a_day_that_is_not_known_as_everyday_is_not_called_so(line: str) -> None:
    told = [each for each in read_pasted(YEAR + line).account if each.line == line]
    assert told
    assert EVERYDAY not in {each.reason for each in told}


@pytest.mark.parametrize("line", ["Sports day 3 July 2026", "Choir starts 13 April 2026", "Disco 1 May 2026"])
def test_a_day_that_is_known_as_everyday_says_so(line: str) -> None:
    (told,) = [each for each in read_pasted(YEAR + line).account if each.line == line]
    assert (told.fate, told.reason) == ("left_out", EVERYDAY)


def test_a_term_that_commences_and_finishes_has_its_days() -> None:
    reading = read_pasted(
        "College calendar 2025/26\nAutumn Term\nCommences: Tuesday 2 September 2025\n"
        "Finishes: Friday 19 December 2025\nSpring Term\nCommences: Monday 5 January 2026\n"
        "Finishes: Friday 27 March 2026"
    )
    assert reading.periods == [
        (date(2025, 9, 2), date(2025, 12, 19)),
        (date(2026, 1, 5), date(2026, 3, 27)),
    ]
