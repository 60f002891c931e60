"""Reads the rules and term dates that come with PEP Companion. A file without its source is refused."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from carer_app.domain.authority_rules import AuthorityRules, DayCount
from carer_app.domain.school_calendar import Period, SchoolCalendar
from carer_app.errors import CarerAppError, ShippedFileWrong
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


def authority_rules(folder: Path | None = None) -> list[AuthorityRules]:
    """Every council's rule set that we carry, by key. Raises ShippedFileWrong naming the file."""
    return _read_all(folder or path("authority_rules"), _rules)


def term_dates(folder: Path | None = None) -> list[ShippedTerms]:
    """Every example set of term dates that we carry, by key. Raises ShippedFileWrong naming the file."""
    return _read_all(folder or path("term_dates"), _terms)


def _read_all(folder: Path, read: Callable[[dict[str, Any]], Read]) -> list[Read]:
    return [_read_one(file, read) for file in sorted(folder.glob("*.toml"))]


def _read_one(file: Path, read: Callable[[dict[str, Any]], Read]) -> Read:
    try:
        return read(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, CarerAppError) as error:
        raise ShippedFileWrong(
            _(
                "The file {name} that comes with PEP Companion is damaged. "
                "Your records are safe. Please install PEP Companion again."
            ).format(name=file.name)
        ) from error


def _rules(table: dict[str, Any]) -> AuthorityRules:
    return AuthorityRules(
        **_checked(table, AuthorityRules)
        | {name: DayCount(**table[name]) for name in ("first_pep", "new_school") if name in table}
    )


def _terms(table: dict[str, Any]) -> ShippedTerms:
    return ShippedTerms(
        **_checked(table, ShippedTerms)
        | {
            "periods": tuple((_day(first), _day(last)) for first, last in table["periods"]),
            "inset_days": tuple(_day(day) for day in table["inset_days"]),
            "closed_days": tuple(_day(day) for day in table.get("closed_days", ())),
        }
    )


def _checked(table: dict[str, Any], into: type[AuthorityRules] | type[ShippedTerms]) -> dict[str, Any]:
    unknown = set(table) - {field.name for field in fields(into)}
    if unknown:
        raise ValueError(f"unknown names: {sorted(unknown)}")
    _day(table["checked_on"])
    return dict(table)


def _day(value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("a date is needed")
    return value


@lru_cache(maxsize=1)
def usual_rules() -> AuthorityRules:
    """The rule set used until a council can be chosen: Southwark Council's page of 2017, named as such."""
    return next(rules for rules in authority_rules() if rules.key == "southwark_2017")
