"""Days on which a school is shut for a feast; a feast alone is an everyday event."""

from datetime import date

import pytest

from carer_app.imports.school_events import is_everyday, what_it_says
from carer_app.imports.school_titles import what_a_title_says
from carer_app.imports.term_dates import read_pasted

YEAR = """Autumn term 2027
Thursday 2 September 2027 - Friday 17 December 2027
Half term holiday: 25 - 29 October 2027
Spring term 2028
Tuesday 4 January 2028 - Friday 31 March 2028
Half term holiday: 14 - 18 February 2028
{line}
Summer term 2028
Monday 17 April 2028 - Friday 21 July 2028
Half term holiday: 29 May - 2 June 2028
"""
FEASTS = ("Ramadhan & Eid", "Eid al-Fitr", "Diwali", "Yom Kippur", "Pesach", "Lunar New Year", "Sukkot")


@pytest.mark.parametrize("feast", FEASTS)
def test_a_holiday_that_is_called_after_a_feast_shuts_school(feast: str) -> None:
    reading = read_pasted(YEAR.format(line=f"{feast} Holiday: 6th - 14th Mar 2028"))
    assert (date(2028, 2, 21), date(2028, 3, 3)) in reading.periods
    assert (date(2028, 3, 15), date(2028, 3, 31)) in reading.periods


@pytest.mark.parametrize("feast", [*FEASTS, "Shavuos", "Rosh Hashanah", "Simchat Torah"])
@pytest.mark.parametrize(
    "form", ["School Closed {}", "School closed for {}", "{} - school closed", "{} holiday"]
)
def test_a_day_on_which_school_is_closed_for_a_feast_is_a_day_off(feast: str, form: str) -> None:
    words = form.format(feast)
    assert what_a_title_says(words).is_enough
    assert what_a_title_says(words).says == "closed"
    reading = read_pasted(YEAR.format(line=f"Wednesday 8th March 2028 {words}"))
    assert reading.closed_days == [date(2028, 3, 8)]
    assert not [each for each in reading.problems if each.kind == "unused"]


@pytest.mark.parametrize("feast", [*FEASTS, "Ramadan", "Chinese New Year's Day", "Purim", "Holi"])
@pytest.mark.parametrize("form", ["{}", "{} assembly", "{} lunch", "{} begins"])
def test_a_feast_alone_shuts_no_school(feast: str, form: str) -> None:
    assert not what_it_says(form.format(feast)).is_enough
    reading = read_pasted(YEAR.format(line=f"Wednesday 8th March 2028 {form.format(feast)}"))
    assert reading.closed_days == []
    assert len(reading.periods) == 6


@pytest.mark.parametrize("words", ["Diwali holiday club", "Office closed for Eid", "Eid holiday craft"])
def test_an_event_beside_a_feast_shuts_no_school(words: str) -> None:
    assert not what_it_says(words).is_enough
    assert is_everyday(words)


def test_going_home_for_a_feast_is_a_last_day() -> None:
    assert what_it_says("We break up for Passover").says == "end"


@pytest.mark.parametrize("words", ["Snowdrop Festival Holiday", "Kite Parade Holiday Week"])
def test_a_week_called_a_holiday_is_never_passed_over_in_silence(words: str) -> None:
    reading = read_pasted(YEAR.format(line=f"{words}: 6th - 14th Mar 2028"))
    days = {day for each in reading.problems for day in each.days}
    assert date(2028, 3, 31) not in [last for _first, last in reading.periods] or date(2028, 3, 6) in days


def test_a_holiday_club_in_the_holidays_is_not_asked_about() -> None:
    reading = read_pasted(YEAR.format(line="Summer Holiday Club: 24th - 28th July 2028"))
    assert not [each for each in reading.problems if each.kind == "unused"]


@pytest.mark.parametrize("words", ["Half Day: {} - Erev Purim", "{} Half-day", "{} | Half day (Shabbat)"])
def test_a_half_day_is_a_school_day_and_is_not_asked_about(words: str) -> None:
    reading = read_pasted(YEAR.format(line=words.format("Wednesday 8th March 2028")))
    assert reading.closed_days == []
    assert len(reading.periods) == 6
    assert not [each for each in reading.problems if each.kind == "unused"]
