"""Every fixed list that both the records and the screens use. The stored value never changes; the words may."""

from enum import StrEnum

from carer_app.words import _


class Support(StrEnum):
    """Extra help for learning that a child has in school."""

    NOT_KNOWN = "not_known"
    NONE = "none"
    SEN_SUPPORT = "sen_support"
    EHCP = "ehcp"

    @property
    def words(self) -> str:
        return {
            Support.NOT_KNOWN: _("I don’t know yet"),
            Support.NONE: _("No extra support"),
            Support.SEN_SUPPORT: _("SEN support in school"),
            Support.EHCP: _("Education, health and care plan (EHCP, used to be called a statement)"),
        }[self]


class WhatDay(StrEnum):
    """What a day in a school's text is, where reading it did not tell."""

    INSET = "inset"
    CLOSED = "closed"
    FIRST = "first"
    LAST = "last"
    NOTHING = "nothing"

    @property
    def words(self) -> str:
        return {
            WhatDay.INSET: _("Training day"),
            WhatDay.CLOSED: _("School closed"),
            WhatDay.FIRST: _("First day back"),
            WhatDay.LAST: _("Last day before a holiday"),
            WhatDay.NOTHING: _("Nothing to do with it"),
        }[self]


class InsetDays(StrEnum):
    """How much is known of a school year's training (INSET) days."""

    KNOWN = "known"
    PARTLY = "partly"
    NOT_KNOWN = "not_known"
    TWILIGHT = "twilight"

    @property
    def words(self) -> str:
        return {
            InsetDays.KNOWN: _("I know them all"),
            InsetDays.PARTLY: _("I know some of them"),
            InsetDays.NOT_KNOWN: _("I don’t know the training days"),
            InsetDays.TWILIGHT: _("Training is after school, so no day is closed"),
        }[self]


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


class NoteKind(StrEnum):
    """What a note between meetings is about."""

    GOOD_NEWS = "good_news"
    WORRY = "worry"
    SCHOOL_SAID = "school_said"
    HOME = "home"
    ACHIEVEMENT = "achievement"

    @property
    def words(self) -> str:
        return {
            NoteKind.GOOD_NEWS: _("Good news"),
            NoteKind.WORRY: _("Something hard"),
            NoteKind.SCHOOL_SAID: _("School said"),
            NoteKind.HOME: _("At home"),
            NoteKind.ACHIEVEMENT: _("Something achieved"),
        }[self]


class Aside(StrEnum):
    """What a carer may say to a question instead of answering it."""

    NOTHING = ""
    NOT_SURE = "not_sure"
    LEAVE_OUT = "leave_out"
    ADULTS_ONLY = "adults_only"

    @property
    def words(self) -> str:
        return {
            Aside.NOTHING: "",
            Aside.NOT_SURE: _("Not sure yet"),
            Aside.LEAVE_OUT: _("Leave this out"),
            Aside.ADULTS_ONLY: _("For the adults’ sheet only"),
        }[self]


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


class ConcernKind(StrEnum):
    """What makes school hard just now."""

    SUBJECT = "subject"
    BEHAVIOUR = "behaviour"
    TEACHER = "teacher"
    CHILDREN = "children"
    PLAYTIME = "playtime"
    GETTING_THERE = "getting_there"
    HOME = "home"
    OTHER = "other"

    @property
    def words(self) -> str:
        return {
            ConcernKind.SUBJECT: _("A subject"),
            ConcernKind.BEHAVIOUR: _("What happens at school"),
            ConcernKind.TEACHER: _("Getting on with a teacher"),
            ConcernKind.CHILDREN: _("Getting on with other children"),
            ConcernKind.PLAYTIME: _("Playtime and lunch"),
            ConcernKind.GETTING_THERE: _("Getting to school"),
            ConcernKind.HOME: _("Something at home that shows at school"),
            ConcernKind.OTHER: _("Something else"),
        }[self]


