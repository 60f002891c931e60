"""What is said of some children, taken back, moved, or told in words: the day is right, or the carer is told of it."""

from datetime import date
from functools import lru_cache

import pytest

from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading

TABLE = """Term dates 2026/27
Autumn term: Wednesday 2 September - Friday 18 December 2026
Half term: Monday 26 - Friday 30 October 2026
Spring term: Monday 4 January - Thursday 25 March 2027
Half term: Monday 15 - Friday 19 February 2027
Summer term: Monday 12 April - Wednesday 21 July 2027
Half term: Monday 31 May - Friday 4 June 2027
"""


def pupil_days(reading: TermReading) -> set[date]:
    calendar = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    return {day for day in days_between(date(2026, 8, 1), date(2027, 8, 31)) if calendar.is_school_day(day)}


@lru_cache(maxsize=1)
def in_the_table() -> frozenset[date]:
    return frozenset(pupil_days(read_pasted(TABLE)))


def moved_by(line: str) -> set[date]:
    return set(in_the_table() ^ pupil_days(read_pasted(TABLE + line)))


@pytest.mark.parametrize(
    "line",
    [
        "Friday 2 October - Secondary School closed for Aptitude Testing",
        "Banding Test Day: Friday 04 December 2026 - school is closed for Years 7,8,9 & 10",
        "School will NOT be closed for polling on Thursday 6 May 2027",
        "Thursday 6 May 2027: the school won't be closed for the election",
        "Strike on Thursday 10 June 2027: closed to Years 7 to 9, open to Years 10 and 11",
        "Monday 9 November 2026 - Back to school photographs",
        "Thursday 12 November 2026 - Year 9 return from ski trip",
    ],
)
def test_a_day_that_is_open_to_some_or_all_stays_open_and_is_left_out_with_a_reason(line: str) -> None:
    assert moved_by(line) == set()
    told = read_pasted(TABLE + line).account[-1]
    assert told.fate == "left_out"
    assert told.reason


@pytest.mark.parametrize(
    "line",
    [
        "The INSET day on Friday 12 February has moved to Monday 22 February 2027.",
        "The INSET planned for 12 February will now be 22 February 2027",
        "INSET day: Monday 22 February 2027 instead of Friday 12 February",
    ],
)
@pytest.mark.parametrize("listed", ["", "INSET days: Friday 12 February 2027\n"])
def test_a_training_day_that_was_moved_counts_on_its_new_day_alone(line: str, listed: str) -> None:
    reading = read_pasted(TABLE + listed + line)
    assert reading.inset_days == [date(2027, 2, 22)]
    assert date(2027, 2, 12) in pupil_days(reading)
    old = [each for each in reading.account if each.days == (date(2027, 2, 12),)]
    assert {each.fate for each in old} == {"left_out"}


@pytest.mark.parametrize(
    "line",
    [
        "Friday 12 February 2027: school is now OPEN to pupils",
        "School will be open to pupils on 12 February",
        "Friday 12 February is no longer an INSET day.",
        "The INSET day on 12 February has been cancelled",
        "INSET | Friday 12 February 2027 | cancelled",
        "Friday 12 February 2027 INSET (cancelled)",
    ],
)
def test_a_training_day_that_is_taken_back_is_a_school_day_wherever_it_is_listed(line: str) -> None:
    reading = read_pasted(TABLE + "INSET days: Friday 25 June 2027, Friday 12 February 2027\n" + line)
    assert reading.inset_days == [date(2027, 6, 25)]
    assert date(2027, 2, 12) in pupil_days(reading)
    assert line in reading.not_understood


@pytest.mark.parametrize(
    "line",
    [
        "INSET day Primary: Friday 12 February 2027",
        "INSET day (Lower site): Friday 12 February 2027",
        "INSET day Friday 12 February 2027 (Oak campus)",
        "INSET day Friday 12 February 2027 - Northfield only",
        "Friday 12 February 2027 INSET day (secondary phase)",
        "Friday 12 February 2027 - School closed (Juniors)",
        "Friday 12 February 2027 INSET (Infant staff)",
        "Secondary INSET: Friday 12 February 2027",
    ],
)
def test_a_day_off_of_one_site_or_phase_is_left_out_with_its_reason(line: str) -> None:
    assert moved_by(line) == set()
    told = read_pasted(TABLE + line).account[-1]
    assert (told.fate, told.reason) == ("left_out", "It is about some of the children.")


