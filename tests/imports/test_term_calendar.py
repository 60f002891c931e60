"""A school's calendar file, opened by the real reader process; good ones, strange ones, hostile ones."""

import contextlib
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from carer_app.errors import DocumentRefused
from carer_app.imports import calendar_lines
from carer_app.imports.calendar_lines import BadCalendar, SchoolEvent, events_in
from carer_app.imports.term_calendar import read_calendar
from carer_app.imports.term_reading import TermReading


def calendar(*events: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elm Park//EN"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.split("\n"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def day(summary: str, first: date, after_last: date | None = None) -> str:
    end = f"\nDTEND;VALUE=DATE:{after_last:%Y%m%d}" if after_last else ""
    return f"SUMMARY:{summary}\nDTSTART;VALUE=DATE:{first:%Y%m%d}{end}"


def kinds(reading: TermReading) -> set[str]:
    return {problem.kind for problem in reading.problems}


def test_a_school_year_in_a_calendar_file() -> None:
    reading = read_calendar(
        calendar(
            day("Autumn term starts", date(2025, 9, 2)),
            day("INSET day", date(2025, 9, 1)),
            day("Half Term", date(2025, 10, 27), date(2025, 11, 1)),
            day("Autumn term ends", date(2025, 12, 19)),
            day("Sports day", date(2026, 7, 3)),
            "SUMMARY:Parents’ meeting\nDTSTART:20251112T170000Z",
        )
    )
    assert reading.periods == [
        (date(2025, 9, 1), date(2025, 10, 24)),
        (date(2025, 11, 3), date(2025, 12, 19)),
    ]
    assert reading.inset_days == [date(2025, 9, 1)]
    assert kinds(reading) == {"missing"}
    assert reading.not_understood == ["2 other entries say nothing about when school is open."]


def test_a_holiday_of_single_days_is_one_holiday() -> None:
    """As some school websites write them: one entry for each day."""
    days = [day("Half-term holiday", date(2025, 10, 27) + timedelta(days=n)) for n in range(5)]
    reading = read_calendar(
        calendar(day("Term starts", date(2025, 9, 2)), *days, day("Term ends", date(2025, 12, 19)))
    )
    assert reading.periods == [
        (date(2025, 9, 2), date(2025, 10, 24)),
        (date(2025, 11, 3), date(2025, 12, 19)),
    ]


@pytest.mark.parametrize(
    ("event", "found"),
    [
        (day("A", date(2025, 9, 1)), [(date(2025, 9, 1), date(2025, 9, 1))]),
        (day("A", date(2025, 9, 1), date(2025, 9, 1)), [(date(2025, 9, 1), date(2025, 9, 1))]),
        (day("A", date(2025, 9, 1), date(2025, 9, 2)), [(date(2025, 9, 1), date(2025, 9, 1))]),
        (day("A", date(2025, 9, 1), date(2025, 8, 1)), []),
        (day("A", date(2025, 9, 1), date(2027, 9, 1)), []),
        ("SUMMARY:A\nDTSTART:20250901T090000\nDTEND:20250901T153000", [(date(2025, 9, 1), date(2025, 9, 1))]),
        ("SUMMARY:A\nDTSTART:20250901T000000\nDTEND:20250902T000000", [(date(2025, 9, 1), date(2025, 9, 1))]),
        # 23.30 on 31 August in UTC is half past midnight on 1 September in England.
        ("SUMMARY:A\nDTSTART:20250831T233000Z", [(date(2025, 9, 1), date(2025, 9, 1))]),
        ("SUMMARY:A\nDTSTART:20251231T233000Z", [(date(2025, 12, 31), date(2025, 12, 31))]),
        ("SUMMARY:A\nDTSTART;TZID=America/New_York:20250901T230000", [(date(2025, 9, 1), date(2025, 9, 1))]),
        ("SUMMARY:A\nDTSTART:20250231", []),
        ("SUMMARY:A\nDTSTART:soon", []),
        ("SUMMARY:A", []),
        ("DTSTART:20250901", []),
        ("SUMMARY:A\nDTSTART:20250901\nSTATUS:CANCELLED", []),
    ],
)
def test_the_days_of_an_event(event: str, found: list[tuple[date, date]]) -> None:
    assert [(each.first, each.last) for each in events_in(calendar(event))] == found


def test_a_repeated_event_ends_where_no_school_repeats_it() -> None:
    endless = calendar(f"{day('INSET day', date(2025, 9, 1))}\nRRULE:FREQ=DAILY")
    assert len(events_in(endless)) == calendar_lines.MOST_REPEATS
    three = calendar(f"{day('INSET day', date(2025, 9, 1))}\nRRULE:FREQ=WEEKLY;COUNT=3")
    assert [event.first.day for event in events_in(three)] == [1, 8, 15]
    nonsense = calendar(f"{day('INSET day', date(2025, 9, 1))}\nRRULE:FREQ=MOON")
    assert [event.first for event in events_in(nonsense)] == [date(2025, 9, 1)]


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"]
)
def test_a_repeat_that_never_comes_is_not_looked_for_for_ever(rule: str) -> None:
    never = calendar(f"{day('INSET day', date(2025, 9, 1))}\nRRULE:{rule}")
    assert len(events_in(never)) <= 1


