"""What is seen of the side bar: whole doors."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
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
    if height == 700:
        assert bar.verticalScrollBar().maximum() == 0, "all seven doors are seen at once"
    theme.apply(qapp, theme.Look())
