"""What English school years are like, and where a set of dates is not: said of the very stretch or holiday."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from carer_app.domain.bank_holidays import bank_holidays, is_bank_holiday
from carer_app.domain.dates_problem import DatesProblem
from carer_app.domain.school_calendar import ONE_DAY, Period
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.typed_dates import say_day, say_span
from carer_app.words import _

LONGEST_TERM = timedelta(weeks=20)
"""No English term is as long as this, so a longer stretch has a wrong year in it, or a holiday is missing."""
LONGEST_STRETCH = timedelta(weeks=9)
"""Between two holidays there are five to eight weeks; with more, a half term is missing."""
SHORTEST_STRETCH = timedelta(days=18)
"""From a Monday to the Friday of the third week."""
AROUND_EASTER = timedelta(weeks=3)
NEAR = timedelta(days=10)
WEDNESDAY, FRIDAY = 2, 4
AGAIN = 2

# A day in the midst of each half of a term, whatever the school.
_TERMS = (
    (_("autumn term"), (9, 25), (11, 25)),
    (_("spring term"), (1, 25), (3, 8)),
    (_("summer term"), (5, 8), (6, 22)),
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday within the school year: the days that it can touch, and how many days it lasts, weekends included."""

    name: str
    begins: date
    ends: date
    shortest: int
    longest: int
    is_half_term: bool = False


@lru_cache(maxsize=64)
def holidays_of(year: int) -> tuple[Holiday, ...]:
    """The five holidays of the school year that begins in this year."""
    good_friday = next(
        day for day in sorted(bank_holidays(year + 1)) if day.month in (3, 4) and day.weekday() == FRIDAY
    )
    return (
        Holiday(_("an October half term"), date(year, 10, 13), date(year, 11, 6), 5, 18, True),
        Holiday(_("a Christmas holiday"), date(year, 12, 25), date(year + 1, 1, 1), 9, 26),
        Holiday(_("a February half term"), date(year + 1, 2, 8), date(year + 1, 2, 27), 5, 18, True),
        Holiday(
            _("an Easter holiday"),
            good_friday - AROUND_EASTER,
            good_friday + 3 * ONE_DAY + AROUND_EASTER,
            9,
            26,
        ),
        Holiday(_("a half term in May"), date(year + 1, 5, 24), date(year + 1, 6, 5), 5, 18, True),
    )


def missing(periods: Sequence[Period], told: Collection[date] = ()) -> Iterator[DatesProblem]:
    """Terms, and halves of terms, of which there is nothing.

    `told` are days of which another sentence says that the day belonging to them is missing.
    """
    middles = {year: _middles(year) for year in sorted({school_year(last) for _first, last in periods})}
    every = [day for halves in middles.values() for _name, *days in halves for day in days]
    spoken_of = {min(every, key=lambda middle: abs(middle - day)) for day in told if every}
    for year, halves in middles.items():
        inside = [period for period in periods if school_year(period[1]) == year]
        for name, one, other in halves:
            lacks = [day for day in (one, other) if not _is_there(day, inside) and day not in spoken_of]
            if not lacks:
                continue
            if len(lacks) == 2:
                words = _("There are no dates for the {term} of {year}.")
            elif lacks == [one]:
                words = _("There are no dates for the first half of the {term} of {year}.")
            else:
                words = _("There are no dates for the second half of the {term} of {year}.")
            yield DatesProblem("missing", words.format(term=name, year=say_school_year(year)), (lacks[0],))


def lacking(periods: Sequence[Period], year: int, known: Sequence[Period] | None = None) -> tuple[str, ...]:
    """Terms, and halves of terms, of a school year of which there is nothing; only those `known` elsewhere, if given.

    "The autumn term", "the second half of the spring term".
    """
    found = []
    for term, one, other in _middles(year):
        lacks = [
            day
            for day in (one, other)
            if not _is_there(day, periods) and (known is None or _is_there(day, known))
        ]
        if lacks:
            words = (
                _("the {term}")
                if len(lacks) == 2
                else _("the first half of the {term}")
                if lacks == [one]
                else _("the second half of the {term}")
            )
            found.append(words.format(term=term))
    return tuple(found)


def _middles(year: int) -> list[tuple[str, date, date]]:
    return [
        (name, date(year + (one[0] < 8), *one), date(year + (other[0] < 8), *other))
        for name, one, other in _TERMS
    ]


def _is_there(middle: date, periods: Sequence[Period]) -> bool:
    return any(first - NEAR <= middle <= last + NEAR for first, last in periods)


def odd_stretches(periods: Sequence[Period]) -> Iterator[DatesProblem]:
    """Stretches that are longer, or shorter, than those of schools are."""
    for first, last in periods:
        if first < date(last.year - (last.month < 12), 12, 25) < last <= first + LONGEST_TERM:
            words = _("School would be open at Christmas, from {days}. Please check both days.")
            yield DatesProblem(
                "break", words.format(days=say_span(first, last, with_year=True)), (first, last)
            )
        elif last - first < SHORTEST_STRETCH:
            words = _("{days} is shorter than three weeks. Please check both days.")
            days = say_span(first, last, with_year=True)
            yield DatesProblem("short", words.format(days=days), (first, last))
        elif LONGEST_STRETCH < last - first <= LONGEST_TERM:
            yield _long((first, last))


