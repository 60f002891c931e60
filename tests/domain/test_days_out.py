"""Days without full-time school are counted on the school’s calendar, no day twice, and no surer than is known."""

from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.days_out import OutOfSchool, count, day_in_a_row, in_a_row
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.school_calendar import days_between
from tests.domain.test_school_calendar import RIVERSIDE

TERMS = KnownTerms(RIVERSIDE)
TODAY = date(2026, 3, 18)
DAYS = st.dates(date(2025, 8, 20), date(2026, 8, 10))
STRETCHES = st.lists(
    st.builds(
        lambda kind, first, long, part: OutOfSchool(kind, first, first + timedelta(days=long), part),
        st.sampled_from(("suspended", "part_time", "sent_home")), DAYS, st.integers(0, 40), st.booleans(),
    ),
    max_size=5,
)  # fmt: skip


def test_a_suspension_over_half_term_counts_the_school_days_alone() -> None:
    out = count([OutOfSchool("suspended", date(2026, 2, 11), date(2026, 2, 24))], TERMS, TODAY)
    assert list(out.halves) == [date(2026, 2, day) for day in (11, 12, 13, 23, 24)]
    assert (out.school_days, out.at_least, out.unsure) == (5, False, False)


def test_a_training_day_and_a_bank_holiday_do_not_count() -> None:
    over_inset = OutOfSchool("suspended", date(2026, 1, 5), date(2026, 1, 6))
    over_may_day = OutOfSchool("suspended", date(2026, 5, 4), date(2026, 5, 5))
    assert count([over_inset, over_may_day], TERMS, TODAY).school_days == 2


def test_half_a_day_is_half_a_day() -> None:
    assert (
        count([OutOfSchool("part_time", date(2026, 3, 9), date(2026, 3, 13), True)], TERMS, TODAY).school_days
        == 2.5
    )


def test_a_day_that_is_written_down_twice_counts_once_and_as_the_whole_day() -> None:
    whole = OutOfSchool("suspended", date(2026, 3, 9), date(2026, 3, 11))
    part = OutOfSchool("sent_home", date(2026, 3, 11), date(2026, 3, 12), True)
    assert count([whole, part], TERMS, TODAY).school_days == 3.5
    assert count([part, whole, whole], TERMS, TODAY).school_days == 3.5


def test_what_goes_on_counts_up_to_today_and_what_has_not_begun_counts_nothing() -> None:
    assert count([OutOfSchool("no_place", date(2026, 3, 16))], TERMS, TODAY).school_days == 3
    assert count([OutOfSchool("suspended", date(2026, 3, 20))], TERMS, TODAY).school_days == 0
    ahead = [OutOfSchool("suspended", date(2026, 3, 20))]
    assert day_in_a_row(ahead, TERMS, TODAY, 6) == date(2026, 3, 27)


def test_where_the_dates_are_not_known_it_is_at_least_so_many() -> None:
    out = count([OutOfSchool("no_place", date(2026, 7, 15), date(2026, 9, 4))], TERMS, date(2026, 9, 4))
    assert out.school_days == 2  # 15 and 16 July; 17 and 20 July are training days
    assert out.at_least
    assert out.not_known[0] == date(2026, 7, 21)
    nothing = count([OutOfSchool("no_place", date(2026, 3, 9), date(2026, 3, 13))], KnownTerms(), TODAY)
    assert (nothing.school_days, len(nothing.not_known)) == (0, 5)


def test_training_days_that_are_not_known_are_said() -> None:
    terms = KnownTerms(RIVERSIDE, frozenset({2025}))
    assert count([OutOfSchool("suspended", date(2026, 3, 9), date(2026, 3, 9))], terms, TODAY).unsure


def test_it_is_known_how_many_lie_in_a_term_and_in_a_year() -> None:
    out = count([OutOfSchool("suspended", date(2025, 12, 18), date(2026, 1, 7))], TERMS, TODAY)
    assert out.between(date(2025, 9, 2), date(2025, 12, 19)) == 2
    assert out.between(date(2026, 1, 6), date(2026, 3, 27)) == 2
    assert (out.in_year(2025), out.in_year(2026)) == (4, 0)


