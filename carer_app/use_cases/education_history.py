"""The printed school years, and a child’s education so far in the order of the law’s list."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import FigureKind, PaperKind, Support
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.year_group import year_group
from carer_app.paper.content import Told
from carer_app.paper.sheets.education_history_sheet import EducationHistorySheet, SchoolBefore
from carer_app.paper.sheets.year_sheet import YearSheet
from carer_app.texts import facts
from carer_app.typed_dates import say_day
from carer_app.use_cases import writing_notes
from carer_app.use_cases.days_without_school import days_out
from carer_app.use_cases.looking_back import headlines
from carer_app.use_cases.lookup import carer_with_role, find
from carer_app.use_cases.on_the_sheet import answer_item, is_left_off
from carer_app.use_cases.past_papers import figures_past, papers_past
from carer_app.use_cases.year_strips import strips
from carer_app.words import _

CLUBS = "out_of_school.clubs"
"""The question of getting ready that asks for clubs and free time."""


def year_sheet(session: Session, child_id: int, today: date) -> YearSheet:
    """Every school year as a strip and in words."""
    return YearSheet(
        child=find(session, Child, child_id).name,
        as_of=today,
        headlines=headlines(session, child_id, today),
        years=strips(session, child_id, today),
    )


RESTS_ON = ("education_history",)
"""The fact behind the order."""


def education_history(session: Session, child_id: int, today: date) -> EducationHistorySheet:
    """What the records hold of it; nothing is made up where they hold nothing."""
    child = find(session, Child, child_id)
    meetings = sorted(
        session.scalars(select(Meeting).where(Meeting.child_id == child_id)),
        key=lambda each: (each.day, each.id),
    )
    out = days_out(session, child_id, today)
    return EducationHistorySheet(
        child=child.name,
        as_of=today,
        written_by=carer_with_role(session),
        schools=tuple(_schools(child, today)),
        out_of_school=tuple(f"{each.kind.words}: {each.when} ({each.how_long})" for each in out.rows),
        attendance=_typed(session, child_id, FigureKind.ATTENDANCE),
        achieved=_achieved(session, child_id),
        marks=_typed(session, child_id, FigureKind.READING_AGE, FigureKind.MARK),
        extra_help=(*_extra_help(child), *_ehcp_papers(session, child_id)),
        now=tuple(_now(child, today)),
        planned=tuple(
            _("{school}, from {day}").format(school=each.school.name, day=say_day(each.started_on))
            for each in child.schools_to_come(today)
            if each.started_on
        ),
        leisure=_newest_answer(meetings, CLUBS),
        at_home=_at_home(meetings),
        small_print=(facts.as_we_had_them(RESTS_ON),),
    )


def _schools(child: Child, today: date) -> Iterator[SchoolBefore]:
    begun = [each for each in child.schoolings if not each.starts_after(today)]
    for each, after in zip(begun, [*begun[1:], None], strict=True):
        since = say_day(each.started_on) if each.started_on else _("nobody said")
        if after is not None:
            until = (
                _("before {day}").format(day=say_day(after.started_on))
                if after.started_on
                else _("nobody said")
            )
        else:
            until = _("now") if child.has_school_place else _("nobody said")
        yield SchoolBefore(each.school.name, since, until)


def _typed(session: Session, child_id: int, *kinds: FigureKind) -> tuple[str, ...]:
    """Figures just as the carer typed them, each with its paper and its day."""
    return tuple(each.on_paper for each in figures_past(session, child_id, kinds))


def _achieved(session: Session, child_id: int) -> tuple[Told, ...]:
    """What was written down, and certificates that are here, by school year, the newest first."""
    years: dict[str, list[str]] = {}
    for year in writing_notes.achieved(session, child_id):
        years.setdefault(year.school_year, []).extend(note.seen for note in year.notes)
    undated = []
    for paper in papers_past(session, child_id):
        if paper.kind == PaperKind.CERTIFICATE and paper.on is None:
            undated.append(paper.words)
        elif paper.kind == PaperKind.CERTIFICATE and paper.on is not None:
            years.setdefault(writing_notes.school_year_of(paper.on), []).append(paper.words)
    told = [Told(year, tuple(years[year])) for year in sorted(years, reverse=True)]
    if undated:
        told.append(Told(_("Day not known"), tuple(undated)))
    return tuple(told)


def _ehcp_papers(session: Session, child_id: int) -> Iterator[str]:
    for paper in papers_past(session, child_id):
        if paper.kind == PaperKind.EHCP:
            yield f"{paper.words}, {say_day(paper.on)}" if paper.on else paper.words


def _extra_help(child: Child) -> Iterator[str]:
    if child.support != Support.NOT_KNOWN:
        yield Support(child.support).words
    if child.ehcp_review_on:
        yield _("Last review of the EHCP: {day}").format(day=say_day(child.ehcp_review_on))


def _now(child: Child, today: date) -> Iterator[str]:
    if not child.has_school_place:
        yield _("There is no school place.")
        return
    schooling = child.schooling_on(today)
    group = year_group(child.birthday, today, years_ahead=child.years_ahead) if child.birthday else None
    said = (schooling.school.name if schooling else "", group.name if group else "")
    if any(said):
        yield ", ".join(part for part in said if part)


def _newest_answer(meetings: list[Meeting], question: str) -> tuple[str, ...]:
    """The newest answer that was given, line by line; not where the child asked not to have it said."""
    for meeting in reversed(meetings):
        if meeting.printed_answer(question).strip() and not is_left_off(meeting, answer_item(question)):
            return tuple(line for line in meeting.printed_answer(question).splitlines() if line.strip())
    return ()


def _at_home(meetings: list[Meeting]) -> tuple[str, ...]:
    """What home said it does for what was agreed at the last meeting that was held."""
    held = [each for each in meetings if each.held_on]
    actions = held[-1].actions if held else []
    return tuple(dict.fromkeys(each.at_home for each in actions if each.at_home.strip()))
