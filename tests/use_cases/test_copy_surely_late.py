"""When a copy is late by every rule there is, on whatever day the PEP was held."""

from datetime import date, timedelta

from carer_app.domain.day_counts import working_day_after
from carer_app.rules.shipped import all_rules
from carer_app.use_cases.steps_after import COPY_SURELY_LATE

YEAR = [date(2026, 1, 1) + timedelta(days=each) for each in range(365)]


def test_no_rule_gives_more_time_for_the_copy_over_any_holidays() -> None:
    counts = {each.copy_within for each in all_rules() if each.copy_within is not None}
    assert counts
    assert {count.kind for count in counts} <= {"calendar", "working"}, "how long is that at most?"
    for count in counts:
        for held in YEAR:
            by = (
                working_day_after(held, count.days)
                if count.kind == "working"
                else held + timedelta(days=count.days)
            )
            assert by <= held + COPY_SURELY_LATE, f"held on {held}"
