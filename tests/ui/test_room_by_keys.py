"""A child without a mouse, or with big text: every page can be read to its end, and the way on is always in sight."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from carer_app.storage.vault import Vault
from carer_app.texts.child_questions import age_sets
from carer_app.use_cases import household, planning
from tests import builders
from tests.builders import do
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.ending import EndStep
from ui.child_mode.step import ChildText
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme

Show = Callable[[Any], Any]
AGES = [each.key for each in age_sets()]
SCREENS = ((1024, 700, 100), (1366, 768, 200))
"""The least room there is at each size of text: where that is enough, more is."""
TITLE_BAR = 28


# Each age and each screen; the fullest pages, those of the middle age, on both.
EACH = [(age, *screen) for age in AGES for screen in SCREENS]
LOOKED_AT = [each for each in EACH if each[0] == "7_to_10" or (each[0] == "3_to_6") == (each[3] == 200)]


@pytest.fixture(params=LOOKED_AT, ids=str)
def child(
    request: pytest.FixtureRequest, house: House, show: Show, vault: Vault, qapp: QApplication
) -> Iterator[Child]:
    """In the room, in a window as big as the screen, at the usual text there or at twice that."""
    age, width, height, size = request.param
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE * size // 100))
    page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age)))
    page.resize(width, height - TITLE_BAR)
    page.activateWindow()
    settle()
    yield Child(page)
    theme.apply(qapp, theme.Look())


def every_page(child: Child) -> Iterator[str]:
    """Every page that there is, with something said on each, and back in the room what was kept."""
    yield "start"
    for beside in ("Talk to someone else", "I’d rather do this with my social worker or at school"):
        child.press(beside)
        yield beside
        child.press("Go back")
    young = child.room.sitting.age_set.by == "cards"
    child.press(TOGETHER if young else ALONE)
    while not isinstance(child.step, EndStep):
        for number, box in enumerate(child.step.findChildren(ChildText)):
            if box.isVisible() and not box.text():
                child.write("Some words that are mine.", number)
        yield child.step.accessibleName()
        ways = ("I like it", "I want to say more", "Next")
        child.press(next(each for each in ways if each in child.buttons()))
    yield "the end"
    child.press("Rub it all out")
    yield "rub out"
    child.press("Go back", "Stop for now")
    yield "stop"
    child.press("Go back", "Keep")
    yield "done"
    child.room.show_kept()
    settle()
    yield "kept"


def test_the_ways_on_and_out_are_in_sight_on_every_page_and_leave_room_for_it(child: Child) -> None:
    for name in every_page(child):
        screen = QRect(QPoint(0, 0), child.page.size())
        ways = [each for each in (*child.step.ways_row.items(), *child.room.top.items()) if each.isVisible()]
        assert len(ways) >= 5, name
        for way in ways:
            box = QRect(way.mapTo(child.page, QPoint(0, 0)), way.size())
            assert screen.contains(box), f"{name}: {way.words()}"  # type: ignore[attr-defined]
            assert way.visibleRegion().boundingRect() == way.rect(), name
        assert child.step.body.viewport().height() >= child.page.height() // 4, name


def test_every_page_is_read_on_with_the_keys_as_soon_as_it_is_there(child: Child) -> None:
    for name in every_page(child):
        bar = child.step.body.verticalScrollBar()
        bar.setValue(0)
        child.room.focus_step()
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Down):
            before = bar.value()
            press(key)
            assert bar.value() > before or bar.value() == bar.maximum(), f"{name}: {key}"
        press(Qt.Key.Key_End)
        assert bar.value() == bar.maximum(), name
        press(Qt.Key.Key_Home)
        assert bar.value() == 0, name


def test_tab_passes_no_words_by_on_any_page(child: Child) -> None:
    """What has the keyboard is reached only when everything that stands before it was in sight."""
    for name in every_page(child):
        bar, view = child.step.body.verticalScrollBar(), child.step.body.viewport()
        bar.setValue(0)
        child.room.focus_step()
        read, to_the_end = view.height(), bar.maximum() + view.height()
        for _tab in range(200):
            press(Qt.Key.Key_Tab)
            assert bar.value() <= read, f"{name}: a jump"
            read = max(read, bar.value() + view.height())
            now = QApplication.focusWidget()
            assert now is not None
            if not child.step.isAncestorOf(now) and now is not child.step:
                break
            if child.step.body.isAncestorOf(now):
                assert _top(child, now) < read, name
            elif child.step.ways_row.isAncestorOf(now):
                assert read >= to_the_end - theme.gap(8), f"{name}: past words"
        assert not child.step.isAncestorOf(now), f"{name}: Tab does not lead on"
        assert read >= to_the_end - theme.gap(8), name


def test_more_below_is_pressed_by_key_until_the_end_is_there(child: Child) -> None:
    for name in every_page(child):
        more, bar = child.step.more, child.step.body.verticalScrollBar()
        bar.setValue(0)
        settle()
        assert more.isVisible() == (bar.maximum() > theme.gap(8)), name
        for _press in range(80):
            if not more.isVisible():
                break
            more.setFocus(Qt.FocusReason.TabFocusReason)
            press(Qt.Key.Key_Space)
        assert bar.maximum() - bar.value() <= theme.gap(8), name


def press(key: Qt.Key) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, key)


def _top(child: Child, widget: QWidget) -> int:
    content = child.step.body.widget()
    assert content is not None
    return widget.mapTo(content, QPoint(0, 0)).y()
