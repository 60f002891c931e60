"""More years of one child, with something of every kind in each of them. All made up."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from carer_app.choices import (
    ConcernKind,
    FigureKind,
    KeepsakeKind,
    NoteKind,
    Owner,
    PaperKind,
    RequestAbout,
    Role,
    WhereIsTheCopy,
    WhoseWords,
    WithoutSchool,
)
from carer_app.domain.agreed_action import ActionChange, AgreedAction
from carer_app.domain.asked_again import Request
from carer_app.domain.between_meetings import ChildLetter, DaysWithoutSchool, Keepsake
from carer_app.domain.care_review import CareReview, ReviewAnswer
from carer_app.domain.meeting import Attendee, Meeting, MeetingPutOff
from carer_app.domain.note import Note
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.preparation import ChildView, Concern, SchoolQuestion, WhatHappened
from carer_app.domain.stored_document import PaperPage, ReportFigure, StoredDocument
from carer_app.storage.vault import Vault

A_WEEK, A_YEAR = timedelta(days=7), timedelta(days=364)


def add_years(vault: Vault, child_id: int, first: int, years: int) -> None:
    """Years before 2026: the first one, counted back from there, and so many in all."""
    with vault.work() as session:
        for year in range(first, first + years):
            _add_year(session, child_id, date(2026, 1, 12) - A_YEAR * (year + 1), year)


def _add_year(session: Session, child_id: int, day: date, year: int) -> None:
    meeting = Meeting(child_id=child_id, on_day=day, held_on=day, calendar_uid=f"year-{year}-{child_id}")
    session.add(meeting)
    meeting.attendees.append(Attendee(name="Mr Fox", role=Role.DESIGNATED_TEACHER, came="yes"))
    meeting.put_offs.append(MeetingPutOff(was_on=day - A_WEEK, said_on=day - A_WEEK))
    meeting.write_answer("going_well.school", f"Reading is easier in year {year}.")
    meeting.views_even_removed.append(
        ChildView(words="I like the club.", whose_words=WhoseWords.CHILD_TYPED, said_on=day, kept_on=day)
    )
    meeting.concerns_even_removed.append(Concern(kind=ConcernKind.SUBJECT, we_ask_for="A quiet place"))
    meeting.questions_even_removed.append(SchoolQuestion(position=1, text="Who helps with reading?"))
    session.flush()
    session.add(WhatHappened(view_id=meeting.views[0].id, at_the_meeting="The club goes on."))
    meeting.copies.append(
        PepCopy(
            place=WhereIsTheCopy.HERE,
            received_on=day + A_WEEK,
            document=_paper(child_id, day, year, PaperKind.PEP_COPY),
        )
    )
    for number, owner in enumerate((Owner.ME, Owner.SCHOOL, Owner.SOCIAL_WORKER, Owner.SCHOOL)):
        action = AgreedAction(
            child_id=child_id,
            what=f"Ask about the group, {year} {number}",
            owner=owner,
            agreed_on=day,
            due_on=day + A_WEEK * 4,
            done_on=day + A_WEEK * 5 if number == 3 else None,
            concern_id=meeting.concerns[0].id,
            deleted_on=date(2026, 3, 2) if number == 2 else None,
        )
        meeting.actions_even_removed.append(action)
        session.flush()
        session.add(ActionChange(action_id=action.id, on_day=day, what="due_on", was="1 May", now="2 May"))
        session.add(
            Request(
                child_id=child_id,
                action_id=action.id,
                about=RequestAbout.ACTION,
                rung="named",
                asked_on=day + A_WEEK * 6,
            )
        )
    review = CareReview(child_id=child_id, on_day=day + A_WEEK, held_on=day + A_WEEK)
    review.answers.append(ReviewAnswer(question="school.going_well", text="Reading."))
    session.add(review)
    session.flush()
    report = _paper(child_id, day, year, PaperKind.REPORT)
    report.for_meeting_id = meeting.id
    minutes = _paper(child_id, day, year, PaperKind.REVIEW_MINUTES)
    minutes.for_review_id = review.id
    drawing = _paper(child_id, day, year, PaperKind.CHILDS_WORK)
    session.add_all((report, minutes, drawing))
    session.flush()
    session.add_all(
        (
            ReportFigure(
                child_id=child_id,
                document_id=report.id,
                what=FigureKind.ATTENDANCE,
                value="95",
                on_day=day,
            ),
            Keepsake(child_id=child_id, document_id=drawing.id, kind=KeepsakeKind.CERTIFICATE, added_on=day),
            Request(
                child_id=child_id,
                meeting_id=meeting.id,
                about=RequestAbout.COPY,
                rung="writer",
                asked_on=day + A_WEEK * 3,
            ),
            ChildLetter(child_id=child_id, begun_on=day, given_on=day, text="Dear Mia"),
            DaysWithoutSchool(
                child_id=child_id, kind=WithoutSchool.SUSPENDED, first_on=day - A_WEEK, last_on=day - A_WEEK
            ),
        )
    )
    for kind in NoteKind:
        session.add(Note(child_id=child_id, on_day=day, kind=kind, seen=f"Read to the dog, {year}.", by="SK"))
    session.add(
        Note(child_id=child_id, on_day=day, kind=NoteKind.WORRY, seen="Gone", deleted_on=date(2026, 3, 3))
    )


def _paper(child_id: int, day: date, year: int, kind: PaperKind) -> StoredDocument:
    return StoredDocument(
        title=f"{kind.words} {year}",
        added_on=day,
        on_day=day,
        fingerprint=f"{child_id}-{kind}-{year}",
        seal_key=bytes(32),
        size=2000,
        pages=1,
        child_id=child_id,
        kind=kind,
        page_words=[PaperPage(page=1, text="Words of the page.")],
    )
