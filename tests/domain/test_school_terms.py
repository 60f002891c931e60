"""Terms and their halves, found in a school's dates; checked by hand against published calendars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.domain.school_terms import (
    Season,
    Term,
    season_after,
    season_before,
    term_after,
    term_of,
    terms,
)
from carer_app.errors import TermDatesMissing
from carer_app.rules import shipped

RIVERSIDE = next(terms for terms in shipped.term_dates() if terms.key == "riverside_2025_26").calendar()
# Bromley's own page for 2024/25: two weeks off in October, and a start in August.
BROMLEY = SchoolCalendar(
    [
        (date(2024, 8, 27), date(2024, 10, 18)),
        (date(2024, 11, 4), date(2024, 12, 20)),
        (date(2025, 1, 6), date(2025, 2, 14)),
        (date(2025, 2, 24), date(2025, 4, 4)),
        (date(2025, 4, 22), date(2025, 5, 23)),
        (date(2025, 6, 2), date(2025, 7, 23)),
    ]
)


def after(calendar: SchoolCalendar, day: date) -> Term:
    """The term after the one that a day belongs to."""
    belongs = term_of(calendar, day)
    assert belongs is not None
    return term_after(calendar, belongs)


def test_riversides_year_has_three_terms_of_two_halves() -> None:
    # Its first and last days for pupils: the training days at the edges are no school days.
    assert terms(RIVERSIDE, 2025) == [
        Term("autumn", 2025, date(2025, 9, 2), date(2025, 12, 19), date(2025, 10, 23)),
        Term("spring", 2025, date(2026, 1, 6), date(2026, 3, 27), date(2026, 2, 13)),
        Term("summer", 2025, date(2026, 4, 13), date(2026, 7, 16), date(2026, 5, 22)),
    ]
    assert terms(RIVERSIDE, 2024) == []


def test_bromleys_year_begins_in_august_and_its_longest_break_in_april_is_easter() -> None:
    assert terms(BROMLEY, 2024) == [
        Term("autumn", 2024, date(2024, 8, 27), date(2024, 12, 20), date(2024, 10, 18)),
        Term("spring", 2024, date(2025, 1, 6), date(2025, 4, 4), date(2025, 2, 14)),
        Term("summer", 2024, date(2025, 4, 22), date(2025, 7, 23), date(2025, 5, 23)),
    ]


def test_easter_days_off_and_a_spring_holiday_apart_make_no_extra_term() -> None:
    """As where Good Friday and Easter Monday fall in a term of their own, weeks before the holiday."""
    calendar = SchoolCalendar(
        [
            (date(2024, 1, 2), date(2024, 2, 9)),
            (date(2024, 2, 19), date(2024, 3, 28)),
            (date(2024, 4, 2), date(2024, 4, 12)),
            (date(2024, 4, 29), date(2024, 5, 24)),
            (date(2024, 6, 3), date(2024, 7, 19)),
        ]
    )
    spring, summer = terms(calendar, 2023)
    assert (spring.first, spring.last, spring.half) == (date(2024, 1, 2), date(2024, 4, 12), date(2024, 2, 9))
    assert (summer.first, summer.last) == (date(2024, 4, 29), date(2024, 7, 19))


@pytest.mark.parametrize(
    ("known", "seasons"),
    [
        (RIVERSIDE.periods[:1], []),
        (RIVERSIDE.periods[:2], ["autumn"]),
        (RIVERSIDE.periods[:3], ["autumn"]),
        (RIVERSIDE.periods[:4], ["autumn", "spring"]),
        (RIVERSIDE.periods[:5], ["autumn", "spring"]),
        (RIVERSIDE.periods[2:3], []),
        (RIVERSIDE.periods[4:], ["summer"]),
        (RIVERSIDE.periods[4:5], []),
    ],
)
def test_only_terms_that_are_known_to_their_end_are_terms(
    known: list[tuple[date, date]], seasons: list[str]
) -> None:
    assert [term.season for term in terms(SchoolCalendar(known), 2025)] == seasons


def test_a_term_without_its_half_term_break_has_no_first_half() -> None:
    calendar = SchoolCalendar([(date(2025, 9, 1), date(2025, 12, 19))])
    assert [term.half for term in terms(calendar, 2025)] == [None]


@pytest.mark.parametrize(
    ("day", "season", "last"),
    [
        (date(2025, 9, 2), "spring", date(2026, 3, 27)),
        (date(2025, 12, 19), "spring", date(2026, 3, 27)),
        (date(2025, 12, 29), "spring", date(2026, 3, 27)),
        (date(2026, 1, 6), "summer", date(2026, 7, 16)),
        (date(2026, 4, 7), "summer", date(2026, 7, 16)),
    ],
)
def test_the_term_after_a_day_and_a_holiday_belongs_to_the_term_before_it(
    day: date, season: str, last: date
) -> None:
    term = after(RIVERSIDE, day)
    assert (term.season, term.last) == (season, last)


def test_the_autumn_after_summer_lies_in_the_next_school_year() -> None:
    both = SchoolCalendar([*BROMLEY.periods, *RIVERSIDE.periods], RIVERSIDE.inset_days)
    assert after(both, date(2025, 8, 5)) == terms(RIVERSIDE, 2025)[0]


def test_where_the_next_term_is_not_known_it_is_asked_for() -> None:
    with pytest.raises(TermDatesMissing) as missing:
        after(RIVERSIDE, date(2026, 5, 5))
    assert missing.value.school_years == (2026,)
    assert str(missing.value) == "We need the school’s term dates for 2026/27 to work this out."


@pytest.mark.parametrize(
    ("day", "belongs"),
    [
        (date(2025, 6, 24), ("summer", 2024)),  # so near before the autumn that it was the summer term
        (date(2025, 8, 31), ("summer", 2024)),
        (date(2025, 9, 1), ("autumn", 2025)),  # the training day that the term opens with
        (date(2025, 12, 19), ("autumn", 2025)),
        (date(2026, 1, 4), ("autumn", 2025)),
        (date(2026, 1, 5), ("spring", 2025)),
        (date(2026, 4, 12), ("spring", 2025)),
        (date(2026, 4, 13), ("summer", 2025)),
        (date(2026, 7, 16), ("summer", 2025)),
        (date(2026, 7, 17), None),
        (date(2025, 6, 23), None),
    ],
)
def test_the_term_that_a_day_belongs_to(day: date, belongs: tuple[Season, int] | None) -> None:
    assert term_of(RIVERSIDE, day) == belongs


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 1, 4)])
def test_a_term_opens_with_a_training_day_that_stands_outside_it_too(day: date) -> None:
    """Schools publish "Training day: 4 January. Term: 5 January to …" as well."""
    periods = [RIVERSIDE.periods[1], (date(2026, 1, 6), date(2026, 2, 13)), *RIVERSIDE.periods[3:]]
    calendar = SchoolCalendar(periods, [date(2026, 1, 2), date(2026, 1, 5)])
    assert term_of(calendar, day) == ("autumn" if day < date(2026, 1, 2) else "spring", 2025)


def test_a_term_that_is_known_from_its_beginning_only_holds_its_days_all_the_same() -> None:
    first_half = SchoolCalendar(RIVERSIDE.periods[:5], RIVERSIDE.inset_days)
    assert term_of(first_half, date(2026, 4, 10)) == ("spring", 2025)
    assert term_of(first_half, date(2026, 4, 20)) == ("summer", 2025)
    assert term_of(first_half, date(2026, 6, 1)) is None
    with_a_gap = SchoolCalendar([*RIVERSIDE.periods[:2], RIVERSIDE.periods[4]])
    assert term_of(with_a_gap, date(2026, 2, 2)) is None


def test_a_term_that_begins_in_august_has_its_august_days() -> None:
    assert term_of(BROMLEY, date(2024, 8, 27)) == ("autumn", 2024)
    assert term_of(BROMLEY, date(2024, 8, 26)) == ("summer", 2023)


@pytest.mark.parametrize(
    ("one", "following"),
    [
        (("autumn", 2025), ("spring", 2025)),
        (("spring", 2025), ("summer", 2025)),
        (("summer", 2025), ("autumn", 2026)),
    ],
)
def test_terms_follow_one_another(one: tuple[Season, int], following: tuple[Season, int]) -> None:
    assert season_after(*one) == following
    assert season_before(*following) == one


def test_the_rest_of_a_year_is_asked_for_where_only_its_start_is_known() -> None:
    with pytest.raises(TermDatesMissing, match="the rest of the school’s term dates for 2025/26"):
        after(SchoolCalendar(RIVERSIDE.periods[:3]), date(2025, 11, 3))
    with pytest.raises(TermDatesMissing, match="the rest of the school’s term dates for 2025/26"):
        term_after(SchoolCalendar(RIVERSIDE.periods[:1]), ("autumn", 2025))


@given(st.dates(date(2025, 9, 2), date(2026, 3, 31)), st.integers(0, 30))
def test_the_next_term_never_comes_earlier_for_a_later_day(day: date, more: int) -> None:
    later = min(day + timedelta(days=more), date(2026, 4, 12))
    first, second = after(RIVERSIDE, day), after(RIVERSIDE, later)
    assert day < first.first <= second.first
    assert RIVERSIDE.is_school_day(first.last)
    assert first.half is not None
    assert first.first < first.half < first.last


def test_seven_weekdays_off_in_spring_are_the_easter_holiday_though_a_week_more_is_off_in_april() -> None:
    stretches = (
        *((date(2026, 1, 5), date(2026, 3, 27)), (date(2026, 4, 8), date(2026, 4, 24))),
        (date(2026, 5, 5), date(2026, 7, 17)),
    )
    assert [term.last for term in terms(SchoolCalendar(stretches), 2025) if term.season == "spring"] == [
        date(2026, 3, 27)
    ]


@pytest.mark.parametrize(
    ("season", "begins", "it_does"),
    [
        ("autumn", date(2026, 8, 9), False),
        ("autumn", date(2026, 8, 10), True),
        ("autumn", date(2026, 9, 25), True),
        ("autumn", date(2026, 9, 26), False),
        ("spring", date(2027, 1, 1), False),
        ("spring", date(2027, 1, 2), True),
        ("spring", date(2027, 1, 20), True),
        ("spring", date(2027, 1, 21), False),
        ("summer", date(2027, 3, 24), False),
        ("summer", date(2027, 3, 25), True),
        ("summer", date(2027, 5, 12), True),
        ("summer", date(2027, 5, 13), False),
    ],
)
def test_a_term_begins_between_two_days_and_what_begins_elsewhere_is_a_part_of_it(
    season: Season, begins: date, it_does: bool
) -> None:
    year: dict[Season, list[tuple[date, date]]] = {
        "autumn": [(date(2026, 9, 2), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18))],
        "spring": [(date(2027, 1, 5), date(2027, 2, 12)), (date(2027, 2, 22), date(2027, 3, 15))],
        "summer": [(date(2027, 4, 12), date(2027, 5, 28)), (date(2027, 6, 7), date(2027, 7, 21))],
    }
    year[season][0] = (begins, year[season][0][1])
    calendar = SchoolCalendar([each for halves in year.values() for each in halves])
    (term,) = [each for each in terms(calendar, 2026) if each.season == season]
    assert (term.opens == begins) is it_does
    assert (term.opens is None) is not it_does


@pytest.mark.parametrize(
    ("stretch", "ends", "it_does"),
    [
        (1, date(2025, 12, 4), False),
        (1, date(2025, 12, 5), True),
        (3, date(2026, 3, 14), False),
        (3, date(2026, 3, 15), True),
        (5, date(2026, 6, 23), False),
        (5, date(2026, 6, 24), True),
    ],
)
def test_a_term_that_ends_too_soon_is_not_known_to_its_end(stretch: int, ends: date, it_does: bool) -> None:
    periods = list(RIVERSIDE.periods)
    periods[stretch] = (periods[stretch][0], ends)
    assert len(terms(SchoolCalendar(periods), 2025)) == (3 if it_does else 2)
