"""What does not fit in a set of school dates is pointed at, in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app import shipped
from carer_app.domain.school_calendar import Period
from carer_app.domain.term_checks import DatesProblem, in_order_of_days, problems_in

RIVERSIDE = next(terms for terms in shipped.term_dates() if terms.key == "riverside_2025_26")
YEAR = list(RIVERSIDE.periods)


def found(
    periods: list[Period], insets: list[date] | None = None, closed: list[date] | None = None
) -> list[str]:
    """The sentences, but that a year has too many or too few days: these years are made up."""
    mentioned = [date(2026, 5, 4)]
    problems = problems_in(periods, insets or [], closed or [], mentioned=mentioned)
    return [each.sentence for each in problems if each.kind != "count"]


def test_a_year_in_order_has_nothing_to_point_at() -> None:
    assert found(YEAR, list(RIVERSIDE.inset_days)) == []
    assert problems_in([]) == []


def test_a_bank_holiday_inside_a_term_is_pointed_at_unless_it_is_named_as_a_day_off() -> None:
    (problem,) = problems_in(YEAR)
    assert (problem.kind, problem.days) == ("bank_holiday", (date(2026, 5, 4),))
    assert problem.sentence == (
        "Monday 4 May 2026 is a bank holiday. We count it as a day off. Please check that school is shut."
    )
    for named in ({"closed_days": [date(2026, 5, 4)]}, {"inset_days": [date(2026, 5, 4)]}):
        assert problems_in(YEAR, **named) == []


def test_a_stretch_that_runs_backwards() -> None:
    assert found([*YEAR, (date(2026, 6, 5), date(2026, 6, 1))]) == [
        "A stretch from Friday 5 June 2026 to Monday 1 June 2026 runs backwards. Please check both days."
    ]


def test_stretches_that_overlap_by_a_day_or_more() -> None:
    kinds = [
        (each.kind, each.days) for each in problems_in([*YEAR[:5], (date(2026, 5, 22), date(2026, 7, 20))])
    ]
    assert ("overlap", (date(2026, 5, 22), date(2026, 5, 22))) in kinds
    assert found(
        [(date(2025, 9, 1), date(2025, 10, 24)), (date(2025, 10, 20), date(2025, 12, 19)), *YEAR[2:]]
    ) == [
        "Two stretches of school days overlap: one until Friday 24 October 2025, one from "
        "Monday 20 October 2025. Please check them."
    ]


def test_a_stretch_longer_than_any_term_has_a_wrong_year_in_it() -> None:
    twenty_weeks = (date(2025, 9, 1), date(2025, 9, 1) + timedelta(weeks=20))
    assert [each.kind for each in problems_in([twenty_weeks]) if each.kind == "year"] == []
    longer = (twenty_weeks[0], twenty_weeks[1] + timedelta(days=1))
    (problem,) = [each for each in problems_in([longer]) if each.kind == "year"]
    assert problem.sentence == (
        "1 September 2025 to 20 January 2026 is longer than any term. "
        "Please check the years, and whether a holiday is missing."
    )


def test_a_training_day_outside_the_terms_or_at_a_weekend() -> None:
    assert found(YEAR, [date(2025, 10, 28), date(2025, 11, 8)]) == [
        "The training day on Tuesday 28 October 2025 lies outside the school’s dates. It changes nothing. "
        "Please check it.",
        "The training day on Saturday 8 November 2025 is at a weekend. Please check it.",
    ]


@pytest.mark.parametrize(
    ("periods", "term"),
    [(YEAR[2:], "autumn term"), ([*YEAR[:2], *YEAR[4:]], "spring term"), (YEAR[:4], "summer term")],
)
def test_a_term_that_is_not_there(periods: list[Period], term: str) -> None:
    assert found(periods) == [f"There are no dates for the {term} of 2025/26."]


def test_ten_weeks_without_school_inside_a_year_are_pointed_at() -> None:
    gap = [*YEAR[:2], (date(2026, 2, 16), date(2026, 3, 27)), *YEAR[4:]]
    assert found(gap) == []
    longer = [*YEAR[:1], (date(2025, 12, 12), date(2025, 12, 19)), *YEAR[2:]]
    assert found(longer) == []
    much = [*YEAR[:1], *YEAR[2:]]
    assert found(much) == [
        "From 25 October 2025 to 4 January 2026 there are no school days. "
        "Please check whether dates are missing."
    ]


def test_a_year_with_far_more_or_fewer_days_than_a_school_has() -> None:
    short = [*YEAR[:5], (YEAR[5][0], YEAR[5][0] + timedelta(days=11))]
    (problem,) = [each for each in problems_in(short, RIVERSIDE.inset_days) if each.kind == "count"]
    assert problem.sentence == (
        "We count 166 days for pupils in 2025/26. Most schools have 190. Please check the dates."
    )
    assert problem.days == (short[0][0], short[-1][1])
    assert [each.kind for each in problems_in(YEAR[:4]) if each.kind == "count"] == []


@pytest.mark.parametrize("days", range(183, 198))
def test_a_year_of_185_to_195_days_is_not_remarked_on(days: int) -> None:
    weekdays = [
        first + timedelta(days=number)
        for first, last in YEAR
        for number in range((last - first).days + 1)
        if (first + timedelta(days=number)).weekday() < 5
        and first + timedelta(days=number) != date(2026, 5, 4)
    ]
    later = (YEAR[5][0], YEAR[5][1] + timedelta(days=7))
    closed = weekdays[: len(weekdays) + 5 - days]
    count = [each for each in problems_in([*YEAR[:5], later], closed_days=closed) if each.kind == "count"]
    assert bool(count) == (not 185 <= days <= 195)


@pytest.mark.parametrize(("place", "term"), [(0, "autumn term"), (2, "spring term"), (4, "summer term")])
def test_a_term_without_a_half_term(place: int, term: str) -> None:
    joined = [*YEAR[:place], (YEAR[place][0], YEAR[place + 1][1]), *YEAR[place + 2 :]]
    problems = [each for each in problems_in(joined) if each.kind in ("half_term", "long")]
    assert [each.sentence for each in problems] == [
        f"The {term} of 2025/26 has no half term. Please check whether it is missing."
    ]


def test_a_stretch_over_nine_weeks() -> None:
    nine = (date(2025, 9, 1), date(2025, 9, 1) + timedelta(weeks=9))
    assert [each.kind for each in problems_in([nine]) if each.kind == "long"] == []
    longer = (nine[0] - timedelta(days=1), nine[1])
    (problem,) = [each for each in problems_in([longer]) if each.kind == "long"]
    assert problem.sentence == (
        "31 August to 3 November 2025 is longer than nine weeks. Please check whether a holiday is missing."
    )


def test_problems_come_in_the_order_of_their_days_each_once() -> None:
    late, early = (
        DatesProblem("year", "late", (date(2026, 1, 1),)),
        DatesProblem("year", "early", (date(2025, 1, 1),)),
    )
    nowhere = DatesProblem("missing", "nowhere")
    assert in_order_of_days([nowhere, late, early, late]) == [early, late, nowhere]


DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(st.lists(st.tuples(DAYS, DAYS), max_size=8), st.lists(DAYS, max_size=5))
def test_whatever_the_dates_each_problem_has_its_words(periods: list[Period], insets: list[date]) -> None:
    for problem in problems_in(periods, insets):
        assert problem.sentence.endswith(".")
        assert problem.days
    backwards = sum(last < first for first, last in periods)
    assert (
        sum(each.kind == "reversed" for each in problems_in(periods))
        == len({period for period in periods if period[1] < period[0]})
        <= backwards
    )
