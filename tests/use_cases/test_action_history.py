"""What changed about an action is kept with its day: once for each day and thing, and taken back by Undo."""

from datetime import date, timedelta

import pytest

from carer_app.choices import Fate, Helped, HowFar, Owner
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import action_history, following_up
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
    do(vault, following_up.change_what, action, TODAY, "Start a reading club")
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


def test_what_is_typed_letter_by_letter_is_one_change_and_none_where_it_is_typed_back(
    vault: Vault, action: int
) -> None:
    for what in ("Start a reading", "Start a read", "Start a reading club"):
        do(vault, following_up.change_what, action, TODAY, what)
    assert changes(vault, action) == [
        "10 March 2026 · What: Start a reading group, then Start a reading club"
    ]
    do(vault, following_up.change_what, action, TODAY, "Start a reading group")
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


def test_what_is_refused_changes_nothing(vault: Vault, action: int) -> None:
    with pytest.raises(NotAllowed):
        do(vault, following_up.change_due, action, date(2026, 3, 1), TODAY)
    with pytest.raises(NotAllowed):
        do(vault, following_up.change_what, action, TODAY, "  ")
    assert changes(vault, action) == []


def test_late_begins_on_the_day_after(vault: Vault, action: int) -> None:
    for today, late in ((date(2026, 3, 20), 0), (date(2026, 3, 21), 1)):
        row = next(row for row in read(vault, following_up.actions_of_child, 1, today) if row.id == action)
        assert row.days_late == late
