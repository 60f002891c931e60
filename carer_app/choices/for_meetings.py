"""A meeting: who comes, whom it suits, which review it is, and who owes what afterwards."""

from enum import StrEnum

from carer_app.words import _


class WhichReview(StrEnum):
    """Which child-in-care review the last one was: the time to the next depends on it."""

    FIRST = "first"
    LATER = "later"
    NOT_KNOWN = "not_known"

    @property
    def words(self) -> str:
        return {
            WhichReview.FIRST: _("It was the first review"),
            WhichReview.LATER: _("It was a later one"),
            WhichReview.NOT_KNOWN: _("I don’t know"),
        }[self]


class Role(StrEnum):
    """What somebody does for a child, in the words used in schools and social care."""

    CARER = "carer"
    SOCIAL_WORKER = "social_worker"
    DESIGNATED_TEACHER = "designated_teacher"
    TEACHER = "teacher"
    SENCO = "senco"
    VIRTUAL_SCHOOL = "virtual_school"
    SUPERVISING_SOCIAL_WORKER = "supervising_social_worker"
    REVIEWING_OFFICER = "reviewing_officer"
    FAMILY = "family"
    CHILD = "child"
    OTHER = "other"

    @property
    def words(self) -> str:
        return {
            Role.CARER: _("Foster carer"),
            Role.SOCIAL_WORKER: _("Social worker"),
            Role.DESIGNATED_TEACHER: _("Designated teacher"),
            Role.TEACHER: _("Teacher"),
            Role.SENCO: _("SENCO"),
            Role.VIRTUAL_SCHOOL: _("Virtual school"),
            Role.SUPERVISING_SOCIAL_WORKER: _("Supervising social worker"),
            Role.REVIEWING_OFFICER: _("Independent reviewing officer (IRO)"),
            Role.FAMILY: _("Family"),
            Role.CHILD: _("The child"),
            Role.OTHER: _("Someone else"),
        }[self]


class Coming(StrEnum):
    """Whether somebody will be at the meeting."""

    NOT_KNOWN = "not_known"
    YES = "yes"
    PART = "part"
    NO = "no"

    @property
    def words(self) -> str:
        return {
            Coming.NOT_KNOWN: _("Not sure yet"),
            Coming.YES: _("Coming"),
            Coming.PART: _("For part of it"),
            Coming.NO: _("Not coming"),
        }[self]


class Invited(StrEnum):
    """Whether somebody has been asked to come."""

    NOT_KNOWN = "not_known"
    YES = "yes"
    NO = "no"

    @property
    def words(self) -> str:
        return {
            Invited.NOT_KNOWN: _("I don’t know"),
            Invited.YES: _("Invited"),
            Invited.NO: _("Not invited yet"),
        }[self]


class Owner(StrEnum):
    """Who owes an agreed action."""

    ME = "me"
    SCHOOL = "school"
    SOCIAL_WORKER = "social_worker"
    CHILD = "child"
    SOMEONE_ELSE = "someone_else"

    def words(self, child: str) -> str:
        return {
            Owner.ME: _("Me"),
            Owner.SCHOOL: _("School"),
            Owner.SOCIAL_WORKER: _("Social worker"),
            Owner.CHILD: child,
            Owner.SOMEONE_ELSE: _("Someone else"),
        }[self]


class WhereIsTheCopy(StrEnum):
    """Where the PEP copy is kept."""

    NOT_YET = "not_yet"
    LOCK_BOX = "lock_box"
    FILE = "file"
    HERE = "here"

    @property
    def words(self) -> str:
        return {
            WhereIsTheCopy.NOT_YET: _("It has not come yet"),
            WhereIsTheCopy.LOCK_BOX: _("On paper, in my lock box"),
            WhereIsTheCopy.FILE: _("On paper, in my file"),
            WhereIsTheCopy.HERE: _("Stored here, locked"),
        }[self]


class Suits(StrEnum):
    """Whether a day and time suit somebody."""

    NOT_ASKED = ""
    YES = "yes"
    NO = "no"

    @property
    def words(self) -> str:
        return {
            Suits.NOT_ASKED: _("Not asked yet"),
            Suits.YES: _("It suits"),
            Suits.NO: _("It does not suit"),
        }[self]


class FamilyThere(StrEnum):
    """Whether anyone from the child's family will be there, or gets a copy."""

    NOT_SAID = ""
    NO = "no"
    YES = "yes"
    NOT_SURE = "not_sure"

    @property
    def words(self) -> str:
        return {
            FamilyThere.NOT_SAID: _("I have not asked yet"),
            FamilyThere.NO: _("No"),
            FamilyThere.YES: _("Yes"),
            FamilyThere.NOT_SURE: _("I am not sure"),
        }[self]
