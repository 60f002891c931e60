"""After the meeting: what was said, what was agreed, when the next one is."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import Owner, PlainQuestion, Role, WhereIsTheCopy
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import SchoolQuestion
from carer_app.errors import NotAllowed
from carer_app.use_cases import drafts
from carer_app.use_cases.action_history import noted
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import find
from carer_app.use_cases.pep_dates import copy_expected, keep_what_was_true
from carer_app.words import _

SCHOOL_SAID = (
    PlainQuestion.LEARNING_SAID,
    PlainQuestion.ATTENDANCE_SAID,
    PlainQuestion.BEHAVIOUR_SAID,
    PlainQuestion.PEOPLE_SAID,
    PlainQuestion.HELP_SAID,
    PlainQuestion.EXTRA_SAID,
    PlainQuestion.NEXT_SAID,
    PlainQuestion.AT_HOME_SAID,
    PlainQuestion.KIND_SAID,
    PlainQuestion.OTHER_SAID,
)
"""What was said at the meeting, and by whom: school, and those who decide with it."""

WRITTEN_AFTER = (PlainQuestion.VIEWS_HEARD, *SCHOOL_SAID)
"""How the child was heard there, and what was said."""


@dataclass(frozen=True, slots=True)
class AfterTheMeeting:
    """Where the work after one meeting stands. `said` are the questions under which something is written."""

    meeting_id: int
    child_id: int
    child: str
    planned_for: date | None
    held_on: date | None
    said: frozenset[PlainQuestion]
    actions: int
    copy_place: WhereIsTheCopy
    copy_expected_by: date | None
    document_id: int | None
    next_pep_on: date | None
    somebody_came: bool = False
    """Whether anything is said of who was there."""
    home_helps: bool = False
    """Whether anything is written of what home does for one of the things that were agreed."""
    due_before: int = 0
    """How many of the actions are due before the day of the meeting: one of the two days is wrong."""

    @property
    def has_school_said(self) -> bool:
        """Whether anything is written of what was said there."""
        return any(key in self.said for key in SCHOOL_SAID)


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action as it is being written down. `due_on` None: nobody said a date."""

    what: str
    owner: Owner
    owner_name: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """One agreed action, to be shown below the form."""

    id: int
    what: str
    who: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question that the carer prepared, and what was answered to it."""

    id: int
    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class HomeForAction:
    """One thing that was agreed, and what home does for it."""

    id: int
    what: str
    at_home: str


def after_the_meeting(session: Session, meeting_id: int) -> AfterTheMeeting:
    """What is written down already, and what is not."""
    meeting = find(session, Meeting, meeting_id)
    copy = meeting.copies[0] if meeting.copies else None
    return AfterTheMeeting(
        meeting_id=meeting.id,
        child_id=meeting.child_id,
        child=meeting.child.name,
        planned_for=meeting.on_day,
        held_on=meeting.held_on,
        said=frozenset(key for key in WRITTEN_AFTER if meeting.answer(key)),
        actions=len(meeting.actions),
        copy_place=WhereIsTheCopy(copy.place) if copy else WhereIsTheCopy.NOT_YET,
        copy_expected_by=copy_expected(session, meeting).by if meeting.held_on else None,
        document_id=copy.document_id if copy else None,
        next_pep_on=meeting.next_pep_on,
        somebody_came=any(each.came for each in meeting.attendees),
        home_helps=any(each.at_home.strip() for each in meeting.actions),
        due_before=sum(_is_due_before(each, meeting.held_on) for each in meeting.actions),
    )


def _is_due_before(action: AgreedAction, held_on: date | None) -> bool:
    return held_on is not None and action.due_on is not None and action.due_on < held_on


def meeting_was_held(session: Session, meeting_id: int, on: date, today: date) -> None:
    """The meeting happened. Raises NotAllowed for a day that has not come yet.

    What was agreed there was agreed on that day, as far as the other days of an action let it.
    """
    meeting = find(session, Meeting, meeting_id)
    before = meeting.held_on or meeting.on_day
    meeting.hold(on, today)
    keep_what_was_true(session, meeting, on)
    for each in meeting.actions:
        if each.agreed_on == before != on and each.may_be_agreed(on):
            with noted(session, each.id, today) as action:
                action.agreed_on = on


def meeting_was_not_held(session: Session, meeting_id: int) -> None:
    """Undo `meeting_was_held`."""
    find(session, Meeting, meeting_id).not_held()


def what_school_said(session: Session, meeting_id: int) -> dict[PlainQuestion, str]:
    """What was written under each question of WRITTEN_AFTER."""
    meeting = find(session, Meeting, meeting_id)
    return {key: meeting.answer(key) for key in WRITTEN_AFTER}


def how_views_were_to_come(session: Session, meeting_id: int) -> str:
    """How the child's views were to come to the meeting, as it was planned; empty where nobody planned it."""
    meeting = find(session, Meeting, meeting_id)
    planned = (meeting.answer(each) for each in (PlainQuestion.VIEWS_HOW, PlainQuestion.WHO_SAYS_IT))
    return ", ".join(words for each in planned if (words := each.strip().rstrip(".")))


