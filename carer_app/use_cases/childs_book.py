"""A child's own book: what they put on their sheets, what came of it, letters and what they achieved, over the years.

Nothing in it is scored or compared. What the child keeps off the sheet is not in it.
"""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import PlainQuestion
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.paper.content import Quote, Told
from carer_app.paper.sheets.child_book import BookMeeting, ChildBook
from carer_app.sitting import BookPage
from carer_app.texts.child_questions import By, age_set
from carer_app.typed_dates import say_day
from carer_app.use_cases import writing_notes, you_said
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.came_of_it import came_of_it
from carer_app.use_cases.keepsakes import pictures_in_the_book
from carer_app.use_cases.lookup import carer_name, find
from carer_app.use_cases.on_the_sheet import age_set_of, quotes_to_the_child
from carer_app.use_cases.writing_to_the_child import letters_in_the_book
from carer_app.words import _


@answered_once
def childs_book(session: Session, child_id: int) -> ChildBook:
    """Every meeting with words of the child, the oldest first, then letters, and what was achieved, by school year."""
    child = find(session, Child, child_id)
    carer = carer_name(session)
    meetings = session.scalars(select(Meeting).where(Meeting.child_id == child_id)).all()
    by_day = sorted(meetings, key=lambda each: (str(each.held_on or each.on_day or "9"), each.id))
    return ChildBook(
        child=child.name,
        meetings=tuple(_meeting(session, meeting, carer) for meeting in by_day),
        letters=letters_in_the_book(session, child_id),
        pictures=pictures_in_the_book(session, child_id),
        achieved=tuple(
            Told(year.school_year, tuple(note.seen for note in year.notes))
            for year in reversed(writing_notes.achieved(session, child_id))
        ),
    )


def pages(session: Session, child_id: int, set_key: str = "") -> tuple[BookPage, ...]:
    """The same to read on screen, a page for each thing: what was said to each meeting, letters, pictures. `set_key`
    says at which age it is read."""
    by = age_set(set_key).by
    book = childs_book(session, child_id)
    made = list[BookPage]()
    for meeting in book.meetings:
        called = _("The {meeting} on {day}") if meeting.on else _("A {meeting}")
        heading = called.format(meeting=meeting.meeting, day=say_day(meeting.on) if meeting.on else "")
        made.append(BookPage(heading, tuple(_lines(meeting, by)), drawing="coming_all"))
        said = (*meeting.said, *(answer.you_said for answer in meeting.answers))
        made += [BookPage(quote.asked or heading, (), quote.drawing) for quote in said if quote.drawing]
    made += [BookPage(each.label, each.lines, drawing="writing") for each in book.letters]
    did = _("Things I did")
    made += [BookPage(did, (each.label, *each.lines), drawing="a_club") for each in book.achieved]
    made += [BookPage(each.asked, (), each.drawing) for each in book.pictures]
    return tuple(made)


def _lines(meeting: BookMeeting, by: By) -> Iterator[str]:
    for answer in meeting.answers:
        yield answer.you_said.in_a_line
        yield from came_of_it(answer, by, meeting.meeting)
    for quote in (*meeting.said, *meeting.kind_words):
        yield quote.in_a_line


def _meeting(session: Session, meeting: Meeting, carer: str) -> BookMeeting:
    answers = you_said.answers(session, meeting.id)
    answered = [answer.you_said for answer in answers]
    kind = meeting.answer(PlainQuestion.KIND_SAID)
    called = age_set_of(meeting).meeting
    return BookMeeting(
        on=meeting.held_on or meeting.on_day,
        said=tuple(each for each in quotes_to_the_child(meeting, carer) if each not in answered),
        answers=answers,
        kind_words=(Quote(kind, _("Said about you at the {meeting}").format(meeting=called)),)
        if kind.strip()
        else (),
        meeting=called,
    )
