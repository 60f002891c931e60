"""Help: what to do when worried, leaflets, how Home chooses, and the keys."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from carer_app.texts.leaflets import leaflet
from carer_app.use_cases.for_home import STEP_RULES
from carer_app.use_cases.leaflet_sheets import end_of
from carer_app.use_cases.notices import NOTICE_RULES
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import DateCalculator, Leaflets, LeafletToPrint, Words
from ui.parts.own_numbers import LeafletLines, OutOfHours, own_numbers
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import Heading, PlainLabel

KEYS = (
    (_("Ctrl+L"), _("Lock now. Nothing is lost")),
    (_("Any key"), _("Stay open, when PEP Companion says that it will lock in one minute")),
    (_("Ctrl+1, 2, 3, 4"), _("Home, Children, Actions, Documents")),
    (_("Ctrl+N"), _("Write a note, from anywhere")),
    (_("Alt+Left"), _("Back to where you were")),
    (_("Ctrl+Z"), _("Undo the last change. In a text box, undo what you typed")),
    (_("Ctrl+Y, Ctrl+Shift+Z"), _("Do again what you undid. In a text box, type it again")),
    (_("Ctrl+P"), _("Print the sheet on this page")),
    (_("Ctrl+S"), _("Hear that it is saved. PEP Companion saves by itself, as you type")),
    (_("Ctrl and +, Ctrl and -"), _("Bigger text, smaller text")),
    (_("Ctrl and 0"), _("The usual text size")),
    (_("Page Up, Page Down"), _("Move up and down a long page")),
    (_("F6"), _("Jump between the side bar, what was said last, and the page")),
    (_("F1"), _("This page")),
    (_("Ctrl+comma"), _("Settings")),
    (_("Ctrl+Q"), _("Close PEP Companion. It locks as it closes")),
)


class HelpPage(Page):
    """Reads like a leaflet; the worrying part comes first."""

    explains = True
    max_width = 720

    def build(self) -> None:
        # Where the keyboard begins: without it Page Down would have nowhere to go.
        self.way_back = self.add_back_link(_("Back to where you were"))
        self.add_heading(_("Help"))
        self.column.addWidget(self._worried())
        more = self._card(
            _("Leaflets, and words explained"),
            [_("One or two pages each: what a PEP is, your part, for children, who is who, and more.")],
        )
        self.leaflets = Button(_("See the leaflets"), icon="book-open")
        self.leaflets.clicked.connect(self.go_to(Leaflets()))
        self.words = Button(_("Words explained"), kind="quiet")
        self.words.clicked.connect(self.go_to(Words()))
        more.actions(self.leaflets, self.words)
        self._card(
            _("Speak instead of typing"),
            [
                _("Every box takes dictation from your computer. Click into the box first."),
                _("Windows: hold the Windows key and press H. Mac: press the microphone key, or Fn twice."),
                _("On Linux most computers have no dictation of their own."),
                _(
                    "PEP Companion sends nothing anywhere. But your computer may send what you say to the company "
                    "that made it. Look in its settings before you say a child’s name."
                ),
                _(
                    "Words that are not in the dictionary are marked as you write. Press the menu key on one of them."
                ),
            ],
        )
        dates = self._card(
            _("Working out dates"),
            [_("Type two days and get the dates of PEPs and reviews with their working. Nothing is kept.")],
        )
        self.dates = Button(_("Work out dates"), icon="calendar-days")
        self.dates.clicked.connect(self.go_to(DateCalculator()))
        dates.actions(self.dates)
        self._card(
            _("How Home chooses what comes next"),
            [
                _(
                    "For each child, Home shows the first of these that is true. What else is true stands beneath:"
                ),
                *(f"{number}. {words}" for number, words in enumerate(STEP_RULES.values(), start=1)),
                _("Red is only for what you said you would do. A meeting within four weeks always shows."),
                _("At the end of Home stands what is for all children, in this order:"),
                *(f"{number}. {words}" for number, words in enumerate(NOTICE_RULES.values(), start=1)),
            ],
        )
        self._card(_("Keys"), [f"{keys}: {words}" for keys, words in KEYS])

    def first_field(self) -> QWidget:
        """Its top: nothing has to be typed, and it is there to be read."""
        return self.way_back

    def refresh(self) -> None:
        self.out_of_hours.show_now()
        self.worried_lines.show_now(own_numbers(self.house), self.today())

    def _worried(self) -> Card:
        """The leaflet of that name, here at once."""
        worried = leaflet("something_worrying")
        card = Card(worried.title)
        self.worried_lines = LeafletLines()
        for section in worried.sections:
            card.body.addWidget(Heading(section.heading, level=3))
            for label in self.worried_lines.of(section, point=""):
                card.body.addWidget(label)
        card.body.addWidget(PlainLabel(end_of(worried)[0], kind="hint"))
        self.out_of_hours = OutOfHours(self.house)
        card.body.addWidget(self.out_of_hours)
        self.worried_to_print = Button(_("Print it"), icon="printer")
        self.worried_to_print.clicked.connect(self.go_to(LeafletToPrint(worried.key)))
        card.actions(self.worried_to_print)
        return card

    def _card(self, heading: str, lines: Sequence[str]) -> Card:
        card = Card(heading)
        for line in lines:
            card.body.addWidget(PlainLabel(line))
        self.column.addWidget(card)
        return card
