"""The bar that says what has just been done, with the way to take it back. It never goes away by itself."""

from collections.abc import Callable
from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

_GAP = 12
_LEAST_WORDS = 220
_NO_LIMIT = (1 << 24) - 1
"""As wide as Qt lets a widget be."""
Tone = Literal["done", "news", "problem"]
"""Green is for what worked alone. What did not work is red, and says so with an icon and a word too."""
HOW_AGAIN = _("To do it again, press Ctrl+Y.")


class MessageBar(QFrame):
    """Hidden until `say`. Stays until closed, undone or replaced. `left` comes where the keyboard was on it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "message")
        self.tone: Tone = "done"
        self.mark = Tag(_("Problem"), "over")
        self._undo: Callable[[], object] | None = None
        self._text = PlainLabel("", "strong")
        self.undo_button = Button(_("Undo"))
        self.close_button = Button(_("Close"), "quiet", icon="x", name=_("Close this message"))
        self.undo_button.clicked.connect(self.undo)
        self.close_button.clicked.connect(self.close_message)
        row = QHBoxLayout(self)
        theme.space(row, edges=(16, 8, 12, 8))
        row.addWidget(WrapRow(self.mark, self._text, self.undo_button, self.close_button))
        self.hide()

    def say(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        tone: Tone = "done",
        aloud: bool = True,
        is_again: bool = False,
    ) -> None:
        """Show `text` and, unless it was heard before, say it `aloud`; with `undo`, offer to take it back.

        `is_again` says that `text` was undone: what is offered is to do it again.
        """
        self._undo = undo
        self._text.setText(text)
        self.undo_button.setVisible(undo is not None)
        way = _("Do it again") if is_again else _("Undo")
        self.undo_button.setText(way)
        self.undo_button.setAccessibleName(_("{way}: {text}").format(way=way, text=text))
        self._show_tone(tone)
        self._keep_low()
        spoken = _("Problem: {text}").format(text=text) if tone == "problem" else text
        self.setAccessibleName(spoken)
        self.show()
        if aloud:
            how = HOW_AGAIN if is_again else _("To undo, press Ctrl+Z.")
            announce(self, f"{_ended(spoken)} {how}" if undo is not None else spoken)

    def _show_tone(self, tone: Tone) -> None:
        self.mark.setVisible(tone == "problem")
        if tone != self.tone:
            self.tone = tone
            self.setProperty("tone", tone)
            self.style().polish(self)  # the style sheet looks at it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_low()

    def _keep_low(self) -> None:
        """The buttons stand beside long words, where there is room: the bar takes its height from the page."""
        buttons = [each for each in (self.mark, self.undo_button, self.close_button) if not each.isHidden()]
        taken = sum(each.sizeHint().width() + theme.gap(_GAP) for each in buttons)
        room = self.contentsRect().width() - theme.gap(16) - theme.gap(12) - taken
        self._text.setMaximumWidth(room if room >= theme.px(_LEAST_WORDS) else _NO_LIMIT)

    def follow_look(self) -> None:
        """The look changed."""
        self._keep_low()

    def text(self) -> str:
        """What is being said; empty when the bar is closed."""
        return "" if self.isHidden() else self._text.words()

    def offers_undo(self) -> bool:
        """Whether what it says can be taken back."""
        return self._undo is not None

    def undo(self) -> None:
        """Take back what was said to be done, and close."""
        undo = self._undo
        self.close_message()
        if undo is not None:
            undo()

    def close_message(self) -> None:
        """Put the bar away and forget how to undo."""
        self._undo = None
        # Not the bar's own: that is what had the keyboard last, however long ago.
        at = cast(QWidget | None, self.window().focusWidget())
        had_focus = at is not None and self.isAncestorOf(at)
        self.hide()
        if had_focus:
            self.left.emit()


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


give_role(MessageBar, QAccessible.Role.StatusBar)