@pytest.mark.parametrize(
    "who", ["INSET (teaching assistants)", "Support staff training day", "ECT training day"]
)
def test_training_of_some_of_the_staff_closes_no_day_and_says_why(who: str) -> None:
    assert moved_by(f"{who}: Friday 12 February 2027") == set()
    told = read_pasted(f"{TABLE}{who}: Friday 12 February 2027").account[-1]
    assert (told.fate, told.reason) == ("left_out", "It is for some of the staff, while school is open.")
    assert moved_by("INSET for all staff, teaching assistants too: Friday 12 February 2027")


MOVED = {
    "instead": "The INSET day on 12 February will no longer take place; instead we have 22 February 2027",
    "was, now": "Change of date: INSET - was 12/02/2027, now 22/02/2027",
    "old, new": "INSET: 12 February OLD DATE, 22 February 2027 NEW DATE",
    "replaces": "INSET day 3 (Monday 22 February 2027) replaces the one on 12 February",
    "on one line": "INSET day moved from Friday 12 February to Monday 22 February 2027",
    "below its words": "The INSET day has been changed\nfrom Friday 12 February to Monday 22 February 2027",
    "each on a line": "INSET day change:\nfrom Friday 12 February\nto Monday 22 February 2027",
    "over two lines": "The INSET day on Friday 12 February has been moved\nto Monday 22 February 2027.",
    "struck": "INSET day: ~~Friday 12 February~~ Monday 22 February 2027",
    "struck in a list": "INSET days\n~~Friday 12 February 2027~~\nMonday 22 February 2027",
    "struck letter by letter": "INSET days\n" + "".join(f"{each}\u0336" for each in "12 February")
    + "\nMonday 22 February 2027",
    "struck in a page": "<p>INSET: <span style='text-decoration: line-through'>12 February</span> 22 February</p>",
    "struck in bold": "<p>INSET:</p><p><del><b>12 February</b></del></p><p>22 February</p>",
}  # fmt: skip


@pytest.mark.parametrize("line", MOVED.values(), ids=list(MOVED))
@pytest.mark.parametrize("listed", ["", "INSET days: Friday 12 February 2027\n\n"])
def test_a_training_day_that_was_struck_out_or_moved_away_is_a_school_day(line: str, listed: str) -> None:
    reading = read_pasted(TABLE + listed + line)
    assert reading.inset_days == [date(2027, 2, 22)]
    assert date(2027, 2, 12) in pupil_days(reading)


def test_a_day_off_that_is_not_yet_certain_is_said_to_be_so() -> None:
    for words in ("INSET (provisional)", "INSET day TBC"):
        (told,) = [
            each for each in read_pasted(f"{TABLE}{words} 12 February 2027").problems if each.kind == "doubt"
        ]
        assert "not yet certain" in told.sentence
    assert not read_pasted(TABLE + "INSET day 12 February 2027 (County Show tbc)").problems


@pytest.mark.parametrize("line", ["INSET days at both sites", "INSET days (all staff on site)", "INSET days"])
def test_a_day_off_of_the_whole_school_stays_one(line: str) -> None:
    assert moved_by(f"{line}: Friday 12 February 2027") == {date(2027, 2, 12)}


ROWS = {
    "half": "Half term: Monday 26 October - Friday 30 October 2026",
    "autumn": "Autumn 2: Monday 2 November 2026 - Friday 18 December 2026",
    "christmas": "Christmas: Monday 21 December 2026 - Friday 1 January 2027",
    "spring": "Spring 1: Monday 4 January 2027 - Friday 12 February 2027",
    "spring 2": "Spring 2: Monday 22 February 2027 - Thursday 25 March 2027",
    "easter": "Easter: Friday 26 March 2027 - Friday 9 April 2027",
    "summer": "Summer 1: Monday 12 April 2027 - Friday 28 May 2027",
}


