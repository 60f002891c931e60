"""What speaks against whole years of the reading that was chosen: too much training, odd holidays, an odd beginning."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.imports.term_beside_text import Found, ReadingBesideText
from carer_app.imports.term_nursery import opens_all_year
from carer_app.typed_dates import say_day, say_short, say_span
from carer_app.words import _

MOST_TRAINING = 7
"""Five are a school's own, and some add one or two; more are most often after school, or those of another school."""
FEWEST_LEFT_OPEN = 2
LATEST_STARTS = (9, 15), (10, 5)
EARLIEST_ENDS = (6, 12), (6, 29)
"""Of what begins later, or ends earlier, half a term is missing, and that is said."""
FEWEST_COUNTED = 3
MOST_OF_A_WEEKEND, LONGEST_HOLIDAY = 4, 30
JUST_BEFORE = timedelta(days=5)
DECEMBER = 12


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


OF_YEARS: tuple[Callable[[ReadingBesideText], Iterator[Found]], ...] = (
    _too_many,
    _more_to_come,
    _week_of_training,
    _no_word_says_so,
    _odd_year,
    _odd_holidays,
    _edges_as_elsewhere,
    _open_all_year,
)