def _long(period: Period) -> DatesProblem:
    """A stretch of more than nine weeks, said as a term without its holiday where that is what it is."""
    first, last = period
    year = school_year(last)
    for holiday, (term, _one, _other) in zip(holidays_of(year)[::2], _TERMS, strict=True):
        if first < holiday.begins and holiday.ends < last:
            words = _("The {term} of {year} has no half term. Please check whether it is missing.")
            sentence = words.format(term=term, year=say_school_year(year))
            return DatesProblem("half_term", sentence, (holiday.begins, holiday.ends))
    words = _("{days} is longer than nine weeks. Please check whether a holiday is missing.")
    return DatesProblem("long", words.format(days=say_span(first, last, with_year=True)), period)


def odd_breaks(periods: Sequence[Period], off: Collection[date] = ()) -> Iterator[DatesProblem]:
    """Holidays within a school year that are no holidays as schools have them; `off` are days off inside stretches."""
    nearly: dict[tuple[int, str], list[DatesProblem]] = {}
    for before, after in pairwise(sorted(periods)):
        year = school_year(after[1])
        if school_year(before[1]) != year or after[0] <= before[1]:
            continue
        if any(
            before[1] < day < after[0] and not _is_there(day, periods)
            for _n, *two in _middles(year)
            for day in two
        ):
            continue  # what lies between is missing, and that is said
        holidays = holidays_of(year)
        yield from _odd_break(before[1], after[0], holidays)
        if any(each.is_half_term and before[1] < each.ends and each.begins < after[0] for each in holidays):
            if _is_early(before[1], off):
                nearly.setdefault((year, "last"), []).append(_odd_last(before[1]))
            if _is_late(after[0], off):
                nearly.setdefault((year, "first"), []).append(_odd_first(after[0]))
    for problems in nearly.values():
        # Once it may be so; where it is so again and again, a column is that of the last day off, or of the first.
        yield from problems if len(problems) >= AGAIN else ()


def _odd_break(last: date, first: date, holidays: Sequence[Holiday]) -> Iterator[DatesProblem]:
    """What is odd of a holiday. The day that is doubted most comes first: the sentence stands beside its box."""
    off, back = last + ONE_DAY, first - ONE_DAY
    length = (first - off).days
    if length == 0:
        return
    says = {"days": say_span(off, back, with_year=True)}
    holiday = next((each for each in holidays if off <= each.ends and each.begins <= back), None)
    if holiday is None:
        words = _(
            "There is no school from {days}, when most schools are open. Please check the days beside it."
        )
    elif length > holiday.longest:
        words = _("{days} is long for {holiday}. Please check the days before and after it.")
    elif length < holiday.shortest:
        words = _("{days} is short for {holiday}. Please check the days before and after it.")
    else:
        if holiday.is_half_term:
            yield from _odd_edges(last, first)
        return
    name = holiday.name if holiday else ""
    days = (last, first)
    if holiday is not None and _is_first_odd(off, back, holiday):
        days = (first, last)
    yield DatesProblem("break", words.format(**says, holiday=name), days)


def _is_first_odd(off: date, back: date, holiday: Holiday) -> bool:
    """Whether it is rather the first day of school after it that makes a holiday too long, or too short.

    Of one that is too long the edge that lies farther from its middle is doubted, of one too short the nearer one.
    """
    middle = holiday.begins + (holiday.ends - holiday.begins) / 2
    before, after = middle - off, back - middle
    return after > before if (back - off).days >= holiday.longest else after < before


def _odd_edges(last: date, first: date) -> Iterator[DatesProblem]:
    """A half term begins after a Friday and ends before a Monday, but for training days beside it."""
    if last.weekday() < WEDNESDAY:
        yield _odd_last(last)
    if WEDNESDAY < first.weekday() <= FRIDAY:
        yield _odd_first(first)


def _is_early(last: date, off: Collection[date]) -> bool:
    """A last day in the midst of a week, without any day off told from there to the Friday."""
    rest = [last + number * ONE_DAY for number in range(1, FRIDAY - last.weekday() + 1)]
    return WEDNESDAY <= last.weekday() < FRIDAY and not any(
        day in off or is_bank_holiday(day) for day in rest
    )


def _is_late(first: date, off: Collection[date]) -> bool:
    """A first day in the midst of a week, without any day off told from the Monday to there."""
    rest = [first - number * ONE_DAY for number in range(1, first.weekday() + 1)]
    return 0 < first.weekday() <= WEDNESDAY and not any(day in off or is_bank_holiday(day) for day in rest)


def _odd_last(day: date) -> DatesProblem:
    words = _(
        "{day} would be the last day before half term. Most schools break up on a Friday. Please check it."
    )
    return DatesProblem("break", words.format(day=say_day(day)), (day,))


def _odd_first(day: date) -> DatesProblem:
    words = _(
        "{day} would be the first day after half term. Most schools go back on a Monday. Please check it."
    )
    return DatesProblem("break", words.format(day=say_day(day)), (day,))
