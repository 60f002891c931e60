"""After the meeting: how far something has come that was agreed, and whether it helped."""

from enum import StrEnum

from carer_app.words import _


class HowFar(StrEnum):
    """How far an action has come that is not ticked off as done."""

    TO_DO = "to_do"
    PARTLY = "partly"
    WILL_NOT = "will_not"

    @property
    def words(self) -> str:
        return {
            HowFar.TO_DO: _("Still to do"),
            HowFar.PARTLY: _("Partly done"),
            HowFar.WILL_NOT: _("Will not happen"),
        }[self]


class Helped(StrEnum):
    """Whether something that was agreed helped the child."""

    NOT_SAID = ""
    YES = "yes"
    A_LITTLE = "a_little"
    NO = "no"

    @property
    def words(self) -> str:
        return {
            Helped.NOT_SAID: _("I can’t say yet"),
            Helped.YES: _("Yes"),
            Helped.A_LITTLE: _("A little"),
            Helped.NO: _("No"),
        }[self]
