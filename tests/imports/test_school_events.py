"""What stands in a school's diary: everyday events take no day away, and those that do, do.

`everyday_events.txt` are titles from schools' public diaries, reworded; `true_events.toml` says what each of its titles
does. The year they fall into is known; of what a title itself has to say, the year says nothing.
"""

import tomllib
from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from carer_app.domain.school_calendar import Period, SchoolCalendar, days_between
from carer_app.imports.term_calendar import read_calendar
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from carer_app.typed_dates import say_short

HERE = Path(__file__).parent
EVERYDAY = [
    line
    for line in (HERE / "everyday_events.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
TRUE: list[dict[str, Any]] = tomllib.loads((HERE / "true_events.toml").read_text(encoding="utf-8"))["event"]
YEAR: list[Period] = [
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 4), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 25)),
    (date(2027, 4, 12), date(2027, 5, 28)),
    (date(2027, 6, 7), date(2027, 7, 21)),
]
IN_TERM = date(2026, 11, 12)
Happening = tuple[str, date, date]


def pupil_days(reading: TermReading) -> set[date]:
    calendar = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    return {day for day in days_between(date(2026, 8, 1), date(2027, 8, 31)) if calendar.is_school_day(day)}


WHOLE_YEAR = pupil_days(TermReading(periods=YEAR))


def terms(left_out: Collection[date] = ()) -> list[Happening]:
    return [
        (title, day, day)
        for first, last in YEAR
        for title, day in (("Term starts", first), ("Term ends", last))
        if day not in left_out
    ]


