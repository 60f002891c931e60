"""An everyday event beside, above or below a day is no day off, whatever list of days off stands above it."""

from datetime import date
from pathlib import Path

import pytest

from carer_app.imports.term_dates import read_pasted

TABLE = """Term dates 2026/27
Autumn term: Wednesday 2 September - Friday 18 December 2026
Half term: Monday 26 - Friday 30 October 2026
Spring term: Monday 4 January - Thursday 25 March 2027
Half term: Monday 15 - Friday 19 February 2027
Summer term: Monday 12 April - Wednesday 21 July 2027
Half term: Monday 31 May - Friday 4 June 2027
"""
IN_LINE = "{} days: Wednesday 2 September 2026, Monday 4 January 2027\n"
ON_LINES = "{} days\nWednesday 2 September 2026\nMonday 4 January 2027\n"
TRAINING = [date(2026, 9, 2), date(2027, 1, 4)]
DAY = "Friday 25 June 2027"
EVENTS = [
    line
    for line in (Path(__file__).parent / "everyday_events.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
MORE = [
    *("Flu vaccinations", "Individual photos", "Christmas Fair", "Parents' Evening", "Rock Steady"),
    *("Sports day", "flu spray", "Nativity", "Red Nose Day", "Open evening", "leavers' barbecue"),
]
FORMS = {
    "beside": IN_LINE.format("INSET") + DAY + " {}",
    "dash": IN_LINE.format("INSET") + DAY + " - {}",
    "blank line": IN_LINE.format("INSET") + "\n" + DAY + " - {}",
    "training, colon": IN_LINE.format("Training") + DAY + ": {}",
    "closed": IN_LINE.format("Closed") + DAY + " - {}",
    "event first": IN_LINE.format("INSET") + "{}: " + DAY,
    "line above": IN_LINE.format("INSET") + "{}\n" + DAY,
    "cells": "INSET | Wednesday 2 September 2026\nINSET | Monday 4 January 2027\n{} | " + DAY,
    "cells, day first": "INSET | Wednesday 2 September 2026\nINSET | Monday 4 January 2027\n" + DAY + " | {}",
    "below a heading": ON_LINES.format("INSET") + DAY + " {}",
    "below a heading, dash": ON_LINES.format("Training") + DAY + " - {}",
}


def days_off(more: str) -> list[date]:
    reading = read_pasted(TABLE + more)
    return sorted({*reading.inset_days, *reading.closed_days})


@pytest.mark.parametrize("form", FORMS)
def test_an_everyday_event_below_a_list_of_days_off_is_none_of_them(form: str) -> None:
    start = list(FORMS).index(form) % 4  # every event in two of the eleven forms at least
    events = [*EVENTS, *MORE][start::4]
    wrong = [event for event in events if days_off(FORMS[form].format(event)) != TRAINING]
    assert not wrong


@pytest.mark.parametrize("form", ["line above", "cells", "below a heading"])
def test_details_that_are_to_follow_make_no_list_of_an_event(form: str) -> None:
    """The lists above go round: each event comes in two or three forms, and these stood in another one before."""
    titles = [f"{title} – {more}" for title in ("Film night", "PTFA movie night", "Dance training", "Sports day")
              for more in ("details to follow", "details TBC", "times to be confirmed")]  # fmt: skip
    assert [each for each in titles if days_off(FORMS[form].format(each)) != TRAINING] == []


HOURS = """Autumn term starts Wednesday 2 September 2026
Half term Monday 26 October to Friday 30 October 2026
Christmas holiday: {}
Half term Monday 15 February to Friday 19 February 2027
Easter holiday: Friday 26 March to Friday 9 April 2027
Half term Monday 31 May to Friday 4 June 2027
Summer term ends Wednesday 21 July 2027
"""


@pytest.mark.parametrize(
    "written",
    [
        "12 noon Friday 18th December to 8.30am Tuesday 5th January",
        "2pm Friday 18th December to 8.45am Tuesday 5th January",
        "2pm on Friday 18 December until 8.45am on Tuesday 5 January",
        "Friday 18th December (2pm) to Tuesday 5th January (8.45am)",
        "Friday 18 December, 2.00pm - Tuesday 5 January, 8.45am",
    ],
)
def test_the_hour_before_the_last_day_of_a_holiday_is_when_school_begins(written: str) -> None:
    periods = read_pasted(HOURS.format(written)).periods
    assert (periods[1][1], periods[2][0]) == (date(2026, 12, 18), date(2027, 1, 5))


@pytest.mark.parametrize(
    "written",
    [
        "Christmas (from 15.40) | Friday 18 December to Monday 4 January",
        "Christmas holiday, 3.40pm: Friday 18 December to Monday 4 January",
        "Christmas holiday (after school) | Friday 18 December | Monday 4 January",
        "Christmas holiday from 15:40\nFriday 18 December to Monday 4 January",
    ],
)
def test_the_hour_in_the_label_of_a_holiday_leaves_its_first_day_to_the_children(written: str) -> None:
    page = HOURS.replace("Christmas holiday: {}", "{}").format(written)
    assert read_pasted(page).periods[1][1] == date(2026, 12, 18)


def test_midnight_at_the_end_of_a_holiday_is_no_hour() -> None:
    periods = read_pasted(HOURS.format("Monday 21 December 2026 - Mon 4th January, 12:00 am")).periods
    assert periods[2][0] == date(2027, 1, 5)


WITH_POINTS = """Term dates 2026/2027
Autumn 1: 02.09 - 23.10
Autumn 2: 02.11 - 18.12
Spring 1: 04.01 - 12.02
Spring 2: 22.02 - 25.03
Summer 1: 12.04 - 28.05
Summer 2: 07.06 - 21.07 {}
INSET 02.09 {}
"""


@pytest.mark.parametrize(
    ("of_summer", "of_training"),
    [
        *(("(close at 13.30)", ""), ("", "school day 08.40 - 15.15"), ("", "(9.00 - 3.30)")),
        *(("(ends 13.30)", "(9.00 - 3.30)"), ("", "lunch 12.05 - 13.05"), ("", "school day 08.40 - 15.12")),
    ],
)
def test_an_hour_with_a_point_takes_no_day_of_its_line_away(of_summer: str, of_training: str) -> None:
    reading = read_pasted(WITH_POINTS.format(of_summer, of_training))
    assert reading.periods[-1] == (date(2027, 6, 7), date(2027, 7, 21))
    assert reading.inset_days == [date(2026, 9, 2)]
    assert reading.closed_days == []


@pytest.mark.parametrize("event", [*MORE, "Football training", "Book fair opens", "Fire drill"])
def test_an_event_on_the_line_below_a_day_says_what_the_day_is(event: str) -> None:
    reading = read_pasted(f"{TABLE}{IN_LINE.format('INSET')}{DAY}\n{event}")
    assert reading.inset_days == TRAINING
    assert reading.account[-1].fate == "handed_back"


@pytest.mark.parametrize(
    "day",
    [
        *(
            DAY,
            f"{DAY} - staff training",
            f"{DAY} (no children in school)",
            f"{DAY} - school closed to pupils",
        ),
        *(f"{DAY}, plus one to be confirmed", f"{DAY} and two more days TBC", f"{DAY} and others TBC"),
        *(f"{DAY} (trust wide training day)", f"{DAY}\nTerm dates 2027/28", f"{DAY}\n\nContact the office"),
    ],
)
@pytest.mark.parametrize("above", [IN_LINE, ON_LINES])
def test_a_further_training_day_below_the_list_still_is_one(above: str, day: str) -> None:
    assert days_off(above.format("INSET") + day) == [*TRAINING, date(2027, 6, 25)]


IN_BRACKETS = """Term dates 2026/2027
Autumn 1 | Tuesday 1 September - Friday 23 October (Tuesday 1 September 2026 - INSET) (Friday 23 October 2026 - INSET)
Autumn 2 | Monday 2 November - Friday 18 December (Friday 6 & Monday 9 November 2026 - INSET)
"""


def test_a_bracket_with_a_day_of_its_own_line_takes_it_for_training_and_two_days_with_an_and_are_two() -> (
    None
):
    reading = read_pasted(IN_BRACKETS)
    days = [(2026, 9, 1), (2026, 10, 23), (2026, 11, 6), (2026, 11, 9)]
    assert reading.inset_days == [date(*day) for day in days]
    assert reading.periods == [
        (date(2026, 9, 1), date(2026, 10, 23)),
        (date(2026, 11, 2), date(2026, 12, 18)),
    ]
