"""Dates and times as carers type them: read exactly, or refused with a sentence that helps."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.errors import NotADate, NotATime
from carer_app.typed_dates import read_day, read_time, say_day, say_short, say_span, say_time

TODAY = date(2026, 3, 10)  # a Tuesday
TENTH = date(2026, 3, 10)


@pytest.mark.parametrize(
    "typed",
    [
        *("10 mar", "10 March", "10 march 2026", "10th March", "the 10th of March 2026", "10mar26"),
        *("10/3/26", "10/03/2026", "10.3.2026", "10-3-26", "10 3 26", "10/3", "2026-03-10", "2026/3/10"),
        *("Tues 10th March", "Tuesday, 10 March 2026", "tue 10/3/26", "TUESDAY the 10th of march"),
        *("March 10, 2026", "Mar 10th", "10-mar-'26", "  10\u00a0Mar.  2026 ", "１０/３/２６", "today"),
    ],
)
def test_the_ways_people_type_the_tenth_of_march(typed: str) -> None:
    assert read_day(typed, TODAY) == TENTH


@pytest.mark.parametrize(
    ("typed", "today", "meant"),
    [
        ("tomorrow", TODAY, date(2026, 3, 11)),
        ("yesterday", TODAY, date(2026, 3, 9)),
        ("Friday", TODAY, date(2026, 3, 13)),
        ("Tuesday", TODAY, date(2026, 3, 10)),
        ("this weds.", TODAY, date(2026, 3, 11)),
        ("next Tuesday", TODAY, date(2026, 3, 17)),
        ("next Monday", TODAY, date(2026, 3, 16)),
        ("next fri", date(2026, 3, 15), date(2026, 3, 20)),
        ("next tues", date(2026, 3, 9), date(2026, 3, 17)),
        ("last Tuesday", TODAY, date(2026, 3, 3)),
        ("last Monday", TODAY, date(2026, 3, 9)),
    ],
)
def test_days_said_by_their_name(typed: str, today: date, meant: date) -> None:
    assert read_day(typed, today) == meant


def test_a_weekday_that_happened_is_the_last_one() -> None:
    assert read_day("Friday", TODAY, near="past") == date(2026, 3, 6)
    assert read_day("Tuesday", TODAY, near="past") == TODAY


@pytest.mark.parametrize("typed", ["11 march", "9 may"])
def test_a_past_day_that_is_only_weeks_ahead_is_asked_about_and_not_put_a_year_back(typed: str) -> None:
    with pytest.raises(NotADate, match="has not come yet"):
        read_day(typed, TODAY, near="past")
    assert read_day(f"{typed} 2025", TODAY, near="past").year == 2025


@pytest.mark.parametrize(
    ("typed", "future", "past"),
    [
        ("10 march", date(2026, 3, 10), date(2026, 3, 10)),
        ("10 may", date(2026, 5, 10), date(2025, 5, 10)),
        ("9 jan", date(2026, 1, 9), date(2026, 1, 9)),
        ("8 jan", date(2027, 1, 8), date(2026, 1, 8)),
        ("25 dec", date(2026, 12, 25), date(2025, 12, 25)),
    ],
)
def test_a_missing_year_is_the_nearest_sensible_one(typed: str, future: date, past: date) -> None:
    assert read_day(typed, TODAY) == future
    assert read_day(typed, TODAY, near="past") == past


def test_in_january_a_december_day_was_last_month() -> None:
    assert read_day("20 dec", date(2026, 1, 5)) == date(2025, 12, 20)


def test_two_figure_years() -> None:
    assert read_day("1/2/95", TODAY) == date(1995, 2, 1)
    assert read_day("1/2/08", TODAY) == date(2008, 2, 1)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31 feb", "February 2026 has no 31st day. Type the date like this: 10 March 2026."),
        ("29/2/2027", "February 2027 has no 29th day. Type the date like this: 10 March 2026."),
        ("0 march", "March 2026 has no 0th day. Type the date like this: 10 March 2026."),
        ("Monday 10 March 2026", "10 March 2026 is a Tuesday, not a Monday."),
        ("fri 10/3", "10 March 2026 is a Tuesday, not a Friday."),
        ("3/13/2026", "There is no month 13. Type the day first, like this: 10 March 2026."),
        ("March", "Which day in March? Type the date like this: 10 March 2026."),
        ("march 2026", "Which day in March? Type the date like this: 10 March 2026."),
        ("10", "We need the day, the month and the year. Type it like this: 10 March 2026."),
        ("1 jan 1889", "1889 cannot be right here. Type a year from 1990 to 2100."),
        ("1/1/2101", "2101 cannot be right here. Type a year from 1990 to 2100."),
        ("10 Febuary", "We do not know the word “febuary”. Did you mean February?"),
        ("", "Please type a date, for example 10 March 2026."),
        ("Soon I hope", "We cannot read “Soon I hope” as a date. Type the date like this: 10 March 2026."),
        ("x" * 5000, "That is too long for a date. Type it like this: 10 March 2026."),
    ],
)
def test_what_is_no_date_gets_a_sentence_that_helps(typed: str, sentence: str) -> None:
    with pytest.raises(NotADate) as refused:
        read_day(typed, TODAY)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    "typed",
    [
        *("10 11 march", "10 or 11 march", "10 march 26th", "10 march april", "10_march", "10 march 026"),
        *("10 march 2026 2pm", "10//3", "10/3/2", "10/3/026", "100 march", "10032026", "next year", "-", "٣"),
        *("10 mar 2026 2027", "next", "tuesday wednesday", "1.5.", "\x00", "2026-13-01", "ma 3", "10 m"),
    ],
)
def test_nothing_is_guessed(typed: str) -> None:
    with pytest.raises(NotADate):
        read_day(typed, TODAY)


TYPED = st.text() | st.text(alphabet="0123456789 /-.marchtuedstnlxof,", max_size=20)


@given(TYPED, st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(["future", "past"]))
def test_any_text_is_a_date_in_range_or_refused(text: str, today: date, near: str) -> None:
    with suppress(NotADate):
        day = read_day(text, today, near="past" if near == "past" else "future")
        assert 1989 <= day.year <= 2101


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_what_we_say_can_be_typed_back(day: date, today: date) -> None:
    assert read_day(say_day(day), today) == day
    assert read_day(say_short(day, with_year=True), today) == day
    assert read_day(day.isoformat(), today) == day
    assert read_day(f"{day.day}/{day.month}/{day.year}", today) == day


def test_days_are_said_in_full_or_short() -> None:
    assert say_day(TENTH) == "Tuesday 10 March 2026"
    assert say_short(TENTH) == "10 March"
    assert say_short(TENTH, with_year=True) == "10 March 2026"
    assert say_span(date(2025, 10, 27), date(2025, 10, 31)) == "27 to 31 October"
    assert say_span(date(2025, 10, 27), date(2025, 11, 2)) == "27 October to 2 November"
    assert say_span(date(2025, 12, 22), date(2026, 1, 2), True) == "22 December 2025 to 2 January 2026"
    assert say_span(date(2025, 10, 27), date(2025, 11, 2), True) == "27 October to 2 November 2025"
    assert say_span(TENTH, TENTH) == "10 March"


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        *(("2pm", 14, 0), ("2", 14, 0), ("2.30", 14, 30), ("2:30 p.m.", 14, 30), ("14:00", 14, 0)),
        *(
            ("1400", 14, 0),
            ("9", 9, 0),
            ("0930", 9, 30),
            ("9 30am", 9, 30),
            ("12", 12, 0),
            ("12.15pm", 12, 15),
        ),
        *(("6", 18, 0), ("7", 7, 0), ("6am", 6, 0), ("12am", 0, 0), ("noon", 12, 0), ("midnight", 0, 0)),
        *(
            ("half past 2", 14, 30),
            ("half two", 14, 30),
            ("quarter to three", 14, 45),
            ("quarter to 1", 12, 45),
            ("quarter past 9 am", 9, 15),
            ("2 o'clock", 14, 0),
        ),
        *(("14:00pm", 14, 0), ("00:30", 0, 30)),
    ],
)
def test_the_ways_people_type_a_time(typed: str, hour: int, minute: int) -> None:
    assert read_time(typed) == time(hour, minute)


@pytest.mark.parametrize(
    "typed", ["", "25:00", "9.5", "10:60", "14am", "0pm", "after school", "2-3pm", "12345"]
)
def test_what_is_no_time_gets_a_sentence_that_helps(typed: str) -> None:
    with pytest.raises(NotATime, match=r"2\.30pm\.$"):
        read_time(typed)


@given(st.times(timezones=st.none()).map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_time_we_say_can_be_typed_back(at: time) -> None:
    assert read_time(say_time(at)) == at


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_refused(text: str) -> None:
    with suppress(NotATime):
        assert isinstance(read_time(text), time)
