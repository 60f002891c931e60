"""What has happened to a child’s schooling: every day that is stored of it, as one list.

The list by month, the strips of the years and the printed year all read this one list, so that no two disagree. It
holds days and facts. What the child said is not in it, and no worker is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import NoteKind, PaperKind, PastKind
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.between_meetings import ChildLetter, Keepsake
from carer_app.domain.care_review import CareReview
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.note import Note
from carer_app.paper.content.year_drawn import YearMark
from carer_app.rough_days import HowSure, RoughDay
from carer_app.typed_dates import MONTHS, say_day
from carer_app.use_cases.days_without_school import days_out
from carer_app.use_cases.lookup import find
from carer_app.use_cases.past_papers import figures_past, papers_past
from carer_app.words import _, plural


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened on a day. `table` and `row_id` name what it is of, `meeting_id` its meeting (0: none).

    `document_id` is the paper that it is, or comes from (0: none). `mark` is how it stands on the strip of its year;
    None where it does not.
    """

    on: date
    kind: PastKind
    words: str
    table: str
    row_id: int
    meeting_id: int = 0
    mark: YearMark | None = None
    document_id: int = 0

    @property
    def id(self) -> tuple[str, int, date, str]:
        return (self.table, self.row_id, self.on, self.words)


@dataclass(frozen=True, slots=True)
class PastMonth:
    """A month in which something happened, the newest day first; `title` as "October 2026"."""

    id: tuple[int, int]
    title: str
    happened: tuple[Happened, ...]


@dataclass(frozen=True, slots=True)
class LookingBack:
    """`headlines` are sentences, `months` the newest first, `kinds` what there is something of, in their order."""

    child: str
    headlines: tuple[str, ...]
    months: tuple[PastMonth, ...]
    kinds: tuple[PastKind, ...]


def looking_back(session: Session, child_id: int, today: date, only: PastKind | None = None) -> LookingBack:
    """All that happened until today, or only what is of one kind."""
    everything = happened(session, child_id, today)
    months: dict[tuple[int, int], list[Happened]] = {}
    for each in everything:
        if only is None or each.kind == only:
            months.setdefault(_month_of(each.on), []).append(each)
    return LookingBack(
        find(session, Child, child_id).name,
        headlines(session, child_id, today),
        tuple(PastMonth(key, _month(*key), tuple(those)) for key, those in months.items()),
        tuple(kind for kind in PastKind if any(each.kind == kind for each in everything)),
    )


def happened(session: Session, child_id: int, today: date) -> list[Happened]:
    """Every day up to today, the newest first; of one day in the order of the kinds."""
    child = find(session, Child, child_id)
    meetings = list(session.scalars(select(Meeting).where(Meeting.child_id == child_id).order_by(Meeting.id)))
    found = [
        *_meetings(child, meetings),
        *_reviews(session, child),
        *_agreed(session, child_id),
        *_papers(session, child_id, meetings),
        *_stored(session, child_id),
        *_notes(session, child_id),
        *_moves(child),
        *_out(session, child_id, today),
    ]
    order = list(PastKind)
    found = [each for each in found if each.on <= today]
    return sorted(found, key=lambda each: (-each.on.toordinal(), order.index(each.kind), each.row_id))


def headlines(session: Session, child_id: int, today: date) -> tuple[str, ...]:
    """What a person would say of it: what came of last time, and what has not come."""
    find(session, Child, child_id)
    meetings = session.scalars(select(Meeting).where(Meeting.child_id == child_id)).all()
    held = sorted((each for each in meetings if each.held_on), key=lambda each: each.day)
    lines = []
    if held and held[-1].actions:
        lines.append(_of_last_time(held[-1]))
    missing = sum(not any(copy.received_on for copy in each.copies) for each in held)
    if missing:
        lines.append(
            plural(
                "It is not written down yet that the copy of {count} PEP came.",
                "It is not written down yet that the copies of {count} PEPs came.",
                missing,
            )
        )
    return tuple(lines)


def _of_last_time(meeting: Meeting) -> str:
    actions = meeting.actions
    done = sum(each.done_on is not None for each in actions)
    ended = sum(each.ended_on is not None and each.done_on is None for each in actions)
    day = say_day(meeting.day)
    if len(actions) == 1:
        words = (
            _("What was agreed on {day} is done.") if done else _("What was agreed on {day} is not done yet.")
        )
        if ended:
            words = _("What was agreed on {day} will not happen.")
        return words.format(day=day)
    words = _(
        "{all} actions were agreed on {day}."
    )  # the day after, a count of what is done would read as a score
    if done:
        words = _("{done} of {all} actions agreed on {day} are done.")
    words = words.format(done=done, all=len(actions), day=day)
    if ended:
        words += " " + plural("{count} will not happen.", "{count} will not happen.", ended)
    return words


def _meetings(child: Child, meetings: list[Meeting]) -> Iterator[Happened]:
    for each in meetings:
        one = ("meeting", each.id, each.id)
        if each.held_on is not None:
            due = _("It was due by {day}.").format(day=say_day(each.was_due_on)) if each.was_due_on else ""
            words = " ".join(part for part in (_("PEP meeting."), due) if part)
            yield Happened(each.held_on, PastKind.MEETING, words, *one, YearMark.MEETING)
        if each.called_off_on is not None:
            yield Happened(each.called_off_on, PastKind.MEETING, _("A PEP meeting was called off."), *one)
        for put_off in each.put_offs:
            words = (
                _("The PEP meeting of {day} was put off.").format(day=say_day(put_off.was_on))
                if put_off.was_on
                else _("A PEP meeting was put off.")
            )
            yield Happened(put_off.said_on, PastKind.MEETING, words, *one)
    if child.last_pep_on and all(each.held_on != child.last_pep_on for each in meetings):
        yield Happened(
            child.last_pep_on, PastKind.MEETING, _("PEP meeting."), "child", child.id, mark=YearMark.MEETING
        )


