"""From the events of a calendar file to a school's dates: what each says, and which days they make together.

Each event is put in the plainest words that its title bears, and these are read as a pasted text is. So one reader
judges the whole year, whatever it came from; here every event is told with what became of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import days_between
from carer_app.domain.school_years import school_year
from carer_app.imports.calendar_event import SchoolEvent, Trouble
from carer_app.imports.school_events import Evidence
from carer_app.imports.school_titles import what_a_title_says
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import DayInText, Fate, TermReading
from carer_app.imports.term_roles import Role
from carer_app.typed_dates import say_day, say_span
from carer_app.words import _, plural

AFTER_SCHOOL = 14 * 60 + 30
EARLY = 6 * 60
MOST_BEGINNINGS = 12
"""First or last days that one repeated event may tell."""
MOST_MOVES = 240
"""First and last days in a file, of some ten years."""
SHORTEST_STRETCH = 14
"""Days of a stretch of school; "Back to school" over fewer is said of its first day."""
MOST_APART = timedelta(days=4)
"""From the last day of school to the first of a holiday, over a weekend and a bank holiday."""
_TROUBLES: Mapping[Trouble, str] = {
    "broken": _("A line of it is broken in the file, so we did not use it."),
    "no_day": _("It has no day."),
    "bad_day": _("Its day cannot be read."),
    "backwards": _("It ends before it begins."),
    "too_long": _("It is longer than any term."),
    "repeat": _("It repeats in a way that we cannot read."),
    "too_often": _("It repeats too often to be read."),
    "endless": _("It goes on without an end. We did not read its later days."),
    "cancelled": _("The calendar says that it is called off."),
    "replaced": _("It was changed, or taken out, later in the file."),
    "unsure": _("The calendar says that it is not yet certain."),
    "no_title": _("It has no name."),
}
_WHY_NOT = {
    "some": _("It is about some of the children."),
    "denied": _("It says that school is open, or that a day off is called off."),
    "everyday": _("It is something that takes place while school is open."),
    "nothing": _("It says nothing about when school is open."),
}


@dataclass(slots=True)
class _Judged:
    """An event with its words for the carer, and for the reader (`plain`); or with the reason why it is not used."""

    event: SchoolEvent
    plain: list[str] = field(default_factory=list)
    fate: Fate = "used"
    reason: str = ""
    is_everyday: bool = False

    @property
    def written(self) -> str:
        if self.event.first is None or self.event.last is None:
            return ""
        return say_span(self.event.first, self.event.last, with_year=True)

    @property
    def line(self) -> str:
        title = self.event.title or _("Something without a name")
        if not self.written or self.event.trouble == "broken":
            words = _("{title}, line {number} of the file")
            title = words.format(title=title, number=self.event.line)
        return f"{title}: {self.written}" if self.written else title

    def let_go(self, fate: Fate, reason: str) -> "_Judged":
        self.plain, self.fate, self.reason = [], fate, reason
        return self


def matters(title: str) -> bool:
    """Whether an event of that name may move a day, or says that one does not move."""
    found = (what_a_title_says(title), what_a_title_says(title, True, 5), what_a_title_says(title, True, 40))
    return any(each.is_enough or each.why_not == "denied" for each in found)


def reading_of(events: Sequence[SchoolEvent], near: date | None = None) -> TermReading:
    """A school's dates from events. With `near`, what is more than a school year before that day is left out."""
    judged = [_judged(event) for event in _joined(events)]
    if near is not None:
        _leave_earlier_years(judged, date(school_year(near) - 1, 8, 1))
    _settle_ends_of_half_terms(judged)
    _take_back(judged)
    _bound(judged)
    lines = dict.fromkeys(line for each in judged for line in each.plain)
    return _named(read_pasted("\n".join(lines)), judged)


def _joined(events: Iterable[SchoolEvent]) -> list[SchoolEvent]:
    """Days of the same name that follow one another, over weekends too, are one event."""
    joined: list[SchoolEvent] = []
    apart: list[SchoolEvent] = []
    whole = [event for event in events if event.first and not event.trouble and not event.hours]
    for event in sorted(whole, key=lambda each: (each.title.casefold(), each.first or date.min)):
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.last is not None
            and event.first is not None
            and event.last is not None
            and before.title.casefold() == event.title.casefold()
            and event.first - before.last <= timedelta(days=3)
            and what_a_title_says(event.title, True, 5).says in ("half", "holiday", "inset")
        ):
            joined[-1] = replace(before, last=max(before.last, event.last))
        else:
            joined.append(event)
    apart = [event for event in events if event.first is None or event.trouble or event.hours]
    return sorted(
        [*joined, *apart], key=lambda each: (each.first or date.max, each.last or date.max, each.line)
    )


