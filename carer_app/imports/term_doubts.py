"""A net below the reader: what in a text speaks against the reading that was chosen, or stays unexplained beside it.

It moves no day. Each reason is one function in `REASONS`, which finds its places; of each the carer is told in one
sentence, so that no reading is wrong without a word about it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.dates_problem import DatesProblem
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.imports import term_roles
from carer_app.imports.school_events import is_everyday, is_for_some, what_it_says
from carer_app.imports.school_titles import is_not_yet_certain, says_its_day_off_plainly, strange_in_a_title
from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_left_open import left_open
from carer_app.imports.term_nursery import opens_all_year
from carer_app.imports.term_odd_ones import odd_ones
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row
from carer_app.typed_dates import say_day, say_short, say_span
from carer_app.words import _

Key = tuple[int, int]
Found = tuple[str, tuple[date, ...]]
"""A sentence, and the days it is about."""
MOST_TRAINING = 7
"""Five are a school's own, and some add one or two; more are most often after school, or those of another school."""
FEWEST_LEFT_OPEN = 2
LONGEST_QUOTE = 80
LATEST_STARTS = (9, 15), (10, 5)
EARLIEST_ENDS = (6, 12), (6, 29)
"""Of what begins later, or ends earlier, half a term is missing, and that is said."""
FEWEST_COUNTED = 3
MOST_OF_A_WEEKEND, LONGEST_HOLIDAY = 4, 30
JUST_BEFORE = timedelta(days=5)
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class ReadingBesideText:
    """The chosen reading beside its text: what became of each group of days in it, by where it stands."""

    made: Candidate
    rows: Sequence[Row]
    outcomes: Mapping[Key, Outcome]

    def of_row(self, row: Row) -> list[Outcome]:
        """What became of the days of a row, those that were read."""
        return [told for group in row.groups if (told := self.outcomes.get(group.keys[0])) is not None]

    def used(self, row: Row, *roles: str) -> list[Outcome]:
        """The days of a row that were used as one of these."""
        return [each for each in self.of_row(row) if each.fate == "used" and each.fact.role in roles]


def doubts(made: Candidate, rows: Sequence[Row], outcomes: Mapping[Key, Outcome]) -> list[DatesProblem]:
    """A sentence for each thing in the text that may be otherwise than it was read."""
    seen = ReadingBesideText(made, rows, outcomes)
    told = [found for reason in REASONS for found in reason(seen)]
    more = (*left_open(rows, outcomes), *odd_ones(made, rows, outcomes))
    return [DatesProblem("doubt", *found) for found in (*told, *more)]


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
        if _is_understood(row, told) or _MAY_CHANGE.search(row.words):
            continue
        if not told and _OF_THE_LAW.search(row.words):
            continue
        if _CHANGES.search(row.words) and (_OF_A_DAY_OFF.search(row.words) or told):
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


def _both_off_and_an_edge(seen: ReadingBesideText) -> Iterator[Found]:
    """A day off that another line tells as a last day of school, or as a first: whichever was meant."""
    told = {
        day
        for each in seen.made.taken.outcomes
        if each.fate == "used" and each.fact.role in ("period", "start", "end")
        for day in (each.days[0], each.days[-1])
    }
    for day in sorted(told.intersection(seen.made.closed_days)):
        words = _(
            "The text has {day} as a day off, and elsewhere as the first or last day of school. Please check it."
        )
        yield words.format(day=say_day(day)), (day,)


def _too_many(seen: ReadingBesideText) -> Iterator[Found]:
    """More training days in a year than a school has, or than the text itself counts."""
    years = Counter(school_year(day) for day in seen.made.inset_days if day.weekday() < 5)
    for year, count in sorted(years.items()):
        days = tuple(day for day in seen.made.inset_days if school_year(day) == year)
        if count > MOST_TRAINING:
            words = _("We found {count} training days in {year}. Most schools have five. Please check them.")
            yield words.format(count=count, year=say_school_year(year)), days
        elif len(years) == 1 and FEWEST_COUNTED <= seen.made.found.inset_total < count:
            words = _("The text speaks of {told} training days, and we found {count}. Please check them.")
            yield words.format(told=seen.made.found.inset_total, count=count), days


def _no_word_says_so(seen: ReadingBesideText) -> Iterator[Found]:
    """Days that only their places on the page explain."""
    open_days = [
        each.days
        for each in seen.made.taken.outcomes
        if each.fate == "used"
        and not each.fact.is_sure
        and any(day.weekday is None for day in each.fact.days)
    ]
    if len(open_days) >= FEWEST_LEFT_OPEN:
        first = min(day for days in open_days for day in days)
        words = _(
            "The text does not say what {count} of its days are, from {day} on. We went by their order. "
            "Please check them."
        )
        yield words.format(count=len(open_days), day=say_short(first, with_year=True)), ()


