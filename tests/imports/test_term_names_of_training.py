"""Other names of training days, and who comes later than everybody: each is used, asked about, or said."""

from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading

PAGE = """Term dates 2026-2027
Autumn Term 2026
Term starts: Thursday 3 September 2026
{line}
Half term: Monday 26 October 2026 to Friday 30 October 2026
Term ends: Friday 18 December 2026
Spring Term 2027
Term starts: Monday 4 January 2027
Half term: Monday 15 February 2027 to Friday 19 February 2027
Term ends: Thursday 25 March 2027
Summer Term 2027
Term starts: Monday 12 April 2027
Half term: Monday 31 May 2027 to Friday 4 June 2027
Term ends: Wednesday 21 July 2027
"""


def read(line: str) -> TermReading:
    return read_pasted(PAGE.format(line=line), date(2026, 10, 1))


@pytest.mark.parametrize(
    "name",
    [
        "Joint INSET day",
        "Staff planning day",
        "Staff preparation day",
        "Staff well-being day",
        "Staff day",
        "TED day",
        "NPD",
        "Staff meetings and INSET on",
        "Staff meeting & training",
    ],
)
@pytest.mark.parametrize("line", ["{name}: Friday 27 November 2026", "Friday 27 November 2026 - {name}"])
def test_a_day_of_training_under_another_name_is_one_without_a_question(name: str, line: str) -> None:
    reading = read(line.format(name=name))
    assert (reading.inset_days, reading.question) == ([date(2026, 11, 27)], None)


@pytest.mark.parametrize(
    "name",
    ["Staff conference", "Trust conference", "Safeguarding training day", "Behaviour training day"],
)
def test_what_may_be_training_and_was_not_used_is_said(name: str) -> None:
    reading = read(f"{name}: Friday 27 November 2026")
    told = [problem for problem in reading.problems if date(2026, 11, 27) in problem.days]
    assert told or reading.question or reading.inset_days == [date(2026, 11, 27)]


@pytest.mark.parametrize(
    "line",
    [
        "All remaining students (Years 8+) will return to school on Thursday 10 September 2026",
        "Monday 7 September 2026: all other year groups return",
        "The rest of the school returns on Tuesday 8 September 2026",
        "Students in Year 8, 9, 10, 11 and 13 return on Monday, 7 September 2026 - Thursday, 29 October 2026",
        "Please note: students in Years 8, 9, 10, 11 and 13 will return on Monday 7 September 2026",
    ],
)
def test_who_comes_after_the_first_day_of_everybody_is_told_or_asked(line: str) -> None:
    reading = read(line)
    told = [problem.sentence for problem in reading.problems if "begin" in problem.sentence]
    assert told or reading.question or reading.periods[0][0] > date(2026, 9, 3)


def test_nothing_is_said_where_only_the_youngest_come_later() -> None:
    reading = read("Reception children start on Monday 7 September 2026")
    assert [problem.sentence for problem in reading.problems if "begin after" in problem.sentence] == []