def told(**changed: str) -> list[tuple[str, tuple[date, ...]]]:
    reading = read_pasted("\n".join(["Term dates 2026/27", *{**ROWS, **changed}.values()]))
    return [
        (problem.kind, problem.days)
        for problem in reading.problems
        if problem.kind == "overlap" or "neither" in problem.sentence
    ]


@pytest.mark.parametrize(
    ("name", "line", "days"),
    [
        (
            "christmas",
            "Christmas: Wednesday 16 December - Friday 1 January",
            (date(2026, 12, 16), date(2026, 12, 18)),
        ),
        (
            "christmas",
            "Christmas: Monday 21 December - Wednesday 6 January",
            (date(2027, 1, 4), date(2027, 1, 6)),
        ),
        ("easter", "Easter: Tuesday 23 March - Friday 9 April", (date(2027, 3, 23), date(2027, 3, 25))),
    ],
)
def test_two_lines_that_do_not_agree_are_both_told_to_the_carer(
    name: str, line: str, days: tuple[date, ...]
) -> None:
    assert told() == []
    assert told(**{name: line}) == [("overlap", days)]


def test_days_between_school_and_a_holiday_that_are_neither_are_named() -> None:
    gap = told(**{"spring 2": "Spring 2: Monday 22 February 2027 - Tuesday 23 March 2027"})
    assert gap == [("missing", (date(2027, 3, 24), date(2027, 3, 25)))]


def test_a_training_day_to_be_confirmed_behind_those_with_their_dates_is_counted() -> None:
    reading = read_pasted(
        TABLE + "INSET days\nWednesday 2 September, Monday 4 January, plus one to be confirmed"
    )
    assert reading.inset_days == [date(2026, 9, 2), date(2027, 1, 4)]
    assert reading.inset_unknown == 1


def test_a_training_day_told_in_words_is_an_unknown_one_and_its_line_is_shown() -> None:
    line = "Our training days this year are 2/9/26, 4/1/27 and the Friday before half term."
    reading = read_pasted(TABLE + line)
    assert reading.inset_days == [date(2026, 9, 2), date(2027, 1, 4)]
    assert reading.inset_unknown == 1
    assert line in reading.not_understood


def test_a_training_day_in_the_bracket_behind_the_day_pupils_return_is_that_day() -> None:
    reading = read_pasted(TABLE + "Tuesday 3 November - Pupils return (Staff Training Monday 2 November)")
    assert reading.inset_days == [date(2026, 11, 2)]
    assert date(2026, 11, 3) in pupil_days(reading)


@pytest.mark.parametrize(
    "line",
    [
        "School is closed on Friday 23 October for staff training and reopens on Monday 2 November.",
        "We are closed on Friday 23 October for staff training, then back from Monday 2 November.",
        "School shut on Friday 23 October for an INSET day, and everyone is back on Monday 2 November.",
        "The school is closed Friday 23 October due to staff training but re-opens Monday 2 November",
    ],
)
def test_the_day_school_is_back_after_training_is_no_training_day(line: str) -> None:
    reading = read_pasted(TABLE + line)
    assert [*reading.inset_days, *reading.closed_days] == [date(2026, 10, 23)]
    assert moved_by(line) == {date(2026, 10, 23)}


@pytest.mark.parametrize(
    "line",
    [
        "School is closed on Friday 23 October for staff training and Monday 2 November",
        "School is closed on Friday 23 October for INSET and on Monday 2 November for INSET",
        "Staff training: Friday 23 October and Monday 2 November",
    ],
)
def test_two_training_days_in_one_sentence_are_two(line: str) -> None:
    assert moved_by(line) == {date(2026, 10, 23), date(2026, 11, 2)}


@pytest.mark.parametrize("parting", ["; ", ", ", " | ", "\t", " ", ". ", " - ", " and "])
@pytest.mark.parametrize("joining", [" - ", " is an "])
@pytest.mark.parametrize("everyday", ["school photographs", "parents evening"])
def test_where_days_stand_first_on_a_line_words_follow_their_day(
    parting: str, joining: str, everyday: str
) -> None:
    training = f"Friday 9 October{joining}INSET day"
    first = f"{training}{parting}Monday 12 October - {everyday}"
    last = f"Monday 5 October - {everyday}{parting}{training}"
    assert moved_by(first) == moved_by(last) == {date(2026, 10, 9)}


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (
            "Friday 23 October is an INSET day, so children break up on Thursday 22 October",
            date(2026, 10, 23),
        ),
        ("Monday 2 November INSET (staff only) - pupils return Tuesday 3 November", date(2026, 11, 2)),
    ],
)
def test_the_day_beside_a_training_day_is_a_school_day(line: str, day: date) -> None:
    assert moved_by(line) == {day}


