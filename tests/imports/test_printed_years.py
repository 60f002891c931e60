"""True school years printed in thirty ways come back rightly, or with a word said: never wrong in silence."""

from datetime import date
from functools import cache
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from tests.imports.printed_years import Page, printed


def school_days(reading: TermReading) -> set[date]:
    calendar = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    return {day for each in calendar.periods for day in days_between(*each) if calendar.is_school_day(day)}


def is_doubted(reading: TermReading, page: Page) -> bool:
    """Whether the page says that something may not be right: a question, a sentence, or a line handed back."""
    handed_back = [
        each
        for each in reading.account
        if each.fate == "handed_back" and not any(noise in each.line for noise in page.noise)
    ]
    return bool(reading.question or reading.problems or handed_back)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_a_true_year_is_read_rightly_or_something_is_said(seed: int) -> None:
    page = printed(Random(seed))
    reading = read_pasted(page.text)
    assert school_days(reading) == page.year.school_days or is_doubted(reading, page), page.text


@cache
def read_page(seed: int) -> tuple[Page, TermReading]:
    """A printed page, and what is read from it."""
    page = printed(Random(seed))
    return page, read_pasted(page.text)


def test_nine_of_ten_true_years_are_read_rightly_at_first_sight() -> None:
    pages = [read_page(seed) for seed in range(80)]
    right = [page for page, reading in pages if school_days(reading) == page.year.school_days]
    assert len(right) >= 0.9 * len(pages)


def test_noise_moves_no_day() -> None:
    for seed in range(30):
        page, reading = read_page(seed)
        for line in page.noise:
            assert all(each.fate != "used" for each in reading.account if line in each.line), (
                line,
                page.text,
            )


def test_two_years_one_below_the_other_each_in_its_own_shape() -> None:
    right = 0
    for seed in range(30):
        one, other = printed(Random(seed)), printed(Random(1_000 + seed))
        if one.year.begins == other.year.begins:
            continue
        reading = read_pasted(f"{one.text}\n\n{other.text}")
        both = Page("", one.year, (*one.noise, *other.noise), "")
        is_right = school_days(reading) == one.year.school_days | other.year.school_days
        assert is_right or is_doubted(reading, both), (one.text, other.text)
        right += is_right
    assert right >= 20


def test_a_line_that_was_lost_or_a_weekday_that_was_slipped_is_never_unsaid() -> None:
    for seed in range(30):
        page = printed(Random(seed))
        lines = page.text.split("\n")
        slipped = page.text.replace("Monday", "Tuesday", 1)
        for text in ("\n".join([*lines[:3], *lines[4:]]), slipped):
            reading = read_pasted(text)
            assert school_days(reading) == page.year.school_days or is_doubted(reading, page), text
