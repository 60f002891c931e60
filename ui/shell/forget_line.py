"""The line at the top of a sitting that is in memory only."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from carer_app.words import _
from ui.base.place import Place
from ui.base.places_of_side_bar import MayKeepAgain
from ui.base.places_outside import ChoosePassword
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class ForgetLine(QFrame):
    """Says all the time that nothing is kept, and leads to keeping it after all."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "forgets")
        self.words = PlainLabel(
            _("Print and forget: nothing is kept. When you close PEP Companion, all of this is gone."),
            "strong",
        )
        self.keep = Button(_("I may keep these notes now"))
        row = QHBoxLayout(self)
        theme.space(row, edges=(16, 8, 12, 8))
        row.addWidget(WrapRow(self.words, self.keep))

    def show_at(self, place: Place) -> None:
        """On the pages where they are being kept, the button would lead nowhere."""
        self.keep.setVisible(not isinstance(place, MayKeepAgain | ChoosePassword))
        self.show()
