"""Pupils who begin, or end, on another day than the stretch of term: it is asked, and never taken in silence."""

from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted
from tests.imports.test_term_silence import WITHOUT_AUTUMN, pupil_days

BY_CLASS = "Some classes begin on 3 September, and some on 4 September. Which is right for the child?"
HALF_TERM = "Half term: 26 - 30 October 2026"


@pytest.mark.parametrize(
    "line",
    [
        "Year 7 return 3 September, all others 4 September",
        "Year 7 return 3 September\nAll others return 4 September",
        "Year 7 return 3 September and the rest of the school 4 September",
        "Friday 4 September - Years 8 to 11 return",
        "(*Year 7 starting on 3rd September at 8.30am\nYear 8, 9 and 13 starting on 4th September at 8.30am)",
    ],
)
@pytest.mark.parametrize("parting", ["\n", " "])
def test_where_classes_begin_on_different_days_the_carer_is_asked(line: str, parting: str) -> None:
    term = "Autumn term: Thursday 3 September - Friday 18 December 2026"
    if parting == " " and "\n" in line:
        return
    line = line if parting == "\n" else f"({line})"
    question = read_pasted(f"{WITHOUT_AUTUMN}\n{term}{parting}{line}\n{HALF_TERM}").question
    assert question is not None
    assert question.sentence == BY_CLASS
    one, other = (pupil_days(each.reading) for each in question.answers)
    assert one - other == {date(2026, 9, 3)}


@pytest.mark.parametrize(
    ("line", "apart"),
    [
        ("(pupils return 3 September)", date(2026, 9, 2)),
        ("\nPupils return to school on Thursday 3 September", date(2026, 9, 2)),
        ("(pupils finish 17 December)", date(2026, 12, 18)),
        ("\nSchool closes for pupils on Thursday 17 December", date(2026, 12, 18)),
    ],
)
def test_pupils_back_later_or_off_earlier_than_the_term_are_asked_about(line: str, apart: date) -> None:
    reading = read_pasted(
        f"{WITHOUT_AUTUMN}\nAutumn term: 2 September to 18 December 2026 {line}\n{HALF_TERM}"
    )
    assert reading.question is not None
    one, other = (pupil_days(each.reading) for each in reading.question.answers)
    assert one ^ other == {apart}


@pytest.mark.parametrize(
    "line",
    [
        "Nursery children start 4 September",
        "Breakfast club starts 4 September",
        "Year 7 start swimming 4 September",
        "Pupils return 2 September",
        "INSET 2 September\nPupils return 3 September",
    ],
)
def test_what_begins_for_nobody_else_is_not_asked_about(line: str) -> None:
    term = "Autumn term: 2 September to 18 December 2026"
    assert read_pasted(f"{WITHOUT_AUTUMN}\n{term}\n{line}\n{HALF_TERM}").question is None


def test_years_that_come_in_one_after_another_are_asked_about_once() -> None:
    days = [
        *(("Friday 4", "open for Y7 only"), ("Monday 7", "open for Y7 only")),
        *(("Tuesday 8", "open for Y9 only"), ("Wednesday 9", "opens for all students")),
    ]
    lines = "\n\n".join(f"{day} September 2026\n\nAcademy {words}" for day, words in days)
    rest = (
        "Friday 23 October 2026\n\nAcademy closes for half term\n\nMonday 2 November 2026\n\nAcademy re-opens"
    )
    end = "Friday 18 December 2026\n\nAcademy closes for Christmas"
    question = read_pasted(f"{lines}\n\n{rest}\n\n{end}").question
    assert question is not None
    assert [each.words for each in question.answers] == ["4 September", "9 September"]
    assert all(each.reading.question is None for each in question.answers)
