"""Just after unlocking, where another computer has the records open: they can be read, and not changed."""

from carer_app.words import _
from ui.base.page import Page
from ui.base.places import Home
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class OpenOnAnotherPage(Page):
    """Two computers that change the same records would each undo the other's work."""

    def build(self) -> None:
        self.add_heading(_("Your records are open on another computer"))
        self.add_summary()
        for words in (
            _("They are safe. You can read everything here, but not change it just now."),
            _("To change something, close PEP Companion on the other computer. Then lock and unlock here."),
            _(
                "Is it closed there already, or was that computer switched off without closing it? Then you can change "
                "your records here."
            ),
        ):
            self.column.addWidget(PlainLabel(words))
        self.read = Button(_("Only read for now"), kind="main")
        self.only_here = Button(_("It is closed there. Change things here"))
        self.column.addWidget(WrapRow(self.read, self.only_here))
        self.read.clicked.connect(self.go_to(Home()))
        self.only_here.clicked.connect(lambda: self.house.door.opening.open_only_here(self._on_failed))

    def _on_failed(self, sentence: str) -> None:
        self.show_problems([(sentence, self.only_here)])
