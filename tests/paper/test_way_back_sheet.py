"""The way-back-in sheet on paper: one page, the code in order, nobody's name."""

from datetime import date
from typing import Any

import pytest

from carer_app.paper import pdf
from carer_app.paper.sheets.way_back_sheet import WayBackSheet
from tests.paper.sheets import read

GROUPS = ("ACDE", "FHJK", "MNPR", "STVW", "XY34", "679A")


@pytest.mark.parametrize("size", [12, 14, 18])
@pytest.mark.parametrize("groups", [GROUPS, ()])
def test_it_is_one_page_at_every_size(size: Any, groups: tuple[str, ...]) -> None:
    assert len(read(pdf.make_pdf(WayBackSheet(groups, date(2026, 3, 10)), size)).pages) == 1


def test_it_has_the_code_the_day_and_what_to_do() -> None:
    text = read(pdf.make_pdf(WayBackSheet(GROUPS, date(2026, 3, 10)))).pages[0].extract_text()
    bare = "".join(text.split())
    at = [bare.index(f"Group{number}{group}") for number, group in enumerate(GROUPS, 1)]
    assert at == sorted(at)
    words = " ".join(text.split())
    assert "made on Tuesday 10 March 2026" in words
    assert "Do not keep this next to the computer." in words
    assert "You need two things: this paper, and your records or a backup of them" in words
    assert [f"{number}." in words for number in range(1, 7)] == [True] * 5 + [False]
    assert "Replaced on" in words


def test_the_empty_form_has_numbered_groups_and_no_letters() -> None:
    words = " ".join(read(pdf.make_pdf(WayBackSheet())).pages[0].extract_text().split())
    assert "Copy the code into the boxes" in words
    assert "Group 1 Group 2 Group 3 Group 4 Group 5 Group 6 How" in words
