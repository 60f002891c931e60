"""What keys do on a page of the room: where the keyboard begins, a number for each choice, and the way on after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget

from carer_app.words import _
from ui.widgets.button import Button
from ui.widgets.focus_ring import is_by_keys

if TYPE_CHECKING:
    from ui.child_mode.step import RoomStep

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB, _BACKTAB = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


class StepKeys(QObject):
    """Space takes a choice and leads to Next, so that Space and Space again go on. Enter is Next, 1 the first choice,
    and who begins to type is in the box. Nothing is chosen by going there."""

    def __init__(self, step: RoomStep) -> None:
        super().__init__(step)
        self._step = step
        self._choices: list[QAbstractButton] = []
        self._taken: QAbstractButton | None = None
        self.next: Button | None = None
        """The way on."""
        self.finish: Button | None = None
        """The way to what is read back."""
        self.box: QPlainTextEdit | None = None
        """Where the child's own words go."""

    def add(self, *choices: QAbstractButton) -> None:
        """What can be chosen here, in order."""
        for choice in choices:
            self._choices.append(choice)
            choice.installEventFilter(self)
            choice.toggled.connect(self._on_toggled)

    def lead_on(self, way: Button) -> None:
        """This is the way on from here."""
        self.next = way
        way.installEventFilter(self)

    def begins(self) -> QWidget:
        """Where the keyboard begins. In a box only for who types: a finger would be shown a keyboard unasked, and the
        youngest have somebody who writes for them."""
        if self._choices:
            return self._choices[0]
        if self.box is not None and not self._step.for_the_youngest:
            return self.box if is_by_keys() else self._step
        return self.next or self._step

    def goes_aside(self, now: QWidget, forward: bool) -> QWidget | None:
        """Where Tab leads other than by reading on: Next is reached from a choice, and from there one comes back."""
        taken, last = self._taken, self.finish or self.next
        if taken is not None and now is self.next and not forward:
            return taken
        if taken is None or now is not last or not forward:
            return None
        self._taken = None  # from there on everything is read in order
        at = self._choices.index(taken) + 1
        return self._choices[at] if at < len(self._choices) else self.box

    def press(self, event: QKeyEvent) -> bool:
        """A key that nothing on the page has answered."""
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        key, typed = event.key(), event.text()
        if key in _ENTER:
            return self._go_on(event)
        if typed.isdecimal() and 0 < int(typed) <= len(self._choices):
            self._choices[int(typed) - 1].click()
            return True
        if typed.isalpha() and self.box is not None:
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
            self.box.insertPlainText(typed)
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER and isinstance(watched, QAbstractButton) and watched.isCheckable():
            return self._go_on(event)
        way = _ARROWS.get(Qt.Key(event.key()))
        return way is not None and isinstance(watched, QAbstractButton) and self._move(watched, way)

    def _move(self, now: QAbstractButton, way: int) -> bool:
        if now is self.next:
            to = self._taken or (self._choices[0] if self._choices else None)
        else:
            at = self._choices.index(now) + way
            to = self._choices[at] if 0 <= at < len(self._choices) else None
        if to is not None and to.isVisible():
            to.setFocus(_TAB if way > 0 else _BACKTAB)
        return True

    def _go_on(self, event: QKeyEvent) -> bool:
        if self.next is None:
            return False
        if not event.isAutoRepeat():
            self.next.click()
        return True

    def _on_toggled(self, on: bool) -> None:
        """By keys only: who points has the next thing under the hand. A listener hears at Next what was chosen."""
        choice = self.sender()
        if not (on and is_by_keys() and self.next is not None and isinstance(choice, QAbstractButton)):
            return
        now = QApplication.focusWidget()
        if now is None or not self._step.isAncestorOf(now):
            return
        self._taken = choice
        words = str(getattr(choice, "words", choice.text)())
        self.next.setAccessibleDescription(_("Chosen: {words}").format(words=words))
        self.next.setFocus(_TAB)
