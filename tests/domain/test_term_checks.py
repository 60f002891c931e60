"""What does not fit in a set of school dates is pointed at, in words."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.dates_problem import DatesProblem, in_order_of_days
from carer_app.domain.school_calendar import Period
from carer_app.domain.term_checks import problems_in
from carer_app.rules import shipped

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


def test_a_bank_holiday_inside_a_term_is_left_out_of_the_count_without_a_word() -> None:
    assert problems_in(YEAR, RIVERSIDE.inset_days) == []


@pytest.mark.parametrize("edge", [0, 1])
def test_a_bank_holiday_on_which_school_would_begin_or_end_is_pointed_at_unless_it_is_a_day_off(
    edge: int,
) -> None:
    may_day = date(2026, 5, 4)
    summer = (may_day, YEAR[4][1]) if edge == 0 else (YEAR[4][0], may_day)
    year = [*YEAR[:4], summer, YEAR[5]]
    (problem,) = [each for each in problems_in(year) if each.kind == "bank_holiday"]
    assert problem.days == (may_day,)
    assert problem.sentence == (
        "Monday 4 May 2026 is a bank holiday. We count it as a day off. Please check that school is shut."
    )
    for named in ({"closed_days": [may_day]}, {"inset_days": [may_day]}, {"mentioned": [may_day]}):
        assert not [each for each in problems_in(year, **named) if each.kind == "bank_holiday"]


def test_a_stretch_that_runs_backwards() -> None:
    assert found([*YEAR, (date(2026, 6, 5), date(2026, 6, 1))]) == [
        "School days from Friday 5 June 2026 to Monday 1 June 2026 run backwards. Please check both days."
    ]


def test_stretches_that_overlap_by_a_day_or_more() -> None:
    kinds = [
        (each.kind, each.days) for each in problems_in([*YEAR[:5], (date(2026, 5, 22), date(2026, 7, 20))])
    ]
    assert ("overlap", (date(2026, 5, 22), date(2026, 5, 22))) in kinds
    assert found(
        [(date(2025, 9, 1), date(2025, 10, 24)), (date(2025, 10, 20), date(2025, 12, 19)), *YEAR[2:]]
    ) == [
        "Two parts of the school year overlap: one until Friday 24 October 2025, one from "
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


def test_a_training_day_where_none_can_be() -> None:
    assert found(YEAR, [date(2026, 8, 5), date(2025, 11, 8)]) == [
        "The training day on Saturday 8 November 2025 is at a weekend. Please check it.",
        "The training day on Wednesday 5 August 2026 lies in the summer holiday. Please check it.",
    ]


def test_a_training_day_in_a_holiday_or_before_the_first_pupils_is_as_it_should_be() -> None:
    right = [YEAR[0][0] - timedelta(days=3), date(2025, 10, 28), date(2025, 12, 22), date(2026, 7, 24)]
    assert found(YEAR, right) == []
    assert problems_in([], right) == []  # of a page with nothing but training days


@pytest.mark.parametrize(
    ("periods", "term"),
    [(YEAR[2:], "autumn term"), ([*YEAR[:2], *YEAR[4:]], "spring term"), (YEAR[:4], "summer term")],
)
def test_a_term_that_is_not_there(periods: list[Period], term: str) -> None:
    assert found(periods) == [f"There are no dates for the {term} of 2025/26."]


def test_half_a_term_that_is_not_there_is_named() -> None:
    much = [*YEAR[:1], *YEAR[2:]]
    assert found(much) == ["There are no dates for the second half of the autumn term of 2025/26."]
    (problem,) = [each for each in problems_in(much) if each.kind == "missing"]
    assert date(2025, 10, 25) < problem.days[0] < date(2026, 1, 4)


def test_a_year_with_far_more_or_fewer_days_than_a_school_has() -> None:
    short = [*YEAR[:5], (YEAR[5][0], YEAR[5][0] + timedelta(days=25))]
    (problem,) = problems_in(short, RIVERSIDE.inset_days)
    assert problem.kind == "count"
    assert problem.sentence == (
        "We count 176 days for pupils in 2025/26. Most schools have 190. Please check the dates."
    )
    assert problem.days == (short[0][0], short[-1][1])


def test_where_the_place_of_what_is_wrong_is_told_the_count_of_the_year_is_not_said_as_well() -> None:
    short = [*YEAR[:5], (YEAR[5][0], YEAR[5][0] + timedelta(days=11))]
    assert [each.kind for each in problems_in(short, RIVERSIDE.inset_days)] == ["short"]
    joined = [(YEAR[0][0], YEAR[1][1]), *YEAR[2:]]
    assert [each.kind for each in problems_in(joined, RIVERSIDE.inset_days)] == ["half_term"]
    assert [each.kind for each in problems_in(YEAR[:4]) if each.kind == "count"] == []


def test_too_few_days_are_asked_about_whichever_way_they_came() -> None:
    """Ten days go: beside a sentence of one day, after a sentence that was found right, or still to come."""
    too_few = "We count 180 days for pupils in 2025/26. Most schools have 190. Please check the dates."

    def counts(periods: list[Period], closed: Sequence[date] = (), looked: Sequence[str] = ()) -> list[str]:
        problems = problems_in(periods, RIVERSIDE.inset_days, closed, looked=looked)
        return [each.sentence for each in problems if each.kind == "count"]

    closed = [date(2025, 11, 10) + timedelta(days=each) for each in (0, 1, 2, 3, 4, 7, 8, 9, 10, 11)]
    assert counts(YEAR, closed) == [too_few]
    odd_day = [*YEAR[:3], (YEAR[3][0] + timedelta(days=3), YEAR[3][1]), *YEAR[4:]]
    assert counts(odd_day, closed[3:]) == [too_few]
    long_christmas = [YEAR[0], (YEAR[1][0], YEAR[1][1] - timedelta(days=14)), *YEAR[2:]]
    (long,) = problems_in(long_christmas, RIVERSIDE.inset_days)
    assert long.kind == "break", "its place is told"
    assert counts(long_christmas, looked=[long.sentence]) == [too_few], (
        "it was found right, and the year is short"
    )
    (still,) = problems_in(YEAR, RIVERSIDE.inset_days[:3], closed[:4], inset_unknown=4)
    assert still.sentence == (
        "We count 188 days for pupils in 2025/26, and 4 training days may still come off. "
        "Most schools have 190. Please check the dates."
    )


@pytest.mark.parametrize("edge", [0, 1])
def test_school_that_would_begin_or_end_at_a_weekend_is_asked_about(edge: int) -> None:
    saturday = YEAR[1][1] + timedelta(days=1) if edge else YEAR[1][0] - timedelta(days=1)
    period = (YEAR[1][0], saturday) if edge else (saturday, YEAR[1][1])
    (problem,) = problems_in([YEAR[0], period, *YEAR[2:]], RIVERSIDE.inset_days)
    assert (problem.kind, problem.days) == ("weekend", (saturday,))
    assert problem.sentence.endswith("is at a weekend. Please check whether this is the right day.")


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


def test_a_year_in_any_order_is_judged_alike() -> None:
    wrong = [*YEAR[:3], (YEAR[3][0], YEAR[3][0] + timedelta(days=4)), YEAR[4]]
    assert problems_in(wrong) == problems_in(list(reversed(wrong)))


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


@pytest.mark.parametrize(
    ("day", "is_odd"),
    [
        (date(2026, 7, 27), False),
        (date(2026, 7, 28), True),
        (date(2026, 8, 20), True),
        (date(2026, 8, 21), False),
    ],
)
def test_no_staff_is_trained_between_the_last_days_of_july_and_late_in_august(
    day: date, is_odd: bool
) -> None:
    said = [each for each in problems_in(YEAR, [day]) if each.kind == "inset_outside"]
    assert bool(said) is is_odd
