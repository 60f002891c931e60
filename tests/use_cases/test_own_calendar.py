"""Which days go into the carer's own calendar, and under which names that stay."""

from collections.abc import Callable
from datetime import date, time
from itertools import count

import pytest

from carer_app.choices import Support
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, own_calendar, planning, recording_the_meeting
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.own_calendar import OwnEntry
from tests import builders
from tests.builders import TODAY


@pytest.fixture
def new_uid() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"uid-due-{next(numbers)}"


def write(
    vault: Vault, child: int, new_uid: Callable[[], str], today: date = TODAY, *, due_dates: bool = True
) -> dict[str, OwnEntry]:
    with vault.work() as session:
        entries = own_calendar.entries_to_write(session, child, today, new_uid, due_dates=due_dates)
    return {entry.uid: entry for entry in entries}


def test_meetings_and_due_dates_ahead_go_in(vault: Vault, new_uid: Callable[[], str]) -> None:
    child = builders.add_child(
        vault, last_pep_on=date(2025, 11, 3), review_on=date(2026, 4, 22), ehcp_review_on=date(2025, 5, 20)
    )
    with vault.work() as session:
        children.set_support(session, child, Support.EHCP)
    builders.add_meeting(vault, child, date(2026, 3, 18), time(14))
    with vault.reading() as session:
        shown = own_calendar.coming_entries(session, child, TODAY)
    assert shown == [
        ("Meeting", date(2026, 3, 18)),
        ("Child-in-care review", date(2026, 4, 22)),
        ("PEP due", date(2026, 5, 3)),
        ("EHCP review due", date(2026, 5, 20)),
    ]
    written = write(vault, child, new_uid)
    assert sorted(entry.on_day for entry in written.values()) == [day for _what, day in shown]
    assert written["uid-1"].at_time == time(14)
    assert [entry.sequence for entry in written.values()].count(0) >= 3


def test_writing_again_changes_nothing_and_a_moved_date_keeps_its_name(
    vault: Vault, new_uid: Callable[[], str]
) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 11, 3))
    first = write(vault, child, new_uid)
    assert write(vault, child, new_uid) == first
    (due,) = first.values()
    assert (due.on_day, due.sequence) == (date(2026, 5, 3), 0)
    with vault.work() as session:
        children.set_date(session, child, ChildDate.LAST_PEP, date(2025, 12, 1), TODAY)
    (moved,) = write(vault, child, new_uid).values()
    assert (moved.uid, moved.on_day, moved.sequence) == (due.uid, date(2026, 6, 1), 1)


def test_a_date_that_is_no_longer_due_is_taken_out_once(vault: Vault, new_uid: Callable[[], str]) -> None:
    child = builders.add_child(vault, review_on=date(2026, 4, 22))
    (review,) = write(vault, child, new_uid).values()
    with vault.work() as session:
        children.set_date(session, child, ChildDate.REVIEW, None, TODAY)
    (gone,) = write(vault, child, new_uid).values()
    assert (gone.uid, gone.cancelled, gone.sequence, gone.on_day) == (review.uid, True, 1, review.on_day)
    assert write(vault, child, new_uid) == {}
    with vault.work() as session:
        children.set_date(session, child, ChildDate.REVIEW, date(2026, 5, 6), TODAY)
    (again,) = write(vault, child, new_uid).values()
    assert (again.uid, again.cancelled, again.sequence) == (review.uid, False, 2)


def test_without_due_dates_only_meetings_go_in_and_those_given_out_are_taken_out(
    vault: Vault, new_uid: Callable[[], str]
) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 11, 3))
    assert write(vault, child, new_uid, due_dates=False) == {}
    (due,) = write(vault, child, new_uid).values()
    (out,) = write(vault, child, new_uid, due_dates=False).values()
    assert (out.uid, out.cancelled) == (due.uid, True)


def test_a_meeting_that_is_off_is_cancelled_and_counts_up(vault: Vault, new_uid: Callable[[], str]) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, date(2026, 3, 18), time(14))
    before = write(vault, child, new_uid)["uid-1"]
    with vault.work() as session:
        planning.call_off(session, meeting, TODAY)
    after = write(vault, child, new_uid)["uid-1"]
    assert (before.cancelled, after.cancelled) == (False, True)
    assert after.sequence == before.sequence + 1
    with vault.work() as session:
        planning.call_off(session, meeting, TODAY)  # twice is once
        planning.call_off(session, meeting, None)
    back = write(vault, child, new_uid)["uid-1"]
    assert (back.cancelled, back.sequence) == (False, after.sequence + 1)


def test_a_held_meeting_and_a_copy_that_came_are_nothing_to_remember(
    vault: Vault, new_uid: Callable[[], str]
) -> None:
    child = builders.add_child(vault, council="Southwark")
    meeting = builders.add_meeting(vault, child, date(2026, 3, 9))
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, meeting, date(2026, 3, 9), TODAY)
    written = write(vault, child, new_uid)
    assert {entry.what for entry in written.values()} == {"PEP due", "Copy of the PEP due"}
    assert "uid-1" not in written


def test_what_was_called_off_is_no_meeting_to_come(vault: Vault) -> None:
    child = builders.add_child(vault)
    off = builders.add_meeting(vault, child, date(2026, 3, 18))
    with vault.work() as session:
        planning.call_off(session, off, TODAY)
        new = planning.plan_meeting(session, child, "uid-2")
    assert new != off
    with vault.reading() as session:
        rows = {row.id: row for row in children.child_facts(session, child, TODAY).meetings}
        assert (rows[off].is_off, rows[new].is_off) == (True, False)
        assert planning.meeting_facts(session, off).called_off_on == TODAY
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, off, TODAY, TODAY)
    with vault.reading() as session:
        assert planning.meeting_facts(session, off).called_off_on is None
