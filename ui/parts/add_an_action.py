"""The page on which an action of a child is added, or on which its meeting is put in first."""

from carer_app.use_cases.adding_actions import AddTo
from ui.base.places import AddActions, AfterMeeting, HeldBefore, Place


def where_it_is_added(add_to: AddTo) -> Place:
    """After a meeting of which nobody has said yet that it was held, that is asked on the same page."""
    if add_to.meeting_id is None:
        return HeldBefore(add_to.id, "action")
    return AddActions(add_to.meeting_id) if add_to.is_held else AfterMeeting(add_to.meeting_id)
