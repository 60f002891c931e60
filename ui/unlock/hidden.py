"""The page over a sitting that is in memory only, for when somebody comes in."""

from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class HiddenPage(Page):
    """Says nothing about anyone. There is no password to show it again, and the page says so."""

    max_width = 560
    centred = True

    def build(self) -> None:
        around, card = self.column, Card()
        around.addWidget(card)
        self.column = card.body
        self.add_heading(_("Hidden"), _("Nothing is lost. What you typed is still here until you close."))
        self.column.addWidget(
            PlainLabel(
                _(
                    "There is no password on it. Anyone at this computer can press “Show it again”. "
                    "If you go away, forget everything or close PEP Companion."
                )
            )
        )
        self.show_it = Button(_("Show it again"), kind="main")
        self.forget = Button(_("Forget everything now"))
        self.forget.is_removal = True
        self.column.addWidget(WrapRow(self.show_it, self.forget))
        self.show_it.clicked.connect(lambda: self.house.door.in_memory.show_again())
        self.forget.clicked.connect(self._on_forget)

    def _on_forget(self) -> None:
        dialogs.ShortQuestion(
            self,
            _("Forget everything now?"),
            _("What you typed is gone then, and nobody can get it back. What you printed stays."),
            [(_("Forget it"), lambda: self.house.door.in_memory.forget())],
            _("Leave it"),
        ).open()
