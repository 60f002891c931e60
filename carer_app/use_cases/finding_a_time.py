"""Finding a time for a PEP meeting: up to three days that suit home, what speaks against one, and the words to send."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.bank_holidays import is_bank_holiday
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.school_calendar import ONE_DAY, days_between
from carer_app.typed_dates import say_day, say_time
from carer_app.use_cases.asked_before import who_arranges
from carer_app.use_cases.lookup import find, own_name
from carer_app.use_cases.naming import in_a_sentence
from carer_app.use_cases.pep_dates import known_terms, pep_due
from carer_app.words import _

MOST = 3
"""So many days are offered: fewer leave no choice, and more are hard to answer."""

NOTICE = timedelta(days=7)
"""So long before, at the least, somebody is asked for a day; our own advice."""

LOOKS_AHEAD = timedelta(weeks=10)


@dataclass(frozen=True, slots=True)
class SuitingTime:
    """A day that suits home, and from when; either may still be open."""

    day: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class TimeToSend:
    """What is said of each slot (empty where nothing speaks against it), and the words, once there is a day."""

    to: str
    said: tuple[str, ...]
    words: str


def time_to_send(session: Session, meeting_id: int, slots: Sequence[SuitingTime], today: date) -> TimeToSend:
    """Look at each slot, and put those that have a day into words. Nothing is sent, and no child is named."""
    meeting = find(session, Meeting, meeting_id)
    role = who_arranges(session, meeting.child)
    person = meeting.child.person(role, meeting.day)
    name = person.name if person else ""
    said = tuple(
        _against(session, meeting, slot.day, today)
        or (_("This day stands here twice.") if slot.day in [each.day for each in slots[:place]] else "")
        if slot.day
        else ""
        for place, slot in enumerate(slots)
    )
    return TimeToSend(
        _("For {who}").format(who=in_a_sentence(name, role)), said, _words(session, name, slots)
    )


def days_that_suit(session: Session, meeting_id: int, today: date) -> tuple[date, ...]:
    """Three school days with nothing against them, apart from each other; fewer where there are no more in time."""
    meeting = find(session, Meeting, meeting_id)
    found: list[date] = []
    for day in days_between(today + NOTICE, today + LOOKS_AHEAD):
        is_apart = all(day - each > ONE_DAY and day.weekday() != each.weekday() for each in found)
        if is_apart and not _against(session, meeting, day, today):
            found.append(day)
            if len(found) == MOST:
                break
    return tuple(found)


def _against(session: Session, meeting: Meeting, day: date, today: date) -> str:
    """What speaks against a day, in sentences; empty where nothing does."""
    if day < today:
        return _("That day has been.")
    return " ".join(_reasons(session, meeting, day, today))


def _reasons(session: Session, meeting: Meeting, day: date, today: date) -> Iterator[str]:
    if shut := _shut(known_terms(meeting.child, today), day):
        yield shut
    due = pep_due(session, meeting.child_id, today).surely_by
    if due is not None and today <= due < day:
        yield _("The PEP is due before it, by {day}.").format(day=say_day(due))
    yield from _others_that_day(session, meeting, day)


def also_that_day(session: Session, meeting_id: int) -> str:
    """Which other meetings and reviews of the household are on the day of this one, in sentences."""
    meeting = find(session, Meeting, meeting_id)
    if meeting.on_day is None or meeting.held_on is not None or meeting.called_off_on is not None:
        return ""
    return " ".join(_others_that_day(session, meeting, meeting.on_day))


def _others_that_day(session: Session, meeting: Meeting, day: date) -> Iterator[str]:
    for other in session.scalars(select(Meeting).where(Meeting.on_day == day, Meeting.id != meeting.id)):
        if other.held_on is None and other.called_off_on is None and not other.child.is_removed:
            at = _(" at {time}").format(time=say_time(other.at_time)) if other.at_time else ""
            yield _("{child} has a meeting that day{at}.").format(child=other.child.name, at=at)
    for child in session.scalars(select(Child).where(Child.review_on == day)):
        yield _("{child}’s review is that day.").format(child=child.name)


def _shut(known: KnownTerms, day: date) -> str:
    """That school is shut on a day, as far as that is known."""
    if day.weekday() >= 5:
        return _("That is at the weekend.")
    if is_bank_holiday(day):
        return _("That is a bank holiday.")
    if known.calendar is None or not known.calendar.is_known(day):
        return ""
    return {
        "break": _("That is in the school holidays."),
        "inset": _("That is a training day: pupils are not in."),
        "closed": _("School is shut that day."),
    }.get(known.calendar.why_shut(day) or "", "")


def _words(session: Session, who: str, slots: Sequence[SuitingTime]) -> str:
    days = sorted({(slot.day, slot.at or time.min): slot for slot in slots if slot.day}.items())
    if not days:
        return ""
    lines = "\n".join(f"- {_say(slot)}" for _key, slot in days)
    carer = own_name(session)
    parts = (
        _("Hello {who},").format(who=who) if who else _("Hello,"),
        _("These days suit me for the next PEP meeting:") + f"\n{lines}",
        _("Does one of them suit you and school? If not, please tell me which days would."),
        _("Thank you,") + f"\n{carer}" if carer else _("Thank you"),
    )
    return "\n\n".join(parts)


def _say(slot: SuitingTime) -> str:
    assert slot.day is not None
    if slot.at is None:
        return say_day(slot.day)
    return _("{day}, from {time}").format(day=say_day(slot.day), time=say_time(slot.at))
