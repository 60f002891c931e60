"""What is said of a stored paper that could not be opened: gone for good, or only just now."""

from carer_app.jobs.photos_that_wait import NotOpened
from carer_app.words import _
from ui.base.records import Records
from ui.widgets.tag import Tag


def why_not_opened(records: Records, document_id: int | None) -> NotOpened | None:
    """Why it was not, since the records were unlocked; None where it was, or nobody tried."""
    not_opened = records.not_opened.get(document_id) if document_id is not None else None
    return not_opened.why if not_opened is not None else None


def not_opened_tag(why: NotOpened | None) -> Tag | None:
    """What stands beside its name."""
    if why is None:
        return None
    if why == NotOpened.DAMAGED:
        return Tag(_("Damaged or missing"), "over")
    return Tag(_("Not read just now"), "warn", "clock")
