"""A day that begins or ends a term and is for training: the term has its edge, and the pupils their day off."""

from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading

YEAR = """School term dates 2025-2026
Autumn term
{start}
Half term: 27 to 31 October
{end}
Spring term
Starts: Tuesday 6 January
Half term: 16 to 20 February
Ends: Friday 27 March
"""


def _autumn(reading: TermReading) -> tuple[date, date]:
    return reading.periods[0][0], reading.periods[1][1]


@pytest.mark.parametrize(
    "start",
    [
        "Term starts: Monday 1 September (INSET day)",
        "Start of term: Monday 1 September - INSET day, closed to pupils",
        "Monday 1 September - first day of term (INSET)",
        "INSET day (start of autumn term): Monday 1 September",
        "Term begins | Monday 1 September (staff training day)",
    ],
)
@pytest.mark.parametrize(
    "end",
    [
        "Term ends: Friday 19 December (INSET day)",
        "Last day of term Friday 19 December (Inset)",
        "End of term: Friday 19 December 2025 - staff training, no pupils",
    ],
)
def test_both_are_read(start: str, end: str) -> None:
    reading = read_pasted(YEAR.format(start=start, end=end))
    assert _autumn(reading) == (date(2025, 9, 1), date(2025, 12, 19))
    assert reading.inset_days == [date(2025, 9, 1), date(2025, 12, 19)]
    assert not [each for each in reading.problems if each.kind == "doubt"]


def test_the_day_on_which_some_pupils_begin_is_asked_beside_it() -> None:
    start = (
        "Term starts: Monday 1 September (INSET day)\n"
        "Tuesday 2 September - school re-opens for Year 7 only\n"
        "Wednesday 3 September - school open for all pupils"
    )
    reading = read_pasted(YEAR.format(start=start, end="Term ends: Friday 19 December"))
    assert reading.question is not None
    assert [each.words for each in reading.question.answers] == ["2 September", "3 September"]


def test_a_training_day_before_a_term_is_not_its_first() -> None:
    start = "INSET day before the start of term: Monday 1 September\nTerm starts: Tuesday 2 September"
    reading = read_pasted(YEAR.format(start=start, end="Term ends: Friday 19 December"))
    assert reading.periods[0][0] == date(2025, 9, 1)
    assert reading.inset_days == [date(2025, 9, 1)]
    assert reading.question is None
