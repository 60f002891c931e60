"""Ways to read: a table that was copied column by column, its labels in one place and its days in another."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_cells import LONGEST_LABEL, edge_of
from carer_app.imports.term_labels import heads_a_part, labelled
from carer_app.imports.term_roles import LISTED, Role
from carer_app.imports.term_row_roles import role_from
from carer_app.imports.term_text import Row

FEWEST = 2
_EDGES: tuple[Role, ...] = ("start", "end", "holiday_starts", "holiday_ends")
_OF_SOME = re.compile(r"\bboarders\b|\bexeats?\b", re.IGNORECASE)
# A weekday on a line of its own: its day comes further down.
_WEEKDAYS = re.compile(r"\W*(?:(?:mon|tues|wednes|thurs|fri)day\W*)+", re.IGNORECASE)
Run = list[Row]


def labels_then_days(rows: Sequence[Row]) -> list[Row]:
    """Some labels, a line each, and below them as many days, in the same order."""
    found: list[Row] = []
    waiting: Run = []
    for run in _runs(rows):
        if run[0].groups:
            paired = _paired(waiting[-len(run) :], run) if _may_be(waiting, run) else None
            found += [*waiting, *run] if paired is None else [*waiting[: -len(run)], *paired]
            waiting = []
        else:
            found += waiting
            waiting = _whole_labels(run)
    return [*found, *waiting]


def days_then_labels(rows: Sequence[Row]) -> list[Row]:
    """Some days, a line each, and below them as many labels, in the same order."""
    found: list[Row] = []
    waiting: Run = []
    for run in _runs(rows):
        labels = run if run[0].groups else _whole_labels(run)
        count = len(waiting)
        ends = len(labels) <= count or labels[count].after_blank or heads_a_part(labels[count])
        paired = _paired(labels[:count], waiting) if not run[0].groups and ends else None
        if paired is not None:
            found, labels = [*found, *paired], labels[count:]
        else:
            found += waiting
        waiting = labels if run[0].groups else []
        found += [] if run[0].groups else labels
    return [*found, *waiting]


def _runs(rows: Sequence[Row]) -> list[Run]:
    """The rows in runs: of days alone, of which the first may have a label, and of lines without days."""
    single = [each for row in rows if not _WEEKDAYS.fullmatch(row.words) for each in _a_day_each(row)]
    runs: list[Run] = []
    for is_day, same in groupby(single, key=lambda row: bool(row.groups)):
        for row in same:
            goes_on = runs and bool(runs[-1][0].groups) == is_day and (not is_day or row.is_bare)
            if goes_on and len(row.groups) < FEWEST:
                runs[-1].append(row)
            else:
                runs.append([row])
    return runs


def _a_day_each(row: Row) -> list[Row]:
    """A row of several days and nothing else as so many rows."""
    if not row.is_bare or len(row.groups) < FEWEST:
        return [row]
    return [_alone(replace(row, groups=(group,))) for group in row.groups]


def _alone(row: Row) -> Row:
    """A row without the words before its day: "Half term Friday 24 May", of which the label below says more."""
    (group,) = row.groups
    return replace(row, words=row.words[group.at : group.end], groups=(group.moved(-group.at),))


def _whole_labels(run: Run) -> Run:
    """Labels without the seam that parted one of them: "Half term holiday", and below it "Starts on"."""
    found: Run = []
    for row in run:
        if (
            found
            and edge_of(row.words)
            and what_it_says(found[-1].words, True, 7).says in ("half", "holiday")
        ):
            words = f"{found[-1].words} {row.words}"
            found[-1] = replace(found[-1], words=words, shown=f"{found[-1].shown} {row.shown}")
        else:
            found.append(row)
    return found


def _may_be(labels: Run, days: Run) -> bool:
    """Whether there are as many labels as days: above the first of them nothing says when school begins or ends."""
    if len(labels) < len(days) or not all(row.is_bare for row in days):
        return False
    above = labels[-len(days) - 1].words if len(labels) > len(days) else ""
    return what_it_says(above).says not in (*_EDGES, *LISTED)


def _paired(labels: Run, days: Run) -> Run | None:
    """The days, each with its label; None where a label says nothing of its day."""
    if len(days) < FEWEST or len(labels) != len(days) or any(len(day.groups) != 1 for day in days):
        return None
    found: Run = []
    told = 0
    for label, day in zip(labels, days, strict=True):
        of_some = _OF_SOME.search(label.words) is not None
        role = role_from(label.words, day.groups[0]) if not of_some else None
        if len(label.words) > LONGEST_LABEL or (role is None and not of_some):
            return None
        told += role in _EDGES
        found.append(labelled(_alone(day), label))
    return found if told else None
