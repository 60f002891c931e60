"""When reviews are due: the numbers are in resources/review_rules, the days worked out by hand here."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from carer_app.domain.care_reviews import ReviewFacts, next_ehcp_review, next_review, one_meeting
from carer_app.errors import TextFileWrong
from carer_app.rules import shipped
from resources import path

RULES = shipped.review_rules()
CARE = date(2025, 10, 9)
TODAY = date(2026, 3, 10)


def test_the_first_review_is_due_within_twenty_working_days() -> None:
    clock = next_review(ReviewFacts(CARE), RULES, TODAY)
    assert clock is not None
    assert (clock.kind, clock.by, clock.rule) == ("review", date(2025, 11, 6), RULES.review)
    assert clock.reason == (
        "20 working days after coming into care on Thursday 9 October 2025. The day after is day 1."
    )
    assert len(clock.counted) == 20


def test_the_second_comes_within_three_months_and_then_every_six() -> None:
    second = next_review(ReviewFacts(CARE, date(2025, 11, 5), "first"), RULES, TODAY)
    later = next_review(ReviewFacts(CARE, date(2026, 2, 3), "later"), RULES, TODAY)
    assert second is not None
    assert later is not None
    assert (second.by, second.reason) == (
        date(2026, 2, 5),
        "At most 3 months after the first review on Wednesday 5 November 2025.",
    )
    assert (later.by, later.reason) == (
        date(2026, 8, 3),
        "At most 6 months after the last review on Tuesday 3 February 2026.",
    )
    assert (second.uncertain, later.uncertain) == ((), ())


def test_where_nobody_knows_which_review_it_was_both_days_are_told() -> None:
    for care in (CARE, None):
        clock = next_review(ReviewFacts(care, date(2025, 11, 30)), RULES, TODAY)
        assert clock is not None
        assert clock.by == date(2026, 2, 28), "the earlier leads"
        assert clock.uncertain == (
            "If that was not the first review, the last day for the next one: Saturday 30 May 2026.",
        )


@pytest.mark.parametrize(
    ("last", "by", "doubts"),
    [(date(2026, 10, 8), date(2027, 1, 8), 1), (date(2026, 10, 9), date(2027, 4, 9), 0)],
)
def test_a_year_after_coming_into_care_no_review_is_the_first(last: date, by: date, doubts: int) -> None:
    clock = next_review(ReviewFacts(CARE, last), RULES, TODAY)
    assert clock is not None
    assert (clock.by, len(clock.uncertain)) == (by, doubts)


def test_a_review_from_before_coming_into_care_again_counts_for_nothing() -> None:
    clock = next_review(ReviewFacts(CARE, date(2025, 3, 3), "later"), RULES, TODAY)
    assert clock is not None
    assert clock.by == date(2025, 11, 6)


def test_a_year_after_coming_into_care_the_day_of_the_last_review_is_needed() -> None:
    clock = next_review(ReviewFacts(CARE), RULES, date(2026, 10, 8))
    assert clock is not None
    assert clock.by == date(2025, 11, 6)
    assert next_review(ReviewFacts(CARE), RULES, date(2026, 10, 9)) is None


def test_without_facts_there_is_no_review_to_speak_of() -> None:
    assert next_review(ReviewFacts(), RULES, TODAY) is None
    known = next_review(ReviewFacts(None, date(2025, 11, 5), "later"), RULES, TODAY)
    assert known is not None
    assert known.by == date(2026, 5, 5)


def test_an_ehcp_review_is_due_within_a_year() -> None:
    clock = next_ehcp_review(date(2024, 2, 29), RULES)
    assert (clock.kind, clock.by, clock.rule) == ("ehcp_review", date(2025, 2, 28), RULES.ehcp)
    assert (
        clock.reason
        == "At most 12 months after the last EHCP review, or the plan, on Thursday 29 February 2024."
    )


@pytest.mark.parametrize(
    ("pep", "ehcp", "near"),
    [
        (date(2026, 5, 3), date(2026, 6, 14), True),
        (date(2026, 5, 3), date(2026, 6, 15), False),
        (date(2026, 5, 3), date(2026, 3, 22), True),
        (date(2026, 5, 3), date(2026, 3, 21), False),
        (None, date(2026, 3, 21), False),
        (date(2026, 5, 3), None, False),
    ],
)
def test_one_meeting_is_suggested_where_both_fall_within_six_weeks(
    pep: date | None, ehcp: date | None, near: bool
) -> None:
    assert bool(one_meeting(pep, ehcp, RULES)) is near


def test_the_numbers_come_from_the_data() -> None:
    rules = replace(RULES, second_review_months=2, later_review_months=5, ehcp_months=11, together_weeks=1)
    second = next_review(ReviewFacts(CARE, date(2025, 11, 5), "first"), rules, TODAY)
    assert second is not None
    assert second.by == date(2026, 1, 5)
    assert next_ehcp_review(date(2025, 5, 20), rules).by == date(2026, 4, 20)
    assert not one_meeting(date(2026, 5, 3), date(2026, 5, 11), rules)


@pytest.mark.parametrize("part", ["checked_on = 2026-11-23\n", "name = ", "ehcp_months = 12\n"])
def test_a_file_without_its_source_does_not_load(tmp_path: Path, part: str) -> None:
    text = path("review_rules/england.toml").read_text(encoding="utf-8")
    assert part in text
    (tmp_path / "half.toml").write_text(text.replace(part, f"# {part}", 1), encoding="utf-8")
    with pytest.raises(TextFileWrong, match=r"half\.toml"):
        shipped.review_rules(tmp_path / "half.toml")