def test_repeats_end_after_six_years_or_where_the_rule_says() -> None:
    yearly = calendar(f"{day('INSET day', date(2025, 9, 1))}\nRRULE:FREQ=YEARLY")
    assert [event.first.year for event in events_in(yearly)] == list(range(2025, 2032))
    until = calendar(f"{day('INSET day', date(2025, 9, 1))}\nRRULE:FREQ=YEARLY;UNTIL=20271231T000000Z")
    assert [event.first.year for event in events_in(until)] == [2025, 2026, 2027]


def test_titles_are_unescaped_and_an_alarm_is_no_title() -> None:
    event = "SUMMARY:Half term\\, school closed\\nall week\nDTSTART;VALUE=DATE:20251027"
    event += "\nBEGIN:VALARM\nSUMMARY:Wake\nEND:VALARM"
    assert events_in(calendar(event)) == [
        SchoolEvent("Half term, school closed all week", date(2025, 10, 27), date(2025, 10, 27))
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_whatever_program_wrote_it(encoding: str) -> None:
    data = calendar(day("Half term – Zoë", date(2025, 10, 27))).decode().encode(encoding)
    assert [event.summary for event in events_in(data)] == ["Half term – Zoë"]


@pytest.mark.parametrize(
    ("data", "kind", "sentence"),
    [
        (b"hello", "no_calendar", "not a calendar"),
        (b"\x00\x01\x02BEGIN:VCALENDAR", "encoding", "letters in that file"),
        (calendar("SUMMARY:A\nthis is no line"), "bad_line", "Line 6 of that calendar file is broken"),
        (calendar(*["SUMMARY:A"] * 5_001), "too_many", "too many entries"),
    ],
)
def test_what_cannot_be_read_says_why_and_takes_nothing(data: bytes, kind: str, sentence: str) -> None:
    with pytest.raises(BadCalendar) as bad:
        events_in(data)
    assert bad.value.kind == kind
    with pytest.raises(DocumentRefused, match=sentence) as refused:
        read_calendar(data)
    assert "Nothing was taken from it." in str(refused.value)


def test_a_hundred_thousand_events_are_refused_before_they_are_read() -> None:
    data = b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nSUMMARY:A\r\nEND:VEVENT\r\n" * 100_000
    with pytest.raises(DocumentRefused, match="too many entries"):
        read_calendar(data)
    with pytest.raises(DocumentRefused, match="very big"):
        read_calendar(b"x" * (5 * 1024 * 1024 + 1))


@settings(max_examples=40)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for start in (b"", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"):
        with contextlib.suppress(BadCalendar):
            assert isinstance(events_in(start + data), list)


@given(
    st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 40)), max_size=6),
    st.booleans(),
)
def test_what_icalendar_writes_comes_back(spans: list[tuple[date, int]], timed: bool) -> None:
    written = Calendar()
    for first, days in spans:
        event = Event()
        event.add("summary", "Half term")
        if timed:
            event.add("dtstart", datetime(first.year, first.month, first.day, 9, tzinfo=UTC))
            last = first + timedelta(days=days - 1)
            event.add("dtend", datetime(last.year, last.month, last.day, 15, tzinfo=UTC))
        else:
            event.add("dtstart", first)
            event.add("dtend", first + timedelta(days=days))
        written.add_component(event)
    data: bytes = written.to_ical()
    wanted = {(first, first + timedelta(days=days - 1)) for first, days in spans}
    assert {(event.first, event.last) for event in events_in(data)} == wanted
