"""A school's dates out of its calendar file: what moves a day, what moves none, and what becomes of every event."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.errors import DocumentRefused
from carer_app.imports.term_calendar import MOST_BYTES, read_calendar, read_calendar_apart
from carer_app.imports.term_reading import TermReading
from tests.imports.calendar_files import calendar, day

HERE = Path(__file__).parent / "calendars"
HALF_TERM = (date(2025, 9, 2), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 12, 19))


def kinds(reading: TermReading) -> set[str]:
    return {problem.kind for problem in reading.problems}


def fates(reading: TermReading) -> dict[str, str]:
    return {told.line: told.fate for told in reading.account}


RIGHT: dict[str, list[date]] = {
    "cancelled_occurrence": [date(2025, 9, 5)],
    "utc_inset_bst": [date(2025, 9, 18)],
    "duration_p1w": [],
    "date_with_z": [],
    "time_no_seconds": [],
    "crcrlf": [],
    "fold_splits_utf8_quote": [],
    "param_bad_quote": [],
    "titles_break_up": [],
}


@pytest.mark.parametrize(("name", "inset"), RIGHT.items())
@pytest.mark.parametrize("read", [read_calendar, read_calendar_apart], ids=["here", "apart"])
def test_the_same_autumn_however_its_file_is_written(name: str, inset: list[date], read: object) -> None:
    assert callable(read)
    reading = read((HERE / f"{name}.ics").read_bytes())
    assert (tuple(reading.periods), reading.inset_days, reading.closed_days) == (HALF_TERM, inset, [])
    assert kinds(reading) == {"missing"}  # the other terms


def test_every_case_is_tried() -> None:
    assert {file.stem for file in HERE.glob("*.ics")} == set(RIGHT)


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
    assert fates(reading) == {
        "INSET day: 1 September 2025": "used",
        "Autumn term starts: 2 September 2025": "used",
        "Half Term: 27 to 31 October 2025": "used",
        "Parents’ meeting: 12 November 2025": "left_out",
        "Autumn term ends: 19 December 2025": "used",
        "Sports day: 3 July 2026": "left_out",
    }


def test_a_holiday_of_single_days_is_one_holiday() -> None:
    """As some school websites write them: one entry for each day."""
    days = [day("Half-term holiday", date(2025, 10, 27) + timedelta(days=n)) for n in range(5)]
    reading = read_calendar(
        calendar(day("Term starts", date(2025, 9, 2)), *days, day("Term ends", date(2025, 12, 19)))
    )
    assert tuple(reading.periods) == HALF_TERM
    weekly = "UID:a\nSUMMARY:Half-term holiday\nDTSTART;VALUE=DATE:20251027\nRRULE:FREQ=DAILY;COUNT=5"
    again = read_calendar(calendar(AUTUMN[0], weekly, AUTUMN[1]))
    assert again.periods == reading.periods


AUTUMN = (day("Term starts", date(2025, 9, 2)), day("Term ends", date(2025, 12, 19)))
STARTS = ((2026, 9, 2), (2026, 11, 2), (2027, 1, 4), (2027, 2, 22), (2027, 4, 12), (2027, 6, 7))
ENDS = ((2026, 10, 23), (2026, 12, 18), (2027, 2, 12), (2027, 3, 25), (2027, 5, 28), (2027, 7, 21))
YEAR = (
    *(day("Term starts", date(*each)) for each in STARTS),
    *(day("Term ends", date(*each)) for each in ENDS),
)


def pupil_days(*events: str) -> set[date]:
    reading = read_calendar(calendar(*events))
    school = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    days = (date(2026, 8, 20) + timedelta(days=n) for n in range(350))
    return {each for each in days if school.is_school_day(each)}


WHOLE_YEAR = pupil_days(*YEAR)


def test_a_year_of_first_and_last_days_is_read_whole() -> None:
    assert len(WHOLE_YEAR) == 194
    assert date(2026, 10, 23) in WHOLE_YEAR
    assert date(2026, 10, 26) not in WHOLE_YEAR


@pytest.mark.parametrize(
    ("hours", "closes"),
    [
        ("DTSTART:20261112T083000\nDTEND:20261112T160000", True),
        ("DTSTART:20261112T154500\nDTEND:20261112T170000", False),
        ("DTSTART:20261112T083000\nDTEND:20261112T093000", False),
        ("DTSTART:20261112T083000", True),
        ("DTSTART:20261112T000000\nDTEND:20261112T010000", True),
    ],
)
def test_training_after_school_or_of_an_hour_closes_no_day(hours: str, closes: bool) -> None:
    assert (WHOLE_YEAR - pupil_days(*YEAR, f"SUMMARY:INSET\n{hours}") == {date(2026, 11, 12)}) is closes
    reading = read_calendar(calendar(*YEAR, f"SUMMARY:INSET\n{hours}"))
    assert (fates(reading)["INSET: 12 November 2026"] == "used") is closes


def test_training_after_school_is_counted_and_nothing_else_is() -> None:
    twilights = (day(title, date(2026, 11, 12)) for title in ("Twilight INSET", "INSET 3.45pm", "Sports day"))
    assert read_calendar(calendar(*YEAR, *twilights)).twilight == 2
    assert read_calendar(calendar(*YEAR)).twilight == 0


def test_a_day_off_that_is_called_off_elsewhere_is_handed_back() -> None:
    events = (
        day("INSET day", date(2026, 11, 12)),
        day("INSET day cancelled - school open", date(2026, 11, 12)),
    )
    assert pupil_days(*YEAR, *events) == WHOLE_YEAR
    reading = read_calendar(calendar(*YEAR, *events))
    assert fates(reading)["INSET day: 12 November 2026"] == "handed_back"
    assert "INSET day: 12 November 2026" in reading.not_understood


@pytest.mark.parametrize(
    ("title", "is_off"),
    [
        *(("INSET day (moved from 20 November)", True), ("INSET day, was Monday 2nd", True)),
        *(("INSET day moved from 12 November to 3 June", False), ("INSET day moved to Friday", False)),
        *(("INSET day (moved to 12 November)", True), ("INSET day (previously 20/11)", True)),
        *(("INSET day now Thursday", True), ("INSET day instead of 1 June", True)),
    ],
)
def test_a_day_off_that_was_moved_counts_on_the_day_it_was_moved_to(title: str, is_off: bool) -> None:
    moved = WHOLE_YEAR - pupil_days(*YEAR, day(title.replace(",", "\\,"), date(2026, 11, 12)))
    assert moved == ({date(2026, 11, 12)} if is_off else set())


@pytest.mark.parametrize(
    "title", ["INSET day (TBC)", "Provisional INSET day", "INSET day?", "School closed - tbc"]
)
def test_a_day_off_that_is_not_yet_certain_is_handed_back(title: str) -> None:
    reading = read_calendar(calendar(*YEAR, day(title, date(2026, 11, 12))))
    assert fates(reading)[f"{title}: 12 November 2026"] == "handed_back"
    assert (reading.inset_days, reading.closed_days) == ([], [])


def test_one_day_called_half_term_is_handed_back() -> None:
    reading = read_calendar(calendar(*AUTUMN, day("Half term", date(2025, 10, 27))))
    assert fates(reading)["Half term: 27 October 2025"] == "handed_back"
    assert "Half term: 27 October 2025" in reading.not_understood


def test_the_end_of_half_term_is_told_by_the_days_beside_it() -> None:
    half = day("Half term", date(2025, 10, 27), date(2025, 11, 1))
    for last in (date(2025, 10, 24), date(2025, 10, 31)):
        ends = day("End of half term", last)
        assert tuple(read_calendar(calendar(*AUTUMN, half, ends)).periods) == HALF_TERM
        alone = read_calendar(calendar(*AUTUMN, ends))
        assert [each.fate for each in alone.account if "half term" in each.line] == ["handed_back"]


def test_two_last_days_of_one_stretch_are_asked_about() -> None:
    """Neither is left out in silence: each answer gives the whole year as it is then."""
    reading = read_calendar(calendar(*YEAR, day("Last day of term", date(2027, 2, 5))))
    assert reading.question is not None
    assert reading.question.sentence == "Which is the last day of school: 5 February or 12 February 2027?"
    lasts = {}
    for answer in reading.question.answers:
        lasts[answer.words] = [last for _first, last in answer.reading.periods if last.month == 2]
        assert len(answer.reading.periods) == 6
        assert len([each for each in answer.reading.account if each.fate == "handed_back"]) == 1
    assert lasts == {"5 February": [date(2027, 2, 5)], "12 February": [date(2027, 2, 12)]}


def test_a_bank_holiday_that_is_none_is_handed_back() -> None:
    assert pupil_days(*YEAR, day("Bank holiday", date(2026, 11, 12))) == WHOLE_YEAR
    reading = read_calendar(calendar(*YEAR, day("Bank holiday", date(2026, 11, 12))))
    assert fates(reading)["Bank holiday: 12 November 2026"] == "handed_back"


def test_an_event_that_cannot_be_read_is_named_with_its_line_and_its_reason() -> None:
    reading = read_calendar(
        calendar(*AUTUMN, "SUMMARY:Half term\nDTSTART 20251027\nDTEND;VALUE=DATE:20251101")
    )
    (told,) = (each for each in reading.account if each.fate == "handed_back")
    assert told.line == "Half term, line 12 of the file"
    assert "broken" in told.reason
    assert told.line in reading.not_understood
    assert reading.periods


def test_what_was_long_ago_is_left_out_once_today_is_known() -> None:
    data = calendar(day("Term starts", date(2019, 9, 2)), day("Term ends", date(2019, 12, 19)), *AUTUMN)
    assert {first.year for first, _last in read_calendar(data).periods} == {2019, 2025}
    reading = read_calendar(data, date(2026, 3, 1))
    assert {first.year for first, _last in reading.periods} == {2025}
    assert fates(reading)["Term starts: 2 September 2019"] == "left_out"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"hello", "not a calendar"),
        (b"\x00\x01\x02BEGIN:VCALENDAR", "letters in that file"),
        (calendar(*["SUMMARY:A"] * 20_001), "too many entries"),
        (b"x" * (MOST_BYTES + 1), "very big"),
    ],
)
def test_what_cannot_be_read_says_why_and_takes_nothing(data: bytes, sentence: str) -> None:
    for read in (read_calendar, read_calendar_apart):
        with pytest.raises(DocumentRefused, match=sentence) as refused:
            read(data)
        assert "Nothing was taken from it." in str(refused.value)


TITLES = (
    "Term starts", "Term ends", "Half term", "INSET day", "INSET day cancelled", "Football training", "School closed",
    "Bank holiday", "Christmas holiday", "Back to school", "Twilight INSET", "Year 7 start", "Autumn term", "",
)  # fmt: skip
LINES = (
    "RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=DAILY", "RRULE:FREQ=SECONDLY", "EXDATE:20250905", "STATUS:CANCELLED",
    "RECURRENCE-ID:20250905", "RDATE:20250909", "DURATION:P1W", "DTEND:20251101", "no line at all", "SEQUENCE:2",
    "DTSTART:20250917T230000Z",
)  # fmt: skip
DAYS = st.dates(date(2025, 8, 25), date(2026, 8, 1))


@st.composite
def events(draw: st.DrawFn) -> str:
    lines = [f"SUMMARY:{draw(st.sampled_from(TITLES))}", f"UID:{draw(st.sampled_from('aab'))}"]
    if draw(st.booleans()):
        lines.append(f"DTSTART;VALUE=DATE:{draw(DAYS):%Y%m%d}")
    lines += draw(st.lists(st.sampled_from(LINES), max_size=3, unique=True))
    return "\n".join(draw(st.permutations(lines)))


@settings(deadline=None)
@given(st.lists(events(), max_size=8))
def test_whatever_is_in_the_file_every_event_is_accounted_for(mixed: list[str]) -> None:
    """Each is used, left out with its reason or handed back; what is handed back is named; nothing else happens."""
    reading = read_calendar(calendar(*mixed))
    told = " | ".join(each.line for each in reading.account)
    for event in mixed:
        title = next(line for line in event.split("\n") if line.startswith("SUMMARY:")).removeprefix(
            "SUMMARY:"
        )
        assert title in told
        assert title or "RECURRENCE-ID" in event or "Something without a name" in told
    for each in reading.account:
        assert bool(each.reason) == (each.fate != "used")
        assert each.fate != "handed_back" or each.line in reading.not_understood


EVERYDAY = [
    line
    for line in (HERE.parent / "everyday_events.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("start", range(0, len(EVERYDAY), 20))
def test_everyday_events_of_a_school_move_no_day(start: int) -> None:
    """Twenty in one file, each on a day of its own; few of them are the carer's to look at."""
    days = sorted(each for each in WHOLE_YEAR if each > date(2026, 9, 9))
    some = [
        day(title.replace(",", "\\,"), each) for title, each in zip(EVERYDAY[start:], days[:20], strict=False)
    ]
    assert pupil_days(*YEAR, *some) == WHOLE_YEAR
    reading = read_calendar(calendar(*YEAR, *some))
    assert (reading.inset_days, reading.closed_days) == ([], [])
    assert len([each for each in reading.account if each.fate == "handed_back"]) <= 5


