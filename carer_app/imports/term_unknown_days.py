"""What is written like a day in a line, and is none that we know: it is handed back and never passed over."""

import re
from functools import lru_cache
from itertools import chain

from carer_app.imports import term_roles
from carer_app.imports.school_lists import strange_words
from carer_app.imports.term_month_names import days_of_other_languages, months_named
from carer_app.imports.term_parts import parts_in
from carer_app.imports.term_roles import holds
from carer_app.imports.term_short_days import is_certain, pairs_in
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ANY_MONTH = (
    r"(?:(?i:jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)|Mar(?:ch)?|MAR(?:CH)?|May|MAY)(?![^\W\d_])"
)
_TENTH = (
    r"(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|"
    r"twelfth|[a-z]{3,6}teenth|twentieth|thirtieth|t(?:wenty|hirty)[\s-][a-z]{2,4}(?:st|nd|rd|th))"
)
_APART = r"\s?[\s_:,|\\•·*/.-]\s?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_BETWEEN = (
    r"(?:[\s.,:;(){}/_'’-]|\b(?i:of|the|day|de|in|mon|tue|tues|wed|thu|thurs|fri|"
    r"(?:mon|tues|wednes|thurs|fri)day)\b)"
)
_LIKE_A_DAY = re.compile(
    "|".join(
        (
            # "1 Medi 2025", "45 March 2026", "10 XI 2026", "10 de noviembre de 2026", "10 N ovember 2026"
            r"(?<![\d/.:])(?<!20\d\d-)\d{1,2}(?:st|nd|rd|th)?\s+(?:de\s+)?(?!and\b|for\b|from\b|until\b)(?:[^\W\d_]{3,12}|[IVX]{1,4}|[A-Z]\s[a-z]{2,8})"
            r"\.?,?\s+(?:de\s+)?20\d\d\b",
            # "30.2.26", "10/11/20256"
            r"(?<![\d/.])\d{1,2}[/.]\d{1,2}[/.](?:(?:20)?\d\d|20\d{3})\b",
            # "10 11 2026", "10_11_2026", "10th 11th 2026", "10 11 26", "10_11_26"; not a row of numbers
            rf"(?<![\d£])(?<!\d[\s,|:.-])\d{{1,2}}{_ORDINAL}{_APART}(?:0?[1-9]|1[0-2]){_ORDINAL}{_APART}20\d\d(?!\d)",
            r"(?<![\d£])(?<!\d[\s,|:.-])(?:0?[1-9]|[12]\d|3[01])(?P<apart>[\s_*•·])(?:0?[1-9]|1[0-2])(?P=apart)[23]\d"
            r"(?![\s,|:.-]*\d)(?!\s*[ap]m)",
            # "2026/11/10", "2026 11 10", "20261110", "10112026"
            rf"(?<![\d£])20\d\d{_APART}(?:0?[1-9]|1[0-2]){_APART}(?:0?[1-9]|[12]\d|3[01])(?![\d:/])(?!\s*(?:[ap]m\b|{_MONTH}))",
            r"(?<!\d)20[1-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)",
            r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])20[1-4]\d(?!\d)",
            r"(?<!\d)20\d\d-?W\d\d(?!\d)",
            # "32 November", "1O November", "l0 November", "the tenth of November", "November the tenth"
            rf"(?<![\d.:])(?:3[2-9]|[4-9]\d|[1-3][OolI]|[OlI]\d){_ORDINAL}\s+(?:of\s+)?{_MONTH}\b",
            rf"\b{_TENTH}\s+(?:of\s+|day\s+of\s+)?{_ANY_MONTH}(?!\s+(?:half|bank|term|holiday))",
            rf"(?<!\w){_ANY_MONTH},?\s+(?:the\s+)?{_TENTH}\b(?!\s+(?:half|term|week))",
            # "10.XI.2026", "10/XI", "10 XI"
            r"(?<![\d.:/£])\d{1,2}\s?[./-]\s?(?i:I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?!\w)(?:\s?[./-]\s?(?:20)?\d\d\b)?",
            r"(?<![\d.:/£])\d{1,2}\s(?:II|III|IV|VI{1,3}|IX|XI{1,2})(?![\w-])",
            # "the 10th of the 11th", "11/30"
            r"(?<!\d)\d{1,2}(?:st|nd|rd|th)\sof\s(?:the\s)?\d{1,2}(?:st|nd|rd|th)\b",
            r"(?<![\d/.])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])(?![\d/%])(?!\s[a-z])",
        )
    )
)
_BESIDE_A_MONTH = (
    # "the 12th day of May", "12(May)", "3rd, September", "12_May_2026"
    re.compile(rf"(?<![\d.:/£])\d{{1,2}}{_ORDINAL}{_BETWEEN}{{1,9}}{_ANY_MONTH}(?:[\s_/-]20\d\d)?"),
    # "May-12", "May/12", "May, 12"
    re.compile(
        rf"(?<!\w){_ANY_MONTH}{_BETWEEN}{{1,5}}\d{{1,2}}{_ORDINAL}(?![\d/:%])(?![.,]\d)"
        r"(?!\s?(?:[ap]m|noon|days?|weeks?|pupils|children)\b)"
    ),
)
_BROKEN = re.compile(r"(?<![\d.:/£])\d{1,2}(?:st|nd|rd|th)?\s([A-Z][a-z]{0,7})\s([a-z]{1,8})(?![^\W\d_])")
_WHOLE_MONTH = re.compile(rf"{_MONTH}$")
_NO_MONTH = re.compile(
    r"\b(?:autumn|spring|summer|winter|lent|trinity|michaelmas|terms?|year|dates?|days?)\b(?!\s+of\b)", re.I
)
_COUNTED = re.compile(
    r"\b(?:terms?|weeks?|wk|years?|yrs?|half|numbers?|no|phase|module|part|autumn|spring|summer|ks|key stage|page|"
    r"room|ages?|aged|class(?:es)?|group|version|step|week)\.?(?:\s+|-)?$",
    re.I,
)
_OF_DAYS = (term_roles.INSET, term_roles.CLOSED)
_LABELS = (
    *(*_OF_DAYS, term_roles.START, term_roles.END, term_roles.HALF, term_roles.HOLIDAY, term_roles.BANK),
    term_roles.PERIOD,
)


