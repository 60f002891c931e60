"""Where an entry of a school's calendar tips over: the hour, the length, the day of the year that make it a day off."""

from datetime import date, timedelta

import pytest

from carer_app.imports.calendar_event import SchoolEvent
from carer_app.imports.calendar_judging import judged_of, matters
from carer_app.imports.term_calendar import read_calendar
from carer_app.imports.term_reading import DayInText, TermReading
from tests.imports.calendar_files import calendar, day

TERM = (day("Term starts", date(2025, 9, 2)), day("Term ends", date(2025, 12, 19)))
AFTER_SCHOOL = "It is after school, so it closes no day."
PART = "It takes only part of the day. Ask whether school is shut all day."


def read(*events: str) -> TermReading:
    return read_calendar(calendar(*TERM, *events))


def told(reading: TermReading, title: str) -> DayInText:
    (found,) = (each for each in reading.account if each.line.startswith(title))
    return found


@pytest.mark.parametrize(
    ("hours", "reason"),
    [
        ("0000-0000", ""),
        ("0559-0800", ""),  # a day that a program wrote by another clock
        ("0600-0800", PART),
        ("0900-0900", ""),
        ("1000-1400", ""),
        ("1001-1400", PART),
        ("1000-1359", PART),
        ("1429-1600", PART),
        ("1430-1600", AFTER_SCHOOL),
    ],
)
def test_training_takes_the_day_that_it_fills_and_no_other(hours: str, reason: str) -> None:
    begins, ends = hours.split("-")
    reading = read(f"SUMMARY:INSET day\nDTSTART:20250918T{begins}00\nDTEND:20250918T{ends}00")
    assert told(reading, "INSET").reason == reason
    assert reading.inset_days == ([] if reason else [date(2025, 9, 18)])
    assert reading.twilight == (reason == AFTER_SCHOOL)


@pytest.mark.parametrize(
    ("on", "fate"),
    [
        (date(2025, 8, 14), "left_out"),
        (date(2025, 8, 15), "handed_back"),
        (date(2025, 9, 1), "handed_back"),
        (date(2025, 9, 14), "handed_back"),
        (date(2025, 9, 15), "left_out"),
        (date(2026, 1, 5), "left_out"),
    ],
)
def test_a_beginning_of_some_is_handed_back_while_a_school_year_begins(on: date, fate: str) -> None:
    found = judged_of(SchoolEvent("Year 7 start school", on, on))
    assert (found.fate, found.reason) == (fate, "It is about some of the children.")


@pytest.mark.parametrize(
    ("title", "days", "plain"),
    [
        ("Staff training", 14, [f"INSET day: {n} September 2025" for n in (8, 9, 10, 11, 12, 15, 16, 17, 18, 19)]),
        ("Staff training", 15, []),
        ("INSET day", 1, ["INSET day: 8 September 2025"]),
        ("Summer term", 15, ["Term: 8 September 2025 to 22 September 2025"]),
        ("Summer term", 14, []),
        ("Autumn term begins", 14, ["School opens: 8 September 2025"]),
        ("Autumn term begins", 15, ["Term: 8 September 2025 to 22 September 2025"]),
        ("Autumn term ends", 14, ["School closes: 21 September 2025"]),
        ("Christmas holiday begins", 1, ["Holiday begins: 8 September 2025"]),
        ("Half term", 1, []),
        ("Half term", 2, ["Half term: 8 September 2025 to 9 September 2025"]),
        ("School closed", 1, ["School closed: 8 September 2025"]),
        ("School closed", 2, ["Holiday: 8 September 2025 to 9 September 2025"]),
        ("Christmas holiday", 2, ["Holiday: 8 September 2025 to 9 September 2025"]),
        ("Bank holiday", 1, []),
    ],
)  # fmt: skip
def test_how_long_an_entry_lasts_tells_what_it_means(title: str, days: int, plain: list[str]) -> None:
    first = date(2025, 9, 8)
    found = judged_of(SchoolEvent(title, first, first + timedelta(days=days - 1)))
    assert [each.partition(": ")[0] + ": " + _without_weekdays(each) for each in found.plain] == plain
    assert bool(found.reason) == (not plain)


def _without_weekdays(line: str) -> str:
    said = line.partition(": ")[2].split(" to ")
    return " to ".join(" ".join(each.split()[-3:]) for each in said)


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        (1, "It is one day. We cannot tell whether a holiday begins or ends with it."),
        (13, "It is too short for a term. We cannot tell what begins or ends with it."),
    ],
)
def test_a_term_that_is_none_is_handed_back_with_its_true_reason(days: int, reason: str) -> None:
    first = date(2025, 9, 8)
    found = judged_of(SchoolEvent("Summer term", first, first + timedelta(days=days - 1)))
    assert (found.fate, found.reason) == ("handed_back", reason)


@pytest.mark.parametrize(
    "title",
    [
        *("Half term", "Autumn term", "Christmas holiday", "INSET day", "School closed"),
        "Polling day: school open",
    ],
)
def test_a_repeat_is_laid_out_where_its_title_may_move_a_day(title: str) -> None:
    assert matters(title)
    assert not matters("School photographs")