def _week_of_training(seen: ReadingBesideText) -> Iterator[Found]:
    """A week of staff training: pupils may be off for all of it, or school may be open."""
    for row in seen.rows:
        for each in seen.used(row, "inset"):
            if each.fact.is_range and (each.days[-1] - each.days[0]).days >= A_WEEK:
                words = _(
                    "We took all days of {days} as training days. Please check whether pupils are off then."
                )
                yield words.format(days=say_span(each.days[0], each.days[-1], with_year=True)), each.days


A_WEEK = 3
"""From a Monday to a Thursday, or longer."""


def _more_to_come(seen: ReadingBesideText) -> Iterator[Found]:
    """Training days that the text announces, and of which it does not say how many they are."""
    known = seen.made.inset_days
    if seen.made.found.open_ended and not seen.made.found.inset_total and len(known) < A_SCHOOLS_OWN:
        words = _(
            "The text says that more training days will come, and not how many. We counted {count}. "
            "Most schools have five in a year."
        )
        yield words.format(count=max(seen.made.found.inset_unknown, 1)), ()


A_SCHOOLS_OWN = 5


def _odd_year(seen: ReadingBesideText) -> Iterator[Found]:
    """A school year that begins or ends when hardly any does, where nothing else is said of its terms."""
    for year in sorted({school_year(last) for _first, last in seen.made.periods}):
        inside = [each for each in seen.made.periods if school_year(each[1]) == year]
        first, last = inside[0][0], inside[-1][1]
        if LATEST_STARTS[0] <= (first.month, first.day) <= LATEST_STARTS[1]:
            words = _("School would begin on {day}, later than at most schools. Please check the first day.")
            yield words.format(day=say_day(first)), (first,)
        if EARLIEST_ENDS[0] <= (last.month, last.day) <= EARLIEST_ENDS[1]:
            words = _("School would end on {day}, before most schools. Please check the last day.")
            yield words.format(day=say_day(last)), (last,)


def _open_all_year(seen: ReadingBesideText) -> Iterator[Found]:
    """A nursery without terms: that none were read is no fault of the reading."""
    if not seen.made.periods and opens_all_year(seen.rows):
        yield _("The text says that it is open all year. It gives no first and last days of terms."), ()


def _odd_holidays(seen: ReadingBesideText) -> Iterator[Found]:
    """A holiday from a Thursday or Friday to a Monday: most likely the last day of school before it, and the first."""
    for first, last in sorted(seen.made.taken.holidays):
        is_long = MOST_OF_A_WEEKEND < (last - first).days <= LONGEST_HOLIDAY
        if (
            not is_long
            or first.month == DECEMBER
            or first.weekday() not in (3, 4)
            or last.weekday() not in (0, 1)
            or is_bank_holiday(last)
        ):
            continue
        if not is_bank_holiday(first) and any(
            first > day > first - JUST_BEFORE for _day, day in seen.made.periods
        ):
            words = _(
                "We took {days} as days off. Please check whether school is open on the first or last of them."
            )
            yield words.format(days=say_span(first, last, with_year=True)), (first, last)


def _edges_as_elsewhere(seen: ReadingBesideText) -> Iterator[Found]:
    """A holiday whose last day may be the first of school, as it is of other holidays of the same text."""
    taken = seen.made.taken
    firsts = {*taken.starts, *(first for first, _last in taken.spans)}
    shared = [each for each in taken.holidays if each[1] in firsts]
    if len(shared) < FEWEST_SHARED:
        return
    for first, last in sorted(taken.holidays):
        is_open = last.weekday() in {back.weekday() for _off, back in shared} and not is_bank_holiday(last)
        if (first, last) not in shared and is_open and any(day > last for day, _end in seen.made.periods):
            words = _("Other holidays of the text end on the day school is back. Please check {day}.")
            yield words.format(day=say_day(last)), (last,)


FEWEST_SHARED = 2


def _quoted(row: Row) -> str:
    return row.shown if len(row.shown) <= LONGEST_QUOTE else f"{row.shown[: LONGEST_QUOTE - 1].rstrip()}…"


REASONS: tuple[Callable[[ReadingBesideText], Iterator[Found]], ...] = (
    _says_more,
    _was_changed,
    _not_yet_certain,
    _is_not_for_all,
    _both_off_and_in,
    _both_off_and_an_edge,
    _training_not_taken,
    _too_many,
    _more_to_come,
    _week_of_training,
    _no_word_says_so,
    _odd_year,
    _odd_holidays,
    _edges_as_elsewhere,
    _open_all_year,
)
