"""One date that was worked out: the day, the sentence, the counted days, the rule, and what is not certain."""

from collections.abc import Sequence
from datetime import date, timedelta

from carer_app.typed_dates import MONTHS, WEEKDAYS, say_day, say_short, say_span
from carer_app.use_cases.due_date_working import CountedDay, WorkedOut
from carer_app.words import _
from ui.widgets.card import Card
from ui.widgets.day_strip import DayStrip, StripDay, weeks_of
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel


class WorkingCard(Card):
    """One date; behind "Why?" everything about it, so that a carer can check it with a finger on a wall calendar."""

    def __init__(self, found: WorkedOut, with_source: bool = True, shows_why: bool = False) -> None:
        super().__init__(found.title)
        self.found = found
        self.by = PlainLabel(_by(found), kind="strong" if found.by else "body")
        self.body.addWidget(self.by)
        self.why = Opens(f"{found.title}, {found.rule}", words=_("Why?"), when_open=_("Why?"))
        self.why.open(shows_why)
        self.body.addWidget(self.why)
        why = self.why.body
        why.addWidget(PlainLabel(" ".join(part for part in (found.reason, found.asks_for) if part)))
        if found.strip:
            why.addWidget(_strip(found.strip))
            why.addWidget(PlainLabel(in_words(found.strip), kind="hint"))
        if found.uncertain:
            why.addWidget(Heading(_("What is not certain"), level=3))
        for doubt in found.uncertain:
            why.addWidget(PlainLabel(doubt))
        if found.beneath:
            words = _(
                "This is only here to look at. It is an older page, or another rule took its place. "
                "It never comes first."
            )
            why.addWidget(PlainLabel(words, kind="hint"))
        words = rule_words(found) if with_source else _("Rule: {name}.").format(name=found.rule)
        why.addWidget(PlainLabel(words, kind="hint"))


def _by(found: WorkedOut) -> str:
    if found.by:
        return _("By {day}").format(day=say_day(found.by))
    return _("No exact day yet: {when}").format(when=found.roughly) if found.roughly else _("No day yet")


def rule_words(found: WorkedOut) -> str:
    """Which rule, where it was found, and when that was looked at."""
    if found.rule_checked_on is None:
        return ""
    return _("Rule: {name}. {source}. We looked at it on {day}.").format(
        name=found.rule, source=found.rule_source, day=say_short(found.rule_checked_on, with_year=True)
    )


def sources_once(found: Sequence[WorkedOut]) -> list[str]:
    """Where all the rules were found, each once, in the order of the dates."""
    said = {
        (each.rule_source, each.rule_checked_on): _("{source}. We looked at it on {day}.").format(
            source=each.rule_source, day=say_short(each.rule_checked_on, with_year=True)
        )
        for each in found
        if each.rule_source and each.rule_checked_on is not None
    }
    return list(said.values())


def in_words(days: Sequence[CountedDay]) -> str:
    """The count in words: its first and last day, and each stretch that was left out."""
    counted = [each for each in days if each.number is not None]
    words = [
        _("Day 1 is {first}. Day {number} is {last}.").format(
            first=say_day(counted[0].day), number=counted[-1].number, last=say_day(counted[-1].day)
        )
    ]
    out = [
        _("{why}, {days}").format(why=why, days=say_span(first, last))
        for why, first, last in _stretches(days)
    ]
    if out:
        words.append(_("Left out: {days}.").format(days="; ".join(out)))
    return " ".join(words)


def _stretches(days: Sequence[CountedDay]) -> list[tuple[str, date, date]]:
    """Days left out for the same reason one after the other, over weekends too."""
    found: list[tuple[str, date, date]] = []
    for each in days:
        if each.number is not None:
            continue
        if found and found[-1][0] == each.why and each.day - found[-1][2] <= timedelta(days=3):
            found[-1] = (each.why, found[-1][1], each.day)
        else:
            found.append((each.why, each.day, each.day))
    return found


def _strip(days: Sequence[CountedDay]) -> DayStrip:
    strip = [StripDay(each.day, each.number, _said(each)) for each in days]
    weeks = weeks_of([each.day for each in days])
    heads = [name[:3] for name in WEEKDAYS[:5]]
    # Short, so that five days stand beside them at twice the text size too.
    begins = [f"{monday.day} {MONTHS[monday.month - 1][:3]}" for monday in weeks]
    return DayStrip(strip, begins, heads, _("The days that were counted"))


def _said(each: CountedDay) -> str:
    day = say_day(each.day)
    if each.number is None:
        return _("{day}: {why}, left out.").format(day=day, why=each.why)
    return _("{day}: day {number}.").format(day=day, number=each.number)
