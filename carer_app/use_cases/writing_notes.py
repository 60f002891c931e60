"""Notes between meetings. Six months of small things are the best preparation there is."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import ConcernKind, NoteKind, Part
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.note import Note
from carer_app.domain.preparation import USED_NOTE, Concern
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.errors import NotAllowed
from carer_app.rough_days import earliest, latest
from carer_app.use_cases import drafts
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.last_time import held_before
from carer_app.use_cases.lookup import find, own_name
from carer_app.words import _

LOOKS_BACK = relativedelta(months=12)
"""How far back notes are offered where no meeting was held yet."""

NOTE_FIELDS = ("seen", "think", "by")

AS_CONCERN = "concern"
"""Where a note went that became something that is hard."""

BELONGS: dict[NoteKind, tuple[Part, ...]] = {
    NoteKind.GOOD_NEWS: (Part.GOING_WELL,),
    NoteKind.ACHIEVEMENT: (Part.GOING_WELL,),
    NoteKind.WORRY: (Part.HARD_NOW,),
    NoteKind.SCHOOL_SAID: (Part.LEARNING, Part.PEOPLE),
    NoteKind.HOME: (Part.OUT_OF_SCHOOL, Part.DAYS),
}
"""Where the notes of each kind are offered when the next meeting is got ready for."""


@dataclass(frozen=True, slots=True)
class NewNote:
    """`seen` is what happened, `think` what the carer makes of it, `by` the initials of who writes."""

    kind: NoteKind
    on_day: date
    seen: str
    think: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    id: int
    on_day: date
    kind: NoteKind
    seen: str
    think: str
    by: str


@dataclass(frozen=True, slots=True)
class AchievedIn:
    """What was achieved in one school year, such as "2025/26" or "2024/25 or 2025/26", the oldest first."""

    school_year: str
    notes: tuple[NoteRow, ...]

    @property
    def id(self) -> str:
        return self.school_year


def add_note(session: Session, child_id: int, new: NewNote, draft_place: DraftKey = NOWHERE) -> int:
    """Keep a note; returns its id. What was half typed at `draft_place` is whole now."""
    if not new.seen.strip() and not new.think.strip():
        raise NotAllowed(_("Write a few words first."))
    find(session, Child, child_id)
    note = Note(
        child_id=child_id, on_day=new.on_day, kind=new.kind, seen=new.seen, think=new.think, by=new.by.strip()
    )
    session.add(note)
    drafts.forget(session, draft_place)
    session.flush()
    return note.id


def write_note(session: Session, note_id: int, field: str, text: str) -> None:
    """Keep what was written in one field of NOTE_FIELDS."""
    if field not in NOTE_FIELDS:
        raise ValueError(field)
    setattr(find(session, Note, note_id), field, text)


def set_kind(session: Session, note_id: int, kind: NoteKind) -> None:
    find(session, Note, note_id).kind = kind


def set_day(session: Session, note_id: int, on_day: date) -> None:
    find(session, Note, note_id).on_day = on_day


def remove_note(session: Session, note_id: int, on: date) -> None:
    find(session, Note, note_id).remove(on)


def bring_note_back(session: Session, note_id: int) -> None:
    find(session, Note, note_id, even_deleted=True).bring_back()


def notes_of(session: Session, child_id: int) -> list[NoteRow]:
    """All notes about a child, the newest first."""
    return [row_of(note) for note in reversed(_notes(session, child_id))]


def achieved(session: Session, child_id: int) -> list[AchievedIn]:
    """What the child achieved over the years, the newest school year first.

    Where a day is only roughly known, it may have been in either of two.
    """
    years: dict[tuple[int, int], list[NoteRow]] = {}
    for note in _notes(session, child_id, NoteKind.ACHIEVEMENT):
        when = school_year(earliest(note.on_day)), school_year(latest(note.on_day))
        years.setdefault(when, []).append(row_of(note))
    return [AchievedIn(_either(*when), tuple(years[when])) for when in sorted(years, reverse=True)]


def school_year_of(day: date) -> str:
    """The school year of a day, or the two that it may lie in."""
    return _either(school_year(earliest(day)), school_year(latest(day)))


def _either(year: int, or_year: int) -> str:
    years = (year,) if year == or_year else (year, or_year)
    return _(" or ").join(say_school_year(each) for each in years)


def initials(session: Session) -> str:
    """The first letters of the carer's own name; empty where it is not known."""
    return "".join(word[0].upper() for word in own_name(session).split()[:3])


def notes_for(session: Session, meeting_id: int, part: Part) -> list[NoteRow]:
    """Notes since the last meeting that belong to a part and are not used in this preparation yet, oldest first.

    A day that is only roughly known is since then where it may be. A note stays used also when its words were changed
    afterwards, as long as something stands where it went.
    """
    meeting = find(session, Meeting, meeting_id)
    written = _written(meeting)
    since = _since(session, meeting)
    return [
        row_of(note)
        for note in _notes(session, meeting.child_id)
        if part in BELONGS[NoteKind(note.kind)]
        and note.seen.strip()
        and (since is None or latest(note.on_day) > since)
        and note.seen.strip() not in written
        and not _is_used(meeting, note.id)
    ]


def use_note(session: Session, meeting_id: int, note_id: int, where: str) -> None:
    """A note's words were put into the answer to the question `where`, or (AS_CONCERN) into what is hard."""
    find(session, Meeting, meeting_id).write_answer(f"{USED_NOTE}{note_id}", where)


def add_as_concern(session: Session, meeting_id: int, note_id: int) -> int:
    """A worry becomes something that is hard, what was seen apart from what is thought. Returns the concern's id."""
    note, meeting = find(session, Note, note_id), find(session, Meeting, meeting_id)
    concern = Concern(kind=ConcernKind.OTHER, what_we_see=note.seen.strip(), we_think=note.think.strip())
    meeting.concerns_even_removed.append(concern)
    use_note(session, meeting_id, note_id, AS_CONCERN)
    session.flush()
    return concern.id


def _notes(session: Session, child_id: int, kind: NoteKind | None = None) -> list[Note]:
    """Of one kind, or all; the oldest first."""
    query = select(Note).where(Note.child_id == find(session, Child, child_id).id)
    if kind is not None:
        query = query.where(Note.kind == kind)
    return list(session.scalars(query.order_by(Note.on_day, Note.id)))


def _since(session: Session, meeting: Meeting) -> date | None:
    """The day of the last meeting that was held; without one, a year before this one."""
    held = held_before(session, meeting)
    if held:
        return held[-1].held_on
    return meeting.on_day - LOOKS_BACK if meeting.on_day else None


def _written(meeting: Meeting) -> str:
    """All that is written for a meeting, to see what is used already."""
    return "\n".join(
        [
            *(answer.text for answer in meeting.answers),
            *(f"{concern.what_we_see}\n{concern.what_helps}" for concern in meeting.concerns),
        ]
    )


def _is_used(meeting: Meeting, note_id: int) -> bool:
    where = meeting.answer(f"{USED_NOTE}{note_id}")
    if where == AS_CONCERN:
        return any(concern.has_words for concern in meeting.concerns)
    return bool(where) and bool(meeting.answer(where).strip())


def row_of(note: Note) -> NoteRow:
    return NoteRow(note.id, note.on_day, NoteKind(note.kind), note.seen, note.think, note.by)
