"""Planning a meeting, without any screen."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from icalendar import Calendar

from carer_app.choices import Coming, Role
from carer_app.errors import NotAllowed, NotFound, NotSaved
from carer_app.jobs import meeting_calendar
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, drafts, household, planning
from carer_app.use_cases.drafts import DraftKey
from tests import builders

STAMP = datetime(2026, 3, 10, tzinfo=UTC)


@pytest.fixture
def child(vault: Vault) -> int:
    return builders.add_child(vault)


@pytest.fixture
def meeting(vault: Vault, child: int) -> int:
    return builders.add_meeting(vault, child)


def facts(vault: Vault, meeting: int) -> planning.MeetingFacts:
    with vault.reading() as session:
        return planning.meeting_facts(session, meeting)


def people(vault: Vault, meeting: int) -> list[planning.AttendeeRow]:
    with vault.reading() as session:
        return planning.attendees(session, meeting)


def test_planning_twice_leads_to_the_same_meeting(vault: Vault, child: int, meeting: int) -> None:
    with vault.work() as session:
        assert planning.plan_meeting(session, child, "another-uid") == meeting
    assert facts(vault, meeting).calendar_uid == "uid-1"


def test_a_new_meeting_is_at_the_childs_school_until_said_otherwise(vault: Vault, meeting: int) -> None:
    assert facts(vault, meeting).place == "Riverside Primary"
    with vault.work() as session:
        planning.set_place(session, meeting, "By phone")
    assert facts(vault, meeting).place == "By phone"


def test_each_real_change_of_day_or_time_or_place_counts_once(vault: Vault, meeting: int) -> None:
    before = facts(vault, meeting).calendar_sequence
    with vault.work() as session:
        planning.set_day(session, meeting, date(2026, 3, 19))
        planning.set_day(session, meeting, date(2026, 3, 19))
        planning.set_time(session, meeting, time(9, 30))
    assert facts(vault, meeting).calendar_sequence == before + 2
    with vault.work() as session:
        planning.set_day(session, meeting, None)
    assert facts(vault, meeting).on_day is None


def test_a_meeting_moved_to_another_day_has_no_time_until_it_is_said(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        planning.set_day(session, meeting, date(2026, 3, 19))
        planning.set_time(session, meeting, time(9, 30))
        planning.set_day(session, meeting, date(2026, 3, 19))
    assert facts(vault, meeting).at_time == time(9, 30)
    with vault.work() as session:
        planning.set_day(session, meeting, date(2026, 3, 25))
    assert facts(vault, meeting).at_time is None
    with vault.work() as session:
        planning.put_back_when(session, meeting, date(2026, 3, 19), time(9, 30))
    assert (facts(vault, meeting).on_day, facts(vault, meeting).at_time) == (date(2026, 3, 19), time(9, 30))


def test_the_people_known_to_a_child_are_suggested_once(vault: Vault, child: int, meeting: int) -> None:
    with vault.work() as session:
        household.set_own_name(session, "Sam")
        children.set_person(session, child, Role.SOCIAL_WORKER, "Ms Ali")
        planning.suggest_attendees(session, meeting)
        planning.suggest_attendees(session, meeting)
    assert [(row.name, row.role, row.coming) for row in people(vault, meeting)] == [
        ("Mia", Role.CHILD, Coming.NOT_KNOWN),
        ("Sam", Role.CARER, Coming.NOT_KNOWN),
        ("Ms Ali", Role.SOCIAL_WORKER, Coming.NOT_KNOWN),
    ]


def test_a_carer_who_gave_no_name_stands_there_by_what_they_do(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        planning.suggest_attendees(session, meeting)
    assert [row.name for row in people(vault, meeting)] == ["Mia", "Foster carer"]


def test_somebody_without_a_name_or_job_is_not_put_down(vault: Vault, meeting: int) -> None:
    with pytest.raises(NotAllowed, match="Type a name"), vault.work() as session:
        planning.add_attendee(session, meeting, "   ", Role.TEACHER)
    assert people(vault, meeting) == []


def test_putting_somebody_down_lets_go_of_what_was_half_typed(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        drafts.keep(session, DraftKey("here"), "name", "Miss Kay")
        drafts.keep(session, DraftKey("elsewhere"), "name", "Mr Fox")
        planning.add_attendee(session, meeting, " Miss Kay ", Role.TEACHER, DraftKey("here"))
    with vault.reading() as session:
        assert drafts.of_place(session, DraftKey("here")) == {}
        assert drafts.of_place(session, DraftKey("elsewhere")) == {"name": "Mr Fox"}
    assert [row.name for row in people(vault, meeting)] == ["Miss Kay"]


def test_somebody_taken_off_comes_back_where_they_stood(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        first = planning.add_attendee(session, meeting, "Miss Kay", Role.TEACHER)
        planning.add_attendee(session, meeting, "Mr Fox", Role.DESIGNATED_TEACHER)
        planning.set_coming(session, first, Coming.PART)
    before = people(vault, meeting)
    with vault.work() as session:
        planning.remove_attendee(session, first)
    assert [row.name for row in people(vault, meeting)] == ["Mr Fox"]
    with vault.work() as session:
        planning.bring_attendee_back(session, meeting, before[0])
    assert people(vault, meeting) == before


def test_somebody_comes_back_although_their_number_was_taken_since(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        gone = planning.add_attendee(session, meeting, "Miss Kay", Role.TEACHER)
    (row,) = people(vault, meeting)
    with vault.work() as session:
        planning.remove_attendee(session, gone)
    with vault.work() as session:
        planning.add_attendee(session, meeting, "Mr Fox", Role.DESIGNATED_TEACHER)
        planning.bring_attendee_back(session, meeting, row)
    assert sorted(each.name for each in people(vault, meeting)) == ["Miss Kay", "Mr Fox"]


def test_somebody_no_longer_on_the_list_cannot_be_marked_as_coming(vault: Vault, meeting: int) -> None:
    with pytest.raises(NotFound, match="no longer on the list"), vault.work() as session:
        planning.set_coming(session, 99, Coming.YES)


# The calendar file


def test_the_calendar_file_says_when_and_names_no_child_and_no_school(vault: Vault, meeting: int) -> None:
    written = meeting_calendar.meeting_ics(facts(vault, meeting), STAMP)
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert event["summary"] == "Meeting"
    assert event["dtstart"].dt == datetime(2026, 3, 18, 14, 0, tzinfo=UTC)
    assert b"Mia" not in written
    assert b"Riverside" not in written


def test_a_moved_meeting_keeps_its_name_in_the_calendar(vault: Vault, meeting: int) -> None:
    def event() -> tuple[str, int]:
        (found,) = Calendar.from_ical(meeting_calendar.meeting_ics(facts(vault, meeting), STAMP)).walk(
            "VEVENT"
        )
        return str(found["uid"]), int(found["sequence"])

    before = event()
    with vault.work() as session:
        planning.set_day(session, meeting, date(2026, 3, 19))
    assert event()[0] == before[0]
    assert event()[1] > before[1]


def test_two_meetings_have_two_names_in_the_calendar(vault: Vault, meeting: int) -> None:
    other = builders.add_meeting(vault, builders.add_child(vault, "Jordan"), uid="uid-2")
    uids = set()
    for each in (meeting, other):
        (found,) = Calendar.from_ical(meeting_calendar.meeting_ics(facts(vault, each), STAMP)).walk("VEVENT")
        uids.add(str(found["uid"]))
    assert len(uids) == 2


def test_a_place_that_cannot_be_written_to_is_said_in_a_sentence(
    vault: Vault, meeting: int, tmp_path: Path
) -> None:
    with pytest.raises(NotSaved, match="could not be saved there"):
        meeting_calendar.save_meeting(facts(vault, meeting), STAMP, tmp_path / "not here" / "meeting.ics")
