"""Events that belong together: one that repeats, and the days of it that were changed or called off."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby

from carer_app.imports.calendar_days import BadDay, moment
from carer_app.imports.calendar_event import SchoolEvent, Trouble
from carer_app.imports.calendar_repeats import Placed, lay_out
from carer_app.imports.calendar_text import RawEvent

MOST_SERIES = 300
MOST_REPEATS = 5_000


class Groups:
    """Events by the name that their program gave them, which is no proof: some programs give many the same."""

    def __init__(self, matters: Callable[[str], bool]) -> None:
        self._matters = matters
        self._placed: list[Placed] = []
        self._lost: set[str] = set()
        self._series = self._days = 0
        self._horizon = date.min

    def add(self, placed: Placed) -> None:
        self._placed.append(placed)

    def lost(self, event: RawEvent) -> None:
        """A change of an event of which not even the day can be read: nothing of that event is sure."""
        if event.is_change and event.value("UID"):
            self._lost.add(event.value("UID"))

    def events(self) -> Iterator[SchoolEvent]:
        """Each event on each of its days."""
        latest = max((each.span.last for each in self._placed), default=date.min)
        self._horizon = date(latest.year + (latest.month > 8), 8, 31) if self._placed else latest
        by_name = sorted(self._placed, key=lambda each: each.event.value("UID"))
        for name, together in groupby(by_name, key=lambda each: each.event.value("UID")):
            group = list(together)
            if name:
                yield from self._of_one_name(group)
            else:
                for each in group:
                    yield from self._series_of(each, [])

    def _of_one_name(self, group: Sequence[Placed]) -> Iterator[SchoolEvent]:
        masters, replaced = _newest([each for each in group if not each.event.is_change])
        yield from (each.told(trouble="replaced") for each in replaced)
        changes = [each for each in group if each.event.is_change]
        of_master: dict[int, list[Placed]] = {id(master): [] for master in masters}
        all_candidates = _Candidates(masters)
        for change in changes:
            candidates = all_candidates.of(change)
            if len(candidates) > 1:
                yield from (each.told(trouble=each.trouble or "repeat") for each in [*masters, *changes])
                return
            if candidates:
                of_master[id(candidates[0])].append(change)
            else:
                yield change.told()
        for master in masters:
            if master.is_repeated and master.event.value("UID") in self._lost:
                yield from (each.told(trouble="repeat") for each in (master, *of_master[id(master)]))
            else:
                yield from self._series_of(master, of_master[id(master)])

    def _series_of(self, master: Placed, changes: Sequence[Placed]) -> Iterator[SchoolEvent]:
        whole = [master, *sorted(changes, key=_age)]
        if not (master.is_repeated or changes) or not any(self._matters(each.event.title) for each in whole):
            yield from (each.told(title=master.event.title) for each in whole)
            return
        self._series += 1
        try:
            if self._series > MOST_SERIES or self._days > MOST_REPEATS:
                raise BadDay("too_often")
            series = lay_out(whole[0], whole[1:], self._horizon)
            if not series.days:
                raise BadDay("repeat")
        except Exception as problem:  # noqa: BLE001 - a foreign rule costs its own event alone
            trouble: Trouble = problem.trouble if isinstance(problem, BadDay) else "repeat"
            yield from (each.told(trouble=trouble, title=master.event.title) for each in whole)
            return
        self._days += len(series.days)
        yield from (placed.told(day, title=master.event.title) for placed, day in series.days)
        used = {id(placed) for placed, _day in series.days}
        yield from (
            each.told(trouble="replaced", title=master.event.title)
            for each in changes
            if id(each) not in used
        )
        renamed = all(each.event.title not in ("", master.event.title) for each in changes)
        if not master.is_repeated and renamed and id(master) not in used:
            yield master.told(trouble="replaced")  # its one day has another name now
        if series.cut:
            yield SchoolEvent(master.event.title, None, None, trouble="endless", line=master.event.line)


def _newest(masters: Sequence[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Events of one name, and those of them that a newer version of the same event replaces."""
    newest: dict[str, tuple[int, str]] = {}
    for each in masters:
        newest[each.event.title] = max(_age(each), newest.get(each.event.title, (-1, "")))
    kept = [each for each in masters if _age(each) == newest[each.event.title]]
    return kept, [each for each in masters if _age(each) != newest[each.event.title]]


def _age(placed: Placed) -> tuple[int, str]:
    sequence = placed.event.value("SEQUENCE")
    return int(sequence) if sequence.isdecimal() and len(sequence) < 9 else 0, placed.event.value(
        "LAST-MODIFIED"
    )


class _Candidates:
    """Which event a change is of; more than one where nobody can tell."""

    def __init__(self, masters: Sequence[Placed]) -> None:
        self._repeated = [each for each in masters if each.is_repeated]
        self._by_title: dict[str, list[Placed]] = {}
        self._by_day: dict[date, list[Placed]] = {}
        for each in masters:
            if each.is_repeated:
                self._by_title.setdefault(each.event.title, []).append(each)
            self._by_day.setdefault(each.start.day, []).append(each)

    def of(self, change: Placed) -> list[Placed]:
        if self._repeated:
            return self._by_title.get(change.event.title, self._repeated)
        return self._by_day.get(moment(change.event.first("RECURRENCE-ID")).day, [])
