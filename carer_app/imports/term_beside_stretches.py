"""Pupils said to begin, or to end, some days inside a stretch that the text tells whole: which of the two is right?"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_roles import START
from carer_app.imports.term_stretches import JUST_BEFORE
from carer_app.imports.term_years import Dated

MOST = 6
LONGEST_ENROLMENT = timedelta(days=16)
"""So long a college may take those in who are new, before the first of them begin."""


@dataclass(frozen=True, slots=True)
class TwoEdges:
    """Two days of which each may be the first, or the last, and the days between them as days without school.

    `by_class` is where the text has some of the children on the one, and the others on the other.
    """

    days: tuple[date, date]
    shut: tuple[Dated, ...]
    by_class: bool


def beside_stretches(made: Candidate, school_days: Set[date]) -> Iterator[TwoEdges]:
    """What is said inside a stretch: "2 September to 18 December (pupils return 3 September)"."""
    taken = made.taken
    for span in sorted(set(taken.spans))[: 2 * MOST]:
        inside = sorted(day for day in school_days if span[0] <= day <= span[1])
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        for day in sorted(taken.starts.union(*_of_classes(made))):
            told = _told(made, "start", day) if first < day <= first + LONGEST_ENROLMENT else []
            of_years = bool(told) and all(map(_is_of_some_years, told))
            if told and (of_years or day <= first + JUST_BEFORE):
                by_class = of_years or any(
                    each.fact.for_some for each in [*told, *_told(made, "start", first)]
                )
                if all(map(_is_of_the_youngest if by_class else _has_another_weekday, told)):
                    continue
                off = [each for each in inside if each < day]
                yield TwoEdges((first, day), shut_on(off, told[0]), by_class)
                break
        for day in sorted(taken.ends, reverse=True):
            if last - JUST_BEFORE <= day < last and (told := _told(made, "end", day)):
                if not all(each.fact.for_some for each in told):
                    off = [each for each in inside if each > day]
                    yield TwoEdges((day, last), shut_on(off, told[0]), False)
                break


def _of_classes(made: Candidate) -> Iterator[tuple[date, ...]]:
    """First days of which a line says no more than whose they are: "Years 8 to 11 return 4 September"."""
    for each in made.dated:
        if each.fact.role == "start" and each.days and each.fact.days[0].is_in_first_days():
            said = [part for part in _SENTENCES.split(each.fact.line) if START.search(part)]
            if any(not any(map(str.isalpha, _WHO_BEGINS.sub(" ", part))) for part in said):
                yield each.days


# "Year 7 start. Year 12 induction day, 9.00 - 16.00"
_SENTENCES = re.compile(r"[.;]\s+(?=[A-Z])")
_WHO_BEGINS = re.compile(
    r"\b(?:years?|yrs?|y|r|groups?|all|(?:every(?:one|body)|anyone) else|others?|the rest|of|remaining|reception|"
    r"sixth form(?:ers)?|lower|upper|"
    r"(?:first|second|third|new) years?|new|continuing|progressing|learners?|courses?|school|college|academy|"
    r"pupils?|students?|children|class(?:es)?|autumn|spring|summer|terms?|"
    r"re-?turns?|re-?starts?|starts?|begins?|beginning|returning|starting|first day|back|in|to|for|on|at|from|and|"
    r"only|the|will|a\.?m|p\.?m|th|st|nd|rd|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|dec(?:ember)?|jan(?:uary)?)\b|\b(?:y|yr|ks)\d{1,2}\b|\d+(?:st|nd|rd|th)|"
    r"\d\s?(?:[ap]\.?m\b|noon\b)",
    re.IGNORECASE,
)


def _told(made: Candidate, role: str, day: date) -> list[Dated]:
    return [each for each in made.dated if each.fact.role == role and day in (each.days or ())]


def _has_another_weekday(dated: Dated) -> bool:
    """Whether its day is written with the weekday of another year: it is told as that, and nothing begins twice."""
    written = dated.fact.days[0].weekday
    return dated.days is not None and written is not None and written != dated.days[0].weekday()


def _is_of_some_years(dated: Dated) -> bool:
    """Whether its line has the students of some years begin: "Returning students start", "1st years start"."""
    return _OF_SOME_YEARS.search(dated.fact.line) is not None


_OF_SOME_YEARS = re.compile(
    r"\b(?:1st|2nd|3rd|first|second|third|new|returning|continuing|progressing) "
    r"(?:years?\b|(?:year )?(?:students?|learners?)\b)",
    re.IGNORECASE,
)


def _is_of_the_youngest(dated: Dated) -> bool:
    """Whether it is said of those who are new, and of nobody else: they begin later than all others do."""
    return _THE_YOUNGEST.search(dated.fact.line) is not None and _YEARS.search(dated.fact.line) is None


_THE_YOUNGEST = re.compile(
    r"\b(?:nursery|reception|pre-?school|eyfs|foundation|new (?:starters|pupils|children|students))\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?:years?|yrs?|y)\s?\d", re.IGNORECASE)


def shut_on(days: Iterable[date], told: Dated) -> tuple[Dated, ...]:
    """Days as days without school for the child, beside the line that tells of it."""
    unwritten = tuple(replace(day, weekday=None, slip="") for day in told.fact.group.days)
    group = replace(told.fact.group, keys=(), days=unwritten)
    fact = replace(told.fact, role="closed", group=group, for_some=False, is_doubtful=False)
    return tuple(Dated(fact, (day,)) for day in days)
