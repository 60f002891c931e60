"""The records lock by themselves: after a while without anything done, asleep, or with the screen locked."""

import weakref
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from carer_app.computer.paths import DataDir
from carer_app.storage.vault import Vault
from carer_app.use_cases import household
from tests import builders
from tests.journeys.conftest import bring_forward, put_away, settle, unlock, visit, wait_for
from tests.ui.audit import audit
from ui.base import dialogs
from ui.base.places import AfterMeeting, Home, Settings, Unlock
from ui.shell.app import Companion
from ui.unlock.unlock import UnlockPage
from ui.widgets.lock_warning import LockWarning

pytestmark = pytest.mark.journey


class Clocks:
    """The time since the computer was started, and the clock on the wall."""

    def __init__(self) -> None:
        self.awake = 1000.0
        self.wall = 1_770_000_000.0

    def pass_by(self, minutes: float) -> None:
        self.awake += minutes * 60
        self.wall += minutes * 60


class Sitting:
    """A carer at the open records, and the clocks on their side."""

    def __init__(self, companion: Companion, ids: dict[str, Any], clocks: Clocks) -> None:
        self.companion, self.ids, self.clocks = companion, ids, clocks

    @property
    def auto_lock(self) -> Any:
        return self.companion._auto_lock

    def leave_for(self, minutes: float) -> None:
        """Nobody does anything for so long; then the timer fires."""
        self.clocks.pass_by(minutes)
        self.auto_lock.idle.look()
        settle()

    def warning(self) -> LockWarning | None:
        bar: LockWarning | None = self.auto_lock.bar()
        return bar if bar is not None and bar.isVisible() else None

    def is_warned(self) -> bool:
        bar = self.warning()
        return bar is not None and bar.text().startswith("Locking in one minute.")


@pytest.fixture
def sitting(qapp: QApplication, qtbot: QtBot, data: DataDir) -> Iterator[Sitting]:
    """The running application over the ordinary household, unlocked, with clocks that stand still."""
    data.root.mkdir()
    vault = builders.new_vault(data.vault)
    ids = builders.ordinary_household(vault)
    vault.close()
    clocks = Clocks()
    companion = Companion(
        data, lambda: builders.TODAY, monotonic=lambda: clocks.awake, wall=lambda: clocks.wall
    )
    companion.start()
    bring_forward(companion, qtbot)
    unlock(companion)
    wait_for(lambda: companion._auto_lock is not None, "the first page to settle in")
    settle()
    yield Sitting(companion, ids, clocks)
    put_away(companion)


def test_a_quarter_of_an_hour_without_anything_done_warns_and_a_minute_later_locks(sitting: Sitting) -> None:
    sitting.leave_for(13.9)
    assert not sitting.is_warned()
    sitting.leave_for(0.2)
    assert sitting.is_warned()
    assert sitting.companion.records.is_open
    sitting.leave_for(1)
    assert not sitting.companion.records.is_open
    assert sitting.companion.window.place == Unlock()
    assert sitting.auto_lock.bar() is None
    assert says_that_it_locked_by_itself(sitting)


def says_that_it_locked_by_itself(sitting: Sitting) -> bool:
    page = sitting.companion.window.page
    assert isinstance(page, UnlockPage)
    return page.by_itself.isVisible()


def test_whoever_presses_lock_is_not_told_that_it_locked_by_itself(sitting: Sitting) -> None:
    sitting.companion.lock()
    assert not says_that_it_locked_by_itself(sitting)


def test_the_warning_is_said_aloud_by_what_has_the_keyboard(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[object, str]] = []
    monkeypatch.setattr("ui.widgets.lock_warning.announce", lambda widget, text: said.append((widget, text)))
    page = visit(sitting.companion, Settings())
    page.name.setFocus()
    sitting.leave_for(14)
    QTest.keyClicks(page.name, "S")
    assert [widget for widget, _text in said] == [page.name, page.name]
    assert [text.split(".")[0] for _widget, text in said] == [
        "Locking in one minute",
        "PEP Companion stays open",
    ]


def test_records_in_memory_only_do_not_lock_by_themselves(sitting: Sitting) -> None:
    """They would be lost."""
    sitting.companion.lock()
    sitting.companion.records.open(Vault.in_memory())
    sitting.companion._on_opened()
    sitting.leave_for(600)
    sitting.auto_lock.computer.left.emit()
    assert sitting.companion.records.is_open
    assert not sitting.auto_lock.idle._timer.isActive()


