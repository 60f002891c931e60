"""What stands in a school's calendar file, event by event: its days in England, its repeats, what is wrong with it."""

import contextlib
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from carer_app.imports.calendar_event import BadCalendar, SchoolEvent, from_told
from carer_app.imports.calendar_events import events_in
from carer_app.imports.calendar_text import MOST_EVENTS
from tests.imports.calendar_files import calendar, day


def days_of(*events: str, head: str = "") -> list[str]:
    """The days of every event that is right, "5 Sep" or "27 Oct-31 Oct"; with hours where it is part of a day."""
    return [said(each) for each in events_in(calendar(*events, head=head)) if not each.trouble]


def said(event: SchoolEvent) -> str:
    assert event.first
    assert event.last
    first, last = (f"{each.day} {each:%b}" for each in (event.first, event.last))
    return (first if first == last else f"{first}-{last}") + (" part" if event.hours else "")


def troubles_of(*events: str) -> dict[str, str]:
    return {each.title: each.trouble for each in events_in(calendar(*events)) if each.trouble}


WHOLE_DAYS = {
    # as days
    "DTSTART;VALUE=DATE:20251027\nDTEND;VALUE=DATE:20251101": "27 Oct-31 Oct",
    "DTSTART;VALUE=DATE:20251027": "27 Oct",
    "DTSTART;VALUE=DATE:20251027\nDTEND;VALUE=DATE:20251027": "27 Oct",
    "DTSTART;VALUE=DATE:20251027\nDURATION:P1W": "27 Oct-2 Nov",
    "DTSTART;VALUE=DATE:20251027\nDURATION:P5D": "27 Oct-31 Oct",
    "DTSTART;VALUE=DATE:20251027\nDURATION:PT0S": "27 Oct",
    "DTSTART;VALUE=DATE:20251027Z\nDTEND;VALUE=DATE:20251101Z": "27 Oct-31 Oct",
    "DTSTART:2025-10-27\nDTEND:2025-11-01": "27 Oct-31 Oct",
    # days typed as times, with seconds or without, on whichever clock
    "DTSTART:20251027T000000\nDTEND:20251101T000000": "27 Oct-31 Oct",
    "DTSTART:20251027T0000\nDTEND:20251101T0000": "27 Oct-31 Oct",
    "DTSTART:20251027T000000\nDTEND:20251031T235959": "27 Oct-31 Oct",
    "DTSTART:20251027T000000\nDTEND:20251031T240000": "27 Oct-31 Oct",
    "DTSTART;TZID=Europe/London:20250918T000000\nDTEND;TZID=Europe/London:20250919T000000": "18 Sep",
    "DTSTART;TZID=GMT Standard Time:20250918T000000\nDTEND;TZID=GMT Standard Time:20250919T000000": "18 Sep",
    "DTSTART;TZID=W. Europe Standard Time:20251027T000000\nDTEND;TZID=W. Europe Standard Time:20251101T000000":
        "27 Oct-31 Oct",
    "DTSTART;TZID=America/New_York:20251027T000000\nDTEND;TZID=America/New_York:20251101T000000": "27 Oct-31 Oct",
    "DTSTART;TZID=The school's own:20251027T000000\nDTEND;TZID=The school's own:20251101T000000": "27 Oct-31 Oct",
    # midnights in UTC: of that day, or of England's in summer and winter
    "DTSTART:20250917T230000Z\nDTEND:20250918T230000Z": "18 Sep",
    "DTSTART:20250918T000000Z\nDTEND:20250919T000000Z": "18 Sep",
    "DTSTART:20251127T000000Z\nDTEND:20251128T000000Z": "27 Nov",
    "DTSTART:20251126T230000Z\nDTEND:20251127T230000Z": "27 Nov",
    "DTSTART:20251024T230000Z\nDTEND:20251101T000000Z": "25 Oct-31 Oct",
    "DTSTART:20260329T000000Z\nDTEND:20260410T230000Z": "29 Mar-10 Apr",
    "DTSTART:20250831T230000Z": "1 Sep",
    # by the clock: the days whose noon lies inside
    "DTSTART:20251024T151500\nDTEND:20251103T084500": "25 Oct-2 Nov",
    "DTSTART;TZID=Europe/London:20250901T083000\nDTEND;TZID=Europe/London:20250901T160000": "1 Sep",
    "DTSTART:20250901T073000Z\nDTEND:20250901T150000Z": "1 Sep",
    "DTSTART;TZID=America/New_York:20250917T190000\nDTEND;TZID=America/New_York:20250918T190000": "18 Sep",
    # part of a day
    "DTSTART:20250918T154500\nDTEND:20250918T171500": "18 Sep part",
    "DTSTART:20250918T090000\nDURATION:PT1H": "18 Sep part",
    "DTSTART:20250918T190000\nDTEND:20250919T003000": "18 Sep part",
}  # fmt: skip


