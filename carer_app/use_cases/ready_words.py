"""Ready words for when something about the meeting is not as it should be: nobody invited me, it fell through, …"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import Role
from carer_app.domain.meeting import Meeting
from carer_app.texts.facts import as_we_had_them, sources
from carer_app.texts.ready_words import ARRANGES, ASK_NEXT, all_words
from carer_app.typed_dates import say_day
from carer_app.use_cases.asked_before import who_arranges
from carer_app.use_cases.lookup import find, own_name
from carer_app.use_cases.naming import in_a_sentence
from carer_app.use_cases.pep_dates import pep_due
from carer_app.use_cases.whom_to_ask import whom_to_ask
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class ReadyWords:
    """Words to copy. `to` says whom they are for, and why that person.

    `right` is what they rest on and `limit` where that ends; `known` is where and on what day both were looked up.
    They are empty where the words are about the day of a meeting.
    """

    key: str
    title: str
    why: str
    to: str
    words: str
    right: str = ""
    limit: str = ""
    known: str = ""


def ready_words(session: Session, meeting_id: int, today: date) -> list[ReadyWords]:
    """All ready words, filled in for one meeting. No child is named in them."""
    meeting = find(session, Meeting, meeting_id)
    carer = own_name(session)
    by, ask_next = _ask_next(session, meeting, today)
    return [
        ReadyWords(
            key=each.key,
            title=each.title,
            why=each.why.text,
            to=_to_words(each.to, name, role),
            words=_filled(each.words, name, carer, meeting, by),
            right=each.right.on(today) if each.right else "",
            limit=each.limit.on(today) if each.limit else "",
            known=_known(each.rests_on) if each.right else "",
        )
        for each in all_words()
        if each.to != ASK_NEXT or ask_next is not None
        for role, name in [_to(session, each.to, meeting, ask_next)]
    ]


def _known(rests_on: Sequence[str]) -> str:
    """From where it is, for whoever asks back, and of what day."""
    return _("From: {sources}.").format(sources="; ".join(sources(rests_on))) + " " + as_we_had_them(rests_on)


def _ask_next(session: Session, meeting: Meeting, today: date) -> tuple[date | None, Role | None]:
    """The day by which the PEP was due, and who is to be asked now, where nobody has had a day for weeks."""
    by = pep_due(session, meeting.child_id, today).surely_by
    whom = whom_to_ask(session, meeting.child, by, today)
    return by, whom.role if whom.is_next and meeting.on_day is None and meeting.held_on is None else None


def _to(session: Session, to: str, meeting: Meeting, ask_next: Role | None) -> tuple[Role, str]:
    if to == ASK_NEXT and ask_next is not None:
        role = ask_next
    else:
        role = who_arranges(session, meeting.child) if to == ARRANGES else Role(to)
    person = meeting.child.person(role, meeting.day)
    return role, person.name if person else ""


def _to_words(to: str, name: str, role: Role) -> str:
    who = in_a_sentence(name, role)
    if to == ARRANGES:
        return _("For {who}, who usually arranges the meeting").format(who=who)
    return _("For {who}").format(who=who)


def _filled(words: str, who: str, carer: str, meeting: Meeting, by: date | None) -> str:
    day = meeting.on_day
    name = _("the PEP meeting on {day}").format(day=say_day(day)) if day else _("the next PEP meeting")
    due = say_day(by) if by else ""
    filled = words.strip()
    if not who:
        filled = filled.replace(" {who}", "")
    if not carer:
        filled = filled.removesuffix(",\n{carer}")
    for what, text in (("{who}", who), ("{carer}", carer), ("{meeting}", name), ("{due}", due)):
        filled = filled.replace(what, text)
    # A sentence may begin with the meeting.
    return "\n".join(line[:1].upper() + line[1:] for line in filled.rstrip().splitlines())
