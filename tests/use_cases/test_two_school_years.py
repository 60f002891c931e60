"""Eight children through two school years: nothing stands for months, nothing is untrue, nothing is due in silence."""

from datetime import date, timedelta
from functools import cache

import pytest

from carer_app.use_cases.next_pep import Leads
from carer_app.use_cases.today import Step
from tests.use_cases.test_eighteen_months import parts_of, untrue_in
from tests.use_cases.two_years import LIVES, Morning, mornings, stretches

EVERY = 7
LONGEST = timedelta(days=60)
SOON = timedelta(days=28)


@cache
def lived(name: str) -> tuple[Morning, ...]:
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
