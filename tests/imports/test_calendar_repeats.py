"""Which repeats of a calendar's event are laid out, and which are handed back: one that never comes is none of them."""

from datetime import date

import pytest

from carer_app.imports import calendar_groups, calendar_text
from carer_app.imports.calendar_event import BadCalendar
from carer_app.imports.calendar_events import events_in
from tests.imports.calendar_files import calendar, day
from tests.imports.test_calendar_events import said


def repeated(rule: str, first: date = date(2025, 9, 5), more: str = "") -> tuple[list[str], set[str]]:
    """The days of an INSET day that repeats so, and what is wrong with it."""
    found = events_in(calendar(f"UID:a\n{day('INSET day', first)}\nRRULE:{rule}{more}"))
    return [said(each) for each in found if not each.trouble], {each.trouble for each in found} - {""}


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;INTERVAL=2;COUNT=3", ["5 Sep", "7 Sep", "9 Sep"]),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3", ["5 Sep", "19 Sep", "3 Oct"]),
        ("FREQ=WEEKLY;BYMONTH=9,11;COUNT=5", ["5 Sep", "12 Sep", "19 Sep", "26 Sep", "7 Nov"]),
        ("FREQ=WEEKLY;WKST=SU;COUNT=2", ["5 Sep", "12 Sep"]),
        ("FREQ=MONTHLY;BYMONTH=9,11;COUNT=2", ["5 Sep", "5 Nov"]),
        ("FREQ=MONTHLY;INTERVAL=120;COUNT=1", ["5 Sep"]),
        ("FREQ=MONTHLY;BYDAY=4FR;COUNT=2", ["5 Sep", "26 Sep", "24 Oct"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["5 Sep", "26 Sep", "31 Oct"]),
        ("FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=1;COUNT=3", ["5 Sep", "3 Oct", "3 Nov", "1 Dec"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", ["5 Sep", "30 Sep", "31 Oct"]),
        ("FREQ=YEARLY;BYMONTH=9;BYDAY=1FR;COUNT=2", ["5 Sep", "4 Sep"]),
        ("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=5;COUNT=2", ["5 Sep", "5 Sep"]),
        ("FREQ=YEARLY;INTERVAL=2;COUNT=2", ["5 Sep", "5 Sep"]),
    ],
)
def test_a_rule_that_comes_round_for_certain_gives_its_days(rule: str, days: list[str]) -> None:
    assert repeated(rule) == (days, set())


@pytest.mark.parametrize("number", [*range(-31, 0), *range(1, 32)])
def test_a_day_of_the_month_is_read_where_every_month_has_it(number: int) -> None:
    days, trouble = repeated(f"FREQ=MONTHLY;BYMONTHDAY={number};COUNT=2")
    assert trouble == (set() if abs(number) <= 28 else {"repeat"})
    assert (f"{number} Oct" if number > 0 else f"{32 + number} Oct") in days or (trouble or number == 5)


@pytest.mark.parametrize(
    "rule",
    [
        *("COUNT=2", "FREQ=HOURLY;COUNT=2", "FREQ=DAILY;BYHOUR=9;COUNT=2", "FREQ=DAILY;FREQ=DAILY;COUNT=2"),
        *("FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=2;UNTIL=20250919", "FREQ=DAILY;COUNT=two", "FREQ=DAILY;COUNT="),
        *("FREQ=DAILY;INTERVAL=0;COUNT=2", "FREQ=DAILY;INTERVAL=121;COUNT=2", "FREQ=DAILY;INTERVAL=2;BYDAY=FR;COUNT=3"),
        *("FREQ=DAILY;INTERVAL=2;BYMONTH=9;COUNT=3", "FREQ=WEEKLY;INTERVAL=2;BYMONTH=9;COUNT=3"),
        *("FREQ=WEEKLY;BYDAY=XX;COUNT=2", "FREQ=WEEKLY;BYDAY=1FR;COUNT=2", "FREQ=WEEKLY;BYMONTHDAY=5;COUNT=2"),
        *("FREQ=WEEKLY;WKST=XX;COUNT=2", "FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1;COUNT=2"),
        *("FREQ=MONTHLY;BYMONTH=0;COUNT=2", "FREQ=MONTHLY;BYMONTH=13;COUNT=2", "FREQ=MONTHLY;BYDAY=XX;COUNT=2"),
        *("FREQ=MONTHLY;BYDAY=0FR;COUNT=2", "FREQ=MONTHLY;BYDAY=5FR;COUNT=2", "FREQ=MONTHLY;BYDAY=-5FR;COUNT=2"),
        *("FREQ=MONTHLY;BYDAY=10FR;COUNT=2", "FREQ=MONTHLY;BYSETPOS=1;COUNT=2"),
        "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=5;COUNT=2",
        *("FREQ=MONTHLY;BYDAY=1FR;BYSETPOS=1;COUNT=2", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2"),
        *("FREQ=MONTHLY;INTERVAL=2;BYMONTH=9;COUNT=2", "FREQ=YEARLY;BYDAY=1FR;COUNT=2"),
        "FREQ=YEARLY;BYMONTHDAY=5;COUNT=2",
    ],
)  # fmt: skip
def test_a_rule_that_may_never_come_round_is_handed_back_whole(rule: str) -> None:
    assert repeated(rule) == ([], {"repeat"})


@pytest.mark.parametrize(("first", "comes"), [(date(2025, 1, 28), True), (date(2025, 1, 29), False)])
def test_a_late_day_repeats_in_february_only_where_every_february_has_it(first: date, comes: bool) -> None:
    days, trouble = repeated("FREQ=YEARLY;BYMONTH=2;COUNT=2", first)
    assert (bool(days), trouble) == (comes, set() if comes else {"repeat"})
    assert repeated("FREQ=YEARLY;BYMONTH=1;COUNT=2", first)[1] == set()


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=YEARLY", "FREQ=YEARLY;COUNT=401"),
        *("FREQ=YEARLY;UNTIL=99991231T235959Z", "FREQ=YEARLY;UNTIL=9999-12-31"),
    ],
)
def test_a_repeat_without_an_end_is_read_so_far_and_said_to_go_on(rule: str) -> None:
    assert repeated(rule) == (["5 Sep"], {"endless"})


