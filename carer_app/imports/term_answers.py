"""From the chosen way of reading to what the carer looks at: sentences, lines handed back, and every day's account."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.dates_problem import DatesProblem, in_order_of_days
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.domain.term_checks import problems_in
from carer_app.imports.term_account import Key, account, reasons_left
from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_counts import contradicted_counts
from carer_app.imports.term_dating import days_of
from carer_app.imports.term_disagreements import disagreements
from carer_app.imports.term_doubts import doubts
from carer_app.imports.term_effects import is_edge_of_summer, with_effects
from carer_app.imports.term_facts import Fact
from carer_app.imports.term_needless import needed
from carer_app.imports.term_passed_over import is_a_holiday_passed_over, is_a_week_of
from carer_app.imports.term_reading import Question, TermReading
from carer_app.imports.term_said_again import said_again
from carer_app.imports.term_taking import Outcome, said
from carer_app.imports.term_text import Row
from carer_app.imports.term_unknown_days import days_we_do_not_know
from carer_app.imports.term_written_day import Group
from carer_app.typed_dates import say_short
from carer_app.words import _

MOST_SENTENCES = 3
NEAR = timedelta(days=4)
"""A doubt about a day so near to days that the carer answered for is answered with them."""


def as_reading(
    made: Candidate,
    rows: Sequence[Row],
    cut: str,
    question: Question | None = None,
    twice: Sequence[tuple[date, ...]] = (),
    answered: Collection[date] = (),
) -> TermReading:
    """What a candidate would have the carer look at; `twice` are days of which only one can be the first, or last.

    Of the days `answered`, which the carer was asked about or is, nothing else is said to be in doubt.
    """
    taken = made.taken
    outcomes = with_effects(made)
    left = said_again(rows, outcomes, lambda group: _its_days(made, group), _known_days(made))
    left |= reasons_left(rows)
    of_text = [each for each in taken.problems if not _is_of_another_year(each, made)]
    told = [day for each in of_text if each.lacks_edge for day in each.days]
    problems = [
        *of_text,
        *_without_any_year(made),
        *problems_in(
            made.periods, made.inset_days, sorted(taken.closed), mentioned=taken.mentioned, told=told
        ),
        *disagreements(made),
        *contradicted_counts(made, rows, outcomes),
        *_unused(made, rows, outcomes, left),
        *(_said_twice(days) for days in twice),
        *doubts(made, rows, outcomes),
    ]
    problems = needed(problems, made, rows)
    shown = [line for _group, line in made.found.left]
    for outcome in dict.fromkeys(outcomes.values()):
        shown += (
            _its_lines(outcome, rows) if outcome.fate != "used" and not _is_a_bank_holiday(outcome) else []
        )
    shown += [row.shown for row in rows if days_we_do_not_know(row)]
    return TermReading(
        periods=made.periods,
        inset_days=made.inset_days,
        closed_days=made.closed_days,
        inset_unknown=max(made.found.inset_unknown, _without_a_day(made), 0),
        inset_total=made.found.inset_total,
        twilight=len(taken.twilight),
        problems=in_order_of_days(_each_once(_without_answered(problems, answered))),
        not_understood=list(dict.fromkeys([*shown, *([cut] if cut else [])])),
        account=account(rows, outcomes, left),
        question=question,
    )


def _without_a_day(made: Candidate) -> int:
    """How many of the training days that the text counts have no day; a list of closures may be that of all of them."""
    taken = made.taken
    told = taken.inset if taken.inset else taken.closed | taken.moved
    return made.found.inset_total - len(told)


def _without_answered(problems: Sequence[DatesProblem], answered: Collection[date]) -> list[DatesProblem]:
    def is_answered(each: DatesProblem) -> bool:
        if each.kind not in ("doubt", "unused") or not each.days:
            return False
        of_an_edge = len(each.days) == 1 and any(abs(day - each.days[0]) <= NEAR for day in answered)
        return set(answered).issuperset(each.days) or (each.kind == "doubt" and of_an_edge)

    return [each for each in problems if not is_answered(each)]


def _each_once(problems: Sequence[DatesProblem]) -> list[DatesProblem]:
    """Without the weekend of a day whose weekday is said to be another than it is written."""
    weekdays = {day for each in problems if each.kind == "weekday" for day in each.days}
    problems = _wrong_weekdays_together(problems)
    at_weekends = ("inset_outside", "weekend")
    return [each for each in problems if each.kind not in at_weekends or not weekdays.issuperset(each.days)]


def _wrong_weekdays_together(problems: Sequence[DatesProblem]) -> list[DatesProblem]:
    """Where most weekdays of a year are not as written, its year is in doubt, and that is said once."""
    years = Counter(school_year(each.days[0]) for each in problems if each.kind == "weekday")
    doubted = {year for year, count in years.items() if count > MOST_SENTENCES}
    kept = [each for each in problems if each.kind != "weekday" or school_year(each.days[0]) not in doubted]
    for year in doubted:
        days = sorted(
            {
                each.days[0]
                for each in problems
                if each.kind == "weekday" and school_year(each.days[0]) == year
            }
        )
        words = _(
            "{count} of the days are not on the weekdays that stand beside them, if they are of {year}. "
            "Please check which year these dates are for."
        )
        sentence = words.format(count=len(days), year=say_school_year(year))
        kept.append(DatesProblem("weekday", sentence, tuple(days)))
    return kept


def _is_a_bank_holiday(outcome: Outcome) -> bool:
    """Whether it is a bank holiday that everybody knows, told as one: there is nothing in it to look at."""
    is_known = bool(outcome.days) and all(map(is_bank_holiday, outcome.days))
    return outcome.fact.role == "bank" and outcome.fate == "left_out" and is_known


def _its_lines(outcome: Outcome, rows: Sequence[Row]) -> list[str]:
    """The line of a day that was not used; two lines, where its first day stands in one and its last in another."""
    places = {place for place, _number in outcome.fact.group.keys}
    return [rows[place].shown for place in sorted(places)] if len(places) > 1 else [outcome.fact.line]


def _is_of_another_year(problem: DatesProblem, made: Candidate) -> bool:
    """The last day before the first summer, or the first day after the last: the rest of its year is not asked for."""
    return problem.lacks_edge and is_edge_of_summer(problem.days[0], made.periods)


def _without_any_year(made: Candidate) -> list[DatesProblem]:
    if not made.dated or any(dated.days is not None for dated in made.dated):
        return []
    words = _("The text does not say which year. Add the school year to its first line, for example 2025/26.")
    return [DatesProblem("year", words)]


def _said_twice(days: tuple[date, ...]) -> DatesProblem:
    words = _("The text has {one} and {other} for the same thing. We took {one}. Please check it.")
    one, other = (say_short(day, with_year=True) for day in days)
    return DatesProblem("twice", words.format(one=one, other=other), days)


def _unused(
    made: Candidate, rows: Sequence[Row], outcomes: Mapping[Key, Outcome], left: Mapping[Key, str]
) -> list[DatesProblem]:
    """A sentence for each day that no way of reading used; where there are many, one for all of them."""
    found: list[tuple[tuple[date, ...], bool]] = []
    school_days = SchoolCalendar(made.periods, made.inset_days, made.closed_days).school_days()
    for row in rows:
        for group in row.groups:
            key = group.keys[0]
            is_told = key in outcomes or key in left
            if is_told and not is_a_holiday_passed_over(row, group, outcomes.get(key)):
                continue
            days = _its_days(made, group)
            if days and (not is_told or is_a_week_of(school_days, days)):
                found.append((days, group.is_range))
    if len(found) > MOST_SENTENCES:
        words = _("We did not use {count} of the days. Each is shown with its line.")
        every = tuple(sorted(day for days, _range in found for day in days))
        return [DatesProblem("unused", words.format(count=len(found)), every)]
    sentence = _("We did not use {days}: we could not tell what it is. Please check its line.")
    return [
        DatesProblem("unused", sentence.format(days=said(days, is_range=is_range)), days)
        for days, is_range in found
    ]


def _known_days(made: Candidate) -> frozenset[date]:
    """The days that stand in what was read: the edges of the stretches, and the days off."""
    return frozenset((*chain.from_iterable(made.periods), *made.inset_days, *made.closed_days))


def _its_days(made: Candidate, group: Group) -> tuple[date, ...]:
    """The days of a group that has no role, in the school year it stands below; empty where that cannot be told."""
    dated = [fact for fact in made.found.facts if fact.base is not None]
    above = [fact for fact in dated if fact.group.keys and fact.group.keys[0] < group.keys[0]][-1:]
    bases = [fact.base for fact in above or dated] or sorted(made.found.named)
    days = days_of(Fact("start", group, None, None, ""), bases[0] if bases else None)
    return days or ()
