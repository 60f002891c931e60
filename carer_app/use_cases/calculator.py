"""Dates worked out from two facts, for a carer who may keep nothing: no records, no child, only days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from carer_app.domain.authority_rules import DayCount
from carer_app.domain.care_reviews import ReviewFacts, next_review
from carer_app.domain.deadlines import PepFacts, next_pep
from carer_app.domain.pep_clocks import KnownTerms, days_clock
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.domain.school_years import school_year
from carer_app.paper.content import Told
from carer_app.paper.sheets.dates_sheet import DatesSheet
from carer_app.rules import shipped
from carer_app.typed_dates import say_day
from carer_app.use_cases.checking_dates import ReadDates
from carer_app.use_cases.due_date_working import WorkedOut, worked_out
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class TypedFacts:
    """What was typed. `example` is the key of a shipped set of school dates; `read` are pasted ones and lead."""

    council: str = ""
    came_into_care: date | None = None
    started_school: date | None = None
    last_pep: date | None = None
    birthday: date | None = None
    example: str = ""
    read: ReadDates | None = None
    inset_known: bool = False


@dataclass(frozen=True, slots=True)
class Calculated:
    """What comes of the facts. `three` count the same days three ways; `by_council` are the council's own dates.

    `says` is a sentence where there is no date to give, or what must be known about the dates.
    """

    three: tuple[WorkedOut, ...]
    by_council: tuple[WorkedOut, ...]
    review: WorkedOut | None
    says: tuple[str, ...]


def councils() -> tuple[str, ...]:
    """The councils whose own rules come along."""
    return shipped.councils()


def examples(today: date) -> list[tuple[str, str]]:
    """The school dates that come along and are not over: key and name."""
    return [
        (terms.key, f"{terms.school} {terms.school_year}/{(terms.school_year + 1) % 100:02d}")
        for terms in shipped.term_dates()
        if max(last for _first, last in terms.periods) >= today
    ]


def work_out(facts: TypedFacts, today: date) -> Calculated:
    """Every date that follows from the facts, each with its working."""
    terms = _terms(facts)
    rules = shipped.rules_of(facts.council)
    pep = next_pep(
        PepFacts(
            came_into_care=facts.came_into_care,
            started_school=facts.started_school,
            last_pep=facts.last_pep,
            birthday=facts.birthday,
        ),
        rules,
        terms,
        today,
    )
    review = next_review(ReviewFacts(facts.came_into_care), shipped.review_rules(), today)
    says = [_whose(facts.council, rules[0].key)]
    if pep.state in ("not_yet", "no_more"):
        says += [pep.reason, *pep.uncertain]
    elif not pep.clocks:
        says.append(pep.missing)
    return Calculated(
        three=tuple(_three_ways(facts, terms)),
        by_council=tuple(worked_out(clock) for clock in pep.clocks),
        review=worked_out(review) if review else None,
        says=tuple(part for part in says if part),
    )


def on_paper(facts: TypedFacts, today: date) -> DatesSheet:
    """The dates as a sheet to print. It says nothing of whom they are about."""
    answer = work_out(facts, today)
    found = [*answer.by_council, *([answer.review] if answer.review else []), *answer.three]
    told = [Told(_("What was typed"), tuple(_typed(facts)))]
    told += [
        Told(
            each.title,
            tuple(
                part
                for part in (
                    each.sentence,
                    *each.uncertain,
                    _("Rule: {rule}").format(rule=each.rule) if each.rule else "",
                )
                if part
            ),
        )
        for each in found
    ]
    told.append(Told(_("Good to know"), (*answer.says, _("Ask the social worker: their date comes first."))))
    return DatesSheet(as_of=today, told=tuple(told))


def _three_ways(facts: TypedFacts, terms: KnownTerms) -> list[WorkedOut]:
    """10 working days, 20 working days and 20 school days after the newest fact: the clocks councils use."""
    event, what = _event(facts)
    if event is None:
        return []
    titles = (_("10 working days"), _("20 working days"), _("20 school days"))
    counts = (DayCount(10, "working"), DayCount(20, "working"), DayCount(20, "school"))
    return [
        replace(worked_out(days_clock(event, what, count, terms)), title=title, kind="count")
        for title, count in zip(titles, counts, strict=True)
    ]


def _event(facts: TypedFacts) -> tuple[date | None, str]:
    if facts.started_school and (facts.came_into_care is None or facts.started_school > facts.came_into_care):
        return facts.started_school, _("starting at the school")
    return facts.came_into_care, _("coming into care")


def _terms(facts: TypedFacts) -> KnownTerms:
    if facts.read is not None and facts.read.periods:
        calendar = SchoolCalendar(facts.read.periods, facts.read.inset_days, facts.read.closed_days)
    else:
        terms = next((terms for terms in shipped.term_dates() if terms.key == facts.example), None)
        if terms is None:
            return KnownTerms(bounds=shipped.term_bounds())
        calendar = terms.calendar()
    years = {school_year(last) for _first, last in calendar.periods}
    return KnownTerms(calendar, frozenset() if facts.inset_known else frozenset(years), shipped.term_bounds())


def _whose(council: str, key: str) -> str:
    if council and key != shipped.USUAL:
        return _("These are the rules of {council}, as far as its pages say.").format(council=council)
    return _(
        "These are the rules that most councils in England use. The council responsible may have others."
    )


def _typed(facts: TypedFacts) -> Sequence[str]:
    words = (
        (_("Council: {day}"), facts.council),
        (_("Came into care: {day}"), facts.came_into_care),
        (_("Started at the school: {day}"), facts.started_school),
        (_("Last PEP: {day}"), facts.last_pep),
        (_("Birthday: {day}"), facts.birthday),
    )
    return [
        text.format(day=say_day(value) if isinstance(value, date) else value)
        for text, value in words
        if value
    ] or [_("Nothing yet.")]
