"""The dates a school is open, typed by the carer or taken from a ready-made example."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import InsetDays
from carer_app.domain.school import School, SchoolClosing, SchoolPeriod
from carer_app.domain.school_calendar import Period, SchoolCalendar
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.domain.term_pattern import lacking
from carer_app.errors import NotFound
from carer_app.rules import shipped
from carer_app.typed_dates import say_short
from carer_app.use_cases import checking_dates, doubts
from carer_app.use_cases.doubts import Doubts
from carer_app.use_cases.lookup import find
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class PeriodRow:
    id: int
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """A day without pupils. `needless` says why it changes nothing, where the school is shut that day anyway."""

    id: int
    day: date
    is_inset: bool
    needless: str


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many days pupils come in one school year, such as 2025/26, and which terms are missing in it."""

    school_year: str
    pupil_days: int
    missing: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The count, never said as that of a whole year where part of the year is missing."""
        if not self.missing:
            words = _("In {year} pupils come on {count} days.")
            return words.format(year=self.school_year, count=self.pupil_days)
        words = (
            _("We know {count} days of {year} so far; {what} is missing.")
            if len(self.missing) == 1
            else _("We know {count} days of {year} so far. Missing: {what}.")
        )
        return words.format(count=self.pupil_days, year=self.school_year, what=", ".join(self.missing))


@dataclass(frozen=True, slots=True)
class YearNote:
    """What is noted about one school year, by the year it begins in: training days, and where its dates come from.

    `is_said` is False where nobody has said anything yet, and `inset` is what follows from the days that are there.
    `is_supposed` says that those with a date may be all, and neither the carer nor the source has said so.
    """

    year: int
    school_year: str
    is_said: bool
    inset: InsetDays
    inset_unknown: int
    source: str
    is_supposed: bool = False


@dataclass(frozen=True, slots=True)
class SchoolDatesView:
    """Everything known of a school's dates. `pupil_days` counts the days pupils come; `ends` is the last one known."""

    name: str
    source: str
    inset_days_known: bool
    periods: tuple[PeriodRow, ...]
    closings: tuple[ClosingRow, ...]
    pupil_days: int
    years: tuple[YearCount, ...]
    notes: tuple[YearNote, ...]
    ends: date | None
    gaps: tuple[int, ...] = ()
    """School years of which a part is missing before the last day that is known."""
    doubted: str = ""
    """What is doubted of them, as it is stored."""

    def has_gap(self, today: date) -> bool:
        """Whether from this school year on something is missing before the last day that is known."""
        return any(year >= school_year(today) for year in self.gaps)


@dataclass(frozen=True, slots=True)
class Example:
    """A ready-made set of dates, with where it comes from and when that was looked at."""

    key: str
    name: str
    source: str
    checked_on: date
    note: str
    last_day: date


def school_dates(session: Session, school_id: int) -> SchoolDatesView:
    """The dates of one school, in order."""
    school = find(session, School, school_id)
    calendar = school.calendar()
    years = _years(calendar) if calendar else ()
    return SchoolDatesView(
        name=school.name,
        source="; ".join(dict.fromkeys(note.source for note in school.year_notes if note.source)),
        inset_days_known=not school.known_terms().unsure_years,
        periods=tuple(PeriodRow(p.id, p.first_day, p.last_day) for p in school.periods),
        closings=tuple(
            ClosingRow(c.id, c.day, c.is_inset, why_needless(calendar, c.day)) for c in school.closings
        ),
        pupil_days=sum(year.pupil_days for year in years),
        years=years,
        notes=_notes(session, school),
        ends=max((p.last_day for p in school.periods), default=None),
        gaps=_gaps(calendar) if calendar else (),
        doubted=doubts.kept(session, school_id),
    )


def say_inset(session: Session, school_id: int, year: int, inset: InsetDays) -> None:
    """How much is known of the training days of a school year. While some are not, the earlier date is shown."""
    note = find(session, School, school_id).year_note(year)
    note.inset = inset
    doubts.keep(
        session, school_id, year, replace(doubts.of_year(session, school_id, year), is_supposed=False)
    )
    if inset in (InsetDays.KNOWN, InsetDays.TWILIGHT):
        note.inset_unknown = 0


def examples(session: Session, today: date) -> list[Example]:
    """The ready-made sets of dates that come with PEP Companion. One that is over would be filled in as if to come."""
    return [each for each in map(_example, shipped.term_dates()) if each.last_day >= today]


