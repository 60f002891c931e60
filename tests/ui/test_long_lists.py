"""Many years of actions and notes: a page shows the first of them, and all the others on request; nothing is lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import Engine, event

from carer_app.choices import NoteKind, Owner
from carer_app.storage.vault import Vault
from carer_app.use_cases import following_up, sorting_actions, writing_notes
from carer_app.use_cases.sorting_actions import SortedBy, WhichActions
from tests import builders
from tests.benchmarks.big_household import big_household
from tests.more_years import add_years
from tests.ui.preparing_pages import focused, type_day, write
from ui.actions.actions import AT_ONCE, LEAST, ActionsPage
from ui.base.house import House
from ui.base.places import Actions, Documents, NotesOf
from ui.documents.documents import LEAST as DOCUMENTS_LEAST
from ui.documents.documents import OF_ALL, DocumentsPage
from ui.notes.notes_of import NotesOfPage
from ui.parts.action_days import due_name
from ui.parts.action_row import ActionWidget
from ui.widgets.tab_order import in_reading_order
from ui.widgets.tag import Tag

Show = Callable[[Any], Any]
FIRST = max(LEAST, AT_ONCE // len(Owner))
"""So many actions of each are shown first where everybody owes something."""


@contextmanager
def statements() -> Iterator[list[str]]:
    """Everything that is asked of the records meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def child(vault: Vault) -> int:
    """A child with 200 actions, 40 of each person or office, and 60 notes."""
    return big_household(vault, actions=200, notes=60, children=1)[0]


@pytest.fixture
def actions(house: House, show: Show, child: int) -> ActionsPage:
    page: ActionsPage = show(ActionsPage(house, Actions()))
    return page


@pytest.fixture
def notes(house: House, show: Show, child: int) -> NotesOfPage:
    page: NotesOfPage = show(NotesOfPage(house, NotesOf(child)))
    return page


def owed(page: ActionsPage, owner: Owner) -> list[int]:
    """What somebody owes, in its order, on screen or not."""
    read = sorting_actions.sorted_actions
    groups = page.records.read(read, page.today(), WhichActions.TO_DO, SortedBy.WHO)
    return [row.id for group in groups if group.key == owner for row in group.rows]


@pytest.mark.parametrize("is_actions", [True, False], ids=["actions", "notes"])
def test_what_a_page_asks_of_the_records_does_not_grow_with_its_rows(
    house: House, show: Show, vault: Vault, is_actions: bool
) -> None:
    child = big_household(vault, actions=200, notes=60, children=1)[0]
    with vault.work() as session:  # where nothing was ever removed, less is asked for the way to what was
        writing_notes.remove_note(session, writing_notes.notes_of(session, child)[-1].id, date(2020, 1, 1))
    page = show(ActionsPage(house, Actions()) if is_actions else NotesOfPage(house, NotesOf(child)))
    with statements() as of_many:
        page.refresh()
    with vault.work() as session:
        for row in following_up.actions_of_child(session, child, page.today())[5:]:
            following_up.tick_off(session, row.id, page.today())
        for note in writing_notes.notes_of(session, child)[2:]:
            writing_notes.remove_note(session, note.id, date(2020, 1, 1))
    page.refresh()
    with statements() as of_few:
        page.refresh()
    assert len(of_many) == len(of_few)


def test_all_of_many_actions_can_be_reached_by_keyboard_in_their_order(actions: ActionsPage) -> None:
    rows = actions.owed[Owner.SCHOOL].rows
    everything = owed(actions, Owner.SCHOOL)
    assert rows.ids() == everything[:FIRST]
    assert rows.more is not None
    assert rows.more.words() == f"Show more ({40 - FIRST} are not shown)"
    assert rows.more.accessibleName() == f"{rows.more.words()}: School"
    while rows.more.isVisible():
        before = rows.ids()
        rows.more.setFocus()
        QTest.keyClick(rows.more, Qt.Key.Key_Space)
        first_of_the_others = rows.row(everything[len(before)])
        assert focused(actions) is first_of_the_others.tick
        assert rows.ids() == everything[: 2 * len(before)]
    assert rows.ids() == everything
    chain, box = [], rows.row(everything[0]).tick
    while len(chain) < 40:
        if box.accessibleName().startswith("Done: "):
            chain.append(box)
        box = box.nextInFocusChain()
        while box not in set(in_reading_order(actions)) or box.isHidden():
            box = box.nextInFocusChain()
    assert chain == [rows.row(each).tick for each in everything]
    assert rows.row(everything[-1]).tick.accessibleDescription() == "40 of 40"


