"""Words of ours that a child may take instead of words of their own, or beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.widgets.button import Button
from ui.widgets.focus_ring import paint_box, paint_ring
from ui.widgets.picture_word import PictureWord
from ui.widgets.wrap_row import WrapRow


class OnOff(Button):
    """Pressed it is on, pressed again it is off. Where the keyboard is, it has a ring: a filled block looks chosen."""

    off_icon = "circle"

    def __init__(self, words: str, is_on: bool, name: str | None = None) -> None:
        super().__init__(words, icon="check" if is_on else self.off_icon, name=name)
        self.be_narrow()
        self.setCheckable(True)
        self.setChecked(is_on)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:
        self.set_icon("check" if on else self.off_icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box, on = QPainter(self), QRectF(self.rect()), self.isChecked()
        lit = on or self.underMouse() or self.isDown()
        paint_box(painter, box, "tint" if lit else "surface", "primary" if on else "border", 2)
        if self.ring.shown:
            paint_ring(painter, box)
        self._paint_words(painter, "text")


class Offer(OnOff):
    """One word: pressed it is taken, pressed again it is let go. It never goes into the box with their own words."""

    off_icon = "plus"


class Offers(WrapRow):
    """The words offered to one question, each with its drawing where there are any. `choose` is told each word and
    whether it is taken."""

    def __init__(
        self,
        words: Sequence[str],
        taken: Sequence[str],
        choose: Callable[[str, bool], None],
        drawings: Sequence[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(centred=True, parent=parent)
        self.offers: list[QAbstractButton] = []
        if drawings:
            self.offers += [PictureWord(word, each) for word, each in zip(words, drawings, strict=True)]
            for word, offer in zip(words, self.offers, strict=True):
                offer.setChecked(word in taken)
        else:
            self.offers += [Offer(word, word in taken) for word in words]
        for word, offer in zip(words, self.offers, strict=True):
            offer.toggled.connect(partial(choose, word))
            self.add(offer)
