"""24 hourly, 14 daily, 8 weekly and 12 monthly backups are kept, whatever the clock does."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from carer_app.storage.retention import DAILY, HOURLY, MONTHLY, NEWEST, WEEKLY, SavedThen, to_keep

START = datetime(2026, 3, 10, 9)
moments = st.datetimes(min_value=datetime(2010, 1, 1), max_value=datetime(2045, 1, 1))
any_clock = st.lists(moments, max_size=150).map(
    lambda days: [SavedThen(n, day) for n, day in enumerate(days)]
)


def over_time(hours: list[int]) -> list[SavedThen]:
    """Backups one after the other, so many hours apart, thinned each time as it is done."""
    kept: list[SavedThen] = []
    now = START
    for number, gap in enumerate(hours):
        now += timedelta(hours=gap)
        kept = sorted(to_keep([*kept, SavedThen(number, now)]), key=lambda tag: tag.saves)
    return kept


def test_a_year_of_backups_every_hour_leaves_each_kind_complete() -> None:
    kept = over_time([1] * 24 * 400)
    newest_first = sorted(kept, key=lambda tag: -tag.saves)
    assert [tag.saves for tag in newest_first[:HOURLY]] == list(range(9599, 9575, -1))
    assert len({tag.made.date() for tag in kept}) >= DAILY
    assert len({tag.made.date().isocalendar()[:2] for tag in kept}) >= WEEKLY
    assert len({(tag.made.year, tag.made.month) for tag in kept}) == MONTHLY
    assert len(kept) <= NEWEST + HOURLY + DAILY + WEEKLY + MONTHLY


@given(any_clock)
def test_the_newest_is_always_kept_and_never_too_many(tags: list[SavedThen]) -> None:
    kept = to_keep(tags)
    assert len(kept) <= NEWEST + HOURLY + DAILY + WEEKLY + MONTHLY
    assert kept <= set(tags)
    if tags:
        assert tags[-1] in kept
    if len({(tag.made.date(), tag.made.hour) for tag in tags}) == len(tags) <= HOURLY:
        assert kept == set(tags), "nothing goes while there are few"


@given(any_clock)
def test_thinning_twice_is_thinning_once(tags: list[SavedThen]) -> None:
    assert to_keep(to_keep(tags)) == to_keep(tags)


@given(st.lists(st.integers(1, 400), min_size=1, max_size=120), st.sampled_from([-10, 10]))
def test_a_clock_that_jumps_ten_years_costs_what_any_next_backup_costs(gaps: list[int], years: int) -> None:
    before = over_time(gaps)
    jumped = to_keep([*before, SavedThen(len(gaps), before[-1].made + timedelta(days=365 * years, hours=1))])
    lost = set(before) - jumped
    assert len(lost) <= 4, "at most the oldest of the hours, days, weeks and months"
    assert not lost & set(sorted(before, key=lambda tag: tag.saves)[-HOURLY + 1 :][-MONTHLY + 1 :])
