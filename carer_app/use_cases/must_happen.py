"""What must happen for a child who is not in school full-time, and from which day, on the school's calendar."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from carer_app.choices import Role, WithoutSchool
from carer_app.domain.between_meetings import DaysWithoutSchool
from carer_app.domain.child import Child
from carer_app.domain.days_out import DaysOut, OutOfSchool, count, day_in_a_row
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.school_terms import term_of, terms
from carer_app.domain.school_years import school_year
from carer_app.errors import TermDatesMissing
from carer_app.texts.without_school import MustHappen, must_happen_for
from carer_app.typed_dates import say_day
from carer_app.use_cases.childs_lists import filled
from carer_app.use_cases.days_without_school import as_counted, rows_of, say_halves
from carer_app.use_cases.lookup import find, own_name
from carer_app.use_cases.naming import in_a_sentence
from carer_app.use_cases.pep_dates import known_terms
from carer_app.words import _

STILL_NEW = timedelta(weeks=4)
"""So long after it ended, what must happen is still told."""

_ROW = (WithoutSchool.SUSPENDED, WithoutSchool.EXCLUDED)
"""What counts together as days in a row."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that must happen. `when` says from which day, or how far it is; empty where it is at once.

    `facts` are what it rests on. `words` are ready to copy, and `to` says whom they are for; both may be empty.
    `on` is the day that was counted, where one could be; `or_later` where not all training days are known.
    """

    id: str
    title: str
    says: str
    ask: str
    when: str
    facts: tuple[str, ...]
    to: str = ""
    words: str = ""
    on: date | None = None
    or_later: bool = False


@dataclass(frozen=True, slots=True)
class _When:
    """From when something is true, in words, and the day itself where one could be counted."""

    words: str = ""
    on: date | None = None
    or_later: bool = False


def due_for(session: Session, days_id: int, today: date) -> tuple[Due, ...]:
    """What must happen because of one of them."""
    row = find(session, DaysWithoutSchool, days_id)
    return _due(session, row.child_id, [row], today)


def due_now(session: Session, child_id: int, today: date) -> tuple[Due, ...]:
    """What must happen for a child because of all that goes on or ended a short while ago."""
    current = [
        row for row in rows_of(session, child_id) if row.last_on is None or row.last_on >= today - STILL_NEW
    ]
    return _due(session, child_id, current, today)


def _due(session: Session, child_id: int, rows: Sequence[DaysWithoutSchool], today: date) -> tuple[Due, ...]:
    if not rows:
        return ()
    child = find(session, Child, child_id)
    known = known_terms(child, today)
    every = [as_counted(each) for each in rows_of(session, child_id)]
    these = [as_counted(each) for each in rows]
    return tuple(
        Due(
            rule.key,
            rule.title,
            rule.says,
            rule.ask,
            when.words,
            rule.facts,
            *_words(session, rule, child, today),
            on=when.on,
            or_later=when.or_later,
        )
        for rule in must_happen_for({WithoutSchool(each.kind) for each in rows})
        if (when := _when(rule, these, every, known, today)) is not None
    )


def _words(session: Session, rule: MustHappen, child: Child, today: date) -> tuple[str, str]:
    """Whom the ready words are for, and the words. No child is named in them."""
    copied = rule.to_copy
    if copied is None:
        return "", ""
    role = Role(copied.to)
    person = child.person(role, today)
    name = person.name if person else ""
    return _("For {who}").format(who=in_a_sentence(name, role)), filled(copied.words, name, own_name(session))


def _when(
    rule: MustHappen,
    these: Sequence[OutOfSchool],
    every: Sequence[OutOfSchool],
    known: KnownTerms,
    today: date,
) -> _When | None:
    """From when it is true; None where it does not come to it."""
    mine = _of(these, rule.kinds)
    if rule.from_day:
        return _from_day(rule.from_day, mine, _of(every, _ROW), known, today)
    if rule.within:
        return _within(rule.within, mine, known, today)
    newest = max(each.first for each in mine)
    suspended = count(_of(every, rule.kinds), known, today)
    if rule.more_in_term:
        return _When(_in_term(rule.more_in_term, suspended, newest, known))
    if rule.most_in_year:
        year = school_year(newest)
        if any(school_year(day) == year for day in suspended.not_known):
            return _When(
                _(
                    "We cannot say how many there are in this school year: not all the school’s dates are known."
                )
            )
        return _When(_("In that school year: {days}.").format(days=say_halves(suspended.in_year(year))))
    return _When()


def _in_term(most: int, suspended: DaysOut, day: date, known: KnownTerms) -> str:
    term = term_of(known.calendar, day) if known.calendar else None
    its = (
        [each for each in terms(known.calendar, term[1]) if each.season == term[0]]
        if known.calendar and term
        else []
    )
    if not its:
        return _("We cannot say how many there are in this term: the school’s dates are not known.")
    days = suspended.between(its[0].first, its[0].last)
    words = (
        _("In that term: {days}. That is more than {most}.") if days > most else _("In that term: {days}.")
    )
    return words.format(days=say_halves(days), most=most)


def _of(stretches: Iterable[OutOfSchool], kinds: Iterable[str]) -> list[OutOfSchool]:
    kinds = set(kinds)
    return [each for each in stretches if each.kind in kinds]


def _from_day(
    number: int, mine: Sequence[OutOfSchool], row: Sequence[OutOfSchool], known: KnownTerms, today: date
) -> _When | None:
    """The nth school day in a row. What was before counts with it, where no school day lies between."""
    until = [each for each in row if any(each.first <= one.first for one in mine)]
    day = day_in_a_row(until, known, today, number)
    if day is None:
        goes_on = any(each.last is None and not each.part_of_day for each in mine)
        if not goes_on:
            return None
        return _When(_("We cannot say which day that is: the school’s dates are not known so far ahead."))
    words = _("Since {day}.") if day <= today else _("From {day}.")
    or_later = known.unsure_between(mine[0].first, day)
    if or_later:
        words = _("From {day}, or a little later: not all training days are known.")
    return _When(words.format(day=say_day(day)), day, or_later)


def _within(number: int, mine: Sequence[OutOfSchool], known: KnownTerms, today: date) -> _When:
    first = max(each.first for each in mine)
    try:
        if known.calendar is None:
            raise TermDatesMissing("", ())
        day = known.calendar.school_day_after(first, number)
    except TermDatesMissing:
        words = _("Counted from {first}. We cannot say which day that is: the school’s dates are not known.")
        return _When(words.format(first=say_day(first)))
    words = _("That was {day}.") if day < today else _("That is {day}.")
    return _When(words.format(day=say_day(day)), day)
