"""Actions: who owes what, done or not, and by when."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from carer_app.choices import ConcernKind, HowFar, Owner, Role
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.preparation import Concern
from carer_app.errors import NotAllowed, NotFound
from carer_app.paper.content import Mark
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    action_put_right,
    changing_school,
    children,
    following_up,
    recording_the_meeting,
    reporting_back,
    sorting_actions,
)
from carer_app.use_cases.following_up import ActionRow
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.sorting_actions import SortedBy, WhichActions
from tests import builders
from tests.benchmarks.big_household import big_household
from tests.builders import TODAY, do
from tests.more_years import add_years


@pytest.fixture
def child(vault: Vault) -> int:
    child = builders.add_child(vault)
    builders.hold(vault, builders.add_meeting(vault, child, date(2026, 3, 9)))
    return child


def groups(vault: Vault, done: bool = False) -> dict[Owner, list[str]]:
    with vault.reading() as session:
        which = WhichActions.DONE if done else WhichActions.TO_DO
        found = sorting_actions.sorted_actions(session, TODAY, which, SortedBy.WHO)
    return {Owner(group.key): [row.what for row in group.rows] for group in found}


def action(vault: Vault, child: int, what: str) -> ActionRow:
    with vault.reading() as session:
        rows = following_up.actions_of_child(session, child, TODAY)
    return next(row for row in rows if row.what == what)


def test_actions_are_grouped_by_who_owes_them_and_mine_come_first(vault: Vault, child: int) -> None:
    assert list(groups(vault).items()) == [
        (Owner.ME, ["Ask about a place at swimming"]),
        (Owner.SCHOOL, ["Start a reading group"]),
        (Owner.SOCIAL_WORKER, ["Send the PEP copy"]),
    ]


def test_in_each_group_the_soonest_comes_first_and_those_without_a_day_last(vault: Vault, child: int) -> None:
    for what, due in (("No day", None), ("Later", date(2026, 5, 1)), ("Soon", date(2026, 3, 12))):
        do(vault, recording_the_meeting.add_action, 1, NewAction(what, Owner.SCHOOL, "", due), TODAY)
    assert groups(vault)[Owner.SCHOOL] == ["Soon", "Start a reading group", "Later", "No day"]


def test_a_ticked_action_moves_to_done_and_ticking_twice_keeps_the_first_day(
    vault: Vault, child: int
) -> None:
    mine = action(vault, child, "Ask about a place at swimming")
    assert (mine.days_late, mine.is_mine) == (1, True)
    do(vault, following_up.tick_off, mine.id, TODAY)
    do(vault, following_up.tick_off, mine.id, date(2026, 3, 20))
    assert Owner.ME not in groups(vault)
    assert groups(vault, done=True) == {Owner.ME: ["Ask about a place at swimming"]}
    done = action(vault, child, "Ask about a place at swimming")
    assert (done.done_on, done.days_late) == (TODAY, 0)
    do(vault, following_up.untick, mine.id)
    assert groups(vault)[Owner.ME] == ["Ask about a place at swimming"]


def test_a_day_before_the_meeting_is_refused_and_the_one_before_stays(vault: Vault, child: int) -> None:
    group = action(vault, child, "Start a reading group")
    with pytest.raises(NotAllowed, match="The date is before the meeting"):
        do(vault, following_up.change_due, group.id, date(2026, 3, 8))
    assert action(vault, child, "Start a reading group").due_on == date(2026, 3, 20)
    do(vault, following_up.change_due, group.id, None)
    assert action(vault, child, "Start a reading group").due_on is None


def test_an_action_that_was_taken_out_cannot_be_ticked_off(vault: Vault, child: int) -> None:
    group = action(vault, child, "Start a reading group")
    do(vault, following_up.remove_action, group.id, TODAY)
    with pytest.raises(NotFound):
        do(vault, following_up.tick_off, group.id, TODAY)


def test_actions_of_a_child_cleared_from_the_list_are_not_shown(vault: Vault, child: int) -> None:
    do(vault, children.delete_child, child, TODAY)
    assert groups(vault) == {}


def test_what_will_not_happen_is_not_late_and_stands_with_what_is_over(vault: Vault, child: int) -> None:
    mine = action(vault, child, "Ask about a place at swimming")
    assert mine.days_late == 1
    do(vault, following_up.say_how_far, mine.id, HowFar.WILL_NOT, TODAY)
    do(vault, following_up.say_how_far, mine.id, HowFar.WILL_NOT, date(2026, 4, 1))
    over = action(vault, child, mine.what)
    assert (over.days_late, over.ended_on, over.is_open) == (0, TODAY, False)
    assert Owner.ME not in groups(vault)
    assert groups(vault, done=True) == {Owner.ME: [mine.what]}


def test_what_is_done_is_not_said_to_be_done_in_part(vault: Vault, child: int) -> None:
    mine = action(vault, child, "Ask about a place at swimming")
    do(vault, following_up.tick_off, mine.id, TODAY)
    for how_far in HowFar:
        with pytest.raises(NotAllowed, match="That is done"):
            do(vault, following_up.say_how_far, mine.id, how_far, TODAY)


def test_why_it_ended_is_on_the_list_for_the_review(vault: Vault, child: int) -> None:
    group = action(vault, child, "Start a reading group")
    do(vault, following_up.say_how_far, group.id, HowFar.WILL_NOT, TODAY)
    do(vault, action_put_right.write_why_it_ended, group.id, TODAY, "No room is free")
    with vault.reading() as session:
        owed = reporting_back.actions_for_review(session, child, TODAY).owed
    [listed] = [each for one in owed for each in one.actions if each.what == group.what]
    assert (listed.mark, listed.mark_words) == (Mark.ENDED, "Will not happen: No room is free")


def test_what_is_done_in_part_and_late_says_both_on_the_list_for_the_review(vault: Vault, child: int) -> None:
    group = action(vault, child, "Start a reading group")
    do(vault, following_up.change_due, group.id, TODAY)
    do(vault, following_up.say_how_far, group.id, HowFar.PARTLY, TODAY)
    with vault.reading() as session:
        owed = reporting_back.actions_for_review(session, child, TODAY + timedelta(days=2)).owed
    [listed] = [each for one in owed for each in one.actions if each.what == group.what]
    assert listed.state_line.startswith("Partly done. Late by 2 days")


def test_after_a_move_the_teacher_of_the_new_school_has_the_role(vault: Vault, child: int) -> None:
    group = action(vault, child, "Start a reading group")
    do(vault, children.set_person, child, Role.DESIGNATED_TEACHER, "Mr Fox")
    do(vault, changing_school.change_school, child, "Oak Hill", date(2026, 4, 1), TODAY)
    do(vault, children.set_person, child, Role.DESIGNATED_TEACHER, "Mrs Reed")
    with vault.reading() as session:
        before = following_up.known_name(session, group.id, Owner.SCHOOL, TODAY)
        after = following_up.known_name(session, group.id, Owner.SCHOOL, date(2026, 4, 1))
    assert (before, after) == ("Mr Fox", "Mrs Reed")


def test_of_very_many_actions_none_is_made_a_row_of_the_records(vault: Vault) -> None:
    big_household(vault, actions=60, notes=0)
    with vault.reading() as session:
        groups = sorting_actions.sorted_actions(session, TODAY, WhichActions.TO_DO, SortedBy.WHO)
        assert sum(len(group.rows) for group in groups) == 60
        assert following_up.next_of_mine(session, TODAY)
        assert not [row for row in session.identity_map.values() if isinstance(row, AgreedAction)]


def test_of_very_many_actions_those_alone_are_worked_out_that_are_looked_at(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    big_household(vault, actions=60, notes=0)
    made, row = [], following_up._row
    monkeypatch.setattr(following_up, "_row", lambda *of: (made.append(of), row(*of))[1])
    with vault.reading() as session:
        groups = sorting_actions.sorted_actions(session, TODAY, WhichActions.TO_DO, SortedBy.WHO)
        assert sum(len(group.rows) for group in groups) == 60
        assert made == []
        assert len(list(groups[1].rows[:3])) == 3
    assert len(made) == 3


def test_an_action_is_told_the_same_among_all_as_on_its_childs_page(vault: Vault) -> None:
    ids = builders.ordinary_household(vault)
    add_years(vault, ids["mia"], 0, 4)
    with vault.work() as session:
        asked = session.scalars(
            select(AgreedAction).where(AgreedAction.due_on.is_(None), AgreedAction.is_open)
        ).first()
        assert asked is not None
        before = asked.agreed_on - timedelta(days=2)
        concern = Concern(meeting_id=asked.meeting_id, kind=ConcernKind.CHILDREN, ask_by=before)
        session.add(concern)
        session.flush()
        asked.concern_id = concern.id
    with vault.reading() as session:
        own = [row for child in ids.values() for row in following_up.actions_of_child(session, child, TODAY)]
    with vault.reading() as session:
        both = [following_up.everybodys(session, TODAY, done) for done in (False, True)]
    among_all = [found.row(read) for found in both for read in found.reads]
    assert {row.id: row for row in among_all} == {row.id: row for row in own}
    assert [row.id for row in among_all if row.asked_for_by] == [asked_id(vault)]


def asked_id(vault: Vault) -> int | None:
    with vault.reading() as session:
        return session.scalar(select(AgreedAction.id).where(AgreedAction.concern_id.is_not(None)))
