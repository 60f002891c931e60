"""What I hold about a child: counted from the tables themselves, so that it is true without anybody's care."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carer_app.domain.agreed_action import ActionChange, AgreedAction
from carer_app.domain.asked_again import NotNow, Request
from carer_app.domain.base import Base, Deletable
from carer_app.domain.between_meetings import ChildLetter, DaysWithoutSchool, Keepsake, ListLine
from carer_app.domain.calendar_entry import CalendarEntry
from carer_app.domain.care_review import CareReview, ReviewAnswer
from carer_app.domain.child import Child, Schooling
from carer_app.domain.draft import Draft
from carer_app.domain.household import SecondPlace
from carer_app.domain.meeting import Attendee, Meeting, MeetingPutOff
from carer_app.domain.note import Note
from carer_app.domain.paper_choice import PaperChoice
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.person import Person
from carer_app.domain.preparation import (
    Answer,
    ChildReply,
    ChildView,
    Concern,
    FinishedPart,
    HandedOut,
    NameOnPaper,
    SchoolQuestion,
    WhatHappened,
)
from carer_app.domain.school import School, SchoolClosing, SchoolPeriod, SchoolYearNote
from carer_app.domain.stored_document import PaperPage, PaperSource, ReportFigure, StoredDocument
from carer_app.paper.content import Told
from carer_app.paper.sheets.what_i_hold import WhatIHold
from carer_app.typed_dates import say_day
from carer_app.use_cases.about_a_child import about
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.filing import permission
from carer_app.use_cases.lookup import find
from carer_app.use_cases.may_keep import keeping_answer
from carer_app.words import _, plural


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the records are and who can open them; see `jobs.whereabouts`. `records` is empty for a sitting."""

    records: str
    backups: str
    backups_kept: str
    ways_in: tuple[str, ...]


CHILD_FACTS: dict[str, str] = {
    "name": _("the name used at home"),
    "pronoun": _("she, he or they"),
    "birthday": _("birthday"),
    "came_into_care_on": _("day of coming into care"),
    "support": _("extra help in school"),
    "last_pep_on": _("day of the last PEP"),
    "social_worker_says_by": _("date the social worker said"),
    "social_worker_told_on": _("when that date was written down"),
    "review_on": _("day of the next review"),
    "hidden_until": _("day until which the card waits"),
    "council": _("council responsible"),
    "moved_home_on": _("day of moving to another home"),
    "moved_home_before_on": _("days of the moves before that"),
    "left_care_on": _("day of leaving care"),
    "years_ahead": _("class years above or below their age"),
    "has_school_place": _("whether there is a school place"),
    "last_review_on": _("day of the last review"),
    "last_review_was": _("which review that was"),
    "ehcp_review_on": _("day of the last EHCP review"),
    "added_on": _("day on which the child was added here"),
}
"""Every column about the child itself, in words; the id says nothing, and `deleted_on` is said apart."""

COUNTED: dict[type[Base], Callable[[int], str]] = {
    School: partial(plural, "{count} school", "{count} schools"),
    Schooling: partial(plural, "{count} note of starting at a school", "{count} notes of starting at a school"),
    SchoolPeriod: partial(plural, "{count} stretch of school days", "{count} stretches of school days"),
    SchoolClosing: partial(plural, "{count} day without school", "{count} days without school"),
    SchoolYearNote: partial(plural, "{count} note about a school year", "{count} notes about school years"),
    Person: partial(plural, "{count} person named", "{count} people named"),
    Note: partial(plural, "{count} note between meetings", "{count} notes between meetings"),
    Meeting: partial(plural, "{count} meeting", "{count} meetings"),
    Attendee: partial(plural, "{count} name on a list of who comes", "{count} names on lists of who comes"),
    MeetingPutOff: partial(plural, "{count} meeting put off", "{count} meetings put off"),
    ChildView: partial(plural, "{count} thing the child said", "{count} things the child said"),
    WhatHappened: partial(
        plural, "{count} answer to what the child said", "{count} answers to what the child said"
    ),
    Answer: partial(plural, "{count} answer by the carer", "{count} answers by the carer"),
    NameOnPaper: partial(plural, "{count} choice for a name on paper", "{count} choices for names on paper"),
    Concern: partial(plural, "{count} thing that is hard at school", "{count} things that are hard at school"),
    ChildReply: partial(
        plural, "{count} reply by the child to what was written", "{count} replies by the child to what was written"
    ),
    SchoolQuestion: partial(plural, "{count} question for school", "{count} questions for school"),
    FinishedPart: partial(plural, "{count} part marked as finished", "{count} parts marked as finished"),
    HandedOut: partial(plural, "{count} sheet as handed out", "{count} sheets as handed out"),
    PaperChoice: partial(plural, "{count} choice of what goes on paper", "{count} choices of what goes on paper"),
    CalendarEntry: partial(plural, "{count} date for your calendar", "{count} dates for your calendar"),
    AgreedAction: partial(plural, "{count} agreed action", "{count} agreed actions"),
    ActionChange: partial(plural, "{count} change to an agreed action", "{count} changes to agreed actions"),
    Request: partial(plural, "{count} thing that was asked for", "{count} things that were asked for"),
    NotNow: partial(plural, "{count} thing to do that waits", "{count} things to do that wait"),
    CareReview: partial(plural, "{count} child-in-care review", "{count} child-in-care reviews"),
    ReviewAnswer: partial(plural, "{count} answer for a review", "{count} answers for reviews"),
    DaysWithoutSchool: partial(
        plural, "{count} stretch without full-time school", "{count} stretches without full-time school"
    ),
    ListLine: partial(plural, "{count} line on a list", "{count} lines on lists"),
    ChildLetter: partial(plural, "{count} letter to the child", "{count} letters to the child"),
    Keepsake: partial(plural, "{count} thing in the child’s book", "{count} things in the child’s book"),
    PepCopy: partial(plural, "{count} note of where a PEP copy is", "{count} notes of where a PEP copy is"),
    StoredDocument: partial(plural, "{count} stored file", "{count} stored files"),
    PaperPage: partial(plural, "{count} page of words in stored files", "{count} pages of words in stored files"),
    PaperSource: partial(
        plural, "{count} note of what a file was made from", "{count} notes of what files were made from"
    ),
    ReportFigure: partial(plural, "{count} figure from a report", "{count} figures from reports"),
    Draft: partial(
        plural, "{count} box half typed or photo not kept yet", "{count} boxes half typed or photos not kept yet"
    ),
}  # fmt: skip
"""Every table of the register with something about a child in it, but for the child's own, in words."""


