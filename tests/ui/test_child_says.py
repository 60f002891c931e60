"""What the child wants to say: exact words, whose they are, and the right to say nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest

from carer_app.choices import Part, PlainQuestion, WhoseWords
from carer_app.storage.vault import Vault
from carer_app.use_cases import hearing_the_child, household, summarising
from carer_app.use_cases.hearing_the_child import ViewRow
from tests import builders
from tests.builders import TODAY
from tests.ui.focus_chain import tab_stops
from tests.ui.preparing_pages import answer, focused, part_page, sentences, type_day, write
from ui.base.house import House
from ui.preparation.child_says import ChildSaysPage

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    with vault.work() as session:
        household.set_own_name(session, "Sam")
    return builders.add_meeting(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> ChildSaysPage:
    page: ChildSaysPage = show(part_page(house, ChildSaysPage, meeting, Part.CHILD_SAYS))
    return page


def views(house: House, meeting: int) -> list[ViewRow]:
    return house.records.read(hearing_the_child.views, meeting)


def add(page: ChildSaysPage, words: str) -> Any:
    """Add something the child said, as a carer would; gives its row."""
    page.add.click()
    row = page.rows.row(page.rows.ids()[-1])
    write(row.text, words)
    return row


def test_a_carer_is_asked_for_the_words_as_they_were_said(page: ChildSaysPage) -> None:
    assert (
        "Write the words as they were said. Then read them back. They come first on the sheet."
        in sentences(page)
    )
    assert page.add.words() == "Add something Mia said"


def test_words_are_kept_exactly_as_typed(page: ChildSaysPage, house: House, meeting: int) -> None:
    add(page, "  I dont like <b>dinner</b> & they run of ")
    assert [row.words for row in views(house, meeting)] == ["  I dont like <b>dinner</b> & they run of "]


def test_new_words_take_the_keyboard_and_say_whose_they_are(
    page: ChildSaysPage, house: House, meeting: int
) -> None:
    row = add(page, "I like art.")
    assert focused(page) is row.text
    assert row.whose_line.words() == "Mia said this, Sam wrote it down · 10 March 2026"
    assert row.details.isVisible()
    assert views(house, meeting)[0].said_on == TODAY


def test_pressing_add_again_goes_back_to_the_empty_box(
    page: ChildSaysPage, house: House, meeting: int
) -> None:
    page.add.click()
    page.add.setFocus()
    page.add.click()
    assert len(views(house, meeting)) == 1
    assert focused(page) is page.rows.row(page.rows.ids()[0]).text


def test_whose_words_they_are_can_be_changed(page: ChildSaysPage, house: House, meeting: int) -> None:
    row = add(page, "I like art.")
    row.whose.row(WhoseWords.CHILD_TYPED).click()
    assert views(house, meeting)[0].whose_words == WhoseWords.CHILD_TYPED
    assert row.whose_line.words() == "Mia typed this · 10 March 2026"


def test_the_day_the_words_were_said_can_be_changed(page: ChildSaysPage, house: House, meeting: int) -> None:
    row = add(page, "I like art.")
    type_day(row.said_on.line, "8 march")
    assert views(house, meeting)[0].said_on == date(2026, 3, 8)


@pytest.mark.parametrize("typed", ["31 feb", "11 March 2026"])
def test_a_day_that_cannot_be_leaves_the_stored_day_alone(
    page: ChildSaysPage, house: House, meeting: int, typed: str
) -> None:
    row = add(page, "I like art.")
    type_day(row.said_on.line, typed)
    assert views(house, meeting)[0].said_on == TODAY
    assert row.said_on.raw() == typed
    assert row.said_on.problem() in sentences(page)


def test_an_emptied_day_shows_the_stored_day_again(page: ChildSaysPage, house: House, meeting: int) -> None:
    row = add(page, "I like art.")
    type_day(row.said_on.line, "")
    assert row.said_on.value() == TODAY
    assert views(house, meeting)[0].said_on == TODAY


def test_words_can_be_kept_off_the_sheet(page: ChildSaysPage, house: House, meeting: int) -> None:
    row = add(page, "I like art.")
    assert row.on_sheet.isChecked()
    row.on_sheet.click()
    assert not views(house, meeting)[0].on_the_sheet
    assert not house.records.read(summarising.meeting_sheet, meeting, TODAY).child_says


def test_removed_words_can_be_brought_back(page: ChildSaysPage, house: House, meeting: int) -> None:
    said: list[str] = []
    house.records.undoable.connect(lambda undo: said.append(undo.words))
    add(page, "One")
    add(page, "Two")
    first, second = page.rows.ids()
    row = page.rows.row(first)
    row.remove.setFocus()
    row.remove.click()
    assert [each.words for each in views(house, meeting)] == ["Two"]
    assert said == ["Mia’s words were taken away."]
    assert focused(page) is page.rows.row(second).text
    house.records.undo()
    assert [each.words for each in views(house, meeting)] == ["One", "Two"]
    assert page.rows.ids() == [first, second]
    assert page.rows.row(first).text.text() == "One"


def test_after_the_last_words_go_the_keyboard_is_on_add(page: ChildSaysPage) -> None:
    row = add(page, "One")
    row.remove.setFocus()
    row.remove.click()
    assert focused(page) is page.add
    assert "Nothing yet." in sentences(page)


def test_removing_saves_the_last_letters_so_that_undo_brings_them_all_back(
    page: ChildSaysPage, house: House, meeting: int
) -> None:
    row = add(page, "One")
    QTest.keyClicks(row.text, " more")
    row.remove.click()
    house.records.undo()
    assert [each.words for each in views(house, meeting)] == ["One more"]


def test_a_second_row_does_not_take_the_first_ones_cursor(page: ChildSaysPage) -> None:
    row = add(page, "One")
    QTest.keyClicks(row.text, " more")
    add(page, "Two")
    assert row.text.text() == "One more"


def test_buttons_of_two_rows_have_two_names(page: ChildSaysPage) -> None:
    add(page, "One")
    add(page, "Two")
    names = [page.rows.row(each).remove.accessibleName() for each in page.rows.ids()]
    assert names == ["Take out: 1. What Mia said", "Take out: 2. What Mia said"]


def test_tab_goes_from_the_rows_to_what_stands_below_them(page: ChildSaysPage) -> None:
    row = add(page, "One")
    order = tab_stops(row.remove)
    assert order[0] is page.add
    assert order[1] is page.ask_box(PlainQuestion.WOULD_CHANGE)


def test_one_thing_a_child_would_change_is_about_school(
    page: ChildSaysPage, house: House, meeting: int
) -> None:
    assert "One thing at school Mia would change" in sentences(page)
    write(page.ask_box(PlainQuestion.WOULD_CHANGE), "Longer lunch.")
    assert answer(house, meeting, Part.CHILD_SAYS, PlainQuestion.WOULD_CHANGE) == "Longer lunch."


def test_a_child_may_choose_to_say_nothing(page: ChildSaysPage, house: House, meeting: int) -> None:
    type_day(page.asked_on.line, "9 march")
    assert answer(house, meeting, Part.CHILD_SAYS, PlainQuestion.ASKED_ON) == "2026-03-09"
    sheet = house.records.read(summarising.meeting_sheet, meeting, TODAY)
    assert sheet.no_words_line == "Asked on 9 March. Mia chose not to add words this time."
