"""What using the form of a school’s dates takes the place of: the dates that count now, and how many differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from carer_app.domain.school_calendar import Period
from carer_app.domain.term_pattern import lacking
from carer_app.typed_dates import say_short
from carer_app.use_cases.checked_form import CheckedYear, years_to_use
from carer_app.use_cases.checking_dates import YearToCheck, stored_years
from carer_app.use_cases.dates_form import DatesForm, YearForm, day_in, name_by_first, name_words, period_of
from carer_app.words import _, plural

_TOLD = ("open", "inset", "closed")


@dataclass(frozen=True, slots=True)
class Replaced:
    """A school year that has dates already: so many days would differ, in these stretches.

    `lost` is what has dates now and would have none; `stays` is what the source says nothing of and counts on.
    """

    name: str
    days: int
    stretches: tuple[str, ...]
    lost: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What becomes of the dates that are used now."""
        stays = (
            _("The text does not speak of these, so what you use now stays: {what}.") if self.stays else ""
        )
        stays = stays.format(what=_("; ").join(self.stays))
        if not self.days:
            same = _("You use the same dates of {year} now.").format(year=self.name)
            return " ".join(filter(None, (same, stays)))
        differ = plural("{count} day differs", "{count} days differ", self.days)
        where = _("; ").join(self.stretches)
        words = _("These take the place of the dates of {year} that you use now: {differ}.")
        return " ".join(
            filter(
                None,
                (
                    words.format(year=self.name, differ=differ),
                    _("You would lose: {what}.").format(what=_("; ").join(self.lost)) if self.lost else "",
                    _("Where they differ: {where}.").format(where=where) if where else "",
                    stays,
                ),
            )
        )


def replaced(
    session: Session, school_id: int, form: DatesForm, checked: Sequence[CheckedYear] | None = None
) -> tuple[Replaced, ...]:
    """Every school year of the form that would take the place of dates that are used now.

    `checked` is what the form comes to, where that is known already.
    """
    stored = {year.year: year for year in stored_years(session, school_id)}
    return tuple(
        _replaced(stored[new.year], new, year)
        for new in years_to_use(form, checked)
        if new.year in stored and (year := form.year(new.year)) is not None
    )


def _replaced(old: YearToCheck, new: YearToCheck, form: YearForm) -> Replaced:
    before, after = dict(_told(old)), dict(_told(new))
    days = sorted(day for day in before.keys() | after.keys() if before.get(day) != after.get(day))
    periods = (*new.periods, *old.periods)
    names = dict.fromkeys(name for day in days if (name := _name(day, periods)))
    return Replaced(new.name, len(days), tuple(names), tuple(_lost(old, new)), tuple(_stays(old, new, form)))


def _lost(old: YearToCheck, new: YearToCheck) -> Iterator[str]:
    yield from lacking(new.periods, old.year, old.periods)
    off = {*new.inset_days, *new.closed_days}
    if inset := [day for day in old.inset_days if day not in new.inset_days]:
        words = _("training day {days}") if len(inset) == 1 else _("training days {days}")
        yield words.format(days=_in_months(inset))
    if closed := [day for day in old.closed_days if day not in off]:
        words = _("closed day {days}") if len(closed) == 1 else _("closed days {days}")
        yield words.format(days=_in_months(closed))


def _stays(old: YearToCheck, new: YearToCheck, form: YearForm) -> Iterator[str]:
    kept = [
        period
        for each in form.stretches
        if each.id in form.kept and (period := period_of(each, form.year)) in old.periods
    ]
    yield from lacking([each for each in new.periods if each not in kept], old.year, kept)
    days = {day_in(each.day, form.year) for each in form.days_off if each.id in form.kept}
    if days & set(old.inset_days):
        yield _("training days")


def _in_months(days: Sequence[date]) -> str:
    """Days with each month once: "1, 2 September, 4 January"."""
    months = [list(each) for _month, each in groupby(sorted(days), lambda day: (day.year, day.month))]
    return ", ".join(
        ", ".join([*(str(day.day) for day in each[:-1]), say_short(each[-1])]) for each in months
    )


def _told(year: YearToCheck) -> Iterator[tuple[date, str]]:
    """What each day that matters is: a day for pupils, a training day or a day when school is closed."""
    yield from ((each.day, each.kind) for each in year.days if each.kind in _TOLD)
    yield from ((day, "closed") for day in year.closed_days)
    yield from ((day, "inset") for day in year.inset_days)


def _name(day: date, periods: tuple[Period, ...]) -> str:
    inside = next((period for period in periods if period[0] <= day <= period[1]), None)
    return name_words(name_by_first(inside[0])) if inside is not None else ""
