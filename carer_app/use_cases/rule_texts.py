"""One part of a council's rule as a carer types it, as it is kept, and as it is shown again."""

import re
from datetime import date
from typing import cast

from carer_app.domain.authority_rules import FUNDED_FROM, DayKind
from carer_app.domain.left_out import in_a_row, say_days
from carer_app.domain.rule_changes import COUNTS, ENDS, KEY_STAGES, RHYTHMS, STARTS, rhythm_of, same_part
from carer_app.domain.year_group import LAST_YEAR_GROUP, RECEPTION, YearGroup
from carer_app.errors import NotAllowed
from carer_app.typed_dates import MONTHS, read_day, say_short
from carer_app.use_cases.rule_words import NTH, how_often
from carer_app.words import _

_KINDS = {
    **dict.fromkeys(("school day", "school days"), "school"),
    **dict.fromkeys(("working day", "working days", "weekday", "weekdays"), "working"),
    **dict.fromkeys(("day", "days", "calendar day", "calendar days"), "calendar"),
}
_NO_DAYS = _(
    "Type a number in figures, for example 20, 20 school days, 28 days or 4 weeks. Nothing was changed."
)
_NO_YEARS = _("Type the classes, for example Reception, Year 7 and Year 11. Nothing was changed.")
_NO_PARTS = _(
    "Type the parts of the year by their months, for example September to December, January to April."
)


def stored(part: str, text: str, today: date) -> str:
    """What was typed, as it is kept. Raises NotAllowed or NotADate for what nobody could mean."""
    text = " ".join(text.split())
    if not text:
        return ""
    if part in RHYTHMS:
        way, _space, rest = text.partition(" ")
        return f"{way} {_of_rhythm(way, rest, today)}".strip()
    if part == "rhythm.last_dates":
        return _of_rhythm("last_dates", text, today)
    if part in COUNTS:
        return _days(text)
    if part == KEY_STAGES:
        return _years(text)
    return re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text.casefold())


def typed(part: str, text: str) -> str:
    """What was kept, as it stands in the box."""
    if part in RHYTHMS:
        way, _space, rest = text.partition(" ")
        if way == "last_dates":
            return _say_days_of(rest)
        return _say_rounds(rest) if way == "rounds" else rest
    if part in (STARTS, ENDS):
        return text.partition(" ")[2].partition(" ")[0]
    return shown(part, text)


def whole(part: str, text: str) -> str:
    """What was kept, as it is given to `change_number`: with the way that was chosen, where there are several."""
    if part not in RHYTHMS:
        return text if part in (STARTS, ENDS) else typed(part, text)
    return f"{text.partition(' ')[0]} {typed(part, text)}".strip()


def way_of(part: str, text: str) -> str:
    """Which of several ways was chosen; empty for a part with one way only."""
    return text.partition(" ")[0] if part in (*RHYTHMS, STARTS, ENDS) else ""


def shown(part: str, text: str) -> str:
    """What was kept, in words; also under the names that earlier versions gave to parts."""
    if not text:
        return ""
    if part in RHYTHMS:
        return how_often(rhythm_of(text))
    if part == KEY_STAGES:
        return in_a_row(YearGroup(int(year)).name for year in text.split())
    if part in (STARTS, ENDS):
        words = text.split()
        pairs = zip(words[::2], words[1::2], strict=False)
        return _(" or ").join(
            _ANY_AGE
            if (unit, number) == ("term", "0")
            else _PAIRS[part, _for_all(unit, number)].format(number=number, nth=NTH.get(int(number), number))
            for unit, number in pairs
        )
    if part == "rhythm.last_dates":
        return _say_days_of(text)
    number, _space, kind = text.partition(" ")
    return say_days(int(number), cast(DayKind, kind)) if same_part(part) in COUNTS and kind else text


def _for_all(unit: str, number: str) -> str:
    """A term after a later birthday than the one after which places are paid for is for every child."""
    return "term for all" if unit == "term" and int(number) > FUNDED_FROM else unit


_ANY_AGE = _("at any age, at a nursery or school")
_PAIRS = {
    (STARTS, "age"): _("at {number}"),
    (STARTS, "term"): _("with the term after the {nth} birthday, at a nursery"),
    (STARTS, "term for all"): _("with the term after the {nth} birthday"),
    (ENDS, "age"): _("until {number}"),
    (ENDS, "year"): _("to the end of Year {number}"),
}


def _of_rhythm(way: str, rest: str, today: date) -> str:
    if way == "last_dates":
        days = (read_day(each, today) for each in re.split(r"[,;\n]", rest) if each.strip())
        return " ".join(day.isoformat() for day in sorted(set(days)))
    if way == "rounds":
        return _rounds(rest)
    return re.sub(r"(?<=\d)\s*months?$", "", rest.casefold())


def _rounds(text: str) -> str:
    """ "September to December, January to April" as "9-12 1-4"."""
    found = []
    for each in filter(str.strip, re.split(r"[,;]|\band\b", text)):
        months = [_month(word) for word in re.split(r"\bto\b|[-–]", each)]
        if len(months) != 2 or 0 in months:
            raise NotAllowed(_NO_PARTS)
        found.append(f"{months[0]}-{months[1]}")
    if not found:
        raise NotAllowed(_NO_PARTS)
    return " ".join(found)


def _month(word: str) -> int:
    word = word.strip().casefold()
    known = [
        n for n, month in enumerate(MONTHS, start=1) if len(word) >= 3 and month.casefold().startswith(word)
    ]
    return known[0] if known else 0


def _say_rounds(text: str) -> str:
    pairs = (each.partition("-") for each in text.split())
    return ", ".join(
        _("{first} to {last}").format(first=MONTHS[int(first) - 1], last=MONTHS[int(last) - 1])
        for first, _dash, last in pairs
    )


def _days(text: str) -> str:
    """What people say, "20 school days" or "4 weeks", as "20 school" or "28 calendar".

    A number alone keeps the kind of day that the rule counts in.
    """
    found = re.fullmatch(r"(\d{1,4})\s*([a-z ]*)", text.casefold())
    if found is None:
        raise NotAllowed(_NO_DAYS)
    number, what = int(found[1]), found[2]
    if what in ("week", "weeks"):
        return f"{number * 7} calendar"
    if what and what not in _KINDS:
        raise NotAllowed(_NO_DAYS)
    return f"{number} {_KINDS.get(what, '')}".strip()


def _years(text: str) -> str:
    """ "Reception, Year 7 and 11" as "0 7 11"."""
    words = re.sub(r"\b(years?|y)\b|\band\b|[,;&]", " ", re.sub(r"\by(?=\d)", "", text.casefold())).split()
    years = {
        RECEPTION if word in ("r", "reception") else int(word) if word.isdigit() else -1 for word in words
    }
    if not years or not years <= set(range(RECEPTION, LAST_YEAR_GROUP + 1)):
        raise NotAllowed(_NO_YEARS)
    return " ".join(str(year) for year in sorted(years))


def _say_days_of(text: str) -> str:
    return ", ".join(say_short(date.fromisoformat(day), with_year=True) for day in text.split())
