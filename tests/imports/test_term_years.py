"""Which year a day lies in, where the page leaves it to its headings, its weekdays, or the day on which it is read."""

from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted

WITH_WEEKDAYS = (
    "Term 1: Tuesday 2 September to Friday 24 October\nTerm 2: Monday 3 November to Friday 19 December"
)
OF_2025 = [(date(2025, 9, 2), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 12, 19))]


@pytest.mark.parametrize("near", [date(2025, 9, 10), date(2026, 6, 30), date(2028, 6, 30)])
def test_weekdays_tell_the_year_up_to_two_years_later(near: date) -> None:
    assert read_pasted(WITH_WEEKDAYS, near).periods == OF_2025


def test_without_weekdays_and_without_a_year_each_year_near_is_an_answer() -> None:
    question = read_pasted("Term 1: 2 September to 24 October", date(2025, 9, 10)).question
    assert question is not None
    assert question.sentence == "The text does not say which year. Which school year is it for?"
    assert {answer.words: answer.reading.periods for answer in question.answers} == {
        f"{year}/{year - 1999}": [(date(year, 9, 2), date(year, 10, 24))] for year in (2024, 2025, 2026)
    }


@pytest.mark.parametrize(
    ("day", "first"),
    [
        ("18 August", date(2025, 8, 18)),
        ("15 August", date(2025, 8, 15)),
        ("1 September", date(2025, 9, 1)),
        ("31 December", date(2025, 12, 31)),
        ("5 January", date(2026, 1, 5)),
    ],
)
def test_a_day_below_a_school_year_lies_in_its_half_of_that_year(day: str, first: date) -> None:
    last = date(2026, 1, 20) if first > date(2025, 11, 1) else date(2025, 10, 24)
    reading = read_pasted(f"School year 2025/26\nTerm starts: {day}\nTerm ends: {last.day} {last:%B}")
    assert [period[0] for period in reading.periods] == [first]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        # every weekday of the stretch is wrong, and right a year later or earlier
        (
            "Tuesday 2 September 2024 to Friday 24 October 2024",
            (date(2025, 9, 2), date(2025, 10, 24)),
        ),
        (
            "Tuesday 2 September 2026 to Friday 24 October 2026",
            (date(2025, 9, 2), date(2025, 10, 24)),
        ),
    ],
)
def test_a_stretch_whose_weekdays_are_all_of_the_year_beside_is_of_that_year(
    written: str, read: tuple[date, date]
) -> None:
    reading = read_pasted(f"Term 1: {written}")
    assert reading.periods == [read]
    assert reading.problems[0].kind == "year"


def test_one_wrong_weekday_of_two_moves_no_year() -> None:
    reading = read_pasted("Term 1: Tuesday 2 September 2025 to Saturday 24 October 2025")
    assert reading.periods == OF_2025[:1]
    assert "weekday" in {problem.kind for problem in reading.problems}


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["2025/26", "Term starts: 2 September", "Term ends: 24 October"], date(2025, 9, 2)),
        (["September 2025 to July 2026", "Term starts: 2 September", "Term ends: 24 October"], date(2025, 9, 2)),
        (["2025", "Term starts: 2 September", "Term ends: 24 October"], date(2025, 9, 2)),
        (["Autumn term 2025", "Starts: 2 September", "Ends: 24 October"], date(2025, 9, 2)),
        (["Spring term 2026", "Starts: 5 January", "Ends: 13 February"], date(2026, 1, 5)),
        (["Summer term 2026", "Starts: 13 April", "Ends: 22 May"], date(2026, 4, 13)),
        (["Term starts: 2 September 2025", "Term ends: 24 October"], date(2025, 9, 2)),
        (["Term starts: 2 September", "Term ends: 24 October 2025"], date(2025, 9, 2)),
        (["Term starts: 2 September", "Term ends: 24 October", "All dates are for 2025/26"], date(2025, 9, 2)),
        (["Term starts: 5 January", "Term ends: 27 March", "Term starts: 13 April 2026"], date(2026, 1, 5)),
    ],
)  # fmt: skip
def test_the_year_of_a_day_may_stand_above_beside_or_below_it(lines: list[str], first: date) -> None:
    assert read_pasted("\n".join(lines)).periods[0][0] == first


