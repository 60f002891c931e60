"""The calendar file read by two other programs' own parsers: vobject (Python) and calcurse (C).

khal is not asked: it reads with icalendar, the library that writes our file.
"""

import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from carer_app.paper.calendar_file import Entry, calendar_file

UID = UUID("0b9c9b0e-3c5c-4c9a-9a55-0e1f4f6f2a11")
OTHER = UUID("0b9c9b0e-3c5c-4c9a-9a55-0e1f4f6f2a12")
WRITTEN = datetime(2026, 3, 10, 9, tzinfo=UTC)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # the clocks change


def vevents(entries: list[Entry]) -> list[vobject.base.Component]:
    found = vobject.readOne(calendar_file(entries, WRITTEN).decode())
    return list(found.vevent_list)


def in_london(moment: datetime) -> tuple[date, time]:
    """A moment as a clock in England shows it, worked out here by the rule and not by a table of time zones."""
    year = moment.year
    last_sunday = {
        month: max(day for n in range(25, 32) if (day := date(year, month, n)).weekday() == 6)
        for month in (3, 10)
    }
    starts = datetime(year, 3, last_sunday[3].day, 1, tzinfo=UTC)
    ends = datetime(year, 10, last_sunday[10].day, 1, tzinfo=UTC)
    clock = moment + timedelta(hours=starts <= moment < ends)
    return clock.date(), clock.time()


@given(DAYS, TIMES)
def test_vobject_reads_the_clock_time_in_england_on_any_day(day: date, at: time) -> None:
    last_sunday_of_march = day.month == 3 and day.weekday() == 6 and day.day > 24
    (event,) = vevents([Entry(UID, day, at)])
    shown = in_london(event.dtstart.value.astimezone(UTC))
    if last_sunday_of_march and at.hour == 1:
        assert shown[0] == day  # this hour does not exist: the clocks go from one to two
    else:
        assert shown == (day, at)
    assert event.dtend.value - event.dtstart.value == timedelta(hours=1)
    assert [alarm.trigger.value for alarm in event.valarm_list] == [timedelta(days=-2), timedelta(hours=-2)]


@given(DAYS)
def test_vobject_reads_an_all_day_entry_on_its_day(day: date) -> None:
    (event,) = vevents([Entry(UID, day)])
    assert (event.dtstart.value, event.dtend.value) == (day, day + timedelta(days=1))
    assert len(event.valarm_list) == 2


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), max_size=200))
def test_any_title_comes_back_on_one_line(title: str) -> None:
    (event,) = vevents([Entry(UID, date(2026, 3, 18), title=title)])
    assert event.summary.value == (" ".join(title.split()) or "Meeting")
    data = calendar_file([Entry(UID, date(2026, 3, 18), title=title)], WRITTEN)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_cancelled_entry_keeps_its_name_and_counts_up() -> None:
    before, after = (
        vevents([Entry(UID, date(2026, 3, 18), time(14), sequence=n, cancelled=bool(n))])[0] for n in (0, 1)
    )
    assert before.uid.value == after.uid.value == str(UID)
    assert (before.sequence.value, after.sequence.value) == ("0", "1")
    assert (before.status.value, after.status.value) == ("CONFIRMED", "CANCELLED")
    assert not hasattr(after, "valarm_list")


def test_several_entries_in_one_file() -> None:
    events = vevents(
        [Entry(UID, date(2026, 3, 18), time(14)), Entry(OTHER, date(2026, 5, 1), title="Date, to; remember")]
    )
    assert [event.summary.value for event in events] == ["Meeting", "Date, to; remember"]


@pytest.mark.skipif(shutil.which("calcurse") is None, reason="calcurse is not installed")
@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2026, 3, 18), time(14)),
        (date(2026, 7, 1), time(9, 30)),
        (SPRING, time(14)),
        (AUTUMN, time(14)),
        (date(2028, 2, 29), time(10)),
        (date(2026, 3, 31), None),
    ],
)
def test_calcurse_reads_the_same_day_and_time(tmp_path: Path, day: date, at: time | None) -> None:
    file = tmp_path / "meeting.ics"
    file.write_bytes(calendar_file([Entry(UID, day, at, title="Meeting, at school; 2")], WRITTEN))
    folder = tmp_path / "calcurse"
    done = subprocess.run(
        ["calcurse", "-D", str(folder), "-i", str(file)],
        env={
            "TZ": "Europe/London",
            "PATH": "/usr/bin:/bin",
            "HOME": str(tmp_path),
            "LANG": "C.UTF-8",
            "TERM": "dumb",
        },
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written = (folder / "apts").read_text(encoding="utf-8")
    assert f"{day:%m/%d/%Y}" in written
    assert "Meeting, at school; 2" in written
    if at is not None:
        assert f"{day:%m/%d/%Y} @ {at:%H:%M}" in written