def _judged(event: SchoolEvent) -> _Judged:
    judged = _Judged(event)
    if event.trouble:
        return _with_trouble(judged)
    if event.first is None or event.last is None:
        return judged.let_go("handed_back", _TROUBLES["no_day"])
    evidence = _evidence(event.title, event.first, event.last)
    if evidence.says is None or not evidence.is_enough:
        return _not_used(judged, evidence)
    if event.hours is not None and (refused := _part_of_a_day(judged, evidence.says, event.hours)):
        return refused
    if evidence.says == "twilight":
        return judged.let_go("left_out", _("It is after school, so it closes no day."))
    return _plain(judged, evidence.says, event.first, event.last)


def _with_trouble(judged: _Judged) -> _Judged:
    trouble = judged.event.trouble
    title_matters = matters(judged.event.title)
    if trouble != "broken" and judged.event.title and not title_matters:
        judged.is_everyday = True
        return judged.let_go("left_out", _WHY_NOT["nothing"])
    fate: Fate = "left_out" if trouble in ("cancelled", "replaced", "no_title") else "handed_back"
    return judged.let_go(fate, _TROUBLES[trouble])


def _evidence(title: str, first: date, last: date) -> Evidence:
    if first == last:
        return what_a_title_says(title)
    found = what_a_title_says(title, True, (last - first).days + 1)
    if found.says == "period" and (last - first).days < SHORTEST_STRETCH:
        return what_a_title_says(title)
    return found


def _not_used(judged: _Judged, evidence: Evidence) -> _Judged:
    if evidence.why_not == "nothing" and what_a_title_says(judged.event.title, True, 5).is_enough:
        return judged.let_go(
            "handed_back", _("It is one day. We cannot tell whether a holiday begins or ends with it.")
        )
    if evidence.why_not == "everyday" and evidence.says is not None:
        return judged.let_go(
            "handed_back", _("We are not sure that it is about the whole school on that day.")
        )
    judged.is_everyday = evidence.why_not == "nothing"
    first = judged.event.first
    if (
        evidence.why_not == "some"
        and evidence.says == "start"
        and first
        and (first.month, first.day)
        < (9, 15)
        <= (
            first.month + 1,
            first.day,
        )
    ):
        return judged.let_go("handed_back", _WHY_NOT["some"])
    return judged.let_go("left_out", _WHY_NOT[evidence.why_not or "nothing"])


def _part_of_a_day(judged: _Judged, says: Role, hours: tuple[int, int]) -> _Judged | None:
    """Why an event of some hours closes no day; None where it is taken as the day that it is on."""
    begins, ends = hours
    if says in ("start", "end", "holiday_starts", "holiday_ends", "bank") or begins < EARLY or begins == ends:
        return None
    if begins >= AFTER_SCHOOL:
        return judged.let_go("left_out", _("It is after school, so it closes no day."))
    return judged.let_go(
        "handed_back", _("It takes only part of the day. Ask whether school is shut all day.")
    )


def _plain(judged: _Judged, says: Role, first: date, last: date) -> _Judged:
    """The event in the plainest words, a line for each thing that it says."""
    span = f"{say_day(first)} to {say_day(last)}"
    match says:
        case "inset" if (last - first).days >= 7 * 2:
            return judged.let_go("handed_back", _("It is too long for training days."))
        case "inset":
            days = [day for day in days_between(first, last) if day.weekday() < 5 or first == last]
            judged.plain = [f"INSET day: {say_day(day)}" for day in days]
        case "bank":
            off = [day for day in days_between(first, last) if is_bank_holiday(day)]
            if not off:
                return judged.let_go("handed_back", _("It is no bank holiday that we know."))
            judged.plain = [f"Bank holiday: {say_day(day)}" for day in off]
        case "start":
            judged.plain = [f"School opens: {say_day(first)}"]
        case "end":
            judged.plain = [f"School closes: {say_day(last)}"]
        case "holiday_starts":
            judged.plain = [f"Holiday begins: {say_day(first)}"]
        case "holiday_ends":
            judged.plain = [f"Holiday ends: {say_day(last)}"]
        case "closed" if first == last:
            judged.plain = [f"School closed: {say_day(first)}"]
        case "period":
            judged.plain = [f"Term: {span}"]
        case "half":
            judged.plain = [f"Half term: {span}" if first != last else f"School closed: {say_day(first)}"]
        case _:
            judged.plain = [f"Holiday: {span}" if first != last else f"School closed: {say_day(first)}"]
    return judged