def test_a_day_whose_words_may_be_another_days_is_handed_back() -> None:
    line = "Friday 23 October INSET day children break up on Thursday 22 October"
    assert moved_by(line) == set()
    assert {told.fate for told in read_pasted(TABLE + line).account[-2:]} == {"handed_back"}


@pytest.mark.parametrize(
    "line",
    [
        "Friday 27 November: school closes at 1.30pm for staff training",
        "Friday 27 November: school closed to all pupils from 12.30",
        "INSET: Friday 27 November from 1.15pm",
        "Friday 27 November (school closes 12.30pm - Staff CPD)",
        "Friday 27 November: INSET, children collected at 1pm",
        "Friday 27 November - staff training, pupils dismissed at 12.30pm",
        "Friday 27 November - INSET, pupils go home at noon",
        "Friday 27 November: 1pm finish for INSET",
        "Friday 27 November - INSET afternoon",
        "Friday 27 November - half day closure for staff training",
        "Late start Monday 4 January: children arrive 10.30am, staff training first",
        "Monday 7 December: late start, staff training",
        "Training days: Friday 23 October (am)",
        "Training days: Friday 23 October (am) and Friday 12 February (pm)",
        "INSET days\nFriday 27 November (1pm finish)",
        "School closes at 1pm every Wednesday from 13 January for staff training",
    ],
)
def test_a_day_with_school_for_a_part_of_it_stays_a_school_day_and_is_named(line: str) -> None:
    assert moved_by(line) == set()
    told = read_pasted(TABLE + line).account[-1]
    assert told.fate == "left_out"
    assert told.reason


@pytest.mark.parametrize(
    "line",
    [
        "Friday 27 November: INSET day, 9am to 3.30pm",
        "Friday 27 November: school closed all day for staff training, 8.45-16.00",
        "INSET: Friday 27 November. Children return at 8.40am as usual on Monday 30 November",
        "Friday 27 November INSET, children return on Monday 30 November at 8.45am",
    ],
)
def test_the_hours_of_a_whole_training_day_give_no_part_of_it_back(line: str) -> None:
    assert moved_by(line) == {date(2026, 11, 27)}


@pytest.mark.parametrize(
    "line",
    [
        "The school may be closed on Monday 1 March 2027",
        "School might have to close on Monday 1 March 2027: closed only if staff strike",
        "Monday 1 March 2027: school could be shut (election)",
        "Monday 1 March 2027 - possible closure",
    ],
)
def test_a_day_that_may_be_closed_stays_a_school_day_and_is_handed_back(line: str) -> None:
    assert moved_by(line) == set()
    assert read_pasted(TABLE + line).account[-1].fate == "handed_back"


