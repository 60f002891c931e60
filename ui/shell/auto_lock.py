"""The records lock by themselves: when nobody has done anything for a while, or the computer is left."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.base.records import Records
from ui.shell.computer_left import ComputerLeft
from ui.shell.idle import Idle
from ui.shell.window import Window
from ui.unlock.unlock import UnlockPage
from ui.widgets.lock_warning import LockWarning

STAYS_SAID_MS = 4000


class AutoLock(QObject):
    """Warns on the window a minute before. Nothing that is open on top of the window holds it up."""

    def __init__(
        self,
        window: Window,
        records: Records,
        lock: Callable[[], None],
        monotonic: Callable[[], float],
        wall: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._records = records
        self._lock = lock
        self._bar: LockWarning | None = None
        self.idle = Idle(monotonic, wall, self)
        self.idle.warning.connect(self._warn)
        self.idle.stays.connect(self._say_stays)
        self.idle.over.connect(self._lock_by_itself)
        records.changed.connect(self.idle.done_something)
        self.computer = ComputerLeft(window, self)
        self.computer.left.connect(self._lock_by_itself)
        self._put_away_soon = QTimer(self)
        self._put_away_soon.setSingleShot(True)
        self._put_away_soon.setInterval(STAYS_SAID_MS)
        self._put_away_soon.timeout.connect(self._put_away_if_unused)

    def watch(self, minutes: int) -> None:
        """While records are open: lock after so many minutes, 0 is never."""
        if self._may_lock():
            self.idle.watch(minutes)

    def rest(self) -> None:
        """The records are being locked."""
        self.idle.rest()
        self._put_away()

    def bar(self) -> LockWarning | None:
        """The warning, while it is shown."""
        return self._bar

    def _may_lock(self) -> bool:
        """What is kept in memory only would be lost by locking it."""
        return self._records.is_open and not self._records.vault.forgets

    def _lock_by_itself(self) -> None:
        if self._may_lock():
            self._lock()
            page = self._window.page
            if isinstance(page, UnlockPage):
                page.say_it_locked_by_itself()

    def _warn(self) -> None:
        self._put_away()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()  # an open list takes every click; nothing is chosen by closing it
        bar = LockWarning()
        bar.stay.connect(self._put_away)
        bar.lock_now.connect(self._lock, Qt.ConnectionType.QueuedConnection)
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            self._window.add_bar(bar)
        else:
            bar.float_over(dialog, self._window)
        bar.destroyed.connect(self._on_destroyed)
        self._bar = bar
        bar.warn()

    def _say_stays(self) -> None:
        if self._bar is not None:
            self._bar.say_stays()
            self._put_away_soon.start()

    def _put_away_if_unused(self) -> None:
        """Not while one presses a button, or is about to: what is below would move under the mouse."""
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self._bar is not None and (pressed or self._bar.underMouse()):
            self._put_away_soon.start()
        else:
            self._put_away()

    def _put_away(self) -> None:
        self._put_away_soon.stop()
        bar, self._bar = self._bar, None
        if bar is None:
            return
        bar.destroyed.disconnect(self._on_destroyed)
        page, focused = self._window.page, QApplication.focusWidget()
        if page is not None and focused is not None and bar.isAncestorOf(focused):
            page.take_keyboard_back()
        bar.hide()
        bar.deleteLater()

    def _on_destroyed(self) -> None:
        """It went with the dialog it was on."""
        self._bar = None
