"""Eight children through two school years, with a carer who does what Home asks and with one who does nothing of it:
nothing stands for months, nothing is untrue, nothing is due in silence.
"""

import re
from datetime import date, timedelta
from functools import cache

import pytest

from carer_app.typed_dates import say_day
from carer_app.use_cases.for_home import Step
from carer_app.use_cases.next_pep import Leads
from tests.use_cases.test_eighteen_months import parts_of, untrue_in
from tests.use_cases.two_years import LIVES, SIBLINGS, Morning, mornings, stretches, together

EVERY = 14
LONGEST = timedelta(days=60)
SOON = timedelta(days=28)
SENTENCE = re.compile(r"[.?] (?=[A-Z“\d])")


@cache
def lived(name: str) -> tuple[Morning, ...]:
    """A life, a morning every two weeks, in which the carer does what Home asks."""
    return tuple(mornings(name, EVERY))


@pytest.mark.parametrize("name", LIVES)
def test_no_sentence_stands_for_months(name: str) -> None:
    found = [each for each in lived(name) if each.card.step != Step.NOTHING]
    standing = [
        (first, last, words)
        for first, last, words in stretches(list(lived(name)), lambda each: each.card.words)
        if last - first > LONGEST and any(each.card.words == words for each in found)
    ]
    assert [words for _first, _last, words in standing] == []


@pytest.mark.parametrize("name", LIVES)
def test_where_home_says_nothing_nothing_is_due(name: str) -> None:
    for each in lived(name):
        if each.card.step != Step.NOTHING:
            continue
        assert each.card.also == (), each.day
        assert not each.known.due.roughly_is_over, each.day
        if each.known.is_a_meeting:
            assert each.known.day is not None
            assert each.known.day > each.day
            assert not each.known.too_late, each.day
        elif each.known.due.due_on is not None:
            assert each.known.due.due_on > each.day + SOON, each.day
        review = each.other.review_on
        assert review is None or review > each.day + timedelta(days=20), each.day


@pytest.mark.parametrize("name", LIVES)
def test_no_day_lies_in_the_past_as_if_to_come(name: str) -> None:
    wrong: list[tuple[date, str]] = []
    for each in lived(name):
        said = [
            part for text in (each.home, each.page) for line in text.split("\n") for part in parts_of(line)
        ]
        wrong += [(each.day, part) for part in said if untrue_in(part, each.day)]
        wrong += [(each.day, key) for key, day in each.file if day < each.day]
    assert wrong == []


@pytest.mark.parametrize("name", LIVES)
def test_every_place_says_the_same_day(name: str) -> None:
    for each in lived(name):
        file, known = dict(each.file), each.known
        if known.leads == Leads.DUE:
            assert file.get("next_pep") == known.day, each.day
        if known.leads in (Leads.AGREED, Leads.MEETING):
            assert file.get(known.leads.value) == known.day, each.day
        if known.leads == Leads.ROUGHLY and not known.due.roughly_is_over:
            assert file.get("next_pep") == known.due.surely_by, each.day
        elif known.leads in (Leads.ROUGHLY, Leads.NO_MORE, Leads.UNKNOWN):
            assert "next_pep" not in file, each.day
        if each.card.meeting_on is not None:
            assert each.card.meeting_on == known.day, each.day


@pytest.fixture(scope="module")
def silent() -> dict[str, list[Morning]]:
    """The lives, a morning every two weeks, with all that happens to the child and nothing that the carer does."""
    return {name: mornings(name, EVERY, answers=False) for name in LIVES}


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


def test_of_siblings_each_card_is_true_and_about_its_own_child() -> None:
    """Read once for every day of two school years; here a morning every five weeks."""
    found = together(SIBLINGS, 35)
    for name, lived_by in found.items():
        others = [each for each in found if each != name]
        for each in lived_by:
            said = f"{each.home}\n{each.page}"
            assert not re.search(rf"\b({'|'.join(others)})\b", said), (each.day, said)
            parts = [part for line in said.split("\n") for part in parts_of(line)]
            assert [part for part in parts if untrue_in(part, each.day)] == []
        standing = stretches(lived_by, lambda each: each.card.words)
        assert [
            words
            for first, last, words in standing
            if last - first > LONGEST and "Nothing needs" not in words
        ] == []