@lru_cache(maxsize=4096)
def days_we_do_not_know(row: Row) -> tuple[str, ...]:
    """What is written like a day in a row, and is none that we know."""
    words = _without_days(row)
    found: dict[int, str] = {}

    def note(at: int, like: str) -> None:
        """Once each: what lies across what is noted already is the same day."""
        if not any(at < start + len(other) and start < at + len(like) for start, other in found.items()):
            found[at] = like

    for match in chain(_LIKE_A_DAY.finditer(words), days_of_other_languages(words)):
        if not _NO_MONTH.search(match[0]):
            note(match.start(), match[0])
    for match in chain.from_iterable(pattern.finditer(words) for pattern in _BESIDE_A_MONTH):
        if not _COUNTED.search(words, 0, match.start()):
            note(match.start(), match[0])
    for match in _BROKEN.finditer(words):
        if _WHOLE_MONTH.match(match[1] + match[2]):
            note(match.start(), match[0])
    pairs = list(pairs_in(words))
    certain = any(map(is_certain, pairs))
    for match in pairs:
        if _may_be_a_day(match, row, certain):
            note(match.start(), match[0])
    told = [found[at] for at in sorted(found)]
    return tuple(told or days_without_a_month(row) or _bare_numbers(row) or _numbers_alone(row))


def _numbers_alone(row: Row) -> list[str]:
    """A line that is nothing but two numbers that can be a day and its month: "12.05", "10 11"."""
    found = None if row.groups else _TWO_NUMBERS.fullmatch(row.words)
    return [found[1]] if found else []


_TWO_NUMBERS = re.compile(r"\W*((?:0?[1-9]|[12]\d|3[01])\s?[\s./-]\s?(?:0?[1-9]|1[0-2]))\W*")


def _without_days(row: Row) -> str:
    """The words with a mark in the place of each day that is known."""
    words = row.words
    for group in row.groups:
        words = f"{words[: group.at]}{'§' * (group.end - group.at)}{words[group.end :]}"
    return words


def _may_be_a_day(pair: re.Match[str], row: Row, certain: bool) -> bool:
    """Whether "02.09" may be a day, and no time, no price and no number of a part of a page."""
    is_labelled = any(label.search(row.words) for label in _LABELS)
    is_number_of_a_part = (
        not row.words[: pair.start()].strip(" |*•") and row.words[pair.end() :].lstrip()[:1].isalpha()
    )
    if certain:
        return is_labelled or not (is_number_of_a_part and pair["day"][0] != "0" and int(pair["day"]) <= 12)
    if row.groups or not is_labelled or pair["mark"] == "-":
        return False
    return not re.search(r"(?:\bat|\bby|@)\s*$", row.words[: pair.start()], re.IGNORECASE)


