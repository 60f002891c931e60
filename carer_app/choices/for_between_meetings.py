"""A life between meetings: days without full-time school, a child's lists, what is kept in their book."""

from enum import StrEnum

from carer_app.words import _


class WithoutSchool(StrEnum):
    """Why a child was not in school full-time."""

    SUSPENDED = "suspended"
    EXCLUDED = "excluded"
    PART_TIME = "part_time"
    NO_PLACE = "no_place"
    SENT_HOME = "sent_home"

    @property
    def words(self) -> str:
        return {
            WithoutSchool.SUSPENDED: _("Suspended"),
            WithoutSchool.EXCLUDED: _("Permanently excluded"),
            WithoutSchool.PART_TIME: _("Only part of the day"),
            WithoutSchool.NO_PLACE: _("No school place"),
            WithoutSchool.SENT_HOME: _("Sent home early"),
        }[self]


class ChildList(StrEnum):
    """A list of lines that is kept for one child."""

    SCHOOL_CARD = "school_card"
    FIRST_WEEK = "first_week"


class KeepsakeKind(StrEnum):
    """What is kept in a child's own book."""

    CERTIFICATE = "certificate"
    PICTURE = "picture"

    @property
    def words(self) -> str:
        return {
            KeepsakeKind.CERTIFICATE: _("A certificate"),
            KeepsakeKind.PICTURE: _("A picture"),
        }[self]
