"""Before read dates are used: every sentence that asks for a look is found, and what would go is said."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from carer_app.choices import WhatDay
from carer_app.storage.vault import Vault
from carer_app.use_cases.checking_dates import ReadDates, ReadProblem
from tests import builders
from tests.ui.children_pages import school_of, use_riverside
from tests.ui.preparing_pages import focused, sentences
from tests.ui.test_check_dates import Show, by_hand, line, of_read, off, pasted, stretch, with_lines
from ui.base.house import House
from ui.children.check_dates import CheckDatesPage
from ui.children.year_section import name_of
from ui.widgets.text import PlainLabel

ASKS = ("Please check", "Please add", "Please look", "check the year")


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


def odd() -> ReadDates:
    """A table with a sentence about no one stretch, one about a stretch, and fewer days than a year has."""
    right = pasted("wrong_weekday")
    first = right.periods[2][0]
    said = (
        ReadProblem("We took 2025 for 2052. Please check the year."),
        ReadProblem("The text names another weekday. Please check it.", (first,)),
    )
    return replace(right, periods=right.periods[:5], problems=said)


def strong(page: CheckDatesPage) -> set[str]:
    """Every bold sentence of the boxes that asks for something."""
    sections = page.sections.values()
    labels = [each for section in sections for each in section.findChildren(PlainLabel)]
    return {
        line
        for label in labels
        if label.kind() == "strong" and label.isVisible()
        for line in label.words().splitlines()
        if any(each in line for each in ASKS)
    }


def test_every_sentence_that_asks_for_a_look_is_in_the_list_and_reached_by_enter(
    house: House, show: Show, school: int
) -> None:
    page = of_read(house, show, school, odd())
    assert len(strong(page)) > 1
    names = [link.words() for link in page.to_look_at.links]
    assert "School year 2025/26" in names
    section, (year,) = page.sections[2025], page.checked
    rows = [
        (list_.row(each), name_of(year, each))
        for list_ in (section.stretches, section.days)
        for each in list_.ids()
    ]
    near = {line for row, name in rows if name in names for line in row.look.words().splitlines()}
    near |= set(section.look.words().splitlines())
    assert strong(page) <= near
    stands = ""
    stretch(page, 0).first.line.setFocus()
    for _each in range(20):
        at = focused(page)
        assert at is not None
        stands += at.accessibleDescription()
        stands += "".join(row.look.words() for row, _name in rows if row.isAncestorOf(at))
        if at is page.using.use:
            break
        QTest.keyClick(at, Qt.Key.Key_Return)
    assert all(each in stands for each in strong(page)), stands
    assert focused(page) is page.using.use


def test_what_is_said_of_a_whole_year_goes_once_it_was_looked_at_and_comes_back_with_undo(
    house: House, show: Show, school: int
) -> None:
    page = of_read(house, show, school, odd())
    before = page.sections[2025].look.words()
    assert "We took 2025 for 2052." in before
    page.to_look_at.links[-1].click()
    assert focused(page) is page.sections[2025].looked
    page.sections[2025].looked.click()
    assert not page.sections[2025].look.isVisible()
    assert "School year 2025/26" not in [link.words() for link in page.to_look_at.links]
    assert house.records.undo()
    assert page.sections[2025].look.words() == before


def test_dates_that_would_take_the_place_of_others_say_so_before_they_are_used(
    house: House, show: Show, vault: Vault, school: int
) -> None:
    read = ReadDates(((date(2025, 9, 1), date(2025, 10, 24)),))
    assert not of_read(house, show, school, read).using.replaces.isVisible()
    use_riverside(vault, school)
    page = of_read(house, show, school, read)
    assert (
        "the second half of the autumn term; the spring term; the summer term" in page.using.replaces.words()
    )
    page.changes.take_out(page.sections[2025].stretches.ids()[1], "Autumn, second half")
    assert page.using.replaces.words().startswith(
        "These take the place of the dates of 2025/26 that you use now: "
    )
    assert "You would lose: the second half of the autumn term." in page.using.replaces.words()
    assert "Autumn, second half" in page.using.replaces.words()
    assert page.using.use.accessibleDescription() == page.using.replaces.words()


def test_enter_leads_on_from_the_heading_and_from_a_line(house: House, show: Show, school: int) -> None:
    page = with_lines(house, show, school)
    assert page._heading is not None
    page._heading.setFocus()
    for each in (line(page, 0).what.entry(), line(page, 1).what.entry()):
        QTest.keyClick(focused(page), Qt.Key.Key_Return)
        assert focused(page) is each, "a line without an answer is a thing to look at"
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    assert focused(page) in (page.using.use, *page.findChildren(QLineEdit), page.sections[2025].looked)


def test_lines_without_an_answer_are_among_the_things_to_look_at_until_they_have_one(
    house: House, show: Show, school: int
) -> None:
    page = with_lines(house, show, school)
    assert page.to_look_at.links[0].words() == "2 lines we did not understand"
    page.to_look_at.links[0].click()
    assert focused(page) is line(page, 0).what.entry()
    for place in (0, 1):
        line(page, place).what.row(WhatDay.NOTHING).click()
    assert not any("did not understand" in each.words() for each in page.to_look_at.links)


def test_a_line_is_answered_before_its_day_is_typed(house: House, show: Show, school: int) -> None:
    page = with_lines(house, show, school)
    row = line(page, 1)
    assert row.day_field.isVisibleTo(page)
    assert row.first_box() is row.what.entry()
    assert row.what_field.y() < row.day_field.y()


def test_after_a_day_is_taken_out_the_keyboard_is_in_no_box(house: House, show: Show, school: int) -> None:
    page = of_read(house, show, school, pasted("wrong_weekday"))
    for out in (off(page, 0).out, stretch(page, 0).out):
        out.setFocus()
        out.click()
        assert not isinstance(focused(page), QLineEdit)
        assert not getattr(focused(page), "is_removal", False)


def test_a_warning_stays_while_its_day_is_typed_and_goes_once_the_box_is_left(
    house: House, show: Show, school: int
) -> None:
    page = of_read(house, show, school, odd())
    row = stretch(page, 2)
    before, links = row.look.words(), [link.words() for link in page.to_look_at.links]
    assert "another weekday" in before
    row.first.line.setFocus()
    row.first.line.selectAll()
    QTest.keyClicks(row.first.line, "6 jan")
    assert row.look.isVisible()
    assert row.look.words() == before
    assert [link.words() for link in page.to_look_at.links] == links
    QTest.keyClick(row.first.line, Qt.Key.Key_Return)
    assert "another weekday" not in row.look.words()


def test_the_way_to_say_a_guess_is_right_says_both_days(
    house: House, show: Show, vault: Vault, school: int
) -> None:
    use_riverside(vault, school)
    page = by_hand(house, show, school, 2026)
    page.sections[2026].pattern.click()
    row = stretch(page, 0, 2026)
    assert row.right.words() == "This is right: 31 August to 23 October"


def test_a_missing_first_day_that_was_typed_is_not_asked_for_any_more(
    house: House, show: Show, school: int
) -> None:
    ends = date(2026, 5, 22)
    said = (ReadProblem("We found no first day for that time. Please add it.", (ends,)),)
    read = replace(pasted("wrong_weekday"), problems=said)
    read = replace(read, periods=tuple(each for each in read.periods if each[1] != ends))
    page = of_read(house, show, school, read)
    assert said[0].sentence in sentences(page)
    page.changes.type_in(stretch(page, 4).row_id, "first", "13 apr")
    page.changes.type_in(stretch(page, 4).row_id, "last", "22 may")
    page.changes.settle()
    assert said[0].sentence not in sentences(page)
