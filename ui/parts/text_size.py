"""Bigger and smaller text, on the pages where nobody has settings yet."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.computer.preferences import Preferences
from carer_app.words import _
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

SIZES = (100, 150, 200)


def size_words(size: int) -> str:
    """What a text size is called, here and in the settings."""
    return _("{size}%").format(size=size)


class TextSizeButtons(QWidget):
    """Three sizes of text, applied at once."""

    def __init__(self, preferences: Callable[[], Preferences], prefer: Callable[[Preferences], None]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        theme.space(column, edges=(0, 8, 0, 0))
        column.addWidget(PlainLabel(_("Text size"), kind="hint"))
        buttons = []
        for size in SIZES:
            button = Button(size_words(size), name=_("Text size {size}").format(size=size_words(size)))
            button.clicked.connect(lambda _c=False, s=size: prefer(replace(preferences(), text_size=s)))
            buttons.append(button)
        column.addWidget(WrapRow(*buttons))
