"""From which days a date was worked out: what was counted from, and what decides which rule holds."""

from collections.abc import Sequence
from datetime import date

from carer_app.domain.pep_big_changes import AT_A_NEW_HOME
from carer_app.domain.pep_clocks import Clock
from carer_app.domain.pep_due import PepFacts
from carer_app.typed_dates import say_day
from carer_app.words import _


def facts_used(facts: PepFacts, clocks: Sequence[Clock], today: date) -> tuple[str, ...]:
    """The days from which these clocks were worked out, each in words.

    A PEP from before coming into care, or a move to another home or school of which nothing came, is left out:
    nobody counted from it. Where no clock runs
    at all, the first day at school stands there: the day of the last PEP is asked for because of it.
    """
    counted_from = {clock.fact_on for clock in clocks}
    is_asked_about = any(AT_A_NEW_HOME in clock.uncertain for clock in clocks)
    started = facts.started_school if not clocks or facts.started_school in counted_from else None
    moved = facts.moved_home if is_asked_about or facts.moved_home in counted_from else None
    care, held = facts.came_into_care, facts.last_pep
    last_pep = held if held and (care is None or held >= care) else None
    answered = max((day for day in (care, last_pep) if day), default=date.min)
    before = [
        day
        for day in reversed(facts.moved_home_before)
        if day in counted_from or (is_asked_about and day > answered)
    ]
    known = (
        (_("Came into care: {date}"), facts.came_into_care),
        (_("Started at this school: {date}"), started),
        (_("Last PEP: {date}"), last_pep),
        (_("Birthday: {date}"), facts.birthday),
        (_home_words(moved, today), moved),
        *((_("Moved to another home before that: {date}"), day) for day in before),
        (_("Left care: {date}"), facts.left_care),
    )
    return tuple(words.format(date=say_day(day)) for words, day in known if day)


def _home_words(moved: date | None, today: date) -> str:
    if moved is not None and moved > today:
        return _("Will move to another home: {date}")
    return _("Moved to another home: {date}")
