"""A school's dates, read from a table or text that the carer pasted. Whatever was not understood is handed back."""

from collections.abc import Sequence
from datetime import date

from carer_app.imports.term_asking import MOST_QUESTIONS, read_rows
from carer_app.imports.term_footers import without_footer_years
from carer_app.imports.term_labels import list_at_the_top
from carer_app.imports.term_nursery import said_of_all
from carer_app.imports.term_own_part import said_of_its_own
from carer_app.imports.term_reading import TermReading
from carer_app.imports.term_staggered import day_by_day
from carer_app.imports.term_text import MOST_LETTERS, MOST_LINES, Row, rows_in
from carer_app.imports.term_which_year import asked_which_year, asked_which_year_apart
from carer_app.imports.term_whose import asked_of_schools, schools_in

__all__ = ["MOST_LETTERS", "MOST_LINES", "read_pasted"]


def read_pasted(text: str, near: date | None = None) -> TermReading:
    """Read the school dates in any text; never raises, and takes a bounded time whatever the text is.

    Every school year that the text gives is read. Of a text without any year the weekdays tell which one around
    `near` it is of, or the carer is asked; without `near` it is not read. What is beyond 2,000 lines, or 200,000
    letters, is not read, and that is said in `not_understood`.
    """
    rows, cut = rows_in(text)
    rows = list_at_the_top(rows)
    rows = day_by_day(without_footer_years(said_of_its_own(said_of_all(rows))))
    schools = schools_in(rows)
    asked = asked_of_schools(schools, rows, lambda own: _read(own, cut, near)) if schools else None
    return asked or _read(rows, cut, near)


def _read(rows: Sequence[Row], cut: str, near: date | None) -> TermReading:
    if near is None:
        return read_rows(rows, cut, None)

    def in_year(year: int) -> TermReading:
        return read_rows(rows, cut, year, MOST_QUESTIONS - 1)

    asked = asked_which_year(rows, near, in_year) or asked_which_year_apart(rows, in_year)
    return asked or read_rows(rows, cut, None)
