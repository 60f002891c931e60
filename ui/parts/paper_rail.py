"""Beside a sheet of paper: how large its words are, print and save, always in sight."""

from PySide6.QtWidgets import QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.opens import Opens
from ui.widgets.rail import Rail
from ui.widgets.text import PlainLabel
from ui.widgets.wrapped_text import WrappedText


class PaperRail(Rail):
    """What is done with one paper. A page puts what can be chosen about it into `body`, above what is said here."""

    def __init__(self, forgets: bool) -> None:
        super().__init__(_("Print or save"))
        self.print = Button(_("Print"), kind="main", icon="printer")
        self.save = Button(_("Save as PDF"), icon="save")
        self.lock = Button(_("Save with a password"), icon="lock")
        self.not_locked = _NotLocked(
            _(
                "A printed page or a saved PDF is not forgotten, and not locked without a password. "
                "Anyone who has it can read it. "
                "Save only where your fostering service allows it, such as a stick they gave you."
            )
            if forgets
            else _("Anyone who has the page, or a PDF without a password, can read it.")
        )
        self.body.addWidget(self.not_locked)
        self.actions(self.print, self.save)
        self.ways(self.lock)

    def choose_here(self, *fields: QWidget) -> None:
        """What can be chosen about the paper comes first; where the paper lies beneath it, behind one line."""
        self.choices = Opens(
            "",
            *fields,
            words=_("Change what is printed"),
            when_open=_("Hide what can be changed"),
        )
        self.body.insertWidget(0, self.choices)
        self.beside.connect(self._unfold)

    def _unfold(self, is_beside: bool) -> None:
        self.choices.button.setVisible(not is_beside)
        self.choices.open(is_beside)

    def enable(self, on: bool, is_made: bool = False) -> None:
        """Where there is no paper there is nothing to print. While it `is_made`, that is said in its place."""
        self.not_locked.say_made(is_made)
        for button in (self.print, self.save, self.lock):
            button.setEnabled(on)

    def offer(self, on: bool) -> None:
        """Where there is no paper, nothing is offered."""
        for part in (self.print, self.save, self.lock, self.not_locked):
            part.setVisible(on)


class _NotLocked(PlainLabel):
    """What one should know before one prints; while the paper is made, why one has to wait, in as much room."""

    def __init__(self, words: str) -> None:
        self._usual = words
        super().__init__(words, kind="hint")

    def say_made(self, is_made: bool) -> None:
        """Whether the paper is being made just now."""
        waits = _("The page is being made. Then you can print or save it.")
        self.setText(waits if is_made else self._usual)

    def heightForWidth(self, width: int) -> int:
        high = super().heightForWidth(width)
        if self.words() == self._usual:
            return high
        later = WrappedText(self._usual, theme.font("body"), theme.LINE_HEIGHT["body"])
        return max(high, later.height(min(width, self._most)))
