"""Finding the dates in a line of somebody's text, however they are written. Nothing is guessed about a year here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from carer_app.imports.term_parts import DAY_FIRST, Habits, PartOfDate, parts_in
from carer_app.imports.term_tokens import month_at, tokens_in
from carer_app.imports.term_written_day import Group, WrittenDay


@lru_cache(maxsize=8192)
def bare_years(line: str, habits: Habits = DAY_FIRST) -> tuple[int, ...]:
    """The single years a line names beside its dates: 2025 in "Autumn term 2025"."""
    spans = [(group.at, group.end) for group in groups(line, habits)]
    return tuple(
        int(token.text)
        for token in tokens_in(line)
        if token.kind == "year" and not any(at <= token.at < end for at, end in spans)
    )


@lru_cache(maxsize=8192)
def groups(line: str, habits: Habits = DAY_FIRST) -> tuple[Group, ...]:
    """Every day in a line, those together that are written together, in order."""
    found = list(_grouped(line, _with_months(parts_in(line, habits), line)))
    return tuple(_as_weeks(line, group, before) for group, before in zip(found, [None, *found], strict=False))


_WEEKS = re.compile(
    r"(?:\bw\s?/?\s?[bc]\b|\bweek (?:beginning|commencing|starting|of|from)|"
    r"\b(?:for )?(?P<count>one|two|three|1|2|3|a) weeks? (?:from|beginning|starting|commencing)|"
    r"\b(?:for )?(?P<fortnight>a fortnight|fortnight) (?:from|beginning|starting))[\s:,-]*(?:on )?(?:the )?$",
    re.IGNORECASE,
)
_COUNTS = {"all": 1, "one": 1, "a": 1, "two": 2, "three": 3, "1": 1, "2": 2, "3": 3}


# "26/10/26 | All week | Half term", "Week commencing Monday, March 29; two weeks"
_LASTS = re.compile(
    r"[\s|,;:(-]*(?:for |lasting )?(?:(?P<count>all|one|two|three|1|2|3) weeks?|(?P<fortnight>(?:a )?fortnight))"
    r"(?=\s*(?:$|[|.,;:)-]))",
    re.IGNORECASE,
)
_MONDAY_OR_NOT_SAID = (None, 0, 1)


def _as_weeks(line: str, group: Group, before: Group | None) -> Group:
    """A day that stands for whole weeks: "week beginning 16 February", "for two weeks from 20 October"."""
    if len(group.days) > 1:
        return _as_weeks_in_a_row(line, group, before)
    said = _WEEKS.search(line[before.end if before else 0 : group.at])
    lasts = _LASTS.match(line, group.end)
    if lasts is not None and group.days[0].weekday in _MONDAY_OR_NOT_SAID:
        said = lasts
    if said is None:
        return group
    weeks = 2 if said["fortnight"] else _COUNTS.get((said["count"] or "1").casefold(), 1)
    return replace(group, is_range=True, weeks=weeks)


def _as_weeks_in_a_row(line: str, group: Group, before: Group | None) -> Group:
    """Weeks that are told one after another: "w/c Monday 25 December & Monday 1 January"."""
    led = _WEEKS.search(line[before.end if before else 0 : group.at])
    if group.is_range or led is None or led["count"] or led["fortnight"]:
        return group
    first, last = group.days[0], group.days[-1]
    days = (last.month - first.month) % 12 * 30 + last.day - first.day
    weeks = len(group.days)
    return (
        replace(group, days=(replace(first, end=last.end),), is_range=True, weeks=weeks)
        if 0 <= days - 7 * (weeks - 1) + 2 <= 3
        else group
    )


_TO = re.compile(
    r"[\s,.|)(]*(?:-\s?to\s?-|-+>?|→|to|until|till|up to|through|thru|inclusive to)[\s,.|(]*"
    r"(?:and including\s*)?(?:the\s+)?",
    re.I,
)
_AND = re.compile(r"[\s.]*(?:,|and|&|\+|/|\\|,\s*and|;)[\s,.]*(?:the\s+)?", re.I)


def _with_months(parts: Sequence[PartOfDate], line: str) -> list[WrittenDay]:
    """Days that have their month, those written without one taking that of the day they are joined to."""
    whole: list[PartOfDate] = []
    for part in parts:
        before = whole[-1] if whole else None
        if part.month is None and before is not None and before.month_first and _joined(line, before, part):
            year, end = _year_behind(line, part)
            part = replace(part, month=before.month, year=year or before.year, month_first=True, end=end)
        whole.append(part)
    days: list[WrittenDay] = []
    following: PartOfDate | None = None
    for part in reversed(whole):
        borrowed = part.month is None and following is not None and _may_take(line, part, following)
        if borrowed and following is not None:
            part = replace(part, month=following.month, year=following.year)
        if part.month is not None:
            days.append(
                WrittenDay(
                    part.day, part.month, part.year, part.weekday, part.at, part.end, borrowed, part.slip
                )
            )
            following = part
        elif part.sure:
            following = None
    return days[::-1]


def _year_behind(line: str, part: PartOfDate) -> tuple[int | None, int]:
    """The year behind the last day of an American stretch, "October 27 to 31, 2025", and where it ends."""
    year = _YEAR.match(line, part.end)
    return (int(year[1]), year.end()) if year else (part.year, part.end)


_YEAR = re.compile(r"\s?,?\s(20\d\d)(?![\d/-])")
_COUNTED = re.compile(
    r"(?:day|term|week|number|no|inset|phase|module|part|half|year|autumn|spring|summer)\.?\s*$", re.I
)
_NUMBERED = re.compile(r"(?<!half )(?<!half-)\b(?:term|module|phase|autumn|spring|summer)\s*$", re.I)
# "Closed to Years 7, 8 and 9 - Friday 27 November"
_YEAR_GROUP = re.compile(
    r"\b(?<!school )(?<!academic )(?:years?|yrs?|y|forms?|class(?:es)?|ks|key stages?|groups?)\s?"
    r"(?:\d{1,2}\s?(?:,|and|&|-|to|/)\s?)*$",
    re.I,
)
MOST_NUMBERED = 6
_ORDINAL = re.compile(r"\d\s?(?:st|nd|rd|th)\b", re.I)


def _may_take(line: str, part: PartOfDate, following: PartOfDate) -> bool:
    """Whether a number is a day in the month of the day after it; in "Day 3 - Monday 27 October" the 3 is none."""
    if _side_by_side(line, part.at, part.end, following.at) or _lost_its_dash(line, part, following):
        return True
    if not _joined(line, part, following) or (not part.sure and _YEAR_GROUP.search(line[: part.at])):
        return False
    if _NUMBERED.search(line[: part.at]) and part.day <= MOST_NUMBERED and not part.sure:
        return False
    before = line[: part.at]
    counted = part.day <= MOST_NUMBERED and (_COUNTED.search(before) or before[-1:].isalpha())  # "SDD1"
    if counted and not part.sure and _ORDINAL.search(line, following.at, following.end):
        return False  # "Inset 2 - 22nd July"
    if part.sure or following.weekday is None:
        return True
    return part.day < following.day and not counted


def _side_by_side(line: str, at: int, end: int, following: int) -> bool:
    """Whether the "and" of two days was lost: "2nd 3rd September"."""
    return not line[end:following].strip() and bool(_ORDINAL.search(line, at, end))


def _lost_its_dash(line: str, part: PartOfDate, following: PartOfDate) -> bool:
    """Whether the "to" of two days was lost: "Monday 17th Friday 21 February"."""
    told = part.weekday is not None and following.weekday is not None and part.day < following.day
    return told and not line[part.end : following.at].strip()


def _joined(line: str, before: PartOfDate, after: PartOfDate) -> bool:
    between = line[before.end : after.at]
    return bool(_TO.fullmatch(between) or _AND.fullmatch(between))


# "3 Term begins", "27-31 Half term", "1 & 2 Inset"; not "3 weeks", "2 x tickets".
_AFTER_A_DAY = re.compile(
    r"\s*[-&|:,]\s*\w|\s+(?!weeks?\b|days?\b|x\b|years?\b|hours?\b|of\b|pm\b|am\b)[A-Za-z]{2}", re.I
)


def day_under_month(line: str, month: int, year: int | None) -> Group | None:
    """The day, or days, that a line of a diary begins with, below a month's name: "Monday 1st Inset day"."""
    parts = parts_in(line)
    if not parts or parts[0].month is not None or line[: parts[0].at].strip(" |-*•"):
        return None
    if not parts[0].sure and not _AFTER_A_DAY.match(line[parts[0].end :]):
        return None
    days = [_under(parts[0], month, year)]
    for before, part in pairwise(parts):
        if part.month is not None or not _joined(line, before, part):
            break
        days.append(_under(part, month, year))
    is_range = len(days) == 2 and bool(_TO.fullmatch(line[days[0].end : days[1].at]))
    if is_range and days[1].day < days[0].day:
        # "21st to 1st" below December runs into January.
        later = None if year is None else year + (month == 12)
        days[1] = replace(days[1], month=month % 12 + 1, year=later)
    return Group(tuple(days), is_range)


