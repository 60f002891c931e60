"""The carer's own part of a child-in-care review: its questions, what is written, and the notes that belong there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Pronoun
from carer_app.domain.child import Child
from carer_app.domain.note import Note
from carer_app.paper.content import Told
from carer_app.paper.sheets.carers_review_part import CarersReviewPart
from carer_app.rough_days import latest
from carer_app.texts.question_sets import with_name
from carer_app.texts.review_form import FormQuestion, review_form
from carer_app.use_cases.at_the_review import coming, since_last
from carer_app.use_cases.lookup import carer_with_role, find
from carer_app.use_cases.pep_dates import other_dates
from carer_app.use_cases.writing_notes import NoteRow, row_of


@dataclass(frozen=True, slots=True)
class FormBox:
    """One question with what is written, and the notes that could go into it."""

    id: str
    ask: str
    hint: str
    text: str
    notes: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """One part of the form: `number` of `parts`, counted from 1."""

    child: str
    title: str
    number: int
    parts: int
    boxes: tuple[FormBox, ...]


def form_page(session: Session, child_id: int, number: int, today: date) -> FormPage:
    """One part of the form for the review to come."""
    child, written = find(session, Child, child_id), answers(session, child_id)
    parts = review_form().parts
    part = parts[number - 1]
    notes = list(_notes(session, child, today))
    everything = "\n".join(written.values())
    boxes = tuple(
        FormBox(
            each.key,
            _filled(each.ask, child),
            _filled(each.hint, child),
            written.get(each.key, ""),
            tuple(
                row_of(note) for note in notes if _belongs(note, each) and note.seen.strip() not in everything
            ),
        )
        for each in part.questions
    )
    return FormPage(child.name, part.title, number, len(parts), boxes)


def answers(session: Session, child_id: int) -> dict[str, str]:
    """What is written for the review to come, by the key of its question."""
    review = coming(session, child_id)
    return {each.question: each.text for each in review.answers} if review is not None else {}


def carers_part(session: Session, child_id: int, today: date) -> CarersReviewPart:
    """What was written, on paper, in the order it was asked. What is empty is not there."""
    child, written = find(session, Child, child_id), answers(session, child_id)
    review = coming(session, child_id)
    return CarersReviewPart(
        child=child.name,
        carer=carer_with_role(session),
        review_on=other_dates(session, child_id, today).said_review_on,
        chaired_by=review.chaired_by if review is not None else "",
        written=tuple(
            Told(_filled(each.label, child), tuple(written[each.key].split("\n")))
            for each in review_form().questions
            if written.get(each.key, "").strip()
        ),
    )


def _notes(session: Session, child: Child, today: date) -> Iterator[Note]:
    """The notes since the last review, the oldest first."""
    since = since_last(session, child.id, today)
    query = select(Note).where(Note.child_id == child.id).order_by(Note.on_day, Note.id)
    for note in session.scalars(query):
        if note.seen.strip() and latest(note.on_day) > since:
            yield note


def _belongs(note: Note, question: FormQuestion) -> bool:
    return note.kind in question.notes


def _filled(words: str, child: Child) -> str:
    return with_name(words, child.name, Pronoun(child.pronoun))