def test_the_sixth_day_of_a_suspension_that_goes_on_is_told_before_it_comes() -> None:
    going_on = [OutOfSchool("suspended", date(2026, 3, 16))]
    assert day_in_a_row(going_on, TERMS, TODAY, 6) == date(2026, 3, 23)
    assert day_in_a_row(going_on, TERMS, date(2026, 3, 26), 6) == date(2026, 3, 23)


def test_two_suspensions_with_no_school_day_between_are_one_row() -> None:
    two = [
        OutOfSchool("suspended", date(2026, 2, 11), date(2026, 2, 13)),
        OutOfSchool("suspended", date(2026, 2, 23), date(2026, 2, 25)),
    ]
    assert [len(row) for row in in_a_row(two, TERMS, TODAY)] == [6]
    assert day_in_a_row(two, TERMS, TODAY, 6) == date(2026, 2, 25)
    apart = [two[0], OutOfSchool("suspended", date(2026, 2, 24), date(2026, 2, 25))]
    assert [len(row) for row in in_a_row(apart, TERMS, TODAY)] == [3, 2]


def test_one_that_begins_on_monday_follows_one_that_ended_on_friday_before_monday_comes() -> None:
    two = [
        OutOfSchool("suspended", date(2026, 3, 11), date(2026, 3, 13)),
        OutOfSchool("suspended", date(2026, 3, 16)),
    ]
    assert day_in_a_row(two, TERMS, date(2026, 3, 15), 6) == date(2026, 3, 18)
    assert day_in_a_row(two, TERMS, date(2026, 3, 17), 6) == date(2026, 3, 18)


def test_a_suspension_that_ends_before_has_no_sixth_day_and_part_days_make_no_row() -> None:
    assert (
        day_in_a_row([OutOfSchool("suspended", date(2026, 3, 16), date(2026, 3, 18))], TERMS, TODAY, 6)
        is None
    )
    assert day_in_a_row([OutOfSchool("suspended", date(2026, 3, 16), None, True)], TERMS, TODAY, 6) is None
    assert (
        day_in_a_row([OutOfSchool("suspended", date(2026, 7, 14))], TERMS, TODAY, 6) is None
    )  # no dates so far ahead
    assert day_in_a_row([OutOfSchool("suspended", date(2026, 3, 16))], KnownTerms(), TODAY, 6) is None


@given(STRETCHES)
def test_it_is_the_school_days_of_the_calendar_that_any_of_them_covers(stretches: list[OutOfSchool]) -> None:
    out = count(stretches, TERMS, TODAY)
    covered = set(
        chain.from_iterable(days_between(each.first, each.last or each.first) for each in stretches)
    )
    assert set(out.halves) == {day for day in covered if RIVERSIDE.is_school_day(day)}
    assert all(RIVERSIDE.is_school_day(day) is False for day in out.not_known)
    assert out.school_days <= len(out.halves)


@given(STRETCHES)
def test_the_order_and_writing_it_down_twice_change_nothing(stretches: list[OutOfSchool]) -> None:
    assert count([*reversed(stretches), *stretches], TERMS, TODAY) == count(stretches, TERMS, TODAY)


@given(STRETCHES, DAYS)
def test_one_stretch_without_halves_is_what_the_calendar_itself_counts(
    stretches: list[OutOfSchool], first: date
) -> None:
    one = OutOfSchool("suspended", first, first + timedelta(days=len(stretches) * 9))
    assert one.last is not None
    assert count([one], TERMS, TODAY).school_days == RIVERSIDE.pupil_days(one.first, one.last)


@pytest.mark.parametrize("number", range(1, 8))
def test_each_day_of_a_row_is_told_by_its_number(number: int) -> None:
    row = in_a_row([OutOfSchool("suspended", date(2026, 3, 2), date(2026, 3, 10))], TERMS, TODAY)[0]
    found = day_in_a_row(
        [OutOfSchool("suspended", date(2026, 3, 2), date(2026, 3, 10))], TERMS, TODAY, number
    )
    assert found == (row[number - 1] if number <= len(row) else None)
