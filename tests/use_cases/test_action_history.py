"""What changed about an action is kept with its day: once for each day and thing, and taken back by Undo."""

from datetime import date, timedelta

import pytest

from carer_app.choices import ActionDay, Fate, Helped, HowFar, Owner
from carer_app.domain.agreed_action import AgreedAction
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import action_history, action_put_right, following_up, recording_the_meeting
from tests import builders
from tests.builders import TODAY, do, read

LATER = TODAY + timedelta(days=9)


@pytest.fixture
def action(vault: Vault) -> int:
    mia = builders.add_child(vault)
    builders.hold(vault, builders.add_meeting(vault, mia, date(2026, 3, 9)))
    rows = read(vault, following_up.actions_of_child, mia, TODAY)
    return next(row.id for row in rows if row.what == "Start a reading group")


def changes(vault: Vault, action: int) -> list[str]:
    return [each.words for each in read(vault, action_history.changes_of, action)]


def test_what_who_by_when_and_how_far_are_kept_with_their_day_the_newest_first(
    vault: Vault, action: int
) -> None:
    do(vault, action_put_right.change_what, action, TODAY, "Start a reading club")
    do(vault, following_up.hand_on, action, Owner.SCHOOL, "Mrs Reed", TODAY)
    do(vault, following_up.change_due, action, None, LATER)
    do(vault, following_up.say_how_far, action, HowFar.PARTLY, LATER)
    do(vault, following_up.say_helped, action, Helped.A_LITTLE, LATER)
    do(vault, following_up.decide, action, Fate.NEXT_PEP, LATER + timedelta(days=1))
    assert changes(vault, action) == [
        "20 March 2026 · How far: Partly done, then Moved to the next PEP",
        "19 March 2026 · Did it help: I can’t say yet, then A little",
        "19 March 2026 · How far: Still to do, then Partly done",
        "19 March 2026 · By when: 20 March 2026, then nobody said",
        "10 March 2026 · Who: Mr Fox, then Mrs Reed",
        "10 March 2026 · What: Start a reading group, then Start a reading club",
    ]


def test_a_day_that_lies_before_what_was_written_earlier_says_so_and_each_line_goes_on_from_the_one_beneath(
    vault: Vault, action: int
) -> None:
    do(vault, following_up.say_how_far, action, HowFar.PARTLY, LATER)
    do(vault, following_up.tick_off, action, TODAY)  # at a review, nine days before that
    assert changes(vault, action) == [
        "10 March 2026, written later · How far: Partly done, then Done",
        "19 March 2026 · How far: Still to do, then Partly done",
    ]


def test_what_is_typed_letter_by_letter_is_one_change_and_none_where_it_is_typed_back(
    vault: Vault, action: int
) -> None:
    for what in ("Start a reading", "Start a read", "Start a reading club"):
        do(vault, action_put_right.change_what, action, TODAY, what)
    assert changes(vault, action) == [
        "10 March 2026 · What: Start a reading group, then Start a reading club"
    ]
    do(vault, action_put_right.change_what, action, TODAY, "Start a reading group")
    assert changes(vault, action) == []


def test_a_tick_and_its_taking_back_later_are_two_changes_and_undo_leaves_none(
    vault: Vault, action: int
) -> None:
    stood = next(
        row.stood for row in read(vault, following_up.actions_of_child, 1, TODAY) if row.id == action
    )
    do(vault, following_up.tick_off, action, TODAY)
    do(vault, following_up.put_back, action, stood)
    assert changes(vault, action) == []
    do(vault, following_up.tick_off, action, TODAY)
    do(vault, following_up.untick, action, LATER)
    assert changes(vault, action) == [
        "19 March 2026 · How far: Done, then Still to do",
        "10 March 2026 · How far: Still to do, then Done",
    ]


def test_why_how_we_know_what_home_does_and_why_it_ended_are_kept_with_their_day(
    vault: Vault, action: int
) -> None:
    do(vault, action_put_right.write_why, action, TODAY, "Reading is slow")
    do(vault, action_put_right.write_how_we_know, action, TODAY, "Two books")
    do(vault, action_put_right.write_at_home, action, LATER, "Ten pages a night")
    do(vault, following_up.say_how_far, action, HowFar.WILL_NOT, LATER)
    do(vault, action_put_right.write_why_it_ended, action, LATER, "No room is free")
    assert changes(vault, action) == [
        "19 March 2026 · Why it will not happen: nobody said, then No room is free",
        "19 March 2026 · How far: Still to do, then Will not happen",
        "19 March 2026 · What home does: nobody said, then Ten pages a night",
        "10 March 2026 · How we will know: nobody said, then Two books",
        "10 March 2026 · Why: nobody said, then Reading is slow",
    ]


