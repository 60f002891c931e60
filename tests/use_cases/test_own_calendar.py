"""Which days go into the carer's own calendar, and under which names that stay."""

from collections.abc import Callable
from datetime import date, time, timedelta
from functools import cache
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session

from carer_app.choices import Support
from carer_app.domain.base import Base
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, own_calendar, planning, recording_the_meeting
from carer_app.use_cases.children import ChildDate, FirstFact
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
    with vault.work() as session:
        own_calendar.taken_out(session, child, entries)
    return {entry.uid: entry for entry in entries}


def ahead(vault: Vault, child: int, today: date = TODAY) -> list[tuple[str, date, bool]]:
    """What a carer is shown before anything is written."""
    with vault.reading() as session:
        entries = own_calendar.own_entries(session, child, today, due_dates=True)
    return [(entry.words, entry.on_day, entry.cancelled) for entry in entries]


def test_meetings_and_due_dates_ahead_go_in(vault: Vault, new_uid: Callable[[], str]) -> None:
    builders.told_six_months(vault)
    child = builders.add_child(
        vault, last_pep_on=date(2025, 11, 3), review_on=date(2026, 4, 22), ehcp_review_on=date(2025, 5, 20)
    )
    with vault.work() as session:
        children.set_support(session, child, Support.EHCP)
    builders.add_meeting(vault, child, date(2026, 3, 18), time(14))
    shown = ahead(vault, child)
    assert shown == [
        ("Meeting", date(2026, 3, 18), False),
        ("Child-in-care review", date(2026, 4, 22), False),
        ("PEP due", date(2026, 5, 3), False),
        ("EHCP review due", date(2026, 5, 20), False),
    ]
    written = write(vault, child, new_uid)
    assert [(entry.words, entry.on_day, entry.cancelled) for entry in written.values()] == shown
    assert written["uid-1"].at_time == time(14)
    assert [entry.sequence for entry in written.values()].count(0) >= 3


def test_writing_again_changes_nothing_and_a_moved_date_keeps_its_name(
    vault: Vault, new_uid: Callable[[], str]
) -> None:
    builders.told_six_months(vault)
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
    builders.told_six_months(vault)
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
    assert (after.on_day, after.at_time) == (before.on_day, before.at_time)
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
    builders.told_six_months(vault)
    child = builders.add_child(vault, council="Southwark")
    meeting = builders.add_meeting(vault, child, date(2026, 3, 9))
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, meeting, date(2026, 3, 9), TODAY)
    written = write(vault, child, new_uid)
    assert {entry.words for entry in written.values()} == {"PEP due", "Copy of the PEP due"}
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


def test_what_was_never_in_a_file_is_not_cancelled(vault: Vault, new_uid: Callable[[], str]) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child)
    with vault.work() as session:
        planning.call_off(session, meeting, TODAY)
    assert write(vault, child, new_uid) == {}


def test_a_file_that_was_not_written_takes_out_the_same_again(
    vault: Vault, new_uid: Callable[[], str]
) -> None:
    child = builders.add_child(vault, review_on=date(2026, 4, 22))
    write(vault, child, new_uid)
    with vault.work() as session:
        children.set_date(session, child, ChildDate.REVIEW, None, TODAY)
    with vault.work() as session:
        first = own_calendar.entries_to_write(session, child, TODAY, new_uid, due_dates=True)
    with vault.work() as session:
        again = own_calendar.entries_to_write(session, child, TODAY, new_uid, due_dates=True)
    assert [entry.cancelled for entry in first] == [True]
    assert again == first


def test_a_meeting_whose_day_is_open_again_is_taken_out(vault: Vault, new_uid: Callable[[], str]) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, date(2026, 3, 18))
    before = write(vault, child, new_uid)["uid-1"]
    with vault.work() as session:
        planning.set_day(session, meeting, None)
    off = write(vault, child, new_uid)["uid-1"]
    assert (off.cancelled, off.on_day, off.sequence) == (True, date(2026, 3, 18), before.sequence + 1)
    assert write(vault, child, new_uid) == {}
    with vault.work() as session:
        planning.set_day(session, meeting, date(2026, 3, 18))
    back = write(vault, child, new_uid)["uid-1"]
    assert (back.cancelled, back.sequence) == (False, off.sequence + 1)


def test_a_meeting_held_earlier_than_planned_is_taken_out_of_the_days_ahead(
    vault: Vault, new_uid: Callable[[], str]
) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, date(2026, 3, 18))
    before = write(vault, child, new_uid)["uid-1"]
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, meeting, date(2026, 3, 9), TODAY)
    off = write(vault, child, new_uid)["uid-1"]
    assert (off.cancelled, off.sequence) == (True, before.sequence + 1)
    with vault.work() as session:
        recording_the_meeting.meeting_was_not_held(session, meeting)
    back = write(vault, child, new_uid)["uid-1"]
    assert (back.cancelled, back.sequence > off.sequence) == (False, True)


