"""A true year whose page was disturbed on its way is read rightly, or something is said: never wrong in silence."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carer_app.imports.term_dates import read_pasted
from tests.imports.disturbed_years import DISTURBANCES
from tests.imports.printed_years import Page, printed
from tests.imports.test_printed_years import is_doubted, school_days


def is_wrong_in_silence(page: Page, text: str, *, loses: bool) -> bool:
    """Whether the days are not those of the page, and nothing on it says so. What was lost, nobody can read."""
    reading = read_pasted(text)
    wrong = school_days(reading) ^ page.year.school_days
    if loses:
        wrong -= set(page.year.inset)
    return bool(reading.periods and wrong) and not is_doubted(reading, page)


@pytest.mark.parametrize("disturb", DISTURBANCES, ids=lambda each: each.__name__)
def test_a_disturbed_page_is_never_wrong_in_silence(disturb: Callable[[str, Random], str]) -> None:
    loses = disturb.__name__.startswith("without")

    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    @given(st.integers(0, 2**32))
    def every(seed: int) -> None:
        page = printed(Random(seed))
        text = disturb(page.text, Random(seed))
        assert not is_wrong_in_silence(page, text, loses=loses), text

    every()
