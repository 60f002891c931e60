"""Days as people say them: "a week on Friday", "3 weeks ago", "Christmas 2024". What is only rough: `rough_days`."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Near = Literal["future", "past"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAY_WORDS = {
    **{name.casefold()[:cut]: n for n, name in enumerate(WEEKDAYS) for cut in range(3, len(name) + 1)},
    "weds": 2,
}
MONTH_WORDS = {
    name.casefold()[:cut]: n for n, name in enumerate(MONTHS, 1) for cut in range(3, len(name) + 1)
}
_NEAR_DAYS = {
    **dict.fromkeys(("today", "now"), 0),
    **dict.fromkeys(("tomorrow", "tmrw", "tmr", "tomorow", "tommorow", "tommorrow"), 1),
    "the day after tomorrow": 2,
    "yesterday": -1,
    "the day before yesterday": -2,
}
_COUNTS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        start=1,
    )
} | {"a": 1, "an": 1, "a couple of": 2}
_NUMBER = r"(?P<number>\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + r")"
_AGO = re.compile(_NUMBER + r" ?(?P<unit>day|week|fortnight|month|year)s? ago")
_AHEAD = re.compile(r"in " + _NUMBER + r" ?(?P<unit>day|week|fortnight|month|year)s?(?: time|['’] time)?")
_FROM_TODAY = re.compile(_NUMBER + r" ?(?P<unit>day|week|fortnight)s? (?:from )?(?P<day>today|tomorrow)")
_WEEK_ON = re.compile(_NUMBER + r" weeks? on (?P<day>[a-z]+)|(?P<which>[a-z]+) week")
_FEASTS = {
    **dict.fromkeys(("christmas", "christmas day", "xmas"), (25, 12)),
    "christmas eve": (24, 12),
    "boxing day": (26, 12),
    **dict.fromkeys(("new year's day", "new years day", "new year"), (1, 1)),
    **dict.fromkeys(("new year's eve", "new years eve"), (31, 12)),
}
_SEVERAL_DAYS = ("christmas", "xmas", "new year")
_FEAST = re.compile(r"(?P<name>[a-z' ]+?)(?: (?P<year>\d{4}))?")
_MOST = {"day": 999, "week": 520, "fortnight": 260, "month": 240, "year": 99}


SaidOfTerm = Literal["term", "half_term", "autumn", "spring", "summer"]
"""The end of this term, the last day before half term, or the end of the term of that name."""
_BY = r"(?:by |before |until |till )?(?:the )?"
_END_OF_TERM = re.compile(
    _BY + r"(?:end|last day) of (?:the |this )?(?:(?P<season>autumn|spring|summer) )?term|" + _BY + "term end"
)
_END_OF_YEAR = re.compile(_BY + r"(?:end|last day) of (?:the |this )?school year")
_HALF_TERM = re.compile(_BY + r"half[ -]?term")
_END_OF_MONTH = re.compile(_BY + r"end of (?P<month>[a-z]+)(?: (?P<year>\d{4}))?")


def said_of_term(typed: str) -> SaidOfTerm | None:
    """Which end of a school's term is meant, where it is clear; None where another or none is."""
    words = " ".join(typed.casefold().replace("’", "'").rstrip(".").split())
    if found := _END_OF_TERM.fullmatch(words):
        season: SaidOfTerm = found["season"] or "term"  # type: ignore[assignment]  # one of those in the pattern
        return season
    if _END_OF_YEAR.fullmatch(words):
        return "summer"
    return "half_term" if _HALF_TERM.fullmatch(words) else None


def speaks_of_term(typed: str) -> bool:
    """Whether this is about a term, whose days are each school's own. `typed` is in small letters."""
    return said_of_term(typed) is not None or bool(re.search(r"\bterm\b", typed))


