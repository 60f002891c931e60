"""What changed about an action, each day and thing once: what, who, by when, why, how all will know, what home does,
how far it has come and on which day, why it ended, and whether it helped."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import ActionDay, Helped, Owner
from carer_app.domain.agreed_action import ActionChange, AgreedAction
from carer_app.domain.child import Child
from carer_app.typed_dates import say_short
from carer_app.use_cases.lookup import find
from carer_app.words import _

WHAT, WHO, BY_WHEN, HOW_FAR, HELPED = "what", "owner", "due_on", "how_far", "helped"

_CALLED = {
    WHAT: _("What"),
    WHO: _("Who"),
    BY_WHEN: _("By when"),
    HOW_FAR: _("How far"),
    HELPED: _("Did it help"),
    **{day.value: day.words for day in ActionDay},
    "why": _("Why"),
    "how_we_know": _("How we will know"),
    "at_home": _("What home does"),
    "ended_why": _("Why it will not happen"),
}


_DAYS = frozenset(day.value for day in ActionDay)


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One change, with its day, in words."""

    id: int
    words: str


@contextmanager
def noted(session: Session, action_id: int, on: date | None) -> Iterator[AgreedAction]:
    """The action, to be changed inside; what is different afterwards is noted for that day. Without a day the last
    change is put right. Raises NotFound."""
    action = find(session, AgreedAction, action_id)
    before = as_shown(session, action)
    yield action
    for what, now in as_shown(session, action).items():
        # That it is done or has ended, or has not after all, stands in how far it has come.
        if now != before[what] and (what not in _DAYS or (now and before[what])):
            _note(session, action, what, before[what], now, on)


def changes_of(session: Session, action_id: int) -> tuple[ChangedLine, ...]:
    """Every change of one action, the last one written first: each goes on from the one beneath it. Where its day lies
    before that of an earlier one, it says so."""
    find(session, AgreedAction, action_id)
    query = select(ActionChange).where(ActionChange.action_id == action_id)
    nothing = _("nobody said")
    lines: list[ChangedLine] = []
    latest = date.min
    for change in session.scalars(query.order_by(ActionChange.id)):
        usual, late = (
            _("{day} · {what}: {was}, then {now}"),
            _("{day}, written later · {what}: {was}, then {now}"),
        )
        words = (late if change.on_day < latest else usual).format(
            day=say_short(change.on_day, with_year=True),
            what=_CALLED.get(change.what, ""),
            was=change.was or nothing,
            now=change.now or nothing,
        )
        lines.append(ChangedLine(change.id, words))
        latest = max(latest, change.on_day)
    return tuple(reversed(lines))


def as_shown(session: Session, action: AgreedAction) -> dict[str, str]:
    """Everything about it that the history keeps, in words, by the name under which a change of it is kept."""
    child = find(session, Child, action.child_id).name
    days = {day.value: getattr(action, day) for day in ActionDay}
    words = ("why", "how_we_know", "at_home", "ended_why")
    return {
        WHAT: action.what,
        WHO: action.owner_name or Owner(action.owner).words(child),
        BY_WHEN: say_short(action.due_on, with_year=True) if action.due_on else "",
        HOW_FAR: _how_far(action),
        HELPED: Helped(action.helped).words,
        **{name: say_short(day, with_year=True) if day else "" for name, day in days.items()},
        **{name: getattr(action, name).strip() for name in words},
    }


def _how_far(action: AgreedAction) -> str:
    if action.done_on is not None:
        return _("Done")
    if action.ended_on is None and action.to_next_pep_on is not None:
        return _("Moved to the next PEP")
    return action.how_far.words


def _note(session: Session, action: AgreedAction, what: str, was: str, now: str, on: date | None) -> None:
    query = select(ActionChange).where(ActionChange.action_id == action.id, ActionChange.what == what)
    last = session.scalars(query.order_by(ActionChange.id.desc())).first()
    if last is not None and on in (None, last.on_day):
        if last.was == now:
            session.delete(last)
        else:
            last.now = now
    elif on is not None:
        session.add(ActionChange(action_id=action.id, on_day=on, what=what, was=was, now=now))
