"""Words to copy when something is asked for again: the child is an initial unless the carer chose the name."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.asked_again import Request
from carer_app.domain.child import Child
from carer_app.typed_dates import say_short
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.asked_before import Somebody
from carer_app.use_cases.lookup import own_name
from carer_app.use_cases.what_is_asked import ThingAsked
from carer_app.words import _


def filled(
    session: Session,
    child: Child,
    words: str,
    whom: Somebody,
    facts: ThingAsked,
    requests: list[Request],
    by_name: bool,
) -> str:
    """Words from the file, for this person and this matter. The child is an initial unless `by_name`."""
    carer, called = own_name(session), child.name if by_name else initial(child.name)
    filled = words.strip()
    if not whom.name:
        filled = filled.replace(" {who}", "")
    if not carer:
        filled = filled.removesuffix(",\n{carer}")
    what = facts.what.rstrip(".")
    what = without_others(session, child, what if by_name else without_name(what, child.name))
    for sign, text in (
        ("{due}", facts.due),
        ("{since}", _asked_last(whom, requests)),
        ("{who}", whom.name),
        ("{carer}", carer),
        ("{child}", called),
        ("{what}", what),
    ):
        filled = filled.replace(sign, text)
    lines = [re.sub(r" +", " ", line).strip() for line in filled.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _asked_last(whom: Somebody, requests: list[Request]) -> str:
    last = next((each for each in reversed(requests) if not each.left_out_because), None)
    if last is None:
        return ""
    day = say_short(last.asked_on)
    if whom.name and last.name.casefold() == whom.name.casefold():
        return _("I asked you on {day}.").format(day=day)
    if not last.name:
        return _("I asked on {day}.").format(day=day)
    return _("I asked {who} on {day}.").format(who=last.name, day=day)


def initial(name: str) -> str:
    """A child in words that leave the house: "M."."""
    letter = next((each for each in name if each.isalnum()), "")
    return f"{letter.upper()}." if letter else _("the child")


def without_name(text: str, name: str) -> str:
    """Words somebody else wrote, with the initial where the child's name stood."""
    if not name.strip():
        return text
    return re.sub(rf"(?<!\w){re.escape(name.strip())}(?!\w)", initial(name), text, flags=re.IGNORECASE)


def without_others(session: Session, child: Child, text: str) -> str:
    """The other children of the household are initials also where the carer chose the name: it is not theirs."""
    for child_id, name in _names(session):
        if child_id != child.id and name.casefold() != child.name.casefold():
            text = without_name(text, name)
    return text


@answered_once
def _names(session: Session) -> list[tuple[int, str]]:
    """Of all children of the household."""
    return [(child.id, child.name) for child in session.scalars(select(Child).order_by(Child.id))]


def words_of_thanks(session: Session, child: Child, what: str, who: str) -> str:
    """Words to say thank you with; what it changed is for the carer to say."""
    what = without_others(session, child, without_name(what.rstrip("."), child.name))
    carer = own_name(session)
    hello = _("Hello {who},").format(who=who) if who else _("Hello,")
    words = _("thank you for this: {what}. What it has changed: …").format(what=what)
    return "\n\n".join(part for part in (hello, words[:1].upper() + words[1:], carer) if part)
