"""An agreed action is put right: its words, the days in its life, and who did what is done.

`on` is the day of putting it right, for the action's history. Without one nothing new is said: the last change is taken
back (as Undo does).
"""

from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import ActionDay, Owner
from carer_app.errors import NotAllowed
from carer_app.use_cases.action_history import noted
from carer_app.use_cases.recording_the_meeting import check_due
from carer_app.words import _


def change_what(session: Session, action_id: int, on: date | None, what: str) -> None:
    """Say in other words what was agreed. Raises NotAllowed where it says nothing."""
    if not what.strip():
        raise NotAllowed(_("Type what will happen."))
    with noted(session, action_id, on) as action:
        action.what = what.strip()


def name_owner(session: Session, action_id: int, on: date | None, name: str) -> None:
    """Whose it is stays, and this is their name."""
    with noted(session, action_id, on) as action:
        action.owner_name = name.strip()


def write_why(session: Session, action_id: int, on: date | None, words: str) -> None:
    """Why it was agreed."""
    with noted(session, action_id, on) as action:
        action.why = words


def write_how_we_know(session: Session, action_id: int, on: date | None, words: str) -> None:
    """How all will know that it worked."""
    with noted(session, action_id, on) as action:
        action.how_we_know = words


def write_at_home(session: Session, action_id: int, on: date | None, words: str) -> None:
    """What home does for it."""
    with noted(session, action_id, on) as action:
        action.at_home = words


def write_why_it_ended(session: Session, action_id: int, on: date | None, words: str) -> None:
    """Why it will not happen. A child may ask for it."""
    with noted(session, action_id, on) as action:
        action.ended_why = words


def change_day(session: Session, action_id: int, which: ActionDay, day: date, on: date | None = None) -> None:
    """It was agreed, done or ended on another day than was said.

    Raises NotAllowed for a day that has not come yet, and for one that does not go with the other days of the action.
    """
    if on is not None and day > on:
        raise NotAllowed(_("That day has not come yet. Check the year. What was stored before is unchanged."))
    with noted(session, action_id, on) as action:
        if which != ActionDay.AGREED:
            check_due(day, action.agreed_on)
        action.put_day_right(which, day)


def say_who_did_it(session: Session, action_id: int, owner: Owner, name: str, on: date | None = None) -> None:
    """Somebody else did it, or was to do it, than was written down. It is handed on to nobody by that."""
    with noted(session, action_id, on) as action:
        action.owner, action.owner_name = owner, "" if owner == Owner.ME else name.strip()
