"""What every page of the room shares: one column, what is read aloud, and a hint where more lies below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Door
from carer_app.words import _
from ui import theme
from ui.widgets.accessible import give_role
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.more_below import MoreBelow
from ui.widgets.saved_text import SavedText
from ui.widgets.scroll_page import PageBody
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import Heading, Kind, PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

_KEPT_AWAY = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)

NO_VOICE_HERE = _("This computer has no voice. Somebody can read it out to you.")
"""What a child is told; how to get a voice is for the carer's page before."""


class Step(QWidget):
    """One page of the room. Made anew each time it is shown, and destroyed when it is left."""

    def __init__(self, room: ChildRoom) -> None:
        super().__init__()
        self.room = room
        self.words = room.words
        self._to_read: list[PlainLabel] = []
        self.body = PageBody(max_width=760)
        self.column = self.body.column
        self.more = MoreBelow(self.body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        theme.space(outer, gap=10)
        outer.addWidget(self.body, 1)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.build()

    def build(self) -> None:
        """Make the page."""
        raise NotImplementedError

    def focusNextPrevChild(self, forward: bool) -> bool:
        # The keyboard begins on the page itself: a control that is lit looks like an answer, and going to a box
        # would push the question out of sight. Tab leads to the first control.
        if self.hasFocus() and forward:
            first = next(
                (each for each in in_reading_order(self) if each is not self and not each.isHidden()), None
            )
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().focusNextPrevChild(forward)

    def to_read(self) -> list[PlainLabel]:
        """What is read aloud when somebody asks: questions and what is told, never an answer."""
        return self._to_read

    def heading(self, text: str) -> Heading:
        """The one heading; the page is called the same."""
        made = Heading(text)
        self.setAccessibleName(text)
        self.column.addWidget(made)
        self._to_read.append(made)
        return made

    def say(self, text: str, kind: Kind = "body") -> PlainLabel:
        """A line of ours."""
        made = PlainLabel(text, kind)
        self.column.addWidget(made)
        self._to_read.append(made)
        return made

    def row(self, *widgets: QWidget) -> WrapRow:
        """Widgets side by side; they wrap when text is big."""
        made = WrapRow(*widgets)
        self.column.addWidget(made)
        return made

    def button(self, text: str, do: Callable[[], object], main: bool = False) -> Button:
        """A button that does one thing. Put it somewhere with `row`."""
        made = Button(text, "main" if main else "plain")
        made.clicked.connect(lambda _checked=False: do())
        return made

    def own_words(self, text: ChildText) -> Field:
        """A box for the child's words, with what to do with it."""
        if self.room.sitting.door == Door.TOGETHER:
            label = _("In {child}’s words").format(child=self.words.child)
            return Field(label, text, hint=_("Write down exactly what is said. Then read it back."))
        return Field(_("In my words"), text, hint=_("A word is enough."))

    def ways_on(self, *more: QWidget) -> None:
        """Next and back, at the end of most pages; from a change, back to what is read back."""
        if self.room.is_changing:
            self.row(self.button(_("Back to what I said"), self.room.next, main=True), *more)
            return
        back = self.button(_("Go back"), self.room.back)
        self.row(self.button(_("Next"), self.room.next, main=True), *more, back)


class ChildText(SavedText):
    """A box for a child's exact words. Nothing goes from it to the clipboard or comes from there, and nothing is
    marked as wrong."""

    def __init__(self, save: Callable[[str], None], lines: int = 3) -> None:
        super().__init__(save, lines)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)

    def createMimeDataFromSelection(self) -> QMimeData:
        return QMimeData()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        return

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(keys) for keys in _KEPT_AWAY):
            event.accept()
            return
        super().keyPressEvent(event)


give_role(
    Step, QAccessible.Role.Grouping
)  # it has the keyboard on arrival, and is called what its heading says
