"""Words of ours that a child may take instead of words of their own, or beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.wrap_row import WrapRow


class Offer(Button):
    """One word: pressed it is taken, pressed again it is let go. It never goes into the box with their own words."""

    def __init__(self, words: str, taken: bool) -> None:
        super().__init__(words, icon=_icon(taken))
        self.be_narrow()
        self.setCheckable(True)
        self.setChecked(taken)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:
        self.set_icon(_icon(on))

    def _colours(self) -> tuple[str | None, str | None, str]:
        fill, edge, ink = super()._colours()
        if self.isChecked() and not self.ring.shown:
            return "tint", "primary", "text"
        return fill, edge, ink


class Offers(WrapRow):
    """The words offered to one question. `choose` is told each word and whether it is taken."""

    def __init__(
        self,
        words: Sequence[str],
        taken: Sequence[str],
        choose: Callable[[str, bool], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        for word in words:
            offer = Offer(word, word in taken)
            offer.toggled.connect(partial(choose, word))
            self.add(offer)


def _icon(taken: bool) -> str:
    return "check" if taken else "plus"
