"""Beside a sheet: what goes on it is chosen for whoever gets it, and what was left out stands in sight."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from carer_app.choices import ForWhom, KeptBack, NamesAs, PlainQuestion, Reader
from carer_app.storage.vault import Vault
from carer_app.use_cases import household, preparing
from tests import builders
from tests.builders import do
from ui.base.house import House
from ui.base.places import EducationOnPaper, MeetingSheetPlace
from ui.paper.meeting_sheet import MeetingSheetPage
from ui.paper.one_sheet import SHEETS, OneSheetPage
from ui.paper.sheet_page import SheetPage
from ui.paper.what_goes_on import ChosenInside, WhatGoesOn

Show = Callable[[Any], Any]
WAIT = 20_000
LINE = "Zqayden walks home with her."
NOTHING_TO_LEAVE_OUT = {"NumbersSlipPlace", "WhomToAskInTurn", "WhatIHoldPlace"}


@pytest.fixture
def meeting(vault: Vault) -> int:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    builders.prepare(vault, meeting)
    do(vault, household.set_own_name, "Sqam")
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_HOME, LINE)
    return meeting


@pytest.fixture
def page(house: House, show: Show, meeting: int, qtbot: QtBot) -> MeetingSheetPage:
    page: MeetingSheetPage = show(MeetingSheetPage(house, MeetingSheetPlace(meeting)))
    qtbot.waitUntil(lambda: page.view.shown is not None, timeout=WAIT)
    return page


def goes(page: SheetPage) -> WhatGoesOn:
    assert page.goes is not None
    return page.goes


def opened(page: SheetPage) -> ChosenInside:
    goes(page).opens.open(True)
    inside = goes(page).inside
    assert inside is not None
    return inside


def text_after(qtbot: QtBot, page: SheetPage, change: Callable[[], object]) -> str:
    before = page.view.shown
    change()
    qtbot.waitUntil(lambda: page.view.shown is not None and page.view.shown is not before, timeout=WAIT)
    assert page.view.shown is not None
    pages = PdfReader(BytesIO(page.view.shown.data)).pages
    return " ".join(" ".join(each.extract_text() for each in pages).split())


def test_what_was_left_out_is_said_and_is_gone(page: MeetingSheetPage, qtbot: QtBot) -> None:
    assert goes(page).opens.button.text() == "What goes on it: everything"
    inside = opened(page)
    words = text_after(qtbot, page, inside.ticks[KeptBack.SCHOOL].click)
    assert "Riverside" not in words
    assert "[school]" in words
    assert goes(page).left_out.words().startswith("Left out: The school.")


def test_a_part_can_be_left_out_and_put_back(page: MeetingSheetPage, qtbot: QtBot) -> None:
    inside = opened(page)
    assert "Questions for school" in inside.parts
    words = text_after(qtbot, page, inside.parts["Questions for school"].click)
    assert "Questions for school" not in words
    assert goes(page).left_out.words() == "Left out: the part “Questions for school”."
    words = text_after(qtbot, page, inside.parts["Questions for school"].click)
    assert "Questions for school" in words


def test_names_can_be_first_letters(page: MeetingSheetPage, qtbot: QtBot) -> None:
    words = text_after(qtbot, page, opened(page).names.row(NamesAs.CHILD_LETTER).click)
    assert "Mia" not in words
    assert words.startswith("M. · notes from home")


def test_each_reader_has_their_own_choice(page: MeetingSheetPage, qtbot: QtBot) -> None:
    inside = opened(page)
    text_after(qtbot, page, inside.ticks[KeptBack.SCHOOL].click)
    at = inside.readers.findData(Reader.SOCIAL_WORKER)
    inside.readers.setCurrentIndex(at)
    words = text_after(qtbot, page, lambda: inside.readers.activated.emit(at))
    assert "Riverside" in words
    assert inside.ticks[KeptBack.SCHOOL].isChecked()


def test_the_childs_own_sheet_begins_with_what_was_chosen_for_the_child(
    page: MeetingSheetPage, qtbot: QtBot
) -> None:
    text_after(qtbot, page, opened(page).ticks[KeptBack.SCHOOL].click)
    text_after(qtbot, page, lambda: page.for_whom.row(ForWhom.CHILD).click())
    assert goes(page).reader == Reader.CHILD
    assert goes(page).left_out.isHidden()


def test_a_line_that_may_tell_too_much_is_shown_and_can_go(page: MeetingSheetPage, qtbot: QtBot) -> None:
    inside = opened(page)
    assert inside.lines.isHidden()
    text_after(qtbot, page, inside.ticks[KeptBack.HOME].click)
    assert "to read once more" in goes(page).left_out.words()
    words = text_after(qtbot, page, inside.lines.row(LINE).button.click)
    assert "Zqayden" not in words
    assert inside.lines.row(LINE).button.text() == "Put it back"
    words = text_after(qtbot, page, inside.lines.row(LINE).button.click)
    assert "Zqayden" in words


def test_what_was_chosen_is_there_the_next_time(
    page: MeetingSheetPage, house: House, show: Show, meeting: int, qtbot: QtBot
) -> None:
    text_after(qtbot, page, opened(page).ticks[KeptBack.SCHOOL].click)
    again: MeetingSheetPage = show(MeetingSheetPage(house, MeetingSheetPlace(meeting)))
    assert goes(again).left_out.words().startswith("Left out: The school.")
    assert not opened(again).ticks[KeptBack.SCHOOL].isChecked()


def test_a_sheet_about_a_child_alone_has_the_same_choices(house: House, show: Show, vault: Vault) -> None:
    child = builders.add_child(vault)
    page: OneSheetPage = show(OneSheetPage(house, EducationOnPaper(child)))
    assert goes(page).reader == Reader.SCHOOL


def test_whatever_can_be_handed_over_about_a_child_can_be_chosen() -> None:
    about = {place.__name__ for place in SHEETS if {"child_id", "meeting_id"} & set(place.made_of)}
    assert {place.__name__ for place, sheet in SHEETS.items() if sheet.reader is not None} == (
        about - NOTHING_TO_LEAVE_OUT
    )
