"""How this part looks, for young people: their own colours and text size, and pictures only where they want them."""

from __future__ import annotations

from carer_app.words import _
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.choice import Choices
from ui.widgets.field import Field

TEXT_SIZES = (100, 125, 150, 175, 200)
"""In per cent of what is usual in the room."""

_NO, _YES = "no", "yes"


class MyLookStep(RoomStep):
    """Only this part changes. Colours and pictures are forgotten on the way out; the text size is not."""

    begins_on_page = True

    def build(self) -> None:
        room = self.room
        self.heading(_("How this part looks"))
        self.say(
            _("This changes your own part. The colours are as they were when you come back."), kind="hint"
        )
        colours = [("light", _("Light")), ("dark", _("Dark")), ("contrast", _("High contrast"))]
        self.colours = Choices(colours, across=True)
        self.colours.set_value(theme.current().colours)
        self.colours.chosen.connect(room.outside.wear)
        self.sizes = Choices([(str(size), f"{size} %") for size in TEXT_SIZES], across=True)
        self.sizes.set_value(str(room.outside.text_size()))
        self.sizes.chosen.connect(lambda size: room.set_text_size(int(size)))
        self.pictures = Choices([(_NO, _("Without")), (_YES, _("With pictures"))], across=True)
        self.pictures.set_value(_YES if room.wants_pictures else _NO)
        self.pictures.chosen.connect(self._on_pictures)
        for words, choices in (
            (_("Colours"), self.colours),
            (_("Text size"), self.sizes),
            (_("Pictures"), self.pictures),
        ):
            self.column.addWidget(Field(words, choices))
        self.back(room.come_back)

    def _on_pictures(self, wanted: str) -> None:
        self.room.wants_pictures = wanted == _YES
