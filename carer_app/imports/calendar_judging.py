"""What one event of a school's calendar is taken for: plain words about when school is open, or why it is not used."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.school_calendar import days_between
from carer_app.imports.calendar_event import SchoolEvent, Trouble
from carer_app.imports.calendar_moved import of_its_own_day
from carer_app.imports.school_events import Evidence
from carer_app.imports.school_things import begins_a_fast
from carer_app.imports.school_titles import is_not_yet_certain, letters_before_training, what_a_title_says
from carer_app.imports.term_reading import Fate
from carer_app.imports.term_roles import Role
from carer_app.typed_dates import say_day, say_span
from carer_app.words import _

AFTER_SCHOOL = 14 * 60 + 30
EARLY = 6 * 60
LONGEST_TRAINING = 14
SHORTEST_STRETCH = 14
"""Days of a stretch of school; "Back to school" over fewer is said of its first day."""
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
WHY_NOT = {
    "some": _("It is about some of the children."),
    "staff": _("It is for some of the staff, while school is open."),
    "denied": _("It says that school is open, or that a day off is called off."),
    "everyday": _("It is something that takes place while school is open."),
    "nothing": _("It says nothing about when school is open."),
    "part": _("It takes only part of the day. Ask whether school is shut all day."),
    "unsure": _("School may be closed, or may not. Please ask school."),
}


# "Additional bank holiday – school closed": one that no list has, and the school says what it does
_IS_ANOTHER = re.compile(
    r"\b(?:additional|extra|special|one-off)\b[^.;]*\bbank hol\w*\W.*\b(?:school|academy|college) (?:is )?closed\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class JudgedEvent:
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

    def let_go(self, fate: Fate, reason: str) -> "JudgedEvent":
        self.plain, self.fate, self.reason = [], fate, reason
        return self


def matters(title: str) -> bool:
    """Whether an event of that name may move a day, or says that one does not move."""
    found = (what_a_title_says(title), what_a_title_says(title, True, 5), what_a_title_says(title, True, 40))
    return any(each.is_enough or each.why_not == "denied" for each in found)


def judged_of(event: SchoolEvent) -> JudgedEvent:
    judged = JudgedEvent(event)
    if event.trouble:
        return _with_trouble(judged)
    if event.first is None or event.last is None:
        return judged.let_go("handed_back", _TROUBLES["no_day"])
    evidence = _evidence(event.title, event.first, event.last)
    if event.first == event.last and not event.hours and (letters := letters_before_training(event.title)):
        judged.plain = [f"{letters} training day: {say_day(event.first)}"]
        return judged  # whether it is one the year tells
    if evidence.says is None or not evidence.is_enough:
        return _not_used(judged, evidence)
    if event.hours is not None and (refused := _part_of_a_day(judged, evidence.says, event.hours)):
        return refused
    if evidence.says == "twilight":
        return judged.let_go("left_out", _("It is after school, so it closes no day."))
    return _plain(judged, evidence.says, event.first, event.last)


def _with_trouble(judged: JudgedEvent) -> JudgedEvent:
    trouble = judged.event.trouble
    title_matters = matters(judged.event.title)
    if trouble != "broken" and judged.event.title and not title_matters:
        judged.is_everyday = True
        return judged.let_go("left_out", WHY_NOT["nothing"])
    fate: Fate = "left_out" if trouble in ("cancelled", "replaced", "no_title") else "handed_back"
    return judged.let_go(fate, _TROUBLES[trouble])


def _evidence(title: str, first: date, last: date) -> Evidence:
    if first == last:
        evidence = what_a_title_says(of_its_own_day(title, first))
        if evidence.says == "start" and begins_a_fast(title, first.month):
            return Evidence("start", 1, "everyday")
        if evidence.says in ("inset", "closed") and evidence.why_not != "part" and is_not_yet_certain(title):
            return Evidence(evidence.says, 1, "unsure")
        return evidence
    if (last - first).days < SHORTEST_STRETCH and (half := _BESIDE_HALF_TERM.match(title)):
        title = half["half"]
    found = what_a_title_says(title, True, (last - first).days + 1)
    if found.says == "period" and (last - first).days < SHORTEST_STRETCH:
        return what_a_title_says(title)
    return found


# "Half Term / Year 11 Interventions": half term, and what some do in it
_BESIDE_HALF_TERM = re.compile(
    r"\W*(?P<half>(?:\w+ )?half[\s-]?term(?: holidays?| break)?)\s*/\s*\w", re.IGNORECASE
)


def _not_used(judged: JudgedEvent, evidence: Evidence) -> JudgedEvent:
    if evidence.why_not == "nothing" and what_a_title_says(judged.event.title, True, 5).is_enough:
        short = _("It is too short for a term. We cannot tell what begins or ends with it.")
        one = _("It is one day. We cannot tell whether a holiday begins or ends with it.")
        return judged.let_go("handed_back", one if judged.event.first == judged.event.last else short)
    if evidence.why_not == "everyday" and evidence.says is not None:
        return judged.let_go(
            "handed_back", _("We are not sure that it is about the whole school on that day.")
        )
    if evidence.why_not in ("part", "unsure"):
        return judged.let_go("handed_back", WHY_NOT[evidence.why_not])
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
        return judged.let_go("handed_back", WHY_NOT["some"])
    return judged.let_go("left_out", WHY_NOT[evidence.why_not or "nothing"])


def _part_of_a_day(judged: JudgedEvent, says: Role, hours: tuple[int, int]) -> JudgedEvent | None:
    """Why an event of some hours closes no day; None where it is taken as the day that it is on."""
    begins, ends = hours
    if says in ("start", "end", "holiday_starts", "holiday_ends", "bank") or begins < EARLY or begins == ends:
        return None
    if begins >= AFTER_SCHOOL:
        return judged.let_go("left_out", _("It is after school, so it closes no day."))
    return judged.let_go("handed_back", WHY_NOT["part"])


def _plain(judged: JudgedEvent, says: Role, first: date, last: date) -> JudgedEvent:
    """The event in the plainest words, a line for each thing that it says."""
    span = f"{say_day(first)} to {say_day(last)}"
    match says:
        case "inset" if (last - first).days >= LONGEST_TRAINING:
            return judged.let_go("handed_back", _("It is too long for training days."))
        case "inset":
            days = [day for day in days_between(first, last) if day.weekday() < 5 or first == last]
            judged.plain = [f"INSET day: {say_day(day)}" for day in days]
        case "bank":
            off = [day for day in days_between(first, last) if is_bank_holiday(day)]
            if not off and first == last and _IS_ANOTHER.search(judged.event.title):
                judged.plain = [f"School closed: {say_day(first)}"]
                return judged
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
