"""Walking through the rows of a text with the headings above each, from the first line to the last."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from carer_app.imports import term_roles
from carer_app.imports.school_events import is_everyday, is_plain, what_it_says
from carer_app.imports.school_titles import letters_before_training, says_its_day_off_plainly
from carer_app.imports.school_whom import is_for_some
from carer_app.imports.term_announced import (
    LONGEST_HEADING,
    announced,
    number_in,
    says_some,
    without_names,
)
from carer_app.imports.term_boarders import without_boarders
from carer_app.imports.term_days import bare_years
from carer_app.imports.term_facts import Found, PlaceInText, joined, keep, let_bare_days_go, with_one_year
from carer_app.imports.term_heading_years import take_season, year_of_a_list
from carer_app.imports.term_headings import take_heading
from carer_app.imports.term_list_marks import goes_on_below
from carer_app.imports.term_roles import LISTED, Role, holds, season_of
from carer_app.imports.term_row_roles import role_from
from carer_app.imports.term_rows import EDGE_LABEL, Read, in_prose
from carer_app.imports.term_tables import in_columns
from carer_app.imports.term_taken_back import moved, taken_back
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import school_years
from carer_app.imports.term_training_at_edges import with_training_at_edges


def facts_in(rows: Sequence[Row]) -> Found:
    """What the rows say, each with the headings above it."""
    found, place = Found(), PlaceInText()
    for row, following, third in zip_longest(rows, rows[1:], rows[2:]):
        if row is None:
            break
        if not row.groups:
            take_heading(row, place, found)
        elif _is_news(row.words):
            found.left += [(group, row.shown) for group in row.groups]
            continue  # "Policy 2024/25, updated on 3 May": its year is not that of the dates
        else:
            if _is_told_below(row, following, third, place):
                place.carried = ""
            _take_days(row, place, found, in_list=following is not None and following.is_bare)
        found.named.update(said.year for said in school_years(row.words))
    let_bare_days_go(place, found)
    return with_one_year(without_boarders(found, rows), rows)


# "1st to 4th April falls within Summer Term funding": of money, and of no day of school
_OF_FUNDING = re.compile(r"\bfalls?\b[^.]*\bfund(?:ing|ed)\b|\bfund(?:ing|ed)\b[^.]*\bclaim", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _is_news(words: str) -> bool:
    return holds(_OF_FUNDING, words) or (
        holds(term_roles.NEWS, words)
        and not (
            holds(term_roles.INSET, words) or holds(term_roles.HALF, words) or holds(term_roles.PERIOD, words)
        )
    )


def _take_days(row: Row, place: PlaceInText, found: Found, *, in_list: bool) -> None:
    """A line with days in it."""
    _take_its_year(row, place)
    roles = _roles(row, place)
    is_between = goes_on_below(row.beside, has_bare=place.has_bare, in_list=in_list)
    place.has_listed, place.has_bare = True, row.is_bare or is_between
    alone = not any(letter.isalpha() for letter in row.beside)
    names_another = not school_years(row.words) and season_of(row.words) is None
    year = year_of_a_list(row.words, place) if names_another else None
    for group, role, base in roles:
        if role is not None and year is not None:
            days = tuple(day if day.year else replace(day, year=year) for day in group.days)
            apart = replace(place, base=None, year=None)
            keep(role, replace(group, days=days), row, None, apart, found)
        elif role is not None:
            keep(role, group, row, base, place, found, is_sure=row.is_told or not row.hints)
        elif alone:
            place.bare.append((group, row.shown))
        else:
            found.left.append((group, row.shown))
    training = holds(term_roles.INSET, row.words) or any(role == "inset" for _group, role, _base in roles)
    if not (is_between and what_it_says(place.carried).says == "inset"):
        _take_what_goes_on(row, roles, place)
    if any(role is not None for _group, role, _base in roles):
        let_bare_days_go(place, found)
    elif len(place.bare) == 2 and not in_list:
        _pair_bare_days(row, place, found)
    if training and (in_words := _days_in_words(row)):
        found.inset_unknown += in_words
        found.left.append((None, row.shown))
    if training and (unknown := announced(row.beside, True)):
        told = sum(len(group.days) for group in row.groups if not group.is_range)
        in_all = _told_in_all(row) or (unknown if _of_them_all(row.beside) else 0)
        found.inset_unknown += max(1, in_all - told) if in_all else unknown
        if not in_all and says_some(row.words[row.groups[-1].end :]):
            found.open_ended.append(row.shown)


def _is_told_below(row: Row, following: Row | None, third: Row | None, place: PlaceInText) -> bool:
    """Whether the line below a day alone says what it is, and not the list of days off above them.

    A line with more days alone below it is a heading of its own: "Parents' evenings", below the last training day.
    """
    if not row.is_bare or following is None or following.groups or following.after_blank:
        return False
    words = following.words
    if (
        len(words) > LONGEST_HEADING
        or holds(term_roles.TWILIGHT, words)
        or what_it_says(place.carried).says not in LISTED
    ):
        return False
    if place.is_told_in_line and not place.has_bare:
        return is_everyday(words) or not (is_plain(words) or holds(_SAYS_MORE, words))
    if place.has_bare and holds(_HEADS_EVENTS, words):
        return False
    return is_everyday(words) and not (third is not None and third.is_bare)


# Days alone below one another, and then "Parents Evenings": the heading of what comes next
_HEADS_EVENTS = re.compile(
    r"\b(?:evenings|events|meetings|dates|performances|trips|visits|consultations)\W*$", re.IGNORECASE
)
# "Tuesday 23rd July 2024", and below it "Twilight INSET: Secondary" or "For more, please see"
_SAYS_MORE = re.compile(rf"{term_roles.TWILIGHT.pattern}|\binset\b|\bplease\b|[.:]\W*$", re.IGNORECASE)


def _of_them_all(words: str) -> bool:
    """Whether a number is that of all training days, those with a date too: "5 INSET days: ..., others TBC"."""
    inset = term_roles.INSET.search(words)
    unknown = term_roles.UNKNOWN.search(words)
    if inset is None or unknown is None or unknown.start() < inset.end():
        return False
    before, between = words[: inset.start()], words[inset.end() : unknown.start()]
    return number_in(without_names(before)) > 0 and not number_in(without_names(between))


def _told_in_all(row: Row) -> int:
    """How many training days there are with those to come: "5 days, of which 2 and 3 June; the rest TBC"; else 0."""
    lead, behind = row.words[: row.groups[0].at], row.words[row.groups[-1].end :]
    rest, unknown = _THE_REST.search(behind), term_roles.UNKNOWN.search(behind)
    if rest is None or unknown is None or not term_roles.INSET.search(lead):
        return 0
    return 0 if number_in(without_names(behind[: unknown.start()])) else number_in(without_names(lead))


_THE_REST = re.compile(r"\b(?:rest|remaining|remainder|others?)\b", re.IGNORECASE)


def _roles(row: Row, place: PlaceInText) -> list[Read]:
    if row.hints:
        return [(group, role, None) for group, role in row.hints]
    roles = in_columns(row, place) if "|" in row.words or row.corner else None
    if roles is None:
        return with_training_at_edges(row, list(in_prose(row, place)))
    changed = moved(row, place) or taken_back(row, place)
    if changed is not None:
        return [(group, role, None) for group, role in changed]
    is_plain_enough = (
        len(row.groups) > 1
        or says_its_day_off_plainly(row.beside)
        or bool(letters_before_training(row.beside))
    )
    kept = [
        (group, role if is_plain_enough or role not in ("inset", "closed") else None, base)
        for group, role, base in roles
    ]
    return with_training_at_edges(row, kept)


# "and the Friday before half term": a day that only a calendar could tell.
_IN_WORDS = re.compile(
    r"(?:\band|\bplus|[,;&])\s+(?:on )?the (?:mon|tues|wednes|thurs|fri|first |last |final )(?:school )?day "
    r"(?:before|after|of|back|following)\b[^,;.(]*",
    re.IGNORECASE,
)


def _days_in_words(row: Row) -> int:
    """How many training days a line tells in words alone, and not by their date."""
    found = _IN_WORDS.finditer(row.words)
    return sum(
        not any(match.start() <= group.at <= match.end() + len(" (") for group in row.groups)
        for match in found
    )


def _take_its_year(row: Row, place: PlaceInText) -> None:
    """The year that a line with days names holds for the lines below it too, unless its own days have theirs."""
    said = school_years(row.words)
    if all(day.year is not None for group in row.groups for day in group.days):
        if len(said) == 1 and "|" in row.words and _OF_THE_YEAR.match(row.words):
            place.base, place.year = said[0].year, None
        elif _names_their_own_year(row):
            place.base = place.year = (
                None  # "Autumn 2027: 2 September 2027 - ...", below the heading of another year
            )
        elif len(said) == 1 and all(year == said[0].year for year in _school_years_of(row)):
            place.base, place.year = said[0].year, None  # "INSET days for 2026/27: 1 September 2026, ..."
        return
    if said:
        place.base, place.year = said[0].year, None
    beside = {
        day.year - (day.month < AUGUST) for group in row.groups for day in group.days if day.year is not None
    }
    if len(beside) == 1 and len(row.groups) > 2:
        place.base, place.year = (
            beside.pop(),
            None,
        )  # one of many days in a row is without the year of the others
        return
    season = season_of(row.words) if not term_roles.BANK.search(row.words) else None
    lead = row.words[: row.groups[0].at]
    says_training = term_roles.INSET.search(lead if season_of(lead) else row.words)
    if season and not says_training:
        place.season = season
        years = bare_years(row.words)
        if years:
            take_season(row.words, season, place, bool(said))


def _names_their_own_year(row: Row) -> bool:
    """Whether a line with days that have their years says itself of which term they are, and all of them lie in it."""
    season = season_of(row.words[: row.groups[0].at])
    years = bare_years(row.words)
    if season is None or len(years) != 1:
        return False
    base = years[0] - (season != "autumn")
    return all(year == base for year in _school_years_of(row))


def _school_years_of(row: Row) -> list[int | None]:
    """The school year of each day of a line; None of a day without a year."""
    days = [day for group in row.groups for day in group.days]
    return [None if day.year is None else day.year - (day.month < AUGUST) for day in days]


AUGUST = 8
# "Academic year 2025/26 | Wednesday 3 September 2025": the first row of a table of that year.
_OF_THE_YEAR = re.compile(r"\W*(?:(?:school|academic) year|20\d\d)", re.IGNORECASE)
_PLURAL = re.compile(r"\b(?:days|dates|holidays)\b", re.IGNORECASE)


def _take_what_goes_on(row: Row, roles: Sequence[Read], place: PlaceInText) -> None:
    """Whether the words above hold for the next line too; a line about some of the children does not use them up."""
    in_list = what_it_says(place.carried).says in LISTED
    if is_for_some(row.beside) and not in_list and not any(role in LISTED for _group, role, _base in roles):
        return
    if len(row.groups) == 1 and roles and roles[0][1] is not None and not place.carries_on:
        place.carried = ""
    own = {role for _group, role, _base in roles if role not in (None, "open", "moved")}
    if own and any(map(str.isalpha, row.beside)) and not own & _goes_on(place.carried, row):
        place.carried = ""  # a line that says something else ends a list
    if len(roles) == 1 and roles[0][1] in LISTED and _PLURAL.search(row.words):
        # "Bank holidays 1 January" goes on with the days on the lines below.
        place.carried, place.carries_on, place.is_told_in_line = row.beside, True, True


def _goes_on(carried: str, row: Row) -> set[Role | None]:
    """What a line may say of itself without ending the list above it: "3 May (bank holiday)" among training days."""
    says = what_it_says(carried).says
    if EDGE_LABEL.fullmatch(row.words[: row.groups[0].at]):
        return {says, "holiday_starts", "holiday_ends"}  # "Start date:", and "End date:" on the line below
    if says != "inset":
        return {says}
    is_in_brackets = row.words[row.groups[0].end :].lstrip(" .").startswith("(")
    return {says, "closed", "bank"} if is_in_brackets else {says, "closed"}


def _pair_bare_days(row: Row, place: PlaceInText, found: Found) -> None:
    """Two days on lines of their own below "Autumn term" are its first and last; below "INSET days" they are those."""
    (first, _words), (last, _more) = place.bare
    if len(first.days) == len(last.days) == 1 and place.carried:
        pair = joined(first, last)
        role = role_from(place.carried, pair)
        if role in ("period", "half", "holiday"):
            keep(role, pair, row, None, place, found)
            place.bare.clear()
