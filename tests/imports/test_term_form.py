"""Changes of a page's form that change no meaning: two spaces for one, a year in capitals, lines of Windows."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from tests.imports.test_term_dates import SAMPLES, text_of

NEAR = date(2026, 10, 1)


def two_spaces(text: str) -> str:
    return re.sub(r"(?<=\S) (?=\S)", "  ", text)


def days(reading: TermReading) -> object:
    return reading.periods, reading.inset_days, reading.closed_days


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("changed", [two_spaces, lambda text: text.replace("\n", "\r\n")])
def test_another_form_of_a_page_gives_the_same_days(name: str, changed: Callable[[str], str]) -> None:
    text = text_of(name)
    assert days(read_pasted(changed(text), NEAR)) == days(read_pasted(text, NEAR))


IN_CAPITALS_ONLY = {
    "cells_glued_and_cards",
    "day_time_and_event_glued",
    "half_term_at_four_and_back_at_nine",
    "html_left_in",
    "labels_that_say_otherwise_than_their_cell",
    "numbered_terms_glued_to_their_days",
    "points_glued_to_points",
    "struck_out_in_rtf",
    "terms_whole_and_half_terms_by_their_edges",
}
"""Capitals take away what shows where a cell ends, or are no such text any more: HTML, RTF."""


@pytest.mark.parametrize("name", sorted({*SAMPLES} - IN_CAPITALS_ONLY))
def test_a_page_in_capitals_gives_the_same_days(name: str) -> None:
    text = text_of(name)
    assert days(read_pasted(text.upper(), NEAR)) == days(read_pasted(text, NEAR))


def test_cells_that_are_glued_in_capitals_come_apart() -> None:
    lines = [
        "AUTUMNTERM 2026FIRST DAYLAST DAY",
        "AUTUMN TERM 2026WEDNESDAY 2ND SEPTEMBERFRIDAY 18TH DECEMBER",
        "HALF TERMMONDAY 26TH OCTOBERFRIDAY 30TH OCTOBER",
        "SCHOOL CLOSESTHURSDAY 25THMARCH 2027",
    ]
    reading = read_pasted("\n".join(lines))
    assert reading.periods[:2] == [
        (date(2026, 9, 2), date(2026, 10, 23)),
        (date(2026, 11, 2), date(2026, 12, 18)),
    ]
