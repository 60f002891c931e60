"""The very first page: what this is, and what it promises."""

from carer_app.words import _
from ui.base.page import Page
from ui.base.places_outside import BlankSheet, DateCalculator, GoBackLocked, Leaflets, MayKeepNotes
from ui.parts.text_size import TextSizeButtons
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class WelcomePage(Page):
    """Shown once, on a computer with no records yet."""

    max_width = 720
    centred = True

    def first_field(self) -> None:
        """Nowhere: the page is read from its top, and the button is further down."""

    def build(self) -> None:
        self.add_heading(
            _("Welcome"),
            _("PEP Companion helps you get ready for a child’s PEP meeting, and follow up what was agreed."),
        )
        promise = Card(_("Your records stay on this computer"))
        for line in (
            _(
                "PEP Companion sends nothing over the internet. There is no account. We cannot see what you write."
            ),
            _(
                "Your records are locked. Only your password, or a sheet you make for the day you forget it, "
                "opens them. We have no key."
            ),
            _(
                "They are safe from someone who picks up this computer. "
                "They are not safe from someone who knows your password, or who watches the screen."
            ),
            _(
                "You decide what to print or share. A printed page, or a PDF saved without a password, is not locked."
            ),
        ):
            promise.body.addWidget(PlainLabel(line))
        self.column.addWidget(promise)

        self.column.addWidget(PlainLabel(_("The rules and numbers here are for England."), kind="hint"))

        self.start = Button(_("Continue"), kind="main")
        self.start.clicked.connect(self.go_to(MayKeepNotes()))
        self.blank = Button(_("Print blank sheets now"))
        self.blank.clicked.connect(self.go_to(BlankSheet()))
        self.have_backup = Button(_("I have a backup from another computer"))
        self.have_backup.clicked.connect(self.go_to(GoBackLocked()))
        self.dates = Button(_("Work out dates"))
        self.dates.clicked.connect(self.go_to(DateCalculator()))
        self.leaflets = Button(_("Read leaflets"))
        self.leaflets.clicked.connect(self.go_to(Leaflets()))
        self.column.addWidget(WrapRow(self.start, self.blank, self.leaflets, self.dates, self.have_backup))
        self.column.addWidget(TextSizeButtons(self.house.preferences, self.house.prefer))