@answered_once
def what_i_hold(session: Session, child_id: int, today: date, where: Whereabouts) -> WhatIHold:
    """Everything that is stored about one child, where it is, and who can open it."""
    child = find(session, Child, child_id)
    return WhatIHold(
        child=child.name,
        as_of=today,
        told=(
            Told(_("What is stored"), (_facts(child), _counts(session, child_id))),
            Told(
                _("What is not asked for"),
                (
                    _(
                        "Surname, address, legal status and a photograph of the child. "
                        "They are here only if somebody typed or photographed them."
                    ),
                    _(
                        "Questions do ask about sleep, health and appointments that show at school. "
                        "The answers may be left empty."
                    ),
                ),
            ),
            Told(_("Who said that notes may be kept"), _who_said(session)),
            Told(_("Where it is"), _where(session, where)),
            Told(_("Who can open it"), where.ways_in),
            Told(_("How it is locked"), _locked(where)),
            Told(_("How long"), _how_long(where)),
            Told(
                _("Giving it back"),
                (
                    _(
                        "To the fostering service, and to nobody else. Ask them how they want it. "
                        "Putting {child}’s notes to one side takes nothing out of the locked records."
                    ).format(child=child.name),
                ),
            ),
        ),
    )


def count(session: Session, noun: type[Base], child_id: int, taken_out: bool = False) -> int:
    """How many rows of this table are about the child: also those that were taken out, or only those."""
    query = select(func.count()).select_from(noun).where(about(noun, child_id))
    if noun is Person:  # a designated teacher whom nobody has named yet is nobody
        query = query.where((Person.name != "") | (Person.phone != ""))
    if taken_out and issubclass(noun, Deletable):
        query = query.where(noun.is_removed)
    return session.scalar(query.execution_options(include_deleted=True)) or 0


def _facts(child: Child) -> str:
    return _sentence([words for name, words in CHILD_FACTS.items() if _is_said(name, getattr(child, name))])


def _is_said(name: str, value: object) -> bool:
    """Whether this says more about the child than was there before anybody said anything."""
    return (
        value is False if name == "has_school_place" else value not in (None, "", (), "not_known", "they", 0)
    )


def _counts(session: Session, child_id: int) -> str:
    parts = []
    for noun, words in COUNTED.items():
        number = count(session, noun, child_id)
        out = count(session, noun, child_id, taken_out=True) if issubclass(noun, Deletable) else 0
        said = words(number)
        if out:
            said += _(" ({count} taken out, still stored)").format(count=out)
        if number:
            parts.append(said)
    return _sentence(parts) if parts else _("Nothing more.")


def _sentence(parts: list[str]) -> str:
    words = ", ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."


def _who_said(session: Session) -> tuple[str, ...]:
    papers = permission(session)
    if not papers.is_given or papers.on is None:
        return (keeping_answer(session).words,)
    also = _("{who} said that files they send may be kept too ({when}).")
    return keeping_answer(session).words, also.format(who=papers.by, when=say_day(papers.on))


def _where(session: Session, where: Whereabouts) -> tuple[str, ...]:
    if not where.records:
        return (_("In the memory of this computer only. It is gone when PEP Companion is closed."),)
    others = session.scalars(select(SecondPlace.path).order_by(SecondPlace.id))
    return (
        _("Records: {folder}").format(folder=where.records),
        _("Backups: {folder}").format(folder=where.backups),
        *(_("Backups also: {folder}").format(folder=folder) for folder in others),
        _("Nothing is sent over the internet."),
    )


def _locked(where: Whereabouts) -> tuple[str, ...]:
    if not where.records:
        return (_("It is not locked: nothing is kept."),)
    return (
        _(
            "Records, papers and backups are encrypted (AES, 256 bit; SQLCipher). "
            "The password is made strong with Argon2id. What was printed or saved as a PDF is not locked."
        ),
    )


def _how_long(where: Whereabouts) -> tuple[str, ...]:
    if not where.records:
        return (_("Until PEP Companion is closed."),)
    return (_("Until it is given back."), where.backups_kept)
