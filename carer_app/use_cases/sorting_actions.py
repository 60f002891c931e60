"""Everybody's actions as a carer wants to look at them: whose, and sorted by what."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from carer_app.choices import Owner
from carer_app.use_cases.following_up import ActionRow, action_groups
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
    """The actions that stand under one heading. `key` is the same whenever they are read."""

    key: str
    heading: str
    rows: tuple[ActionRow, ...]


def sorted_actions(
    session: Session, today: date, which: WhichActions, by: SortedBy, keep: Collection[int] = ()
) -> list[ActionsUnder]:
    """What is late, then what is due soonest, comes first under each heading. `keep` as in `action_groups`."""
    groups = action_groups(session, today, which == WhichActions.DONE, keep)
    rows = [row for group in groups for row in group.rows if _is_wanted(row, which)]
    under: Callable[[ActionRow], tuple[str, str, int]] = {
        SortedBy.WHO: _under_who(),
        SortedBy.CHILD: _under_child,
        SortedBy.DAY: lambda row: _under_day(row, today),
    }[by]
    if by != SortedBy.WHO:
        rows.sort(key=lambda row: (row.due_on is None, row.due_on or row.agreed_on, row.id))
    found: dict[str, list[ActionRow]] = {}
    headings: dict[str, tuple[int, str]] = {}
    for row in rows:
        key, heading, place = under(row)
        found.setdefault(key, []).append(row)
        headings[key] = (place, heading)
    keys = sorted(found, key=lambda key: headings[key][0])
    return [ActionsUnder(key, headings[key][1], tuple(found[key])) for key in keys]


def _is_wanted(row: ActionRow, which: WhichActions) -> bool:
    if which == WhichActions.MINE:
        return row.is_mine
    return which != WhichActions.OTHERS or not row.is_mine


def _under_who() -> Callable[[ActionRow], tuple[str, str, int]]:
    all_of_them = _("The children")
    places = {owner: (owner.value, owner.words(all_of_them), place) for place, owner in enumerate(Owner)}
    return lambda row: places[row.owner]


def _under_child(row: ActionRow) -> tuple[str, str, int]:
    return f"child {row.child_id}", row.child, row.child_id


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
