"""A school's dates, read from a calendar file (.ics). The file itself is opened in the reader process only."""

from dataclasses import replace
from datetime import date, timedelta

from carer_app.errors import DocumentRefused
from carer_app.imports import term_roles
from carer_app.imports.reader_process import ask
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from carer_app.typed_dates import say_short
from carer_app.words import _, plural

MOST_BYTES = 5 * 1024 * 1024
SECONDS = 10.0
MOST_ANSWER = 8 * 1024 * 1024
_ABOUT_SCHOOL = (
    *(term_roles.INSET, term_roles.TWILIGHT, term_roles.BANK, term_roles.HALF, term_roles.HOLIDAY),
    *(term_roles.CLOSED, term_roles.PERIOD),
)

Event = tuple[str, date, date]


def read_calendar(data: bytes) -> TermReading:
    """What the events of a calendar file say of a school's dates. Raises DocumentRefused with a sentence.

    An event's title is read as the same words on a school's page are. Events that say nothing about when school is
    open are counted in `not_understood`, in one line.
    """
    if len(data) > MOST_BYTES:
        raise DocumentRefused(
            _(
                "That calendar file is very big. Nothing was taken from it. "
                "Ask school for one with the term dates alone, or paste the dates instead."
            )
        )
    events = _joined(_events(data))
    wanted = [event for event in events if any(pattern.search(event[0]) for pattern in _ABOUT_SCHOOL)]
    reading = read_pasted("\n".join(_line(event) for event in wanted))
    left = len(events) - len(wanted)
    if not left:
        return reading
    words = plural(
        "{count} other entry says nothing about when school is open.",
        "{count} other entries say nothing about when school is open.",
        left,
    )
    return replace(reading, not_understood=[*reading.not_understood, words])


def _events(data: bytes) -> list[Event]:
    try:
        messages = ask({"do": "calendar"}, data, SECONDS, MOST_ANSWER)
    except DocumentRefused as refused:
        raise DocumentRefused(
            _(
                "That calendar file could not be opened safely, so it was stopped. Nothing was taken from it. "
                "You can paste the school’s dates instead."
            )
        ) from refused
    last = messages[-1][0]
    if "trouble" in last:
        raise DocumentRefused(_trouble(str(last["trouble"]), last.get("count")))
    try:
        return [
            (str(summary), date.fromisoformat(first), date.fromisoformat(end))
            for heading, _bytes in messages[:-1]
            for summary, first, end in heading["events"]
        ]
    except (ValueError, TypeError, KeyError) as problem:
        raise DocumentRefused(_trouble("", None)) from problem


def _trouble(kind: str, line: object) -> str:
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
    if kind == "bad_line" and isinstance(line, int):
        return _(
            "Line {line} of that calendar file is broken. Nothing was taken from it. "
            "Ask school for the file again, or paste the dates instead."
        ).format(line=line)
    return _("That calendar file is damaged. Nothing was taken from it. You can paste the dates instead.")


def _joined(events: list[Event]) -> list[Event]:
    """Days of the same name that follow one another, over weekends too, are one holiday."""
    joined: list[Event] = []
    for summary, first, last in sorted(events, key=lambda event: (event[0].casefold(), event[1])):
        if (
            joined
            and joined[-1][0].casefold() == summary.casefold()
            and first - joined[-1][2] <= timedelta(days=3)
        ):
            joined[-1] = (joined[-1][0], joined[-1][1], max(last, joined[-1][2]))
        else:
            joined.append((summary, first, last))
    return sorted(joined, key=lambda event: (event[1], event[2]))


def _line(event: Event) -> str:
    summary, first, last = event
    words = " ".join(summary.replace("|", " ").split())
    if first == last:
        return f"{words}: {say_short(first, with_year=True)}"
    return f"{words}: {say_short(first, with_year=True)} to {say_short(last, with_year=True)}"
