"""Home: each child's one next step, and remind me later."""

from datetime import date, timedelta

import pytest

from carer_app.choices import Owner, Role, Support, WhereIsTheCopy
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    following_up,
    for_home,
    pep_copies,
    planning,
    recording_the_meeting,
)
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.for_home import NextStep, Step
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do


def step(vault: Vault, on: date = TODAY) -> NextStep:
    with vault.reading() as session:
        return for_home.home(session, on).steps[0]


def held(vault: Vault, child: int, on: date) -> int:
    meeting = builders.add_meeting(vault, child, on)
    do(vault, recording_the_meeting.meeting_was_held, meeting, on, TODAY)
    return meeting


def _my_action(vault: Vault) -> None:
    child = builders.add_child(vault)
    meeting = held(vault, child, TODAY - timedelta(days=5))
    new = NewAction("Ask about swimming", Owner.ME, "", TODAY + timedelta(days=3))
    do(vault, recording_the_meeting.add_action, meeting, new, TODAY)


def _agreed_soon(vault: Vault) -> None:
    meeting = held(vault, builders.add_child(vault), TODAY - timedelta(days=100))
    do(vault, recording_the_meeting.set_next_pep, meeting, TODAY + timedelta(days=10))
    do(vault, pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.LOCK_BOX, TODAY)


def _no_term_dates(vault: Vault) -> None:
    builders.told_school_days(vault)
    builders.add_child(vault, council="Leeds", came_into_care_on=date(2026, 3, 2))


def test_a_late_pep_is_nobodys_blame_and_says_who_sets_the_date_and_why(vault: Vault) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 9, 4))
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    card = step(vault)
    assert card.words == "Ask Ms Ali for a day for Mia’s PEP meeting"
    assert card.why.startswith("It was due by 4 March. Ms Ali or school sets the day.")
    assert "6 months after the last PEP" in card.why
    assert (card.tag, card.tag_kind) == ("No date yet", "warn")


def test_my_late_action_comes_before_a_meeting_in_three_weeks_but_not_before_one_tomorrow(
    vault: Vault,
) -> None:
    _my_action(vault)
    coming = builders.add_meeting(vault, 1, TODAY + timedelta(days=21), uid="uid-2")
    assert step(vault).step == Step.MY_ACTION
    do(vault, planning.set_day, coming, TODAY + timedelta(days=1))
    assert step(vault).step == Step.NEARLY_TIME


def test_a_meeting_held_with_nothing_written_still_asks_to_write_it_down(vault: Vault) -> None:
    meeting = held(vault, builders.add_child(vault), TODAY)
    assert (step(vault).step, step(vault).meeting_id) == (Step.WRITE_DOWN, meeting)
    do(vault, recording_the_meeting.set_next_pep, meeting, date(2026, 9, 1))
    assert step(vault).step != Step.WRITE_DOWN


def test_while_nobody_can_tell_if_the_meeting_is_in_time_the_schools_dates_are_asked_for(
    vault: Vault,
) -> None:
    _no_term_dates(vault)
    builders.add_meeting(vault, 1, TODAY + timedelta(days=40))
    found = {each.step: each for each in (step(vault), *step(vault).also)}
    assert found[Step.TERM_DATES].why.startswith("We cannot tell yet if the meeting is in time.")


def test_the_day_agreed_for_the_next_pep_is_the_day_of_the_meeting_planned_next(vault: Vault) -> None:
    _agreed_soon(vault)
    meeting = do(vault, for_home.plan_meeting, 1, "uid-2", TODAY)
    with vault.reading() as session:
        assert planning.meeting_facts(session, meeting).on_day == TODAY + timedelta(days=10)
    assert step(vault).step == Step.GET_READY


def test_an_agreed_day_that_has_gone_by_is_not_put_into_a_new_meeting(vault: Vault) -> None:
    _agreed_soon(vault)
    meeting = do(vault, for_home.plan_meeting, 1, "uid-2", TODAY + timedelta(days=11))
    with vault.reading() as session:
        assert planning.meeting_facts(session, meeting).on_day is None


def test_a_day_that_was_called_off_is_not_the_day_agreed_any_more(vault: Vault) -> None:
    _agreed_soon(vault)
    off = do(vault, for_home.plan_meeting, 1, "uid-2", TODAY)
    do(vault, planning.call_off, off, TODAY)
    assert step(vault).meeting_on is None
    new = do(vault, for_home.plan_meeting, 1, "uid-3", TODAY)
    with vault.reading() as session:
        assert planning.meeting_facts(session, new).on_day is None
    do(vault, planning.call_off, new, TODAY)
    do(vault, planning.call_off, off, None)
    assert step(vault).meeting_on == TODAY + timedelta(days=10)


