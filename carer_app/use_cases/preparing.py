"""Getting ready for one meeting: the list of parts, what is hard, and questions for school. Saved as typed."""

from dataclasses import dataclass, replace
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Aside, Coming, ConcernKind, Part, Pronoun, Role
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import Concern, FinishedPart, SchoolQuestion
from carer_app.errors import NotAllowed
from carer_app.texts.question_bank import BankTopic, topics
from carer_app.texts.question_sets import THEME_PARTS, question_of, theme_of, with_name
from carer_app.use_cases import on_the_sheet
from carer_app.use_cases.lookup import find
from carer_app.use_cases.vague_wishes import is_vague
from carer_app.words import _

READY_QUESTION = topics()[0].questions[0]
"""The one question every sheet may start with (good practice in PEP guidance)."""


MAIN_ROAD = (Part.TELL_THE_CHILD, Part.CHILD_SAYS, Part.GOING_WELL, Part.HARD_NOW, Part.QUESTIONS)
"""The parts that matter most. Everything else is more, and never missed."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """One line of the task list. `is_begun`: something is written there."""

    part: Part
    words: str
    is_begun: bool
    is_finished: bool


@dataclass(frozen=True, slots=True)
class GettingReady:
    """The task list of one meeting."""

    meeting_id: int
    child_id: int
    child: str
    on_day: date | None
    at_time: time | None
    place: str
    parts: tuple[PartRow, ...]

    @property
    def next_part(self) -> PartRow | None:
        """The first part of the main road that has nothing in it and is not called finished."""
        road = (row for row in self.parts if row.part in MAIN_ROAD)
        return next((row for row in road if not row.is_finished and not row.is_begun), None)


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """One thing that is hard. `is_vague`: what is asked for could be said so that somebody can say yes to it."""

    id: int
    kind: ConcernKind
    what_we_see: str
    how_often: str
    since: str
    what_helps: str
    we_think: str
    child_says: str
    we_ask_for: str
    ask_of: str
    ask_by: date | None
    is_vague: bool
    for_adults: bool = False


@dataclass(frozen=True, slots=True)
class QuestionRow:
    id: int
    text: str


def getting_ready(session: Session, meeting_id: int) -> GettingReady:
    """Where the preparation of one meeting stands."""
    meeting = find(session, Meeting, meeting_id)
    finished = {row.part for row in meeting.finished_parts}
    child = meeting.child.name
    return GettingReady(
        meeting_id=meeting.id,
        child_id=meeting.child_id,
        child=child,
        on_day=meeting.on_day,
        at_time=meeting.at_time,
        place=meeting.place,
        parts=tuple(
            PartRow(part, part.words(child), _is_begun(meeting, part), part in finished) for part in Part
        ),
    )


def _is_begun(meeting: Meeting, part: Part) -> bool:
    if part == Part.CHILD_SAYS:
        return any(v.words for v in meeting.views) or _has_answers(meeting, part)
    if part == Part.HARD_NOW:
        return any(c.has_words for c in meeting.concerns)
    if part == Part.QUESTIONS:
        return any(question.text for question in meeting.questions)
    if part == Part.WHO_COMES:
        return any(a.coming != Coming.NOT_KNOWN for a in meeting.attendees)
    if part == Part.WHEN_WHERE:
        return meeting.on_day is not None
    return _has_answers(meeting, part)


def _has_answers(meeting: Meeting, part: Part) -> bool:
    return any(
        answer.said.strip() or answer.aside for answer in meeting.answers if _belongs(answer.question, part)
    )


def _belongs(key: str, part: Part) -> bool:
    """Whether a question stands in a part: as its file says, else as its key begins."""
    question = question_of(key)
    if question is not None:
        return any(each.key == key for each in theme_of(part).questions) if part in THEME_PARTS else False
    return key.startswith(f"{part}.")


def finish_part(session: Session, meeting_id: int, part: Part) -> None:
    """The carer says a part is finished; saying it twice changes nothing."""
    meeting = find(session, Meeting, meeting_id)
    if all(row.part != part for row in meeting.finished_parts):
        meeting.finished_parts.append(FinishedPart(part=part))


def reopen_part(session: Session, meeting_id: int, part: Part) -> None:
    """The carer wants to add more after all."""
    meeting = find(session, Meeting, meeting_id)
    for row in [row for row in meeting.finished_parts if row.part == part]:
        meeting.finished_parts.remove(row)


# Plain questions


def answers(session: Session, meeting_id: int, part: Part) -> dict[str, str]:
    """What was written in a part: question key to text."""
    meeting = find(session, Meeting, meeting_id)
    return {a.question: a.said for a in meeting.answers if _belongs(a.question, part)}


def answers_of(session: Session, meeting_id: int, beginning: str) -> dict[str, str]:
    """Answers whose question begins with this word and a dot: a part, or another page."""
    meeting = find(session, Meeting, meeting_id)
    return {a.question: a.said for a in meeting.answers if a.question.startswith(f"{beginning}.")}


def write_answer(session: Session, meeting_id: int, question: str, text: str) -> None:
    """Keep what was written for one question."""
    meeting = find(session, Meeting, meeting_id)
    meeting.write_answer(question, text)


def answers_last_time(session: Session, meeting_id: int, part: Part) -> dict[str, str]:
    """What was written in the same part for the child's meeting before this one.

    A meeting that was called off with nothing got ready in that part hides nothing.
    """
    meeting = find(session, Meeting, meeting_id)
    before = [
        other
        for other in session.scalars(
            select(Meeting).where(Meeting.child_id == meeting.child_id).order_by(Meeting.id)
        )
        if other.id < meeting.id and (other.called_off_on is None or _has_answers(other, part))
    ]
    return answers(session, before[-1].id, part) if before else {}


# What makes school hard just now


def concerns(session: Session, meeting_id: int) -> list[ConcernRow]:
    """What makes school hard, in the order it was written."""
    meeting = find(session, Meeting, meeting_id)
    return [
        ConcernRow(
            id=c.id,
            kind=ConcernKind(c.kind),
            **{name: getattr(c, name) for name in CONCERN_FIELDS},
            ask_by=c.ask_by,
            is_vague=is_vague(c.we_ask_for),
            for_adults=on_the_sheet.is_for_adults(meeting, c),
        )
        for c in meeting.concerns
    ]


def add_concern(session: Session, meeting_id: int, kind: ConcernKind) -> int:
    """Room for one thing that is hard; returns its id."""
    concern = Concern(kind=kind, **dict.fromkeys(CONCERN_FIELDS, ""))
    meeting = find(session, Meeting, meeting_id)
    meeting.concerns_even_removed.append(concern)
    session.flush()
    return concern.id


def set_for_adults(session: Session, concern_id: int, on: bool) -> None:
    """Keep one thing that is hard for the adults' sheet, or print it for everyone."""
    meeting = find(session, Meeting, find(session, Concern, concern_id).meeting_id)
    meeting.set_aside(on_the_sheet.concern_key(concern_id), Aside.ADULTS_ONLY if on else Aside.NOTHING)


