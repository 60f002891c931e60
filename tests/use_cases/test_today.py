"""Home: each child's one next step, and remind me later."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from carer_app.choices import Owner, Part, Role, WhereIsTheCopy
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    filing,
    following_up,
    planning,
    preparing,
    recording_the_meeting,
    step_rules,
    today,
)
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.today import STEP_RULES, NextStep, Step
from tests import builders
from tests.builders import TODAY, do

Made = Callable[[Vault], None]


def step(vault: Vault, on: date = TODAY) -> NextStep:
    with vault.reading() as session:
        return today.home(session, on).steps[0]


def finish_all(vault: Vault, meeting: int) -> None:
    for part in Part:
        do(vault, preparing.finish_part, meeting, part)


def held(vault: Vault, child: int, on: date) -> int:
    meeting = builders.add_meeting(vault, child, on)
    do(vault, recording_the_meeting.meeting_was_held, meeting, on, TODAY)
    return meeting


def _due_and_no_date(vault: Vault) -> None:
    builders.add_child(vault, last_pep_on=date(2025, 9, 12))


def _tomorrow(vault: Vault) -> None:
    builders.add_meeting(vault, builders.add_child(vault), TODAY + timedelta(days=1))


def _tomorrow_and_ready(vault: Vault) -> None:
    finish_all(vault, builders.add_meeting(vault, builders.add_child(vault), TODAY + timedelta(days=1)))


def _over_and_not_written(vault: Vault) -> None:
    builders.add_meeting(vault, builders.add_child(vault), TODAY - timedelta(days=1))


def _no_copy(vault: Vault) -> None:
    meeting = held(vault, builders.add_child(vault), TODAY - timedelta(days=15))
    do(vault, recording_the_meeting.set_next_pep, meeting, date(2026, 9, 1))


def _my_action(vault: Vault) -> None:
    child = builders.add_child(vault)
    meeting = held(vault, child, TODAY - timedelta(days=5))
    new = NewAction("Ask about swimming", Owner.ME, "", TODAY + timedelta(days=3))
    do(vault, recording_the_meeting.add_action, meeting, new, TODAY)


def _in_three_weeks(vault: Vault) -> None:
    builders.add_meeting(vault, builders.add_child(vault), TODAY + timedelta(days=21))


def _agreed_soon(vault: Vault) -> None:
    meeting = held(vault, builders.add_child(vault), TODAY - timedelta(days=100))
    do(vault, recording_the_meeting.set_next_pep, meeting, TODAY + timedelta(days=10))
    do(vault, filing.say_where_the_copy_is, meeting, WhereIsTheCopy.LOCK_BOX, TODAY)


def _no_term_dates(vault: Vault) -> None:
    builders.add_child(vault, council="Leeds", came_into_care_on=date(2026, 3, 2))


def _no_dates_at_all(vault: Vault) -> None:
    builders.add_child(vault)


def _no_council(vault: Vault) -> None:
    builders.add_child(vault, council="", came_into_care_on=date(2026, 3, 2))
    builders.add_meeting(vault, 1, TODAY + timedelta(days=60))


MADE: dict[Step, Made] = {
    Step.ASK_FOR_DATE: _due_and_no_date,
    Step.NEARLY_TIME: _tomorrow,
    Step.PRINT: _tomorrow_and_ready,
    Step.WRITE_DOWN: _over_and_not_written,
    Step.ASK_FOR_COPY: _no_copy,
    Step.MY_ACTION: _my_action,
    Step.GET_READY: _in_three_weeks,
    Step.BEGIN: _agreed_soon,
    Step.TERM_DATES: _no_term_dates,
    Step.FACTS: _no_dates_at_all,
    Step.COUNCIL: _no_council,
}


@pytest.mark.parametrize("wanted", list(MADE))
def test_each_rule_leads_to_its_step(vault: Vault, wanted: Step) -> None:
    MADE[wanted](vault)
    assert step(vault).step == wanted


def test_help_lists_every_rule_in_the_order_in_which_they_are_tried() -> None:
    tried = [rule.__name__.removeprefix("_") for rule in step_rules.RULES]
    assert tried == list(STEP_RULES) == list(MADE)
    assert set(Step) - set(STEP_RULES) == {Step.NOTHING}


def test_a_late_pep_is_nobodys_blame_and_says_who_sets_the_date_and_why(vault: Vault) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 9, 4))
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    card = step(vault)
    assert card.words == "Ask Ms Ali when Mia’s PEP meeting will be"
    assert card.why.startswith("No date yet. It was due by 4 March. Ms Ali or school sets it.")
    assert "6 months after the last PEP" in card.why
    assert (card.tag, card.tag_kind) == ("No date yet", "warn")


def test_only_the_carers_own_late_action_is_red(vault: Vault) -> None:
    builders.ordinary_household(vault)
    with vault.reading() as session:
        kinds = {card.step: card.tag_kind for card in today.home(session, TODAY).steps}
    assert kinds[Step.MY_ACTION] == "over"
    for wanted, make in MADE.items():
        if wanted != Step.MY_ACTION:
            make(vault)
    with vault.reading() as session:
        red = {card.step for card in today.home(session, TODAY).steps if card.tag_kind == "over"}
    assert red == {Step.MY_ACTION}


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


def test_once_the_meeting_has_a_day_nobody_is_asked_for_term_dates(vault: Vault) -> None:
    _no_term_dates(vault)
    builders.add_meeting(vault, 1, TODAY + timedelta(days=60))
    card = step(vault)
    assert card.step == Step.NOTHING
    assert card.why == "Next: Mia’s PEP meeting is on Saturday 9 May 2026."


def test_the_day_agreed_for_the_next_pep_is_the_day_of_the_meeting_planned_next(vault: Vault) -> None:
    _agreed_soon(vault)
    meeting = do(vault, today.plan_meeting, 1, "uid-2", TODAY)
    with vault.reading() as session:
        assert planning.meeting_facts(session, meeting).on_day == TODAY + timedelta(days=10)
    assert step(vault).step == Step.GET_READY


def test_an_agreed_day_that_has_gone_by_is_not_put_into_a_new_meeting(vault: Vault) -> None:
    _agreed_soon(vault)
    meeting = do(vault, today.plan_meeting, 1, "uid-2", TODAY + timedelta(days=11))
    with vault.reading() as session:
        assert planning.meeting_facts(session, meeting).on_day is None


def test_a_day_that_was_called_off_is_not_the_day_agreed_any_more(vault: Vault) -> None:
    _agreed_soon(vault)
    off = do(vault, today.plan_meeting, 1, "uid-2", TODAY)
    do(vault, planning.call_off, off, TODAY)
    assert step(vault).meeting_on is None
    new = do(vault, today.plan_meeting, 1, "uid-3", TODAY)
    with vault.reading() as session:
        assert planning.meeting_facts(session, new).on_day is None
    do(vault, planning.call_off, new, TODAY)
    do(vault, planning.call_off, off, None)
    assert step(vault).meeting_on == TODAY + timedelta(days=10)


def test_reminding_later_moves_the_card_down_until_that_day(vault: Vault) -> None:
    first, second = builders.add_child(vault, "Mia"), builders.add_child(vault, "Jordan")
    do(vault, today.put_off, first, TODAY + timedelta(days=7), TODAY)

    def order(on: date) -> list[int]:
        with vault.reading() as session:
            return [card.child_id for card in today.home(session, on).steps]

    assert order(TODAY) == [second, first]
    assert order(TODAY + timedelta(days=6)) == [second, first]
    assert order(TODAY + timedelta(days=7)) == [first, second]
    do(vault, today.bring_back, first)
    assert order(TODAY) == [first, second]


def test_a_card_cannot_be_put_off_to_today(vault: Vault) -> None:
    child = builders.add_child(vault)
    with pytest.raises(NotAllowed, match="from tomorrow on"):
        do(vault, today.put_off, child, TODAY, TODAY)


def test_what_others_owe_is_listed_soonest_first_and_never_what_i_owe(vault: Vault) -> None:
    builders.ordinary_household(vault)
    with vault.reading() as session:
        waiting = today.home(session, TODAY).waiting
    assert [row.what for row in waiting] == ["Start a reading group", "Send the PEP copy"]
    do(vault, following_up.tick_off, waiting[0].id, TODAY)
    with vault.reading() as session:
        assert [row.what for row in today.home(session, TODAY).waiting] == ["Send the PEP copy"]


def test_a_meeting_after_the_day_the_pep_is_due_is_pointed_out_and_nobody_is_blamed(vault: Vault) -> None:
    child = builders.add_child(vault, "Mia", last_pep_on=date(2025, 9, 12))
    builders.add_meeting(vault, child, date(2026, 3, 18))
    with vault.reading() as session:
        (step,) = today.home(session, builders.TODAY).steps
    assert "The PEP is due by Thursday 12 March 2026, before the meeting." in step.why
    assert "Ask the social worker if that is all right." in step.why


def test_without_a_school_home_asks_for_the_school_before_its_dates(vault: Vault) -> None:
    builders.add_child(vault, "Mia", school="", council="Leeds", came_into_care_on=date(2026, 3, 2))
    with vault.reading() as session:
        (step,) = today.home(session, builders.TODAY).steps
    assert (step.step, step.words) == (today.Step.FACTS, "Say which school Mia goes to")
