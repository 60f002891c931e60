"""Cutting a line of somebody's text into figures, words and marks, and knowing months and weekdays among them."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from carer_app.typed_dates import MONTHS, UNSEEN, WEEKDAYS

LONGEST_LINE = 2_000

_MONTHS = {name.casefold()[:cut]: n for n, name in enumerate(MONTHS, 1) for cut in range(3, len(name) + 1)}
_WEEKDAYS = {name.casefold()[:cut]: n for n, name in enumerate(WEEKDAYS) for cut in range(3, len(name) + 1)}
_WEEKDAYS["weds"] = 2
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d~]")

# "1/2 term", "½ day": no day of February. What is one letter above has a stroke of its own here.
_HALF = re.compile(r"(?<![\d/.])1[/\u2044]2[ -]?(?=(?:terms?|days?)\b)", re.IGNORECASE)
# "Autumn term (1/2)", "Autumn term 2/2": a half of it, and no day
_HALF_OF_TERM = re.compile(
    r"(?<=\bterm )(?P<opened>\()?(?P<which>[12])[/\u2044]2(?(opened)\)|(?![\d/.]))", re.IGNORECASE
)
# Columns come as tabs or as wide gaps.
_CELLS = re.compile(r"[ ]*\t[ ]*|[ ]{4,}(?=\S)")
# Two spaces, or three, where one is meant; not behind a sentence, where some type two.
_WIDE = re.compile(r"(?<=[^\s.!?]) {2,}(?=\S)")
# The small circle, or the mark, of a list in a letter, as it is pasted: "o Term starts".
_BULLET = re.compile(r"^\s*[o\u00a7\u00d8\u00fc](?:\t|\s+)(?=[A-Z0-9])")

_A_MONTH = r"\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_TOKEN = re.compile(
    r"(?P<iso>(?<!\d)(?:19|20)\d\d-\d{1,2}-\d{1,2}(?!\d))"
    r"|(?P<years>(?<!\d)20\d\d(?:\s?[/-]\s?20\d\d|20\d\d)(?![/.-]?\d)(?!st|nd|rd|th)|(?<!\d)20\d\d[/-]\d\d"
    r"(?![/.-]?\d)(?!st|nd|rd|th|" + _A_MONTH + r"))"
    r"|(?P<numeric>(?<![\d/.])\d{1,2}(?P<apart>\s?[/.-]\s?)\d{1,2}(?P=apart)(?:(?:19|20)\d\d|\d\d)(?![\d/]))"
    r"|(?P<short>(?<![\d/.])(?<![a-z])(?<!\byear )(?<!\byears )(?<!\byr )(?<!\byrs )(?<!\bclass )(?<!\bstage )"
    r"\d{1,2}/\d{1,2}(?![\d/])(?!\.\d)"
    r"|(?<![\d/.])\d{1,2}\.\d{1,2}\.?(?=\s?(?:-|to|until)\s?\d{1,2}\.\d{1,2}\.\d{2}))"
    r"|(?P<time>(?<![\d/])\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|noon)\b|(?<![\d/])\d{1,2}:\d\d(?!\d|[/.]\d|st|nd|rd|th|"
    + _A_MONTH
    + r")|(?<=\()(?:[01]?\d|2[0-3])\.[0-5]\d(?=\)))"
    r"|(?P<year>(?<!\d)(?:19|20)\d\d(?!\d))"
    r"|(?P<number>(?<!\d)(?<!\b[lIO])\d{1,2}(?:\s?(?:st|nd|rd|th)\b)?(?!\d))"
    r"|(?P<figures>\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<mark>[^\s\w]|_)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SchoolYearSaid:
    """A school year that the text names, as "2025/26": `year` is the one it begins in."""

    year: int
    at: int


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    at: int
    end: int


def tidied(text: str) -> str:
    """Text without what nobody sees, with plain dashes and spaces, and with "|" between the columns of a table."""
    plain = unicodedata.normalize("NFKC", html.unescape(text))
    plain = _DASHES.sub("-", UNSEEN.sub("", plain)).replace("\u00a0", " ")
    plain = _SPACE_MISREAD.sub(" ", plain)
    plain = _HALF_OF_TERM.sub(_which_half, _BULLET.sub("", plain))
    return _WIDE.sub(" ", _CELLS.sub(" | ", _HALF.sub("half ", plain)))


# What is left of a space that nothing may break, read in another encoding: "Mon\u00c2 6th June"
_SPACE_MISREAD = re.compile(r"(?<=[^\W_])[\u00c2\u0100](?=[\s\d])")


def _which_half(found: re.Match[str]) -> str:
    return "(first half)" if found["which"] == "1" else "(second half)"


@lru_cache(maxsize=8192)
def school_years(line: str) -> tuple[SchoolYearSaid, ...]:
    """The school years a line names; "2025/27" is none."""
    named = ((_school_year(token.text), token.at) for token in tokens_in(line) if token.kind == "years")
    return tuple(SchoolYearSaid(year, at) for year, at in named if year is not None)


@lru_cache(maxsize=8192)
def tokens_in(line: str) -> tuple[Token, ...]:
    """The line in pieces."""
    return tuple(_tokens(_TWO_DAYS.sub(_two_days, line[:LONGEST_LINE])))


_TWO_DAYS = re.compile(
    r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?=(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\b)", re.IGNORECASE
)


def _two_days(found: re.Match[str]) -> str:
    """ "1/2 September" is the 1st and the 2nd, and not a day of February; "23/10 October" is one day."""
    day, number = int(found[1]), int(found[2])
    month = _named(found[3].casefold(), "month")
    return (
        found[0] if month is None or (number == month and number != day + 1) else found[0].replace("/", "&")
    )


def _tokens(line: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(line):
        assert match.lastgroup is not None
        if match.lastgroup == "years" and _school_year(match[0]) is None:
            yield Token("year", match[0][:4], match.start(), match.start() + 4)
            continue
        yield Token(match.lastgroup, match[0], match.start(), match.end())


def _school_year(years: str) -> int | None:
    """The year a school year begins in, of "2025/26", or "20252026" with its mark lost; None of "2025/27"."""
    first, second = int(years[:4]), int(years[-2:])
    return first if (first + 1) % 100 == second % 100 else None


def weekday_at(tokens: Sequence[Token], place: int) -> int | None:
    """The weekday that a word names; one that is misspelt by a letter too."""
    if place >= len(tokens) or tokens[place].kind != "word":
        return None
    return _named(tokens[place].text.casefold().removesuffix("'s").removesuffix("’s"), "weekday")


def month_at(tokens: Sequence[Token], place: int) -> int | None:
    """The month that a word names; one that is misspelt by a letter or two too."""
    if place >= len(tokens) or tokens[place].kind != "word":
        return None
    return _named(tokens[place].text.casefold(), "month")


# Words that are one letter from a month or a weekday, and are words.
_NO_MISSPELLING = frozenset(
    (
        "match",
        "larch",
        "marsh",
        "parch",
        "apron",
        "sundry",
        "marcy",
        "august's",
        "monday's",
        "remember",
        "member",
    )
)


@lru_cache(maxsize=4096)
def _named(word: str, kind: str) -> int | None:
    names, table = (MONTHS, _MONTHS) if kind == "month" else (WEEKDAYS, _WEEKDAYS)
    if kind == "month" and len(word) == 4 and sorted(word) in (sorted("june"), sorted("july")):
        return table["june" if "n" in word else "july"]
    if (known := table.get(word)) is not None or len(word) < 5 or len(word) > 12 or word in _NO_MISSPELLING:
        return known
    near = [
        (letters_apart(word, name.casefold()), number)
        for number, name in enumerate(names, start=1 if kind == "month" else 0)
        if word[0] == name[0].casefold()
    ]
    apart, number = min(near, default=(9, 0))
    return number if apart <= (2 if len(word) >= 8 else 1) else None


def letters_apart(one: str, other: str) -> int:
    """How many letters have to be put in, left out, changed or swapped with their neighbour."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, wanted in enumerate(other, start=1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def skip(tokens: Sequence[Token], place: int, marks: str, *words: str) -> int:
    """The place after these marks and words."""
    while place < len(tokens) and (
        (tokens[place].kind == "mark" and tokens[place].text in marks)
        or tokens[place].text.casefold() in words
    ):
        place += 1
    return place
