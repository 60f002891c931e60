"""School dates read from what a carer pastes: many layouts, most of them from real pages, and any rubbish.

Beside each text in `pasted/` stands what a careful person reads in it, checked line by line by eye.
"""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from carer_app.imports import term_dates
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from carer_app.typed_dates import MONTHS, WEEKDAYS

PASTED = Path(__file__).parent / "pasted"
SAMPLES = sorted(file.stem for file in PASTED.glob("*.txt"))


def text_of(name: str) -> str:
    return (PASTED / f"{name}.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_is_read_as_a_careful_person_reads_it(name: str) -> None:
    wanted = tomllib.loads((PASTED / f"{name}.toml").read_text(encoding="utf-8"))
    reading = read_pasted(text_of(name))
    assert [list(period) for period in reading.periods] == wanted["periods"]
    assert reading.inset_days == wanted["inset_days"]
    assert reading.closed_days == wanted.get("closed_days", [])
    assert reading.inset_unknown == wanted.get("inset_unknown", 0)
    assert reading.twilight == wanted.get("twilight", 0)
    assert sorted({problem.kind for problem in reading.problems}) == wanted["problems"]
    assert reading.not_understood == wanted["not_understood"]
    assert (reading.question.sentence if reading.question else "") == wanted.get("question", "")


def test_there_are_samples_of_many_layouts() -> None:
    assert len(SAMPLES) >= 130


def problems(reading: TermReading, kind: str) -> list[str]:
    return [problem.sentence for problem in reading.problems if problem.kind == kind]


def test_a_weekday_that_contradicts_its_date_is_pointed_at_and_the_date_kept() -> None:
    reading = read_pasted(text_of("wrong_weekday"))
    assert problems(reading, "weekday") == [
        "“Friday 16 July”: 16 July 2026 is a Thursday. We kept the date. Please check it with school."
    ]


def test_a_year_in_which_most_weekdays_are_others_is_doubted_once_and_not_day_by_day() -> None:
    lines = [
        "Term 1: Sunday 2 September to Sunday 24 October 2025",
        "Term 2: Sunday 3 November to Sunday 19 December 2025",
    ]
    reading = read_pasted("\n".join(lines))
    (problem,) = [each for each in reading.problems if each.kind == "weekday"]
    assert problem.sentence == (
        "4 of the days are not on the weekdays that stand beside them, if they are of 2025/26. "
        "Please check which year these dates are for."
    )
    assert problem.days == (date(2025, 9, 2), date(2025, 10, 24), date(2025, 11, 3), date(2025, 12, 19))


def test_a_wrong_year_is_read_as_the_weekday_says_and_pointed_at() -> None:
    assert problems(read_pasted(text_of("wrong_years")), "year") == [
        "5 January 2025 cannot be right there. We read it as 5 January 2026, which fits the weekday. "
        "Please check it.",
        "13 April 2026 to 21 July 2025 cannot be right there. We read it as 13 April 2026 to 21 July 2026, "
        "which fits the weekday. Please check it.",
    ]


def test_a_wrong_year_that_no_weekday_bears_out_is_left_out() -> None:
    reading = read_pasted("Spring term 2026\nStarts: 5 January 2025\nEnds: 27 March 2026")
    assert reading.periods == []
    assert problems(reading, "year") == [
        "5 January 2025 does not lie in the school year it is listed under. We left it out. "
        "Please check the year."
    ]
    assert reading.not_understood == ["Starts: 5 January 2025", "Ends: 27 March 2026"]


def test_without_a_year_nothing_is_guessed_but_a_day_near_it_tells_the_year() -> None:
    text = text_of("no_year_anywhere")
    assert problems(read_pasted(text), "year") == [
        "The text does not say which year. Add the school year to its first line, for example 2025/26."
    ]
    near = read_pasted(text, date(2025, 9, 10))
    assert near.periods == [
        (date(2025, 9, 2), date(2025, 10, 24)),
        (date(2025, 11, 3), date(2025, 12, 19)),
    ]
    assert read_pasted(text, date(2027, 9, 10)).periods == near.periods


def test_what_was_too_long_to_read_is_said() -> None:
    lines = ["Autumn term 2025: 2 September to 19 December"] + ["nothing"] * 10_000
    reading = read_pasted("\n".join(lines))
    assert reading.periods == [(date(2025, 9, 2), date(2025, 12, 19))]
    assert reading.not_understood == [
        f"The text is too long. We read the first {term_dates.MOST_LINES} lines. Paste the dates alone."
    ]
    one_line = read_pasted("Autumn term 2025: 2 September to 19 December " + "x" * 5_000_000)
    assert one_line.periods == [(date(2025, 9, 2), date(2025, 12, 19))]
    assert "too long" in one_line.not_understood[-1]


PIECES = st.sampled_from(
    [
        *(
            "1",
            "2nd",
            "31 February",
            "2 September 2025",
            "Mon",
            "Friday 24th October",
            "2025/26",
            "INSET day",
        ),
        *("half term", "term starts", "ends", "to", "-", "|", "\t", "\n", "(", ")", "TBC", "holiday", "May"),
        *(
            "10/3/26",
            "2026-03-10",
            "and",
            ",",
            "closed",
            "Autumn term 2025",
            "\u202e",
            "&nbsp;",
            "9.30am",
            "£5",
        ),
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join)))
def test_any_text_is_read_without_an_error_and_in_order(text: str) -> None:
    reading = read_pasted(text)
    assert all(first <= last for first, last in reading.periods)
    assert all(
        before[1] < after[0] for before, after in zip(reading.periods, reading.periods[1:], strict=False)
    )
    assert reading.inset_days == sorted(set(reading.inset_days))
    assert all(problem.sentence for problem in reading.problems)


