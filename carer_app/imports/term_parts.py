"""The pieces of a line that may be days: a number with or without its weekday, month and year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from carer_app.imports.term_tokens import Token, month_at, skip, tokens_in, weekday_at


@dataclass(frozen=True, slots=True)
class PartOfDate:
    """A day whose month may still follow: "27th" in "27th to 31st October"."""

    day: int
    weekday: int | None
    month: int | None
    year: int | None
    at: int
    end: int
    sure: bool  # an ordinal or a weekday says that the number is a day
    month_first: bool = False
    slip: str = ""  # a year with a slip in it, as "20256"


@dataclass(frozen=True, slots=True)
class Habits:
    """How the writer of a text writes dates: figures with the month first, "25" for 2025 after a month's name."""

    month_first: bool = False
    short_years: bool = False


DAY_FIRST = Habits()
_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:20)?\d\d(?![\d/-])")
_SHORT_YEAR = re.compile(
    r"\d(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+(2\d|3\d)(?=\s*(?:$|[|,;:()–-]|to\b|until\b|and\b)"
    r"|\s+(?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z])",
    re.M | re.IGNORECASE,
)


def habits_of(text: str) -> Habits:
    """What the whole text shows of how its writer writes dates."""
    figures = [(int(one), int(other)) for one, _mark, other in _FIGURES.findall(text)]
    month_first = any(other > 12 for _one, other in figures) and all(one <= 12 for one, _other in figures)
    ends = sorted(int(year) for year in _SHORT_YEAR.findall(text))
    return Habits(month_first, len(ends) >= 3 and ends[-1] - ends[0] <= 2)


def parts_in(line: str, habits: Habits = DAY_FIRST) -> list[PartOfDate]:
    """The parts of a line, in order."""
    return _parts(tokens_in(line), habits)


def _parts(tokens: Sequence[Token], habits: Habits) -> list[PartOfDate]:
    parts: list[PartOfDate] = []
    place = 0
    while place < len(tokens):
        found, place = _part_at(tokens, place, habits)
        if found is not None:
            parts.append(found)
    return parts


def _part_at(tokens: Sequence[Token], place: int, habits: Habits) -> tuple[PartOfDate | None, int]:
    """The day that begins at a token, if one does, and the token after it."""
    start, weekday = place, None
    if (day := weekday_at(tokens, place)) is not None:
        weekday, place = day, skip(tokens, place + 1, ",.:", "the", "of")
        if _follows_weekday(tokens, start):
            weekday = None  # "Tuesday and Wednesday 1st and 2nd September": we do not tell which is whose
    at = place if weekday is not None and _ends_a_name(tokens, start) else start
    token = tokens[place] if place < len(tokens) else None
    part: PartOfDate | None = None
    if token is not None and token.kind in ("iso", "numeric", "short"):
        part, place = _figures(token, weekday, tokens[at].at, habits), place + 1
    elif token is not None and token.kind == "number":
        part, place = _day_first(tokens, at, place, weekday, habits)
    elif token is not None and month_at(tokens, place) is not None:
        part, after = _month_first(tokens, at, place, weekday, habits)
        place = after if part else start + 1
    if part is None:
        return None, max(place, start + 1) if weekday is None else start + 1
    return _weekday_after(tokens, part, place)