@pytest.mark.parametrize(("lines", "found"), WHOLE_DAYS.items())
def test_the_days_of_an_event_are_the_days_that_the_school_meant(lines: str, found: str) -> None:
    assert days_of(f"SUMMARY:Half term\n{lines}") == [found]


@pytest.mark.parametrize(
    ("lines", "trouble"),
    [
        ("DTSTART;VALUE=DATE:20251027\nDTEND;VALUE=DATE:20251020", "backwards"),
        ("DTSTART;VALUE=DATE:20251027\nDURATION:-P1D", "backwards"),
        ("DTSTART:20251027T150000\nDTEND:20251027T090000", "backwards"),
        ("DTSTART;VALUE=DATE:20250901\nDTEND;VALUE=DATE:20270901", "too_long"),
        ("DTSTART;VALUE=DATE:20250231", "bad_day"),
        ("DTSTART:soon", "bad_day"),
        ("DTSTART;VALUE=DATE:00010101", "bad_day"),
        ("DTSTART;VALUE=DATE:20251027\nDTEND:later", "bad_day"),
        ("DTSTART;VALUE=DATE:20251027\nDURATION:P99999999999W", "bad_day"),
        ("DESCRIPTION:no day at all", "no_day"),
        ("DTSTART 20251027", "broken"),
        ("DTSTART;VALUE=DATE:20251027\nand pupils are in", "broken"),
        ("DTSTART;VALUE=DATE:20251027\nclosed: no", "broken"),
        ("DTSTART;VALUE=DATE:20251027\nDTSTART;VALUE=DATE:20251028", "broken"),
        ("DTSTART;VALUE=DATE:20251027\nSTATUS:CANCELLED", "cancelled"),
        ("DTSTART;VALUE=DATE:20251027\nSTATUS:TENTATIVE", "unsure"),
        ("UID:a\nDTSTART;VALUE=DATE:20251027\nEXRULE:FREQ=DAILY\nRRULE:FREQ=DAILY;COUNT=3", "repeat"),
    ],
)
def test_what_is_wrong_with_an_event_costs_that_event_alone(lines: str, trouble: str) -> None:
    good = day("Term starts", date(2025, 9, 2))
    found = events_in(calendar(good, f"SUMMARY:Half term\n{lines}", day("Term ends", date(2025, 12, 19))))
    assert {each.title: each.trouble for each in found} == {
        "Term starts": "",
        "Half term": trouble,
        "Term ends": "",
    }


def test_a_note_that_was_broken_over_lines_by_hand_costs_nothing() -> None:
    event = (
        day("Half term", date(2025, 10, 27))
        + "\nDESCRIPTION:Have a good rest\nand see you soon\nOffice: closed"
    )
    assert days_of(event) == ["27 Oct"]


def test_a_broken_byte_in_a_title_costs_that_event_and_no_other() -> None:
    data = calendar(day("Term starts", date(2025, 9, 2)), day("Half term@", date(2025, 10, 27)))
    found = {each.title: each.trouble for each in events_in(data.replace(b"@", b"\xff"))}
    assert found.pop("Term starts") == ""
    assert list(found.values()) == ["broken"]


def test_a_fold_inside_a_letter_is_put_together() -> None:
    data = calendar(day("Half term – Zoë", date(2025, 10, 27)))
    for cut in range(data.index(b"Half"), data.index(b"\r\nDTSTART")):
        folded = data[:cut] + b"\r\n " + data[cut:]
        assert [each.title for each in events_in(folded)] == ["Half term – Zoë"]


def test_a_file_that_was_cut_off_names_the_event_it_was_cut_in() -> None:
    data = calendar(
        day("Term starts", date(2025, 9, 2)), day("Half term", date(2025, 10, 27), date(2025, 11, 1))
    )
    cut = data[: data.index(b"1101")]
    assert {each.title: each.trouble for each in events_in(cut)} == {"Term starts": "", "Half term": "broken"}


