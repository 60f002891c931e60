"""What using the form of a school’s dates takes the place of: the dates that count now, and how many differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.domain.school_calendar import Period
from carer_app.use_cases.checked_form import years_to_use
from carer_app.use_cases.checking_dates import YearToCheck, stored_years
from carer_app.use_cases.dates_form import DatesForm, name_by_first, name_words
from carer_app.words import _, plural

_TOLD = ("open", "inset", "closed")


@dataclass(frozen=True, slots=True)
class Replaced:
    """A school year that has dates already: so many days would differ, in these stretches."""

    name: str
    days: int
    stretches: tuple[str, ...]

    @property
    def words(self) -> str:
        """What becomes of the dates that are used now."""
        if not self.days:
            return _("You use the same dates of {year} now.").format(year=self.name)
        differ = plural("{count} day differs", "{count} days differ", self.days)
        where = _("; ").join(self.stretches)
        words = _("These take the place of the dates of {year} that you use now: {differ}.")
        return " ".join(
            filter(
                None,
                (
                    words.format(year=self.name, differ=differ),
                    _("Where they differ: {where}.").format(where=where) if where else "",
                ),
            )
        )


def replaced(session: Session, school_id: int, form: DatesForm) -> tuple[Replaced, ...]:
    """Every school year of the form that would take the place of dates that are used now."""
    stored = {year.year: year for year in stored_years(session, school_id)[0]}
    return tuple(_replaced(stored[new.year], new) for new in years_to_use(form) if new.year in stored)


def _replaced(old: YearToCheck, new: YearToCheck) -> Replaced:
    before, after = dict(_told(old)), dict(_told(new))
    days = sorted(day for day in before.keys() | after.keys() if before.get(day) != after.get(day))
    periods = (*new.periods, *old.periods)
    names = dict.fromkeys(name for day in days if (name := _name(day, periods)))
    return Replaced(new.name, len(days), tuple(names))


def _told(year: YearToCheck) -> Iterator[tuple[date, str]]:
    """What each day that matters is: a day for pupils, a training day or a day when school is closed."""
    yield from ((each.day, each.kind) for each in year.days if each.kind in _TOLD)
    yield from ((day, "closed") for day in year.closed_days)
    yield from ((day, "inset") for day in year.inset_days)


def _name(day: date, periods: tuple[Period, ...]) -> str:
    inside = next((period for period in periods if period[0] <= day <= period[1]), None)
    return name_words(name_by_first(inside[0])) if inside is not None else ""
