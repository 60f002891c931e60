"""Days on which a child was not in school full-time: written down, counted in school days, and what must happen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carer_app.choices import WithoutSchool
from carer_app.domain.between_meetings import DaysWithoutSchool
from carer_app.domain.child import Child
from carer_app.domain.days_out import DaysOut, OutOfSchool, count
from carer_app.domain.left_out import say_days
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.errors import NotAllowed
from carer_app.typed_dates import say_day, say_span
from carer_app.use_cases import drafts
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.lookup import find
from carer_app.use_cases.of_each_child import Children, of_each_child
from carer_app.use_cases.pep_dates import known_terms
from carer_app.words import _, plural

TOLD = ("in_writing_on", "social_worker_told_on", "virtual_school_told_on")
"""The days on which somebody heard of it, by their column."""


@dataclass(frozen=True, slots=True)
class OutRow:
    """One time without full-time school. `when` and `how_long` say it in words; `told` who was told on what day."""

    id: int
    child_id: int
    child: str
    kind: WithoutSchool
    first_on: date
    last_on: date | None
    part_of_day: bool
    reason: str
    told: dict[str, date | None]
    when: str
    how_long: str


@dataclass(frozen=True, slots=True)
class OutView:
    """All of it for one child, the newest first. `total` is what it comes to, `doubts` what is not certain about it."""

    child: str
    rows: tuple[OutRow, ...]
    total: str
    doubts: tuple[str, ...]


def add_days(
    session: Session, child_id: int, kind: WithoutSchool, first_on: date, draft_place: DraftKey = NOWHERE
) -> int:
    """Write down that it began on a day; returns its id. What was half typed at `draft_place` is whole now."""
    find(session, Child, child_id)
    row = DaysWithoutSchool(
        child_id=child_id, kind=kind, first_on=first_on, part_of_day=kind in FOR_A_PART, reason=""
    )
    if kind == WithoutSchool.SENT_HOME:
        row.last_on = first_on
    session.add(row)
    drafts.forget(session, draft_place)
    session.flush()
    return row.id


FOR_A_PART = (WithoutSchool.PART_TIME, WithoutSchool.SENT_HOME)
"""What most often takes a part of the day; the carer can say otherwise."""


def set_kind(session: Session, days_id: int, kind: WithoutSchool) -> None:
    find(session, DaysWithoutSchool, days_id).kind = kind


def set_part_of_day(session: Session, days_id: int, part: bool) -> None:
    """Whether the child was in school for some of each day."""
    find(session, DaysWithoutSchool, days_id).part_of_day = part


def set_first(session: Session, days_id: int, day: date) -> None:
    """The first day. Raises NotAllowed for one after the last."""
    row = find(session, DaysWithoutSchool, days_id)
    _in_order(day, row.last_on)
    row.first_on = day


def set_last(session: Session, days_id: int, day: date | None) -> None:
    """The last day, or None while it goes on. Raises NotAllowed for one before the first."""
    row = find(session, DaysWithoutSchool, days_id)
    _in_order(row.first_on, day)
    row.last_on = day


def write_reason(session: Session, days_id: int, text: str) -> None:
    find(session, DaysWithoutSchool, days_id).reason = text


def set_told(session: Session, days_id: int, who: str, day: date | None) -> None:
    """The day on which one of TOLD heard of it, or None."""
    if who not in TOLD:
        raise ValueError(who)
    setattr(find(session, DaysWithoutSchool, days_id), who, day)


def remove_days(session: Session, days_id: int, on: date) -> None:
    find(session, DaysWithoutSchool, days_id).remove(on)


def bring_days_back(session: Session, days_id: int) -> None:
    find(session, DaysWithoutSchool, days_id, even_deleted=True).bring_back()


def row_of(session: Session, days_id: int, today: date) -> OutRow:
    """One of them."""
    row = find(session, DaysWithoutSchool, days_id)
    return _row(row, find(session, Child, row.child_id), today)


def days_out(session: Session, child_id: int, today: date) -> OutView:
    """All that is written down for a child, and how many school days of this school year it comes to."""
    child = find(session, Child, child_id)
    rows = rows_of(session, child_id)
    counted = counted_out(child, rows, today)
    year = school_year(today)
    total = ""
    if counted.halves:
        total = _("In {year}: {days}.").format(
            year=say_school_year(year), days=_at_least(counted, counted.in_year(year))
        )
    return OutView(
        child.name,
        tuple(_row(row, child, today) for row in rows),
        total,
        doubts(counted, bool(child.schoolings)),
    )


@of_each_child
def rows_of(children: Children) -> Select[int, DaysWithoutSchool]:
    """What is stored for a child, the newest first."""
    newest_first = (DaysWithoutSchool.first_on.desc(), DaysWithoutSchool.id.desc())
    query = select(DaysWithoutSchool.child_id, DaysWithoutSchool)
    return query.where(DaysWithoutSchool.child_id.in_(children)).order_by(*newest_first)


def as_counted(row: DaysWithoutSchool) -> OutOfSchool:
    """The same as the rules count it."""
    return OutOfSchool(row.kind, row.first_on, row.last_on, row.part_of_day)


def counted_out(child: Child, rows: Sequence[DaysWithoutSchool], today: date) -> DaysOut:
    """The school days of these, each once, on the calendar of the child's schools."""
    return count(map(as_counted, rows), known_terms(child, today), today)


