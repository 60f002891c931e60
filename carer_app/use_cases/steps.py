"""What a rule of Home looks at, and what it says."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from sqlalchemy.orm import Session

from carer_app.choices import Role
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.typed_dates import say_day, say_short, say_time
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.new_school import NewSchool
from carer_app.use_cases.pep_dates import OtherDates, PepDueView
from carer_app.use_cases.preparing import GettingReady, getting_ready
from carer_app.use_cases.whom_to_ask import TURN
from carer_app.words import _, plural

NEARLY_TIME = timedelta(days=7)
SOON = timedelta(days=28)
FIRST_DAYS = timedelta(days=14)
"""So long after a child was added Home asks for everything that a date needs; later for what matters soon."""
TOMORROW = timedelta(days=1)

LONG_AGO = date(2000, 1, 3)
"""Where nobody knows since when something is open."""

TagKind = Literal["over", "warn", "ok", "info", "later"]


class Step(StrEnum):
    """What the next step leads to. The rules that lead to each are listed in `step_rules`."""

    KEPT_WORDS = "kept_words"
    REVIEW_NOW = "review_now"
    NEARLY_TIME = "nearly_time"
    PRINT = "print"
    BEGIN_NOW = "begin_now"
    WITHOUT_SCHOOL = "without_school"
    WAS_HELD = "was_held"
    WRITE_DOWN = "write_down"
    ASK_FOR_DATE = "ask_for_date"
    AFTER_DUE = "after_due"
    REVIEW_HELD = "review_held"
    MY_ACTION = "my_action"
    ASK_FOR_COPY = "ask_for_copy"
    OTHERS_LATE = "others_late"
    SCHOOL_PLACE = "school_place"
    REVIEW = "review"
    REVIEW_DAY = "review_day"
    LAST_REVIEW = "last_review"
    GET_READY = "get_ready"
    BEGIN = "begin"
    EHCP_REVIEW = "ehcp_review"
    NEW_SCHOOL = "new_school"
    TERM_DATES = "term_dates"
    FACTS = "facts"
    COUNCIL = "council"
    FIRST_WEEK = "first_week"
    YEAR_DAY = "year_day"
    MY_OPEN_ACTION = "my_open_action"
    ANSWER_AWAITED = "answer_awaited"
    THANK = "thank"
    LETTER = "letter"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class StepDue:
    """What a rule says. `tag_kind` is red ("over") only where it is the carer's own to do.

    `line` says the same in one sentence, for where something else comes first. `matter` is what somebody is asked for;
    `about` tells one such thing from another where no matter does. `days_id` is a time without full-time school.
    """

    step: Step
    words: str
    why: str
    tag: str
    tag_kind: TagKind
    meeting_id: int | None = None
    line: str = ""
    matter: Matter | None = None
    about: str = ""
    days_id: int | None = None

    @property
    def key(self) -> str:
        """What it waits under when the carer says “Not now”: one late action may wait, and the next one comes."""
        about = self.matter.about_id if self.matter and self.matter.about_id else self.about
        return f"{self.step}:{about}" if about else self.step

    @property
    def in_short(self) -> str:
        return self.line or self.words


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rules look at.

    `coming` is the meeting that is being got ready for and was not held yet; `gone_by` those with a day behind that
    nobody spoke of since, `held` those that were held, oldest first. `agreed` is the day agreed for the next PEP,
    while it is ahead and no meeting has a day. `new_school` is a move that is ahead or not long ago.
    `agreed_before` is the day that was agreed when it has gone by unspoken of.
    """

    session: Session
    child: Child
    today: date
    due: PepDueView
    other: OtherDates
    coming: Meeting | None
    gone_by: tuple[Meeting, ...]
    held: tuple[Meeting, ...]
    agreed: date | None
    agreed_before: date | None
    new_school: NewSchool | None = None
    waits: frozenset[str] = frozenset()
    """What the carer said “Not now” to, by its key."""

    @property
    def name(self) -> str:
        return self.child.name

    @property
    def worker(self) -> str:
        """The social worker, inside a sentence."""
        worker = self.child.person(Role.SOCIAL_WORKER)
        return worker.name if worker else _("the social worker")

    @property
    def meeting_on(self) -> date | None:
        """The day of the meeting to come; None where there is none or its day has gone by."""
        day = self.coming.on_day if self.coming else None
        return day if day is not None and day >= self.today else None

    @property
    def next_day(self) -> date | None:
        """The day of the meeting to come, set or agreed."""
        return self.meeting_on or self.agreed

    @property
    def needs_pep(self) -> bool:
        """Whether the council asks for PEPs of this child now."""
        return self.due.state in ("due", "unknown")

    @property
    def meeting_words(self) -> str:
        """The meeting or the day agreed for it, within four weeks: whatever else comes first. Else empty."""
        day = self.next_day
        if day is None or day > self.today + SOON:
            return ""
        if self.meeting_on is None:
            return _("Agreed for the next PEP meeting: {day}").format(day=say_day(day))
        at = self.coming.at_time if self.coming else None
        if at is None:
            return _("PEP meeting: {day}").format(day=say_day(day))
        return _("PEP meeting: {day}, {time}").format(day=say_day(day), time=say_time(at))

    @property
    def is_new(self) -> bool:
        """Whether the child was added in the last days: then what is missing is asked for at once."""
        added = self.child.added_on
        return added is not None and self.today < added + FIRST_DAYS

    def turn(self, since: date | None) -> int:
        """How many times eight weeks have passed since a day: what is open for so long is said in another way."""
        since = since or self.child.added_on or LONG_AGO
        return max(0, (self.today - since) // TURN)

    def by_turns(self, since: date | None, *ways: str) -> str:
        """Of several ways to say the same, the one whose turn it is: no sentence stands for more than eight weeks."""
        return ways[self.turn(since) % len(ways)]

    def ready_within(self, time: timedelta) -> GettingReady | None:
        """The preparation of the meeting to come, if it is that near."""
        if self.coming is None or self.meeting_on is None or self.meeting_on > self.today + time:
            return None
        return getting_ready(self.session, self.coming.id)

    def short(self, day: date) -> str:
        """A day in a few words, with its year where that is not this one."""
        return say_short(day, with_year=day.year != self.today.year)


def first_sentence(reason: str) -> str:
    """Of a whole working, what it is counted from; "St." and the like end no sentence."""
    return re.split(r"(?<=\w{3}\.) ", reason, maxsplit=1)[0]


def in_days(day: date | None, today: date) -> str:
    """How long it is to the meeting."""
    assert day is not None
    days = (day - today).days
    if days == 0:
        return _("Meeting today")
    if days == 1:
        return _("Meeting tomorrow")
    return plural("Meeting in {count} day", "Meeting in {count} days", days)
