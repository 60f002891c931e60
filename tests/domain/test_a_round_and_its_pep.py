"""A council with a last day for each round of PEPs: which round the last PEP was of, and when the next is due."""

from datetime import date

import pytest

from carer_app.domain.pep_rounds import last_date_clock

SEPTEMBER, DECEMBER, MARCH, JULY = date(2026, 9, 30), date(2026, 12, 11), date(2027, 3, 26), date(2027, 7, 2)
NEXT_DECEMBER = date(2027, 12, 10)


@pytest.mark.parametrize(
    ("held", "first_known", "next_one"),
    [
        (date(2026, 9, 1), DECEMBER, MARCH),
        (date(2026, 9, 10), DECEMBER, MARCH),
        (date(2027, 1, 1), MARCH, JULY),
        (date(2027, 1, 20), MARCH, JULY),
        (date(2027, 5, 7), JULY, NEXT_DECEMBER),
    ],
)
def test_a_pep_in_the_term_of_a_round_is_of_that_round_so_the_next_round_is_due(
    held: date, first_known: date, next_one: date
) -> None:
    clock = last_date_clock(held, (first_known, next_one))
    assert (clock.by, clock.uncertain) == (next_one, ())


@pytest.mark.parametrize(
    ("held", "first_known", "next_one"),
    [
        (date(2026, 8, 31), DECEMBER, MARCH),
        (date(2026, 12, 31), MARCH, JULY),
        (date(2027, 4, 21), JULY, NEXT_DECEMBER),
        (date(2027, 5, 6), JULY, NEXT_DECEMBER),
        (date(2026, 7, 1), SEPTEMBER, DECEMBER),
        (date(2026, 8, 4), SEPTEMBER, DECEMBER),
    ],
)
def test_a_pep_that_may_be_of_the_round_before_gives_the_earlier_day_and_says_so(
    held: date, first_known: date, next_one: date
) -> None:
    clock = last_date_clock(held, (first_known, next_one))
    assert clock.by == first_known
    assert len(clock.uncertain) == 1
