"""Settings: text size, colours, when to lock, and the name on the sheets."""

from dataclasses import replace

from shiboken6 import isValid

from carer_app.computer.preferences import LOCK_AFTER, TEXT_SIZES
from carer_app.use_cases import household, may_keep
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import BackupsPlace, MayKeepAgain, RecentlyRemoved, WaysIn
from ui.parts.choices_across import ChoicesAcross
from ui.parts.kept_text import KeptText
from ui.parts.own_numbers import OutOfHours
from ui.parts.spelling_marks import spelling
from ui.parts.text_size import size_words
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices, Tick
from ui.widgets.field import Field
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel


class SettingsPage(Page):
    """Changes apply at once."""

    def build(self) -> None:
        self.add_heading(_("Settings"))
        you = Card(_("You"))
        self.name = KeptText(self.records, household.set_own_name, lines=1)
        you.body.addWidget(
            Field(
                _("Your name"), self.name, hint=_("It goes on the sheets you print. A first name is enough.")
            )
        )
        self.out_of_hours = OutOfHours(self.house)
        you.body.addWidget(self.out_of_hours)
        self.column.addWidget(you)

        keep = Card(_("May I keep notes here?"))
        self.keeping_answer = PlainLabel("")
        keep.body.addWidget(self.keeping_answer)
        change = Button(_("See or change this"))
        change.clicked.connect(self.go_to(MayKeepAgain()))
        keep.actions(change)
        self.column.addWidget(keep)

        self.ways_in = Card(_("Password and ways in"))
        self.ways_in.body.addWidget(PlainLabel(_("Change your password, or make a way-back-in sheet.")))
        see = Button(_("See what opens my records"))
        see.clicked.connect(self.go_to(WaysIn()))
        self.ways_in.actions(see)
        self.ways_in.setVisible(not self.records.forgets)
        self.column.addWidget(self.ways_in)

        self.backups = Card(_("Backups"))
        self.backups.body.addWidget(PlainLabel(_("They are made by themselves.")))
        see = Button(_("See the backups"))
        see.clicked.connect(self.go_to(BackupsPlace()))
        self.backups.actions(see)
        self.backups.setVisible(not self.records.forgets)
        self.column.addWidget(self.backups)

        gone = Card(_("Recently taken out"))
        gone.body.addWidget(PlainLabel(_("What was taken out by mistake comes back from here.")))
        see = Button(_("See what was taken out"))
        see.clicked.connect(self.go_to(RecentlyRemoved()))
        gone.actions(see)
        self.column.addWidget(gone)

        look = Card(_("Look and text"))
        self.sizes = ChoicesAcross([(str(size), size_words(size)) for size in TEXT_SIZES])
        self.sizes.chosen.connect(self._on_size)
        look.body.addWidget(Field(_("Text size"), self.sizes))
        self.colours = Choices(
            [
                ("system", _("Same as my computer")),
                ("light", _("Light")),
                ("dark", _("Dark")),
                ("contrast", _("High contrast")),
            ]
        )
        self.colours.chosen.connect(self._on_colours)
        look.body.addWidget(Field(_("Colours"), self.colours))
        self.column.addWidget(look)
        self.column.addWidget(self._spelling())
        self.column.addWidget(self._locking())

    def _spelling(self) -> Card:
        card = Card(_("Spelling"))
        self.spelling = Tick(_("Mark words that are not in the dictionary"))
        self.spelling.toggled.connect(self._on_spelling)
        card.body.addWidget(self.spelling)
        more = Opens(
            _("Spelling"),
            PlainLabel(
                _(
                    "Only in what you write. A child’s own words are never marked. Press the menu key on a marked word."
                ),
                kind="hint",
            ),
        )
        card.body.addWidget(more)
        self.no_dictionary = PlainLabel(
            _(
                "There is no British dictionary on this computer. On Linux, install the package hunspell-en-gb, "
                "then start PEP Companion again."
            )
        )
        self.no_dictionary.hide()
        card.body.addWidget(self.no_dictionary)
        return card

    def _on_spelling(self, on: bool) -> None:
        self.house.prefer(replace(self.house.preferences(), spelling=on))

    def _locking(self) -> Card:
        card = Card(_("Locking"))
        self.lock_after = ChoicesAcross(
            [(str(m), _("{minutes} minutes").format(minutes=m) if m else _("Never")) for m in LOCK_AFTER]
        )
        self.lock_after.chosen.connect(self._on_lock_after)
        effect = _(
            "When you have not typed or moved anything for so long, your records lock. Nothing is lost. "
            "They also lock when the computer sleeps."
        )
        card.body.addWidget(Field(_("Lock by itself after"), self.lock_after))
        card.body.addWidget(Opens(_("Locking"), PlainLabel(effect, kind="hint")))
        return card

    def refresh(self) -> None:
        self.name.show_stored(self.records.read(household.own_name))
        self.out_of_hours.show_now()
        self.keeping_answer.setText(self.records.read(may_keep.keeping_answer).words)
        preferences = self.house.preferences()
        self.sizes.set_value(str(preferences.text_size))
        self.colours.set_value(preferences.colours)
        self.lock_after.set_value(str(preferences.lock_after))
        self.spelling.blockSignals(True)
        self.spelling.setChecked(preferences.spelling)
        self.spelling.blockSignals(False)
        spelling.want(self.records, self._show_dictionary)

    def _show_dictionary(self) -> None:
        if isValid(self):
            self.no_dictionary.setVisible(spelling.is_missing)

    def _on_size(self, size: str) -> None:
        self.house.prefer(replace(self.house.preferences(), text_size=int(size)))

    def _on_colours(self, colours: str) -> None:
        self.house.prefer(replace(self.house.preferences(), colours=colours))

    def _on_lock_after(self, minutes: str) -> None:
        self.house.prefer(replace(self.house.preferences(), lock_after=int(minutes)))
