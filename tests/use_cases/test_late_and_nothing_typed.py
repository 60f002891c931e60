"""A PEP is late, or its day has gone by, and nothing was typed: what is said makes sense from one day to the next."""

from datetime import date, timedelta

import pytest

from carer_app.storage.vault import Vault
from carer_app.use_cases import children, recording_the_meeting
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.today import Step
from carer_app.use_cases.what_became_of_it import day_gone_by
from tests import builders
from tests.builders import do, read
from tests.use_cases.test_which_date_leads import card, due, known

IF_HELD = "If a PEP has been held since then, type its day."


@pytest.mark.parametrize("told", [None, date(2026, 5, 4)])
@pytest.mark.parametrize("on", [date(2026, 5, 20), date(2026, 5, 21), date(2026, 9, 1)])
def test_home_and_the_card_know_the_same_day_gone_by(vault: Vault, told: date | None, on: date) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, date(2026, 1, 20))
    do(vault, recording_the_meeting.meeting_was_held, meeting, date(2026, 1, 20), builders.TODAY)
    do(vault, recording_the_meeting.set_next_pep, meeting, date(2026, 5, 20))
    if told:
        do(vault, children.set_date, child, ChildDate.SOCIAL_WORKER_SAYS, told, builders.TODAY)
    gone, found = read(vault, day_gone_by, child, on), known(vault, child, on)
    assert found.unrecorded_on == (gone.day if gone else None)
    assert (found.unrecorded_on is not None) is (on > date(2026, 5, 20))
    assert found.only_agreed is (on > date(2026, 5, 20))


@pytest.mark.parametrize("fact", [ChildDate.CAME_INTO_CARE, None])
@pytest.mark.parametrize(("after", "asks"), [(0, False), (1, True), (60, True)])
def test_as_soon_as_a_first_day_has_gone_by_a_pep_held_since_is_asked_for(
    vault: Vault, fact: ChildDate | None, after: int, asks: bool
) -> None:
    began = date(2026, 1, 5)
    dates = {fact.value: began} if fact else {"started": began}
    child = builders.add_child(vault, council="", **dates)
    day = due(vault, child, began).due_on
    assert day is not None
    on = day + timedelta(days=after)
    assert any(IF_HELD in each for each in due(vault, child, on).uncertain) is asks
    found = card(vault, on)
    assert found.step == Step.ASK_FOR_DATE
    assert (IF_HELD in found.why) is asks


@pytest.mark.parametrize("fact", [ChildDate.CAME_INTO_CARE, None])
def test_what_was_late_is_not_forgotten_after_a_year(vault: Vault, fact: ChildDate | None) -> None:
    began = date(2026, 1, 5)
    dates = {fact.value: began} if fact else {"started": began}
    child = builders.add_child(vault, council="", **dates)
    for on in (date(2027, 1, 4), date(2027, 1, 5), date(2027, 6, 1)):
        found = card(vault, on)
        assert found.tag_kind == "warn", on
        said = found.why.replace("It was due by 2 February 2026", "One was due by Monday 2 February 2026")
        assert "One was due by Monday 2 February 2026" in said, on
        assert "been held since" in found.why, on
    assert due(vault, child, date(2027, 1, 5)).asks_for.startswith("When was the last PEP?")


@pytest.mark.parametrize("leaves", [None, date(2026, 3, 28)])
def test_no_bound_lies_after_the_last_day_on_which_a_pep_is_asked_for(
    vault: Vault, leaves: date | None
) -> None:
    child = builders.add_child(vault, council="", last_pep_on=date(2025, 11, 20))
    do(vault, children.set_date, child, ChildDate.CAME_INTO_CARE, date(2024, 1, 8), builders.TODAY)
    do(vault, children.set_date, child, ChildDate.BIRTHDAY, date(2008, 4, 1), builders.TODAY)
    if leaves:
        do(vault, children.set_date, child, ChildDate.LEFT_CARE, leaves, builders.TODAY)
    last = leaves - timedelta(days=1) if leaves else date(2026, 4, 1)
    found = known(vault, child, date(2026, 3, 10))
    assert found.due.surely_by == last
    assert found.words == f"Due by {last.day} {last:%B} 2026 at the latest"
    assert any("none is needed" in each for each in found.due.uncertain)
    assert known(vault, child, last + timedelta(days=1)).leads == "no_more"