def use_example(session: Session, school_id: int, key: str) -> None:
    """Use a ready-made set of dates in place of what is there for that school year; `put_back` undoes it."""
    school = find(session, School, school_id)
    terms = next((terms for terms in shipped.term_dates() if terms.key == key), None)
    if terms is None:
        raise NotFound(_("That example is not there. Nothing was changed."))
    example = _example(terms)
    source = _("{name}, {source}, looked at on {day}").format(
        name=example.name, source=example.source, day=say_short(example.checked_on, with_year=True)
    )
    school.take_year(terms.school_year, terms.periods, terms.inset_days, terms.closed_days)
    note = school.year_note(terms.school_year)
    note.inset, note.inset_unknown = InsetDays.KNOWN if terms.inset_known else InsetDays.NOT_KNOWN, 0
    note.source = source
    doubts.keep(session, school_id, terms.school_year, Doubts())


def put_back(session: Session, school_id: int, before: SchoolDatesView) -> None:
    """Make a school's dates what they were."""
    school = find(session, School, school_id)
    school.periods = [SchoolPeriod(first_day=p.first_day, last_day=p.last_day) for p in before.periods]
    school.closings = [SchoolClosing(day=c.day, is_inset=c.is_inset) for c in before.closings]
    school.year_notes = []
    session.flush()
    for row in (each for each in before.notes if each.is_said):
        note = school.year_note(row.year)
        note.inset, note.inset_unknown, note.source = row.inset, row.inset_unknown, row.source
    doubts.put_back(session, school_id, before.doubted)


def _example(terms: shipped.ShippedTerms) -> Example:
    name = f"{terms.school} {say_school_year(terms.school_year)}"
    last_day = max(last for _first, last in terms.periods)
    return Example(terms.key, name, terms.source, terms.checked_on, terms.note, last_day)


def _notes(session: Session, school: School) -> tuple[YearNote, ...]:
    """A note for each school year that has dates, or that something was said about."""
    said = {note.year: note for note in school.year_notes}
    years = sorted(set(said) | {school_year(period.last_day) for period in school.periods})
    found = []
    for year in years:
        note = said.get(year)
        dated = sum(each.is_inset and school.year_of(each.day) == year for each in school.closings)
        inset = InsetDays(note.inset) if note else checking_dates.how_known(dated)
        found.append(
            YearNote(
                year,
                say_school_year(year),
                note is not None,
                inset,
                note.inset_unknown if note else 0,
                note.source if note else "",
                is_supposed=doubts.of_year(session, school.id, year).is_supposed
                if note
                else checking_dates.may_be_all(dated),
            )
        )
    return tuple(found)


def _years(calendar: SchoolCalendar) -> tuple[YearCount, ...]:
    counts: Counter[int] = Counter()
    for first, last in calendar.periods:
        # By its last day: some schools begin the school year in the last days of August.
        counts[school_year(last)] += calendar.pupil_days(first, last)
    return tuple(
        YearCount(say_school_year(year), days, _missing(calendar.periods, year))
        for year, days in sorted(counts.items())
    )


def _missing(periods: Sequence[Period], year: int) -> tuple[str, ...]:
    return lacking([each for each in periods if school_year(each[1]) == year], year)


def _gaps(calendar: SchoolCalendar) -> tuple[int, ...]:
    """School years of which a part is missing before the last day that is known."""
    first, last = school_year(calendar.periods[0][1]), school_year(calendar.periods[-1][1])
    return tuple(
        year
        for year in range(first, last + 1)
        if lacking(calendar.periods, year, [(date(year, 9, 1), calendar.periods[-1][1])])
    )


def gaps_in(school: School, today: date) -> tuple[str, ...]:
    """A sentence for each school year, from this one on, with a part missing before the last day that is known."""
    calendar = school.calendar()
    if calendar is None:
        return ()
    counts = {each.school_year: each.words for each in _years(calendar)}
    return tuple(
        counts.get(
            say_school_year(year), _("There are no dates for {year}.").format(year=say_school_year(year))
        )
        for year in _gaps(calendar)
        if year >= school_year(today)
    )


def why_needless(calendar: SchoolCalendar | None, day: date) -> str:
    """Why a day without pupils changes nothing, where school is shut that day anyway; else nothing."""
    why = calendar.why_shut(day) if calendar else None
    return {
        "weekend": _("A weekend, so it changes nothing"),
        "bank_holiday": _("A bank holiday, so it is left out already"),
        "break": _("Outside the school’s dates above, so it changes nothing"),
    }.get(why or "", "")
