"""The files that put meetings and due dates into the carer's own calendar."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from carer_app.errors import NotSaved
from carer_app.storage.safe_files import write_where_chosen
from carer_app.use_cases.own_calendar import OwnEntry
from carer_app.use_cases.planning import MeetingFacts
from carer_app.words import _

FILE_NAME = "meeting.ics"
ALL_FILE_NAME = "dates.ics"


def meeting_ics(facts: MeetingFacts, stamp: datetime) -> bytes:
    """The calendar file of a meeting whose day is known. No child's name and no school goes into it."""
    from carer_app.paper.calendar_file import meeting_file

    assert facts.on_day is not None
    return meeting_file(
        uid=uuid5(NAMESPACE_URL, facts.calendar_uid),
        on=facts.on_day,
        at=facts.at_time,
        written_at=stamp,
        sequence=facts.calendar_sequence,
        cancelled=facts.called_off_on is not None,
    )


def entries_ics(entries: Sequence[OwnEntry], stamp: datetime, name: str = "") -> bytes:
    """The calendar file of several entries, called "Meeting" or "Date to remember".

    With a `name` each entry says what it is and whom it is about.
    """
    from carer_app.paper.calendar_file import Entry, calendar_file

    return calendar_file(
        [
            Entry(
                uid=uuid5(NAMESPACE_URL, each.uid),
                on=each.on_day,
                at=each.at_time,
                sequence=each.sequence,
                title=_title(each, name),
                cancelled=each.cancelled,
            )
            for each in entries
        ],
        stamp,
    )


def _title(entry: OwnEntry, name: str) -> str:
    if not name:
        return _("Meeting") if entry.is_meeting else _("Date to remember")
    if entry.is_meeting:
        return _("Meeting about {child}").format(child=name)
    return _("{what}: {child}").format(what=entry.words, child=name)


def save_entries(entries: Sequence[OwnEntry], stamp: datetime, name: str, path: Path) -> None:
    """Write the calendar file where the carer chose. Raises NotSaved where that place cannot be written to."""
    _write(entries_ics(entries, stamp, name), path)


def save_meeting(facts: MeetingFacts, stamp: datetime, path: Path) -> None:
    """Write the calendar file where the carer chose. Raises NotSaved where that place cannot be written to."""
    _write(meeting_ics(facts, stamp), path)


def _write(written: bytes, path: Path) -> None:
    try:
        write_where_chosen(path, written)
    except OSError as error:
        raise NotSaved(
            _("The calendar file could not be saved there. Choose another folder. Your notes are safe.")
        ) from error
