"""A child at the computer: presses what is there and types into the box, and what a screen reader would find."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.audit import settle
from ui.child_mode.beginning import StartStep
from ui.child_mode.child_text import ChildText
from ui.child_mode.doors import OtherWaysStep
from ui.child_mode.ending import EndStep
from ui.child_mode.own_words import OwnWordsStep
from ui.child_mode.reading_back import ReadBackStep
from ui.child_mode.room import ChildRoom
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.text import PlainLabel

PUTS_RIGHT = ("Change", "Rub it out", "Whose words?")
SHOW_THEM = "It was me. Show them"
TOGETHER, ALONE = "Together", "On my own"


class Child:
    """Whoever sits in the room."""

    def __init__(self, page: Any) -> None:
        self.page = page

    @property
    def room(self) -> ChildRoom:
        room: ChildRoom = self.page.room
        return room

    @property
    def step(self) -> RoomStep:
        assert self.room.step is not None
        return self.room.step

    def buttons(self) -> dict[str, QAbstractButton]:
        """Every button on screen by its words."""
        shown = [each for each in self.room.findChildren(QAbstractButton) if each.isVisible()]
        return {str(getattr(each, "words", each.text)()): each for each in shown}

    def press(self, *words: str) -> None:
        """Press these, one after the other."""
        for each in words:
            buttons = self.buttons()
            while isinstance(self.step, StartStep) and each not in buttons:
                buttons["Next"].click()  # to the doors
                settle()
                buttons = self.buttons()
            if each not in buttons and "Other ways" in buttons:  # the youngest have them behind it
                buttons["Other ways"].click()
                settle()
                buttons = self.buttons()
            if isinstance(self.step, OtherWaysStep) and each not in buttons:
                buttons["Go back"].click()  # to the doors
                settle()
                buttons = self.buttons()
            if isinstance(self.step, ReadBackStep) and each in PUTS_RIGHT and each not in buttons:
                buttons["Change it"].click()  # of the last thing that was said
                settle()
                buttons = self.buttons()
            assert each in buttons, f"no {each!r}, only {sorted(buttons)}"
            buttons[each].click()
            settle()

    def write(self, words: str, number: int = 0) -> None:
        """Type into the box that is there; it is in the draft at once."""
        box = self.step.findChildren(ChildText)[number]
        box.moveCursor(QTextCursor.MoveOperation.End)
        box.insertPlainText(words)
        box.flush()

    def go_on(self) -> bool:
        """On to the next page without an answer. False on the last one, with Keep."""
        buttons = self.buttons()
        if isinstance(self.step, EndStep):
            return False
        ways = (TOGETHER, "Next") if isinstance(self.step, OwnWordsStep) else (TOGETHER, "Skip", "Next")
        self.press(next(each for each in ways if each in buttons))
        return True

    def sees(self) -> str:
        """Every word on screen."""
        labels = [each.words() for each in self.room.findChildren(PlainLabel) if each.isVisible()]
        return "\n".join([*labels, *self.buttons()])


def small_targets(child: Child) -> Iterator[str]:
    """What a child presses is 64 pixels high and wide, and what it reads is written in 20."""
    for words, button in child.buttons().items():
        if min(button.width(), button.height()) < 64:
            yield f"{words!r} is {button.width()} by {button.height()}"
    for role in ("body", "strong", "tag"):
        if theme.font(role).pixelSize() < 20:
            yield f"{role} is {theme.font(role).pixelSize()} pixels"


def heard(top: QWidget) -> list[str]:
    """Every name, description and value in the accessible tree below this window, hidden ones too."""

    def walk(interface: QAccessibleInterface) -> Iterator[str]:
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield interface.text(kind)
        for number in range(interface.childCount()):
            child = interface.child(number)
            if child is not None and child.isValid():
                yield from walk(child)

    return [each for each in walk(QAccessible.queryAccessibleInterface(top)) if each]
