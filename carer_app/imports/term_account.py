"""What became of every day that stands in a text: used, left out for a reason, or handed back."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from carer_app.imports import term_roles
from carer_app.imports.school_events import is_everyday, what_it_says
from carer_app.imports.term_days import Group
from carer_app.imports.term_parts import parts_in
from carer_app.imports.term_reading import DayInText
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row
from carer_app.words import _

Key = tuple[int, int]
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TENTH = (
    r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|"
    r"[Tt]welfth|\w+teenth|[Tt]wentieth|[Tt]hirtieth|[Tt](?:wenty|hirty)[\s-]\w{5,7}(?:st|nd|rd|th))"
)
_APART = r"\s?[\s_:,|\\•·/.-]\s?"
_LIKE_A_DAY = re.compile(
    "|".join(
        (
            # "1 Medi 2025", "45 March 2026", "10 XI 2026", "10 de noviembre de 2026", "10 N ovember 2026"
            r"(?<![\d/.:])\d{1,2}(?:st|nd|rd|th)?\s+(?:de\s+)?(?:[^\W\d_]{3,12}|[IVX]{1,4}|[A-Z]\s[a-z]{2,8})"
            r"\.?,?\s+(?:de\s+)?20\d\d\b",
            # "30.2.26", "10/11/20256"
            r"(?<![\d/.])\d{1,2}[/.]\d{1,2}[/.](?:(?:20)?\d\d|20\d{3})\b",
            # "10 11 2026", "10_11_2026", "10th 11th 2026", "10 11 26"; not a row of numbers
            rf"(?<![\d£])(?<!\d[\s,|:.-])\d{{1,2}}(?:st|nd|rd|th)?{_APART}(?:0?[1-9]|1[0-2])(?:st|nd|rd|th)?{_APART}20\d\d(?!\d)",
            r"(?<![\d£])(?<!\d[\s,|:.-])(?:0?[1-9]|[12]\d|3[01])\s(?:0?[1-9]|1[0-2])\s[23]\d(?![\s,|:.-]*\d)(?!\s*[ap]m)",
            # "2026/11/10", "2026 11 10", "20261110", "10112026"
            rf"(?<![\d£])20\d\d{_APART}(?:0?[1-9]|1[0-2]){_APART}(?:0?[1-9]|[12]\d|3[01])(?![\d:/])(?!\s*(?:[ap]m\b|{_MONTH}))",
            r"(?<!\d)20[1-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)",
            r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])20[1-4]\d(?!\d)",
            # "32 November", "1O November", "l0 November", "the tenth of November"
            rf"(?<![\d.:])(?:3[2-9]|[4-9]\d|[1-3][OolI]|[OlI]\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b",
            rf"\b{_TENTH}\s+(?:of\s+)?{_MONTH}\b",
        )
    )
)
"""What is written like a day, and is none that we know: it is handed back and never passed over."""

_NO_MONTH = re.compile(
    r"\b(?:autumn|spring|summer|winter|lent|trinity|michaelmas|terms?|year|dates?|days?)\b", re.I
)
# "Sent: Friday, 27 November 2026 14:02", "On 3 November 2025 you wrote:".
_OF_A_MAIL = re.compile(r"^[\s>]*(?:sent|date|from|on)\b.*?(?:\bwrote\b|\b\d{1,2}:\d\d\b)", re.IGNORECASE)


def account(rows: Sequence[Row], outcomes: Mapping[Key, Outcome], left: Mapping[Key, str]) -> list[DayInText]:
    """Every day of the text in its order, each with what became of it; `left` are reasons why a day was left out."""
    found = []
    for row in rows:
        for group in row.groups:
            written = row.words[group.at : group.end]
            key = group.keys[0]
            if (outcome := outcomes.get(key)) is not None:
                found.append(DayInText(row.shown, written, outcome.days, outcome.fate, outcome.reason))
            elif key in left:
                found.append(DayInText(row.shown, written, (), "left_out", left[key]))
            else:
                words = _("We did not understand what this day is.")
                found.append(DayInText(row.shown, written, (), "handed_back", words))
        found += [_unknown_day(row, like, outcomes) for like in days_we_do_not_know(row)]
    return found


def _unknown_day(row: Row, like: str, outcomes: Mapping[Key, Outcome]) -> DayInText:
    """What is written like a day and is none that we know; beside the same numbers, the same day in other words."""
    numbers = re.findall(r"\d+", like)
    for group in row.groups:
        if group.keys[0] in outcomes and re.findall(r"\d+", row.words[group.at : group.end]) == numbers:
            return DayInText(row.shown, like, (), "left_out", _("It looks like the same day in other words."))
    return DayInText(row.shown, like, (), "handed_back", _("We do not know this as a day."))


def said_again(
    rows: Sequence[Row],
    outcomes: Mapping[Key, Outcome],
    days_of: Callable[[Group], tuple[date, ...]],
    known: Collection[date],
) -> dict[Key, str]:
    """Why days that no word explains need no question: their line, or the dates that were read, have them already."""
    found = {}
    for row in rows:
        told = {day for group in row.groups if (used := outcomes.get(group.keys[0])) for day in used.days}
        for group in row.groups:
            days = days_of(group) if group.keys[0] not in outcomes else ()
            if days and told.issuperset(days):
                found[group.keys[0]] = _("Its line has that day already.")
            elif days and row.is_bare and all(day in known for day in days):
                found[group.keys[0]] = _("The dates that we read have that day already.")
    return found


def reasons_left(rows: Sequence[Row]) -> dict[Key, str]:
    """Why days are left out that are no term dates, by where they stand; only where the words beside them tell."""
    why = {
        "some": _("It is about some of the children."),
        "denied": _("Its words say that school is open."),
        "part": _("School is open for a part of that day."),
        "everyday": _("It is an everyday event, while school is open."),
    }
    found = {}
    for row in rows:
        if not row.groups:
            continue
        words = row.beside
        evidence = what_it_says(words)
        reason = why.get(evidence.why_not, "")
        if not reason and evidence.says is None:
            reason = why["everyday"] if is_everyday(words) else ""
        if not reason and (term_roles.NEWS.search(words) or _OF_A_MAIL.search(row.words)):
            reason = _("It is about something else than term dates.")
        if reason:
            found.update({group.keys[0]: reason for group in row.groups})
    return found


def days_we_do_not_know(row: Row) -> list[str]:
    """What is written like a day in a row, and is none that we know."""
    words = row.beside if row.groups else row.words
    found = [match[0] for match in _LIKE_A_DAY.finditer(words) if not _NO_MONTH.search(match[0])]
    return found or _days_without_a_month(row)


def _days_without_a_month(row: Row) -> list[str]:
    """ "Training: Tuesday 10th", a day without a month. Beside days with one it only says more of them."""
    if row.groups:
        return []
    is_training = bool(term_roles.INSET.search(row.words) or term_roles.CLOSED.search(row.words))
    return [
        row.words[part.at : part.end]
        for part in parts_in(row.words)
        if part.month is None
        and (part.weekday is not None or (is_training and part.sure))
        and not _NO_DAY.match(row.words, part.end)
    ]


# A row of a calendar, a time of day, "the 2nd half", "1st floor"
_NO_DAY = re.compile(
    r"(?:[\s|,]+\d{1,2}\b){2}|\s*(?:[:.]\d|[ap]m\b|-?\s?(?:half|term|year|week|time|day|floor|century)\w*\b)",
    re.IGNORECASE,
)
