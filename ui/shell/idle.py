"""Notices that nobody has done anything for a while: warns, and a minute later says that it is time to lock."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.widgets.scroll_page import moved_by_a_page

WARNING_SECONDS = 60
SLEPT_SECONDS = 60
"""The clock on the wall went on by so much more than the time that the computer was awake: it was asleep."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class Idle(QObject):
    """Watches what a person sends to our windows while the records are open, and to what has the keyboard there: what
    an input method or dictation writes passes no window. To hear what goes to every widget would cost a fifth of all.

    Anything done only notes the moment. The one timer looks at that moment when it fires and is then set to the
    next time at which something could be due, so an application left alone wakes up twice.
    """

    warning = Signal()
    """A minute is left."""
    stays = Signal()
    """Something was done after the warning."""
    over = Signal()
    """It is time to lock."""

    def __init__(
        self, monotonic: Callable[[], float], wall: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._monotonic, self._wall = monotonic, wall
        self._most: float | None = None
        self._watching = False
        self._warned_at: float | None = None
        self._is_over = False
        self._pointer = QPoint()
        self._has_keyboard: QObject | None = None
        self._active_at = self._wall_then = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    def watch(self, minutes: int) -> None:
        """From now on, for so many minutes without anything done; 0 is for ever."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if not self._watching:
            self._watching = True
            self._pointer = QCursor.pos()
            self._look_at_windows()
            application.focusWindowChanged.connect(self._look_at_windows)
            application.focusObjectChanged.connect(self._look_at)
            application.focusChanged.connect(self._on_focus)
            self._look_at(application.focusObject())
        self._most = minutes * 60 if minutes else None
        self._is_over = False
        self._note()
        self._wait()

    def rest(self) -> None:
        """Nothing is open any more: watch nothing, and never wake up."""
        self._timer.stop()
        self._warned_at = None
        self._is_over = False
        application = QApplication.instance()
        if self._watching and isinstance(application, QApplication):
            application.focusWindowChanged.disconnect(self._look_at_windows)
            application.focusObjectChanged.disconnect(self._look_at)
            application.focusChanged.disconnect(self._on_focus)
            for window in application.allWindows():
                window.removeEventFilter(self)
            self._look_at(None)
        self._watching = False

    def done_something(self) -> None:
        """A person did something, by whatever way: a screen reader presses a button without key or mouse."""
        if not self._watching or self._is_over:
            return
        if self._was_asleep() or self._is_long_over():
            self._end()
            return
        self._note()
        if self._warned_at is not None:
            self._warned_at = None
            self._wait()
            self.stays.emit()

    def look(self) -> None:
        """The timer fired: what is due now?"""
        if not self._watching or self._is_over:
            return
        if self._was_asleep() or self._is_long_over():
            self._end()
        elif self._most is None:
            return
        elif self._warned_at is not None:
            if self._monotonic() - self._warned_at >= WARNING_SECONDS:
                self._end()
        elif self._monotonic() - self._active_at >= self._most - WARNING_SECONDS:
            self._look_at_windows()  # a list that is open has a window of its own
            self.warning.emit()  # first: what is put away to show the warning is not something the person did
            self._warned_at = self._monotonic()
        self._wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _INPUT:
            return False
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            pointer = event.globalPosition().toPoint()
            if pointer == self._pointer:
                return False  # not the mouse moved, but something under it
            self._pointer = pointer
        self.done_something()
        return self._is_over  # what is pressed when it is already over is not for the page

    def _look_at_windows(self, *_window: object) -> None:
        """See what comes to each of our windows, also those that are new."""
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)

    def _look_at(self, at: QObject | None) -> None:
        """See what comes to what has the keyboard now, and not any more to what had it before."""
        if self._has_keyboard is not None and isValid(self._has_keyboard):
            self._has_keyboard.removeEventFilter(self)
        self._has_keyboard = at
        if at is not None:
            at.installEventFilter(self)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not moved_by_a_page(now):
            self.done_something()

    def _note(self) -> None:
        self._active_at, self._wall_then = self._monotonic(), self._wall()

    def _was_asleep(self) -> bool:
        on_the_wall, awake = self._wall() - self._wall_then, self._monotonic() - self._active_at
        return on_the_wall - awake > SLEPT_SECONDS

    def _is_long_over(self) -> bool:
        """The time for a warning has come and gone: where a sleeping computer's clock goes on, it was asleep."""
        if self._most is None:
            return False
        since = self._active_at if self._warned_at is None else self._warned_at
        most = self._most if self._warned_at is None else WARNING_SECONDS
        return self._monotonic() - since >= most + WARNING_SECONDS

    def _end(self) -> None:
        """A moment later: closing the window that a key is just going to would end badly."""
        self._timer.stop()
        self._is_over = True
        QTimer.singleShot(0, self, self._say_over)

    def _say_over(self) -> None:
        if self._is_over:
            self.over.emit()

    def _wait(self) -> None:
        if self._most is None or self._is_over:
            self._timer.stop()
            return
        if self._warned_at is not None:
            due = self._warned_at + WARNING_SECONDS
        else:
            due = self._active_at + self._most - WARNING_SECONDS
        self._timer.start(max(0, round((due - self._monotonic()) * 1000)))
