"""Two school years on a page with one heading: each day in its own year, or the carer is asked which."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from carer_app.imports.term_roles import season_of
from carer_app.typed_dates import WEEKDAYS
from tests.imports.two_year_pages import two_years

NEAR = date(2026, 11, 30)
WITHOUT_A_YEAR = """Term dates
Autumn term: 2 September - 18 December
Half term: 26 - 30 October
Spring term: 4 January - 25 March
Half term: 15 - 19 February
Summer term: 12 April - 21 July
Half term: 31 May - 4 June
"""


def school_days(reading: TermReading) -> set[date]:
    calendar = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    return {day for each in calendar.periods for day in days_between(*each) if calendar.is_school_day(day)}


def last_readings(reading: TermReading) -> Iterator[tuple[str, TermReading]]:
    """What is read after each answer, with the first answer of all."""
    if reading.question is None:
        yield "", reading
        return
    for answer in reading.question.answers:
        yield from ((answer.words, each) for _words, each in last_readings(answer.reading))


@pytest.mark.parametrize("headed", ["first", "last"])
def test_of_two_years_with_one_heading_each_day_lies_in_its_own_or_is_asked_about(headed: str) -> None:
    for seed in range(40):
        page = two_years(Random(seed), headed=headed)
        want = school_days(TermReading(periods=list(page.periods)))
        reading = read_pasted(page.text, NEAR)
        assert school_days(reading) == want, page.text
        assert reading.question is None or not page.has_weekdays, page.text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.sampled_from(("first", "last")))
def test_no_two_years_are_put_into_one_in_silence(seed: int, headed: str) -> None:
    page = two_years(Random(seed), headed=headed)
    reading = read_pasted(page.text, NEAR)
    want = school_days(TermReading(periods=list(page.periods)))
    told = (
        reading.question or reading.not_understood or any(each.kind != "missing" for each in reading.problems)
    )
    assert school_days(reading) == want or told, page.text


def test_without_a_day_to_go_by_what_no_heading_names_is_handed_back() -> None:
    text = (
        "Spring Term 6 January - 4 April\nHalf term 17 - 21 February\nSummer Term 22 April - 22 July\n"
        "ACADEMIC YEAR 2025/26\nAutumn Term 3 September - 19 December\nSpring Term 5 January - 27 March\n"
        "Half term 16 - 20 February\n"
    )
    reading = read_pasted(text)
    assert min(first for first, _last in reading.periods) == date(2025, 9, 3)
    assert {each.fate for each in reading.account[:3]} == {"handed_back"}
    asked = read_pasted(text, NEAR)
    assert asked.question is not None
    assert [each.words for each in asked.question.answers] == ["2024/25", "2026/27"]
    assert asked.periods[0] == (date(2025, 1, 6), date(2025, 2, 14))


def test_the_next_holiday_told_above_the_table_is_of_its_year() -> None:
    text = (
        "Next half term: 16 February - 20 February\nTerm dates 2025/26\n"
        "Autumn term 3 September - 19 December\nHalf term 27 - 31 October\n"
        "Spring term 5 January - 27 March\nHalf term 16 - 20 February\n"
    )
    reading = read_pasted(text, NEAR)
    assert reading.question is None
    assert reading.periods[-1] == (date(2026, 2, 23), date(2026, 3, 27))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(WEEKDAYS[:5]),
            st.sampled_from(("24 September", "26 June", "5 January", "28 November", "22 July", "12 April")),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_every_day_lies_in_the_year_that_was_answered(days: list[tuple[str, str]]) -> None:
    said = ", ".join(f"{weekday} {day}" for weekday, day in days)
    for answer, reading in last_readings(read_pasted(f"{WITHOUT_A_YEAR}INSET days: {said}", NEAR)):
        if answer.startswith("20"):
            year = int(answer[:4])
            read = {day for each in reading.periods for day in each} | {
                *reading.inset_days,
                *reading.closed_days,
            }
            assert all(date(year, 8, 15) <= day <= date(year + 1, 8, 31) for day in read), said


def test_the_weekdays_of_a_few_training_days_alone_tell_no_year_in_which_terms_begin_at_weekends() -> None:
    text = f"{WITHOUT_A_YEAR}INSET days: Friday 24 September, Monday 26 June"
    assert read_pasted(text, NEAR).question is not None


def test_terms_do_not_go_where_a_list_of_training_days_goes() -> None:
    text = (
        "Term dates 2026/27\nAutumn term: 2 September - 18 December\nSpring term: 4 January - 25 March\n"
        "Summer term: 12 April - 21 July\nHalf term: Monday 31 May - Friday 4 June\n"
        "INSET days: Monday 26 June, Wednesday 12 April\n"
    )
    assert read_pasted(text).periods[-1][1] == date(2027, 7, 21)


@pytest.mark.parametrize(
    ("words", "season"),
    [
        ("Spring Term 1 2025", "spring"),
        ("Summer term 2", "summer"),
        ("Term 1", "autumn"),
        ("Term 5", "summer"),
    ],
)
def test_a_term_that_has_a_name_and_a_number_goes_by_its_name(words: str, season: str) -> None:
    assert season_of(words) == season


def test_a_school_year_is_no_school_beside_another() -> None:
    text = (
        "School Term Dates\nAutumn term 3 September 2025 - 19 December 2025\nSpring term 5 January - 27 March 2026\n"
        "Summer term 13 April - 21 July 2026\nSchool year 2026 - 2027\nAutumn term 2 September - 18 December 2026\n"
        "Spring term 4 January - 25 March 2027\nSummer term 12 April - 21 July 2027\n"
    )
    assert len(read_pasted(text, NEAR).periods) == 6


@pytest.mark.parametrize(
    "other", ["Spring Term 222 February - 25 March", "Spring Term 1Monday 4 January - 12 February"]
)
def test_a_number_glued_to_a_day_is_read_apart_without_ordinals_too(other: str) -> None:
    text = f"Term dates 2026/27\nAutumn Term 12 September - 23 October\n{other}\n"
    assert read_pasted(text).periods[0] == (date(2026, 9, 2), date(2026, 10, 23))
    beside = f"{text}Summer Term Monday 12 April - Wednesday 21 July\n"
    if "222" not in other:
        assert read_pasted(beside).periods[0][0] == date(2026, 9, 12)


def test_two_years_without_any_year_go_by_their_own_weekdays() -> None:
    text = (
        "Michaelmas Term\nFirst day: Wednesday 6th September\nHalf term: Saturday 21st October to Sunday 5th November\n"
        "Term ends: Wednesday 13th December\nLent Term\nFirst day: Thursday 4th January\n"
        "Half term: Saturday 10th February to Sunday 18th February\nTerm ends: Thursday 28th March\nTrinity Term\n"
        "First day: Wednesday 17th April\nHalf term: Saturday 25th May to Sunday 2nd June\n"
        "Term ends: Wednesday 10th July\nMichaelmas Term\nFirst day: Wednesday 4th September\n"
        "Half term: Saturday 19th October to Sunday 3rd November\nTerm ends: Friday 13th December\nLent Term\n"
        "First day: Tuesday 7th January\nHalf term: Saturday 15th February to Sunday 23rd February\n"
        "Term ends: Friday 28th March\nTrinity Term\nFirst day: Tuesday 22nd April\n"
        "Half term: Saturday 24th May to Sunday 1st June\nTerm ends: Friday 11th July\n"
    )
    reading = read_pasted(text, NEAR)
    assert reading.question is None
    assert len(reading.periods) == 12
    assert (reading.periods[0][0], reading.periods[-1][1]) == (date(2023, 9, 6), date(2025, 7, 11))


def test_a_heading_of_first_days_closed_without_columns_is_understood() -> None:
    text = (
        "2025/26 Term Dates\nHoliday Closed From Reopens\nAutumn Term  Monday 1st September 2025\n"
        "Autumn Half Term  Monday 27th October 2025  Monday 3rd November 2025\n"
        "Christmas Holiday  Monday 22nd December 2025  Monday 5th January 2026\n"
        "Spring Half Term  Monday 16th February 2026  Monday 23rd February 2026\n"
        "Easter Holiday  Monday 30th March 2026  Monday 13th April 2026\n"
        "Summer Half Term  Monday 25th May 2026  Monday 1st June 2026\nSummer Holiday  Tuesday 21st July 2026\n"
        "Training Days:\nTuesday 2nd September 2025 (Trust wide day)\n"
    )
    reading = read_pasted(text)
    assert [last for _first, last in reading.periods[:5]] == [
        *(date(2025, 10, 24), date(2025, 12, 19), date(2026, 2, 13)),
        *(date(2026, 3, 27), date(2026, 5, 22)),
    ]
    assert reading.inset_days == [date(2025, 9, 2)]
