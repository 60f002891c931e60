"""Whether a line of a copy may mean what the carer wrote: the same person and numbers, and "not" in both or neither."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from carer_app.choices import Owner
from carer_app.texts.copy_words import copy_words
from carer_app.use_cases.copy_worded import in_one_way

_PEOPLE = re.compile(r"\s+and\s+|[&/;+]")
_PARTS = re.compile(r"[,()\[\]:]|\s[-–—]\s")
_NUMBERED = re.compile(r"^\W*\d{1,2}[.)]\s+")
_SHORT_NOT = re.compile(r"n[’']t\b")
_WHO_DOES = re.compile(
    r"^(?:the\s+)?(?P<who>[^\W\d_][\w.’'-]*(?:\s+[\w.’'&/()-]+){0,4}?)\s+(?:to|will|shall|agreed to)\s",
    re.IGNORECASE,
)


def is_the_same_person(owner: Owner, name: str, who: str) -> bool:
    """Whether the copy names nobody else: everyone it has is that name, in whole words, or the part that it has."""
    if name and name.casefold().split() == who.casefold().split():
        return True
    titles, others = _titles(name), _titles(who)
    if titles and others and titles != others:
        return False
    people = [each for each in _PEOPLE.split(who) if each.strip(" .")]
    return bool(people) and all(_is_meant(owner, _name_words(name), each) for each in people)


def who_at_its_start(what: str) -> str:
    """Who does it where a line itself says so: “Mr Fox will start …”; empty where it does not.

    Somebody who is only named in it (“Reading group with Mr Fox”) may do it, or may not: nobody knows that here.
    """
    said = _WHO_DOES.match(_NUMBERED.sub("", what))
    if said is None:
        return ""
    has_title = any(word in copy_words().titles.words for word in re.findall(r"\w+", said["who"].casefold()))
    return said["who"] if has_title or copy_words().owner_of(said["who"]) else ""


def is_named_in(owner: Owner, name: str, what: str) -> bool:
    """Whether words for what is to be done name the one who does it, by name or by part, as what they may be."""
    said = " ".join(re.findall(r"\w+", what.casefold()))
    is_of_part = any(copy_words().owner_of(each) == owner for each in _ones_and_twos(said.split()))
    return is_of_part or any(each in said.split() for each in _name_words(name))


def _ones_and_twos(words: list[str]) -> list[str]:
    return [*words, *(f"{one} {two}" for one, two in pairwise(words))]


def says_the_same_much(mine: str, due_on: date | None, copy: str, when: str) -> bool:
    """Whether both have the same numbers, as often, a "not" and a "stop" in both or in neither, and no opposite words.
    What one of them says about its day elsewhere is no other number, and “£1,500” is “£1500”."""
    copy = _NUMBERED.sub("", copy)
    return any(
        _say_the_same_much(way(mine), due_on, way(copy), way(when)) for way in (str.casefold, in_one_way)
    )


def _say_the_same_much(mine: str, due_on: date | None, copy: str, when: str) -> bool:
    day = {due_on.day, due_on.month, due_on.year, due_on.year % 100} if due_on else set()
    of_mine, of_copy = _numbers(mine), _numbers(copy)
    if of_mine - of_copy - _numbers(when):
        return False
    # "With two others" says more about a line without numbers, not something else.
    more = of_copy if of_mine else _figures(copy)
    if more - of_mine - day:
        return False
    often, of_copy_often = _how_often(mine), _how_often(copy)
    if often != of_copy_often and (often or of_mine or _figures(copy)):
        return False
    return _turned_round(mine) == _turned_round(copy) and not _are_opposite(mine, copy)


def is_day_named(day: date, words: str) -> bool:
    """Whether words that say more than a day name this one: its number, and its month in words or as a number."""
    words = words.casefold()
    month = f"{day:%B}".casefold()
    has_month = re.search(rf"\b(?:{month}|{month[:3]})\b", words) is not None
    return day.day in _numbers(words) and (has_month or {day.day, day.month} <= _figures(words))


def _is_meant(owner: Owner, names: list[str], who: str) -> bool:
    parts = [part for part in _PARTS.split(who) if part.strip(" .")]
    owners = {copy_words().owner_of(part) for part in parts}
    if owners == {owner}:
        return True
    if not names:
        return owners - {""} == {owner}
    named = [_is_named(names, part) for part in parts]
    return any(named) and all(
        is_name or copy_words().owner_of(part) for is_name, part in zip(named, parts, strict=True)
    )


def _is_named(names: list[str], part: str) -> bool:
    said = _name_words(part)
    return bool(said) and (_all_in(names, said) or _all_in(said, names))


def _all_in(few: list[str], many: list[str]) -> bool:
    """Each of a few words is one of many, or its first letter alone."""
    return all(any(_fits(one, other) for other in many) for one in few)


def _fits(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _name_words(name: str) -> list[str]:
    titles = copy_words().titles.words
    return [
        word for word in re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", name.casefold()) if word not in titles
    ]


def _titles(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) & set(copy_words().titles.words)


def _figures(text: str) -> set[int]:
    return {int(figures) for figures in re.findall(r"\d{1,6}", text)}


def _numbers(text: str) -> set[int]:
    """Those in figures and those in words."""
    words = copy_words().numbers.words
    return _figures(text) | {words.index(word) for word in re.findall(r"\w+", text) if word in words}


def _how_often(text: str) -> set[str]:
    known = copy_words()
    times = {
        "day": known.each_day.words,
        "week": known.each_week.words,
        "month": known.each_month.words,
        "term": known.each_term.words,
    }
    return {each for each, words in times.items() if _has_one(text, words)}


def _turned_round(text: str) -> tuple[bool, bool]:
    """Whether it says "not", and whether something ends: “will not stop” is neither “will stop” nor “will not”."""
    known = copy_words()
    is_not = _has_one(text, known.nots.words) or _SHORT_NOT.search(text) is not None
    return is_not, _has_one(text, known.ends.words)


def _are_opposite(mine: str, copy: str) -> bool:
    """Whether one has words of one side only, and the other words of the other side only."""
    for each in copy_words().opposites:
        sides = [(_has_one(text, each.one), _has_one(text, each.other)) for text in (mine, copy)]
        if sorted(sides) == [(False, True), (True, False)]:
            return True
    return False


def _has_one(text: str, words: Iterable[str]) -> bool:
    plain = " ".join(re.findall(r"\w+", text))
    return any(f" {each} " in f" {plain} " for each in words)
