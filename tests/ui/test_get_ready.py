"""Getting ready, as a carer meets it: ten minutes, or more in any order."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from carer_app.choices import Part, ReadyGroup, Share
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, childs_kept_words, planning, preparing, reading_kept
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import focused, sentences
from ui.base.house import House
from ui.base.places import (
    AfterMeeting,
    CheckAndPrint,
    ChildRecord,
    GetReady,
    Place,
    PreparePart,
    ShortWayPlace,
)
from ui.preparation.get_ready import GetReadyPage
from ui.widgets.buttons import Button
from ui.widgets.row_card import GroupRow
from ui.widgets.tab_order import everything_in_order

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


@pytest.fixture
def went(page: GetReadyPage) -> list[Place]:
    places: list[Place] = []
    page.go.connect(places.append)
    return places


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> GetReadyPage:
    page: GetReadyPage = show(GetReadyPage(house, GetReady(meeting)))
    return page


def names(page: GetReadyPage) -> list[str]:
    return [row.accessibleName() for row in page.rows.values()]


def test_a_carer_sees_whose_meeting_it_is_and_when(page: GetReadyPage) -> None:
    assert page.accessibleName() == "Get ready for Mia’s PEP meeting"
    assert page.when.words() == "Wednesday 18 March 2026, 2.00pm · Riverside Primary"
    assert "say so early." in sentences(page)


def test_the_day_is_changed_from_where_it_is_said(
    page: GetReadyPage, went: list[Place], meeting: int
) -> None:
    assert page.rail.isAncestorOf(page.when_where)
    assert page.when_where.accessibleName() == "When and where: Mia"
    page.when_where.click()
    assert went == [PreparePart(meeting, Part.WHEN_WHERE)]


def test_without_a_date_it_says_so_and_nothing_else(page: GetReadyPage, house: House, meeting: int) -> None:
    house.records.change(planning.set_day, meeting, None)
    house.records.change(planning.set_place, meeting, "")
    assert page.when.words() == "No date yet"


def test_nothing_on_the_page_is_a_score(page: GetReadyPage) -> None:
    assert " of 8" not in sentences(page)
    assert "%" not in sentences(page)


def test_each_part_tells_a_screen_reader_how_it_stands(
    page: GetReadyPage, house: House, meeting: int
) -> None:
    house.records.change(preparing.add_question, meeting, "Which book?")
    house.records.change(preparing.finish_part, meeting, Part.GOING_WELL)
    rows = page.rows
    assert rows[Part.QUESTIONS].accessibleName() == "Questions for school, Begun"
    assert rows[Part.HARD_NOW].accessibleName() == "What makes school hard just now"
    assert rows[Part.GOING_WELL].accessibleName() == "What is going well, Finished"
    assert rows[Part.GOING_WELL].state() == "Finished"


def test_there_are_four_groups_and_the_childs_is_first(page: GetReadyPage) -> None:
    shown = [card.heading.words() for card in page.groups.values() if card.heading is not None]
    assert shown == ["With Mia", "School", "Home", "The day"]
    read = list(everything_in_order(page))
    places = [[read.index(row) for row in card.group_rows] for card in page.groups.values()]
    assert places == [sorted(each) for each in places]
    assert sorted(places) == places
    assert sorted(part for group in ReadyGroup for part in group.parts) == sorted(Part)


def test_what_is_empty_is_told_once_and_not_on_each_row(page: GetReadyPage) -> None:
    assert sentences(page).count("empty") == 1
    assert [row.state() for row in page.rows.values() if "empty" in row.accessibleName().lower()] == []


def test_what_the_child_kept_and_nobody_has_read_stands_on_its_row(
    page: GetReadyPage, house: House, meeting: int
) -> None:
    said = Sitting("7_to_10")
    said.said["one_thing"] = Said(words="Maths.", share=Share.OFF)
    house.records.change(childs_kept_words.keep, meeting, said, builders.TODAY)
    row = page.rows[Part.CHILD_SAYS]
    assert row.accessibleName() == "What Mia wants to say, Not read yet"
    house.records.change(reading_kept.say_read, meeting)
    assert row.accessibleName() == "What Mia wants to say, Begun"


def test_what_the_child_wants_to_say_is_one_row(page: GetReadyPage) -> None:
    assert "own part" not in sentences(page)
    assert sum("say" in row.words() for row in page.findChildren(GroupRow)) == 1


def test_once_everything_is_there_the_sheet_is_next(
    page: GetReadyPage, went: list[Place], house: House, meeting: int
) -> None:
    def shown() -> list[tuple[str, bool]]:
        buttons = (page.begin, page.print_now, page.check, page.again)
        return [(each.words(), each.kind() == "main") for each in buttons if each.isVisible()]

    assert shown() == [("Begin", True), ("Check and print", False)]
    house.records.change(preparing.add_question, meeting, "Which book?")
    assert shown() == [("Carry on", True), ("Check and print", False)]
    for part in preparing.MAIN_ROAD:
        house.records.change(preparing.finish_part, meeting, part)
    assert shown() == [("Check and print", True), ("Five questions", False)]
    page.print_now.click()
    page.again.click()
    assert went == [CheckAndPrint(meeting), ShortWayPlace(meeting, 1)]


@pytest.mark.parametrize("state", ["begin", "carry on", "print"])
def test_no_button_beside_the_page_breaks_its_words(
    page: GetReadyPage, house: House, meeting: int, state: str
) -> None:
    if state != "begin":
        house.records.change(preparing.add_question, meeting, "Which book?")
    if state == "print":
        for part in preparing.MAIN_ROAD:
            house.records.change(preparing.finish_part, meeting, part)
    page.window().resize(1180, 700)
    settle()
    buttons = [each for each in page.rail.findChildren(Button) if each.isVisible()]
    assert len(buttons) == 3
    assert [len(each.wrapped().lines(each.width())) for each in buttons] == [1, 1, 1]
    assert [each.height() for each in buttons] == [each.sizeHint().height() for each in buttons]


def test_what_comes_next_follows_what_was_finished(page: GetReadyPage, house: House, meeting: int) -> None:
    assert page.next.words() == "Next: tell Mia about the meeting"
    house.records.change(preparing.finish_part, meeting, Part.TELL_THE_CHILD)
    assert page.next.words() == "Next: what Mia wants to say"
    for part in Part:
        house.records.change(preparing.finish_part, meeting, part)
    assert page.next.words() == "What matters most is ready."


def test_what_comes_next_stands_above_its_row_and_not_beside_a_button_that_leads_elsewhere(
    page: GetReadyPage, meeting: int
) -> None:
    settle()
    row = page.rows[Part.TELL_THE_CHILD]
    read = list(everything_in_order(page))
    assert read.index(page.begin) < read.index(page.next) < read.index(row)
    assert (
        page.next.mapTo(page, page.next.rect().bottomLeft()).y() < row.mapTo(page, row.rect().topLeft()).y()
    )
    card = page.groups[ReadyGroup.CHILD]
    assert card.isAncestorOf(row)
    assert (
        page.next.mapTo(page, page.next.rect().topLeft()).x() == card.mapTo(page, card.rect().topLeft()).x()
    )
    assert not page.rail.isAncestorOf(page.next)
    assert page.rail.isAncestorOf(page.begin)
    went: list[Place] = []
    page.go.connect(went.append)
    page.begin.click()
    page.rows[Part.TELL_THE_CHILD].click()
    assert went == [ShortWayPlace(meeting, 1), PreparePart(meeting, Part.TELL_THE_CHILD)]


@pytest.mark.parametrize("part", list(Part))
def test_each_row_opens_its_part(page: GetReadyPage, went: list[Place], meeting: int, part: Part) -> None:
    page.rows[part].click()
    assert went == [PreparePart(meeting, part)]


def test_printing_is_never_held_back(page: GetReadyPage, went: list[Place], meeting: int) -> None:
    assert page.check.isEnabled()
    page.check.click()
    assert went == [CheckAndPrint(meeting)]


def test_the_way_back_leads_to_the_child(
    page: GetReadyPage, went: list[Place], house: House, meeting: int
) -> None:
    child = house.records.read(planning.meeting_facts, meeting).child_id
    assert page.back_link.words() == "Back to Mia"
    house.records.change(preparing.add_question, meeting, "Which book?")
    page.back_link.click()
    assert went == [ChildRecord(child)]


def test_the_meeting_can_be_over_at_any_time(page: GetReadyPage, went: list[Place], meeting: int) -> None:
    assert page.after.words() == "The meeting is over"
    page.after.click()
    assert went == [AfterMeeting(meeting)]


def test_after_a_meeting_nobody_is_told_to_be_there(
    page: GetReadyPage, vault: Vault, house: House, meeting: int
) -> None:
    builders.hold(vault, meeting, date(2026, 3, 9))
    page.refresh()
    assert "say so early." not in sentences(page)
    assert "This meeting is over." in sentences(page)
    assert page.after.accessibleName() == "After the meeting"


def test_the_keyboard_stays_on_its_row_when_something_changes(
    page: GetReadyPage, house: House, meeting: int
) -> None:
    row = page.rows[Part.QUESTIONS]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    house.records.change(preparing.add_question, meeting, "Which book?")
    assert page.rows[Part.QUESTIONS] is row
    assert focused(page) is row


def test_a_day_that_has_gone_by_is_said_first_and_nobody_is_told_to_be_there(
    page: GetReadyPage, house: House, meeting: int
) -> None:
    assert "That day has gone by." not in sentences(page)
    house.records.change(planning.set_day, meeting, date(2026, 3, 2))
    assert "That day has gone by." in sentences(page)
    assert "say so early." not in sentences(page)
    assert "Next:" not in sentences(page)


def test_what_the_councils_rule_says_about_being_there_is_said_in_its_words_and_not_twice(
    house: House, show: Show, vault: Vault
) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault, council="Southwark"))
    page = show(GetReadyPage(house, GetReady(meeting)))
    assert "It matters that you are there." not in sentences(page)
    assert page.rule.words() == (
        "Southwark Council’s page, 2017: You are needed. The meeting will not go ahead if you are not there."
    )
    assert page.rule.isVisible()
    assert page.be_there.words() == "If you can’t be there, say so early."
    house.records.change(children.set_council, 1, "Oldham")
    assert not page.rule.isVisible()
    assert page.be_there.words() == "It matters that you are there. If you can’t be, say so early."
