"""Days without full-time school since the last meeting, offered as facts when the next one is got ready for."""

from datetime import date

import pytest

from carer_app.choices import WithoutSchool
from carer_app.storage.vault import Vault
from carer_app.use_cases import days_without_school, planning, preparing
from carer_app.use_cases.days_since_meeting import ASKED_IN, days_since_meeting
from tests.builders import TODAY, do, read
from tests.use_cases.what_is_due import quiet_child


@pytest.fixture
def child(vault: Vault) -> int:
    """The last PEP was on 1 December."""
    return int(do(vault, quiet_child))


@pytest.fixture
def meeting(vault: Vault, child: int) -> int:
    meeting: int = do(vault, planning.plan_meeting, child, "uid-next")
    do(vault, planning.set_day, meeting, date(2026, 3, 25))
    return meeting


def out(
    vault: Vault, child: int, kind: WithoutSchool, first: date, last: date | None = None, reason: str = ""
) -> None:
    days = do(vault, days_without_school.add_days, child, kind, first)
    if last is not None:
        do(vault, days_without_school.set_last, days, last)
    do(vault, days_without_school.write_reason, days, reason)


def offered(vault: Vault, meeting: int) -> list[str]:
    return [fact.words for fact in read(vault, days_since_meeting, meeting, TODAY)]


def test_each_kind_is_a_fact_counted_in_school_days_since_the_last_meeting(
    vault: Vault, child: int, meeting: int
) -> None:
    out(vault, child, WithoutSchool.SUSPENDED, date(2025, 11, 3), date(2025, 11, 7))
    assert offered(vault, meeting) == [], "that was told at the last meeting"
    out(vault, child, WithoutSchool.SUSPENDED, date(2026, 2, 12), date(2026, 2, 24), "Zqcanary")
    assert offered(vault, meeting) == ["Suspended, 12 to 24 February 2026: 4 school days."], (
        "half term is no school, and why it was is the carer’s to say"
    )
    out(vault, child, WithoutSchool.SENT_HOME, date(2026, 3, 3))
    out(vault, child, WithoutSchool.SENT_HOME, date(2026, 3, 5))
    assert offered(vault, meeting)[1:] == ["Sent home early: 2 times, 1 school day since the last meeting."]


def test_what_began_before_the_last_meeting_counts_from_there(vault: Vault, child: int, meeting: int) -> None:
    out(vault, child, WithoutSchool.PART_TIME, date(2025, 11, 17))
    [fact] = offered(vault, meeting)
    assert fact.startswith("Only part of the day since Monday 17 November 2025. Since the last meeting: ")


def test_what_is_said_is_offered_no_second_time(vault: Vault, child: int, meeting: int) -> None:
    out(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 9))
    do(vault, preparing.write_answer, meeting, ASKED_IN, offered(vault, meeting)[0])
    assert offered(vault, meeting) == []
    assert read(vault, days_since_meeting, meeting, date(2026, 3, 12)) == (), "nor with another number"
