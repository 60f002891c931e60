"""Getting ready for a meeting: its parts and plain questions, notes, what is hard, and the sheets."""

from enum import StrEnum

from carer_app.words import _


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
    """The parts of getting ready. Any order is fine, and most can be left out; `ReadyGroup` is how they are shown."""

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


class ReadyGroup(StrEnum):
    """What belongs together in getting ready: the child first, then school, home and the day."""

    CHILD = "child"
    SCHOOL = "school"
    HOME = "home"
    DAY = "day"

    def words(self, child: str) -> str:
        return {
            ReadyGroup.CHILD: _("With {child}"),
            ReadyGroup.SCHOOL: _("School"),
            ReadyGroup.HOME: _("Home"),
            ReadyGroup.DAY: _("The day"),
        }[self].format(child=child)

    @property
    def parts(self) -> tuple[Part, ...]:
        return {
            ReadyGroup.CHILD: (Part.TELL_THE_CHILD, Part.CHILD_SAYS),
            ReadyGroup.SCHOOL: (
                *(Part.GOING_WELL, Part.HARD_NOW, Part.LEARNING, Part.PEOPLE),
                *(Part.SUPPORT, Part.AHEAD, Part.QUESTIONS),
            ),
            ReadyGroup.HOME: (Part.OUT_OF_SCHOOL, Part.DAYS),
            ReadyGroup.DAY: (Part.WHO_COMES, Part.WHEN_WHERE),
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
    ATTENDANCE_SAID = "meeting.attendance"
    BEHAVIOUR_SAID = "meeting.behaviour"
    PEOPLE_SAID = "meeting.people"
    HELP_SAID = "meeting.help"
    EXTRA_SAID = "meeting.extra"
    NEXT_SAID = "meeting.next_steps"
    AT_HOME_SAID = "meeting.at_home"
    KIND_SAID = "meeting.kind"
    OTHER_SAID = "meeting.other"
    VIEWS_HEARD = "after.views_heard"
    COULD_NOT_GO = "after.could_not_go"
    """Why the carer could not go."""
    CAME_OF_CHANGE = "after.came_of_change"
    """What came of the one thing at school that the child would change."""


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
