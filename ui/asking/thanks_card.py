"""It is done: words to say thank you with, for whoever likes to."""

from typing import TYPE_CHECKING

from carer_app.use_cases import writing_requests
from carer_app.use_cases.asking_again import AskAgainView
from carer_app.words import _
from ui.base.records import Undo
from ui.parts.for_a_minute import copy_for_a_minute
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.asking.ask_again import AskAgainPage


class ThanksCard(Card):
    """Hidden until what was asked for is done."""

    def __init__(self, page: "AskAgainPage") -> None:
        super().__init__(_("It is done"))
        self._page = page
        self._request = 0
        self.hint = PlainLabel("")
        self.words = PlainLabel("")
        self.copy = Button(_("Copy"), icon="copy")
        self.copy.setAccessibleName(_("Copy the words of thanks"))
        self.thanked = Button(_("I said thank you"), kind="main", icon="check")
        self.said = PlainLabel("")
        self.offer = (self.hint, self.words, WrapRow(self.copy, self.thanked))
        for part in (*self.offer, self.said):
            self.body.addWidget(part)
        self.copy.clicked.connect(self._on_copy)
        self.thanked.clicked.connect(self._on_thanked)

    def show_view(self, view: AskAgainView) -> None:
        """Show the words, or that they were said."""
        row = view.to_thank
        self.setVisible(row is not None)
        if row is None:
            return
        self._request = row.id
        self.hint.setText(
            _("Say what changed, such as: “{child} has read two books.”").format(child=view.child)
        )
        self.words.setText(view.thanks)
        for part in self.offer:
            part.setVisible(row.thanked_on is None)
        self.said.setText(_("You said thank you."))
        self.said.setVisible(row.thanked_on is not None)

    def _on_copy(self) -> None:
        copy_for_a_minute(self._page.records, self.words.words())
        self._page.said.emit(_("Copied. Paste it within a minute."))

    def _on_thanked(self) -> None:
        self._page.records.change(
            writing_requests.thanked,
            self._request,
            self._page.today(),
            undo=Undo(
                _("Written down: you said thank you."), writing_requests.thanked, (self._request, None)
            ),
        )
