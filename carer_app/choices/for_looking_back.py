"""What has happened to a child’s schooling, sorted as a carer looks for it."""

from enum import StrEnum

from carer_app.words import _


class PastKind(StrEnum):
    """What something that happened has to do with; the list of looking back is filtered by it."""

    MEETING = "meeting"
    AGREED = "agreed"
    PAPER = "paper"
    NOTE = "note"
    MOVE = "move"
    ACHIEVED = "achieved"
    OUT = "out"

    @property
    def words(self) -> str:
        return {
            PastKind.MEETING: _("Meetings"),
            PastKind.AGREED: _("What was agreed"),
            PastKind.PAPER: _("Papers"),
            PastKind.NOTE: _("Notes"),
            PastKind.MOVE: _("Moves"),
            PastKind.ACHIEVED: _("Achievements"),
            PastKind.OUT: _("Days without school"),
        }[self]