def write_school_said(session: Session, meeting_id: int, question: str, text: str) -> None:
    """Keep what was said under one question."""
    meeting = find(session, Meeting, meeting_id)
    meeting.write_answer(question, text)


def questions_asked(session: Session, meeting_id: int) -> list[AskedQuestion]:
    """What the carer wanted to ask, each with what was answered, in the order in which they were asked."""
    meeting = find(session, Meeting, meeting_id)
    return [AskedQuestion(each.id, each.text, each.answer) for each in meeting.questions if each.text.strip()]


def write_answer_to(session: Session, question_id: int, words: str) -> None:
    """Keep what was answered to one question."""
    find(session, SchoolQuestion, question_id).answer = words


def home_for_each(session: Session, meeting_id: int) -> list[HomeForAction]:
    """What was agreed at one meeting, each with what home does for it."""
    meeting = find(session, Meeting, meeting_id)
    return [HomeForAction(each.id, each.what, each.at_home) for each in meeting.actions]


def agreed(session: Session, meeting_id: int) -> list[AgreedRow]:
    """The actions agreed at one meeting, in the order they were written down."""
    meeting = find(session, Meeting, meeting_id)
    return [
        AgreedRow(a.id, a.what, a.owner_name or Owner(a.owner).words(meeting.child.name), a.due_on)
        for a in meeting.actions
    ]


def add_action(
    session: Session, meeting_id: int, new: NewAction, today: date, draft_place: DraftKey = NOWHERE
) -> int:
    """Write down one agreed action; returns its id. What was half typed at `draft_place` is whole now.

    Raises NotAllowed where it says nothing, or is due before the meeting it was agreed at.
    """
    meeting = find(session, Meeting, meeting_id)
    if not new.what.strip():
        raise NotAllowed(_("Type what will happen."))
    agreed_on = _agreed_on(meeting, today)
    check_due(new.due_on, agreed_on)
    action = AgreedAction(
        child_id=meeting.child_id,
        what=new.what.strip(),
        owner=new.owner,
        owner_name=new.owner_name.strip(),
        due_on=new.due_on,
        agreed_on=agreed_on,
    )
    meeting.actions_even_removed.append(action)
    drafts.forget(session, draft_place)
    session.flush()
    return action.id


def check_due(due_on: date | None, agreed_on: date) -> None:
    """Raises NotAllowed where a due date lies before the day it was agreed."""
    if due_on is not None and due_on < agreed_on:
        raise NotAllowed(
            _("The date is before the meeting. Check the day and the year. Nothing you typed is lost.")
        )


def check_due_of_meeting(session: Session, meeting_id: int, due_on: date | None, today: date) -> None:
    """Raises NotAllowed where an action of this meeting would be due before it."""
    check_due(due_on, _agreed_on(find(session, Meeting, meeting_id), today))


def known_names(session: Session, meeting_id: int) -> dict[Owner, str]:
    """The names that go with an owner, as far as the child's page has them."""
    meeting = find(session, Meeting, meeting_id)
    return names_on(meeting.child, meeting.day)


def names_on(child: Child, day: date) -> dict[Owner, str]:
    """The same on a day: the designated teacher is the one of the school of that day."""
    roles = {Owner.SCHOOL: Role.DESIGNATED_TEACHER, Owner.SOCIAL_WORKER: Role.SOCIAL_WORKER}
    people = {owner: child.person(role, day) for owner, role in roles.items()}
    return {owner: person.name for owner, person in people.items() if person is not None}


def set_next_pep(session: Session, meeting_id: int, on: date | None) -> None:
    """The date agreed for the next PEP. Raises NotAllowed where it is not after this meeting."""
    find(session, Meeting, meeting_id).set_next_pep(on)


def agreed_on(session: Session, meeting_id: int, today: date) -> date:
    """The day on which something is agreed that is written down today."""
    return _agreed_on(find(session, Meeting, meeting_id), today)


def _agreed_on(meeting: Meeting, today: date) -> date:
    return meeting.held_on or meeting.on_day or today
