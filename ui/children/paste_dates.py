"""Pasting a school’s dates: the text, what was read in it, and using it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.jobs import read_term_dates
from carer_app.use_cases import checking_dates, drafts, school_dates
from carer_app.use_cases.checking_dates import ReadDates
from carer_app.words import _, plural
from ui import dialogs, theme
from ui.children.year_card import YearCard
from ui.page import House, Page
from ui.places import PasteDates, SchoolDates
from ui.records import Undo
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.saved_text import SavedText
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

TEXT = "text"


class PasteDatesPage(Page):
    """The text stays in its box, so putting it right and reading it again is the way to correct a line."""

    max_width = 860
    was_read = Signal()

    def __init__(self, house: House, place: PasteDates) -> None:
        self.school_id = place.school_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Paste the school’s dates"),
            _(
                "Copy the term dates from the school’s website, a newsletter or a PDF, and paste them here with "
                "Ctrl+V. Nothing counts until you have looked at it."
            ),
        )
        self.text = SavedText(lambda typed: self.keep_draft(TEXT, typed), lines=10)
        self.text_field = Field(_("Text with the dates"), self.text)
        self.read = Button(_("Read it"), kind="main", icon="calendar-days")
        self.read.clicked.connect(self._on_read)
        self.choose = Button(_("Choose a calendar file (.ics)"), icon="folder")
        self.choose.clicked.connect(self._on_choose)
        self.found = QWidget()
        self.cards = QVBoxLayout(self.found)
        theme.space(self.cards, gap=16, edges=(0, 0, 0, 0))
        self.years: list[YearCard] = []
        self.source = ""
        self.use = Button(_("Use these dates"), kind="main", icon="check")
        self.use.clicked.connect(self._on_use)
        self.use.hide()
        for part in (self.text_field, WrapRow(self.read, self.choose), self.found, WrapRow(self.use)):
            self.column.addWidget(part)

    def refresh(self) -> None:
        self.text.show_stored(self.records.read(drafts.of_place, self.place.key).get(TEXT, ""))

    def show_read(self, read: ReadDates) -> None:
        """Show what was read, year by year, with what does not fit and what was not understood above it."""
        while (item := self.cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.years = [YearCard(year, self.today()) for year in checking_dates.years_to_check(read)]
        words = (
            plural("We found {count} school year.", "We found {count} school years.", len(self.years))
            if self.years
            else _("We found no school dates in this text. You can put the text right and read it again.")
        )
        self.result = Heading(words, level=2)
        self.cards.addWidget(self.result)
        for title, lines in (
            (_("Please look at this"), read.problems),
            (_("Lines we did not understand"), read.not_understood),
        ):
            if lines:
                card = Card(title)
                for line in lines:
                    card.body.addWidget(PlainLabel(line))
                self.cards.addWidget(card)
        for year in self.years:
            self.cards.addWidget(year)
        self.use.setVisible(bool(self.years))
        announce(self, words)
        QTimer.singleShot(0, self, self._on_shown)  # once the cards have their places

    def _on_read(self) -> None:
        self.text.flush()
        self.source = _("the text you pasted")
        text, today = self.text.toPlainText(), self.today()
        self.records.run(partial(read_term_dates.read_text, text, today), self._on_done)

    def _on_choose(self) -> None:
        dialogs.choose_file(
            self, _("Choose the school’s calendar file"), _("Calendar files (*.ics)"), self.take_file
        )

    def take_file(self, chosen: str) -> None:
        """Read a calendar file; the text in the box stays."""
        self.source = _("a calendar file from school")
        self.records.run(partial(read_term_dates.read_calendar_file, Path(chosen)), self._on_done)

    def _on_done(self, read: ReadDates) -> None:
        if self.is_there:
            self.show_read(read)

    def _on_shown(self) -> None:
        self.body.bring_into_view(self.result)
        self.was_read.emit()

    def _on_use(self) -> None:
        wanted = [card.year for card in self.years if card.use.isChecked()]
        if not wanted:
            return
        before = self.records.read(school_dates.school_dates, self.school_id)
        self.records.change(
            checking_dates.use_dates,
            self.school_id,
            wanted,
            self.source,
            self.place.key,
            undo=Undo(_("The school’s dates are in."), school_dates.put_back, (self.school_id, before)),
            then=lambda _nothing: self.go.emit(SchoolDates(self.school_id)),
        )
