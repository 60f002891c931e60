"""Reads one council's file of rules: see resources/authority_rules/README.md for what may stand in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from carer_app.domain.authority_rules import AlsoSaid, AuthorityRules, RuleSource
from carer_app.texts.reading import Wrong, fill
from carer_app.words import _

_ENDS, _STARTS = ("until_year", "until_age"), ("from_age", "from_term_after")
# Not borrowed: what a page without it does not ask for, such as a day to begin by, or another rhythm for the youngest.
_MAY_BE_BORROWED = (
    *("first_pep", "rhythm", "new_school", "copy_within", *_STARTS, *_ENDS),
    *("arranged_by", "written_by", "carers_may_ring"),
)
_NOT_IN_A_FILE = {"borrowed", "borrowed_from", "lender", "own_numbers", "england"}


@dataclass(frozen=True, slots=True)
class _Others:
    also: tuple[Mapping[str, Any], ...] = ()


def rules_of_file(table: dict[str, Any], by_key: dict[str, dict[str, Any]]) -> AuthorityRules:
    """A rule set as its file says, whose gaps are filled from another one, where it says so.

    Raises Wrong, ValueError, KeyError or NotAllowed for a file that is not as it should be.
    """
    table = dict(table)
    own = set(table)
    donor = table.pop("gaps_from", None)
    if donor is not None and donor not in [*by_key]:
        raise Wrong(_("“gaps_from” names no file of ours"))
    if donor is not None:
        table = {gap: value for gap, value in by_key[donor].items() if _is_gap(gap, own)} | table
    borrowed = frozenset(set(table) - own)
    unknown = sorted(set(table) & _NOT_IN_A_FILE)
    if unknown:
        raise ValueError(f"unknown names: {unknown}")
    others = fill(_Others, {name: table.pop(name) for name in ("also",) if name in table})
    also = tuple(_also(dict(other), f"also {number}") for number, other in enumerate(others.also, start=1))
    rules = replace(fill(AuthorityRules, table), also=also)
    if not borrowed:
        return rules
    ours = tuple(name for name in by_key[donor].get("ours", ()) if name in borrowed)
    lender = RuleSource(*(by_key[donor][each] for each in ("name", "source", "checked_on")))
    return replace(rules, borrowed=borrowed, borrowed_from=lender.name, lender=lender, ours=ours)


def _is_gap(name: str, own: set[str]) -> bool:
    pairs = next((set(pair) for pair in (_ENDS, _STARTS) if name in pair), {name})
    return name in _MAY_BE_BORROWED and not own & pairs


def _also(table: dict[str, Any], where: str) -> AlsoSaid:
    """In a file the number and its source stand side by side."""
    for group, names in (("count", ("days", "kind")), ("said", ("name", "source", "checked_on"))):
        table[group] = {name: table.pop(name) for name in names if name in table}
    return fill(AlsoSaid, table, where)