def everyday_lists(start: str = "", blank: str = "", numbered: bool = False) -> str:
    days = ["Wednesday 2 September 2026", "Friday 23 October 2026", "Monday 4 January 2027"]
    training = [f"{number}. {day}" for number, day in enumerate(days, 1)] if numbered else days
    parts = [
        ["Training days", *training, *(["4. TBC"] if numbered else [])],
        ["Parents evenings", "Tuesday 10 November 2026", "Thursday 11 March 2027"],
        ["Photographs", "Monday 12 October 2026"],
        ["Sports day", "Friday 2 July 2027"],
    ]
    return start + f"\n{blank}".join("\n".join(part) for part in parts)


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize("numbered", [True, False])
def test_an_everyday_heading_ends_the_list_of_training_days_above_it(blank: str, numbered: bool) -> None:
    reading = read_pasted(TABLE + everyday_lists(blank, blank, numbered))
    assert reading.inset_days == [date(2026, 9, 2), date(2026, 10, 23), date(2027, 1, 4)]
    assert reading.inset_unknown == int(numbered)
    assert reading.question is None


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("INSET day Monday 8 March 2027 (tbc)", 1),
        ("INSET days: Monday 8 March 2027 and 1 more tbc", 1),
        ("5 INSET days: 2 September, 4 January, others TBC", 3),
        ("Five training days: 2 September 2026, 4 January 2027 and the rest to be confirmed", 3),
        ("INSET days: 2 September, 4 January, three TBC", 3),
        ("INSET days: 2 September, 4 January, others TBC", 1),
        ("Term 5: 12 April - 27 May 2027 (Bank Holiday - 3 May. Inset day - 28 May tbc)", 1),
        ("Schools have 5 INSET days.", 0),
        ("This year we have 5 INSET days.", 5),
        ("Training days:\nTuesday 1 September 2026\nTBC\nTBC", 2),
        ("INSET days TBC", 1),
    ],
)
def test_the_number_of_a_day_is_no_number_of_days_to_be_confirmed(line: str, unknown: int) -> None:
    assert read_pasted(TABLE + line).inset_unknown == unknown


@pytest.mark.parametrize(
    "line",
    [
        *(
            "INSET days TBC",
            "Training days are to be confirmed",
            "The second Friday in November is an INSET day",
        ),
        *("INSET: first day after each half term", "INSET days are the first two days of the autumn term"),
    ],
)
def test_training_days_of_which_nobody_says_when_or_how_many_are_shown(line: str) -> None:
    reading = read_pasted(TABLE + line)
    assert line in reading.not_understood
    assert reading.inset_days == []


def test_letters_before_a_training_day_are_a_trusts_where_school_is_shut_and_else_are_handed_back() -> None:
    def read(line: str) -> TermReading:
        return read_pasted(TABLE.replace("Monday 4 January", "Tuesday 5 January") + line)

    between = read("Monday 4 January 2027 - QXT Training Day")
    assert between.inset_days == [date(2027, 1, 4)]
    assert pupil_days(between) == in_the_table() - {date(2027, 1, 4)}
    assert [each.kind for each in between.problems] == ["doubt"]
    inside = read("Friday 12 February 2027 - QXT Training Day")
    assert (inside.inset_days, inside.account[-1].fate) == ([], "handed_back")
    for whose in ("TA", "ECT", "CPR", "RUGBY", "PTA"):
        assert read(f"Monday 4 January 2027 - {whose} Training Day").inset_days == []
    listed = read("INSET days\nFriday 12 February 2027 - QXT Training Day")
    assert listed.inset_days == [date(2027, 2, 12)]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "INSET day (taken as twilight sessions, school closed)",
            "School closed in lieu of twilight INSETs",
            "INSET Day 3 in lieu of twilight",
            "Staff development day (in lieu of twilights)",
        ),
        *("INSET day, children return Tuesday", "INSET day - pupils back in school the next day"),
        "Closed to pupils as it is being used as a polling station",
        *("Inset Day CLOSED nursery conference", "Home Visits CLOSED", "Headteacher's holiday"),
    ],
)
def test_a_day_off_that_makes_up_for_another_time_or_tells_of_a_later_one_is_that_day(words: str) -> None:
    for line in (f"Friday 12 February 2027 - {words}", f"{words}: Friday 12 February 2027"):
        assert moved_by(line) == {date(2027, 2, 12)}, line


@pytest.mark.parametrize(
    "words", ["Trust INSET - school closed at 12", "Twilight INSET - school closed by 4pm"]
)
def test_training_that_begins_when_children_have_gone_home_takes_no_day(words: str) -> None:
    assert moved_by(f"Friday 12 February 2027 - {words}") == set()


@pytest.mark.parametrize(
    "line",
    [
        *(
            "INSET days will be taken as twilights",
            "Our five training days are all held as twilight sessions",
        ),
        *("All INSET days are disaggregated", "There are no INSET days this year"),
    ],
)
def test_that_there_are_no_training_days_by_day_is_shown_and_counts_none(line: str) -> None:
    reading = read_pasted(TABLE + line)
    assert (reading.inset_unknown, reading.not_understood) == (0, [line])


