"""What all school years have in common: it bounds every known calendar, and never says more than it knows."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.domain.school_terms import SEASONS, term_of, terms
from carer_app.domain.term_bounds import Bound
from carer_app.errors import TermDatesMissing, TextFileWrong
from carer_app.rules import shipped
from resources import path

PASTED = Path(__file__).parents[1] / "imports" / "pasted"
BOUNDS = shipped.term_bounds()


def published() -> dict[str, SchoolCalendar]:
    """Dates that schools published, each read by eye, in which nothing is wrong."""
    pages = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in PASTED.glob("*.toml")}
    whole = {
        name: page
        for name, page in pages.items()
        if len(page["periods"]) > 1 and set(page["problems"]) <= {"missing"}
    }
    found = {
        name: SchoolCalendar([(first, last) for first, last in page["periods"]], page["inset_days"])
        for name, page in sorted(whole.items())
    }
    return found | {each.key: each.calendar() for each in shipped.term_dates()}


CALENDARS = published()


def test_there_are_many_calendars_to_bound() -> None:
    assert len(CALENDARS) > 30


@pytest.mark.parametrize("name", CALENDARS)
def test_every_published_term_ends_within_its_bounds(name: str) -> None:
    calendar = CALENDARS[name]
    for term in (each for year in range(2015, 2030) for each in terms(calendar, year)):
        whole, half = (BOUNDS.term_ends(term.season, term.year, first_half=each) for each in (False, True))
        assert whole.first <= term.last <= whole.last
        assert term.half is None or half.first <= term.half <= half.last


@pytest.mark.parametrize("name", CALENDARS)
def test_every_published_school_day_belongs_to_a_term_it_can_belong_to(name: str) -> None:
    calendar = CALENDARS[name]
    for first, last in calendar.periods:
        length = (last - first).days
        # The days at either end, where a term tips over, and one in each week between.
        for ahead in sorted(
            {*range(min(5, length + 1)), *range(0, length + 1, 7), *range(max(0, length - 4), length + 1)}
        ):
            day = first + timedelta(days=ahead)
            belongs = term_of(calendar, day)
            if belongs is not None and day.month != 8 and calendar.is_school_day(day):
                assert belongs in BOUNDS.terms_of(day)


@given(st.sampled_from(sorted(CALENDARS)), st.integers(0, 300), st.integers(1, 40))
def test_school_days_counted_in_a_published_calendar_end_within_the_bound(
    name: str, ahead: int, days: int
) -> None:
    calendar = CALENDARS[name]
    event = calendar.periods[0][0] + timedelta(days=ahead)
    try:
        by = calendar.school_day_after(event, days)
    except TermDatesMissing:
        return
    bound = BOUNDS.school_days_after(event, days)
    assert bound.first <= by <= bound.last


@pytest.mark.parametrize(
    ("day", "terms_of"),
    [
        (date(2025, 8, 31), (("summer", 2024),)),
        (date(2025, 9, 1), (("autumn", 2025),)),
        (date(2025, 12, 31), (("autumn", 2025),)),
        (date(2026, 1, 1), (("autumn", 2025), ("spring", 2025))),
        (date(2026, 1, 8), (("autumn", 2025), ("spring", 2025))),
        (date(2026, 1, 9), (("spring", 2025),)),
        (date(2026, 3, 31), (("spring", 2025),)),
        (date(2026, 4, 1), (("spring", 2025), ("summer", 2025))),
        (date(2026, 4, 30), (("spring", 2025), ("summer", 2025))),
        (date(2026, 5, 1), (("summer", 2025),)),
    ],
)
def test_the_terms_a_day_can_belong_to(day: date, terms_of: tuple[tuple[str, int], ...]) -> None:
    assert BOUNDS.terms_of(day) == terms_of


def test_the_bounds_are_those_of_the_school_year_that_is_named() -> None:
    ends = {season: BOUNDS.term_ends(season, 2025) for season in SEASONS}
    assert {season: (each.first, each.last) for season, each in ends.items()} == {
        "autumn": (date(2025, 12, 8), date(2025, 12, 23)),
        "spring": (date(2026, 3, 15), date(2026, 4, 24)),
        "summer": (date(2026, 7, 1), date(2026, 7, 31)),
    }


def test_twenty_school_days_between_their_two_bounds() -> None:
    # No day is left out but weekends: 4-7 Nov (4), 10-14 (9), 17-21 (14), 24-28 (19), 1 Dec (20).
    # At the latest: half term until 7 Nov; 10-14 (5), 17-21 (10), 24-28 (15), 1-5 Dec (20); eleven days of Christmas,
    # 8-12, 15-19 and 22 Dec; 23 Dec (21), none until 2 Jan (22), 5-7 Jan (25): five training days are among those.
    assert BOUNDS.school_days_after(date(2025, 11, 3), 20) == Bound(
        date(2025, 12, 1), date(2026, 1, 7), "between 1 December 2025 and 7 January 2026"
    )
    assert BOUNDS.school_days_after(date(2026, 3, 2), 20).words == "between 30 March and 24 April 2026"


def test_the_bound_knows_that_schools_are_shut_in_august_and_at_the_new_year() -> None:
    assert BOUNDS.school_days_after(date(2026, 7, 31), 1).first == date(2026, 8, 20)
    assert BOUNDS.school_days_after(date(2026, 12, 23), 1).first == date(2027, 1, 4)


def test_each_school_year_that_is_reached_has_its_own_training_days() -> None:
    # 22-26 Jun (5), 29 and 30 (7): two days and five training days.
    assert BOUNDS.school_days_after(date(2026, 6, 21), 2).last == date(2026, 6, 30)
    # 27 days of summer: July (23), 20, 21, 24 and 25 Aug (27). 26-28 Aug (3; the 31st is a bank holiday).
    assert BOUNDS.school_days_after(date(2026, 6, 21), 5).last == date(2026, 8, 28)
    # One more, and five training days of the new year: 1-4 (4), 7 and 8 September (6).
    assert BOUNDS.school_days_after(date(2026, 6, 21), 6).last == date(2026, 9, 8)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("checked_on = 2026-11-29", ""),
        ("checked_on = 2026-11-29", 'checked_on = "soon"'),
        ("autumn_from = [9, 1]", "autumn_from = [9, 31]"),
        ("[[3, 15], [4, 24]]", "[[4, 24], [3, 15]]"),
        ("[summer]", "[winter]"),
        ("within = [[2, 5], [3, 1]]", "within = [[2, 5], [3, 32]]"),
        ("most = 12", ""),
    ],
)
def test_a_file_that_bounds_nothing_is_refused(tmp_path: Path, was: str, now: str) -> None:
    text = path("term_bounds/england.toml").read_text(encoding="utf-8")
    assert was in text
    file = tmp_path / "england.toml"
    file.write_text(text.replace(was, now), encoding="utf-8")
    with pytest.raises(TextFileWrong):
        shipped.term_bounds.__wrapped__(file)