def doubts(counted: DaysOut, has_school: bool) -> tuple[str, ...]:
    """What is not certain about a count, each a sentence. Without a school there are no dates that could be put in."""
    said: list[str] = []
    if counted.not_known:
        words = plural(
            "For {count} weekday we do not know if school was open.",
            "For {count} weekdays we do not know if school was open.",
            len(counted.not_known),
        )
        put_in = _("{words} With the school’s dates they can be counted.").format(words=words)
        said.append(put_in if has_school else words)
    if counted.unsure:
        said.append(_("Not all training days are known. They do not count, so it may be a little less."))
    return tuple(said)


def say_halves(days: float) -> str:
    """A number of school days in words: "half a school day", "3 school days", "3 and a half school days"."""
    whole = int(days)
    if days == whole:
        return say_days(whole, "school")
    if not whole:
        return _("half a school day")
    return _("{count} and a half school days").format(count=whole)


def say_counted(counted: DaysOut) -> str:
    """How many school days it comes to; weekdays, where nobody knows of any if school was open."""
    if not counted.halves and counted.not_known:
        return plural("{count} weekday", "{count} weekdays", len(counted.not_known))
    return _at_least(counted, counted.school_days)


def _at_least(counted: DaysOut, days: float) -> str:
    return _("at least {days}").format(days=say_halves(days)) if counted.at_least else say_halves(days)


def _row(row: DaysWithoutSchool, child: Child, today: date) -> OutRow:
    kind = WithoutSchool(row.kind)
    counted = counted_out(child, [row], today)
    return OutRow(
        id=row.id,
        child_id=row.child_id,
        child=child.name,
        kind=kind,
        first_on=row.first_on,
        last_on=row.last_on,
        part_of_day=row.part_of_day,
        reason=row.reason,
        told={
            "in_writing_on": row.in_writing_on,
            "social_worker_told_on": row.social_worker_told_on,
            "virtual_school_told_on": row.virtual_school_told_on,
        },
        when=say_when(row, today),
        how_long=_how_long(row, counted, today),
    )


def say_when(row: DaysWithoutSchool, today: date) -> str:
    """Its first and last day, or since when it goes on."""
    if row.last_on is None:
        words = _("since {day}") if row.first_on <= today else _("from {day}")
        return words.format(day=say_day(row.first_on))
    if row.last_on == row.first_on:
        return say_day(row.first_on)
    return say_span(row.first_on, row.last_on, with_year=True)


def what_and_when(row: DaysWithoutSchool, today: date) -> str:
    """In one piece, for a sentence: "Suspended since Monday 2 March 2026", "Sent home early on Tuesday 3 March"."""
    words = _("{what}, {when}")
    if row.last_on is None:
        words = _("{what} {when}")
    elif row.last_on == row.first_on:
        words = _("{what} on {when}")
    return words.format(what=WithoutSchool(row.kind).words, when=say_when(row, today))


def _how_long(row: DaysWithoutSchool, counted: DaysOut, today: date) -> str:
    if row.last_on is None and row.first_on > today:
        return _("not begun yet")
    days = say_counted(counted)
    if not counted.halves and counted.not_known:
        return days
    if row.part_of_day and len(counted.halves) > 1:
        days = _("{days}, as {count} half days").format(days=days, count=len(counted.halves))
    return _("{days} so far").format(days=days) if row.last_on is None else days


def _in_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise NotAllowed(
            _("The last day cannot be before the first, which is {day}.").format(day=say_day(first))
        )
