"""Writing a note from anywhere, a child's notes, and notes offered where they belong."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest

from carer_app.choices import NoteKind, Part
from carer_app.domain.draft import Draft
from carer_app.storage.vault import Vault
from carer_app.use_cases import household, preparing, writing_notes
from carer_app.use_cases.about_a_child import rows_about
from carer_app.use_cases.writing_notes import NewNote, NoteRow
from tests import builders
from tests.builders import TODAY
from tests.ui.audit import settle
from tests.ui.preparing_pages import part_page, sentences, type_day, write
from ui.base.house import House
from ui.base.places import AskQuestion, NotesOf, Place, ShortWayPlace, WriteNote
from ui.notes.notes_of import NotesOfPage
from ui.notes.write_note import WriteNotePage
from ui.preparation.ask import AskPage
from ui.preparation.hard_now import HardNowPage
from ui.preparation.short_way_child import GoingWellPage
from ui.preparation.short_way_school import HardestPage

Show = Callable[[Any], Any]


@pytest.fixture
def child(vault: Vault) -> int:
    return builders.add_child(vault)


@pytest.fixture
def meeting(vault: Vault, child: int) -> int:
    return builders.add_meeting(vault, child)


@pytest.fixture
def page(house: House, show: Show, child: int) -> WriteNotePage:
    page: WriteNotePage = show(WriteNotePage(house, WriteNote()))
    settle()
    return page


def notes(house: House, child: int = 1) -> list[NoteRow]:
    return house.records.read(writing_notes.notes_of, child)


def add(house: House, seen: str, kind: NoteKind = NoteKind.GOOD_NEWS, think: str = "") -> None:
    house.records.change(writing_notes.add_note, 1, NewNote(kind, TODAY, seen, think))


def test_one_can_type_at_once_and_keep_it(page: WriteNotePage, house: House) -> None:
    assert page.first_field() is page.seen
    write(page.seen, "Read to the dog")
    page.kind.row(NoteKind.GOOD_NEWS).click()
    heard: list[str] = []
    page.said.connect(heard.append)
    page.keep.click()
    [row] = notes(house)
    assert (row.seen, row.kind, row.on_day) == ("Read to the dog", NoteKind.GOOD_NEWS, TODAY)
    assert heard == ["Kept, for 10 March. You can write another one."]
    assert page.seen.text() == ""
    assert page.kind.value() == NoteKind.HOME


def test_half_typed_it_is_kept_and_there_again(page: WriteNotePage, house: House, show: Show) -> None:
    write(page.seen, "Half a sen")
    write(page.think, "Perhaps")
    page.kind.row(NoteKind.WORRY).click()
    again: WriteNotePage = show(WriteNotePage(house, WriteNote()))
    assert (again.seen.text(), again.think.text(), again.kind.value()) == (
        "Half a sen",
        "Perhaps",
        NoteKind.WORRY,
    )
    assert notes(house) == []


def test_an_empty_note_is_said_and_leaves_no_row(page: WriteNotePage, house: House) -> None:
    page.keep.click()
    assert "Write a few words first." in sentences(page)
    assert notes(house) == []


def test_with_two_children_nobody_is_guessed(house: House, show: Show, vault: Vault, child: int) -> None:
    other = builders.add_child(vault, "Jordan")
    page: WriteNotePage = show(WriteNotePage(house, WriteNote()))
    settle()
    write(page.seen, "Swam")
    page.keep.click()
    assert "Choose whom it is about." in sentences(page)
    assert notes(house, child) == notes(house, other) == []
    assert house.records.read(rows_about, Draft, other) == []
    page.whose.row(str(other)).click()
    half_typed = house.records.read(rows_about, Draft, other)
    assert "Swam" in [draft.text for draft in half_typed], "from now on it is about Jordan"
    page.keep.click()
    assert [row.seen for row in notes(house, other)] == ["Swam"]
    assert notes(house, child) == []


def test_from_a_childs_own_page_it_is_about_that_child(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    other = builders.add_child(vault, "Jordan")
    page: WriteNotePage = show(WriteNotePage(house, WriteNote(other)))
    settle()
    write(page.seen, "Swam")
    page.keep.click()
    assert [row.seen for row in notes(house, other)] == ["Swam"]


def test_initials_are_put_in_and_can_be_changed(house: House, show: Show, child: int) -> None:
    house.records.change(household.set_own_name, "Sam Kaye")
    page: WriteNotePage = show(WriteNotePage(house, WriteNote()))
    assert page.by.text() == "SK"
    page.by.selectAll()
    QTest.keyClicks(page.by, "JK")
    write(page.seen, "Swam")
    page.keep.click()
    assert notes(house)[0].by == "JK"
    assert page.by.text() == "SK"


def test_it_is_not_for_telling_about_being_hurt(page: WriteNotePage) -> None:
    assert "This is not for telling about being hurt. It may be days before anybody reads it." in sentences(
        page
    )


# A child's notes


def test_notes_are_shown_changed_and_taken_away(house: House, show: Show, child: int) -> None:
    add(house, "Read to the dog", think="Proud of it")
    page: NotesOfPage = show(NotesOfPage(house, NotesOf(child)))
    settle()
    words = sentences(page)
    assert "Read to the dog" in words
    assert "I think: Proud of it" in words
    [card] = [page.rows.row(row_id) for row_id in page.rows.ids()]
    card.change.click()
    write(card.boxes["by"], "SK")
    card.kind.row(NoteKind.ACHIEVEMENT).click()
    settle()
    assert "2025/26: Read to the dog" in sentences(page)
    page.remove(notes(house)[0].id)
    assert notes(house) == []
    house.records.undo()
    assert [row.by for row in notes(house)] == ["SK"]


def test_one_kind_can_be_shown_alone(house: House, show: Show, child: int) -> None:
    add(house, "Read")
    add(house, "Cried", NoteKind.WORRY)
    page: NotesOfPage = show(NotesOfPage(house, NotesOf(child)))
    settle()
    assert len(page.rows.ids()) == 2
    page.kinds.row(NoteKind.WORRY).click()
    settle()
    assert "Cried" in sentences(page)
    assert len(page.rows.ids()) == 1


def test_a_note_that_is_half_written_is_mentioned_and_led_to(
    page: WriteNotePage, house: House, show: Show, vault: Vault, child: int
) -> None:
    notes_page: NotesOfPage = show(NotesOfPage(house, NotesOf(child)))
    assert notes_page.half.isHidden()
    write(page.seen, "Half a sen")
    notes_page.show_now()
    assert notes_page.half_words.words() == "“Half a sen” is not kept as a note yet."
    assert not notes_page.nothing.isVisible(), "“No notes yet” would sound as if it were lost"
    went: list[Place] = []
    notes_page.go.connect(went.append)
    notes_page.finish.click()
    assert went == [WriteNote()]
    other = builders.add_child(vault, "Jordan", "")
    page.refresh()
    page.whose.row(str(other)).click()
    notes_page.show_now()
    assert notes_page.half.isHidden(), "it is about another child"
    of_other: NotesOfPage = show(NotesOfPage(house, NotesOf(other)))
    assert of_other.half.isVisible()
    page.keep.click()
    of_other.show_now()
    assert of_other.half.isHidden()


def test_without_notes_it_says_how_to_write_one(house: House, show: Show, child: int) -> None:
    page: NotesOfPage = show(NotesOfPage(house, NotesOf(child)))
    assert "No notes yet." in sentences(page)
    went: list[Place] = []
    page.go.connect(went.append)
    page.write.click()
    assert went == [WriteNote(child)]


# Offered where they belong


def test_a_question_offers_the_notes_that_belong_and_adds_their_words(
    house: House, show: Show, meeting: int
) -> None:
    add(house, "Read to the dog")
    add(house, "Cried", NoteKind.WORRY)
    page: AskPage = show(AskPage(house, AskQuestion(meeting, "going_well.home")))
    settle()
    write(page.box, "Sleeps well.")
    [button] = page.from_notes.buttons.values()
    assert button.words() == "10 March: Read to the dog"
    button.click()
    assert page.box.text() == "Sleeps well. Read to the dog"
    stored = house.records.read(preparing.answers, meeting, Part.GOING_WELL)
    assert stored["going_well.home"] == "Sleeps well. Read to the dog"
    settle()
    assert not page.from_notes.isVisible()


def test_the_short_way_offers_them_too(house: House, show: Show, meeting: int) -> None:
    add(house, "Read to the dog")
    add(house, "Cried", NoteKind.WORRY)
    well: GoingWellPage = show(GoingWellPage(house, ShortWayPlace(meeting, 2)))
    settle()
    next(iter(well.from_notes.buttons.values())).click()
    assert "Read to the dog" in [box.text() for box in well.boxes.values()]
    hard: HardestPage = show(HardestPage(house, ShortWayPlace(meeting, 3)))
    settle()
    next(iter(hard.from_notes.buttons.values())).click()
    assert hard.boxes["what_we_see"].text() == "Cried"


def test_a_worry_becomes_a_card_of_its_own(house: House, show: Show, meeting: int) -> None:
    add(house, "Cried", NoteKind.WORRY, think="It is the noise")
    page: HardNowPage = show(part_page(house, HardNowPage, meeting, Part.HARD_NOW))
    settle()
    next(iter(page.from_notes.buttons.values())).click()
    settle()
    [concern] = house.records.read(preparing.concerns, meeting)
    assert (concern.what_we_see, concern.we_think) == ("Cried", "It is the noise")
    assert not page.from_notes.isVisible()


def test_another_day_is_kept_half_typed_and_today_is_not(
    page: WriteNotePage, house: House, show: Show
) -> None:
    page.day.settle()
    assert page.drafts() == {}
    page.day.line.clear()
    type_day(page.day.line, "8 March")
    again: WriteNotePage = show(WriteNotePage(house, WriteNote()))
    assert again.day.raw() == "8 March"
    write(again.seen, "Swam")
    again.keep.click()
    assert notes(house)[0].on_day == date(2026, 3, 8)
    assert again.day.value() == TODAY


def test_the_button_that_keeps_a_note_is_in_sight_and_what_is_half_typed_is_too(
    house: House, show: Show, vault: Vault
) -> None:
    builders.add_child(vault)
    builders.add_child(vault, "Jordan")
    page = show(WriteNotePage(house, WriteNote()))
    page.resize(1140, 728)
    settle()
    assert page.keep.visibleRegion().boundingRect() == page.keep.rect()
    assert not page.more.is_open
    page.more.button.click()
    page.think.setFocus()
    QTest.keyClicks(page.think, "It may be the noise.")
    page.flush()
    again = show(WriteNotePage(house, WriteNote()))
    assert again.more.is_open
    assert again.think.isVisible()
