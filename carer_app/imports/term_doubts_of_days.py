"""What speaks against single days of the reading that was chosen: a line that says more, a change, a day off and in."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from carer_app.imports import term_roles
from carer_app.imports.school_events import is_everyday, what_it_says
from carer_app.imports.school_titles import is_not_yet_certain, says_its_day_off_plainly, strange_in_a_title
from carer_app.imports.school_whom import is_for_some
from carer_app.imports.term_beside_text import Found, ReadingBesideText
from carer_app.imports.term_roles import holds
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row
from carer_app.typed_dates import say_day
from carer_app.words import _

LONGEST_QUOTE = 80
JUST_BEFORE = timedelta(days=5)


def _says_more(seen: ReadingBesideText) -> Iterator[Found]:
    """A day off of which its line says more than that: it may be an everyday event, or some other school's."""
    for row in seen.rows:
        days = tuple(day for each in seen.used(row, "inset", "closed") for day in each.days)
        if days and len(row.groups) == 1 and not _is_said_plainly(row):
            words = _("We took {day} as a day off. Its line says more than that. Please check it.")
            yield words.format(day=say_day(days[0])), days


def _is_said_plainly(row: Row) -> bool:
    if row.is_bare or len(row.words) > LONGEST_QUOTE:
        return True
    if _OF_A_TRUST.fullmatch(row.beside) and not is_everyday(row.beside):
        return True
    if what_it_says(row.beside).says in ("inset", "closed"):
        return says_its_day_off_plainly(row.beside)
    return not strange_in_a_title(row.beside)


# "(Crofty INSET)", behind a day of a list
_OF_A_TRUST = re.compile(r"\W*\((?:[A-Z][\w'’]+ ){1,2}(?:INSET|Inset)(?: [Dd]ay)?\)\W*")
_CHANGES = re.compile(
    rf"{term_roles.MOVED.pattern}|\bno longer\b|\bcancell?ed\b|\b(?:new|revised|amended|corrected) (?:date|day)s?\b|"
    r"\b(?:change|correction) (?:of|to) (?:the )?(?:date|in[\s-]?set|training)",
    re.IGNORECASE,
)
_MAY_CHANGE = re.compile(
    r"\b(?:may|might|could|can|cannot|can['’]t|never|subject to|liable to|unless|should|if)\b[^.;]*"
    r"\b(?:chang|amend|mov|alter|revis|cancel|replac|swap|bec|not)",
    re.IGNORECASE,
)
# "Changes in Government regulations mean that headteachers will no longer be able to grant leave"
_OF_THE_LAW = re.compile(
    r"\b(?:government|regulations?|legislation|act|local authorit(?:y|ies)|council|headteachers?|head teachers?|"
    r"guidance|association|leave of absence|penalty|fines?)\b",
    re.IGNORECASE,
)
_OF_A_DAY_OFF = re.compile(
    rf"{term_roles.INSET.pattern}|{term_roles.CLOSED.pattern}|{term_roles.HALF.pattern}|\bterms?\b|\bholidays?\b",
    re.IGNORECASE,
)


def _was_changed(seen: ReadingBesideText) -> Iterator[Found]:
    """A line that moves something, or takes it back, of which only one side was understood."""
    for row in seen.rows:
        told = seen.of_row(row)
        if _is_understood(row, told) or holds(_MAY_CHANGE, row.words):
            continue
        if not told and holds(_OF_THE_LAW, row.words):
            continue
        if holds(_CHANGES, row.words) and (holds(_OF_A_DAY_OFF, row.words) or told):
            words = _(
                "The text says that something was changed: “{line}”. Please check the dates it is about."
            )
            yield words.format(line=_quoted(row)), tuple(day for each in told for day in each.days)


_LEAVES_OUT = re.compile(
    r"\b(?:except(?:ing)?|apart from|excluding|other than|but (?:not|open)|not (?:for|all)|"
    r"some (?:pupils|children|years))\b",
    re.IGNORECASE,
)


def _is_understood(row: Row, told: Sequence[Outcome]) -> bool:
    """Whether both sides of a change were: the day off that was moved or taken back, and "from 20 to 27 November"."""
    if any(each.fact.role in ("moved", "open") for each in told):
        return True
    return len(row.groups) == len(told) == 1 and row.groups[0].is_range and not told[0].fact.is_range


def _not_yet_certain(seen: ReadingBesideText) -> Iterator[Found]:
    """A day off of which its line says that it is not yet certain: "INSET day 27 November (provisional)"."""
    for row in seen.rows:
        told = seen.used(row, "inset", "closed")
        if len(row.groups) == len(told) == 1 and is_not_yet_certain(row.beside):
            if _ANOTHER_TO_COME.match(row.words, row.groups[0].end):
                continue  # "2 September, 4 January, October date TBC": what is to come is another day
            words = _(
                "The text says that {day} is not yet certain as a day off. Please check it with school."
            )
            yield words.format(day=say_day(told[0].days[0])), told[0].days