def _ends_a_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether the weekday at a place ends the name of a day: "Good Friday 26 March"."""
    return place > 0 and tokens[place - 1].text.casefold() in ("good", "easter", "whit")


def _follows_weekday(tokens: Sequence[Token], place: int) -> bool:
    """Whether the weekday at a place is the last of several: "Tuesday and Wednesday"."""
    joined_by = place - 1
    return (
        joined_by >= 1
        and tokens[joined_by].text.casefold() in ("and", "&", ",", "/", "-", "to")
        and weekday_at(tokens, joined_by - 1) is not None
    )


def _weekday_after(tokens: Sequence[Token], part: PartOfDate, place: int) -> tuple[PartOfDate, int]:
    """A weekday that follows its date, as in "3 September (Wednesday)"; not one that begins the next date."""
    if part.weekday is not None or part.month is None:
        return part, place
    after = skip(tokens, place, ",(")
    weekday = weekday_at(tokens, after)
    following = skip(tokens, after + 1, ",.", "the", "of")
    begins_another = following < len(tokens) and (
        tokens[following].kind in ("number", "numeric", "iso", "short")
        or month_at(tokens, following) is not None
    )
    if weekday is None or begins_another:
        return part, place
    return replace(part, weekday=weekday, end=tokens[after].end), after + 1


def _figures(token: Token, weekday: int | None, at: int, habits: Habits) -> PartOfDate | None:
    numbers = [int(figures) for figures in re.findall(r"\d+", token.text)]
    if token.kind == "iso":
        year, month, day = numbers
    elif token.kind == "short":
        (day, month), year = numbers, 0
    else:
        day, month, year = numbers
    if token.kind != "iso" and habits.month_first:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    full = None if token.kind == "short" else year if year > 99 else 2000 + year
    return PartOfDate(day, weekday, month, full, at, token.end, True)


def _day_first(
    tokens: Sequence[Token], start: int, place: int, weekday: int | None, habits: Habits
) -> tuple[PartOfDate | None, int]:
    token = tokens[place]
    number = int(re.sub(r"\D", "", token.text))
    is_ordinal = not token.text.isdecimal()
    if not 1 <= number <= 31:
        return None, place + 1
    end = token.end
    after = skip(tokens, place + 1, ".", "of")
    joined = _joined_month(tokens, place)
    if joined:
        after = place + 2
    if (month := month_at(tokens, after)) is None:
        return PartOfDate(
            number, weekday, None, None, tokens[start].at, end, is_ordinal or weekday is not None
        ), place + 1
    if not is_ordinal and _begins_american(tokens, after):
        return None, place + 1  # "Term 1 September 1, 2026"
    year, last = _joined_year(tokens, after + 1, joined) or _year_after(tokens, after + 1, habits)
    slip = _slip(tokens[last - 1])
    return PartOfDate(
        number, weekday, month, year, tokens[start].at, tokens[last - 1].end, True, slip=slip
    ), last


def _joined_month(tokens: Sequence[Token], place: int) -> str:
    """The mark that joins a day to its month without a space, as a sheet writes it: "10-Nov-26"; "" for none."""
    if place + 2 >= len(tokens) or month_at(tokens, place + 2) is None or tokens[place + 1].text not in "-/":
        return ""
    day, mark, month = tokens[place : place + 3]
    return mark.text if day.end == mark.at and mark.end == month.at else ""


def _joined_year(tokens: Sequence[Token], place: int, mark: str) -> tuple[int, int] | None:
    """The year that the same mark joins to a day and its month, and the token after it."""
    if not mark or place + 1 >= len(tokens) or tokens[place].text != mark:
        return None
    year = tokens[place + 1]
    if tokens[place].end != year.at or not year.text.isdecimal() or len(year.text) not in (2, 4):
        return None
    return int(year.text) if len(year.text) == 4 else 2000 + int(year.text), place + 2


def _begins_american(tokens: Sequence[Token], month: int) -> bool:
    """Whether a month has its own day and year after it: "September 1, 2026"."""
    day = skip(tokens, month + 1, ".", "the")
    if day >= len(tokens) or tokens[day].kind != "number":
        return False
    year = skip(tokens, day + 1, ",")
    return year < len(tokens) and tokens[year].kind == "year"


def _month_first(
    tokens: Sequence[Token], start: int, place: int, weekday: int | None, habits: Habits
) -> tuple[PartOfDate | None, int]:
    month = month_at(tokens, place)
    after = skip(tokens, place + 1, ".", "the")
    if month is None or after >= len(tokens) or tokens[after].kind != "number":
        return None, place + 1
    number = int(re.sub(r"\D", "", tokens[after].text))
    following = skip(tokens, after + 1, "", "of")
    # "September 3 October" is no American date: the month of the 3 follows. In "Oct 3 Oct 30" it does not.
    another = following + 1 < len(tokens) and tokens[following + 1].kind == "number"
    if not 1 <= number <= 31 or (month_at(tokens, following) is not None and not another):
        return None, place + 1
    year, last = _year_after(tokens, after + 1, habits)
    at, end, slip = tokens[start].at, tokens[last - 1].end, _slip(tokens[last - 1])
    return PartOfDate(number, weekday, month, year, at, end, True, month_first=True, slip=slip), last


def _slip(token: Token) -> str:
    """A year with a figure too many: "20256". The days beside it tell the year, and the carer is told."""
    return token.text if token.kind == "figures" and len(token.text) == 5 and token.text[:2] == "20" else ""


def _year_after(tokens: Sequence[Token], place: int, habits: Habits) -> tuple[int | None, int]:
    """The year that follows a month, and the token after it; None where there is none, or it has a slip in it."""
    after = skip(tokens, place, ",.'’")
    token = tokens[after] if after < len(tokens) else None
    if token is None:
        return None, place
    if token.kind == "year":
        return int(token.text), after + 1
    if _slip(token):
        return None, after + 1
    apostrophe = tokens[place].text in "'’"
    if token.kind == "number" and token.text.isdecimal() and len(token.text) == 2:
        following = tokens[after + 1] if after + 1 < len(tokens) else None
        ends = (
            following is None
            or following.kind == "mark"
            or (following.kind == "word" and month_at(tokens, after + 1) is None)
        )
        if apostrophe or (habits.short_years and ends and token.text[0] in "23"):
            return 2000 + int(token.text), after + 1
    return None, place
