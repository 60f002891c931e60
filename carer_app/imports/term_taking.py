"""Taking facts, one after another, into stretches of school days and days off, with what does not fit said."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.dates_problem import DatesProblem, ProblemKind
from carer_app.domain.school_calendar import days_between
from carer_app.domain.school_years import say_school_year, school_year
from carer_app.imports.school_events import is_everyday
from carer_app.imports.term_dating import goes_over_summer
from carer_app.imports.term_facts import Fact
from carer_app.imports.term_put_right import (
    a_year_later,
    all_weekdays_fit,
    in_its_week,
    is_of_another_year,
    is_of_the_year_beside,
    is_where_it_stands,
)
from carer_app.imports.term_reading import Fate
from carer_app.imports.term_school_days import weekday_after, weekday_before
from carer_app.imports.term_stretches import Stretches
from carer_app.imports.term_years import Dated
from carer_app.typed_dates import WEEKDAYS, say_day, say_short
from carer_app.words import _

LONGEST_HOLIDAY = timedelta(weeks=13)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fact with what it was read as, and why it was not used."""

    fact: Fact
    days: tuple[date, ...]
    fate: Fate
    reason: str = ""


@dataclass(slots=True)
class Taken(Stretches):
    """What has been taken from the text so far."""

    closed: set[date] = field(default_factory=set)
    twilight: set[date] = field(default_factory=set)
    staff: set[date] = field(default_factory=set)
    moved: set[date] = field(default_factory=set)
    mentioned: set[date] = field(default_factory=set)
    outcomes: list[Outcome] = field(default_factory=list)
    below_wrong_heading: dict[int, set[date]] = field(default_factory=dict)
    in_another_year: list[tuple[tuple[date, ...], tuple[date, ...]]] = field(default_factory=list)

    def take(self, dated: Dated) -> None:
        """Use one fact, or hand its line back where its year or its day cannot be."""
        fact, days = dated.fact, dated.days
        if dated.heading is not None and days:
            self.below_wrong_heading.setdefault(dated.heading, set()).update(days)
        if days is None:
            self._hand_back(fact, (), _("We could not tell its year, or there is no such day."))
            return
        if dated.instead is not None or (fact.is_range and days[1] < days[0]):
            if fact.role == "bank" and all(map(is_bank_holiday, days)):
                words = _("It is a bank holiday, so school is shut then anyway.")
                self.outcomes.append(Outcome(fact, days, "left_out", words))
                return
            read = self._put_right(dated, days)
            if read is None:
                self._hand_back(fact, days, _("It cannot be right there."))
                return
            days = read
        else:
            self._check_weekdays(fact, days)
            self._check_slips(fact, days)
        if fact.role in ("moved", "open"):
            self._take_back(fact, days)
            return
        if fact.role in ("half", "holiday") and days[-1] - days[0] > LONGEST_HOLIDAY:
            words = _("{days} is longer than any holiday. We left it out. Please check the year.")
            self._say(words.format(days=said(days)), "year", days)
            self._hand_back(fact, days, _("It cannot be right there."))
            return
        if goes_over_summer(fact, days):
            self._hand_back(fact, days, _("No term of a school goes on through August."))
            return
        if fact.role == "bank" and len(days) == 1 and is_of_another_year(fact, days[0]):
            self.outcomes.append(
                Outcome(fact, days, "left_out", _("It is a bank holiday of another day, or of another year."))
            )
            return
        self.outcomes.append(Outcome(fact, days, "used"))
        if fact.role == "between":
            self._take_between(days)
        elif fact.is_range:
            self._take_range(fact, days)
        else:
            self._take_days(fact, days)

    def leave_out(self, dated: Dated) -> None:
        """A day that stands in the midst of school days, and whose words may be about anything."""
        if dated.fact.role == "inset":
            self._hand_back(
                dated.fact, dated.days or (), _("We cannot tell whether it is a day off for pupils.")
            )
            return
        words = (
            _("It is about some of the children.")
            if dated.fact.for_some
            else _("It is an everyday event, while school is open.")
            if is_everyday(dated.fact.line)
            else _("It lies in school days that other lines tell.")
        )
        self.outcomes.append(Outcome(dated.fact, dated.days or (), "left_out", words))

    def _hand_back(self, fact: Fact, days: tuple[date, ...], reason: str) -> None:
        self.outcomes.append(Outcome(fact, days, "handed_back", reason))

    def _put_right(self, dated: Dated, days: tuple[date, ...]) -> tuple[date, ...] | None:
        """Days that cannot be as written: as heading or order ask for, if the weekdays fit."""
        fact, instead = dated.fact, dated.instead
        backwards = fact.is_range and days[1] < days[0]
        if instead is None and backwards:
            instead = a_year_later(days) or in_its_week(fact, days)
        if instead is not None and dated.other_year:
            self.in_another_year.append((days, instead))
            self._check_weekdays(fact, instead)
            return instead
        if instead is not None and dated.by_order:
            words = _(
                "{written} cannot be right there. We read it as {read}, between the days beside it. Please check it."
            )
            self._say(words.format(written=said(days), read=said(instead)), "year", instead)
            return instead
        if instead is not None and all_weekdays_fit(fact, instead) and instead[0] <= instead[-1]:
            words = _(
                "{written} cannot be right there. We read it as {read}, which fits the weekday. Please check it."
            )
            self._say(words.format(written=said(days), read=said(instead)), dated.slip, instead)
            return instead
        if backwards and instead is not None and is_where_it_stands(fact, instead):
            words = _("{written} runs backwards. We read it as {read}. Please check it.")
            self._say(words.format(written=said(days), read=said(instead)), "year", instead)
            return instead
        if backwards:
            words = _("{days} runs backwards. We left it out. Please type it as it should be.")
            self._say(
                words.format(days=said(days, is_range=fact.is_range)),
                "reversed" if instead is None else "year",
                days,
            )
        else:
            words = _(
                "{days} does not lie in the school year it is listed under. We left it out. Please check the year."
            )
            self._say(words.format(days=said(days, is_range=fact.is_range)), "year", days)
        return None

    def _take_back(self, fact: Fact, days: tuple[date, ...]) -> None:
        self.moved.update(days)
        words = _("The text says that this day off was moved to another day.")
        if fact.role == "open":
            words = _("Its words say that school is open.")
        self.outcomes.append(Outcome(fact, days, "left_out", words))

    def let_moved_days_go(self) -> None:
        """A day off that was moved, or cancelled, is one no more, wherever else the text has it."""
        for place, outcome in enumerate(self.outcomes):
            if (
                outcome.fact.role in ("inset", "closed")
                and outcome.days
                and self.moved.issuperset(outcome.days)
            ):
                words = _("The text says elsewhere that this day off was moved, or is none.")
                self.outcomes[place] = replace(outcome, fate="left_out", reason=words)
        self.inset -= self.moved
        self.closed -= self.moved

    def take_staff_days(self) -> None:
        """A day on which staff return is a training day, unless pupils are said to be there too."""
        inside = {day for first, last in self.spans for day in days_between(first, last)}
        self.inset |= self.staff - self.starts - inside

    def say_another_year(self) -> None:
        """Say once what was read in another year than its heading's."""
        for year, days in self.below_wrong_heading.items():
            words = _(
                "The text says {year}, but its days are of {other}. We went by the days. Please check the year."
            )
            other = say_school_year(school_year(min(days)))
            self._say(words.format(year=say_school_year(year), other=other), "year", tuple(sorted(days)))
        if not self.in_another_year:
            return
        written, read = self.in_another_year[0]
        words = _(
            "{written} cannot be right there. We read it, and the days below it, from {read} on: "
            "that fits the weekdays. Please check them."
        ).format(written=said(written), read=say_short(read[0], with_year=True))
        self._say(words, "year", tuple(day for _written, days in self.in_another_year for day in days))

    def _say(self, sentence: str, kind: ProblemKind, days: tuple[date, ...]) -> None:
        self.problems.append(DatesProblem(kind, sentence, days))

    def _take_between(self, days: tuple[date, ...]) -> None:
        """A short closing told by the last day before it and the first after it."""
        off = [day for day in days_between(*days) if days[0] < day < days[1]]
        self._close([days[0], *off] if is_bank_holiday(days[0]) else off)

    def _take_range(self, fact: Fact, days: tuple[date, ...]) -> None:
        first, last = days[0], days[-1]
        if fact.role == "inset":
            self.inset.update(day for day in days_between(first, last) if day.weekday() < 5)
        elif fact.role in ("closed", "bank"):
            self._close(list(days_between(first, last)))
        elif fact.role in ("half", "holiday", "holiday_starts", "holiday_ends", "first_off"):
            self.holidays.add((first, last))
            self.mentioned.update(days_between(first, last))
        elif fact.role == "twilight":
            self.twilight.update(days)
        else:
            self.spans.append((first, last))

    def _take_days(self, fact: Fact, days: tuple[date, ...]) -> None:
        if fact.role == "inset":
            self.inset.update(days)
        elif fact.role == "staff":
            self.staff.update(days)
        elif fact.role == "twilight":
            self.twilight.update(days)
        elif fact.role in ("closed", "bank"):
            self._close(list(days))
        elif fact.role in ("end", "holiday_starts", "first_off"):
            self.ends.update(_last_day(fact, day) for day in days)
        elif fact.role in ("start", "holiday_ends"):
            firsts = [weekday_after(day) if fact.role == "holiday_ends" else day for day in days]
            if fact.role == "holiday_ends":
                self.supposed_starts.update(firsts)
            self.starts.update(firsts)
        else:
            self.outcomes.pop()
            self._hand_back(fact, days, _("We did not understand what this day is."))

    def _close(self, days: list[date]) -> None:
        self.mentioned.update(days)
        self.closed.update(day for day in days if day.weekday() < 5 and not is_bank_holiday(day))

    def _check_weekdays(self, fact: Fact, days: tuple[date, ...]) -> None:
        for written, day in zip(fact.days, days, strict=False):
            if written.weekday is None or written.weekday == day.weekday():
                continue
            if fact.role == "bank" and is_of_the_year_beside(day, written.weekday):
                continue  # "Bank holidays 2023", and its Christmas below those of the school year before
            kept = _("We kept the date.")
            if (edge := _school_day_beside(fact, day)) is not None:
                kept = _("School is shut then. The school day next to it is {day}.").format(day=say_day(edge))
            sentence = _("“{written}”: {date} is a {right}. {kept} Please check it with school.").format(
                kept=kept,
                written=f"{WEEKDAYS[written.weekday]} {say_short(day)}",
                date=say_short(day, with_year=True),
                right=WEEKDAYS[day.weekday()],
            )
            self.problems.append(DatesProblem("weekday", sentence, (day,)))

    def _check_slips(self, fact: Fact, days: tuple[date, ...]) -> None:
        for written, day in zip(fact.days, days, strict=False):
            if written.slip:
                words = _("“{written}” is no year. We read {day}. Please check it.")
                sentence = words.format(written=written.slip, day=say_short(day, with_year=True))
                self._say(sentence, "year", (day,))


def _school_day_beside(fact: Fact, day: date) -> date | None:
    """The school day that is shown for a first or a last day at a weekend; None for any other."""
    if day.weekday() < 5 or fact.is_range or fact.role not in ("start", "end"):
        return None
    return weekday_after(day) if fact.role == "start" else weekday_before(day)


def _last_day(fact: Fact, day: date) -> date:
    """The last school day that is told. "Half term begins" on a Friday is said of its evening, else of a day off."""
    if fact.role == "end" or (
        fact.role == "holiday_starts" and day.weekday() == 4 and not is_bank_holiday(day)
    ):
        return day
    return weekday_before(day)


def said(days: tuple[date, ...], *, is_range: bool = True) -> str:
    """Days in words: "5 January 2026", "13 April 2026 to 21 July 2026"; of days that are no stretch each."""
    if len(days) == 1:
        return say_short(days[0], with_year=True)
    if not is_range:
        each = [say_short(day, with_year=True) for day in days]
        return _("{days} and {last}").format(days=", ".join(each[:-1]), last=each[-1])
    return _("{first} to {last}").format(
        first=say_short(days[0], with_year=True), last=say_short(days[-1], with_year=True)
    )