def test_left_alone_it_wakes_up_twice_before_it_locks_and_never_afterwards(sitting: Sitting) -> None:
    timer = sitting.auto_lock.idle._timer
    assert timer.interval() == 14 * 60_000
    sitting.leave_for(14)
    assert timer.interval() == 60_000
    sitting.leave_for(1)
    assert not timer.isActive()


def test_any_key_stays_open_and_still_counts_as_usual(sitting: Sitting) -> None:
    page = visit(sitting.companion, Settings())
    page.name.setFocus()
    sitting.leave_for(14)
    bar = sitting.warning()
    assert bar is not None
    QTest.keyClicks(page.name, "S")
    assert page.name.text() == "S"
    assert bar.text() == "PEP Companion stays open."
    sitting.leave_for(13.9)
    assert sitting.companion.records.is_open
    assert not sitting.is_warned()


def test_words_that_are_dictated_stay_open_though_no_key_is_pressed(sitting: Sitting) -> None:
    page = visit(sitting.companion, Settings())
    page.name.setFocus()
    sitting.leave_for(14)
    spoken = QInputMethodEvent()
    spoken.setCommitString("Sam")
    QApplication.sendEvent(page.name, spoken)
    bar = sitting.auto_lock.bar()
    assert bar is not None
    assert bar.text() == "PEP Companion stays open."
    assert page.name.text() == "Sam"


def test_the_bar_goes_away_again_after_a_key(sitting: Sitting) -> None:
    sitting.leave_for(14)
    QTest.keyClick(sitting.companion.window.windowHandle(), Qt.Key.Key_Shift)
    wait_for(lambda: sitting.auto_lock.bar() is None, "the bar to go")
    assert sitting.companion.records.is_open


def test_a_movement_of_the_mouse_stays_open_and_leaves_the_buttons_where_they_are(sitting: Sitting) -> None:
    window = sitting.companion.window
    sitting.leave_for(14)
    bar = sitting.warning()
    assert bar is not None
    QTest.mouseMove(window.windowHandle(), QPoint(300, 300))
    QTest.mouseMove(window.windowHandle(), QPoint(310, 320))
    wait_for(lambda: bar.text() == "PEP Companion stays open.", "the movement")
    assert bar.lock_button.isVisible()
    QTest.mouseClick(bar.lock_button, Qt.MouseButton.LeftButton)
    wait_for(lambda: not sitting.companion.records.is_open, "the lock")


def test_the_two_buttons_do_what_they_say(sitting: Sitting) -> None:
    sitting.leave_for(14)
    bar = sitting.warning()
    assert bar is not None
    QTest.mouseClick(bar.stay_button, Qt.MouseButton.LeftButton)
    assert sitting.auto_lock.bar() is None
    sitting.leave_for(13.9)
    assert sitting.companion.records.is_open
    sitting.leave_for(0.2)
    bar = sitting.warning()
    assert bar is not None
    bar.lock_button.setFocus()
    QTest.keyClick(bar.lock_button, Qt.Key.Key_Space)
    wait_for(lambda: not sitting.companion.records.is_open, "the lock")


def test_a_screen_reader_that_presses_and_moves_without_keys_counts_as_somebody(sitting: Sitting) -> None:
    page = visit(sitting.companion, Settings())
    page.name.setFocus()
    sitting.leave_for(14)
    page.sizes.row("100").setFocus()
    assert not sitting.is_warned()
    sitting.leave_for(14)
    assert sitting.is_warned()
    sitting.companion.records.change(household.set_own_name, "Sam")
    assert not sitting.is_warned()
    assert sitting.companion.records.is_open


def dialog_on_top() -> QWidget | None:
    """The open dialog once it has the keyboard: on a busy screen that comes late, and would count as somebody there."""

    def has_keyboard() -> bool:
        dialog, focused = QApplication.activeModalWidget(), QApplication.focusWidget()
        return dialog is not None and focused is not None and dialog.isAncestorOf(focused)

    wait_for(has_keyboard, "the dialog to have the keyboard")
    settle()
    return QApplication.activeModalWidget()


def test_the_warning_is_shown_over_an_open_dialog_which_does_not_stop_the_lock(sitting: Sitting) -> None:
    home = visit(sitting.companion, Home())
    dialogs.ShortQuestion(home, "Sure?", "A question is open.", [("Yes", lambda: None)], "Leave it").open()
    dialog = dialog_on_top()
    sitting.leave_for(14)
    bar = sitting.warning()
    assert bar is not None
    assert bar.isWindow()
    assert bar.parentWidget() is dialog
    row = bar.stay_button.parentWidget()
    assert row.height() >= row.heightForWidth(row.width())
    refs = [weakref.ref(sitting.companion.records.vault), weakref.ref(home), weakref.ref(bar)]
    sitting.leave_for(1)
    assert not sitting.companion.records.is_open
    assert QApplication.activeModalWidget() is None
    del home, dialog, bar
    from tests.journeys.test_locking import nothing_left

    assert nothing_left(refs) == []