def as_file(happenings: list[Happening]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elm Park//EN"]
    for title, first, last in happenings:
        escaped = title.replace(",", "\\,").replace(";", "\\;")
        after = last + timedelta(days=1)
        lines += ["BEGIN:VEVENT", f"SUMMARY:{escaped}", f"DTSTART;VALUE=DATE:{first:%Y%m%d}"]
        lines += [f"DTEND;VALUE=DATE:{after:%Y%m%d}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def as_lines(happenings: list[Happening]) -> str:
    lines = [
        f"{say_short(first, with_year=True)}"
        + (f" to {say_short(last, with_year=True)}" if last > first else "")
        + f" – {title}"
        for title, first, last in sorted(happenings, key=lambda happening: happening[1])
    ]
    return "\n".join(["School year 2026/27", *lines])


def table_with(title: str) -> str:
    return f"""Term dates 2026/27
Autumn term
Term starts: Wednesday 2 September 2026
Half term: Monday 26 October to Friday 30 October 2026
{say_short(IN_TERM, with_year=True)} – {title}
Term ends: Friday 18 December 2026
Spring term
Term starts: Monday 4 January 2027
Half term: Monday 15 February to Friday 19 February 2027
Term ends: Thursday 25 March 2027
Summer term
Term starts: Monday 12 April 2027
Half term: Monday 31 May to Friday 4 June 2027
Term ends: Wednesday 21 July 2027"""


def test_there_are_many_of_both() -> None:
    assert len(set(EVERYDAY)) >= 200
    assert len({each["title"] for each in TRUE}) >= 50


@pytest.mark.parametrize("title", EVERYDAY)
def test_an_everyday_event_in_a_pasted_table_moves_no_day(title: str) -> None:
    reading = read_pasted(table_with(title))
    assert pupil_days(reading) == WHOLE_YEAR
    assert (reading.inset_days, reading.closed_days) == ([], [])


IN_CELLS = """School year 2026/27
Autumn term starts | Wednesday 2 September 2026
Half term | Monday 26 October to Friday 30 October 2026
{} | Thursday 12 November 2026
Autumn term ends | Friday 18 December 2026"""
MORE_EVERYDAY = [
    *("Closing date for Reception applications", "Year 11 mock exams start", "Term 3 clubs begin"),
    *("Choir back to rehearsals", "Open evening: school finishes at 2pm", "Occasional day request forms due"),
    *("Letter home about next year's INSET days", "No school uniform today - wear yellow"),
]


@pytest.mark.parametrize(("mark", "start"), [(" | ", 0), ("\n", 4)])
def test_an_everyday_event_in_a_cell_or_above_its_day_moves_no_day(mark: str, start: int) -> None:
    text = IN_CELLS.replace(" | ", mark)
    plain = pupil_days(read_pasted(text.format("Football")))
    events = [*EVERYDAY[start::8], *MORE_EVERYDAY]
    moved = [event for event in events if pupil_days(read_pasted(text.format(event))) != plain]
    assert moved == []


@pytest.mark.parametrize("start", range(0, len(EVERYDAY), 20))
def test_everyday_events_in_a_calendar_file_move_no_day(start: int) -> None:
    """Twenty in one file, each on a day of its own in the first half of the autumn term."""
    days = sorted(day for day in WHOLE_YEAR if day > YEAR[0][0] + timedelta(days=7))
    events = [(title, day, day) for title, day in zip(EVERYDAY[start : start + 20], days, strict=False)]
    reading = read_calendar(as_file([*terms(), *events]))
    moved = pupil_days(reading) ^ WHOLE_YEAR | {*reading.inset_days, *reading.closed_days}
    assert [title for title, day, _last in events if day in moved] == []
    assert not moved


def said_by(event: dict[str, Any]) -> set[date]:
    """The first and last days of school that the event itself has to say."""
    first: date = event["day"]
    last: date = event.get("last", first)
    if event["does"] in ("first_day", "last_day"):
        return {first}
    if event["does"] == "holiday":
        return {max(end for _, end in YEAR if end < first), min(start for start, _ in YEAR if start > last)}
    return set()


def year_with(events: list[dict[str, Any]]) -> list[Happening]:
    happenings = [(event["title"], event["day"], event.get("last", event["day"])) for event in events]
    return [*terms({day for event in events for day in said_by(event)}), *happenings]


def do_what_they_say(events: list[dict[str, Any]], reading: TermReading) -> None:
    shut = {event["day"] for event in events if event["does"] in ("inset", "closed")}
    assert WHOLE_YEAR ^ pupil_days(reading) == shut
    assert reading.inset_days == sorted(event["day"] for event in events if event["does"] == "inset")
    assert not (WHOLE_YEAR - shut) & set(reading.closed_days)


@pytest.mark.parametrize("event", TRUE, ids=lambda event: event["title"])
def test_an_event_that_does_move_a_day_moves_it_in_pasted_text(event: dict[str, Any]) -> None:
    do_what_they_say([event], read_pasted(as_lines(year_with([event]))))


def test_events_that_close_a_day_close_it_in_a_calendar_file() -> None:
    """All in one file, every third day of the year."""
    shutting = [event for event in TRUE if event["does"] in ("inset", "closed")]
    days = sorted(day for day in WHOLE_YEAR if day > IN_TERM)
    events = [{**event, "day": day} for event, day in zip(shutting, days[::3], strict=False)]
    do_what_they_say(events, read_calendar(as_file(year_with(events))))


def in_files() -> list[list[dict[str, Any]]]:
    """The events that say a first or last day, or a holiday, in as few files as can be, none said twice."""
    files: list[list[dict[str, Any]]] = []
    for event in TRUE:
        if event["does"] in ("inset", "closed"):
            continue
        says = said_by(event) | {event["day"]}
        for file in files:
            if not any(says & (said_by(other) | {other["day"]}) for other in file):
                file.append(event)
                break
        else:
            files.append([event])
    return files


@pytest.mark.parametrize("events", in_files(), ids=lambda events: ", ".join(each["title"] for each in events))
def test_first_and_last_days_and_holidays_in_a_calendar_file(events: list[dict[str, Any]]) -> None:
    do_what_they_say(events, read_calendar(as_file(year_with(events))))
