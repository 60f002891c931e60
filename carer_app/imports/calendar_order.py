"""Events of a school's calendar beside one another: what is one holiday, what takes another back, what cannot be."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from carer_app.domain.school_years import school_year
from carer_app.imports.calendar_event import SchoolEvent
from carer_app.imports.calendar_judging import WHY_NOT, JudgedEvent
from carer_app.imports.school_titles import what_a_title_says
from carer_app.typed_dates import say_day
from carer_app.words import _

MOST_BEGINNINGS = 12
"""First or last days that one repeated event may tell."""
MOST_MOVES = 240
"""First and last days in a file, of some ten years."""
NEAR = timedelta(weeks=3)
"""Last days further apart are those of two halves, and the first day of the second is missing."""
MOST_APART = timedelta(days=4)
"""From the last day of school to the first of a holiday, over a weekend and a bank holiday."""


def joined(events: Iterable[SchoolEvent]) -> list[SchoolEvent]:
    """Days of the same name that follow one another, over weekends too, are one event."""
    together: list[SchoolEvent] = []
    apart: list[SchoolEvent] = []
    whole = [event for event in events if event.first and not event.trouble and not event.hours]
    for event in sorted(whole, key=lambda each: (each.title.casefold(), each.first or date.min)):
        before = together[-1] if together else None
        if (
            before is not None
            and before.last is not None
            and event.first is not None
            and event.last is not None
            and before.title.casefold() == event.title.casefold()
            and event.first - before.last <= timedelta(days=3)
            and what_a_title_says(event.title, True, 5).says in ("half", "holiday", "inset")
        ):
            together[-1] = replace(before, last=max(before.last, event.last))
        else:
            together.append(event)
    apart = [event for event in events if event.first is None or event.trouble or event.hours]
    return sorted(
        [*together, *apart], key=lambda each: (each.first or date.max, each.last or date.max, each.line)
    )


def leave_earlier_years(judged: Iterable[JudgedEvent], earliest: date) -> None:
    for each in judged:
        if each.plain and each.event.last is not None and each.event.last < earliest:
            each.let_go("left_out", _("It is of an earlier school year."))


def bound(judged: Sequence[JudgedEvent]) -> None:
    """No school opens every week: what begins or ends more often than terms do is handed back, the oldest first."""
    moves = [
        each for each in judged if each.plain and each.plain[0].startswith(("School opens", "School closes:"))
    ]
    of_line = Counter(each.event.line for each in moves)
    often = [each for each in moves if of_line[each.event.line] > MOST_BEGINNINGS]
    rest = [each for each in moves if of_line[each.event.line] <= MOST_BEGINNINGS]
    for each in (*often, *rest[: max(len(rest) - MOST_MOVES, 0)]):
        each.let_go("handed_back", _("Terms do not begin or end so often."))


def settle_ends_of_half_terms(judged: Sequence[JudgedEvent]) -> None:
    """ "End of half term" is said of the last day of school before it, and of the last day of the holiday itself."""
    holidays = [
        each.event for each in judged if each.plain and each.plain[0].startswith(("Half term:", "Holiday:"))
    ]
    began = [
        each.event.first
        for each in judged
        if each.event.first and each.plain and each.plain[0].startswith("Holiday begins")
    ]
    for each in judged:
        day = each.event.first
        if day is None or not each.plain or not each.plain[0].startswith("Holiday ends"):
            continue
        days_before = [(event.first - day).days for event in holidays if event.first]
        inside = any(
            event.first and event.last and event.first <= day <= event.last + MOST_APART for event in holidays
        )
        if inside or any(timedelta(0) < day - begins <= NEAR for begins in began):
            continue
        if any(0 < days <= MOST_APART.days for days in days_before):
            each.plain = [f"School closes: {say_day(day)}"]
        else:
            each.let_go("handed_back", _("It may be the last day of school, or of the holiday."))


def take_back(judged: Sequence[JudgedEvent]) -> None:
    """A day off that another event takes back on the same day is nobody's to decide but the carer's."""
    open_days = {each.event.first for each in judged if each.reason == WHY_NOT["denied"]}
    for each in judged:
        is_off = each.plain and each.plain[0].startswith(("INSET", "School closed"))
        if is_off and each.event.first == each.event.last and each.event.first in open_days:
            each.let_go("handed_back", _("Another entry says that school is open that day."))


def two_last_days(judged: Sequence[JudgedEvent]) -> tuple[date, date] | None:
    """The first two last days between which nothing begins: one of them is no last day, and nobody can tell which."""
    before: date | None = None
    for each in judged:
        kind = each.plain[0].partition(":")[0] if each.plain else ""
        if kind == "School closes" and each.event.last is not None:
            if (
                before is not None
                and timedelta(0) < each.event.last - before <= NEAR
                and school_year(before) == school_year(each.event.last)
            ):
                return before, each.event.last
            before = each.event.last
        elif kind and kind not in ("INSET day", "School closed", "Bank holiday"):
            before = None
    return None
