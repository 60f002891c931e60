"""Lines without a day in them: headings, the names of columns, what is said of the days below, or noise."""

import re
from collections.abc import Sequence

from carer_app.imports import term_roles
from carer_app.imports.school_events import is_everyday, what_it_says
from carer_app.imports.school_titles import what_a_title_says
from carer_app.imports.term_announced import A_DAY, LONGEST_HEADING, announced, note_unknown, number_in
from carer_app.imports.term_days import bare_years, month_alone
from carer_app.imports.term_facts import Found, PlaceInText, let_bare_days_go
from carer_app.imports.term_heading_years import take_years
from carer_app.imports.term_roles import Role, holds
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import school_years
from carer_app.imports.term_unknown_days import days_without_a_month

LABELS = (
    *(term_roles.INSET, term_roles.BANK, term_roles.HALF, term_roles.HOLIDAY),
    *(term_roles.START, term_roles.END, term_roles.CLOSED),
)
_DAYS = re.compile(r"\bdays\b", re.IGNORECASE)
_SAY_NOTHING = ("date", "dates", "day", "days", "when", "date(s)", "start/end", "details")
_EDGE_WORDS = (
    "from",
    "to",
    "first",
    "last",
    "open",
    "close",
    "dates",
    "date",
    "start",
    "end",
    "starts",
    "ends",
)


def take_heading(row: Row, place: PlaceInText, found: Found) -> None:
    """Remember what a line without a day says for the lines below it."""
    words = row.words
    if words.casefold().strip(" :|") in _SAY_NOTHING or _only_a_time(words, place):
        return
    take_years(words, place, LONGEST_HEADING)
    # "Film night: details to follow" is no training day to come; "One more Trust INSET day TBC" is.
    is_event = is_everyday(words) and not (holds(A_DAY, words) and holds(term_roles.INSET, words))
    if (unknown := announced(words, bool(row.groups))) and not is_event:
        note_unknown(words, unknown, place, found)
        return
    in_words = holds(_DAYS_IN_WORDS, words) or holds(_NO_DAYS, words)
    if "|" not in words and holds(term_roles.INSET, words) and in_words:
        found.left.append((None, row.shown))
        return
    found.inset_unknown += _training_without_a_month(row)
    if holds(term_roles.INSET, words) and holds(_DAYS, words) and not holds(_IN_GENERAL, words):
        found.inset_total = max(found.inset_total, number_in(words))
    cells = ["" for _corner in range(row.corner)] + [cell.strip() for cell in words.split("|")]
    place.reopens = heads_reopenings(words) or (place.reopens and not school_years(words))
    place.closes = _heads_closings(words) or (place.closes and place.reopens)
    if len(cells) > 1 and are_columns(cells):
        place.columns = tuple(_with_what_they_are_of(cells))
        if what_it_says(place.carried).says in ("inset", "bank", "closed", "twilight"):
            place.carried = ""  # a new table ends a list of days
        let_bare_days_go(place, found)
        return
    if len(words) > LONGEST_HEADING:
        if any(letter.isdigit() for letter in words):
            found.left.append((None, row.shown))
        return
    let_bare_days_go(place, found)
    _take_label(row, place, found)


# "Mondays at the start of each term are INSET days", "The first day of every term is for training": no date is told;
# nor in "The second Friday in November is an INSET day", "INSET: first day after each half term"
_DAYS_IN_WORDS = re.compile(
    r"\b(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th) (?:two |three )?"
    r"(?:(?:mon|tues|wednes|thurs|fri)days? (?:in|of|after|before|back)|"
    r"(?:school )?days? (?:after|before|back|following))\b|"
    r"\b(?:in[\s-]?set|training)[^|]*(?::|\b(?:is|are|on)\b)[^|]*\b(?:first|last|final) (?:two |three )?days? of "
    r"(?:the |each |every |a )?(?:\w+ )?(?:term|half[\s-]?term)\b|"
    r"\b(?:mon|tues|wednes|thurs|fri)days? (?:after|before|following) (?:the |each |every )?(?:\w+ )?"
    r"(?:term|half[\s-]?term|holidays?|break)\b|"
    r"(?:\b(?:mon|tues|wednes|thurs|fri)days?\b[^.;]{0,40}\b(?:start|beginning|end|before|after|following)\b|"
    r"\b(?:first|last|final) (?:\w+ ){0,2}days?\b)"
    r"[^.;]*\b(?:terms?|half[\s-]?terms?|holidays?)\b[^.;]*\b(?:is|are|will be)\b",
    re.IGNORECASE,
)
# "INSET days will be taken as twilights", "There are no INSET days this year"
_NO_DAYS = re.compile(
    r"\b(?:taken|held|delivered|done|run|replaced|disaggregated|converted)\b[^.;]*"
    r"\b(?:twilights?|evenings?|after school)\b|"
    r"\b(?:are|is|all|been) disaggregated\b|\bno (?:in[\s-]?set|(?:staff )?training) days?\b",
    re.IGNORECASE,
)
# "All providers are allowed to take 5 days training": not how many this school has
_IN_GENERAL = re.compile(
    r"\b(?:allowed|entitled|permitted|up to|providers|at least|at most|maximum|a maximum|other schools|"
    r"schools (?:have|get|take|must|can|are))\b",
    re.IGNORECASE,
)


