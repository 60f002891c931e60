"""Asked again: one at a time, never sooner than weekly, never for safety, and not once it is answered or done."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.choices import Owner, RequestAbout
from carer_app.domain.day_counts import working_day_after
from carer_app.domain.ladders import AskedOnce, Ladder, Ladders, MayAsk, MayRing, Rung, next_turn
from carer_app.rules import shipped

TODAY = date(2026, 3, 10)
GENERAL = shipped.ladders_of("")
DATE = GENERAL.of(RequestAbout.MEETING_DATE)
assert DATE is not None


def after(day: date, count: int) -> date:
    return working_day_after(day, count) if count else day


def turn(asked: list[AskedOnce], today: date = TODAY, ladder: Ladder = DATE, **facts: Any) -> Any:
    given_facts = {"late_since": None, "promised_for": None, "is_done": False, "review_on": None} | facts
    return next_turn(ladder, asked, today=today, after=after, **given_facts)


@st.composite
def a_life(draw: st.DrawFn) -> list[tuple[int, str]]:
    """What a carer does: after so many days asks, leaves one out, or does nothing."""
    does = st.sampled_from(["ask", "leave out", "nothing"])
    return draw(st.lists(st.tuples(st.integers(0, 40), does), max_size=12))


def lived(
    life: list[tuple[int, str]], ladder: Ladder, **facts: object
) -> Iterator[tuple[date, list[AskedOnce]]]:
    """Each day on which something was done as the rule allows it, with all that was done so far."""
    today, asked = TODAY, list[AskedOnce]()
    for days, does in life:
        today += timedelta(days=days)
        due = turn(asked, today, ladder, **facts)
        if due is None or does == "nothing":
            continue
        if does == "leave out":
            asked.append(AskedOnce(due.rung.key, today, is_left_out=True))
        elif due.has_come(today):
            asked.append(AskedOnce(due.rung.key, today))
        yield today, list(asked)


@pytest.mark.parametrize("ladder", GENERAL.ladder, ids=lambda each: f"{each.about} {each.owner}")
@given(a_life(), st.one_of(st.none(), st.integers(-30, 60)))
def test_one_at_a_time_in_order_and_never_sooner_than_weekly(
    ladder: Ladder, life: list[tuple[int, str]], review: int | None
) -> None:
    order = [rung.key for rung in ladder.rungs]
    review_on = None if review is None else TODAY + timedelta(days=review)
    for _day, asked in lived(life, ladder, review_on=review_on):
        assert [each.rung for each in asked] == order[: len(asked)], (
            "each once, and none is jumped over in silence"
        )
        days = [each.on for each in asked if not each.is_left_out]
        assert all(later - sooner >= timedelta(days=7) for sooner, later in pairwise(days))


@given(a_life(), st.integers(0, 11), st.integers(0, 200))
def test_an_answer_stops_it_until_the_carer_says_that_nothing_came_of_it(
    life: list[tuple[int, str]], which: int, later: int
) -> None:
    for day, asked in lived(life, DATE):
        really = [each for each in asked if not each.is_left_out]
        if not really:
            continue
        last = max(really, key=lambda each: each.on)
        answered = [
            AskedOnce(each.rung, each.on, day, each.is_left_out) if each is last else each for each in asked
        ]
        assert turn(answered, day + timedelta(days=later)) is None
        goes_on = turn(answered, day + timedelta(days=later), goes_on=True)
        assert goes_on is None or goes_on.rung.key not in [each.rung for each in asked]


@given(a_life(), st.integers(0, 200))
def test_nobody_is_asked_once_it_is_done(life: list[tuple[int, str]], later: int) -> None:
    for day, asked in lived(life, DATE):
        assert turn(asked, day + timedelta(days=later), is_done=True) is None


def test_the_first_is_asked_on_the_day_after_it_is_late() -> None:
    first = turn([], late_since=TODAY)
    assert (first.rung.key, first.from_day) == ("first", TODAY + timedelta(days=1))
    assert not first.has_come(TODAY)
    assert turn([]).has_come(TODAY), "where nobody said a day, at any time"


def test_the_next_is_asked_after_so_many_school_days() -> None:
    asked = [AskedOnce("first", date(2026, 3, 3))]
    assert turn(asked).from_day == date(2026, 3, 10)  # five working days, and a week
    asked.append(AskedOnce("again", date(2026, 3, 10)))
    asked.append(AskedOnce("for_you", date(2026, 3, 17)))
    assert turn(asked, date(2026, 3, 17)).from_day == date(2026, 3, 31)  # ten


def test_where_the_review_is_near_whoever_runs_it_is_not_waited_for() -> None:
    asked = [
        AskedOnce(rung, date(2026, 3, 2), is_left_out=rung != "manager")
        for rung in ("first", "again", "for_you", "manager")
    ]
    assert turn(asked).from_day == date(2026, 3, 16)
    near = turn(asked, review_on=date(2026, 3, 25))
    assert (near.rung.key, near.from_day) == ("review", TODAY)


def test_a_new_promise_begins_anew_but_not_within_the_week() -> None:
    asked = [AskedOnce("first", date(2026, 3, 6), date(2026, 3, 7))]
    assert turn(asked, late_since=date(2026, 3, 1), promised_for=date(2026, 3, 1)) is None
    promised = date(2026, 3, 9)
    again = turn(asked, late_since=promised, promised_for=promised)
    assert (again.rung.key, again.from_day) == ("first", date(2026, 3, 13))


def test_who_is_on_no_rung_of_this_order_was_asked_under_another_and_it_begins_with_the_first() -> None:
    """A move to another council changes the order, and what was asked before stays."""
    due = turn([AskedOnce("somebody else", TODAY - timedelta(days=30))])
    assert due.rung == DATE.rungs[0]


def test_once_all_were_asked_nobody_is_left() -> None:
    asked = [AskedOnce(rung.key, TODAY + timedelta(days=20 * place)) for place, rung in enumerate(DATE.rungs)]
    assert turn(asked, TODAY + timedelta(days=900)) is None


@pytest.mark.parametrize(
    "words",
    ["Keep Mia safe at playtime", "somebody HURT her", "He hit Mia.", "self-harm plan", "safeguarding talk"],
)
def test_what_is_about_safety_is_known_as_that(words: str) -> None:
    assert GENERAL.is_about_safety(words)


SAID = {
    *(
        "safe",
        "unsafe",
        "hurt",
        "hit",
        "harm",
        "self-harm",
        "abuse",
        "danger",
        "bruise",
        "bruises",
        "threatened",
    ),
    *(
        "touch",
        "touched",
        "scared",
        "afraid",
        "frightened",
        "missing",
        "punched",
        "kicked",
        "knife",
        "suicide",
    ),
}
"""What people who work with children listen for. Here apart from the file: none goes by accident."""


@pytest.mark.parametrize("word", sorted(SAID | set(GENERAL.safety_words)))
def test_each_word_that_speaks_of_safety_is_heard_in_a_sentence_with_capitals_and_stops(word: str) -> None:
    assert GENERAL.is_about_safety(f"Talk about it: {word.upper()}, in class.")
    assert GENERAL.is_about_safety(f"{word.capitalize()}. Please look")


@pytest.mark.parametrize("phrase", GENERAL.not_safety)
def test_an_everyday_word_is_not_about_safety_and_hides_nothing_that_is(phrase: str) -> None:
    assert not GENERAL.is_about_safety(f"School sees to the {phrase}.")
    assert GENERAL.is_about_safety(f"School sees to the {phrase}. Mia was hurt.")
    words = phrase.split()
    assert any(each in GENERAL.safety_words for each in words)


@pytest.mark.parametrize("phrase", GENERAL.safety_phrases)
def test_several_words_that_speak_of_safety_together_are_heard(phrase: str) -> None:
    assert GENERAL.is_about_safety(f"Talk about it: {phrase.upper()}, at lunch.")
    assert not GENERAL.is_about_safety("The ran of an away match comes home")


def test_the_words_about_safety_are_each_there_once_small_and_one_word() -> None:
    assert len(set(GENERAL.safety_words)) == len(GENERAL.safety_words)
    assert all(each == each.casefold() and " " not in each for each in GENERAL.safety_words)
    for council in shipped.all_ladders():
        assert set(council.safety_words) >= set(GENERAL.safety_words), council.name


@pytest.mark.parametrize("words", ["Start a reading group", "White board", "a safer-recruitment course", ""])
def test_what_is_not_about_safety_is_asked_about(words: str) -> None:
    assert not GENERAL.is_about_safety(words)


# What comes along


def test_every_owner_but_the_carer_and_the_child_has_a_ladder() -> None:
    assert {each.owner for each in GENERAL.ladder if each.about == RequestAbout.ACTION} == {
        *(Owner.SCHOOL, Owner.SOCIAL_WORKER, Owner.SOMEONE_ELSE)
    }
    assert GENERAL.of(RequestAbout.ACTION, Owner.ME) is None
    assert GENERAL.of(RequestAbout.ACTION, Owner.CHILD) is None


def test_southwarks_virtual_school_is_asked_through_the_social_worker() -> None:
    assert shipped.ladders_of(" southwark ").person("virtual_school").through == "social_worker"
    assert shipped.ladders_of("Leeds") is GENERAL
    assert GENERAL.person("virtual_school").through == ""


def test_whether_carers_may_ring_the_virtual_school_is_as_the_councils_own_page_says() -> None:
    told = {each.council: each.person("virtual_school").may_ring for each in shipped.all_ladders()}
    assert told == {
        "": MayRing.NOT_KNOWN,
        "Birmingham": MayRing.NOT_KNOWN,
        "Brighton and Hove": MayRing.YES,
        "Cambridgeshire": MayRing.YES,
        "Devon": MayRing.YES,
        "Hertfordshire": MayRing.YES,
        "Lancashire": MayRing.NOT_KNOWN,
        "Oldham": MayRing.NOT_KNOWN,
        "Southwark": MayRing.NO,
    }


def test_of_each_council_with_rules_something_was_found_or_it_is_said_that_nothing_was() -> None:
    with_rules = {each.council for each in shipped.all_rules()} - {"England"}
    found = {each.council for each in shipped.all_ladders()} - {""}
    assert found.isdisjoint(GENERAL.nothing_found)
    assert found | set(GENERAL.nothing_found) == with_rules


def test_whoever_may_not_be_asked_directly_needs_somebody_who_passes_it_on() -> None:
    for may_ring, by in ((MayRing.NO, ""), (MayRing.YES, "social_worker")):
        with pytest.raises(ValueError, match="passes it on"):
            MayAsk("virtual_school", may_ring, by)


@pytest.mark.parametrize("each", shipped.all_ladders(), ids=lambda each: each.key)
def test_each_order_says_where_it_was_read_and_when(each: Ladders) -> None:
    assert each.source
    assert each.checked_on >= date(2026, 11, 29)


def test_rungs_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="a key of its own"):
        Ladder(RequestAbout.COPY, (Rung("a", "named", "copy"), Rung("a", "named", "copy")))
    with pytest.raises(ValueError, match="from 0 to 60"):
        Ladder(RequestAbout.COPY, (Rung("a", "named", "copy", after=90),))
