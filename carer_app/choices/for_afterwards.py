"""After the meeting: who came, how far something has come, whether it helped; what was asked for, and how."""

from enum import StrEnum

from carer_app.words import _


class AfterPart(StrEnum):
    """What is written down after a meeting, in its one order: on the page, and on the back of the blank sheet."""

    AGREED = "agreed"
    NEXT_PEP = "next_pep"
    SURPRISED = "surprised"
    CAME = "came"
    SCHOOL_SAID = "said"
    ANSWERS = "answers"
    HELP = "help"

    @property
    def is_enough(self) -> bool:
        """Whether it is one of the three that are enough for the same evening."""
        return self in (AfterPart.AGREED, AfterPart.NEXT_PEP, AfterPart.SURPRISED)


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


class ActionDay(StrEnum):
    """A day in the life of an action that was agreed. The value is the name of the field."""

    AGREED = "agreed_on"
    PARTLY = "partly_on"
    DONE = "done_on"
    ENDED = "ended_on"

    @property
    def words(self) -> str:
        return {
            ActionDay.AGREED: _("The day it was agreed"),
            ActionDay.PARTLY: _("The day it was partly done"),
            ActionDay.DONE: _("The day it was done"),
            ActionDay.ENDED: _("The day it ended"),
        }[self]


class Fate(StrEnum):
    """What a child-in-care review decided of an action. Exactly one holds."""

    STAYS = "stays"
    NEXT_PEP = "next_pep"
    ENDED = "ended"
    DONE = "done"

    @property
    def words(self) -> str:
        return {
            Fate.STAYS: _("It stays"),
            Fate.NEXT_PEP: _("To the next PEP"),
            Fate.ENDED: _("It has ended"),
            Fate.DONE: _("It is done"),
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


class Came(StrEnum):
    """Whether somebody was at the meeting."""

    NOT_SAID = ""
    YES = "yes"
    NO = "no"

    @property
    def words(self) -> str:
        return {Came.NOT_SAID: _("Not said"), Came.YES: _("Was there"), Came.NO: _("Was not there")}[self]


class HowAsked(StrEnum):
    """How a carer asked somebody for something."""

    TELEPHONE = "telephone"
    EMAIL = "email"
    IN_PERSON = "in_person"
    LETTER = "letter"

    @property
    def words(self) -> str:
        return {
            HowAsked.TELEPHONE: _("By phone"),
            HowAsked.EMAIL: _("By e-mail"),
            HowAsked.IN_PERSON: _("In person"),
            HowAsked.LETTER: _("By letter"),
        }[self]


class RequestAbout(StrEnum):
    """What a carer asked for."""

    MEETING_DATE = "meeting_date"
    ACTION = "action"
    COPY = "copy"
    REVIEW_MINUTES = "review_minutes"
    OTHER = "other"
