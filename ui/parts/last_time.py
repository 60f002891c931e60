"""What was written for the same question last time, put away until asked for."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.saved_text import SavedText
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class LastTimeWords(QWidget):
    """Shows the older words, and puts them into `box` when asked."""

    def __init__(self, question: str, box: SavedText) -> None:
        super().__init__()
        self._box = box
        self._question = question
        self.open_it = Button("", kind="quiet", icon="chevron-down")
        self.words = PlainLabel("", kind="hint")
        self.use = Button(_("Use this again"), name=_("Use this again: {question}").format(question=question))
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        for part in (WrapRow(self.open_it), self.words, WrapRow(self.use)):
            column.addWidget(part)
        self.open_it.clicked.connect(self._on_open_it)
        self.use.clicked.connect(self._on_use)
        self._unfold(False)
        self.hide()

    def show_last(self, text: str) -> None:
        """Offer these words, or nothing where nothing was written."""
        self.words.setText(text)
        self.setVisible(bool(text.strip()))

    def _on_open_it(self) -> None:
        self._unfold(self.words.isHidden())
        show_soon(self)

    def _unfold(self, on: bool) -> None:
        self.words.setVisible(on)
        self.use.setVisible(on)
        text = _("Hide what you wrote last time") if on else _("See what you wrote last time")
        self.open_it.setText(text)
        self.open_it.setAccessibleName(f"{text}: {self._question}")

    def _on_use(self) -> None:
        older, now = self.words.words(), self._box.text()
        self._box.setFocus()
        if older in now:
            announce(self, _("It is there already."))
            return
        end = QTextCursor(self._box.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(f"\n{older}" if now.strip() else older)
        announce(self, _("Added: {words}").format(words=older))
