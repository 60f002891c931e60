"""The first week, the school card and finding a time: what is kept, what is copied, and that nothing is sent."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from carer_app.choices import ChildList, Role
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, childs_lists, planning
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.audit import settle
from ui.base.house import House
from ui.base.places import FindATime, FirstWeek, SchoolCardOnPaper, SchoolCardPlace
from ui.between_meetings.find_a_time import FindATimePage
from ui.between_meetings.first_week import FirstWeekPage
from ui.between_meetings.school_card import SchoolCardPage

Show = Callable[[Any], Any]


@pytest.fixture
def child(vault: Vault) -> int:
    child = builders.add_child(vault)
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    return child


def kept(vault: Vault, child: int, which: ChildList) -> dict[str, Any]:
    return {row.id: row for row in read(vault, childs_lists.list_of, child, which, TODAY).rows}


def test_a_tick_is_kept_with_its_day_and_comes_off_again(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page = show(FirstWeekPage(house, FirstWeek(child)))
    tick = page.rows.row("current_pep").tick
    tick.click()
    assert kept(vault, child, ChildList.FIRST_WEEK)["current_pep"].done_on == TODAY
    tick.click()
    assert kept(vault, child, ChildList.FIRST_WEEK)["current_pep"].done_on is None


def test_a_tick_that_a_screen_reader_or_a_voice_sets_is_kept_too(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page = show(FirstWeekPage(house, FirstWeek(child)))
    page.rows.row("current_pep").tick.toggle()
    assert kept(vault, child, ChildList.FIRST_WEEK)["current_pep"].done_on == TODAY


def test_what_calms_is_written_down_as_it_is_typed(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page = show(FirstWeekPage(house, FirstWeek(child)))
    box = page.rows.row("calms").box
    box.setFocus()
    QTest.keyClicks(box, "A book")
    page.flush()
    assert kept(vault, child, ChildList.FIRST_WEEK)["calms"].text == "A book"
    assert show(FirstWeekPage(house, FirstWeek(child))).rows.row("calms").box.toPlainText() == "A book"


def test_the_words_are_copied_for_the_one_they_are_for(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page = show(FirstWeekPage(house, FirstWeek(child)))
    row = page.rows.row("current_pep")
    row.more.button.click()
    assert row.to.words() == "For Ms Ali"
    said: list[str] = []
    page.said.connect(said.append)
    row.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Hello Ms Ali,")
    assert said == ["Copied: Ask for the PEP that there is. Paste it within a minute."]


def test_the_school_card_keeps_each_line_and_leads_to_paper(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page = show(SchoolCardPage(house, SchoolCardPlace(child)))
    page.boxes["ring_1"].setFocus()
    QTest.keyClicks(page.boxes["ring_1"], "Sam, 07700 900123")
    page.flush()
    assert kept(vault, child, ChildList.SCHOOL_CARD)["ring_1"].text == "Sam, 07700 900123"
    went: list[object] = []
    page.go.connect(went.append)
    page.on_paper.click()
    assert went == [SchoolCardOnPaper(child)]


def test_days_that_suit_become_words_and_nothing_says_that_they_were_sent(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    meeting = do(vault, planning.plan_meeting, child, "uid-mia", TODAY)
    page = show(FindATimePage(house, FindATime(meeting)))
    assert page.card.isHidden()
    first = page.slots[0]
    first.day.line.setFocus()
    QTest.keyClicks(first.day.line, "17 March")
    first.day.settle()
    QTest.keyClicks(first.at.line, "2pm")
    first.at.settle()
    assert "- Tuesday 17 March 2026, from 2.00pm" in page.words.words()
    said: list[str] = []
    page.said.connect(said.append)
    page.copy.click()
    assert QGuiApplication.clipboard().text() == page.words.words()
    assert said == ["Copied. Paste it within a minute. Nothing was sent."]
    again = show(FindATimePage(house, FindATime(meeting)))
    assert again.slots[0].day.value() == date(2026, 3, 17)


def test_three_days_are_shown_and_what_was_typed_stays(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    meeting = do(vault, planning.plan_meeting, child, "uid-mia", TODAY)
    page = show(FindATimePage(house, FindATime(meeting)))
    QTest.keyClicks(page.slots[1].day.line, "4 May")
    page.slots[1].day.settle()
    page.offer.click()
    days = [slot.day.value() for slot in page.slots]
    assert days[1] == date(2026, 5, 4)
    assert all(day is not None for day in days)
    assert page.slots[1].said.words() == "That is a bank holiday."
    assert page.slots[0].said.isHidden()


def test_a_day_that_cannot_be_read_is_in_no_words(house: House, show: Show, vault: Vault, child: int) -> None:
    meeting = do(vault, planning.plan_meeting, child, "uid-mia", TODAY)
    page = show(FindATimePage(house, FindATime(meeting)))
    QTest.keyClicks(page.slots[0].day.line, "whenever")
    page.slots[0].day.settle()
    assert page.card.isHidden()


def test_from_when_stands_beside_its_day(house: House, show: Show, vault: Vault, child: int) -> None:
    meeting = do(vault, planning.plan_meeting, child, "uid-mia", TODAY)
    page = show(FindATimePage(house, FindATime(meeting)))
    page.resize(1100, 700)
    settle()
    for slot in page.slots:
        day, at = (box.line.mapTo(page, QPoint(0, 0)) for box in (slot.day, slot.at))
        assert at.y() == day.y()
        assert at.x() > day.x()
