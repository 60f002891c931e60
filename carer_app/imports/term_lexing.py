"""Finding the dates in a line of somebody's text, however they are written. Nothing is guessed about a year here."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from carer_app.typed_dates import MONTHS, UNSEEN, WEEKDAYS

LONGEST_LINE = 2_000

_MONTHS = {name.casefold()[:cut]: n for n, name in enumerate(MONTHS, 1) for cut in range(3, len(name) + 1)}
_WEEKDAYS = {name.casefold()[:cut]: n for n, name in enumerate(WEEKDAYS) for cut in range(3, len(name) + 1)}
_WEEKDAYS["weds"] = 2
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d~]")

# Columns come as tabs or as wide gaps.
_CELLS = re.compile(r"[ ]*\t[ \t]*|[ ]{4,}(?=\S)")

_TOKEN = re.compile(
    r"(?P<iso>(?<!\d)(?:19|20)\d\d-\d{1,2}-\d{1,2}(?!\d))"
    r"|(?P<years>(?<!\d)20\d\d(?:\s?[/-]\s?20\d\d|[/-]\d\d)(?![/.-]?\d)(?!st|nd|rd|th))"
    r"|(?P<numeric>(?<![\d/.])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:(?:19|20)\d\d|\d\d)(?![\d/]))"
    r"|(?P<short>(?<![\d/.])\d{1,2}/\d{1,2}(?![\d/.]))"
    r"|(?P<time>(?<![\d/])\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|noon)\b|(?<![\d/])\d{1,2}:\d\d(?!\d))"
    r"|(?P<year>(?<!\d)(?:19|20)\d\d(?!\d))"
    r"|(?P<number>(?<!\d)\d{1,2}(?:\s?(?:st|nd|rd|th)\b)?(?!\d))"
    r"|(?P<figures>\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<mark>[^\s\w]|_)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """One day as it is written: `year` None where none is. `at` and `end` are where it stands in the line."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """Days that are written together: one, a list ("1 and 2 September"), or a range ("27 to 31 October")."""

    days: tuple[WrittenDay, ...]
    is_range: bool

    @property
    def at(self) -> int:
        return self.days[0].at

    @property
    def end(self) -> int:
        return self.days[-1].end


@dataclass(frozen=True, slots=True)
class SchoolYearSaid:
    """A school year that the text names, as "2025/26": `year` is the one it begins in."""

    year: int
    at: int


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A day whose month may still follow: "27th" in "27th to 31st October"."""

    day: int
    weekday: int | None
    month: int | None
    year: int | None
    at: int
    end: int
    sure: bool  # an ordinal or a weekday says that the number is a day
    month_first: bool = False


def tidied(text: str) -> str:
    """Text without what nobody sees, with plain dashes and spaces, and with "|" between the columns of a table."""
    plain = unicodedata.normalize("NFKC", html.unescape(text))
    plain = _DASHES.sub("-", UNSEEN.sub("", plain)).replace("\u00a0", " ")
    return _CELLS.sub(" | ", plain)


def school_years(line: str) -> list[SchoolYearSaid]:
    """The school years a line names; "2025/27" is none."""
    named = ((_school_year(token.text), token.at) for token in _tokens(line) if token.kind == "years")
    return [SchoolYearSaid(year, at) for year, at in named if year is not None]


def bare_years(line: str) -> list[int]:
    """The single years a line names beside its dates: 2025 in "Autumn term 2025"."""
    spans = [(group.at, group.end) for group in groups(line)]
    return [
        int(token.text)
        for token in _tokens(line)
        if token.kind == "year" and not any(at <= token.at < end for at, end in spans)
    ]


def groups(line: str) -> list[Group]:
    """Every day in a line, those together that are written together, in order."""
    return list(_grouped(line, _with_months(_parts(list(_tokens(line))), line)))