def test_the_first_days_of_several_years_below_term_begins_are_asked_about() -> None:
    rows = "Years 7 and 12: {} 2 September 2026\nThursday 3 September 2026 (Years 8 to 11 and 13)\n"
    rest = "Autumn term ends 18 December\nHalf term 26-30 October"
    text = f"Autumn term begins\n{rows.format('Wednesday')}{WITHOUT_AUTUMN}\n{rest}"
    question = read_pasted(text).question
    assert question is not None
    assert [each.words for each in question.answers] == ["2 September", "3 September"]


BY_ITS_EDGES = """Autumn term starts Wednesday 2 September 2026
Half term Monday 26 October to Friday 30 October 2026
Autumn term ends Friday 18 December 2026
"""


@pytest.mark.parametrize(
    "line",
    [
        "We have an INSET day on Monday 30 November, so children return to school on Tuesday 1 December 2026.",
        "INSET day Monday 30 November (children back Tuesday 1 December 2026)",
        "Our next INSET day is Monday 30 November 2026.",
    ],
)
def test_the_return_after_a_training_day_begins_no_stretch_of_school(line: str) -> None:
    without, also = (pupil_days(read_pasted(BY_ITS_EDGES + more)) for more in ("", line))
    assert without ^ also == {date(2026, 11, 30)}


@pytest.mark.parametrize(
    "event",
    [
        *(
            "Summer school starts",
            "Saturday school starts",
            "Summer hours start",
            "Summer time ends",
            "Winter begins",
        ),
        *("First day of autumn", "Last day of summer", "Students' council begins", "Staff week ends"),
        "Staff return from conference",
    ],
)
def test_what_begins_or_ends_beside_school_is_no_first_or_last_day(event: str) -> None:
    without, also = (
        pupil_days(read_pasted(BY_ITS_EDGES + more)) for more in ("", f"Monday 23 November 2026 - {event}")
    )
    assert without == also


@pytest.mark.parametrize(
    "event", ["Christmas week", "Mid-term tests", "Vacation work placement", "School week off timetable"]
)
def test_a_week_of_something_within_a_half_of_a_term_is_no_holiday(event: str) -> None:
    line = f"Monday 23 November to Friday 27 November 2026 - {event}"
    reading = read_pasted(BY_ITS_EDGES + line)
    assert pupil_days(reading) == pupil_days(read_pasted(BY_ITS_EDGES))
    assert reading.account[-1].fate == "left_out"
    assert not any(each.kind in ("short", "break") for each in reading.problems)


@pytest.mark.parametrize("who", ["pupils in Year 9", "Years 7, 8 & 9", "Class 12"])
def test_the_number_of_a_year_group_before_a_day_is_no_day(who: str) -> None:
    assert moved_by(f"School closed to {who} - Friday 27 November 2026") == set()


def test_a_bank_holiday_that_we_do_not_know_as_one_is_told() -> None:
    reading = read_pasted(TABLE + "Bank holiday: Monday 10 May 2027")
    assert reading.closed_days == [date(2027, 5, 10)]
    (told,) = [each for each in reading.problems if each.kind == "bank_holiday"]
    assert told.sentence == (
        "The text calls Monday 10 May 2027 a bank holiday, and we do not know it as one. "
        "We took it as a day off. Please check it with school."
    )
    assert not read_pasted(TABLE + "Bank holiday: Monday 3 May 2027").problems


@pytest.mark.parametrize("who", ["staff development day", "training day", "INSET day"])
@pytest.mark.parametrize("nobody", ["no classes", "no lessons", "no teaching", "no classes for students"])
def test_a_training_day_without_classes_is_a_training_day(who: str, nobody: str) -> None:
    for line in (
        f"{who} ({nobody}): 5 February 2027",
        f"{who} ({nobody}):\n5 February 2027",
        f"5 February 2027 - {who}, {nobody}",
    ):
        reading = read_pasted(TABLE + line)
        assert (reading.inset_days, reading.closed_days) == ([date(2027, 2, 5)], []), line


