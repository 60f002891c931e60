"""Ten minutes: five questions, kept where the longer pages keep the same things, so that nothing is asked twice."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import ConcernKind, PlainQuestion, WhoseWords
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView, Concern, SchoolQuestion
from carer_app.rough_days import from_written
from carer_app.use_cases import hearing_the_child, on_the_sheet, preparing
from carer_app.use_cases.lookup import find
from carer_app.use_cases.preparing import READY_QUESTION

STEPS = 5
ASKS = 3
WELL = (PlainQuestion.WELL_AT_SCHOOL, PlainQuestion.WELL_AT_HOME, PlainQuestion.WELL_OUT_OF_SCHOOL)


@dataclass(frozen=True, slots=True)
class AskRow:
    """One thing asked for, and of whom. `about` is what it belongs to, empty where it stands alone."""

    what: str
    who: str
    about: str


@dataclass(frozen=True, slots=True)
class ShortWay:
    """What the five questions hold now. The plurals say what there is beyond what one page shows."""

    child: str
    child_says: str
    whose_words: WhoseWords
    more_said: int
    child_kept: int
    asked_on: date | None
    well: dict[PlainQuestion, str]
    hardest: str
    how_often: str
    what_helps: str
    hardest_for_adults: bool
    more_hard: int
    asks: tuple[AskRow, ...]
    ready_question: str
    asks_ready_question: bool
    own_question: str
    more_questions: int


def short_way(session: Session, meeting_id: int) -> ShortWay:
    """Everything the five pages show."""
    meeting = find(session, Meeting, meeting_id)
    said, hard, own = _views(meeting), meeting.concerns, _own_questions(meeting)
    asked_on = meeting.answer(PlainQuestion.ASKED_ON)
    return ShortWay(
        child=meeting.child.name,
        child_says=said[0].words if said else "",
        whose_words=WhoseWords(said[0].whose_words) if said else WhoseWords.CHILD_SAID,
        more_said=max(0, len(said) - 1),
        child_kept=len([view for view in meeting.views if view.kept_on is not None]),
        asked_on=from_written(asked_on) if asked_on else None,
        well={question: meeting.answer(question) for question in WELL},
        hardest=hard[0].what_we_see if hard else "",
        how_often=hard[0].how_often if hard else "",
        what_helps=hard[0].what_helps if hard else "",
        hardest_for_adults=bool(hard) and on_the_sheet.is_for_adults(meeting, hard[0]),
        more_hard=max(0, len([each for each in hard if each.what_we_see.strip()]) - 1),
        asks=tuple(_ask(each) for each in [*hard[:ASKS], *[None] * ASKS][:ASKS]),
        ready_question=_ready(meeting),
        asks_ready_question=any(q.text == _ready(meeting) for q in meeting.questions),
        own_question=own[0].text if own else "",
        more_questions=max(0, len(own) - 1),
    )


def next_step(session: Session, meeting_id: int) -> int:
    """The first of the five questions that holds nothing, from 1; 1 where all do."""
    now = short_way(session, meeting_id)
    filled = (
        bool(now.child_says.strip() or now.asked_on or now.child_kept),
        any(text.strip() for text in now.well.values()),
        bool(now.hardest.strip() or now.what_helps.strip()),
        any(ask.what.strip() for ask in now.asks),
        now.asks_ready_question or bool(now.own_question.strip()),
    )
    return next((number for number, is_filled in enumerate(filled, start=1) if not is_filled), 1)


def is_begun(session: Session, meeting_id: int) -> bool:
    """Whether any of the five holds something."""
    state = preparing.getting_ready(session, meeting_id)
    return any(row.is_begun for row in state.parts if row.part in preparing.MAIN_ROAD)


def write_child_says(
    session: Session, meeting_id: int, today: date, words: str, whose: WhoseWords = WhoseWords.CHILD_SAID
) -> None:
    """The child's words: the first there are, or new ones said today, `whose` they are."""
    said = _views(find(session, Meeting, meeting_id))
    if said:
        said[0].words = words
    elif words.strip():
        hearing_the_child.add_view(session, meeting_id, whose, today, words)


def set_whose_words(session: Session, meeting_id: int, whose: WhoseWords) -> None:
    """Whose words the first ones are; nothing where there are none yet."""
    for view in _views(find(session, Meeting, meeting_id))[:1]:
        view.whose_words = whose


def rather_not(session: Session, meeting_id: int, today: date) -> None:
    """The child was asked and would rather not say: the sheet says so in a kind sentence."""
    meeting = find(session, Meeting, meeting_id)
    if not meeting.answer(PlainQuestion.ASKED_ON):
        meeting.write_answer(PlainQuestion.ASKED_ON, today.isoformat())


def write_hardest(session: Session, meeting_id: int, field: str, words: str) -> None:
    """What is hardest: into the first thing that is hard, or a new one."""
    _write(session, meeting_id, 0, field, words)


def set_hardest_for_adults(session: Session, meeting_id: int, on: bool) -> None:
    """Keep what is hardest, and what is asked for because of it, for the adults' sheet."""
    hard = find(session, Meeting, meeting_id).concerns
    hardest = hard[0].id if hard else preparing.add_concern(session, meeting_id, ConcernKind.OTHER)
    preparing.set_for_adults(session, hardest, on)


def write_ask(session: Session, meeting_id: int, number: int, field: str, words: str) -> None:
    """One of the three things asked for, from 0: with the thing that is hard it belongs to, or alone."""
    _write(session, meeting_id, number, field, words)


def ask_ready_question(session: Session, meeting_id: int, on: bool, today: date) -> None:
    """Put the ready question first on the list, or take it off."""
    meeting = find(session, Meeting, meeting_id)
    here = [question for question in meeting.questions if question.text == _ready(meeting)]
    if on and not here:
        first = min((q.position for q in meeting.questions), default=1)
        meeting.questions_even_removed.append(SchoolQuestion(text=_ready(meeting), position=first - 1))
    for question in here if not on else ():
        question.remove(today)


def write_own_question(session: Session, meeting_id: int, words: str) -> None:
    """The carer's own question: the first there is, or a new one at the end."""
    own = _own_questions(find(session, Meeting, meeting_id))
    if own:
        own[0].text = words
    elif words.strip():
        preparing.add_question(session, meeting_id, words)


def _write(session: Session, meeting_id: int, number: int, field: str, words: str) -> None:
    hard = find(session, Meeting, meeting_id).concerns
    if number < len(hard):
        preparing.write_concern(session, hard[number].id, field, words)
    elif words.strip():
        preparing.write_concern(
            session, preparing.add_concern(session, meeting_id, ConcernKind.OTHER), field, words
        )


def _ask(concern: Concern | None) -> AskRow:
    if concern is None:
        return AskRow("", "", "")
    return AskRow(concern.we_ask_for, concern.ask_of, concern.what_we_see)


def _views(meeting: Meeting) -> list[ChildView]:
    """What the carer wrote down. What the child kept in their own part is nobody's to change."""
    return [view for view in meeting.views if view.kept_on is None]


def _own_questions(meeting: Meeting) -> list[SchoolQuestion]:
    return [question for question in meeting.questions if question.text != _ready(meeting)]


def _ready(meeting: Meeting) -> str:
    return READY_QUESTION.format(child=meeting.child.name)
