"""School years: which one a day belongs to, how it is written, and asking for its dates."""

from collections.abc import Sequence
from datetime import date

from carer_app.errors import TermDatesMissing
from carer_app.words import _


def school_year(day: date) -> int:
    """The calendar year in which the day's school year began; school years run from 1 September.

    Source: Kent County Council, "School age": "A school year runs from September to the following
    August" (www.kent.gov.uk/education-and-children/schools/school-age).
    """
    return day.year if day.month >= 9 else day.year - 1


def say_school_year(year: int) -> str:
    """A school year as schools write it: 2026/27."""
    return f"{year}/{(year + 1) % 100:02d}"


def term_dates_missing(years: Sequence[int], *, the_rest: bool = False) -> TermDatesMissing:
    """The error that asks for the dates of these school years, in the carer's words."""
    sentence = (
        _("We need the rest of the school’s term dates for {years} to work this out.")
        if the_rest
        else _("We need the school’s term dates for {years} to work this out.")
    )
    said = _(" and ").join(say_school_year(year) for year in years)
    return TermDatesMissing(sentence.format(years=said), tuple(years))
