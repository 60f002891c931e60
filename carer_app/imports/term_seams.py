"""Cells of a table that were glued together when it was copied, apart again: "Last DaySat 25 Oct 2025"."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

A_MONTH = _MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
A_WEEKDAY = _WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_CAPITAL_MONTH = r"(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
_LONG_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_LONG_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_CAPITAL_WEEKDAY = r"(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
_TIME = r"\d{1,2}(?:[.:]\d\d)?\s?[ap]m"
_LASTS = r"(?:All (?:day|week)|(?:One|Two|Three|1|2|3) weeks?)"
# What a cell of a page of term dates begins with, and what one ends with; other words may be a name: "ParentPay".
_BEGINS = (
    r"(?:Students?|Pupils?|Children|Schools?|Academy|Staff|Terms?|Half|Autumn|Spring|Summer|Christmas|Easter|INSET|Inset|Bank|"
    r"Training|Teachers?|Holidays?|Closed?|Closes|Opens?|Re-?[Oo]pens?|First|Last|Starts?|Ends?|Begins?|Returns?|Breaks?|"
    r"Date|From|To|No|Number|Exeats?)"
)
_ENDS = (
    r"(?:Terms?|TERM|Holidays?|HOLIDAYS?|Breaks?|Days?|DAYS?|Year|Begins?|begins?|Ends?|ends?|Starts?|starts?|term|break|"
    r"holidays?|days?|INSET|Inset|Event|Activity|Dates?|Exeats?)"
)

_WHOM = r"(?:All|Years? \d{1,2}|Everyone|Whole [Ss]chool)"

_SLIPPED = r"(?:h|t|s|d|ht|ts|dn|nt|td|sth|rth|tth|thh)\b"
_SLIPS = re.compile(rf"\b(\d{{1,2}}){_SLIPPED}(?=\s+(?:of\s+)?{_MONTH}\b)")
"""An ordinal with a letter lost: "23h October"."""
# "1 2th May": the number came apart, as "2th" is none.
_APART = re.compile(r"\b(1) ([123]th)\b")
_BEFORE_A_WEEKDAY = re.compile(
    rf"(?<=[A-Za-z0-9)*.])(?={_WEEKDAY},?\s+(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of )?{_MONTH}|\d{{1,2}}[/.]\d|"
    rf"{_MONTH}\s+\d|\d{{1,2}}(?:st|nd|rd|th)?\s*(?:-|to\b|and\b|&)))"
)
_SEAMS = (
    # "normal time.Easter Break": a sentence, and the next one
    (re.compile(r"([a-z]{2}\.)(?=[A-Z][a-z])"), r"\1 "),
    # "Monday4thSeptemberSchool re-opens": a weekday, its day and its month
    (
        re.compile(rf"({_LONG_WEEKDAY})(\d{{1,2}}(?:st|nd|rd|th))({_LONG_MONTH})(?=[A-Z]|\b)"),
        r"\1 \2 \3 | ",
    ),
    # "Monday 4thSeptemberTraining Day": the month between its day and the words
    (re.compile(rf"(\d{{1,2}}(?:st|nd|rd|th)) ?({_LONG_MONTH})(?=[A-Z][A-Za-z])"), r"\1 \2 | "),
    # "beginsSunday6th September": a weekday, and its day
    (re.compile(rf"({_LONG_WEEKDAY})(?=\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of )?{_MONTH}\b)"), r"\1 "),
    # "13thNovember": one date
    (re.compile(rf"(\d(?:st|nd|rd|th))(?={_MONTH}\b)"), r"\1 "),
    # "Term 102/09/202623/10/2026", "Autumn2.9.2623.10.26", "23 October 20262 November 2026"
    (re.compile(r"\b([A-Za-z]+ \d)(?=\d\d[/.]\d\d[/.](?:20)?\d\d)"), r"\1 | "),
    (re.compile(r"(?<=[a-z])(?=\d{1,2}[/.]\d{1,2}[/.]\d\d)"), " | "),
    (re.compile(r"(\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d)(?=\d{1,2}[/.]\d{1,2}[/.]\d\d)"), r"\1 | "),
    (re.compile(rf"\b(20\d\d)(?=\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of )?{_MONTH}\b)"), r"\1 | "),
    # "01/09/26TuesdayINSET day"
    (re.compile(rf"(\d[/.]\d{{1,2}}[/.]\d{{2,4}})(?={_WEEKDAY}(?![a-z]))"), r"\1 "),
    (re.compile(r"(\d[/.]\d{1,2}[/.](?:20)?\d\d)(?=[A-Z])"), r"\1 | "),
    (re.compile(r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?=[A-Z])"), r"\1 | "),
    # "September 20268.40amStart", "SeptemberINSET", "October 2025Half term"
    (re.compile(rf"\b(20\d\d)(?={_TIME})"), r"\1 | "),
    (re.compile(rf"(\d(?:st|nd|rd|th)?\s+(?:of )?{_MONTH}|\b20\d\d)(?=[A-Z])(?!{_MONTH}\b)"), r"\1 | "),
    # "Autumn Term 2026 (13 Weeks)Spring Term 2027"
    (re.compile(r"(?<=[a-z]\))(?=(?:Autumn|Spring|Summer)\s)"), " | "),
    # "3 MayMay Day": the month, and a name that begins with it
    (re.compile(r"(\d(?:st|nd|rd|th)?\s+May)(?=May\s+[A-Za-z])"), r"\1 | "),
    (re.compile(rf"({_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)|\d(?:st|nd|rd|th))(?=[A-Z][a-z])"), r"\1 | "),
    # "3 September71": a count of days behind it
    (re.compile(rf"(\d(?:st|nd|rd|th)?\s+{_MONTH})(?=\d{{1,3}}\W*$)"), r"\1 | "),
    (re.compile(rf"({_MONTH}|[a-z]{{3}})(?=\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of )?{_MONTH}\b)"), r"\1 | "),
    (re.compile(rf"(?<=[a-z])(?={_TIME}(?![a-z]))"), " | "),
    (re.compile(rf"({_TIME})(?=[A-Z])"), r"\1 | "),
    (re.compile(rf"(?:(?<=[A-Za-z])|(?<=20\d\d))(?={_LASTS}(?![a-z]))"), " | "),
    (re.compile(rf"\b({_LASTS})(?=[A-Z])"), r"\1 | "),
    (re.compile(r"\b(from|starts|begins|opens)(?=(?:to|until|ends|closes)\b)", re.IGNORECASE), r"\1 | "),
    # "25THMAY", "AUTUMNTERM", "FIRST DAYLAST DAY"
    (re.compile(rf"(\d(?:ST|ND|RD|TH))(?={_CAPITAL_MONTH}\b)"), r"\1 "),
    (re.compile(r"\b(AUTUMN|SPRING|SUMMER)(?=TERM\b)"), r"\1 "),
    (re.compile(r"(?<=DATE|ENDS)(?=(?:FIRST|LAST)\b)|(?<=DAY)(?=LAST\b)"), " | "),
    # "TERM BEGINSMONDAY 22ND APRIL", "22ND APRIL 2026TERM ENDS"
    (re.compile(rf"(?<=[A-Z])(?={_CAPITAL_WEEKDAY},?\s+(?:THE )?\d)"), " | "),
    (re.compile(rf"(\d(?:ST|ND|RD|TH)?\s+(?:OF )?{_CAPITAL_MONTH})(?=[A-Z]{{3}})"), r"\1 | "),
    # "AUTUMN TERMStudents return", "Half TermStudents finish"
    (re.compile(rf"(?<=[A-Z]{{3}})(?={_BEGINS}\b)"), " | "),
    (re.compile(rf"\b({_ENDS})(?={_BEGINS}(?![a-z]))"), r"\1 | "),
    # "TERM ENDSAll Students", "Back to SchoolYear 7 only", "End of Term 2All Year Groups"
    (re.compile(rf"\b({_ENDS}|School|[A-Z]{{3,}}S|[Tt]erm [1-6])(?={_WHOM}\b)"), r"\1 | "),
    (
        re.compile(
            r"(?<=[a-z])(?=(?:First|Last|Starts?|Ends?|Begins?|Date|From|To|Closes?|Opens?|Closing|Opening|Re-?[Oo]pen(?:s|ing)?|Back|Half)(?![a-z]))"
        ),
        " | ",
    ),
)


FIRST_OF_DATES = 10
# No slip and no seam is where none of these is, and most lines have none: looking for each seam takes as long as all
# the rest of reading a line. A new seam needs its place here too.
_MAY_BE_GLUED = re.compile(
    rf"[a-z\d)*.][A-Z]|[A-Z]{{2}}[a-z]|[A-Z]INSET|[a-z]\d|[A-Z\d][123] week|\d{_SLIPPED}|1 [123]th|"
    rf"[A-Z](?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|{_CAPITAL_MONTH}[A-Z]{{3}}|\d[A-Z]{{5}}|(?:AUTUMN|SPRING|SUMMER)TERM|"
    r"\d{3}[/.]\d\d[/.]|[/.]\d{3,6}[/.]|20\d{3}|(?i:from|starts|begins|opens)(?i:to|until|ends|closes)"
)


@lru_cache(maxsize=8192)
def unglued(line: str) -> str:
    """A line with "|" between cells that stand without a space between them."""
    if not _MAY_BE_GLUED.search(line):
        return line
    line = _SLIPS.sub(r"\1", _APART.sub(r"\1\2", line))
    for pattern, apart in (*_SEAMS[:FIRST_OF_DATES], (_BEFORE_A_WEEKDAY, ""), *_SEAMS[FIRST_OF_DATES:]):
        line = pattern.sub(apart, line) if apart else pattern.sub(_between, line)
    return line


def _between(found: re.Match[str]) -> str:
    """A seam before a weekday: of two cells, or only a lost space, as in "2 SeptembertoFriday 24 October"."""
    before = found.string[: found.start()]
    return " " if before.endswith("to") or _LEADS_TO_A_DAY.search(before) else " | "


_LEADS_TO_A_DAY = re.compile(r"\b(?:until|and|on|from|by|of|is)$")


def with_numbers_of_terms(lines: Sequence[str]) -> list[str]:
    """Terms that are numbered, with their day glued to the number, apart: "Autumn term 13rd Sep" is term 1, 3rd Sep.

    "Autumn term 23rd Nov" may be either; it is term 2 only where another line of the page can be nothing else, or where
    others have their number for all to see, and none is without.
    """
    are_numbered = any(map(_HAS_NUMBER.search, lines)) and not any(map(_IS_WITHOUT.search, lines))
    if not are_numbered and not any(map(_NO_DAY_ELSE.search, lines)):
        return list(lines)
    return [_NUMBER_AND_DAY.sub(r"\1 | ", line) for line in lines]


_NUMBERED = r"\b((?:Autumn|Spring|Summer) [Tt]erm [12])"
_ORDINAL = rf"(?:(?:[23]?1st|2?2nd|2?3rd|(?:[4-9]|1\d|2[04-9]|30)th)|[12]?\d|3[01])\s+(?:of )?{_MONTH}\b"
_NUMBER_AND_DAY = re.compile(rf"{_NUMBERED}(?={_ORDINAL})")
# "13rd", "12nd", "11st" and three figures: no day of a month, unless the first figure is the number of the term.
_NO_DAY_ELSE = re.compile(rf"{_NUMBERED}(?:(?=\d\d)|(?<=1)(?=1st|2nd|3rd))(?={_ORDINAL})")
# "Summer Term 1 2025", "Autumn Term 1Wed 3 Sep", "Spring Term 2:"
_HAS_NUMBER = re.compile(rf"{_NUMBERED}(?:\s*(?:$|[:|(]|20\d\d)|{_WEEKDAY}\b)")
_IS_WITHOUT = re.compile(r"\b(?:Autumn|Spring|Summer) [Tt]erm\b(?!\s*[12](?!\d{3}\b))")


def with_broken_rows(lines: Sequence[str]) -> list[str]:
    """Rows of glued cells that empty lines broke, whole again: "Half TermFriday 23rd May", "", "Monday 2nd June"."""
    if sum(bool(_TWO_GLUED.fullmatch(line)) for line in lines) < FEWEST_GLUED:
        return list(lines)
    found: list[str] = []
    for line in lines:
        last = next((place for place in reversed(range(len(found))) if found[place].strip()), None)
        if (
            last is not None
            and last < len(found) - 1
            and _ONE_GLUED.fullmatch(found[last])
            and _DAY_ALONE.fullmatch(line)
        ):
            found[last:] = [f"{found[last].rstrip()}{line.strip()}"]
        else:
            found.append(line)
    return found


def with_torn_rows(lines: Sequence[str]) -> list[str]:
    """Rows of a table whose first cell came on a line of its own, whole again: "27 - 31 October |", "Half term |"."""
    counts = Counter(line.count("|") for line in lines if _CELLS.fullmatch(line))
    columns = max((count for count in counts if count > 1), key=lambda count: counts[count], default=0)
    if counts[columns] < FEWEST_WHOLE or (columns == MOST_OF_TWO and counts[1] > counts[columns]):
        return list(lines)
    found: list[str] = []
    for line in lines:
        lacks_its_label = _CELLS.fullmatch(line) and line.count("|") == columns - 1
        if found and (
            (lacks_its_label and _ONE_CELL.fullmatch(found[-1]))
            or (columns > MOST_OF_TWO and _is_last_cell(line) and _lacks_its_last(found[-1], columns))
        ):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.append(line)
    return found


def _lacks_its_last(line: str, columns: int) -> bool:
    return bool(_CELLS.fullmatch(line)) and line.count("|") == columns - 1


def _is_last_cell(line: str) -> bool:
    """Whether a line is a day in a cell, and nothing else."""
    return (
        re.fullmatch(rf"\s*(?:{_A_DAY}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: 20\d\d)?)\s*\|\s*", line)
        is not None
    )


FEWEST_WHOLE = 6
_ONE_CELL = re.compile(r"\s*[^|\s][^|]*\|\s*")
_CELLS = re.compile(r"\s*(?:[^|\s][^|]*\|\s*)+")
MOST_OF_TWO = 2
FEWEST_GLUED = 2
_A_DAY = rf"{_WEEKDAY},? \d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?: 20\d\d)?"
_DAY_ALONE = re.compile(rf"\s*{_A_DAY}\s*")
_ONE_GLUED = re.compile(rf"\s*[A-Za-z][A-Za-z ]*[a-z]{_A_DAY}\s*")
_TWO_GLUED = re.compile(rf"\s*[A-Za-z][A-Za-z ]*[a-z]{_A_DAY}{_A_DAY}\s*")