def _training_without_a_month(row: Row) -> int:
    """How many training days a line tells without their month: they are handed back, and not known until told."""
    told = days_without_a_month(row)
    words = row.words
    for each in told:
        words = words.replace(each, " ", 1)
    return len(told) if what_it_says(words).says == "inset" else 0


_REOPENS = re.compile(r"\bre-?(?:open|start)|\bopens?\b|\bback\b|\breturns?\b|\bresum", re.IGNORECASE)
_CLOSES = (term_roles.CLOSED, term_roles.END, term_roles.HOLIDAY_STARTS)


def heads_reopenings(words: str) -> bool:
    """Whether a line names a column of the days on which school is open again: "Holiday Closes Re-opens"."""
    found = _REOPENS.search(words) if len(words) <= LONGEST_HEADING else None
    return found is not None and any(pattern.search(words, 0, found.start()) for pattern in _CLOSES)


def _heads_closings(words: str) -> bool:
    """Whether a line names the columns of the last days of school and of the first: "School closes School opens"."""
    is_told = heads_reopenings(words) and not term_roles.FIRST_DAY_CLOSED.search(words)
    return is_told and _LAST_AND_FIRST.search(words) is not None


_LAST_AND_FIRST = re.compile(
    r"\bcloses?\b(?! from)[^|]{0,30}\b(?:re-?\s?)?opens?\b(?!\s*(?:closes?|ends?))", re.IGNORECASE
)


def _with_what_they_are_of(cells: Sequence[str]) -> list[str]:
    """Names of columns where "to" behind "Half term from" is "Half term to"."""
    found: list[str] = []
    for cell in cells:
        of = _OFF_FROM.match(found[-1]) if found else None
        found.append(f"{of[1]} {cell}" if of and cell.casefold().strip(" :") in _LASTS else cell)
    return found


_OFF_FROM = re.compile(
    r"\W*((?:\w+ )?(?:half[\s-]?term|holidays?|breaks?))\W*(?:from|starts?|begins?)\W*$", re.IGNORECASE
)
_LASTS = ("to", "until", "till", "end", "ends", "finish", "finishes", "last")


def _only_a_time(words: str, place: PlaceInText) -> bool:
    """Headings that only say when: a month of a diary, "2026", "September 2024 to July 2025"."""
    if month_alone(words):
        place.carried = ""
        return True
    years = tuple(dict.fromkeys(bare_years(words)))
    if len(years) == 2 and years[1] == years[0] + 1 and not school_years(words):
        place.base, place.season, place.year = years[0], None, None
        return True
    if len(years) == 1 and not any(map(str.isalpha, words)):
        place.base, place.season, place.year = None, None, years[0]
        return True
    return False


def _take_label(row: Row, place: PlaceInText, found: Found) -> None:
    words = row.words
    said = bool(school_years(words))
    is_title = holds(term_roles.TITLE, words) and not holds(term_roles.HALF, words)
    is_label = not is_title and any(holds(pattern, words) for pattern in (*LABELS, term_roles.PERIOD))
    place.pair = _two_lists(words)
    goes_on = holds(term_roles.INSET, place.carried) and not any(
        holds(pattern, words)
        for pattern in (term_roles.HALF, term_roles.START, term_roles.END, term_roles.PERIOD)
    )
    of_more = any(holds(pattern, words) for pattern in LABELS)
    if not of_more and holds(term_roles.INSET, place.carried) and holds(_GO_ON, words):
        return  # "Our training days are:", and further down "For 2026/27 they are:"
    ends_a_list = place.has_listed and not words.startswith("(")  # "School closure:", below the training days
    of_others = holds(term_roles.BANK, words) or holds(term_roles.HOLIDAY, words)
    if goes_on and not (of_others or place.has_listed) and holds(_OF_THESE_DAYS, words):
        return  # "Training days", and before the first of them "Some of these dates may change."
    if holds(_WAITS_FOR_A_DAY, place.carried) and holds(_ONLY_HOURS, words):
        return  # "Term ends on", and before its day "Pre-Prep: 3.30pm (After Care until 5.00pm)"
    if goes_on and (said or (holds(term_roles.CLOSED, words) and not ends_a_list)):
        return  # "Training days", "2025/26", "School is closed on these days:" are one heading
    is_heading = is_label and not _is_note_of_hours(words) and not _is_an_event(words, place)
    place.carried, place.has_listed = words if is_heading else "", False
    place.is_told_in_line = place.has_bare = False
    place.carries_on = (holds(term_roles.INSET, words) or holds(term_roles.BANK, words)) or not (
        holds(term_roles.START, words) or holds(term_roles.END, words)
    )
    is_one_of_these = is_label or is_title or said or _is_of_the_day(words)
    if not is_one_of_these and any(letter.isdigit() for letter in words):
        found.left.append((None, row.shown))


