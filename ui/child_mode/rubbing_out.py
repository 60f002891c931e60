"""Rubbing out what was not kept: it looks like nothing else, and asks once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from carer_app.words import _
from ui.child_mode.step import RoomStep
from ui.widgets.button import Button

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom


class AskRubOutStep(RoomStep):
    """Asked once, because it does not come back."""

    def __init__(self, room: ChildRoom, rub_out: Callable[[], None], back: Callable[[], None]) -> None:
        self._rub_out, self._back = rub_out, back
        super().__init__(room)

    def build(self) -> None:
        self.show_picture("you_choose")
        self.heading(_("Rub it all out?"))
        self.say(_("It does not come back."))
        self.say(self.room.sitting.age_set.telling.rubbed_out)
        self.stage.is_about_words = True
        self.row(rub_out_button(_("Yes, rub it all out"), self._rub_out))
        self.back(self._back)


def rub_out_button(words: str, do: Callable[[], object]) -> Button:
    """Looks like nothing that keeps."""
    button = Button(words, "danger", icon="trash-2")
    button.clicked.connect(lambda _checked=False: do())
    return button
