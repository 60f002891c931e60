"""Reads the rules and term dates that come with PEP Companion. A file without its source is refused."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from carer_app import rule_files
from carer_app.domain.authority_rules import AuthorityRules, DayCount, RuleSource
from carer_app.domain.care_reviews import ReviewRules
from carer_app.domain.childs_year import YearDayRule
from carer_app.domain.school_calendar import Period, SchoolCalendar
from carer_app.domain.school_terms import SEASONS
from carer_app.domain.term_bounds import Holiday, SeasonBounds, TermBounds
from carer_app.errors import CarerAppError, ShippedFileWrong
from carer_app.rule_files import a_day
from carer_app.words import _
from resources import path

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class ShippedTerms:
    """One school's dates for one school year, as published. `school_year` is the year it begins in."""

    key: str
    school: str
    school_year: int
    source: str
    checked_on: date
    periods: tuple[Period, ...]
    inset_days: tuple[date, ...]
    inset_known: bool
    council: str = ""
    closed_days: tuple[date, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Dates without a source cannot be checked by anyone."""
        if not self.source.strip() or not self.school.strip() or not self.periods:
            raise ValueError("a source, a school and periods are needed")
        self.calendar()

    def calendar(self) -> SchoolCalendar:
        """The same dates, ready to count with."""
        return SchoolCalendar(self.periods, self.inset_days, self.closed_days)


USUAL = "england_usual"
"""The rule set for a council that we do not carry, and for what a council’s page leaves open."""


def authority_rules(folder: Path | None = None) -> list[AuthorityRules]:
    """Every rule set that we carry, by key, gaps filled as its file says. Raises ShippedFileWrong naming the file."""
    files = sorted((folder or path("authority_rules")).glob("*.toml"))
    tables = {file.name: _read_one(file, dict) for file in files}
    by_key = {str(table.get("key")): table for table in tables.values()}
    found = []
    for name, table in tables.items():
        try:
            found.append(rule_files.rules_of_file(table, by_key))
        except (ValueError, TypeError, KeyError, CarerAppError) as error:
            raise _damaged(name) from error
    england = next((rules for rules in found if rules.key == USUAL), None)
    return [rules if rules is england else replace(rules, england=england) for rules in found]


@lru_cache(maxsize=1)
def all_rules() -> tuple[AuthorityRules, ...]:
    """Every rule set that comes along, read once."""
    return tuple(authority_rules())


def usual_rules() -> AuthorityRules:
    """What most councils in England ask for."""
    return next(rules for rules in all_rules() if rules.key == USUAL)


def councils() -> tuple[str, ...]:
    """The councils whose own rules we carry, by name. One that is no more can still be found, and not be chosen."""
    return tuple(
        sorted({rules.council for rules in all_rules() if rules.key != USUAL and not rules.succeeded_by})
    )


def rules_of(council: str) -> tuple[AuthorityRules, ...]:
    """The rule sets of a council, by its name; England's usual ones for a council that we do not carry."""
    wanted = council.strip().casefold()
    own = tuple(rules for rules in all_rules() if rules.key != USUAL and rules.council.casefold() == wanted)
    return own or (usual_rules(),)


@lru_cache(maxsize=1)
def review_rules(file: Path | None = None) -> ReviewRules:
    """England's rules for child-in-care reviews and EHCP reviews. Raises ShippedFileWrong naming the file."""
    return _read_one(file or path("review_rules/england.toml"), _reviews)


@lru_cache(maxsize=1)
def year_days(file: Path | None = None) -> tuple[YearDayRule, ...]:
    """The other days of a child's year with a deadline. Raises ShippedFileWrong naming the file."""
    return _read_one(file or path("year_days/england.toml"), _year_days)


@lru_cache(maxsize=1)
def term_bounds(file: Path | None = None) -> TermBounds:
    """What all school years in England have in common. Raises ShippedFileWrong naming the file."""
    return _read_one(file or path("term_bounds/england.toml"), _bounds)


def term_dates(folder: Path | None = None) -> list[ShippedTerms]:
    """Every example set of term dates that we carry, by key. Raises ShippedFileWrong naming the file."""
    return _read_all(folder or path("term_dates"), _terms)


def _read_all(folder: Path, read: Callable[[dict[str, Any]], Read]) -> list[Read]:
    return [_read_one(file, read) for file in sorted(folder.glob("*.toml"))]


def _read_one(file: Path, read: Callable[[dict[str, Any]], Read]) -> Read:
    try:
        return read(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, CarerAppError) as error:
        raise _damaged(file.name) from error


def _damaged(name: str) -> ShippedFileWrong:
    return ShippedFileWrong(
        _(
            "The file {name} that comes with PEP Companion is damaged. "
            "Your records are safe. Please install PEP Companion again."
        ).format(name=name)
    )


def _reviews(table: dict[str, Any]) -> ReviewRules:
    sources = {name: RuleSource(**table[name]) for name in ("review", "ehcp")}
    for source in sources.values():
        a_day(source.checked_on)
        if not source.name.strip() or not source.source.strip():
            raise ValueError("a name and a source are needed")
    return ReviewRules(**table | sources | {"first_review": DayCount(**table["first_review"])})


def _year_days(table: dict[str, Any]) -> tuple[YearDayRule, ...]:
    return tuple(_year_day(dict(row)) for row in table["day"])


def _year_day(row: dict[str, Any]) -> YearDayRule:
    rule = RuleSource(row["title"], row.pop("source"), a_day(row.pop("checked_on")))
    return YearDayRule(**row | {"rule": rule, "year_groups": tuple(row.get("year_groups", ()))})


def _bounds(table: dict[str, Any]) -> TermBounds:
    source = RuleSource(*(table[each] for each in ("name", "source", "checked_on")))
    if not source.name.strip() or not source.source.strip():
        raise ValueError("a name and a source are needed")
    a_day(source.checked_on)
    read: dict[str, Any] = {each: _month_day(table[each]) for each in _MONTH_DAYS}
    read["surely_shut"] = tuple(_between(pair) for pair in table["surely_shut"])
    read["holidays"] = tuple(
        Holiday(_between(each["within"], round_the_year=True), each["most"]) for each in table["holidays"]
    )
    for season in SEASONS:
        read[season] = SeasonBounds(**{each: _between(pair) for each, pair in table[season].items()})
    return TermBounds(**table | read)


_MONTH_DAYS = ("spring_from", "summer_may_begin", "summer_from", "autumn_from")


def _between(pair: Any, *, round_the_year: bool = False) -> tuple[tuple[int, int], tuple[int, int]]:
    first, last = (_month_day(each) for each in pair)
    if last < first and not round_the_year:
        raise ValueError("the second day comes after the first")
    return first, last


def _month_day(pair: Any) -> tuple[int, int]:
    month, day = pair
    date(2027, month, day)  # of every year, so that 29 February is none
    return month, day


def _terms(table: dict[str, Any]) -> ShippedTerms:
    return ShippedTerms(
        **_checked(table)
        | {
            "periods": tuple((a_day(first), a_day(last)) for first, last in table["periods"]),
            "inset_days": tuple(a_day(day) for day in table["inset_days"]),
            "closed_days": tuple(a_day(day) for day in table.get("closed_days", ())),
        }
    )


def _checked(table: dict[str, Any]) -> dict[str, Any]:
    unknown = set(table) - {field.name for field in fields(ShippedTerms)}
    if unknown:
        raise ValueError(f"unknown names: {sorted(unknown)}")
    a_day(table["checked_on"])
    return dict(table)
