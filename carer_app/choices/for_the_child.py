"""A child’s own part: whose words they are, where they go, and how the child takes part."""

from enum import StrEnum

from carer_app.words import _

OF_MY_DAY = "day."
"""Before the name of a part of the school day, in the key of what a child said of it."""


class ReplyMark(StrEnum):
    """What a child may say to something that the carer wrote."""

    RIGHT = "right"
    DIFFERENT = "different"
    DO_NOT_SAY = "do_not_say"

    @property
    def words(self) -> str:
        return {
            ReplyMark.RIGHT: _("That’s right"),
            ReplyMark.DIFFERENT: _("I see it differently"),
            ReplyMark.DO_NOT_SAY: _("Please don’t say this one"),
        }[self]


class WhoseWords(StrEnum):
    """Whose words a child's view is written in."""

    CHILD_TYPED = "child_typed"
    CHILD_SAID = "child_said"
    CHILD_WITH_HELP = "child_with_help"
    CARER_THINKS = "carer_thinks"
    CHILD_CHOSE = "child_chose"
    CHILD_DREW = "child_drew"

    def words(self, child: str, carer: str) -> str:
        """The line under the words. `child` and `carer` are the names used at home."""
        return {
            WhoseWords.CHILD_TYPED: _("{child} typed this"),
            WhoseWords.CHILD_SAID: _("{child} said this, {carer} wrote it down"),
            WhoseWords.CHILD_WITH_HELP: _("{child} said this, with help"),
            WhoseWords.CARER_THINKS: _("{carer} thinks"),
            WhoseWords.CHILD_CHOSE: _("{child} chose this"),
            WhoseWords.CHILD_DREW: _("{child} drew this"),
        }[self].format(child=child, carer=carer)

    def to_the_child(self, carer: str) -> str:
        """The same, said to the child."""
        return self.words(_("You"), carer)


class ChildMark(StrEnum):
    """What a child may choose instead of words, or beside them. None is nicer than another."""

    NONE = ""
    UP = "up"
    BETWEEN = "between"
    DOWN = "down"
    NOT_SURE = "not_sure"
    SKIP = "skip"

    @property
    def words(self) -> str:
        return {
            ChildMark.NONE: "",
            ChildMark.UP: _("Good"),
            ChildMark.BETWEEN: _("In between"),
            ChildMark.DOWN: _("Hard"),
            ChildMark.NOT_SURE: _("Not sure"),
            ChildMark.SKIP: _("Skip"),
        }[self]

    @property
    def likes(self) -> str:
        """What a pile of cards is called, and each mark at the age that sorts cards; empty for what is no mark."""
        return {
            ChildMark.UP: _("I like it"),
            ChildMark.BETWEEN: _("In between"),
            ChildMark.DOWN: _("I don’t like it"),
        }.get(self, "")


class ChildsDoor(StrEnum):
    """How a child gives their views."""

    TOGETHER = "together"
    ON_MY_OWN = "on_my_own"

    @property
    def words(self) -> str:
        return {
            ChildsDoor.TOGETHER: _("Together: a grown-up reads it and types"),
            ChildsDoor.ON_MY_OWN: _("On my own"),
        }[self]


class Share(StrEnum):
    """Where a child’s words go. What nobody said is off the sheet."""

    NOT_SAID = ""
    SHEET = "sheet"
    OFF = "off"

    @property
    def words(self) -> str:
        return {
            Share.NOT_SAID: "",
            Share.SHEET: _("Put it on my sheet"),
            Share.OFF: _("Keep it off my sheet"),
        }[self]


class WhoSays(StrEnum):
    """Who says a child’s words at the meeting."""

    NOT_SAID = ""
    ME = "me"
    CARER = "carer"
    SOCIAL_WORKER = "social_worker"
    SOMEONE_ELSE = "someone_else"


class TakingPart(StrEnum):
    """How a child takes part in the meeting."""

    NOT_SAID = ""
    ALL = "all"
    PART = "part"
    NOT_THIS_TIME = "not_this_time"
    NOT_SURE = "not_sure"

    def words(self, child: str) -> str:
        return {
            TakingPart.NOT_SAID: _("Not talked about yet"),
            TakingPart.ALL: _("For the whole meeting"),
            TakingPart.PART: _("For part of it"),
            TakingPart.NOT_THIS_TIME: _("Not this time"),
            TakingPart.NOT_SURE: _("Not sure yet"),
        }[self].format(child=child)


class HasSeen(StrEnum):
    """Whether the child has seen what the carer wrote."""

    NOT_SAID = ""
    YES = "yes"
    SOME = "some"
    NOT_YET = "not_yet"

    @property
    def words(self) -> str:
        return {
            HasSeen.NOT_SAID: _("Leave this line off the sheet"),
            HasSeen.YES: _("yes"),
            HasSeen.SOME: _("some of it"),
            HasSeen.NOT_YET: _("not yet"),
        }[self]
