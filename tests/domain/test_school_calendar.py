"""Counting school days: the worked calendars, and what must hold on every calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.choices import InsetDays
from carer_app.domain.bank_holidays import bank_holidays
from carer_app.domain.left_out import doubtful_breaks, say_left_out, school_days_left_out
from carer_app.domain.school import School, SchoolClosing, SchoolPeriod
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.errors import TermDatesMissing, TermDatesWrong

RIVERSIDE_PERIODS = [
    (date(2025, 9, 1), date(2025, 10, 24)),
    (date(2025, 11, 3), date(2025, 12, 19)),
    (date(2026, 1, 5), date(2026, 2, 13)),
    (date(2026, 2, 23), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 5, 22)),
    (date(2026, 6, 1), date(2026, 7, 20)),
]
RIVERSIDE_INSET = [
    date(2025, 9, 1),
    date(2025, 10, 24),
    date(2026, 1, 5),
    date(2026, 7, 17),
    date(2026, 7, 20),
]
RIVERSIDE = SchoolCalendar(RIVERSIDE_PERIODS, RIVERSIDE_INSET)
# www.bromley.gov.uk/schools-colleges/school-term-dates/3; it prints 39-35-30-30-23-38 = 195 days.
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
ONE_DAY = timedelta(days=1)


def test_riverside_is_open_for_195_days_and_for_pupils_on_190() -> None:
    assert SchoolCalendar(RIVERSIDE_PERIODS).pupil_days() == 195
    assert RIVERSIDE.pupil_days() == 190


def test_bromley_half_terms_have_the_lengths_that_bromley_prints() -> None:
    assert [BROMLEY.pupil_days(*period) for period in BROMLEY.periods] == [39, 35, 30, 30, 23, 38]
    assert BROMLEY.pupil_days() == 195


def test_twenty_school_days_after_starting_at_riverside() -> None:
    assert RIVERSIDE.school_day_after(date(2025, 10, 9), 20) == date(2025, 11, 14)


def test_unknown_training_days_give_the_earlier_day() -> None:
    assert SchoolCalendar(RIVERSIDE_PERIODS).school_day_after(date(2025, 10, 9), 20) == date(2025, 11, 13)


def test_a_two_week_half_term_costs_a_school_week() -> None:
    assert BROMLEY.school_day_after(date(2024, 10, 10), 20) == date(2024, 11, 21)


def test_the_day_after_the_event_is_day_one() -> None:
    assert RIVERSIDE.school_day_after(date(2025, 9, 8), 1) == date(2025, 9, 9)
    assert RIVERSIDE.school_day_after(date(2025, 9, 5), 1) == date(2025, 9, 8)


def test_a_bank_holiday_inside_a_term_is_no_school_day() -> None:
    assert not RIVERSIDE.is_school_day(date(2026, 5, 4))
    assert RIVERSIDE.why_shut(date(2026, 5, 4)) == "bank_holiday"


@pytest.mark.parametrize("training_days", [4, 5, 6])
def test_of_no_number_of_training_days_it_is_known_that_they_are_all_before_somebody_has_said_so(
    training_days: int,
) -> None:
    school = School(
        name="Elm Park",
        periods=[SchoolPeriod(first_day=first, last_day=last) for first, last in RIVERSIDE_PERIODS],
        closings=[
            SchoolClosing(day=date(2025, 12, 1 + number), is_inset=True) for number in range(training_days)
        ],
        year_notes=[],
    )
    assert school.known_terms().unsure_years == {2025}
    school.year_note(2025).inset = InsetDays.KNOWN
    assert school.known_terms().unsure_years == frozenset()


def test_a_snow_day_moves_the_count_by_one() -> None:
    snowy = SchoolCalendar(RIVERSIDE_PERIODS, RIVERSIDE_INSET, [date(2025, 11, 5)])
    assert snowy.school_day_after(date(2025, 10, 9), 20) == date(2025, 11, 17)
    assert snowy.why_shut(date(2025, 11, 5)) == "closed"


@pytest.mark.parametrize("kind", ["inset_days", "closed_days"])
def test_after_a_move_a_day_closes_only_the_school_to_which_the_child_goes_on_it(kind: str) -> None:
    """Elm Park is shut on a day before the move, when the child is at Riverside, and on a day after it."""
    moved, before, after = date(2026, 2, 25), date(2026, 2, 10), date(2026, 3, 10)
    elm_park = SchoolCalendar(RIVERSIDE_PERIODS, **{kind: [before, after]})
    there_then = RIVERSIDE.until(moved - ONE_DAY) + elm_park.starting(moved)
    assert (there_then.is_school_day(before), there_then.is_school_day(after)) == (True, False)
    back_again = elm_park.until(moved - ONE_DAY) + RIVERSIDE.starting(moved)
    assert (back_again.is_school_day(before), back_again.is_school_day(after)) == (False, True)


def test_a_child_who_comes_in_half_term_is_counted_from_the_first_day_back() -> None:
    assert RIVERSIDE.school_day_after(date(2025, 10, 29), 1) == date(2025, 11, 3)


def test_counting_goes_on_across_the_summer_between_two_known_years() -> None:
    both = SchoolCalendar([*BROMLEY.periods, *RIVERSIDE_PERIODS], RIVERSIDE_INSET)
    assert both.school_day_after(date(2025, 7, 22), 2) == date(2025, 9, 2)
    assert both.school_day_after(date(2025, 8, 10), 1) == date(2025, 9, 2)


@pytest.mark.parametrize(
    ("calendar", "event", "asked", "years"),
    [
        (RIVERSIDE, date(2026, 7, 1), "the school’s term dates for 2026/27", (2026,)),
        (RIVERSIDE, date(2026, 7, 20), "the school’s term dates for 2026/27", (2026,)),
        (RIVERSIDE, date(2026, 8, 12), "the school’s term dates for 2026/27", (2026,)),
        (RIVERSIDE, date(2026, 10, 8), "the school’s term dates for 2026/27", (2026,)),
        (RIVERSIDE, date(2025, 6, 2), "the school’s term dates for 2024/25", (2024,)),
        (RIVERSIDE, date(2025, 8, 31), "the school’s term dates for 2024/25", (2024,)),
        (SchoolCalendar(), date(2026, 3, 10), "the school’s term dates for 2025/26", (2025,)),
        (
            SchoolCalendar(RIVERSIDE_PERIODS[:2]),
            date(2025, 12, 1),
            "the rest of the school’s term dates for 2025/26",
            (2025,),
        ),
    ],
)
def test_where_the_dates_run_out_it_asks_for_that_school_year(
    calendar: SchoolCalendar, event: date, asked: str, years: tuple[int, ...]
) -> None:
    with pytest.raises(TermDatesMissing) as missing:
        calendar.school_day_after(event, 20)
    assert str(missing.value) == f"We need {asked} to work this out."
    assert missing.value.school_years == years


@pytest.mark.parametrize("event", [date(2024, 7, 1), date(2024, 7, 23), date(2025, 1, 8), date(2025, 8, 30)])
def test_a_year_missing_between_two_known_years_gives_no_date(event: date) -> None:
    year_before = [
        (first - timedelta(days=364), last - timedelta(days=364)) for first, last in BROMLEY.periods
    ]
    with_a_hole = SchoolCalendar([*year_before, *RIVERSIDE_PERIODS])
    with pytest.raises(TermDatesMissing, match="2024/25"):
        with_a_hole.school_day_after(event, 20)
    assert with_a_hole.school_day_after(date(2025, 9, 1), 1) == date(2025, 9, 2)
    assert with_a_hole.school_day_after(date(2024, 7, 1), 5) == date(2024, 7, 8)


def test_an_august_before_a_known_autumn_is_counted_only_when_asked_for() -> None:
    assert RIVERSIDE.counted_days(date(2025, 8, 20), 1, shut_in_august=True) == [date(2025, 9, 2)]
    for event in (date(2025, 7, 31), date(2024, 8, 20), date(2026, 8, 20)):
        with pytest.raises(TermDatesMissing):
            RIVERSIDE.counted_days(event, 1, shut_in_august=True)


def test_the_august_before_a_known_term_does_not_bridge_a_later_hole() -> None:
    later = [(first + timedelta(days=728), last + timedelta(days=728)) for first, last in RIVERSIDE_PERIODS]
    calendar = SchoolCalendar([*RIVERSIDE_PERIODS[:2], *later])
    assert len(calendar.counted_days(date(2025, 8, 20), 60, shut_in_august=True)) == 60
    with pytest.raises(TermDatesMissing, match=r"the rest of .* 2025/26"):
        calendar.counted_days(date(2025, 8, 20), 90, shut_in_august=True)


def test_a_long_gap_in_winter_is_pointed_at() -> None:
    without_february = SchoolCalendar([*RIVERSIDE_PERIODS[:2], *RIVERSIDE_PERIODS[3:]])
    assert doubtful_breaks(without_february, date(2025, 12, 1), date(2026, 3, 20)) == [
        (date(2025, 12, 20), date(2026, 2, 22))
    ]
    both = SchoolCalendar([*BROMLEY.periods, *RIVERSIDE_PERIODS])
    assert doubtful_breaks(both, date(2024, 9, 1), date(2026, 7, 1)) == []


def test_periods_in_any_order_and_overlapping_are_the_same_calendar() -> None:
    tangled = SchoolCalendar(
        [*reversed(RIVERSIDE_PERIODS), (date(2025, 9, 10), date(2025, 9, 30))], RIVERSIDE_INSET
    )
    assert tangled == RIVERSIDE


def test_a_term_that_ends_before_it_starts_is_refused_with_both_dates() -> None:
    with pytest.raises(TermDatesWrong, match=r"Monday 3 November 2025 .* Monday 27 October 2025"):
        SchoolCalendar([(date(2025, 11, 3), date(2025, 10, 27))])


def test_what_was_left_out_is_said_in_words() -> None:
    left_out = school_days_left_out(RIVERSIDE, date(2025, 10, 9), date(2025, 11, 14))
    assert say_left_out(left_out) == (
        "Half term (27 to 31 October) and the training day on 24 October are left out."
    )
    winter = school_days_left_out(RIVERSIDE, date(2025, 12, 1), date(2026, 1, 9))
    assert say_left_out(winter) == (
        "The Christmas holiday (22 December to 2 January) and the training day on 5 January are left out."
    )
    spring = school_days_left_out(RIVERSIDE, date(2026, 4, 20), date(2026, 5, 8))
    assert say_left_out(spring) == "The bank holiday on 4 May is left out."
    assert say_left_out(school_days_left_out(RIVERSIDE, date(2026, 6, 1), date(2026, 6, 26))) == ""


@pytest.mark.parametrize(
    ("broke_up", "back", "holiday"),
    [
        (date(2025, 10, 24), date(2025, 11, 3), "Half term"),
        (date(2026, 2, 13), date(2026, 2, 23), "Half term"),
        (date(2026, 5, 22), date(2026, 6, 1), "Half term"),
        (date(2025, 12, 19), date(2026, 1, 5), "The Christmas holiday"),
        (date(2025, 12, 31), date(2026, 1, 8), "The Christmas holiday"),
        (date(2026, 3, 27), date(2026, 4, 13), "The Easter holiday"),
        (date(2026, 4, 2), date(2026, 4, 20), "The Easter holiday"),
        (date(2026, 7, 21), date(2026, 9, 2), "The summer holiday"),
        (date(2026, 6, 30), date(2026, 9, 2), "The summer holiday"),
        (date(2026, 6, 26), date(2026, 8, 25), "The summer holiday"),
    ],
)
def test_a_holiday_is_called_what_a_school_calls_it(broke_up: date, back: date, holiday: str) -> None:
    calendar = SchoolCalendar([(date(2025, 9, 1), broke_up), (back, date(2026, 12, 18))])
    said = say_left_out(school_days_left_out(calendar, broke_up, back))
    assert said.startswith(f"{holiday} (")


def test_bank_holidays_are_those_of_gov_uk() -> None:
    expected = {
        2022: "0103 0415 0418 0502 0602 0603 0829 0919 1226 1227",
        2024: "0101 0329 0401 0506 0527 0826 1225 1226",
        2025: "0101 0418 0421 0505 0526 0825 1225 1226",
        2026: "0101 0403 0406 0504 0525 0831 1225 1228",
        2027: "0101 0326 0329 0503 0531 0830 1227 1228",
        2028: "0103 0414 0417 0501 0529 0828 1225 1226",
    }
    for year, days in expected.items():
        on_weekdays = sorted(day for day in bank_holidays(year) if day.weekday() < 5)
        assert " ".join(day.strftime("%m%d") for day in on_weekdays) == days


@st.composite
def calendars(draw: st.DrawFn) -> SchoolCalendar:
    """Terms of 1 to 60 days with holidays of 1 to 60 days between, and some closed days."""
    start = draw(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
    periods, day = [], start
    for length, pause in draw(
        st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), min_size=1, max_size=8)
    ):
        periods.append((day, day + timedelta(days=length)))
        day += timedelta(days=length + 1 + pause)
    span = (day - start).days
    shut = draw(st.lists(st.integers(0, span).map(lambda n: start + timedelta(days=n)), max_size=12))
    return SchoolCalendar(periods, shut[::2], shut[1::2])


def counted_by_hand(calendar: SchoolCalendar, event: date, n: int) -> date | None:
    """The slow and obvious way; None where the dates run out."""
    if event < calendar.periods[0][0]:
        return None
    day = event
    while n and day < calendar.periods[-1][1]:
        day += ONE_DAY
        inside = any(first <= day <= last for first, last in calendar.periods)
        shut = day in calendar.inset_days or day in calendar.closed_days or day in bank_holidays(day.year)
        n -= inside and not shut and day.weekday() < 5
    return None if n else day


@given(calendars(), st.integers(-5, 500), st.integers(1, 40))
def test_counting_equals_counting_by_hand(calendar: SchoolCalendar, offset: int, n: int) -> None:
    event = calendar.periods[0][0] + timedelta(days=offset)
    expected = counted_by_hand(calendar, event, n)
    if expected is None:
        with pytest.raises(TermDatesMissing):
            calendar.school_day_after(event, n)
    else:
        assert calendar.school_day_after(event, n) == expected


def day_after(calendar: SchoolCalendar, event: date, n: int) -> date:
    """The counted day, or the last of all days where the dates run out."""
    try:
        return calendar.school_day_after(event, n)
    except TermDatesMissing:
        return date.max


@given(calendars(), st.integers(0, 300), st.integers(1, 40))
def test_a_counted_day_is_a_school_day_and_counting_is_monotone(
    calendar: SchoolCalendar, offset: int, n: int
) -> None:
    event = calendar.periods[0][0] + timedelta(days=offset)
    day = day_after(calendar, event, n)
    if day != date.max:
        assert calendar.is_school_day(day)
        assert calendar.pupil_days(event + ONE_DAY, day) == n
        assert day < day_after(calendar, event, n + 1)
        assert day <= day_after(calendar, event + ONE_DAY, n)


@given(calendars(), st.integers(0, 300), st.integers(1, 40), st.integers(0, 300))
def test_one_more_closed_day_never_brings_a_date_nearer(
    calendar: SchoolCalendar, offset: int, n: int, shut: int
) -> None:
    start = calendar.periods[0][0]
    event = start + timedelta(days=offset)
    more = SchoolCalendar(
        calendar.periods, calendar.inset_days, [*calendar.closed_days, start + timedelta(days=shut)]
    )
    assert day_after(more, event, n) >= day_after(calendar, event, n)


def test_of_a_school_that_is_left_nothing_after_the_last_day_there_is_known() -> None:
    left = SchoolCalendar(RIVERSIDE_PERIODS, RIVERSIDE_INSET).until(date(2025, 11, 14))
    assert left.periods == ((date(2025, 9, 1), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 11, 14)))
    assert left.inset_days == (date(2025, 9, 1), date(2025, 10, 24))
    assert left.cuts == {date(2025, 11, 14)}


def test_there_is_no_last_school_day_before_the_first_one_nor_where_no_dates_are_known() -> None:
    calendar = SchoolCalendar(
        [(date(2026, 9, 2), date(2026, 10, 23))], [date(2026, 9, 2), date(2026, 10, 23)]
    )
    assert calendar.last_school_day_until(date(2026, 9, 2)) is None
    assert calendar.last_school_day_until(date(2026, 9, 3)) == date(2026, 9, 3)
    assert calendar.last_school_day_until(date(2026, 10, 23)) == date(2026, 10, 22)
    assert calendar.last_school_day_until(date(2027, 9, 3)) is None
    without_training = SchoolCalendar([(date(2026, 9, 2), date(2026, 10, 23))])
    assert without_training.last_school_day_until(date(2026, 9, 2)) == date(2026, 9, 2)


@pytest.mark.parametrize(("year", "known"), [(1871, False), (1872, True), (2100, True), (2101, False)])
def test_bank_holidays_are_known_for_the_years_they_can_be_worked_out_for(year: int, known: bool) -> None:
    assert bool(bank_holidays(year)) == known
