"""What speaks for a school year and against it: how long its stretches are, and where its holidays lie."""

from datetime import date, timedelta

import pytest

from carer_app.domain.school_calendar import Period
from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_facts import Found
from carer_app.imports.term_judging import judged
from carer_app.imports.term_scoring import marks_of
from carer_app.imports.term_text import rows_in

# Where each holiday of 2025/26 lies: the first day that it can touch, and the last.
HOLIDAYS = {
    "October": (date(2025, 10, 13), date(2025, 11, 7)),
    "Christmas": (date(2025, 12, 22), date(2026, 1, 2)),
    "February": (date(2026, 2, 8), date(2026, 2, 28)),
    "Easter": (date(2026, 3, 24), date(2026, 4, 25)),
    "May": (date(2026, 5, 24), date(2026, 6, 6)),
}


def points(*periods: Period, inset: set[date] | None = None) -> dict[str, float]:
    made = Candidate("another way", Found(), [], periods=list(periods))
    made.taken.inset = inset or set()
    found: dict[str, float] = {}
    for mark in marks_of(made, []):
        found[mark.name] = found.get(mark.name, 0.0) + mark.points
    return found


def after(day: date, number: int) -> date:
    return day + timedelta(days=number)


@pytest.mark.parametrize(("days", "likely"), [(20, False), (21, True), (67, True), (68, False)])
def test_a_stretch_lasts_three_weeks_to_nearly_ten(days: int, likely: bool) -> None:
    first = date(2025, 9, 1)
    assert points((first, after(first, days)))["length of a stretch"] == (1.0 if likely else -2.0)


@pytest.mark.parametrize("name", HOLIDAYS)
def test_school_from_the_first_to_the_last_day_of_a_holiday_is_all_through_it(name: str) -> None:
    first, last = HOLIDAYS[name]
    mark = f"school all through {name}"
    assert points((first, last))[mark] == (-3.0 if name in ("Christmas", "Easter") else -1.5)
    assert points((after(first, -9), after(last, 9)))[mark] < 0
    assert mark not in points((after(first, 1), last))
    assert mark not in points((first, after(last, -1)))


@pytest.mark.parametrize("name", HOLIDAYS)
def test_a_holiday_is_one_where_school_ends_before_it_and_begins_after_it(name: str) -> None:
    first, last = HOLIDAYS[name]
    mark = f"a holiday, {name}"

    def is_one(one: tuple[date, int, date, int], other: tuple[date, int, date, int]) -> bool:
        pairs = [(after(day, by), after(end, until)) for day, by, end, until in (one, other)]
        return mark in points(*pairs)

    assert is_one((first, -80, first, -3), (last, 3, last, 80))
    if name != "October":  # seventy days before it are of the school year before
        assert is_one((first, -99, first, -69), (first, 1, last, 80))
    assert not is_one((first, -99, first, -70), (first, 1, last, 80))
    assert not is_one((first, -99, first, -69), (first, 0, last, -1))
    assert is_one((first, 0, last, -1), (last, 69, last, 80))
    assert not is_one((first, 0, last, -1), (last, 70, last, 80))
    assert not is_one((first, 1, last, 0), (last, 99, last, 120))


@pytest.mark.parametrize(
    ("days", "named"),
    [
        (3, {"no holiday between"}),
        (4, {"no holiday between"}),
        (5, set()),
        (63, set()),
    ],
)
def test_two_stretches_have_a_holiday_between_them(days: int, named: set[str]) -> None:
    ends = date(2025, 10, 21)  # a Tuesday
    found = points((after(ends, -30), ends), (after(ends, days), after(ends, days + 30)))
    assert {name for name in found if "between" in name} == named


@pytest.mark.parametrize(
    ("ends", "begins", "named"),
    [
        (date(2025, 10, 24), date(2025, 11, 3), {"breaks up on a Friday", "back on a Monday"}),
        (date(2025, 10, 23), date(2025, 11, 3), {"back on a Monday"}),
        (date(2025, 10, 24), date(2025, 11, 4), {"breaks up on a Friday"}),
        (date(2026, 3, 27), date(2026, 4, 7), {"breaks up on a Friday", "back on a Monday"}),  # after Easter Monday
        (date(2025, 10, 24), date(2025, 12, 29), set()),  # sixty-six days: no break of a year
        (date(2025, 10, 27), date(2025, 12, 29), {"back on a Monday"}),
    ],
)  # fmt: skip
def test_school_breaks_up_on_a_friday_and_is_back_on_a_monday(
    ends: date, begins: date, named: set[str]
) -> None:
    found = points((after(ends, -30), ends), (begins, after(begins, 30)))
    assert {name for name in found if name.startswith("b") and " on a " in name} == named


YEAR = [
    (date(2025, 9, 2), date(2025, 10, 24)),
    (date(2025, 11, 3), date(2025, 12, 19)),
    (date(2026, 1, 5), date(2026, 2, 13)),
    (date(2026, 2, 23), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 5, 22)),
    (date(2026, 6, 1), date(2026, 7, 21)),
]


@pytest.mark.parametrize(
    ("training", "worth"), [(0, 3.0), (10, 3.0), (11, 1.0), (15, 1.0), (16, -3.0)]
)  # fmt: skip
def test_a_year_has_185_to_195_days_of_pupils_or_nearly(training: int, worth: float) -> None:
    """This one has 195, less its training days."""
    weekdays = [day for day in (after(date(2025, 9, 2), n) for n in range(40)) if day.weekday() < 5]
    assert points(*YEAR, inset=set(weekdays[:training]))["days of a year"] == worth


def test_only_a_whole_year_is_counted() -> None:
    assert "days of a year" not in points(*YEAR[1:])
    assert "days of a year" not in points(*YEAR[:-1])
    assert "days of a year" not in points(YEAR[0], (date(2025, 11, 3), date(2026, 2, 13)), *YEAR[-2:])


@pytest.mark.parametrize(
    ("begins", "worth"),
    [(date(2025, 9, 1), 1.0), (date(2025, 8, 26), 1.0), (date(2025, 8, 22), -3.0)],  # 196, 200 and 201 days
)
def test_a_year_that_begins_earlier_has_too_many_days(begins: date, worth: float) -> None:
    assert points((begins, date(2025, 10, 24)), *YEAR[1:])["days of a year"] == worth


@pytest.mark.parametrize(
    ("words", "worth"),
    [
        *(("39 days", 2.0), ("(34 school days)", 2.0), ("33 days", -1.0), ("40 days", -1.0), ("39", 2.0)),
        *(("", None), ("9 days", None), ("139 days", -1.0), ("38 pupil days", 2.0), ("38 teaching day", 2.0)),
    ],
)
def test_a_printed_count_of_days_is_right_with_up_to_five_of_training(
    words: str, worth: float | None
) -> None:
    """From 2 September to 24 October 2025 are 39 weekdays."""
    rows = rows_in(f"Autumn 1: 2 September 2025 to 24 October 2025 {words}")[0]
    marks = [mark.points for mark in judged(rows, None)[0].marks if mark.name == "printed count"]
    assert marks == ([] if worth is None else [worth])
