"""When the next PEP is due, from what is stored."""

from datetime import date

from carer_app.choices import Role
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, pep_dates, recording_the_meeting
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.pep_dates import PepDueView
from tests import builders
from tests.builders import TODAY


def due(vault: Vault, child: int) -> PepDueView:
    with vault.reading() as session:
        return pep_dates.pep_due(session, child, TODAY)


def hold(vault: Vault, child: int, on: date, next_on: date | None = None) -> None:
    meeting = builders.add_meeting(vault, child, on, uid=f"uid-{on}")
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, meeting, on, TODAY)
        recording_the_meeting.set_next_pep(session, meeting, next_on)


def test_the_newest_meeting_counts_whether_it_was_recorded_or_typed(vault: Vault) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 9, 12))
    assert due(vault, child).due_on == date(2026, 3, 12)
    hold(vault, child, date(2026, 3, 9))
    answer = due(vault, child)
    assert answer.due_on == date(2026, 9, 9)
    assert answer.reason == "6 months after the last PEP on Monday 9 March 2026."
    assert "Southwark" in answer.rule


def test_without_term_dates_there_is_no_date_and_it_says_what_is_needed(vault: Vault) -> None:
    answer = due(vault, builders.add_child(vault, came_into_care_on=date(2026, 3, 2)))
    assert answer.due_on is None
    assert answer.needs_term_dates
    assert answer.asks_for


def test_the_social_workers_day_leads_with_their_name_and_ours_stands_beside_it(vault: Vault) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 9, 12))
    with vault.work() as session:
        children.set_person(session, child, Role.SOCIAL_WORKER, "Ms Ali")
        children.set_date(session, child, ChildDate.SOCIAL_WORKER_SAYS, date(2026, 3, 25), TODAY)
    answer = due(vault, child)
    assert (answer.due_on, answer.reason) == (date(2026, 3, 25), "Ms Ali gave this date.")
    assert answer.computed_on == date(2026, 3, 12)


def test_the_day_the_social_worker_gave_is_used_up_by_the_meeting_held_just_before_it(vault: Vault) -> None:
    child = builders.add_child(vault)
    with vault.work() as session:
        children.set_date(session, child, ChildDate.SOCIAL_WORKER_SAYS, date(2026, 3, 20), TODAY)
    hold(vault, child, date(2026, 3, 9))
    assert due(vault, child).due_on == date(2026, 9, 9)
    with vault.work() as session:
        children.set_date(session, child, ChildDate.SOCIAL_WORKER_SAYS, date(2026, 8, 1), TODAY)
    assert due(vault, child).due_on == date(2026, 8, 1)


def test_the_agreed_day_is_that_of_the_newest_meeting_while_it_is_ahead(vault: Vault) -> None:
    child = builders.add_child(vault)
    hold(vault, child, date(2025, 9, 9), date(2026, 6, 1))
    hold(vault, child, date(2026, 3, 9), date(2026, 9, 7))
    with vault.reading() as session:
        assert pep_dates.agreed_date(session, child, TODAY) == date(2026, 9, 7)
        assert pep_dates.agreed_date(session, child, date(2026, 9, 7)) == date(2026, 9, 7)
        assert pep_dates.agreed_date(session, child, date(2026, 9, 8)) is None