def test_four_hundred_days_of_one_event_are_read_and_no_more() -> None:
    assert len(repeated("FREQ=DAILY;COUNT=400")[0]) == 400
    days, trouble = repeated("FREQ=DAILY;COUNT=400", more="\nRDATE;VALUE=DATE:20270101")
    assert (len(days), trouble) == (400, {"endless"})


def test_as_many_repeats_and_events_as_a_file_may_hold_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_groups, "MOST_SERIES", 2)
    monkeypatch.setattr(calendar_text, "MOST_EVENTS", 3)
    events = [
        f"UID:{n}\n{day(f'INSET day {n}', date(2025, 9, n))}\nRRULE:FREQ=WEEKLY;COUNT=2" for n in (1, 2, 3)
    ]
    assert [each.trouble for each in events_in(calendar(*events[:2]))] == [""] * 4
    assert sorted(each.trouble for each in events_in(calendar(*events))) == [*[""] * 4, "too_often"]
    with pytest.raises(BadCalendar):
        events_in(calendar(*events, day("Half term", date(2025, 10, 27))))


@pytest.mark.parametrize(("year", "comes"), [(1989, False), (1990, True), (2100, True), (2101, False)])
def test_a_year_that_no_school_calendar_has_is_a_day_that_cannot_be_read(year: int, comes: bool) -> None:
    (found,) = events_in(calendar(day("INSET day", date(year, 9, 5))))
    assert (found.trouble == "", found.first is not None) == (comes, comes)
