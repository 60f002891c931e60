"""A right page asks nothing: what the text settles by itself is left out with its reason, and no carer is asked."""

import pytest

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import DayInText

TABLE = """Term dates 2026/27
Autumn term: Wednesday 2 September - Friday 18 December 2026
Half term: Monday 26 - Friday 30 October 2026
Spring term: Monday 4 January - Thursday 25 March 2027
Half term: Monday 15 - Friday 19 February 2027
Summer term: Monday 12 April - Friday 23 July 2027
Half term: Monday 31 May - Friday 4 June 2027
"""


def told_of(line: str) -> DayInText:
    reading = read_pasted(TABLE + line)
    assert reading.question is None
    assert not [each for each in reading.problems if each.kind not in ("count", "missing")]
    return reading.account[-1]


@pytest.mark.parametrize(
    "line",
    [
        "Last day of term (staff): Monday 26 July 2027",
        "Term ends (for staff) Monday 26 July 2027",
        "Monday 26 July 2027 - end of term (teachers only)",
    ],
)
def test_the_last_day_of_the_staff_is_left_out_and_asks_nothing(line: str) -> None:
    told = told_of(line)
    assert (told.fate, told.reason) == ("left_out", "It is about the staff, and not about pupils.")


def test_evenings_of_training_in_a_sentence_of_their_own_are_left_out() -> None:
    told = told_of(
        "INSET days: Friday 2 October 2026. Twilight INSET (students attend school as usual on these dates: "
        "19th November and 10th February)."
    )
    assert (told.fate, told.reason) == ("left_out", "It is after school, so it closes no day.")


def test_a_bank_holiday_of_another_year_is_one_and_asks_nothing() -> None:
    told = told_of("Bank holiday 25 December 2023")
    assert (told.fate, told.reason) == ("left_out", "It is a bank holiday, so school is shut then anyway.")


def test_a_number_that_counts_training_days_is_no_day() -> None:
    reading = read_pasted(f"{TABLE}Only the 5 Professional Training Days are for each school to choose.\n")
    assert all(each.fate == "used" for each in reading.account)
