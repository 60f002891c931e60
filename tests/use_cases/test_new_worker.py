"""The social worker changed: what is open goes along, what was done stays theirs, and it can be undone whole."""

from datetime import date

import pytest

from carer_app.choices import Coming, ConcernKind, Invited, Owner, Role
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import action_history, children, following_up, new_worker, planning, preparing
from carer_app.use_cases import recording_the_meeting as recording
from carer_app.use_cases.pep_dates import pep_due
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read


@pytest.fixture
def mia(vault: Vault) -> int:
    """Ms Ali owes two things and did one; she is on the list of a meeting to come and of one that was held."""
    child = builders.add_child(vault, social_worker_says_by=date(2026, 6, 1))
    with vault.work() as session:
        children.set_person(session, child, Role.SOCIAL_WORKER, "Ms Ali")
        children.set_phone(session, child, Role.SOCIAL_WORKER, "01234 567")
        children.set_person(session, child, Role.DESIGNATED_TEACHER, "Mr Fox")
    held = builders.add_meeting(vault, child, date(2026, 3, 2), uid="held")
    with vault.work() as session:
        planning.suggest_attendees(session, held)
        recording.meeting_was_held(session, held, date(2026, 3, 2), TODAY)
        for what, owner, name in (
            ("Send the copy", Owner.SOCIAL_WORKER, "Ms Ali"),
            ("Ask about a taxi", Owner.SOCIAL_WORKER, "ms ali "),
            ("Book the room", Owner.SOCIAL_WORKER, "Ms Ali"),
            ("Start a reading group", Owner.SCHOOL, "Mr Fox"),
        ):
            recording.add_action(session, held, NewAction(what, owner, name, None), TODAY)
        following_up.tick_off(session, 3, TODAY)
    coming = builders.add_meeting(vault, child, date(2026, 5, 20), uid="coming")
    with vault.work() as session:
        planning.suggest_attendees(session, coming)
        for each in planning.attendees(session, coming):
            if each.role == Role.SOCIAL_WORKER:
                planning.set_coming(session, each.id, Coming.YES)
                planning.set_invited(session, each.id, Invited.YES)
        concern = preparing.add_concern(session, coming, ConcernKind.CHILDREN)
        preparing.write_concern(session, concern, "ask_of", "Ms Ali")
    return child


def owners(vault: Vault, child: int) -> dict[str, str]:
    return {row.what: row.who for row in read(vault, following_up.actions_of_child, child, TODAY)}


def everything(vault: Vault, child: int) -> list[object]:
    facts = read(vault, children.child_facts, child, TODAY)
    lists = [read(vault, planning.attendees, meeting.id) for meeting in facts.meetings]
    asks = [read(vault, preparing.concerns, meeting.id) for meeting in facts.meetings]
    return [facts, lists, asks, owners(vault, child)]


def test_open_actions_and_invitations_go_along_and_what_was_done_stays(vault: Vault, mia: int) -> None:
    known = read(vault, new_worker.open_with_worker, mia)
    assert [what for _id, what in known.actions] == ["Send the copy", "Ask about a taxi"]
    assert known.meetings == 1
    kept = next(action for action, what in known.actions if what == "Ask about a taxi")
    do(vault, new_worker.worker_changed, mia, "Mr Obi", "09876", TODAY, (kept,))
    facts = read(vault, children.child_facts, mia, TODAY)
    assert (facts.social_worker, facts.social_worker_phone) == ("Mr Obi", "09876")
    assert owners(vault, mia) == {
        "Send the copy": "Mr Obi",
        "Ask about a taxi": "ms ali",
        "Book the room": "Ms Ali",
        "Start a reading group": "Mr Fox",
    }
    coming, held = (read(vault, planning.attendees, meeting.id) for meeting in facts.meetings)
    (now,) = [each for each in coming if each.role == Role.SOCIAL_WORKER]
    (then,) = [each for each in held if each.role == Role.SOCIAL_WORKER]
    assert (now.name, now.phone, now.coming, now.invited) == (
        "Mr Obi",
        "09876",
        Coming.NOT_KNOWN,
        Invited.NOT_KNOWN,
    )
    assert (then.name, then.phone) == ("Ms Ali", "01234 567")
    assert [each.ask_of for each in read(vault, preparing.concerns, facts.meetings[0].id)] == ["Mr Obi"]
    # The day was given by the one before: it is not said to be the new one's.
    assert read(vault, pep_due, mia, TODAY).reason == "The social worker gave this date."


@pytest.mark.parametrize("name", ["Mr Obi", ""])
def test_it_is_undone_whole(vault: Vault, mia: int, name: str) -> None:
    before = everything(vault, mia)
    was = read(vault, new_worker.as_it_is, mia)
    do(vault, new_worker.worker_changed, mia, name, "", TODAY)
    assert everything(vault, mia) != before
    do(vault, new_worker.put_worker_back, mia, was)
    assert everything(vault, mia) == before


def test_the_same_name_again_is_no_change(vault: Vault, mia: int) -> None:
    before = everything(vault, mia)
    with pytest.raises(NotAllowed, match="name of the new social worker"):
        do(vault, new_worker.worker_changed, mia, "ms ali", "09876", TODAY)
    assert everything(vault, mia) == before


def test_one_action_is_handed_on_and_what_is_done_stays(vault: Vault, mia: int) -> None:
    do(vault, following_up.hand_on, 1, Owner.SCHOOL, "Mrs Reed")
    do(vault, following_up.hand_on, 2, Owner.ME, "Sam")
    rows = {row.id: row for row in read(vault, following_up.actions_of_child, mia, TODAY)}
    assert (rows[1].owner, rows[1].who) == (Owner.SCHOOL, "Mrs Reed")
    assert (rows[2].owner, rows[2].who, rows[2].is_mine) == (Owner.ME, "Me", True)
    with pytest.raises(NotAllowed, match="stays with the person who did it"):
        do(vault, following_up.hand_on, 3, Owner.SCHOOL, "")


def test_what_was_handed_on_says_so_with_its_day_and_undo_takes_the_line_along(
    vault: Vault, mia: int
) -> None:
    was = read(vault, new_worker.as_it_is, mia)
    handed_on, _what = read(vault, new_worker.open_with_worker, mia).actions[0]
    do(vault, new_worker.worker_changed, mia, "Mr Obi", "", TODAY)
    (line,) = read(vault, action_history.changes_of, handed_on)
    assert line.words == "10 March 2026 · Who: Ms Ali, then Mr Obi"
    do(vault, new_worker.put_worker_back, mia, was)
    assert read(vault, action_history.changes_of, handed_on) == ()