def _reviews(session: Session, child: Child) -> Iterator[Happened]:
    words, held = _("Child-in-care review."), set()
    for each in session.scalars(select(CareReview).where(CareReview.child_id == child.id)):
        if each.held_on is not None:
            held.add(each.held_on)
            yield Happened(
                each.held_on, PastKind.MEETING, words, "care_review", each.id, mark=YearMark.REVIEW
            )
    if child.last_review_on and child.last_review_on not in held:
        yield Happened(child.last_review_on, PastKind.MEETING, words, "child", child.id, mark=YearMark.REVIEW)


def _agreed(session: Session, child_id: int) -> Iterator[Happened]:
    for each in session.scalars(select(AgreedAction).where(AgreedAction.child_id == child_id)):
        days = (
            (each.agreed_on, _("Agreed: {what}")),
            (each.done_on, _("Done: {what}")),
            (each.ended_on if each.done_on is None else None, _("Will not happen: {what}")),
        )
        for day, words in days:
            if day is not None:
                said = words.format(what=each.what)
                yield Happened(day, PastKind.AGREED, said, "agreed_action", each.id, each.meeting_id)


def _papers(session: Session, child_id: int, meetings: list[Meeting]) -> Iterator[Happened]:
    for each in meetings:
        for copy in each.copies[:1]:
            if copy.received_on is not None:
                words = _("The copy of the PEP of {day} came.").format(day=say_day(each.day))
                yield Happened(copy.received_on, PastKind.PAPER, words, "pep_copy", copy.id, each.id)
    for letter in session.scalars(select(ChildLetter).where(ChildLetter.child_id == child_id)):
        if letter.given_on is not None:
            yield Happened(
                letter.given_on, PastKind.PAPER, _("A letter was given."), "child_letter", letter.id
            )
    for kept in session.scalars(select(Keepsake).where(Keepsake.child_id == child_id)):
        words = _("Kept: {title}").format(title=kept.document.title)
        mark = _mark_of(kept.document.kind, kept.document.on_day)
        on = kept.document.on_day or kept.added_on
        yield Happened(on, PastKind.ACHIEVED, words, "keepsake", kept.id, mark=mark)


def _stored(session: Session, child_id: int) -> Iterator[Happened]:
    """Papers at the day that is on them; one without a day stands where it was put in, and says so."""
    for each in papers_past(session, child_id):
        if not each.is_in_the_book:
            kind = PastKind.ACHIEVED if each.kind == PaperKind.CERTIFICATE else PastKind.PAPER
            words = each.words if each.on else _("Added here: {paper}").format(paper=each.words)
            yield Happened(
                each.on or each.added_on, kind, words, "stored_document", each.id,
                document_id=each.id, mark=_mark_of(each.kind, each.on),
            )  # fmt: skip
    for figure in figures_past(session, child_id):
        words = figure.with_its_paper
        if figure.is_undated:
            words = _("Added here: {paper}").format(paper=words)
        yield Happened(
            figure.on, PastKind.PAPER, words, "report_figure", figure.id,
            document_id=figure.document_id,
        )  # fmt: skip


def _mark_of(kind: str, on: date | None) -> YearMark | None:
    """Only a report and a certificate stand on the strip, and only where the day is known better than by its year."""
    if on is None or (isinstance(on, RoughDay) and on.sure is HowSure.YEAR):
        return None
    return {PaperKind.REPORT: YearMark.REPORT, PaperKind.CERTIFICATE: YearMark.CERTIFICATE}.get(
        PaperKind(kind)
    )


def _notes(session: Session, child_id: int) -> Iterator[Happened]:
    for each in session.scalars(select(Note).where(Note.child_id == child_id)):
        kind = NoteKind(each.kind)
        past = PastKind.ACHIEVED if kind == NoteKind.ACHIEVEMENT else PastKind.NOTE
        words = _("{kind}: {seen}").format(kind=kind.words, seen=each.seen or each.think)
        yield Happened(each.on_day, past, words, "note", each.id)


def _moves(child: Child) -> Iterator[Happened]:
    days = [
        (child.came_into_care_on, _("Came into care.")),
        *((day, _("Moved to another home.")) for day in child.moves),
        (child.left_care_on, _("Left care.")),
        *(
            (each.started_on, _("Began at {school}.").format(school=each.school.name))
            for each in child.schoolings
        ),
    ]
    for number, (day, words) in enumerate(days):
        if day is not None:
            yield Happened(day, PastKind.MOVE, words, "child", number, mark=YearMark.MOVE)


def _out(session: Session, child_id: int, today: date) -> Iterator[Happened]:
    for row in days_out(session, child_id, today).rows:
        words = " · ".join(part for part in (row.kind.words, row.how_long) if part)
        yield Happened(row.first_on, PastKind.OUT, words, "days_without_school", row.id)


def _month_of(day: date) -> tuple[int, int]:
    """The year and the month; of a day of which only the year is known, 0 for the month."""
    return (day.year, 0 if isinstance(day, RoughDay) and day.sure is HowSure.YEAR else day.month)


def _month(year: int, month: int) -> str:
    if not month:
        return _("Some time in {year}").format(year=year)
    return _("{month} {year}").format(month=MONTHS[month - 1], year=year)
