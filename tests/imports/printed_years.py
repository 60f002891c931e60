"""True school years, printed as schools print them: a dozen kinds of page, many ways to write a day, and noise.

What is printed is known, so that what is read of it can be judged: rightly, with a question, or with a word said.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape
from itertools import pairwise
from random import Random

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.typed_dates import MONTHS, WEEKDAYS

ONE = timedelta(days=1)
Lines = list[str]


@dataclass(frozen=True, slots=True)
class Year:
    """A true school year: six stretches, and training days inside them."""

    begins: int
    periods: tuple[tuple[date, date], ...]
    inset: tuple[date, ...]

    @property
    def school_days(self) -> set[date]:
        calendar = SchoolCalendar(self.periods, self.inset)
        return {day for each in self.periods for day in days_between(*each) if calendar.is_school_day(day)}

    @property
    def pupil_periods(self) -> list[tuple[date, date]]:
        """The stretches without the training days at their edges, as pages for parents have them."""
        return [_without_edges(period, self.inset) for period in self.periods]


@dataclass(slots=True)
class Hand:
    """How one school writes: the same all over its page."""

    random: Random
    year: Year
    weekdays: str = "full"
    months: str = "full"
    ordinal: bool = True
    years: bool = True
    order: str = "day"
    to: str = " - "
    colon: str = ": "
    noise: list[str] = field(default_factory=list)
    slips: bool = False

    def day(self, day: date) -> str:
        if self.order == "figures":
            return day.strftime("%d/%m/%Y")
        if self.order == "iso":
            return day.isoformat()
        if self.order == "points":
            return f"{day.day}.{day.month}.{day.year % 100:02d}"
        month = MONTHS[day.month - 1]
        month = month if self.months == "full" else {"September": "Sept"}.get(month, month[:3])
        if self.slips and len(month) > 5 and self.random.random() < 0.1:
            at = self.random.randrange(1, len(month) - 1)
            month = month[:at] + month[at + 1 :]
        number = f"{day.day}{_th(day.day)}" if self.ordinal else str(day.day)
        weekday = WEEKDAYS[day.weekday()]
        weekday = {"full": f"{weekday} ", "short": f"{weekday[:3]} ", "none": "", "comma": f"{weekday}, "}[
            self.weekdays
        ]
        if self.order == "month":
            year = f", {day.year}" if self.years else ""
            return f"{weekday}{month} {number}{year}"
        year = f" {day.year}" if self.years else ""
        return f"{weekday}{number} {month}{year}"

    def span(self, first: date, last: date) -> str:
        return f"{self.day(first)}{self.to}{self.day(last)}"


def _th(number: int) -> str:
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def weekday_on(day: date, step: int) -> date:
    while day.weekday() > 4 or is_bank_holiday(day):
        day += ONE * step
    return day


def _without_edges(period: tuple[date, date], inset: tuple[date, ...]) -> tuple[date, date]:
    first, last = period
    while first in inset:
        first = weekday_on(first + ONE, 1)
    while last in inset:
        last = weekday_on(last - ONE, -1)
    return first, last


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def true_year(random: Random) -> Year:
    """A year as English schools have them: about 190 days, half terms of a week or two, five training days."""
    while True:
        year = _some_year(random)
        if 186 <= len(year.school_days) <= 194:
            return year


def _some_year(random: Random) -> Year:
    begins = random.randrange(2021, 2030)
    autumn = weekday_on(date(begins, 9, 1) + ONE * random.randrange(0, 4), 1)
    october = _monday(date(begins, 10, 25))
    back = october + timedelta(days=7 if random.random() < 0.8 else 14)
    christmas = weekday_on(date(begins, 12, 18) + ONE * random.randrange(0, 4), -1)
    january = weekday_on(date(begins + 1, 1, 3) + ONE * random.randrange(0, 3), 1)
    february = _monday(date(begins + 1, 2, 16))
    easter = _easter_monday(begins + 1)
    before = (
        _monday(easter) - timedelta(days=3) if random.random() < 0.5 else _monday(easter) - timedelta(days=10)
    )
    after = weekday_on(before + timedelta(days=17), 1)
    whit = _monday(date(begins + 1, 5, 31))
    july = weekday_on(date(begins + 1, 7, 18) + ONE * random.randrange(0, 5), -1)
    periods = (
        (autumn, weekday_on(october - ONE, -1)),
        (weekday_on(back, 1), christmas),
        (january, weekday_on(february - ONE, -1)),
        (weekday_on(february + timedelta(days=7), 1), weekday_on(before, -1)),
        (after, weekday_on(whit - ONE, -1)),
        (weekday_on(whit + timedelta(days=7), 1), july),
    )
    return Year(begins, periods, _training_days(random, periods))


def _easter_monday(year: int) -> date:
    march, april = date(year, 3, 20), date(year, 4, 27)
    return next(
        day
        for day in days_between(march, april)
        if day.weekday() == 0 and is_bank_holiday(day) and is_bank_holiday(day - 3 * ONE)
    )


def _training_days(random: Random, periods: tuple[tuple[date, date], ...]) -> tuple[date, ...]:
    edges = [day for period in periods for day in period]
    chosen = set(random.sample(edges, 3)) | {periods[0][0]}
    first, last = random.choice(periods[1:])
    chosen.add(weekday_on(first + ONE * random.randrange(8, (last - first).days - 3), 1))
    return tuple(sorted(chosen))


def a_hand(random: Random, year: Year) -> Hand:
    order = random.choice(["day"] * 6 + ["month", "figures", "iso", "points"])
    hand = Hand(random, year, order=order)
    hand.weekdays = random.choice(["full", "full", "short", "none", "comma"])
    hand.months = random.choice(["full", "full", "short"])
    hand.ordinal = random.random() < 0.6
    hand.years = random.random() < 0.6
    hand.to = random.choice([" - ", " – ", " to ", " until ", "-", " — "])
    if order == "iso":
        hand.to = random.choice([" - ", " to ", " – "])
    hand.colon = random.choice([": ", " - ", " ", ":", " – "])
    hand.slips = random.random() < 0.3
    return hand


SEASONS = ("Autumn", "Autumn", "Spring", "Spring", "Summer", "Summer")
HOLIDAYS = ("October half term", "Christmas holiday", "February half term", "Easter holiday", "May half term")


def _names(random: Random) -> list[str]:
    style = random.randrange(4)
    return [
        (
            f"Term {n}",
            f"{SEASONS[n - 1]} {2 - n % 2}",
            f"{SEASONS[n - 1]} Term {2 - n % 2}",
            f"{SEASONS[n - 1]} term, {'first' if n % 2 else 'second'} half",
        )[style]
        for n in range(1, 7)
    ]


def _breaks(year: Year, pupils: bool) -> list[tuple[date, date]]:
    periods = year.pupil_periods if pupils else list(year.periods)
    return [(before[1], after[0]) for before, after in pairwise(periods)]


def _holidays(year: Year) -> list[tuple[date, date]]:
    """The holidays from their first weekday to their last."""
    return [(_next_weekday(last, 1), _next_weekday(first, -1)) for last, first in _breaks(year, pupils=False)]


def _next_weekday(day: date, step: int) -> date:
    day += ONE * step
    while day.weekday() > 4:
        day += ONE * step
    return day


# Every kind of page: the lines of its stretches. Training days come apart.
def six_terms(hand: Hand) -> Lines:
    names = _names(hand.random)
    return [
        f"{name}{hand.colon}{hand.span(*period)}"
        for name, period in zip(names, hand.year.pupil_periods, strict=True)
    ]


def six_terms_with_counts(hand: Hand) -> Lines:
    names = _names(hand.random)
    lines = []
    for name, period in zip(names, hand.year.pupil_periods, strict=True):
        calendar = SchoolCalendar([period], hand.year.inset)
        lines.append(f"{name}{hand.colon}{hand.span(*period)} ({calendar.pupil_days()} days)")
    return lines


def starts_half_term_ends(hand: Hand) -> Lines:
    year, lines = hand.year, []
    words = hand.random.choice(
        [("Starts", "Ends"), ("Term starts", "Term ends"), ("First day", "Last day"), ("Begins", "Finishes")]
    )
    holidays = _holidays(year)
    for n, season in enumerate(("Autumn", "Spring", "Summer")):
        first, last = year.pupil_periods[2 * n][0], year.pupil_periods[2 * n + 1][1]
        lines += [
            f"{season} Term {year.begins + (n > 0)}",
            f"{words[0]}{hand.colon}{hand.day(first)}",
            f"Half term{hand.colon}{hand.span(*holidays[2 * n])}",
            f"{words[1]}{hand.colon}{hand.day(last)}",
        ]
    return lines


def first_and_last_table(hand: Hand) -> Lines:
    cell = hand.random.choice(["\t", " | ", "    "])
    heads = hand.random.choice(
        [("First day", "Last day"), ("Start", "End"), ("Opens", "Closes"), ("From", "To")]
    )
    corner = hand.random.choice(["Term", "", "Term dates"])
    lines = [cell.join((corner, *heads)) if corner or cell == "\t" else cell.join(heads)]
    for name, (first, last) in zip(_names(hand.random), hand.year.pupil_periods, strict=True):
        lines.append(cell.join((name, hand.day(first), hand.day(last))))
    return lines


def closes_reopens_table(hand: Hand) -> Lines:
    cell = hand.random.choice(["\t", " | "])
    heads = hand.random.choice(
        [
            ("Closes", "Re-opens"),
            ("School closes", "School reopens"),
            ("Last day", "Back to school"),
            ("Closing date", "Opening date"),
            ("Break up", "Return"),
        ]
    )
    year = hand.year
    lines = [
        f"School year begins{hand.colon}{hand.day(year.pupil_periods[0][0])}",
        cell.join(("Holiday", *heads)),
    ]
    for name, (last, first) in zip(HOLIDAYS, _breaks(year, pupils=True), strict=True):
        lines.append(cell.join((name, hand.day(last), hand.day(first))))
    return [*lines, f"School year ends{hand.colon}{hand.day(year.pupil_periods[-1][1])}"]


def holidays_table(hand: Hand) -> Lines:
    cell = hand.random.choice(["\t", " | "])
    year = hand.year
    lines = [
        f"First day of term{hand.colon}{hand.day(year.pupil_periods[0][0])}",
        cell.join(("Holiday", "First day", "Last day")),
    ]
    weekend = hand.random.random() < 0.3
    for name, (first, last) in zip(HOLIDAYS, _holidays(year), strict=True):
        if weekend:
            first, last = (
                first - 2 * ONE if first.weekday() == 0 else first,
                last + 2 * ONE if last.weekday() == 4 else last,
            )
        lines.append(cell.join((name, hand.day(first), hand.day(last))))
    return [*lines, f"Last day of term{hand.colon}{hand.day(year.pupil_periods[-1][1])}"]


def holidays_list(hand: Hand) -> Lines:
    year = hand.year
    lines = [
        f"{name}{hand.colon}{hand.span(*holiday)}"
        for name, holiday in zip(HOLIDAYS, _holidays(year), strict=True)
    ]
    return [
        f"School starts{hand.colon}{hand.day(year.pupil_periods[0][0])}",
        *lines,
        f"School finishes for the summer{hand.colon}{hand.day(year.pupil_periods[-1][1])}",
    ]


def _events(hand: Hand) -> list[tuple[str, date]]:
    start, end = hand.random.choice(
        [
            ("{} starts", "{} ends"),
            ("First day of {}", "Last day of {}"),
            ("Start of {}", "End of {}"),
            ("{} begins", "{} finishes"),
        ]
    )
    found = []
    for number, (first, last) in enumerate(hand.year.pupil_periods, start=1):
        found += [(start.format(f"Term {number}"), first), (end.format(f"Term {number}"), last)]
    return found


def labels_above(hand: Hand) -> Lines:
    return [line for label, day in _events(hand) for line in (label, hand.day(day))]


def labels_below(hand: Hand) -> Lines:
    return [line for label, day in _events(hand) for line in (hand.day(day), label)]


def day_then_label(hand: Hand) -> Lines:
    return [f"{hand.day(day)}{hand.colon}{label}" for label, day in _events(hand)]


def label_then_day(hand: Hand) -> Lines:
    return [f"{label}{hand.colon}{hand.day(day)}" for label, day in _events(hand)]


def diary(hand: Hand) -> Lines:
    lines, month = [], 0
    for label, day in _events(hand):
        if day.month != month:
            month = day.month
            lines.append(f"{MONTHS[month - 1]} {day.year}" if hand.years else MONTHS[month - 1])
        lines.append(f"{WEEKDAYS[day.weekday()]} {day.day}{_th(day.day)} {label}")
    return lines


def prose(hand: Hand) -> Lines:
    year, lines = hand.year, []
    for n, season in enumerate(("Autumn", "Spring", "Summer")):
        first, last = year.pupil_periods[2 * n][0], year.pupil_periods[2 * n + 1][1]
        off, back = _holidays(year)[2 * n]
        lines.append(
            f"The {season} Term {year.begins + (n > 0)} starts on {hand.day(first)} and ends on {hand.day(last)}. "
            f"Half term is from {hand.day(off)} to {hand.day(back)}."
        )
    return lines


def break_up_and_return(hand: Hand) -> Lines:
    year = hand.year
    lines = [f"Pupils return{hand.colon}{hand.day(year.pupil_periods[0][0])}"]
    for name, (last, first) in zip(HOLIDAYS, _breaks(year, pupils=True), strict=True):
        lines += [
            f"Break up for {name}{hand.colon}{hand.day(last)}",
            f"Return to school{hand.colon}{hand.day(first)}",
        ]
    return [*lines, f"Break up for summer holiday{hand.colon}{hand.day(year.pupil_periods[-1][1])}"]


def holiday_cards(hand: Hand) -> Lines:
    year = hand.year
    lines = ["Start of the school year", hand.day(year.pupil_periods[0][0])]
    for name, (first, last) in zip(HOLIDAYS, _holidays(year), strict=True):
        lines += [name, "First day", hand.day(first), "Last day", hand.day(last)]
    return [*lines, "End of the school year", hand.day(year.pupil_periods[-1][1])]


def columns_of_terms(hand: Hand) -> Lines:
    year, cell = hand.year, hand.random.choice(["\t", " | "])
    firsts = [year.pupil_periods[n][0] for n in (0, 2, 4)]
    lasts = [year.pupil_periods[n][1] for n in (1, 3, 5)]
    halves = [_holidays(year)[n] for n in (0, 2, 4)]
    return [
        cell.join(
            ("Term", f"Autumn {year.begins}", f"Spring {year.begins + 1}", f"Summer {year.begins + 1}")
        ),
        cell.join(("Starts", *map(hand.day, firsts))),
        cell.join(("Half term", *(hand.span(*half) for half in halves))),
        cell.join(("Ends", *map(hand.day, lasts))),
    ]


def stretches_alone(hand: Hand) -> Lines:
    return [hand.span(*period) for period in hand.year.pupil_periods]


def html_table(hand: Hand) -> Lines:
    rows = "".join(
        f"<tr><td>{name}</td><td>{escape(hand.day(first))}</td><td>{escape(hand.day(last))}</td></tr>\n"
        for name, (first, last) in zip(_names(hand.random), hand.year.pupil_periods, strict=True)
    )
    return [f"<table>\n<tr><th>Term</th><th>Start</th><th>End</th></tr>\n{rows}</table>"]


def one_paragraph(hand: Hand) -> Lines:
    year = hand.year
    words = [
        f"The school year {year.begins}/{(year.begins + 1) % 100} begins on {hand.day(year.pupil_periods[0][0])}."
    ]
    for name, (last, first) in zip(HOLIDAYS, _breaks(year, pupils=True), strict=True):
        words.append(
            f"We break up for the {name} on {hand.day(last)} and children return on {hand.day(first)}."
        )
    words.append(f"School closes for the summer holiday on {hand.day(year.pupil_periods[-1][1])}.")
    return [" ".join(words)]


def cards_a_term(hand: Hand) -> Lines:
    words = hand.random.choice(
        [("First day", "Last day"), ("Start", "End"), ("Start date", "End date"), ("Opens", "Closes")]
    )
    lines: Lines = []
    for name, (first, last) in zip(_names(hand.random), hand.year.pupil_periods, strict=True):
        lines += ["", name, f"{words[0]}: {hand.day(first)}", f"{words[1]}: {hand.day(last)}"]
    return lines


def cards_a_term_a_cell_a_line(hand: Hand) -> Lines:
    lines: Lines = []
    for name, (first, last) in zip(_names(hand.random), hand.year.pupil_periods, strict=True):
        lines += ["", name, "Start date", hand.day(first), "End date", hand.day(last)]
    return lines


def five_columns(hand: Hand) -> Lines:
    year, cell = hand.year, hand.random.choice(["\t", " | "])
    heads = hand.random.choice(
        [
            ("Starts", "Half term starts", "Half term ends", "Ends"),
            ("Term begins", "Half term begins", "Half term ends", "Term ends"),
        ]
    )
    lines = [cell.join(("Term", *heads))]
    for n, season in enumerate(("Autumn", "Spring", "Summer")):
        off, back = _holidays(year)[2 * n]
        days = (year.pupil_periods[2 * n][0], off, back, year.pupil_periods[2 * n + 1][1])
        lines.append(cell.join((f"{season} {year.begins + (n > 0)}", *map(hand.day, days))))
    return lines


def four_columns(hand: Hand) -> Lines:
    year, cell = hand.year, hand.random.choice(["\t", " | "])
    lines = [cell.join(("Term", "Begins", "Half term", "Ends"))]
    for n, season in enumerate(("Autumn", "Spring", "Summer")):
        first, last = year.pupil_periods[2 * n][0], year.pupil_periods[2 * n + 1][1]
        half = hand.span(*_holidays(year)[2 * n])
        lines.append(cell.join((f"{season} {year.begins + (n > 0)}", hand.day(first), half, hand.day(last))))
    return lines


def open_and_closed(hand: Hand) -> Lines:
    lines: Lines = []
    cell = hand.random.choice(["\t", " | ", ": "])
    holidays = [*_holidays(hand.year), None]
    for period, holiday in zip(hand.year.pupil_periods, holidays, strict=True):
        lines.append(f"School open{cell}{hand.span(*period)}")
        if holiday:
            lines.append(f"School closed{cell}{hand.span(*holiday)}")
    return lines


def terms_and_half_terms_on_a_line(hand: Hand) -> Lines:
    year, lines = hand.year, []
    for n, season in enumerate(("Autumn", "Spring", "Summer")):
        first, last = year.pupil_periods[2 * n][0], year.pupil_periods[2 * n + 1][1]
        half = hand.span(*_holidays(year)[2 * n])
        apart = hand.random.choice(
            ["; half term: ", " (half term ", ", half term holiday ", " | Half term: "]
        )
        end = ")" if "(" in apart else ""
        lines.append(
            f"{season} term {year.begins + (n > 0)}{hand.colon}{hand.span(first, last)}{apart}{half}{end}"
        )
    return lines


def two_columns_interleaved(hand: Hand) -> Lines:
    """Both halves of a page of two columns, a line of the one and a line of the other."""
    lines = six_terms(hand)
    left, right = lines[:3], lines[3:]
    return [line for pair in zip(left, right, strict=True) for line in pair]


def staff_and_pupils(hand: Hand) -> Lines:
    year = hand.year
    lines: Lines = []
    who = hand.random.choice(["Pupils", "Children", "Students"])
    for number, (first, last) in enumerate(year.pupil_periods, start=1):
        lines += [
            f"{who} return: {hand.day(first)}",
            f"Last day of term {number} for {who.lower()}: {hand.day(last)}",
        ]
    return lines


def stretches_with_their_holidays(hand: Hand) -> Lines:
    lines: Lines = []
    for number, season in enumerate(("Autumn", "Spring", "Summer")):
        first, second = hand.year.pupil_periods[2 * number : 2 * number + 2]
        holidays = _holidays(hand.year)
        lines += [
            f"{season} Term {hand.year.begins + (number > 0)}",
            hand.span(*first),
            f"Half term {hand.span(*holidays[2 * number])}",
            hand.span(*second),
        ]
        if number < 2:
            lines.append(f"{('Christmas', 'Easter')[number]} holiday {hand.span(*holidays[2 * number + 1])}")
    return lines


def two_languages(hand: Hand) -> Lines:
    """Every line once more in Welsh, whose months we do not know."""
    welsh = dict(
        zip(
            MONTHS,
            (
                "Ionawr",
                "Chwefror",
                "Mawrth",
                "Ebrill",
                "Mai",
                "Mehefin",
                "Gorffennaf",
                "Awst",
                "Medi",
                "Hydref",
                "Tachwedd",
                "Rhagfyr",
            ),
            strict=True,
        )
    )
    hand.order, hand.months, hand.weekdays, hand.slips = "day", "full", "none", False
    lines: Lines = []
    for number, line in enumerate(six_terms(hand), start=1):
        rest = line.partition(hand.colon)[2]
        for month, name in welsh.items():
            rest = rest.replace(month, name)
        lines += [line, f"Tymor {number}{hand.colon}{rest}"]
    return lines


PAGES: tuple[Callable[[Hand], Lines], ...] = (
    *(six_terms, six_terms_with_counts, starts_half_term_ends, first_and_last_table, closes_reopens_table),
    *(
        holidays_table,
        holidays_list,
        labels_above,
        labels_below,
        day_then_label,
        label_then_day,
        diary,
        prose,
    ),
    *(one_paragraph, cards_a_term, cards_a_term_a_cell_a_line, five_columns, four_columns, open_and_closed),
    *(
        terms_and_half_terms_on_a_line,
        two_columns_interleaved,
        staff_and_pupils,
        stretches_with_their_holidays,
    ),
    *(two_languages, break_up_and_return, holiday_cards, columns_of_terms, stretches_alone, html_table),
)


def training_lines(hand: Hand) -> Lines:
    name = hand.random.choice(
        [
            "INSET days",
            "Inset Days",
            "Staff training days",
            "Training days",
            "Teacher training days",
            "PD days",
            "Staff Development Days",
        ]
    )
    days = [hand.day(day) for day in hand.year.inset]
    style = hand.random.randrange(4)
    if style == 0:
        return [f"{name}: " + ", ".join(days[:-1]) + f" and {days[-1]}"]
    if style == 1:
        return ["", name, *days]
    if style == 2:
        return [f"{name.rstrip('s')}: {day}" for day in days]
    return [f"{day} - {name.rstrip('s')}, school closed to pupils" for day in days]


NOISE = (
    "School starts at 8.45am and ends at 3.15pm",
    "Tel: 020 7946 0000",
    "Please do not book holidays in term time.",
    "Year 6 SATs week: 11 to 14 May",
    "Parents’ evening: Wednesday 12 November",
    "School photographs 3 October",
    "Children attend for 190 days a year.",
    "Sports day 25 June",
    "Year 5 first aid training 3 February",
    "Page last updated 3 March",
    "Click here to print",
    "Christmas concert 10 December",
    "May Day bank holiday: 1st Monday in May",
)


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page: its text, the year that is true, the lines that are noise, and how it was printed."""

    text: str
    year: Year
    noise: tuple[str, ...]
    kind: str


def printed(random: Random) -> Page:
    """A true year, printed in one of the ways, with its heading, its training days, and perhaps with noise."""
    year = true_year(random)
    hand = a_hand(random, year)
    kind = random.choice(PAGES)
    heading = random.choice(
        [
            f"Term dates {year.begins}/{(year.begins + 1) % 100:02d}",
            f"Academic Year {year.begins}-{year.begins + 1}",
            f"School Term and Holiday Dates {year.begins} - {year.begins + 1}",
            f"{year.begins}/{year.begins + 1}",
        ]
    )
    lines = [heading, *kind(hand)]
    lines += [*random.choice([[], [""]]), *training_lines(hand)]
    noise = tuple(random.sample(NOISE, random.choice([0, 0, 1, 3])))
    before = random.random() < 0.3
    lines = [*lines[:1], *noise, *lines[1:]] if before else [*lines, "", *noise]
    return Page("\n".join(lines), year, noise, kind.__name__)
