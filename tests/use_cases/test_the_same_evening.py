"""The same evening: what was asked for is agreed by a tick, or is a no with its reason; nothing is asked twice."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carer_app.choices import ConcernKind, Owner, ReplyMark
from carer_app.errors import NotFound
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    action_put_right,
    following_up,
    preparing,
    recording_the_meeting,
    showing_the_child,
    the_same_evening,
)
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read

HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    meeting = builders.add_meeting(vault, builders.add_child(vault), HELD)
    do(vault, recording_the_meeting.meeting_was_held, meeting, HELD, TODAY)
    return meeting


def ask(vault: Vault, meeting: int, what: str) -> int:
    concern: int = do(vault, preparing.add_concern, meeting, ConcernKind.CHILDREN)
    do(vault, preparing.write_concern, concern, "we_ask_for", what)
    return concern


def asked(vault: Vault, meeting: int) -> list[str]:
    return [row.what for row in read(vault, the_same_evening.asked_for, meeting)]


def refused(vault: Vault, meeting: int) -> list[tuple[str, str]]:
    return [(row.what, row.because) for row in read(vault, the_same_evening.not_agreed, meeting)]


def test_what_was_agreed_stays_agreed_in_other_words_and_comes_back_when_it_is_taken_out(
    vault: Vault, meeting: int
) -> None:
    concern = ask(vault, meeting, "A buddy at playtimes")
    action = do(vault, the_same_evening.agree, meeting, concern, TODAY)
    assert do(vault, the_same_evening.agree, meeting, concern, TODAY) == action, "agreed once is enough"
    do(vault, action_put_right.change_what, action, TODAY, "Jo is with Mia at playtimes")
    assert asked(vault, meeting) == []
    do(vault, following_up.remove_action, action, TODAY)
    assert asked(vault, meeting) == ["A buddy at playtimes"]


def test_what_was_written_down_in_the_same_words_is_not_asked_again(vault: Vault, meeting: int) -> None:
    ask(vault, meeting, "A buddy at  playtimes.")
    new = NewAction("a buddy at playtimes", Owner.SCHOOL, "", None)
    do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    assert asked(vault, meeting) == []


def test_a_no_is_kept_with_its_reason_and_a_yes_afterwards_counts(vault: Vault, meeting: int) -> None:
    concern = ask(vault, meeting, "A quiet place")
    do(vault, the_same_evening.refuse, meeting, concern, TODAY)
    do(vault, the_same_evening.write_why_not, concern, "no room is free")
    assert (asked(vault, meeting), refused(vault, meeting)) == ([], [("A quiet place", "no room is free")])
    do(vault, the_same_evening.agree, meeting, concern, TODAY)
    assert refused(vault, meeting) == []
    do(vault, the_same_evening.take_back, meeting, concern, TODAY)
    assert refused(vault, meeting) == [("A quiet place", "no room is free")]


def test_what_the_child_asked_not_to_be_said_is_no_row(vault: Vault, meeting: int) -> None:
    concern = ask(vault, meeting, "A quiet place")
    do(vault, showing_the_child.answer, meeting, f"concern:{concern}", ReplyMark.DO_NOT_SAY, TODAY)
    assert (asked(vault, meeting), refused(vault, meeting)) == ([], [])


def test_a_thing_of_another_meeting_is_refused_with_a_sentence(vault: Vault, meeting: int) -> None:
    other = builders.add_meeting(vault, builders.add_child(vault, "Jordan"), HELD, uid="uid-7")
    concern = ask(vault, other, "A quiet place")
    for what in (the_same_evening.agree, the_same_evening.refuse):
        with pytest.raises(NotFound, match="no longer in your records"):
            do(vault, what, meeting, concern, TODAY)
    assert asked(vault, other) == ["A quiet place"]


@given(st.lists(st.sampled_from(["agree", "take_back", "refuse", "take_back_no"]), max_size=8))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_pressed_in_whatever_order_it_stands_in_one_place(
    vault: Vault, meeting: int, presses: list[str]
) -> None:
    """Asked, agreed, or not agreed: never in two of them, and never gone."""
    concern = ask(vault, meeting, f"Thing {presses} {len(asked(vault, meeting))}")
    what = next(row.what for row in read(vault, the_same_evening.asked_for, meeting) if row.id == concern)
    for press in presses:
        today = () if press == "take_back_no" else (TODAY,)
        do(vault, getattr(the_same_evening, press), meeting, concern, *today)
    agreed = [row.what for row in read(vault, recording_the_meeting.agreed, meeting)]
    places = (what in asked(vault, meeting), what in agreed, what in dict(refused(vault, meeting)))
    assert sum(places) == 1
