"""Leaflets and words on screen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from carer_app.choices import Role
from carer_app.storage.vault import Vault
from carer_app.texts import glossary
from carer_app.texts.leaflets import leaflets
from carer_app.use_cases import leaflet_sheets, planning
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import open_everything, sentences
from ui.base.house import House
from ui.base.places import Help, LeafletPlace, Leaflets, LeafletToPrint, Place, TellTheChild, Words
from ui.help.help import HelpPage
from ui.leaflets.leaflet import LeafletPage
from ui.leaflets.leaflets import LeafletsPage
from ui.leaflets.words_explained import WordsPage
from ui.paper.one_sheet import OneSheetPage
from ui.preparation.tell_words import WordsToSayPage

Show = Callable[[Any], Any]


def test_every_leaflet_is_one_press_away_and_the_words_too(house: House, show: Show) -> None:
    page: LeafletsPage = show(LeafletsPage(house, Leaflets()))
    went: list[Place] = []
    page.go.connect(went.append)
    for row in page.rows.values():
        row.click()
    page.words.click()
    assert went == [*(LeafletPlace(each.key) for each in leaflets()), Words()]


def test_a_leaflet_is_read_whole_and_leads_to_its_page(house: House, show: Show) -> None:
    page: LeafletPage = show(LeafletPage(house, LeafletPlace("your_part")))
    open_everything(page)
    settle()
    words = sentences(page)
    for text in page.leaflet.texts()[1:]:
        assert text in words
    went: list[Place] = []
    page.go.connect(went.append)
    page.to_print.click()
    assert went == [LeafletToPrint("your_part")]


@pytest.mark.parametrize("key", [each.key for each in leaflets()])
def test_every_leaflet_ends_with_the_day_on_screen_and_on_paper(house: House, show: Show, key: str) -> None:
    page: LeafletPage = show(LeafletPage(house, LeafletPlace(key)))
    open_everything(page)
    settle()
    [day, *_sources] = leaflet_sheets.end_of(page.leaflet)
    assert day.startswith("Rules and numbers as we had them on ")
    assert day in sentences(page)
    assert leaflet_sheets.leaflet_sheet(key, house.today()).end[0] == day


def test_what_to_do_with_a_worry_says_its_day_on_the_help_page_too(house: House, show: Show) -> None:
    page: HelpPage = show(HelpPage(house, Help()))
    page.then.button.click()
    [worried] = [each for each in leaflets() if each.key == "something_worrying"]
    assert leaflet_sheets.end_of(worried)[0] in sentences(page)


def test_money_on_a_page_is_true_on_the_day_it_is_read(house: House, show: Show) -> None:
    days = [date(2026, 3, 10)]
    page: WordsPage = show(WordsPage(replace(house, today=lambda: days[-1]), Words()))
    page.wanted.setText("Pupil Premium Plus")
    assert "it was £2,630 for each child." in sentences(page)
    assert "That year is over." not in page.entries[glossary.search("PP+")[0]].means.words()
    days.append(date(2026, 4, 1))
    page.refresh()
    assert "That year is over. Ask the virtual school what it is now." in sentences(page)


def test_a_telephone_number_stays_in_one_piece_on_screen(house: House, show: Show) -> None:
    page: LeafletPage = show(LeafletPage(house, LeafletPlace("who_is_who")))
    open_everything(page)
    settle()
    assert "0800\u00a0528\u00a00731" in sentences(page)


def test_the_page_to_print_begins_in_the_leaflets_own_size(house: House, show: Show, qtbot: QtBot) -> None:
    page: OneSheetPage = show(OneSheetPage(house, LeafletToPrint("children_3_to_6")))
    qtbot.waitUntil(lambda: page.rail.print.isEnabled(), timeout=20_000)
    assert page.sizes.value() == "18"
    assert page.view.file_name == "Leaflet.pdf"


def test_a_word_is_found_by_a_part_of_it_or_of_what_it_means(house: House, show: Show) -> None:
    page: WordsPage = show(WordsPage(house, Words()))
    page.wanted.setText("money")
    assert any(name.startswith("Pupil Premium Plus") for name in _names(page))
    assert "Designated teacher (DT)" not in _names(page)
    page.wanted.setText("qqq")
    assert "That word is not in the list." in sentences(page)
    page.wanted.setText("")
    assert "Designated teacher (DT)" in _names(page)


def test_few_words_that_were_found_are_explained_at_once(house: House, show: Show) -> None:
    page: WordsPage = show(WordsPage(house, Words()))
    [senco, *_others] = glossary.search("SENCO")
    assert not page.entries[senco].more.is_open
    page.wanted.setText("SENCO")
    assert page.entries[senco].more.is_open
    page.wanted.setText("")
    page.entries[senco].more.button.click()
    assert senco.means_on(house.today()) in sentences(page)


def test_words_on_a_page_are_explained_on_the_spot_and_put_away_again(
    house: House, show: Show, vault: Vault
) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    with vault.work() as session:
        planning.add_attendee(session, meeting, "Ms Ali", Role.SOCIAL_WORKER)
    page: WordsToSayPage = show(WordsToSayPage(house, TellTheChild(meeting, 2)))
    settle()
    assert page.explained is not None
    by_name = {word.word: button for word, button in page.explained.buttons.items()}
    assert {"social worker", "personal education plan"} <= set(by_name)
    by_name["social worker"].click()
    assert page.explained.means.words().startswith("Social worker: The person at the council")
    by_name["social worker"].click()
    assert not page.explained.means.isVisible()


def _names(page: WordsPage) -> set[str]:
    return {entry.name for entry in page.entries.values() if entry.isVisible()}


@pytest.mark.parametrize(
    ("typed", "first"),
    [("EHCP", "Education, health and care plan"), ("PEP", "Personal education plan"), ("SENCO", "SENCO")],
)
def test_the_word_itself_stands_before_words_that_only_speak_of_it(
    house: House, show: Show, typed: str, first: str
) -> None:
    page: WordsPage = show(WordsPage(house, Words()))
    page.wanted.setText(typed)
    settle()
    shown = sorted(
        (entry for entry in page.entries.values() if entry.isVisible()), key=lambda entry: entry.y()
    )
    assert shown[0].name.startswith(first)
    page.wanted.setText("")
    settle()
    everything = sorted(page.entries.values(), key=lambda entry: entry.y())
    assert everything == [page.entries[word] for word in glossary.words()]
