"""Whether notes may be kept on the carer’s computer."""

from enum import StrEnum

from carer_app.words import _


class MayKeep(StrEnum):
    """What the fostering service says about notes on the carer's computer."""

    YES = "yes"
    STICK = "stick"
    NO = "no"
    NOT_ASKED = "not_asked"

    @property
    def words(self) -> str:
        return {
            MayKeep.YES: _("Yes"),
            MayKeep.STICK: _("Only on the stick they gave me"),
            MayKeep.NO: _("No"),
            MayKeep.NOT_ASKED: _("I have not asked yet"),
        }[self]

    @property
    def is_yes(self) -> bool:
        """Whether somebody said that notes may be kept: then who and when are asked for."""
        return self in (MayKeep.YES, MayKeep.STICK)
