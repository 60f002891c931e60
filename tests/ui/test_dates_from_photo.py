"""A school's dates come from a photo of a newsletter: read by a machine, said to be that, and checked as any."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from carer_app.imports import words_by_tesseract
from carer_app.jobs import read_term_dates
from carer_app.storage.vault import Vault
from tests import builders, photographed
from tests.ui.children_pages import journey, school_of
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import CheckDates, PasteDates
from ui.children.check_dates import CheckDatesPage
from ui.children.paste_dates import PasteDatesPage

Show = Callable[[Any], Any]


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, school: int) -> PasteDatesPage:
    made: PasteDatesPage = show(PasteDatesPage(house, PasteDates(school)))
    return made


def test_a_photographed_newsletter_leads_to_its_dates_and_they_are_said_to_be_read_by_a_machine(
    page: PasteDatesPage, house: House, show: Show, school: int, qtbot: QtBot, tmp_path: Path
) -> None:
    went = journey(page)
    with qtbot.waitSignal(page.was_read, timeout=120_000):
        page.take_photo(str(photographed.newsletter(tmp_path)))
    assert went == [CheckDates(school)]
    assert "Autumn term ends\tFriday 18 December 2026" in page.text.toPlainText()
    check = show(CheckDatesPage(house, CheckDates(school)))
    assert "A machine read these dates from a photo" in sentences(check)


def test_what_was_in_the_box_stays_and_what_is_typed_afterwards_is_nobody_elses(
    page: PasteDatesPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(read_term_dates, "words_of_photo", lambda _path: "Half term\t26 to 30 October 2026")
    page.text.setPlainText("Autumn term begins 1 September 2026")
    with qtbot.waitSignal(page.was_read, timeout=20_000):
        page.take_photo("newsletter.jpg")
    assert page.text.toPlainText() == "Autumn term begins 1 September 2026\nHalf term\t26 to 30 October 2026"
    assert page.source == "a photo, whose words a machine read"
    page.text.setPlainText("Autumn term begins 1 September 2026")
    page._on_read()
    assert page.source == "the text you pasted"


def test_a_photo_without_words_is_told_and_the_box_stays(
    page: PasteDatesPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(read_term_dates, "words_of_photo", lambda _path: "")
    with qtbot.waitSignal(page.was_read, timeout=20_000):
        page.take_photo("dog.jpg")
    assert page.found.words().startswith("The machine found no words in that photo.")
    assert page.text.toPlainText() == ""


def test_where_nothing_reads_photos_one_line_says_so(
    page: PasteDatesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words_by_tesseract, "PLACES", ())
    page.choose_photo.click()
    assert page.found.words().startswith("No program on this computer reads words in a photo.")
