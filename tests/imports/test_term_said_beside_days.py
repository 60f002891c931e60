"""Days that a page itself leaves open, or says of some alone: never taken, and never passed over, in silence."""

from datetime import date

import pytest

from carer_app.imports.term_calendar import read_calendar
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from tests.imports.test_school_events import as_file
from tests.imports.test_term_silence import TABLE, WITHOUT_AUTUMN, moved_by

HALVES = """Term dates 2026/27
Enrolment week: Monday 24 August - Friday 28 August 2026
Autumn Half Term 1: Monday 24 August - Friday 23 October 2026
{lines}
October Half Term Holiday: Monday 26 October - Friday 30 October 2026
Autumn Half Term 2: Monday 2 November - Friday 18 December 2026
"""


def sentences(reading: TermReading) -> list[str]:
    return [each.sentence for each in reading.problems]


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Some of these dates may change.",
        "These days have been set aside for the training of our staff.\n\nThe dates are subject to change.",
        "Students are not expected in college then unless their tutor asks for them.",
        "Please note that these days may change.",
        "Pupils stay at home on these days unless a teacher asks them to come in and finish a piece of work.",
    ],
)
@pytest.mark.parametrize("heading", ["Staff training days", "INSET days", "Staff development days"])
def test_training_days_below_sentences_about_them_are_training_days(heading: str, note: str) -> None:
    days = "Friday 23 October 2026\nThursday 11 February - Friday 12 February 2027\nMonday 7 June 2027"
    reading = read_pasted(f"{TABLE}\n{heading}\n\n{note}\n\n{days}\n")
    assert reading.inset_days == [
        *(date(2026, 10, 23), date(2027, 2, 11), date(2027, 2, 12), date(2027, 6, 7)),
    ]


def test_a_day_alone_below_a_heading_of_days_off_is_never_known_already() -> None:
    for note in ("Our governors agreed to all of them in May.", "Visitors are welcome to ring us."):
        reading = read_pasted(f"{TABLE}\nStaff training days\n{note}\n\nFriday 23 October 2026\n")
        told = [each for each in reading.account if each.line == "Friday 23 October 2026"]
        assert date(2026, 10, 23) in reading.inset_days or [each.fate for each in told] == ["handed_back"]


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (
            "First Year Students Start College: Wednesday 2 September 2026\n"
            "Returning Students Start College: Monday 7 September 2026",
            ["24 August", "2 September"],
        ),
        (
            "New students begin: Thursday 3 September 2026\nContinuing students return: Tuesday 8 September 2026",
            ["24 August", "8 September"],
        ),
        ("1st years start on Friday 4 September 2026", None),
        ("Returning learners: lessons start Wednesday 9 September 2026", None),
    ],
)
def test_first_days_of_years_weeks_inside_their_half_are_asked_about(
    lines: str, asked: list[str] | None
) -> None:
    reading = read_pasted(HALVES.format(lines=lines))
    if asked is None:
        assert reading.question is not None or any(each.fate == "handed_back" for each in reading.account)
        return
    assert reading.question is not None
    assert [each.words for each in reading.question.answers] == asked


def test_what_was_answered_about_a_first_day_is_not_held_against_its_weekday() -> None:
    lines = "1st Year Students Start: Thursday 3 September 2026\nReturning Students Start: Monday 7 September 2026"
    question = read_pasted(HALVES.format(lines=lines)).question
    seen = 0
    while question is not None:
        reading = question.answers[-1].reading
        assert not [each for each in reading.problems if each.kind in ("weekday", "year")]
        question, seen = reading.question, seen + 1
    assert seen == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Term ends: Thursday 17th or Friday 18 December 2026",
            "gives Friday 18 December 2026 or another day",
        ),
        ("Last day of term TBC - 17th or Friday 18 December", "gives Friday 18 December 2026 or another day"),
        ("Term ends: Friday 18 December 2026 (or Thursday 17th)", "or another day"),
        ("Term ends: Friday 18 December 2026 TBC", "Friday 18 December 2026 is not yet certain"),
        (
            "Term ends (to be confirmed): Friday 18 December 2026",
            "Friday 18 December 2026 is not yet certain",
        ),
        ("Term ends provisionally on Friday 18 December 2026", "Friday 18 December 2026 is not yet certain"),
        ("Half term ends: Sunday 1 November 2026\nTerm ends: 18 December 2026 - TBC", "is not yet certain"),
    ],
)
def test_a_first_or_last_day_that_is_left_open_is_told(line: str, said: str) -> None:
    text = f"{WITHOUT_AUTUMN}\nAutumn term\nTerm starts: Wednesday 2 September 2026\nHalf term: 26 - 30 October\n"
    assert any(said in each for each in sentences(read_pasted(f"{text}{line}\n")))