# "8:55am - 9:55am - Period 1", "13.25 - Lunch": the hours of every day
_HOUR_OF_A_DAY = r"(?:(?:0?[6-9]|1\d)[.:][0-5]\d|\d{1,2}:[0-5]\d)(?:\s?[ap]\.?m\b\.?)?"
_A_LESSON = r"(?:period|lesson|session|p|l)\s?\d\b|\(?\d+ (?:hours?|min(?:ute)?s?)\b"
_HOURS = re.compile(
    rf"\b{_HOUR_OF_A_DAY}\s*(?:-|to|\|)\s*\d{{1,2}}[.:][0-5]\d(?![.\d])(?:\s?[ap]\.?m\b\.?)?|"
    r"\b\d{1,2}:[0-5]\d(?:\s?[ap]\.?m\b\.?)?|\b(?:0?[6-9]|1\d)[.](?:1[3-9]|[2-5]\d)\b(?![.\d])|"
    r"\b\d{1,2}(?:\.[0-5]\d)?\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_OF_A_LESSON = re.compile(_A_LESSON, re.IGNORECASE)


def _is_of_the_day(words: str) -> bool:
    """Whether all numbers of a line are hours of a school's day, of its lessons or of its clubs."""
    rest, hours = _HOURS.subn(" ", words)
    return hours > 0 and not any(map(str.isdigit, _OF_A_LESSON.sub(" ", rest)))


# A sentence about the days below: "These are subject to change.", "Students do not attend unless their tutor says so."
_OF_THESE_DAYS = re.compile(
    r"^\W*(?:(?:some|all|any|most|many) of )?(?:these|those|the) (?:days|dates|are|may|will)\b[^:]*\W*$|"
    r"^\W*(?:please )?(?:note|be aware)\b[^:]*\b(?:days|dates)\b[^:]*$|"
    r"^\W*(?:pupils|students|children|learners)\b[^:\d]*\b(?:at home|not|no need|unless)\b[^:\d]*$",
    re.IGNORECASE,
)


def _is_an_event(words: str, place: PlaceInText) -> bool:
    """Whether a line names an everyday event with a word of training in it: "World Teachers' Day"."""
    if place.is_told_in_line and is_everyday(words):
        return True
    if _CHANGE.search(words):
        return False
    listed, title = ("inset", "closed", "bank"), what_a_title_says(words)
    if what_it_says(words).says not in listed or (title.is_enough and title.says in listed):
        return False
    names_days = _OF_DAYS_OFF.search(words) is not None and not is_everyday(words)
    return place.is_told_in_line or _EVENT.search(words) is not None or not names_days


# "INSET days for 2025/26", "When we are closed:"; not "Occasional day request forms due"
_OF_DAYS_OFF = re.compile(r"\b(?:days|dates|when|closures?|inset)\b|[:=]", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:day|date|inset|training)s? changes?\b|\bchanges? (?:of|to)\b", re.IGNORECASE)
_EVENT = re.compile(r"\bmeetings?\b|\bworld\b|\breminder\b|\b\d{1,2}(?:[.:]\d\d)?\s?pm\b", re.IGNORECASE)


def _is_note_of_hours(words: str) -> bool:
    """Whether a line tells who comes or goes at what hour, "Day pupils return 8am": no heading of the days below it."""
    says = holds(term_roles.START, words) or holds(term_roles.END, words)
    return says and holds(_WITH_AN_HOUR, words) and not holds(_LEADS_ON, words)


_WITH_AN_HOUR = re.compile(
    r"\b(?:pupils|children|students|boarders|everyone)\b.*\d(?:[.:]\d\d)?\s?[ap]\.?m\b", re.IGNORECASE
)
_WAITS_FOR_A_DAY = re.compile(
    r"\b(?:starts|begins|ends|opens|closes|finishes|returns?) on:?\s*$", re.IGNORECASE
)
_ONLY_HOURS = re.compile(r"\d(?:[.:]\d\d)?\s?[ap]\.?m\b|\bnoon\b|^\(.*\)$", re.IGNORECASE)
_LEADS_ON = re.compile(r"(?::|-|\bon)\W*$", re.IGNORECASE)
_GO_ON = re.compile(
    r"\b(?:they|these) (?:are|will be)\b.*:\W*$|\b(?:as follows|following)\b.*:\W*$", re.IGNORECASE
)


def _two_lists(words: str) -> tuple[Role, ...]:
    """Two lists side by side: "Training days: Bank holidays:"; nothing where a line is no such heading."""
    found: list[tuple[int, Role]] = []
    if match := term_roles.INSET.search(words):
        found.append((match.start(), "inset"))
    if match := term_roles.BANK.search(words):
        found.append((match.start(), "bank"))
    return tuple(role for _at, role in sorted(found)) if len(found) == 2 else ()


def are_columns(cells: Sequence[str]) -> bool:
    """Whether a row holds the names of columns."""
    named = [
        bool(term_roles.START.search(cell) or term_roles.END.search(cell) or term_roles.A_HALF.search(cell))
        or bool(school_years(cell))
        or cell.casefold().strip(" :") in _EDGE_WORDS
        or bool(term_roles.SHUT_FROM.fullmatch(cell))
        for cell in cells
    ]
    return sum(named) >= 2
