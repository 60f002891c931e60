"""One school year that was read: drawn, said in words, counted, and used or left out."""

from datetime import date

from carer_app.choices import InsetDays
from carer_app.typed_dates import MONTHS
from carer_app.use_cases.checking_dates import YearToCheck
from carer_app.words import _
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.text import PlainLabel
from ui.widgets.year_grid import YearGrid

LETTERS = {"inset": "T", "closed": "C", "bank": "B"}


class YearCard(Card):
    """What counts, or would count: on the page of pasted dates nothing is stored until its button is pressed."""

    def __init__(self, year: YearToCheck, today: date) -> None:
        super().__init__(_("School year {year}").format(year=year.name))
        self.year = year
        self.use = Tick(_("Use the dates of {year}").format(year=year.name))
        self.use.setChecked(True)
        self.grid = YearGrid(
            {each.day: each.kind for each in year.days},
            LETTERS,
            {number: name[:3] for number, name in enumerate(MONTHS, start=1)},
            _("The school year {year}, day by day").format(year=year.name),
            " ".join(year.lines),
        )
        self.key = PlainLabel(
            _("Filled: school is open. Empty: holiday. T: training day. C: closed. B: bank holiday."),
            kind="hint",
        )
        self.counts = PlainLabel(_counts(year), kind="strong")
        self.quiet = PlainLabel(_("In most schools it is 195 and 190."), kind="hint")
        self.lines = PlainLabel("\n".join(year.lines))
        self.inset = PlainLabel(_inset(year), kind="hint")
        self.over = PlainLabel(
            _("These dates are over. They do not help to count days that are still to come."), kind="strong"
        )
        self.over.setVisible(year.periods[-1][1] < today)
        for part in (
            self.over,
            self.grid,
            self.key,
            self.counts,
            self.quiet,
            self.lines,
            self.inset,
            self.use,
        ):
            self.body.addWidget(part)


def _counts(year: YearToCheck) -> str:
    return _("School is open on {open} days, {pupils} of them for pupils.").format(
        open=year.open_days, pupils=year.pupil_days
    )


def _inset(year: YearToCheck) -> str:
    words = {
        InsetDays.KNOWN: _("All five training days are known."),
        InsetDays.PARTLY: _("Not all training days are known, so we count to the earlier day."),
        InsetDays.NOT_KNOWN: _("No training days are known, so we count to the earlier day."),
        InsetDays.TWILIGHT: _("Training is after school, so no day is closed."),
    }[year.inset]
    if year.inset_unknown:
        words += " " + _("School has not said the day of {count} more.").format(count=year.inset_unknown)
    return words
