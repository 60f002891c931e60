"""Calendar files made to hang, fill or fool the program: each ends, with a reading or a sentence."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from carer_app.errors import DocumentRefused
from carer_app.imports.calendar_events import events_in
from carer_app.imports.calendar_groups import MOST_REPEATS, MOST_SERIES
from carer_app.imports.calendar_repeats import MOST_OF_ONE
from carer_app.imports.term_calendar import read_calendar, read_calendar_apart
from tests.imports.calendar_files import calendar, day

INSET = f"UID:a\n{day('INSET day', date(2025, 9, 1))}"
GOOD = (day("Term starts", date(2025, 9, 2)), day("Term ends", date(2025, 12, 19)))
NEVER = (
    "FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=3", "FREQ=HOURLY;INTERVAL=9", "FREQ=MOON", "", "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;INTERVAL=99999999999", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2", "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
    "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=13", "FREQ=DAILY;BYSETPOS=5", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300",
    "FREQ=YEARLY;BYEASTER=1", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-4", "FREQ=DAILY;COUNT=3;UNTIL=20251231",
    "FREQ=DAILY;UNTIL=never", "FREQ=DAILY;UNTIL=20200101", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;FREQ=WEEKLY",
    "FREQ=DAILY;COUNT=" + "9" * 5_000, "FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 5_000),
)  # fmt: skip
ENDLESS = ("FREQ=DAILY", "FREQ=DAILY;COUNT=99999999", "FREQ=WEEKLY;UNTIL=99991231", "FREQ=WEEKLY;BYDAY=MO,TU")


@pytest.mark.parametrize("rule", NEVER)
def test_a_repeat_that_is_not_surely_read_is_handed_back(rule: str) -> None:
    reading = read_calendar(calendar(*GOOD, f"{INSET}\nRRULE:{rule}"))
    assert reading.inset_days == []
    (told,) = (each for each in reading.account if each.line.startswith("INSET"))
    assert told.fate == "handed_back"
    assert reading.periods


@pytest.mark.parametrize("rule", ENDLESS)
def test_a_repeat_without_an_end_is_read_for_a_while_and_says_so(rule: str) -> None:
    found = events_in(calendar(*GOOD, f"{INSET}\nRRULE:{rule}"))
    on_days = [each for each in found if each.title == "INSET day" and not each.trouble]
    assert 1 < len(on_days) <= MOST_OF_ONE
    assert [each.trouble for each in found if each.trouble] == ["endless"]


def test_an_endless_repeat_is_read_to_the_end_of_the_last_school_year_in_the_file() -> None:
    found = events_in(calendar(*GOOD, f"{INSET}\nRRULE:FREQ=WEEKLY"))
    assert max(each.first for each in found if each.first) == date(2026, 8, 31)


def test_a_repeat_that_began_long_ago_is_still_on_this_year() -> None:
    old = f"UID:b\n{day('INSET day', date(2001, 9, 3))}\nRRULE:FREQ=WEEKLY"
    assert date(2025, 9, 1) in {each.first for each in events_in(calendar(*GOOD, old))}


def test_endless_lists_of_days_cost_their_event_alone() -> None:
    days = ",".join(f"{date(2025, 9, 1) + timedelta(days=n):%Y%m%d}" for n in range(3_000))
    for name in ("RDATE", "EXDATE"):
        reading = read_calendar(calendar(*GOOD, f"{INSET}\nRRULE:FREQ=DAILY;COUNT=2\n{name}:{days}"))
        assert "INSET day: 1 September 2025" in reading.not_understood
        assert reading.periods
    long = ",".join(["20250901"] * 100_000)
    reading = read_calendar(calendar(*GOOD, f"{INSET}\nRDATE:{long}"))
    assert [each.fate for each in reading.account if each.line.startswith("INSET")] == ["handed_back"]


def test_thousands_of_repeats_are_read_up_to_a_bound() -> None:
    many = [f"UID:{n}\n{day(f'INSET day {n}', date(2025, 9, 1))}\nRRULE:FREQ=DAILY" for n in range(800)]
    found = events_in(calendar(*many))
    assert len([each for each in found if not each.trouble]) <= MOST_REPEATS + MOST_OF_ONE
    assert len([each for each in found if each.trouble == "too_often"]) >= 800 - MOST_SERIES
    reading = read_calendar_apart(calendar(*GOOD, *many))
    assert "INSET day 799: 1 September 2025" in reading.not_understood


def test_ten_thousand_events_are_read() -> None:
    some = [day(f"Football {n}", date(2015, 1, 1) + timedelta(days=n % 4_000)) for n in range(10_000)]
    reading = read_calendar_apart(calendar(*GOOD, *some, day("INSET day", date(2025, 10, 6))))
    assert reading.inset_days == [date(2025, 10, 6)]
    assert reading.not_understood == ["10000 other entries say nothing about when school is open."]


def test_ten_thousand_events_of_one_name_and_their_changes_are_read() -> None:
    some = [f"UID:a\n{day('INSET day', date(2025, 9, 1) + timedelta(days=n % 90))}" for n in range(5_000)]
    changes = [f"{each}\nRECURRENCE-ID:20250901" for each in some]
    assert len(events_in(calendar(*some, *changes))) <= 10_000


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VEVENT\r\n" * 15_000,
        "BEGIN:VEVENT\r\n" + "BEGIN:X\r\n" * 500_000,
        "BEGIN:VEVENT\r\nSUMMARY:" + "a" * 6_000_000,
        "BEGIN:VEVENT\r\nSUMMARY:INSET\r\nDTSTART" + ';X="a' * 1_000_000,
        "BEGIN:VEVENT\r\nSUMMARY:INSET\r\n" + " \r\n" * 2_000_000,
        "BEGIN:VEVENT\r\n" + "\r" * 6_000_000,
        "BEGIN:VEVENT\r\nSUMMARY:INSET\r\n" + "DTSTART:20250901\r\n" * 300_000,
        "BEGIN:VEVENT\r\nSUMMARY:INSET\r\nDTSTART:20250901\r\nDURATION:P" + "9" * 30_000 + "W",
        "BEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD",
    ],
    ids=["never-ended", "deep", "long", "quotes", "folds", "returns", "days", "duration", "clock"],
)
def test_what_is_made_to_hang_ends(text: str) -> None:
    data = calendar(*GOOD).replace(b"END:VCALENDAR", text.encode())
    assert read_calendar_apart(data).periods, "in the time and the memory that a reader has"


def test_a_line_of_a_hundred_megabytes_is_refused() -> None:
    data = calendar(*GOOD).replace(b"END:VCALENDAR", b"DESCRIPTION:" + b"a" * 100_000_000)
    for read in (read_calendar, read_calendar_apart):
        with pytest.raises(DocumentRefused, match="very big"):
            read(data)


def test_a_term_that_begins_every_week_is_handed_back() -> None:
    weekly = f"UID:a\n{day('Term starts', date(2025, 9, 1))}\nRRULE:FREQ=DAILY"
    reading = read_calendar(calendar(GOOD[1], weekly))
    assert {each.fate for each in reading.account if each.line.startswith("Term starts")} == {"handed_back"}
    many = [day("Term starts", date(2020, 1, 1) + timedelta(days=n)) for n in range(1_500)]
    reading = read_calendar(calendar(*GOOD, *many))
    assert {each.fate for each in reading.account if "January 2020" in each.line} == {"handed_back"}


def test_the_process_with_the_records_loads_no_library_for_a_foreign_calendar() -> None:
    """Nor does the program start more slowly for it: only the reader process ever loads it."""
    data = calendar(*GOOD, INSET)
    script = (
        "import sys\nfrom carer_app.jobs import read_term_dates\n"
        "from carer_app.imports.term_calendar import read_calendar_apart\n"
        f"assert read_calendar_apart({data!r}).periods\n"
        "print([name for name in ('recurring_ical_events', 'icalendar', 'x_wr_timezone') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
