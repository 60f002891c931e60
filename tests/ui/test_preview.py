"""The sheet beside the choices: never blank, one stays where one is, and what is pressed is what was chosen."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from carer_app.choices import ForWhom
from carer_app.jobs import look_at_pdf
from carer_app.storage.vault import Vault
from tests import builders
from ui.base.house import House
from ui.base.places import MeetingSheetPlace
from ui.paper.meeting_sheet import MeetingSheetPage
from ui.parts import pdf_view
from ui.widgets.page_pictures import Reply
from ui.widgets.paper_stack import PaperStack

Show = Callable[[Any], Any]
WAIT = 20_000


@pytest.fixture
def first(house: House, show: Show, vault: Vault) -> MeetingSheetPage:
    """As it opens, with nothing drawn yet."""
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    builders.prepare(vault, meeting)
    page: MeetingSheetPage = show(MeetingSheetPage(house, MeetingSheetPlace(meeting)))
    return page


@pytest.fixture
def page(first: MeetingSheetPage, qtbot: QtBot) -> MeetingSheetPage:
    qtbot.waitUntil(lambda: is_shown(first), timeout=WAIT)
    return first


def stack(page: MeetingSheetPage) -> PaperStack:
    return page.view.viewer._pages


def is_shown(page: MeetingSheetPage) -> bool:
    return page.rail.print.isEnabled() and not page.view._is_making and stack(page).is_drawn


def pictures(page: MeetingSheetPage) -> list[bool]:
    return [each.has_picture for each in stack(page)._sheets[:1]]


def test_as_it_opens_a_sheet_of_paper_lies_there_and_nothing_on_the_page_moves(
    first: MeetingSheetPage, qtbot: QtBot
) -> None:
    view = first.view
    assert view.viewer.isVisible()
    assert stack(first).count() == 1
    assert not first.rail.print.isEnabled()
    [paper] = stack(first)._sheets
    before = view.viewer.geometry(), paper.geometry(), first.rail.height()
    qtbot.waitUntil(lambda: is_shown(first), timeout=WAIT)
    assert (view.viewer.geometry(), stack(first)._sheets[0].geometry(), first.rail.height()) == before


@pytest.mark.parametrize("who", [ForWhom.MINE, ForWhom.CHILD])
def test_what_was_there_is_seen_until_what_is_chosen_is_drawn(
    page: MeetingSheetPage, qtbot: QtBot, who: ForWhom
) -> None:
    assert pictures(page) == [True]
    before = page.view.shown
    seen: list[bool] = []

    def is_there() -> bool:
        seen.append(page.view.viewer.isVisible() and pictures(page) == [True])
        return page.view.shown is not before and is_shown(page)

    page.for_whom.row(who).click()
    qtbot.waitUntil(is_there, timeout=WAIT)
    assert len(seen) > 1
    assert all(seen)


def test_one_stays_at_the_page_that_one_looks_at(qtbot: QtBot) -> None:
    def draw(_numbers: list[int], _wide: int, _reply: Reply) -> None:
        """It takes its time."""

    pages = PaperStack(draw)
    qtbot.addWidget(pages)
    pages.resize(400, 500)
    pages.show()
    pages.show_pages([(595, 842, "Before.")] * 3)
    pages.set_image(2, 1, 1, b"1234")
    pages.go_to(2)
    pages.show_pages([(595, 842, "After.")] * 4, in_place=True)
    assert pages.page() == 2
    assert pages.pictures_held() == [2], "what was there is seen until it is drawn"
    assert not pages.is_drawn
    pages.show_pages([(595, 842, "Another paper.")] * 4)
    assert pages.page() == 1
    assert pages.pictures_held() == []


def test_what_is_pressed_while_a_change_is_drawn_prints_what_was_chosen(
    page: MeetingSheetPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[look_at_pdf.PdfToShow] = []
    monkeypatch.setattr(pdf_view, "print_pages", lambda _page, shown, _then: printed.append(shown))
    before = page.view.shown
    page.sizes.row("18").click()
    assert page.rail.print.isEnabled(), "nothing flickers"
    page.rail.print.click()
    assert printed == []
    qtbot.waitUntil(lambda: is_shown(page) and bool(printed), timeout=WAIT)
    assert printed == [page.view.shown]
    assert printed != [before]


def test_the_page_that_is_looked_at_is_drawn_at_once_and_not_a_second_time(
    page: MeetingSheetPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(look_at_pdf, "draw", lambda _data, numbers, wide: asked.append((numbers, wide)) or [])
    before = page.view.shown
    page.for_whom.row(ForWhom.CHILD).click()
    qtbot.waitUntil(lambda: page.view.shown is not before and is_shown(page), timeout=WAIT)
    qtbot.wait(200)
    assert [each for each in asked if 1 in each[0]] == []


def test_where_the_paper_lies_beneath_the_choices_stand_behind_one_line(
    page: MeetingSheetPage, qtbot: QtBot
) -> None:
    choices = page.rail.choices
    window = page.window()
    window.resize(1300, 740)
    qtbot.waitUntil(lambda: choices.is_open and not choices.button.isVisible(), timeout=WAIT)
    window.resize(800, 740)
    qtbot.waitUntil(lambda: not choices.is_open and choices.button.isVisible(), timeout=WAIT)
    choices.button.click()
    assert page.for_whom.isVisible()
    window.resize(1300, 740)
    qtbot.waitUntil(lambda: choices.is_open and not choices.button.isVisible(), timeout=WAIT)
    assert page.for_whom.isVisible()