def _is_told_of_some_alone(told: Outcome, seen: ReadingBesideText) -> bool:
    """Whether a first or last day is that of some of the children, and nothing near it is said of all the others."""
    role = told.fact.role
    if role not in ("start", "end") or not told.fact.for_some:
        return False
    return not any(
        abs((day - told.days[0]).days) <= NEAR
        for each in seen.made.taken.outcomes
        if each is not told and (each.fact.role == "period" or (each.fact.role == role and each.days))
        for day in each.days
    )


NEAR = 7
_ANOTHER_TO_COME = re.compile(
    r"\s*(?:,|;|&|\band\b|\bplus\b)[^()]*\b(?:date|day|one|two|three|another|more|others?|rest|"
    r"(?:jan|febr)uary|march|april|may|june|july|(?:sept|nov|dec)ember|october)\b[^()]*"
    rf"(?:{term_roles.UNKNOWN.pattern})",
    re.IGNORECASE,
)


def _is_not_for_all(seen: ReadingBesideText) -> Iterator[Found]:
    """A day off, or a first or last day, from which its line leaves somebody out."""
    for row in seen.rows:
        told = seen.used(row, "inset", "closed", "start", "end")
        if told and (
            _LEAVES_OUT.search(row.beside)
            or (told[0].fact.role in ("inset", "closed") and is_for_some(row.beside))
            or _is_told_of_some_alone(told[0], seen)
        ):
            words = _(
                "The line of {day} does not speak of everybody. Please check whether it is for the child."
            )
            yield words.format(day=say_day(told[0].days[0])), told[0].days


def _training_not_taken(seen: ReadingBesideText) -> Iterator[Found]:
    """A first or last day, or a stretch, whose line speaks of training, and of which no day is a training day."""
    off = {*seen.made.inset_days, *seen.made.taken.twilight, *seen.made.closed_days}
    for row in seen.rows:
        told = seen.used(row, "period", "start", "end")
        if not told or len(row.groups) > MOST_IN_A_LINE or not term_roles.INSET.search(row.beside):
            continue
        days = tuple(day for each in told for day in each.days)
        here = {day for each in seen.of_row(row) for day in each.days}
        near = any(first - JUST_BEFORE <= day <= first + JUST_BEFORE for first in days for day in off)
        if not near and not off & here and not term_roles.UNKNOWN.search(row.words):
            words = _("The line of {day} speaks of training, and we took no day for it. Please check it.")
            yield words.format(day=say_day(days[0])), days


MOST_IN_A_LINE = 2
_ARE_IN = re.compile(
    r"\b(?:pupils|children|students|everyone|all years?)\b[^.;|]*\b(?:return|back|start|begin|in school|arrive)",
    re.IGNORECASE,
)


def _both_off_and_in(seen: ReadingBesideText) -> Iterator[Found]:
    """A training day on which another line has the pupils back."""
    off = {*seen.made.inset_days, *seen.made.closed_days}
    for row in seen.rows:
        if len(row.groups) != 1 or not _ARE_IN.search(row.beside) or seen.used(row, "inset"):
            continue
        for each in seen.of_row(row):
            if each.fact.role == "start" and off.intersection(each.days):
                words = _(
                    "The text has {day} as a day off, and has pupils back on that day. Please check it."
                )
                yield words.format(day=say_day(each.days[0])), each.days


# "Term ends: all students", beside "INSET day" of the same day
_OF_ALL_PUPILS = re.compile(
    r"\b(?:(?:all|for) (?:the )?(?:pupils|students|children|year)|everyone)", re.IGNORECASE
)


def _both_off_and_an_edge(seen: ReadingBesideText) -> Iterator[Found]:
    """A day off that another line tells as a last day of school, or as a first: whichever was meant."""
    told = {
        day
        for each in seen.made.taken.outcomes
        if each.fate == "used" and each.fact.role in ("period", "start", "end")
        for day in (each.days[0], each.days[-1])
    }
    told_of_pupils = {
        each.days[0]
        for row in seen.rows
        if _OF_ALL_PUPILS.search(row.beside)
        for each in seen.of_row(row)
        if each.fact.role == "end" and len(each.days) == 1
    }
    both = {*told.intersection(seen.made.closed_days), *told_of_pupils.intersection(seen.made.inset_days)}
    for day in sorted(both):
        words = _(
            "The text has {day} as a day off, and elsewhere as the first or last day of school. Please check it."
        )
        yield words.format(day=say_day(day)), (day,)


def _quoted(row: Row) -> str:
    return row.shown if len(row.shown) <= LONGEST_QUOTE else f"{row.shown[: LONGEST_QUOTE - 1].rstrip()}…"


OF_DAYS: tuple[Callable[[ReadingBesideText], Iterator[Found]], ...] = (
    _says_more,
    _was_changed,
    _not_yet_certain,
    _is_not_for_all,
    _both_off_and_in,
    _both_off_and_an_edge,
    _training_not_taken,
)