def is_in_other_words(like: str, written: str, group: Group) -> bool:
    """Whether what is written like a day is a day beside it once more: "2 Medi" beside "2 September 2026"."""
    numbers = re.findall(r"\d+", like)
    months = {month for word in re.findall(r"[^\W\d_]+", like) for month in months_named(word)}
    if months:
        told = {(day.day, day.month) for day in group.days}
        return bool(numbers) and any((int(numbers[0]), month) in told for month in months)
    return numbers == re.findall(r"\d+", written)


def days_without_a_month(row: Row) -> list[str]:
    """ "Training: Tuesday 10th", a day without a month. Beside days with one only what is joined to them is one."""
    if row.groups:
        return _joined_to_a_day(row)
    is_training = any(holds(label, row.words) for label in _OF_DAYS)
    return [
        row.words[part.at : part.end]
        for part in parts_in(row.words)
        if part.month is None
        and (part.weekday is not None or (is_training and part.sure))
        and not _NO_DAY.match(row.words, part.end)
    ]


def _joined_to_a_day(row: Row) -> list[str]:
    """What stands behind the days of a list as one more of them, its month lost: "1 September, 24 October, 4th"."""
    found = []
    for part in parts_in(row.words):
        before = max((group.end for group in row.groups if group.end <= part.at), default=None)
        if part.month is None and part.sure and before is not None:
            is_joined = _JOINS.fullmatch(row.words, before, part.at) is not None
            if is_joined and not _NO_DAY.match(row.words, part.end):
                found.append(row.words[part.at : part.end])
    return found


_JOINS = re.compile(r"\s*(?:,|and|&|,\s*and)\s*(?:the\s+)?", re.IGNORECASE)
# A row of a calendar, a time of day, "the 2nd half", "1st floor"
_NO_DAY = re.compile(
    r"(?:[\s|,]+\d{1,2}\b){2}|\s*(?:[:.]\d|[ap]m\b|-?\s?(?:half|term|year|week|time|day|floor|century)\w*\b)",
    re.IGNORECASE,
)


def _bare_numbers(row: Row) -> list[str]:
    """A number behind the name of a term or a day off that nothing else explains: "INSET day: 12 Tishrei"."""
    if row.groups or not any(label.search(row.words) for label in _LABELS):
        return []
    is_of_days = any(label.search(row.words) for label in _OF_DAYS)
    return [
        match[0]
        for match in _NUMBERS.finditer(row.words)
        if (is_of_days or row.words[: match.start()].rstrip().endswith((":", "|", "=")))
        and not _COUNTED.search(row.words, 0, match.start())
        and not _is_one_of_several(match)
        and not _is_of_a_thing(row.words[match.end() :])
        and not _COUNTS_DAYS.match(row.words, match.end())
    ]


_NUMBERS = re.compile(
    r"(?<=[:,\s-])(?<![\d£$€]\s)(?<!\d[.:/-])(?:0?[1-9]|[12]\d|3[01])(?:\s?[\s/_,-]\s?(?:0?[1-9]|[12]\d|3[01]))?"
    r"(?![\w:%/])(?!\.\d)(?!\s?(?:[ap]m|noon)\b)"
)
# "the 5 Professional Training Days"
_COUNTS_DAYS = re.compile(r"\s(?:[^\W\d_]+\s){1,3}days\b", re.IGNORECASE)
# "INSET day 3": the third of them
_NUMBERED = re.compile(r"\b(?:days?|inset|training|twilights?|closures?|td|pd)\s?[#№]?$", re.IGNORECASE)
MOST_NUMBERED = 10


def _is_one_of_several(number: re.Match[str]) -> bool:
    before = number.string[: number.start()].rstrip()
    return number[0].isdecimal() and int(number[0]) <= MOST_NUMBERED and _NUMBERED.search(before) is not None


def _is_of_a_thing(after: str) -> bool:
    """Whether a number counts something: "5 INSET days", "2 x twilights"."""
    word = re.match(r"\s*[x×*-]?\s*([^\W\d_]+)", after)
    return word is not None and not strange_words(word[1])
