"""A school's dates, read from a table or text that the carer pasted. Whatever was not understood is handed back."""

from collections.abc import Sequence
from datetime import date

from carer_app.imports.term_answers import as_reading
from carer_app.imports.term_judging import Judged, judged, runners_up
from carer_app.imports.term_questions import question_between
from carer_app.imports.term_reading import TermReading
from carer_app.imports.term_text import MOST_LETTERS, MOST_LINES, Row, rows_in
from carer_app.imports.term_whose import asked_of_schools, schools_in

__all__ = ["MOST_LETTERS", "MOST_LINES", "read_pasted"]


def read_pasted(text: str, near: date | None = None) -> TermReading:
    """Read the school dates in any text; never raises, and takes a bounded time whatever the text is.

    Every school year that the text gives is read. A text without any year is read only where `near` is given, as the
    school year around that day whose weekdays fit. What is beyond 2,000 lines, or 200,000 letters, is not read, and
    that is said in `not_understood`.
    """
    rows, cut = rows_in(text)
    schools = schools_in(rows)
    asked = asked_of_schools(schools, rows, lambda own: _read(own, cut, near)) if schools else None
    return asked or _read(rows, cut, near)


def _read(rows: Sequence[Row], cut: str, near: date | None) -> TermReading:
    """The best way to read the rows, and a question where another is nearly as good."""
    ways = judged(rows, near)
    others = runners_up(ways)
    asked = others[0] if others else None
    twice = tuple(
        other.twice
        for other in ways[1:]
        if other.twice and other is not asked and other.school_days != ways[0].school_days
    )

    def reading_of(way: Judged) -> TermReading:
        return as_reading(way.made, rows, cut, twice=twice)

    question = question_between(ways[0], asked, reading_of) if asked else None
    return as_reading(ways[0].made, rows, cut, question, twice)