def test_reminding_later_moves_the_card_down_until_that_day(vault: Vault) -> None:
    first, second = builders.add_child(vault, "Mia"), builders.add_child(vault, "Jordan")
    do(vault, for_home.put_off, first, TODAY + timedelta(days=7), TODAY)

    def order(on: date) -> list[int]:
        with vault.reading() as session:
            return [card.child_id for card in for_home.home(session, on).steps]

    assert order(TODAY) == [second, first]
    assert order(TODAY + timedelta(days=6)) == [second, first]
    assert order(TODAY + timedelta(days=7)) == [first, second]
    do(vault, for_home.bring_back, first)
    assert order(TODAY) == [first, second]


def test_a_card_cannot_be_put_off_to_today(vault: Vault) -> None:
    child = builders.add_child(vault)
    with pytest.raises(NotAllowed, match="from tomorrow on"):
        do(vault, for_home.put_off, child, TODAY, TODAY)


def test_what_others_owe_is_listed_soonest_first_and_never_what_i_owe(vault: Vault) -> None:
    builders.ordinary_household(vault)
    with vault.reading() as session:
        waiting = for_home.home(session, TODAY).waiting
    assert [row.what for row in waiting] == ["Start a reading group", "Send the PEP copy"]
    do(vault, following_up.tick_off, waiting[0].id, TODAY)
    with vault.reading() as session:
        assert [row.what for row in for_home.home(session, TODAY).waiting] == ["Send the PEP copy"]


def test_a_meeting_after_the_day_the_pep_is_due_is_pointed_out_and_nobody_is_blamed(vault: Vault) -> None:
    child = builders.add_child(vault, "Mia", last_pep_on=date(2025, 9, 12))
    builders.add_meeting(vault, child, date(2026, 3, 18))
    card = step(vault)
    assert card.words == "Ask the social worker if the day of Mia’s meeting is all right"
    assert card.why.startswith("The PEP is due by Thursday 12 March 2026. If that is all right, ")
    assert "18 March" in card.meeting_words
    assert "The PEP was due by Thursday 12 March 2026" in step(vault, date(2026, 3, 13)).also[0].why


def test_without_a_school_home_asks_for_the_school_before_its_dates(vault: Vault) -> None:
    builders.told_school_days(vault)
    builders.add_child(vault, "Mia", school="", council="Leeds", came_into_care_on=date(2026, 3, 2))
    also = {each.step: each.words for each in step(vault).also}
    assert also.pop(Step.TERM_DATES) == "Say which school Mia goes to"
    assert set(also) == {Step.REVIEW_DAY, Step.FIRST_WEEK}


def test_without_a_school_place_a_pep_is_asked_for_all_the_same(vault: Vault) -> None:
    child = builders.add_child(vault, council="Borsetshire", last_pep_on=date(2025, 11, 12))
    do(vault, children.set_school_place, child, False)
    card = step(vault)
    assert card.step == Step.ASK_FOR_DATE
    assert "it is about getting a place" in card.why
    assert Step.TERM_DATES not in {each.step for each in card.also}, "no school is asked for"


def test_after_care_has_ended_nothing_of_reviews_schools_or_peps_is_asked_for(vault: Vault) -> None:
    child = builders.add_child(vault, council="", came_into_care_on=date(2024, 2, 23))
    for which, day in (
        (ChildDate.REVIEW, TODAY - timedelta(days=3)),
        (ChildDate.LAST_REVIEW, date(2025, 9, 1)),
        (ChildDate.EHCP_REVIEW, date(2025, 3, 20)),
        (ChildDate.SOCIAL_WORKER_SAYS, TODAY + timedelta(days=3)),
    ):
        do(vault, children.set_date, child, which, day, TODAY)
    do(vault, children.set_support, child, Support.EHCP)
    builders.add_meeting(vault, child, TODAY - timedelta(days=1))
    assert step(vault).also
    do(vault, children.set_date, child, ChildDate.LEFT_CARE, TODAY - timedelta(days=5), TODAY)
    card = step(vault)
    assert (card.step, card.also, card.meeting_words, card.may_meet) == (Step.NOTHING, (), "", False)