@pytest.mark.parametrize(
    "words", ["", "School photographs", "Year 6 trip:", "Nativity play |", "Open evening -", "0207 946 0000,"]
)
def test_a_line_with_a_day_that_says_nothing_of_terms_is_shown(words: str) -> None:
    assert read_pasted(f"{words} 6 March 2026").not_understood == [f"{words} 6 March 2026".strip(" |-")]


@st.composite
def calendars(draw: st.DrawFn) -> tuple[list[tuple[date, date]], list[date]]:
    """Six stretches of a school year with a few training days, as schools have them."""
    year = draw(st.integers(2021, 2030))
    periods: list[tuple[date, date]] = []
    day = date(year, 9, 1) + timedelta(days=draw(st.integers(0, 4)))
    for holiday in (7, 14, 7, 14, 7, 0):
        first = weekday(day)
        last = weekday(first + timedelta(days=draw(st.integers(30, 50))), back=True)
        periods.append((first, last))
        day = last + timedelta(days=holiday + draw(st.integers(2, 5)))
    assume(periods[-1][1] <= date(year + 1, 7, 31))  # no school of England goes on into August
    insets = {
        draw(st.sampled_from([first + timedelta(days=n) for n in range((last - first).days) if n]))
        for first, last in periods
    }
    return periods, sorted(each for each in insets if each.weekday() < 5)


def weekday(day: date, back: bool = False) -> date:
    while day.weekday() > 4:
        day += timedelta(days=-1 if back else 1)
    return day


def said(day: date, style: int) -> str:
    return (
        f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{WEEKDAYS[day.weekday()][:3]} {day.day}{_th(day.day)} {MONTHS[day.month - 1][:3]} {day.year}",
        f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    )[style]