def _tokens(line: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(line[:LONGEST_LINE]):
        assert match.lastgroup is not None
        if match.lastgroup == "years" and _school_year(match[0]) is None:
            yield _Token("year", match[0][:4], match.start(), match.start() + 4)
            continue
        yield _Token(match.lastgroup, match[0], match.start(), match.end())


def _school_year(years: str) -> int | None:
    """The year a school year begins in, of "2025/26"; None of "2025/27"."""
    first, second = (int(part) for part in re.split(r"\s?[/-]\s?", years))
    return first if (first + 1) % 100 == second % 100 else None


def _parts(tokens: Sequence[_Token]) -> list[_Part]:
    parts: list[_Part] = []
    place = 0
    while place < len(tokens):
        found, place = _part_at(tokens, place)
        if found is not None:
            parts.append(found)
    return parts


def _part_at(tokens: Sequence[_Token], place: int) -> tuple[_Part | None, int]:
    """The day that begins at a token, if one does, and the token after it."""
    start, weekday = place, None
    if (day := _weekday(tokens, place)) is not None:
        weekday, place = day, _skip(tokens, place + 1, ",.:", "the", "of")
    token = tokens[place] if place < len(tokens) else None
    part: _Part | None = None
    if token is not None and token.kind in ("iso", "numeric", "short"):
        part, place = _figures(token, weekday, tokens[start].at), place + 1
    elif token is not None and token.kind == "number":
        part, place = _day_first(tokens, start, place, weekday)
    elif token is not None and _month(tokens, place) is not None:
        part, after = _month_first(tokens, start, place, weekday)
        place = after if part else start + 1
    if part is None:
        return None, max(place, start + 1) if weekday is None else start + 1
    return _weekday_after(tokens, part, place)


def _weekday_after(tokens: Sequence[_Token], part: _Part, place: int) -> tuple[_Part, int]:
    """A weekday that follows its date, as in "3 September (Wednesday)"; not one that begins the next date."""
    if part.weekday is not None or part.month is None:
        return part, place
    after = _skip(tokens, place, ",(")
    weekday = _weekday(tokens, after)
    following = _skip(tokens, after + 1, ",.", "the", "of")
    begins_another = following < len(tokens) and (
        tokens[following].kind in ("number", "numeric", "iso", "short")
        or _month(tokens, following) is not None
    )
    if weekday is None or begins_another:
        return part, place
    return replace(part, weekday=weekday, end=tokens[after].end), after + 1


def _figures(token: _Token, weekday: int | None, at: int) -> _Part | None:
    numbers = [int(figures) for figures in re.findall(r"\d+", token.text)]
    if token.kind == "iso":
        year, month, day = numbers
    elif token.kind == "short":
        (day, month), year = numbers, 0
    else:
        day, month, year = numbers
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    full = None if token.kind == "short" else year if year > 99 else 2000 + year
    return _Part(day, weekday, month, full, at, token.end, True)


def _day_first(
    tokens: Sequence[_Token], start: int, place: int, weekday: int | None
) -> tuple[_Part | None, int]:
    token = tokens[place]
    number = int(re.sub(r"\D", "", token.text))
    is_ordinal = not token.text.isdecimal()
    if not 1 <= number <= 31:
        return None, place + 1
    end = token.end
    after = _skip(tokens, place + 1, ".", "of")
    if (month := _month(tokens, after)) is None:
        return _Part(
            number, weekday, None, None, tokens[start].at, end, is_ordinal or weekday is not None
        ), place + 1
    year, last = _year_after(tokens, after + 1)
    return _Part(number, weekday, month, year, tokens[start].at, tokens[last - 1].end, True), last


def _month_first(
    tokens: Sequence[_Token], start: int, place: int, weekday: int | None
) -> tuple[_Part | None, int]:
    month = _month(tokens, place)
    after = _skip(tokens, place + 1, ".", "the")
    if month is None or after >= len(tokens) or tokens[after].kind != "number":
        return None, place + 1
    number = int(re.sub(r"\D", "", tokens[after].text))
    following = _skip(tokens, after + 1, "", "of")
    # "September 3 October" is no American date: the month of the 3 follows. In "Oct 3 Oct 30" it does not.
    another = following + 1 < len(tokens) and tokens[following + 1].kind == "number"
    if not 1 <= number <= 31 or (_month(tokens, following) is not None and not another):
        return None, place + 1
    year, last = _year_after(tokens, after + 1)
    return _Part(
        number, weekday, month, year, tokens[start].at, tokens[last - 1].end, True, month_first=True
    ), last


def _year_after(tokens: Sequence[_Token], place: int) -> tuple[int | None, int]:
    after = _skip(tokens, place, ",.'’")
    if after < len(tokens) and tokens[after].kind == "year":
        return int(tokens[after].text), after + 1
    apostrophe = place < len(tokens) and tokens[place].text in "'’"
    if (
        apostrophe
        and after < len(tokens)
        and tokens[after].kind == "number"
        and tokens[after].text.isdecimal()
    ):
        return 2000 + int(tokens[after].text), after + 1
    return None, place


def _weekday(tokens: Sequence[_Token], place: int) -> int | None:
    if place >= len(tokens) or tokens[place].kind != "word":
        return None
    return _WEEKDAYS.get(tokens[place].text.casefold().removesuffix("'s").removesuffix("’s"))


def _month(tokens: Sequence[_Token], place: int) -> int | None:
    if place >= len(tokens) or tokens[place].kind != "word":
        return None
    return _MONTHS.get(tokens[place].text.casefold())


def _skip(tokens: Sequence[_Token], place: int, marks: str, *words: str) -> int:
    while place < len(tokens) and (
        (tokens[place].kind == "mark" and tokens[place].text in marks)
        or tokens[place].text.casefold() in words
    ):
        place += 1
    return place


_TO = re.compile(
    r"[\s,.|)(]*(?:-+|to|until|till|up to|through|thru|inclusive to)[\s,.|(]*(?:and including\s*)?(?:the\s+)?",
    re.I,
)
_AND = re.compile(r"[\s.]*(?:,|and|&|\+|/|,\s*and|;)[\s,.]*(?:the\s+)?", re.I)


def _with_months(parts: Sequence[_Part], line: str) -> list[WrittenDay]:
    """Days that have their month, those written without one taking that of the day they are joined to."""
    whole: list[_Part] = []
    for part in parts:
        before = whole[-1] if whole else None
        if part.month is None and before is not None and before.month_first and _joined(line, before, part):
            part = replace(part, month=before.month, year=before.year, month_first=True)
        whole.append(part)
    days: list[WrittenDay] = []
    following: _Part | None = None
    for part in reversed(whole):
        # In "Day 3 - Monday 27 October" the 3 is no day.
        may_take = part.month is None and following is not None and (part.sure or following.weekday is None)
        if may_take and following is not None and _joined(line, part, following):
            part = replace(part, month=following.month, year=following.year)
        if part.month is not None:
            days.append(WrittenDay(part.day, part.month, part.year, part.weekday, part.at, part.end))
            following = part
        elif part.sure:
            following = None
    return days[::-1]


def _joined(line: str, before: _Part, after: _Part) -> bool:
    between = line[before.end : after.at]
    return bool(_TO.fullmatch(between) or _AND.fullmatch(between))


def day_under_month(line: str, month: int, year: int | None) -> Group | None:
    """The day that a line of a diary begins with, below a month's name: "Monday 1st Inset day"."""
    parts = _parts(list(_tokens(line)))
    if not parts or parts[0].month is not None or not parts[0].sure or line[: parts[0].at].strip():
        return None
    first = parts[0]
    return Group((WrittenDay(first.day, month, year, first.weekday, first.at, first.end),), False)


def month_alone(line: str) -> tuple[int, int | None] | None:
    """The month, and the year if there is one, of a line that says nothing else: "September", "October 2025"."""
    tokens = [token for token in _tokens(line) if token.kind != "mark"]
    month = _month(tokens, 0)
    if month is None or len(tokens) > 2 or (len(tokens) == 2 and tokens[1].kind != "year"):
        return None
    return month, int(tokens[1].text) if len(tokens) == 2 else None


def _grouped(line: str, days: Sequence[WrittenDay]) -> Iterator[Group]:
    run: list[WrittenDay] = []
    kind: Literal["one", "range", "list"] = "one"
    for day in days:
        between = line[run[-1].end : day.at] if run else ""
        joined_by: Literal["one", "range", "list"] = (
            "range"
            if run and _TO.fullmatch(between)
            else "list"
            if run and _AND.fullmatch(between)
            else "one"
        )
        if joined_by == "range" and len(run) == 1:
            run, kind = [*run, day], "range"
        elif joined_by == "list" and kind != "range":
            run, kind = [*run, day], "list"
        else:
            if run:
                yield _group(run, kind)
            run, kind = [day], "one"
    if run:
        yield _group(run, kind)


def _group(run: Sequence[WrittenDay], kind: str) -> Group:
    """A year that is written once holds for the days before it: "27 October to 31 October 2025"."""
    days = list(run)
    for place in range(len(days) - 2, -1, -1):
        later = days[place + 1]
        if days[place].year is None and later.year is not None:
            year = later.year - (days[place].month > later.month)
            days[place] = replace(days[place], year=year)
    return Group(tuple(days), kind == "range")
