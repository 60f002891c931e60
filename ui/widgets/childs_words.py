"""A child's own words on the screen, on the child's tint: told apart from all others."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.look import theme
from ui.look.theme_tokens import HUES
from ui.widgets.rail import style_again
from ui.widgets.text import PlainLabel


class ChildsWords(QFrame):
    """The words, and beneath them whose they are where that is to be said. Away where there are none.

    `large`, on a page about the child, they have a bar beside them; else they stand on a card that has one.
    """

    def __init__(self, child_id: int, large: bool = False) -> None:
        super().__init__()
        self.setProperty("part", "words" if large else "words_on_card")
        tint(self, child_id)
        self.words = _Words("") if large else PlainLabel("")
        self.whose = PlainLabel("", kind="hint")
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(16, 8, 16, 8))
        column.addWidget(self.words)
        column.addWidget(self.whose)
        self.hide()

    def show_words(self, words: str, whose: str = "") -> None:
        """Show these, in quotation marks; nothing where they are empty."""
        self.words.setText(f"“{words}”")
        self.whose.setText(whose)
        self.whose.setVisible(bool(whose))
        self.setVisible(bool(words))


class _Words(PlainLabel):
    """As large as a heading and in no heading's weight: somebody speaks."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._set_style("quote", "text")


def hue_of(child_id: int) -> str:
    """The number of this child's tint, as the style sheet knows it."""
    return str((child_id - 1) % HUES + 1)


def tint(part: QWidget, child_id: int) -> None:
    """Give a card the soft tint of this child: the same everywhere, and never the only sign of whose it is."""
    hue = hue_of(child_id)
    if part.property("hue") != hue:
        part.setProperty("hue", hue)
        style_again(part)