def _th(number: int) -> str:
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@given(calendars(), st.integers(0, 3), st.integers(0, 2))
def test_a_school_year_comes_back_from_every_way_of_writing_it(
    calendar: tuple[list[tuple[date, date]], list[date]], style: int, layout: int
) -> None:
    periods, insets = calendar
    lines: list[str] = []
    for number, (first, last) in enumerate(periods, start=1):
        a, b = said(first, style), said(last, style)
        lines += (
            [f"Term {number}: {a} - {b}"],
            [f"Term {number}", f"Starts: {a}", f"Ends: {b}"],
            [f"Term {number} | {a} | {b}"],
        )[layout]
    lines.append("INSET days: " + ", ".join(said(day, style) for day in insets))
    reading = read_pasted("\n".join(lines))
    assert reading.periods == periods
    assert reading.inset_days == insets
    assert {each.fate for each in reading.account} <= {"used", "left_out"}
    assert set(reading.not_understood) == {each.line for each in reading.account if each.fate == "left_out"}
    kinds = {"bank_holiday", "missing", "year", "count", "long", "half_term", "short", "break", "doubt"}
    assert {problem.kind for problem in reading.problems} <= kinds


def test_every_day_of_the_text_is_told_with_what_became_of_it() -> None:
    reading = read_pasted(
        "Autumn term 2025: 2 September to 19 December 2025\nYear 6 trip: 6 March 2026\n31 February 2026 term ends"
    )
    assert [(each.written, each.days, each.fate) for each in reading.account] == [
        ("2 September to 19 December 2025", (date(2025, 9, 2), date(2025, 12, 19)), "used"),
        ("6 March 2026", (), "left_out"),
        ("31 February 2026", (), "handed_back"),
    ]
    assert all(bool(each.reason) == (each.fate != "used") for each in reading.account)


NO_YEAR = "Autumn: {}2 September to {}18 December\nHalf term: {}26 to {}30 October\nSpring: {}4 January to {}25 March\n"


def test_weekdays_tell_the_year_where_none_is_printed_and_that_is_said() -> None:
    text = NO_YEAR.format("Wednesday ", "Friday ", "Monday ", "Friday ", "Monday ", "Thursday ")
    reading = read_pasted(text, date(2026, 11, 29))
    assert reading.periods[0] == (date(2026, 9, 2), date(2026, 10, 23))
    assert reading.question is None
    assert problems(reading, "year") == [
        "The text does not say which year. Its weekdays are those of 2026/27, so we took that. Please check it."
    ]


def test_where_neither_year_nor_weekday_is_printed_the_carer_is_asked_which_year() -> None:
    reading = read_pasted(NO_YEAR.format(*[""] * 6), date(2026, 11, 29))
    assert reading.question is not None
    assert reading.question.sentence == "The text does not say which year. Which school year is it for?"
    assert [each.words for each in reading.question.answers] == ["2025/26", "2026/27", "2027/28"]
    begins = [each.reading.periods[0][0] for each in reading.question.answers]
    assert begins == [date(2025, 9, 2), date(2026, 9, 2), date(2027, 9, 2)]
    assert reading.periods[0][0] == date(2026, 9, 2)


def test_an_old_page_without_a_year_is_asked_about_with_the_years_that_its_weekdays_fit() -> None:
    text = NO_YEAR.format("Friday ", "", "Wednesday ", "", "Wednesday ", "")
    asked = read_pasted(text, date(2026, 11, 29)).question
    assert asked is not None
    assert [each.words for each in asked.answers] == ["2016/17", "2022/23"]
    assert all(not problems(each.reading, "weekday") for each in asked.answers)


def test_where_the_weekdays_fit_no_year_the_carer_is_asked_and_they_are_pointed_at() -> None:
    text = NO_YEAR.format("Friday ", "Saturday ", "Monday ", "Friday ", "Monday ", "Thursday ")
    asked = read_pasted(text, date(2026, 11, 29)).question
    assert asked is not None
    assert [each.words for each in asked.answers] == ["2025/26", "2026/27", "2027/28"]
    assert problems(asked.answers[1].reading, "weekday") != []


@pytest.mark.parametrize("said", ["2026", "2026/27", "Term dates 20262027", "Term dates 2026-2027, updated"])
def test_a_page_with_the_year_of_its_dates_is_not_asked_about(said: str) -> None:
    reading = read_pasted(f"{said}\n{NO_YEAR.format(*[''] * 6)}", date(2030, 11, 29))
    assert reading.question is None or "which year" not in reading.question.sentence
