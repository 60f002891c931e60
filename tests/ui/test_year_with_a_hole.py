"""A school year with a hole: no page tells of what is known of it as if it were all of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.storage.vault import Vault
from carer_app.use_cases import dates_drafts
from carer_app.use_cases.checking_dates import ReadDates
from tests import builders
from tests.ui.audit import settle
from tests.ui.children_pages import school_of
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import CheckDates, SchoolDates
from ui.children.check_dates import CheckDatesPage
from ui.children.school_dates import SchoolDatesPage

Show = Callable[[Any], Any]
YEAR = (
    (date(2025, 9, 1), date(2025, 10, 24)),
    (date(2025, 11, 3), date(2025, 12, 19)),
    (date(2026, 1, 5), date(2026, 2, 13)),
    (date(2026, 2, 23), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 5, 22)),
    (date(2026, 6, 1), date(2026, 7, 20)),
)
OF_A_WHOLE_YEAR = ("School is open on ", "pupils come on ", "We count ")
"""How sentences about a whole school year are begun, or put."""


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


@pytest.mark.parametrize("hole", range(len(YEAR)))
def test_what_is_known_of_a_year_with_a_hole_is_told_as_what_is_known_so_far(
    house: House, show: Show, school: int, hole: int
) -> None:
    known = (*YEAR[:hole], *YEAR[hole + 1 :])
    house.records.change(builders.open_on, school, *known)
    place = CheckDates(school)
    house.records.change(dates_drafts.begin, place.key, ReadDates(known), "the text", house.today())
    for make in (
        lambda: SchoolDatesPage(house, SchoolDates(school)),
        lambda: CheckDatesPage(house, place),
        lambda: CheckDatesPage(house, CheckDates(school, 2025)),
    ):
        page = show(make())
        settle()
        said = sentences(page).splitlines()
        assert any("So far we know " in each for each in said), said
        assert not [each for each in said for words in OF_A_WHOLE_YEAR if words in each]


def test_an_answer_and_a_message_count_a_year_with_a_hole_as_far_as_it_is_known(
    house: House, show: Show, school: int
) -> None:
    messages: list[str] = []
    house.records.undoable.connect(lambda undo: messages.append(f"{undo.words} {undo.came}"))
    house.records.change(builders.open_on, school, *YEAR[:5])
    page = show(CheckDatesPage(house, CheckDates(school, 2025)))
    rows = page.sections[2025].stretches
    page.changes.take_out(rows.ids()[4], "Summer, first half")
    assert messages[-1].startswith("Taken out: Summer, first half. So far we know ")


def test_a_whole_year_is_told_as_one(house: House, show: Show, school: int) -> None:
    house.records.change(builders.open_on, school, *YEAR)
    page = show(SchoolDatesPage(house, SchoolDates(school)))
    settle()
    assert any(each.startswith("School is open on 195 days") for each in sentences(page).splitlines())
