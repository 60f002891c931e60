"""England's year groups and the end of Year 11."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.year_group import may_leave_school_on, nth_birthday, year_group, year_group_ends


@pytest.mark.parametrize(
    ("birthday", "today", "name"),
    [
        # www.pupilasset.com, "year group/pupil age calculator": born 1-Sept-2007 to 31-Aug-2008 is in
        # Year 5 when born 1-Sept-2013 to 31-Aug-2014 is in Nursery (2017/18).
        (date(2007, 9, 1), date(2017, 9, 1), "Year 5"),
        (date(2008, 8, 31), date(2018, 8, 31), "Year 5"),
        (date(2013, 9, 1), date(2017, 9, 1), "Nursery"),
        (date(2012, 9, 1), date(2018, 8, 31), "Reception"),
        (date(2001, 9, 1), date(2018, 3, 1), "Year 11"),
        (date(2012, 2, 29), date(2026, 3, 10), "Year 9"),
        (date(2008, 8, 31), date(2026, 3, 10), "Year 13"),
    ],
)
def test_year_groups_as_schools_count_them(birthday: date, today: date, name: str) -> None:
    group = year_group(birthday, today)
    assert group is not None
    assert group.name == name


def test_before_nursery_and_after_year_thirteen_there_is_none() -> None:
    assert year_group(date(2022, 9, 1), date(2025, 9, 30)) is None
    assert year_group(date(2022, 8, 31), date(2025, 9, 1)) is not None
    assert year_group(date(2007, 8, 31), date(2025, 9, 30)) is None


def test_a_child_taught_with_younger_children() -> None:
    group = year_group(date(2015, 8, 20), date(2026, 3, 10), years_ahead=-1)
    assert group is not None
    assert group.name == "Year 5"


@pytest.mark.parametrize(
    ("birthday", "ends"),
    [
        (date(2009, 9, 1), date(2026, 6, 26)),
        (date(2010, 8, 31), date(2026, 6, 26)),
        (date(2010, 9, 1), date(2027, 6, 25)),
        (date(2007, 12, 1), date(2024, 6, 28)),
    ],
)
def test_year_eleven_ends_on_the_last_friday_in_june_of_the_year_of_turning_sixteen(
    birthday: date, ends: date
) -> None:
    assert year_group_ends(birthday, 11) == may_leave_school_on(birthday) == ends
    assert year_group_ends(birthday, 11, years_ahead=-1).year == ends.year + 1


@given(st.dates(date(1990, 1, 1), date(2080, 1, 1)))
def test_on_its_last_friday_in_june_a_child_is_in_year_eleven(birthday: date) -> None:
    ends = year_group_ends(birthday, 11)
    group = year_group(birthday, ends)
    assert group is not None
    assert group.number == 11
    assert ends.weekday() == 4
    assert ends.month == 6
    assert ends.day > 23
    assert date(ends.year - 1, 9, 1) <= nth_birthday(birthday, 16) < date(ends.year, 9, 2)


def test_a_leap_day_child_has_a_birthday_on_the_first_of_march() -> None:
    assert nth_birthday(date(2012, 2, 29), 3) == date(2015, 3, 1)
    assert nth_birthday(date(2012, 2, 29), 4) == date(2016, 2, 29)
    assert nth_birthday(date(2012, 2, 28), 3) == date(2015, 2, 28)