def test_every_box_and_day_of_an_action_has_its_line_in_the_history(vault: Vault, action: int) -> None:
    """What is added to an action later belongs into its history too, or stands here with the reason."""
    not_told = {
        *("id", "child_id", "meeting_id", "deleted_on"),  # where it belongs, and that it was taken out
        "concern_id",  # what it came from
        "owner_name",  # is told as who
        "to_next_pep_on",  # is told as how far
    }
    with vault.reading() as session, action_history.noted(session, action, None) as kept:
        told = set(action_history.as_shown(session, kept))
    columns = {column.key for column in AgreedAction.__table__.columns}
    assert columns - told == not_told


@pytest.mark.parametrize(
    ("which", "told"),
    [
        (ActionDay.DONE, "The day it was done"),
        (ActionDay.PARTLY, "The day it was partly done"),
        (ActionDay.ENDED, "The day it ended"),
        (ActionDay.AGREED, "The day it was agreed"),
    ],
)
def test_every_day_of_an_action_can_be_put_right_and_not_to_one_that_cannot_be(
    vault: Vault, action: int, which: ActionDay, told: str
) -> None:
    if which == ActionDay.DONE:
        do(vault, following_up.tick_off, action, TODAY)
    elif which != ActionDay.AGREED:
        how_far = HowFar.PARTLY if which == ActionDay.PARTLY else HowFar.WILL_NOT
        do(vault, following_up.say_how_far, action, how_far, TODAY)
    right = date(2026, 3, 8) if which == ActionDay.AGREED else date(2026, 3, 9)
    was = date(2026, 3, 9) if which == ActionDay.AGREED else TODAY
    wrong = [(LATER, "has not come yet")]
    if which == ActionDay.AGREED:
        do(vault, following_up.change_due, action, TODAY, TODAY)
        wrong.append(
            (TODAY + timedelta(days=1), "Something else about this action is on Tuesday 10 March 2026")
        )
    else:
        wrong.append((date(2026, 3, 8), "The date is before the meeting"))
    for day, sentence in wrong:
        on = TODAY if day == LATER else LATER
        with pytest.raises(NotAllowed, match=sentence):
            do(vault, action_put_right.change_day, action, which, day, on)
    do(vault, action_put_right.change_day, action, which, right, LATER)
    said = f"19 March 2026 · {told}: {was.day} March 2026, then {right.day} March 2026"
    assert changes(vault, action)[0] == said


def test_a_day_that_nobody_said_is_not_put_right(vault: Vault, action: int) -> None:
    for which in (ActionDay.DONE, ActionDay.PARTLY, ActionDay.ENDED):
        with pytest.raises(NotAllowed, match="Nobody has said that yet"):
            do(vault, action_put_right.change_day, action, which, TODAY, TODAY)


def test_what_was_agreed_goes_along_when_the_day_of_its_meeting_is_put_right(
    vault: Vault, action: int
) -> None:
    do(vault, recording_the_meeting.meeting_was_held, 1, date(2026, 3, 6), TODAY)
    rows = read(vault, following_up.actions_of_child, 1, TODAY)
    assert {row.agreed_on for row in rows} == {date(2026, 3, 6)}
    assert changes(vault, action) == [
        "10 March 2026 · The day it was agreed: 9 March 2026, then 6 March 2026"
    ]


def test_what_is_refused_changes_nothing(vault: Vault, action: int) -> None:
    with pytest.raises(NotAllowed):
        do(vault, following_up.change_due, action, date(2026, 3, 1), TODAY)
    with pytest.raises(NotAllowed):
        do(vault, action_put_right.change_what, action, TODAY, "  ")
    assert changes(vault, action) == []


def test_late_begins_on_the_day_after(vault: Vault, action: int) -> None:
    for today, late in ((date(2026, 3, 20), 0), (date(2026, 3, 21), 1)):
        row = next(row for row in read(vault, following_up.actions_of_child, 1, today) if row.id == action)
        assert row.days_late == late