def _end_of_month(typed: str, today: date, near: Near) -> date | None:
    found = _END_OF_MONTH.fullmatch(typed)
    # Of what has been, it is only roughly said.
    if found is None or found["month"] not in MONTH_WORDS or near == "past":
        return None
    month = MONTH_WORDS[found["month"]]
    year = int(found["year"]) if found["year"] else year_of_month(month, today, near)
    return date(year, month, monthrange(year, month)[1]) if 1 <= year <= 9998 else None


def spoken_day(typed: str, today: date, near: Near) -> date | None:
    """The day that is said without its date, or None. `typed` is in small letters with single spaces."""
    if typed in _NEAR_DAYS:
        return today + timedelta(days=_NEAR_DAYS[typed])
    plain = typed.replace("’", "'")
    return (
        _named_weekday(plain, today, near)
        or _counted(plain, today)
        or _feast(plain, today, near)
        or _end_of_month(plain, today, near)
    )


def is_counted_roughly(typed: str) -> bool:
    """Whether this is a day of which only about how long ago it was is said, or the days of a feast."""
    ago = _AGO.fullmatch(typed)
    feast = _FEAST.fullmatch(typed)
    return bool(ago and ago["unit"] != "day") or bool(feast and feast["name"] in _SEVERAL_DAYS)


def _named_weekday(typed: str, today: date, near: Near) -> date | None:
    which, _space, name = typed.rpartition(" ")
    which = which.removesuffix("on").strip() if which.endswith("on") else which
    if name not in WEEKDAY_WORDS or which not in ("", "this", "next", "last"):
        return None
    ahead = (WEEKDAY_WORDS[name] - today.weekday()) % 7
    if which == "next":
        return today + timedelta(days=7 - today.weekday() + WEEKDAY_WORDS[name])
    if which == "last":
        return today + timedelta(days=ahead - 7)
    return today + timedelta(days=ahead - 7 if near == "past" and ahead else ahead)


def _counted(typed: str, today: date) -> date | None:
    if found := _AGO.fullmatch(typed):
        return counted_day(today, -_count(found["number"]), found["unit"])
    if found := _AHEAD.fullmatch(typed):
        return counted_day(today, _count(found["number"]), found["unit"])
    if found := _FROM_TODAY.fullmatch(typed):
        day = counted_day(today, _count(found["number"]), found["unit"])
        return day and day + timedelta(days=found["day"] == "tomorrow")
    if found := _WEEK_ON.fullmatch(typed):
        weeks, name = _count(found["number"] or "a"), found["day"] or found["which"]
        if name in _NEAR_DAYS:
            return today + timedelta(days=_NEAR_DAYS[name] + 7 * weeks)
        if name in WEEKDAY_WORDS:
            return today + timedelta(days=(WEEKDAY_WORDS[name] - today.weekday()) % 7 + 7 * weeks)
    return None


def _count(words: str) -> int:
    return _COUNTS.get(words) or int(words)


def counted_day(today: date, count: int, unit: str) -> date | None:
    """So many days, weeks, fortnights, months or years from today; None where nobody would count so far."""
    if abs(count) > _MOST[unit]:
        return None
    if unit in ("day", "week", "fortnight"):
        return today + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _feast(typed: str, today: date, near: Near) -> date | None:
    found = _FEAST.fullmatch(typed)
    if found is None or found["name"] not in _FEASTS:
        return None
    day, month = _FEASTS[found["name"]]
    if found["year"]:
        return date(int(found["year"]), month, day) if 1 <= int(found["year"]) <= 9998 else None
    this_year = date(today.year, month, day)
    if near == "past":
        return this_year if this_year <= today else this_year.replace(year=today.year - 1)
    return this_year if this_year >= today else this_year.replace(year=today.year + 1)


def year_of_month(month: int, today: date, near: Near) -> int:
    """The year of the nearest such month, this one too."""
    if near == "past":
        return today.year if month <= today.month else today.year - 1
    return today.year if month >= today.month else today.year + 1
