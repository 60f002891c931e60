"""Check before printing: everything played back, with a way to change each part."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carer_app.choices import FamilyThere, HasSeen, NamesAs, OnPaper, Part, PlainQuestion, Reader
from carer_app.errors import DocumentRefused
from carer_app.jobs.draw_sheet import DrawnSheet
from carer_app.paper.content import Section
from carer_app.storage.vault import Vault
from carer_app.texts.question_sets import SheetSection, themes
from carer_app.use_cases import choosing_for_paper, household, planning, preparing, summarising
from tests import builders
from tests.ui.audit import settle
from tests.ui.focus_chain import tab_stops
from tests.ui.preparing_pages import sentences, write
from ui.base.house import House
from ui.base.places import (
    CheckAndPrint,
    EditChild,
    LastMeeting,
    MeetingSheetPlace,
    PasteText,
    Place,
    PreparePart,
)
from ui.paper import live_sheet
from ui.paper.check import CheckPage
from ui.paper.meeting_sheet import MeetingSheetPage
from ui.paper.paste_text import PasteTextPage

Show = Callable[[Any], Any]
WAIT = 20_000
APART = 8


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> CheckPage:
    page: CheckPage = show(CheckPage(house, CheckAndPrint(meeting)))
    page.resize(1150, 700)  # what is left of a window of 1366 beside the side bar
    settle()
    return page


@pytest.fixture
def went(page: CheckPage) -> list[Place]:
    places: list[Place] = []
    page.go.connect(places.append)
    return places


def shown(page: CheckPage) -> list[Section]:
    return [section for section in page.live.paper.parts if isinstance(section, Section)]


def played_back(page: CheckPage) -> str:
    QGuiApplication.processEvents()  # new lines come on screen with the next round of events
    parts = page.live.paper.parts.values()
    return "\n".join([*(part.accessibleName() for part in parts if part.isVisible()), sentences(page)])


def test_with_nothing_written_there_is_nothing_to_print_and_it_says_what_to_do(page: CheckPage) -> None:
    assert "There is nothing on the sheet yet." in sentences(page)
    assert shown(page) == []
    assert not page.rail.see.isEnabled()


def test_what_was_written_is_played_back_in_order_and_whose_words(page: CheckPage, vault: Vault) -> None:
    builders.prepare(vault, page.meeting_id)
    page.records.changed.emit()
    assert shown(page) == [
        Section.CHILD_SAYS, Section.GOING_WELL, Section.HARD_NOW, Section.ASKS, Section.AT_HOME, Section.QUESTIONS,
    ]  # fmt: skip
    words = played_back(page)
    assert "“Playtime is hard. They run off.” Mia said this, the foster carer wrote it down, 8 March" in words
    assert (
        "In tears after lunch twice a week since January. What helps: A job to do with one friend." in words
    )
    assert "A buddy at playtime. (Mr Fox)" in words
    assert "not filled in" not in words.lower()


def test_each_part_can_be_changed_from_here(page: CheckPage, vault: Vault, went: list[Place]) -> None:
    builders.prepare(vault, page.meeting_id)
    page.records.changed.emit()
    names = [part.accessibleName() for part in page.live.paper.parts.values()]
    assert names[0].startswith("Change: Mia says. “Playtime is hard. They run off.”")
    assert len(set(names)) == len(names)
    page.live.paper.parts[Section.ASKS].click()
    page.rail.see.click()
    assert went == [PreparePart(page.meeting_id, Part.HARD_NOW), MeetingSheetPlace(page.meeting_id)]


def test_change_leads_to_where_the_words_were_written(page: CheckPage, went: list[Place]) -> None:
    """One answer of each part, alone on the sheet."""
    for theme in themes():
        question = next(
            each for each in theme.questions if each.sheet not in (SheetSection.ADULTS, SheetSection.MINE)
        )
        page.records.change(preparing.write_answer, page.meeting_id, question.key, "Some words.")
        settle()
        [section] = shown(page)
        way = page.live.paper.parts[section]
        assert way.isVisible()
        assert way.accessibleName().startswith("Change: ")
        assert way.accessibleName().endswith("Some words.")
        way.click()
        page.records.change(preparing.write_answer, page.meeting_id, question.key, "")
    assert went == [PreparePart(page.meeting_id, theme.part) for theme in themes()]


def test_where_words_come_from_two_parts_each_way_says_where_it_leads(
    page: CheckPage, vault: Vault, went: list[Place]
) -> None:
    builders.prepare(vault, page.meeting_id)
    page.records.change(preparing.write_answer, page.meeting_id, "support.not_given", "speech and language")
    settle()
    ways = page.live.rows[Section.ASKS].changes.values()
    words = ["Change: Extra help, SEN and EHCP", "Change: What makes school hard just now"]
    assert [way.words() for way in ways] == words
    menu = page.live.menu(Section.ASKS)
    assert [action.text() for action in menu.actions()] == words
    for way, action in zip(ways, menu.actions(), strict=True):
        assert way.accessibleName() == f"{way.words()} (What we ask for)"
        way.click()
        action.trigger()
    assert went == [
        PreparePart(page.meeting_id, part)
        for part in (Part.SUPPORT, Part.SUPPORT, Part.HARD_NOW, Part.HARD_NOW)
    ]


def test_what_was_agreed_before_and_a_reviews_day_lead_to_where_they_stand(
    house: House, show: Show, vault: Vault
) -> None:
    child = builders.add_child(vault, review_on=date(2026, 4, 20))
    builders.hold(vault, builders.add_meeting(vault, child, date(2026, 3, 9)))
    meeting = builders.add_meeting(vault, child, uid="uid-2")
    page: CheckPage = show(CheckPage(house, CheckAndPrint(meeting)))
    went: list[Place] = []
    page.go.connect(went.append)
    assert shown(page) == [Section.LAST_TIME, Section.DATES]
    for part in page.live.paper.parts.values():
        part.click()
    assert went == [LastMeeting(meeting), EditChild(child, "dates")]


def test_the_sheet_is_drawn_each_part_where_its_words_are_and_stays_current(
    page: CheckPage, vault: Vault, went: list[Place], qtbot: QtBot
) -> None:
    builders.prepare(vault, page.meeting_id)
    page.records.changed.emit()
    paper = page.live.paper
    qtbot.waitUntil(lambda: paper.is_drawn, timeout=WAIT)
    parts = list(paper.parts.values())
    for above, below in pairwise(parts):
        assert above.y() + above.height() + APART <= below.y()
    part = paper.parts[Section.GOING_WELL]
    assert paper.childAt(part.geometry().center()) is part
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    QTest.keyClick(part, Qt.Key.Key_Return)
    assert went == [PreparePart(page.meeting_id, Part.GOING_WELL)] * 2
    assert [stop for stop in tab_stops(page) if stop in parts] == parts
    page.records.change(preparing.write_answer, page.meeting_id, PlainQuestion.WELL_AT_SCHOOL, "")
    page.records.change(preparing.write_answer, page.meeting_id, "days.appointments", "Asthma clinic.")
    assert paper.parts[Section.GOING_WELL] is part
    qtbot.waitUntil(lambda: all(each.is_drawn for each in paper.parts.values()), timeout=WAIT)
    assert Section.DATES in paper.parts


def test_print_stays_in_sight_beside_the_sheet_and_above_its_plain_rows(
    page: CheckPage, vault: Vault
) -> None:
    builders.prepare(vault, page.meeting_id)
    page.records.changed.emit()
    page.rail.choices.row(FamilyThere.YES).click()
    for width, drawn in ((1150, True), (700, False)):
        page.resize(width, 700)
        settle()
        bar = page.body.verticalScrollBar()
        bar.setValue(bar.maximum())
        settle()
        assert page.rail.see.visibleRegion().boundingRect() == page.rail.see.rect()
        assert page.live.paper.isVisible() == drawn
        assert page.live.rows[Section.ASKS].isVisible() != drawn


def test_the_text_size_on_paper_stands_above_the_sheet_in_one_row_with_the_reader_and_comes_along(
    page: CheckPage, vault: Vault, went: list[Place], qtbot: QtBot
) -> None:
    builders.prepare(vault, page.meeting_id)
    page.records.changed.emit()
    settle()
    paper = page.live.paper
    qtbot.waitUntil(lambda: paper.is_drawn, timeout=WAIT)
    before = [part.geometry() for part in paper.in_order()]
    assert page.sizes.value() == "12"
    assert page.read.mapTo(page, page.read.rect().bottomLeft()).y() > page.sizes.mapTo(page, QPoint()).y()
    assert page.read.mapTo(page, QPoint()).y() < page.sizes.mapTo(page, page.sizes.rect().bottomLeft()).y()
    page.sizes.row("18").click()
    assert paper.is_drawn, "the sheet before is seen until the new one is there"
    qtbot.waitUntil(lambda: [part.geometry() for part in paper.in_order()] != before, timeout=WAIT)
    page.rail.see.click()
    assert went == [MeetingSheetPlace(page.meeting_id, 18)]
    sheet = MeetingSheetPage(page.house, MeetingSheetPlace(page.meeting_id, 18))
    sheet.show_now()
    assert sheet.sizes.value() == "18"


def test_what_cannot_be_drawn_is_shown_as_rows(
    page: CheckPage, vault: Vault, went: list[Place], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_sheet: object, _pixels: int, _size: object) -> DrawnSheet:
        raise DocumentRefused("It cannot be drawn.")

    monkeypatch.setattr(live_sheet, "draw_sheet", refused)
    builders.prepare(vault, page.meeting_id)
    page.records.changed.emit()
    row = page.live.rows[Section.GOING_WELL]
    qtbot.waitUntil(row.isVisible, timeout=WAIT)
    [change] = row.changes.values()
    assert change.accessibleName() == "Change: Going well"
    change.click()
    assert went == [PreparePart(page.meeting_id, Part.GOING_WELL)]


def test_a_long_list_gets_a_kind_word_but_is_printed_whole(page: CheckPage, vault: Vault) -> None:
    for number in range(4):
        page.records.change(preparing.add_question, page.meeting_id, f"Question {number}")
    assert page.live.many.isVisible()
    assert "Question 3" in played_back(page)


def test_the_carers_name_and_whether_the_child_has_seen_it_go_into_the_opening_lines(page: CheckPage) -> None:
    page.beneath.mine.button.click()
    write(page.beneath.who, "Sam")
    assert page.records.read(household.own_name) == "Sam"
    page.beneath.seen.row(HasSeen.YES).click()
    assert "Written by Sam (foster carer) on 10 March · Mia has seen this: yes" in page.live.head.words()


def test_the_three_things_are_kept_as_typed(page: CheckPage) -> None:
    page.beneath.mine.button.click()
    write(page.beneath.three, "Thank you for the reading group.")
    stored = page.records.read(preparing.answers_of, page.meeting_id, "check")
    assert stored[PlainQuestion.THREE_THINGS] == "Thank you for the reading group."


def test_with_family_there_what_is_not_for_family_is_left_off_and_said(page: CheckPage, vault: Vault) -> None:
    page.records.change(
        preparing.write_answer, page.meeting_id, "days.appointments", "Asthma clinic on Mondays."
    )
    builders.prepare(vault, page.meeting_id)
    page.records.changed.emit()
    assert "Asthma" in played_back(page)
    for answer in (FamilyThere.YES, FamilyThere.NOT_SURE):
        page.rail.choices.row(answer).click()
        assert "Asthma" not in played_back(page)
        assert "Left off, because family may read it: Appointments in school time" in played_back(page)
    page.rail.choices.row(FamilyThere.NO).click()
    assert "Asthma" in played_back(page)
    assert not page.not_for_family.isVisible()


def test_names_of_others_are_noticed_and_what_is_chosen_is_played_back(page: CheckPage) -> None:
    assert not page.beneath.names.isVisible()
    page.records.change(
        preparing.write_answer, page.meeting_id, PlainQuestion.WELL_AT_SCHOOL, "Plays with Jayden."
    )
    assert "On this sheet: Jayden." in played_back(page)
    # Who is to be asked, and who reads it, is said before anything is printed.
    assert "Ask before you print." in sentences(page)
    assert "Everyone at the meeting may read this." in sentences(page)
    page.beneath.names.rows["Jayden"].row(OnPaper.INITIAL).click()
    words = played_back(page)
    assert "School: Plays with J." in words
    assert "On this sheet: Jayden." in words
    page.records.change(preparing.write_answer, page.meeting_id, PlainQuestion.WELL_AT_SCHOOL, "Plays.")
    assert not page.beneath.names.isVisible()


def test_not_seen_yet_has_room_for_a_reason_that_is_not_for_the_table(page: CheckPage) -> None:
    assert not page.beneath.why_not.isVisible()
    page.beneath.seen.row(HasSeen.NOT_YET).click()
    write(page.beneath.because, "she was poorly")
    assert "Mia has seen this: not yet" in page.live.head.words()
    assert "poorly" not in page.live.head.words()
    mine = page.records.read(summarising.my_sheet, page.meeting_id, page.today())
    assert [(item.label, item.what) for item in mine.only_here] == [
        ("Mia has seen this: not yet", "she was poorly")
    ]
    page.beneath.seen.row(HasSeen.YES).click()
    assert not page.beneath.why_not.isVisible()
    assert not page.records.read(summarising.my_sheet, page.meeting_id, page.today()).only_here


def test_the_quiet_look_suggests_leads_there_and_holds_nothing_up(page: CheckPage, went: list[Place]) -> None:
    page.records.change(preparing.add_question, page.meeting_id, "Who is the new tutor?")
    assert page.beneath.quiet.isVisible()
    page.beneath.quiet.button.click()
    assert "You can print now." in sentences(page)
    assert page.rail.see.isEnabled()
    by_part = {suggestion.part: button for suggestion, button in page.beneath.quiet.buttons.items()}
    by_part[Part.GOING_WELL].click()
    assert went == [PreparePart(page.meeting_id, Part.GOING_WELL)]
    page.records.change(preparing.write_answer, page.meeting_id, PlainQuestion.WELL_AT_SCHOOL, "Loves art.")
    assert "What goes well is still empty" not in played_back(page)


def test_the_text_to_paste_is_copied_a_piece_at_a_time(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    builders.prepare(vault, meeting)
    paste: PasteTextPage = show(PasteTextPage(house, PasteText(meeting)))
    settle()
    [asks] = [card for card in paste.cards if card.heading and card.heading.words() == "What we ask for"]
    heard: list[str] = []
    paste.said.connect(heard.append)
    asks.copy.click()
    assert QGuiApplication.clipboard().text() == "A buddy at playtime. (Mr Fox)"
    assert heard == ["Copied: What we ask for"]


def test_how_much_is_too_long_for_a_box_is_said_and_nothing_is_cut_off(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    builders.prepare(vault, meeting)
    words = " ".join(f"word{number}" for number in range(70))
    house.records.change(preparing.write_answer, meeting, PlainQuestion.CLUBS, words)
    paste: PasteTextPage = show(PasteTextPage(house, PasteText(meeting)))
    settle()

    def home() -> list[str]:
        cards = [card for card in paste.cards if card.piece.heading == "What we do at home"]
        return [f"{card.piece.text} | {card.about.words()}" for card in cards]

    paste.most.row("250").click()
    settle()
    first, *others = home()
    whole = paste.cards[[card.piece.heading for card in paste.cards].index("What we do at home")].piece.whole
    assert f"The whole part is {whole - 250} characters too long for one box." in first
    assert "Box: Carer’s views." in first
    told = " ".join(" ".join((first, *others)).split())
    assert [word for word in words.split() if word not in told] == []
    paste.most.row("1000").click()
    settle()
    [first] = home()
    assert "too long" not in first


def test_what_is_left_out_on_paper_cannot_be_copied_either(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    builders.prepare(vault, meeting)
    child = house.records.read(planning.meeting_facts, meeting).child_id
    change = house.records.change
    change(choosing_for_paper.leave_out, child, Reader.MEETING, "Mia says", True)
    change(choosing_for_paper.name_as, child, Reader.MEETING, NamesAs.CHILD_LETTER)
    paste: PasteTextPage = show(PasteTextPage(house, PasteText(meeting)))
    settle()
    assert "Mia says" not in [card.piece.heading for card in paste.cards]
    assert not any("Mia" in card.piece.text or "run off" in card.piece.text for card in paste.cards)
    assert paste.left_out.words().startswith("Left out, as on paper: the part “Mia says”")


def test_pieces_that_were_copied_are_marked_also_after_coming_back(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    builders.prepare(vault, meeting)
    paste: PasteTextPage = show(PasteTextPage(house, PasteText(meeting)))
    settle()
    first, second = paste.cards[:2]
    assert not first.tag.isVisible()
    first.copy.click()
    assert first.tag.isVisible()
    assert first.copy.words() == "Copy again"
    assert first.copy.accessibleName().startswith("Copy again: ")
    assert not second.tag.isVisible()
    house.records.change(preparing.write_answer, meeting, PlainQuestion.CLUBS, "Cubs and chess.")
    settle()
    marked = [card.piece.heading for card in paste.cards if card.tag.isVisible()]
    assert marked == [first.piece.heading], "a piece that stayed the same stays marked; a changed one is new"