def _leave_earlier_years(judged: Iterable[_Judged], earliest: date) -> None:
    for each in judged:
        if each.plain and each.event.last is not None and each.event.last < earliest:
            each.let_go("left_out", _("It is of an earlier school year."))


def _bound(judged: Sequence[_Judged]) -> None:
    """No school opens every week: what begins or ends more often than terms do is handed back, the oldest first."""
    moves = [
        each for each in judged if each.plain and each.plain[0].startswith(("School opens", "School closes:"))
    ]
    of_line = Counter(each.event.line for each in moves)
    often = [each for each in moves if of_line[each.event.line] > MOST_BEGINNINGS]
    rest = [each for each in moves if of_line[each.event.line] <= MOST_BEGINNINGS]
    for each in (*often, *rest[: max(len(rest) - MOST_MOVES, 0)]):
        each.let_go("handed_back", _("Terms do not begin or end so often."))


def _settle_ends_of_half_terms(judged: Sequence[_Judged]) -> None:
    """ "End of half term" is said of the last day of school before it, and of the last day of the holiday itself."""
    holidays = [
        each.event for each in judged if each.plain and each.plain[0].startswith(("Half term:", "Holiday:"))
    ]
    for each in judged:
        day = each.event.first
        if day is None or not each.plain or not each.plain[0].startswith("Holiday ends"):
            continue
        days_before = [(event.first - day).days for event in holidays if event.first]
        inside = any(
            event.first and event.last and event.first <= day <= event.last + MOST_APART for event in holidays
        )
        if inside:
            continue
        if any(0 < days <= MOST_APART.days for days in days_before):
            each.plain = [f"School closes: {say_day(day)}"]
        else:
            each.let_go("handed_back", _("It may be the last day of school, or of the holiday."))


def _take_back(judged: Sequence[_Judged]) -> None:
    """A day off that another event takes back on the same day is nobody's to decide but the carer's."""
    open_days = {each.event.first for each in judged if each.reason == _WHY_NOT["denied"]}
    for each in judged:
        is_off = each.plain and each.plain[0].startswith(("INSET", "School closed"))
        if is_off and each.event.first == each.event.last and each.event.first in open_days:
            each.let_go("handed_back", _("Another entry says that school is open that day."))


def _named(reading: TermReading, judged: Sequence[_Judged]) -> TermReading:
    """What was read of the plain words, told again in the words of the events."""
    line_of = {plain: each.line for each in judged for plain in each.plain}
    fates: dict[str, DayInText] = {}
    for told in reading.account:
        if told.line not in fates or told.fate != "used":
            fates[told.line] = told
    account = [_told(each, fates) for each in judged]
    named = [each.line for each in account if each.fate == "handed_back"]
    named += [each.line for each in judged if each.fate == "left_out" and not each.is_everyday]
    named += [line_of.get(line, line) for line in reading.not_understood]
    everyday = sum(each.is_everyday for each in judged)
    if everyday:
        words = plural(
            "{count} other entry says nothing about when school is open.",
            "{count} other entries say nothing about when school is open.",
            everyday,
        )
        named.append(words)
    question = reading.question and replace(
        reading.question,
        answers=tuple(
            replace(each, reading=_named(each.reading, judged)) for each in reading.question.answers
        ),
    )
    twilight = sum(each.reason == _("It is after school, so it closes no day.") for each in judged)
    return replace(
        reading,
        not_understood=list(dict.fromkeys(named)),
        account=account,
        question=question,
        twilight=twilight,
    )


def _told(judged: _Judged, fates: Mapping[str, DayInText]) -> DayInText:
    first, last = judged.event.first, judged.event.last
    days = () if first is None or last is None else (first,) if first == last else (first, last)
    fate, reason = judged.fate, judged.reason
    for plain in judged.plain:
        told = fates.get(plain)
        if told is None or told.fate != "used":
            fate = told.fate if told else "handed_back"
            reason = told.reason if told else _("We did not understand what this day is.")
            break
    return DayInText(judged.line, judged.written, days, fate, reason)
