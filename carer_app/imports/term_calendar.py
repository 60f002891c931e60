"""A school's dates, read from a calendar file (.ics). The program opens such a file in the reader process only."""

from datetime import date
from threading import Event

from carer_app.errors import DocumentRefused
from carer_app.imports.calendar_event import BadCalendar, SchoolEvent, from_told
from carer_app.imports.calendar_judging import matters
from carer_app.imports.reader_process import ask
from carer_app.imports.term_events import reading_of
from carer_app.imports.term_reading import TermReading
from carer_app.words import _

MOST_BYTES = 10 * 1024 * 1024
SECONDS = 15.0
MOST_ANSWER = 16 * 1024 * 1024


def read_calendar(data: bytes, near: date | None = None) -> TermReading:
    """What the events of a calendar file say of a school's dates, read in this very process.

    An event's title is weighed as the same words on a school's page are, and every event is in `account` with what
    became of it. With `near`, events of long ago are left out. Raises DocumentRefused with a sentence, where nothing
    in the file can be read.
    """
    _check_size(data)
    from carer_app.imports.calendar_events import events_in  # late: only where a calendar is read

    try:
        return reading_of(events_in(data, matters), near)
    except BadCalendar as bad:
        raise DocumentRefused(_trouble(bad.kind)) from bad


def read_calendar_apart(data: bytes, near: date | None = None, over: Event | None = None) -> TermReading:
    """The same, with the file opened in the reader process: whatever is in it, the process with the records is safe.

    The reader is ended once `over` is set.
    """
    _check_size(data)
    return reading_of(_asked(data, over), near)


def _check_size(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise DocumentRefused(
            _(
                "That calendar file is very big. Nothing was taken from it. "
                "Ask school for one with the term dates alone, or paste the dates instead."
            )
        )


def _asked(data: bytes, over: Event | None) -> list[SchoolEvent]:
    try:
        messages = ask({"do": "calendar"}, data, SECONDS, MOST_ANSWER, over)
    except DocumentRefused as refused:
        raise DocumentRefused(
            _(
                "That calendar file could not be opened safely, so it was stopped. Nothing was taken from it. "
                "You can paste the school’s dates instead."
            )
        ) from refused
    last = messages[-1][0]
    if "trouble" in last:
        raise DocumentRefused(_trouble(str(last["trouble"])))
    try:
        return [from_told(told) for heading, _bytes in messages[:-1] for told in heading["events"]]
    except (ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise DocumentRefused(_trouble("")) from problem


def _trouble(kind: str) -> str:
    if kind == "too_many":
        return _(
            "That calendar has too many entries to be a school’s term dates. Nothing was taken from it. "
            "You can paste the dates instead."
        )
    if kind == "no_calendar":
        return _(
            "That file is not a calendar (.ics). Nothing was taken from it. You can paste the dates instead."
        )
    if kind == "encoding":
        return _(
            "The letters in that file cannot be read. Nothing was taken from it. You can paste the dates instead."
        )
    return _("That calendar file is damaged. Nothing was taken from it. You can paste the dates instead.")
