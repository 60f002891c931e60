"""Made-up households for the demo: read from resources/made_up, put into records in memory, and printed."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import ForWhom, PlainQuestion
from carer_app.jobs.make_pdf import make_pdf
from carer_app.paper.content import Sheet
from carer_app.storage.vault import Vault
from carer_app.texts import made_up
from carer_app.use_cases import (
    children,
    following_up,
    hearing_the_child,
    household,
    planning,
    preparing,
    recording_the_meeting,
    reporting_back,
    showing_the_child,
    summarising,
)
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.recording_the_meeting import NewAction


@dataclass(frozen=True, slots=True)
class MadeUpSheet:
    """One sheet of a made-up child: for whom, what is on it, and as PDF bytes."""

    household: str
    child: str
    for_whom: ForWhom
    sheet: Sheet
    pdf: bytes


def made_up_sheets(name: str, today: date) -> Iterator[MadeUpSheet]:
    """All sheets of one household's children that have something on them."""
    with lived_in(made_up.household(name), today) as (vault, meetings):
        for child, meeting in meetings.items():
            with vault.reading() as session:
                sheets = _sheets(session, meeting, today)
            for who, sheet in sheets.items():
                yield MadeUpSheet(name, child, who, sheet, make_pdf(sheet))


@contextmanager
def lived_in(told: made_up.MadeUpHousehold, today: date) -> Iterator[tuple[Vault, dict[str, int]]]:
    """Records in memory of a household that has got ready, and each child's meeting by the child's name."""
    vault = Vault.in_memory()
    try:
        with vault.work() as session:
            household.set_own_name(session, told.carer)
            meetings = {each.name: prepare(session, each, today) for each in told.children}
        yield vault, meetings
    finally:
        vault.close()


def _sheets(session: Session, meeting: int, today: date) -> dict[ForWhom, Sheet]:
    adults = summarising.adults_sheet(session, meeting, today)
    pocket = summarising.pocket_card(session, meeting)
    sheets: dict[ForWhom, Sheet] = {
        ForWhom.EVERYONE: summarising.meeting_sheet(session, meeting, today),
        ForWhom.MINE: summarising.my_sheet(session, meeting, today),
        ForWhom.CHILD: reporting_back.child_sheet(session, meeting),
    }
    if adults.to_know:
        sheets[ForWhom.ADULTS] = adults
    if pocket.things_to_say:
        sheets[ForWhom.POCKET] = pocket
    return sheets


def prepare(session: Session, told: made_up.MadeUpChild, today: date) -> int:
    """One made-up child and the meeting that is got ready for; returns the meeting's id."""
    child = children.add_child(session, told.name, FirstFact.NONE_YET, None, today, f"uid-{told.name}")
    children.set_date(session, child, ChildDate.BIRTHDAY, told.birthday, today)
    children.set_council(session, child, told.council)
    children.set_support(session, child, told.support)
    if told.school:
        children.set_school(session, child, told.school)
        children.set_class(session, child, told.class_name)
    children.set_school_place(session, child, told.has_school_place)
    for role, name in told.people.items():
        children.set_person(session, child, role, name)
    if told.before is not None:
        _held_before(session, child, told.before, today)
    meeting = planning.plan_meeting(session, child, f"uid-{told.name}-next")
    planning.set_day(session, meeting, told.meeting.day)
    planning.set_time(session, meeting, told.meeting.time)
    planning.set_place(session, meeting, told.meeting.place)
    planning.suggest_attendees(session, meeting)
    _write(session, meeting, told, today)
    return meeting


def _write(session: Session, meeting: int, told: made_up.MadeUpChild, today: date) -> None:
    for question, text in (*told.plain.items(), *told.answers.items()):
        preparing.write_answer(session, meeting, question, text)
    if told.would_change:
        preparing.write_answer(session, meeting, PlainQuestion.WOULD_CHANGE, told.would_change)
    if told.asked_on is not None:
        preparing.write_answer(session, meeting, PlainQuestion.ASKED_ON, told.asked_on.isoformat())
    for view in told.views:
        hearing_the_child.add_view(session, meeting, view.whose, view.on, view.words)
    for hard in told.concerns:
        _concern(session, meeting, hard)
    for question in told.questions:
        preparing.add_question(session, meeting, question)
    for item, reply in told.replies.items():
        showing_the_child.answer(session, meeting, item, reply.mark, today, reply.words)


def _concern(session: Session, meeting: int, hard: made_up.MadeUpConcern) -> None:
    concern = preparing.add_concern(session, meeting, hard.kind)
    fields = {
        "what_we_see": hard.see,
        "how_often": hard.often,
        "since": hard.since,
        "what_helps": hard.helps,
        "we_think": hard.think,
        "we_ask_for": hard.ask,
        "ask_of": hard.who,
    }
    for field, words in fields.items():
        preparing.write_concern(session, concern, field, words)
    preparing.set_ask_by(session, concern, hard.by)


def _held_before(session: Session, child: int, told: made_up.MadeUpBefore, today: date) -> None:
    before = planning.plan_meeting(session, child, f"uid-before-{child}")
    planning.set_day(session, before, told.held)
    recording_the_meeting.meeting_was_held(session, before, told.held, today)
    _agree(session, before, told.actions, today)


def _agree(session: Session, meeting: int, actions: Iterable[made_up.MadeUpAction], today: date) -> None:
    for each in actions:
        new = NewAction(each.what, each.owner, each.name, None)
        action = recording_the_meeting.add_action(session, meeting, new, today)
        if each.done is not None:
            following_up.tick_off(session, action, each.done)
