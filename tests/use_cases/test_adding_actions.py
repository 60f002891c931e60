"""Which meeting an action of a child is added to, wherever somebody begins."""

from datetime import date, timedelta

from carer_app.storage.vault import Vault
from carer_app.use_cases import adding_actions, planning, recording_the_meeting
from tests import builders
from tests.builders import TODAY, do, read

OCTOBER = date(2025, 10, 6)


def test_a_meeting_put_down_after_the_last_one_held_is_the_one(vault: Vault) -> None:
    child = builders.add_child(vault)
    before = builders.add_meeting(vault, child, OCTOBER, uid="uid-before")
    do(vault, recording_the_meeting.meeting_was_held, before, OCTOBER, TODAY)
    found = read(vault, adding_actions.add_to, child, TODAY)
    assert (found.meeting_id, found.is_held) == (before, True)
    yesterday = builders.add_meeting(vault, child, TODAY - timedelta(days=1), uid="uid-yesterday")
    found = read(vault, adding_actions.add_to, child, TODAY)
    assert (found.meeting_id, found.is_held) == (yesterday, False), "nobody has said yet that it was held"
    do(vault, planning.call_off, yesterday, TODAY)
    assert read(vault, adding_actions.add_to, child, TODAY).meeting_id == before


def test_one_that_is_ahead_is_not(vault: Vault) -> None:
    child = builders.add_child(vault)
    builders.add_meeting(vault, child, TODAY + timedelta(days=5))
    assert read(vault, adding_actions.add_to, child, TODAY).meeting_id is None
