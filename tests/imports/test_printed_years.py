"""True school years printed in thirty ways come back rightly, or with a word said: never wrong in silence."""

from datetime import date
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from tests.imports.printed_years import Page, printed

ALWAYS_SAID = "bank_holiday"
"""Said of every May Day in a term that the page does not name: no sign that anything else was doubted."""


def school_days(reading: TermReading) -> set[date]:
    calendar = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    return {day for each in calendar.periods for day in days_between(*each) if calendar.is_school_day(day)}


def is_doubted(reading: TermReading, page: Page) -> bool:
    """Whether the page says that something may not be right: a question, a sentence, or a line handed back."""
    handed_back = [line for line in reading.not_understood if not any(noise in line for noise in page.noise)]
    said = [problem for problem in reading.problems if problem.kind != ALWAYS_SAID]
    return bool(reading.question or said or handed_back)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_a_true_year_is_read_rightly_or_something_is_said(seed: int) -> None:
    page = printed(Random(seed))
    reading = read_pasted(page.text)
    assert school_days(reading) == page.year.school_days or is_doubted(reading, page), page.text


def test_nine_of_ten_true_years_are_read_rightly_at_first_sight() -> None:
    pages = [printed(Random(seed)) for seed in range(80)]
    right = [page for page in pages if school_days(read_pasted(page.text)) == page.year.school_days]
    assert len(right) >= 0.9 * len(pages)


def test_noise_moves_no_day() -> None:
    for seed in range(30):
        page = printed(Random(seed))
        reading = read_pasted(page.text)
        for line in page.noise:
            assert all(each.fate != "used" for each in reading.account if line in each.line), (
                line,
                page.text,
            )
