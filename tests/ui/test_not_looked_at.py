"""What a carer has not looked at, when the dates are used: said once, kept, and asked about again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carer_app.storage.vault import Vault
from carer_app.use_cases import open_doubts
from carer_app.use_cases.checking_dates import ReadDates, ReadDay, ReadProblem
from tests import builders
from tests.ui.children_pages import journey, school_of, undoable, use_all_the_same
from tests.ui.preparing_pages import focused
from tests.ui.test_check_dates import Show, by_hand, of_read, pasted, periods
from ui.base.house import House
from ui.base.places import SchoolDates
from ui.children.check_dates import CheckDatesPage
from ui.children.doubts_card import DoubtRow
from ui.children.school_dates import SchoolDatesPage

YEAR = "We took 2025 for 2052. Please check the year."
DAY = "The text names another weekday. Please check it."


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


def doubted() -> ReadDates:
    """A whole year with one sentence about all of it, one about a stretch, and a line that is not known."""
    read = pasted("wrong_weekday")
    first = read.periods[2][0]
    return replace(
        read,
        problems=(ReadProblem(YEAR), ReadProblem(DAY, (first,))),
        account=(
            ReadDay("Fair 3 July 2026", "3 July 2026", (date(2026, 7, 3),), "handed_back", "What is it?"),
        ),
    )


def stored(house: House, school: int) -> set[str]:
    return {each.sentence for each in house.records.read(open_doubts.open_doubts, school)}


def rows(page: SchoolDatesPage) -> list[DoubtRow]:
    return [page.problems.rows.row(each) for each in page.problems.rows.ids()]


def test_use_says_once_what_is_not_looked_at_and_goes_there_and_a_second_press_uses_it_all(
    house: House, show: Show, school: int
) -> None:
    page = of_read(house, show, school, doubted())
    went = journey(page)
    page.using.use.click()
    assert (periods(house, school), went) == ([], []), "nothing is used yet"
    assert page.using.not_looked.words().startswith(
        "3 things are not checked yet: 1 line we did not understand; "
    )
    assert "School year 2025/26" in page.using.not_looked.words()
    assert page.using.use.words() == "Use them all the same"
    assert page.lines.isAncestorOf(focused(page))
    page.using.use.click()
    assert len(periods(house, school)) == 6
    assert went == [SchoolDates(school)]


def test_once_all_is_looked_at_one_press_uses_the_dates_and_nothing_comes_back(
    house: House, show: Show, school: int
) -> None:
    page = of_read(house, show, school, replace(doubted(), account=()))
    page.using.use.click()
    page.changes.year_is_right(2025)
    assert page.using.not_looked.words().startswith("1 thing is not checked yet: ")
    page.changes.row_is_right(page.sections[2025].stretches.ids()[2])
    assert not page.using.not_looked.isVisible()
    assert page.using.use.words() == "Use these dates"
    page.using.use.click()
    assert len(periods(house, school)) == 6
    assert stored(house, school) == set()


def test_what_nobody_looked_at_stands_on_school_dates_until_somebody_has(
    house: House, show: Show, school: int
) -> None:
    use_all_the_same(of_read(house, show, school, doubted()))
    asked = {YEAR, DAY, "Nobody has said yet what this line of the text is: “Fair 3 July 2026”."}
    assert stored(house, school) == asked
    page: SchoolDatesPage = show(SchoolDatesPage(house, SchoolDates(school)))
    assert {row.words.words() for row in rows(page)} == asked
    change = by_hand(house, show, school)
    assert page.problems.isVisible()
    assert [link.words() for link in change.to_look_at.links] == ["Spring, first half", "School year 2025/26"]
    gone = rows(page)[0].words.words()
    rows(page)[0].looked.click()
    assert stored(house, school) == asked - {gone}
    assert house.records.undo()
    assert stored(house, school) == asked
    while rows(page):
        rows(page)[0].looked.click()
    assert stored(house, school) == set()
    assert not page.problems.isVisible()


def test_undo_of_use_takes_its_doubts_with_it(house: House, show: Show, school: int) -> None:
    use_all_the_same(of_read(house, show, school, doubted()))
    assert house.records.undo()
    assert stored(house, school) == set()
    again: SchoolDatesPage = show(SchoolDatesPage(house, SchoolDates(school)))
    assert not again.problems.isVisible()


def test_a_count_that_was_looked_at_stays_looked_at(house: House, show: Show, school: int) -> None:
    read = pasted("wrong_weekday")
    closed = tuple(date(2025, 11, 4) + timedelta(days=each) for each in (0, 1, 2, 6, 7, 8, 9, 13, 14, 15, 16))
    page = of_read(house, show, school, replace(read, closed_days=closed, problems=(), account=()))
    assert "days for pupils in 2025/26" in page.sections[2025].look.words()
    page.sections[2025].looked.click()
    page.using.use.click()
    assert len(periods(house, school)) == 6
    assert stored(house, school) == set()
    change = by_hand(house, show, school)
    assert change.to_look_at.links == []
    change.using.use.click()
    assert stored(house, school) == set(), "also where the dates are changed later"


def test_enter_on_looked_at_goes_to_what_is_open_above_not_to_use(
    house: House, show: Show, school: int
) -> None:
    page: CheckDatesPage = of_read(house, show, school, replace(doubted(), account=()))
    page.sections[2025].looked.setFocus()
    QTest.keyClick(page.sections[2025].looked, Qt.Key.Key_Return)
    row = page.sections[2025].stretches.row(page.sections[2025].stretches.ids()[2])
    assert row.isAncestorOf(focused(page))


def test_ticking_a_year_does_not_say_that_it_is_used(house: House, show: Show, school: int) -> None:
    page = of_read(house, show, school, doubted())
    undos = undoable(house)
    page.changes.want_year(2025, wanted=False)
    page.changes.want_year(2025, wanted=True)
    assert undos[-1].words.startswith("These dates are chosen. They count once you use them.")
    assert periods(house, school) == []
