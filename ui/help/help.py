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
from ui.widgets.folded_card import FoldedCard
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel

KEYS = (
    (_("Ctrl+L"), _("Lock now. Nothing is lost")),
    (_("Any key"), _("Stay open, when PEP Companion says that it will lock in one minute")),
    (_("Ctrl+1, 2, 3, 4"), _("Home, Children, Actions, Documents")),
    (_("Ctrl+F"), _("Search everything kept here. While you read a paper: find words in it")),
    (_("Ctrl+Shift+F"), _("Search everything kept here, from a paper too")),
    (_("F3, Shift+F3"), _("In a paper: the next find, and the one before")),
    (_("Ctrl+G"), _("In a paper: go to a page")),
    (_("Alt+Up, Alt+Down"), _("In a paper: bigger pages, smaller pages. Among photos: earlier, later")),
    (_("Alt+Home"), _("In a paper: fit the width of the pages")),
    (_("Ctrl+R"), _("In a paper: turn the pages. Among photos of a paper: turn the one you are at")),
    (_("Ctrl+O"), _("Where a paper is added: choose a file or photos")),
    (_("Ctrl+Enter"), _("Among photos of a paper: keep them as one file")),
    (_("Ctrl+N"), _("Write a note, from anywhere")),
    (_("Alt+Left"), _("Back to where you were")),
    (_("Ctrl+Z"), _("Undo the last change. In a text box, undo what you typed")),
    (_("Ctrl+Y, Ctrl+Shift+Z"), _("Do again what you undid. In a text box, type it again")),
    (_("Ctrl+V"), _("Where a paper is added: put in a picture you copied. In a text box, paste")),
    (_("Ctrl+P"), _("Print the sheet or the paper on this page")),
    (_("Ctrl+S"), _("Hear that it is saved. PEP Companion saves by itself, as you type")),
    (_("Ctrl and +, Ctrl and -"), _("Bigger text, smaller text")),
    (_("Ctrl and 0"), _("The usual text size")),
    (_("Page Up, Page Down"), _("Move up and down a long page")),
    (_("F6"), _("Jump between the side bar, what was said last, and the page")),
    (_("F1"), _("This page")),
    (_("Ctrl+comma"), _("Settings")),
    (_("Ctrl+Q"), _("Close PEP Companion. It locks as it closes")),
)


AT_ONCE = 2
"""So many sections of what to do with a worry are in sight: whom to ring, and what to say to the child."""


class HelpPage(Page):
    """Reads like a leaflet; the worrying part comes first."""

    def build(self) -> None:
        # Where the keyboard begins: without it Page Down would have nowhere to go.
        self.way_back = self.add_back_link(_("Back"))
        self.add_heading(_("Help"))
        self.column.addWidget(self._worried())
        more = Card(_("Leaflets, words and dates"))
        self.leaflets = Button(_("See the leaflets"), icon="book-open")
        self.leaflets.clicked.connect(self.go_to(Leaflets()))
        self.words = Button(_("Words explained"), kind="quiet")
        self.words.clicked.connect(self.go_to(Words()))
        self.dates = Button(_("Work out dates"), kind="quiet")
        self.dates.clicked.connect(self.go_to(DateCalculator()))
        more.actions(self.leaflets, self.words, self.dates)
        self.column.addWidget(more)
        self._card(
            _("Speak instead of typing"),
            [
                _("Every box takes dictation from your computer. Go to the box first."),
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
        """The leaflet of that name, here at once: what to do now is in sight, what comes after is a press away."""
        worried = leaflet("something_worrying")
        card = Card(worried.title)
        self.worried_lines = LeafletLines()
        self.then = Opens(worried.title, words=_("What not to do, and what comes next"))
        for place, section in enumerate(worried.sections):
            body = card.body if place < AT_ONCE else self.then.body
            body.addWidget(Heading(section.heading, level=3))
            for label in self.worried_lines.of(section, point=""):
                body.addWidget(label)
        self.then.body.addWidget(PlainLabel(end_of(worried)[0], kind="hint"))
        self.out_of_hours = OutOfHours(self.house)
        self.then.body.addWidget(self.out_of_hours)
        card.body.addWidget(self.then)
        self.worried_to_print = Button(_("Print it"), icon="printer")
        self.worried_to_print.clicked.connect(self.go_to(LeafletToPrint(worried.key)))
        card.actions(self.worried_to_print)
        return card

    def _card(self, heading: str, lines: Sequence[str]) -> None:
        """A part of the page, closed until somebody wants it."""
        self.column.addWidget(FoldedCard(heading, *(PlainLabel(line) for line in lines)))
