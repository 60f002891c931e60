"""One question on a page: answered, set aside, left out, and carried on from."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carer_app.choices import Aside, Part
from carer_app.storage.vault import Vault
from carer_app.use_cases import prepared_questions, preparing
from tests import builders
from tests.ui.preparing_pages import part_page, sentences, write
from ui.base.house import House
from ui.base.places import AskQuestion, Place, PreparePart
from ui.preparation.ask import AskPage
from ui.preparation.question_part import ThemePage
from ui.widgets.buttons import Button
from ui.widgets.tab_order import everything_in_order

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> AskPage:
    page: AskPage = show(AskPage(house, AskQuestion(meeting, "going_well.school")))
    return page


def places(page: Any) -> list[Place]:
    went: list[Place] = []
    page.go.connect(went.append)
    return went


def text(house: House, meeting: int, key: str) -> str:
    return house.records.read(prepared_questions.ask_view, meeting, key, builders.TODAY).text


def aside(house: House, meeting: int, key: str) -> Aside:
    return house.records.read(prepared_questions.ask_view, meeting, key, builders.TODAY).aside


def test_the_page_asks_one_thing_and_says_why(page: AskPage) -> None:
    assert page.accessibleName() == "What is going well at school?"
    assert "What Mia likes, does well at, or talks about." in sentences(page)
    assert "{child}" not in sentences(page)


def test_who_reads_the_words_is_told_right_under_them_and_every_answer_stands_with_the_question(
    page: AskPage,
) -> None:
    read = list(everything_in_order(page))
    parts = (
        page.box,
        page.printed,
        page.for_adults,
        page.chips,
        page.not_sure,
        page.leave_out,
        page.carry_on,
    )
    assert sorted(parts, key=read.index) == list(parts)
    others = (page.not_sure, page.leave_out, page.after_all, page.state)
    assert not [each for each in others if page.rail.isAncestorOf(each)], (
        "beside the date it would be about that"
    )


def test_one_letter_is_saved_without_leaving_the_box(
    page: AskPage, house: House, meeting: int, qtbot: QtBot
) -> None:
    page.box.setFocus()
    QTest.keyClicks(page.box, "a")
    qtbot.waitUntil(lambda: text(house, meeting, "going_well.school") == "a")


def test_a_chip_adds_its_words_to_what_is_there(page: AskPage, house: House, meeting: int) -> None:
    write(page.box, "sums")
    next(chip for chip in page.findChildren(Button) if chip.words() == "reading").click()
    page.flush()
    assert text(house, meeting, "going_well.school") == "sums, reading"


def test_continue_leads_to_the_next_question_and_after_the_last_to_the_list(
    page: AskPage, house: House, show: Show, meeting: int
) -> None:
    went = places(page)
    page.carry_on.click()
    assert went == [AskQuestion(meeting, "going_well.home")]
    last = show(AskPage(house, AskQuestion(meeting, "going_well.proud")))
    went = places(last)
    last.carry_on.click()
    assert went == [PreparePart(meeting, Part.GOING_WELL)]


def test_not_sure_yet_is_remembered_and_gone_once_something_is_written(
    page: AskPage, house: House, meeting: int
) -> None:
    went = places(page)
    page.not_sure.click()
    assert went == [AskQuestion(meeting, "going_well.home")]
    assert aside(house, meeting, "going_well.school") == Aside.NOT_SURE
    assert "You said: not sure yet." in sentences(page)
    write(page.box, "art")
    assert aside(house, meeting, "going_well.school") == Aside.NOTHING


def test_what_is_left_out_keeps_its_words_and_can_be_printed_after_all(
    page: AskPage, house: House, meeting: int
) -> None:
    write(page.box, "art")
    page.leave_out.click()
    assert aside(house, meeting, "going_well.school") == Aside.LEAVE_OUT
    assert page.box.text() == text(house, meeting, "going_well.school") == "art"
    assert "Left out: it is kept here and not printed." in sentences(page)
    assert not page.leave_out.isVisible()
    page.after_all.click()
    assert aside(house, meeting, "going_well.school") == Aside.NOTHING
    assert "Printed on the sheet for everyone" in sentences(page)


def test_an_answer_can_be_for_the_adults_only_and_the_page_says_where_it_goes(
    page: AskPage, house: House, show: Show, meeting: int
) -> None:
    page.for_adults.click()
    assert aside(house, meeting, "going_well.school") == Aside.ADULTS_ONLY
    assert "Printed on the adults’ sheet only." in sentences(page)
    page.for_adults.click()
    assert aside(house, meeting, "going_well.school") == Aside.NOTHING
    for_adults = show(AskPage(house, AskQuestion(meeting, "ahead.changes")))
    assert not for_adults.for_adults.isVisible()
    assert "Printed on the adults’ sheet only." in sentences(for_adults)
    mine = show(AskPage(house, AskQuestion(meeting, "days.sdq")))
    assert "Printed on your own copy only." in sentences(mine)


def test_the_list_resumes_exactly_where_it_stopped(house: House, show: Show, meeting: int) -> None:
    page = show(part_page(house, ThemePage, meeting, Part.GOING_WELL))
    went = places(page)
    assert page.next.words() == "Begin"
    assert [each.kind() for each in (page.next, page.carry_on)] == ["main", "plain"], "one is what comes next"
    page.finished.click()
    assert [each.kind() for each in (page.next, page.carry_on)] == ["plain", "main"]
    page.finished.click()
    house.records.change(preparing.write_answer, meeting, "going_well.school", "art")
    house.records.change(prepared_questions.set_aside, meeting, "going_well.home", Aside.NOT_SURE)
    assert page.next.words() == "Carry on"
    page.next.click()
    assert went == [AskQuestion(meeting, "going_well.out_of_school")]
    assert page.rows["going_well.school"].detail() == "art"
    assert page.rows["going_well.home"].detail() == "Not sure yet"
    for key in ("going_well.out_of_school", "going_well.proud"):
        house.records.change(preparing.write_answer, meeting, key, "x")
    assert not page.next.isVisible()
    assert page.carry_on.kind() == "main"


def test_nothing_in_the_list_counts_or_scores(house: House, show: Show, meeting: int) -> None:
    page = show(part_page(house, ThemePage, meeting, Part.SUPPORT))
    assert " of " not in " ".join(row.accessibleName() for row in page.rows.values())
    assert "%" not in sentences(page)
