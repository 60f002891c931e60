"""Words explained on the spot: those that stand on the page, each a press away from its meaning."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.texts.glossary import Word, words_in
from carer_app.words import _
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class Explained(QWidget):
    """One quiet row of words; pressing one shows what it means beneath, pressing it again puts it away."""

    def __init__(self) -> None:
        super().__init__()
        column = self._column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        self._words: tuple[Word, ...] = ()
        self._open: Word | None = None
        self._today = date.min
        self.buttons: dict[Word, Button] = {}
        self._label = PlainLabel(_("Words on this page"), kind="hint")
        self._row = WrapRow()
        self.means = PlainLabel("")
        for part in (self._label, self._row, self.means):
            column.addWidget(part)
        self.hide()

    def show_for(self, texts: Iterable[str], today: date) -> None:
        """Offer the words that stand in these texts, as they are true today; nothing where there are none."""
        self._today = today
        found = words_in(texts)
        if found == self._words:
            return
        self._words = found
        self.buttons = {}
        for word in found:
            button = Button(word.title, kind="quiet", name=_("{word}: what it means").format(word=word.title))
            button.clicked.connect(partial(self._on_word, word))
            self.buttons[word] = button
        self._row.hide()
        self._row.deleteLater()
        self._row = WrapRow(*self.buttons.values())
        self._column.insertWidget(1, self._row)
        self._show(None)
        self.setVisible(bool(found))

    def _on_word(self, word: Word, _pressed: bool = False) -> None:
        self._show(None if self._open == word else word)

    def _show(self, word: Word | None) -> None:
        self._open = word
        self.means.setVisible(word is not None)
        self.means.setText(f"{word.title}: {word.means_on(self._today)}" if word is not None else "")
        if word is not None:
            announce(self, self.means.words())
