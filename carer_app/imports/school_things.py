"""Words of closing, or of beginning, that are of another thing: "INSET lunch order due" is about an order."""

import re
from functools import lru_cache

from carer_app.imports import term_roles

_CLOSING = (
    rf"(?:{term_roles.INSET.pattern}|\bclosures?\b|{term_roles.BANK.pattern}|{term_roles.HALF.pattern})"
)
_THING = (
    r"(?:orders?|forms?|deadlines?|(?:news)?letters?|bookings?|agendas?|registration|"
    r"catering|lunch(?:es)?|menus?|reminders?|questionnaires?|surveys?|invit(?:ation|e)s?|packs?|emails?|rotas?|"
    r"speakers?|feedback|evaluations?|payments?|slips?|sign[\s-]?ups?|refreshments?|requests?|quotes?|invoices?|"
    r"tickets?|(?:cover |sign[\s-]?up )?sheets?|proposals?|timetables? (?:due|out))\b"
)
_BETWEEN = r"(?:\s(?!(?:no|not|and|with|without|closed|shut|is|are|will|children|pupils)\b)[\w’'-]+){0,3}?"
_BEHIND = (
    rf"{_CLOSING}{_BETWEEN}\s{_THING}(?=\W*$|\s(?:due|back|sent|out|home|deadline|reminder|closes|to|by)\b)"
)
_BEFORE = (
    rf"^\W*(?:[\w’'-]+\s){{0,3}}?{_THING}(?:\s(?:due|back))?"
    rf"\s(?:for|about|regarding|before)\b{_BETWEEN}\s{_CLOSING}"
)
_ABOUT_A_THING = re.compile(rf"{_BEHIND}|{_BEFORE}", re.IGNORECASE)
_NAMES_A_CLOSING = re.compile(rf"{_CLOSING}|{term_roles.CLOSED.pattern}", re.IGNORECASE)
_PARTS = re.compile(r"\s[-–—]+\s|[–—:;,|()]")


@lru_cache(maxsize=8192)
def is_about_a_thing(words: str) -> bool:
    """Whether every part of the words that names a day off names it only to say which thing is meant."""
    parts = [part for part in _PARTS.split(words) if _NAMES_A_CLOSING.search(part)]
    return bool(parts) and all(map(_ABOUT_A_THING.search, parts))


# "Start of Lent" is the fast in February or March; "Start of Lent Term" is a term, and so is Lent in January
_THE_FAST = re.compile(
    r"\b(?:start|beginning|first day|season) of lent\b(?! (?:term|half|\d))|\blent (?:begins|starts|commences)\b",
    re.IGNORECASE,
)
_MONTHS_OF_THE_FAST = (2, 3)


def begins_a_fast(words: str, month: int) -> bool:
    """Whether words on a day of that month tell of Lent as a time of the church's year, and not of a term."""
    return month in _MONTHS_OF_THE_FAST and _THE_FAST.search(words) is not None
