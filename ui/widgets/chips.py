"""Words to press that save typing: each press adds its words to a text box."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from carer_app.words import _
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.saved_text import SavedText
from ui.widgets.wrap_row import WrapRow


class Chips(WrapRow):
    """A wrapping row of words; pressing one adds it at the end of `field`."""

    def __init__(self, words: Sequence[str], field: SavedText, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._field = field
        self._buttons: list[Button] = []
        for word in words:
            chip = Button(word, icon="plus", name=_("Add: {words}").format(words=word))
            chip.clicked.connect(partial(self._add_word, word))
            self._buttons.append(chip)
            self.add(chip)

    def buttons(self) -> list[Button]:
        """The words, in order."""
        return list(self._buttons)

    def _add_word(self, word: str, _checked: bool = False) -> None:
        self._field.add_words(word)
        announce(self, _("Added: {words}").format(words=word))