@pytest.mark.parametrize(
    "heading",
    [
        "School closure:",
        "Closures",
        "Other closures:",
        "School closed:",
        "School is closed on these days:",
        "Days school is shut",
    ],
)
@pytest.mark.parametrize("listed", ["Monday 9 November 2026", "TBC"])
def test_a_heading_of_closures_ends_the_list_of_training_days_above_it(heading: str, listed: str) -> None:
    reading = read_pasted(f"{TABLE}INSET days:\n{listed}\n{heading}\nFriday 14 May 2027\nMonday 17 May 2027")
    assert reading.closed_days == [date(2027, 5, 14), date(2027, 5, 17)]


WITHOUT_AUTUMN = "\n".join(
    line for line in TABLE.splitlines() if "Autumn" not in line and "October" not in line
)


@pytest.mark.parametrize(
    ("lines", "answers"),
    [
        (
            "Autumn term: 2 September to 18 December 2026; half term 26-30 October; pupils return Tuesday 3 November",
            ["2 November", "3 November"],
        ),
        (
            "Autumn term: 2 September to 18 December 2026\nHalf term: 26-30 October 2026\n"
            "School closes on Thursday 22 October 2026",
            ["22 October", "23 October"],
        ),
    ],
)
def test_a_day_at_a_holiday_that_another_line_has_otherwise_is_asked_about(
    lines: str, answers: list[str]
) -> None:
    reading = read_pasted(f"{WITHOUT_AUTUMN}\n{lines}")
    assert reading.question is not None
    assert [each.words for each in reading.question.answers] == answers
    one, other = (pupil_days(each.reading) for each in reading.question.answers)
    assert len(one ^ other) == 1
    assert reading.question.answers[0].reading.question is None


def test_a_day_between_a_holiday_and_the_return_of_which_nothing_is_said_is_named() -> None:
    lines = "Starts 2 September 2026\nHalf term 26-30 October 2026\nPupils return 3 November 2026\nEnds 18 December"
    reading = read_pasted(f"{WITHOUT_AUTUMN}\nAutumn term 2026\n{lines}")
    assert date(2026, 11, 2) not in pupil_days(reading)
    assert [each.days for each in reading.problems if each.kind == "missing"] == [(date(2026, 11, 2),)]
    training = read_pasted(f"{WITHOUT_AUTUMN}\nAutumn term 2026\n{lines}\nINSET day 2 November 2026")
    assert [each for each in training.problems if each.kind == "missing"] == []


def test_training_days_without_a_month_are_handed_back_and_are_not_known_until_somebody_says_them() -> None:
    reading = read_pasted("Summer term 2027: 12 April to 21 July\nINSET: Mon 19th, Tues 20th")
    assert (reading.inset_days, reading.inset_unknown) == ([], 2)
    assert reading.not_understood == ["INSET: Mon 19th, Tues 20th"]


def test_a_stretch_and_a_day_in_the_next_column_are_no_longer_stretch() -> None:
    reading = read_pasted("Autumn 2026\nHalf term 26 - 30 October         Friday 27 November 2026")
    assert reading.periods == []


@pytest.mark.parametrize("what", ["form", "slips", "letters", "library books", "the consent form"])
def test_paper_that_comes_back_to_school_is_no_first_day(what: str) -> None:
    reading = read_pasted(f"Term ends on Friday 18 December 2026\nPlease return {what} by 20 November 2026")
    assert reading.periods == []


@pytest.mark.parametrize(
    "below",
    [
        "INSET days\nFriday 11 June 2027 (except Year 11)",
        "INSET days\nMonday 7 June 2027\nFriday 11 June 2027 - not Year 11",
        "INSET days:\nFriday 11 June 2027 (Years 7 to 10)",
        "INSET day Friday 11 June 2027 for all but Year 11",
    ],
)
def test_a_day_off_for_some_is_no_everyday_event_but_asked_about(below: str) -> None:
    """“It is an everyday event, while school is open”, said of a training day for all but one year."""
    reading = read_pasted(f"{TABLE}{below}\n")
    assert date(2027, 6, 11) not in (*reading.inset_days, *reading.closed_days)
    (told,) = [each for each in reading.account if "11 June" in each.line]
    assert told.fate == "handed_back"
    assert any(date(2027, 6, 11) in each.days for each in reading.problems)
