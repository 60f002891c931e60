"""Whether a line of a copy says word for word what the carer wrote, where only the way it is written may differ."""

import calendar
import re
from datetime import date
from typing import Literal

from carer_app.choices import Owner
from carer_app.texts.copy_words import copy_words

Way = Literal["as it is", "as now", "without who"]
"""“School will pay” as it is; as “school pays”; and, where it is for the school to do, as “pay”."""
_NUMBERED = re.compile(r"^\W*\d{1,2}[.)]\s+")
_COMMA_IN_NUMBER = re.compile(r"(?<=\d),(?=\d{3}\b)")
_NO_PENCE = re.compile(r"(?<=\d)\.0+\b(?![/.:]?\d)")
_TIME = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*(am|pm|a\.m\.?|p\.m\.?)(?!\w)")
_NAMED_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\b\.?(?:,?\s+(\d{4})\b)?")
_IN_FIGURES = re.compile(r"(?<![\d./:])(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d\d))?(?![\d/]|[.:]\d)")
_SHORT_NOT = re.compile(r"\b(\w+)n[’']t\b")
_RANGE = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
_TIMES = re.compile(r"(?<=\d)\s*[x×](?!\w)")
_TOKEN = re.compile(r"\d+(?:[./:]\d+)*|[^\W\d_]+|[^\w\s]")
_NAMES = tuple(each.casefold() for each in (*calendar.day_name, *calendar.month_name) if each)
_WAYS: tuple[Way, ...] = ("as it is", "as now", "without who")
_MONTHS = tuple(each.casefold() for each in calendar.month_name)
_NO_SIGN = set(".,;:!'’‘\"“”()[]-–—•*·…")
"""What only parts words. Any other sign says something: “?”, “/”, “£”, “%”."""
_BY_A_DAY = "\0"
"""Stands where a line names the day that the carer wrote for it."""


def says_the_same(owner: Owner, mine: str, due_on: date | None, copy: str, when: str) -> bool:
    """Whether both have the same words in the same order, but for how numbers, times, days and “will” are written.

    Order counts: “from maths to art” is not “from art to maths”. What stands in the copy's column for the day may stand
    in the carer's own words; the day itself may stand in either.
    """
    return any(
        _are_alike(
            _words(owner, mine, due_on, way),
            _words(owner, copy, due_on, way),
            _words(owner, when, due_on, way),
        )
        for way in _WAYS
    )


def in_one_way(text: str) -> str:
    """The same line, in small letters, with sums of money, times of day and “twice” in figures of one form."""
    text = _NO_PENCE.sub("", _COMMA_IN_NUMBER.sub("", _times(text.casefold())))
    return re.sub(r"\btwice\b", "2 times", _TIMES.sub(" times ", text))


def _are_alike(mine: list[str], copy: list[str], when: list[str]) -> bool:
    if mine == copy:
        return True
    if not when:
        return False
    for start in range(len(mine) - len(when) + 1):
        if mine[start : start + len(when)] == when:
            before = mine[:start]
            rest = mine[start + len(when) :]
            if copy in (before + rest, [*before[:-1], *rest] if before[-1:] == ["by"] else None):
                return True
    return False


def _words(owner: Owner, text: str, due_on: date | None, way: Way) -> list[str]:
    """What carries meaning, each in one way of writing."""
    text = _days(_times(_NUMBERED.sub("", text).casefold()), due_on)
    text = _COMMA_IN_NUMBER.sub("", text)
    text = _NO_PENCE.sub("", text)
    text = _RANGE.sub(" to ", _TIMES.sub(" times ", text)).replace("&", " and ").replace("cannot", "can not")
    text = _SHORT_NOT.sub(_long_not, text)
    text = re.sub(r"[’'](?=s\b)", "", text)
    words = [each for each in _TOKEN.findall(text) if each not in _NO_SIGN]
    words = _often(_counted([_whole(each) for each in words]))
    words = _in_short(_without_who(owner, words) if way == "without who" else words, as_now=way == "as now")
    # “By 20 March” and “20 March” are one where it is the carer's own day.
    days = [place for place, word in enumerate(words) if word == _BY_A_DAY]
    said = {place for day in days for place in (day, *_places_of_by(words, day))}
    return [word for place, word in enumerate(words) if place not in said]


def _places_of_by(words: list[str], day: int) -> list[int]:
    by = [day - 1] if words[day - 1 : day] in (["by"], ["due"]) else []
    return [*by, day - 2] if words[max(day - 2, 0) : day] == ["due", "by"] else by


def _times(text: str) -> str:
    def say(found: re.Match[str]) -> str:
        hour, minute, half = int(found[1]), found[2] or "00", found[3][0]
        if not 1 <= hour <= 12:
            return found[0]
        return f" {hour % 12 + (12 if half == 'p' else 0):02}:{minute} "

    text = _TIME.sub(say, text)
    return re.sub(r"\b(\d):(\d\d)\b", r"0\1:\2", text)


