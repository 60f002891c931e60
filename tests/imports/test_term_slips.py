"""One month or one year written wrongly: the weekday beside it tells which is meant, and the carer is told of it."""

import pytest

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading

YEAR = """Autumn term 2025
Starts: Wednesday 3 September 2025
Half term: Monday 27 October 2025 to Friday 31 October 2025
Ends: Friday 19 December 2025
Spring term 2026
Starts: Monday 5 January 2026
Half term: Monday 16 February 2026 to Friday 20 February 2026
Ends: Friday 27 March 2026
Summer term 2026
Starts: Monday 13 April 2026
Half term: Monday 25 May 2026 to Friday 29 May 2026
Ends: Wednesday 22 July 2026
"""


def read_with(meant: str, written: str) -> TermReading:
    assert YEAR.count(meant) == 1
    return read_pasted(YEAR.replace(meant, written))


def told(written: str, meant: str) -> str:
    return f"{written} cannot be right there. We read it as {meant}, which fits the weekday. Please check it."


@pytest.mark.parametrize(
    ("weekday", "meant", "written"),
    [
        ("Friday", "19 December 2025", "19 November 2025"),
        ("Friday", "19 December 2025", "19 January 2026"),
        ("Monday", "5 January 2026", "5 February 2026"),
        ("Monday", "5 January 2026", "5 December 2025"),
        ("Monday", "13 April 2026", "13 May 2026"),
        ("Monday", "13 April 2026", "13 March 2026"),
        ("Wednesday", "22 July 2026", "22 June 2026"),
        ("Wednesday", "3 September 2025", "3 October 2025"),
    ],
)
def test_the_month_beside_the_right_one_is_put_right_and_told(weekday: str, meant: str, written: str) -> None:
    reading = read_with(f"{weekday} {meant}", f"{weekday} {written}")
    assert reading.periods == read_pasted(YEAR).periods
    assert [(each.kind, each.sentence) for each in reading.problems] == [("weekday", told(written, meant))]


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        ("27 October 2025 to {}31 October 2025", "27 October 2024 to {}31 October 2025"),
        ("16 February 2026 to {}20 February 2026", "16 February 2026 to {}20 February 2027"),
        ("16 February 2026 to {}20 February 2026", "16 February 2025 to {}20 February 2026"),
        ("25 May 2026 to {}29 May 2026", "25 May 2025 to {}29 May 2026"),
        ("25 May 2026 to {}29 May 2026", "25 May 2026 to {}29 May 2027"),
    ],
)
def test_a_half_term_of_more_than_a_year_has_the_year_of_its_other_day(meant: str, written: str) -> None:
    reading = read_with(meant.format("Friday "), written.format("Friday "))
    assert reading.periods == read_pasted(YEAR).periods
    assert [(each.kind, each.sentence) for each in reading.problems] == [
        ("year", told(written.format(""), meant.format("")))
    ]


def test_a_month_whose_weekday_is_wrong_in_the_months_beside_it_too_is_kept_and_told() -> None:
    reading = read_with("Friday 27 March 2026", "Friday 26 March 2026")
    assert reading.periods[3][1].isoformat() == "2026-03-26"
    assert [each.kind for each in reading.problems] == ["weekday"]


def test_the_sentence_about_a_last_day_at_a_weekend_names_the_school_day_that_is_shown() -> None:
    lines = ["Term dates 2025/26", "Term starts Monday 1 June 2026", "Pupils finish on Friday 18 July 2026"]
    reading = read_pasted("\n".join(lines))
    said = [problem.sentence for problem in reading.problems if problem.kind == "weekday"]
    assert said == [
        "“Friday 18 July”: 18 July 2026 is a Saturday. School is shut then. "
        "The school day next to it is Friday 17 July 2026. Please check it with school."
    ]
