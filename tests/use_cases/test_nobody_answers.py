"""A carer who does nothing of what Home asks: what is open is said in turn in other ways, and to other people."""

import re
from datetime import date, timedelta
from itertools import groupby

import pytest

from carer_app.choices import Role
from carer_app.storage.vault import Vault
from carer_app.typed_dates import say_day
from carer_app.use_cases import changing_school, children, planning, ready_words, today
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.pep_dates import pep_due
from carer_app.use_cases.today import Step
from tests.builders import TODAY, add_child, do, read
from tests.use_cases import two_years
from tests.use_cases.test_two_school_years import LONGEST, SOON, lived
from tests.use_cases.two_years import LIVES, Morning, stretches

SENTENCE = re.compile(r"[.?] (?=[A-Z“])")


@pytest.fixture(scope="module")
def silent() -> dict[str, list[Morning]]:
    """The lives, a morning every two weeks, with all that happens to the child and nothing that the carer does."""
    return {name: two_years.mornings(name, 14, answers=False) for name in LIVES}


@pytest.mark.parametrize("name", LIVES)
def test_no_sentence_stands_for_months_even_so(name: str, silent: dict[str, list[Morning]]) -> None:
    """“Ask the reviewing officer” stood for 525 days."""
    found = silent[name]
    due = {each.day: each.known.due.surely_by for each in found}
    standing = [
        (first, words)
        for first, last, words in stretches(found, lambda each: each.card.words)
        if last - first > LONGEST
        and not words.startswith("Nothing needs doing")
        and due[first] == due[last]  # a day that moves begins anew
    ]
    assert standing == []


@pytest.mark.parametrize("name", LIVES)
def test_where_home_says_nothing_nothing_is_due_even_so(name: str, silent: dict[str, list[Morning]]) -> None:
    for each in silent[name]:
        if each.card.step == Step.NOTHING:
            assert each.card.also == (), each.day
            assert not each.known.due.roughly_is_over, each.day
            assert each.known.due.due_on is None or each.known.due.due_on > each.day + SOON, each.day


@pytest.mark.parametrize("name", LIVES)
def test_the_reason_is_three_sentences_at_most(name: str, silent: dict[str, list[Morning]]) -> None:
    """Eight weeks late it was six sentences in one run."""
    for each in (*silent[name], *lived(name)):
        why = each.card.why
        assert len(SENTENCE.split(why)) <= 3, (each.day, why)


@pytest.mark.parametrize("name", LIVES)
def test_what_a_card_says_of_the_meeting_agrees_with_itself(
    name: str, silent: dict[str, list[Morning]]
) -> None:
    """“The meeting is after the day it is due”, and below “We cannot tell yet if the meeting is in time”."""
    for each in (*silent[name], *lived(name)):
        card, also = each.card, each.card.also
        said = " ".join((card.why, *(one.in_short for one in also)))
        if Step.AFTER_DUE in {card.step, *(one.step for one in also)}:
            assert "We cannot tell yet if" not in said, each.day
        if each.known.is_a_meeting:
            assert card.tag != "No date yet", (each.day, card.words)
        if card.meeting_words and card.step in (Step.BEGIN, Step.BEGIN_NOW):
            assert say_day(each.known.day or each.day) not in card.why, "said above"


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
    (card,) = read(vault, today.home, now).steps
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
    (card,) = read(vault, today.home, moved + timedelta(days=days)).steps
    said = "Ask the social worker about a full PEP for Mia"
    assert (said in (card.words, *(each.words for each in card.also))) is asks


def test_a_move_of_home_in_summer_is_asked_about_though_the_day_of_the_new_school_leads(vault: Vault) -> None:
    child, moved = add_child(vault, council="Kent", came_into_care_on=date(2024, 1, 8)), date(2026, 7, 25)
    do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 7, 14), moved)
    do(vault, children.set_date, child, ChildDate.MOVED_HOME, moved, moved)
    do(vault, changing_school.change_school, child, "Hill Park", date(2026, 9, 3), moved)
    (card,) = read(vault, today.home, moved).steps
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
        (card,) = read(vault, today.home, date(2026, 1, 5) + timedelta(days=days)).steps
        said += [each.words for each in (card, *card.also) if each.step == Step.AFTER_DUE]
    assert len(said) > 55, "it is said all the time"
    longest = max(sum(1 for _each in group) for _words, group in groupby(said))
    assert longest * 5 <= 60


@pytest.mark.parametrize("name", LIVES)
def test_where_school_dates_can_wait_home_says_what_they_would_do(
    name: str, silent: dict[str, list[Morning]]
) -> None:
    """“Nothing needs doing … We need the school’s term dates”; and “due by”, where it may be due sooner."""
    for each in (*silent[name], *lived(name)):
        card = each.card
        if card.step != Step.NOTHING or each.known.is_a_meeting:
            assert not card.dates_can_wait
            continue
        assert "We need" not in card.why, each.day
        assert card.dates_can_wait is ("That can wait." in card.why), each.day
        if each.known.due.due_on is not None:
            assert ("at the latest" in card.why) is bool(each.known.due.asks_for), each.day
