"""Just after unlocking, where nothing can be written beside the records: they can be read, and not changed."""

from carer_app.words import _
from ui.base.page import Page
from ui.base.places import Home
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class OnlyToReadPage(Page):
    """Said once, before somebody types what cannot be kept."""

    def build(self) -> None:
        self.add_heading(_("Your records can only be read just now"))
        for words in (
            _("They are safe. You can read everything here, but not change it just now."),
            _("PEP Companion is not allowed to write in the folder with your records."),
            _(
                "Are they on a memory stick with a small lock switch? Lock here and take the stick out. Move the "
                "switch, plug the stick in again, then unlock."
            ),
            _(
                "If not, ask someone who looks after this computer to let you write in that folder. Then lock and "
                "unlock here."
            ),
        ):
            self.column.addWidget(PlainLabel(words))
        self.read = Button(_("Go on and read"), kind="main")
        self.column.addWidget(WrapRow(self.read))
        self.read.clicked.connect(self.go_to(Home()))
