"""After the meeting: what was said, what was agreed, when the next one is."""

from datetime import date

import pytest

from carer_app.choices import Owner, PlainQuestion, Role
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, drafts, following_up, recording_the_meeting
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.recording_the_meeting import AgreedRow, NewAction
from tests import builders
from tests.builders import TODAY, do

HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    meeting = builders.add_meeting(vault, builders.add_child(vault), HELD)
    do(vault, recording_the_meeting.meeting_was_held, meeting, HELD, TODAY)
    return meeting


def agreed(vault: Vault, meeting: int) -> list[AgreedRow]:
    with vault.reading() as session:
        return recording_the_meeting.agreed(session, meeting)


def test_a_meeting_cannot_have_been_held_tomorrow(vault: Vault, meeting: int) -> None:
    with pytest.raises(NotAllowed, match="has not come yet"):
        do(vault, recording_the_meeting.meeting_was_held, meeting, date(2026, 3, 11), TODAY)
    with vault.reading() as session:
        assert recording_the_meeting.after_the_meeting(session, meeting).held_on == HELD


def test_an_action_is_written_down_and_what_was_half_typed_is_let_go(vault: Vault, meeting: int) -> None:
    do(vault, drafts.keep, DraftKey("the form"), "what", "Start a rea")
    new = NewAction("  Start a reading group ", Owner.SCHOOL, "", date(2026, 3, 20))
    do(vault, recording_the_meeting.add_action, meeting, new, TODAY, DraftKey("the form"))
    assert [(row.what, row.who, row.due_on) for row in agreed(vault, meeting)] == [
        ("Start a reading group", "School", date(2026, 3, 20))
    ]
    with vault.reading() as session:
        assert drafts.of_place(session, DraftKey("the form")) == {}


@pytest.mark.parametrize(("due", "fine"), [(date(2026, 3, 8), False), (HELD, True), (None, True)])
def test_a_due_day_before_the_meeting_is_refused_and_nothing_typed_is_lost(
    vault: Vault, meeting: int, due: date | None, fine: bool
) -> None:
    do(vault, drafts.keep, DraftKey("the form"), "what", "Start")
    new = NewAction("Start", Owner.ME, "", due)
    if fine:
        do(vault, recording_the_meeting.check_due_of_meeting, meeting, due, TODAY)
        do(vault, recording_the_meeting.add_action, meeting, new, TODAY, DraftKey("the form"))
        return
    for refused in (
        lambda: do(vault, recording_the_meeting.add_action, meeting, new, TODAY, DraftKey("the form")),
        lambda: do(vault, recording_the_meeting.check_due_of_meeting, meeting, due, TODAY),
    ):
        with pytest.raises(NotAllowed, match="The date is before the meeting"):
            refused()
    assert agreed(vault, meeting) == []
    with vault.reading() as session:
        assert drafts.of_place(session, DraftKey("the form")) == {"what": "Start"}


def test_where_the_meeting_has_no_day_an_action_cannot_be_due_before_today(vault: Vault) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault), None, None)
    with pytest.raises(NotAllowed):
        do(vault, recording_the_meeting.check_due_of_meeting, meeting, date(2026, 3, 9), TODAY)
    do(vault, recording_the_meeting.check_due_of_meeting, meeting, TODAY, TODAY)


def test_an_action_that_says_nothing_is_not_written_down(vault: Vault, meeting: int) -> None:
    with pytest.raises(NotAllowed, match="Type what will happen"):
        do(vault, recording_the_meeting.add_action, meeting, NewAction(" ", Owner.ME, "", None), TODAY)


def test_an_action_taken_out_by_mistake_comes_back(vault: Vault, meeting: int) -> None:
    action = do(
        vault, recording_the_meeting.add_action, meeting, NewAction("Ring", Owner.ME, "", None), TODAY
    )
    do(vault, following_up.remove_action, action, TODAY)
    assert agreed(vault, meeting) == []
    do(vault, following_up.bring_action_back, action)
    assert [row.id for row in agreed(vault, meeting)] == [action]


def test_names_that_are_known_need_not_be_typed_again(vault: Vault, meeting: int) -> None:
    do(vault, children.set_person, 1, Role.SOCIAL_WORKER, "Ms Ali")
    do(vault, children.set_person, 1, Role.DESIGNATED_TEACHER, "Mr Fox")
    with vault.reading() as session:
        names = recording_the_meeting.known_names(session, meeting)
    assert names == {Owner.SOCIAL_WORKER: "Ms Ali", Owner.SCHOOL: "Mr Fox"}


def test_the_next_pep_is_after_this_meeting(vault: Vault, meeting: int) -> None:
    do(vault, recording_the_meeting.set_next_pep, meeting, date(2026, 9, 7))
    with pytest.raises(NotAllowed, match="must be after this meeting"):
        do(vault, recording_the_meeting.set_next_pep, meeting, HELD)
    with vault.reading() as session:
        assert recording_the_meeting.after_the_meeting(session, meeting).next_pep_on == date(2026, 9, 7)


def test_the_copy_is_expected_two_weeks_after_the_day_the_meeting_was_held(
    vault: Vault, meeting: int
) -> None:
    with vault.reading() as session:
        assert recording_the_meeting.after_the_meeting(session, meeting).copy_expected_by == date(2026, 3, 23)
    do(vault, recording_the_meeting.meeting_was_not_held, meeting)
    with vault.reading() as session:
        assert recording_the_meeting.after_the_meeting(session, meeting).copy_expected_by is None


def test_what_school_said_is_kept_under_its_question(vault: Vault, meeting: int) -> None:
    do(vault, recording_the_meeting.write_school_said, meeting, PlainQuestion.KIND_SAID, "A joy to teach.")
    with vault.reading() as session:
        said = recording_the_meeting.what_school_said(session, meeting)
        assert recording_the_meeting.after_the_meeting(session, meeting).has_school_said
    assert said[PlainQuestion.KIND_SAID] == "A joy to teach."
    assert said[PlainQuestion.LEARNING_SAID] == ""
