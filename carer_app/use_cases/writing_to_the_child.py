"""A letter to the child, twice a year: begun from good news and from what was kept, and then in the carer's words.

The child's own words are not put into it: they stand beneath it on paper, read anew each time, so that what comes off
their sheet comes off the letter too. Source: findings/truth.md, after the letters of Norfolk and Brighton and Hove.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carer_app.choices import NoteKind, PlainQuestion
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.between_meetings import ChildLetter
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.note import Note
from carer_app.paper.content import Told
from carer_app.paper.sheets.letter import Letter
from carer_app.rough_days import latest
from carer_app.typed_dates import say_day
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.keepsakes import kept_since
from carer_app.use_cases.lookup import carer_name, find, own_name
from carer_app.use_cases.of_each_child import Children, of_each_child
from carer_app.use_cases.on_the_sheet import quotes_to_the_child
from carer_app.words import _

HALF_A_YEAR = timedelta(days=183)
"""So far back a first letter looks."""

GOOD = (NoteKind.GOOD_NEWS, NoteKind.ACHIEVEMENT)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter. `given_on` is None while it is being written."""

    id: int
    begun_on: date
    text: str
    given_on: date | None


def letters(session: Session, child_id: int) -> list[LetterRow]:
    """All letters to a child, the newest first."""
    return [
        LetterRow(each.id, each.begun_on, each.text, each.given_on)
        for each in reversed(_letters(session, child_id))
    ]


def begin_letter(session: Session, child_id: int, today: date) -> int:
    """A new letter, with what there is to tell; its id. The carer makes it their own."""
    since = _since(session, child_id, today)
    letter = ChildLetter(child_id=child_id, begun_on=today, text=draft(session, child_id, since, today))
    session.add(letter)
    session.flush()
    return letter.id


def draft(session: Session, child_id: int, since: date, today: date) -> str:
    """What a letter begins with: good news, kind words, what was agreed and done, and what came into the book.

    No word that the child said.
    """
    child = find(session, Child, child_id)
    seen = _good_news(session, child_id, since, today)
    kind = [
        _("At the meeting somebody said: “{words}”").format(words=words)
        for words in _kind_words(session, child_id, since, today)
    ]
    done = _done(session, child_id, since, today)
    kept = kept_since(session, child_id, since, today)
    parts = [_("Dear {child},").format(child=child.name)]
    if seen:
        parts.append("\n".join([_("Here are some good things that I saw."), *seen]))
    parts += kind
    if done:
        parts.append("\n".join([_("People said yes to this, and it was done:"), *done]))
    if kept:
        parts.append("\n".join([_("This is in your own book now:"), *kept]))
    parts.append(_("From {carer}").format(carer=own_name(session)) if own_name(session) else "")
    return "\n\n".join(parts).rstrip()


def write_letter(session: Session, letter_id: int, words: str) -> None:
    """Keep what was written. Raises NotAllowed once it was given."""
    find(session, ChildLetter, letter_id).write(words)


def give_letter(session: Session, letter_id: int, on: date) -> None:
    """The child has it, and it is in their own book. Raises NotAllowed where it is empty."""
    find(session, ChildLetter, letter_id).give(on)


def not_given(session: Session, letter_id: int) -> None:
    """It was not given after all."""
    find(session, ChildLetter, letter_id).given_on = None


def remove_letter(session: Session, letter_id: int, on: date) -> None:
    """Take a letter out; `bring_letter_back` undoes it."""
    find(session, ChildLetter, letter_id).remove(on)


def bring_letter_back(session: Session, letter_id: int) -> None:
    find(session, ChildLetter, letter_id, even_deleted=True).bring_back()


@answered_once
def letter_on_paper(session: Session, child_id: int, letter_id: int = 0) -> Letter:
    """One letter, or (0) the newest, with what the child put on their sheets since the one before."""
    child = find(session, Child, child_id)
    written = _letters(session, child_id)
    letter = find(session, ChildLetter, letter_id) if letter_id else (written[-1] if written else None)
    if letter is None:
        return Letter(child.name)
    since, until = _since(session, child_id, letter.begun_on, letter.id), letter.given_on or letter.begun_on
    carer = carer_name(session)
    return Letter(
        child=child.name,
        on=letter.given_on,
        paragraphs=tuple(letter.text.split("\n")),
        you_said=tuple(
            quote
            for meeting in _meetings(session, child_id)
            for quote in quotes_to_the_child(meeting, carer)
            if quote.is_said and since < (quote.on or meeting.day) <= until
        ),
    )


def letters_in_the_book(session: Session, child_id: int) -> tuple[Told, ...]:
    """The letters that were given, the oldest first, as they stand in the child's own book."""
    return tuple(
        Told(_("A letter, {day}").format(day=say_day(letter.given_on)), tuple(letter.text.split("\n")))
        for letter in _letters(session, child_id)
        if letter.given_on is not None
    )


def _letters(session: Session, child_id: int) -> list[ChildLetter]:
    """The oldest first."""
    return list(_letters_of(session, find(session, Child, child_id).id))


@of_each_child
def _letters_of(children: Children) -> Select[int, ChildLetter]:
    query = select(ChildLetter.child_id, ChildLetter).where(ChildLetter.child_id.in_(children))
    return query.order_by(ChildLetter.begun_on, ChildLetter.id)


def _since(session: Session, child_id: int, begun_on: date, letter_id: int = 0) -> date:
    """The day the letter before was given, or begun; without one, half a year before."""
    before = [
        letter.given_on or letter.begun_on
        for letter in _letters(session, child_id)
        if letter.id != letter_id and (letter.begun_on, letter.id) < (begun_on, letter_id or letter.id + 1)
    ]
    return max(before, default=begun_on - HALF_A_YEAR)


def _good_news(session: Session, child_id: int, since: date, today: date) -> list[str]:
    query = select(Note).where(Note.child_id == child_id, Note.kind.in_(GOOD))
    notes = session.scalars(query.order_by(Note.on_day, Note.id))
    return [words for note in notes if since < latest(note.on_day) <= today and (words := note.seen.strip())]


def _kind_words(session: Session, child_id: int, since: date, today: date) -> list[str]:
    said = [
        meeting.answer(PlainQuestion.KIND_SAID).strip()
        for meeting in _meetings(session, child_id)
        if meeting.held_on is not None and since < meeting.held_on <= today
    ]
    return [words for words in said if words]


def _done(session: Session, child_id: int, since: date, today: date) -> list[str]:
    done = select(AgreedAction).where(AgreedAction.child_id == child_id, AgreedAction.done_on.is_not(None))
    actions = session.scalars(done.order_by(AgreedAction.done_on, AgreedAction.id))
    return [each.what for each in actions if each.done_on is not None and since < each.done_on <= today]


def _meetings(session: Session, child_id: int) -> list[Meeting]:
    query = select(Meeting).where(Meeting.child_id == child_id)
    return sorted(session.scalars(query), key=lambda meeting: (meeting.day, meeting.id))
