"""The dates a school is open, typed by hand or begun from an example."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import InsetDays
from carer_app.errors import NotFound
from carer_app.typed_dates import say_day, say_span
from carer_app.use_cases import checking_dates, school_dates
from carer_app.use_cases.checking_dates import YearToCheck
from carer_app.use_cases.school_dates import ClosingRow, PeriodRow, SchoolDatesView
from carer_app.words import _
from ui import theme
from ui.children.dates_forms import ClosingForm, DatesRow, PeriodForm
from ui.children.example_card import ExampleCard
from ui.children.year_card import YearCard
from ui.page import House, Page
from ui.parts.rows import Rows
from ui.places import PasteDates, SchoolDates
from ui.records import Undo
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class SchoolDatesPage(Page):
    """Terms, training days and closed days of one school."""

    max_width = 760

    def __init__(self, house: House, place: SchoolDates) -> None:
        self.school_id = place.school_id
        self._view: SchoolDatesView | None = None
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("School dates"),
            _(
                "Some PEP dates are counted in days when pupils are in school. So we need the days it is open."
            ),
        )
        self.add_summary()
        self.known = PlainLabel("", kind="strong")
        self.gone = PlainLabel(_("This school is no longer in your records. Nothing else was changed."))
        self.done = Button(_("Continue"), kind="main")
        self.done.clicked.connect(self.back)
        self.paste = Button(_("Paste the dates from school"), kind="main", icon="copy")
        self.paste.clicked.connect(self.go_to(PasteDates(self.school_id)))
        self.cards = [self._terms_card(), self._closings_card()]
        self.problems = Card(_("Please look at this"))
        self.problem_words = PlainLabel("")
        self.problems.body.addWidget(self.problem_words)
        self.drawn = QWidget()
        self.years = QVBoxLayout(self.drawn)
        theme.space(self.years, gap=16, edges=(0, 0, 0, 0))
        self._years_shown: list[YearToCheck] = []
        self.example = ExampleCard(self, self.school_id)
        self.cards.append(self.example)
        self.ways = WrapRow(self.paste)
        for part in (
            self.gone,
            self.known,
            self.ways,
            self.problems,
            *self.cards,
            self.drawn,
            WrapRow(self.done),
        ):
            self.column.addWidget(part)

    def refresh(self) -> None:
        try:
            view = self.records.read(school_dates.school_dates, self.school_id)
        except NotFound:
            self._show_gone(True)
            return
        self._show_gone(False)
        self._view = view
        self.rename(_("School dates: {school}").format(school=view.name) if view.name else _("School dates"))
        self.known.setText(_known_words(view, self.today()))
        self.periods.show_rows(view.periods)
        self.counts.setText(_count_words(view))
        self.counts.setVisible(bool(view.years))
        self.closings.show_rows(view.closings)
        self._show_years(view)
        self._draw_years()
        self.period_form.half_typed.show()
        self.closing_form.show_half_typed()
        self.example.show_dates(view)

    def remove_period(self, row: PeriodRow) -> None:
        """Take a stretch of school days out, with Undo."""
        self.records.change(
            school_dates.remove_period,
            row.id,
            undo=Undo(
                _("Taken out: {days}.").format(days=period_words(row)),
                school_dates.add_period,
                (self.school_id, row.first_day, row.last_day),
            ),
        )

    def remove_closing(self, row: ClosingRow) -> None:
        """Take a day without pupils out, with Undo."""
        self.records.change(
            school_dates.remove_closing,
            row.id,
            undo=Undo(
                _("Taken out: {days}.").format(days=say_day(row.day)),
                school_dates.add_closing,
                (self.school_id, row.day, row.is_inset),
            ),
        )

    def is_closed(self, day: date) -> bool:
        """Whether a day is on the list of days without pupils."""
        return self._view is not None and any(row.day == day for row in self._view.closings)

    def _terms_card(self) -> Card:
        card = Card(_("Terms"))
        card.body.addWidget(
            PlainLabel(
                _(
                    "Add each stretch between two holidays: the first day back, and the last day before "
                    "the next holiday. Most school years have six. School puts them on its website."
                )
            )
        )
        self.period_form = PeriodForm(self, self.school_id)
        self.periods: Rows[PeriodRow] = Rows(
            lambda _id: DatesRow(lambda row: (period_words(row), ""), self.remove_period),
            self.period_form.first.line,
            gap=8,
        )
        self.counts = PlainLabel("", kind="hint")
        for part in (self.periods, self.counts, self.period_form):
            card.body.addWidget(part)
        return card

    def _closings_card(self) -> Card:
        card = Card(_("Training days and other days off"))
        card.body.addWidget(
            PlainLabel(
                _(
                    "On training days (INSET days) pupils stay at home. Bank holidays in England are left out "
                    "already: you do not need to add them."
                )
            )
        )
        self.closing_form = ClosingForm(self, self.school_id)
        self.closings: Rows[ClosingRow] = Rows(
            lambda _id: DatesRow(_closing_words, self.remove_closing), self.closing_form.day.line, gap=8
        )
        self.inset_fields: dict[int, Field] = {}
        self.insets = QVBoxLayout()
        theme.space(self.insets, gap=12, edges=(0, 0, 0, 0))
        card.body.addLayout(self.insets)
        card.body.addWidget(
            PlainLabel(_("While some are not known we show the earlier date, and say so."), kind="hint")
        )
        card.body.addWidget(self.closings)
        card.body.addWidget(self.closing_form)
        return card

    def _show_gone(self, gone: bool) -> None:
        self.gone.setVisible(gone)
        self.known.setVisible(not gone)
        self.ways.setVisible(not gone)
        self.drawn.setVisible(not gone)
        self.problems.setVisible(not gone)
        for card in self.cards:
            card.setVisible(not gone)

    def _show_years(self, view: SchoolDatesView) -> None:
        """One question for each school year that has dates: how much is known of its training days?"""
        wanted = {note.year: note for note in view.notes}
        for year in [year for year in self.inset_fields if year not in wanted]:
            gone = self.inset_fields.pop(year)
            gone.hide()
            gone.deleteLater()
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
            shown.set_value(note.inset)

    def _draw_years(self) -> None:
        """What the dates come to, year by year; drawn anew only where something changed."""
        years, problems = self.records.read(checking_dates.stored_years, self.school_id)
        self.problem_words.setText("\n".join(problems))
        self.problems.setVisible(bool(problems))
        if years == self._years_shown:
            return
        self._years_shown = years
        while (item := self.years.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for year in years:
            card = YearCard(year, self.today())
            for part in (card.use, card.inset, card.over):  # asked and said above
                part.hide()
            self.years.addWidget(card)

    def _on_inset(self, year: int, value: str) -> None:
        self.records.change(school_dates.say_inset, self.school_id, year, InsetDays(value))


def period_words(row: PeriodRow) -> str:
    """A stretch of school days: "3 November to 19 December 2025"."""
    return say_span(row.first_day, row.last_day, with_year=True)


def _closing_words(row: ClosingRow) -> tuple[str, str]:
    kind = _("Training day") if row.is_inset else _("Closed")
    return _("{kind}: {day}").format(kind=kind, day=say_day(row.day)), row.needless


def _known_words(view: SchoolDatesView, today: date) -> str:
    if view.ends is None:
        return _("No dates yet.")
    if view.ends < today:
        return _("The dates here ended on {day}. Add those for this school year.").format(
            day=say_day(view.ends)
        )
    return _("Dates are known until {day}. After that day we cannot count.").format(day=say_day(view.ends))


def _count_words(view: SchoolDatesView) -> str:
    said = [
        _("In {year} pupils come on {count} days.").format(year=year.school_year, count=year.pupil_days)
        for year in view.years
    ]
    return " ".join((*said, _("In most schools a whole year has 190.")))