def _under(part: PartOfDate, month: int, year: int | None) -> WrittenDay:
    return WrittenDay(part.day, month, year, part.weekday, part.at, part.end)


@lru_cache(maxsize=8192)
def month_alone(line: str) -> tuple[int, int | None] | None:
    """The month, and the year if there is one, of a line that says nothing else: "September", "October 2025"."""
    tokens = [token for token in tokens_in(line) if token.kind != "mark"]
    month = month_at(tokens, 0)
    if month is None or len(tokens) > 2 or (len(tokens) == 2 and tokens[1].kind != "year"):
        return None
    return month, int(tokens[1].text) if len(tokens) == 2 else None


def _grouped(line: str, days: Sequence[WrittenDay]) -> Iterator[Group]:
    run: list[WrittenDay] = []
    kind: Literal["one", "range", "list"] = "one"
    for day in days:
        between = _WHOSE.sub("-", _HOURS.sub(" ", line[run[-1].end : day.at])) if run else ""
        joined_by: Literal["one", "range", "list"] = (
            "range"
            if run and (_TO.fullmatch(between) or _is_between(line, run, between))
            else "list"
            if run
            and (
                _AND.fullmatch(between)
                or (
                    run[-1].borrowed
                    and None in (run[-1].weekday, day.weekday)
                    and _side_by_side(line, run[-1].at, run[-1].end, day.at)
                )
            )
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


# "Fri 20 Oct (12.30) - Mon 30 Oct": an hour of the first day parts it from nothing.
_HOURS = re.compile(
    r"\(\s*(?:at )?\d{1,2}[.:]\d\d\s*(?:[ap]\.?m)?\.?\s*\)|"
    r"\(?\b(?:at )?(?:\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m|(?:12 )?noon)\b\.?\)?",
    re.I,
)


# "4 September (Year 7 and Year 12) - 18 December": nor does it whose first day it is
_WHOSE = re.compile(
    r"^\s*\(?\s*(?:for )?(?:(?:years?|yrs?|and|,|&|\d{1,2})\s*){2,12}\)?\s*(?:-|to\b|until\b)\s*$", re.I
)


def _is_between(line: str, run: Sequence[WrittenDay], between: str) -> bool:
    """Whether two days are a stretch: "between 2 September and 24 October"."""
    return between.strip() == "and" and line[: run[0].at].rstrip().casefold().endswith("between")


def _group(run: Sequence[WrittenDay], kind: str) -> Group:
    """A year that is written once holds for the days before it: "27 October to 31 October 2025"."""
    days = list(run)
    if kind == "range" and days[0].borrowed and days[0].day > days[1].day:
        # "22nd - Friday 2nd January 2026": the first lies in the month before.
        month, year = days[0].month - 1 or 12, days[0].year
        days[0] = replace(days[0], month=month, year=None if year is None else year - (month == 12))
    for place in range(len(days) - 2, -1, -1):
        later = days[place + 1]
        if days[place].year is None and later.year is not None:
            year = later.year - (days[place].month > later.month)
            days[place] = replace(days[place], year=year)
    return Group(tuple(days), kind == "range")
