"""Dates and times as carers type them: read exactly, or refused with a sentence that helps."""

import pickle
from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.errors import NotADate, NotATime
from carer_app.rough_days import earliest, from_written, latest, written
from carer_app.spoken_days import said_of_term
from carer_app.typed_dates import read_day, read_time, say_day, say_short, say_span, say_time, say_when

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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tmrw", date(2026, 3, 11)),
        ("the day after tomorrow", date(2026, 3, 12)),
        ("a year ago", date(2025, 3, 10)),
        ("3 weeks ago", date(2026, 2, 17)),
        ("three weeks ago", date(2026, 2, 17)),
        ("a fortnight ago", date(2026, 2, 24)),
        ("2 months ago", date(2026, 1, 10)),
        ("in two weeks", date(2026, 3, 24)),
        ("in 3 weeks’ time", date(2026, 3, 31)),
        ("two weeks today", date(2026, 3, 24)),
        ("a week tomorrow", date(2026, 3, 18)),
        ("a week on Friday", date(2026, 3, 20)),
        ("Friday week", date(2026, 3, 20)),
        ("on Friday", date(2026, 3, 13)),
        ("25102024", date(2024, 10, 25)),
        ("20241025", date(2024, 10, 25)),
        ("Christmas 2024", date(2024, 12, 25)),
        ("Boxing Day 2025", date(2025, 12, 26)),
        ("New Year’s Day", date(2027, 1, 1)),
        ("3 September 2026 (Thursday)", date(2026, 9, 3)),
        ("3 September 2026, Thursday", date(2026, 9, 3)),
        ("(Thursday) 3 September 2026", date(2026, 9, 3)),
        ("10/3/26 Tues.", TENTH),
    ],
)
def test_days_as_they_are_spoken(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("the end of March", date(2026, 3, 31)),
        ("by the end of june", date(2026, 6, 30)),
        ("end of Feb", date(2027, 2, 28)),
        ("by the end of May 2027.", date(2027, 5, 31)),
    ],
)
def test_the_end_of_a_month_is_its_last_day_where_something_is_due(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant
    with pytest.raises(NotADate):
        read_day(typed, TODAY, "past")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *(
            (each, "term")
            for each in ("End of term", "by the end of term", "the end of this term.", "term end")
        ),
        *(("the last day of term", "term"), ("by half term", "half_term"), ("half-term", "half_term")),
        *(("end of the summer term", "summer"), ("end of the school year", "summer")),
        *(
            (each, None)
            for each in ("end of next term", "term time", "in terms of", "end of half term", "March")
        ),
    ],
)
def test_which_end_of_term_is_meant_is_known_only_where_it_is_clear(typed: str, said: str | None) -> None:
    assert said_of_term(typed) == said
    if said is not None:
        with pytest.raises(NotADate, match="Each school’s term ends on another day"):
            read_day(typed, TODAY)


@pytest.mark.parametrize(
    "typed", ["", "soon", "31 feb", "March", "10", "1/13/2027", "end of term", "x" * 200]
)
def test_the_day_to_type_one_like_is_never_a_day_that_has_been(typed: str) -> None:
    today = date(2027, 6, 9)
    for near in ("future", "past"):
        with pytest.raises(NotADate, match="9 June 2027"):
            read_day(typed, today, near)


def test_a_month_ago_at_the_end_of_a_month_is_that_months_end() -> None:
    assert read_day("a month ago", date(2026, 3, 31)) == date(2026, 2, 28)
    assert read_day("a year ago", date(2024, 2, 29)) == date(2023, 2, 28)


@pytest.mark.parametrize("mark", "\u200b\u200e\u200f\u202a\u2060\u2066\ufeff\u00ad\u061c\ufe0f")
def test_marks_that_nobody_sees_come_along_with_pasted_dates(mark: str) -> None:
    assert read_day(f"{mark}10{mark} Mar{mark}ch 2026{mark}", TODAY) == TENTH
    assert read_time(f"{mark}2.30{mark}pm") == time(14, 30)


@pytest.mark.parametrize("typed", ["Friday 3 September 2026", "3 September 2026 (Friday)"])
def test_a_weekday_that_does_not_fit_is_told_wherever_it_stands(typed: str) -> None:
    with pytest.raises(NotADate, match="3 September 2026 is a Thursday, not a Friday"):
        read_day(typed, TODAY)


@pytest.mark.parametrize("typed", ["Thursday Thursday 3", "Thursday or Friday", "not Thursday but May"])
def test_nobody_is_asked_whether_they_meant_the_very_word_they_typed(typed: str) -> None:
    with pytest.raises(NotADate) as refused:
        read_day(typed, TODAY)
    assert "Did you mean Thursday" not in str(refused.value)


