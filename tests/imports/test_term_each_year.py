"""Two school years on one page, each written in its own manner: each is read as if it stood alone."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from tests.imports.printed_years import printed
from tests.imports.test_term_account import YEAR
from tests.imports.test_term_dates import text_of


def school_days(reading: TermReading) -> set[date]:
    calendar = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    return {day for each in calendar.periods for day in days_between(*each) if calendar.is_school_day(day)}


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    ("one", "other"),
    [("close_and_reassemble", "stretches_in_two_columns"), ("closes_and_reopens", "close_and_reassemble")],
)
def test_two_pages_one_below_the_other_are_read_as_each_alone(one: str, other: str, swapped: bool) -> None:
    texts = [text_of(one), text_of(other)]
    alone = [read_pasted(text) for text in texts]
    reading = read_pasted("\n\n".join(reversed(texts) if swapped else texts))
    assert school_days(reading) == school_days(alone[0]) | school_days(alone[1])
    told = Counter((each.line, each.written) for each in reading.account)
    assert told == Counter((each.line, each.written) for whole in alone for each in whole.account)


def test_two_years_in_any_two_of_the_thirty_shapes_are_read_as_each_alone() -> None:
    for seed in range(45, 60):
        one, other = printed(Random(seed)), printed(Random(1_000 + seed))
        if one.year.begins == other.year.begins:
            continue
        alone = [read_pasted(page.text) for page in (one, other)]
        if [school_days(each) for each in alone] != [one.year.school_days, other.year.school_days]:
            continue
        reading = read_pasted(f"{one.text}\n\n{other.text}")
        assert school_days(reading) == one.year.school_days | other.year.school_days, (one.text, other.text)


@pytest.mark.parametrize(
    "next_year",
    [
        "Term starts Wednesday 2 September 2026",
        "Term dates 2026/27\n2 September 2026\nTerm starts",
        "Autumn term 2026: to be confirmed",
    ],
)
def test_a_whole_year_stays_what_it_is_beside_the_beginning_of_the_next(next_year: str) -> None:
    plain, reading = read_pasted("\n".join(YEAR)), read_pasted("\n".join([*YEAR, "", next_year]))
    assert school_days(reading) == school_days(plain)
    assert reading.question is None
    assert [each.fate for each in reading.account[:6]] == ["used"] * 6
