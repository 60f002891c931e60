"""The file that puts a meeting into the carer's own calendar."""

from datetime import datetime

from carer_app.use_cases.planning import MeetingFacts

FILE_NAME = "meeting.ics"


def meeting_ics(facts: MeetingFacts, stamp: datetime) -> bytes:
    """The calendar file of a meeting whose day is known. No child's name and no school goes into it."""
    from carer_app.paper.calendar_file import meeting_file

    assert facts.on_day is not None
    return meeting_file(
        uid=facts.calendar_uid,
        sequence=facts.calendar_sequence,
        on_day=facts.on_day,
        at_time=facts.at_time,
        stamp=stamp,
    )
