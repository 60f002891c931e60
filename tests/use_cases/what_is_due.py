"""One table: for each rule of Home, what makes it hold for a child for whom else nothing is due."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import (
    HowAsked,
    Owner,
    Part,
    PlainQuestion,
    RequestAbout,
    Support,
    WhereIsTheCopy,
    WhichReview,
    WhoseWords,
    WithoutSchool,
)
from carer_app.domain.between_meetings import ChildLetter
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView
from carer_app.use_cases import (
    changing_school,
    children,
    days_without_school,
    following_up,
    pep_copies,
    planning,
    preparing,
    recording_the_meeting,
    school_dates,
    writing_requests,
)
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.for_home import Step
from carer_app.use_cases.recording_the_meeting import NewAction
from tests.builders import TODAY, open_on, six_months

TERMS = ((date(2026, 1, 5), date(2026, 2, 13)), (date(2026, 2, 23), date(2026, 3, 27)))
LATER_TERM = (date(2026, 4, 13), date(2026, 7, 20))
Made = Callable[[Session, int], None]


def quiet_child(session: Session, name: str = "Mia") -> int:
    """A child for whom nothing is due: the last PEP has its copy, its words and the next day, and all is known."""
    child = children.add_child(session, name, FirstFact.NONE_YET, None, TODAY, f"uid-{name}")
    children.set_council(session, child, "Southwark")
    six_months(session)
    children.set_school(session, child, f"{name}’s school")
    children.set_date(session, child, ChildDate.CAME_INTO_CARE, date(2024, 5, 1), TODAY)
    children.set_date(session, child, ChildDate.LAST_REVIEW, date(2026, 2, 10), TODAY)
    open_on(session, _school(session, child), *TERMS, LATER_TERM)
    meeting = planning.plan_meeting(session, child, f"uid-held-{name}")
    recording_the_meeting.meeting_was_held(session, meeting, date(2025, 12, 1), TODAY)
    recording_the_meeting.write_school_said(session, meeting, PlainQuestion.LEARNING_SAID, "It goes well.")
    recording_the_meeting.set_next_pep(session, meeting, date(2026, 5, 20))
    pep_copies.say_where_the_copy_is(session, meeting, WhereIsTheCopy.LOCK_BOX, TODAY)
    return child


def _school(session: Session, child: int) -> int:
    school = children.child_facts(session, child, TODAY).school_id
    assert school is not None
    return school


def _held(session: Session, child: int) -> int:
    query = select(Meeting.id).where(Meeting.child_id == child, Meeting.held_on.is_not(None))
    return next(iter(session.scalars(query.order_by(Meeting.held_on))))


def _planned(session: Session, child: int, days: int) -> int:
    meeting = planning.plan_meeting(session, child, f"uid-coming-{child}")
    planning.set_day(session, meeting, TODAY + timedelta(days=days))
    return meeting


def _ready(session: Session, child: int) -> None:
    meeting = _planned(session, child, 3)
    for part in Part:
        preparing.finish_part(session, meeting, part)


def _gone_by(session: Session, child: int) -> None:
    # By itself: another meeting may be planned already.
    session.add(Meeting(child_id=child, on_day=TODAY - timedelta(days=1), calendar_uid=f"uid-gone-{child}"))
    session.flush()


def _put_off(session: Session, child: int) -> None:
    query = select(Meeting).where(Meeting.child_id == child, Meeting.held_on.is_not(None))
    for meeting in session.scalars(query):
        meeting.next_pep_on = None
    planning.set_day(session, _planned(session, child, 30), None)


def _just_held(session: Session, child: int) -> None:
    session.add(Meeting(child_id=child, held_on=TODAY - timedelta(days=5), calendar_uid=f"uid-new-{child}"))
    session.flush()


def _agreed(days: int) -> Made:
    def make(session: Session, child: int) -> None:
        meeting = _held(session, child)
        recording_the_meeting.set_next_pep(session, meeting, TODAY + timedelta(days=days))

    return make


def _day(which: ChildDate, days: int) -> Made:
    return lambda session, child: children.set_date(
        session, child, which, TODAY + timedelta(days=days), TODAY
    )


def _action(owner: Owner, days: int | None) -> Made:
    def make(session: Session, child: int) -> None:
        due = None if days is None else TODAY + timedelta(days=days)
        new = NewAction(f"Do what {owner} said", owner, "", due)
        recording_the_meeting.add_action(session, _held(session, child), new, TODAY)

    return make


def _kept(session: Session, child: int) -> None:
    meeting = session.scalars(select(Meeting).where(Meeting.child_id == child).order_by(Meeting.id.desc()))
    meeting_id = next((m.id for m in meeting), None) or planning.plan_meeting(
        session, child, f"uid-k-{child}"
    )
    session.add(
        ChildView(
            meeting_id=meeting_id,
            words="Playtime.",
            whose_words=WhoseWords.CHILD_TYPED,
            said_on=TODAY,
            kept_on=TODAY,
        )
    )
    session.flush()


def _no_copy(session: Session, child: int) -> None:
    pep_copies.say_where_the_copy_is(session, _held(session, child), WhereIsTheCopy.NOT_YET, TODAY)


def _ehcp(session: Session, child: int) -> None:
    children.set_support(session, child, Support.EHCP)
    children.set_date(session, child, ChildDate.EHCP_REVIEW, TODAY - timedelta(days=355), TODAY)


def _dates_run_out(session: Session, child: int) -> None:
    school = _school(session, child)
    dates = school_dates.school_dates(session, school)
    school_dates.put_back(session, school, replace(dates, periods=dates.periods[:-1]))


def _moves(session: Session, child: int) -> None:
    changing_school.change_school(session, child, f"Elm {child}", TODAY + timedelta(days=20), TODAY)


def _sdq(session: Session, child: int) -> None:
    session.get_one(Child, child).birthday = date(2015, 5, 1)


def _no_place(session: Session, child: int) -> None:
    row = session.get_one(Child, child)
    row.has_school_place = False
    row.came_into_care_on = date(2026, 1, 20)


def _no_facts(session: Session, child: int) -> None:
    session.delete(session.get_one(Meeting, _held(session, child)))
    session.get_one(Child, child).came_into_care_on = None
    session.flush()


def _no_council(session: Session, child: int) -> None:
    children.set_council(session, child, "")


def _review_soon(session: Session, child: int) -> None:
    children.set_date(session, child, ChildDate.LAST_REVIEW, TODAY - timedelta(days=175), TODAY)
    children.set_last_review_was(session, child, WhichReview.LATER)


def _asked(due: int | None, done: bool) -> Made:
    """Somebody was asked some days ago for what they said yes to."""

    def make(session: Session, child: int) -> None:
        day = None if due is None else TODAY + timedelta(days=due)
        new = NewAction(f"Ask about {done}", Owner.SOMEONE_ELSE, "", day)
        action = recording_the_meeting.add_action(session, _held(session, child), new, TODAY)
        matter = Matter(child, RequestAbout.ACTION, action)
        before = TODAY - timedelta(days=4)
        writing_requests.asked(session, matter, "first", "Ms Roy", HowAsked.TELEPHONE, before, TODAY)
        if done:
            following_up.tick_off(session, action, TODAY)

    return make


def _suspended(session: Session, child: int) -> None:
    days_without_school.add_days(session, child, WithoutSchool.SUSPENDED, TODAY)


def _has_come(session: Session, child: int) -> None:
    children.set_date(session, child, ChildDate.MOVED_HOME, TODAY - timedelta(days=1), TODAY)


def _letter_long_ago(session: Session, child: int) -> None:
    session.add(ChildLetter(child_id=child, begun_on=date(2025, 9, 1), text="Hi", given_on=date(2025, 9, 2)))


MADE: dict[Step, Made] = {
    Step.FACTS: _no_facts,  # first: it takes away what the others add
    Step.KEPT_WORDS: _kept,
    Step.REVIEW_NOW: _day(ChildDate.REVIEW, 1),
    Step.NEARLY_TIME: lambda session, child: _planned(session, child, 3) and None,
    Step.PRINT: _ready,
    Step.BEGIN_NOW: _agreed(5),
    Step.WITHOUT_SCHOOL: _suspended,
    Step.WRITE_DOWN: _just_held,
    Step.ASK_FOR_DATE: _put_off,
    Step.AFTER_DUE: _day(ChildDate.SOCIAL_WORKER_SAYS, 1),
    Step.REVIEW_HELD: _day(ChildDate.REVIEW, -2),
    Step.MY_ACTION: _action(Owner.ME, 3),
    Step.ASK_FOR_COPY: _no_copy,
    Step.OTHERS_LATE: _action(Owner.SCHOOL, -3),
    Step.REVIEW: _day(ChildDate.REVIEW, 15),
    Step.REVIEW_DAY: _review_soon,
    Step.LAST_REVIEW: _day(ChildDate.LAST_REVIEW, -400),
    Step.GET_READY: lambda session, child: _planned(session, child, 21) and None,
    Step.BEGIN: _agreed(20),
    Step.EHCP_REVIEW: _ehcp,
    Step.FIRST_WEEK: _has_come,
    Step.YEAR_DAY: _sdq,
    Step.SCHOOL_PLACE: _no_place,
    Step.TERM_DATES: _dates_run_out,
    Step.NEW_SCHOOL: _moves,
    Step.COUNCIL: _no_council,
    Step.MY_OPEN_ACTION: _action(Owner.ME, None),
    Step.ANSWER_AWAITED: _asked(None, done=False),
    Step.THANK: _asked(None, done=True),
    Step.LETTER: _letter_long_ago,
    Step.WAS_HELD: _gone_by,  # last: a meeting to come is planned before it
}
"""What to do for each rule, in an order in which any of them can be done one after another."""

_ONE_NEXT_MEETING = {
    *(Step.NEARLY_TIME, Step.PRINT, Step.BEGIN_NOW, Step.ASK_FOR_DATE, Step.GET_READY, Step.BEGIN),
}
_ONE_REVIEW = {Step.REVIEW_NOW, Step.REVIEW, Step.REVIEW_HELD, Step.REVIEW_DAY, Step.LAST_REVIEW}
_FROM_A_HELD_MEETING = {
    *(Step.BEGIN_NOW, Step.BEGIN, Step.WRITE_DOWN, Step.AFTER_DUE, Step.ASK_FOR_COPY),
    *(Step.MY_ACTION, Step.OTHERS_LATE, Step.MY_OPEN_ACTION, Step.ANSWER_AWAITED, Step.THANK),
}
_EITHER_OR: tuple[tuple[set[Step], set[Step], str], ...] = (
    (_ONE_NEXT_MEETING, _ONE_NEXT_MEETING, "there is one next meeting"),
    (_ONE_REVIEW, _ONE_REVIEW, "there is one next review"),
    ({Step.FACTS}, _FROM_A_HELD_MEETING, "a meeting that was held is the fact that is asked for"),
    (
        {Step.FACTS},
        {Step.YEAR_DAY},
        "the SDQ comes so long after coming into care, which is what is asked for",
    ),
    (
        {Step.FACTS},
        {Step.SCHOOL_PLACE},
        "a place is counted from coming into care, which is what is asked for",
    ),
    ({Step.SCHOOL_PLACE}, {Step.TERM_DATES}, "without a school there are no dates of one"),
    (
        {Step.SCHOOL_PLACE},
        {Step.LAST_REVIEW},
        "in the first year of care the first review is due, or is known",
    ),
    ({Step.SCHOOL_PLACE}, {Step.YEAR_DAY}, "a place is due in the first year of care, the SDQ after it"),
    ({Step.ASK_FOR_DATE}, {Step.AFTER_DUE, Step.WAS_HELD}, "it has no day, or it has one"),
    ({Step.WRITE_DOWN}, {Step.BEGIN, Step.BEGIN_NOW}, "the day agreed is written down"),
    ({Step.NEW_SCHOOL}, {Step.TERM_DATES}, "the school that is left needs no more dates"),
    ({Step.WRITE_DOWN}, {Step.COUNCIL}, "a PEP was just held, and no council asks for the next one yet"),
    ({Step.WRITE_DOWN}, {Step.AFTER_DUE}, "the day that was told was for the meeting just held"),
)


def can_both_hold(one: Step, other: Step) -> bool:
    """Whether two rules can hold for one child at all."""
    return one != other and not any(
        (one in some and other in others) or (other in some and one in others)
        for some, others, _why in _EITHER_OR
    )


def make(session: Session, child: int, steps: Iterable[Step]) -> None:
    """Make these rules hold for a child."""
    for step in sorted(steps, key=list(MADE).index):
        MADE[step](session, child)
    session.flush()
    session.expire_all()
