"""Half a term is not known: what is worked out is what the whole year says, or it is not certain."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.authority_rules import Rhythm
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.pep_rhythms import rhythm_clock
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.domain.school_terms import term_of, terms
from carer_app.rules import shipped
from tests.domain.test_term_bounds import BOUNDS, CALENDARS

WHOLE = {name: each for name, each in CALENDARS.items() if len(terms(each, each.periods[0][0].year)) == 3}
"""Calendars whose first school year is whole."""


def without(calendar: SchoolCalendar, place: int) -> SchoolCalendar:
    """All but one of its stretches."""
    periods = [period for n, period in enumerate(calendar.periods) if n != place % len(calendar.periods)]
    return SchoolCalendar(periods, calendar.inset_days, calendar.closed_days)


holes = st.tuples(st.sampled_from(sorted(WHOLE)), st.integers(0, 11), st.integers(0, 330))


@given(holes)
def test_no_day_is_given_to_another_term_because_half_of_one_is_missing(hole: tuple[str, int, int]) -> None:
    name, place, ahead = hole
    day = WHOLE[name].periods[0][0] + timedelta(days=ahead)
    assert term_of(without(WHOLE[name], place), day) in (None, term_of(WHOLE[name], day))


@given(holes, st.sampled_from(["each_term", "first_half_term"]))
def test_a_day_that_follows_a_term_is_the_one_of_the_whole_year_or_only_bounded(
    hole: tuple[str, int, int], kind: str
) -> None:
    name, place, ahead = hole
    # A term that begins in August does so as the summer holiday of every other school.
    held = max(WHOLE[name].periods[0][0], date(WHOLE[name].periods[0][0].year, 9, 1)) + timedelta(days=ahead)
    rhythm = Rhythm(kind)  # type: ignore[arg-type]
    right = rhythm_clock(held, rhythm, KnownTerms(WHOLE[name], bounds=BOUNDS))
    found = rhythm_clock(held, rhythm, KnownTerms(without(WHOLE[name], place), bounds=BOUNDS))
    if right.by is not None and found.by is not None:
        assert found.by == right.by
    if right.by is not None and found.by is None:
        assert any(bound.first <= right.by <= bound.last for bound in found.bounds)


@pytest.mark.parametrize("move", [date(2025, 12, 10), date(2026, 3, 2), date(2026, 6, 15)])
def test_where_a_child_comes_or_leaves_in_the_middle_of_a_term_it_does_not_begin_or_end_there(
    move: date,
) -> None:
    whole = next(each for each in shipped.term_dates() if each.key == "riverside_2025_26").calendar()
    before = move - timedelta(days=21)
    assert term_of(whole.starting(move), before) in (None, term_of(whole, before))
    assert all(term.last != move for term in terms(whole.until(move), 2025))


@pytest.mark.parametrize(
    ("held", "place"),
    [(date(2026, 4, 13), 4), (date(2026, 4, 30), 4), (date(2026, 1, 2), 2), (date(2026, 1, 6), 2)],
)
def test_where_the_last_pep_may_be_of_either_term_no_day_is_given_though_one_of_the_two_is_known(
    held: date, place: int
) -> None:
    known = without(WHOLE["years_interleaved_from_two_columns"], place)
    found = rhythm_clock(held, Rhythm("each_term"), KnownTerms(known, bounds=BOUNDS))
    assert found.by is None
    assert len(found.bounds) == 2
    one, other = ("spring", "summer") if held.month == 4 else ("autumn", "spring")
    assert f"was in the {one} term or already in the {other} term." in " ".join(found.uncertain)