def _days(text: str, due_on: date | None) -> str:
    """Each day as figures; the carer's own day as one sign."""

    def say(day: int, month: int, year: str | None) -> str:
        is_own = due_on is not None and (due_on.day, due_on.month) == (day, month)
        if is_own and due_on and (year is None or int(year) in (due_on.year, due_on.year % 100)):
            return f" {_BY_A_DAY} "
        return f" {day}/{month}" + (f"/{int(year) % 100} " if year else " ")

    def named(found: re.Match[str]) -> str:
        whole = _whole(found[2])
        return say(int(found[1]), _MONTHS.index(whole), found[3]) if whole in _MONTHS else found[0]

    def in_figures(found: re.Match[str]) -> str:
        # “1.5 hours” and “1/2 hour” are no days.
        is_day = found[4] is not None or (found[2] == "/" and _says_by(found.string[: found.start()]))
        return say(int(found[1]), int(found[3]), found[4]) if is_day else found[0]

    return _NAMED_MONTH.sub(named, _IN_FIGURES.sub(in_figures, text))


def _says_by(before: str) -> bool:
    return re.search(r"\b(?:by|due)(?:\s+(?:the|on|by))*\s*$", before) is not None


def _long_not(found: re.Match[str]) -> str:
    return {"wo": "will", "ca": "can", "sha": "shall"}.get(found[1], found[1]) + " not"


def _whole(word: str) -> str:
    """A day or month in short as the whole word; minutes and hours in short too."""
    if word in copy_words().short.words:
        return copy_words().whole.words[copy_words().short.words.index(word)]
    if len(word) < 3:
        return word
    return next((name for name in _NAMES if word == name or name.startswith(word)), word)


def _counted(words: list[str]) -> list[str]:
    """Numbers in figures: “forty five” is 45."""
    known = copy_words()
    said: list[str] = []
    is_tens = False
    for word in words:
        if word in known.tens.words:
            said.append(str(10 * (known.tens.words.index(word) + 2)))
            is_tens = True
            continue
        number = known.numbers.words.index(word) if word in known.numbers.words else None
        if number is not None and is_tens and 0 < number < 10:
            said[-1] = str(int(said[-1]) + number)
        else:
            said.append(word if number is None else str(number))
        is_tens = False
    return said


def _often(words: list[str]) -> list[str]:
    """“Twice a week”, “2 x weekly” and “two times each week” as one, “20 minute” as “20 minutes”."""
    known = copy_words()
    said: list[str] = []
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        is_number = bool(said) and said[-1].isdigit()
        if word in ("once", "twice"):
            said += ["1" if word == "once" else "2", "times"]
        elif word == "time" and said[-1:] == ["1"]:
            said.append("times")
        elif word in known.each_unit.words:
            said += ["per", known.units.words[known.each_unit.words.index(word)]]
        elif (word in ("per", "each", "every") and after != "other") or (
            word in ("a", "an") and after in known.units.words and _is_so_much(said)
        ):
            said.append("per")
        elif is_number and word in ("minute", "hour"):
            said.append(f"{word}s")
        else:
            said.append(word)
    return said


def _is_so_much(said: list[str]) -> bool:
    """Whether “a week” after it says how often: “twice”, “£5”, “two long sessions”; not “Year 5” or “take”."""
    if said[-1:] == ["times"] or (said[-2:-1] == ["£"] and said[-1].isdigit()):
        return True
    is_measured = bool(said) and said[-1].removesuffix("s") in copy_words().units.words
    return is_measured and any(each.isdigit() for each in said[-3:-1])


def _without_who(owner: Owner, words: list[str]) -> list[str]:
    """“Carer will ask” is “ask” where it is for the carer to do. “Home to school” is not “school”."""
    if words[:1] == ["to"]:
        return words[1:]
    for place, word in enumerate(words[:5]):
        if word in ("will", "shall"):
            who = [each for each in words[:place] if each != "the"]
            is_owner = "and" not in who and copy_words().owner_of(" ".join(who)) == owner
            return words[place + 1 :] if is_owner or not who else words
    return words


def _in_short(words: list[str], *, as_now: bool) -> list[str]:
    said: list[str] = []
    is_will = False
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        if word in ("will", "shall"):
            is_will = as_now
            said += [] if as_now else ["to"]
            continue
        # “A few” and “a little” are not “few” and “little”.
        if word not in copy_words().articles.words or after in ("few", "little"):
            said.append(_now(word) if is_will else word)
        is_will = False
    return said


def _now(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|sh|ch|x|z|o)$", word) else "s")
