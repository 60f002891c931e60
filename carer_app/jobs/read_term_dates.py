"""A school's dates read from pasted text or a calendar file, ready to be looked at."""

from datetime import date
from pathlib import Path
from threading import Event

from carer_app.imports.chosen_file import read_file
from carer_app.imports.page_limits import MOST_PAPER_SIDE
from carer_app.imports.pictures import look_at
from carer_app.imports.term_calendar import read_calendar_apart
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import Question, TermReading
from carer_app.imports.words_in_pictures import can_read, in_rows, words_of
from carer_app.use_cases.checking_dates import ReadAnswer, ReadDates, ReadDay, ReadProblem, ReadQuestion

__all__ = ["can_read", "read_calendar_file", "read_dates", "read_text", "words_of_photo"]


def read_text(text: str, near: date) -> ReadDates:
    """Read what was pasted. Of text without a year the weekdays tell which one around `near` it is, or a question."""
    return read_dates(read_pasted(text, near))


def read_calendar_file(path: Path, near: date | None = None, over: Event | None = None) -> ReadDates:
    """Read a calendar file (.ics) that the carer chose. Raises DocumentRefused with a sentence.

    Once `over` is set nobody waits for it any more, and the reader process is ended.
    """
    return read_dates(read_calendar_apart(read_file(path), near, over))


def words_of_photo(path: Path) -> str:
    """What a machine reads in a photo of dates, row by row; nothing where it reads nothing. Raises DocumentRefused."""
    return in_rows(words_of(look_at(read_file(path), MOST_PAPER_SIDE)))


def read_dates(reading: TermReading) -> ReadDates:
    """What was read, in the shape that pages use."""
    return ReadDates(
        periods=tuple(reading.periods),
        inset_days=tuple(reading.inset_days),
        closed_days=tuple(reading.closed_days),
        inset_unknown=reading.inset_unknown,
        inset_total=reading.inset_total,
        twilight=reading.twilight,
        problems=tuple(
            ReadProblem(each.sentence, each.days, each.kind, each.lacks_edge) for each in reading.problems
        ),
        not_understood=tuple(reading.not_understood),
        account=tuple(
            ReadDay(each.line, each.written, each.days, each.fate, each.reason) for each in reading.account
        ),
        question=_question(reading.question) if reading.question else None,
    )


def _question(asked: Question) -> ReadQuestion:
    return ReadQuestion(
        asked.sentence, tuple(ReadAnswer(each.words, read_dates(each.reading)) for each in asked.answers)
    )
