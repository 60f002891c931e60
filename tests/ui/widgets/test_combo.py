"""Finding a name in a long list by typing it, at one's own speed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look import theme
from ui.look.theme import Look
from ui.widgets.combo import Combo
from ui.widgets.scroll_page import bring_into_view

NAMES = ("I don’t know yet", "Leeds", "Southwark", "St Helens", "Staffordshire", "Suffolk", "Surrey")


@pytest.fixture
def combo(qtbot: QtBot) -> Combo:
    made = Combo()
    qtbot.addWidget(made)
    made.addItems(list(NAMES))
    return made


def press(combo: Combo, letters: str, *, ms_apart: int, start: int = 5000, to: QWidget | None = None) -> None:
    """Each key says itself when it was pressed, so that no test has to wait."""
    for place, letter in enumerate(letters):
        key = Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper()))
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(start + place * ms_apart)
        QApplication.sendEvent(to or combo, event)


@pytest.mark.parametrize("name", NAMES[1:])
@pytest.mark.parametrize("ms_apart", [20, 1200])
def test_a_whole_name_is_found_typed_fast_or_slowly(combo: Combo, name: str, ms_apart: int) -> None:
    press(combo, name.lower(), ms_apart=ms_apart)
    assert combo.currentText() == name
    assert not combo.view().isVisible()


def test_each_change_is_told_once(combo: Combo) -> None:
    told: list[int] = []
    combo.activated.connect(told.append)
    press(combo, "suffolk", ms_apart=100)
    assert [combo.itemText(row) for row in told] == ["Southwark", "Suffolk"]


def test_one_letter_again_and_again_goes_through_its_names_and_round(combo: Combo) -> None:
    seen = []
    for place in range(6):
        press(combo, "s", ms_apart=0, start=5000 + 100 * place)
        seen.append(combo.currentText())
    assert seen == ["Southwark", "St Helens", "Staffordshire", "Suffolk", "Surrey", "Southwark"]


def test_after_a_while_another_name_begins(combo: Combo) -> None:
    press(combo, "sur", ms_apart=100)
    press(combo, "lee", ms_apart=100, start=9000)
    assert combo.currentText() == "Leeds"


def test_a_letter_that_fits_nothing_chooses_nothing_else(combo: Combo) -> None:
    press(combo, "surl", ms_apart=100)
    assert combo.currentText() == "Surrey"


def test_a_space_alone_still_opens_the_list(combo: Combo, qtbot: QtBot) -> None:
    combo.show()
    press(combo, " ", ms_apart=0)
    assert combo.view().isVisible()
    combo.hidePopup()


def test_a_word_inside_a_name_finds_it(combo: Combo) -> None:
    combo.addItems(["North Yorkshire", "West Northamptonshire"])
    press(combo, "york", ms_apart=100)
    assert combo.currentText() == "North Yorkshire"
    press(combo, "northam", ms_apart=100, start=20_000)
    assert combo.currentText() == "West Northamptonshire"


@pytest.mark.parametrize("percent", [100, 200])
def test_an_open_list_covers_half_of_the_window_at_most_and_a_name_is_typed_there_too(
    qtbot: QtBot, percent: int
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window, page, combo = QScrollArea(), QWidget(), Combo()
    qtbot.addWidget(window)
    column = QVBoxLayout(page)
    column.addSpacing(250)
    column.addWidget(combo, 0, Qt.AlignmentFlag.AlignTop)
    column.addSpacing(3000)
    window.setWidgetResizable(True)
    window.setWidget(page)
    combo.addItems([f"Council {number}" for number in range(40)] + list(NAMES))
    theme.apply(app, Look(scale=percent))
    window.resize(1000, 720)
    window.show()
    told: list[int] = []
    combo.activated.connect(told.append)
    press(combo, " ", ms_apart=0)
    opened = combo.view().window()
    assert opened.height() < 400
    assert (
        opened.mapToGlobal(opened.rect().topLeft()).y()
        >= combo.mapToGlobal(combo.rect().bottomLeft()).y() - 4
    )
    bring_into_view(combo.view())  # as the window does for whatever gets the keyboard
    assert window.verticalScrollBar().value() == 0, "the page stays where it was behind the open list"
    press(combo, "sur", ms_apart=900, to=combo.view())
    assert told == [], "nothing is chosen before Enter"
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    assert combo.currentText() == "Surrey"
    assert not combo.view().isVisible()
