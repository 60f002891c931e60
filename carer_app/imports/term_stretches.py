"""From first days, last days and holidays to the stretches of school between holidays."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from carer_app.domain.dates_problem import DatesProblem
from carer_app.domain.school_calendar import ONE_DAY, Period, days_between
from carer_app.imports.term_school_days import (
    training_beside,
    weekday_after,
    weekday_before,
    without_wholes,
)
from carer_app.typed_dates import say_day
from carer_app.words import _

LONGEST_TERM = timedelta(days=130)
JUST_BEFORE = timedelta(days=5)
STAGGERED = timedelta(weeks=4)
LONGEST_HALF = timedelta(weeks=14)
SHORTEST_GAP = timedelta(weeks=2)
SHORTEST_HOLIDAY = timedelta(days=5)
LONGEST_SHORT_HOLIDAY = timedelta(weeks=4)
WEEKEND = timedelta(days=3)
FEWEST_TOLD = 4
AUGUST, OCTOBER = 8, 10


@dataclass(slots=True)
class Stretches:
    """What a text says of when school is open. `spans` are stretches it names whole, from first to last day.

    `supposed_starts` are the days after a holiday, as far as they were taken for first days.

    `spare_starts` and `spare_ends` are days on which a stretch is said to begin, or end, once more. `untold` are days
    between a holiday and the day school is back, of which nothing is said.
    """

    spans: list[Period] = field(default_factory=list)
    starts: set[date] = field(default_factory=set)
    ends: set[date] = field(default_factory=set)
    holidays: set[Period] = field(default_factory=set)
    inset: set[date] = field(default_factory=set)
    problems: list[DatesProblem] = field(default_factory=list)
    spare_starts: list[date] = field(default_factory=list)
    spare_ends: list[date] = field(default_factory=list)
    untold: set[date] = field(default_factory=set)
    opens_after_training: bool = True
    supposed_starts: set[date] = field(default_factory=set)

    def periods(self) -> list[Period]:
        """The stretches between holidays, in order, with the training days at their edges inside."""
        spans = without_wholes([*self.spans, *self._walked()])
        self.holidays |= self._holidays_told_by_edges(spans)
        spans += self._between_holidays(spans)
        spans += self._after_first_training(spans)
        pieces = [piece for span in spans for piece in self._around_holidays(span)]
        pieces = sorted(set(pieces))
        joined: list[Period] = []
        for first, last in pieces:
            if joined and first <= joined[-1][1]:
                self._say_overlap(joined[-1], (first, last))
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        return self._with_training_days(joined)

    def _say_overlap(self, one: Period, other: Period) -> None:
        sentence = _(
            "Two parts of the school year overlap: one until {last}, one from {first}. Please check them."
        )
        self.problems.append(
            DatesProblem(
                "overlap", sentence.format(last=say_day(one[1]), first=say_day(other[0])), (other[0], one[1])
            )
        )

    def _walked(self) -> list[Period]:
        """The stretches from each first day to the last day that follows it."""
        spans: list[Period] = []
        opened: date | None = None
        resumed: date | None = None
        inside = list(self.spans)
        self.spare_starts += [
            day
            for day in sorted(self.starts)
            if any(first < day <= first + STAGGERED for first, _last in inside)
        ]
        marks = sorted(
            (day, kind)
            for days, kind in ((self.starts, 0), (self.ends, 1))
            for day in days
            if not any(first <= day <= last for first, last in inside)
        )
        for day, kind in marks:
            if kind == 0:
                if opened is not None and any(opened < first < day for first, _last in inside):
                    spans += self._closed_by_holiday(opened, day)  # another was told whole since
                    opened = None
                if opened is not None and self._follows_holiday(day):
                    resumed = day
                    self._stay_shut_until(day)
                    continue  # after a holiday inside the term
                if opened in self.supposed_starts and day - opened <= JUST_BEFORE:
                    opened = day  # a holiday of all the year ends, and term begins some days later
                    continue
                if opened is not None and self._goes_on_after_a_day_off(max(opened, resumed or opened), day):
                    continue
                if opened is not None and day - opened <= STAGGERED:
                    self.spare_starts.append(day)  # some classes begin later than others
                    continue
                if opened is not None:
                    spans += self._closed_by_holiday(opened, day)
                    self._say_never_ended(resumed, spans)
                opened, resumed = day, None
            elif opened is not None and _is_over_summer(opened, day) and not self._has_holiday(opened, day):
                self._say_no_last_day(opened)
                spans += self._opened_by_holiday(day, spans)
                opened = None
            elif opened is not None and opened <= day:
                spans.append((opened, day))
                opened = None
            else:
                spans += self._opened_by_holiday(day, spans)
        if opened is not None:
            spans += self._closed_by_holiday(opened, None)
            self._say_never_ended(resumed, spans)
        return spans

    def _goes_on_after_a_day_off(self, opened: date, day: date) -> bool:
        """Whether school is back after a day off within a stretch, on a page that tells its holidays, or last days."""
        told = max(len(self.holidays), len(self.ends))
        is_off = weekday_before(day) in self.inset or day - weekday_before(day) > WEEKEND
        within = day - opened <= LONGEST_HALF and not self._has_holiday(opened, day)
        return is_off and within and told >= FEWEST_TOLD

    def _has_holiday(self, first: date, last: date) -> bool:
        return any(first < off < last for off, _back in self.holidays)

    def _say_never_ended(self, resumed: date | None, spans: list[Period]) -> None:
        """Say that school began again after a holiday, and that no last day of that time was found."""
        if resumed is not None and spans and spans[-1][1] < resumed:
            self._say_no_last_day(resumed)

    def _holidays_told_by_edges(self, spans: list[Period]) -> set[Period]:
        """Holidays inside a term that was told whole, of which the last day before and the first day after are told."""
        found: set[Period] = set()
        for first, last in spans:
            begins = sorted(day for day in self.starts if first < day < last)
            for end in sorted(day for day in self.ends if first < day < last):
                start = next((day for day in begins if day > end), None)
                if start is not None and SHORTEST_HOLIDAY <= start - end <= LONGEST_SHORT_HOLIDAY:
                    found.add((weekday_after(end), weekday_before(start)))
        return found

    def _between_holidays(self, spans: list[Period]) -> list[Period]:
        """The time from one holiday to the next where nothing else is told of it: school is open then."""
        found: list[Period] = []
        for (_off, last), (first, _back) in pairwise(sorted(self.holidays)):
            stretch = (weekday_after(last), weekday_before(first))
            told = any(begin <= stretch[1] and stretch[0] <= end for begin, end in spans)
            marked = any(stretch[0] <= day <= stretch[1] for day in (*self.starts, *self.ends))
            is_gap = SHORTEST_GAP <= stretch[1] - stretch[0] <= LONGEST_HALF
            if is_gap and not told and not marked and not _is_in_the_summer(first):
                found.append(stretch)
        return found

    def _after_first_training(self, spans: list[Period]) -> list[Period]:
        """Where nothing is told of the time before a holiday in autumn, training in September tells its start."""
        found: list[Period] = []
        for off, _back in sorted(self.holidays):
            august = date(off.year, AUGUST, 1)
            if off.month in (10, 11) and not any(august <= last and first < off for first, last in spans):
                found += self._after_training_before(off)
        return found

    def _after_training_before(self, off: date) -> list[Period]:
        training = [day for day in self.inset if (day.month, day.year) == (9, off.year) and day.day <= 10]
        august = date(off.year, AUGUST, 1)
        marked = any(august <= day < off for day in (*self.starts, *self.ends))
        if not training or marked or not self.opens_after_training:
            return []
        first = weekday_after(max(training))
        words = _(
            "The text does not say when school begins. We took {day}, after the training. Please check it."
        )
        self._say_missing(words.format(day=say_day(first)), first)
        return [(first, weekday_before(off))]

    def _follows_holiday(self, day: date) -> bool:
        return any(last < day <= last + JUST_BEFORE for _first, last in self.holidays)

    def _stay_shut_until(self, day: date) -> None:
        """A first day told a few days after a holiday ends: school is shut until then."""
        last = max(last for _first, last in self.holidays if last < day)
        gap = [
            each
            for each in days_between(last + ONE_DAY, day - ONE_DAY)
            if each == weekday_after(each - ONE_DAY)
        ]
        if gap and not self.inset.intersection(gap) and not self.starts.intersection(gap):
            self.holidays.add((gap[0], gap[-1]))
            self.untold.update(gap)

    def _closed_by_holiday(self, opened: date, before: date | None) -> list[Period]:
        """A stretch whose last day is told only by the holiday after it, before the next that is told whole."""
        following = [first for first, _last in self.spans if first > opened]
        before = min([*following, *([before] if before else [])], default=None)
        begins = [
            first
            for first, _last in self.holidays
            if first > opened
            and (before is None or first <= before)
            and first - opened <= LONGEST_TERM * 3
            and not _is_in_the_summer(first)
        ]
        if begins:
            return [(opened, weekday_before(max(begins)))]
        self._say_no_last_day(opened)
        return []

    def _say_no_last_day(self, opened: date) -> None:
        words = _("We found no last day for the time that begins on {day}. Please add it.")
        self._say_missing(words.format(day=say_day(opened)), opened)

    def _opened_by_holiday(self, ends: date, spans: list[Period]) -> list[Period]:
        """A stretch whose first day is told only by the holiday before it."""
        after = max((last for _first, last in [*spans, *self.spans] if last < ends), default=date.min)
        begins, edge = None, ends
        for first, last in sorted(self.holidays, reverse=True):
            if last < edge and after <= last and edge - last <= LONGEST_HALF:
                begins, edge = last, first
                if last - first > LONGEST_SHORT_HOLIDAY:
                    break  # the summer
        if begins is not None:
            return [(weekday_after(begins), ends)]
        if after >= ends - JUST_BEFORE:
            self.spare_ends.append(ends)
            return []
        self._say_missing(
            _("We found no first day for the time that ends on {day}. Please add it.").format(
                day=say_day(ends)
            ),
            ends,
        )
        return []

    def _say_missing(self, sentence: str, day: date) -> None:
        self.problems.append(DatesProblem("missing", sentence, (day,), lacks_edge=True))

    def _around_holidays(self, span: Period) -> list[Period]:
        """A stretch without the holidays inside it."""
        pieces: list[Period] = []
        first, last = span
        for off, back in sorted(self.holidays):
            if back < first or off > last:
                continue
            if off <= first and back >= last:
                return pieces
            if off <= first:
                # The page counts the first day twice: as holiday and as school. The stretch keeps it.
                told = back in self.starts or any(begin == back for begin, _end in self.spans)
                first = back if span[0] == back and told else weekday_after(back)
                continue
            if back >= last:
                # The page counts the last day twice: as school and as holiday. The stretch keeps it.
                last = last if span[1] == off else weekday_before(off)
                break
            pieces.append((first, weekday_before(off)))
            first = weekday_after(back)
        if first <= last:
            pieces.append((first, last))
        return [piece for piece in pieces if piece[0] <= piece[1]]

    def _with_training_days(self, periods: list[Period]) -> list[Period]:
        """A training day at the edge of a stretch lies inside it, unless the text calls that day a holiday."""
        off = {day for first, last in self.holidays for day in days_between(first, last)}
        training = self.inset - off
        widened: list[Period] = []
        for first, last in periods:
            before = training_beside(first, weekday_before, training)
            after = training_beside(last, weekday_after, training)
            widened.append((before[-1] if before else first, after[-1] if after else last))
        return widened


def _is_in_the_summer(off: date) -> bool:
    """Whether a closing begins in August: school ended before it, on a day that it does not tell."""
    return off.month == AUGUST and off.day > 1


def _is_over_summer(first: date, last: date) -> bool:
    """Whether a first day and the last day after it are of two school years: those between them were not told."""
    return last - first > LONGEST_TERM and first < date(last.year, 8, 1) < last and last.month >= OCTOBER
