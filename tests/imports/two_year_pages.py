"""Pages with two school years below each other, of which one has no heading, or hardly any: printed in many ways."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from carer_app.domain.school_calendar import Period
from carer_app.typed_dates import MONTHS, WEEKDAYS

YEARS: dict[int, tuple[Period, ...]] = {
    2024: (
        (date(2024, 9, 3), date(2024, 10, 25)),
        (date(2024, 11, 4), date(2024, 12, 20)),
        (date(2025, 1, 6), date(2025, 2, 14)),
        (date(2025, 2, 24), date(2025, 4, 4)),
        (date(2025, 4, 22), date(2025, 5, 23)),
        (date(2025, 6, 2), date(2025, 7, 22)),
    ),
    2025: (
        (date(2025, 9, 3), date(2025, 10, 24)),
        (date(2025, 11, 3), date(2025, 12, 19)),
        (date(2026, 1, 5), date(2026, 2, 13)),
        (date(2026, 2, 23), date(2026, 3, 27)),
        (date(2026, 4, 13), date(2026, 5, 22)),
        (date(2026, 6, 1), date(2026, 7, 21)),
    ),
    2026: (
        (date(2026, 9, 2), date(2026, 10, 23)),
        (date(2026, 11, 2), date(2026, 12, 18)),
        (date(2027, 1, 4), date(2027, 2, 12)),
        (date(2027, 2, 22), date(2027, 3, 25)),
        (date(2027, 4, 12), date(2027, 5, 28)),
        (date(2027, 6, 7), date(2027, 7, 21)),
    ),
}
SEASONS = ("Autumn", "Autumn", "Spring", "Spring", "Summer", "Summer")
HOLIDAYS = ("Half Term", "Christmas Break", "Half Term", "Easter Break", "Half Term", "Summer Holiday")
HEADINGS = (
    "ACADEMIC YEAR {a}/{b}",
    "Academic Year {a}-{c}",
    "{a}/{b}",
    "Term dates {a}/{b}",
    "School year {a} - {c}",
)


@dataclass(frozen=True, slots=True)
class TwoYears:
    """The text, the stretches that it tells, and whether its weekdays are there to tell the years apart."""

    text: str
    periods: tuple[Period, ...]
    has_weekdays: bool


@dataclass(frozen=True, slots=True)
class _Manner:
    weekdays: bool
    short: bool
    ordinals: bool
    glue: str
    shape: str
    tail: str

    def say(self, day: date) -> str:
        weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
        if self.short:
            weekday, month = weekday[:3], month[:3]
        number = _ordinal(day.day) if self.ordinals else str(day.day)
        return f"{weekday} {number} {month}" if self.weekdays else f"{number} {month}"

    def block(self, periods: Sequence[Period], begins: int, years: str) -> Iterator[str]:
        for n, (first, last) in enumerate(periods, start=begins):
            year = f" {first.year}" if years == "all" or (years == "first" and n == begins) else ""
            name = f"{SEASONS[n]} Term {n % 2 + 1}{year}"
            if self.shape == "range":
                yield f"{name}{self.glue}{self.say(first)} to {self.say(last)}"
            elif self.shape == "opens and closes":
                yield f"{name}{self.glue}{self.say(first)} - School opens"
                yield f"{self.say(last)} - School closes{self.tail.format(HOLIDAYS[n])}"
            else:
                yield from (name, f"Starts {self.say(first)}", f"Ends {self.say(last)}")


def _ordinal(number: int) -> str:
    return f"{number}{'th' if 10 < number < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def two_years(random: Random, *, headed: str) -> TwoYears:
    """Two years on a page, of which the one that is `headed`, "first" or "last", alone has its school year above it."""
    year = random.choice((2024, 2025))
    begins = random.choice((0, 1, 2, 3, 4))
    manner = _Manner(
        weekdays=random.random() < 0.6,
        short=random.random() < 0.3,
        ordinals=random.random() < 0.5,
        glue=random.choice(("", " ", ": ", " - ", " | ", "\n")),
        shape=random.choice(("range", "opens and closes", "starts and ends")),
        tail=random.choice(("", " normal time", " normal time.{}", " at 2pm", ".{}")),
    )
    if not manner.ordinals and not manner.weekdays and manner.glue == "":
        manner = _Manner(
            False, manner.short, True, "", manner.shape, manner.tail
        )  # "Term 12 September" is either
    heading = random.choice(HEADINGS).format(a=year + 1, b=(year + 2) % 100, c=year + 2)
    above = manner.block(YEARS[year][begins:], begins, random.choice(("none", "none", "first", "all")))
    below = manner.block(YEARS[year + 1], 0, "none")
    if headed == "last":
        lines = [random.choice(("Term Dates", "School Term Dates", "")), *above, "", heading, *below]
    else:
        heading = random.choice(HEADINGS).format(a=year, b=(year + 1) % 100, c=year + 1)
        above = manner.block(YEARS[year][begins:], begins, "none")
        lines = [heading, *above, random.choice(("", "Next year", "Following year:")), *below]
    return TwoYears("\n".join(lines), (*YEARS[year][begins:], *YEARS[year + 1]), manner.weekdays)
