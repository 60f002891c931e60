"""Training days that are announced without a date, "two more TBC", and how many they are."""

import re

from carer_app.imports import term_roles
from carer_app.imports.term_facts import Found, PlaceInText

LONGEST_HEADING = 90
NEAR_LETTERS = 40
A_DAY = re.compile(r"\bdays?\b", re.IGNORECASE)
_DAYS = re.compile(r"\bdays\b", re.IGNORECASE)


def announced(words: str, has_days: bool) -> int:
    """How many training days a line announces without a date; 0 where it announces none."""
    found = term_roles.UNKNOWN.search(words)
    if found is None:
        return 0
    # "1 Sept, 24 Oct; two more TBC": the number that stands nearest before.
    near = without_names(_IN_A_LIST.sub("", words[: found.start()]))[-NEAR_LETTERS:].split()
    nearest = next((number for word in reversed(near) if (number := number_in(word))), 0)
    return nearest or (0 if has_days else number_in(without_names(_IN_A_LIST.sub("", words)))) or 1


def without_names(words: str) -> str:
    """Without the numbers that are names: the 5 of "Term 5" counts nothing."""
    return _NUMBERED.sub(" ", words)


_NUMBERED = re.compile(
    r"\b(?:terms?|years?|yrs?|weeks?|phase|modules?|key stage|ks|block)[\s-]?\d\b"
    r"(?! (?:days?|inset|training|twilight))",
    re.IGNORECASE,
)


_SOME = re.compile(
    r"\b(?:days|dates|others|some|several|more|the rest|remaining|remainder)\b(?! date\b)", re.IGNORECASE
)


def says_some(words: str) -> bool:
    """Whether words announce several training days, and not how many: "INSET days TBC", "others to follow"."""
    return _SOME.search(words) is not None and not number_in(without_names(_IN_A_LIST.sub("", words)))


# "4. TBC" is the fourth line of a list, and no four days.
_IN_A_LIST = re.compile(r"^\W*\d{1,2}[.)]\s")
_NOTHING_ELSE = re.compile(rf"\W*(?:dates?\W+)?(?:{term_roles.UNKNOWN.pattern})\W*", re.IGNORECASE)


def note_unknown(words: str, number: int, place: PlaceInText, found: Found) -> None:
    """Training days to be confirmed are counted; anything else to be confirmed is shown."""
    if len(words) > LONGEST_HEADING and not _names_a_number(words):
        found.left.append(
            (None, words)
        )  # "The other days are for training and are to be decided": nobody says how many
        return
    of_a_day = bool(A_DAY.search(words) or _IN_A_LIST.match(words) or _NOTHING_ELSE.fullmatch(words))
    if _DAYS.search(words) and not number_in(without_names(words)):
        found.left.append((None, words))  # one at least, and how many nobody says
    place.has_listed = True
    if term_roles.INSET.search(words) or (term_roles.INSET.search(place.carried) and of_a_day):
        found.inset_unknown += number
        if says_some(words):
            found.open_ended.append(words)
    else:
        found.left.append((None, words))


def _names_a_number(words: str) -> bool:
    """Whether words say how many training days there are: a number, or "an INSET day" alone."""
    return number_in(words) > 0 or not _DAYS.search(words)


_NUMBERS = ("one", "two", "three", "four", "five", "six")


def number_in(words: str) -> int:
    """The first small number that is said, in figures or in words; 0 where there is none."""
    for word in words.casefold().replace("x", " x ").split():
        plain = word.strip("().,:;")
        if plain in _NUMBERS:
            return _NUMBERS.index(plain) + 1
        if plain.isdecimal() and 1 <= int(plain) <= 9:
            return int(plain)
    return 0
