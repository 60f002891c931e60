"""Where a set of dates is not like a school year in England, the very stretch or holiday is named."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.dates_problem import DatesProblem
from carer_app.domain.school_calendar import Period
from carer_app.domain.term_checks import problems_in
from carer_app.domain.term_pattern import holidays_of, lacking
from carer_app.rules import shipped

RIVERSIDE = next(terms for terms in shipped.term_dates() if terms.key == "riverside_2025_26")
YEAR = list(RIVERSIDE.periods)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def found(periods: list[Period]) -> list[DatesProblem]:
    return [each for each in problems_in(periods, RIVERSIDE.inset_days) if each.kind != "count"]


def with_stretch(place: int, first: date, last: date) -> list[Period]:
    return [*YEAR[:place], (first, last), *YEAR[place + 1 :]]


@pytest.mark.parametrize("year", range(2015, 2040))
def test_the_five_holidays_stand_in_their_order_whatever_the_year(year: int) -> None:
    days = [(each.begins, each.ends) for each in holidays_of(year)]
    assert days == sorted(days)
    assert all(begins <= ends for begins, ends in days)
    assert all(one[1] < other[0] for one, other in pairwise(days))


def test_every_shipped_school_year_is_like_a_school_year() -> None:
    for terms in shipped.term_dates():
        problems = problems_in(terms.periods, terms.inset_days, terms.closed_days)
        assert [each.sentence for each in problems] == []


@pytest.mark.parametrize("place", range(6))
def test_a_stretch_of_less_than_three_weeks_is_named(place: int) -> None:
    first = YEAR[place][0]
    problems = [each for each in found(with_stretch(place, first, first + 11 * DAY)) if each.kind == "short"]
    assert [each.days for each in problems] == [(first, first + 11 * DAY)]
    assert "is shorter than three weeks" in problems[0].sentence


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (0, "an October half term"),
        (1, "a Christmas holiday"),
        (2, "a February half term"),
        (3, "an Easter holiday"),
        (4, "a half term in May"),
    ],
)
def test_a_holiday_that_is_far_too_long_is_named_with_the_days_around_it(place: int, name: str) -> None:
    first, last = YEAR[place]
    last -= 2 * WEEK + (3 * DAY if first.month in (4, 10) else timedelta())
    (problem,) = [each for each in found(with_stretch(place, first, last)) if each.kind == "break"]
    assert problem.days == (last, YEAR[place + 1][0])
    assert f"is long for {name}." in problem.sentence


def test_of_a_holiday_that_is_too_long_after_half_term_the_first_day_back_is_doubted_most() -> None:
    late = [YEAR[0], (YEAR[1][0] + 2 * WEEK, YEAR[1][1]), *YEAR[2:]]
    (problem,) = [each for each in found(late) if each.kind == "break"]
    assert problem.days == (late[1][0], YEAR[0][1]), "the sentence stands beside the box of its first day"


def test_a_holiday_when_schools_are_open_is_named() -> None:
    year = [YEAR[0], (YEAR[1][0], date(2025, 11, 28)), (date(2025, 12, 5), YEAR[1][1]), *YEAR[2:]]
    assert ("break", (date(2025, 11, 28), date(2025, 12, 5))) in [
        (each.kind, each.days) for each in found(year)
    ]


@pytest.mark.parametrize("days", range(1, 5))
def test_a_half_term_that_begins_or_ends_in_the_midst_of_a_week_is_named(days: int) -> None:
    ends = YEAR[0][1] - days * DAY
    kinds = [(each.kind, each.days) for each in found(with_stretch(0, YEAR[0][0], ends))]
    assert kinds == ([("break", (ends,))] if days > 2 else [])
    begins = YEAR[1][0] + days * DAY
    kinds = [(each.kind, each.days) for each in found(with_stretch(1, begins, YEAR[1][1]))]
    assert kinds == ([("break", (begins,))] if days > 2 else [])


def moved(place: int, days: int) -> list[Period]:
    """Riverside's year with the first day (`days` over nought) or the last of one stretch moved."""
    first, last = YEAR[place]
    first, last = (first + days * DAY, last) if days > 0 else (first, last + days * DAY)
    return with_stretch(place, first, last)


def test_half_terms_that_end_with_a_monday_again_and_again_are_a_column_misread() -> None:
    late = [*YEAR[:1], *((first + DAY, last) for first, last in YEAR[1:])]
    odd = [each.days for each in found(late) if each.kind == "break"]
    assert odd == [(YEAR[1][0] + DAY,), (YEAR[3][0] + DAY,), (YEAR[5][0] + DAY,)]
    training = [YEAR[place][0] for place in (1, 3, 5)]
    assert [each for each in problems_in(late, training) if each.kind == "break"] == []


def test_a_half_term_that_ends_with_a_monday_once_is_as_some_schools_have_it() -> None:
    assert [each for each in found(moved(3, 1)) if each.kind == "break"] == []
    assert [each for each in found(moved(4, -1)) if each.kind == "break"] == []


@given(st.integers(0, 4), st.integers(3, 6))
def test_a_holiday_that_changed_places_with_the_stretch_before_it_is_never_unsaid(
    place: int, weeks: int
) -> None:
    """The columns of a table were read the wrong way round: school in the week of the half term."""
    first, last = YEAR[place][1] + DAY, YEAR[place + 1][0] - DAY
    year = [*YEAR[:place], (first, last), *YEAR[place + 2 :]]
    touched = {day for each in found(year) for day in each.days}
    assert any(YEAR[place][0] - weeks * WEEK <= day <= YEAR[place + 1][1] + weeks * WEEK for day in touched)


@pytest.mark.parametrize("place", range(5))
def test_a_holiday_is_as_short_and_as_long_as_any_school_had_it_and_a_day_further_it_is_named(
    place: int,
) -> None:
    """Half terms of 5 to 18 days, Christmas and Easter of 9 to 26, weekends included."""
    holiday, ends = holidays_of(2025)[place], YEAR[place][1]

    def said(days: int) -> list[str]:
        begins = ends + (days + 1) * DAY
        problems = found(with_stretch(place + 1, begins, YEAR[place + 1][1]))
        return [word for word in ("short", "long") for each in problems if f"is {word} for" in each.sentence]

    shortest, longest = (5, 18) if holiday.is_half_term else (9, 26)
    assert [said(days) for days in (shortest - 1, shortest, longest, longest + 1)] == [
        ["short"],
        [],
        [],
        ["long"],
    ]


def test_of_a_term_the_half_is_named_that_is_not_there() -> None:
    assert lacking(YEAR, 2025) == ()
    assert lacking([*YEAR[:1], *YEAR[2:]], 2025) == ("the second half of the autumn term",)
    assert lacking([*YEAR[:2], *YEAR[3:]], 2025) == ("the first half of the spring term",)
    assert lacking(YEAR[:4], 2025) == ("the summer term",)
    assert lacking([], 2025) == ("the autumn term", "the spring term", "the summer term")


def test_only_what_is_known_elsewhere_can_be_lacking() -> None:
    assert lacking(YEAR[:2], 2025, YEAR[:4]) == ("the spring term",)
    assert lacking(YEAR[:2], 2025, YEAR[:3]) == ("the first half of the spring term",)
    assert lacking(YEAR[:2], 2025, YEAR[:2]) == ()


def test_two_stretches_without_a_day_between_them_have_no_odd_holiday() -> None:
    first, last = YEAR[0]
    cut = first + 2 * WEEK + 2 * DAY
    touching = [(first, cut), (cut + DAY, last), *YEAR[1:]]
    assert [each for each in found(touching) if each.kind == "break"] == []
