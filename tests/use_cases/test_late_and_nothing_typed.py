"""A PEP is late, or its day has gone by, and nothing was typed: what is said makes sense from one day to the next."""

from datetime import date, timedelta

import pytest

from carer_app.storage.vault import Vault
from carer_app.use_cases import changing_school, children, own_calendar, recording_the_meeting
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.for_home import Step
from carer_app.use_cases.what_became_of_it import day_gone_by
from tests import builders
from tests.builders import do, read
from tests.use_cases.test_which_date_leads import NEXT_YEAR, add_dates, card, due, known

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
        said = found.why.replace("about ", "").replace("It was due by 2", "A PEP was due by Monday 2")
        assert "A PEP was due by Monday 2 February 2026" in said, on
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


@pytest.mark.parametrize("council", ["", "Devon"])
@pytest.mark.parametrize("typed", [True, False])
def test_after_weeks_without_a_day_there_is_somebody_else_to_ask(
    vault: Vault, council: str, typed: bool
) -> None:
    child = builders.add_child(vault, council=council, last_pep_on=date(2025, 10, 10))
    if typed:
        add_dates(vault, child, (date(2025, 9, 3), date(2025, 12, 19)), (date(2026, 1, 5), date(2026, 3, 27)))
        add_dates(vault, child, (date(2026, 4, 13), date(2026, 7, 17)))
    by = due(vault, child, builders.TODAY).surely_by
    assert by is not None
    asked = [
        (1, "the social worker for a day for", "The social worker or school sets the day."),
        (55, "the social worker for a day for", "The social worker or school sets the day."),
        (56, "your supervising social worker about", "Your supervising social worker can ask"),
        (111, "your supervising social worker about", "Your supervising social worker can ask"),
        (112, "the independent reviewing officer about", "the reviewing officer looks at that"),
        (168, "the virtual school about", "The virtual school can help"),
        (224, "the social worker again about", "The social worker can help"),
        (280, "your supervising social worker again about", "Your supervising social worker can ask"),
    ]
    for days, who, how in asked:
        found = card(vault, by + timedelta(days=days))
        assert found.words == f"Ask {who} Mia’s PEP meeting", days
        assert found.why.startswith("It was due")
        assert how in found.why


def test_a_bound_stands_in_the_carers_calendar_as_its_last_day(vault: Vault) -> None:
    child = builders.add_child(vault, council="", last_pep_on=date(2025, 10, 10))
    for on, there in ((date(2026, 3, 10), True), (date(2026, 4, 24), True), (date(2026, 4, 25), False)):
        with vault.reading() as session:
            entries = own_calendar.own_entries(session, child, on, due_dates=True)
            unwanted = own_calendar.own_entries(session, child, on, due_dates=False)
        said = [(each.words, each.on_day) for each in entries if each.key == "next_pep"]
        assert said == ([("PEP due, at the latest", date(2026, 4, 24))] if there else [])
        assert unwanted == []


@pytest.mark.parametrize(("held", "by"), [(1, date(2027, 3, 25)), (2, date(2027, 3, 25))])
def test_a_pep_in_september_before_pupils_are_back_is_of_the_term_that_begins(
    vault: Vault, held: int, by: date
) -> None:
    child = builders.add_child(vault, council="")
    do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 9, held), date(2026, 9, 10))
    summer = (date(2026, 4, 13), date(2026, 5, 22)), (date(2026, 6, 1), date(2026, 7, 17))
    for known_dates in (NEXT_YEAR, summer):
        add_dates(vault, child, *known_dates)
        assert due(vault, child, date(2026, 9, 10)).due_on == by


def test_two_moves_ahead_both_stand_and_a_school_left_before_its_day_says_so(vault: Vault) -> None:
    child = builders.add_child(vault, council="", last_pep_on=date(2025, 12, 1))
    do(vault, children.set_date, child, ChildDate.CAME_INTO_CARE, date(2024, 1, 8), builders.TODAY)
    on = date(2026, 1, 5)
    do(vault, changing_school.change_school, child, "Elm Road", date(2026, 2, 23), on)
    do(vault, changing_school.change_school, child, "Oak Hill", date(2026, 3, 9), on)
    for day in (on, date(2026, 2, 22), date(2026, 2, 23), date(2026, 3, 8)):
        clocks = [each for each in due(vault, child, day).working if each.kind == "new_school"]
        assert [each.by for each in clocks] == [date(2026, 3, 23), date(2026, 4, 8)], day
        assert any("is to leave that school on Monday 9 March" in each for each in clocks[0].uncertain), day
    # 23 March can never be at Elm Road: while that move is ahead, the day of the school after it leads.
    assert due(vault, child, on).due_on == date(2026, 4, 8)
    assert due(vault, child, date(2026, 2, 22)).due_on == date(2026, 4, 8)
    # A child who is there has a PEP due there, until they leave.
    assert due(vault, child, date(2026, 2, 23)).due_on == date(2026, 3, 23)
    assert due(vault, child, date(2026, 3, 9)).due_on == date(2026, 4, 8)
    assert due(vault, child, date(2026, 3, 9)).due_on == date(2026, 4, 8)