CONCERN_FIELDS = (
    *("what_we_see", "how_often", "since", "what_helps", "we_think", "child_says", "we_ask_for", "ask_of"),
)


def write_concern(session: Session, concern_id: int, field: str, text: str) -> None:
    """Keep what was written in one field of CONCERN_FIELDS."""
    if field not in CONCERN_FIELDS:
        raise ValueError(field)
    setattr(find(session, Concern, concern_id), field, text)


def set_ask_by(session: Session, concern_id: int, by: date | None) -> None:
    """By when the carer asks for it."""
    find(session, Concern, concern_id).ask_by = by


def remove_concern(session: Session, concern_id: int, on: date) -> None:
    find(session, Concern, concern_id).remove(on)


def bring_concern_back(session: Session, concern_id: int) -> None:
    find(session, Concern, concern_id, even_deleted=True).bring_back()


# Questions for school


def questions(session: Session, meeting_id: int) -> list[QuestionRow]:
    """The carer's questions, in the order they will be asked."""
    meeting = find(session, Meeting, meeting_id)
    return [QuestionRow(q.id, q.text) for q in meeting.questions]


def add_question(session: Session, meeting_id: int, text: str) -> int:
    """Put a question at the end of the list; returns its id. Raises NotAllowed where it is there already."""
    meeting = find(session, Meeting, meeting_id)
    if text and any(q.text == text for q in meeting.questions):
        raise NotAllowed(_("That question is already on your list."))
    last = max((q.position for q in meeting.questions_even_removed), default=0)
    question = SchoolQuestion(text=text, position=last + 1)
    meeting.questions_even_removed.append(question)
    session.flush()
    return question.id


def write_question(session: Session, question_id: int, text: str) -> None:
    find(session, SchoolQuestion, question_id).text = text


def move_question(session: Session, question_id: int, up: bool) -> None:
    """Swap a question with its neighbour; at the edge nothing changes."""
    question = find(session, SchoolQuestion, question_id)
    meeting = find(session, Meeting, question.meeting_id)
    here = meeting.questions
    index = here.index(question)
    other = index - 1 if up else index + 1
    if 0 <= other < len(here):
        question.position, here[other].position = here[other].position, question.position


def remove_question(session: Session, question_id: int, on: date) -> None:
    find(session, SchoolQuestion, question_id).remove(on)


def bring_question_back(session: Session, question_id: int) -> None:
    find(session, SchoolQuestion, question_id, even_deleted=True).bring_back()


def question_bank(session: Session, meeting_id: int) -> list[BankTopic]:
    """Ready questions by topic, with the child's name filled in."""
    child = find(session, Meeting, meeting_id).child
    pronoun = Pronoun(child.pronoun)
    return [
        replace(
            topic,
            read=tuple(replace(line, text=with_name(line.text, child.name, pronoun)) for line in topic.read),
        )
        for topic in topics()
    ]


def people_to_ask(session: Session, meeting_id: int) -> list[str]:
    """Who can be asked to do something: names where known, else what they do."""
    meeting = find(session, Meeting, meeting_id)
    asked = [Role.DESIGNATED_TEACHER, Role.SOCIAL_WORKER]
    named = [meeting.child.person(role, meeting.day) for role in asked]
    return [p.name if p else role.words for p, role in zip(named, asked, strict=True)]