@pytest.mark.parametrize("button", ["stay_button", "lock_button"])
def test_its_buttons_can_be_pressed_over_a_file_dialog(sitting: Sitting, button: str) -> None:
    window = sitting.companion.window
    dialogs.choose_file(window, "Choose a PDF", "PDF files (*.pdf)", lambda _path: None)
    assert isinstance(dialog_on_top(), QFileDialog)
    sitting.leave_for(14)
    bar = sitting.warning()
    assert bar is not None
    pressed = getattr(bar, button)
    QTest.mouseClick(
        bar.windowHandle(), Qt.MouseButton.LeftButton, pos=pressed.mapTo(bar, pressed.rect().center())
    )
    wait_for(lambda: sitting.auto_lock.bar() is None, "the bar to go")
    assert sitting.companion.records.is_open == (button == "stay_button")
    dialogs.close_all()


def test_the_warning_goes_with_a_dialog_that_is_closed(sitting: Sitting) -> None:
    home = visit(sitting.companion, Home())
    dialogs.ShortQuestion(home, "Sure?", "A question is open.", [("Yes", lambda: None)], "Leave it").open()
    dialog = dialog_on_top()
    sitting.leave_for(14)
    assert isinstance(dialog, QDialog)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    settle()
    assert sitting.auto_lock.bar() is None
    assert sitting.companion.records.is_open
    sitting.leave_for(14)
    assert sitting.is_warned()


def test_an_open_calendar_is_put_away_so_that_the_warning_can_be_pressed(sitting: Sitting) -> None:
    page = visit(sitting.companion, AfterMeeting(sitting.ids["coming"]))
    page.held.button.click()
    settle()
    assert QApplication.activePopupWidget() is not None
    sitting.leave_for(14)
    assert QApplication.activePopupWidget() is None
    assert sitting.is_warned()
    sitting.leave_for(1)
    assert not sitting.companion.records.is_open


def test_how_long_is_chosen_in_the_settings_and_holds_at_once(sitting: Sitting) -> None:
    page = visit(sitting.companion, Settings())
    page.lock_after.row("5").click()
    sitting.leave_for(4)
    assert sitting.is_warned()
    page.lock_after.row("0").click()
    sitting.leave_for(600)
    assert sitting.companion.records.is_open
    assert not sitting.auto_lock.idle._timer.isActive()


def test_a_computer_that_was_asleep_is_found_locked_and_takes_no_key(sitting: Sitting) -> None:
    page = visit(sitting.companion, Settings())
    sitting.companion.window.house.prefer(replace(sitting.companion.window.house.preferences(), lock_after=0))
    sitting.clocks.wall += 3600  # and the computer was awake for none of it
    QTest.keyClicks(page.name, "x")
    assert page.name.text() == ""
    wait_for(lambda: not sitting.companion.records.is_open, "the lock")


def test_where_the_clock_goes_on_in_sleep_it_is_locked_without_a_warning(sitting: Sitting) -> None:
    sitting.leave_for(600)
    assert not sitting.companion.records.is_open


def test_a_clock_that_is_put_back_locks_nothing(sitting: Sitting) -> None:
    page = visit(sitting.companion, Settings())
    sitting.clocks.wall -= 10 * 365 * 86_400
    QTest.keyClicks(page.name, "Sam")
    settle()
    assert sitting.companion.records.is_open


def test_after_locking_nothing_is_watched_and_after_unlocking_it_is_again(sitting: Sitting) -> None:
    sitting.companion.lock()
    sitting.leave_for(600)
    assert sitting.auto_lock.bar() is None
    unlock(sitting.companion)
    settle()
    sitting.leave_for(14)
    assert sitting.is_warned()


@pytest.mark.parametrize(("colours", "size"), [("light", 100), ("dark", 200), ("contrast", 200)])
def test_the_warning_can_be_read_and_reached_in_every_look(sitting: Sitting, colours: str, size: int) -> None:
    house = sitting.companion.window.house
    house.prefer(replace(house.preferences(), colours=colours, text_size=size))
    sitting.companion.window.resize(1366, 728)
    visit(sitting.companion, Settings())
    sitting.leave_for(14)
    assert sitting.is_warned()
    assert audit(sitting.companion.window) == []
