"""One school year: drawn, said in words and counted."""

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import InsetDays
from carer_app.typed_dates import MONTHS
from carer_app.use_cases import dates_form
from carer_app.use_cases.checking_dates import YearToCheck
from carer_app.words import _, plural
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel
from ui.widgets.year_grid import YearGrid

LETTERS = {"inset": "T", "closed": "C", "bank": "B"}


class DrawnYear(QWidget):
    """A school year as it counts, or would count: the picture, what its letters mean, and the counts.

    All months are there from the beginning, so that nothing below moves while a year is typed.
    """

    def __init__(self, year: int, name: str) -> None:
        super().__init__()
        self._year = year
        self.over = PlainLabel("", kind="strong")
        self.grid = YearGrid(
            {},
            LETTERS,
            {number: name[:3] for number, name in enumerate(MONTHS, start=1)},
            _("The school year {year}, day by day").format(year=name),
            "",
        )
        self.key = PlainLabel(
            _(
                "Filled: school is open. Empty: holiday. T: training day. C: closed. B: bank holiday. "
                "Dot: not known."
            ),
            kind="hint",
        )
        self.counts = PlainLabel("", kind="strong")
        self.quiet = PlainLabel(_("Most schools are open on 195 days, 190 of them for pupils."), kind="hint")
        self.inset = PlainLabel("", kind="hint")
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        for part in (self.over, self.grid, self.key, self.counts, self.quiet, self.inset):
            column.addWidget(part)

    def show_year(self, year: YearToCheck | None, today: date) -> None:
        """Draw this, or that nothing counts yet."""
        kinds = dict.fromkeys(_all_days(self._year), "unknown")
        kinds |= {each.day: each.kind for each in year.days} if year else {}
        lines = " ".join(year.lines) if year else _("Nothing counts yet.")
        self.grid.show_kinds(kinds, lines)
        said, before = counts_words(year) if year else _("Nothing counts yet."), self.counts.words()
        self.counts.setText(said)
        if before and said != before:
            announce(self, said)
        self.inset.setText(inset_words(year) if year else "")
        self.inset.setVisible(year is not None)
        ended = dates_form.is_over(self._year, today)
        self.over.setText(
            _("This year is over. Its dates do not help to count days that are still to come.")
            if ended
            else _("These dates are over. They do not help to count days that are still to come.")
        )
        self.over.setVisible(ended or (year is not None and year.periods[-1][1] < today))


class YearCard(Card):
    """What is stored of a school year."""

    def __init__(self, year: YearToCheck, today: date) -> None:
        super().__init__(_("School year {year}").format(year=year.name))
        self.year = year
        self.drawn = DrawnYear(year.year, year.name)
        self.drawn.show_year(year, today)
        self.lines = PlainLabel("\n".join(year.lines))
        for part in (self.drawn.inset, self.drawn.over):  # asked and said above
            part.hide()
        self.body.addWidget(self.drawn)
        self.body.addWidget(self.lines)


def counts_words(year: YearToCheck) -> str:
    """The days of teachers and of pupils, and how many training days there are: of the year, or as far as known."""
    training = plural("{count} training day", "{count} training days", len(year.inset_days))
    if not year.inset_days:  # "0 training days" would say that there are none
        words = _("So far we know {days}.") if year.missing else _("School is open on {open} days.")
    elif year.missing:
        words = _("So far we know {days}, {pupils} of them for pupils. {training}.")
    else:
        words = _("School is open on {open} days, {pupils} of them for pupils. {training}.")
    days = plural("{count} school day", "{count} school days", year.open_days)
    return words.format(open=year.open_days, days=days, pupils=year.pupil_days, training=training)


def pupils_words(year: YearToCheck) -> str:
    """How many days pupils come, in few words: of the year, or as far as known."""
    days = plural("{count} day for pupils", "{count} days for pupils", year.pupil_days)
    words = _("So far we know {days}.") if year.missing else _("The year has {days}.")
    return words.format(days=days)


def inset_words(year: YearToCheck) -> str:
    """How much is known of the training days, and what follows."""
    words = {
        InsetDays.KNOWN: _("All training days are known."),
        InsetDays.PARTLY: _("Not all training days are known, so we count to the earlier day."),
        InsetDays.NOT_KNOWN: _("No training days are known, so we count to the earlier day."),
        InsetDays.TWILIGHT: _("Training is after school, so no day is closed."),
    }[year.inset]
    if year.is_supposed:
        words = _supposed_words(year)
    if year.inset_unknown:
        words += " " + _("The day of {count} more is not known yet.").format(count=year.inset_unknown)
    return words


def _supposed_words(year: YearToCheck) -> str:
    """That there are as many training days as most schools have; whether these are all, nobody has said."""
    days = plural(
        "{count} training day has a date.", "{count} training days have a date.", len(year.inset_days)
    )
    return _(
        "{days} Most schools have five, so these may be all. Until somebody says so, we count to the earlier day."
    ).format(days=days)


def _all_days(year: int) -> list[date]:
    first, last = date(year, 9, 1), date(year + 1, 7, 31)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
