"""What is seen of the side bar: whole doors, the one that is open, and Lock."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
from tests.ui.opening import in_sight
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
    if height == 700 and scale < 200:
        assert bar.doors.verticalScrollBar().maximum() == 0, "all seven doors are seen at once"
    for door in bar._doors:
        bar.show_door(door)
        assert in_sight(bar._doors[door])
    theme.apply(qapp, theme.Look())
