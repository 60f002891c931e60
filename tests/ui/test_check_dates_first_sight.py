"""What a carer sees of school dates that were read, before anything was pressed: what is asked, and what is not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from carer_app.storage.vault import Vault
from carer_app.use_cases.checking_dates import ReadDates, ReadDay, ReadProblem
from tests import builders
from tests.ui.audit import settle
from tests.ui.children_pages import dates, school_of, undoable, use_all_the_same, use_riverside
from tests.ui.preparing_pages import focused, sentences
from tests.ui.test_check_dates import by_hand, line, of_read, off, pasted, periods, problems, put, stretch
from ui.base.house import House
from ui.base.places import DatesOf, EditChild
from ui.children.check_dates import CheckDatesPage
from ui.children.dates_of import DatesOfPage

Show = Callable[[Any], Any]
AUTUMN = (date(2025, 9, 1), date(2025, 10, 24))
OVER = ((date(2024, 9, 2), date(2024, 10, 4)), (date(2024, 11, 4), date(2024, 11, 8)))
ASKED = ReadDay("Staff 6 May 2025", "6 May 2025", (date(2025, 5, 6),), "handed_back", "What is it?")


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


def two_years(house: House, show: Show, school: int) -> CheckDatesPage:
    """A year that is over, with a short stretch and a line that nobody knows, and the one that is on."""
    whole = pasted("wrong_weekday")
    read = replace(whole, periods=(*OVER, *whole.periods), problems=(), account=(ASKED,))
    return of_read(house, show, school, read)


def links(page: CheckDatesPage) -> list[str]:
    return [each.words() for each in page.to_look_at.links] if page.to_look_at.isVisible() else []


def errors(page: CheckDatesPage) -> list[str]:
    """What is red."""
    settle()
    found = [page.sections[year].field(*box) for year in page.sections for box in page.sections[year].boxes()]
    red = [field.error() for field in found if field is not None and field.error()]
    lines = [page.lines.rows.row(each) for each in page.lines.rows.ids()]
    return red + [each.day.problem() for each in lines if each.day.problem()]


# A year that is over


def test_a_year_that_is_over_stands_last_is_not_used_and_asks_nothing(
    house: House, show: Show, school: int
) -> None:
    page = two_years(house, show, school)
    settle()
    assert list(page.sections) == [2025, 2024]
    tops = [each.mapTo(page, each.rect().topLeft()).y() for each in page.sections.values()]
    assert tops == sorted(tops)
    assert [each.wanted.isChecked() for each in page.sections.values()] == [True, False]
    assert links(page) == []
    assert not page.lines.isVisible()
    shown = sentences(page)
    assert shown.count("is over") == 1
    assert "shorter than three weeks" not in shown
    words = "What is it? Its day is in a school year that is not ticked, so we do not ask about it."
    assert f"“Staff 6 May 2025”: {words}" in shown, "nothing is unaccounted for"
    page.using.use.click()
    assert [note.year for note in dates(house, school).notes] == [2025]


def test_a_year_that_is_over_asks_what_it_has_to_ask_once_it_is_ticked(
    house: House, show: Show, school: int
) -> None:
    page = two_years(house, show, school)
    page.sections[2024].wanted.click()
    settle()
    assert line(page, 0).line.words() == "“Staff 6 May 2025”"
    assert any("2024/25" in each for each in links(page))
    assert "that is not ticked" not in sentences(page)
    use_all_the_same(page)
    assert [note.year for note in dates(house, school).notes] == [2024, 2025]


def test_where_only_a_year_that_is_over_was_read_nothing_is_used_until_it_is_ticked(
    house: House, show: Show, school: int
) -> None:
    page = of_read(house, show, school, ReadDates(OVER))
    page.using.use.click()
    assert periods(house, school) == []
    assert problems(page) == ["Tick the school year whose dates you want to use. None is ticked now."]
    assert page.sections[2024].wanted.isVisible()
    page.sections[2024].wanted.click()
    use_all_the_same(page)
    assert len(periods(house, school)) == 2


# Nothing is red before the carer did something


def test_nothing_that_was_read_is_red_before_the_carer_did_something(
    house: House, show: Show, school: int
) -> None:
    two_at_once = ReadDates(
        (AUTUMN, (date(2025, 10, 20), date(2025, 12, 19))),
        account=(ReadDay("Meeting 8 July 2024", "8 July 2024", (), "handed_back", "What is it?"),),
    )
    page = of_read(house, show, school, two_at_once)
    assert errors(page) == []
    assert "begins before the part above it ends" in stretch(page, 1).look.words(), "it is said all the same"
    put(stretch(page, 1).first.line, "21 oct")
    assert len(errors(page)) == 1


def test_what_is_wrong_is_red_once_the_dates_are_to_be_used_and_what_is_typed_at_once(
    house: House, show: Show, school: int
) -> None:
    page = of_read(house, show, school, ReadDates((AUTUMN, (date(2025, 10, 20), date(2025, 12, 19)))))
    page.using.use.click()
    assert len(errors(page)) == len(problems(page)) == 1
    mine = by_hand(house, show, school)
    put(stretch(mine, 0).first.line, "24 oct")
    put(stretch(mine, 0).last.line, "1 sep")
    assert len(errors(mine)) == 1


# What is asked can be answered


def test_each_thing_to_look_at_can_be_said_to_be_right_where_it_stands(
    house: House, show: Show, school: int
) -> None:
    slip = ReadProblem("15 July cannot be right there. Please check it.", (date(2026, 7, 15),))
    training = ReadProblem("We read 5 May in another way. Please check it.", (date(2026, 5, 5),))
    year = ReadProblem("Are these the dates of this school?")
    read = pasted("wrong_weekday")
    read = replace(read, inset_days=(*read.inset_days, date(2026, 5, 5)), problems=(slip, training, year))
    page = of_read(house, show, school, read)
    undos = undoable(house)
    assert len(links(page)) == 3
    last = stretch(page, 5)
    assert (last.right.words(), last.right.isVisible()) == ("I have checked this", True)
    assert not stretch(page, 4).right.isVisible()
    last.right.click()
    assert slip.sentence not in sentences(page)
    assert undos[-1].words.startswith("You have checked this.")
    (day,) = [
        each
        for each in map(page.sections[2025].days.row, page.sections[2025].days.ids())
        if each.right.isVisible()
    ]
    day.right.click()
    page.sections[2025].looked.click()
    assert page.to_look_at.title.words() == "Nothing is left to check."
    assert focused(page) is page.using.use
    assert house.records.undo()
    assert links(page) == ["School year 2025/26"] or len(links(page)) == 1


# What a box holds


def test_a_first_day_without_pupils_is_not_called_their_first_day_back(
    house: House, show: Show, school: int
) -> None:
    page = of_read(
        house, show, school, ReadDates((AUTUMN,), inset_days=(date(2025, 9, 1), date(2025, 10, 24)))
    )
    row = stretch(page, 0)
    assert "Pupils come from Tuesday 2 September 2025." in row.count.words()
    assert "Pupils come until Thursday 23 October 2025." in row.count.words()
    names = [each.label_on_top().accessibleName() for each in (row.first_field, row.last_field)]
    assert names == [
        "First day, without pupils: Autumn, first half, 2025/26",
        "Last day, without pupils: Autumn, first half, 2025/26",
    ]
    assert "Pupils come from Tuesday 2 September" in row.first.line.accessibleDescription()
    put(row.first.line, "2 sep")
    assert row.first_field.label_on_top().accessibleName().startswith("First day back")
    assert "Pupils come from" not in row.count.words()


def test_what_is_kept_from_the_dates_in_use_is_told_from_what_was_read(
    vault: Vault, house: House, show: Show, school: int
) -> None:
    use_riverside(vault, school)
    page = of_read(house, show, school, ReadDates((AUTUMN,)))
    rows = [stretch(page, place) for place in range(6)]
    assert [each.kept.isVisible() for each in rows] == [False, True, True, True, True, True]
    assert rows[1].kept.words() == "Kept from the dates you use now."
    assert rows[1].kept.words() in rows[1].first.line.accessibleDescription()
    assert off(page, 0).kept.isVisible()
    put(rows[1].first.line, "4 nov")
    assert [each.kept.isVisible() for each in rows[:3]] == [False, False, True]


def test_change_a_day_leads_to_the_days(house: House, show: Show, vault: Vault) -> None:
    child = builders.add_child(vault, name="Sol")
    page = show(DatesOfPage(house, DatesOf(child)))
    went: list[Any] = []
    page.go.connect(went.append)
    page.change_facts.click()
    assert went == [EditChild(child, "dates")]


def test_what_is_to_be_looked_at_takes_no_more_room_than_it_needs(
    house: House, show: Show, school: int
) -> None:
    slip = ReadProblem("15 July cannot be right there. Please check it.", (date(2026, 7, 15),))
    read = replace(pasted("wrong_weekday"), problems=(slip,))
    there = of_read(house, show, school, read).to_look_at
    settle()
    assert there.links
    assert there.height() <= there.heightForWidth(there.width())