@pytest.mark.parametrize(
    "line",
    [
        "Term ends: Friday 18 December 2026, INSET days TBC",
        "Term ends | Friday 18 December 2026 | TBC",
        "Term ends: Friday 18 December 2026 (1.30pm or 2pm)",
        "INSET to be confirmed; term ends Friday 18 December 2026",
    ],
)
def test_something_else_that_is_left_open_is_not_held_against_a_last_day(line: str) -> None:
    text = f"{WITHOUT_AUTUMN}\nAutumn term\nTerm starts: Wednesday 2 September 2026\nHalf term: 26 - 30 October\n"
    said = " ".join(sentences(read_pasted(f"{text}{line}\n")))
    assert "not yet certain" not in said
    assert "or another day" not in said


@pytest.mark.parametrize(
    "lines",
    [
        "Training days:\nFriday 4 September 2026\nFriday 14 May 2027 (fair) - we are now open for those who were told",
        "School is closed on:\nFriday 14 May 2027 - open only to children of key workers",
        "INSET day Friday 14 May 2027 (open for some children)",
        "INSET day: Friday 14 May 2027 - school is now open to those in Year 11",
    ],
)
def test_a_day_off_on_which_school_is_open_to_some_is_told(lines: str) -> None:
    reading = read_pasted(f"{TABLE}{lines}\n")
    assert any("14 May 2027 does not speak of everybody" in each for each in sentences(reading))


@pytest.mark.parametrize(
    "title",
    ["Ash Wednesday – Start of Lent", "Lent begins", "First day of Lent", "Ash Wednesday: beginning of Lent"],
)
def test_the_fast_of_lent_begins_no_term(title: str) -> None:
    day = date(2027, 2, 10)
    edges = [("School starts", date(2027, 4, 12)), ("School ends", date(2027, 5, 28))]
    edges.append(("School ends", date(2027, 3, 25)))
    found = read_calendar(as_file([(each, at, at) for each, at in [*edges, (title, day)]]))
    assert [first for first, _last in found.periods] == [date(2027, 4, 12)]
    assert moved_by(f"Wednesday 10 February 2027 - {title}\n") == set()


@pytest.mark.parametrize("title", ["Lent term begins", "Start of Lent", "Start of Lent half 1"])
def test_the_term_of_lent_still_begins(title: str) -> None:
    edges = [(title, date(2027, 1, 6)), ("Half term begins", date(2027, 2, 12))]
    found = read_calendar(as_file([(each, at, at) for each, at in edges]))
    assert [first for first, _last in found.periods] in ([date(2027, 1, 6)], [])


@pytest.mark.parametrize("line", ["Orchard house 17 May and 21 May", "Open house 17 May, 21 May"])
def test_a_day_that_was_not_used_is_told_in_the_year_it_stands_below(line: str) -> None:
    before = TABLE.replace("2027", "2026").replace("2026", "2025", 1).replace("/27", "/26")
    before = before.replace("September - Friday 18 December 2026", "September - Friday 18 December 2025")
    said = [each for each in sentences(read_pasted(f"{before}\n{TABLE}{line}\n")) if "did not use" in each]
    assert said
    assert all("May 2027" in each and "2026" not in each for each in said)


def test_a_first_day_with_the_weekday_of_another_year_is_told_and_not_asked_about() -> None:
    reading = read_pasted(f"{TABLE}Back to school: Friday 25 February\n")
    assert reading.question is None
