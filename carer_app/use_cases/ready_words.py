"""Ready words for when something about the meeting is not as it should be: nobody invited me, it fell through, …"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy.orm import Session

from carer_app import facts
from carer_app.choices import Role
from carer_app.domain.meeting import Meeting
from carer_app.typed_dates import say_day
from carer_app.use_cases.council_rules import rules_for
from carer_app.use_cases.finding import find, own_name
from carer_app.use_cases.naming import in_a_sentence
from carer_app.words import _
from resources import path

ARRANGES = "arranges"
"""In the file: to whoever usually arranges the meeting, by the rules of the child's council."""

ARRANGERS = {
    "social worker": Role.SOCIAL_WORKER,
    "designated teacher": Role.DESIGNATED_TEACHER,
    "school": Role.DESIGNATED_TEACHER,
    "virtual school": Role.VIRTUAL_SCHOOL,
    "supervising social worker": Role.SUPERVISING_SOCIAL_WORKER,
}
"""Everybody a rule can name, and whom a carer asks then."""


@dataclass(frozen=True, slots=True)
class ReadyWords:
    """Words to copy. `to` says whom they are for, and why that person."""

    key: str
    title: str
    why: str
    to: str
    words: str


def ready_words(session: Session, meeting_id: int) -> list[ReadyWords]:
    """All ready words, filled in for one meeting. No child is named in them."""
    meeting = find(session, Meeting, meeting_id)
    carer = own_name(session)
    return [
        ReadyWords(
            key=each["key"],
            title=each["title"],
            why=each["why"],
            to=_to_words(each["to"], name, role),
            words=_filled(each["words"], name, carer, meeting),
        )
        for each in _file()
        for role, name in [_to(session, each["to"], meeting)]
    ]


def _to(session: Session, to: str, meeting: Meeting) -> tuple[Role, str]:
    role = _who_arranges(session, meeting) if to == ARRANGES else Role(to)
    person = meeting.child.person(role, meeting.day)
    return role, person.name if person else ""


def _who_arranges(session: Session, meeting: Meeting) -> Role:
    """By the rules of the child's council; the social worker where they do not say."""
    return ARRANGERS.get(rules_for(session, meeting.child.council)[0].arranged_by, Role.SOCIAL_WORKER)


def _to_words(to: str, name: str, role: Role) -> str:
    who = in_a_sentence(name, role)
    if to == ARRANGES:
        return _("For {who}, who usually arranges the meeting").format(who=who)
    return _("For {who}").format(who=who)


def _filled(words: str, who: str, carer: str, meeting: Meeting) -> str:
    day = meeting.on_day
    name = _("the PEP meeting on {day}").format(day=say_day(day)) if day else _("the next PEP meeting")
    filled = words.strip()
    if not who:
        filled = filled.replace(" {who}", "")
    if not carer:
        filled = filled.removesuffix(",\n{carer}")
    for what, text in (("{who}", who), ("{carer}", carer), ("{meeting}", name)):
        filled = filled.replace(what, text)
    # A sentence may begin with the meeting.
    return "\n".join(line[:1].upper() + line[1:] for line in filled.rstrip().splitlines())


@lru_cache(maxsize=1)
def _file() -> tuple[dict[str, str], ...]:
    told = tomllib.loads(path("ready_words/england.toml").read_text(encoding="utf-8"))
    return tuple(each | {"why": facts.read_line(each["why"]).text} for each in told["words"])