def test_an_everyday_event_moves_no_day_on_whichever_day_it_is() -> None:
    """Beside a first day, a last day, and in the middle: each title on each of them, in files of three."""
    days = (date(2026, 9, 3), date(2026, 11, 12), date(2027, 2, 11))
    some = len(EVERYDAY)
    files = [[EVERYDAY[(n + some * k // 3) % some] for k in range(3)] for n in range(some)]
    wrong = [
        titles
        for titles in files
        if pupil_days(*YEAR, *(day(t.replace(",", "\\,"), d) for t, d in zip(titles, days, strict=True)))
        != WHOLE_YEAR
    ]
    assert wrong == []


def test_a_calendar_of_two_schools_asks_which_is_the_childs() -> None:
    events = [
        day("Autumn term starts - both schools", date(2026, 9, 2)),
        day("Ashdown Primary: Harvest assembly", date(2026, 10, 3)),
        day("Ashdown Primary: INSET Day", date(2026, 11, 20)),
        day("Beech Junior: flu vaccinations", date(2026, 11, 25)),
        day("INSET Day - Beech Junior", date(2026, 12, 4)),
        day("Autumn term ends - both schools", date(2026, 12, 18)),
    ]
    question = read_calendar(calendar(*events)).question
    assert question is not None
    assert {each.words: each.reading.inset_days for each in question.answers} == {
        "Ashdown Primary": [date(2026, 11, 20)],
        "Beech Junior": [date(2026, 12, 4)],
    }
    assert read_calendar(calendar(*[each for each in events if "Beech" not in each])).question is None


def test_what_training_is_about_is_no_school() -> None:
    titles = [
        "INSET day - Safeguarding",
        "INSET day - Curriculum",
        "Closed to pupils - safeguarding INSET",
        "INSET (Behaviour)",
    ]
    days = [date(2026, 11, number) for number in (9, 10, 11, 12)]
    reading = read_calendar(calendar(*YEAR, *map(day, titles, days)))
    assert (reading.question, reading.inset_days) == (None, days)


def test_two_schools_under_one_roof_are_asked_about() -> None:
    events = [
        day("Infant School term begins", date(2026, 9, 2)),
        day("Junior School term begins", date(2026, 9, 3)),
        day("Infants INSET day", date(2026, 11, 20)),
        day("Junior School: INSET day", date(2026, 12, 4)),
        day("Juniors sports day", date(2026, 12, 9)),
        day("Term ends", date(2026, 12, 18)),
    ]
    question = read_calendar(calendar(*events)).question
    assert question is not None
    told = {each.words: (each.reading.periods, each.reading.inset_days) for each in question.answers}
    assert told == {
        "Infant school": ([(date(2026, 9, 2), date(2026, 12, 18))], [date(2026, 11, 20)]),
        "Junior school": ([(date(2026, 9, 3), date(2026, 12, 18))], [date(2026, 12, 4)]),
    }
    assert read_calendar(calendar(*[each for each in events if "Junior" not in each])).question is None


def test_letters_before_training_in_a_calendar_take_no_day_in_the_midst_of_school() -> None:
    inside, before = (day("QXT Training Day", each) for each in (date(2026, 11, 12), date(2026, 9, 1)))
    reading = read_calendar(calendar(*YEAR, inside, before))
    assert reading.inset_days == [date(2026, 9, 1)]
    assert fates(reading)["QXT Training Day: 12 November 2026"] == "handed_back"


def test_last_days_weeks_apart_are_those_of_two_halves() -> None:
    """The first day between them is missing, and that is said; neither of them is asked about."""
    reading = read_calendar(
        calendar(
            day("Start of spring term", date(2027, 1, 4)),
            day("Break for half term", date(2027, 2, 11)),
            day("End of spring term", date(2027, 3, 25)),
        )
    )
    assert reading.question is None
    assert reading.periods == [(date(2027, 1, 4), date(2027, 2, 11))]
    assert [each.sentence for each in reading.problems if each.days == (date(2027, 3, 25),)] == [
        "We found no first day for the time that ends on Thursday 25 March 2027. Please add it."
    ]


def test_half_term_stands_beside_what_some_do_in_it() -> None:
    reading = read_calendar(
        calendar(
            day("All pupils return 8:35 a.m.", date(2026, 9, 3)),
            day("Half Term / Year 11 Interventions", date(2026, 10, 26), date(2026, 10, 31)),
            day("Last day of term", date(2026, 12, 18)),
        )
    )
    assert reading.periods == [
        (date(2026, 9, 3), date(2026, 10, 23)),
        (date(2026, 11, 2), date(2026, 12, 18)),
    ]


def test_an_event_whose_one_day_has_another_name_now_is_accounted_for() -> None:
    day_of = "UID:a\nDTSTART;VALUE=DATE:20250905"
    changed = "SUMMARY:Term starts\nUID:a\nRECURRENCE-ID;VALUE=DATE:20250905\nDTSTART;VALUE=DATE:20250905"
    told = fates(read_calendar(calendar(f"SUMMARY:Term ends\n{day_of}", changed)))
    assert told["Term ends: 5 September 2025"] == "left_out"
    assert "Term starts: 5 September 2025" in told
