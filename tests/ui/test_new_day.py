"""The program stays open over midnight: what it says is of the day that it is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from carer_app.storage.vault import Vault
from tests import builders
from ui.base.house import House
from ui.base.places import ChildRecord, Home
from ui.home.home import HomePage
from ui.shell.new_day import NewDay
from ui.shell.window import Window


class Clock:
    day = builders.TODAY

    def today(self) -> date:
        return self.day


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(house: House, clock: Clock, vault: Vault, qtbot: QtBot) -> Iterator[Window]:
    builders.add_meeting(vault, builders.add_child(vault), builders.TODAY + timedelta(days=2))
    window = Window(replace(house, today=clock.today))
    qtbot.addWidget(window)
    window.start_at(Home())
    window.show()
    yield window
    window.let_go_of_pages()


def test_home_says_the_new_day_after_midnight_though_nobody_touched_anything(
    window: Window, clock: Clock
) -> None:
    new_day = NewDay(window, clock.today, window)
    assert new_day.timer.isActive()
    page = window.page
    assert isinstance(page, HomePage)
    assert page.day.words() == "Tuesday 10 March 2026"
    clock.day += timedelta(days=1)
    new_day.timer.timeout.emit()
    assert page.day.words() == "Wednesday 11 March 2026"
    assert page.cards[1].tag.words() == "Meeting tomorrow"


def test_a_page_that_is_not_seen_says_the_new_day_when_it_is_seen_next(window: Window, clock: Clock) -> None:
    new_day = NewDay(window, clock.today, window)
    home = window.page
    assert isinstance(home, HomePage)
    window.go(ChildRecord(1))
    clock.day += timedelta(days=1)
    new_day.look()
    window.back()
    assert home.cards[1].tag.words() == "Meeting tomorrow"
