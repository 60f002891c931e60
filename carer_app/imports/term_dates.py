"""A school's dates, read from a table or text that the carer pasted. Whatever was not understood is handed back."""

import re
from dataclasses import dataclass, field
from datetime import date

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.day_counts import add_months
from carer_app.domain.school_calendar import days_between
from carer_app.domain.term_checks import DatesProblem, ProblemKind, in_order_of_days, problems_in
from carer_app.imports.term_account import Outcome, account
from carer_app.imports.term_facts import Fact, Found, facts_in
from carer_app.imports.term_lexing import LONGEST_LINE, tidied
from carer_app.imports.term_reading import TermReading
from carer_app.imports.term_stretches import LONGEST_TERM, Stretches, weekday_after, weekday_before
from carer_app.imports.term_years import Dated, in_years
from carer_app.typed_dates import WEEKDAYS, say_short
from carer_app.words import _

MOST_LINES = 2_000
MOST_LETTERS = 200_000


def read_pasted(text: str, near: date | None = None) -> TermReading:
    """Read the school dates in any text; never raises, and takes a bounded time whatever the text is.

    Every school year that the text gives is read. A text without any year is read only where `near` is given, as the
    school year around that day whose weekdays fit. What is beyond 2,000 lines, or 200,000 letters, is not read, and
    that is said in `not_understood`.
    """
    lines, cut = _lines(text)
    found = facts_in(lines)
    reading = _Reading(not_understood=list(found.not_understood))
    for dated in in_years(found.facts, near):
        reading.take(dated)
    if found.facts and all(dated.days is None for dated in in_years(found.facts, near)):
        words = _(
            "The text does not say which year. Add the school year to its first line, for example 2025/26."
        )
        reading.problems.append(DatesProblem("year", words))
    periods = reading.periods()
    problems = reading.problems + problems_in(
        periods, sorted(reading.inset), sorted(reading.closed), mentioned=reading.mentioned
    )
    if cut:
        reading.not_understood.append(cut)
    return TermReading(
        periods=periods,
        inset_days=sorted(reading.inset),
        closed_days=sorted(reading.closed - reading.inset),
        inset_unknown=_unknown(found, len(reading.inset)),
        twilight=len(reading.twilight),
        problems=in_order_of_days(problems),
        not_understood=list(dict.fromkeys(reading.not_understood)),
        account=account([line.strip(" |*•·-\t") for line in lines], reading.outcomes),
    )


def _lines(text: str) -> tuple[list[str], str]:
    """The lines to read, and a sentence where some were left."""
    whole = text[:MOST_LETTERS]
    lines = _unwrapped([tidied(line[:LONGEST_LINE]) for line in whole.splitlines()[:MOST_LINES]])
    left = len(text) > MOST_LETTERS or any(
        len(line) > LONGEST_LINE for line in whole.splitlines()[:MOST_LINES]
    )
    if not left and len(whole.splitlines()) <= MOST_LINES:
        return lines, ""
    return lines, _("The text is too long. We read the first {count} lines. Paste the dates alone.").format(
        count=len(lines)
    )