class Part(StrEnum):
    """The parts of getting ready, in the order they are shown. Any order is fine, and most can be left out."""

    TELL_THE_CHILD = "tell_the_child"
    CHILD_SAYS = "child_says"
    GOING_WELL = "going_well"
    HARD_NOW = "hard_now"
    LEARNING = "learning"
    OUT_OF_SCHOOL = "out_of_school"
    PEOPLE = "people"
    DAYS = "days"
    SUPPORT = "support"
    AHEAD = "ahead"
    QUESTIONS = "questions"
    WHO_COMES = "who_comes"
    WHEN_WHERE = "when_where"

    def words(self, child: str) -> str:
        return {
            Part.TELL_THE_CHILD: _("Tell {child} about the meeting"),
            Part.CHILD_SAYS: _("What {child} wants to say"),
            Part.GOING_WELL: _("What is going well"),
            Part.HARD_NOW: _("What makes school hard just now"),
            Part.LEARNING: _("Learning, reading and homework"),
            Part.OUT_OF_SCHOOL: _("Clubs and life out of school"),
            Part.PEOPLE: _("Friends and people at school"),
            Part.DAYS: _("School days, health and home"),
            Part.SUPPORT: _("Extra help, SEN and EHCP"),
            Part.AHEAD: _("Changes and what comes next"),
            Part.QUESTIONS: _("Questions for school"),
            Part.WHO_COMES: _("Who is coming"),
            Part.WHEN_WHERE: _("When and where"),
        }[self].format(child=child)


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


class ForWhom(StrEnum):
    """The versions of the sheet for the meeting."""

    EVERYONE = "everyone"
    MINE = "mine"
    ADULTS = "adults"
    POCKET = "pocket"
    CHILD = "child"

    def words(self, child: str) -> str:
        return {
            ForWhom.EVERYONE: _("Everyone at the meeting"),
            ForWhom.MINE: _("Me, with room for notes"),
            ForWhom.ADULTS: _("Adults only, before {child} joins"),
            ForWhom.POCKET: _("A card for my pocket"),
            ForWhom.CHILD: _("{child}’s own sheet"),
        }[self].format(child=child)


class PlainQuestion(StrEnum):
    """Questions answered with plain text. The value begins with the part it belongs to."""

    TALKED_ON = "tell_the_child.talked_on"
    TAKING_PART = "tell_the_child.taking_part"
    WHO_SAYS_IT = "tell_the_child.who_says_it"
    WHAT_HELPS_THERE = "tell_the_child.what_helps_there"
    SUITS_ME = "when_where.suits_me"
    SUITS_CHILD = "when_where.suits_child"
    SUITS_SCHOOL = "when_where.suits_school"
    TALKED_ABOUT = "tell_the_child.talked_about"
    BRINGS = "tell_the_child.brings"
    VIEWS_HOW = "tell_the_child.views_how"
    VIEWS_AGREED_ON = "tell_the_child.views_agreed_on"
    SIGNAL = "tell_the_child.signal"
    BREAK = "tell_the_child.break"
    SEAT = "tell_the_child.seat"
    STARTS = "tell_the_child.starts"
    WOULD_CHANGE = "child_says.would_change"
    ASKED_ON = "child_says.asked_on"
    WELL_AT_SCHOOL = "going_well.school"
    WELL_AT_HOME = "going_well.home"
    WELL_OUT_OF_SCHOOL = "going_well.out_of_school"
    READING = "out_of_school.reading"
    CLUBS = "out_of_school.clubs"
    CHILD_HAS_SEEN = "check.child_has_seen"
    NOT_SEEN_BECAUSE = "check.not_seen_because"
    FAMILY_THERE = "check.family_there"
    THREE_THINGS = "check.three_things"
    LEARNING_SAID = "meeting.learning"
    PEOPLE_SAID = "meeting.people"
    HELP_SAID = "meeting.help"
    KIND_SAID = "meeting.kind"
    OTHER_SAID = "meeting.other"


ANSWERED_WITH_A_DAY = frozenset(
    {PlainQuestion.TALKED_ON, PlainQuestion.VIEWS_AGREED_ON, PlainQuestion.ASKED_ON}
)
ANSWERED_WITH_A_CHOICE = frozenset(
    {
        PlainQuestion.TAKING_PART,
        PlainQuestion.TALKED_ABOUT,
        PlainQuestion.SUITS_ME,
        PlainQuestion.SUITS_CHILD,
        PlainQuestion.SUITS_SCHOOL,
        PlainQuestion.CHILD_HAS_SEEN,
        PlainQuestion.FAMILY_THERE,
    }
)
"""Plain questions whose answer is no prose: a day, or one (or several) of our fixed words."""


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


class OnPaper(StrEnum):
    """What happens to a name that stands on the sheet for everyone."""

    KEEP = "keep"
    INITIAL = "initial"
    TAKE_OUT = "take_out"

    @property
    def words(self) -> str:
        return {
            OnPaper.KEEP: _("Keep it"),
            OnPaper.INITIAL: _("First letter only"),
            OnPaper.TAKE_OUT: _("Take it out"),
        }[self]


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
