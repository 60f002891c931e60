"""A long page is drawn once what can be seen is there; the rest comes beneath, and nothing that is seen moves."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carer_app.choices import Owner
from carer_app.paper.content import Section
from carer_app.paper.plain import lines_of_part
from carer_app.storage.vault import Vault
from carer_app.use_cases import following_up, recording_the_meeting, summarising
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.benchmarks.big_household import big_household
from tests.ui.audit import settle
from tests.ui.first_paint import FirstPaint, lying, moved_since
from tests.ui.focus_chain import tab_stops
from ui.actions.actions import ActionsPage
from ui.after_meeting.after_meeting import AfterMeetingPage
from ui.after_meeting.agreed_there import SEEN_AT_ONCE
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    Actions,
    AfterMeeting,
    CheckAndPrint,
    ChildRecord,
    Documents,
    Help,
    Home,
    NotesOf,
    Place,
)
from ui.documents.documents import DocumentsPage
from ui.home.home import HomePage
from ui.paper.beneath_sheet import BeneathSheet
from ui.paper.check import CheckPage
from ui.paper.check_rows import SectionRow
from ui.shell import place_on_page
from ui.shell.window import Window
from ui.widgets.laid_out import laid_out
from ui.widgets.tab_order import in_reading_order

LONG = (Home(), Documents(), Actions(), ChildRecord(1), NotesOf(1))
WINDOWS = ((1366, 728), (1920, 1040), (1024, 700))


@pytest.fixture
def window(house: House, vault: Vault, qtbot: QtBot) -> Iterator[Window]:
    big_household(vault, actions=90, notes=72)
    made = Window(house)
    qtbot.addWidget(made)
    made.show()
    made.start_at(Help())
    settle()
    yield made
    made.let_go_of_pages()


def opened(window: Window, place: Place) -> Page:
    window.go(place)
    assert window.page is not None
    return window.page


@pytest.mark.parametrize("size", WINDOWS, ids=str)
@pytest.mark.parametrize(
    "place", [*LONG, AfterMeeting(1), CheckAndPrint(55)], ids=lambda place: type(place).__name__
)
def test_what_can_be_seen_is_whole_when_it_is_drawn_and_the_rest_follows(
    window: Window, place: Place, size: tuple[int, int]
) -> None:
    window.resize(*size)
    page = opened(window, place)
    first, parts = FirstPaint(page), len(page.findChildren(QWidget))
    settle()
    page.fill_whole()
    settle()
    assert list(moved_since(first, page)) == []
    assert len(page.findChildren(QWidget)) > parts, "all of it was made before it was drawn"


@pytest.mark.parametrize(
    "place", [*LONG, AfterMeeting(1), CheckAndPrint(55)], ids=lambda place: type(place).__name__
)
def test_it_fills_itself_and_keys_go_through_it_in_order(window: Window, place: Place) -> None:
    page = opened(window, place)
    for _moment in range(60):
        settle()
    whole = len(page.findChildren(QWidget))
    page.fill_whole()
    assert len(page.findChildren(QWidget)) == whole
    order = [each for each in in_reading_order(page) if each.isVisible()]
    chain: list[QWidget] = []
    at: QWidget | None = order[0]
    while at is not None and at not in chain:
        chain.append(at)
        at = at.nextInFocusChain()
    assert [each for each in chain if each in order] == order


def test_whoever_asks_for_all_of_it_gets_all(window: Window) -> None:
    home = opened(window, Home())
    assert isinstance(home, HomePage)
    assert len(home.cards) == 6
    documents = opened(window, Documents())
    assert isinstance(documents, DocumentsPage)
    assert len(documents.by_child) == 6
    actions = opened(window, Actions())
    assert isinstance(actions, ActionsPage)
    assert len(actions.action_rows()) == 5


def test_after_a_meeting_the_words_explained_stand_last(window: Window) -> None:
    window.resize(1024, 700)
    page = opened(window, AfterMeeting(1))
    assert isinstance(page, AfterMeetingPage)
    for _moment in range(30):
        settle()
    assert page.explained is not None
    assert laid_out(page.column)[-1] is page.explained
    assert page.more.rows["tell"].isVisible()


def test_the_sheet_is_seen_before_what_stands_beneath_it_is_made(window: Window) -> None:
    window.resize(1366, 728)
    page = opened(window, CheckAndPrint(55))
    assert isinstance(page, CheckPage)
    assert page.live.paper.parts
    assert not page.findChildren(BeneathSheet)
    settle()
    assert page.beneath.mine.isVisible()
    assert not page.findChildren(SectionRow), "its words are drawn: nobody sees them as lines"
    window.resize(1024, 700)
    settle()
    lines = page.live.rows[Section.LAST_TIME]
    assert lines.isVisible()
    assert [label.words() for label in lines.labels()[1:]] == lines_of_last_time(page)
    parts = laid_out(page.live.layout())
    assert parts.index(page.live.many) > max(parts.index(row) for row in page.live.rows.values())
    order = [each for each in in_reading_order(page) if each.isVisible()]
    change = next(iter(lines.changes.values()))
    assert tab_stops(page).index(change) < tab_stops(page).index(page.beneath.mine.button)
    assert change in order


def lines_of_last_time(page: CheckPage) -> list[str]:
    whole = page.records.read(summarising.whole_sheet, page.meeting_id, page.today())
    return lines_of_part(whole, Section.LAST_TIME)


def test_after_a_meeting_the_first_few_actions_are_seen_before_all_are_made(
    window: Window, vault: Vault
) -> None:
    for number in range(12):
        new = NewAction(f"{number + 1}: ask about swimming", Owner.SCHOOL, "", None)
        builders.do(vault, recording_the_meeting.add_action, 1, new, builders.TODAY)
    window.resize(1366, 728)
    page = opened(window, AfterMeeting(1))
    assert isinstance(page, AfterMeetingPage)
    assert len(page.agreed.rows.ids()) == SEEN_AT_ONCE
    few = page.agreed.rows.ids()
    [rows] = page.action_rows()
    agreed = page.records.read(following_up.actions_of_meeting, 1, page.today())
    assert rows.ids() == [each.id for each in agreed]
    assert rows.ids()[:SEEN_AT_ONCE] == few
    settle()
    boxes = [rows.row(each).first_box() for each in rows.ids()]
    assert [stop for stop in tab_stops(page) if stop in boxes] == boxes
    assert boxes[0].accessibleDescription() == f"1 of {len(boxes)}"


def test_the_keyboard_goes_back_to_a_box_beneath_what_is_drawn_first(window: Window) -> None:
    """As it does after the records were locked and are open again."""
    page = opened(window, AfterMeeting(1))
    assert isinstance(page, AfterMeetingPage)
    page.surprised.setFocus()
    left_at = place_on_page.of(page)
    window.let_go_of_pages()
    window.start_at(AfterMeeting(1))
    again = window.page
    assert isinstance(again, AfterMeetingPage)
    assert left_at is not None
    left_at.go_back(again)
    assert again.focusWidget() is again.surprised


def test_what_changes_before_it_is_whole_is_on_it(window: Window, vault: Vault) -> None:
    home = opened(window, Home())
    assert isinstance(home, HomePage)
    builders.add_child(vault, "Noor")
    home.look_again()
    assert len(home.cards) == 7
    assert lying(home)


def test_one_that_is_left_before_it_is_whole_is_whole_when_one_comes_back(window: Window) -> None:
    opened(window, Home())
    window.go(Help())
    settle()
    window.back()
    settle()
    assert isinstance(window.page, HomePage)
    assert len(window.page.cards) == 6


def test_nothing_is_read_once_the_records_are_closed(window: Window) -> None:
    opened(window, Documents())
    window.house.records.close()
    for _moment in range(10):
        settle()