def test_where_one_person_owes_everything_more_of_it_is_shown_first(
    house: House, show: Show, vault: Vault
) -> None:
    child = big_household(vault, actions=200, notes=0, children=1)[0]
    with vault.work() as session:
        for row in following_up.actions_of_child(session, child, date(2026, 3, 10)):
            following_up.hand_on(session, row.id, Owner.SCHOOL, "")
    page: ActionsPage = show(ActionsPage(house, Actions()))
    assert len(page.owed[Owner.SCHOOL].rows.ids()) == AT_ONCE > FIRST


def test_of_many_actions_those_alone_are_worked_out_that_are_on_screen(
    house: House, show: Show, child: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: set[int] = set()
    row = following_up._row
    monkeypatch.setattr(following_up, "_row", lambda read, *of: (made.add(read.id), row(read, *of))[1])
    page: ActionsPage = show(ActionsPage(house, Actions()))
    seen = {action_id for each in page.owed.values() for action_id in each.rows.ids()}
    assert len(seen) < 20
    assert made <= seen | {page.records.read(following_up.next_of_mine, page.today()).id}


def test_a_tick_makes_only_the_row_that_comes_up(
    actions: ActionsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, show_as = [], Tag.show_as
    monkeypatch.setattr(Tag, "show_as", lambda tag, *how: (shown.append(tag), show_as(tag, *how)))
    rows = actions.owed[Owner.SCHOOL].rows
    button, after = rows.row(rows.ids()[1]).tick, rows.ids()[2]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert focused(actions) is rows.row(after).tick
    assert set(shown) == {rows.row(rows.ids()[-1]).tag}
    assert rows.ids() == owed(actions, Owner.SCHOOL)[:FIRST]


def test_an_action_that_moves_to_the_end_of_a_long_list_keeps_the_keyboard(actions: ActionsPage) -> None:
    rows = actions.owed[Owner.SCHOOL].rows
    moved = rows.ids()[0]
    row = rows.row(moved)
    row.change.click()
    type_day(row.edit.due.line, "27 march 2026")
    assert owed(actions, Owner.SCHOOL).index(moved) > FIRST
    assert focused(actions) is row.change
    assert row.isVisible()
    assert rows.ids()[-1] == moved


def test_a_date_half_typed_far_down_a_long_list_is_on_screen(
    actions: ActionsPage, house: House, show: Show
) -> None:
    far = owed(actions, Owner.SCHOOL)[-3]
    actions.keep_draft(due_name(far), "27 ma")
    again: ActionsPage = show(ActionsPage(house, Actions()))
    row: ActionWidget = again.owed[Owner.SCHOOL].rows.row(far)
    assert row.edit.field.isVisible()
    assert row.edit.due.raw() == "27 ma"


def test_a_name_half_typed_stays_while_other_actions_come_in_above(actions: ActionsPage) -> None:
    rows = actions.owed[Owner.SCHOOL].rows
    first, last = rows.ids()[0], rows.ids()[-1]
    rows.row(first).tick.click()
    row = rows.row(last)
    row.change.click()
    row.edit.name.setPlainText("Ms Al")
    actions.records.change(following_up.untick, first)
    assert row.edit.name.text() == "Ms Al"
    assert row.isVisible()


def test_all_of_many_notes_can_be_reached_and_one_that_is_open_stays(notes: NotesOfPage) -> None:
    everything = [row.id for row in notes.records.read(writing_notes.notes_of, notes.child_id)]
    assert notes.rows.more is not None
    while notes.rows.more.isVisible():
        notes.rows.more.click()
    assert notes.rows.ids() == everything
    card = notes.rows.row(everything[-1])
    card.change.click()
    write(card.boxes["seen"], "Rode a bicycle")
    notes.records.change(writing_notes.set_kind, everything[0], NoteKind.WORRY)
    assert card.boxes["seen"].isVisible()
    notes.flush()
    assert notes.records.read(writing_notes.notes_of, notes.child_id)[-1].seen.startswith("Rode a bicycle")


def test_of_several_children_fewer_papers_each_are_shown_first(
    house: House, show: Show, vault: Vault
) -> None:
    ids = [builders.add_child(vault, name) for name in ("Mia", "Jordan", "Sam", "Leo", "Grace", "Ayesha")]
    add_years(vault, ids[0], 0, 7)
    page: DocumentsPage = show(DocumentsPage(house, Documents()))
    papers = page.by_child[ids[0]].papers
    assert len(papers.ids()) == OF_ALL // len(ids) == DOCUMENTS_LEAST
    assert papers.more is not None
    while papers.more.isVisible():
        papers.more.click()
    assert len(papers.ids()) == 3 * 7
