"""Some of the children in school before, or after, the first day that a page has for everybody: the carer is told."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from carer_app.domain.school_calendar import Period
from carer_app.imports import term_roles
from carer_app.imports.school_events import what_it_says
from carer_app.imports.school_lists import word_lists
from carer_app.imports.school_whom import is_for_some, says_only_for_whom
from carer_app.typed_dates import say_day
from carer_app.words import _

Found = tuple[str, tuple[date, ...]]
"""A sentence, and the days it is about."""
AUGUST, SEPTEMBER = 8, 9
DAYS_BEFORE = timedelta(days=6)


# "Year 7 and 8 only", "Year 7 first day"; not "Year 6 SATs meeting"
_ARE_IN = re.compile(
    r"\bonly\b|\b(?:start|begin|return|back|first day|in school|attend|arrive|join)", re.IGNORECASE
)
# "Year 7 welcomed", "Welcome to Year 12", "Year 12: full day", "Year 7 timetabled lessons"
_MAY_BE_IN = re.compile(
    r"\bwelcom|\bfull day\b|\bhalf day\b|\ball day\b|\b(?:are|is|be|come|coming|due) in\b|\barrivals?\b|"
    r"\b(?:timetabled?|normal) (?:lessons|day|school)\b|\bexpected\b|\breport to\b",
    re.IGNORECASE,
)


def _are_in(words: str) -> bool:
    """Whether words have some of the children in school: with any verb, or with nothing said but who they are."""
    if _ARE_IN.search(words) or says_only_for_whom(_HOURS.sub(" ", words)):
        return True
    return _MAY_BE_IN.search(words) is not None and not word_lists()["everyday"].search(words)


_HOURS = re.compile(r"\b\d{1,2}(?:[.:]\d\d\b|(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|noon\b))", re.IGNORECASE)


def _is_no_school_day(words: str) -> bool:
    """Whether words tell of a day off, or of results and the taking in of those who are new."""
    is_off = term_roles.INSET.search(words) or term_roles.CLOSED.search(words)
    return bool(is_off) or what_it_says(words).why_not == "everyday"


def some_before_all(
    periods: Sequence[Period], told: Iterable[tuple[str, tuple[date, ...]]]
) -> Iterator[Found]:
    """Some of the children in school in the days before the first that is told of everybody, in autumn."""
    firsts = [first for first, _last in periods if first.month in (AUGUST, SEPTEMBER)]
    known = set(firsts)
    for words, days in told:
        later = [first for first in firsts if days and first - DAYS_BEFORE <= days[0] < first]
        is_off = _is_no_school_day(words)
        if later and later[0] in known and not is_off and is_for_some(words) and _are_in(words):
            known.discard(later[0])
            sentence = _("Some children begin before {day}. Please check which day is the child’s first.")
            yield sentence.format(day=say_day(later[0])), (days[0], later[0])


DAYS_AFTER = timedelta(days=14)
MANY_YEARS = 3
# "All remaining students return on 11 September", below a term that begins on the 4th
_THE_OTHERS = re.compile(
    r"\b(?:all|the|any) (?:other|remaining)\b|\bother (?:year|class|pupil|student|child)|\bremaining\b|"
    r"\b(?:the )?rest of\b|\bcontinuing\b|\b(?:existing|returning) (?:pupils|students|children|years?)\b",
    re.IGNORECASE,
)
_YEARS_NAMED = re.compile(r"\b(?:years?|yrs?)\s[^.;]*", re.IGNORECASE)


def some_after_all(firsts: list[date], told: Iterable[tuple[str, tuple[date, ...]]]) -> Iterator[Found]:
    """The others, or most years, in school some days after the first that the text has for everybody, in autumn."""
    for words, days in told:
        before = [first for first in firsts if days and first < days[0] <= first + DAYS_AFTER]
        is_off = _is_no_school_day(words)
        if (
            before
            and not is_off
            and _ARE_IN.search(words)
            and (_are_most_of_them(words) or _are_years(words))
        ):
            sentence = _("Some children begin after {day}. Please check which day is the child’s first.")
            yield sentence.format(day=say_day(before[0])), (before[0],)
            firsts.remove(before[0])


def _are_most_of_them(words: str) -> bool:
    """Whether words tell of all children but those who came before; or of so many years that it is most of them."""
    named = _YEARS_NAMED.search(words)
    many = named is not None and len(set(re.findall(r"\b\d{1,2}\b", named.group()))) >= MANY_YEARS
    return _THE_OTHERS.search(words) is not None or many


def _are_years(words: str) -> bool:
    """Whether words say that some years are in, and nothing else: "Year 9 in school"."""
    return _YEARS_NAMED.search(words) is not None and says_only_for_whom(_IN_SCHOOL.sub(" ", words))


_IN_SCHOOL = re.compile(
    r"\b(?:first day|in school|(?:start|begin|return|arrive|attend)(?:s|ing)?|back|are|is|will|be|school|term)\b",
    re.IGNORECASE,
)
