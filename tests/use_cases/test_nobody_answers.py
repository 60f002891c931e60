"""A carer who does nothing of what Home asks: what is open is said in turn in other ways, and to other people."""

import re
from datetime import date, timedelta
from itertools import groupby

import pytest

from carer_app.choices import Role
from carer_app.storage.vault import Vault
from carer_app.use_cases import changing_school, children, for_home, planning, ready_words
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.for_home import Step
from carer_app.use_cases.pep_dates import pep_due
from tests.builders import TODAY, add_child, do, read

SENTENCE = re.compile(r"[.?] (?=[A-Z“])")


@pytest.mark.parametrize("turn", range(9))
@pytest.mark.parametrize("council", ["Borsetshire", "Leicestershire"])
def test_at_each_turn_the_card_its_reason_and_the_ready_words_are_for_the_same_person(
    vault: Vault, council: str, turn: int
) -> None:
    """At the virtual school's turn the ready words were still for the social worker."""
    child = add_child(vault, council=council, last_pep_on=date(2025, 10, 10), birthday=date(2014, 3, 1))
    for role, name in (
        (Role.SOCIAL_WORKER, "Ms Ali"),
        (Role.VIRTUAL_SCHOOL, "Mr Webb"),
        (Role.REVIEWING_OFFICER, "Mrs Hall"),
        (Role.SUPERVISING_SOCIAL_WORKER, "Joan"),
    ):
        do(vault, children.set_person, child, role, name)
    by = read(vault, pep_due, child, TODAY).surely_by
    now = by + timedelta(weeks=8 * turn, days=1)
    (card,) = read(vault, for_home.home, now).steps
    (who,) = [each for each in ("Ms Ali", "Mr Webb", "Mrs Hall", "Joan") if each in card.words]
    if turn == 0:
        assert card.why.split(". ")[1].startswith(who)
    meeting = do(vault, planning.plan_meeting, child, "uid-1", now)
    ready = read(vault, ready_words.ready_words, meeting, now)
    key = "not_invited" if turn == 0 else "nobody_has_a_day"
    (words,) = [each for each in ready if each.key == key]
    assert words.to.startswith(f"For {who}")
    assert words.words.startswith(f"Hello {who},")
    assert any(each.key == "nobody_has_a_day" for each in ready) is (turn > 0)
    do(vault, planning.set_day, meeting, now + timedelta(days=9))
    ready = read(vault, ready_words.ready_words, meeting, now)
    assert not any(each.key == "nobody_has_a_day" for each in ready), "there is a day"


@pytest.mark.parametrize(("days", "asks"), [(0, True), (55, True), (56, False)])
def test_home_asks_about_a_full_pep_after_a_move_to_another_home(vault: Vault, days: int, asks: bool) -> None:
    """Kent asks for one then and gives no days: there is no date, and the social worker knows."""
    child, moved = add_child(vault, council="Kent", came_into_care_on=date(2024, 1, 8)), date(2026, 9, 21)
    do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 9, 10), moved)
    do(vault, children.set_date, child, ChildDate.MOVED_HOME, moved, moved)
    (card,) = read(vault, for_home.home, moved + timedelta(days=days)).steps
    said = "Ask the social worker about a full PEP for Mia"
    assert (said in (card.words, *(each.words for each in card.also))) is asks


def test_a_move_of_home_in_summer_is_asked_about_though_the_day_of_the_new_school_leads(vault: Vault) -> None:
    child, moved = add_child(vault, council="Kent", came_into_care_on=date(2024, 1, 8)), date(2026, 7, 25)
    do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 7, 14), moved)
    do(vault, children.set_date, child, ChildDate.MOVED_HOME, moved, moved)
    do(vault, changing_school.change_school, child, "Hill Park", date(2026, 9, 3), moved)
    (card,) = read(vault, for_home.home, moved).steps
    assert "Ask the social worker about a full PEP for Mia" in (
        card.words,
        *(each.words for each in card.also),
    )


def test_a_meeting_after_the_due_day_is_asked_about_in_turn(vault: Vault) -> None:
    """“After the day it is due” stood for 107 days."""
    child = add_child(vault, council="Borsetshire", last_pep_on=date(2025, 10, 10))
    meeting = do(vault, planning.plan_meeting, child, "uid-1", date(2026, 1, 5))
    do(vault, planning.set_day, meeting, date(2026, 11, 20))
    said = []
    for days in range(0, 310, 5):
        (card,) = read(vault, for_home.home, date(2026, 1, 5) + timedelta(days=days)).steps
        said += [each.words for each in (card, *card.also) if each.step == Step.AFTER_DUE]
    assert len(said) > 55, "it is said all the time"
    longest = max(sum(1 for _each in group) for _words, group in groupby(said))
    assert longest * 5 <= 60