REPEATS = {
    "RRULE:FREQ=WEEKLY;COUNT=3": ["5 Sep", "12 Sep", "19 Sep"],
    "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20250912": ["5 Sep", "19 Sep"],
    "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20250912T000000Z": ["5 Sep", "19 Sep"],
    "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20250911T230000Z": ["5 Sep", "19 Sep"],
    "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20250905,20250919": ["12 Sep"],
    "RDATE;VALUE=DATE:20251003,20260102": ["5 Sep", "3 Oct", "2 Jan"],
    "RRULE:FREQ=WEEKLY;COUNT=2\nRDATE;VALUE=DATE:20251003": ["5 Sep", "12 Sep", "3 Oct"],
    "RDATE;VALUE=PERIOD:20251003T080000Z/PT6H": ["5 Sep", "3 Oct"],
    "RRULE:FREQ=WEEKLY;UNTIL=20250919": ["5 Sep", "12 Sep", "19 Sep"],
    "RRULE:FREQ=WEEKLY;UNTIL=20250919T000000Z": ["5 Sep", "12 Sep", "19 Sep"],
    "RRULE:FREQ=MONTHLY;BYDAY=1FR;COUNT=3": ["5 Sep", "3 Oct", "7 Nov"],
    "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=3": ["5 Sep", "8 Sep", "9 Sep"],
    "RRULE:FREQ=YEARLY;COUNT=2": ["5 Sep", "5 Sep"],
}


@pytest.mark.parametrize(("lines", "found"), REPEATS.items())
def test_a_repeated_event_is_on_each_of_its_days(lines: str, found: list[str]) -> None:
    assert days_of(f"UID:a\n{day('INSET day', date(2025, 9, 5))}\n{lines}") == found


def test_a_repeat_by_the_clock_keeps_its_day_when_the_clocks_change() -> None:
    weekly = "SUMMARY:INSET day\nDTSTART:20251015T230000Z\nDTEND:20251016T230000Z\nRRULE:FREQ=WEEKLY;COUNT=4"
    assert days_of(weekly) == ["16 Oct", "23 Oct", "30 Oct", "6 Nov"]
    by_day = weekly.replace("COUNT=4", "COUNT=4;BYDAY=WE")  # Wednesday in UTC, where it was written
    assert days_of(by_day) == ["16 Oct", "23 Oct", "30 Oct", "6 Nov"]


def test_the_last_day_of_a_repeat_is_told_by_its_clock() -> None:
    weekly = "SUMMARY:A\nDTSTART;TZID=Europe/London:20250905T083000\nDURATION:PT8H\nRRULE:FREQ=WEEKLY;UNTIL="
    assert days_of(weekly + "20250919T000000Z") == ["5 Sep", "12 Sep"]
    assert days_of(weekly + "20250919T073000Z") == ["5 Sep", "12 Sep", "19 Sep"]


WEEKLY = f"UID:a\n{day('INSET day', date(2025, 9, 5))}\nRRULE:FREQ=WEEKLY;COUNT=3"


def change(lines: str, changed: str = "RECURRENCE-ID;VALUE=DATE:20250912") -> str:
    return f"UID:a\nSUMMARY:INSET day\n{changed}\n{lines}"


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("DTSTART;VALUE=DATE:20250912\nSTATUS:CANCELLED", ["5 Sep", "19 Sep"]),
        ("STATUS:CANCELLED", ["5 Sep", "19 Sep"]),
        ("DTSTART;VALUE=DATE:20250915", ["5 Sep", "15 Sep", "19 Sep"]),
        ("DTSTART;VALUE=DATE:20250912\nDTEND;VALUE=DATE:20250916", ["5 Sep", "12 Sep-15 Sep", "19 Sep"]),
    ],
)
def test_one_day_of_a_repeated_event_is_moved_or_called_off(lines: str, found: list[str], order: int) -> None:
    assert days_of(*[WEEKLY, change(lines)][::order]) == found


def test_a_change_may_name_its_day_by_another_clock() -> None:
    timed = "UID:a\nSUMMARY:INSET day\nDTSTART;TZID=Europe/London:20250905T083000\nDURATION:PT8H"
    timed += "\nRRULE:FREQ=WEEKLY;COUNT=3"
    off = "DTSTART:20250912T073000Z\nDTEND:20250912T153000Z\nSTATUS:CANCELLED"
    assert days_of(timed, change(off, "RECURRENCE-ID:20250912T073000Z")) == ["5 Sep", "19 Sep"]


def test_this_day_and_all_later_ones_may_move() -> None:
    moved = change("DTSTART;VALUE=DATE:20250915", "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20250912")
    assert days_of(WEEKLY, moved) == ["5 Sep", "15 Sep", "22 Sep"]


def test_a_change_that_cannot_be_read_leaves_its_day_open() -> None:
    """Nobody knows whether that day stands: it is handed back, and the others count."""
    found = events_in(calendar(WEEKLY, change("DTSTART;VALUE=DATE:soon")))
    assert [(each.first and each.first.day, each.trouble) for each in found] == [
        (5, ""),
        (12, "bad_day"),
        (19, ""),
    ]
    lost = events_in(calendar(WEEKLY, change("DTSTART;VALUE=DATE:20250915", "RECURRENCE-ID:soon")))
    assert {each.trouble for each in lost if each.first == date(2025, 9, 5)} == {"repeat"}