def test_a_day_that_has_gone_by_stays_where_it_was(vault: Vault, new_uid: Callable[[], str]) -> None:
    builders.told_six_months(vault)
    child = builders.add_child(vault, last_pep_on=date(2025, 11, 3))
    meeting = builders.add_meeting(vault, child, TODAY)
    write(vault, child, new_uid)
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, meeting, TODAY, TODAY)
    assert not any(entry.cancelled for entry in write(vault, child, new_uid).values())
    other = builders.add_child(vault, "Jordan", last_pep_on=date(2025, 11, 3))
    (due,) = write(vault, other, new_uid).values()
    assert write(vault, other, new_uid, due.on_day + timedelta(days=1)) == {}


def test_a_meeting_saved_from_its_own_page_is_known_to_the_childs_file(
    vault: Vault, new_uid: Callable[[], str]
) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, date(2026, 3, 18))
    with vault.work() as session:
        own_calendar.meeting_was_saved(session, meeting)
        planning.call_off(session, meeting, TODAY)
    assert ahead(vault, child) == [("Meeting", date(2026, 3, 18), True)]
    with vault.work() as session:
        own_calendar.meeting_was_saved(session, meeting)
    assert write(vault, child, new_uid) == {}


@cache
def records_in_memory() -> Engine:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    return engine


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("day"), st.none() | st.dates(date(2026, 3, 1), date(2026, 3, 31))),
            st.tuples(st.just("off"), st.none() | st.just(TODAY)),
            st.tuples(st.just("held"), st.none() | st.dates(date(2026, 3, 1), TODAY)),
            st.tuples(st.just("save"), st.booleans()),
        ),
        max_size=12,
    )
)
def test_a_calendar_that_follows_the_files_shows_what_the_records_say(
    steps: list[tuple[str, Any]],
) -> None:
    """Whatever happens in between, and whether each file was written or not."""
    names = count(1)
    shown: dict[str, tuple[int, date | None]] = {}
    with Session(records_in_memory()) as session:  # nothing of it stays
        child = children.add_child(session, "Mia", FirstFact.NONE_YET, None, TODAY, "uid-Mia")
        meeting = planning.plan_meeting(session, child, "uid-1")
        for what, value in [*steps, ("save", True)]:
            if what == "day":
                planning.set_day(session, meeting, value)
            elif what == "off":
                if not planning.meeting_facts(session, meeting).is_over:
                    planning.call_off(session, meeting, value)
            elif what == "held" and value is None:
                recording_the_meeting.meeting_was_not_held(session, meeting)
            elif what == "held":
                recording_the_meeting.meeting_was_held(session, meeting, value, TODAY)
            else:
                entries = own_calendar.entries_to_write(
                    session, child, TODAY, lambda: f"due-{next(names)}", due_dates=True
                )
                if value:
                    follow(shown, entries)
                    own_calendar.taken_out(session, child, entries)
        coming = {e.uid: e.on_day for e in entries if not e.cancelled}
        facts = planning.meeting_facts(session, meeting)
    assert {uid: day for uid, (_n, day) in shown.items() if day and day > TODAY} == {
        uid: day for uid, day in coming.items() if day > TODAY
    }
    off = facts.called_off_on is not None or facts.is_over
    is_coming = facts.on_day is not None and facts.on_day >= TODAY and not off
    assert ("uid-1" in coming) == is_coming


def follow(shown: dict[str, tuple[int, date | None]], entries: list[OwnEntry]) -> None:
    """What a strict calendar does with a file: a change counts only under a higher number."""
    for entry in entries:
        number, day = shown.get(entry.uid, (-1, None))
        says = None if entry.cancelled else entry.on_day
        assert entry.sequence > number or (entry.sequence, says) == (number, day), entry
        shown[entry.uid] = (entry.sequence, says)


def test_the_other_days_of_the_year_go_in_only_where_wanted_and_come_out_again(
    vault: Vault, new_uid: Callable[[], str]
) -> None:
    child = builders.add_child(vault, birthday=date(2015, 10, 20), came_into_care_on=date(2024, 5, 1))

    def written(year: bool) -> list[tuple[str, date, bool]]:
        with vault.work() as session:
            entries = own_calendar.entries_to_write(
                session, child, TODAY, new_uid, due_dates=False, year=year
            )
        with vault.work() as session:
            own_calendar.taken_out(session, child, entries)
        return [(each.words, each.on_day, each.cancelled) for each in entries]

    assert written(False) == []
    assert written(True) == [
        ("The questionnaire on feelings (SDQ)", date(2026, 3, 31), False),
        ("The form for secondary school", date(2026, 10, 31), False),
    ]
    assert written(False) == [
        ("The questionnaire on feelings (SDQ)", date(2026, 3, 31), True),
        ("The form for secondary school", date(2026, 10, 31), True),
    ]
    assert written(False) == []
