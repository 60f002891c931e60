"""A day as it is written in a line, and days that are written together."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """One day as it is written: `year` None where none is. `at` and `end` are where it stands in the line, `borrowed`
    where its month is that of the day beside it, `slip` a year that cannot be, as "20256".
    """

    day: int
    month: int
    year: int | None
    weekday: int | None
    at: int
    end: int
    borrowed: bool = False
    slip: str = ""

    def is_in_first_days(self) -> bool:
        """Whether it lies where terms begin and none ends: from late August to mid September, or in early January."""
        return (self.month == 8 and self.day > 20) or (self.month, self.day) in _FIRST_DAYS


FEBRUARY = 2
"""Its four weeks leave every weekday as it was: they show no slip."""
LONGEST_WEEKS_OFF = 18
_FIRST_DAYS = frozenset([*((9, day) for day in range(1, 16)), *((1, day) for day in range(1, 11))])


@dataclass(frozen=True, slots=True)
class Group:
    """Days that are written together: one, a list ("1 and 2 September"), or a range ("27 to 31 October").

    `weeks` is how long a range lasts of which only the first day is written: "week beginning 16 February". `keys`
    tell where in the text it stands: line and place in the line.
    """

    days: tuple[WrittenDay, ...]
    is_range: bool
    weeks: int = 0
    keys: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    @property
    def at(self) -> int:
        return self.days[0].at

    @property
    def end(self) -> int:
        return self.days[-1].end

    def in_one_month(self) -> "Group | None":
        """A stretch whose last day is a month too late, as both weekdays show: "Monday 26 May to Friday 30 June".

        So is one a month too early, which runs backwards: "Monday 17 February to Friday 21 January".
        """
        first, last = self.days[0], self.days[-1]
        told = first.weekday is not None and last.weekday is not None
        is_late = last.month == first.month + 1 and first.month != FEBRUARY
        if not (self.is_range and told and (is_late or self.runs_backwards)):
            return None
        days = last.day - first.day
        if not 0 < days <= LONGEST_WEEKS_OFF or days % 7 != ((last.weekday or 0) - (first.weekday or 0)) % 7:
            return None
        return replace(self, days=(first, replace(last, month=first.month)))

    @property
    def runs_backwards(self) -> bool:
        """Whether a stretch ends in the month before the one in which it begins."""
        return self.is_range and self.days[-1].month == self.days[0].month - 1

    def moved(self, by: int) -> "Group":
        """The same days in a line in which they stand further on."""
        days = tuple(replace(day, at=day.at + by, end=day.end + by) for day in self.days)
        return replace(self, days=days)
