"""The dates a school is open as they count, and the ways to paste, type or change them, or begin from an example."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import InsetDays
from carer_app.typed_dates import say_day
from carer_app.use_cases import (
    checking_dates,
    dates_drafts,
    doubts,
    filling_dates,
    open_doubts,
    school_dates,
)
from carer_app.use_cases.checking_dates import YearToCheck
from carer_app.use_cases.open_doubts import OpenDoubt
from carer_app.use_cases.school_dates import SchoolDatesView
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import CheckDates, PasteDates, SchoolDates
from ui.base.records import Undo
from ui.children.doubts_card import DoubtsCard
from ui.children.example_card import ExampleCard
from ui.children.year_card import YearCard
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class SchoolDatesPage(Page):
    """Terms, training days and closed days of one school."""

    def __init__(self, house: House, place: SchoolDates) -> None:
        self.school_id = place.school_id
        self._view: SchoolDatesView | None = None
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("School dates"),
            _(
                "Some PEP dates are counted in days when pupils are in school. With these dates we can count them."
            ),
        )
        self.add_summary()
        self.known = PlainLabel("", kind="strong")
        self.counts = PlainLabel("", kind="hint")
        self.source = PlainLabel("", kind="hint")
        self.done = Button(_("Continue"))
        self.done.clicked.connect(self.back)
        self.paste = Button(_("Paste the dates from school"), kind="main", icon="copy")
        self.paste.clicked.connect(self.go_to(PasteDates(self.school_id)))
        self.go_on = Button(_("Go on checking the dates you pasted"), icon="arrow-right")
        self.go_on.clicked.connect(self.go_to(CheckDates(self.school_id)))
        self.by_hand: dict[int, Button] = {}
        self.hands = WrapRow()
        self.cards: list[Card] = [self._inset_card()]
        self.problems = DoubtsCard(self._on_looked, lambda: self.done)
        self.drawn = QWidget()
        self.years = QVBoxLayout(self.drawn)
        theme.space(self.years, gap=16, edges=(0, 0, 0, 0))
        self._years_shown: list[YearToCheck] = []
        self.example = ExampleCard(self, self.school_id)
        self.cards.append(self.example)
        self.ways = WrapRow(self.go_on, self.paste)
        for part in (
            self.known,
            self.counts,
            self.source,
            self.ways,
            self.hands,
            self.problems,
            self.drawn,
            *self.cards,
            WrapRow(self.done),
        ):
            self.column.addWidget(part)

    def refresh(self) -> None:
        view = self.records.read(school_dates.school_dates, self.school_id)
        self._view = view
        self.rename(_("School dates: {school}").format(school=view.name) if view.name else _("School dates"))
        self.known.setText(_known_words(view, self.today()))
        self.counts.setText(_count_words(view))
        self.counts.setVisible(bool(view.years))
        self.source.setText(_("Where these dates come from: {source}.").format(source=view.source))
        self.source.setVisible(bool(view.source))
        self._show_ways(view)
        self._show_years(view)
        self._draw_years()
        self.example.show_dates(view)

    def _inset_card(self) -> Card:
        card = Card(_("Training days"))
        card.body.addWidget(PlainLabel(_("On training days (INSET days) pupils stay at home.")))
        self.inset_fields: dict[int, Field] = {}
        self.insets = QVBoxLayout()
        theme.space(self.insets, gap=12, edges=(0, 0, 0, 0))
        card.body.addLayout(self.insets)
        card.body.addWidget(
            PlainLabel(_("While some are not known we show the earlier date, and say so."), kind="hint")
        )
        return card

    def _show_ways(self, view: SchoolDatesView) -> None:
        """The ways in by hand, a school year each, and the way back to what was begun. One of them all leads on."""
        begun = self.records.read(dates_drafts.begun, CheckDates(self.school_id).key)
        self.go_on.setVisible(begun is not None)
        is_known = view.ends is not None and view.ends >= self.today() and not view.has_gap(self.today())
        leads = self.go_on if begun is not None else self.done if is_known else self.paste
        for way in (self.go_on, self.paste, self.done):
            way.set_kind("main" if way is leads else "plain")
        for year in self.records.read(filling_dates.years_at_hand, self.school_id, self.today()):
            place = CheckDates(self.school_id, year.year)
            if year.year not in self.by_hand:
                self.by_hand[year.year] = Button("", icon="pencil")
                self.by_hand[year.year].clicked.connect(self.go_to(place))
                self.hands.add(self.by_hand[year.year])
            words = _("Change the dates of {year}") if year.has_dates else _("Type the dates of {year}")
            if self.records.read(dates_drafts.begun, place.key) is not None:
                words = _("Go on with the dates of {year}")
            self.by_hand[year.year].setText(words.format(year=year.name))

    def _show_years(self, view: SchoolDatesView) -> None:
        """One question for each school year that has dates: how much is known of its training days?"""
        wanted = {note.year: note for note in view.notes}
        for year in [year for year in self.inset_fields if year not in wanted]:
            gone = self.inset_fields.pop(year)
            gone.hide()
            gone.deleteLater()
        self.cards[0].setVisible(bool(wanted))
        for place, (year, note) in enumerate(wanted.items()):
            if year not in self.inset_fields:
                choices = Choices([(each.value, each.words) for each in InsetDays])
                choices.chosen.connect(partial(self._on_inset, year))
                self.inset_fields[year] = Field(
                    _("The training days of {year}").format(year=note.school_year), choices
                )
                self.insets.insertWidget(place, self.inset_fields[year])
            shown = self.inset_fields[year].widget
            assert isinstance(shown, Choices)
            shown.set_value(None if note.is_supposed else note.inset)
            self.inset_fields[year].set_hint(
                _(
                    "Most schools have five. Nobody has said yet that these are all. "
                    "Until then we count to the earlier day."
                )
                if note.is_supposed
                else ""
            )

    def _draw_years(self) -> None:
        """What the dates come to, year by year; drawn anew only where something changed."""
        years = self.records.read(checking_dates.stored_years, self.school_id)
        self.problems.show_doubts(self.records.read(open_doubts.open_doubts, self.school_id))
        if years == self._years_shown:
            return
        self._years_shown = years
        while (item := self.years.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for year in years:
            self.years.addWidget(YearCard(year, self.today()))

    def _on_looked(self, doubt: OpenDoubt) -> None:
        before = self.records.read(doubts.kept, self.school_id)
        self.records.change(
            doubts.look_at,
            self.school_id,
            doubt.year,
            doubt.sentence,
            undo=Undo(_("You have checked this."), doubts.put_back, (self.school_id, before)),
        )

    def _on_inset(self, year: int, value: str) -> None:
        self.records.change(school_dates.say_inset, self.school_id, year, InsetDays(value))


def _known_words(view: SchoolDatesView, today: date) -> str:
    if view.ends is None:
        return _("No dates yet.")
    if view.ends < today:
        return _("The dates here ended on {day}. Add those for this school year.").format(
            day=say_day(view.ends)
        )
    if view.has_gap(today):
        return _("The last day we know is {day}. Some dates before it are missing.").format(
            day=say_day(view.ends)
        )
    return _("Dates are known until {day}. After that day we cannot count.").format(day=say_day(view.ends))


def _count_words(view: SchoolDatesView) -> str:
    return " ".join((*(year.words for year in view.years), _("In most schools a whole year has 190.")))
