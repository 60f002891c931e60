"""What is seen of a page: whole doors, answers in line."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carer_app.storage.vault import Vault
from tests import builders
from tests.ui.audit import settle
from ui.base.house import House
from ui.base.places import MeetingSheetPlace
from ui.look import theme
from ui.paper.meeting_sheet import MeetingSheetPage
from ui.shell.side_bar import SideBar
from ui.widgets.buttons import SideBarButton
from ui.widgets.choice import Choices


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


def test_two_columns_of_answers_begin_on_one_line(
    house: House, show: Callable[..., Any], vault: Vault
) -> None:
    ids = builders.ordinary_household(vault)
    page = show(MeetingSheetPage(house, MeetingSheetPlace(ids["coming"])))
    settle()
    tops = {each.mapTo(page, QPoint(0, 0)).y() for each in page.findChildren(Choices) if each.isVisible()}
    assert len(tops) == 1
