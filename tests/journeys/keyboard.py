"""A carer who has only a keyboard: keys go to the window as the window system would send them."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QRadioButton, QScrollArea, QWidget

from ui.shell.app import Companion
from ui.widgets.choice import Choices

PATIENCE_SECONDS = 20
MOST_STEPS = 150
"""No page has more Tab stops than this; whoever has not come by now is caught somewhere."""
A_HAIR = 2
SETTLES_MS = 2000
"""What has the focus is in sight by then."""

ALONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keyboard:
    """Presses keys, and looks where the focus went: it must have a name, and be seen."""

    def __init__(self, companion: Companion) -> None:
        self.companion = companion
        # A list that is searched by its first letters takes them as one word, however busy the computer is.
        QApplication.setKeyboardInputInterval(PATIENCE_SECONDS * 1000)

    @property
    def place(self) -> str:
        """The name of the place that is shown."""
        return type(self.companion.window.place).__name__

    def press(self, key: Qt.Key, with_key: Qt.KeyboardModifier = ALONE) -> None:
        """One key, let the application answer, and look where the focus is."""
        QTest.keyClick(self._window(), key, with_key)
        self.rest()
        self._look()

    def type(self, words: str, over: bool = True) -> None:
        """Type where the focus is, in place of what is there."""
        if over:
            self.press(Qt.Key.Key_A, CTRL)
        for letter in words:
            if letter.isascii():
                QTest.keyClick(self._window(), letter)
            else:  # QTest knows no other letters; this is what the window sends on for them
                box = _focused()
                QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, ALONE, letter))
        self.rest()
        self._look()

    def tab_to(self, name: str, back: bool = False) -> None:
        """Tab until the control called `name` has the focus; "Add: How…" is any whose name begins so."""
        passed = [self.name()]
        while not _is_called(passed[-1], name):
            assert len(passed) <= MOST_STEPS, f"{name!r} cannot be reached on {self.place}: {passed}"
            self.press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else ALONE)
            passed.append(self.name())

    def fill(self, name: str, words: str) -> None:
        """Go to a box and type in it."""
        self.tab_to(name)
        self.type(words)

    def enter(self, name: str) -> None:
        """Go to a button and press Enter."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Return)

    def space(self, name: str) -> None:
        """Go to a button, an answer or a box to tick, and press Space."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def choose(self, group: str, answer: str) -> None:
        """Tab to a question, then to one of its answers with the arrow, and choose it."""
        steps = 0
        while not isinstance(box := _focused(), QRadioButton) or called(_choices_of(box)) != group:
            steps += 1
            assert steps <= MOST_STEPS, f"the answers to {group!r} cannot be reached on {self.place}"
            self.press(Qt.Key.Key_Tab)
        while self.name() != answer:
            steps += 1
            assert steps <= MOST_STEPS, f"{answer!r} is no answer to {group!r} on {self.place}"
            self.press(Qt.Key.Key_Down)
        # The arrow chooses only where something was chosen before.
        self.press(Qt.Key.Key_Space)

    def all_round(self) -> list[str]:
        """Tab from here until here again, then all the way back: the focus is caught nowhere. Says what was passed."""
        if not _focused().focusPolicy() & Qt.FocusPolicy.TabFocus:
            self.press(
                Qt.Key.Key_Tab
            )  # a page to be read from its top; the round begins at its first control
        start = _focused()
        there, back = [], []
        for key, held, passed in (
            (Qt.Key.Key_Tab, ALONE, there),
            (Qt.Key.Key_Backtab, SHIFT, back),
        ):
            self.press(key, held)
            while _focused() is not start:
                passed.append(self.name())
                assert len(passed) <= MOST_STEPS, f"Tab does not come round on {self.place}: {passed}"
                self.press(key, held)
        assert back == there[::-1], f"{self.place}, forwards: {there}, backwards: {back}"
        return there

    def name(self) -> str:
        """What a screen reader calls the control that has the focus."""
        return called(_focused())

    def reads(self, words: str) -> bool:
        """Whether a screen reader finds these words anywhere in the window."""
        return any(words in said for said in self.everything())

    def finds(self, words: str) -> None:
        """A screen reader finds these words in the window."""
        assert self.reads(words), f"{words!r} is not on {self.place}: {self.everything()}"

    def everything(self) -> list[str]:
        """What a screen reader finds in the window: the names and descriptions of all that is shown."""
        root = QAccessible.queryAccessibleInterface(self.companion.window)
        return list(_read(root))

    def wait(self, true: Callable[[], object], what: str) -> None:
        """Let the application work until something holds."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not true():
            assert time.monotonic() < end, f"waited {PATIENCE_SECONDS} s for {what} on {self.place}"
            _turn(10)

    def rest(self) -> None:
        """Until nothing is going on, and the page is whole."""
        _turn(0)
        self.wait(lambda: not self.companion.background.is_busy, "the work in the background")
        if self.companion.window.page is not None:
            self.companion.window.page.fill_whole()
        _turn(0)

    def _window(self) -> QWindow:
        """The window that has the keyboard."""
        self.wait(self._has_focus, "a window with the focus")
        window = QGuiApplication.focusWindow()
        assert window is not None
        return window

    def _has_focus(self) -> bool:
        """Whether the window in front has it. After a dialog the window manager sees to that, and here is none."""
        if QApplication.activeModalWidget() is not None:
            # The dialog has it, or the list that opens as one types in it.
            return QGuiApplication.focusWindow() not in (None, self.companion.window.windowHandle())
        if QGuiApplication.focusWindow() is None:
            self.companion.window.activateWindow()
        return QGuiApplication.focusWindow() is not None

    def _look(self) -> None:
        """The focus is somewhere, it has a name, and nothing hides it."""
        self.wait(lambda: self._has_focus() and QApplication.focusWidget(), "something to have the focus")
        widget = _focused()
        assert called(widget).strip(), f"{widget} on {self.place} has the focus and no name"
        if isinstance(widget.window(), type(self.companion.window)):
            # A page that is shown lays itself out a moment later.
            for _look in range(SETTLES_MS // 10):
                if not hidden_part(widget):
                    break
                _turn(10)
            missing = hidden_part(widget)
            assert not missing, (
                f"{called(widget)!r} on {self.place} has the focus and cannot be seen: {missing}"
            )


def called(widget: QWidget) -> str:
    """The name that a screen reader says."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def hidden_part(widget: QWidget) -> str:
    """How much of a control, or the cursor in it, is outside of what can be seen; empty where it is all there."""
    if isinstance(widget, QPlainTextEdit) and (cursor := _hidden(widget.viewport(), widget.cursorRect())):
        return f"the cursor, {cursor}"
    return _hidden(widget, widget.rect())


def _hidden(widget: QWidget, part: QRect) -> str:
    seen, room = QRect(part), widget.window().height()
    above: QWidget = widget
    while above is not widget.window():
        parent = above.parentWidget()
        assert parent is not None
        seen = seen.translated(above.pos()) & parent.rect()
        if isinstance(parent.parentWidget(), QScrollArea):
            room = min(room, parent.height())
        above = parent
    # What is higher than the room there is can only be seen in part.
    wanted = min(part.height(), room) - A_HAIR
    if seen.height() >= wanted and seen.width() >= part.width() - A_HAIR:
        return ""
    return f"{seen.width()} by {seen.height()} of {part.width()} by {part.height()}"


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def _choices_of(answer: QWidget) -> QWidget:
    above = answer.parentWidget()
    while above is not None and not isinstance(above, Choices):
        above = above.parentWidget()
    assert above is not None
    return above


def _is_called(said: str, name: str) -> bool:
    return said == name or (name.endswith("…") and said.startswith(name[:-1]))


def _read(thing: QAccessibleInterface) -> list[str]:
    if thing.state().invisible:
        return []
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    said = [text for kind in kinds if (text := str(thing.text(kind)))]
    for number in range(thing.childCount()):
        child = thing.child(number)
        if child is not None:
            said += _read(child)
    return said


def _turn(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
