"""Reads the rules and term dates that come with PEP Companion. A file without its source is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from carer_app.domain.authority_rules import AuthorityRules
from carer_app.domain.care_reviews import ReviewRules
from carer_app.domain.childs_year import YearDayRule
from carer_app.domain.ladders import Ladders
from carer_app.domain.school_calendar import Period, SchoolCalendar
from carer_app.domain.school_terms import SEASONS
from carer_app.domain.term_bounds import Between, MonthDay, TermBounds
from carer_app.rules import rule_files
from carer_app.texts.reading import fill, naming, read_file, table_of
from resources import path


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
        """Dates that cannot be true are refused."""
        if not self.periods:
            raise ValueError("periods are needed")
        self.calendar()

    def calendar(self) -> SchoolCalendar:
        """The same dates, ready to count with."""
        return SchoolCalendar(self.periods, self.inset_days, self.closed_days)


USUAL = "england_usual"
"""The rule set for a council that we do not carry, and for what a council’s page leaves open."""


def authority_rules(folder: Path | None = None) -> list[AuthorityRules]:
    """Every rule set that we carry, by key, gaps filled as its file says. Raises TextFileWrong naming the file."""
    tables = {}
    for file in sorted((folder or path("authority_rules")).glob("*.toml")):
        with naming(file):
            tables[file] = table_of(file)
    by_key = {str(table.get("key")): table for table in tables.values()}
    found = []
    for file, table in tables.items():
        with naming(file):
            found.append(rule_files.rules_of_file(table, by_key))
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
    """England's rules for child-in-care reviews and EHCP reviews. Raises TextFileWrong naming the file."""
    return read_file(file or path("review_rules/england.toml"), ReviewRules)


@lru_cache(maxsize=1)
def year_days(file: Path | None = None) -> tuple[YearDayRule, ...]:
    """The other days of a child's year with a deadline. Raises TextFileWrong naming the file."""
    file = file or path("year_days/england.toml")
    with naming(file):
        return year_days_of_file(table_of(file))


@lru_cache(maxsize=1)
def term_bounds(file: Path | None = None) -> TermBounds:
    """What all school years in England have in common. Raises TextFileWrong naming the file."""
    file = file or path("term_bounds/england.toml")
    with naming(file):
        return bounds_of_file(table_of(file))


@lru_cache(maxsize=1)
def all_ladders(folder: Path | None = None) -> tuple[Ladders, ...]:
    """Whom to ask in which order: our own first, then each council's whole. Raises TextFileWrong naming the file."""
    folder = folder or path("ladders")
    general = read_file(folder / "england.toml", Ladders)
    with naming(folder / "england.toml"):
        general.look()
    found = [general]
    for file in sorted(folder.glob("*.toml")):
        if file.stem != "england":
            own = read_file(file, Ladders)
            with naming(file):
                found.append(own.with_gaps_from(general))
    return tuple(found)


def ladders_of(council: str) -> Ladders:
    """The order of a council, by its name; our own for a council whose page says nothing about it."""
    wanted = council.strip().casefold()
    own = (each for each in all_ladders()[1:] if each.council.casefold() == wanted)
    return next(own, all_ladders()[0])


def term_dates(folder: Path | None = None) -> list[ShippedTerms]:
    """Every example set of term dates that we carry, by key. Raises TextFileWrong naming the file."""
    return [read_file(file, ShippedTerms) for file in sorted((folder or path("term_dates")).glob("*.toml"))]


@dataclass(frozen=True, slots=True)
class _Days:
    day: tuple[Mapping[str, Any], ...]


def year_days_of_file(table: dict[str, Any]) -> tuple[YearDayRule, ...]:
    """As their file says. Raises Wrong or KeyError."""
    return tuple(
        fill(YearDayRule, _with_its_rule(row), f"day {number}")
        for number, row in enumerate(fill(_Days, table).day, start=1)
    )


def _with_its_rule(row: Mapping[str, Any]) -> dict[str, Any]:
    """In a file source and day stand beside the rest."""
    source = {name: row[name] for name in ("source", "checked_on") if name in row}
    own = {name: told for name, told in row.items() if name not in source}
    return own | {"rule": {"name": row.get("title", "")} | source}


def bounds_of_file(table: dict[str, Any]) -> TermBounds:
    """As its file says. Raises Wrong or ValueError."""
    bounds = fill(TermBounds, table)
    for month_day in (
        bounds.spring_may_begin,
        bounds.spring_from,
        bounds.summer_may_begin,
        bounds.summer_from,
        bounds.autumn_from,
    ):
        _check_day(month_day)
    seasons = [getattr(bounds, season) for season in SEASONS]
    for between in (
        *bounds.surely_shut,
        *(each for season in seasons for each in (season.half, season.ends)),
    ):
        _check_between(between)
    for holiday in bounds.holidays:
        _check_between(holiday.within, round_the_year=True)
    return bounds


def _check_between(pair: Between, *, round_the_year: bool = False) -> None:
    for month_day in pair:
        _check_day(month_day)
    if pair[1] < pair[0] and not round_the_year:
        raise ValueError("the second day comes after the first")


def _check_day(month_day: MonthDay) -> None:
    date(2027, *month_day)  # of every year, so that 29 February is none
