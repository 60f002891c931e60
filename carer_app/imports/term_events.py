"""From the events of a calendar file to a school's dates: what each says, and which days they make together.

Each event is put in the plainest words that its title bears, and these are read as a pasted text is. So one reader
judges the whole year, whatever it came from; here every event is told with what became of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from carer_app.domain.dates_problem import DatesProblem, in_order_of_days
from carer_app.domain.school_years import school_year
from carer_app.imports import calendar_order, calendar_schools
from carer_app.imports.calendar_event import SchoolEvent
from carer_app.imports.calendar_judging import JudgedEvent, judged_of
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_first_of_some import some_before_all
from carer_app.imports.term_reading import DayInText, PossibleAnswer, Question, TermReading
from carer_app.typed_dates import say_day, say_short
from carer_app.words import _, plural


def reading_of(events: Sequence[SchoolEvent], near: date | None = None) -> TermReading:
    """A school's dates from events. With `near`, what is more than a school year before that day is left out."""
    judged = [judged_of(event) for event in calendar_order.joined(events)]
    if near is not None:
        calendar_order.leave_earlier_years(judged, date(school_year(near) - 1, 8, 1))
    calendar_order.settle_ends_of_half_terms(judged)
    calendar_order.take_back(judged)
    calendar_order.bound(judged)
    schools = calendar_schools.schools_of(judged)
    return _asked_whose(judged, schools) if schools else _read_or_ask(judged)


def _read_or_ask(judged: Sequence[JudgedEvent]) -> TermReading:
    pair = calendar_order.two_last_days(judged)
    return _read(judged) if pair is None else _asked(judged, *pair)


def _asked_whose(judged: Sequence[JudgedEvent], schools: Sequence[str]) -> TermReading:
    """The reading of the first of several schools, and the question which is the child's."""
    answers = []
    for name in schools:
        copies = [replace(each, plain=list(each.plain)) for each in judged]
        for each in copies:
            own = calendar_schools.without_its_school(each.event.title)
            if calendar_schools.school_of(each.event.title) not in ("", name):
                if each.plain or own:
                    each.let_go("left_out", _("It is about another school, or part of it."))
            elif own and not each.event.trouble:
                of_its_own = judged_of(replace(each.event, title=own))
                each.plain, each.fate, each.reason = of_its_own.plain, of_its_own.fate, of_its_own.reason
        answers.append(PossibleAnswer(name, _read_or_ask(copies)))
    *others, last = schools
    names = _("{names} and {last}").format(names=", ".join(others), last=last)
    words = _("This calendar has dates for {names}. Which are the child’s?")
    return replace(answers[0].reading, question=Question(words.format(names=names), tuple(answers)))


def _read(judged: Sequence[JudgedEvent]) -> TermReading:
    lines = dict.fromkeys(line for each in judged for line in each.plain)
    return _named(read_pasted("\n".join(lines)), judged)


def _asked(judged: Sequence[JudgedEvent], one: date, other: date) -> TermReading:
    """The reading with each of two last days, and the question; the one that leaves less open is shown."""
    answers = []
    for kept, gone in ((one, other), (other, one)):
        copies = [replace(each, plain=list(each.plain)) for each in judged]
        for each in copies:
            if each.plain and each.plain[0] == f"School closes: {say_day(gone)}":
                each.let_go("handed_back", _("Two days are given as the last one before a holiday."))
        answers.append(PossibleAnswer(say_short(kept), _read(copies)))
    sentence = _("Which is the last day of school: {one} or {other}?")
    asked = Question(
        sentence.format(one=say_short(one), other=say_short(other, with_year=True)), tuple(answers)
    )
    best = min((each.reading for each in answers), key=lambda reading: len(reading.problems))
    return replace(best, question=asked)


def _named(reading: TermReading, judged: Sequence[JudgedEvent]) -> TermReading:
    """What was read of the plain words, told again in the words of the events."""
    line_of = {plain: each.line for each in judged for plain in each.plain}
    fates: dict[str, DayInText] = {}
    for told in reading.account:
        if told.line not in fates or told.fate != "used":
            fates[told.line] = told
    account = [_told(each, fates) for each in judged]
    named = [each.line for each in account if each.fate == "handed_back"]
    named += [each.line for each in judged if each.fate == "left_out" and not each.is_everyday]
    named += [line_of.get(line, line) for line in reading.not_understood]
    everyday = sum(each.is_everyday for each in judged)
    if everyday:
        words = plural(
            "{count} other entry says nothing about when school is open.",
            "{count} other entries say nothing about when school is open.",
            everyday,
        )
        named.append(words)
    early = some_before_all(
        reading.periods, [(each.event.title, _days_of(each)) for each in judged if not each.plain]
    )
    problems = [*reading.problems, *(DatesProblem("doubt", *found) for found in early)]
    question = reading.question and replace(
        reading.question,
        answers=tuple(
            replace(each, reading=_named(each.reading, judged)) for each in reading.question.answers
        ),
    )
    twilight = sum(each.reason == _("It is after school, so it closes no day.") for each in judged)
    return replace(
        reading,
        problems=in_order_of_days(problems),
        not_understood=list(dict.fromkeys(named)),
        account=account,
        question=question,
        twilight=twilight,
    )


def _told(judged: JudgedEvent, fates: Mapping[str, DayInText]) -> DayInText:
    days = _days_of(judged)
    fate, reason = judged.fate, judged.reason
    for plain in judged.plain:
        told = fates.get(plain)
        if told is None or told.fate != "used":
            fate = told.fate if told else "handed_back"
            reason = told.reason if told else _("We did not understand what this day is.")
            break
    return DayInText(judged.line, judged.written, days, fate, reason)


def _days_of(judged: JudgedEvent) -> tuple[date, ...]:
    first, last = judged.event.first, judged.event.last
    return () if first is None or last is None else (first,) if first == last else (first, last)
