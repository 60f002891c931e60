"""Reads one council's file of rules: see resources/authority_rules/README.md for what may stand in it."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from carer_app.domain.authority_rules import AlsoSaid, AuthorityRules, DayCount, Rhythm, RuleSource

_COUNTS = ("first_pep", "first_pep_start", "new_school", "new_home", "copy_within")
_RHYTHMS = ("rhythm", "early_years", "post_16")
_LISTS = ("key_stage_years", "carers_may_ring", "succeeded_by", "replaces")
_ENDS, _STARTS = ("until_year", "until_age"), ("from_age", "from_term_after")
# Not borrowed: what a page without it does not ask for, such as a day to begin by, or another rhythm for the youngest.
_MAY_BE_BORROWED = (
    *("first_pep", "rhythm", "new_school", "copy_within", *_STARTS, *_ENDS),
    *("arranged_by", "written_by", "carers_may_ring"),
)
_NOT_IN_A_FILE = {"borrowed", "borrowed_from", "lender", "own_numbers", "england"}


def rules_of_file(table: dict[str, Any], by_key: dict[str, dict[str, Any]]) -> AuthorityRules:
    """A rule set as its file says, whose gaps are filled from another one, where it says so.

    Raises ValueError, TypeError, KeyError or NotAllowed for a file that is not as it should be.
    """
    table = dict(table)
    own = set(table)
    donor = table.pop("gaps_from", None)
    if donor is not None:
        table = {gap: value for gap, value in by_key[donor].items() if _is_gap(gap, own)} | table
    borrowed = frozenset(set(table) - own)
    unknown = set(table) - ({field.name for field in fields(AuthorityRules)} - _NOT_IN_A_FILE)
    if unknown:
        raise ValueError(f"unknown names: {sorted(unknown)}")
    for day in ("checked_on", "valid_until"):
        if day in table:
            a_day(table[day])
    read: dict[str, Any] = {gap: DayCount(**table[gap]) for gap in _COUNTS if gap in table}
    read |= {gap: _rhythm(table[gap]) for gap in _RHYTHMS if gap in table}
    read |= {gap: tuple(table[gap]) for gap in _LISTS if gap in table}
    read |= {"unsure": dict(table.get("unsure", {}))}
    read |= {"also": tuple(_also(other) for other in table.get("also", ()))}
    if not borrowed:
        return AuthorityRules(**table | read)
    lender = RuleSource(*(by_key[donor][each] for each in ("name", "source", "checked_on")))
    return AuthorityRules(**table | read, borrowed=borrowed, borrowed_from=lender.name, lender=lender)


def _is_gap(name: str, own: set[str]) -> bool:
    pairs = next((set(pair) for pair in (_ENDS, _STARTS) if name in pair), {name})
    return name in _MAY_BE_BORROWED and not own & pairs


def _rhythm(table: dict[str, Any]) -> Rhythm:
    then = _rhythm(table["then"]) if "then" in table else None
    days = {"last_dates": tuple(a_day(day) for day in table.get("last_dates", ()))}
    rounds = {"rounds": tuple((first, last) for first, last in table.get("rounds", ()))}
    if "valid_until" in table:
        a_day(table["valid_until"])
    return Rhythm(**table | days | rounds | {"then": then})


def _also(table: dict[str, Any]) -> AlsoSaid:
    said = RuleSource(table["name"], table["source"], a_day(table["checked_on"]))
    if not said.name.strip() or not said.source.strip():
        raise ValueError("a name and a source are needed")
    return AlsoSaid(table["part"], DayCount(table["days"], table["kind"]), said)


def a_day(value: object) -> date:
    """A day of the calendar without a time. Raises ValueError for anything else."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("a date is needed")
    return value
