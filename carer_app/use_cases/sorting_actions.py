"""Everybody's actions as a carer wants to look at them: whose, and sorted by what."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from carer_app.choices import Owner
from carer_app.use_cases.actions_read import ActionRead, MadeLater
from carer_app.use_cases.following_up import ActionRow, everybodys
from carer_app.words import _

SOON = timedelta(days=7)


class WhichActions(StrEnum):
    """Which of all the actions are looked at."""

    TO_DO = "to_do"
    MINE = "mine"
    OTHERS = "others"
    DONE = "done"

    @property
    def words(self) -> str:
        return {
            WhichActions.TO_DO: _("To do"),
            WhichActions.MINE: _("Mine"),
            WhichActions.OTHERS: _("Waiting for others"),
            WhichActions.DONE: _("Done"),
        }[self]


class SortedBy(StrEnum):
    """What they stand under."""

    WHO = "who"
    CHILD = "child"
    DAY = "day"

    @property
    def words(self) -> str:
        return {SortedBy.WHO: _("Who"), SortedBy.CHILD: _("Child"), SortedBy.DAY: _("Day")}[self]


@dataclass(frozen=True, slots=True)
class ActionsUnder:
    """The actions that stand under one heading. `key` is the same whenever they are read. Each row is made when it is
    looked at."""

    key: str
    heading: str
    rows: Sequence[ActionRow]


def sorted_actions(
    session: Session, today: date, which: WhichActions, by: SortedBy, keep: Collection[int] = ()
) -> list[ActionsUnder]:
    """What is late, then what is due soonest, comes first under each heading. `keep` as in `action_groups`."""
    all_of_them = everybodys(session, today, which == WhichActions.DONE, keep)
    reads = [each for each in all_of_them.reads if _is_wanted(each, which)]
    under: Callable[[ActionRead], tuple[str, str, int]] = {
        SortedBy.WHO: _under_who(),
        SortedBy.CHILD: lambda each: _under_child(each, all_of_them.children),
        SortedBy.DAY: lambda each: _under_day(all_of_them.row(each), today),
    }[by]
    if by != SortedBy.WHO:
        reads.sort(key=lambda each: (each.due_on is None, each.due_on or each.agreed_on, each.id))
    found: dict[str, list[ActionRead]] = {}
    headings: dict[str, tuple[int, str]] = {}
    for each in reads:
        key, heading, place = under(each)
        found.setdefault(key, []).append(each)
        headings[key] = (place, heading)
    keys = sorted(found, key=lambda key: headings[key][0])
    return [ActionsUnder(key, headings[key][1], MadeLater(found[key], all_of_them.row)) for key in keys]


def _is_wanted(each: ActionRead, which: WhichActions) -> bool:
    if which == WhichActions.MINE:
        return each.is_mine
    return which != WhichActions.OTHERS or not each.is_mine


def _under_who() -> Callable[[ActionRead], tuple[str, str, int]]:
    all_of_them = _("The children")
    places: dict[str, tuple[str, str, int]] = {
        owner: (owner.value, owner.words(all_of_them), place) for place, owner in enumerate(Owner)
    }
    return lambda each: places[each.owner]


def _under_child(each: ActionRead, children: Mapping[int, str]) -> tuple[str, str, int]:
    return f"child {each.child_id}", children[each.child_id], each.child_id


def _under_day(row: ActionRow, today: date) -> tuple[str, str, int]:
    if not row.is_open:
        return "done", _("Done"), 0
    if row.days_late:
        return "late", _("Late"), 1
    if row.waits_for_pep:
        return "next pep", _("For the next PEP"), 4
    if row.due_on is None:
        return "no day", _("No date was said"), 5
    if row.due_on <= today + SOON:
        return "soon", _("In the next seven days"), 2
    return "later", _("Later"), 3
