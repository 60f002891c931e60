"""The first page where the notes are on a stick that is not plugged in. Nothing is written anywhere."""

from pathlib import Path

from carer_app.computer.paths import look_at_stick
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.parts.text_size import TextSizeButtons
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

NOT_NOTED = _("This computer could not note that down. Make some room on it, then try again.")


class StickMissingPage(Page):
    """Plug it in and try again; or say where the stick is now; or start anew without it."""

    max_width = 640
    centred = True

    def build(self) -> None:
        around, card = self.column, Card()
        around.addWidget(card)
        self.column = card.body
        self.add_heading(
            _("Your notes are on your memory stick"),
            _("Plug it in, then try again. Your notes are safe: nothing was changed."),
        )
        self.column.addWidget(
            PlainLabel(
                _("They were last in {folder}.").format(folder=self.house.door.keeping.where()), kind="hint"
            )
        )
        self.add_summary()
        self.again = Button(_("Try again"), kind="main", icon="refresh-cw")
        self.elsewhere = Button(_("It has another place now"), icon="folder")
        self.anew = Button(_("Start anew without it"), kind="quiet")
        self.column.addWidget(WrapRow(self.again, self.elsewhere, self.anew))
        around.addWidget(TextSizeButtons(self.house.preferences, self.house.prefer))
        self.again.clicked.connect(self._on_again)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.anew.clicked.connect(self._on_anew)

    def take_stick(self, chosen: str) -> None:
        """The folder where the stick is now."""
        try:
            stick = look_at_stick(Path(chosen))
        except OSError:
            stick = None
        if stick is None or not stick.has_records:
            sentence = _("Your notes are not in that folder. Choose the stick itself. Nothing was changed.")
            self.show_problems([(sentence, self.elsewhere)])
            return
        try:
            self.house.door.keeping.begin_on_stick(stick.folder)
        except OSError:
            self.show_problems([(NOT_NOTED, self.elsewhere)])

    def _on_again(self) -> None:
        if not self.house.door.keeping.begin_again():
            sentence = _("The stick is still not there. Push it in firmly and wait a moment.")
            self.show_problems([(sentence, self.again)])
            announce(self, sentence)

    def _on_elsewhere(self) -> None:
        dialogs.choose_folder(self, _("Choose the stick"), self.take_stick)

    def _on_anew(self) -> None:
        dialogs.ShortQuestion(
            self,
            _("Start anew without the stick?"),
            _("The notes on the stick stay there, locked. This computer forgets where they are."),
            [(_("Start anew"), self._start_anew)],
            _("Leave it"),
        ).open()

    def _start_anew(self) -> None:
        try:
            self.house.door.keeping.begin_without_stick()
        except OSError:
            self.show_problems([(NOT_NOTED, self.anew)])
