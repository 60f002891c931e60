"""The file that puts a meeting into the carer's own calendar."""

from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from carer_app.errors import NotSaved
from carer_app.use_cases.planning import MeetingFacts
from carer_app.words import _

FILE_NAME = "meeting.ics"


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
    )


def save_meeting(facts: MeetingFacts, stamp: datetime, path: Path) -> None:
    """Write the calendar file where the carer chose. Raises NotSaved where that place cannot be written to."""
    written = meeting_ics(facts, stamp)
    try:
        path.write_bytes(written)
    except OSError as error:
        raise NotSaved(
            _("The calendar file could not be saved there. Choose another folder. Your notes are safe.")
        ) from error
