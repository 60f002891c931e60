"""The window itself: messages and text size."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from carer_app.choices import Part
from carer_app.use_cases import following_up, household, recording_the_meeting, second_backup_place
from tests.builders import TODAY
from tests.journeys.conftest import bring_forward, settle, visit
from ui.base.places import (
    Actions,
    ChildRecord,
    Children,
    Documents,
    GetReady,
    Home,
    PreparePart,
    Settings,
    WaysIn,
)
from ui.base.records import Undo
from ui.shell.app import Companion
from ui.widgets.focus_ring import is_by_keys, something_new_is_shown

pytestmark = pytest.mark.journey

Unlocked = tuple[Companion, dict[str, Any]]


def test_a_message_stays_behind_with_its_page(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    visit(companion, Actions()).said.emit("Saved as PEP notes.pdf.")
    assert companion.window.message_bar.isVisible()
    visit(companion, Home())
    assert not companion.window.message_bar.isVisible()


def test_nothing_on_the_page_moves_when_a_message_comes_or_goes(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    page = visit(companion, Actions())
    box = page.first_field()
    assert box is not None
    before = box.mapTo(companion.window, QPoint(0, 0))
    tick_off(companion, ids)
    settle()
    assert companion.window.message_bar.isVisible()
    assert box.mapTo(companion.window, QPoint(0, 0)) == before
    companion.window.message_bar.close_button.click()
    settle()
    assert box.mapTo(companion.window, QPoint(0, 0)) == before


def test_a_message_closed_with_the_mouse_lights_up_nothing(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    page = visit(companion, Actions())
    QTest.keyClick(companion.window, Qt.Key.Key_Tab)
    page.said.emit("Saved as PEP notes.pdf.")
    bar = companion.window.message_bar
    bar.close_button.setFocus()
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert not is_by_keys(), "what had the keyboard went away; nobody pressed Tab"


def test_the_second_press_of_a_double_click_is_not_taken_for_the_page_that_just_came(
    unlocked: Unlocked, qtbot: QtBot
) -> None:
    """Two buttons often lie at one spot of two pages."""
    companion, _ids = unlocked
    window = companion.window
    visit(companion, Settings())
    other = QPushButton("Somewhere else", window)
    other.setGeometry(0, 0, 200, 60)
    went = []
    other.show()
    other.raise_()
    bring_forward(companion, qtbot)
    spot = other.mapTo(window, QPoint(20, 20))
    other.clicked.connect(lambda: went.append("there"))
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(went) == 2
    other.clicked.connect(something_new_is_shown)
    went.clear()
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(went) == 1
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(went) == 2, "a press of its own counts again"


def tick_off(companion: Companion, ids: dict[str, Any]) -> int:
    """Tick the first action off on its page, and hand its id back."""
    visit(companion, Actions())
    action = companion.records.read(following_up.actions_of_child, ids["jordan"], TODAY)[0].id
    undo = Undo("Ticked off: reading group", following_up.untick, (action,))
    companion.records.change(following_up.tick_off, action, on=TODAY, undo=undo)
    return action


def is_done(companion: Companion, ids: dict[str, Any], action: int) -> bool:
    rows = companion.records.read(following_up.actions_of_child, ids["jordan"], TODAY)
    return next(row.done_on for row in rows if row.id == action) is not None


def test_undo_stays_until_something_else_is_changed(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    action = tick_off(companion, ids)
    bar = companion.window.message_bar
    for place in (Children(), Documents(), Settings(), Home()):
        visit(companion, place)
        assert bar.offers_undo()
        assert bar.text() == "Ticked off: reading group"
    bar.undo_button.click()
    assert not is_done(companion, ids, action)
    assert bar.text() == "Undone: “Ticked off: reading group”"
    assert not bar.offers_undo()


def test_after_another_change_there_is_nothing_to_undo(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    action = tick_off(companion, ids)
    assert companion.records.change(second_backup_place.choose, "/media/stick", TODAY, False)
    assert not companion.window.message_bar.offers_undo()
    QTest.keyClick(companion.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert is_done(companion, ids, action)


def test_words_that_save_themselves_and_looking_take_no_undo_away(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    action = tick_off(companion, ids)
    page = visit(companion, Settings())
    page.keep_draft("something", "half typed")
    QTest.keyClicks(page.name, "Sam Carter")
    page.name.flush()
    assert companion.records.read(household.own_name) == "Sam Carter"
    assert companion.window.message_bar.offers_undo()
    QTest.keyClick(companion.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not is_done(companion, ids, action)


def test_what_is_said_in_between_does_not_take_undo_away(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    tick_off(companion, ids)
    bar = companion.window.message_bar
    companion.window.page.went_wrong.emit("No printer was found.")  # type: ignore[union-attr]
    assert (bar.text(), bar.tone) == ("No printer was found.", "problem")
    visit(companion, Children())
    assert (bar.text(), bar.tone) == ("Ticked off: reading group", "done")
    assert bar.offers_undo()
    bar.close_button.click()
    visit(companion, Documents())
    assert bar.text() == "", "closed by the carer, it stays closed"


def test_what_was_refused_comes_in_red(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    tomorrow = TODAY + timedelta(days=1)
    held = recording_the_meeting.meeting_was_held
    assert not companion.records.change(held, ids["coming"], tomorrow, TODAY)
    assert companion.window.message_bar.tone == "problem"


def test_ctrl_and_0_brings_the_usual_text_size_back(unlocked: Unlocked) -> None:
    companion, _ids = unlocked
    page = visit(companion, Settings())
    for key, size in ((Qt.Key.Key_Plus, 125), (Qt.Key.Key_Plus, 150), (Qt.Key.Key_0, 100)):
        QTest.keyClick(page.name, key, Qt.KeyboardModifier.ControlModifier)
        assert companion.window.house.preferences().text_size == size


def test_a_change_of_the_look_touches_few_pages_and_loses_nothing_typed(unlocked: Unlocked) -> None:
    """Each page that nobody sees would take its share of the time. The others are built again when they are shown."""
    companion, ids = unlocked
    places = (WaysIn(), Children(), Actions(), ChildRecord(ids["mia"]))
    typed, first, second, behind = (visit(companion, place) for place in places)
    typed.change.begin.click()
    QTest.keyClicks(typed.change.present, "half")
    settings = visit(companion, Settings())
    companion.window.house.prefer(replace(companion.window.house.preferences(), text_size=150))
    assert [isValid(page) for page in (typed, first, second, behind, settings)] == [
        True,
        False,
        False,
        True,
        True,
    ]
    companion.window.back()
    assert companion.window.page is behind
    assert visit(companion, Actions()).isVisible()
    assert visit(companion, WaysIn()).change.present.text() == "half"


def test_back_does_not_lead_to_a_meeting_that_was_taken_out(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    visit(companion, GetReady(ids["coming"]))
    page = visit(companion, PreparePart(ids["coming"], Part.WHEN_WHERE))
    page.take_out.click()
    settle()
    assert companion.window.place == ChildRecord(ids["mia"])
    for _time in range(3):
        companion.window.back()
        settle()
    assert companion.window.place == Home()
    page = visit(companion, GetReady(ids["coming"]))
    assert page.is_gone
    QTest.keyClick(companion.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert companion.window.page is page
    assert not page.is_gone
    assert page.accessibleName() == "Get ready for Mia’s PEP meeting"
