"""Finding a name in a long list by typing it, at one's own speed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from ui.widgets.combo import Combo

NAMES = ("I don’t know yet", "Leeds", "Southwark", "St Helens", "Staffordshire", "Suffolk", "Surrey")


@pytest.fixture
def combo(qtbot: QtBot) -> Combo:
    made = Combo()
    qtbot.addWidget(made)
    made.addItems(list(NAMES))
    return made


def press(combo: Combo, letters: str, *, ms_apart: int, start: int = 5000) -> None:
    """Each key says itself when it was pressed, so that no test has to wait."""
    for place, letter in enumerate(letters):
        key = Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper()))
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(start + place * ms_apart)
        combo.keyPressEvent(event)


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
