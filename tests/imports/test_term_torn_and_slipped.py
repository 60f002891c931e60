"""Cells glued together, a month that cannot be, a holiday told by one day: read rightly, or the carer is told."""

from datetime import date

import pytest

from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from carer_app.imports.term_seams import unglued


def sentences(reading: TermReading) -> str:
    return " ".join(each.sentence for each in reading.problems)


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("Tuesday 5thSeptemberTraining DayAll Staff", "Tuesday 5th September | Training Day | All Staff"),
        (
            "Wednesday 6thSeptemberBack to SchoolYear 8 only",
            "Wednesday 6th September | Back to School | Year 8 only",
        ),
        ("Friday 21stOctoberTERM ENDSAll Pupils", "Friday 21st October | TERM ENDS | All Pupils"),
        ("Friday 16thDecemberEnd of Term 2All Years", "Friday 16th December | End of Term 2 | All Years"),
        ("Friday 24th MarchSchool Closed", "Friday 24th March | School Closed"),
    ],
)
def test_words_glued_to_a_month_come_apart(glued: str, apart: str) -> None:
    assert unglued(glued) == apart


GLUED = """Academic Year 2022 - 2023
DateMonthWhatWho
Monday 5thSeptemberTraining DayAll Staff
Tuesday 6thSeptemberBack to SchoolAll Years
Friday 21stOctoberTRAINING DAYStaff
Friday 21stOctoberTERM ENDSAll Students
Monday 31stOctoberBack to SchoolAll Years
Wednesday 9thNovemberGeography TripYear 10
Friday 16thDecemberEnd of Term 2All Years
"""


def test_a_table_that_was_glued_is_read_and_a_day_told_in_two_ways_is_said() -> None:
    reading = read_pasted(GLUED)
    school = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days).school_days()
    assert min(school) == date(2022, 9, 6)
    assert {date(2022, 10, 20), date(2022, 10, 31), date(2022, 12, 16)} <= school
    assert date(2022, 10, 28) not in school
    assert "The text has Friday 21 October 2022 as a day off, and elsewhere" in sentences(reading)


YEAR = """Autumn term 2022
Pupils return Monday 5 September
Half term begins Saturday 22 October
Pupils return Monday 31 October
Term ends Friday 16 December
Spring term 2023
Pupils return Wednesday 4 January
{line}
Pupils return Monday 20 February
Term ends Friday 31 March
Summer term 2023
Pupils return Monday 17 April
Half term begins Saturday 27 May
Pupils return Monday 5 June
Term ends Friday 14 July
"""


@pytest.mark.parametrize(
    "line",
    [
        "Founders' Day/Half Term Saturday 11 February",
        "Half Term: Saturday 11 February",
        "Open Morning & Half Term Saturday 11 February",
        "Half Term Holiday: Monday 13 February - Friday 17 January",
        "Winter break: Monday 13 February - Friday 17 January",
    ],
)
def test_a_half_term_told_by_its_saturday_or_with_a_month_that_cannot_be(line: str) -> None:
    reading = read_pasted(YEAR.format(line=line))
    assert (date(2023, 1, 4), date(2023, 2, 10)) in reading.periods
    assert (date(2023, 2, 20), date(2023, 3, 31)) in reading.periods
    assert ("17 January" in line) == ("cannot be right there" in sentences(reading))


def test_a_day_at_half_term_s_edge_that_is_an_event_begins_nothing() -> None:
    line = "Half term begins Saturday 11 February\nHalf term hockey camp Saturday 18 February"
    reading = read_pasted(YEAR.format(line=line))
    assert (date(2023, 1, 4), date(2023, 2, 10)) in reading.periods
    assert (date(2023, 2, 20), date(2023, 3, 31)) in reading.periods


@pytest.mark.parametrize(
    "words", ["School Closed - Half Term", "Closed for half term", "School closed: half term break"]
)
def test_a_friday_closed_for_a_holiday_is_its_last_day_and_is_said(words: str) -> None:
    reading = read_pasted(YEAR.format(line=f"{words} Friday 10 February"))
    assert (date(2023, 1, 4), date(2023, 2, 10)) in reading.periods
    assert reading.closed_days == []
    assert "Please check whether Friday 10 February 2023 is the last day" in sentences(reading)


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        ("Monday 13th - Friday 17th (inclusive) Half Term", True),
        ("Monday 13th to Friday 17th: half term holiday", True),
        ("Monday 13th - Friday 16th Half Term", False),
        ("Tuesday 14th - Friday 17th swimming", False),
    ],
)
def test_a_half_term_without_a_month_is_in_that_of_the_day_above(line: str, is_read: bool) -> None:
    reading = read_pasted(YEAR.format(line=f"Friday 10 February Concert\n{line}"))
    assert ((date(2023, 1, 4), date(2023, 2, 10)) in reading.periods) == is_read
    assert is_read or reading.not_understood