_OPEN_END = re.compile(
    r"(?:\b(?:to|and|until|from|on|the|between)|[-&]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?,?|"
    r"\b\d{1,2}\s?(?:st|nd|rd|th))\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:\d|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)


def _unwrapped(lines: list[str]) -> list[str]:
    """Lines that were broken in the middle of a date, as in a PDF, put together again."""
    whole: list[str] = []
    for line in lines:
        if (
            whole
            and _OPEN_END.search(whole[-1])
            and _GOES_ON.match(line)
            and len(whole[-1]) + len(line) < LONGEST_LINE
        ):
            whole[-1] = f"{whole[-1].rstrip()} {line.lstrip()}"
        else:
            whole.append(line)
    return whole


def _unknown(found: Found, dated: int) -> int:
    """Training days without a date: announced as such, or those of "five INSET days" that no date was given for."""
    return max(found.inset_unknown, found.inset_total - dated, 0)


@dataclass(slots=True)
class _Reading(Stretches):
    """What has been taken from the text so far."""

    closed: set[date] = field(default_factory=set)
    twilight: set[date] = field(default_factory=set)
    mentioned: set[date] = field(default_factory=set)
    not_understood: list[str] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def take(self, dated: Dated) -> None:
        """Use one fact, or hand its line back where its year or its day cannot be."""
        fact, days = dated.fact, dated.days
        if days is None:
            self._hand_back(fact, _("We could not tell its year, or there is no such day."))
            return
        if dated.instead is not None or (fact.is_range and days[1] < days[0]):
            days = self._put_right(fact, days, dated.instead)
            if days is None:
                self._hand_back(fact, _("Its year cannot be right there."))
                return
        else:
            self._check_weekdays(fact, days)
        self.outcomes.append(Outcome(fact, days, "used"))
        if fact.is_range:
            self._take_range(fact, days)
        else:
            self._take_days(fact, days)

    def _hand_back(self, fact: Fact, reason: str) -> None:
        self.not_understood.append(fact.line)
        self.outcomes.append(Outcome(fact, (), "handed_back", reason))

    def _put_right(
        self, fact: Fact, days: tuple[date, ...], instead: tuple[date, ...] | None
    ) -> tuple[date, ...] | None:
        """Days whose written year cannot be: in the year that heading or order ask for, if the weekdays fit."""
        backwards = fact.is_range and days[1] < days[0]
        if instead is None and backwards:
            instead = _a_year_later(days)
        fits = (
            instead is not None
            and _all_weekdays_fit(fact, instead)
            and (not fact.is_range or instead[0] <= instead[1])
        )
        if fits and instead is not None:
            words = _(
                "{written} cannot be right there. We read it as {read}, which fits the weekday. Please check it."
            )
            self._say(words.format(written=_said(days), read=_said(instead)), "year", instead)
            return instead
        if backwards:
            words = _("{days} runs backwards. We left it out. Please type it as it should be.")
            self._say(words.format(days=_said(days)), "reversed" if instead is None else "year", days)
        else:
            words = _(
                "{days} does not lie in the school year it is listed under. We left it out. Please check the year."
            )
            self._say(words.format(days=_said(days)), "year", days)
        return None

    def _say(self, sentence: str, kind: ProblemKind, days: tuple[date, ...]) -> None:
        self.problems.append(DatesProblem(kind, sentence, days))

    def _take_range(self, fact: Fact, days: tuple[date, ...]) -> None:
        first, last = days[0], days[-1]
        if fact.role == "period":
            self.spans.append((first, last))
        elif fact.role in ("half", "holiday"):
            self.holidays.add((first, last))
            self.mentioned.update(days_between(first, last))
        elif fact.role == "inset":
            self.inset.update(day for day in days_between(first, last) if day.weekday() < 5)
        elif fact.role in ("closed", "bank"):
            self._close(list(days_between(first, last)))
        else:
            self._let_go(fact)

    def _take_days(self, fact: Fact, days: tuple[date, ...]) -> None:
        if fact.role == "inset":
            self.inset.update(days)
        elif fact.role == "twilight":
            self.twilight.update(days)
        elif fact.role in ("closed", "bank"):
            self._close(list(days))
        elif fact.role == "start":
            self.starts.update(days)
        elif fact.role == "end":
            self.ends.update(days)
        elif fact.role == "holiday_starts":
            # "Half term begins" on a Friday is said of its evening; on any other day it is the first day off.
            self.ends.update(day if day.weekday() == 4 else weekday_before(day) for day in days)
        elif fact.role == "holiday_ends":
            self.starts.update(weekday_after(day) for day in days)
        else:
            self._let_go(fact)

    def _let_go(self, fact: Fact) -> None:
        self.outcomes.pop()
        self._hand_back(fact, _("We did not understand what this day is."))

    def _close(self, days: list[date]) -> None:
        self.mentioned.update(days)
        self.closed.update(day for day in days if day.weekday() < 5 and not is_bank_holiday(day))

    def _check_weekdays(self, fact: Fact, days: tuple[date, ...]) -> None:
        for written, day in zip(fact.days, days, strict=True):
            if written.weekday is None or written.weekday == day.weekday():
                continue
            sentence = _(
                "“{written}”: {date} is a {right}. We kept the date. Please check it with school."
            ).format(
                written=f"{WEEKDAYS[written.weekday]} {say_short(day)}",
                date=say_short(day, with_year=True),
                right=WEEKDAYS[day.weekday()],
            )
            self.problems.append(DatesProblem("weekday", sentence, (day,)))


def _a_year_later(days: tuple[date, ...]) -> tuple[date, ...] | None:
    """A range whose end lies in the year before it begins, with the end a year later; None for any other."""
    first, last = days[0], days[-1]
    later = add_months(last, 12 * (first.year - last.year + (last.month < first.month)))
    return (
        (first, later)
        if first <= later and later - first <= LONGEST_TERM and last.year < later.year
        else None
    )


def _all_weekdays_fit(fact: Fact, days: tuple[date, ...]) -> bool:
    weekdays = [(written.weekday, day.weekday()) for written, day in zip(fact.days, days, strict=True)]
    said = [(written, real) for written, real in weekdays if written is not None]
    return bool(said) and all(written == real for written, real in said)


def _said(days: tuple[date, ...]) -> str:
    if len(days) == 1:
        return say_short(days[0], with_year=True)
    return _("{first} to {last}").format(
        first=say_short(days[0], with_year=True), last=say_short(days[-1], with_year=True)
    )
