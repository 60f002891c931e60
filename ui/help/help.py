"""Help: what a PEP is, what to do when worried, how Home chooses, and the keys."""

from collections.abc import Sequence

from carer_app.use_cases.today import STEP_RULES
from carer_app.words import _
from ui.page import Page
from ui.places import DateCalculator
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel

WORRIED = (
    _(
        "Stop the questions. Listen. Say: thank you for telling me, you did the right thing, "
        "it is not your fault."
    ),
    _(
        "Do not promise to keep it secret. Do not ask for more than they offer. "
        "Do not speak to the person they named."
    ),
    _("Tell them what you will do next."),
    _("Ring your fostering service now, or its number for after hours. If anyone is in danger, ring 999."),
    _(
        "Then write it down in your service’s own form: date, time, who was there, and the exact words. "
        "Keep any rough note. Do not write it in PEP Companion."
    ),
    _(
        "If it is about you, or someone in your home: ring your fostering service just the same, "
        "straight away. Do not talk to the child about it again, and do not change or remove anything here."
    ),
)

WHAT_IS_A_PEP = (
    _("A Personal Education Plan (PEP) is the plan for a child’s education while they are in care."),
    _(
        "It is made at a meeting at school. The child, you, the social worker and the designated teacher "
        "are there."
    ),
    _(
        "You know what the child likes, does well at and finds hard. "
        "That is why it matters that you are there."
    ),
    _("Afterwards you do your own actions, check on the others, and keep the copy you are sent."),
    _("The rules and numbers in PEP Companion are for England."),
)

KEYS = (
    ("Ctrl+L", _("Lock now. Nothing is lost")),
    (_("Any key"), _("Stay open, when PEP Companion says that it will lock in one minute")),
    ("Ctrl+1, 2, 3, 4", _("Home, Children, Actions, Documents")),
    ("Ctrl+N", _("Write a note, from anywhere")),
    ("Alt+Left", _("Back to where you were")),
    ("Ctrl+Z", _("Undo the last change. In a text box, undo what you typed")),
    ("Ctrl+P", _("Print the sheet on this page")),
    ("Ctrl and +, Ctrl and -", _("Bigger text, smaller text")),
    ("Ctrl and 0", _("The usual text size")),
    ("Page Up, Page Down", _("Move up and down a long page")),
    ("F6", _("Jump between the side bar and the page")),
    ("F1", _("This page")),
    ("Ctrl+comma", _("Settings")),
    ("Ctrl+Q", _("Close PEP Companion. It locks as it closes")),
)


class HelpPage(Page):
    """Reads like a leaflet; the worrying part comes first."""

    max_width = 720

    def build(self) -> None:
        # The one control of the page: without it Page Down would have nowhere to go.
        self.add_back_link(_("Back to where you were"))
        self.add_heading(_("Help"))
        self._card(_("If a child tells you something that worries you"), WORRIED)
        self._card(_("What is a PEP?"), WHAT_IS_A_PEP)
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
                _("For each child, Home shows the first of these that is true:"),
                *(f"{number}. {words}" for number, words in enumerate(STEP_RULES.values(), start=1)),
            ],
        )
        self._card(_("Keys"), [f"{keys}: {words}" for keys, words in KEYS])

    def _card(self, heading: str, lines: Sequence[str]) -> Card:
        card = Card(heading)
        for line in lines:
            card.body.addWidget(PlainLabel(line))
        self.column.addWidget(card)
        return card