def test_the_year_turns_where_the_days_go_from_summer_to_autumn_again() -> None:
    lines = [
        *("Term starts: 13 April 2026", "Term ends: 22 May", "Term starts: 1 June", "Term ends: 21 July"),
        *("Term starts: 2 September", "Term ends: 23 October"),
        *("Term starts: 2 November", "Term ends: 18 December 2026"),
    ]
    assert [first for first, _last in read_pasted("\n".join(lines)).periods] == [
        *(date(2026, 4, 13), date(2026, 6, 1), date(2026, 9, 2), date(2026, 11, 2)),
    ]


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        ("Monday 5 January 2026", "Monday 5 December 2025"),
        ("Monday 5 January 2026", "Monday 5 February 2026"),
        ("Friday 19 December 2025", "Friday 19 January 2026"),
        ("Friday 19 December 2025", "Friday 19 November 2025"),
    ],
)
def test_a_month_is_put_right_across_new_year(meant: str, written: str) -> None:
    text = "\n".join(
        [
            *("Term starts: Tuesday 2 September 2025", "Half term: 27 to 31 October 2025"),
            *("Term ends: Friday 19 December 2025", "Term starts: Monday 5 January 2026"),
            *("Half term: 16 to 20 February 2026", "Term ends: Friday 27 March 2026"),
        ]
    )
    assert read_pasted(text.replace(meant, written)).periods == read_pasted(text).periods


def test_a_holiday_that_ends_a_year_too_early_goes_over_new_year() -> None:
    text = (
        "Term starts: 2 September 2025\nTerm ends: 19 December 2025\n"
        "Holiday: 22 December 2025 to 2 January 2025\nTerm starts: 5 January 2026\nTerm ends: 13 February 2026"
    )
    reading = read_pasted(text)
    told = next(each for each in reading.account if each.line.startswith("Holiday"))
    assert (told.fate, told.days[-1]) == ("used", date(2026, 1, 2))
    assert reading.problems


def test_a_heading_with_last_years_number_gives_way_to_the_weekdays_below_it() -> None:
    lines = ["2024/25", "Term starts: Tuesday 2 September", "Half term: 27 to 31 October"]
    reading = read_pasted("\n".join([*lines, "Term ends: Friday 19 December"]))
    assert reading.periods == [
        (date(2025, 9, 2), date(2025, 10, 24)),
        (date(2025, 11, 3), date(2025, 12, 19)),
    ]
    assert reading.problems[0].kind == "year"


def test_a_slip_in_one_weekday_keeps_no_heading_in_the_wrong_year() -> None:
    lines = ["2024/25", "Term starts: Tuesday 2 September", "Half term begins: Monday 27 October"]
    lines += ["Back to school: Monday 3 November", "Parents' evening", "Term ends: Thursday 19 December"]
    reading = read_pasted("\n".join(lines))
    assert [day for period in reading.periods for day in period][-1] == date(2025, 12, 19)
    assert {"year", "weekday"} <= {each.kind for each in reading.problems}


def test_a_row_that_names_its_school_year_holds_for_the_rows_below_it() -> None:
    lines = [
        *("School year 2024/25", "Term starts | 3 September 2024", "Term ends | 20 December 2024"),
        *("Academic year 2025/26 | Term starts Wednesday 3 September 2025", "Half term | 27 October - 31 October"),
        "Term ends | 19 December",
    ]  # fmt: skip
    assert read_pasted("\n".join(lines)).periods == [
        (date(2024, 9, 3), date(2024, 12, 20)),
        (date(2025, 9, 3), date(2025, 10, 24)),
        (date(2025, 11, 3), date(2025, 12, 19)),
    ]


def test_the_word_for_one_day_is_not_said_of_the_next_day_below_it() -> None:
    lines = ["2025/26", "Term starts", "2 September", "24 October", "Half term: 27 to 31 October"]
    reading = read_pasted("\n".join(lines))
    assert reading.periods == [(date(2025, 9, 2), date(2025, 10, 24))]
    assert reading.question is None
    assert [each.fate for each in reading.account] == ["used", "left_out", "used"]


@pytest.mark.parametrize(
    "footer",
    [
        "© 2021 Elm School",
        "Ofsted 2023",
        "Policy 2024",
        "Admissions policy 2024/25",
        "Last updated 3 May 2024",
    ],
)
def test_a_year_of_something_else_on_the_page_is_not_the_year_of_its_dates(footer: str) -> None:
    text = "Autumn term: Wednesday 2 September - Friday 18 December\nSpring term: Monday 4 January - Thursday 25 March"
    for page in (f"{text}\n{footer}", f"{footer}\n{text}"):
        reading = read_pasted(page, date(2026, 11, 1))
        assert reading.periods[0] == (date(2026, 9, 2), date(2026, 12, 18))
        assert "does not say which year" in reading.problems[0].sentence


def test_how_many_training_days_others_may_take_is_no_number_of_this_school() -> None:
    text = "Term dates 2026/27\nAutumn term: 2 September - 18 December 2026\n"
    assert read_pasted(text + "All providers are allowed to take 5 days training.").inset_unknown == 0
    assert read_pasted(text + "There are 5 INSET days a year.").inset_unknown == 5