@pytest.mark.parametrize("typed", ["tomorrow 2pm", "tomorrow at 14:00", "tomorrow, 2.30 p.m."])
def test_a_time_beside_the_day_is_never_dropped_in_silence(typed: str) -> None:
    with pytest.raises(NotADate, match="without the time: tomorrow"):
        read_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        ("June 2023", "2023-06-01 month", "June 2023"),
        ("in June 2023", "2023-06-01 month", "June 2023"),
        ("about a week ago", "2026-03-03 about", "about 3 March 2026"),
        ("a fortnight ago", "2026-02-24 about", "about 24 February 2026"),
        ("2 months ago", "2026-01-10 about", "about 10 January 2026"),
        ("about 3 March", "2026-03-03 about", "about 3 March 2026"),
        ("Christmas", "2025-12-25 about", "about 25 December 2025"),
        ("start of September", "2025-09-01 start", "early September 2025"),
        ("the beginning of March", "2026-03-01 start", "early March 2026"),
        ("mid-January", "2026-01-15 middle", "the middle of January 2026"),
        ("end of February", "2026-02-28 end", "late February 2026"),
        ("end of March", "2026-03-10 about", "about 10 March 2026"),
        ("early Nov 2024", "2024-11-01 start", "early November 2024"),
        ("late May 2024", "2024-05-31 end", "late May 2024"),
        ("last week", "2026-03-03 about", "about 3 March 2026"),
        ("this week", "2026-03-10 about", "about 10 March 2026"),
        ("last month", "2026-02-01 month", "February 2026"),
        ("last year", "2025-01-01 year", "2025"),
        ("2024", "2024-01-01 year", "2024"),
    ],
)
def test_roughly_is_taken_where_that_is_good_enough_and_kept_and_said_as_it_was_typed(
    typed: str, kept: str, said: str
) -> None:
    day = read_day(typed, TODAY, "past", about=True)
    assert (written(day), say_day(day), say_short(day)) == (kept, said, said)
    assert from_written(kept) == day == read_day(said, TODAY, "past", about=True)
    assert from_written(kept[:10]) != day, "the same day known exactly is another thing to know"
    assert pickle.loads(pickle.dumps(day)) == day  # noqa: S301 - made here
    assert earliest(day) <= date.fromisoformat(kept[:10]) <= latest(day)


@pytest.mark.parametrize(
    "typed", ["June 2023", "about a week ago", "last year", "2024", "mid-January", "about 3 March"]
)
def test_what_is_rough_is_taken_nowhere_else(typed: str) -> None:
    with pytest.raises(NotADate):
        read_day(typed, TODAY, "past")


@pytest.mark.parametrize("typed", ["10 March 2026", "Friday", "3 days ago", "yesterday", "Boxing Day"])
def test_what_is_exact_is_not_rough(typed: str) -> None:
    assert type(read_day(typed, TODAY, "past", about=True)) is date


def test_how_far_a_rough_day_reaches_and_how_it_stands_in_a_sentence() -> None:
    june, about, year = (
        read_day(each, TODAY, "past", about=True) for each in ("June 2025", "about 3 March", "2024")
    )
    assert (earliest(june), latest(june)) == (date(2025, 6, 1), date(2025, 6, 30))
    assert (earliest(about), latest(about)) == (date(2026, 2, 17), date(2026, 3, 17))
    assert (earliest(year), latest(year)) == (date(2024, 1, 1), date(2024, 12, 31))
    assert earliest(TENTH) == latest(TENTH) == TENTH
    assert [say_when(each) for each in (june, about, TENTH)] == [
        "in June 2025",
        "on about 3 March 2026",
        "on 10 March",
    ]
    assert min(june, TENTH) is june, "it still counts as a day"


@pytest.mark.parametrize(
    "text", ["", "never", "20250601", "2025-06-01 ", "2025-06-01 sometime", "2025-13-01 month"]
)
def test_a_day_that_is_never_written_so_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_written(text)


@given(st.text(max_size=40), st.booleans())
def test_whatever_is_typed_is_a_day_between_1990_and_2100_or_a_sentence(typed: str, about: bool) -> None:
    with suppress(NotADate):
        assert 1990 <= read_day(typed, TODAY, "past", about).year <= 2100


WORDS = (
    *(
        "a",
        "an",
        "3",
        "999",
        "12",
        "weeks",
        "week",
        "day",
        "months",
        "years",
        "ago",
        "in",
        "two",
        "time",
        "today",
    ),
    *(
        "tomorrow",
        "on",
        "Friday",
        "christmas",
        "new",
        "year’s",
        "eve",
        "end",
        "of",
        "June",
        "9999",
        "about",
        "mid-",
    ),
)


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.booleans())
def test_any_order_of_our_words_is_a_day_or_a_sentence(typed: str, about: bool) -> None:
    with suppress(NotADate):
        assert 1990 <= read_day(typed, TODAY, "future", about).year <= 2100


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
        *("10 march 2026 2pm", "10//3", "10/3/2", "10/3/026", "100 march", "100326", "next year", "-", "٣"),
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
