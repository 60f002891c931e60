"""Search: what is typed is looked for as one types, by child, and every find leads to its place."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carer_app.choices import NoteKind, PlainQuestion
from carer_app.storage.vault import Vault
from carer_app.use_cases import paper_words, putting_off, searching, writing_notes
from carer_app.use_cases.paper_words import WordsOfPage
from carer_app.use_cases.recording_the_meeting import WRITTEN_AFTER, write_school_said
from carer_app.use_cases.writing_notes import NewNote
from tests import builders, canaries
from tests.builders import TODAY, do, read
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    FirstWeek,
    NotAsPlanned,
    NotesOf,
    Place,
    SchoolCardPlace,
    SearchPlace,
    TimeWithoutSchool,
    every_place,
)
from ui.parts.kept_text import KeptText
from ui.search.search import SearchPage
from ui.search.where import place_of

Show = Callable[[Page], Any]


@pytest.fixture
def ids(vault: Vault) -> dict[str, Any]:
    ids = builders.ordinary_household(vault)
    builders.file_a_copy(vault, ids["over"])
    return ids


@pytest.fixture
def page(house: House, show: Show, ids: dict[str, Any], qtbot: QtBot) -> SearchPage:
    page: SearchPage = show(SearchPage(house, SearchPlace()))
    house.records._background.finish()
    return page


def type_and_wait(page: SearchPage, qtbot: QtBot, words: str) -> None:
    page.box.clear()
    QTest.keyClicks(page.box, words)
    page.look()


def shown(page: SearchPage) -> list[str]:
    return [line.words() for number in page.found.ids() for line in lines(page, number)]


def lines(page: SearchPage, child_id: int) -> list[Any]:
    rows = page.found.row(child_id)._lines
    return [rows.row(row_id) for row_id in rows.ids()]


def test_what_is_typed_is_found_under_its_child(page: SearchPage, qtbot: QtBot, ids: dict[str, Any]) -> None:
    type_and_wait(page, qtbot, "ali")
    assert set(page.found.ids()) == {ids["mia"], ids["jordan"]}
    for number in page.found.ids():
        name = page.found.row(number)._name.words()
        assert all(line.detail().endswith(name[0].lower() + name[1:]) for line in lines(page, number))


def test_nothing_found_is_said_and_so_is_a_word_that_was_read_as_another(
    page: SearchPage, qtbot: QtBot
) -> None:
    type_and_wait(page, qtbot, "qqqqqq")
    assert page.told.words().startswith("Nothing was found for “qqqqqq”. Try a shorter word.")
    assert shown(page) == []
    type_and_wait(page, qtbot, "")
    assert not page.told.isVisible()


def test_a_paper_whose_words_are_not_known_is_not_taken_for_searched(
    page: SearchPage, house: House, qtbot: QtBot
) -> None:
    type_and_wait(page, qtbot, "qqqqqq")
    assert page.told.words().endswith(
        "1 paper has pages whose words are not known here, so they were not looked through."
    )
    (paper,) = house.records.read(paper_words.to_read)
    pages = tuple(WordsOfPage(number, "words") for number in range(1, 9))
    house.records.change(paper_words.keep_words, paper.id, pages)
    qtbot.waitUntil(lambda: page.told.words() == "Nothing was found for “qqqqqq”. Try a shorter word.")


def test_what_is_written_meanwhile_is_found_when_the_page_reads_again(
    page: SearchPage, house: House, qtbot: QtBot, ids: dict[str, Any]
) -> None:
    type_and_wait(page, qtbot, "xylophone")
    assert shown(page) == []
    note = NewNote(NoteKind.GOOD_NEWS, TODAY, "Played the xylophone", "", "SC")
    house.records.change(writing_notes.add_note, ids["mia"], note)
    qtbot.waitUntil(lambda: shown(page) == ["Played the xylophone"])
    went: list[Place] = []
    page.go.connect(went.append)
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    first = page.window().focusWidget()
    assert first is page.found.first_box(0)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert went == [NotesOf(ids["mia"])]


def test_locking_forgets_what_was_looked_through(page: SearchPage, house: House, qtbot: QtBot) -> None:
    type_and_wait(page, qtbot, "ali")
    house.records.close()
    assert page._search is None
    assert page._lines is None


def test_whatever_is_found_leads_to_a_place_of_that_child_or_meeting(
    vault: Vault, ids: dict[str, Any]
) -> None:
    canaries.plant(vault)
    known = {type(place) for place in every_place(1, 1, 1, 1, 1, 1, 1)}
    for line in read(vault, searching.everything_to_search):
        assert type(place_of(line)) in known


def test_a_line_of_a_list_leads_to_its_own_list(vault: Vault, ids: dict[str, Any]) -> None:
    days = builders.write_days(vault, ids["mia"])
    found = {line.words: line for line in read(vault, searching.everything_to_search)}
    card, week = found["Sam, 07700 900123"], found["Ten minutes with a book."]
    assert (card.what, week.what) == ("School card · Ring first", "First week · What calms, and what upsets")
    assert (place_of(card), place_of(week)) == (SchoolCardPlace(ids["mia"]), FirstWeek(ids["mia"]))
    sent = found["A hard morning after the weekend."]
    assert place_of(sent) == TimeWithoutSchool(ids["mia"], sent.id)
    assert sent.id != days


@pytest.mark.parametrize("question", [*WRITTEN_AFTER, PlainQuestion.COULD_NOT_GO])
def test_what_was_written_after_a_meeting_is_found_on_the_page_that_has_its_box(
    house: House, show: Show, vault: Vault, ids: dict[str, Any], question: PlainQuestion
) -> None:
    do(vault, write_school_said, ids["over"], question, "Aardvarks")
    [line] = [each for each in read(vault, searching.everything_to_search) if each.words == "Aardvarks"]
    place = place_of(line)
    module, _colon, name = place.page.partition(":")
    page = show(getattr(import_module(module), name)(house, place))
    assert "Aardvarks" in [box.text() for box in page.findChildren(KeptText) if box.isVisible()]


def test_why_a_meeting_was_put_off_is_found_where_it_is_written(vault: Vault, ids: dict[str, Any]) -> None:
    do(vault, putting_off.put_off_meeting, ids["coming"], TODAY)
    [put_off] = read(vault, putting_off.times_put_off, ids["coming"])
    do(vault, putting_off.write_why, put_off.id, "Aardvarks")
    [line] = [each for each in read(vault, searching.everything_to_search) if each.words == "Aardvarks"]
    assert place_of(line) == NotAsPlanned(ids["coming"])
