"""School said to begin again, or to end, some days from the edge of a holiday that the text tells: which is right?"""

from collections.abc import Iterator
from datetime import date

from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_facts import Fact
from carer_app.imports.term_school_days import weekday_after, weekday_before
from carer_app.imports.term_stretches import JUST_BEFORE
from carer_app.imports.term_written_day import Group, WrittenDay
from carer_app.imports.term_years import Dated

MOST = 6


def beside_holidays(made: Candidate) -> Iterator[tuple[tuple[date, date], Dated]]:
    """Two days of which each may be the first, or the last, and the days between them as days without school.

    "Half term 26 to 30 October; pupils return Tuesday 3 November": school may be open on the Monday, or not.
    """
    taken = made.taken
    for off, back in sorted(taken.holidays)[: 2 * MOST]:
        first, last = weekday_after(back), weekday_before(off)
        begins = [day for day in sorted(taken.starts) if first < day <= back + JUST_BEFORE]
        ends = [day for day in sorted(taken.ends) if off - JUST_BEFORE <= day < last]
        if begins and first not in taken.starts:
            yield (first, begins[0]), _shut(first, weekday_before(begins[0]), begins[0], made)
        if ends and last not in taken.ends:
            yield (ends[-1], last), _shut(weekday_after(ends[-1]), last, ends[-1], made)


def _shut(first: date, last: date, told: date, made: Candidate) -> Dated:
    """The days from first to last as a holiday, beside the line that tells of it."""
    line = next((each.fact.line for each in made.dated if told in (each.days or ())), "")
    days = tuple(WrittenDay(day.day, day.month, day.year, None, 0, 0) for day in (first, last))
    return Dated(Fact("holiday", Group(days, True), None, None, line), (first, last))
