"""A right page with one slip in it: it is read as before, or something is said or asked, never silence."""

import re
from collections.abc import Callable
from functools import cache
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from carer_app.typed_dates import WEEKDAYS
from tests.imports.test_term_account import school_days
from tests.imports.test_term_dates import SAMPLES, text_of

_WEEKDAY = re.compile(r"\b(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri)(day)?(?=,?\s+\d)", re.IGNORECASE)
_DAY = re.compile(
    r"(\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri)(?:day)?,?\s+)(\d{1,2})(?=st|nd|rd|th|\s)", re.IGNORECASE
)
_A_LABEL = re.compile(r"[^\W\d_]{4}.*\d|\d.*[^\W\d_]{4}")
LAST_OF_ANY_MONTH = 28
Slip = Callable[[list[str], int, Random], bool]


def another_weekday(lines: list[str], place: int, random: Random) -> bool:
    """One weekday of a line is another."""
    if not (found := list(_WEEKDAY.finditer(lines[place]))):
        return False
    one = random.choice(found)
    other = random.choice([each for each in WEEKDAYS[:5] if each[:3].casefold() != one[1][:3].casefold()])
    written = other if one[2] else other[:3]
    lines[place] = f"{lines[place][: one.start()]}{written}{lines[place][one.end() :]}"
    return True


def another_day(lines: list[str], place: int, random: Random) -> bool:
    """One day that stands beside its weekday is the next."""
    if not (found := list(_DAY.finditer(lines[place]))):
        return False
    one = random.choice(found)
    day = int(one[2]) + 1
    lines[place] = f"{lines[place][: one.start(2)]}{day}{lines[place][one.end(2) :]}"
    return day <= LAST_OF_ANY_MONTH


def twice(lines: list[str], place: int, random: Random) -> bool:
    """One line stands there twice."""
    lines.insert(place, lines[place])
    return True


def torn(lines: list[str], place: int, random: Random) -> bool:
    """A gap came into the page."""
    lines.insert(place, "")
    return True


SLIPS = (another_weekday, another_day, twice, torn)


@cache
def read(name: str) -> TermReading:
    return read_pasted(text_of(name))


def said(reading: TermReading) -> set[str]:
    asked = {reading.question.sentence} if reading.question else set()
    return {each.sentence for each in reading.problems} | asked


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.__name__)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(name=st.sampled_from(SAMPLES), seed=st.integers(0, 10_000))
def test_one_slip_on_a_right_page_gives_no_other_year_in_silence(slip: Slip, name: str, seed: int) -> None:
    random = Random(seed)
    lines = text_of(name).splitlines()
    places = [place for place, line in enumerate(lines) if _A_LABEL.search(line)]
    assume(bool(places) and slip(lines, random.choice(places), random))
    reading = read_pasted("\n".join(lines))
    same = school_days(reading) == school_days(read(name)) or not reading.periods
    assert same or said(reading) - said(read(name)), (slip.__name__, lines)
