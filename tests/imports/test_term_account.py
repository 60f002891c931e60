"""Every day that stands in a text is accounted for: used, left out for a reason, or handed back; and what is asked."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.imports import term_effects, term_judging
from carer_app.imports.term_asking import MOST_QUESTIONS
from carer_app.imports.term_candidates import candidate
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import DayInText, TermReading

YEAR = [
    "Term dates 2025/26",
    "Term 1: Tuesday 2 September to Friday 24 October 2025",
    "Term 2: Monday 3 November to Friday 19 December 2025",
    "Term 3: Monday 5 January to Friday 13 February 2026",
    "Term 4: Monday 23 February to Friday 27 March 2026",
    "Term 5: Monday 13 April to Friday 22 May 2026",
    "Term 6: Monday 1 June to Tuesday 21 July 2026",
]

LINES = st.sampled_from(
    [
        *YEAR,
        *(
            "Autumn Term 2025",
            "Spring Term",
            "INSET days",
            "Bank holidays",
            "Half term",
            "2026",
            "December",
            "",
        ),
        *(
            "First day",
            "Last day",
            "Closes | Re-opens",
            "Start\tEnd",
            "Term\tFirst day\tLast day",
            "Christmas",
        ),
        *(
            "Starts: 2 September",
            "Ends: Friday 19th December 2025",
            "Half term 27-31 October",
            "Monday 5 January",
        ),
        *(
            "Tuesday 2 September 2025",
            "24 October 2025",
            "3/11/25",
            "2025-12-19",
            "Jan 5, 2026",
            "31 February 2026",
        ),
        *("INSET: 1 September, 3 November and Monday 5th January 2026", "Training day - Friday 24 October"),
        *(
            "Year 7 start 2 September; all years 3 September 2025",
            "Year 6 SATs 11 to 14 May",
            "Sports day 3 July",
        ),
        *("October half term\t24 October 2025\t3 November 2025", "Easter | 27 March 2026 | 13 April 2026"),
        *("School closed Thursday 7 May 2026 for polling", "INSET day 5 June cancelled", "1 Medi 2025"),
        *("week beginning 16 February 2026", "for two weeks from 20 October 2025", "Updated 3 March 2026"),
        *("Monday 1st Inset day", "Friday 19 December 2024 to Monday 5 January 2026", "Tel: 020 7946 0000"),
        *(
            "May Day Monday 4 May",
            "Term ends 21 July 2026",
            "Term ends 17 July 2026",
            "45 March 2026",
            "• 3 days TBC",
        ),
    ]
)


def school_days(reading: TermReading) -> set[date]:
    calendar = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    return {day for each in calendar.periods for day in days_between(*each) if calendar.is_school_day(day)}


BANK = "It is a bank holiday, so school is shut then anyway."


def is_named(each: DayInText, reading: TermReading) -> bool:
    """Whether a day that was not used is named to the carer: its line is shown, or a sentence is about it.

    A bank holiday stands in the account alone.
    """
    if each.reason == BANK and all(map(is_bank_holiday, each.days)):
        return True
    in_a_line = any(each.line in line for line in reading.not_understood)
    told = {day for problem in reading.problems for day in problem.days}
    return in_a_line or (bool(each.days) and told.issuperset(each.days))


@settings(max_examples=250, deadline=None)
@given(st.lists(LINES, max_size=24))
def test_whatever_the_lines_every_day_is_used_or_named_with_its_reason(lines: list[str]) -> None:
    reading = read_pasted("\n".join(lines), date(2025, 11, 29))
    for each in reading.account:
        assert bool(each.reason) == (each.fate != "used")
        assert each.fate != "used" or each.days
        assert each.fate == "used" or is_named(each, reading), each
    assert all(first <= last for first, last in reading.periods)
    assert_asked_one_thing_at_a_time(reading)


def assert_asked_one_thing_at_a_time(reading: TermReading, *before: str) -> None:
    """Each question has answers that make different years, and none is asked again after its answer."""
    if reading.question is None:
        return
    assert len(reading.question.answers) >= 2
    for one, other in combinations(reading.question.answers, 2):
        assert one.words != other.words
        days = school_days(one.reading), school_days(other.reading)
        assert days[0] != days[1] or (not days[0] and one.reading.inset_days != other.reading.inset_days)
    assert reading.question.sentence not in before
    assert len(before) < MOST_QUESTIONS
    for answer in reading.question.answers:
        assert_asked_one_thing_at_a_time(answer.reading, *before, reading.question.sentence)


def test_a_day_alone_in_its_line_is_handed_back_with_the_words_above_it() -> None:
    reading = read_pasted("\n".join([*YEAR, "Open evenings", "2 October 2025", "9 October 2025"]))
    handed = [each for each in reading.account if each.fate == "handed_back"]
    assert [each.line for each in handed] == ["2 October 2025", "9 October 2025"]
    assert all(each.reason.startswith("It stands below “Open evenings”.") for each in handed)


@given(st.permutations(YEAR[1:]))
@settings(max_examples=20, deadline=None)
def test_the_account_has_every_day_in_the_order_of_the_text(lines: list[str]) -> None:
    reading = read_pasted("\n".join([YEAR[0], *lines]))
    assert [each.line for each in reading.account] == lines
    assert all(each.fate == "used" for each in reading.account)
    assert len(reading.periods) == 6


def fates(text: str) -> list[tuple[str, str, str]]:
    return [(each.written, each.fate, each.reason) for each in read_pasted(text).account]


def test_a_day_that_is_left_out_says_why() -> None:
    assert fates(
        "Term dates 2025/26\nYear 6 Bikeability training 3 March\nINSET day 5 June cancelled\n"
        "Sports day 3 July\nPage updated 1 May\nFizz 9 June\n1 Medi 2025"
    ) == [
        ("3 March", "left_out", "It is about some of the children."),
        ("5 June", "left_out", "Its words say that school is open."),
        ("3 July", "left_out", "It is an everyday event, while school is open."),
        ("1 May", "left_out", "It is about something else than term dates."),
        ("9 June", "handed_back", "We did not understand what this day is."),
        ("1 Medi 2025", "handed_back", "We do not know this as a day."),
    ]


def test_a_day_that_no_way_of_reading_used_is_a_sentence_with_its_day() -> None:
    reading = read_pasted("\n".join([*YEAR, "Fizz 9 June 2026"]))
    (problem,) = [each for each in reading.problems if each.kind == "unused"]
    assert problem.sentence == (
        "We did not use 9 June 2026: we could not tell what it is. Please check its line."
    )
    assert problem.days == (date(2026, 6, 9),)
    assert reading.not_understood == ["Fizz 9 June 2026"]


def test_many_days_that_were_not_used_are_one_sentence() -> None:
    reading = read_pasted("\n".join([*YEAR, *(f"Fizz {day} June 2026" for day in range(1, 20))]))
    (problem,) = [each for each in reading.problems if each.kind == "unused"]
    assert problem.sentence == "We did not use 19 of the days. Each is shown with its line."
    assert len(problem.days) == 19


def pupil_days(reading: TermReading) -> int:
    return len(school_days(reading))


def test_where_some_classes_begin_later_the_carer_is_asked_which_is_the_childs() -> None:
    lines = [line for line in YEAR if not line.startswith("Term 1")]
    starts = [
        "Years 7 and 12 start: Tuesday 2 September 2025",
        "Years 8 to 11 start: Thursday 4 September 2025",
    ]
    reading = read_pasted("\n".join([*lines, *starts, "Term 1 ends: Friday 24 October 2025"]))
    assert reading.question is not None
    assert reading.question.sentence == (
        "Some classes begin on 2 September, and some on 4 September. Which is right for the child?"
    )
    first, later = reading.question.answers
    assert (first.words, later.words) == ("2 September", "4 September")
    assert pupil_days(first.reading) == pupil_days(later.reading) + 2
    assert reading.periods == first.reading.periods


def test_a_second_place_where_the_text_says_two_things_is_asked_about_after_the_first() -> None:
    years = (
        "2024/25\nYear 7 start: Tuesday 3 September 2024\nYear 8 start: Wednesday 4 September 2024\n"
        "Term ends: Friday 20 December 2024\n"
        "2025/26\nYear 7 start: Tuesday 2 September 2025\nYear 8 start: Wednesday 3 September 2025\n"
        "Term ends: Friday 19 December 2025"
    )
    reading = read_pasted(years)
    assert reading.question is not None
    assert reading.question.sentence == (
        "Some classes begin on 3 September 2024, and some on 4 September 2024. Which is right for the child?"
    )
    firsts = (
        {reading.periods[0][0] for reading in leaves(reading)},
        {each.periods[1][0] for each in leaves(reading)},
    )
    assert firsts == ({date(2024, 9, 3)}, {date(2025, 9, 2)})
    for answer in reading.question.answers:
        assert answer.reading.question is not None
        assert answer.reading.question.sentence == (
            "Some classes begin on 2 September 2025, and some on 3 September 2025. Which is right for the child?"
        )
    assert len({frozenset(school_days(each)) for each in leaves(reading)}) == 4
    assert [
        problem.kind for each in leaves(reading) for problem in each.problems if problem.kind == "twice"
    ] == []


def leaves(reading: TermReading) -> list[TermReading]:
    """What was read after each run of answers."""
    if reading.question is None:
        return [reading]
    return [leaf for answer in reading.question.answers for leaf in leaves(answer.reading)]


def test_what_changes_most_is_asked_first() -> None:
    reading = read_pasted(
        "2025/26\nYear 7 start: Tuesday 2 September 2025\nYear 8 start: Wednesday 3 September 2025\n"
        "Term ends: Friday 19 December 2025\nTerm starts: Monday 5 January 2026\n"
        "Term ends: Friday 27 March 2026\n"
        "Year 7 start: Monday 13 April 2026\nYear 8 start: Friday 17 April 2026\nTerm ends: Friday 22 May 2026"
    )
    assert reading.question is not None
    assert "13 April" in reading.question.sentence
    later = [answer.reading.question for answer in reading.question.answers]
    assert [each is not None and "2 September" in each.sentence for each in later] == [True, True]


def test_more_than_three_open_things_are_not_all_asked_and_the_rest_is_said() -> None:
    starts = "".join(
        f"Year 7 start: {day} {month}\nYear 8 start: {day + 1} {month}\nTerm ends: {end}\n"
        for day, month, end in (
            (2, "September 2025", "24 October 2025"),
            (3, "November 2025", "19 December 2025"),
            (5, "January 2026", "13 February 2026"),
            (23, "February 2026", "27 March 2026"),
        )
    )
    for leaf in leaves(read_pasted("2025/26\n" + starts)):
        assert [each.kind for each in leaf.problems if each.kind == "twice"] == ["twice"]


@pytest.mark.parametrize(
    "line",
    [
        "INSET day 5 June 2026 cancelled",
        "INSET day (Year 6 only) 5 June 2026",
        "INSET day 5 June 2026 (nursery only)",
        "Friday 5 June 2026 - training day for Year 8 prefects",
        "Polling day, Friday 5 June 2026: school open as usual",
        "Year 6 Bikeability training 5 June 2026",
    ],
)
def test_a_day_closes_only_where_it_is_said_of_the_whole_school(line: str) -> None:
    plain = pupil_days(read_pasted("\n".join(YEAR)))
    reading = read_pasted("\n".join([*YEAR, line]))
    assert pupil_days(reading) == plain
    assert reading.not_understood == [line]


def test_a_day_that_closes_for_the_whole_school_does() -> None:
    plain = pupil_days(read_pasted("\n".join(YEAR)))
    for line in ("INSET day 5 June 2026", "School closed to all pupils, nursery too: 5 June 2026"):
        assert pupil_days(read_pasted("\n".join([*YEAR, line]))) == plain - 1


@pytest.mark.parametrize(
    "text",
    [
        "Half term: Friday 24 October to Monday 3 November 2025\n"
        "Christmas: Friday 19 December to Monday 5 January 2026",
        "Term ends 17 July 2026\nTerm ends 21 July 2026\nTerm starts 1 June 2026",
    ],
)
def test_a_text_that_two_ways_fit_is_asked_about_or_remarked_on(text: str) -> None:
    reading = read_pasted(text)
    assert reading.question or [each for each in reading.problems if each.kind != "bank_holiday"]


@pytest.mark.parametrize("number", [59, 120, 400])
def test_however_much_a_text_leaves_open_the_years_that_are_tried_are_few(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def counted(*what: Any) -> Any:
        tried.append(what)
        return candidate(*what)

    monkeypatch.setattr(term_judging, "candidate", counted)
    monkeypatch.setattr(term_effects, "candidate", counted)
    lines = [
        f"Year {7 + day % 2} start: {1 + day % 28} {('September', 'November', 'January', 'April')[day % 4]}"
        for day in range(number)
    ]
    reading = read_pasted("\n".join(["2025/26", *lines, "Term ends 21 July 2026"]))
    assert len(reading.account) == number + 1
    assert len(tried) < 250


@pytest.mark.parametrize(
    "written",
    [
        "12 05 2026",
        "12 5 26",
        "12_05_2026",
        "12|05|2026",
        "12,05,2026",
        "12:05:2026",
        "2026 05 12",
        "2026/05/12",
        "20260512",
        "12052026",
        "12/05/20266",
        "12th 5th 2026",
        "12 V 2026",
        "12 de mayo de 2026",
        "l2 May",
        "1O March",
        "12 M arch 2026",
        "41 May",
        "twelfth of May",
        "Tuesday 12",
        "Tues 12th",
        "Tue 12 5",
        "the 12th",
    ],
)
@pytest.mark.parametrize(
    "label", ["Occasional day: {}", "INSET day: {}", "School closed {} for the election"]
)
def test_a_day_in_a_form_that_nobody_knows_is_handed_back_and_never_passed_over(
    label: str, written: str
) -> None:
    line = label.format(written)
    told = [each for each in read_pasted("\n".join([*YEAR, line])).account if each.line == line]
    assert told
    assert {each.fate for each in told} == {"handed_back"}


@pytest.mark.parametrize(
    "line", ["12.05", "10 11", "INSET: 24 November, 4th", "INSET: 24 November & Monday 7th"]
)
def test_numbers_without_a_label_or_a_month_are_handed_back_too(line: str) -> None:
    told = [each for each in read_pasted("\n".join([*YEAR, line])).account if each.line == line]
    assert told[-1].fate == "handed_back"


@pytest.mark.parametrize("written", ["12-May-26", "12-May-2026", "12/May/2026", "12-may-26"])
def test_a_day_as_a_sheet_writes_it_is_read(written: str) -> None:
    assert read_pasted("\n".join([*YEAR, f"INSET day: {written}"])).inset_days == [date(2026, 5, 12)]