def test_many_events_of_one_name_are_many_events() -> None:
    """Some programs give every event the same UID."""
    assert days_of(WEEKLY, f"UID:a\n{day('Half term', date(2025, 10, 27))}", change("STATUS:CANCELLED")) == [
        *("5 Sep", "19 Sep", "27 Oct"),
    ]


def test_an_older_version_of_an_event_is_told_as_that() -> None:
    old, new = (f"UID:a\n{day('INSET day', date(2025, 9, each))}\nSEQUENCE:{each}" for each in (1, 5))
    assert days_of(old, new) == days_of(new, old) == ["5 Sep"]
    assert troubles_of(old, new) == {"INSET day": "replaced"}


def test_two_changes_of_one_day_the_newer_holds_and_both_are_told() -> None:
    first = change("DTSTART;VALUE=DATE:20250915\nSEQUENCE:1")
    second = change("DTSTART;VALUE=DATE:20250916\nSEQUENCE:2")
    for events in ([WEEKLY, first, second], [second, first, WEEKLY]):
        assert days_of(*events) == ["5 Sep", "16 Sep", "19 Sep"]
        assert troubles_of(*events) == {"INSET day": "replaced"}


def test_a_calendar_that_calls_everything_off() -> None:
    data = calendar(day("INSET day", date(2025, 9, 5)), head="METHOD:CANCEL")
    assert [each.trouble for each in events_in(data)] == ["cancelled"]


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "nowhere"])
def test_a_calendar_that_names_its_clock_at_the_top(zone: str) -> None:
    event = "SUMMARY:INSET day\nDTSTART:20250917T230000Z\nDTEND:20250918T230000Z"
    floating = "SUMMARY:INSET day\nDTSTART:20250917T000000\nDTEND:20250918T000000"
    assert days_of(event, floating, head=f"X-WR-TIMEZONE:{zone}") == ["17 Sep", "18 Sep"]


def test_an_alarm_inside_an_event_is_no_part_of_it() -> None:
    event = day("Half term\\, school closed\\nall week", date(2025, 10, 27))
    event += "\nBEGIN:VALARM\nSUMMARY:Wake\nDTSTART:20250101\nEND:VALARM"
    (found,) = events_in(calendar(event))
    assert (found.title, found.trouble) == ("Half term, school closed all week", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_whatever_program_wrote_it(encoding: str) -> None:
    data = calendar(day("Half term – Zoë", date(2025, 10, 27))).decode().encode(encoding)
    assert [event.title for event in events_in(data)] == ["Half term – Zoë"]


@pytest.mark.parametrize("ending", [b"\n", b"\r", b"\r\r\n", b"\r\n\r\n", b"\n\n"])
def test_whatever_its_line_ends_are(ending: bytes) -> None:
    data = calendar(day("Half term", date(2025, 10, 27)) + "\nDESCRIPTION:one\n  two").replace(
        b"\r\n", ending
    )
    assert [(event.title, event.trouble) for event in events_in(data)] == [("Half term", "")]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"hello", "no_calendar"),
        (b"\x00\x01\x02BEGIN:VCALENDAR", "encoding"),
        (calendar(*["SUMMARY:A"] * (MOST_EVENTS + 1)), "too_many"),
    ],
)
def test_what_is_no_calendar_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(BadCalendar) as bad:
        events_in(data)
    assert bad.value.kind == kind


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for start in (b"", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", calendar(WEEKLY)[:-30]):
        with contextlib.suppress(BadCalendar):
            for event in events_in(start + data):
                assert from_told(event.told()) == event


@given(
    st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 40)), max_size=6),
    st.sampled_from(["days", "utc", "london"]),
)
def test_what_icalendar_writes_comes_back(spans: list[tuple[date, int]], kind: str) -> None:
    """In whichever of three ways another program writes whole days."""
    written = Calendar()
    zone = UTC if kind == "utc" else ZoneInfo("Europe/London")
    for first, days in spans:
        event = Event()
        event.add("summary", "Half term")
        ends: list[date] = [first, first + timedelta(days=days)]
        if kind != "days":
            ends = [datetime(each.year, each.month, each.day, tzinfo=zone) for each in ends]
        event.add("dtstart", ends[0])
        event.add("dtend", ends[1])
        written.add_component(event)
    wanted = {(first, first + timedelta(days=days - 1)) for first, days in spans}
    assert {(event.first, event.last) for event in events_in(written.to_ical())} == wanted
