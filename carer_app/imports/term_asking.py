"""What a text leaves open, asked one thing at a time: what changes most comes first, and after it perhaps the next."""

from collections.abc import Iterable, Sequence
from datetime import date

from carer_app.imports.term_answers import as_reading
from carer_app.imports.term_judging import Judged, is_open, judged, said_twice
from carer_app.imports.term_questions import question_between
from carer_app.imports.term_reading import TermReading
from carer_app.imports.term_text import Row

MOST_DAYS = 60
"""Of a text with more days than a school's one thing is asked, and the rest is said."""
MOST_QUESTIONS = 3
"""So many answers are asked of one text; what is still open then is said beside its place."""


def read_rows(
    rows: Sequence[Row], cut: str, year: int | None, questions: int = MOST_QUESTIONS
) -> TermReading:
    """The best way to read the rows, and a question where another is nearly as good; `questions` at the most."""
    best, *others = judged(rows, year)
    is_long = sum(len(row.groups) for row in rows) > MOST_DAYS
    return _read(best, others, rows, cut, frozenset(), 1 if is_long else questions)


def _read(
    best: Judged, others: Iterable[Judged], rows: Sequence[Row], cut: str, decided: frozenset[date], left: int
) -> TermReading:
    """One way of reading; the days `decided` were answered, so no other way is weighed that has them otherwise."""
    undecided = [
        each for each in others if is_open(each, best) and not (each.school_days ^ best.school_days) & decided
    ]
    if not left or not undecided:
        twice = [each.twice for each in undecided if each.twice]
        return as_reading(best.made, rows, cut, twice=twice, answered=decided)
    other = max(
        undecided, key=lambda each: (len(each.school_days ^ best.school_days), each.is_asked, each.total)
    )
    answered = decided | (best.school_days ^ other.school_days)

    def reading_of(way: Judged) -> TermReading:
        more = () if way is best or len(way.made.dated) > MOST_DAYS else said_twice(way, rows)
        rest = [*undecided, *more]
        return _read(way, rest, rows, cut, answered, left - 1)

    return as_reading(best.made, rows, cut, question_between(best, other, reading_of), answered=answered)
