"""What is seen of the side bar: whole doors, the one that is open, and Lock."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
from tests.ui.opening import in_sight
from ui.base.places import SearchPlace
from ui.look import theme
from ui.shell.side_bar import SideBar
from ui.widgets.buttons import SideBarButton


@pytest.mark.parametrize("height", [700, 480])
@pytest.mark.parametrize("scale", theme.SCALES)
def test_each_door_of_the_side_bar_is_one_line(
    qapp: QApplication, qtbot: QtBot, scale: int, height: int
) -> None:
    theme.apply(qapp, theme.Look("light", scale))
    bar = SideBar()
    qtbot.addWidget(bar)
    bar.resize(bar.width(), height)
    bar.show()
    settle()
    for door in bar.findChildren(SideBarButton):
        assert door.height() <= theme.px(44) + 1, door.words()
    assert in_sight(bar.lock_button)
    if height == 700:
        assert bar.doors.verticalScrollBar().maximum() == 0, "all seven doors are seen at once"
    for door in bar._doors:
        bar.show_door(door)
        assert in_sight(bar._doors[door])
    theme.apply(qapp, theme.Look())


@pytest.mark.parametrize("scale", theme.SCALES)
def test_search_costs_no_row_of_doors_and_is_always_in_sight(
    qapp: QApplication, qtbot: QtBot, scale: int
) -> None:
    theme.apply(qapp, theme.Look("light", scale))
    bar = SideBar()
    qtbot.addWidget(bar)
    bar.resize(bar.width(), 480)
    bar.show()
    settle()
    search, lock = bar.search_button, bar.lock_button
    assert in_sight(search)
    assert min(search.width(), search.height()) >= theme.px(44)
    assert (search.accessibleName(), search.toolTip()) == ("Search", "Search (Ctrl+F)")
    assert search.y() == lock.y()
    assert lock.width() >= lock.sizeHint().width()
    with qtbot.waitSignal(bar.go) as went:
        search.click()
    assert went.args == [SearchPlace()]
    bar.show_door("search")
    assert search.isChecked()
    theme.apply(qapp, theme.Look())
