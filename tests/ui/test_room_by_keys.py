"""A child without a mouse, or with big text: every page can be read to its end, and the way on is always in sight."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from carer_app.storage.vault import Vault
from carer_app.use_cases import household, planning
from tests import builders
from tests.builders import do
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child, small_targets
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.child_text import ChildText
from ui.child_mode.ending import EndStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme

Show = Callable[[Any], Any]
SCREENS = ((1024, 700, 100), (1366, 768, 200))
"""The least room there is at each size of text: where that is enough, more is."""
TITLE_BAR = 28


# Each age and each screen, in each set of colours; the fullest pages, those of the middle age, on both screens. What is
# of another age on the other screen is looked at with nothing said, in test_childs_room.
LOOKED_AT = [
    ("3_to_6", *SCREENS[1], "contrast"),
    ("7_to_10", *SCREENS[0], "light"),
    ("7_to_10", *SCREENS[1], "light"),
    ("11_to_16", *SCREENS[0], "dark"),
]


@pytest.fixture(params=LOOKED_AT, ids=str)
def child(
    request: pytest.FixtureRequest, house: House, show: Show, vault: Vault, qapp: QApplication
) -> Iterator[Child]:
    """In the room, in a window as big as the screen, at the usual text there or at twice that."""
    age, width, height, size, colours = request.param
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    theme.apply(qapp, theme.Look(colours, theme.CHILD_SCALE * size // 100))
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


def test_every_page_can_be_used_by_keys_with_the_ways_on_in_sight(child: Child) -> None:
    """Each page is made once, and each question is asked of it from its top on."""
    found = []
    for name in every_page(child):
        for question in QUESTIONS:
            found += [f"{question.__name__}: {name}: {problem}" for problem in question(child)]
    assert found == []


def ways_in_sight(child: Child) -> Iterator[str]:
    """The ways on and out are in sight as the page opens, are big, and leave room for it."""
    screen = QRect(QPoint(0, 0), child.page.size())
    ways = [each for each in (*child.step.ways_row.items(), *child.room.top.items()) if each.isVisible()]
    if len(ways) < 5:
        yield f"only {len(ways)} ways"
    for way in ways:
        box = QRect(way.mapTo(child.page, QPoint(0, 0)), way.size())
        if not screen.contains(box) or way.visibleRegion().boundingRect() != way.rect():
            yield f"{way.words()!r} is not in sight"  # type: ignore[attr-defined]
    body = child.step.body
    left = body.viewport().height() if body.verticalScrollBar().maximum() else child.step.stage.height()
    if left < child.page.height() // 4:
        yield f"{left} pixels are left for the page"
    yield from small_targets(child)


def read_on(child: Child) -> Iterator[str]:
    """It is read on with the keys: as soon as it is there where it is longer than fits, else from the page itself."""
    bar = child.step.body.verticalScrollBar()
    bar.setValue(0)
    child.room.focus_step()
    if (child.step is QApplication.focusWidget()) < (bar.maximum() > theme.gap(8)):
        yield "there is more to read, and the keyboard is elsewhere"
    child.step.setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Down):
        before = bar.value()
        press(key)
        if not (bar.value() > before or bar.value() == bar.maximum()):
            yield f"{key} does not scroll"
    press(Qt.Key.Key_End)
    if bar.value() != bar.maximum():
        yield "End is not the end"
    press(Qt.Key.Key_Home)
    if bar.value() != 0:
        yield "Home is not the beginning"


def tab_passes_no_words_by(child: Child) -> Iterator[str]:
    """What has the keyboard is reached only when everything that stands before it was in sight."""
    bar, view = child.step.body.verticalScrollBar(), child.step.body.viewport()
    bar.setValue(0)
    child.room.focus_step()
    read, to_the_end = view.height(), bar.maximum() + view.height()
    for _tab in range(200):
        press(Qt.Key.Key_Tab)
        if bar.value() > read:
            yield "a jump"
        read = max(read, bar.value() + view.height())
        now = QApplication.focusWidget()
        assert now is not None
        if not child.step.isAncestorOf(now) and now is not child.step:
            break
        if child.step.body.isAncestorOf(now) and _top(child, now) >= read:
            yield f"{now.accessibleName()!r} is reached past words"
        if child.step.ways_row.isAncestorOf(now) and read < to_the_end - theme.gap(8):
            yield "the ways on are reached past words"
    if child.step.isAncestorOf(now):
        yield "Tab does not lead on"
    if read < to_the_end - theme.gap(8):
        yield "the end was never in sight"


def more_below_leads_to_the_end(child: Child) -> Iterator[str]:
    """It is there where there is more, and is pressed by key until the end is there."""
    more, bar = child.step.more, child.step.body.verticalScrollBar()
    bar.setValue(0)
    settle()
    if more.isVisible() != (bar.maximum() > theme.gap(8)):
        yield f"it is {'there' if more.isVisible() else 'not there'}"
    for _press in range(80):
        if not more.isVisible():
            break
        more.setFocus(Qt.FocusReason.TabFocusReason)
        press(Qt.Key.Key_Space)
    if bar.maximum() - bar.value() > theme.gap(8):
        yield "it does not lead to the end"


QUESTIONS: list[Callable[[Child], Iterator[str]]] = [
    ways_in_sight, read_on, tab_passes_no_words_by, more_below_leads_to_the_end,
]  # fmt: skip


def press(key: Qt.Key) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, key)


def _top(child: Child, widget: QWidget) -> int:
    content = child.step.body.widget()
    assert content is not None
    return widget.mapTo(content, QPoint(0, 0)).y()
